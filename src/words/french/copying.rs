//! Copying, in French.

use super::plural;
use crate::words::copying::CopyingWords;

pub(super) const WORDS: CopyingWords = CopyingWords {
    value: "Une valeur, pour le presse-papiers",
    rows: |rows| format!("{}, pour le presse-papiers", plural(rows, "ligne", "lignes")),
    perhaps: "C'est dans votre presse-papiers si le terminal le permet. Sinon, prenez-le ici\u{a0}: sélectionnez-le avec la souris.",
};
