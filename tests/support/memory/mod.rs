//! A store in memory, with the manners of the real one.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, MutexGuard};

use instroom::domain::amendment::Amendment;
use instroom::domain::archive::leaves_archive_alone;
use instroom::domain::change_set::{ChangeSet, CommitId, Founding, Hand, Receipt, RowOutcome};
use instroom::domain::customer::{Customer, CustomerId};
use instroom::domain::dossier::Dossier;
use instroom::domain::history::{RowStory, Version, row_stories};
use instroom::domain::mapping::SavedMapping;
use instroom::domain::memory::{Lesson, Memory, Remembered};
use instroom::domain::moved::moved;
use instroom::domain::record::encode;
use instroom::domain::snapshot::{DossierHead, JournalLine, PastImport, Revision, Snapshot};
use instroom::domain::taking_back::Traces;
use instroom::domain::task_flow::{TaskFlow, TaskFlowId};
use instroom::world::store::{CommitFault, CommitProgress, CommitStage, Store, StoreFault, TokenHolder};

mod amending;
mod looking;
mod writing;

type Watch<'a> = &'a mut dyn FnMut(CommitProgress) -> ControlFlow<()>;

/// A store in memory. A clone is another door to the same store.
#[derive(Debug, Clone)]
pub(crate) struct MemoryStore {
    founding: Founding,
    state: Arc<Mutex<Option<State>>>,
}

/// All that was written of one thing, oldest first; none where it went.
type Versions<T> = Vec<(Revision, Option<T>)>;

fn last<T>(versions: &Versions<T>) -> Option<(Revision, &T)> {
    versions.last().and_then(|(revision, thing)| thing.as_ref().map(|thing| (*revision, thing)))
}

#[derive(Debug, Clone)]
struct State {
    name: String,
    revision: Revision,
    /// The last number given out, also to a commit that came to nothing.
    given: u64,
    flows: Vec<TaskFlow>,
    imports: Vec<PastImport>,
    lessons: Vec<Remembered<Lesson>>,
    mappings: Memory,
    customers: BTreeMap<CustomerId, Versions<Customer>>,
    dossiers: BTreeMap<(TaskFlowId, CustomerId), Versions<Dossier>>,
    /// Whom each import changed, and customers of whom nothing is left but that they are gone.
    updated: HashMap<Revision, Vec<CustomerId>>,
    outcomes: HashMap<Revision, Vec<(u32, RowOutcome)>>,
    erased: HashSet<CustomerId>,
    journal: Vec<JournalLine>,
    commits: HashMap<String, Receipt>,
    next_id: u64,
}

impl MemoryStore {
    /// A place for a store, in which there is none yet.
    pub(crate) fn new(founding: Founding) -> Self {
        Self { founding, state: Arc::default() }
    }

    fn state(&self) -> MutexGuard<'_, Option<State>> {
        self.state.lock().unwrap()
    }

    fn found(&self) -> State {
        State {
            name: instroom::world::ids::random_hex(16).unwrap(),
            revision: Revision(0),
            given: 0,
            flows: self.founding.flows.to_vec(),
            imports: Vec::new(),
            lessons: Vec::new(),
            mappings: Memory::default(),
            customers: BTreeMap::new(),
            dossiers: BTreeMap::new(),
            updated: HashMap::new(),
            outcomes: HashMap::new(),
            erased: HashSet::new(),
            journal: Vec::new(),
            commits: HashMap::new(),
            next_id: 1,
        }
    }

    fn look(&self, state: Option<&State>) -> Snapshot {
        let mut flows = state.map_or_else(Vec::new, |state| state.flows.clone());
        let offered: Vec<_> = self.founding.flows.iter().filter(|flow| flows.iter().all(|known| known.id != flow.id)).cloned().collect();
        flows.extend(offered);
        flows.sort_by_key(|flow| (std::cmp::Reverse(flow.assessment_year), flow.id.clone()));
        let mut snapshot = Snapshot::of_no_store(flows);
        let Some(state) = state else { return snapshot };
        snapshot.store.clone_from(&state.name);
        snapshot.revision = state.revision;
        snapshot.imports = state.imports.iter().rev().cloned().collect();
        snapshot.memory = state.memory();
        for (&id, versions) in &state.customers {
            if let Some((version, customer)) = last(versions) {
                snapshot.add_customer(id, version, &encode(customer).unwrap()).unwrap();
            }
        }
        snapshot.journal = state.journal.iter().rev().cloned().collect();
        for ((flow, id), versions) in &state.dossiers {
            if let Some((version, dossier)) = last(versions) {
                snapshot.add_dossier(flow, *id, DossierHead::of(dossier, version));
            }
        }
        snapshot
    }
}

impl Store for MemoryStore {
    fn exists(&self) -> Result<bool, StoreFault> {
        Ok(self.state().is_some())
    }

    fn snapshot(&self) -> Result<Snapshot, StoreFault> {
        Ok(self.look(self.state().as_ref()))
    }

    fn dossier(&self, flow: &TaskFlowId, customer: CustomerId) -> Result<Option<Dossier>, StoreFault> {
        Ok(self.state().as_ref().and_then(|state| state.look_up(flow, customer)).map(|(_, dossier)| dossier))
    }

    fn has_commit(&self, commit: &CommitId) -> Result<bool, StoreFault> {
        Ok(self.state().as_ref().is_some_and(|state| state.commits.contains_key(&commit.0)))
    }

    fn commit(&self, set: &ChangeSet, hand: &Hand, watch: Watch<'_>) -> Result<Receipt, CommitFault> {
        let mut held = self.state();
        let state = held.get_or_insert_with(|| self.found());
        if let Some(receipt) = state.commits.get(&set.commit.0) {
            return Ok(Receipt { repeated: true, ..receipt.clone() });
        }
        let total = (set.additions.len() + set.updates.len()) as u64;
        let mut report = |stage, done| match watch(CommitProgress { stage, done, total }) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(CommitFault::Cancelled),
        };
        report(CommitStage::Comparing, 0)?;
        if state.revision != set.based_on || state.name != set.store {
            let moved = moved(set, &self.look(Some(state)));
            if !moved.is_empty() {
                return Err(CommitFault::Moved(moved));
            }
        }
        if state.flows.iter().all(|flow| flow.id != set.flow) && self.founding.flows.iter().all(|flow| flow.id != set.flow) {
            return Err(StoreFault::NoSuchFlow { flow: set.flow.clone() }.into());
        }
        state.flows.iter().find(|flow| flow.id == set.flow).map(TaskFlow::open).transpose()?;
        state.given += 1;
        let mut after = state.clone();
        after.write(&self.founding, set, hand, &mut report)?;
        let receipt = Receipt { revision: after.revision, customers: (state.count(), after.count()), when: hand.when, repeated: false };
        after.commits.insert(set.commit.0.clone(), receipt.clone());
        *state = after;
        Ok(receipt)
    }

    fn amend(&self, amendment: &Amendment, hand: &Hand, watch: Watch<'_>) -> Result<Receipt, CommitFault> {
        let mut held = self.state();
        let state = held.get_or_insert_with(|| self.found());
        if let Some(receipt) = state.commits.get(&amendment.commit.0) {
            return Ok(Receipt { repeated: true, ..receipt.clone() });
        }
        let total = (amendment.newcomers.len() + amendment.customers.len() + amendment.dossiers.len()) as u64;
        let mut report = |stage, done| match watch(CommitProgress { stage, done, total }) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(CommitFault::Cancelled),
        };
        report(CommitStage::Comparing, 0)?;
        let conflicts = state.conflicts(&self.founding, amendment);
        if !conflicts.is_empty() {
            return Err(CommitFault::Changed(conflicts));
        }
        leaves_archive_alone(amendment, &state.flows)?;
        state.given += 1;
        let mut after = state.clone();
        report(CommitStage::Writing, 0)?;
        after.amend(&self.founding, amendment, hand)?;
        report(CommitStage::Writing, total)?;
        report(CommitStage::Securing, total)?;
        let receipt = Receipt { revision: after.revision, customers: (state.count(), after.count()), when: hand.when, repeated: false };
        after.commits.insert(amendment.commit.0.clone(), receipt.clone());
        *state = after;
        Ok(receipt)
    }

    fn dossiers(&self, wanted: &[(TaskFlowId, CustomerId)]) -> Result<Vec<Option<(Revision, Dossier)>>, StoreFault> {
        let held = self.state();
        let one = |(flow, customer): &(TaskFlowId, CustomerId)| held.as_ref()?.look_up(flow, *customer);
        Ok(wanted.iter().map(one).collect())
    }

    fn versions(&self, customer: CustomerId) -> Result<Vec<Version>, StoreFault> {
        Ok(self.state().as_ref().map_or_else(Vec::new, |state| state.versions(customer)))
    }

    fn traces(&self, import: Revision) -> Result<Traces, StoreFault> {
        Ok(self.state().as_ref().map_or_else(|| Traces { import, ..Traces::default() }, |state| state.traces(import)))
    }

    fn outcomes(&self, import: Revision) -> Result<Vec<RowStory>, StoreFault> {
        let held = self.state();
        let Some(state) = held.as_ref() else { return Ok(Vec::new()) };
        let row = |versions: &Versions<Customer>| {
            let wrote = versions.iter().find(|(at, _)| *at == import);
            wrote.and_then(|(_, customer)| customer.as_ref()?.row)
        };
        let written = state.customers.iter().filter_map(|(id, versions)| Some((row(versions)?, *id))).collect();
        Ok(row_stories(state.outcomes.get(&import).cloned().unwrap_or_default(), written))
    }

    fn dossiers_with_tokens(&self, tokens: &[String]) -> Result<Vec<Option<TokenHolder>>, StoreFault> {
        let held = self.state();
        let all = || held.iter().flat_map(|state| state.dossiers.iter().filter_map(|(key, versions)| Some((key, last(versions)?))));
        let of = |token: &String| {
            let found = all().find(|(_, (_, dossier))| !token.is_empty() && dossier.token == *token);
            found.map(|((flow, customer), (version, dossier))| (flow.clone(), *customer, version, dossier.clone()))
        };
        Ok(tokens.iter().map(of).collect())
    }

    fn remember_mapping(&self, mapping: &SavedMapping, hand: &Hand) -> Result<(), StoreFault> {
        let mut held = self.state();
        let state = held.get_or_insert_with(|| self.found());
        let (what, revision) = (mapping.clone(), state.revision);
        state.mappings.keep_mapping(Remembered { what, revision, when: hand.when, who: hand.who.clone() });
        Ok(())
    }

    fn forget_mapping(&self, name: &str) -> Result<(), StoreFault> {
        if let Some(state) = &mut *self.state() {
            state.mappings.forget_mapping(name);
        }
        Ok(())
    }
}
