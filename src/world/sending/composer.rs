//! Letters from what is stored: the dossiers of a round are read many at a time, so that not every letter opens the big store.
//!
//! Whether a mail may still leave is judged by what is stored at that moment, not when the round began: before each one the
//! [mark](crate::world::store::Mark) of the store is looked at, and where a colleague has written something since, everything is read again.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::round::NoLetter;
use crate::domain::customer::{CustomerId, Values};
use crate::domain::dossier::Dossier;
use crate::domain::letter::Letter;
use crate::domain::outbox::{Message, Outbox, Withdrawal, withdrawal};
use crate::domain::snapshot::Snapshot;
use crate::domain::task_flow::TaskFlowId;
use crate::world::store::{Mark, Store, StoreFault};

/// How many dossiers are read at a time.
const BATCH: usize = 200;

type Key = (TaskFlowId, CustomerId);

/// Makes a letter of a message, its customer and its dossier: the wording, and the workbook that goes with it.
pub type Write<'a> = dyn Fn(&Message, &Values, &Dossier) -> Result<Letter, NoLetter> + 'a;

/// The store as it was read, and by what it is seen whether it still is so.
pub struct Read {
    /// The store.
    pub snapshot: Snapshot,
    mark: Option<Mark>,
}

impl Read {
    /// Reads the store. Its mark is looked at before: what is written in between is read again, and not missed.
    ///
    /// # Errors
    /// [`StoreFault`] where it cannot be read.
    pub fn of(store: &dyn Store) -> Result<Self, StoreFault> {
        let mark = store.mark();
        Ok(Self { snapshot: store.snapshot()?, mark })
    }

    fn still_holds(&self, store: &dyn Store) -> bool {
        self.mark.is_some() && self.mark == store.mark()
    }
}

/// What is known of the store.
struct Known {
    read: Read,
    /// Dossiers that were read ahead; each is used once.
    ahead: HashMap<Key, Dossier>,
}

/// Brings messages together with what is stored about them.
pub struct Composer<'a> {
    store: &'a dyn Store,
    write: &'a Write<'a>,
    known: Mutex<Known>,
}

impl<'a> Composer<'a> {
    /// A composer, with the store as it was read when the sending began.
    #[must_use]
    pub fn new(store: &'a dyn Store, read: Read, write: &'a Write<'a>) -> Self {
        Self { store, write, known: Mutex::new(Known { read, ahead: HashMap::new() }) }
    }

    /// Why a message of this outbox must not leave any more, by what is stored at this moment.
    ///
    /// # Errors
    /// [`NoLetter`] where the store cannot be read: nobody knows then whether it may leave.
    pub fn withdrawn(&self, message: &Message, outbox: &Outbox) -> Result<Option<Withdrawal>, NoLetter> {
        let mut known = self.known();
        if !known.read.still_holds(self.store) {
            known.read = Read::of(self.store).map_err(unreadable)?;
            known.ahead.clear();
        }
        let round = outbox.round(&message.round);
        Ok(round.and_then(|round| withdrawal(round, message, &known.read.snapshot)))
    }

    /// The letter of a message of this outbox, of what was stored when it was last [asked](Self::withdrawn) whether it may leave.
    ///
    /// # Errors
    /// [`NoLetter`]: of this one where its customer or dossier is not there or cannot be read, of any where the store cannot be.
    pub fn compose(&self, message: &Message, outbox: &Outbox) -> Result<Letter, NoLetter> {
        let gone = |what: &str| NoLetter::OfThisOne(format!("{} {what}", message.customer));
        let mut known = self.known();
        let dossier = self.dossier(&mut known, message, outbox)?.ok_or_else(|| gone("has no dossier"))?;
        let snapshot = &known.read.snapshot;
        let index = snapshot.index_of(message.customer).ok_or_else(|| gone("is not there"))?;
        let customer = snapshot.customer(index).map_err(|bad| gone(&bad.to_string()))?;
        (self.write)(message, &customer.values, &dossier)
    }

    /// Nothing in it could be left half changed by a panic.
    fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn dossier(&self, known: &mut Known, message: &Message, outbox: &Outbox) -> Result<Option<Dossier>, NoLetter> {
        let key = (message.flow.clone(), message.customer);
        if let Some(dossier) = known.ahead.remove(&key) {
            return Ok(Some(dossier));
        }
        let next = outbox.messages().iter().filter(|next| next.id > message.id && next.state.is_ahead());
        let mut wanted: Vec<Key> = vec![key.clone()];
        wanted.extend(next.take(BATCH - 1).map(|next| (next.flow.clone(), next.customer)));
        let dossiers = self.store.dossiers(&wanted).map_err(unreadable)?;
        let found = wanted.into_iter().zip(dossiers).filter_map(|(key, found)| found.map(|(_, dossier)| (key, dossier)));
        known.ahead.clear();
        known.ahead.extend(found);
        Ok(known.ahead.remove(&key))
    }
}

/// A store that somebody holds is free again in a moment.
fn unreadable(fault: StoreFault) -> NoLetter {
    match fault {
        StoreFault::InUse { .. } => NoLetter::NotNow(fault.to_string()),
        fault => NoLetter::OfAny(fault.to_string()),
    }
}
