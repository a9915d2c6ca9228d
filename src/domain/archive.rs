//! The archive: the dossiers of a task flow that is in it are read only.
//!
//! One rule, asked by everything that makes, changes or takes away dossiers: screens and command line before they offer it,
//! plans before they are computed, and the store once more when they are written, since somebody may have
//! archived the season meanwhile. Two things still happen to a dossier in the archive:
//! - its customer is removed with all data, which nobody has to keep a season open for;
//! - what became of a mail is written down: it has happened, and an archive that says otherwise is wrong.
//!
//! Everything else waits until the task flow is taken out of the archive.

use super::amendment::{Amendment, Deed};
use super::task_flow::{TaskFlow, TaskFlowId};

/// A task flow is in the archive, and its dossiers are read only.
#[derive(Debug, Clone, PartialEq, Eq, Hash, thiserror::Error)]
#[error("task flow {0} is archived")]
pub struct Archived(pub TaskFlowId);

impl TaskFlow {
    /// The task flow, where its dossiers may be made, changed and taken away.
    ///
    /// # Errors
    /// [`Archived`] where they may not.
    pub fn open(&self) -> Result<&Self, Archived> {
        if self.archived { Err(Archived(self.id.clone())) } else { Ok(self) }
    }
}

/// Whether an amendment leaves the archive as it is. `flows` are the task flows as they are before it: whoever takes one
/// out of the archive changes its dossiers by another amendment, after that.
///
/// # Errors
/// [`Archived`], with the first task flow of the archive whose dossiers it would touch.
pub fn leaves_archive_alone(amendment: &Amendment, flows: &[TaskFlow]) -> Result<(), Archived> {
    match amendment.deed {
        Deed::Mailed(_) | Deed::Removed => return Ok(()),
        Deed::Import
        | Deed::TakenBack { .. }
        | Deed::Added
        | Deed::Edited
        | Deed::FlowMade(_)
        | Deed::FlowChanged(_)
        | Deed::Linked(_)
        | Deed::Unlinked(_)
        | Deed::Completed(_)
        | Deed::Answered(_)
        | Deed::AnsweredSeveral(_)
        | Deed::Closed(_)
        | Deed::Rescheduled(_)
        | Deed::Reworked(_) => {}
    }
    let made = amendment.newcomers.iter().flat_map(|newcomer| newcomer.dossiers.iter().map(|(flow, _)| flow));
    let mut touched = amendment.dossiers.iter().map(|change| &change.flow).chain(made);
    let archived = |id: &TaskFlowId| flows.iter().find(|flow| flow.id == *id).and_then(|flow| flow.open().err());
    touched.find_map(archived).map_or(Ok(()), Err)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::amendment::{DossierChange, FlowChange, Newcomer};
    use crate::domain::change_set::CommitId;
    use crate::domain::customer::{CustomerId, Values};
    use crate::domain::snapshot::Revision;

    fn flows() -> [TaskFlow; 2] {
        let open = TaskFlow::personal_income_tax(2026, Vec::new());
        [open, TaskFlow { archived: true, ..TaskFlow::personal_income_tax(2025, Vec::new()) }]
    }

    fn touching(year: i16, deed: Deed) -> Amendment {
        let mut amendment = Amendment::new(CommitId("one".into()), String::new(), deed);
        let flow = TaskFlowId(format!("pit-{year}"));
        amendment.dossiers.push(DossierChange { flow, customer: CustomerId(1), seen: Some(Revision(3)), becomes: None });
        amendment
    }

    #[test]
    fn a_dossier_of_the_archive_changes_only_by_what_has_happened_already() {
        let id = || TaskFlowId("pit-2025".into());
        for deed in [
            Deed::TakenBack { import: Revision(1) },
            Deed::Edited,
            Deed::Linked(id()),
            Deed::Unlinked(id()),
            Deed::Completed(id()),
            Deed::Answered(id()),
            Deed::Closed(id()),
            Deed::FlowChanged(id()),
        ] {
            assert_eq!(leaves_archive_alone(&touching(2025, deed.clone()), &flows()), Err(Archived(id())), "{deed:?}");
            assert_eq!(leaves_archive_alone(&touching(2026, deed.clone()), &flows()), Ok(()), "{deed:?}");
        }
        for deed in [Deed::Mailed(id()), Deed::Removed] {
            assert_eq!(leaves_archive_alone(&touching(2025, deed.clone()), &flows()), Ok(()), "{deed:?}");
        }
    }

    #[test]
    fn taking_a_task_flow_out_is_a_step_of_its_own() {
        let [_, archived] = flows();
        let mut amendment = Amendment::new(CommitId("out".into()), String::new(), Deed::FlowChanged(archived.id.clone()));
        let becomes = TaskFlow { archived: false, ..archived.clone() };
        amendment.flows.push(FlowChange { seen: Some(archived.clone()), becomes });
        assert_eq!(leaves_archive_alone(&amendment, &flows()), Ok(()));
        amendment.dossiers = touching(2025, Deed::Edited).dossiers;
        assert_eq!(leaves_archive_alone(&amendment, &flows()), Err(Archived(archived.id)));
    }

    #[test]
    fn nobody_is_added_into_the_archive() {
        let [open, archived] = flows();
        let mut amendment = Amendment::new(CommitId("new".into()), String::new(), Deed::Added);
        amendment.newcomers.push(Newcomer { values: Values::new(), dossiers: Vec::new() });
        assert_eq!(leaves_archive_alone(&amendment, &[open.clone(), archived.clone()]), Ok(()));
        let dossier = crate::domain::dossier::Dossier {
            questionnaire: crate::domain::questionnaire::QuestionnaireId("pit".into()),
            language: crate::domain::language::Language::Dutch,
            status: crate::domain::dossier::Status::NotSentYet,
            deadline: archived.deadline_simple,
            deadline_origin: crate::domain::dossier::Origin::Default,
            invitation_wanted: false,
            token: String::new(),
            answers: Vec::new(),
            course: crate::domain::dossier::Course::default(),
        };
        amendment.newcomers[0].dossiers.push((archived.id.clone(), dossier));
        assert_eq!(leaves_archive_alone(&amendment, &[open, archived.clone()]), Err(Archived(archived.id)));
    }
}
