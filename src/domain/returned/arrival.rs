//! A workbook that arrived: whose it is and what it says, or why it is not taken in.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::{Compared, Difference, Offer, Outcome, take_over};
use crate::domain::amendment::DossierChange;
use crate::domain::archive::Archived;
use crate::domain::customer::CustomerId;
use crate::domain::dossier::{Dossier, Settlement};
use crate::domain::form::Unrecognised;
use crate::domain::language::Language;
use crate::domain::questionnaire::{Questionnaire, QuestionnaireId};
use crate::domain::snapshot::Revision;
use crate::domain::task_flow::TaskFlowId;
use crate::domain::workbook::ReadFault;

/// A workbook that arrived.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrival {
    /// Name of the file, as it was given, neutralised.
    pub file: String,
    /// What it is.
    pub found: Result<Box<Matched>, ArrivalFault>,
}

/// A form whose dossier was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matched {
    /// The task flow.
    pub flow: TaskFlowId,
    /// The customer.
    pub customer: CustomerId,
    /// Name of the customer, as it is stored.
    pub name: String,
    /// The version of the dossier that was looked at.
    pub version: Revision,
    /// The dossier.
    pub dossier: Dossier,
    /// Its questionnaire.
    pub questionnaire: Questionnaire,
    /// The form beside what the dossier knows.
    pub compared: Compared,
}

/// Why a workbook that arrived is not taken in.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ArrivalFault {
    /// It cannot be read.
    #[error(transparent)]
    Read(#[from] ReadFault),
    /// It can be read, and is not taken.
    #[error(transparent)]
    Refused(#[from] Refused),
}

/// Why a workbook that can be read is not taken.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// It is no form, or not one alone.
    #[error(transparent)]
    Unrecognised(#[from] Unrecognised),
    /// No dossier has its reference: of another store, or of a customer that is gone.
    #[error("no dossier has its reference")]
    UnknownToken,
    /// It was made of another questionnaire than the dossier's, such as that of another year.
    #[error("the form is of {found}, the dossier of {wanted}")]
    OtherQuestionnaire {
        /// The form's.
        found: QuestionnaireId,
        /// The dossier's.
        wanted: QuestionnaireId,
    },
    /// The questionnaire of the dossier is not there any more.
    #[error("there is no questionnaire {id}")]
    NoQuestionnaire {
        /// The dossier's.
        id: QuestionnaireId,
    },
    /// The task flow of the dossier is archived: its dossiers are read only.
    #[error(transparent)]
    Archived(#[from] Archived),
    /// The same bytes were given before.
    #[error("the same file as {earlier}")]
    SameFile {
        /// The earlier one.
        earlier: String,
    },
    /// Another file for the same dossier was given before.
    #[error("for the same dossier as {earlier}")]
    SameDossier {
        /// The earlier one.
        earlier: String,
    },
}

impl Refused {
    /// The word in `--json`. Stable.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Unrecognised(Unrecognised::NoToken | Unrecognised::NoQuestions) => "no_form",
            Self::Unrecognised(Unrecognised::SeveralTokens { .. } | Unrecognised::SeveralQuestionnaires) => "several_forms",
            Self::Unrecognised(Unrecognised::Newer { .. }) => "newer_form",
            Self::UnknownToken => "unknown_dossier",
            Self::OtherQuestionnaire { .. } => "other_questionnaire",
            Self::NoQuestionnaire { .. } => "no_questionnaire",
            Self::Archived(_) => "archived",
            Self::SameFile { .. } => "same_file",
            Self::SameDossier { .. } => "same_dossier",
        }
    }
}

impl Matched {
    /// The language in which the dossier's questions are asked: its own where the questionnaire has it, else the
    /// questionnaire's first.
    #[must_use]
    pub fn language(&self) -> Language {
        let (own, languages) = (self.dossier.language, &self.questionnaire.languages);
        if languages.contains(&own) { own } else { languages.first().copied().unwrap_or(own) }
    }

    /// The questions whose answers are understood, differ, and empty nothing: what is taken over in one go.
    #[must_use]
    pub fn answers(&self) -> BTreeSet<String> {
        self.compared.questions.iter().filter(|one| one.outcome.is_answer()).map(|one| one.question.clone()).collect()
    }

    /// What taking the chosen questions over changes, and for the customer's own record what `record` offers; none where it
    /// would change nothing. `file` is where they came from: its name without its folders is kept.
    #[must_use]
    pub fn change(&self, chosen: &BTreeSet<String>, record: &[Offer], file: &str, now: Timestamp) -> Option<DossierChange> {
        let mut after = take_over(&self.questionnaire, &self.dossier, &self.compared, chosen, now);
        record.iter().filter(|offer| offer.is_sure()).for_each(|offer| after.settle(offer.settled(Settlement::TakenOver)));
        if after == self.dossier {
            return None;
        }
        after.course.file = file.rsplit(['/', '\\']).next().map(str::to_owned);
        Some(DossierChange { flow: self.flow.clone(), customer: self.customer, seen: Some(self.version), becomes: Some(after) })
    }

    /// How many questions came out new, changed and emptied, and how many texts are no answers.
    #[must_use]
    pub fn counts(&self) -> (u64, u64, u64, u64) {
        let count = |is: fn(&Outcome) -> bool| self.compared.count(is) as u64;
        let unclear = count(|outcome| matches!(outcome, Outcome::NotUnderstood(_))) + self.compared.strange.len() as u64;
        let emptied = count(|outcome| matches!(outcome, Outcome::Emptied));
        (count(|outcome| matches!(outcome, Outcome::New(_))), count(|outcome| matches!(outcome, Outcome::Changed(_))), emptied, unclear)
    }

    /// The differences that a person has to know of.
    pub fn differences(&self) -> impl Iterator<Item = &Difference> {
        self.compared.differences()
    }
}
