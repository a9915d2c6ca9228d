//! The template: a workbook for the office to fill in, current generation, columns A to U.
//!
//! [`write_template`] is the door. The two sheets are laid out in [`sheets`]; what their cells refuse
//! is in `checks`. The words come from the domain, where reading finds them again.

mod checks;
pub mod sheets;

use std::io::Write as _;
use std::path::Path;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::domain::language::Language;
pub use crate::world::whole_file::{Existing, WriteFault};
use crate::world::whole_file::{Readers, Unfinished, write_whole};

/// The ending that the name of a template has: Excel opens it under no other.
pub const ENDING: &str = "xlsx";

/// Writes the template in that language (German falls back to English): whole or not at all.
///
/// # Errors
/// [`WriteFault`]; then the folder is as it was.
pub fn write_template(path: &Path, language: Language, existing: Existing) -> Result<(), WriteFault> {
    // There is nothing personal in a template: everybody whom the umask lets may read it.
    write_whole(path, existing, Readers::Everybody, |file| {
        let bytes = template_bytes(language).map_err(|source| Unfinished::Content(source.into()))?;
        Ok(file.write_all(&bytes)?)
    })
}

/// The template in that language as the bytes of an .xlsx file; the same bytes each time.
///
/// # Errors
/// What the writer of workbooks says.
pub fn template_bytes(language: Language) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The writer would put the clock's time in.
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2026, 1, 1)?));
    let customers = workbook.add_worksheet();
    sheets::customers(customers, language)?;
    sheets::example_row(customers, language)?;
    sheets::explanation(workbook.add_worksheet(), language)?;
    workbook.save_to_buffer()
}

#[cfg(test)]
mod tests;
