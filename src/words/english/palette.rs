//! The palette of commands, in English.

use crate::words::palette::PaletteWords;

pub(super) const WORDS: PaletteWords = PaletteWords {
    title: "Commands",
    typing: "Type a few letters; commands of other screens are found too.",
    elsewhere: |screens| format!("On another screen: {screens}"),
    nothing_for_it: "There is nothing to do it with here now.",
};
