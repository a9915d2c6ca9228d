//! The mailroom: where letters, settings, outbox, post and store come together. The command line and the screens
//! send by it alike.
//!
//! - `posts`: who takes letters, as the settings say; the tests have others
//! - `scribe`: letters, made of what is stored and settled, with the questionnaire enclosed
//! - `looking`: a letter to be looked at, a test, files of letters; nothing of it is in the outbox
//! - `remembering`: what the dossiers know and the outbox has lost comes back into it, to be decided
//! - `dispatch`: a round is queued and sent; what is left of earlier ones goes with it
//!
//! **Nobody gets it twice.** Whoever queues holds the lease, lets the dossiers follow their mails, reads the store afresh and
//! judges the recipients anew: where one is not what the person saw, nothing is queued. Two programs that
//! are asked for the same round at once therefore send it once.

mod dispatch;
mod fault;
mod looking;
mod posts;
mod remembering;
mod scribe;

use std::collections::{BTreeSet, HashSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use dispatch::Dispatched;
pub use fault::MailroomFault;
pub use posts::{Posts, SettledServer};

use crate::domain::change_set::Hand;
use crate::domain::customer::CustomerId;
use crate::domain::outbox::{Entry, Event, Message, MessageNumber, Outbox, State, Withdrawal, behind, busy};
use crate::domain::questionnaire::Catalogue;
use crate::domain::snapshot::Snapshot;
use crate::domain::task_flow::TaskFlowId;
use crate::world::clock::Clock;
use crate::world::config::Configuration;
use crate::world::outbox::{KeptOutbox, OpenOutbox, OutboxFault, Sending};
use crate::world::sending::{Pace, Read, SystemPace, reconcile, tidy};
use crate::world::store::Store;

/// How an office's mail leaves.
#[derive(Clone)]
pub struct Mail {
    /// The folder of the store: the outbox is in it.
    pub directory: PathBuf,
    /// What the office has settled.
    pub configuration: Arc<Configuration>,
    /// Who takes letters.
    pub posts: Arc<dyn Posts>,
    /// Waits between letters.
    pub pace: Arc<dyn Pace>,
}

impl Mail {
    /// Mail by the server that the settings name.
    #[must_use]
    pub fn settled(directory: &Path, configuration: Configuration) -> Self {
        Self {
            directory: directory.to_owned(),
            configuration: Arc::new(configuration),
            posts: Arc::new(SettledServer),
            pace: Arc::new(SystemPace),
        }
    }
}

/// The mailroom of a store. Holds nothing between two calls.
pub struct Mailroom<'a> {
    /// Whose dossiers follow their mails.
    pub store: &'a dyn Store,
    /// The questionnaires.
    pub catalogue: &'a Catalogue,
    /// How mail leaves.
    pub mail: &'a Mail,
    /// Tells the moment.
    pub clock: Arc<dyn Clock>,
    /// Login name of the person.
    pub user: &'a str,
}

impl Mailroom<'_> {
    fn kept(&self) -> KeptOutbox {
        KeptOutbox::of_store(&self.mail.directory)
    }

    /// How the outbox stands, by its file: its length and when it was written last. None where there is none.
    #[must_use]
    pub fn trace(&self) -> Option<(u64, std::time::SystemTime)> {
        self.kept().trace()
    }

    fn hand(&self) -> Hand {
        Hand { who: self.user.to_owned(), when: self.clock.now() }
    }

    /// Puts in order what earlier sessions left: a mail whose sender was killed becomes unsure, dossiers follow their mails, and
    /// the outbox lets go of customers that are no longer there. At the start of every session and after every round. Gives
    /// how many dossiers changed: where some did, `snapshot`, the store as it was read, is no longer new.
    ///
    /// A fault keeps nobody from looking at customers: what could not be done is done the next time.
    ///
    /// # Errors
    /// [`MailroomFault`] of the outbox or the store.
    pub fn begin(&self, snapshot: &Snapshot) -> Result<u64, MailroomFault> {
        let kept = self.kept();
        // Looking makes no outbox where there is none.
        let outbox = kept.read()?;
        if outbox.messages().is_empty() && behind(&outbox, snapshot).is_nothing() {
            return Ok(0);
        }
        kept.settle(self.user, Arc::clone(&self.clock))?;
        let mut open = kept.open()?;
        self.remember(&mut open, snapshot)?;
        let changed = reconcile(self.store, &snapshot.store, &mut open, &self.hand())?;
        tidy(&mut open, snapshot)?;
        Ok(changed)
    }

    /// What is in the outbox.
    ///
    /// # Errors
    /// [`OutboxFault`] where it cannot be read.
    pub fn outbox(&self) -> Result<Outbox, OutboxFault> {
        self.kept().read()
    }

    /// Who sends now, if somebody does.
    #[must_use]
    pub fn sender(&self) -> Option<Sending> {
        self.kept().sender(self.clock.now())
    }

    /// Of which dossiers a mail is on its way: for taking an import back, and before a customer is removed.
    ///
    /// # Errors
    /// [`OutboxFault`] where the outbox cannot be read: nothing may be taken back then.
    pub fn busy(&self, snapshot: &Snapshot) -> Result<impl Fn(&TaskFlowId, CustomerId) -> bool + use<>, OutboxFault> {
        let held: HashSet<(TaskFlowId, CustomerId)> = busy(&self.outbox()?, &snapshot.store);
        Ok(move |flow: &TaskFlowId, customer| held.contains(&(flow.clone(), customer)))
    }

    /// Lets a person decide about a mail or take it back: [`Event::Arrived`], [`Event::Again`] or [`Event::Withdrawn`]. All of them or
    /// none. The dossiers follow by [`Self::begin`].
    ///
    /// # Errors
    /// [`OutboxFault::Misfit`] where that cannot happen to one of them.
    pub fn decide(&self, messages: &[MessageNumber], event: &Event) -> Result<(), OutboxFault> {
        let kept = self.kept();
        kept.settle(self.user, Arc::clone(&self.clock))?;
        let (outbox, when) = (kept.read()?, self.clock.now());
        let turned = |message: &MessageNumber| Entry::Turned { message: *message, when, event: event.clone() };
        let entries: Vec<Entry> = messages.iter().map(turned).collect();
        // Refused before an outbox would be made where there is none.
        entries.iter().try_for_each(|entry| outbox.accepts(entry))?;
        if entries.is_empty() { Ok(()) } else { kept.open()?.write(entries) }
    }

    /// Lets those that were put off leave as soon as somebody sends, whatever their time. Gives how many.
    ///
    /// # Errors
    /// [`OutboxFault`] where the outbox cannot be written.
    pub fn hurry(&self) -> Result<u64, OutboxFault> {
        self.turn(&Event::Again, |message| matches!(message.state, State::Waiting { .. }))
    }

    /// Takes back those of these mails that have not left: somebody may be sending them at this very moment. Gives how many. The
    /// dossiers follow by [`Self::begin`].
    ///
    /// # Errors
    /// [`OutboxFault`] where the outbox cannot be written.
    pub fn withdraw(&self, messages: &[MessageNumber]) -> Result<u64, OutboxFault> {
        let wanted: BTreeSet<MessageNumber> = messages.iter().copied().collect();
        self.turn(&Event::Withdrawn(Withdrawal::ByPerson), |message| wanted.contains(&message.id))
    }

    /// Lets an event happen, in one write, to those of the wanted messages to which it can. Gives how many they are.
    fn turn(&self, event: &Event, wanted: impl Fn(&Message) -> bool) -> Result<u64, OutboxFault> {
        let kept = self.kept();
        // No outbox is made where there is none.
        if !kept.read()?.messages().iter().any(&wanted) {
            return Ok(0);
        }
        kept.settle(self.user, Arc::clone(&self.clock))?;
        let (mut open, when) = (kept.open()?, self.clock.now());
        loop {
            let turned = |message: &Message| Entry::Turned { message: message.id, when, event: event.clone() };
            let outbox = open.outbox();
            let entries = outbox.messages().iter().filter(|message| wanted(message)).map(turned);
            let entries: Vec<Entry> = entries.filter(|entry| outbox.accepts(entry).is_ok()).collect();
            let count = entries.len() as u64;
            match open.write(entries) {
                // Somebody began to send one of them at this very moment. By now that has been read.
                Err(OutboxFault::Misfit(_)) => {}
                written => return written.map(|()| count),
            }
        }
    }

    /// The store with every dossier as far as its mails are; for whoever holds the lease.
    fn caught_up(&self, outbox: &mut OpenOutbox) -> Result<Read, MailroomFault> {
        let read = Read::of(self.store)?;
        self.remember(outbox, &read.snapshot)?;
        let changed = reconcile(self.store, &read.snapshot.store, outbox, &self.hand())?;
        if changed == 0 { Ok(read) } else { Ok(Read::of(self.store)?) }
    }
}
