//! One customer in one task flow: the questionnaire, its language, the answers, the status.

use jiff::Timestamp;
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
    /// In the outbox; its mail has not been offered to the server yet.
    Queued,
    /// The server took the mail.
    Sent,
    /// The mail may have left: the program ended before the server's answer was written down.
    Unsure,
    /// The server refused the mail for good.
    Failed,
    /// The questionnaire came back and its answers were taken over.
    Answered,
    /// The return is filed, or needs nothing more.
    Closed,
}

impl Status {
    /// Every status, in the order of a dossier's life. New ones come last: their places are kept in the store.
    pub const ALL: [Self; 7] = [Self::NotSentYet, Self::Queued, Self::Sent, Self::Unsure, Self::Failed, Self::Answered, Self::Closed];

    /// The word in `--json`. Stable.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::NotSentYet => "not_sent_yet",
            Self::Queued => "queued",
            Self::Sent => "sent",
            Self::Unsure => "unsure",
            Self::Failed => "failed",
            Self::Answered => "answered",
            Self::Closed => "closed",
        }
    }
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
    /// The customer's record, as the office keeps it.
    Stored,
    /// Typed by a colleague.
    Typed,
    /// The customer's own answer, from the questionnaire that came back.
    Returned,
    /// Taken along from the dossier of the season before.
    LastSeason,
}

impl Origin {
    /// Every origin. New ones come last: their places are kept in the store.
    pub const ALL: [Self; 7] = [Self::Imported, Self::Derived, Self::Default, Self::Stored, Self::Typed, Self::Returned, Self::LastSeason];
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

/// When a dossier went through what.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Course {
    /// Since when the dossier has its status; unknown for those made before this was kept.
    #[serde(default)]
    pub since: Option<Timestamp>,
    /// When the server took the invitation.
    #[serde(default)]
    pub sent: Option<Timestamp>,
    /// How many reminders the server took.
    #[serde(default)]
    pub reminders: u16,
    /// When it took the last of them.
    #[serde(default)]
    pub reminded: Option<Timestamp>,
    /// When the answers of the customer were taken over.
    #[serde(default)]
    pub answered: Option<Timestamp>,
    /// What the server said when it refused the last mail for good, neutralised.
    #[serde(default)]
    pub refusal: Option<String>,
    /// Texts of the customer that came back and are no answer to their questions, oldest first: for a person.
    #[serde(default)]
    pub aside: Vec<Aside>,
    /// Name of the workbook whose answers were taken over last, neutralised; unknown for those before this was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// What was decided about answers of which the customer's own record says otherwise; each question once.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub settled: Vec<Settled>,
}

/// An answer about which it is decided whether the customer's own record follows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settled {
    /// The question.
    pub question: String,
    /// The answer that it was decided about. Another one is to be decided about anew.
    pub answer: String,
    /// What was decided.
    pub how: Settlement,
}

/// What was decided about an answer of which the customer's own record says otherwise.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Settlement {
    /// The record got it.
    TakenOver,
    /// The record stays as it is.
    Dismissed,
}

/// A text that came back and is no answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aside {
    /// The question that it was given to. Where it was given to none: what the row said it was, or the cell that it
    /// stood in, such as `C28`.
    pub question: String,
    /// The text, word for word, neutralised.
    pub text: String,
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
    /// What it went through, and when.
    #[serde(default)]
    pub course: Course,
}

impl Dossier {
    /// The answer to a question, if there is one.
    #[must_use]
    pub fn answer(&self, question: &str) -> Option<&Answer> {
        self.answers.iter().find(|answer| answer.question == question)
    }

    /// What was decided about an answer for the customer's own record, if anything was.
    #[must_use]
    pub fn settlement(&self, question: &str, answer: &str) -> Option<Settlement> {
        self.course.settled.iter().find(|one| one.question == question && one.answer == answer).map(|one| one.how)
    }

    /// Notes what is decided about an answer, in the place of what was decided about another to that question.
    pub fn settle(&mut self, one: Settled) {
        self.course.settled.retain(|other| other.question != one.question);
        self.course.settled.push(one);
    }
}
