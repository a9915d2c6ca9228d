//! The palette of commands, in Dutch.

use crate::words::palette::PaletteWords;

pub(super) const WORDS: PaletteWords = PaletteWords {
    title: "Opdrachten",
    typing: "Typ enkele letters; opdrachten van andere schermen worden ook gevonden.",
    elsewhere: |screens| format!("Op een ander scherm: {screens}"),
    nothing_for_it: "Hier valt er nu niets mee te doen.",
};
