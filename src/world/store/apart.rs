//! Reading a store that cannot be written. Its engine writes even to read, so that a private copy of its files is opened in its stead, and
//! thrown away afterwards.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use super::copies::{copy_directory, copy_file};
use super::fault::StoreFault;
use super::lock::{Holder, Lock};
use super::modes::Access;
use super::open::{Opened, enter, open};
use super::place::{Ground, Place};
use crate::world::bench::Bench;

/// Where private copies are made, and whether one had to be. Clones know of each other.
#[derive(Debug, Clone, Default)]
pub(super) struct Apart {
    benches: Vec<PathBuf>,
    was_needed: Arc<AtomicBool>,
}

impl Apart {
    /// Makes them in these folders, the first that takes one first; in the system's usual folder where there is none.
    pub(super) fn on(benches: Vec<PathBuf>) -> Self {
        Self { benches, ..Self::default() }
    }

    pub(super) fn benches(&self) -> &[PathBuf] {
        &self.benches
    }

    /// Whether a store was read from a private copy.
    pub(super) fn was_needed(&self) -> bool {
        self.was_needed.load(Ordering::Relaxed)
    }

    /// Opens the store of a place to be read; none where there is none.
    ///
    /// # Errors
    /// Those of opening; where it cannot be written and no private copy can be made either, why it cannot be written.
    pub(super) fn enter(&self, place: &Place, holder: &Holder, patience: Duration) -> Result<Option<Opened>, StoreFault> {
        match enter(place, holder, patience) {
            Err(why) if bars_writing(&why) => self.copied(place, holder, patience, why),
            entered => entered,
        }
    }

    fn copied(&self, place: &Place, holder: &Holder, patience: Duration, why: StoreFault) -> Result<Option<Opened>, StoreFault> {
        // A lock can be held where nothing can be written; while it is, nobody else writes either.
        let lock = Lock::take_silently(&place.lock(), Instant::now() + patience)?;
        let Ground::Built(_) = place.look()? else { return Ok(None) };
        let opened = Bench::work(&self.benches, StoreFault::from_io, bars_writing, |bench| {
            let copy = Place { directory: bench.folder().join("store") };
            copy.make()?;
            copy_file(&place.about(), &copy.about(), Access::Private)?;
            copy_directory(&place.sled(), &copy.sled(), Access::Private)?;
            let held = Lock::take(&copy.lock(), Access::Private, holder, Instant::now())?;
            open(&copy, Access::Private, held).map(|opened| opened.on(bench))
        });
        drop(lock);
        match opened {
            Ok(opened) => {
                self.was_needed.store(true, Ordering::Relaxed);
                tracing::info!("store cannot be written and was read from a private copy: {why}");
                Ok(Some(opened))
            }
            Err(fault) if bars_writing(&fault) => {
                tracing::warn!("no private copy of the store could be made: {fault}");
                Err(why)
            }
            Err(fault) => Err(fault),
        }
    }
}

/// Whether what failed is that nothing can be written there.
const fn bars_writing(fault: &StoreFault) -> bool {
    matches!(fault, StoreFault::ReadOnly { .. } | StoreFault::NoPermission { .. } | StoreFault::DiskFull)
}
