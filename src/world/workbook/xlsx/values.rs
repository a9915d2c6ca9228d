//! What a cell holds, from its type, its style and its text ([ECMA-376] 18.3.1.4 and 18.18.11).

use super::super::cells::Value;
use super::super::fault::damaged;
use super::described::{Shown, Styles};
use super::escapes;
use super::texts::Texts;
use crate::domain::workbook::ReadFault;

/// The most digits of a whole number that every reader of the format gives back as they stand.
const DIGITS: usize = 15;

/// The type of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A number, or whatever it is where the file does not say that it is one.
    Number { said: bool },
    /// A place in the table of shared texts.
    Shared,
    /// The text that a formula gave.
    Formula,
    /// A text in the cell itself.
    Inline,
    /// A truth value.
    Truth,
    /// An error value.
    Error,
    /// A date in ISO 8601.
    Date,
}

impl Kind {
    /// The type by its word.
    ///
    /// # Errors
    /// Damaged: no such type.
    pub(super) fn of(word: &[u8]) -> Result<Self, ReadFault> {
        match word {
            b"s" => Ok(Self::Shared),
            b"n" => Ok(Self::Number { said: true }),
            b"str" => Ok(Self::Formula),
            // Some programs write the name of the element for that of the type.
            b"inlineStr" | b"is" => Ok(Self::Inline),
            b"b" => Ok(Self::Truth),
            b"e" => Ok(Self::Error),
            b"d" => Ok(Self::Date),
            other => Err(damaged(format!("a cell of type {}", String::from_utf8_lossy(other)))),
        }
    }
}

/// What the texts of cells are looked up in.
pub(super) struct Values<'t> {
    /// The shared texts.
    pub(super) texts: &'t Texts,
    /// How numbers are shown.
    pub(super) styles: &'t Styles,
}

impl Values<'_> {
    /// The value of a cell, from the text in its element `v`.
    ///
    /// # Errors
    /// Damaged: the text is not what the type says.
    pub(super) fn of<'v>(&'v self, kind: Kind, style: usize, text: &'v str, scratch: &'v mut String) -> Result<Value<'v>, ReadFault> {
        match kind {
            // The text of such a cell stands in another element.
            Kind::Inline => Ok(Value::Empty),
            _ if text.is_empty() => Ok(Value::Empty),
            Kind::Number { said } => self.number(said, style, text),
            Kind::Shared => match self.texts.get(text.parse().unwrap_or(0)) {
                Some(shared) => Ok(Value::Text(shared)),
                None => Err(damaged("a text that the table of texts does not have")),
            },
            Kind::Formula => Ok(written(text, scratch)),
            Kind::Truth => truth(text),
            Kind::Error => Ok(Value::Error(text)),
            Kind::Date => Ok(Value::Iso(text)),
        }
    }

    fn number<'v>(&self, said: bool, style: usize, text: &'v str) -> Result<Value<'v>, ReadFault> {
        let shown = self.styles.of(style);
        if shown == Shown::Number(0) && is_short_whole(text) {
            return Ok(Value::Digits(text));
        }
        match (text.parse::<f64>(), shown) {
            (Ok(number), Shown::Number(digits)) => Ok(Value::Number(number, digits)),
            (Ok(serial), Shown::Moment) => Ok(Value::Serial(serial, self.styles.epoch)),
            (Ok(length), Shown::Duration) => Ok(Value::Number(length, 0)),
            (Err(error), _) if said => Err(damaged(error)),
            (Err(_), _) => Ok(Value::Text(text)),
        }
    }
}

/// A text that the file holds itself.
pub(super) fn written<'v>(text: &'v str, scratch: &'v mut String) -> Value<'v> {
    match escapes::decoded(text) {
        std::borrow::Cow::Borrowed(same) => Value::Text(same),
        std::borrow::Cow::Owned(decoded) => {
            *scratch = decoded;
            Value::Text(scratch)
        }
    }
}

/// Whether a number is written as it would be shown: no sign, no fraction, no zero in front.
fn is_short_whole(text: &str) -> bool {
    text.len() <= DIGITS && text.bytes().all(|digit| digit.is_ascii_digit()) && (text.len() == 1 || !text.starts_with('0'))
}

fn truth(text: &str) -> Result<Value<'_>, ReadFault> {
    match text.trim() {
        "" => Ok(Value::Empty),
        "1" => Ok(Value::Bool(true)),
        "0" => Ok(Value::Bool(false)),
        word if word.eq_ignore_ascii_case("true") => Ok(Value::Bool(true)),
        word if word.eq_ignore_ascii_case("false") => Ok(Value::Bool(false)),
        _ => Err(damaged("a truth value that is none")),
    }
}
