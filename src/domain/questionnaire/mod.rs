//! Questionnaires: data with a format of their own, not code.
//!
//! What a customer is asked changes from year to year, so a questionnaire is a file, belongs to one
//! assessment year and exists in several languages. `parse` reads one and says precisely what is wrong
//! with it, `check` holds the rules that one value alone cannot break, `including` puts
//! two together, `prefill` says which answers are known beforehand, `progress` how far the answers are, `built_in` is what the program brings along
//! (`assets/questionnaires/`).
//!
//! # The file format, version 1
//! TOML, UTF-8. Keys that are not listed here are refused, so that a slip of the pen is no silent loss.
//!
//! ```toml
//! format = 1                              # version of this format
//! id = "pit-2026"                         # ends in the assessment year
//! assessment_year = 2026                  # 2000 to 2099
//! languages = ["nl", "fr", "en"]          # also "de"; every phrase exists in each of them
//! title = { nl = "Checklist", fr = "Checklist", en = "Checklist" }
//!                                         # optional: includes = "other-2026" asks all of that one too
//!
//! [[section]]                             # one or more
//! id = "family"                           # unique in the file
//! title = { nl = "Gezin", fr = "Famille", en = "Family" }
//!
//! [[section.question]]                    # one or more in each section
//! id = "sex"                              # unique in the file; the same in every year
//! kind = "choice"                         # text, long-text, yes-no, choice, date, amount, number, account
//! text.nl = "Uw geslacht"                 # how it is asked
//! text.fr = "Votre sexe"
//! text.en = "Your sex"
//! help.nl = "…"                           # optional; in every language or in none
//! help.fr = "…"
//! help.en = "…"
//! codes = ["1361-94"]                     # optional: codes of the tax form with their check digits
//! prefill = "sex"                         # optional: what is known beforehand
//! choices = [                             # two or more, for kind "choice" and for no other
//!     { id = "female", text = { nl = "Vrouw", fr = "Femme", en = "Female" } },
//!     { id = "male", text = { nl = "Man", fr = "Homme", en = "Male" } },
//! ]
//! ```
//!
//! `includes` names another questionnaire of the same assessment year that exists in each of the languages;
//! how the two are put together is in `including`. With it a file may have no section of its own.
//!
//! An id is lower-case letters and digits, words joined by hyphens, starting with a letter. A phrase is
//! one line without white space at its edges. A code of the form is four digits, a hyphen and two check
//! digits, 97 − (code mod 97) ([`FormCode`]). `prefill` is the key of a stored field of the customer
//! (`first_name`, `email`, `national_number` …) or `deadline`, `birth_date`, `sex`, `spouse_birth_date`,
//! `spouse_name` or `address_line` ([`Prefill`]). Dates fill questions of kind `date`, `sex` one of kind `choice` with
//! the choices `female` and `male`, `language` one of kind `choice` with a choice for each language of
//! the questionnaire; everything else fills `text` or `long-text`. A question that `deadline` or `responsible`
//! fills shows the customer what the office decided: its cell is locked, and what comes back in it is told and
//! not taken over.

use std::collections::HashMap;

use super::dossier::Answer;
use super::field::Field;
use super::language::Language;
use super::late::Late;

mod address;
mod built_in;
mod check;
mod entries;
mod fault;
#[cfg(test)]
mod faults;
mod form_code;
mod including;
#[cfg(test)]
mod laws;
mod own;
mod parse;
mod prefill;
mod progress;

use serde::{Deserialize, Serialize};

pub use address::address_line;
pub use built_in::built_in;
pub use fault::{Expected, Named, Needs, Place, QuestionnaireFault, Wrong};
pub use form_code::FormCode;
pub use including::settled;
pub use own::{Unused, Why};
pub use parse::{KEYS, Written};
pub use prefill::{FEMALE, Known, MALE, ToldByNumber, prefill};
pub use progress::{SectionProgress, in_all, progress};

/// Version of the file format that this program reads.
pub const FORMAT: u32 = 1;

/// Name of a questionnaire, such as `pit-2026`. It says its assessment year.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct QuestionnaireId(pub String);

impl std::fmt::Display for QuestionnaireId {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// The same phrase in the languages of a questionnaire; in none, where there is nothing to say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Phrase(std::collections::BTreeMap<Language, String>);

impl Phrase {
    /// The phrase in a language, if it exists in it.
    #[must_use]
    pub fn get(&self, language: Language) -> Option<&str> {
        self.0.get(&language).map(String::as_str)
    }
}

impl FromIterator<(Language, String)> for Phrase {
    fn from_iter<I: IntoIterator<Item = (Language, String)>>(phrases: I) -> Self {
        Self(phrases.into_iter().collect())
    }
}

/// What can be answered to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AnswerKind {
    /// One line of text.
    Text,
    /// Several lines of text.
    LongText,
    /// Yes or no.
    YesNo,
    /// One of the question's choices.
    Choice,
    /// A calendar date.
    Date,
    /// An amount in euro, with cents.
    Amount,
    /// A whole number.
    Number,
    /// A bank account, by its IBAN.
    Account,
}

impl AnswerKind {
    /// Every kind.
    pub const ALL: [Self; 8] =
        [Self::Text, Self::LongText, Self::YesNo, Self::Choice, Self::Date, Self::Amount, Self::Number, Self::Account];

    /// Name of the kind in the file.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::LongText => "long-text",
            Self::YesNo => "yes-no",
            Self::Choice => "choice",
            Self::Date => "date",
            Self::Amount => "amount",
            Self::Number => "number",
            Self::Account => "account",
        }
    }
}

/// One of the answers that a question offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Stable name of the choice within its question.
    pub id: String,
    /// How it reads.
    pub text: Phrase,
}

/// What a question is filled in with beforehand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prefill {
    /// The birth date, where the national number tells it.
    BirthDate,
    /// The sex, where the national number tells it.
    Sex,
    /// The birth date of the partner.
    SpouseBirthDate,
    /// First name and surname of the partner, where a row was joined.
    SpouseName,
    /// The address written on one line.
    AddressLine,
    /// A field of the customer, by its key; `deadline` and `language` are the dossier's.
    Field(Field),
}

impl Prefill {
    /// What a name in the file stands for. Fields that are not stored of a customer cannot fill
    /// anything, save the deadline.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        match key {
            "birth_date" => Some(Self::BirthDate),
            "sex" => Some(Self::Sex),
            "spouse_birth_date" => Some(Self::SpouseBirthDate),
            "spouse_name" => Some(Self::SpouseName),
            "address_line" => Some(Self::AddressLine),
            key => Field::from_key(key).filter(|field| field.is_stored() || *field == Field::Deadline).map(Self::Field),
        }
    }

    /// Whether only the office decides it: a question that it fills shows the customer what is so, and asks nothing.
    #[must_use]
    pub const fn is_told(self) -> bool {
        match self {
            Self::Field(field) => matches!(field, Field::Deadline | Field::Responsible),
            Self::BirthDate | Self::Sex | Self::SpouseBirthDate | Self::SpouseName | Self::AddressLine => false,
        }
    }

    /// Name in the file.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::BirthDate => "birth_date",
            Self::Sex => "sex",
            Self::SpouseBirthDate => "spouse_birth_date",
            Self::SpouseName => "spouse_name",
            Self::AddressLine => "address_line",
            Self::Field(field) => field.key(),
        }
    }
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Stable name within the questionnaire, the same in every year.
    pub id: String,
    /// What can be answered.
    pub kind: AnswerKind,
    /// How it is asked.
    pub text: Phrase,
    /// What helps in answering, where something does.
    pub help: Phrase,
    /// Codes of the tax form that the answer goes to; may be none.
    pub codes: Vec<FormCode>,
    /// The answers on offer: two or more for a choice, none for the other kinds.
    pub choices: Vec<Choice>,
    /// What is known beforehand.
    pub prefill: Option<Prefill>,
}

impl Question {
    /// Whether it only shows the customer what the office decided: [`Prefill::is_told`].
    #[must_use]
    pub fn is_told(&self) -> bool {
        self.prefill.is_some_and(Prefill::is_told)
    }
}

/// A part of a questionnaire under its own heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Stable name within the questionnaire.
    pub id: String,
    /// The heading.
    pub title: Phrase,
    /// The questions, in order; never empty.
    pub questions: Vec<Question>,
}

/// A list of questions sent to customers, belonging to one assessment year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Questionnaire {
    /// Version of the file format: [`FORMAT`].
    pub format: u32,
    /// Name of the questionnaire.
    pub id: QuestionnaireId,
    /// The assessment year whose codes it uses.
    pub assessment_year: i16,
    /// The languages in which every phrase is there; never empty.
    pub languages: Vec<Language>,
    /// What it is called.
    pub title: Phrase,
    /// The sections, in order; never empty.
    pub sections: Vec<Section>,
}

impl Questionnaire {
    /// Reads a questionnaire that includes no other from the text of its file. Those that do are read as
    /// [`Written`] and [`settled`] together.
    ///
    /// # Errors
    /// [`QuestionnaireFault`] with the line, the place and what is wrong there: the first that reading
    /// comes upon.
    pub fn parse(text: &str) -> Result<Self, QuestionnaireFault> {
        let written = Written::parse(text)?;
        settled(std::slice::from_ref(&written), &Catalogue::default()).pop().unwrap_or(Ok(written.own))
    }

    /// Puts answers in the order of the questions; those to none of them stand last.
    pub fn put_in_order(&self, answers: &mut [Answer]) {
        let places: HashMap<&str, usize> = self.questions().enumerate().map(|(at, question)| (question.id.as_str(), at)).collect();
        answers.sort_by_key(|answer| places.get(answer.question.as_str()).copied().unwrap_or(usize::MAX));
    }

    /// Every question, in order, whatever section it is in.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.sections.iter().flat_map(|section| &section.questions)
    }

    /// The question of that name.
    #[must_use]
    pub fn question(&self, id: &str) -> Option<&Question> {
        self.questions().find(|question| question.id == id)
    }
}

/// All questionnaires that can be chosen; put together when it is first asked of.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Catalogue(Late<Vec<Questionnaire>>);

impl Catalogue {
    /// A catalogue of these questionnaires.
    #[must_use]
    pub fn new(questionnaires: Vec<Questionnaire>) -> Self {
        Self(questionnaires.into())
    }

    /// The questionnaire of that name.
    #[must_use]
    pub fn get(&self, id: &QuestionnaireId) -> Option<&Questionnaire> {
        self.0.iter().find(|questionnaire| questionnaire.id == *id)
    }

    /// Every questionnaire, in the order of the catalogue.
    pub fn iter(&self) -> impl Iterator<Item = &Questionnaire> {
        self.0.iter()
    }
}
