//! Task flows, dossiers, and what was done to them.

use super::faults::faults;
use crate::app::fault::Fault;
use crate::app::season::{Field as FormField, Unclear as UnclearForm};
use crate::domain::amendment::Deed as StoredDeed;
use crate::domain::completion::Matter;
use crate::domain::questionnaire::QuestionnaireId;
use crate::domain::season::{Refused, Remark};
use crate::domain::snapshot::Revision;
use crate::domain::task_flow::TaskFlowId;

every! {
    remarks: Remark {
        Remark::CheckDeadlines => [Remark::CheckDeadlines],
        Remark::OtherYear(..) => [Remark::OtherYear(a_questionnaire(), 2025)],
        Remark::NotThere(_) => [Remark::NotThere(a_questionnaire())],
    }
    matters: Matter {
        Matter::Questionnaire => [Matter::Questionnaire],
        Matter::Language => [Matter::Language],
        Matter::Deadline => [Matter::Deadline],
        Matter::Invitation => [Matter::Invitation],
        Matter::Status => [Matter::Status],
        Matter::Aside => [Matter::Aside],
        Matter::Record(_) => [Matter::Record("email".into())],
        Matter::Answer(_) => [Matter::Answer("email".into())],
    }
    stored_deeds: StoredDeed {
        StoredDeed::Import => [StoredDeed::Import],
        StoredDeed::TakenBack { .. } => [StoredDeed::TakenBack { import: Revision(7) }],
        StoredDeed::Added => [StoredDeed::Added],
        StoredDeed::Edited => [StoredDeed::Edited],
        StoredDeed::Removed => [StoredDeed::Removed],
        StoredDeed::FlowMade(_) => [StoredDeed::FlowMade(flow())],
        StoredDeed::FlowChanged(_) => [StoredDeed::FlowChanged(flow())],
        StoredDeed::Linked(_) => [StoredDeed::Linked(flow())],
        StoredDeed::Unlinked(_) => [StoredDeed::Unlinked(flow())],
        StoredDeed::Completed(_) => [StoredDeed::Completed(flow())],
        StoredDeed::Mailed(_) => [StoredDeed::Mailed(flow())],
        StoredDeed::Answered(_) => [StoredDeed::Answered(flow())],
        StoredDeed::AnsweredSeveral(_) => [StoredDeed::AnsweredSeveral(vec![flow(), flow()])],
        StoredDeed::Closed(_) => [StoredDeed::Closed(flow())],
        StoredDeed::Rescheduled(_) => [StoredDeed::Rescheduled(flow())],
        StoredDeed::Reworked(_) => [StoredDeed::Reworked(flow())],
    }
}

/// Every reason why nothing can be done about a task flow.
pub(super) fn seasons_refused() -> Vec<Refused> {
    let refused = |fault| match fault {
        Fault::Refused(refused) => Some(refused),
        _ => None,
    };
    faults().into_iter().filter_map(refused).collect()
}

pub(super) fn unclear_forms() -> Vec<UnclearForm> {
    FormField::ALL.into_iter().flat_map(|field| [UnclearForm::NotADate(field), UnclearForm::Nothing(field)]).collect()
}

pub(super) fn a_questionnaire() -> QuestionnaireId {
    QuestionnaireId("pit-2026".to_owned())
}

pub(super) fn flow() -> TaskFlowId {
    TaskFlowId("pit-2026".to_owned())
}
