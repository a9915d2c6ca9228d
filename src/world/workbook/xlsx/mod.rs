//! `.xlsx` and `.xlsm`, cell by cell and never a whole sheet at a time ([ECMA-376] part 1, 18).
//!
//! ```text
//!  parts ─▶ described ─▶ texts ─▶ window ─▶ plain ─▶ values ─▶ the intake
//!  which    sheets and   shared   unpacked, as most   kind
//!  is which styles       texts    checked   write it  and text
//!                                    └─────▶ events ──┘
//!                                            all else
//! ```
//!
//! calamine reads what describes a workbook; the cells are read here, since they are nearly all of the work.

mod described;
mod escapes;
mod events;
mod markup;
mod parts;
mod plain;
mod texts;
mod values;
mod window;

use super::book::{Book, Title};
use super::fault::damaged;
use super::intake::{Intake, ROW_CAP};
use super::package::{self, Archive};
use crate::domain::workbook::ReadFault;
use described::Styles;
pub(super) use described::title;
use plain::{Cursor, Stop};
use texts::Texts;
use values::Values;

/// A workbook whose describing parts have been read.
pub(super) struct Package<'b> {
    archive: Archive<'b>,
    titles: Vec<Title>,
    /// For each title the part that holds the sheet.
    parts: Vec<String>,
    /// The part that holds the shared texts.
    strings: String,
    styles: Styles,
    /// Read when the first sheet is.
    texts: Option<Texts>,
}

impl<'b> Package<'b> {
    /// Reads what describes the workbook.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, ReadFault> {
        let mut archive = package::open(bytes)?;
        let found = parts::find(&mut archive)?;
        let described = described::read(&mut archive, &found)?;
        let (titles, parts) = described.sheets.into_iter().unzip();
        Ok(Self { archive, titles, parts, strings: found.strings, styles: described.styles, texts: None })
    }
}

impl Book for Package<'_> {
    fn titles(&self) -> &[Title] {
        &self.titles
    }

    fn cells(&mut self, at: usize, intake: &mut Intake<'_, '_>) -> Result<(), ReadFault> {
        let Some(part) = self.parts.get(at) else { return Err(ReadFault::NoSheets) };
        let texts = match self.texts.take() {
            Some(texts) => texts,
            None => window::open(&mut self.archive, &self.strings)?.map_or(Ok(Texts::default()), Texts::read)?,
        };
        let texts = self.texts.insert(texts);
        let Some(mut window) = window::open(&mut self.archive, part)? else { return Err(damaged("a sheet without a part")) };
        // Only progress believes it: sheets of three rows claim a million, and the other way round.
        let mut claimed = None;
        let has_rows = events::enter(&mut window, "sheetData", |element| {
            if element.local_name().as_ref() == "dimension" {
                claimed = events::attribute(element, "ref")?;
            }
            Ok(())
        })?;
        let last = claimed.and_then(|claimed| plain::position(claimed.rsplit(':').next()?.as_bytes()));
        intake.expect(u64::from(last.map_or(0, |(row, _)| row.min(ROW_CAP - 1))) + 1)?;
        let values = Values { texts, styles: &self.styles };
        let mut cursor = Cursor::default();
        let mut stop = if has_rows { Stop::Odd } else { Stop::End };
        while stop == Stop::Odd {
            stop = plain::rows(&mut window, &mut cursor, &values, intake)?;
            if stop == Stop::Odd {
                stop = events::row(&mut window, &mut cursor, &values, intake)?;
            }
        }
        // What follows the rows is not read, but a part whose checksum is wrong is not believed.
        if intake.wants_all() { window.finish() } else { Ok(()) }
    }
}

#[cfg(test)]
mod against_calamine;
#[cfg(test)]
mod tests;
