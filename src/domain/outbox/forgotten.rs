//! What the dossiers know and the outbox does not: its journal was lost, or is an older one.

use std::collections::HashSet;

use super::fold::Outbox;
use super::message::MessageNumber;
use crate::domain::customer::CustomerId;
use crate::domain::dossier::Status;
use crate::domain::letter::Occasion;
use crate::domain::snapshot::Snapshot;
use crate::domain::task_flow::TaskFlowId;

/// How an outbox is behind the dossiers of its store.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Behind {
    /// Dossiers that say that a mail of theirs is under way or may have left, and no mail is there.
    pub stranded: Vec<(TaskFlowId, CustomerId)>,
    /// Mails that are still to be sent, while their dossiers say that they were.
    pub sent: Vec<MessageNumber>,
}

impl Behind {
    /// Whether it is not behind at all.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        self.stranded.is_empty() && self.sent.is_empty()
    }
}

/// How the outbox is behind the store. The store has to have been read before the outbox was: the outbox is written first.
#[must_use]
pub fn behind(outbox: &Outbox, snapshot: &Snapshot) -> Behind {
    let last = outbox.last_by_dossier(&snapshot.store);
    // A dossier that has not followed its mail yet says nothing about the outbox.
    let known: HashSet<_> =
        last.iter().filter(|(_, message)| !message.state.is_over() || !message.is_recorded()).map(|(dossier, _)| *dossier).collect();
    let mut found = Behind::default();
    for flow in &snapshot.flows {
        let waits = |status| matches!(status, Status::Queued | Status::Unsure);
        let dossiers = snapshot.dossiers(&flow.id).filter(|(_, head)| waits(head.about.status));
        let stranded = dossiers.map(|(customer, _)| customer).filter(|customer| !known.contains(&(&flow.id, *customer)));
        found.stranded.extend(stranded.map(|customer| (flow.id.clone(), customer)));
    }
    for message in last.values().filter(|message| message.state.is_ahead()) {
        let Some(round) = outbox.round(&message.round) else { continue };
        let about = snapshot.dossier(&message.flow, message.customer).map(|head| &head.about);
        let taken = about.and_then(|about| match message.occasion {
            Occasion::Invitation => about.sent,
            Occasion::Reminder => about.reminded,
        });
        if taken.is_some_and(|taken| taken >= round.when) {
            found.sent.push(message.id);
        }
    }
    found.sent.sort_unstable();
    found
}
