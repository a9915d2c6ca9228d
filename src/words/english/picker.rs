//! Picking a workbook, in English.

use super::trade;
use crate::words::picker::PickerWords;

pub(super) const WORDS: PickerWords = PickerWords {
    title: "New import > choose a workbook",
    folder: "Folder",
    folder_reading: "The folder is being read ...",
    file_name: "name",
    file_changed: "changed",
    file_size: "size",
    none: "No workbooks here. {parent} goes to the folder above, {type-path} types a path.",
    none_fits: |filter| format!("Nothing here fits \"{filter}\". {{close}} clears the filter."),
    bytes: trade::bytes,
    only_read: "The file is only read. Nothing is changed in it.",
    preview: "Preview",
    preview_none: "looking into it ...",
    sheets: "Sheets:",
    sheet: "sheet",
    hidden_sheet: "hidden",
    headings_on: |sheet, row| format!("Headings found on row {row} of {sheet}:"),
    headings_looked_for: "its headings are looked for",
};
