//! Dossiers that must stay as they are: a mail of theirs is on its way.

use std::collections::HashSet;

use super::fold::Outbox;
use super::state::State;
use crate::domain::customer::CustomerId;
use crate::domain::task_flow::TaskFlowId;

/// Of which dossiers of a store the outbox holds a mail: one that is not done with, or one that was sent and whose dossier
/// does not show it yet. Those are not taken back with their import, and their customers are not removed.
#[must_use]
pub fn busy(outbox: &Outbox, store: &str) -> HashSet<(TaskFlowId, CustomerId)> {
    let held = outbox.last_by_dossier(store).into_iter().filter(|(_, message)| {
        let is_unseen = matches!(message.state, State::Sent { .. }) && !message.is_recorded();
        !message.state.is_over() || is_unseen
    });
    held.map(|((flow, customer), _)| (flow.clone(), customer)).collect()
}
