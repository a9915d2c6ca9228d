//! The phrases of what was copied.

phrases! { CopyingWords {
    value: &'static str,
    rows: fn(usize) -> String,
    perhaps: &'static str,
} }
