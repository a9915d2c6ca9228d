//! Questionnaires: data with a format of their own, not code.

use serde::{Deserialize, Serialize};

use super::field::Field;
use super::language::Language;

/// Name of a questionnaire, such as `pit-2026`. It says its assessment year.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct QuestionnaireId(pub String);

impl std::fmt::Display for QuestionnaireId {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// The same phrase in the languages of a questionnaire.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(transparent)]
pub struct Phrase(std::collections::BTreeMap<Language, String>);

impl Phrase {
    /// The phrase in a language, if it exists in it.
    #[must_use]
    pub fn get(&self, language: Language) -> Option<&str> {
        self.0.get(&language).map(String::as_str)
    }
}

/// What can be answered to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
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
}

/// One of the answers that a question offers.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Stable name of the choice within its question.
    pub id: String,
    /// How it reads.
    pub text: Phrase,
}

/// What a question is filled in with beforehand.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Prefill {
    /// The birth date, where the national number tells it.
    BirthDate,
    /// The sex, where the national number tells it.
    Sex,
    /// The birth date of the partner.
    SpouseBirthDate,
    /// The address written on one line.
    AddressLine,
    /// A field of the customer, by its key; `deadline` is the dossier's.
    #[serde(untagged)]
    Field(Field),
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Question {
    /// Stable name within the questionnaire.
    pub id: String,
    /// What can be answered.
    pub kind: AnswerKind,
    /// How it is asked.
    pub text: Phrase,
    /// What helps in answering, where something does.
    #[serde(default)]
    pub help: Phrase,
    /// Codes of the tax form, such as `1361-94`.
    #[serde(default)]
    pub codes: Vec<String>,
    /// The answers on offer, for a choice.
    #[serde(default)]
    pub choices: Vec<Choice>,
    /// What is known beforehand.
    #[serde(default)]
    pub prefill: Option<Prefill>,
}

/// A part of a questionnaire under its own heading.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// Stable name within the questionnaire.
    pub id: String,
    /// The heading.
    pub title: Phrase,
    /// The questions, in order.
    #[serde(rename = "question")]
    pub questions: Vec<Question>,
}

/// A list of questions sent to customers, belonging to one assessment year.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Questionnaire {
    /// Version of the file format: 1.
    pub format: u32,
    /// Name of the questionnaire.
    pub id: QuestionnaireId,
    /// The assessment year whose codes it uses.
    pub assessment_year: i16,
    /// The languages in which every phrase is there.
    pub languages: Vec<Language>,
    /// What it is called.
    pub title: Phrase,
    /// The sections, in order.
    #[serde(rename = "section")]
    pub sections: Vec<Section>,
}

/// All questionnaires that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Catalogue(Vec<Questionnaire>);

impl Catalogue {
    /// A catalogue of these questionnaires.
    #[must_use]
    pub const fn new(questionnaires: Vec<Questionnaire>) -> Self {
        Self(questionnaires)
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
