//! What is chosen to begin with: as the office has settled it, as far as that is on offer.

use super::{Choices, Draft, Office};
use crate::domain::questionnaire::QuestionnaireId;
use crate::domain::snapshot::Snapshot;
use crate::domain::task_flow::{TaskFlow, TaskFlowId};

/// Something that is settled for new dossiers and cannot be chosen.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Unmet {
    /// There is no such task flow, or it is in the archive.
    Flow(TaskFlowId),
    /// The task flow that is chosen, if any is, does not offer the questionnaire.
    Questionnaire(QuestionnaireId, Option<TaskFlowId>),
}

/// The choices that an import begins with, and what is settled and cannot be chosen. Without a task flow that is settled and
/// there, the newest that is not in the archive is chosen.
pub(super) fn beginning(office: &Office, snapshot: &Snapshot) -> (Choices, Vec<Unmet>) {
    let settled = &office.defaults;
    let mut unmet = Vec::new();
    let is_open = |flow: &&TaskFlow| !flow.archived;
    let named = settled.flow.as_ref().and_then(|id| {
        let found = snapshot.flow(id).filter(is_open);
        if found.is_none() {
            unmet.push(Unmet::Flow(id.clone()));
        }
        found
    });
    let flow = named.or_else(|| snapshot.flows.iter().filter(is_open).max_by_key(|flow| flow.assessment_year));
    let is_offered = |id: &QuestionnaireId| flow.is_some_and(|flow| flow.questionnaires.contains(id)) && office.catalogue.get(id).is_some();
    let questionnaire = settled.questionnaire.clone().filter(|id| {
        if !is_offered(id) {
            unmet.push(Unmet::Questionnaire(id.clone(), flow.map(|flow| flow.id.clone())));
        }
        is_offered(id)
    });
    (Choices { flow: flow.map(|flow| flow.id.clone()), language: settled.language, questionnaire }, unmet)
}

impl Office {
    /// What is settled for new dossiers and cannot be chosen in a store as it is.
    #[must_use]
    pub fn unmet(&self, snapshot: &Snapshot) -> Vec<Unmet> {
        beginning(self, snapshot).1
    }
}

impl Draft {
    /// What was chosen when the draft was opened, before anybody chose.
    #[must_use]
    pub const fn begun_with(&self) -> &Choices {
        &self.begun
    }

    /// Of what is settled for new dossiers, that which is chosen now.
    #[must_use]
    pub fn as_settled(&self) -> Choices {
        let (settled, now) = (&self.office.defaults, &self.choices);
        Choices {
            flow: settled.flow.clone().filter(|flow| now.flow.as_ref() == Some(flow)),
            language: settled.language.filter(|language| now.language == Some(*language)),
            questionnaire: settled.questionnaire.clone().filter(|id| now.questionnaire.as_ref() == Some(id)),
        }
    }
}
