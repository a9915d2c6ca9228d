//! A workbook: the rows on one sheet, what is said about each on a second, numbers about the whole
//! on a third.
//!
//! Cells are written row by row and kept on disk meanwhile, so that memory does not grow with the
//! rows. Text has the format of text, `@`: what looks like a number keeps its zeros and its plus, and
//! what looks like a formula is none.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;

use rust_xlsxwriter::{Color, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};
use unicode_width::UnicodeWidthStr as _;

use super::{Pace, Unfinished, Watch};
use crate::domain::export::{Cell, Count, Heading, Table};

/// The built-in format of text, `@` (ECMA-376 part 1, 18.8.30).
const TEXT: u8 = 49;
/// How a day is shown; Belgian, whatever the computer's own order is.
const DATE: &str = "dd/mm/yyyy";
/// Rows of a sheet.
const ROW_CAP: u32 = 1_048_576;
/// The most characters that a cell can hold.
const TEXT_CAP: usize = 32_767;
/// Narrowest and widest column, in characters.
const WIDTHS: (usize, usize) = (6, 60);

pub(super) fn unfinished(error: XlsxError) -> Unfinished {
    match error {
        XlsxError::IoError(error) | XlsxError::TempFileError(_, error) => Unfinished::Io(error),
        XlsxError::ZipError(error) => Unfinished::Io(error.into()),
        error => Unfinished::Content(error.into()),
    }
}

pub(super) fn write(file: &mut File, folder: &Path, table: Table<'_>, watch: &mut Watch<'_>) -> Result<(), Unfinished> {
    write_pages(file, folder, table, watch, ROW_CAP)
}

/// As [`write`], with at most so many rows on a sheet.
pub(super) fn write_pages(file: &mut File, folder: &Path, table: Table<'_>, watch: &mut Watch<'_>, cap: u32) -> Result<(), Unfinished> {
    let mut workbook = new_workbook(folder).map_err(unfinished)?;
    let mut pace = Pace::new(watch);
    let mut rows = Pages::new(&table.title, table.headings.clone(), cap);
    let mut details = table.details.as_ref().map(|details| {
        let headings = details.identity.iter().chain(&details.headings).cloned().collect();
        Pages::new(&details.title, headings, cap)
    });
    rows.open(&mut workbook).map_err(unfinished)?;
    if let Some(details) = &mut details {
        details.open(&mut workbook).map_err(unfinished)?;
    }
    for entry in table.rows {
        rows.put(&mut workbook, entry.cells.iter()).map_err(unfinished)?;
        if let Some(details) = &mut details {
            for detail in &entry.details {
                details.put(&mut workbook, entry.identity.iter().chain(detail)).map_err(unfinished)?;
            }
        }
        pace.step()?;
    }
    rows.close(&mut workbook).map_err(unfinished)?;
    if let Some(details) = details {
        details.close(&mut workbook).map_err(unfinished)?;
    }
    if !table.counts.is_empty() {
        counts(&mut workbook, &table.counts_title, &table.counts).map_err(unfinished)?;
    }
    pace.ask()?;
    save(&mut workbook, file)?;
    pace.ask()
}

/// Puts the workbook into the file. The last bytes are written here: a buffer that is dropped keeps
/// to itself what the system refused.
pub(super) fn save(workbook: &mut Workbook, file: &mut File) -> Result<(), Unfinished> {
    let mut out = BufWriter::new(file);
    workbook.save_to_writer(&mut out).map_err(unfinished)?;
    Ok(out.flush()?)
}

/// A workbook whose rows wait in unnamed files of that folder, where there is room for the whole.
pub(super) fn new_workbook(folder: &Path) -> Result<Workbook, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_tempdir(folder)?;
    Ok(workbook)
}

/// The numbers about the whole.
fn counts(workbook: &mut Workbook, title: &str, counts: &[Count]) -> Result<(), XlsxError> {
    let sheet = workbook.add_worksheet();
    sheet.set_name(sheet_name(title, 0))?.set_column_width(0, 40)?;
    for (row, count) in (0_u32..).zip(counts) {
        sheet.write_string_with_format(row, 0, &count.word, &Format::new().set_num_format_index(TEXT))?;
        // Counts stay far below what a number of Excel can tell apart.
        sheet.write_number(row, 1, precise(count.count))?;
    }
    Ok(())
}

/// Sheets of one kind: where one is full, the next begins.
struct Pages {
    title: String,
    headings: Vec<Heading>,
    cap: u32,
    formats: Formats,
    full: Vec<Worksheet>,
    sheet: Option<Worksheet>,
    row: u32,
    widths: Vec<usize>,
}

struct Formats {
    heading: Format,
    text: Format,
    date: Format,
}

impl Pages {
    /// Sheets of that title and these headings, each with at most so many rows.
    fn new(title: &str, headings: Vec<Heading>, cap: u32) -> Self {
        let formats = Formats {
            heading: Format::new()
                .set_bold()
                .set_align(FormatAlign::VerticalCenter)
                .set_font_color(Color::White)
                .set_background_color(Color::RGB(0x00_1F_4E_78)),
            text: Format::new().set_num_format_index(TEXT),
            date: Format::new().set_num_format(DATE),
        };
        let widths = vec![0; headings.len()];
        Self { title: title.to_owned(), headings, cap, formats, full: Vec::new(), sheet: None, row: 0, widths }
    }

    /// Begins a sheet: headings that stay in sight.
    fn open(&mut self, workbook: &mut Workbook) -> Result<(), XlsxError> {
        let mut sheet = workbook.new_worksheet_with_constant_memory()?;
        sheet.set_name(sheet_name(&self.title, self.full.len()))?.set_freeze_panes(1, 0)?.set_landscape();
        for ((column, heading), width) in (0_u16..).zip(&self.headings).zip(&mut self.widths) {
            sheet.write_string_with_format(0, column, &heading.word, &self.formats.heading)?;
            // The sign of the filter stands in the cell too.
            *width = heading.word.width() + 3;
        }
        self.sheet = Some(sheet);
        self.row = 1;
        Ok(())
    }

    /// Writes a row.
    fn put<'a>(&mut self, workbook: &mut Workbook, cells: impl Iterator<Item = &'a Cell>) -> Result<(), XlsxError> {
        if self.row >= self.cap {
            self.turn()?;
            self.open(workbook)?;
        }
        let Some(sheet) = &mut self.sheet else { return Ok(()) };
        for ((column, cell), width) in (0_u16..).zip(cells).zip(&mut self.widths) {
            let taken = put(sheet, self.row, column, cell, &self.formats)?;
            *width = taken.max(*width);
        }
        self.row += 1;
        Ok(())
    }

    /// Puts the sheet aside, with its filter and widths.
    fn turn(&mut self) -> Result<(), XlsxError> {
        let Some(mut sheet) = self.sheet.take() else { return Ok(()) };
        if let Some(last) = u16::try_from(self.headings.len()).ok().and_then(|count| count.checked_sub(1)) {
            sheet.autofilter(0, 0, self.row - 1, last)?;
        }
        for (column, width) in (0_u16..).zip(&self.widths) {
            let characters = u16::try_from((*width).clamp(WIDTHS.0, WIDTHS.1)).unwrap_or(u16::MAX);
            sheet.set_column_width(column, f64::from(characters))?;
        }
        self.full.push(sheet);
        Ok(())
    }

    fn close(mut self, workbook: &mut Workbook) -> Result<(), XlsxError> {
        self.turn()?;
        for sheet in self.full {
            workbook.push_worksheet(sheet);
        }
        Ok(())
    }
}

/// Writes a cell and says how many columns its text takes.
fn put(sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell, formats: &Formats) -> Result<usize, XlsxError> {
    match cell {
        Cell::Empty => Ok(0),
        Cell::Text(text) | Cell::Named { word: text, .. } => {
            sheet.write_string_with_format(row, column, fitting(text), &formats.text)?;
            Ok(text.width())
        }
        Cell::Number(number) => {
            sheet.write_number(row, column, precise(*number))?;
            Ok(number.to_string().len())
        }
        Cell::Date(date) => {
            let (year, month, day) = (date.year(), date.month(), date.day());
            match (u16::try_from(year), u8::try_from(month), u8::try_from(day)) {
                // Excel counts days from 1900; an earlier one can only be text.
                (Ok(year @ 1900..), Ok(month), Ok(day)) => {
                    sheet.write_datetime_with_format(row, column, ExcelDateTime::from_ymd(year, month, day)?, &formats.date)?;
                }
                _ => {
                    sheet.write_string_with_format(row, column, date.strftime("%d/%m/%Y").to_string(), &formats.text)?;
                }
            }
            Ok(DATE.len())
        }
    }
}

/// A number as Excel keeps it. Beyond 53 bits it would be another: no count of rows gets there.
fn precise(number: u64) -> f64 {
    u32::try_from(number).map_or(f64::MAX, f64::from)
}

/// The text, cut where a cell of Excel ends.
pub(super) fn fitting(text: &str) -> &str {
    match text.char_indices().nth(TEXT_CAP) {
        Some((end, _)) => text.get(..end).unwrap_or_default(),
        None => text,
    }
}

/// A name that Excel takes for a sheet: at most 31 characters, none of `[]:*?/\`, no apostrophe at
/// an end. Further sheets of the same kind are counted.
fn sheet_name(title: &str, further: usize) -> String {
    let plain: String = title.chars().map(|character| if "[]:*?/\\".contains(character) { ' ' } else { character }).collect();
    let number = if further == 0 { String::new() } else { format!(" {}", further + 1) };
    let room = 31 - number.len();
    let name: String = plain.trim_matches(['\'', ' ']).chars().take(room).collect();
    format!("{name}{number}")
}
