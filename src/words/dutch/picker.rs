//! Picking a workbook, in Dutch.

use super::trade;
use crate::words::picker::PickerWords;

pub(super) const WORDS: PickerWords = PickerWords {
    title: "Nieuwe import > kies een werkmap",
    folder: "Map",
    folder_reading: "De map wordt gelezen ...",
    file_name: "naam",
    file_changed: "gewijzigd",
    file_size: "grootte",
    none: "Geen werkmappen hier. {parent} gaat naar de map erboven, {type-path} typt een pad.",
    none_fits: |filter| format!("Niets past hier bij \"{filter}\". {{close}} wist de filter."),
    bytes: trade::bytes,
    only_read: "Het bestand wordt enkel gelezen. Er wordt niets in gewijzigd.",
    preview: "Voorbeeldweergave",
    preview_none: "het bestand wordt ingekeken ...",
    sheets: "Bladen:",
    sheet: "blad",
    hidden_sheet: "verborgen",
    headings_on: |sheet, row| format!("Koppen gevonden op rij {row} van {sheet}:"),
    headings_looked_for: "koppen worden gezocht",
};
