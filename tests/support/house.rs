//! The stores that one suite of laws runs on.

use std::ops::ControlFlow;

use instroom::domain::change_set::{ChangeSet, Receipt};
use instroom::world::store::{CommitProgress, SledStore, Store};

use super::imports::{Import, flow, founding, hand, person};
use super::memory::MemoryStore;

/// A place for a store, which has as many doors as are asked for.
pub(crate) trait House {
    fn door(&self) -> Box<dyn Store>;
    /// Whether everything inside is sound.
    fn verify(&self);
}

pub(crate) struct InMemory(MemoryStore);

impl InMemory {
    pub(crate) fn new() -> Self {
        Self(MemoryStore::new(founding()))
    }
}

impl House for InMemory {
    fn door(&self) -> Box<dyn Store> {
        Box::new(self.0.clone())
    }

    fn verify(&self) {}
}

pub(crate) struct OnDisk(tempfile::TempDir);

impl OnDisk {
    pub(crate) fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn store(&self) -> SledStore {
        SledStore::new(self.0.path().join("store"), founding()).waiting(std::time::Duration::from_secs(60))
    }
}

impl House for OnDisk {
    fn door(&self) -> Box<dyn Store> {
        Box::new(self.store())
    }

    fn verify(&self) {
        if let Some(report) = self.store().check().unwrap() {
            assert_eq!(report.troubles, []);
        }
    }
}

/// Makes two tests of each law: on a store in memory, and on one on disk, which is verified afterwards.
macro_rules! contract {
    ($($law:ident),* $(,)?) => {
        mod in_memory { $( #[test] fn $law() {
            super::$law(&$crate::support::house::InMemory::new());
        } )* }
        mod on_disk { $( #[test] fn $law() {
            let house = $crate::support::house::OnDisk::new();
            super::$law(&house);
            $crate::support::house::House::verify(&house);
        } )* }
    };
}

pub(crate) use contract;

pub(crate) fn quietly(_: CommitProgress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

pub(crate) fn commit(store: &dyn Store, set: &ChangeSet) -> Receipt {
    store.commit(set, &hand("an"), &mut quietly).unwrap()
}

/// Adds the people of a range in a season.
pub(crate) fn add(store: &dyn Store, name: &str, people: std::ops::Range<u64>) -> Receipt {
    let snapshot = store.snapshot().unwrap();
    commit(store, &Import::new(name, &snapshot, flow(2025)).adding(people.map(person)).done())
}
