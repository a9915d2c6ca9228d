//! Texts and places as the format writes them.

use std::fmt::Write as _;

use jiff::civil::{Date, date};

use crate::domain::sheet::column_letters;

/// The most characters of a cell, in the sixteen-bit units in which Excel counts them.
pub(super) const TEXT_CAP: usize = 32_767;

/// The last row and the last column that a sheet can have, counted from 0.
pub(super) const LAST: (u32, u16) = (1_048_575, 16_383);

/// The text as the content of an element: no markup, and no sign that XML or the format's own
/// escapes (`_x001B_`, [ECMA-376] 22.9.2.19) would read as another one.
pub(super) fn content(text: &str) -> String {
    let mut written = String::with_capacity(text.len() + 8);
    for (at, sign) in text.char_indices() {
        match sign {
            '&' => written.push_str("&amp;"),
            '<' => written.push_str("&lt;"),
            '>' => written.push_str("&gt;"),
            '"' => written.push_str("&quot;"),
            '_' if is_escape(text.get(at..).unwrap_or_default()) => written.push_str("_x005F_"),
            '\t' | '\n' => written.push(sign),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {
                let _ = write!(written, "_x{:04X}_", u32::from(sign));
            }
            _ => written.push(sign),
        }
    }
    written
}

/// Whether the text begins as an escape does: `_x`, four hexadecimal digits, `_`.
fn is_escape(text: &str) -> bool {
    let mut signs = text.bytes();
    signs.next() == Some(b'_')
        && signs.next() == Some(b'x')
        && signs.by_ref().take(4).filter(u8::is_ascii_hexdigit).count() == 4
        && signs.next() == Some(b'_')
}

/// The text up to what a cell can hold.
pub(super) fn cut(text: &str, most: usize) -> &str {
    let mut units = 0;
    let end = text.char_indices().find(|(_, sign)| {
        units += sign.len_utf16();
        units > most
    });
    end.map_or(text, |(at, _)| text.get(..at).unwrap_or_default())
}

/// Name of a cell: row number from 1, column from 0.
pub(super) fn place(row: u32, column: u16) -> String {
    format!("{}{row}", column_letters(column))
}

/// Number of a row from 1 and of a column from 0, of a name such as `AB12` or `$AB$12`.
pub(super) fn parse_place(name: &str) -> Option<(u32, u16)> {
    let (mut row, mut column): (u32, u32) = (0, 0);
    for sign in name.bytes() {
        match sign {
            b'$' => {}
            b'A'..=b'Z' | b'a'..=b'z' if row == 0 => {
                column = column.checked_mul(26)?.checked_add(u32::from(sign.to_ascii_uppercase() - b'A') + 1)?;
            }
            b'0'..=b'9' if column > 0 => row = row.checked_mul(10)?.checked_add(u32::from(sign - b'0'))?,
            _ => return None,
        }
    }
    let column = u16::try_from(column.checked_sub(1)?).ok().filter(|&column| column <= LAST.1)?;
    (row >= 1 && row <= LAST.0 + 1).then_some((row, column))
}

/// First and last cell of a range such as `A2:B9`, or of a single cell.
pub(super) fn parse_range(range: &str) -> Option<((u32, u16), (u32, u16))> {
    match range.split_once(':') {
        Some((first, last)) => Some((parse_place(first)?, parse_place(last)?)),
        None => parse_place(range).map(|place| (place, place)),
    }
}

/// The serial number of a day, counted from 1904 or, with its 29 February that never was, from 1900
/// ([ECMA-376] 18.17.4.1).
pub(super) fn serial(day: Date, from_1904: bool) -> Option<i32> {
    let days_since = |first: Date| first.until((jiff::Unit::Day, day)).ok().map(|span| span.get_days());
    let number = match from_1904 {
        true => days_since(date(1904, 1, 1))?,
        false => match days_since(date(1899, 12, 30))? {
            late @ 61.. => late,
            early => early - 1,
        },
    };
    (number >= 0).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_written_so_that_they_are_read_as_they_are() {
        assert_eq!(content("a<b> & \"c\" 'd'"), "a&lt;b&gt; &amp; &quot;c&quot; 'd'");
        assert_eq!(content("_x001B_ _x00_ _y001B_ _x001G_"), "_x005F_x001B_ _x00_ _y001B_ _x001G_");
        assert_eq!(content("a\u{1b}\r\n\tb"), "a_x001B__x000D_\n\tb");
        assert_eq!(content("=1+1"), "=1+1");
        assert_eq!(cut("aé😀b", 3), "aé");
        assert_eq!(cut("aé😀b", 4), "aé😀");
        assert_eq!(cut("ab", 2), "ab");
    }

    #[test]
    fn places_are_read_and_never_wrap() {
        assert_eq!(parse_place("A1"), Some((1, 0)));
        assert_eq!(parse_place("$xfd$1048576"), Some((1_048_576, 16_383)));
        for wrong in ["", "A", "1", "A0", "1A", "XFE1", "A1048577", "AAAAAAAAAA1", "A99999999999", "É1", "A1:B2"] {
            assert_eq!(parse_place(wrong), None, "{wrong}");
        }
        assert_eq!(parse_range("A1:B3"), Some(((1, 0), (3, 1))));
        assert_eq!(parse_range("C4"), Some(((4, 2), (4, 2))));
        assert_eq!(place(12, 27), "AB12");
    }

    #[test]
    fn days_are_numbered_as_excel_does() {
        assert_eq!(serial(date(2026, 4, 23), false), Some(46_135));
        assert_eq!(serial(date(2026, 4, 23), true), Some(44_673));
        assert_eq!(serial(date(1900, 1, 1), false), Some(1));
        assert_eq!(serial(date(1900, 2, 28), false), Some(59));
        assert_eq!(serial(date(1900, 3, 1), false), Some(61));
        assert_eq!(serial(date(1899, 12, 30), false), None);
        assert_eq!(serial(date(1903, 12, 31), true), None);
    }
}
