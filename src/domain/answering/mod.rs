//! What can be answered to a question: the one form in which an answer is kept, from what people write.
//!
//! | kind | kept as |
//! |---|---|
//! | text | the text on one line, trimmed |
//! | long text | the text, its lines ended by `\n`, trimmed |
//! | yes or no | `yes` or `no` |
//! | choice | the id of the choice |
//! | date | `2026-07-15` |
//! | amount | euro with a point and two decimals: `1234.50` |
//! | number | whole, without leading zeros: `3` |
//! | account | IBAN without spaces: `BE68539007547034` |
//!
//! Never is guessed where two answers would fit: what is not understood is for a person. `numbers`, `choices` and
//! `yes_no` know how people write these.

mod choices;
mod numbers;
#[cfg(test)]
mod tests;
mod yes_no;

use super::account_number::AccountNumber;
use super::deadline;
use super::language::Language;
use super::questionnaire::{AnswerKind, Question};
use super::tidy::trim;

/// Most characters of an answer on one line.
pub const LINE: usize = 500;

/// Most characters of an answer of several lines.
pub const LINES: usize = 5_000;

/// Why a text is no answer to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NoAnswer {
    /// Neither a yes nor a no.
    NotYesNo,
    /// None of the choices on offer.
    NotAChoice,
    /// Not a calendar date.
    NotADate,
    /// Not an amount in euro with at most two decimals.
    NotAnAmount,
    /// Not a whole number.
    NotANumber,
    /// Not an account number (IBAN), or one with a digit mistyped.
    NotAnAccount,
    /// Longer than any answer is.
    TooLong,
}

/// What a text says in answer to a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The answer in the form in which it is kept.
    pub value: String,
    /// What was written besides, word for word with the answer: "ja, bij Revolut". For a person to read.
    pub remark: Option<String>,
}

/// The answer in the form in which it is kept; none where the text is empty.
///
/// Choices are read by their id and by how they read in any language, folded, without what stands in brackets
/// and by their beginning, where exactly one fits. Dates are read as [deadlines](deadline::parse) are, amounts as
/// people write them here: `1.234,50`, `1 234,5`, `€ 12`, `150 euro`, `1234.50`; "geen", "néant" and the like are
/// nothing. Accounts are read in groups or not.
///
/// # Errors
/// [`NoAnswer`] where the text does not answer the question, or says more than an answer.
pub fn canonical(question: &Question, text: &str) -> Result<Option<String>, NoAnswer> {
    match read(question, text)? {
        Some(Reading { remark: Some(_), .. }) => Err(NoAnswer::NotYesNo),
        reading => Ok(reading.map(|reading| reading.value)),
    }
}

/// As [`canonical`], and takes a yes or a no with a remark behind it.
///
/// # Errors
/// [`NoAnswer`] where the text does not answer the question.
pub fn read(question: &Question, text: &str) -> Result<Option<Reading>, NoAnswer> {
    let text = trim(text);
    if text.is_empty() {
        return Ok(None);
    }
    let mut remark = None;
    let value = match question.kind {
        AnswerKind::Text => one_line(text)?,
        AnswerKind::LongText => lines(text)?,
        AnswerKind::YesNo => {
            let (is_yes, rest) = yes_no::read(text).ok_or(NoAnswer::NotYesNo)?;
            remark = rest.then(|| text.to_owned());
            if is_yes { "yes" } else { "no" }.to_owned()
        }
        AnswerKind::Choice => choices::read(&question.choices, text).ok_or(NoAnswer::NotAChoice)?,
        AnswerKind::Date => deadline::parse(text).ok_or(NoAnswer::NotADate)?.to_string(),
        AnswerKind::Amount => numbers::amount(text).ok_or(NoAnswer::NotAnAmount)?,
        AnswerKind::Number => numbers::whole(without_percent(question, text)).ok_or(NoAnswer::NotANumber)?,
        AnswerKind::Account => AccountNumber::parse(text).ok_or(NoAnswer::NotAnAccount)?.as_str().to_owned(),
    };
    Ok(Some(Reading { value, remark }))
}

/// An answer that was kept for a question of another list, in the form in which this question keeps it; none where it
/// is no answer to it. It stays as it is, but for an account: that was a text before there was a kind of its own for it.
#[must_use]
pub fn adopted(question: &Question, kept: &str) -> Option<String> {
    let own = canonical(question, kept).ok().flatten()?;
    (own == kept || question.kind == AnswerKind::Account).then_some(own)
}

/// Whether a question asks for a percentage: in each of its languages it says so.
#[must_use]
pub fn asks_percentage(question: &Question) -> bool {
    let mut texts = Language::ALL.into_iter().filter_map(|language| question.text.get(language)).peekable();
    question.kind == AnswerKind::Number && texts.peek().is_some() && texts.all(|text| text.contains('%'))
}

/// `20 %` is 20 where per cent is asked for, and no number of children anywhere else.
fn without_percent<'a>(question: &Question, text: &'a str) -> &'a str {
    if asks_percentage(question) { text.strip_suffix('%').map_or(text, str::trim_end) } else { text }
}

/// How a kept answer reads to a person: choices in their words, dates and amounts as they are written
/// here. Yes and no are for the caller's own words, and stay as they are kept.
#[must_use]
pub fn shown(question: &Question, kept: &str, language: Language) -> String {
    match question.kind {
        AnswerKind::Choice => {
            let choice = question.choices.iter().find(|choice| choice.id == kept);
            choice.and_then(|choice| choice.text.get(language)).unwrap_or(kept).to_owned()
        }
        AnswerKind::Date => {
            kept.parse::<jiff::civil::Date>().map_or_else(|_| kept.to_owned(), |date| date.strftime("%d/%m/%Y").to_string())
        }
        AnswerKind::Amount => with_decimals(kept, language),
        AnswerKind::Account => AccountNumber::parse(kept).map_or_else(|| kept.to_owned(), |account| account.to_string()),
        AnswerKind::Text | AnswerKind::LongText | AnswerKind::YesNo | AnswerKind::Number => kept.to_owned(),
    }
}

/// A number with a point for its decimals, as it is written in a language: with a comma, save in English.
#[must_use]
pub fn with_decimals(number: &str, language: Language) -> String {
    if language == Language::English { number.to_owned() } else { number.replace('.', ",") }
}

fn one_line(text: &str) -> Result<String, NoAnswer> {
    let line = text.split(char::is_whitespace).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    if line.chars().count() > LINE { Err(NoAnswer::TooLong) } else { Ok(line) }
}

fn lines(text: &str) -> Result<String, NoAnswer> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines = text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n");
    if lines.chars().count() > LINES { Err(NoAnswer::TooLong) } else { Ok(lines) }
}
