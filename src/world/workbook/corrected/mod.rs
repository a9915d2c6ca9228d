//! The corrected copy of a workbook.
//!
//! [`write_corrected`] is the door. Of an `.xlsx` or `.xlsm` the office's own package is taken over
//! part for part, and only the parts are made anew in which something changes: the sheet (passed on
//! piece by piece), the formats, the remarks with their drawings, the list of sheets, and the sheet of
//! problems. No kept library does that: those that read and write a whole workbook lose what they do
//! not know. Of every other format a new workbook is made. Nothing here writes to the original.

mod anew;
mod assembly;
mod bounded;
mod cell;
mod directory;
mod drawing;
mod kept;
mod plan;
mod problems;
mod register;
mod remarks;
mod sheet;
mod stop;
mod styles;
mod target;
mod text;
mod tree;

use std::io::Seek as _;
use std::path::{Path, PathBuf};

use self::stop::Stop;
use self::target::Target;
use super::fault::damaged;
use super::source::Source;
use super::template::Existing;
use crate::domain::correction::{Corrected, Correction, Obstacle, Why};
use crate::domain::sheet::Sheet;
use crate::domain::workbook::{Format, ReadFault};
use crate::world::guarded::guarded;

/// What a corrected copy is made from.
#[derive(Debug, Clone, Copy)]
pub struct Original<'a> {
    /// The bytes, as they were taken in.
    pub source: &'a Source,
    /// The sheet of customers as it was read from them.
    pub sheet: &'a Sheet,
    /// Where they were taken from; none for pasted rows and standard input. It is never written to.
    pub path: Option<&'a Path>,
}

/// Why no corrected copy was written. Whatever was there before is still there.
#[derive(Debug, thiserror::Error)]
pub enum WriteFault {
    /// The copy would take the place of the original.
    #[error("{} is the original", path.display())]
    Original {
        /// The file.
        path: PathBuf,
    },
    /// There is a file of that name, and it was to be kept.
    #[error("{} exists already", path.display())]
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// What is there is no file: a device, a pipe, a socket, or a link that leads nowhere.
    #[error("{} is no file, and is not replaced", path.display())]
    NoFile {
        /// The path.
        path: PathBuf,
    },
    /// The name ends otherwise than the copy's kind of workbook has to: Excel would not open it.
    #[error("the name has to end in .{wanted}")]
    Ending {
        /// The ending, without its dot.
        wanted: &'static str,
    },
    /// The original cannot be changed without harm, and a new workbook cannot have that name.
    #[error("the workbook cannot be changed without harm")]
    CannotKeep {
        /// What stands in the way.
        obstacle: Obstacle,
    },
    /// The original cannot be read.
    #[error("the original cannot be read")]
    Read {
        /// Why.
        source: ReadFault,
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
}

/// The ending that the name of a corrected copy has to have, without its dot: that of the workbook's
/// own kind where it can be kept (`xlsx`, `xlsm`, `xltx`, `xltm`), else `xlsx`.
#[must_use]
pub fn ending(source: &Source) -> &'static str {
    match source.format() {
        Format::Xlsx => guarded(|| kept::ending(source.bytes()).ok()).ok().flatten().unwrap_or("xlsx"),
        Format::Xlsb | Format::Xls | Format::Ods | Format::Separated => "xlsx",
    }
}

/// Writes a corrected copy: whole or not at all, to be read by its owner alone.
///
/// # Errors
/// [`WriteFault`]; then the folder is as it was.
pub fn write_corrected(original: Original<'_>, correction: &Correction, path: &Path, existing: Existing) -> Result<Corrected, WriteFault> {
    let wanted = ending(original.source);
    let has_ending = |wanted: &str| path.extension().is_some_and(|found| found.eq_ignore_ascii_case(wanted));
    if !has_ending(wanted) {
        return Err(WriteFault::Ending { wanted });
    }
    let mut target = Target::begin(path, original.path, existing)?;
    let corrected = match write_into(original, correction, &mut target) {
        Ok(corrected) => corrected,
        Err(Stop::Obstacle(obstacle)) if has_ending("xlsx") => {
            let anew = anew(original, correction, Why::Obstacle(obstacle), &mut target);
            anew.map_err(|stop| fault(stop, path))?
        }
        Err(stop) => return Err(fault(stop, path)),
    };
    target.name()?;
    Ok(corrected)
}

fn write_into(original: Original<'_>, correction: &Correction, target: &mut Target<'_>) -> Result<Corrected, Stop> {
    let format = original.source.format();
    if format != Format::Xlsx {
        return anew(original, correction, Why::Format(format), target);
    }
    let folder = target.folder().to_owned();
    let file = target.file();
    guarded(|| kept::write(original.source.bytes(), correction, &folder, file)).unwrap_or_else(|panicked| Err(damaged(panicked).into()))
}

fn anew(original: Original<'_>, correction: &Correction, why: Why, target: &mut Target<'_>) -> Result<Corrected, Stop> {
    let folder = target.folder().to_owned();
    let file = target.file();
    file.set_len(0)?;
    file.rewind()?;
    guarded(|| anew::write(original.sheet, correction, why, &folder, file)).unwrap_or_else(|panicked| Err(damaged(panicked).into()))
}

fn fault(stop: Stop, path: &Path) -> WriteFault {
    match stop {
        Stop::Read(source) => WriteFault::Read { source },
        Stop::Write(source) => WriteFault::File { path: path.to_owned(), source },
        Stop::Obstacle(obstacle) => WriteFault::CannotKeep { obstacle },
    }
}
