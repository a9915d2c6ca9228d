//! Judging cells that hold one of a few words, a date, a postal code or labels.

use std::borrow::Cow;

use super::Judgement;
use crate::domain::answer_words::{is_person, yes_or_no};
use crate::domain::finding::Rule;
use crate::domain::language::Language;
use crate::domain::postal_code::{is_belgian, is_belgium, repaired};
use crate::domain::sheet::CellKind;
use crate::domain::tidy::is_blank;
use crate::domain::{deadline, labels};

/// The language that an office means by one letter.
fn of_letter(text: &str) -> Option<Language> {
    match text {
        "N" | "n" => Some(Language::Dutch),
        "F" | "f" => Some(Language::French),
        "E" | "e" => Some(Language::English),
        "D" | "d" => Some(Language::German),
        _ => None,
    }
}

impl<'a> Judgement<'a, '_> {
    pub(super) fn language(&mut self, offered: Option<&[Language]>) -> Option<Cow<'a, str>> {
        // The template's words first: a million cells of them are told apart without folding.
        let of_template = |language: &Language| {
            language.template_word().eq_ignore_ascii_case(self.text) || language.code().eq_ignore_ascii_case(self.text)
        };
        let Some(language) = Language::ALL.into_iter().find(of_template).or_else(|| Language::from_word(self.text)) else {
            // Many office lists write one letter: clear enough to be offered, not to be taken unasked.
            self.find_curable(Rule::LanguageUnknown, of_letter(self.text).map(|language| language.code().to_owned()));
            return None;
        };
        if offered.is_some_and(|offered| !offered.contains(&language)) {
            self.find(Rule::LanguageNotOffered);
            return None;
        }
        Some(Cow::Borrowed(language.code()))
    }

    pub(super) fn deadline(&mut self, earliest_year: Option<i16>) -> Option<Cow<'a, str>> {
        let date = match self.kind {
            CellKind::Text | CellKind::Date => deadline::parse(self.text),
            // A bare number of days could be counted from 1900 or from 1904: never guessed.
            CellKind::Number | CellKind::Bool | CellKind::Error => None,
        };
        let Some(date) = date else {
            self.find_curable(Rule::DeadlineNotADate, self.date_between_blanks(earliest_year));
            return None;
        };
        if earliest_year.is_some_and(|year| date.year() < year) {
            self.find(Rule::DeadlineTooEarly);
            return None;
        }
        Some(iso(date, self.text))
    }

    /// The date that is there once the blanks in it are gone: `15 / 07 / 2026`, often with no-break spaces.
    fn date_between_blanks(&self, earliest_year: Option<i16>) -> Option<String> {
        if self.kind != CellKind::Text || !self.text.contains(is_blank) {
            return None;
        }
        let close: String = self.text.chars().filter(|&character| !is_blank(character)).collect();
        let date = deadline::parse(&close).filter(|date| earliest_year.is_none_or(|year| date.year() >= year))?;
        Some(date.to_string())
    }

    pub(super) fn postal_code(&mut self, country: &str) -> Option<Cow<'a, str>> {
        let code = self.plain_text();
        if !is_belgian(&code) && is_belgium(country) {
            self.find_curable(Rule::PostalCodeShape, repaired(&code));
        }
        Some(code)
    }

    pub(super) fn person(&mut self) -> Option<Cow<'a, str>> {
        if is_person(self.text) {
            return Some(Cow::Borrowed("person"));
        }
        self.find(Rule::PersonUnknown);
        None
    }

    pub(super) fn send_invitation(&mut self) -> Option<Cow<'a, str>> {
        let wanted = yes_or_no(self.whole_number().as_deref().unwrap_or(self.text));
        if wanted.is_none() {
            self.find(Rule::SendInvitationUnknown);
        }
        wanted.map(|wanted| Cow::Borrowed(if wanted { "yes" } else { "no" }))
    }

    pub(super) fn labels(&mut self) -> Option<Cow<'a, str>> {
        let joined = self.whole_number().unwrap_or_else(|| labels::joined(self.text));
        if joined.is_empty() {
            return None;
        }
        if labels::has_spaces(self.text) {
            self.find_curable(Rule::LabelsSpaces, Some(joined.clone().into_owned()));
        }
        Some(joined)
    }
}

/// The date as ISO 8601, borrowed where the cell begins with just that.
fn iso(date: jiff::civil::Date, text: &str) -> Cow<'_, str> {
    let begins_so = |start: &&str| {
        let is_iso = start.bytes().enumerate().all(|(at, byte)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() });
        is_iso && !text.get(10..).is_some_and(|rest| rest.starts_with(|next: char| next.is_ascii_digit()))
    };
    match text.get(..10).filter(begins_so) {
        Some(start) => Cow::Borrowed(start),
        None => Cow::Owned(date.to_string()),
    }
}
