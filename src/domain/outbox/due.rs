//! Whether a message that was queued is still to be sent, by what the store says now.

use super::message::{Message, Round};
use super::state::Withdrawal;
use crate::domain::dossier::Status;
use crate::domain::field::Field;
use crate::domain::snapshot::Snapshot;

/// Why a message must not leave any more; none where it may. Asked of every message before a round
/// goes on: a customer may have been removed, answered or moved house since it was queued.
#[must_use]
pub fn withdrawal(round: &Round, message: &Message, snapshot: &Snapshot) -> Option<Withdrawal> {
    if round.store != snapshot.store {
        return Some(Withdrawal::OtherStore);
    }
    let Some(index) = snapshot.index_of(message.customer) else { return Some(Withdrawal::CustomerGone) };
    if snapshot.flow(&message.flow).is_none_or(|flow| flow.open().is_err()) {
        return Some(Withdrawal::FlowArchived);
    }
    let Some(dossier) = snapshot.dossier(&message.flow, message.customer) else { return Some(Withdrawal::Unlinked) };
    match dossier.about.status {
        Status::Answered => return Some(Withdrawal::Answered),
        Status::Closed => return Some(Withdrawal::Closed),
        Status::NotSentYet | Status::Queued | Status::Sent | Status::Unsure | Status::Failed => {}
    }
    // A record that cannot be read says nothing about its address; making the letter will say what is wrong.
    let customer = snapshot.customer(index).ok()?;
    (customer.values.text(Field::Email) != message.to).then_some(Withdrawal::AddressChanged)
}
