//! What a cell that came back says, by what the cell is and what the question asks.

use super::Outcome;
use crate::domain::answering::{NoAnswer, Reading, asks_percentage, canonical, read};
use crate::domain::dossier::Answer;
use crate::domain::form::{Given, asks_national_number, shown_masked};
use crate::domain::national_number::NationalNumber;
use crate::domain::neutral::neutralise_lines;
use crate::domain::number_cell::whole_digits;
use crate::domain::questionnaire::{AnswerKind, Question};
use crate::domain::sheet::CellKind;

/// Why a text is not taken for an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NotUnderstood {
    /// It does not answer the question.
    NoAnswer(NoAnswer),
    /// Stars of a masked number with other digits: part of the number is missing.
    HalfMasked,
    /// It is no national number.
    NotANationalNumber,
    /// The cell holds an error of the workbook, such as `#REF!`.
    ErrorCell,
    /// The question stands in the workbook twice, with different answers.
    Twice,
}

/// What came of a given text beside a known answer.
pub(super) fn outcome(question: &Question, known: Option<&Answer>, given: &Given) -> Outcome {
    if known.is_some_and(|known| came_back_masked(question, &known.value, &given.text)) {
        return Outcome::StillMasked;
    }
    if question.is_told() {
        return told(question, known, given);
    }
    // Stars beside other words, where there was a number behind them: taken over, the number would be lost.
    if known.is_some_and(|known| shown_masked(question, &known.value) != known.value) && given.text.contains("**") {
        return Outcome::NotUnderstood(NotUnderstood::HalfMasked);
    }
    match (understood(question, given), known) {
        (Err(why), _) => Outcome::NotUnderstood(why),
        (Ok(None), None) => Outcome::Same,
        (Ok(None), Some(known)) if known.value.trim().is_empty() => Outcome::Same,
        (Ok(None), Some(_)) => Outcome::Emptied,
        (Ok(Some(value)), None) => Outcome::New(value),
        (Ok(Some(value)), Some(known)) if is_known(question, &known.value, &value) => Outcome::Same,
        (Ok(Some(value)), Some(known)) if known.value.trim().is_empty() => Outcome::New(value),
        (Ok(Some(value)), Some(_)) => Outcome::Changed(value),
    }
}

/// What the office decided stays, whatever came back; an emptied cell says nothing about it.
fn told(question: &Question, known: Option<&Answer>, given: &Given) -> Outcome {
    let text = given.text.trim();
    let is_same = |known: &Answer| is_same(&known.value, text) || understood(question, given) == Ok(Some(known.value.clone()));
    if text.is_empty() || known.is_some_and(is_same) { Outcome::Same } else { Outcome::Told(text.to_owned()) }
}

/// What was written behind a yes or a no, with it.
pub(super) fn remark(question: &Question, given: &Given) -> Option<String> {
    let is_asked = question.kind == AnswerKind::YesNo && given.kind == CellKind::Text && !question.is_told();
    read(question, &given.text).ok().flatten()?.remark.filter(|_| is_asked)
}

/// An account that was kept as a text before is the same in the form in which accounts are kept.
fn is_known(question: &Question, known: &str, given: &str) -> bool {
    is_same(known, given) || canonical(question, known).is_ok_and(|known| known.as_deref() == Some(given))
}

/// Where white space alone differs nothing does: some programs save lines of a cell as spaces. What came back
/// was neutralised on its way in, so what it is held against is too.
fn is_same(known: &str, given: &str) -> bool {
    known == given || neutralise_lines(known).split_whitespace().eq(given.split_whitespace())
}

fn came_back_masked(question: &Question, known: &str, text: &str) -> bool {
    let masked = shown_masked(question, known);
    // Accounts are kept without the spaces that the form shows.
    let bare = |text: &str| text.split_whitespace().collect::<String>();
    let is_account = question.kind == AnswerKind::Account;
    masked != known && (is_same(&masked, text) || (is_account && bare(&masked) == bare(text)))
}

/// The answer of a cell in the form in which answers are kept; none where it is empty.
pub(super) fn understood(question: &Question, given: &Given) -> Result<Option<String>, NotUnderstood> {
    let text = match given.kind {
        CellKind::Error => return Err(NotUnderstood::ErrorCell),
        CellKind::Number => number(question, &given.text)?,
        CellKind::Text | CellKind::Date | CellKind::Bool => given.text.clone(),
    };
    answer(question, &text, given.kind, |reading| Ok(reading.value))
}

/// What a person types as the answer, in the form in which it is kept; none where it is empty.
///
/// # Errors
/// [`NotUnderstood`] where it is no answer to the question.
pub fn typed(question: &Question, text: &str, kind: CellKind) -> Result<Option<String>, NotUnderstood> {
    // A remark behind a yes would be lost: who types can write it where remarks go.
    answer(question, text, kind, |reading| if reading.remark.is_some() { Err(NoAnswer::NotYesNo) } else { Ok(reading.value) })
}

fn answer(
    question: &Question,
    text: &str,
    kind: CellKind,
    value: impl Fn(Reading) -> Result<String, NoAnswer>,
) -> Result<Option<String>, NotUnderstood> {
    let reading = read(question, text).map_err(NotUnderstood::NoAnswer)?;
    match reading.map(value).transpose().map_err(NotUnderstood::NoAnswer)? {
        Some(answer) if asks_national_number(question) => national_number(&answer, kind).map(Some),
        answer => Ok(answer),
    }
}

/// A number cell has a point for the decimals and nothing between its thousands, however it is shown:
/// `1.234` is one and a bit there, and not what a person means who types it.
fn number(question: &Question, text: &str) -> Result<String, NotUnderstood> {
    let value = || text.parse::<f64>().ok().filter(|value| value.is_finite() && value.abs() < 1e13);
    match question.kind {
        AnswerKind::Amount => {
            let value = value().ok_or(NotUnderstood::NoAnswer(NoAnswer::NotAnAmount))?;
            let cents = (value * 100.0).round();
            // What calculating leaves behind (0.30000000000000004) is no part of a cent.
            if (value * 100.0 - cents).abs() > 1e-4 {
                return Err(NotUnderstood::NoAnswer(NoAnswer::NotAnAmount));
            }
            Ok(format!("{:.2}", cents / 100.0))
        }
        AnswerKind::Number => {
            // A cell that is shown as 20% holds 0.2; as a whole number of per cent that can only be 20.
            let is_part = |value: f64| asks_percentage(question) && value > 0.0 && value < 1.0;
            let whole = |value: f64| if is_part(value) { (value * 1e9).round() / 1e7 } else { value };
            let value = value().map(whole).filter(|value| value.fract() == 0.0).ok_or(NotUnderstood::NoAnswer(NoAnswer::NotANumber))?;
            Ok(format!("{value:.0}"))
        }
        AnswerKind::Text | AnswerKind::LongText | AnswerKind::Account => {
            Ok(whole_digits(text).map_or_else(|| text.to_owned(), std::borrow::Cow::into_owned))
        }
        AnswerKind::Date => Ok(counted_date(text).map_or_else(|| text.to_owned(), |date| date.to_string())),
        AnswerKind::YesNo | AnswerKind::Choice => Ok(text.to_owned()),
    }
}

/// The date of a number cell: a date that was pasted without its format is the number of days that workbooks count
/// from 1900 on. Only from 1910 to 2099, which is no year by itself.
fn counted_date(text: &str) -> Option<jiff::civil::Date> {
    /// 1 January 1910 and 31 December 2099.
    const DAYS: std::ops::RangeInclusive<i32> = 3_654..=73_050;
    let days = text.parse::<i32>().ok().filter(|days| DAYS.contains(days))?;
    jiff::civil::date(1899, 12, 30).checked_add(jiff::Span::new().days(days)).ok()
}

/// Whether the answer is a date that was counted from a number.
pub(super) fn is_counted(question: &Question, given: &Given) -> bool {
    question.kind == AnswerKind::Date && given.kind == CellKind::Number && counted_date(&given.text).is_some()
}

/// A whole national number, with or without its punctuation.
fn national_number(answer: &str, kind: CellKind) -> Result<String, NotUnderstood> {
    if answer.contains('*') {
        return Err(NotUnderstood::HalfMasked);
    }
    // An apostrophe in front is how people tell some programs that it is text.
    let answer = answer.strip_prefix('\'').unwrap_or(answer);
    let bare: String = answer.chars().filter(|sign| !sign.is_whitespace() && !matches!(sign, '.' | '-' | '/')).collect();
    // A number cell has lost the zeros in front.
    let bare = if kind == CellKind::Number && bare.len() >= 9 { format!("{bare:0>11}") } else { bare };
    NationalNumber::parse_stored(&bare).map(|_| bare).map_err(|_| NotUnderstood::NotANationalNumber)
}
