//! A store on disk, kept by sled.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jiff::Timestamp;

use super::apart::Apart;
use super::beside::Beside;
use super::fault::{CommitFault, StoreFault};
use super::lock::{Deed, Holder, login_name};
use super::open::{Opened, enter, enter_or_found};
use super::place::{Ground, Place};
use super::putting_back::{Given, PutBack};
use super::rooms::Records;
use super::standing::Standing;
use super::{
    CommitProgress, CopyName, Mark, Store, StoreCopy, TokenHolder, amending, check, copies, mark, past, putting_back, reading, remembering,
    share, standing, writing,
};
use crate::app::effect::Stage;
use crate::domain::amendment::Amendment;
use crate::domain::change_set::{ChangeSet, CommitId, Founding, Hand, Receipt};
use crate::domain::customer::CustomerId;
use crate::domain::dossier::Dossier;
use crate::domain::history::{RowStory, Version};
use crate::domain::mapping::SavedMapping;
use crate::domain::snapshot::{Revision, Snapshot};
use crate::domain::taking_back::Traces;
use crate::domain::task_flow::TaskFlowId;
use crate::world::log::Deed as Logged;
use crate::world::spent::Spent;

/// How long a store that somebody else holds is waited for, where nothing else is said.
pub const PATIENCE: Duration = Duration::from_secs(5);

/// The store in a directory. Holds nothing between two calls.
///
/// Not for network file systems: neither the lock nor sled's memory maps mean anything there.
#[derive(Debug, Clone)]
pub struct SledStore {
    place: Place,
    founding: Founding,
    patience: Duration,
    copies: u16,
    apart: Apart,
    spent: Spent,
}

impl SledStore {
    /// The store in that directory, which need not exist. `founding` is what a new store begins
    /// with; task flows in it that an older store lacks are offered by its snapshots.
    #[must_use]
    pub fn new(directory: impl Into<PathBuf>, founding: Founding) -> Self {
        Self {
            place: Place { directory: directory.into() },
            founding,
            patience: PATIENCE,
            copies: 0,
            apart: Apart::default(),
            spent: Spent::default(),
        }
    }

    /// The same store, waiting that long while somebody else holds it.
    #[must_use]
    pub fn waiting(self, patience: Duration) -> Self {
        Self { patience, ..self }
    }

    /// The same store, which is copied before anything is written; so many copies stay. Without it there are none.
    #[must_use]
    pub fn keeping(self, copies: u16) -> Self {
        Self { copies, ..self }
    }

    /// The same store; where it cannot be written, it is read from a private copy that is made in the first of these folders that takes
    /// one. Without them, in the system's folder for what is thrown away.
    #[must_use]
    pub fn with_benches(self, benches: Vec<PathBuf>) -> Self {
        Self { apart: Apart::on(benches), ..self }
    }

    /// The same store; what reading and writing it takes goes on that account.
    #[must_use]
    pub fn counting(self, spent: Spent) -> Self {
        Self { spent, ..self }
    }

    /// The folders for what is thrown away.
    #[must_use]
    pub fn benches(&self) -> &[PathBuf] {
        self.apart.benches()
    }

    /// Whether it could not be written, and was read from a private copy: by this or by a clone of it.
    #[must_use]
    pub fn was_read_apart(&self) -> bool {
        self.apart.was_needed()
    }

    /// Reads; the time of it goes on the account.
    fn reading<T>(&self, read: impl FnOnce() -> T) -> T {
        self.spent.during(Stage::ReadingStore, read)
    }

    fn enter_to_read(&self, doing: Deed) -> Result<Option<Opened>, StoreFault> {
        self.apart.enter(&self.place, &holder(login_name(), doing), self.patience)
    }

    /// The directory of the store.
    #[must_use]
    pub fn directory(&self) -> &Path {
        &self.place.directory
    }

    /// Opens the store to the colleagues in a group, by name or number; founds it where there is
    /// none. Whoever opens it afterwards leaves files that the group can write. The directories
    /// above it are not touched: they have to let the group through.
    ///
    /// # Errors
    /// [`StoreFault::NoSuchGroup`]; [`StoreFault::NoPermission`] where the store, or the right to
    /// give it to the group, is not the person's; and those of opening.
    pub fn share(&self, group: &str) -> Result<(), StoreFault> {
        tracing::info!("store shared with group {group}");
        let group = share::group_number(group)?;
        let open = enter_or_found(&self.place, &holder(login_name(), Deed::Sharing), self.patience, &self.founding)?;
        share::share(&open, group)
    }

    /// Whether the store could be opened to a group: there is such a group, and what is there is a store or nothing yet.
    ///
    /// # Errors
    /// [`StoreFault`] as [`share`](Self::share) would give it.
    pub fn could_share(&self, group: &str) -> Result<(), StoreFault> {
        share::group_number(group)?;
        self.standing().map(drop)
    }

    /// Verifies everything in the store; none where there is no store.
    ///
    /// # Errors
    /// [`StoreFault`] where the store cannot be opened or walked to its end.
    pub fn check(&self) -> Result<Option<check::Report>, StoreFault> {
        self.reading(|| {
            let open = self.enter_to_read(Deed::Checking)?;
            open.map(|open| check::check(&open)).transpose()
        })
    }

    /// The copies that there are, newest first.
    ///
    /// # Errors
    /// [`StoreFault`] where the store's folder cannot be looked at.
    pub fn copies(&self) -> Result<Vec<StoreCopy>, StoreFault> {
        copies::list(&self.place)
    }

    /// Puts a copy into a folder that has nothing in it, once everything in it was looked at.
    ///
    /// # Errors
    /// [`StoreFault`]; nothing is there then.
    pub fn put_copy_into(&self, name: CopyName, target: &Path) -> Result<check::Report, StoreFault> {
        tracing::info!("copy {name} is put into a folder of its own");
        putting_back::put_into(&self.place, name, target, &holder(login_name(), Deed::PuttingBack))
    }

    /// Puts a copy in the place of the store, which becomes a copy. `known` are numbers that are known to have been given out.
    ///
    /// # Errors
    /// [`StoreFault`]; the store is as it was then.
    pub(in crate::world) fn put_copy_back(&self, name: CopyName, known: Given) -> Result<PutBack, StoreFault> {
        tracing::info!("copy {name} is put in the place of the store");
        let holder = holder(login_name(), Deed::PuttingBack);
        putting_back::put_back(&self.place, name, self.copies, (&holder, self.patience), known)
    }

    /// Whether a copy could take the place of the store, as far as is seen without writing: it lies there, and the store may be written.
    ///
    /// # Errors
    /// [`StoreFault`], as of putting it back.
    pub fn could_put_back(&self) -> Result<(), StoreFault> {
        putting_back::could_put_back(&self.place)
    }

    /// Looks at a copy as a check looks at a store, and changes nothing.
    ///
    /// # Errors
    /// [`StoreFault::NoSuchCopy`], and as [`Self::check`].
    pub fn check_copy(&self, name: CopyName) -> Result<check::Report, StoreFault> {
        putting_back::look_at(&self.place, name, &holder(login_name(), Deed::Checking), &self.apart)
    }

    /// Gives every record to `read` while the store is held; none where there is no store.
    pub(in crate::world) fn records<T, F: From<StoreFault>>(
        &self,
        read: impl FnOnce(&Records<'_>) -> Result<T, F>,
    ) -> Result<Option<T>, F> {
        let open = self.enter_to_read(Deed::BackingUp)?;
        open.map(|open| read(&Records { open: &open })).transpose()
    }

    /// Begins to make a store beside a place that has nothing in it.
    pub(in crate::world) fn beside(target: &Path) -> Result<Beside, StoreFault> {
        Beside::begin(target, &holder(login_name(), Deed::PuttingBack))
    }

    /// How the store lies on the disk; none where there is none. Opens nothing.
    ///
    /// # Errors
    /// [`StoreFault`] where its folder cannot be looked at.
    pub fn standing(&self) -> Result<Option<Standing>, StoreFault> {
        standing::standing(&self.place)
    }
}

fn holder(who: String, doing: Deed) -> Holder {
    Holder { who, pid: std::process::id(), since: Timestamp::now(), doing }
}

/// What was written, for the log.
fn came(receipt: &Receipt) -> String {
    let Receipt { revision, customers: (before, after), when: _, repeated } = receipt;
    format!("revision={} customers={before}->{after} repeated={repeated}", revision.0)
}

const fn is_cancelled(fault: &CommitFault) -> bool {
    matches!(fault, CommitFault::Cancelled)
}

impl Store for SledStore {
    fn exists(&self) -> Result<bool, StoreFault> {
        Ok(match self.place.look()? {
            Ground::Bare => false,
            Ground::Built(_) => true,
        })
    }

    fn folder(&self) -> Option<&Path> {
        Some(&self.place.directory)
    }

    fn mark(&self) -> Option<Mark> {
        mark::mark(&self.place)
    }

    fn snapshot(&self) -> Result<Snapshot, StoreFault> {
        let read = self.reading(|| match self.enter_to_read(Deed::Reading)? {
            Some(open) => reading::snapshot(&open, &self.founding),
            None => Ok(Snapshot::of_no_store(reading::newest_first(self.founding.flows.to_vec()))),
        })?;
        self.spent.customers(read.customer_count() as u64);
        tracing::debug!("store read revision={}", read.revision.0);
        Ok(read)
    }

    fn dossier(&self, flow: &TaskFlowId, customer: CustomerId) -> Result<Option<Dossier>, StoreFault> {
        self.reading(|| match self.enter_to_read(Deed::Reading)? {
            Some(open) => Ok(reading::dossier(&open, flow, customer)?.map(|(_, dossier)| dossier)),
            None => Ok(None),
        })
    }

    fn has_commit(&self, commit: &CommitId) -> Result<bool, StoreFault> {
        match self.enter_to_read(Deed::Reading)? {
            Some(open) => writing::repeated(&open, commit).map(|receipt| receipt.is_some()),
            None => Ok(false),
        }
    }

    fn commit(
        &self,
        set: &ChangeSet,
        hand: &Hand,
        watch: &mut dyn FnMut(CommitProgress) -> ControlFlow<()>,
    ) -> Result<Receipt, CommitFault> {
        let tally = &set.tally;
        let about = format!(
            "rows={} added={} updated={} linked={} invalid={}",
            tally.rows, tally.added, tally.updated, tally.linked, tally.invalid
        );
        let logged = Logged::begin("import", about);
        let mut going = self.spent.follow();
        going.at(Stage::Matching);
        let mut watch = |far: CommitProgress| {
            going.at(far.stage.into());
            watch(far)
        };
        let written = enter_or_found(&self.place, &holder(hand.who.clone(), Deed::Committing), self.patience, &self.founding);
        let written = written.map_err(CommitFault::from).map(|open| open.keeping(self.copies));
        let written = written.and_then(|open| writing::commit(&open, &self.founding, set, hand, &mut watch));
        logged.ended(&written, came, is_cancelled);
        written
    }

    fn amend(
        &self,
        amendment: &Amendment,
        hand: &Hand,
        watch: &mut dyn FnMut(CommitProgress) -> ControlFlow<()>,
    ) -> Result<Receipt, CommitFault> {
        let (customers, dossiers) = (amendment.customers.len(), amendment.dossiers.len());
        let logged = Logged::begin("change", format!("deed={:?} customers={customers} dossiers={dossiers}", amendment.deed));
        let mut going = self.spent.follow();
        going.at(Stage::Matching);
        let mut watch = |far: CommitProgress| {
            going.at(far.stage.into());
            watch(far)
        };
        let written = enter_or_found(&self.place, &holder(hand.who.clone(), Deed::Amending), self.patience, &self.founding);
        let written = written.map_err(CommitFault::from).map(|open| open.keeping(self.copies));
        let written = written.and_then(|open| amending::amend(&open, &self.founding, amendment, hand, &mut watch));
        logged.ended(&written, came, is_cancelled);
        written
    }

    fn dossiers(&self, wanted: &[(TaskFlowId, CustomerId)]) -> Result<Vec<Option<(Revision, Dossier)>>, StoreFault> {
        self.reading(|| match self.enter_to_read(Deed::Reading)? {
            Some(open) => wanted.iter().map(|(flow, customer)| reading::dossier(&open, flow, *customer)).collect(),
            None => Ok(vec![None; wanted.len()]),
        })
    }

    fn versions(&self, customer: CustomerId) -> Result<Vec<Version>, StoreFault> {
        self.reading(|| {
            let open = self.enter_to_read(Deed::Reading)?;
            open.map_or_else(|| Ok(Vec::new()), |open| past::versions(&open, customer))
        })
    }

    fn traces(&self, import: Revision) -> Result<Traces, StoreFault> {
        self.reading(|| {
            let open = self.enter_to_read(Deed::Reading)?;
            open.map_or_else(|| Ok(Traces { import, ..Traces::default() }), |open| past::traces(&open, import))
        })
    }

    fn outcomes(&self, import: Revision) -> Result<Vec<RowStory>, StoreFault> {
        self.reading(|| {
            let open = self.enter_to_read(Deed::Reading)?;
            open.map_or_else(|| Ok(Vec::new()), |open| past::outcomes(&open, import))
        })
    }

    fn dossiers_with_tokens(&self, tokens: &[String]) -> Result<Vec<Option<TokenHolder>>, StoreFault> {
        self.reading(|| match self.enter_to_read(Deed::Reading)? {
            Some(open) => reading::dossiers_with_tokens(&open, tokens),
            None => Ok(vec![None; tokens.len()]),
        })
    }

    fn remember_mapping(&self, mapping: &SavedMapping, hand: &Hand) -> Result<(), StoreFault> {
        let open = enter_or_found(&self.place, &holder(hand.who.clone(), Deed::Remembering), self.patience, &self.founding)?;
        remembering::remember_mapping(&open, mapping, hand)
    }

    fn forget_mapping(&self, name: &str) -> Result<(), StoreFault> {
        match enter(&self.place, &holder(login_name(), Deed::Remembering), self.patience)? {
            Some(open) => remembering::forget_mapping(&open, name),
            None => Ok(()),
        }
    }
}
