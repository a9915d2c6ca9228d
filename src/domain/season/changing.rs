//! A task flow that is made or becomes another.

use super::linking::values_of;
use super::reworking::with_deadline;
use super::{Planned, Records, Refused, has_left};
use crate::domain::amendment::{DossierChange, FlowChange};
use crate::domain::customer::CustomerId;
use crate::domain::dossier::{Dossier, Origin, Status};
use crate::domain::snapshot::Snapshot;
use crate::domain::task_flow::{TaskFlow, TaskFlowId};

pub(super) fn make(flow: &TaskFlow, records: &Records<'_>, planned: &mut Planned) -> Result<(), Refused> {
    let flows = &records.snapshot.flows;
    if flows.iter().any(|known| known.id == flow.id) {
        return Err(Refused::FlowExists(flow.id.clone()));
    }
    if let Some(there) = flows.iter().find(|known| known.assessment_year == flow.assessment_year) {
        return Err(Refused::YearExists(flow.assessment_year, there.id.clone()));
    }
    judge(flow, records, &[])?;
    planned.amendment.flows.push(FlowChange { seen: None, becomes: flow.clone() });
    Ok(())
}

/// The dossiers that a change of the default deadlines may move.
pub(super) fn needed(flow: &TaskFlow, snapshot: &Snapshot) -> Vec<(TaskFlowId, CustomerId)> {
    let Some(before) = snapshot.flow(&flow.id).filter(|before| moves_deadlines(before, flow)) else { return Vec::new() };
    let dossiers = snapshot.dossiers(&before.id).filter(|(_, head)| head.about.deadline_origin == Origin::Default);
    let unsent = dossiers.filter(|(_, head)| matches!(head.about.status, Status::NotSentYet | Status::Failed));
    let mut customers: Vec<CustomerId> = unsent.map(|(customer, _)| customer).collect();
    customers.sort_unstable();
    customers.into_iter().map(|customer| (flow.id.clone(), customer)).collect()
}

/// Default deadlines of an archived task flow move nothing: its dossiers are read only.
fn moves_deadlines(before: &TaskFlow, after: &TaskFlow) -> bool {
    let is_open = before.open().is_ok() && after.open().is_ok();
    is_open && (before.deadline_simple, before.deadline_specific) != (after.deadline_simple, after.deadline_specific)
}

pub(super) fn change(flow: &TaskFlow, records: &Records<'_>, planned: &mut Planned) -> Result<(), Refused> {
    let before = records.snapshot.flow(&flow.id).ok_or_else(|| Refused::NoSuchFlow(flow.id.clone()))?;
    if before == flow {
        return Ok(());
    }
    let only_archives = TaskFlow { archived: flow.archived, ..before.clone() } == *flow;
    if !only_archives {
        before.open().or_else(|_| flow.open())?;
        judge(flow, records, &before.questionnaires)?;
    }
    planned.amendment.flows.push(FlowChange { seen: Some(before.clone()), becomes: flow.clone() });
    if moves_deadlines(before, flow) {
        move_deadlines(flow, records, planned);
    }
    Ok(())
}

/// A task flow as it may be. A questionnaire that it has already may stay, also where the program no longer has it.
fn judge(flow: &TaskFlow, records: &Records<'_>, has: &[crate::domain::questionnaire::QuestionnaireId]) -> Result<(), Refused> {
    if flow.questionnaires.is_empty() {
        return Err(Refused::NoQuestionnaire);
    }
    let unknown = flow.questionnaires.iter().find(|id| records.catalogue.get(id).is_none() && !has.contains(id));
    if let Some(id) = unknown {
        return Err(Refused::QuestionnaireNotThere(id.clone()));
    }
    judge_deadline(flow.deadline_simple, flow)?;
    judge_deadline(flow.deadline_specific, flow)
}

/// A deadline lies in the assessment year or in the year behind it.
pub(super) fn judge_deadline(deadline: jiff::civil::Date, flow: &TaskFlow) -> Result<(), Refused> {
    let years = flow.assessment_year..=flow.assessment_year.saturating_add(1);
    let fits = years.contains(&deadline.year());
    if fits { Ok(()) } else { Err(Refused::DeadlineOutside(deadline, flow.assessment_year)) }
}

/// Moves the dossiers that have the default deadline and of which nothing has left.
fn move_deadlines(flow: &TaskFlow, records: &Records<'_>, planned: &mut Planned) {
    for (_, customer) in needed(flow, records.snapshot) {
        let Some((seen, dossier)) = records.dossiers.get(&flow.id, customer) else { continue };
        let stays = dossier.deadline_origin != Origin::Default
            || has_left(dossier)
            || dossier.status == Status::Closed
            || records.is_in_outbox(&flow.id, customer, dossier);
        if stays {
            continue;
        }
        match moved(dossier, flow, customer, records) {
            Ok(None) => {}
            Ok(Some(becomes)) => {
                planned.tally.specific += u64::from(becomes.deadline == flow.deadline_specific);
                let change = DossierChange { flow: flow.id.clone(), customer, seen: Some(*seen), becomes: Some(becomes) };
                planned.amendment.dossiers.push(change);
            }
            Err(why) => planned.not.push((customer, why)),
        }
    }
}

fn moved(dossier: &Dossier, flow: &TaskFlow, customer: CustomerId, records: &Records<'_>) -> Result<Option<Dossier>, super::WhyNot> {
    let values = values_of(customer, records.snapshot)?;
    let deadline = flow.default_deadline(values.has_enterprise_number());
    if deadline == dossier.deadline {
        return Ok(None);
    }
    let questionnaire = records.catalogue.get(&dossier.questionnaire);
    Ok(Some(with_deadline(dossier, deadline, Origin::Default, questionnaire)))
}
