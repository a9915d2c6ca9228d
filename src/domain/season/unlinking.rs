//! Customers that lose their dossier in a task flow.

use super::{Planned, Reach, Records, Refused, WhyNot, has_left};
use crate::domain::amendment::DossierChange;
use crate::domain::customer::CustomerId;
use crate::domain::dossier::{Dossier, Origin, Status};
use crate::domain::task_flow::TaskFlowId;

pub(super) fn unlink(
    id: &TaskFlowId,
    customers: &[CustomerId],
    reach: Reach,
    records: &Records<'_>,
    planned: &mut Planned,
) -> Result<(), Refused> {
    records.open_flow(id)?;
    for &customer in customers {
        let Some((seen, dossier)) = records.dossiers.get(id, customer) else {
            planned.not.push((customer, WhyNot::NoDossier));
            continue;
        };
        if let Some(why) = why_not(dossier, reach, records.is_in_outbox(id, customer, dossier)) {
            planned.not.push((customer, why));
            continue;
        }
        let given = given(dossier);
        planned.tally.losing += u64::from(given > 0);
        planned.tally.lost += given;
        planned.tally.sent += u64::from(has_left(dossier));
        planned.amendment.dossiers.push(DossierChange { flow: id.clone(), customer, seen: Some(*seen), becomes: None });
    }
    Ok(())
}

fn why_not(dossier: &Dossier, reach: Reach, in_outbox: bool) -> Option<WhyNot> {
    match reach {
        _ if in_outbox => Some(WhyNot::InOutbox),
        Reach::AlsoSent => None,
        Reach::NothingSent if dossier.status == Status::Closed => Some(WhyNot::Closed),
        Reach::NothingSent => has_left(dossier).then_some(WhyNot::Sent),
    }
}

/// Answers that a colleague or the customer gave.
fn given(dossier: &Dossier) -> u64 {
    dossier.answers.iter().filter(|answer| matches!(answer.origin, Origin::Typed | Origin::Returned)).count() as u64
}
