//! What the dossiers of a customer went through.

use jiff::civil::Date;

use super::{Occasion, Version, Written};
use crate::domain::dossier::{Dossier, Status};
use crate::domain::snapshot::JournalLine;
use crate::domain::task_flow::TaskFlowId;

/// Something that happened to a dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DossierStory {
    /// The task flow.
    pub flow: TaskFlowId,
    /// What happened.
    pub event: DossierEvent,
    /// When, by whom, and in which commit.
    pub occasion: Occasion,
}

/// What can happen to a dossier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DossierEvent {
    /// The customer was linked: the dossier was made, so many questions answered beforehand.
    Linked {
        /// Questions with an answer.
        answers: usize,
    },
    /// The customer was unlinked, or went.
    Unlinked,
    /// It got another status.
    Status {
        /// The one it had.
        before: Status,
        /// The one it has since.
        after: Status,
    },
    /// A reminder was sent.
    Reminded {
        /// How many that makes.
        reminders: u16,
    },
    /// Another last day to file.
    Deadline {
        /// What it was.
        before: Date,
        /// What it is since.
        after: Date,
    },
    /// Questions got another answer, their first one, or none any more.
    Answers {
        /// How many.
        changed: usize,
    },
    /// It got another questionnaire, language, or word on whether an invitation is wanted.
    Form,
}

/// All that happened to the dossiers, newest first. `versions` are the oldest first; `journal` is the
/// snapshot's, newest first.
#[must_use]
pub fn dossier_history(versions: &[Version], journal: &[JournalLine]) -> Vec<DossierStory> {
    let mut known: Vec<(&TaskFlowId, &Dossier)> = Vec::new();
    let mut told = Vec::new();
    for version in versions {
        let row = match &version.customer {
            Written::Values(customer) => customer.row,
            Written::Nothing | Written::Gone => None,
        };
        let occasion = Occasion::of(version.revision, row, journal);
        for (flow, after) in &version.dossiers {
            let at = known.iter().position(|(of, _)| *of == flow);
            let before = at.map(|at| known.swap_remove(at).1);
            let events = events(before, after.as_ref());
            told.extend(events.into_iter().map(|event| DossierStory { flow: flow.clone(), event, occasion: occasion.clone() }));
            known.extend(after.as_ref().map(|dossier| (flow, dossier)));
        }
    }
    told.reverse();
    told
}

fn events(before: Option<&Dossier>, after: Option<&Dossier>) -> Vec<DossierEvent> {
    match (before, after) {
        (None, None) => Vec::new(),
        (None, Some(made)) => vec![DossierEvent::Linked { answers: made.answers.len() }],
        (Some(_), None) => vec![DossierEvent::Unlinked],
        (Some(before), Some(after)) => changes(before, after),
    }
}

fn changes(before: &Dossier, after: &Dossier) -> Vec<DossierEvent> {
    let mut events = Vec::new();
    let form = |dossier: &Dossier| (dossier.questionnaire.clone(), dossier.language, dossier.invitation_wanted);
    if form(before) != form(after) {
        events.push(DossierEvent::Form);
    }
    if before.deadline != after.deadline {
        events.push(DossierEvent::Deadline { before: before.deadline, after: after.deadline });
    }
    let text = |dossier: &Dossier, question: &str| dossier.answer(question).map(|answer| answer.value.clone());
    let asked = before.answers.iter().chain(after.answers.iter().filter(|answer| before.answer(&answer.question).is_none()));
    let changed = asked.filter(|answer| text(before, &answer.question) != text(after, &answer.question)).count();
    if changed > 0 {
        events.push(DossierEvent::Answers { changed });
    }
    if before.status != after.status {
        events.push(DossierEvent::Status { before: before.status, after: after.status });
    }
    if after.course.reminders > before.course.reminders {
        events.push(DossierEvent::Reminded { reminders: after.course.reminders });
    }
    events
}
