//! Cells of any format as a kind and a text.

use std::fmt::Write as _;

use calamine::{Data, DataRef, ExcelDateTime, ExcelDateTimeType};
use jiff::civil::{Date, DateTime, date};

use crate::domain::sheet::CellKind;

/// The first serial number that is no date any more: 10000-01-01 counted from 1900.
const SERIAL_END: f64 = 2_958_466.0;

/// Above this not every whole number is a number of the format any more.
const WHOLE_END: f64 = 1e15;

/// Where serial dates count from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Epoch {
    /// 1 is 1 January 1900, and 60 a 29 February 1900 that never was ([ECMA-376] 18.17.4.1).
    Y1900,
    /// 0 is 1 January 1904, as workbooks made on older Macs count.
    Y1904,
}

/// What a cell holds, before it is text.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Value<'a> {
    /// Nothing.
    Empty,
    /// Text as it is.
    Text(&'a str),
    /// A number, and how many digits its format pads it to (0 for none).
    Number(f64, u8),
    /// A whole number.
    Integer(i64),
    /// A whole number that is written as it is shown.
    Digits(&'a str),
    /// A number that its format shows as a date or a time of day.
    Serial(f64, Epoch),
    /// A date or date and time in ISO 8601.
    Iso(&'a str),
    /// A truth value.
    Bool(bool),
    /// The sign of an error.
    Error(&'a str),
}

impl<'a> Value<'a> {
    /// What calamine read from a sheet of cells, with the digits of its number format.
    pub(super) fn from_cell(cell: &'a DataRef<'_>, digits: u8) -> Self {
        match cell {
            DataRef::Int(number) => Self::Integer(*number),
            DataRef::Float(number) => Self::Number(*number, digits),
            DataRef::String(text) | DataRef::DurationIso(text) => Self::Text(text),
            DataRef::SharedString(text) => Self::Text(text),
            DataRef::Bool(truth) => Self::Bool(*truth),
            DataRef::DateTime(moment) => Self::from_moment(moment),
            DataRef::DateTimeIso(text) => Self::Iso(text),
            DataRef::Error(error) => Self::Error(sign(error)),
            DataRef::Empty => Self::Empty,
        }
    }

    /// What calamine holds in a whole range.
    pub(super) fn from_data(data: &'a Data) -> Self {
        match data {
            Data::Int(number) => Self::Integer(*number),
            Data::Float(number) => Self::Number(*number, 0),
            Data::String(text) | Data::DurationIso(text) => Self::Text(text),
            Data::Bool(truth) => Self::Bool(*truth),
            Data::DateTime(moment) => Self::from_moment(moment),
            Data::DateTimeIso(text) => Self::Iso(text),
            Data::Error(error) => Self::Error(sign(error)),
            Data::Empty => Self::Empty,
        }
    }

    fn from_moment(moment: &ExcelDateTime) -> Self {
        let serial = moment.as_f64();
        if moment.is_duration() {
            return Self::Number(serial, 0);
        }
        // The epoch has no getter, but two equal moments have the same.
        let in_1904 = *moment == ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, true);
        Self::Serial(serial, if in_1904 { Epoch::Y1904 } else { Epoch::Y1900 })
    }

    /// Whether there is nothing to keep.
    pub(super) fn is_empty(&self) -> bool {
        matches!(self, Self::Empty | Self::Text("") | Self::Iso("") | Self::Error(""))
    }

    /// Kind and text of the value; texts that have to be made are made in `scratch`.
    pub(super) fn render<'t>(&'t self, scratch: &'t mut String) -> (CellKind, &'t str) {
        match self {
            Self::Empty => (CellKind::Text, ""),
            Self::Text(text) => (CellKind::Text, text),
            Self::Number(number, digits) => (write_number(*number, *digits, scratch), scratch),
            Self::Integer(number) => {
                let _ = write!(scratch, "{number}");
                (CellKind::Number, scratch)
            }
            Self::Serial(serial, epoch) => (write_serial(*serial, *epoch, scratch), scratch),
            Self::Iso(text) => match iso(text) {
                Some(moment) => (write_moment(moment, scratch), scratch),
                None => (CellKind::Text, text),
            },
            Self::Digits(digits) => (CellKind::Number, digits),
            Self::Bool(truth) => (CellKind::Bool, if *truth { "true" } else { "false" }),
            Self::Error(sign) => (CellKind::Error, sign),
        }
    }
}

fn sign(error: &calamine::CellErrorType) -> &'static str {
    use calamine::CellErrorType as Type;
    match error {
        Type::Div0 => "#DIV/0!",
        Type::NA => "#N/A",
        Type::Name => "#NAME?",
        Type::Null => "#NULL!",
        Type::Num => "#NUM!",
        Type::Ref => "#REF!",
        Type::Value => "#VALUE!",
        Type::GettingData => "#GETTING_DATA",
    }
}

/// The shortest text that gives the number back, whole numbers without exponent or fraction, and
/// padded with zeros where the format pads.
fn write_number(number: f64, digits: u8, text: &mut String) -> CellKind {
    if !number.is_finite() {
        text.push_str("#NUM!");
        return CellKind::Error;
    }
    // Minus zero is zero to everyone but a computer.
    let number = if number == 0.0 { 0.0 } else { number };
    let padded = number.fract() == 0.0 && (0.0..WHOLE_END).contains(&number);
    let width = if padded { usize::from(digits) } else { 0 };
    let _ = write!(text, "{number:0width$}");
    CellKind::Number
}

/// A serial number as a date, as a time of day (text) where it has no day, or as the number that
/// it is where no such day exists.
fn write_serial(serial: f64, epoch: Epoch, text: &mut String) -> CellKind {
    let Some((days, seconds)) = split(serial) else { return write_number(serial, 0, text) };
    let first = match epoch {
        Epoch::Y1900 if days == 0 => {
            let _ = write!(text, "{}", clock(seconds));
            return CellKind::Text;
        }
        Epoch::Y1900 if days < 60 => date(1899, 12, 31),
        Epoch::Y1900 if days == 60 => return write_number(serial, 0, text),
        Epoch::Y1900 => date(1899, 12, 30),
        Epoch::Y1904 => date(1904, 1, 1),
    };
    let day = first.checked_add(jiff::Span::new().days(days)).ok();
    match day.map(|day| day.to_datetime(clock(seconds))) {
        Some(moment) => write_moment(moment, text),
        None => write_number(serial, 0, text),
    }
}

/// Whole days and the seconds of the day, rounded, where the number can be a date at all.
fn split(serial: f64) -> Option<(i32, i32)> {
    if !(0.0..SERIAL_END).contains(&serial) {
        return None;
    }
    // Both lie far within the range of the type.
    #[expect(clippy::cast_possible_truncation, reason = "checked to lie between 0 and 2,958,466, or 86,400")]
    let (days, seconds) = (serial.floor() as i32, (serial.fract() * 86_400.0).round() as i32);
    Some(if seconds == 86_400 { (days + 1, 0) } else { (days, seconds) })
}

fn clock(seconds: i32) -> jiff::civil::Time {
    jiff::civil::Time::midnight().wrapping_add(jiff::Span::new().seconds(seconds))
}

/// A date and time as ISO 8601, the time only where it is not midnight.
fn write_moment(moment: DateTime, text: &mut String) -> CellKind {
    let (day, time) = (moment.date(), moment.time());
    let _ = write!(text, "{day}");
    if time != jiff::civil::Time::midnight() {
        let _ = write!(text, "T{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second());
    }
    CellKind::Date
}

/// Reads `2026-04-23`, `2026-04-23T10:30:00`, with fractions of a second or a closing `Z`.
fn iso(text: &str) -> Option<DateTime> {
    let text = text.trim();
    let text = text.strip_suffix('Z').unwrap_or(text);
    text.parse::<DateTime>().ok().or_else(|| text.parse::<Date>().ok().map(|day| day.at(0, 0, 0, 0)))
}

/// How many digits a number format pads whole numbers to: the zeros of `00000000000`, also with
/// signs between them as in `00"."00"."00"-"000"."00`, which stay out of the text. 0 for formats
/// that show numbers in any other way ([ECMA-376] 18.8.31).
pub(super) fn padding(format: &str) -> u8 {
    let mut zeros: u8 = 0;
    let mut signs = format.chars();
    while let Some(sign) = signs.next() {
        match sign {
            '0' => zeros = zeros.saturating_add(1),
            // Only the first section: it is the one for numbers that are not negative.
            ';' => break,
            '"' => while signs.next().is_some_and(|sign| sign != '"') {},
            '\\' | '_' | '*' => {
                signs.next();
            }
            '[' => {
                let inside: String = signs.by_ref().take_while(|&sign| sign != ']').collect();
                // A condition decides which section counts: too much for a guess.
                if inside.starts_with(['<', '>', '=']) {
                    return 0;
                }
            }
            '-' | '/' | ' ' | '(' | ')' | '+' | ':' | '\u{a0}' => {}
            _ => return 0,
        }
    }
    if zeros > 1 && zeros <= 15 { zeros } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rendered(value: &Value<'_>) -> (CellKind, String) {
        let mut scratch = String::new();
        let (kind, text) = value.render(&mut scratch);
        (kind, text.to_owned())
    }

    fn number(number: f64, digits: u8) -> String {
        let (kind, text) = rendered(&Value::Number(number, digits));
        assert_eq!(kind, CellKind::Number, "{text}");
        text
    }

    fn serial(serial: f64, epoch: Epoch) -> (CellKind, String) {
        rendered(&Value::Serial(serial, epoch))
    }

    #[test]
    fn numbers_are_as_short_as_they_can_be_and_have_no_exponent() {
        assert_eq!(number(85_073_003_328.0, 0), "85073003328");
        assert_eq!(number(32_471_625_368.0, 0), "32471625368");
        assert_eq!(number(1e21, 0), "1000000000000000000000");
        assert_eq!(number(0.1, 0), "0.1");
        assert_eq!(number(-0.0, 0), "0");
        assert_eq!(number(-12.5, 0), "-12.5");
        assert_eq!(rendered(&Value::Number(f64::NAN, 0)), (CellKind::Error, "#NUM!".to_owned()));
        assert_eq!(rendered(&Value::Integer(-7)), (CellKind::Number, "-7".to_owned()));
    }

    #[test]
    fn padding_formats_pad_whole_numbers_only() {
        assert_eq!(number(12_556_777.0, 11), "00012556777");
        assert_eq!(number(85_073_003_328.0, 4), "85073003328");
        assert_eq!(number(-5.0, 4), "-5");
        assert_eq!(number(1.5, 4), "1.5");
        assert_eq!(number(0.0, 3), "000");
    }

    #[test]
    fn number_formats_that_pad_are_known() {
        for (format, digits) in [
            ("00000000000", 11),
            ("0000000000;-0000000000;\"leeg\"", 10),
            ("00\".\"00\".\"00\"-\"000\".\"00", 11),
            ("0000\\.000\\.000", 10),
            ("\"BE\"0000000000", 10),
            ("[$-80C]00000_ ", 5),
            ("[Red]000 000", 6),
            ("0", 0),
            ("General", 0),
            ("0.00", 0),
            ("#,##0", 0),
            ("0%", 0),
            ("00E+00", 0),
            ("dd/mm/yyyy", 0),
            ("[<=999999999]000;0000", 0),
            ("[h]:mm", 0),
            ("\"000", 0),
            ("", 0),
            ("@", 0),
        ] {
            assert_eq!(padding(format), digits, "{format}");
        }
        assert_eq!(padding(&"0".repeat(100_000)), 0);
    }

    #[test]
    fn serial_dates_count_from_1900_with_its_day_that_never_was() {
        for (value, text) in [
            (1.0, "1900-01-01"),
            (59.0, "1900-02-28"),
            (61.0, "1900-03-01"),
            (44_197.0, "2021-01-01"),
            (46_135.0, "2026-04-23"),
            (46_135.437_5, "2026-04-23T10:30:00"),
            (46_134.999_999_9, "2026-04-23"),
            (2_958_465.0, "9999-12-31"),
        ] {
            assert_eq!(serial(value, Epoch::Y1900), (CellKind::Date, text.to_owned()), "{value}");
        }
        assert_eq!(serial(60.0, Epoch::Y1900), (CellKind::Number, "60".to_owned()));
        assert_eq!(serial(0.5, Epoch::Y1900), (CellKind::Text, "12:00:00".to_owned()));
    }

    #[test]
    fn serial_dates_count_from_1904_too() {
        assert_eq!(serial(0.0, Epoch::Y1904), (CellKind::Date, "1904-01-01".to_owned()));
        assert_eq!(serial(44_673.0, Epoch::Y1904), (CellKind::Date, "2026-04-23".to_owned()));
        assert_eq!(serial(2_957_003.0, Epoch::Y1904), (CellKind::Date, "9999-12-31".to_owned()));
        assert_eq!(serial(2_957_004.0, Epoch::Y1904), (CellKind::Number, "2957004".to_owned()));
    }

    #[test]
    fn what_is_no_date_stays_the_number_that_it_is() {
        for value in [-1.0, 2_958_466.0, 1e300] {
            assert_eq!(serial(value, Epoch::Y1900).0, CellKind::Number, "{value}");
        }
        assert_eq!(serial(f64::NAN, Epoch::Y1900).0, CellKind::Error);
        assert_eq!(serial(2_958_465.999_999_99, Epoch::Y1900).0, CellKind::Number);
    }

    #[test]
    fn iso_dates_lose_midnight_and_other_text_stays() {
        for (text, kind, shown) in [
            ("2026-04-23", CellKind::Date, "2026-04-23"),
            ("2026-04-23T00:00:00", CellKind::Date, "2026-04-23"),
            ("2026-04-23T10:30:00.123Z", CellKind::Date, "2026-04-23T10:30:00"),
            ("PT13H45M00S", CellKind::Text, "PT13H45M00S"),
            ("2026-02-30", CellKind::Text, "2026-02-30"),
        ] {
            assert_eq!(rendered(&Value::Iso(text)), (kind, shown.to_owned()));
        }
    }

    #[test]
    fn the_epoch_of_calamines_moments_is_known() {
        let moment = |in_1904| DataRef::DateTime(ExcelDateTime::new(1.0, ExcelDateTimeType::DateTime, in_1904));
        assert_eq!(Value::from_cell(&moment(false), 0), Value::Serial(1.0, Epoch::Y1900));
        assert_eq!(Value::from_cell(&moment(true), 0), Value::Serial(1.0, Epoch::Y1904));
        let duration = DataRef::DateTime(ExcelDateTime::new(1.5, ExcelDateTimeType::TimeDelta, false));
        assert_eq!(Value::from_cell(&duration, 0), Value::Number(1.5, 0));
    }
}
