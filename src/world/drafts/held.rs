//! A draft that this program has open.

use std::fs::File;
use std::os::unix::fs::{FileExt as _, MetadataExt as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::Timestamp;

use super::MOST;
use super::fault::{At as _, DraftFault};
use super::lock::Lock;
use super::place::{self, JOURNAL, VIEW};
use crate::app::keeping::{Cut, Whereabouts};
use crate::world::frame;

/// A draft that is open, and how far its journal is.
#[derive(Debug)]
pub(super) struct Held {
    _lock: Lock,
    path: PathBuf,
    journal: Arc<File>,
    /// Bytes of the journal that are whole entries.
    good: u64,
    /// Entries that could not be written, as bytes, and how many.
    behind: (Vec<u8>, u64),
    /// How many entries were written since it was opened, and how many of them are durable.
    written: u64,
    synced: u64,
    view: Option<(File, Option<Whereabouts>)>,
}

impl Held {
    /// A draft whose journal is whole up to `good`. What stands behind it is put aside or cut off.
    pub(super) fn of(directory: &Path, lock: Lock, good: u64, cut: Option<Cut>) -> Result<Self, DraftFault> {
        let path = directory.join(JOURNAL);
        let journal = place::open(&path)?;
        if journal.metadata().at(&path)?.len() > good {
            if cut == Some(Cut::Damaged) {
                put_aside(directory, &path, good)?;
            }
            journal.set_len(good).at(&path)?;
            journal.sync_all().at(&path)?;
        }
        // Where the person is can be missed.
        let view = place::open(&directory.join(VIEW)).ok().map(|file| (file, None));
        Ok(Self { _lock: lock, path, journal: Arc::new(journal), good, behind: (Vec::new(), 0), written: 0, synced: 0, view })
    }

    /// Whether its journal was removed. What is written then goes nowhere, and the system says nothing of it.
    pub(super) fn is_gone(&self) -> bool {
        self.journal.metadata().is_ok_and(|found| found.nlink() == 0)
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn journal(&self) -> Arc<File> {
        Arc::clone(&self.journal)
    }

    /// Writes behind the last whole entry; first what could not be written before.
    pub(super) fn write(&mut self, bytes: &[u8], count: u64) -> Result<(), DraftFault> {
        self.behind.0.extend_from_slice(bytes);
        self.behind.1 += count;
        if self.behind.0.is_empty() {
            return Ok(());
        }
        if let Err(error) = self.journal.write_all_at(&self.behind.0, self.good) {
            // Half an entry would be cut off by the next reader; now it only takes room.
            let _stays = self.journal.set_len(self.good);
            return Err(error).at(&self.path);
        }
        let (bytes, count) = std::mem::take(&mut self.behind);
        self.good += bytes.len() as u64;
        self.written += count;
        Ok(())
    }

    /// Lets entries go to another file, which may refuse them.
    #[cfg(test)]
    pub(super) fn replace_journal(&mut self, journal: File) {
        self.journal = Arc::new(journal);
    }

    /// The journal where it has entries that are not durable, its path, and how many it has.
    pub(super) fn unsynced(&self) -> Option<(Arc<File>, PathBuf, u64)> {
        (self.written > self.synced).then(|| (Arc::clone(&self.journal), self.path.clone(), self.written))
    }

    pub(super) fn note_synced(&mut self, count: u64) {
        self.synced = self.synced.max(count);
    }

    pub(super) fn remember(&mut self, view: &Whereabouts, when: Timestamp) {
        let Some((file, last)) = &mut self.view else { return };
        if last.as_ref() == Some(view) {
            return;
        }
        if let Ok(bytes) = frame::pack(&(view, when)) {
            // A view that cannot be written is an old one; nobody loses a decision by it.
            let _old = file.write_all_at(&bytes, 0);
        }
        *last = Some(view.clone());
    }
}

/// Keeps what stands behind a damaged entry.
fn put_aside(directory: &Path, path: &Path, good: u64) -> Result<(), DraftFault> {
    let bytes = place::bytes(path, MOST)?;
    let Some(rest) = usize::try_from(good).ok().and_then(|good| bytes.get(good..)) else { return Ok(()) };
    let aside = (1..).map(|number| directory.join(format!("{JOURNAL}.aside-{number}"))).find(|aside| !aside.exists());
    if let Some(aside) = aside {
        place::put(&aside, rest)?;
        place::sync(directory)?;
    }
    Ok(())
}
