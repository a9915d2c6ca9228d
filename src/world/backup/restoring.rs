//! Putting a backup or a copy back.

use std::io::BufRead;
use std::path::Path;

use super::Head;
use super::fault::BackupFault;
use super::line::Shelf;
use super::reading::Lines;
use super::writing::Watch;
use crate::world::outbox::KeptOutbox;
use crate::world::store::{CopyName, Given, PutBack, SledStore, StoreFault, check::Report, is_bare};

/// A backup that was put back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// What the backup says of itself.
    pub head: Head,
    /// What is in the store now.
    pub report: Report,
    /// Mails that wait in its outbox to be sent, as they did when the backup was made.
    pub waiting: u64,
}

/// Puts a backup into a folder that has nothing in it: made beside it, every record and the whole looked at, and moved there
/// when it is whole.
///
/// # Errors
/// [`BackupFault`]; nothing is there then.
pub fn restore(input: &mut dyn BufRead, target: &Path, watch: Watch<'_>) -> Result<Restored, BackupFault> {
    let mut lines = Lines::begin(input)?;
    let head = lines.head()?;
    let beside = SledStore::beside(target)?;
    let remaking = beside.remake()?;
    let mut sent = Vec::new();
    let take = |shelf: Shelf, key: &[u8], value: &[u8]| match shelf {
        Shelf::Store(room) => remaking.put(room, key, value).map_err(BackupFault::from),
        Shelf::Outbox => {
            sent.push(value.to_owned());
            Ok(())
        }
    };
    lines.records(&head, take, watch)?;
    remaking.finish(head.store_format)?;
    let outbox = KeptOutbox::of_store(beside.directory());
    if !sent.is_empty() {
        outbox.found(&sent)?;
    }
    let waiting = outbox.read()?.tally(|_| true).ahead();
    let report = beside.settle()?;
    Ok(Restored { head, report, waiting })
}

/// Whether a store could be put there: nothing is made by asking.
///
/// # Errors
/// [`StoreFault::Occupied`] where there is something.
pub fn could_restore(target: &Path) -> Result<(), StoreFault> {
    is_bare(target)
}

/// How many mails wait to be sent in the outbox of the store in a directory; none where it cannot be read.
#[must_use]
pub fn waiting_in(directory: &Path) -> u64 {
    KeptOutbox::of_store(directory).read().map_or(0, |outbox| outbox.tally(|_| true).ahead())
}

/// Puts a copy in the place of its store, which becomes a copy. The outbox stays as it is, and its customers' numbers are not given out
/// again.
///
/// # Errors
/// [`StoreFault`]; the store is as it was then.
pub fn put_copy_back(store: &SledStore, name: CopyName) -> Result<PutBack, StoreFault> {
    let outbox = KeptOutbox::of_store(store.directory()).read().unwrap_or_default();
    let customer = outbox.messages().iter().map(|message| message.customer.0).max().unwrap_or(0);
    store.put_copy_back(name, Given { customer, commit: 0 })
}
