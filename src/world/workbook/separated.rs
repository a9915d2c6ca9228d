//! Separated text: commas, semicolons or tabs, read as Excel reads them.
//!
//! Not with the `csv` crate: it passes over empty lines, so that row numbers would not be Excel's,
//! and it reads an unclosed quotation mark to the end of the file.

use std::borrow::Cow;

use super::book::{Book, Title};
use super::cells::Value;
use super::intake::Intake;
use super::text::{Decoded, decode};
use crate::domain::formula_guard::unguarded;
use crate::domain::workbook::{ReadFault, TextShape, Visibility};

/// How far a quotation mark may reach before it counts as never closed: lines and bytes.
const QUOTED_CAP: (u64, usize) = (100, 128 * 1024);

/// How many lines, and bytes, tell which separator it is.
const SNIFFED: (usize, usize) = (20, 64 * 1024);

/// What can stand between fields; the first wins where all fit alike.
const SEPARATORS: [u8; 3] = [b';', b',', b'\t'];

/// Separated text as a workbook of one sheet.
pub(super) struct Separated<'b> {
    title: [Title; 1],
    decoded: Decoded<'b>,
}

impl<'b> Separated<'b> {
    /// Decodes the text. The sheet is named after the file, as Excel does.
    pub(super) fn open(name: &str, bytes: &'b [u8]) -> Result<Self, ReadFault> {
        let name = name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned();
        Ok(Self { title: [Title { name, visibility: Visibility::Visible }], decoded: decode(bytes)? })
    }
}

impl Book for Separated<'_> {
    fn titles(&self) -> &[Title] {
        &self.title
    }

    fn cells(&mut self, _: usize, intake: &mut Intake<'_, '_>) -> Result<(), ReadFault> {
        let mut records = Records::new(&self.decoded.text);
        intake.notes.text = Some(TextShape {
            encoding: self.decoded.encoding.to_owned(),
            guessed: self.decoded.guessed,
            replaced: self.decoded.replaced,
            separator: char::from(records.separator),
        });
        intake.expect(self.decoded.text.len() as u64)?;
        let (mut row, mut column) = (0_u32, 0_u32);
        while !records.is_done() {
            let (field, end) = records.field()?;
            // What Instroom wrote with an apostrophe in front, so that it would stay text, is read without it.
            if intake.cell(row, column, &Value::Text(unguarded(&field)))?.is_break() {
                return Ok(());
            }
            column = column.saturating_add(1);
            if end == End::Record {
                (row, column) = (row.saturating_add(1), 0);
                intake.row(row, records.at as u64)?;
            }
        }
        Ok(())
    }
}

/// What ends a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Field,
    Record,
}

/// The fields of a text, one after the other. An empty line is a record with one empty field.
struct Records<'t> {
    text: &'t str,
    at: usize,
    /// Line of the file, from 1, for faults.
    line: u64,
    separator: u8,
    /// Whether the last field ended with a separator, so that one more follows.
    open: bool,
}

impl<'t> Records<'t> {
    fn new(text: &'t str) -> Self {
        match declared_separator(text) {
            // Excel does not show the line that declares the separator, nor count it.
            Some((separator, at)) => Self { text, at, line: 2, separator, open: false },
            None => Self { text, at: 0, line: 1, separator: sniff(text), open: false },
        }
    }

    fn is_done(&self) -> bool {
        self.at >= self.text.len() && !self.open
    }

    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn field(&mut self) -> Result<(Cow<'t, str>, End), ReadFault> {
        self.open = false;
        let mut field = match self.rest().strip_prefix('"') {
            Some(_) => self.quoted()?,
            None => Cow::Borrowed(""),
        };
        // What follows a closing quotation mark belongs to the field, as Excel has it.
        let rest = self.rest();
        let end = rest.bytes().position(|byte| byte == self.separator || byte == b'\n' || byte == b'\r').unwrap_or(rest.len());
        let (tail, behind) = rest.split_at_checked(end).unwrap_or((rest, ""));
        if field.is_empty() {
            field = Cow::Borrowed(tail);
        } else if !tail.is_empty() {
            field.to_mut().push_str(tail);
        }
        self.at += end;
        Ok((field, self.pass_end(behind)))
    }

    /// Steps over the separator or line end that stands first in `behind`.
    fn pass_end(&mut self, behind: &str) -> End {
        if behind.as_bytes().first() == Some(&self.separator) {
            self.at += 1;
            self.open = true;
            return End::Field;
        }
        self.at += if behind.starts_with("\r\n") { 2 } else { usize::from(!behind.is_empty()) };
        self.line += 1;
        End::Record
    }

    /// The text between quotation marks, doubled ones inside it as one.
    fn quoted(&mut self) -> Result<Cow<'t, str>, ReadFault> {
        let (opened, start) = (self.line, self.at);
        let unclosed = ReadFault::UnclosedQuote { line: opened };
        let mut field = Cow::Borrowed("");
        self.at += 1;
        loop {
            let rest = self.rest();
            let window = rest.as_bytes().get(..QUOTED_CAP.1).unwrap_or(rest.as_bytes());
            let Some(length) = window.iter().position(|&byte| byte == b'"') else { return Err(unclosed) };
            let piece = rest.get(..length).unwrap_or_default();
            self.line += line_ends(piece);
            self.at += length + 1;
            if self.line - opened > QUOTED_CAP.0 || self.at - start > QUOTED_CAP.1 {
                return Err(unclosed);
            }
            if field.is_empty() {
                field = Cow::Borrowed(piece);
            } else {
                field.to_mut().push_str(piece);
            }
            if !self.rest().starts_with('"') {
                return Ok(field);
            }
            field.to_mut().push('"');
            self.at += 1;
        }
    }
}

fn line_ends(text: &str) -> u64 {
    let ends = text.bytes().filter(|&byte| byte == b'\n' || byte == b'\r').count();
    let pairs = text.matches("\r\n").count();
    (ends - pairs) as u64
}

/// The separator of a first line `sep=;`, and where the second line begins.
fn declared_separator(text: &str) -> Option<(u8, usize)> {
    let end = text.find(['\r', '\n']).unwrap_or(text.len());
    let (line, behind) = text.split_at_checked(end)?;
    let line = line.trim_matches('"');
    let declared = line.get(..4).filter(|head| head.eq_ignore_ascii_case("sep=")).and_then(|_| line.get(4..))?;
    let &[separator] = declared.as_bytes() else { return None };
    if matches!(separator, b'"' | b'\r' | b'\n') || !separator.is_ascii() {
        return None;
    }
    let line_end = if behind.starts_with("\r\n") { 2 } else { usize::from(!behind.is_empty()) };
    Some((separator, end + line_end))
}

/// The separator that stands equally often, outside quotation marks, on most of the first lines.
fn sniff(text: &str) -> u8 {
    let head = text.as_bytes().get(..SNIFFED.1).unwrap_or(text.as_bytes());
    let (mut lines, mut counts, mut quoted) = (Vec::new(), [0_u32; SEPARATORS.len()], false);
    for &byte in head {
        match byte {
            b'"' => quoted = !quoted,
            _ if quoted => {}
            b'\n' | b'\r' => {
                lines.extend(Some(std::mem::take(&mut counts)).filter(|counts| *counts != [0; SEPARATORS.len()]));
                if lines.len() >= SNIFFED.0 {
                    break;
                }
            }
            _ => {
                for (count, separator) in counts.iter_mut().zip(SEPARATORS) {
                    *count += u32::from(byte == separator);
                }
            }
        }
    }
    lines.push(counts);
    let fit = |which: usize| {
        let column: Vec<u32> = lines.iter().filter_map(|line| line.get(which).copied()).filter(|&count| count > 0).collect();
        let alike = |count: u32| column.iter().filter(|&&other| other == count).count();
        column.iter().map(|&count| (alike(count), count)).max().unwrap_or_default()
    };
    // The last of equals is what `max_by_key` takes.
    let best = (0..SEPARATORS.len()).rev().max_by_key(|&which| fit(which)).unwrap_or_default();
    SEPARATORS.get(best).copied().unwrap_or(b';')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn table(text: &str) -> Result<Vec<Vec<String>>, ReadFault> {
        let mut records = Records::new(text);
        let (mut rows, mut row) = (Vec::new(), Vec::new());
        while !records.is_done() {
            let (field, end) = records.field()?;
            row.push(field.into_owned());
            if end == End::Record {
                rows.push(std::mem::take(&mut row));
            }
        }
        Ok(rows)
    }

    fn rows(text: &str) -> String {
        table(text).unwrap().iter().map(|row| row.join("|")).collect::<Vec<_>>().join("/")
    }

    #[test]
    fn lines_end_in_any_way_and_empty_ones_count() {
        assert_eq!(rows("a;b\r\nc;d\n\ne;f\rg;h"), "a|b/c|d//e|f/g|h");
        assert_eq!(rows("a;b\n"), "a|b");
        assert_eq!(rows("a;b;\n;c;"), "a|b|/|c|");
        assert_eq!(rows("\n\na;b"), "//a|b");
        assert_eq!(rows(""), "");
    }

    #[test]
    fn quotation_marks_keep_separators_line_ends_and_themselves() {
        assert_eq!(rows("\"a;b\";\"c\nd\";\"say \"\"x\"\"\"\ne;f;g"), "a;b|c\nd|say \"x\"/e|f|g");
        assert_eq!(rows("\"\";\"\"\"\";x"), "|\"|x");
        assert_eq!(rows("\"a\"b;c"), "ab|c");
        assert_eq!(rows("5\" buis;2\" buis\n\";\";x"), "5\" buis|2\" buis/;|x");
    }

    #[test]
    fn a_quotation_mark_that_nothing_closes_is_named_with_its_line() {
        let unclosed = |line| Err(ReadFault::UnclosedQuote { line });
        assert_eq!(table("a;b\nc;\"d\ne;f\n"), unclosed(2));
        assert_eq!(table("sep=;\r\na;\"d"), unclosed(2));
        assert_eq!(table(&format!("a;b\n\"x\r\ny\";c\n\"{}\";z", "l\n".repeat(101))), unclosed(4));
        assert!(table(&format!("a;b\n\"{}\";z", "l\n".repeat(100))).is_ok());
        assert_eq!(table(&format!("\"{}\";z", "x".repeat(128 * 1024))), unclosed(1));
        assert_eq!(table(&format!("\"{}\"", "\"\"".repeat(70 * 1024))), unclosed(1));
    }

    #[test]
    fn the_separator_is_told_from_the_first_lines() {
        assert_eq!(rows("a,b,c\n1,2,3"), "a|b|c/1|2|3");
        assert_eq!(rows("a\tb\n1\t2"), "a|b/1|2");
        assert_eq!(
            rows("Naam;Adres\nJan;Dorp 1, 9000 Gent\nPiet;Dorp 2, 9000 Gent"),
            "Naam|Adres/Jan|Dorp 1, 9000 Gent/Piet|Dorp 2, 9000 Gent"
        );
        assert_eq!(rows("\"a;b;c\",\"d\"\n\"e;f;g\",\"h\""), "a;b;c|d/e;f;g|h");
        assert_eq!(rows("Klanten 2026\n\na,b\nc,d;e"), "Klanten 2026//a|b/c|d;e");
        assert_eq!(rows("a;1,5\nb;2,5"), "a|1,5/b|2,5");
        assert_eq!(rows("alone"), "alone");
    }

    #[test]
    fn a_declared_separator_is_honoured_and_its_line_does_not_count() {
        assert_eq!(rows("sep=,\r\na;b,c\r\nd"), "a;b|c/d");
        assert_eq!(rows("SEP=|\na|b"), "a|b");
        assert_eq!(rows("\"sep=\t\"\na\tb"), "a|b");
        assert_eq!(rows("sep=;;\nx"), "sep=||/x");
        assert_eq!(rows("sep=é\nx"), "sep=é/x");
    }

    proptest! {
        #[test]
        fn what_is_written_quoted_is_read_back(cells in proptest::collection::vec(proptest::collection::vec("[a-z;,\"\té\n]{0,6}", 1..5), 1..6)) {
            let quoted = |cell: &String| format!("\"{}\"", cell.replace('"', "\"\""));
            let lines: Vec<String> = cells.iter().map(|row| row.iter().map(quoted).collect::<Vec<_>>().join("|")).collect();
            prop_assert_eq!(table(&format!("sep=|\n{}", lines.join("\r\n"))), Ok(cells));
        }

        #[test]
        fn any_text_is_read_or_refused_but_never_lost(text in "[a;,\"\r\n\té]{0,60}") {
            if let Ok(rows) = table(&text) {
                let kept: usize = rows.iter().flatten().map(|field| field.matches(['a', 'é']).count()).sum();
                prop_assert_eq!(kept, text.matches(['a', 'é']).count());
            }
        }
    }
}
