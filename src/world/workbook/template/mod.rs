//! The template: a workbook for the office to fill in, current generation, columns A to U.
//!
//! [`write_template`] is the door. The two sheets are laid out in [`sheets`]; what their cells refuse
//! is in `checks`. The words come from the domain, where reading finds them again.

mod checks;
pub mod sheets;

use std::io::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::domain::language::Language;

/// What happens to a file that is already there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Existing {
    /// It stays as it is, and nothing is written.
    Keep,
    /// It is replaced, whole, in one step.
    Replace,
}

/// Why no template was written. Whatever was there before is still there.
#[derive(Debug, thiserror::Error)]
pub enum WriteFault {
    /// There is a file of that name, and it was to be kept.
    #[error("{} exists already", path.display())]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// No file can be made in the folder.
    #[error("no file can be made in the folder {}", folder.display())]
    Folder {
        /// The folder.
        folder: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The file cannot be written or given its name.
    #[error("{} cannot be written", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The workbook cannot be put together.
    #[error("the template cannot be put together")]
    Workbook {
        /// What the writer of workbooks says.
        source: XlsxError,
    },
}

/// Writes the template in that language (German falls back to English): whole or not at all.
///
/// # Errors
/// [`WriteFault`]; then the folder is as it was.
pub fn write_template(path: &Path, language: Language, existing: Existing) -> Result<(), WriteFault> {
    if existing == Existing::Keep && path.symlink_metadata().is_ok() {
        return Err(WriteFault::Exists { path: path.to_owned() });
    }
    let bytes = template_bytes(language).map_err(|source| WriteFault::Workbook { source })?;
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let in_file = |source| WriteFault::File { path: path.to_owned(), source };
    // In the same folder, since a name can be given within one file system only. There is nothing
    // personal in a template: everybody whom the umask lets may read it.
    let mut file = tempfile::Builder::new()
        .prefix(".template-")
        .suffix(".xlsx")
        .permissions(std::fs::Permissions::from_mode(0o666))
        .tempfile_in(folder)
        .map_err(|source| WriteFault::Folder { folder: folder.to_owned(), source })?;
    file.write_all(&bytes).map_err(in_file)?;
    file.as_file().sync_all().map_err(in_file)?;
    let named = match existing {
        Existing::Keep => file.persist_noclobber(path),
        Existing::Replace => file.persist(path),
    };
    match named {
        Ok(_) => Ok(()),
        Err(refused) if existing == Existing::Keep && refused.error.kind() == std::io::ErrorKind::AlreadyExists => {
            Err(WriteFault::Exists { path: path.to_owned() })
        }
        Err(refused) => Err(in_file(refused.error)),
    }
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
