//! The dossiers in the store follow the outbox.

use std::collections::BTreeMap;
use std::ops::ControlFlow;

use crate::domain::amendment::{Amendment, Deed, DossierChange};
use crate::domain::change_set::Hand;
use crate::domain::customer::CustomerId;
use crate::domain::dossier::Dossier;
use crate::domain::outbox::{Entry, Message, MessageNumber, Outbox, settled};
use crate::domain::snapshot::{Revision, Snapshot};
use crate::domain::task_flow::TaskFlowId;
use crate::world::ids::commit_id;
use crate::world::outbox::{OpenOutbox, OutboxFault};
use crate::world::store::{CommitFault, Store, StoreFault};

/// How many dossiers are written in one commit: whole dossiers are held in memory meanwhile.
const MOST: usize = 20_000;
/// How often it is tried again where colleagues change the same dossiers at the same time.
const TRIES: u32 = 5;
/// A journal of so many entries more than messages is written anew.
const SLACK: u64 = 1_000;

/// The dossiers could not be brought up to date. Nothing is lost: the next start does it.
#[derive(Debug, thiserror::Error)]
pub enum ReconcileFault {
    /// The outbox refused.
    #[error(transparent)]
    Outbox(#[from] OutboxFault),
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreFault),
    /// The commit was refused.
    #[error(transparent)]
    Commit(#[from] CommitFault),
    /// The system has no randomness for the name of a commit.
    #[error("no name for a commit")]
    Name(#[source] std::io::Error),
}

/// Dossiers of one task flow, each with its messages that it does not show yet.
type Behind = BTreeMap<CustomerId, Vec<Message>>;

/// Writes what the outbox knows into the dossiers of the store of that name: one commit for each task flow, several where more
/// than twenty thousand dossiers have to follow. Gives how many dossiers changed.
///
/// A dossier that somebody changes meanwhile is taken again as it is by then. Should the program end between the commit and the
/// note about it, the same is computed again, and changes nothing.
///
/// # Errors
/// [`ReconcileFault`]; what was written is noted, the rest is done the next time.
pub fn reconcile(store: &dyn Store, name: &str, outbox: &mut OpenOutbox, hand: &Hand) -> Result<u64, ReconcileFault> {
    outbox.refresh()?;
    let mut flows: BTreeMap<TaskFlowId, Behind> = BTreeMap::new();
    for message in outbox.outbox().unrecorded(name) {
        flows.entry(message.flow.clone()).or_default().entry(message.customer).or_default().push(message.clone());
    }
    let mut changed = 0;
    for (flow, mut behind) in flows {
        while !behind.is_empty() {
            let rest = behind.keys().nth(MOST).copied().map(|first| behind.split_off(&first)).unwrap_or_default();
            changed += follow(store, name, outbox, hand, &flow, &behind)?;
            behind = rest;
        }
    }
    Ok(changed)
}

fn follow(
    store: &dyn Store,
    name: &str,
    outbox: &mut OpenOutbox,
    hand: &Hand,
    flow: &TaskFlowId,
    behind: &Behind,
) -> Result<u64, ReconcileFault> {
    let wanted: Vec<_> = behind.keys().map(|customer| (flow.clone(), *customer)).collect();
    let mut tries = 1;
    let changed = loop {
        let stored = store.dossiers(&wanted)?;
        let mut amendment = Amendment::new(commit_id().map_err(ReconcileFault::Name)?, name.to_owned(), Deed::Mailed(flow.clone()));
        let changes = behind.iter().zip(stored);
        amendment.dossiers =
            changes.filter_map(|((customer, messages), stored)| change(outbox, flow, *customer, messages, stored?)).collect();
        if amendment.is_empty() {
            break 0;
        }
        match store.amend(&amendment, hand, &mut |_| ControlFlow::Continue(())) {
            Ok(_) => break amendment.dossiers.len() as u64,
            Err(CommitFault::Changed(_)) if tries < TRIES => tries += 1,
            Err(fault) => return Err(fault.into()),
        }
    };
    // As far as they were when they were read; what happened to them since is not in the store yet.
    let recorded: Vec<(MessageNumber, u32)> = behind.values().flatten().map(|message| (message.id, message.turns)).collect();
    outbox.write(vec![Entry::Recorded { messages: recorded }])?;
    Ok(changed)
}

/// What a dossier becomes by its messages, where it becomes something else.
fn change(
    outbox: &OpenOutbox,
    flow: &TaskFlowId,
    customer: CustomerId,
    messages: &[Message],
    (version, stored): (Revision, Dossier),
) -> Option<DossierChange> {
    let follows = |dossier: Dossier, message: &Message| match outbox.outbox().round(&message.round) {
        Some(round) => settled(&dossier, round, message),
        None => dossier,
    };
    let becomes = messages.iter().fold(stored.clone(), follows);
    (becomes != stored).then(|| DossierChange { flow: flow.clone(), customer, seen: Some(version), becomes: Some(becomes) })
}

/// Writes the journal of the outbox anew where that makes it much shorter, or where it names customers that are no longer in the
/// store: their addresses go with them. Gives whether it was written.
///
/// Messages that are done with are kept otherwise, each once with what the server said: they are the office's proof of what it
/// sent.
///
/// # Errors
/// [`OutboxFault`]; the journal is as it was then.
pub fn tidy(outbox: &mut OpenOutbox, snapshot: &Snapshot) -> Result<bool, OutboxFault> {
    outbox.refresh()?;
    let is_gone = |outbox: &Outbox, message: &Message| {
        let of_store = outbox.round(&message.round).is_some_and(|round| round.store == snapshot.store);
        of_store && snapshot.index_of(message.customer).is_none()
    };
    let known = outbox.outbox().clone();
    let forgets = known.messages().iter().any(|message| message.state.is_over() && is_gone(&known, message));
    let is_long = outbox.entries() > SLACK + known.messages().len() as u64;
    if forgets || is_long {
        outbox.rewrite(|message| !is_gone(&known, message))?;
    }
    Ok(forgets || is_long)
}
