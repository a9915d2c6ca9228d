//! Copying, in Dutch.

use crate::words::copying::CopyingWords;
use crate::words::plural;

pub(super) const WORDS: CopyingWords = CopyingWords {
    value: "Een waarde, voor het klembord",
    rows: |rows| format!("{}, voor het klembord", plural(rows, "rij", "rijen")),
    perhaps: "Dit staat op uw klembord als de terminal dat toelaat. Anders neemt u het van hier: selecteer het met de muis.",
};
