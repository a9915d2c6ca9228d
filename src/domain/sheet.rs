//! One sheet of a workbook as text with its kind, compact enough for a million rows.

/// Most characters that a cell of a workbook holds (Excel's limit).
pub const LONGEST_TEXT: usize = 32_767;

/// Room for what grows with a workbook, in bytes: more than an allocator ever keeps among its small pieces (32 MiB).
pub const ROOM: usize = 64 << 20;

/// What a cell was in the workbook before it became text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum CellKind {
    /// Text, also the text of a formula's cached value.
    Text,
    /// A number; its text is the shortest that gives the number back, or, where the workbook's
    /// own format pads with zeros (`00000000000`), the padded text that the office sees.
    Number,
    /// A date; its text is ISO `YYYY-MM-DD`, with `THH:MM:SS` where there is a time of day.
    Date,
    /// A truth value; its text is `true` or `false`.
    Bool,
    /// An error value; its text is the error's sign, such as `#N/A`.
    Error,
}

/// One filled cell. Empty cells are not kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell<'a> {
    /// Column, counted from 0 (column A).
    pub column: u16,
    /// What the cell was in the workbook.
    pub kind: CellKind,
    /// The text of the cell, neutralised: no control characters, no bidirectional overrides.
    pub text: &'a str,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Span {
    /// Where the text starts in the arena; it ends where the next span starts.
    start: u32,
    column: u16,
    kind: CellKind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct RowSpan {
    /// Row number as the workbook shows it, counted from 1.
    number: u32,
    /// Index of the row's first cell.
    first: u32,
}

/// The filled rows of one sheet: all text in one arena, a few bytes beside it for each cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    name: String,
    text: String,
    cells: Vec<Span>,
    rows: Vec<RowSpan>,
}

/// The sheet holds more text than can be addressed (4 GiB), or than there is memory for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the sheet holds more text than there is room for")]
pub struct SheetFull;

impl Sheet {
    /// An empty sheet of that name.
    #[must_use]
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), ..Self::default() }
    }

    /// An empty sheet of that name that will grow large. Room is asked for in one go, and taken as it is filled: a list that
    /// outgrows its room again and again leaves holes where it was, half as large as the sheet in the end.
    #[must_use]
    pub fn growing(name: impl Into<String>) -> Self {
        let mut sheet = Self::new(name);
        // Where the system does not promise that much, it grows piece by piece.
        let _ = sheet.text.try_reserve_exact(ROOM);
        let _ = sheet.cells.try_reserve_exact(ROOM / size_of::<Span>());
        sheet
    }

    /// Adds a cell behind all earlier ones: rows ascending, columns ascending within a row.
    /// An empty text adds nothing; a cell that is not behind the earlier ones is left out.
    ///
    /// # Errors
    /// [`SheetFull`] past 4 GiB of text or cells, and where there is no memory for more.
    pub fn push(&mut self, row: u32, column: u16, kind: CellKind, text: &str) -> Result<(), SheetFull> {
        if text.is_empty() {
            return Ok(());
        }
        let first = u32::try_from(self.cells.len()).map_err(|_| SheetFull)?;
        let start = u32::try_from(self.text.len()).map_err(|_| SheetFull)?;
        u32::try_from(self.text.len() + text.len()).map_err(|_| SheetFull)?;
        // Where the system has no more room, that is an answer too; running out of it would be the end of the program.
        let is_room = self.text.try_reserve(text.len()).and(self.cells.try_reserve(1)).and(self.rows.try_reserve(1));
        is_room.map_err(|_| SheetFull)?;
        match self.rows.last() {
            Some(last) if last.number > row => return Ok(()),
            Some(last) if last.number == row => {
                if self.cells.last().is_some_and(|cell| cell.column >= column) {
                    return Ok(());
                }
            }
            _ => self.rows.push(RowSpan { number: row, first }),
        }
        self.text.push_str(text);
        self.cells.push(Span { start, column, kind });
        Ok(())
    }

    /// Name of the sheet, neutralised.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// How many rows have at least one filled cell.
    #[must_use]
    pub fn row_count(&self) -> usize {
        self.rows.len()
    }

    /// Row number as the workbook shows it (from 1) of the filled row at `index`.
    #[must_use]
    pub fn row_number(&self, index: usize) -> u32 {
        self.rows.get(index).map_or(0, |row| row.number)
    }

    /// Index of the filled row with that number, if it has any cell.
    #[must_use]
    pub fn index_of(&self, number: u32) -> Option<usize> {
        self.rows.binary_search_by_key(&number, |row| row.number).ok()
    }

    /// The filled cells of the filled row at `index`, columns ascending.
    pub fn cells(&self, index: usize) -> impl Iterator<Item = Cell<'_>> {
        let (from, to) = self.cell_range(index);
        (from..to).map(move |at| self.cell_at(at))
    }

    /// The cell of a column in the filled row at `index`, if it is filled.
    #[must_use]
    pub fn cell(&self, index: usize, column: u16) -> Option<Cell<'_>> {
        let (from, to) = self.cell_range(index);
        let spans = self.cells.get(from..to)?;
        // In a row without gaps it stands where its column is.
        let direct = spans.get(usize::from(column)).filter(|span| span.column == column).map(|_| usize::from(column));
        let at = direct.or_else(|| spans.binary_search_by_key(&column, |span| span.column).ok())?;
        Some(self.cell_at(from + at))
    }

    /// All text of the filled row at `index` in one piece, cells without anything between them.
    #[must_use]
    pub fn row_text(&self, index: usize) -> &str {
        let (from, to) = self.cell_range(index);
        self.text.get(self.start(from)..self.start(to)).unwrap_or("")
    }

    /// One past the last column that has a cell anywhere.
    #[must_use]
    pub fn width(&self) -> u16 {
        self.cells.iter().map(|cell| cell.column + 1).max().unwrap_or(0)
    }

    fn cell_range(&self, index: usize) -> (usize, usize) {
        let first = |at: usize| self.rows.get(at).map_or(self.cells.len(), |row| row.first as usize);
        (first(index), first(index + 1))
    }

    fn start(&self, cell: usize) -> usize {
        self.cells.get(cell).map_or(self.text.len(), |span| span.start as usize)
    }

    fn cell_at(&self, at: usize) -> Cell<'_> {
        let (column, kind) = self.cells.get(at).map_or((0, CellKind::Text), |span| (span.column, span.kind));
        Cell { column, kind, text: self.text.get(self.start(at)..self.start(at + 1)).unwrap_or("") }
    }
}

/// Letters of a column as workbooks show them: 0 is `A`, 26 is `AA`.
#[must_use]
pub fn column_letters(column: u16) -> String {
    let mut letters = String::new();
    let mut rest = u32::from(column) + 1;
    while rest > 0 {
        let digit = u8::try_from((rest - 1) % 26).unwrap_or(0);
        letters.insert(0, char::from(b'A' + digit));
        rest = (rest - 1) / 26;
    }
    letters
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sheet() -> Sheet {
        let mut sheet = Sheet::new("Customers");
        for (row, column, text) in [(1, 0, "Name"), (1, 2, "City"), (4, 2, "Gent"), (4, 5, "x")] {
            sheet.push(row, column, CellKind::Text, text).unwrap();
        }
        sheet
    }

    #[test]
    fn cells_come_back_by_row_and_column() {
        let sheet = sheet();
        assert_eq!(sheet.row_count(), 2);
        assert_eq!(sheet.row_number(1), 4);
        assert_eq!(sheet.index_of(4), Some(1));
        assert_eq!(sheet.index_of(2), None);
        assert_eq!(sheet.cell(1, 2).map(|cell| cell.text), Some("Gent"));
        assert_eq!(sheet.cell(1, 3), None);
        assert_eq!(sheet.cells(0).map(|cell| cell.text).collect::<Vec<_>>(), ["Name", "City"]);
        assert_eq!(sheet.row_text(1), "Gentx");
        assert_eq!(sheet.width(), 6);
    }

    #[test]
    fn what_is_empty_or_not_behind_the_earlier_cells_adds_nothing() {
        let mut sheet = sheet();
        let before = sheet.clone();
        for (row, column, text) in [(9, 0, ""), (3, 0, "late"), (4, 5, "again"), (4, 1, "late")] {
            sheet.push(row, column, CellKind::Text, text).unwrap();
        }
        assert_eq!(sheet, before);
    }

    #[test]
    fn columns_are_lettered_as_in_a_workbook() {
        let letters = [0, 20, 25, 26, 51, 52, 701, 702, 16_383].map(column_letters);
        assert_eq!(letters, ["A", "U", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD"]);
    }
}
