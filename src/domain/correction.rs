//! What to put right in a copy of a workbook: the cells that were changed, a remark on each that is
//! still wrong, and a sheet that lists the problems.
//!
//! Plain data without a draft or words in it: whoever fills it in gives the texts as they are to be
//! read, in the language of the office.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::deadline;
use super::sheet::{Cell, CellKind};
use super::workbook::Format;

/// All that makes a corrected copy of one sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Correction {
    /// Name of the sheet that the customers are in, as the reading gave it.
    pub sheet: String,
    /// Row number of the headings as the workbook shows it, counted from 1.
    pub header_row: u32,
    /// The new content of cells that the workbook has a column for. Cells that are not named stay.
    pub changes: BTreeMap<Place, Content>,
    /// Columns to be put behind the last one, for fields that the workbook has no column for.
    pub added: Vec<AddedColumn>,
    /// What to say beside the cells that are still wrong. Two on one cell are put together.
    pub remarks: Vec<Remark>,
    /// The sheet that lists every problem; none when there are none to list.
    pub problems: Option<Problems>,
}

/// A cell of the corrected sheet; by rows, then by columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Row number as the workbook shows it, counted from 1.
    pub row: u32,
    /// Column, counted from 0 (column A).
    pub column: u16,
}

/// What a cell is to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Nothing any more; its format stays.
    Empty,
    /// A text; never a number or a formula, whatever it looks like. What is longer than a cell can
    /// hold, 32,767 characters, is cut off.
    Text(String),
    /// A date, in a cell that held a date.
    Date(Date),
}

impl Content {
    /// What a corrected value becomes in a cell: a date stays one where the cell held one and the
    /// value reads as one, everything else is text.
    #[must_use]
    pub fn of(value: &str, was: Option<Cell<'_>>) -> Self {
        if value.is_empty() {
            return Self::Empty;
        }
        match deadline::parse(value) {
            Some(date) if was.is_some_and(|cell| cell.kind == CellKind::Date) => Self::Date(date),
            _ => Self::Text(value.to_owned()),
        }
    }
}

/// A column that the workbook did not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AddedColumn {
    /// What stands above it, in the row of the headings.
    pub heading: String,
    /// Its values by row number, counted from 1.
    pub values: BTreeMap<u32, String>,
}

/// Where in a row something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Spot {
    /// In a column of the workbook, counted from 0.
    Column(u16),
    /// In an added column: its index in [`Correction::added`].
    Added(usize),
    /// Nowhere in particular, as for a field without a column: the first filled cell of the row.
    Row,
}

/// What is said beside a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    /// Row number as the workbook shows it, counted from 1.
    pub row: u32,
    /// Which cell of the row.
    pub spot: Spot,
    /// The lines, in the order in which they are read.
    pub lines: Vec<String>,
}

/// The sheet that lists the problems, as a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problems {
    /// Name of the sheet. Where the workbook has one of that name already, a number goes behind it.
    pub name: String,
    /// What stands above the columns.
    pub headings: Vec<String>,
    /// The problems, in the order in which they are listed.
    pub rows: Vec<Problem>,
}

/// One line of the table of problems.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Its cells, one for each heading.
    pub entries: Vec<Entry>,
    /// The cell that it is about; the first entry leads there.
    pub about: Option<(u32, Spot)>,
}

/// A cell in the table of problems.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Entry {
    /// A text; never a number or a formula, whatever it looks like.
    Text(String),
    /// A number, such as that of a row, so that the table sorts by it.
    Number(u32),
}

/// What became of a correction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Corrected {
    /// Whether the office's own workbook was kept.
    pub manner: Manner,
    /// Cells that hold something else than in the original, those of added columns included.
    pub cells_changed: usize,
    /// Cells that carry a remark.
    pub remarks: usize,
    /// Cells that should carry a remark and do not: there are too many of them, or a conversation of
    /// colleagues is in the place. The sheet of problems has them all the same.
    pub remarks_left_out: usize,
    /// Name that the sheet of problems was given, where there is one.
    pub problems: Option<String>,
    /// Problems that found no room below the last row of a sheet.
    pub problems_left_out: usize,
    /// Where the added columns stand, counted from 0, in their order.
    pub added: Vec<u16>,
    /// Whether the workbook carried a signature, which a changed workbook cannot keep.
    pub signature: Signature,
}

/// What a corrected copy is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Manner {
    /// The office's own workbook, in which everything else is as it was.
    Kept,
    /// A new workbook with the cells of the one sheet as they were read.
    Anew(Why),
}

/// Why a new workbook had to be made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// Workbooks of this format can be read but not written.
    Format(Format),
    /// Something in the workbook stands in the way.
    Obstacle(Obstacle),
}

/// What keeps a workbook from being changed without harm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Obstacle {
    /// It is written in the strict form of the format, which has no place for remarks.
    Strict,
    /// A changed cell is part of a formula that fills several cells.
    SpreadFormula,
    /// A changed cell is the heading of a table, which the table's own description repeats.
    TableHeading,
    /// Its rows or cells are not in order, so that it is uncertain which cell is which.
    Disorder,
    /// No column is free behind the last one.
    NoColumn,
    /// It has as many formats of cells as a workbook can have.
    Formats,
    /// The drawings of its remarks are of an unknown make.
    Drawing,
    /// Its parts are put together in an unknown way.
    Unknown,
}

/// Whether a signature was lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signature {
    /// There was none.
    None,
    /// The workbook was signed, and the copy is not.
    Dropped,
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_date_stays_a_date_only_where_one_was() {
        let was = |kind| Some(Cell { column: 19, kind, text: "2026-07-15" });
        let deadline = Content::Date(date(2026, 10, 16));
        assert_eq!(Content::of("2026-10-16", was(CellKind::Date)), deadline);
        assert_eq!(Content::of("16/10/2026", was(CellKind::Date)), deadline);
        assert_eq!(Content::of("oktober", was(CellKind::Date)), Content::Text("oktober".into()));
        assert_eq!(Content::of("2026-10-16", was(CellKind::Text)), Content::Text("2026-10-16".into()));
        assert_eq!(Content::of("2026-10-16", None), Content::Text("2026-10-16".into()));
        assert_eq!(Content::of("", was(CellKind::Date)), Content::Empty);
    }
}
