//! The outbox on disk: a small store of its own beside the big one, so that two durable writes per mail do not wait for it.
//!
//! | file in `outbox/` | what |
//! |---|---|
//! | `journal` | every [entry](crate::domain::outbox::Entry), each behind the last, as frames with a checksum |
//! | `.journal.new` | one that is being rewritten; becomes `journal` by renaming when it is whole |
//! | `lock` | held for the moment of a look or a write |
//! | `lease` | held by whoever sends; says who, and until when |
//!
//! Every write is durable before it is believed. Colleagues can queue, decide and withdraw while somebody sends: each
//! write first takes in what others wrote, and whatever [cannot happen](crate::domain::outbox::Misstep) any more is refused. Modes follow the
//! store's: for the person alone, or for its group. Not for network file systems, as the store itself.

mod fault;
mod journal;
mod lease;
mod place;
#[cfg(test)]
mod tests;

use std::path::Path;
use std::sync::Arc;

use jiff::Timestamp;

use crate::domain::outbox::{Doubt, Entry, Event, Message, Outbox, State};
use crate::world::clock::Clock;
use crate::world::store::{OUTBOX, StoreFault};

pub use fault::OutboxFault;
pub use lease::{LEASE, Sending};

use journal::Journal;
use lease::Lease;
use place::Place;

/// The outbox of a store. Holds nothing between two calls.
#[derive(Debug, Clone)]
pub struct KeptOutbox {
    place: Place,
}

impl KeptOutbox {
    /// The outbox of the store in that directory. Neither need exist.
    #[must_use]
    pub fn of_store(directory: &Path) -> Self {
        Self { place: Place::new(directory.to_owned(), directory.join(OUTBOX)) }
    }

    /// The directory of the outbox.
    #[must_use]
    pub fn directory(&self) -> &Path {
        self.place.outbox()
    }

    /// How long its journal is, and when it was written last; none where there is none. Opens nothing.
    #[must_use]
    pub fn trace(&self) -> Option<(u64, std::time::SystemTime)> {
        let journal = std::fs::symlink_metadata(self.place.of(place::JOURNAL)).ok()?;
        Some((journal.len(), journal.modified().ok()?))
    }

    /// What is in the outbox now. Where there is none: nothing, and nothing is created by looking.
    ///
    /// # Errors
    /// [`OutboxFault`] where it cannot be read, is damaged, or is of a newer program.
    pub fn read(&self) -> Result<Outbox, OutboxFault> {
        if self.place.exists()? { Ok(self.open_to_read()?.outbox().clone()) } else { Ok(Outbox::default()) }
    }

    /// Every entry as it lies in the journal, for a backup; none where there is no outbox.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub(in crate::world) fn frames(&self) -> Result<Vec<Vec<u8>>, OutboxFault> {
        if self.place.exists()? { self.open_to_read()?.frames() } else { Ok(Vec::new()) }
    }

    /// The journal, also where nothing can be written.
    fn open_to_read(&self) -> Result<Journal, OutboxFault> {
        match Journal::open(self.place.clone()) {
            Err(OutboxFault::Store(StoreFault::ReadOnly { .. } | StoreFault::NoPermission { .. } | StoreFault::DiskFull)) => {
                Journal::look(self.place.clone())
            }
            opened => opened,
        }
    }

    /// Makes the outbox of entries as they lay in another one.
    ///
    /// # Errors
    /// As [`Self::read`], also where they are no outbox.
    pub(in crate::world) fn found(&self, frames: &[Vec<u8>]) -> Result<(), OutboxFault> {
        Journal::open(self.place.clone())?.fill(frames)
    }

    /// Opens the outbox to write in it; makes it where there is none.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn open(&self) -> Result<OpenOutbox, OutboxFault> {
        Journal::open(self.place.clone()).map(|journal| OpenOutbox { journal })
    }

    /// Opens it to send: nobody else can until this is dropped, or has not been renewed for so long as a
    /// [lease](LEASE) is. A message that was being sent by somebody who is no longer there becomes unsure.
    ///
    /// # Errors
    /// [`OutboxFault::Sending`] where somebody else sends, and as [`Self::read`].
    pub fn lease(&self, who: &str, clock: Arc<dyn Clock>) -> Result<LeasedOutbox, OutboxFault> {
        let open = self.open()?;
        let lease = Lease::take(&self.place, who, open.outbox().tally(|_| true).ahead(), clock.now())?;
        let mut leased = LeasedOutbox { open, lease, clock };
        leased.open.refresh()?;
        let doubted =
            |message: &Message| Entry::Turned { message: message.id, when: leased.clock.now(), event: Event::Doubted(Doubt::Stopped) };
        let left = leased.open.outbox().messages().iter().filter(|message| matches!(message.state, State::Sending { .. }));
        let entries: Vec<Entry> = left.map(doubted).collect();
        leased.open.write(entries)?;
        Ok(leased)
    }

    /// Makes unsure what was being sent by somebody who is no longer there. Where somebody sends, nothing is done.
    ///
    /// # Errors
    /// As [`Self::read`].
    pub fn settle(&self, who: &str, clock: Arc<dyn Clock>) -> Result<(), OutboxFault> {
        let is_sending = |message: &Message| matches!(message.state, State::Sending { .. });
        if !self.read()?.messages().iter().any(is_sending) {
            return Ok(());
        }
        match self.lease(who, clock) {
            Ok(_) | Err(OutboxFault::Sending { .. }) => Ok(()),
            Err(fault) => Err(fault),
        }
    }

    /// Who sends now, if somebody does.
    #[must_use]
    pub fn sender(&self, now: Timestamp) -> Option<Sending> {
        lease::holder(&self.place, now)
    }
}

/// An outbox that is written in. Others may write in it too.
#[derive(Debug)]
pub struct OpenOutbox {
    journal: Journal,
}

impl OpenOutbox {
    /// What was in it when it was last looked at or written in.
    #[must_use]
    pub const fn outbox(&self) -> &Outbox {
        self.journal.outbox()
    }

    /// Looks again.
    ///
    /// # Errors
    /// As [`KeptOutbox::read`].
    pub fn refresh(&mut self) -> Result<(), OutboxFault> {
        self.journal.refresh()
    }

    /// Writes entries, all of them or none, and makes them durable.
    ///
    /// # Errors
    /// [`OutboxFault::Misfit`] where one does not fit what is in the outbox by now; nothing is written then.
    pub fn write(&mut self, entries: Vec<Entry>) -> Result<(), OutboxFault> {
        if entries.is_empty() { Ok(()) } else { self.journal.write(entries) }
    }

    /// Writes the journal anew and short, in one step: each message once, with what became of it. Messages that are over go
    /// where `keeps` says so, those of customers whose data were erased: nothing of them stays in the file.
    ///
    /// # Errors
    /// As [`KeptOutbox::read`]; the journal is as it was then.
    pub fn rewrite(&mut self, keeps: impl Fn(&Message) -> bool) -> Result<(), OutboxFault> {
        self.journal.rewrite(keeps)
    }

    /// How many entries the journal has.
    #[must_use]
    pub const fn entries(&self) -> u64 {
        self.journal.entries()
    }
}

/// An outbox of which this program is the only sender. Dropping it lets go.
pub struct LeasedOutbox {
    open: OpenOutbox,
    lease: Lease,
    clock: Arc<dyn Clock>,
}

impl LeasedOutbox {
    /// What is in it.
    #[must_use]
    pub const fn outbox(&self) -> &Outbox {
        self.open.outbox()
    }

    /// The outbox, to write in it.
    pub const fn open(&mut self) -> &mut OpenOutbox {
        &mut self.open
    }

    /// Renews the lease where that is due. To be called before each letter and while waiting.
    ///
    /// # Errors
    /// [`OutboxFault::LeaseLost`] where somebody else has taken it over meanwhile: no letter may be offered any more.
    pub fn renew(&mut self) -> Result<(), OutboxFault> {
        self.lease.renew(self.clock.now())
    }

    /// The moment, by the clock of the lease.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        self.clock.now()
    }
}
