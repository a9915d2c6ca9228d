//! Rows as nearly every program writes them, read without an event for each tag: a sheet of 100,000 customers has six
//! million tags. Whatever is written otherwise stays for the [events](super::events), from the next cell on to the end
//! of its row.

use std::io::Read;

use super::super::cells::Value;
use super::super::intake::Intake;
use super::markup::{InTag, in_tag, passed, raw_text, resolved, trimmed};
use super::values::{Kind, Values, written};
use super::window::Window;
use crate::domain::workbook::ReadFault;

/// The longest cell that is read here, in bytes: nearly all are a hundredth of it.
pub(super) const LONGEST: usize = 16 * 1024;

/// Where the next cell stands that does not say where.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cursor {
    /// Row from 0.
    pub(super) row: u32,
    column: u32,
}

impl Cursor {
    /// The place of a cell that says where it stands, or else the next one.
    pub(super) fn take(&mut self, said: Option<(u32, u32)>) -> (u32, u32) {
        let place = said.unwrap_or((self.row, self.column));
        self.column = place.1.saturating_add(1);
        place
    }

    /// Goes to the beginning of the next row.
    pub(super) fn end_row(&mut self) {
        (self.row, self.column) = (self.row.saturating_add(1), 0);
    }
}

/// Why reading stopped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stop {
    /// What follows is written in another way, or the rows that were are behind.
    Odd,
    /// The sheet ends.
    End,
    /// No more cells are wanted.
    Enough,
}

/// What stands next among the rows.
enum Item<'a> {
    Row { number: Option<u32>, is_empty: bool },
    Cell(Cell<'a>),
    EndOfRow,
    EndOfSheet,
}

/// A cell as it is written.
struct Cell<'a> {
    place: Option<(u32, u32)>,
    style: usize,
    kind: Kind,
    text: Text<'a>,
}

/// Where the text of a cell stands, if anywhere.
enum Text<'a> {
    None,
    Value(&'a [u8]),
    Inline { text: &'a [u8], keeps_space: bool },
}

/// Reads rows as long as they are written in the usual way.
///
/// # Errors
/// Damaged, and what the intake says.
pub(super) fn rows<R: Read>(
    window: &mut Window<R>,
    cursor: &mut Cursor,
    values: &Values<'_>,
    intake: &mut Intake<'_, '_>,
) -> Result<Stop, ReadFault> {
    let mut scratch = String::new();
    loop {
        let seen = window.seen();
        let mut rest = seen;
        let mut stop = None;
        while let (None, Some((item, behind))) = (stop, item(rest)) {
            match item {
                Item::Row { number, is_empty } => {
                    cursor.row = number.unwrap_or(cursor.row);
                    if is_empty {
                        cursor.end_row();
                    }
                }
                Item::EndOfRow => cursor.end_row(),
                Item::EndOfSheet => stop = Some(Stop::End),
                Item::Cell(cell) => match cell.hand_in(cursor, values, intake, &mut scratch)? {
                    Some(true) => {}
                    Some(false) => stop = Some(Stop::Enough),
                    None => break,
                },
            }
            rest = behind;
        }
        let (taken, left) = (seen.len() - rest.len(), rest.len());
        window.pass(taken);
        if let Some(stop) = stop {
            return Ok(stop);
        }
        if left >= LONGEST || !window.more()? {
            return Ok(Stop::Odd);
        }
    }
}

fn item(mut rest: &[u8]) -> Option<(Item<'_>, &[u8])> {
    if let Some(behind) = rest.strip_prefix(b"<c") {
        rest = behind;
        let cell = cell(&mut rest)?;
        return Some((Item::Cell(cell), rest));
    }
    if let Some(behind) = rest.strip_prefix(b"</row>") {
        return Some((Item::EndOfRow, behind));
    }
    if let Some(behind) = rest.strip_prefix(b"<row") {
        rest = behind;
        let mut number = None;
        loop {
            match in_tag(&mut rest)? {
                InTag::Attribute(b"r", value) => number = Some(row_number(value)?),
                InTag::Attribute(..) => {}
                end => return Some((Item::Row { number, is_empty: end == InTag::Closed }, rest)),
            }
        }
    }
    rest.strip_prefix(b"</sheetData>").map(|behind| (Item::EndOfSheet, behind))
}

fn cell<'a>(rest: &mut &'a [u8]) -> Option<Cell<'a>> {
    let mut cell = Cell { place: None, style: 0, kind: Kind::Number { said: false }, text: Text::None };
    loop {
        match in_tag(rest)? {
            InTag::Attribute(b"r", value) => cell.place = Some(position(value)?),
            InTag::Attribute(b"s", value) => cell.style = usize::try_from(number(value)?).ok()?,
            InTag::Attribute(b"t", value) => cell.kind = Kind::of(value).ok()?,
            InTag::Attribute(..) => {}
            InTag::Closed => return Some(cell),
            InTag::Open => break,
        }
    }
    loop {
        if let Some(behind) = rest.strip_prefix(b"</c>") {
            *rest = behind;
            return Some(cell);
        }
        if let Some(behind) = rest.strip_prefix(b"<v>") {
            *rest = behind;
            cell.text = Text::Value(raw_text(rest)?);
            passed(rest, b"</v>")?;
        } else if let Some(behind) = rest.strip_prefix(b"<is><t") {
            *rest = behind;
            let keeps_space = opened(rest)?;
            cell.text = Text::Inline { text: raw_text(rest)?, keeps_space };
            passed(rest, b"</t></is>")?;
        } else {
            passed(rest, b"<f")?;
            formula(rest)?;
        }
    }
}

/// Takes the rest of a tag `t`: whether its white space counts.
fn opened(rest: &mut &[u8]) -> Option<bool> {
    let mut keeps_space = false;
    loop {
        match in_tag(rest)? {
            InTag::Attribute(b"xml:space", value) => keeps_space = value == b"preserve",
            InTag::Attribute(..) => {}
            InTag::Open => return Some(keeps_space),
            InTag::Closed => return None,
        }
    }
}

/// Takes a formula, which is not calculated anew.
fn formula(rest: &mut &[u8]) -> Option<()> {
    loop {
        match in_tag(rest)? {
            InTag::Attribute(..) => {}
            InTag::Closed => return Some(()),
            InTag::Open => break,
        }
    }
    raw_text(rest)?;
    passed(rest, b"</f>")
}

impl Cell<'_> {
    /// Hands the cell in; whether more are wanted. `None` where its text has to be read from its events; it has not
    /// been handed in then, and the cursor has not moved.
    fn hand_in(
        &self,
        cursor: &mut Cursor,
        values: &Values<'_>,
        intake: &mut Intake<'_, '_>,
        scratch: &mut String,
    ) -> Result<Option<bool>, ReadFault> {
        let (raw, keeps_space) = match self.text {
            Text::None => (&b""[..], true),
            Text::Value(text) => (text, true),
            Text::Inline { text, keeps_space } => (text, keeps_space),
        };
        let Some(text) = resolved(raw) else { return Ok(None) };
        let value = match self.text {
            Text::None => Value::Empty,
            Text::Value(_) => values.of(self.kind, self.style, &text, scratch)?,
            Text::Inline { .. } => written(if keeps_space { &text } else { trimmed(&text) }, scratch),
        };
        let (row, column) = cursor.take(self.place);
        intake.row(row.saturating_add(1), u64::from(row) + 1)?;
        Ok(Some(intake.cell(row, column, &value)?.is_continue()))
    }
}

/// Row from 0 of the number of a row. As elsewhere in the format, letters before it say nothing of the row.
pub(super) fn row_number(text: &[u8]) -> Option<u32> {
    let letters = text.iter().take_while(|sign| sign.is_ascii_alphabetic()).count();
    number(text.get(letters..)?)?.checked_sub(1)
}

/// Row and column, from 0, of a position such as `AB12`.
pub(super) fn position(text: &[u8]) -> Option<(u32, u32)> {
    let mut column = 0_u32;
    let mut letters = 0;
    for sign in text.iter().take_while(|sign| sign.is_ascii_alphabetic()) {
        column = column.checked_mul(26)?.checked_add(u32::from(sign.to_ascii_uppercase() - b'A') + 1)?;
        letters += 1;
    }
    Some((number(text.get(letters..)?)?.checked_sub(1)?, column.checked_sub(1)?))
}

/// A whole number of nothing but digits.
fn number(text: &[u8]) -> Option<u32> {
    if text.is_empty() {
        return None;
    }
    text.iter().try_fold(0_u32, |number, digit| {
        let digit = digit.is_ascii_digit().then(|| u32::from(digit - b'0'))?;
        number.checked_mul(10)?.checked_add(digit)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_read_and_never_wrap() {
        assert_eq!(position(b"A1"), Some((0, 0)));
        assert_eq!(position(b"ab12"), Some((11, 27)));
        assert_eq!(position(b"XFD1048576"), Some((1_048_575, 16_383)));
        for wrong in ["", "A", "12", "A0", "A4294967296", "AAAAAAAA1", "É1", "A1B", "A+1", "A 1"] {
            assert_eq!(position(wrong.as_bytes()), None, "{wrong}");
        }
        assert_eq!((row_number(b"7"), row_number(b"A7"), row_number(b"0"), row_number(b"")), (Some(6), Some(6), None, None));
    }
}
