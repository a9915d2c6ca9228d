//! The phrases of the palette of commands.

phrases! { PaletteWords {
    title: &'static str,
    typing: &'static str,
    elsewhere: fn(&str) -> String,
    nothing_for_it: &'static str,
} }
