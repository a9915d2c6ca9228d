//! Letters from what is stored: the dossiers of a round are read many at a time, so that not every letter opens the big store.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use super::round::NoLetter;
use crate::domain::customer::{CustomerId, Values};
use crate::domain::dossier::Dossier;
use crate::domain::letter::Letter;
use crate::domain::outbox::{Message, Outbox, Withdrawal, withdrawal};
use crate::domain::snapshot::Snapshot;
use crate::domain::task_flow::TaskFlowId;
use crate::world::store::Store;

/// How many dossiers are read at a time.
const BATCH: usize = 200;

type Key = (TaskFlowId, CustomerId);

/// Makes a letter of a message, its customer and its dossier: the wording, and the workbook that goes with it.
pub type Write<'a> = dyn Fn(&Message, &Values, &Dossier) -> Result<Letter, NoLetter> + 'a;

/// Brings messages together with what is stored about them.
pub struct Composer<'a> {
    store: &'a dyn Store,
    snapshot: &'a Snapshot,
    outbox: Outbox,
    write: &'a Write<'a>,
    /// Dossiers that were read ahead; each is used once.
    read: Mutex<HashMap<Key, Dossier>>,
}

impl<'a> Composer<'a> {
    /// A composer for what is in the outbox now. `snapshot` is the store as it was read when the sending began.
    #[must_use]
    pub fn new(store: &'a dyn Store, snapshot: &'a Snapshot, outbox: &Outbox, write: &'a Write<'a>) -> Self {
        Self { store, snapshot, outbox: outbox.clone(), write, read: Mutex::default() }
    }

    /// The letter of a message.
    ///
    /// # Errors
    /// [`NoLetter`]: of this one where its customer or dossier is not there or cannot be read, of any where the store cannot be.
    pub fn compose(&self, message: &Message) -> Result<Letter, NoLetter> {
        let gone = |what: &str| NoLetter::OfThisOne(format!("{} {what}", message.customer));
        let index = self.snapshot.index_of(message.customer).ok_or_else(|| gone("is not there"))?;
        let customer = self.snapshot.customer(index).map_err(|bad| gone(&bad.to_string()))?;
        let dossier = self.dossier(message)?.ok_or_else(|| gone("has no dossier"))?;
        (self.write)(message, &customer.values, &dossier)
    }

    /// Why a message must not leave any more, by the store as it was read.
    #[must_use]
    pub fn withdrawn(&self, message: &Message) -> Option<Withdrawal> {
        // A round that was queued after this was made is judged when the sending goes on.
        withdrawal(self.outbox.round(&message.round)?, message, self.snapshot)
    }

    fn dossier(&self, message: &Message) -> Result<Option<Dossier>, NoLetter> {
        // Nothing in it could be left half changed by a panic.
        let mut read = self.read.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (message.flow.clone(), message.customer);
        if let Some(dossier) = read.remove(&key) {
            return Ok(Some(dossier));
        }
        let ahead = self.outbox.messages().iter().filter(|next| next.id > message.id && next.state.is_ahead());
        let mut wanted: Vec<Key> = vec![key.clone()];
        wanted.extend(ahead.take(BATCH - 1).map(|next| (next.flow.clone(), next.customer)));
        let dossiers = self.store.dossiers(&wanted).map_err(|fault| NoLetter::OfAny(fault.to_string()))?;
        let found = wanted.into_iter().zip(dossiers).filter_map(|(key, found)| found.map(|(_, dossier)| (key, dossier)));
        read.clear();
        read.extend(found);
        Ok(read.remove(&key))
    }
}
