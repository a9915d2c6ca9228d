//! Reading a form that came back, in the process that reads all foreign workbooks.

use crate::domain::form::recognise::recognise;
use crate::domain::form::{Returned, Unrecognised};
use crate::domain::workbook::ReadFault;
use crate::world::workbook::{Reader, Source};

/// Why nothing can be taken from a workbook that came back.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReturnedFault {
    /// It cannot be read.
    #[error(transparent)]
    Read(#[from] ReadFault),
    /// It can be read, and is no form.
    #[error(transparent)]
    Unrecognised(#[from] Unrecognised),
}

/// Reads a form that came back. Macros in it are never run: only cells are read, and formulas by what they
/// gave last.
///
/// # Errors
/// [`ReturnedFault`].
pub fn read_form(reader: &Reader, source: &Source) -> Result<Returned, ReturnedFault> {
    Ok(recognise(&reader.every_sheet(source)?)?)
}
