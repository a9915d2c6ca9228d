//! The form: a questionnaire as a workbook for the customer, and what is found in it when it comes back.
//!
//! - `words`: what the form says, in the languages of customers
//! - `layout`: what stands where, and the marks by which it is recognised
//! - `recognise`: from the cells of a workbook that came back to a [`Returned`]
//!
//! What a cell shows of a known answer is decided here ([`shown_masked`]), so that writing and comparing
//! cannot differ about it.

use std::borrow::Cow;

use super::account_number::AccountNumber;
use super::dossier::Dossier;
use super::field::Field;
use super::mask::accounts::mask_accounts;
use super::mask::{mask_in_text, mask_likely, mask_meant, mask_number};
use super::questionnaire::{AnswerKind, Prefill, Question, Questionnaire};

pub mod layout;
pub mod recognise;
pub mod words;

pub use recognise::{Asked, CellPlace, Given, Returned, Unrecognised};

/// Whether a question asks for a national number, own or the partner's.
#[must_use]
pub const fn asks_national_number(question: &Question) -> bool {
    matches!(question.prefill, Some(Prefill::Field(Field::NationalNumber | Field::SpouseNationalNumber)))
}

/// What somebody wrote for a question, or for none, as a screen or `--json` may show it, kept or not: whatever could be a national
/// number is masked, also where a digit of it is mistyped. The one rule of answers and of texts that are none.
#[must_use]
pub fn typed_masked<'a>(question: Option<&Question>, typed: &'a str) -> Cow<'a, str> {
    match question {
        Some(question) if asks_national_number(question) => mask_meant(typed),
        // An account is no national number, whatever its digits. What is written there and is none may be one.
        Some(question) if question.kind == AnswerKind::Account && AccountNumber::parse(typed).is_some() => Cow::Borrowed(typed),
        _ => mask_likely(typed),
    }
}

/// A kept answer as the form may show it: every national number and every account number in it masked. A form travels by mail and
/// lies in mailboxes for years.
#[must_use]
pub fn shown_masked<'a>(question: &Question, kept: &'a str) -> Cow<'a, str> {
    match question.kind {
        AnswerKind::Text | AnswerKind::LongText if asks_national_number(question) => Cow::Owned(mask_number(kept)),
        AnswerKind::Text | AnswerKind::LongText => match mask_in_text(kept) {
            Cow::Borrowed(text) => mask_accounts(text),
            Cow::Owned(text) => Cow::Owned(mask_accounts(&text).into_owned()),
        },
        AnswerKind::YesNo | AnswerKind::Choice | AnswerKind::Date | AnswerKind::Amount | AnswerKind::Number => Cow::Borrowed(kept),
        AnswerKind::Account => mask_accounts(kept),
    }
}

/// Whether the form of a dossier shows something masked.
#[must_use]
pub fn shows_masked(questionnaire: &Questionnaire, dossier: &Dossier) -> bool {
    let masked = |question: &Question| {
        dossier.answers.iter().any(|answer| answer.question == question.id && shown_masked(question, &answer.value) != answer.value)
    };
    questionnaire.questions().any(masked)
}
