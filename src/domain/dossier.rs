//! One customer in one task flow: the questionnaire, its language, the answers, the status.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::language::Language;
use super::questionnaire::QuestionnaireId;

/// How far a dossier is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Linked to its questionnaire; nothing has left the office.
    NotSentYet,
}

/// Where a value in a dossier came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// The workbook's row.
    Imported,
    /// Read off the national number (birth date, sex).
    Derived,
    /// The task flow's default.
    Default,
    /// The customer as it was stored before.
    Stored,
}

/// A value known beforehand for one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Identifier of the question in the questionnaire.
    pub question: String,
    /// The answer in canonical text.
    pub value: String,
    /// Where it came from.
    pub origin: Origin,
}

/// One customer in one task flow.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dossier {
    /// The list of questions, whose assessment year is the task flow's.
    pub questionnaire: QuestionnaireId,
    /// The language in which the questionnaire goes out.
    pub language: Language,
    /// How far it is.
    pub status: Status,
    /// Last day to file.
    pub deadline: Date,
    /// Whether the deadline was imported or is the task flow's default.
    pub deadline_origin: Origin,
    /// The row asked for an invitation mail. Nothing is sent by that.
    pub invitation_wanted: bool,
    /// Unguessable mark (32 hexadecimal digits) by which a returned questionnaire is recognised.
    pub token: String,
    /// What is filled in beforehand, in the order of the questionnaire.
    pub answers: Vec<Answer>,
}
