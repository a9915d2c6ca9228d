//! The rules of the format that bind one value to another, and the shape of names.

use super::fault::{Needs, Wrong};
use super::prefill::{FEMALE, MALE};
use super::{AnswerKind, Choice, Prefill};
use crate::domain::field::Field;
use crate::domain::language::Language;

/// Lower-case ASCII letters and digits, words joined by single hyphens, starting with a letter.
pub(super) fn id(id: &str) -> Result<(), Wrong> {
    let starts = id.starts_with(|first: char| first.is_ascii_lowercase());
    let word = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
    if starts && id.split('-').all(word) { Ok(()) } else { Err(Wrong::IdShape { id: id.to_owned() }) }
}

/// The name of a questionnaire says its assessment year.
pub(super) fn id_year(id: &str, year: i16) -> Result<(), Wrong> {
    let says = id.rsplit_once('-').is_some_and(|(_, end)| end == year.to_string());
    if says { Ok(()) } else { Err(Wrong::IdYear { id: id.to_owned(), year }) }
}

/// A choice offers two answers or more, the other kinds none.
pub(super) fn choices(kind: AnswerKind, choices: &[Choice]) -> Result<(), Wrong> {
    match (kind, choices.len()) {
        (AnswerKind::Choice, 0 | 1) => Err(Wrong::ChoicesMissing),
        (AnswerKind::Choice, _) | (_, 0) => Ok(()),
        (kind, _) => Err(Wrong::ChoicesUnexpected { kind: kind.key() }),
    }
}

/// What is known beforehand has to be an answer that the question takes.
pub(super) fn prefill(prefill: Prefill, kind: AnswerKind, choices: &[Choice], languages: &[Language]) -> Result<(), Wrong> {
    let offers = |id: &str| choices.iter().any(|choice| choice.id == id);
    let (fits, needs) = match prefill {
        Prefill::BirthDate | Prefill::SpouseBirthDate | Prefill::Field(Field::Deadline) => (kind == AnswerKind::Date, Needs::Date),
        Prefill::Sex => (offers(FEMALE) && offers(MALE), Needs::Sexes),
        Prefill::Field(Field::Language) => (languages.iter().all(|language| offers(language.code())), Needs::Languages),
        Prefill::AddressLine | Prefill::SpouseName | Prefill::Field(_) => {
            (matches!(kind, AnswerKind::Text | AnswerKind::LongText), Needs::Text)
        }
    };
    if fits { Ok(()) } else { Err(Wrong::PrefillKind { prefill: prefill.key(), needs }) }
}
