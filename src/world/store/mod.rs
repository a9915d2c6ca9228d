//! The store of customers behind one narrow door.
//!
//! [`Store`] is all that the rest of the house knows. [`sled_store`] keeps a store on disk; the
//! tests have one in memory, and one suite of laws runs on both. sled is named in this room only,
//! and so are locks, modes and syncs. The rooms: `layout` says what lies where and in which bytes,
//! `place` which files a store directory has, `mark` how it is seen that something was written, `lock` and `modes` who may come in, `open` and
//! `founding` how, `reading`, `past`, `writing`, `shelving`, `amending`, `erasing`, `remembering` and `sweep` what is done inside, `durable` when it counts.
//! `copies` are taken before it is written, `beside` and `putting_back` bring one back, `rooms` gives every record for a backup, `standing` says how
//! it lies on the disk; `unhurried` lets the engine's threads sleep.

use std::ops::ControlFlow;
use std::path::Path;

use crate::app::effect::Stage;
use crate::domain::amendment::Amendment;
use crate::domain::change_set::{ChangeSet, CommitId, Hand, Receipt};
use crate::domain::customer::CustomerId;
use crate::domain::dossier::Dossier;
use crate::domain::history::{RowStory, Version};
use crate::domain::mapping::SavedMapping;
use crate::domain::snapshot::{Revision, Snapshot};
use crate::domain::taking_back::Traces;
use crate::domain::task_flow::TaskFlowId;

mod amending;
mod apart;
mod beside;
pub mod check;
mod copies;
mod copy_name;
mod durable;
mod erasing;
pub mod fault;
mod founding;
mod layout;
mod leftovers;
mod lock;
mod mark;
mod modes;
mod open;
mod past;
mod place;
mod putting_back;
mod reading;
mod remembering;
mod rooms;
mod share;
mod shelving;
pub mod sled_store;
mod standing;
mod sweep;
mod thinning;
mod unhurried;
mod writing;

pub(super) use beside::could_begin;
pub use copies::{StoreCopy, Wholeness};
pub use copy_name::{Before, CopyName};
pub(super) use fault::At;
pub use fault::{CommitFault, StoreFault};
pub use lock::{Deed, Holder};
pub use mark::Mark;
pub(super) use modes::Access;
pub use place::default_directory;
pub(super) use place::{FORMAT as STORE_FORMAT, OUTBOX, access_of};
pub(super) use putting_back::Given;
pub use putting_back::PutBack;
pub(super) use rooms::{Identity, Records, Room, Settled, readable, settled};
pub use sled_store::SledStore;
pub use standing::Standing;

/// A store of customers, dossiers, task flows and the journal of what was committed.
///
/// It is held for moments: every call opens it, does its deed and lets go, so that colleagues
/// on the same server can work side by side. Nothing is ever overwritten: a commit adds versions,
/// and one small write makes all of them visible together.
pub trait Store: Send + Sync {
    /// Whether anything was ever committed or prepared here. Creates nothing.
    ///
    /// # Errors
    /// [`StoreFault`] where the place cannot be looked at or is something else.
    fn exists(&self) -> Result<bool, StoreFault>;

    /// Its folder, where it has one: nothing of anybody else is put there.
    fn folder(&self) -> Option<&Path> {
        None
    }

    /// What every commit changes, read without opening the store: as long as it is the same, whatever was read after it was looked at
    /// still holds. None where that cannot be told: then it has to be read again.
    fn mark(&self) -> Option<Mark> {
        None
    }

    /// Everything visible now. Where there is no store yet: no customers, and the task flows that it
    /// would begin with; nothing is created by looking.
    ///
    /// # Errors
    /// [`StoreFault`] where the store cannot be opened or read.
    fn snapshot(&self) -> Result<Snapshot, StoreFault>;

    /// The whole dossier of a customer in a task flow, if there is one.
    ///
    /// # Errors
    /// [`StoreFault`] where the store cannot be opened or read.
    fn dossier(&self, flow: &TaskFlowId, customer: CustomerId) -> Result<Option<Dossier>, StoreFault>;

    /// Whether a commit of that name was written. For whoever was killed and does not know.
    ///
    /// # Errors
    /// [`StoreFault`] where the store cannot be opened or read.
    fn has_commit(&self, commit: &CommitId) -> Result<bool, StoreFault>;

    /// Writes a change set, all of it or nothing, and makes it durable. The first commit makes the
    /// store. A commit whose name is in the journal already changes nothing and gives the same
    /// receipt again.
    ///
    /// `watch` hears how far it is, at least once a stage and every thousand records and lessons; as long as it
    /// hears anything, [`ControlFlow::Break`] stops the commit without a trace.
    ///
    /// # Errors
    /// [`CommitFault`]; nothing has become visible then, except that after a fault of the disk in
    /// the very last sync the commit may be there: committing the same name again tells.
    fn commit(
        &self,
        set: &ChangeSet,
        hand: &Hand,
        watch: &mut dyn FnMut(CommitProgress) -> ControlFlow<()>,
    ) -> Result<Receipt, CommitFault>;

    /// Writes an amendment as [`Self::commit`] writes a change set: all of it or nothing, durable, and once
    /// under one name. It is refused where anything in it was changed since it was looked at.
    ///
    /// # Errors
    /// As [`Self::commit`], with [`CommitFault::Changed`] in the place of [`CommitFault::Moved`].
    fn amend(
        &self,
        amendment: &Amendment,
        hand: &Hand,
        watch: &mut dyn FnMut(CommitProgress) -> ControlFlow<()>,
    ) -> Result<Receipt, CommitFault>;

    /// Whole dossiers, each where it is there, in the order asked for; read at one moment.
    ///
    /// # Errors
    /// [`StoreFault`] where the store cannot be opened or read.
    fn dossiers(&self, wanted: &[(TaskFlowId, CustomerId)]) -> Result<Vec<Option<(Revision, Dossier)>>, StoreFault>;

    /// Everything that is kept of a customer, oldest first: one [`Version`] for each commit that wrote the customer or a
    /// dossier of its. None for a customer that never was; of one that was removed with its data only that it is gone.
    ///
    /// # Errors
    /// [`StoreFault`] where the store cannot be opened or read.
    fn versions(&self, customer: CustomerId) -> Result<Vec<Version>, StoreFault>;

    /// What an import left in the store and what became of it since, for taking it back. Nothing where there is no
    /// commit of that number.
    ///
    /// # Errors
    /// [`StoreFault`] where the store cannot be opened or read.
    fn traces(&self, import: Revision) -> Result<Traces, StoreFault>;

    /// What became of each row of an import, rows ascending. Nothing where there is no import of that number.
    ///
    /// # Errors
    /// [`StoreFault`] where the store cannot be opened or read.
    fn outcomes(&self, import: Revision) -> Result<Vec<RowStory>, StoreFault>;

    /// The dossiers with these tokens, each where it is there, in the order asked for; read at one moment. A text
    /// that is no token finds nothing.
    ///
    /// # Errors
    /// [`StoreFault`] where the store cannot be opened or read.
    fn dossiers_with_tokens(&self, tokens: &[String]) -> Result<Vec<Option<TokenHolder>>, StoreFault>;

    /// Saves a mapping for the whole office, durably, in the place of the one of its name. It is no
    /// commit: it changes no revision, and no import that is being prepared has to be held against it.
    ///
    /// Makes the store where there is none, as the first commit does: a mapping is saved while the
    /// first workbook is being looked at, and who saves something has to find it again, also where that
    /// import is never made.
    ///
    /// # Errors
    /// [`StoreFault`]; nothing was saved then, except that after a fault of the disk in the last sync
    /// it may be there.
    fn remember_mapping(&self, mapping: &SavedMapping, hand: &Hand) -> Result<(), StoreFault>;

    /// Forgets the mapping of that name. Where there is none, or no store, nothing is done and nothing
    /// is made.
    ///
    /// # Errors
    /// As [`Self::remember_mapping`].
    fn forget_mapping(&self, name: &str) -> Result<(), StoreFault>;
}

/// Whose dossier a token is: its task flow, its customer, its version, and the whole of it.
pub type TokenHolder = (TaskFlowId, CustomerId, Revision, Dossier);

/// How far a commit is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CommitProgress {
    /// What is being done.
    pub stage: CommitStage,
    /// Customers and dossiers written so far: added, changed, or gone.
    pub done: u64,
    /// Customers and dossiers that will be written.
    pub total: u64,
}

/// What a commit is doing. The stages come in this order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum CommitStage {
    /// The store is open; what will be written is held against what is in it.
    Comparing,
    /// Versions are being written. Nobody sees them yet.
    Writing,
    /// Everything is written and is being made durable. After this report the commit
    /// can no longer be stopped.
    Securing,
}

/// The stage as progress tells it, and as it is counted.
impl From<CommitStage> for Stage {
    fn from(stage: CommitStage) -> Self {
        match stage {
            CommitStage::Comparing => Self::Matching,
            CommitStage::Writing => Self::Writing,
            CommitStage::Securing => Self::Syncing,
        }
    }
}
