//! A store that a colleague can be holding when it is asked for.

use std::ops::ControlFlow;
use std::sync::{Arc, Mutex};

use instroom::domain::amendment::Amendment;
use instroom::domain::change_set::{ChangeSet, CommitId, Hand, Receipt};
use instroom::domain::customer::CustomerId;
use instroom::domain::dossier::Dossier;
use instroom::domain::history::{RowStory, Version};
use instroom::domain::mapping::SavedMapping;
use instroom::domain::snapshot::{Revision, Snapshot};
use instroom::domain::taking_back::Traces;
use instroom::domain::task_flow::TaskFlowId;
use instroom::world::store::{CommitFault, CommitProgress, Deed, Holder, Store, StoreFault, TokenHolder};

use super::memory::MemoryStore;

/// A store in memory that can be in use. A clone is another door to the same store.
#[derive(Debug, Clone)]
pub(crate) struct SharedStore {
    pub(crate) memory: MemoryStore,
    holder: Arc<Mutex<Option<Holder>>>,
    full: Arc<Mutex<bool>>,
}

impl SharedStore {
    pub(crate) fn new(memory: MemoryStore) -> Self {
        Self { memory, holder: Arc::default(), full: Arc::default() }
    }

    /// A colleague takes the store, at 14:01:30 whatever the time zone is.
    pub(crate) fn hold(&self) {
        let since = jiff::civil::date(2026, 5, 14).at(14, 1, 30, 0).to_zoned(jiff::tz::TimeZone::system()).unwrap().timestamp();
        *self.holder.lock().unwrap() = Some(Holder { who: "tom".into(), pid: 4188, since, doing: Deed::Committing });
    }

    /// The colleague is done.
    pub(crate) fn let_go(&self) {
        *self.holder.lock().unwrap() = None;
    }

    /// There is no room for what is amended, or there is again.
    pub(crate) fn fill_up(&self, full: bool) {
        *self.full.lock().unwrap() = full;
    }

    fn free(&self) -> Result<&MemoryStore, StoreFault> {
        match &*self.holder.lock().unwrap() {
            Some(holder) => Err(StoreFault::InUse { holder: Some(holder.clone()) }),
            None => Ok(&self.memory),
        }
    }
}

impl Store for SharedStore {
    fn exists(&self) -> Result<bool, StoreFault> {
        self.free()?.exists()
    }

    fn snapshot(&self) -> Result<Snapshot, StoreFault> {
        self.free()?.snapshot()
    }

    fn dossier(&self, flow: &TaskFlowId, customer: CustomerId) -> Result<Option<Dossier>, StoreFault> {
        self.free()?.dossier(flow, customer)
    }

    fn has_commit(&self, commit: &CommitId) -> Result<bool, StoreFault> {
        self.free()?.has_commit(commit)
    }

    fn commit(
        &self,
        set: &ChangeSet,
        hand: &Hand,
        watch: &mut dyn FnMut(CommitProgress) -> ControlFlow<()>,
    ) -> Result<Receipt, CommitFault> {
        self.free()?.commit(set, hand, watch)
    }

    fn amend(
        &self,
        amendment: &Amendment,
        hand: &Hand,
        watch: &mut dyn FnMut(CommitProgress) -> ControlFlow<()>,
    ) -> Result<Receipt, CommitFault> {
        if *self.full.lock().unwrap() {
            return Err(StoreFault::DiskFull.into());
        }
        self.free()?.amend(amendment, hand, watch)
    }

    fn dossiers(&self, wanted: &[(TaskFlowId, CustomerId)]) -> Result<Vec<Option<(Revision, Dossier)>>, StoreFault> {
        self.free()?.dossiers(wanted)
    }

    fn versions(&self, customer: CustomerId) -> Result<Vec<Version>, StoreFault> {
        self.free()?.versions(customer)
    }

    fn traces(&self, import: Revision) -> Result<Traces, StoreFault> {
        self.free()?.traces(import)
    }

    fn outcomes(&self, import: Revision) -> Result<Vec<RowStory>, StoreFault> {
        self.free()?.outcomes(import)
    }

    fn dossiers_with_tokens(&self, tokens: &[String]) -> Result<Vec<Option<TokenHolder>>, StoreFault> {
        self.free()?.dossiers_with_tokens(tokens)
    }

    fn remember_mapping(&self, mapping: &SavedMapping, hand: &Hand) -> Result<(), StoreFault> {
        self.free()?.remember_mapping(mapping, hand)
    }

    fn forget_mapping(&self, name: &str) -> Result<(), StoreFault> {
        self.free()?.forget_mapping(name)
    }
}
