//! The outbox: what becomes of every mail, from the moment it is queued.
//!
//! An outbox is nothing but the sum of its [entries](Entry), in the order in which they were written. What may
//! happen to a message when is one function, [`State::after`]; whatever it refuses is never written. From that:
//!
//! | state | goes on to |
//! |---|---|
//! | queued, waiting | sending, failed (no letter can be made of it), withdrawn |
//! | waiting | queued at once, because a person says so |
//! | sending | sent, failed, waiting, unsure, queued again (it never left) |
//! | unsure | sent or queued again, and only because a person says so |
//! | sent, failed, withdrawn | nothing: whoever wants to try again begins another round |
//!
//! So no message is offered again after it was taken, and none that may have been taken unless a
//! person decides it. The rooms: `message` and `state` say what there is, `entry` what is written, `backoff` when a
//! server is asked again, `busy` which dossiers must stay as they are, `course` what a dossier's status becomes by it, `due` what must not leave any more, `ending` how a sending ended, `forgotten` what the dossiers know and the outbox does not, `line` what is seen of a server that gives no answer.

mod backoff;
mod busy;
mod course;
mod due;
mod ending;
mod entry;
mod fold;
mod forgotten;
mod line;
mod message;
mod state;
#[cfg(test)]
mod tests;

pub use backoff::{TRIES, due, wait, wait_for_line};
pub use busy::busy;
pub use course::{Standing, overlaid, settled};
pub use due::withdrawal;
pub use ending::Ending;
pub use entry::{Entry, NewMessage};
pub use fold::{Misfit, Outbox, Tally};
pub use forgotten::{Behind, behind};
pub use line::Line;
pub use message::{Message, MessageNumber, Round, RoundId};
pub use state::{Doubt, Event, Failure, Misstep, State, Withdrawal};
