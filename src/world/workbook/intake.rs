//! Where all readers hand in their cells: bounded, neutralised, counted, and passed on.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::ControlFlow;

use super::cells::Value;
use super::fault::excess;
use crate::domain::neutral::{neutralise, neutralise_lines};
use crate::domain::sheet::{CellKind, Sheet};
use crate::domain::workbook::{Excess, Format, Notes, ReadFault, ReadProgress, SheetOutline, Visibility};

/// The most rows that are read: what a sheet of Excel can have.
pub(super) const ROW_CAP: u32 = 1_048_576;

/// The first column that is left out. The templates have 21; offices add a few dozen.
pub(super) const COLUMN_CAP: u32 = 1_024;

/// The widest sheet that any program makes; whatever claims to be beyond counts as one column.
const WIDEST: u32 = 16_384;

/// The most characters in a cell: Excel's own limit.
const TEXT_CAP: usize = 32_767;

/// The most text in one sheet, in bytes: 1 GiB.
const ALL_TEXT_CAP: u64 = 1 << 30;

/// The most filled cells in one sheet. 1,048,576 rows of 32 columns are as many.
const CELL_CAP: u64 = 1 << 25;

/// What any file may hold, and how much more for each byte of it: text in bytes, and filled cells. By repeating, a file of a few
/// thousand bytes can claim as much as the largest honest one, and judging that takes minutes. A full sheet of the same customer
/// over and over has some 50 bytes of text and 5 cells for each of its bytes.
const TEXT_OF_ANY: (u64, u64) = (8 << 20, 64);
const CELLS_OF_ANY: (u64, u64) = (1 << 18, 16);

/// The most sheets.
pub(super) const SHEET_CAP: usize = 1_000;

/// How many filled rows an outline shows of each sheet.
pub(super) const HEAD_ROWS: u32 = 40;

/// After how many rows progress is reported.
const REPORT_EVERY: u32 = 1_000;

/// What a reader gives, one after the other.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Step<'a> {
    /// The cells that follow belong to this sheet.
    Sheet { name: &'a str, visibility: Visibility },
    /// A filled cell: row from 1, column from 0, text neutralised.
    Cell { row: u32, column: u16, kind: CellKind, text: &'a str },
    /// This sheet cannot be read further, the workbook can.
    SheetFault(ReadFault),
    /// How far reading is.
    Progress(ReadProgress),
}

/// What takes the steps: a [`Collector`] here, a pipe in the reading process.
pub(super) trait Outlet {
    /// Takes one step. An error stops the reader and becomes the reader's own.
    fn take(&mut self, step: Step<'_>) -> Result<(), ReadFault>;

    /// Every sheet has been outlined: the place of the one that is wanted whole, if any.
    fn choose(&mut self) -> Result<Option<usize>, ReadFault>;
}

/// What only listens.
impl<F: FnMut(Step<'_>) -> Result<(), ReadFault>> Outlet for F {
    fn take(&mut self, step: Step<'_>) -> Result<(), ReadFault> {
        self(step)
    }

    fn choose(&mut self) -> Result<Option<usize>, ReadFault> {
        Ok(None)
    }
}

/// How much of a sheet is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Extent {
    /// The first filled rows.
    Head,
    /// Everything.
    Whole,
}

/// The bounds and the counting between one reader and its outlet.
pub(super) struct Intake<'i, 'o> {
    outlet: &'i mut (dyn Outlet + 'o),
    format: Format,
    extent: Extent,
    /// What has to be said about the sheet in the end.
    pub(super) notes: Notes,
    beyond: BTreeSet<u32>,
    cells: u64,
    text: u64,
    most_cells: u64,
    most_text: u64,
    rows: u32,
    last: Option<(u32, u32)>,
    reported: u32,
    total: Option<u64>,
    scratch: String,
    neutralise: fn(&str) -> Cow<'_, str>,
}

impl<'i, 'o> Intake<'i, 'o> {
    /// Nothing taken in yet of a file of so many bytes.
    pub(super) fn new(format: Format, extent: Extent, size: u64, outlet: &'i mut (dyn Outlet + 'o)) -> Self {
        let of_size = |(any, each): (u64, u64), cap: u64| size.saturating_mul(each).saturating_add(any).min(cap);
        Self {
            outlet,
            format,
            extent,
            notes: Notes::default(),
            beyond: BTreeSet::new(),
            cells: 0,
            text: 0,
            most_cells: of_size(CELLS_OF_ANY, CELL_CAP),
            most_text: of_size(TEXT_OF_ANY, ALL_TEXT_CAP),
            rows: 0,
            last: None,
            reported: 0,
            total: None,
            scratch: String::new(),
            neutralise,
        }
    }

    /// Lets line breaks in cells stay.
    pub(super) fn keep_lines(&mut self) {
        self.neutralise = neutralise_lines;
    }

    /// Whether the whole sheet is wanted.
    pub(super) fn wants_all(&self) -> bool {
        self.extent == Extent::Whole
    }

    /// After an outline: the place of the sheet that is wanted whole, if any. It is counted from the beginning.
    pub(super) fn choose(&mut self) -> Result<Option<usize>, ReadFault> {
        let chosen = self.outlet.choose()?;
        (self.extent, self.notes, self.cells, self.text) = (Extent::Whole, Notes::default(), 0, 0);
        self.beyond.clear();
        Ok(chosen)
    }

    /// A sheet begins.
    pub(super) fn begin(&mut self, name: &str, visibility: Visibility) -> Result<(), ReadFault> {
        (self.rows, self.last, self.reported, self.total) = (0, None, 0, None);
        self.outlet.take(Step::Sheet { name: &neutralise(name), visibility })
    }

    /// How much there is to do, as far as the workbook says: only progress believes it.
    pub(super) fn expect(&mut self, total: u64) -> Result<(), ReadFault> {
        self.total = Some(total);
        self.progress(0, 0)
    }

    /// The sheet that has begun cannot be read further. What concerns the whole reading, a stop or
    /// a broken bound, is not caught here.
    pub(super) fn fail(&mut self, fault: ReadFault) -> Result<(), ReadFault> {
        match fault {
            fault @ (ReadFault::Cancelled | ReadFault::NoReader { .. } | ReadFault::Io { .. }) => Err(fault),
            fault => self.outlet.take(Step::SheetFault(fault)),
        }
    }

    /// Says how far it is.
    pub(super) fn progress(&mut self, row: u32, done: u64) -> Result<(), ReadFault> {
        let total = self.total.map(|total| total.max(done));
        self.outlet.take(Step::Progress(ReadProgress { row, done, total }))
    }

    /// Says how far it is when another thousand rows have passed.
    pub(super) fn row(&mut self, row: u32, done: u64) -> Result<(), ReadFault> {
        if row >= self.reported.saturating_add(REPORT_EVERY) {
            self.reported = row;
            self.progress(row, done)?;
        }
        Ok(())
    }

    /// Takes in a cell: row and column from 0, wherever the file says that they are. `Break` when
    /// no more cells are wanted.
    pub(super) fn cell(&mut self, row: u32, column: u32, value: &Value<'_>) -> Result<ControlFlow<()>, ReadFault> {
        if value.is_empty() {
            return Ok(ControlFlow::Continue(()));
        }
        if row >= ROW_CAP {
            return Err(ReadFault::TooManyRows { format: self.format, cap: ROW_CAP });
        }
        let column = match u16::try_from(column) {
            Ok(fits) if column < COLUMN_CAP => fits,
            _ => {
                self.beyond.insert(column.min(WIDEST));
                self.notes.columns_left_out = u32::try_from(self.beyond.len()).unwrap_or(u32::MAX);
                return Ok(ControlFlow::Continue(()));
            }
        };
        let place = (row, u32::from(column));
        if self.last.is_some_and(|last| last >= place) {
            self.notes.cells_left_out += 1;
            return Ok(ControlFlow::Continue(()));
        }
        if self.last.is_none_or(|(last, _)| last < row) {
            self.rows += 1;
            if self.extent == Extent::Head && self.rows > HEAD_ROWS {
                return Ok(ControlFlow::Break(()));
            }
        }
        self.last = Some(place);
        self.pass_on(row + 1, column, value)?;
        Ok(ControlFlow::Continue(()))
    }

    fn pass_on(&mut self, row: u32, column: u16, value: &Value<'_>) -> Result<(), ReadFault> {
        self.scratch.clear();
        let (kind, text) = value.render(&mut self.scratch);
        let (text, cut) = cut(text);
        self.notes.texts_cut += u64::from(cut);
        let text = (self.neutralise)(text);
        self.cells += 1;
        self.text += text.len() as u64;
        if self.cells > self.most_cells {
            return Err(excess(Excess::Cells));
        }
        if self.text > self.most_text {
            return Err(excess(Excess::Text));
        }
        self.outlet.take(Step::Cell { row, column, kind, text: &text })
    }
}

/// The text up to what a cell can hold, and whether something was cut off.
fn cut(text: &str) -> (&str, bool) {
    if text.len() <= TEXT_CAP {
        return (text, false);
    }
    match text.char_indices().nth(TEXT_CAP) {
        Some((end, _)) => (text.get(..end).unwrap_or_default(), true),
        None => (text, false),
    }
}

/// Puts the steps together to sheets.
#[derive(Debug, Default)]
pub(super) struct Collector {
    /// The sheets so far.
    pub(super) sheets: Vec<SheetOutline>,
    /// Whether the next sheet is read whole.
    pub(super) whole: bool,
}

impl Collector {
    /// Takes one step; progress is for others.
    pub(super) fn take(&mut self, step: Step<'_>) -> Result<(), ReadFault> {
        match step {
            Step::Sheet { name, visibility } => {
                if self.sheets.len() >= SHEET_CAP {
                    return Err(excess(Excess::Sheets));
                }
                let head = if self.whole { Sheet::growing(name) } else { Sheet::new(name) };
                self.sheets.push(SheetOutline { name: name.to_owned(), visibility, head, fault: None });
            }
            Step::Cell { row, column, kind, text } => {
                if let Some(sheet) = self.sheets.last_mut() {
                    sheet.head.push(row, column, kind, text)?;
                }
            }
            Step::SheetFault(fault) => {
                if let Some(sheet) = self.sheets.last_mut() {
                    sheet.fault = Some(fault);
                }
            }
            Step::Progress(_) => {}
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::source::SOURCE_CAP;
    use super::*;

    /// Hands in the cells and gives what came through, with the notes.
    fn through(extent: Extent, cells: &[(u32, u32, &str)]) -> (Result<Collector, ReadFault>, Notes) {
        let mut collector = Collector::default();
        let mut outlet = |step: Step<'_>| collector.take(step);
        let mut intake = Intake::new(Format::Xlsx, extent, 1_000, &mut outlet);
        let mut run = || -> Result<(), ReadFault> {
            intake.begin("S", Visibility::Visible)?;
            for &(row, column, text) in cells {
                if intake.cell(row, column, &Value::Text(text))?.is_break() {
                    break;
                }
            }
            Ok(())
        };
        let done = run();
        let notes = intake.notes.clone();
        (done.map(|()| collector), notes)
    }

    #[test]
    fn far_columns_are_counted_and_left_out() {
        let cells = [(0, 0, "a"), (0, 1_023, "b"), (0, 1_024, "c"), (1, 1_024, "d"), (1, 16_383, "e"), (2, u32::MAX, "f")];
        let (done, notes) = through(Extent::Whole, &cells);
        let sheet = &done.unwrap().sheets[0].head;
        assert_eq!((sheet.row_count(), sheet.width(), notes.columns_left_out), (1, 1_024, 3));
    }

    #[test]
    fn a_row_that_cannot_be_is_refused() {
        let fault = through(Extent::Whole, &[(ROW_CAP, 0, "a")]).0.unwrap_err();
        assert_eq!(fault, ReadFault::TooManyRows { format: Format::Xlsx, cap: ROW_CAP });
        assert!(through(Extent::Whole, &[(ROW_CAP - 1, 0, "a")]).0.is_ok());
    }

    #[test]
    fn long_texts_are_cut_where_excel_would() {
        let fits = "é".repeat(TEXT_CAP);
        let (done, notes) = through(Extent::Whole, &[(0, 0, &fits), (0, 1, &format!("{fits}x"))]);
        let sheet = &done.unwrap().sheets[0].head;
        assert_eq!(notes.texts_cut, 1);
        assert_eq!(sheet.cell(0, 0), sheet.cell(0, 1).map(|cell| crate::domain::sheet::Cell { column: 0, ..cell }));
    }

    #[test]
    fn cells_out_of_order_are_counted() {
        let (done, notes) = through(Extent::Whole, &[(1, 1, "a"), (1, 1, "again"), (1, 0, "left"), (0, 5, "above"), (1, 2, "b")]);
        assert_eq!(done.unwrap().sheets[0].head.row_text(0), "ab");
        assert_eq!(notes.cells_left_out, 3);
    }

    #[test]
    fn a_head_ends_after_its_rows_and_empty_cells_do_not_count() {
        let cells: Vec<(u32, u32, &str)> = (0..100).map(|row| (row * 2, 0, "a")).chain([(500, 0, "")]).collect();
        let (done, _) = through(Extent::Head, &cells);
        let sheet = &done.unwrap().sheets[0].head;
        assert_eq!((sheet.row_count(), sheet.row_number(39)), (40, 79));
    }

    #[test]
    fn repeated_text_and_repeated_cells_are_bounded() {
        let mut outlet = |_: Step<'_>| Ok(());
        let mut intake = Intake::new(Format::Ods, Extent::Whole, SOURCE_CAP, &mut outlet);
        intake.text = ALL_TEXT_CAP - 2;
        assert!(intake.cell(0, 0, &Value::Text("é")).is_ok());
        assert_eq!(intake.cell(0, 1, &Value::Text("x")), Err(excess(Excess::Text)));
        (intake.text, intake.cells) = (0, CELL_CAP - 1);
        assert!(intake.cell(1, 0, &Value::Bool(true)).is_ok());
        assert_eq!(intake.cell(1, 1, &Value::Bool(true)), Err(excess(Excess::Cells)));
    }
    #[test]
    fn a_small_file_cannot_hold_as_much_as_a_large_one() {
        let mut outlet = |_: Step<'_>| Ok(());
        let mut intake = Intake::new(Format::Xlsx, Extent::Whole, 100, &mut outlet);
        intake.text = TEXT_OF_ANY.0 + 6_400 - 1;
        assert!(intake.cell(0, 0, &Value::Text("x")).is_ok());
        assert_eq!(intake.cell(0, 1, &Value::Text("x")), Err(excess(Excess::Text)));
        (intake.text, intake.cells) = (0, CELLS_OF_ANY.0 + 1_600 - 1);
        assert!(intake.cell(1, 0, &Value::Bool(true)).is_ok());
        assert_eq!(intake.cell(1, 1, &Value::Bool(true)), Err(excess(Excess::Cells)));
        // What a full sheet of one customer over and over has: 5 MB, 22 million cells, 220 MB of text.
        let intake = Intake::new(Format::Xlsx, Extent::Whole, 5_000_000, &mut outlet);
        assert!(intake.most_cells >= 1_048_576 * 21 && intake.most_text >= 220_000_000);
    }
}
