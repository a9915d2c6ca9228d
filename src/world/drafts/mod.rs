//! Drafts on disk: every decision is in the draft's journal before the frame that shows it.
//!
//! A program that is killed loses nothing that was shown, since what was written stays in the system's
//! memory; a computer that loses its power loses what was not synced yet, which is what "saved" is about.
//!
//! - `place`: which files there are; for the person alone, and no link is followed
//! - `head`, `journal`: what lies in them, and how
//! - `lock`: a draft is open in one place only
//! - `unsaved`: changes of a dossier or of a customer that are not saved
//! - `held`: the drafts that this program has open; `list`: all that there are

mod fault;
mod head;
mod held;
mod journal;
mod list;
mod lock;
mod place;
#[cfg(test)]
mod tests;
mod unsaved;

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;

use crate::app::keeping::{Cut, DraftId, Leaving, Left, OpenBy, Whereabouts};
use crate::domain::draft::Entry;
use crate::world::frame;
use fault::At as _;
use held::Held;
use lock::Lock;
use place::{HEAD, JOURNAL, LOCK, Place, SOURCE, VIEW};

pub use fault::DraftFault;
pub use head::Head;
pub use journal::{Told, read as told_by};
pub use place::default_directory;

/// The most bytes of a journal or a head that are read: more than a million decisions take.
const MOST: u64 = 1 << 30;

/// The drafts of a person. A clone is another door to the same ones.
#[derive(Debug, Clone)]
pub struct Drafts {
    place: Option<Place>,
    held: Arc<Mutex<HashMap<DraftId, Held>>>,
    unsaved: Arc<Mutex<HashMap<String, unsaved::Held>>>,
    /// Held by whoever makes unsaved changes durable: of two at once each would move the other's files.
    securing: Arc<Mutex<()>>,
}

/// A draft as it was kept.
#[derive(Debug)]
pub struct Stored {
    /// What it was made from.
    pub head: Head,
    /// The workbook's bytes.
    pub source: Vec<u8>,
    /// What was decided.
    pub entries: Vec<Entry>,
    /// What of the journal could not be read.
    pub cut: Option<Cut>,
    /// Steps that were in force when it was last looked at, and are not there; the one of a torn end apart.
    pub missing: u64,
    /// Where the person was, and when that was written.
    pub view: Option<(Whereabouts, Timestamp)>,
}

impl Drafts {
    /// The drafts in a folder, which need not exist; without a folder none are kept.
    #[must_use]
    pub fn new(directory: Option<PathBuf>) -> Self {
        Self {
            place: directory.map(|directory| Place { directory }),
            held: Arc::default(),
            unsaved: Arc::default(),
            securing: Arc::default(),
        }
    }

    /// Their folder, where there is one.
    #[must_use]
    pub fn folder(&self) -> Option<&Path> {
        self.place.as_ref().map(|place| place.directory.as_path())
    }

    fn place(&self) -> Result<&Place, DraftFault> {
        self.place.as_ref().ok_or(DraftFault::NoPlace)
    }

    fn unsaved(&self) -> MutexGuard<'_, HashMap<String, unsaved::Held>> {
        self.unsaved.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn held(&self) -> MutexGuard<'_, HashMap<DraftId, Held>> {
        // A panic between two writes leaves nothing half changed that the next does not put right.
        self.held.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps a new draft: its own copy of the workbook, what it was made from, and what was decided in
    /// it so far. All of it is durable when this returns, and the draft is held.
    ///
    /// # Errors
    /// [`DraftFault`]; nothing stays behind that anybody would take for a draft.
    pub fn create(&self, head: Head, source: &[u8], entries: &[Entry]) -> Result<DraftId, DraftFault> {
        let place = self.place()?;
        let id = DraftId::parse(&head.id).ok_or_else(|| DraftFault::damaged("no name of a draft"))?;
        place.make()?;
        let new = place.of_new(&id);
        place::make_directory(&new)?;
        let made = fill(&new, &head, source, entries).and_then(|held| {
            let path = place.of(&id);
            std::fs::rename(&new, &path).at(&path)?;
            place::sync(&place.directory)?;
            Ok(held)
        });
        if made.is_err() {
            // On a full disk the copy of the workbook would be in the way of everybody.
            let _later = std::fs::remove_dir_all(&new);
        }
        self.held().insert(id.clone(), made?);
        tracing::info!("draft {} begun rows={}", id.as_str(), head.rows);
        Ok(id)
    }

    /// Opens a kept draft and holds it. What of its journal cannot be read is cut off, and where it is
    /// more than a torn end, put aside.
    ///
    /// # Errors
    /// [`DraftFault::InUse`] where it is open elsewhere, and the others.
    pub fn open(&self, id: &DraftId, tag: &OpenBy) -> Result<Stored, DraftFault> {
        let path = self.place()?.existing(id)?;
        let lock = Lock::take(&path.join(LOCK), tag)?;
        let (stored, good) = stored(&path)?;
        let held = Held::of(&path, lock, good, stored.cut)?;
        self.held().insert(id.clone(), held);
        tracing::info!("draft {} taken up entries={} cut={:?}", id.as_str(), stored.entries.len(), stored.cut);
        Ok(stored)
    }

    /// Reads a kept draft that stays as it is, to take its decisions over.
    ///
    /// # Errors
    /// [`DraftFault::InUse`] where it is open elsewhere, and the others.
    pub fn look_into(&self, id: &DraftId, tag: &OpenBy) -> Result<Stored, DraftFault> {
        let path = self.place()?.existing(id)?;
        let _lock = Lock::take(&path.join(LOCK), tag)?;
        stored(&path).map(|(stored, _)| stored)
    }

    /// A draft's own copy of its workbook. It is written once and never changed, so nobody has to let go of it.
    ///
    /// # Errors
    /// [`DraftFault`]: no such draft, or its copy cannot be read.
    pub fn copy_of(&self, id: &DraftId) -> Result<Vec<u8>, DraftFault> {
        place::bytes(&self.place()?.existing(id)?.join(SOURCE), crate::world::workbook::SOURCE_CAP)
    }

    /// Writes entries behind the last. A killed program does not lose them any more.
    ///
    /// # Errors
    /// [`DraftFault`]; what could not be written is written with the next entries.
    pub fn write(&self, id: &DraftId, entries: &[Entry]) -> Result<(), DraftFault> {
        let bytes = journal::written(entries)?;
        let mut held = self.held();
        let held = held.get_mut(id).ok_or(DraftFault::Gone)?;
        held.write(&bytes, entries.len() as u64)
    }

    /// Makes durable what was written, and says of each draft how many entries are safe now.
    /// Whoever writes meanwhile is not kept waiting.
    pub fn secure(&self) -> Vec<(DraftId, Result<u64, DraftFault>)> {
        let mut told = Vec::new();
        let mut unsafe_ones = Vec::new();
        for (id, held) in &mut *self.held() {
            if held.is_gone() {
                told.push((id.clone(), Err(DraftFault::Gone)));
                continue;
            }
            // What could not be written before comes first: nothing behind it may count as safe.
            match held.write(&[], 0) {
                Ok(()) => unsafe_ones.extend(held.unsynced().map(|unsynced| (id.clone(), unsynced))),
                Err(fault) => told.push((id.clone(), Err(fault))),
            }
        }
        for (id, (journal, path, count)) in unsafe_ones {
            let synced = journal.sync_data().at(&path);
            if let (Ok(()), Some(held)) = (&synced, self.held().get_mut(&id)) {
                held.note_synced(count);
            }
            told.push((id, synced.map(|()| count)));
        }
        told
    }

    /// Writes down where the person is, if that changed. Not made durable, and missed by nobody.
    pub fn remember(&self, id: &DraftId, view: &Whereabouts, when: Timestamp) {
        if let Some(held) = self.held().get_mut(id) {
            held.remember(view, when);
        }
    }

    /// Lets go of a draft that was left, and says what became of it. One that was let go before is kept as it was then.
    ///
    /// # Errors
    /// [`DraftFault`] where it cannot be made durable: then it is held as before, with all that is to be written. Or where it
    /// cannot be thrown away.
    pub fn leave(&self, id: &DraftId, leaving: Leaving) -> Result<Left, DraftFault> {
        tracing::info!("draft {} left: {leaving:?}", id.as_str());
        match leaving {
            Leaving::Keep => {
                self.make_durable(id)?;
                self.held().remove(id);
                Ok(Left::Kept)
            }
            Leaving::Lose => {
                let durable = self.make_durable(id);
                self.held().remove(id);
                Ok(if durable.is_ok() { Left::Kept } else { Left::Lost })
            }
            Leaving::Remove => {
                let Some(_lock) = self.held().remove(id) else { return Ok(Left::Removed) };
                // The lock goes with the directory.
                match self.place()?.erase(id) {
                    Ok(()) | Err(DraftFault::Gone) => Ok(Left::Removed),
                    Err(fault) => Err(fault),
                }
            }
        }
    }

    /// Writes all of a held draft that is not written yet, and makes it durable. Whoever writes meanwhile is not kept waiting.
    fn make_durable(&self, id: &DraftId) -> Result<(), DraftFault> {
        let (journal, path) = {
            let mut all = self.held();
            let Some(held) = all.get_mut(id) else { return Ok(()) };
            if held.is_gone() {
                return Err(DraftFault::Gone);
            }
            held.write(&[], 0)?;
            (held.journal(), held.path().to_path_buf())
        };
        journal.sync_all().at(&path)
    }

    /// Lets the entries of a held draft go to another file, which may refuse them.
    #[cfg(test)]
    pub(crate) fn replace_journal(&self, id: &DraftId, journal: std::fs::File) {
        self.held().get_mut(id).into_iter().for_each(|held| held.replace_journal(journal.try_clone().unwrap()));
    }

    /// Throws a draft away: its copy of the workbook and everything else.
    ///
    /// # Errors
    /// [`DraftFault::InUse`] where it is open elsewhere, and the others.
    pub fn remove(&self, id: &DraftId, tag: &OpenBy) -> Result<(), DraftFault> {
        let place = self.place()?;
        let lock = place.existing(id)?.join(LOCK);
        let _held = match Lock::take(&lock, tag) {
            Ok(held) => Some(held),
            // Nobody can hold what is no file.
            Err(_) if std::fs::symlink_metadata(&lock).is_ok_and(|found| !found.is_file()) => None,
            Err(fault) => return Err(fault),
        };
        tracing::info!("draft {} thrown away", id.as_str());
        place.erase(id)
    }
}

/// The files of a new draft.
fn fill(path: &std::path::Path, head: &Head, source: &[u8], entries: &[Entry]) -> Result<Held, DraftFault> {
    let tag = OpenBy { who: head.who.clone(), pid: std::process::id(), since: head.when };
    let lock = Lock::take(&path.join(LOCK), &tag)?;
    place::put(&path.join(SOURCE), source)?;
    let written = journal::written(entries)?;
    place::put(&path.join(JOURNAL), &written)?;
    place::put(&path.join(HEAD), &frame::pack(head)?)?;
    place::sync(path)?;
    Held::of(path, lock, written.len() as u64, None)
}

/// A draft that is there, and how many bytes of its journal are good.
fn stored(path: &std::path::Path) -> Result<(Stored, u64), DraftFault> {
    let head: Head = frame::only(&place::bytes(&path.join(HEAD), MOST)?)?;
    let source = place::bytes(&path.join(SOURCE), crate::world::workbook::SOURCE_CAP)?;
    let told = journal::read(&place::bytes(&path.join(JOURNAL), MOST)?)?;
    let view: Option<(Whereabouts, Timestamp)> = place::bytes(&path.join(VIEW), MOST).ok().and_then(|bytes| frame::only(&bytes).ok());
    let missing = view.as_ref().map_or(0, |(view, _)| view.steps.saturating_sub(journal::steps(&told.entries)));
    // Being killed tears one entry. Where more is gone, something else happened.
    let (cut, missing) = match told.cut {
        Some(Cut::Torn) if missing <= 1 => (Some(Cut::Torn), 0),
        Some(_) => (Some(Cut::Damaged), missing),
        None => (None, missing),
    };
    Ok((Stored { head, source, entries: told.entries, cut, missing, view }, told.good as u64))
}
