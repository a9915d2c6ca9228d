//! How tall a row has to be for its texts.
//!
//! A program that opens a form takes the heights as they are written: LibreOffice finds none itself in a file that
//! says it is Excel's, and questions would be written over each other. What is written here is an estimate that
//! also holds for the wider letters that a program takes where ours are not there; a little too tall is no harm.
//! [`growing`] lets the rows grow with what is typed.

use std::io::{Cursor, Read as _, Write as _};

use rust_xlsxwriter::XlsxError;
use unicode_width::UnicodeWidthStr as _;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use crate::domain::form::layout::HEADINGS;

/// The size of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Print {
    /// 14 points, bold.
    Title,
    /// 11 points.
    Body,
    /// 10 points.
    Note,
    /// 9 points.
    Small,
}

impl Print {
    /// Points that a line takes.
    const fn line(self) -> f64 {
        match self {
            Self::Title => 19.0,
            Self::Body => 14.5,
            Self::Note => 13.0,
            Self::Small => 12.5,
        }
    }

    /// How many percent of the signs of a column, which are digits of 11 points, surely fit in it.
    const fn fits(self) -> usize {
        match self {
            Self::Title => 70,
            Self::Body => 98,
            Self::Note => 110,
            Self::Small => 120,
        }
    }
}

/// The height in points of texts below each other in a column of that many signs; an empty one takes none.
pub(super) fn height(texts: &[(&str, Print)], signs: usize) -> f64 {
    let one = |&(text, print): &(&str, Print)| {
        if text.is_empty() { 0.0 } else { f64::from(lines(text, signs * print.fits() / 100)) * print.line() }
    };
    texts.iter().map(one).sum::<f64>().max(Print::Body.line())
}

/// How many lines a text takes, broken between its words.
fn lines(text: &str, width: usize) -> u32 {
    let width = width.max(1);
    let of_paragraph = |paragraph: &str| {
        let (mut count, mut filled) = (1_u32, 0_usize);
        for word in paragraph.split_whitespace() {
            let long = word.width();
            let with = if filled == 0 { long } else { filled + 1 + long };
            if with <= width {
                filled = with;
                continue;
            }
            count += u32::from(filled > 0);
            // A word longer than a line is broken within.
            count += u32::try_from(long.saturating_sub(1) / width).unwrap_or(u32::MAX / 2);
            filled = (long.saturating_sub(1)) % width + 1;
        }
        count
    };
    text.split('\n').map(of_paragraph).sum()
}

/// The workbook with its rows of questions free to grow as answers are typed: the writer fixes each height that it is
/// given.
pub(super) fn growing(workbook: &[u8]) -> Result<Vec<u8>, XlsxError> {
    const SHEET: &str = "xl/worksheets/sheet1.xml";
    let mut archive = ZipArchive::new(Cursor::new(workbook)).map_err(broken)?;
    let mut grown = ZipWriter::new(Cursor::new(Vec::with_capacity(workbook.len())));
    for place in 0..archive.len() {
        let is_sheet = archive.by_index_raw(place).map_err(broken)?.name().is_ok_and(|name| name == SHEET);
        if is_sheet {
            let mut sheet = String::new();
            archive.by_index(place).map_err(broken)?.read_to_string(&mut sheet)?;
            grown.start_file(SHEET, SimpleFileOptions::default()).map_err(broken)?;
            grown.write_all(free(&sheet).as_bytes())?;
        } else {
            grown.raw_copy_file(archive.by_index_raw(place).map_err(broken)?).map_err(broken)?;
        }
    }
    Ok(grown.finish().map_err(broken)?.into_inner())
}

fn broken(error: ZipError) -> XlsxError {
    XlsxError::IoError(error.into())
}

/// The XML of a sheet with the heights of all rows below the headings left to the program ([ECMA-376] part 1, 18.3.1.73).
fn free(sheet: &str) -> String {
    let mut parts = sheet.split("<row ");
    let mut freed = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (tag, rest) = part.split_once('>').unwrap_or((part, ""));
        let row: Option<u32> = tag.strip_prefix("r=\"").and_then(|tag| tag.split('"').next()?.parse().ok());
        let is_free = row.is_some_and(|row| row > HEADINGS + 1);
        let tag = if is_free { tag.replace(" customHeight=\"1\"", "") } else { tag.to_owned() };
        freed.push_str("<row ");
        freed.push_str(&tag);
        freed.push('>');
        freed.push_str(rest);
    }
    freed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_between_words_and_inside_long_ones() {
        for (text, width, count) in
            [("", 10, 1), ("een twee", 8, 1), ("een twee", 7, 2), ("een\n\ntwee", 10, 3), ("abcdefghij", 4, 3), ("x abcdefghij y", 4, 4)]
        {
            assert_eq!(lines(text, width), count, "{text:?} {width}");
        }
        assert_eq!(lines("a", 0), 1);
    }

    #[test]
    fn only_rows_below_the_headings_grow() {
        let row = |number: u32| format!("<row r=\"{number}\" ht=\"30\" customHeight=\"1\"><c/></row>");
        let sheet = format!("<a>{}{}</a>", row(HEADINGS + 1), row(HEADINGS + 2));
        let freed = free(&sheet);
        assert_eq!(freed, sheet.replacen(&row(HEADINGS + 2), &row(HEADINGS + 2).replace(" customHeight=\"1\"", ""), 1));
        assert_eq!(free("<a></a>"), "<a></a>");
    }
}
