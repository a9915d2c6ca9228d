//! Exports: tables as .xlsx, .csv and .json, and rows in the form of the template.
//!
//! [`write()`] is the door. Whatever is written holds customers: it is for its owner alone, whole or
//! not there, and never in the place of the workbook that the rows come from.
//!
//! - `xlsx`: a workbook, with the details on a sheet of their own
//! - `separated`: text for Excel in Belgium, the details joined to their rows
//! - `json`: for programs, the details inside their rows
//! - `form`: the template filled with rows, and the reasons at its right

mod form;
mod json;
mod separated;
mod xlsx;

use std::fs::File;
use std::ops::ControlFlow;
use std::path::Path;

use crate::domain::export::{Content, FileFormat};
use crate::world::guarded::guarded;
use crate::world::log::Deed;
use crate::world::whole_file::{Existing, Readers, Unfinished, WriteFault, folder_of, is_same_file, write_whole};

/// After how many rows it is told how far it is, and asked whether to go on.
const STRIDE: u64 = 500;

/// Told how many rows are written; breaks it off.
pub type Watch<'a> = dyn FnMut(u64) -> ControlFlow<()> + 'a;

/// Writes an export: whole or not at all, readable by its owner alone.
///
/// # Errors
/// [`WriteFault`]; then the folder is as it was. [`WriteFault::Original`] where the path leads to
/// the workbook that the rows come from, by whatever name.
pub fn write(path: &Path, original: &Path, existing: Existing, content: Content<'_>, watch: &mut Watch<'_>) -> Result<(), WriteFault> {
    if is_same_file(path, original) {
        return Err(WriteFault::Original { path: path.to_owned() });
    }
    let mut rows = 0;
    let deed = Deed::begin("export", path.display());
    let written = write_whole(path, existing, Readers::Owner, |file| {
        fill(file, folder_of(path), content, &mut |done| {
            rows = done;
            watch(done)
        })
    });
    deed.ended(&written, |()| format!("rows={rows}"), |fault| matches!(fault, WriteFault::Stopped));
    written
}

fn fill(file: &mut File, folder: &Path, content: Content<'_>, watch: &mut Watch<'_>) -> Result<(), Unfinished> {
    match content {
        Content::Table(FileFormat::Xlsx, table) => unpanicked(file, |file| xlsx::write(file, folder, *table, watch)),
        Content::Table(FileFormat::Separated, table) => separated::write(file, *table, watch),
        Content::Table(FileFormat::Json, table) => json::write(file, *table, watch),
        Content::Form(form) => unpanicked(file, |file| form::write(file, folder, form, watch)),
    }
}

/// Writes with a writer that panics where the system refuses a write to the files in which it keeps
/// its rows, as on a full disk. What the system said stands in the words of the panic; asked anew, it
/// could say otherwise, since those files are gone by then.
fn unpanicked(file: &mut File, write: impl FnOnce(&mut File) -> Result<(), Unfinished>) -> Result<(), Unfinished> {
    guarded(|| write(file)).unwrap_or_else(|panicked| {
        Err(match system_code(&panicked.message) {
            Some(code) => Unfinished::Io(std::io::Error::from_raw_os_error(code)),
            None => Unfinished::Content(panicked.into()),
        })
    })
}

/// The system's number of an error in the words of a panic: `Os { code: 28, kind: StorageFull, … }`.
fn system_code(message: &str) -> Option<i32> {
    let (_, behind) = message.split_once("Os { code: ")?;
    behind.split(',').next()?.parse().ok()
}

/// Counts the rows that are written, and asks now and then whether to go on.
struct Pace<'w, 'a> {
    done: u64,
    watch: &'w mut Watch<'a>,
}

impl<'w, 'a> Pace<'w, 'a> {
    fn new(watch: &'w mut Watch<'a>) -> Self {
        Self { done: 0, watch }
    }

    /// One more row is written.
    fn step(&mut self) -> Result<(), Unfinished> {
        self.done += 1;
        if self.done.is_multiple_of(STRIDE) { self.ask() } else { Ok(()) }
    }

    /// Says how far it is.
    fn ask(&mut self) -> Result<(), Unfinished> {
        if (self.watch)(self.done).is_break() { Err(Unfinished::Stopped) } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests;
