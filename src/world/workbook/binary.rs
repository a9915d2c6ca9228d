//! `.xlsb` and `.xls`, Excel's binary forms. calamine panics and loops on damaged ones, so they are
//! only ever read in the reading process.

use std::io::Cursor;

use calamine::{Reader as _, Sheet as Listed, SheetType, Xls, Xlsb, XlsbError};

use super::book::{Book, Title, distinct};
use super::cells::Value;
use super::intake::{Intake, ROW_CAP};
use super::package::{self, LARGE_CAP};
use super::xlsx::title;
use crate::domain::workbook::ReadFault;

/// The sheets with cells of a list of sheets.
fn titles(listed: &[Listed]) -> Result<Vec<Title>, ReadFault> {
    let titles: Vec<Title> = listed.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet).map(title).collect();
    distinct(&titles)?;
    Ok(titles)
}

/// A package of binary parts (`.xlsb`).
pub(super) struct BinaryPackage<'b> {
    book: Xlsb<Cursor<&'b [u8]>>,
    titles: Vec<Title>,
}

impl<'b> BinaryPackage<'b> {
    /// Checks all binary parts, since only one of them tells which belongs to which sheet, and opens.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, ReadFault> {
        let mut archive = package::open(bytes)?;
        let parts = ["xl/workbook.bin", "xl/sharedstrings.bin", "xl/styles.bin", "xl/worksheets/"];
        for name in package::names(&archive) {
            if parts.iter().any(|part| name.starts_with(part)) {
                package::verify(&mut archive, &name, LARGE_CAP)?;
            }
        }
        let book = Xlsb::new(Cursor::new(bytes))?;
        let titles = titles(book.sheets_metadata())?;
        Ok(Self { book, titles })
    }
}

impl Book for BinaryPackage<'_> {
    fn titles(&self) -> &[Title] {
        &self.titles
    }

    fn cells(&mut self, at: usize, intake: &mut Intake<'_, '_>) -> Result<(), ReadFault> {
        let Some(title) = self.titles.get(at) else { return Err(ReadFault::NoSheets) };
        let mut reader = self.book.worksheet_cells_reader(&title.name)?;
        intake.expect(u64::from(reader.dimensions().end.0.min(ROW_CAP - 1)) + 1)?;
        loop {
            match reader.next_cell() {
                Ok(Some(cell)) => {
                    let (row, column) = cell.get_position();
                    intake.row(row.saturating_add(1), u64::from(row) + 1)?;
                    if intake.cell(row, column, &Value::from_cell(cell.get_value(), 0))?.is_break() {
                        return Ok(());
                    }
                }
                Ok(None) => return Ok(()),
                // An error value that calamine does not know: it does not say where, but goes on.
                Err(XlsbError::CellError(_)) => intake.notes.cells_left_out += 1,
                Err(error) => return Err(error.into()),
            }
        }
    }
}

/// A compound file (`.xls`), which calamine reads as a whole.
pub(super) struct Compound<'b> {
    book: Xls<Cursor<&'b [u8]>>,
    titles: Vec<Title>,
}

impl<'b> Compound<'b> {
    /// Reads everything.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, ReadFault> {
        let book = Xls::new(Cursor::new(bytes))?;
        let titles = titles(book.sheets_metadata())?;
        Ok(Self { book, titles })
    }
}

impl Book for Compound<'_> {
    fn titles(&self) -> &[Title] {
        &self.titles
    }

    fn cells(&mut self, at: usize, intake: &mut Intake<'_, '_>) -> Result<(), ReadFault> {
        let Some(title) = self.titles.get(at) else { return Err(ReadFault::NoSheets) };
        let range = self.book.worksheet_range(&title.name)?;
        let Some((first_row, first_column)) = range.start() else { return Ok(()) };
        intake.expect(range.height() as u64)?;
        for (row, column, data) in range.used_cells() {
            let place = |first: u32, offset: usize| u32::try_from(offset).unwrap_or(u32::MAX).saturating_add(first);
            let row_number = place(first_row, row);
            intake.row(row_number.saturating_add(1), row as u64 + 1)?;
            if intake.cell(row_number, place(first_column, column), &Value::from_data(data))?.is_break() {
                return Ok(());
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::ops::ControlFlow;

    use super::super::reader::Reader;
    use super::super::source::Source;
    use super::super::test_books::{BINARY_ROW, xls, xlsb};
    use crate::domain::sheet::CellKind;
    use crate::domain::workbook::{Format, Visibility, Which};

    #[test]
    fn both_binary_formats_give_their_cells() {
        for (book, format) in [(xls(), Format::Xls), (xlsb(), Format::Xlsb)] {
            let source = Source::from_bytes("x", book).unwrap();
            assert_eq!(source.format(), format);
            let outline = Reader::here().outline(&source).unwrap();
            let seen: Vec<_> = outline.sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.visibility)).collect();
            assert_eq!(seen, [("Klanten", Visibility::Visible), ("Lijsten", Visibility::Hidden)]);
            let which = Which::Named("lijsten".to_owned());
            let sheet = Reader::here().read(&source, &which, &mut |_| ControlFlow::Continue(())).unwrap().sheet;
            assert_eq!((sheet.row_count(), sheet.row_number(0), sheet.width()), (1, 3, 4));
            let cells: Vec<_> = sheet.cells(0).map(|cell| (cell.kind, cell.text)).collect();
            let kinds = [CellKind::Text, CellKind::Number, CellKind::Date, CellKind::Bool];
            assert_eq!(cells, kinds.into_iter().zip(BINARY_ROW).collect::<Vec<_>>(), "{format:?}");
        }
    }
}
