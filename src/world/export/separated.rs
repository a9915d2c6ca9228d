//! Separated text as Excel in Belgium expects it.
//!
//! - UTF-8 with a byte order mark: without it, Excel reads the bytes as Windows-1252 and "Müller"
//!   becomes "MÃ¼ller".
//! - Semicolons: the list separator of Belgian Windows, since the comma is the decimal sign.
//! - Quotation marks by RFC 4180 where a field holds a semicolon, a quotation mark, a line break, or
//!   white space at an end; lines end in CR LF.
//! - An apostrophe in front of what would be a formula, mobile numbers among it
//!   ([`crate::domain::formula_guard`]).
//! - Days as dd/mm/yyyy.
//!
//! One table is all that the format has. Where rows have details, each detail is a line that repeats
//! the cells of its row; a row without details is one line.
//!
//! Separated text cannot say that a number is text: Excel drops the zero of `00012399780` when it
//! opens the file by itself. For Excel there is .xlsx.

use std::borrow::Cow;
use std::fs::File;
use std::io::{BufWriter, Write};

use super::{Pace, Unfinished, Watch};
use crate::domain::export::{Cell, Table};
use crate::domain::formula_guard::guarded;

const MARK: &[u8] = "\u{feff}".as_bytes();
const SEPARATOR: char = ';';

pub(super) fn write(file: &mut File, table: Table<'_>, watch: &mut Watch<'_>) -> Result<(), Unfinished> {
    let mut out = BufWriter::new(file);
    let mut pace = Pace::new(watch);
    out.write_all(MARK)?;
    let details = table.details.as_ref().map_or(&[][..], |details| &details.headings);
    let kept: Vec<bool> = table.headings.iter().map(|heading| !(heading.is_in_details && table.details.is_some())).collect();
    let own = table.headings.iter().zip(&kept).filter(|(_, kept)| **kept).map(|(heading, _)| heading);
    line(&mut out, own.chain(details).map(|heading| Cow::Borrowed(heading.word.as_str())))?;
    let none = vec![Cell::Empty; details.len()];
    for entry in table.rows {
        let alone = table.details.is_none() || entry.details.is_empty();
        let details = if alone { std::slice::from_ref(&none) } else { entry.details.as_slice() };
        for detail in details {
            let own = entry.cells.iter().zip(&kept).filter(|(_, kept)| **kept).map(|(cell, _)| cell);
            line(&mut out, own.chain(detail).map(text))?;
        }
        pace.step()?;
    }
    out.flush()?;
    pace.ask()
}

fn line<'a>(out: &mut impl Write, fields: impl Iterator<Item = Cow<'a, str>>) -> std::io::Result<()> {
    for (place, field) in fields.enumerate() {
        if place > 0 {
            write!(out, "{SEPARATOR}")?;
        }
        let field = guarded(&field);
        if needs_quotes(&field) {
            write!(out, "\"{}\"", field.replace('"', "\"\""))?;
        } else {
            out.write_all(field.as_bytes())?;
        }
    }
    out.write_all(b"\r\n")
}

fn text(cell: &Cell) -> Cow<'_, str> {
    match cell {
        Cell::Empty => Cow::Borrowed(""),
        Cell::Text(text) | Cell::Named { word: text, .. } => Cow::Borrowed(text),
        Cell::Number(number) => Cow::Owned(number.to_string()),
        Cell::Date(date) => Cow::Owned(date.strftime("%d/%m/%Y").to_string()),
    }
}

fn needs_quotes(field: &str) -> bool {
    field.contains([SEPARATOR, '"', '\r', '\n']) || field.trim().len() != field.len()
}
