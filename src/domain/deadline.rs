//! Deadlines: a date cell, ISO 8601, or day, month, year as they are written in Belgium.

use jiff::civil::Date;

/// The date of a text. Read are `2026-07-15` and, day first, `15/7/2026`, `15-07-2026`, `15.07.2026`;
/// a year first may have the same three separators. Two digits of a year are of this century: no
/// deadline of an assessment year lies in another one. A time of day behind the date
/// (`2026-07-15T00:00:00`) is dropped. Month first is never guessed, and words are no date.
#[must_use]
pub fn parse(text: &str) -> Option<Date> {
    let date = match text.split_once(['T', ' ']) {
        Some((date, time)) if is_time_of_day(time) => date,
        Some(_) => return None,
        None => text,
    };
    let separator = date.chars().find(|character| !character.is_ascii_digit()).filter(|mark| matches!(mark, '-' | '/' | '.'))?;
    let mut parts = date.split(separator);
    let (first, month, last) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let (year, day) = match (first.len(), last.len()) {
        (4, 1 | 2) => (number(first)?, number(last)?),
        (1 | 2, 4) => (number(last)?, number(first)?),
        (1 | 2, 2) => (2000 + number(last)?, number(first)?),
        _ => return None,
    };
    let month = if month.len() <= 2 { number(month)? } else { return None };
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn number(digits: &str) -> Option<i16> {
    let only_digits = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if only_digits { digits.parse().ok() } else { None }
}

/// `00:00`, `00:00:00`, `00:00:00.000` or the same with a Z.
fn is_time_of_day(text: &str) -> bool {
    text.contains(':') && text.trim_end_matches('Z').bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b':' | b'.'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    #[test]
    fn every_way_of_writing_the_fifteenth_of_july_is_read() {
        for text in [
            "2026-07-15",
            "2026-7-15",
            "2026/07/15",
            "15/07/2026",
            "15/7/2026",
            "15-07-2026",
            "15.07.2026",
            "15/07/26",
            "15-7-26",
            "2026-07-15T00:00:00",
            "2026-07-15 23:59:59.999",
            "15/07/2026 00:00",
            "2026-07-15T00:00:00Z",
        ] {
            assert_eq!(parse(text), Some(date(2026, 7, 15)), "{text}");
        }
        assert_eq!(parse("5/6/2026"), Some(date(2026, 6, 5)), "the day comes first");
    }

    #[test]
    fn what_is_no_date_is_not() {
        for text in [
            "",
            "07/15/2026",
            "31/06/2026",
            "29/02/2026",
            "2026-13-01",
            "00/07/2026",
            "15 juli 2026",
            "juli",
            "46218",
            "20260715",
            "15/07",
            "15/07/2026/1",
            "15/07-2026",
            "15//2026",
            "15/07/126",
            "15/007/2026",
            "2026-07-15T",
            "2026-07-15 x",
            "-15/07/2026",
            "+5/07/2026",
            "15/07/20260",
            "１５/07/2026",
            "15 / 07 / 2026",
            "TBD",
            "2026-W29",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }

    #[test]
    fn leap_days_exist_in_leap_years_only() {
        assert_eq!(parse("29/02/2028"), Some(date(2028, 2, 29)));
        assert_eq!(parse("29/02/2100"), None);
    }

    proptest! {
        #[test]
        fn iso_is_its_own_reading(year in 1000_i16..=9999, month in 1_i8..=12, day in 1_i8..=28) {
            let day = date(year, month, day);
            prop_assert_eq!(parse(&day.to_string()), Some(day));
        }

        #[test]
        fn no_text_is_too_strange(text in "[0-9/.T: -]{0,12}") {
            if let Some(read) = parse(&text) {
                prop_assert_eq!(parse(&read.to_string()), Some(read));
            }
        }
    }
}
