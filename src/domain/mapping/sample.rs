//! A sample of a sheet's columns: what proposals are made from.

use crate::domain::sheet::{Cell, Sheet};
use crate::domain::tidy::trim;

/// How many rows are looked at, spread evenly over the sheet: enough to tell a column by, and the same
/// work at a million rows.
const ROWS: usize = 400;

/// One column: its heading and some of its cells, without the empty ones.
#[derive(Debug)]
pub(super) struct Sampled<'a> {
    pub(super) column: u16,
    pub(super) heading: &'a str,
    pub(super) cells: Vec<Cell<'a>>,
}

impl Sampled<'_> {
    /// How many of the cells are so.
    pub(super) fn count(&self, is: impl Fn(&Cell<'_>) -> bool) -> u32 {
        u32::try_from(self.cells.iter().filter(|cell| is(cell)).count()).unwrap_or(u32::MAX)
    }

    /// How many cells there are.
    pub(super) fn filled(&self) -> u32 {
        u32::try_from(self.cells.len()).unwrap_or(u32::MAX)
    }

    /// How many different texts there are among the cells.
    pub(super) fn different(&self) -> u32 {
        let texts: std::collections::HashSet<&str> = self.cells.iter().map(|cell| trim(cell.text)).collect();
        u32::try_from(texts.len()).unwrap_or(u32::MAX)
    }

    /// Whether at least so many in a hundred of the cells are so.
    pub(super) fn mostly(&self, hundredths: u32, is: impl Fn(&Cell<'_>) -> bool) -> bool {
        !self.cells.is_empty() && u64::from(self.count(is)) * 100 >= u64::from(self.filled()) * u64::from(hundredths)
    }
}

/// The columns under a header row that have a heading or a value in the sample, from left to right.
pub(super) fn sampled(sheet: &Sheet, header_row: u32) -> Vec<Sampled<'_>> {
    let mut columns: Vec<Sampled<'_>> = Vec::new();
    if let Some(at) = sheet.index_of(header_row) {
        columns.extend(sheet.cells(at).map(|cell| Sampled { column: cell.column, heading: cell.text, cells: Vec::new() }));
    }
    let first = (0..sheet.row_count()).find(|&at| sheet.row_number(at) > header_row).unwrap_or(sheet.row_count());
    let rows = sheet.row_count() - first;
    let taken = rows.min(ROWS);
    for at in 0..taken {
        for cell in sheet.cells(first + at * rows / taken).filter(|cell| !trim(cell.text).is_empty()) {
            match columns.binary_search_by_key(&cell.column, |known| known.column) {
                Ok(known) => columns.get_mut(known).into_iter().for_each(|column| column.cells.push(cell)),
                Err(known) => columns.insert(known, Sampled { column: cell.column, heading: "", cells: vec![cell] }),
            }
        }
    }
    columns
}
