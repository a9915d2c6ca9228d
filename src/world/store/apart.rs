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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::change_set::Founding;
    use crate::world::store::check::check;
    use crate::world::store::lock::Deed;
    use crate::world::store::open::enter_or_found;

    fn holder() -> Holder {
        Holder { who: "an".into(), pid: 7, since: jiff::Timestamp::UNIX_EPOCH, doing: Deed::Reading }
    }

    #[test]
    fn a_private_copy_is_opened_and_goes_with_whoever_reads_it() {
        let folder = tempfile::tempdir().unwrap();
        let (place, bench) = (Place { directory: folder.path().join("store") }, folder.path().join("bench"));
        std::fs::create_dir(&bench).unwrap();
        drop(enter_or_found(&place, &holder(), Duration::ZERO, &Founding::default()).unwrap());
        let before = std::fs::read(place.sled().join("db")).unwrap();
        let apart = Apart::on(vec![folder.path().join("missing"), bench.clone()]);
        assert!(!apart.clone().was_needed());
        let opened = apart.copied(&place, &holder(), Duration::ZERO, StoreFault::DiskFull).unwrap().unwrap();
        assert!(opened.place.directory.starts_with(&bench) && check(&opened).unwrap().troubles.is_empty());
        assert_eq!(std::fs::read_dir(&bench).unwrap().count(), 1);
        drop(opened);
        assert_eq!((std::fs::read_dir(&bench).unwrap().count(), apart.clone().was_needed()), (0, true));
        assert_eq!(std::fs::read(place.sled().join("db")).unwrap(), before);
        // Whoever writes is waited for, and where there is no room for a copy it is said why one was needed.
        let held = Lock::take(&place.lock(), Access::Private, &holder(), Instant::now()).unwrap();
        let busy = apart.copied(&place, &holder(), Duration::ZERO, StoreFault::DiskFull).map(drop);
        assert!(matches!(busy, Err(StoreFault::InUse { holder: Some(_) })), "{busy:?}");
        drop(held);
        let nowhere = Apart::on(vec![bench.join("none")]).copied(&place, &holder(), Duration::ZERO, StoreFault::DiskFull).map(drop);
        assert!(!matches!(nowhere, Ok(())));
    }
}
