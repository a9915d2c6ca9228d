//! The phrases of the picker: a folder, its workbooks, and what one of them looks like inside.

phrases! { PickerWords {
    title: &'static str,
    folder: &'static str,
    folder_reading: &'static str,
    file_name: &'static str,
    file_changed: &'static str,
    file_size: &'static str,
    none: &'static str,
    none_fits: fn(&str) -> String,
    bytes: fn(u64) -> String,
    only_read: &'static str,
    preview: &'static str,
    preview_none: &'static str,
    sheets: &'static str,
    sheet: &'static str,
    hidden_sheet: &'static str,
    headings_on: fn(&str, u32) -> String,
    headings_looked_for: &'static str,
} }
