//! Copying, in English.

use crate::words::copying::CopyingWords;
use crate::words::plural;

pub(super) const WORDS: CopyingWords = CopyingWords {
    value: "A value, for the clipboard",
    rows: |rows| format!("{}, for the clipboard", plural(rows, "row", "rows")),
    perhaps: "It is on your clipboard if the terminal lets it. Else take it from here: select it with the mouse.",
};
