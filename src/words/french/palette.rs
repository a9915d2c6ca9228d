//! The palette of commands, in French.

use crate::words::palette::PaletteWords;

pub(super) const WORDS: PaletteWords = PaletteWords {
    title: "Commandes",
    typing: "Tapez quelques lettres\u{a0}; les commandes des autres écrans se trouvent aussi.",
    elsewhere: |screens| format!("Sur un autre écran\u{a0}: {screens}"),
    nothing_for_it: "Il n'y a rien à quoi l'appliquer ici maintenant.",
};
