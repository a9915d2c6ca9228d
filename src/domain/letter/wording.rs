//! What letters say, as data: one file for each language, `assets/letters/nl.toml` and so on.
//!
//! # The file format, version 1
//! TOML, UTF-8. Keys and placeholders that are not listed here are refused, so that a slip of the pen does
//! not reach a customer.
//!
//! ```toml
//! format = 1                                # version of this format
//!
//! [invitation]                              # and [reminder], of the same shape
//! subject = "Your questionnaire for {year}" # one line
//! text = """
//! Dear {customer},
//!
//! A blank line begins a new paragraph.
//! """
//!
//! [notes]                                   # may be left out: then the notes of the built-in file are used
//! reply = "Reply to {reply-address}."       # what {answer} says where the office has settled nothing else
//! masked = "Asterisks hide numbers."        # what {masked} says
//! ```
//!
//! | placeholder | stands for |
//! |---|---|
//! | `{office}` | name of the office; has to stand in the text |
//! | `{customer}` | first and last name |
//! | `{first-name}`, `{last-name}` | each alone |
//! | `{questionnaire}` | title of the questionnaire |
//! | `{year}` | assessment year |
//! | `{income-year}` | the year before it, whose income is declared |
//! | `{deadline}` | last day to file, in words; has to stand in the text |
//! | `{reply-address}` | where the answer goes |
//! | `{file}` | name of the enclosed workbook; has to stand in the text |
//! | `{answer}` | how the answer comes back: the office's own sentence (`answer_by` in `config.toml`), else `notes.reply` |
//! | `{masked}` | `notes.masked` where a number in the workbook is masked, else nothing; a paragraph of nothing is left out |
//!
//! `{{` and `}}` are the braces themselves.

use std::collections::BTreeMap;

use toml::de::{DeTable, DeValue};

use super::template::{BadTemplate, Placeholder, Template};
use super::{HeaderText, Occasion};
use crate::domain::language::Language;

/// Version of the format that this program reads.
pub const FORMAT: i64 = 1;

const FILE: &[&str] = &["format", "invitation", "reminder", "notes"];
const FORM: &[&str] = &["subject", "text"];
const NOTES: &[&str] = &["reply", "masked"];

/// What a text that names none of them would keep from the customer.
const NEEDED: [Placeholder; 3] = [Placeholder::Office, Placeholder::Deadline, Placeholder::File];

/// The file of a language cannot be used: where, and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}{wrong}", line.map(|line| format!("line {line}: ")).unwrap_or_default())]
pub struct WordingFault {
    /// Line in the file, counted from 1, where it is known.
    pub line: Option<usize>,
    /// What is wrong.
    pub wrong: WordingWrong,
}

/// What is wrong at a place of the file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WordingWrong {
    /// Not TOML, or a key given twice; in the words of the TOML reader.
    #[error("{0}")]
    Syntax(String),
    /// A version of the format that this program does not read.
    #[error("the file has format {found}; this program reads format {FORMAT}")]
    Format {
        /// The version in the file.
        found: String,
    },
    /// A key that the format does not have here.
    #[error("`{key}` is not known here; known are {}", known.join(", "))]
    UnknownKey {
        /// The key.
        key: String,
        /// The keys that the format has here.
        known: &'static [&'static str],
    },
    /// A key that has to be there.
    #[error("`{key}` is missing")]
    MissingKey {
        /// The key.
        key: String,
    },
    /// A value of another type than the format asks for.
    #[error("`{key}` has to be {expected}")]
    Type {
        /// The key.
        key: String,
        /// What it has to be.
        expected: &'static str,
    },
    /// Nothing but white space.
    #[error("`{key}` is empty")]
    Empty {
        /// The key.
        key: String,
    },
    /// A subject of more than one line, or too long for one.
    #[error("`{key}` has to be one line of at most {} characters", HeaderText::LONGEST)]
    NotOneLine {
        /// The key.
        key: String,
    },
    /// A placeholder that there is not.
    #[error("`{{{name}}}` is no placeholder; known are {}", Placeholder::ALL.map(Placeholder::key).join(", "))]
    UnknownPlaceholder {
        /// What stands between the braces.
        name: String,
    },
    /// A brace that does not belong to a placeholder.
    #[error("a brace on its own; write {{{{ or }}}} for the brace itself")]
    LoneBrace,
    /// A placeholder that has to be in the text.
    #[error("`{key}` does not say {{{}}}, which the customer needs", placeholder.key())]
    MissingPlaceholder {
        /// The key.
        key: String,
        /// What is missing.
        placeholder: Placeholder,
    },
}

/// What a letter of one occasion says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Form {
    pub(super) subject: Template,
    pub(super) paragraphs: Vec<Template>,
}

/// Sentences that stand in letters of both occasions, where they are wanted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Notes {
    pub(super) reply: Template,
    pub(super) masked: Template,
}

/// What letters say in one language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wording {
    forms: BTreeMap<Occasion, Form>,
    notes: Option<Notes>,
}

impl Wording {
    /// Reads the file of a language.
    ///
    /// # Errors
    /// [`WordingFault`] of the first thing that is wrong.
    pub fn parse(text: &str) -> Result<Self, WordingFault> {
        let document = DeTable::parse(text).map_err(|error| WordingFault {
            line: error.span().map(|span| line(text, span.start)),
            wrong: WordingWrong::Syntax(error.message().trim().to_owned()),
        })?;
        let file = Part { text, table: document.get_ref(), name: None };
        file.check_format()?;
        file.only(FILE)?;
        let mut forms = BTreeMap::new();
        for occasion in Occasion::ALL {
            forms.insert(occasion, file.part(occasion.code())?.form()?);
        }
        let notes = file.table.get("notes").map(|_| file.part("notes")?.notes()).transpose()?;
        Ok(Self { forms, notes })
    }

    pub(super) fn form(&self, occasion: Occasion) -> Option<&Form> {
        self.forms.get(&occasion)
    }
}

/// What letters say, in every language that customers can have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wordings {
    languages: BTreeMap<Language, Wording>,
}

macro_rules! asset {
    ($name:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/letters/", $name, ".toml"))
    };
}

impl Wordings {
    /// The wording that the program brings along.
    ///
    /// # Errors
    /// The language of the first file that cannot be used, and why not.
    pub fn built_in() -> Result<Self, (Language, WordingFault)> {
        let text = |language| match language {
            Language::Dutch => asset!("nl"),
            Language::French => asset!("fr"),
            Language::English => asset!("en"),
            Language::German => asset!("de"),
        };
        let read = |language| Wording::parse(text(language)).map(|wording| (language, wording)).map_err(|fault| (language, fault));
        Ok(Self { languages: Language::ALL.into_iter().map(read).collect::<Result<_, _>>()? })
    }

    /// Puts an office's own wording in the place of the one for a language; notes that it does not have stay.
    pub fn replace(&mut self, language: Language, mut wording: Wording) {
        wording.notes = wording.notes.or_else(|| self.notes(language).cloned());
        self.languages.insert(language, wording);
    }

    pub(super) fn form(&self, language: Language, occasion: Occasion) -> Option<&Form> {
        self.languages.get(&language)?.form(occasion)
    }

    pub(super) fn notes(&self, language: Language) -> Option<&Notes> {
        self.languages.get(&language)?.notes.as_ref()
    }
}

/// Line of an offset in a text, counted from 1.
fn line(text: &str, at: usize) -> usize {
    text.bytes().take(at).filter(|&byte| byte == b'\n').count() + 1
}

/// A table of the file, and its name where it has one.
struct Part<'t, 'text> {
    text: &'text str,
    table: &'t DeTable<'text>,
    name: Option<&'static str>,
}

impl<'t, 'text> Part<'t, 'text> {
    fn fault(&self, at: usize, wrong: WordingWrong) -> WordingFault {
        WordingFault { line: Some(line(self.text, at)), wrong }
    }

    /// The whole name of a key: `invitation.subject`.
    fn whole(&self, key: &str) -> String {
        self.name.map_or_else(|| key.to_owned(), |name| format!("{name}.{key}"))
    }

    fn missing(&self, key: &str) -> WordingFault {
        WordingFault { line: None, wrong: WordingWrong::MissingKey { key: self.whole(key) } }
    }

    fn only(&self, known: &'static [&'static str]) -> Result<(), WordingFault> {
        let unknown = self.table.keys().filter(|key| !known.contains(&key.get_ref().as_ref())).min_by_key(|key| key.span().start);
        unknown.map_or(Ok(()), |key| Err(self.fault(key.span().start, WordingWrong::UnknownKey { key: self.whole(key.get_ref()), known })))
    }

    /// Comes before everything else: of a newer format nothing else can be said.
    fn check_format(&self) -> Result<(), WordingFault> {
        let value = self.table.get("format").ok_or_else(|| self.missing("format"))?;
        let expected = || WordingWrong::Type { key: "format".to_owned(), expected: "a whole number" };
        let found = value.get_ref().as_integer().ok_or_else(|| self.fault(value.span().start, expected()))?;
        if i64::from_str_radix(found.as_str(), found.radix()) == Ok(FORMAT) {
            return Ok(());
        }
        Err(self.fault(value.span().start, WordingWrong::Format { found: found.as_str().to_owned() }))
    }

    fn part(&self, name: &'static str) -> Result<Self, WordingFault> {
        let value = self.table.get(name).ok_or_else(|| self.missing(name))?;
        let wrong = || WordingWrong::Type { key: self.whole(name), expected: "a table" };
        let table = value.get_ref().as_table().ok_or_else(|| self.fault(value.span().start, wrong()))?;
        Ok(Self { text: self.text, table, name: Some(name) })
    }

    fn form(&self) -> Result<Form, WordingFault> {
        self.only(FORM)?;
        let (subject, at) = self.string("subject")?;
        if HeaderText::of(subject).as_str() != subject.trim() {
            return Err(self.fault(at.start, WordingWrong::NotOneLine { key: self.whole("subject") }));
        }
        let subject = self.template(subject.trim(), &at)?;
        let (text, at) = self.string("text")?;
        let text = text.replace("\r\n", "\n");
        let paragraphs = paragraphs(&text).map(|paragraph| self.template(&paragraph, &at)).collect::<Result<Vec<_>, _>>()?;
        let is_missing = |needed: &Placeholder| !paragraphs.iter().any(|paragraph| paragraph.holds(*needed));
        if let Some(placeholder) = NEEDED.into_iter().find(is_missing) {
            return Err(self.fault(at.start, WordingWrong::MissingPlaceholder { key: self.whole("text"), placeholder }));
        }
        Ok(Form { subject, paragraphs })
    }

    fn notes(&self) -> Result<Notes, WordingFault> {
        self.only(NOTES)?;
        let note = |key: &str| self.string(key).and_then(|(text, at)| self.template(text.trim(), &at));
        Ok(Notes { reply: note("reply")?, masked: note("masked")? })
    }

    /// A text that is not empty, and where it stands.
    fn string(&self, key: &str) -> Result<(&'t str, std::ops::Range<usize>), WordingFault> {
        let value = self.table.get(key).ok_or_else(|| self.missing(key))?;
        let DeValue::String(text) = value.get_ref() else {
            return Err(self.fault(value.span().start, WordingWrong::Type { key: self.whole(key), expected: "a text" }));
        };
        if text.trim().is_empty() {
            return Err(self.fault(value.span().start, WordingWrong::Empty { key: self.whole(key) }));
        }
        Ok((text, value.span()))
    }

    fn template(&self, text: &str, within: &std::ops::Range<usize>) -> Result<Template, WordingFault> {
        Template::parse(text).map_err(|bad| {
            // A text over several lines: the line of what is wrong rather than the one it begins on.
            let source = self.text.get(within.clone()).unwrap_or_default();
            match bad {
                BadTemplate::UnknownPlaceholder(name) => {
                    let offset = source.find(&format!("{{{name}}}")).unwrap_or(0);
                    self.fault(within.start + offset, WordingWrong::UnknownPlaceholder { name })
                }
                BadTemplate::LoneBrace => self.fault(within.start, WordingWrong::LoneBrace),
            }
        })
    }
}

/// What stands between blank lines, its lines without white space at their ends.
fn paragraphs(text: &str) -> impl Iterator<Item = String> {
    let mut paragraphs: Vec<Vec<&str>> = vec![Vec::new()];
    for line in text.lines().map(str::trim_end) {
        match paragraphs.last_mut() {
            Some(paragraph) if !line.is_empty() => paragraph.push(line),
            _ => paragraphs.push(Vec::new()),
        }
    }
    paragraphs.into_iter().filter(|lines| !lines.is_empty()).map(|lines| lines.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOUND: &str = "format = 1\n[invitation]\nsubject = 'For {year}'\ntext = '''\nDear {customer},\n\n{office} {deadline}\n{file}\n'''\n\
                         [reminder]\nsubject = 'Again'\ntext = '{office} {deadline} {file}'\n";

    fn fault(from: &str, to: &str) -> String {
        assert!(SOUND.contains(from), "{from}");
        Wording::parse(&SOUND.replacen(from, to, 1)).unwrap_err().to_string()
    }

    #[test]
    fn what_the_program_brings_along_is_sound_in_every_language() {
        let wordings = Wordings::built_in().unwrap();
        for language in Language::ALL {
            for occasion in Occasion::ALL {
                assert!(wordings.form(language, occasion).is_some(), "{language:?} {occasion:?}");
            }
        }
    }

    #[test]
    fn blank_lines_part_paragraphs() {
        let wording = Wording::parse(SOUND).unwrap();
        assert_eq!(wording.form(Occasion::Invitation).unwrap().paragraphs.len(), 2);
    }

    #[test]
    fn each_slip_is_told_with_its_line() {
        for (from, to, told) in [
            ("format = 1", "format = 2", "line 1: the file has format 2; this program reads format 1"),
            ("format = 1\n", "", "`format` is missing"),
            ("[reminder]", "[remainder]", "line 10: `remainder` is not known here; known are format, invitation, reminder, notes"),
            ("subject = 'Again'", "subject = 7", "line 11: `reminder.subject` has to be a text"),
            ("subject = 'Again'", "subject = ' '", "line 11: `reminder.subject` is empty"),
            ("subject = 'Again'", "subjekt = 'Again'", "line 11: `reminder.subjekt` is not known here; known are subject, text"),
            ("subject = 'Again'\n", "", "`reminder.subject` is missing"),
            ("'Again'", "\"Again\\nand\"", "line 11: `reminder.subject` has to be one line of at most 200 characters"),
            ("{file}'", "file'", "line 12: `reminder.text` does not say {file}, which the customer needs"),
            (
                "{customer}",
                "{costumer}",
                "line 5: `{costumer}` is no placeholder; known are office, customer, first-name, last-name, questionnaire, year, income-year, deadline, reply-address, file, answer, masked",
            ),
            ("'Again'", "'Again {'", "line 11: a brace on its own; write {{ or }} for the brace itself"),
        ] {
            assert_eq!(fault(from, to), told);
        }
        assert!(matches!(Wording::parse("= 1").unwrap_err().wrong, WordingWrong::Syntax(_)));
    }
}
