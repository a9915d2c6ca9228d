//! Finding the row of headings where no heading is known.

use crate::domain::sheet::{Cell, CellKind, Sheet};
use crate::domain::template::layout::{LayoutFault, Place, SheetHead, Visibility, candidate, find, unjudged_row};
use crate::domain::tidy::trim;

/// How many filled rows from the top are looked at.
const SEARCHED_ROWS: usize = 40;
/// How many rows below a row are compared with it.
const ROWS_BELOW: usize = 20;
/// Longest text that can be a heading, in characters.
const LONGEST_HEADING: usize = 60;

/// Where the customers of a workbook stand, also where a person has to say which column is what:
/// [`find`], then the row that knows some headings, then the row that is most probably headings of which none
/// is known. Its layout may lack required columns or hold two for one field.
///
/// # Errors
/// [`LayoutFault::NoHeading`] and [`LayoutFault::EmptySheet`].
pub fn place(heads: &[SheetHead<'_>]) -> Result<Place, LayoutFault> {
    find(heads).or_else(|_| candidate(heads)).or_else(|fault| probable(heads).ok_or(fault))
}

/// The sheet and row that are most probably headings: those shown go first, then the sheet with most columns
/// of values that are no words, then the first.
fn probable(heads: &[SheetHead<'_>]) -> Option<Place> {
    let mut best: Option<((Visibility, usize), Place)> = None;
    for (sheet, head) in heads.iter().enumerate() {
        let Some((row, columns)) = probable_row(head.sheet) else { continue };
        let rank = (head.visibility, columns);
        if best.as_ref().is_none_or(|(highest, _)| rank > *highest)
            && let Ok(layout) = unjudged_row(head.sheet, row)
        {
            best = Some((rank, Place { sheet, layout }));
        }
    }
    best.map(|(_, place)| place)
}

/// The first row of short texts, one for most columns, below which at least one column holds numbers,
/// dates or addresses; its number, and how many such columns there are.
#[must_use]
pub fn probable_row(sheet: &Sheet) -> Option<(u32, usize)> {
    (0..sheet.row_count().min(SEARCHED_ROWS)).find_map(|at| {
        let headings: Vec<Cell<'_>> = sheet.cells(at).filter(|cell| !trim(cell.text).is_empty()).collect();
        if headings.len() < 2 || !headings.iter().all(is_heading_like) {
            return None;
        }
        let below = at + 1..sheet.row_count().min(at + 1 + ROWS_BELOW);
        let widest = below.clone().map(|row| sheet.cells(row).count()).max()?;
        let told = |cell: &Cell<'_>| {
            let values = || below.clone().filter_map(|row| sheet.cell(row, cell.column));
            values().count() > 0 && values().filter(|value| !is_heading_like(value)).count() * 2 > values().count()
        };
        let columns = headings.iter().filter(|cell| told(cell)).count();
        (columns > 0 && headings.len() * 5 >= widest * 3).then(|| (sheet.row_number(at), columns))
    })
}

/// A short text with a letter that is no address and no number with a letter to it.
fn is_heading_like(cell: &Cell<'_>) -> bool {
    let text = trim(cell.text);
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    cell.kind == CellKind::Text
        && text.chars().count() <= LONGEST_HEADING
        && text.chars().any(char::is_alphabetic)
        && !text.contains('@')
        && digits < 4
}
