//! One table of the file while it is being read: every way to take something out of it knows the line
//! and the place, and so does every refusal.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Phrase;
use super::fault::{Expected, Named, Place, QuestionnaireFault, Wrong};
use crate::domain::language::Language;

/// A table, the text that it stands in, and the named things around it.
#[derive(Debug, Clone)]
pub(super) struct Entries<'t, 'text> {
    text: &'text str,
    table: &'t DeTable<'text>,
    /// Where the table starts, for what is missing in it.
    at: usize,
    pub(super) place: Place,
}

/// A value and where it starts in the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Located<T> {
    pub(super) value: T,
    pub(super) at: usize,
}

/// Line of an offset in a text, counted from 1.
pub(super) fn line(text: &str, at: usize) -> usize {
    // For every question at each start of the program: in great steps.
    memchr::memchr_iter(b'\n', text.as_bytes().get(..at).unwrap_or(text.as_bytes())).count() + 1
}

impl<'t, 'text> Entries<'t, 'text> {
    /// The outermost table of a file.
    pub(super) fn of_file(text: &'text str, table: &'t DeTable<'text>) -> Self {
        Self { text, table, at: 0, place: Place::default() }
    }

    /// A fault of this table at an offset of the text.
    pub(super) fn fault(&self, at: usize, wrong: Wrong) -> QuestionnaireFault {
        QuestionnaireFault { line: Some(self.line(at)), place: Box::new(self.place.clone()), wrong }
    }

    /// Line of an offset, counted from 1.
    pub(super) fn line(&self, at: usize) -> usize {
        line(self.text, at)
    }

    /// Refuses every key but these: the first unknown one in the file.
    pub(super) fn only(&self, known: &'static [&'static str]) -> Result<(), QuestionnaireFault> {
        let unknown = self.table.keys().filter(|key| !known.contains(&key.get_ref().as_ref())).min_by_key(|key| key.span().start);
        unknown.map_or(Ok(()), |key| Err(self.fault(key.span().start, Wrong::UnknownKey { key: key.get_ref().to_string(), known })))
    }

    /// The value of a key, if it is there.
    fn find(&self, key: &str) -> Option<(&'t DeValue<'text>, Range<usize>)> {
        self.table.get(key).map(|value| (value.get_ref(), value.span()))
    }

    fn missing(&self, key: &'static str) -> QuestionnaireFault {
        self.fault(self.at, Wrong::MissingKey { key })
    }

    /// A text, if the key is there.
    pub(super) fn optional_text(&self, key: &'static str) -> Result<Option<Located<&'t str>>, QuestionnaireFault> {
        let Some((value, span)) = self.find(key) else { return Ok(None) };
        let value = value.as_str().ok_or_else(|| self.fault(span.start, Wrong::Type { key, expected: Expected::Text }))?;
        Ok(Some(Located { value, at: span.start }))
    }

    /// A text that has to be there.
    pub(super) fn text(&self, key: &'static str) -> Result<Located<&'t str>, QuestionnaireFault> {
        self.optional_text(key)?.ok_or_else(|| self.missing(key))
    }

    /// A whole number that has to be there. One too big for 64 bits reads as the largest.
    pub(super) fn integer(&self, key: &'static str) -> Result<Located<i64>, QuestionnaireFault> {
        let (value, span) = self.find(key).ok_or_else(|| self.missing(key))?;
        let integer = value.as_integer();
        let integer = integer.ok_or_else(|| self.fault(span.start, Wrong::Type { key, expected: Expected::WholeNumber }))?;
        let value = i64::from_str_radix(integer.as_str(), integer.radix()).unwrap_or(i64::MAX);
        Ok(Located { value, at: span.start })
    }

    /// A list of texts; none where the key is not there.
    pub(super) fn texts(&self, key: &'static str) -> Result<Vec<Located<&'t str>>, QuestionnaireFault> {
        let wrong = |at| self.fault(at, Wrong::Type { key, expected: Expected::Texts });
        let Some((value, span)) = self.find(key) else { return Ok(Vec::new()) };
        let list = value.as_array().ok_or_else(|| wrong(span.start))?;
        let text = |item: &'t Spanned<DeValue<'text>>| {
            let at = item.span().start;
            item.get_ref().as_str().map(|value| Located { value, at }).ok_or_else(|| wrong(at))
        };
        list.iter().map(text).collect()
    }

    /// The tables of a list, in order, each in the place of this one; none where the key is not there.
    pub(super) fn tables(&self, key: &'static str) -> Result<Vec<Self>, QuestionnaireFault> {
        let wrong = |at| self.fault(at, Wrong::Type { key, expected: Expected::Tables });
        let Some((value, span)) = self.find(key) else { return Ok(Vec::new()) };
        let list = value.as_array().ok_or_else(|| wrong(span.start))?;
        let entries = |item: &'t Spanned<DeValue<'text>>| {
            let at = item.span().start;
            let table = item.get_ref().as_table().ok_or_else(|| wrong(at))?;
            Ok(Self { text: self.text, table, at, place: self.place.clone() })
        };
        list.iter().map(entries).collect()
    }

    /// The tables of a list that has to be there with at least one.
    pub(super) fn some_tables(&self, key: &'static str) -> Result<Vec<Self>, QuestionnaireFault> {
        let tables = self.tables(key)?;
        if tables.is_empty() { Err(self.none_of(key)) } else { Ok(tables) }
    }

    /// The fault of a list that has to have something in it and has not.
    pub(super) fn none_of(&self, key: &'static str) -> QuestionnaireFault {
        self.find(key).map_or_else(|| self.missing(key), |(_, span)| self.fault(span.start, Wrong::Empty { key }))
    }

    /// A phrase that has to be there in each of these languages and in no other.
    pub(super) fn phrase(&self, key: &'static str, languages: &[Language]) -> Result<Phrase, QuestionnaireFault> {
        self.optional_phrase(key, languages)?.ok_or_else(|| self.missing(key))
    }

    /// A phrase in each of these languages and in no other, if the key is there.
    pub(super) fn optional_phrase(&self, key: &'static str, languages: &[Language]) -> Result<Option<Phrase>, QuestionnaireFault> {
        let Some((value, span)) = self.find(key) else { return Ok(None) };
        let wrong = |at| self.fault(at, Wrong::Type { key, expected: Expected::Table });
        let table = value.as_table().ok_or_else(|| wrong(span.start))?;
        let mut phrases = Vec::with_capacity(table.len());
        for (code, value) in table {
            let at = code.span().start;
            let language = language(code.get_ref())
                .ok_or_else(|| self.fault(at, Wrong::UnknownValue { what: Named::Language, value: code.get_ref().to_string() }))?;
            let phrase = value.get_ref().as_str().ok_or_else(|| wrong(value.span().start))?;
            if !languages.contains(&language) {
                return Err(self.fault(at, Wrong::PhraseUndeclared { phrase: key, language }));
            }
            if is_unclean(phrase) {
                return Err(self.fault(value.span().start, Wrong::PhraseUnclean { phrase: key, language }));
            }
            phrases.push((language, phrase.to_owned()));
        }
        let phrase: Phrase = phrases.into_iter().filter(|(_, phrase)| !phrase.is_empty()).collect();
        match languages.iter().find(|language| phrase.get(**language).is_none()) {
            Some(&language) => Err(self.fault(span.start, Wrong::PhraseMissing { phrase: key, language })),
            None => Ok(Some(phrase)),
        }
    }
}

/// The language of a code as the format writes it: exactly `nl`, `fr`, `en` or `de`.
pub(super) fn language(code: &str) -> Option<Language> {
    Language::ALL.into_iter().find(|language| language.code() == code)
}

/// Phrases go to terminals and into mails: one line, nothing that moves the cursor or turns the text around.
fn is_unclean(phrase: &str) -> bool {
    let turns = |character: char| matches!(character, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    phrase.trim() != phrase || phrase.chars().any(|character| character.is_control() || turns(character))
}
