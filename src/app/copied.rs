//! What was copied. Nobody knows whether a terminal took it, so it is shown too: to be seen, or taken with the mouse.

use super::desk::Sight;
use super::detail::{TextLine, Tone, line, wrap};
use super::listing::Listing;
use super::table::Column;
use crate::domain::draft::Mark;
use crate::domain::formula_guard::guarded;
use crate::domain::neutral::{neutralise, neutralise_lines};

/// The most bytes that are offered to a clipboard: many terminals drop what is longer than 100,000 once it is encoded.
pub const MOST_BYTES: usize = 74_000;

/// What was copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copied {
    /// How many rows; none where it is one value.
    pub rows: Option<usize>,
    /// What was offered to the clipboard.
    pub text: String,
    /// First line seen.
    pub top: usize,
}

impl Copied {
    /// What this is, in lines of a width.
    #[must_use]
    pub fn said(sight: Sight, width: usize) -> Vec<TextLine> {
        wrap(line(Tone::Dim, sight.words().copying.perhaps), width)
    }

    /// What was copied as lines of a width; what separates columns is seen as air.
    #[must_use]
    pub fn lines(&self, width: usize) -> Vec<TextLine> {
        self.text.lines().flat_map(|row| wrap(line(Tone::Plain, row.replace('\t', "   ")), width)).collect()
    }
}

/// Why nothing is copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotCopied {
    /// There is no row.
    NoRow,
    /// The value is empty.
    Empty,
    /// So many rows are too much for a clipboard.
    TooMuch(usize),
}

/// The value under the cursor, as the screen shows it: national numbers masked unless they are shown.
///
/// # Errors
/// Why there is none.
pub fn cell<L: Listing>(list: &L, sight: Sight) -> Result<Copied, NotCopied> {
    let table = list.table();
    let (Some(item), Some(setting)) = (table.current(), table.current_column()) else { return Err(NotCopied::NoRow) };
    value(&list.bare_cells(item, &[setting.column], sight.leaving()).into_iter().next().unwrap_or_default())
}

/// One value, as the screen shows it. Lines stay lines.
///
/// # Errors
/// Why there is none.
pub fn value(text: &str) -> Result<Copied, NotCopied> {
    let text = neutralise_lines(text.trim()).into_owned();
    match text.len() {
        0 => Err(NotCopied::Empty),
        1..=MOST_BYTES => Ok(Copied { rows: None, text, top: 0 }),
        _ => Err(NotCopied::TooMuch(1)),
    }
}

/// Whether the marks of a list choose what is copied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Choice {
    /// They do: without a range, the marked rows that are shown are copied.
    Marks,
    /// They say something else, such as what is to be imported.
    Range,
}

/// The rows of the range, those that are marked, or the one under the cursor: their shown columns under their headings, separated by tabs,
/// so that a spreadsheet takes them as rows. What it would take for a formula gets its apostrophe.
///
/// # Errors
/// Why there is nothing.
pub fn rows<L: Listing>(list: &L, choice: Choice, sight: Sight) -> Result<Copied, NotCopied> {
    let table = list.table();
    let columns: Vec<Column> = table.shown().map(|setting| setting.column).collect();
    let marked = || table.order.iter().copied().filter(|&item| list.mark(item) == Some(Mark::Selected)).collect();
    let mut items: Vec<u32> = if choice == Choice::Marks && table.anchor.is_none() { marked() } else { Vec::new() };
    if items.is_empty() {
        items = table.in_range().to_vec();
    }
    if items.is_empty() {
        return Err(NotCopied::NoRow);
    }
    let words = sight.words();
    let headings =
        columns.iter().map(|column| if let Column::Field(field) = column { (words.field)(*field) } else { (words.column)(*column) });
    let mut text = headings.collect::<Vec<_>>().join("\t");
    for item in &items {
        text.push('\n');
        let cells: Vec<String> =
            list.bare_cells(*item, &columns, sight.leaving()).iter().map(|cell| guarded(&neutralise(cell)).into_owned()).collect();
        text.push_str(&cells.join("\t"));
        if text.len() > MOST_BYTES {
            return Err(NotCopied::TooMuch(items.len()));
        }
    }
    text.push('\n');
    Ok(Copied { rows: Some(items.len()), text, top: 0 })
}
