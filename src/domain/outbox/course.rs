//! What a dossier's status becomes by its mails.
//!
//! | message | an invitation makes the dossier | a reminder |
//! |---|---|---|
//! | queued, waiting, sending | queued | changes nothing: the invitation was sent |
//! | sent | sent, with the date | is counted, with the date |
//! | failed | failed, with what the server said | leaves what the server said |
//! | unsure | unsure | changes nothing: the outbox asks about it |
//! | withdrawn | what it was before: sent where an earlier mail was, else not sent yet | changes nothing |
//!
//! A dossier that was answered or closed stays so whatever its mails do; only their dates and counts are noted.

use jiff::Timestamp;

use super::fold::Outbox;
use super::message::{Message, Round};
use super::state::State;
use crate::domain::dossier::{Dossier, Status};
use crate::domain::letter::Occasion;
use crate::domain::snapshot::{DossierHead, Snapshot};

/// The part of a dossier that its mails change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// How far it is.
    pub status: Status,
    /// Since when.
    pub since: Option<Timestamp>,
    /// When the server took the invitation.
    pub sent: Option<Timestamp>,
    /// How many reminders the server took.
    pub reminders: u16,
    /// When it took the last of them.
    pub reminded: Option<Timestamp>,
    /// What the server said when it refused the last mail for good.
    pub refusal: Option<String>,
}

impl Standing {
    /// What becomes of it by a message of that round as far as it is now. Doing it twice is doing it once.
    #[must_use]
    pub fn after(self, round: &Round, message: &Message) -> Self {
        match message.occasion {
            Occasion::Invitation => self.after_invitation(round, &message.state),
            Occasion::Reminder => self.after_reminder(&message.state),
        }
    }

    fn after_invitation(mut self, round: &Round, state: &State) -> Self {
        match state {
            State::Queued | State::Waiting { .. } | State::Sending { .. } => self.becomes(Status::Queued, Some(round.when)),
            State::Sent { when, .. } => {
                self.sent = Some(*when);
                self.refusal = None;
                self.becomes(Status::Sent, Some(*when));
            }
            State::Failed { reply, when, .. } => {
                self.refusal = Some(reply.clone());
                self.becomes(Status::Failed, Some(*when));
            }
            State::Unsure { since, .. } => self.becomes(Status::Unsure, Some(*since)),
            State::Withdrawn { when, .. } => match self.sent {
                Some(sent) => self.becomes(Status::Sent, Some(sent)),
                None => self.becomes(Status::NotSentYet, Some(*when)),
            },
        }
        self
    }

    fn after_reminder(mut self, state: &State) -> Self {
        match state {
            // Counted already where it is not later than the last one that was.
            State::Sent { when, .. } if self.reminded.is_none_or(|reminded| reminded < *when) => {
                self.reminders = self.reminders.saturating_add(1);
                self.reminded = Some(*when);
                self.refusal = None;
            }
            State::Failed { reply, .. } => self.refusal = Some(reply.clone()),
            State::Sent { .. }
            | State::Queued
            | State::Waiting { .. }
            | State::Sending { .. }
            | State::Unsure { .. }
            | State::Withdrawn { .. } => {}
        }
        self
    }

    fn becomes(&mut self, status: Status, since: Option<Timestamp>) {
        match self.status {
            Status::Answered | Status::Closed => {}
            Status::NotSentYet | Status::Queued | Status::Sent | Status::Unsure | Status::Failed => {
                self.status = status;
                self.since = since;
            }
        }
    }
}

/// The dossier as it is by a message of that round.
#[must_use]
pub fn settled(dossier: &Dossier, round: &Round, message: &Message) -> Dossier {
    let course = &dossier.course;
    let before = Standing {
        status: dossier.status,
        since: course.since,
        sent: course.sent,
        reminders: course.reminders,
        reminded: course.reminded,
        refusal: course.refusal.clone(),
    };
    let Standing { status, since, sent, reminders, reminded, refusal } = before.after(round, message);
    let mut dossier = dossier.clone();
    dossier.status = status;
    let course = &mut dossier.course;
    (course.since, course.sent, course.reminders, course.reminded, course.refusal) = (since, sent, reminders, reminded, refusal);
    dossier
}

/// The store as it was read, with what the outbox knows beyond it. For lists: until the dossiers are written
/// they show how far their mails are all the same.
#[must_use]
pub fn overlaid(mut snapshot: Snapshot, outbox: &Outbox) -> Snapshot {
    let store = snapshot.store.clone();
    let mut at_hand: Option<&Round> = None;
    for message in outbox.unrecorded(&store) {
        if at_hand.is_none_or(|round| round.id != message.round) {
            at_hand = outbox.round(&message.round);
        }
        let Some((round, head)) = at_hand.zip(snapshot.dossier(&message.flow, message.customer).cloned()) else { continue };
        snapshot.add_dossier(&message.flow, message.customer, shown(head, round, message));
    }
    snapshot
}

fn shown(mut head: DossierHead, round: &Round, message: &Message) -> DossierHead {
    let about = &mut head.about;
    let before = Standing {
        status: about.status,
        since: about.since,
        sent: about.sent,
        reminders: about.reminders,
        reminded: about.reminded,
        refusal: None,
    };
    let Standing { status, since, sent, reminders, reminded, refusal: _ } = before.after(round, message);
    (about.status, about.since, about.sent, about.reminders, about.reminded) = (status, since, sent, reminders, reminded);
    head
}
