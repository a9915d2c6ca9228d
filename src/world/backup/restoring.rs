//! Putting a backup or a copy back.

use std::io::BufRead;
use std::path::{Path, PathBuf};

use super::Head;
use super::fault::BackupFault;
use super::line::Shelf;
use super::reading::Lines;
use super::writing::Watch;
use crate::world::bench::Bench;
use crate::world::outbox::KeptOutbox;
use crate::world::store::{CopyName, Given, PutBack, SledStore, StoreFault, check::Report, could_begin};

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
    let outbox = KeptOutbox::of_store(beside.directory());
    let settled = remaking.finish(head.store_format).map_err(BackupFault::from).and_then(|()| {
        if !sent.is_empty() {
            outbox.found(&sent)?;
        }
        let waiting = outbox.read()?.tally(|_| true).ahead();
        Ok((beside.settle()?, waiting))
    });
    let (report, waiting) = settled.map_err(|fault| lines.at_line(fault))?;
    Ok(Restored { head, report, waiting })
}

/// Does everything that [`restore`] does on a bench, and throws it away: what it says here, it says there. The first of the folders
/// that has room takes the bench.
///
/// # Errors
/// [`BackupFault`], as of [`restore`]; what bench could not be made where there is room on none of them.
pub fn rehearse(input: &mut dyn BufRead, folders: &[PathBuf], watch: Watch<'_>) -> Result<Restored, BackupFault> {
    let refused = |error, path: &Path| BackupFault::from(StoreFault::from_io(error, path));
    // What comes in is read once; another bench is of no help to whoever has read half.
    Bench::work(folders, refused, |_| false, |bench| restore(input, &bench.folder().join("store"), watch))
}

/// Whether a store could be put there: nothing is made by asking.
///
/// # Errors
/// [`StoreFault::Occupied`] where there is something, [`StoreFault::InTheWay`] where it could not be made ready, and where it may not be.
pub fn could_restore(target: &Path) -> Result<(), StoreFault> {
    could_begin(target)
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
