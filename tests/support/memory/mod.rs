//! A store in memory, with the manners of the real one.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, MutexGuard};

use instroom::domain::amendment::{Amendment, AmendmentTally, Deed};
use instroom::domain::archive::leaves_archive_alone;
use instroom::domain::change_set::{ChangeSet, CommitId, Founding, Hand, Receipt, RowOutcome, Update};
use instroom::domain::customer::{Customer, CustomerId, Values};
use instroom::domain::dossier::Dossier;
use instroom::domain::history::{RowStory, Version, Written, row_stories};
use instroom::domain::mapping::SavedMapping;
use instroom::domain::memory::{Lesson, Memory, Remembered};
use instroom::domain::moved::{Moved, MovedKind, moved};
use instroom::domain::record::encode;
use instroom::domain::snapshot::{DossierHead, JournalLine, PastImport, Revision, Snapshot};
use instroom::domain::taking_back::{CustomerTrace, DossierTrace, Traces, Wrote};
use instroom::domain::task_flow::{TaskFlow, TaskFlowId};
use instroom::world::store::{CommitFault, CommitProgress, CommitStage, Store, StoreFault, TokenHolder};

/// How many records or lessons the real store writes between two reports.
const BATCH: usize = 1_000;

mod amending;

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
            flows: self.founding.flows.clone(),
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

impl State {
    fn count(&self) -> u64 {
        self.customers.values().filter(|versions| last(versions).is_some()).count() as u64
    }

    fn look_up(&self, flow: &TaskFlowId, customer: CustomerId) -> Option<(Revision, Dossier)> {
        last(self.dossiers.get(&(flow.clone(), customer))?).map(|(version, dossier)| (version, dossier.clone()))
    }

    fn version(&self, id: CustomerId) -> Option<Revision> {
        last(self.customers.get(&id)?).map(|(version, _)| version)
    }

    fn memory(&self) -> Memory {
        let mut memory = self.mappings.clone();
        let stands = |lesson: &&Remembered<Lesson>| {
            self.imports.iter().any(|import| import.revision == lesson.revision && import.taken_back.is_none())
        };
        self.lessons.iter().filter(stands).for_each(|lesson| memory.learn(lesson.clone()));
        memory
    }

    fn versions(&self, customer: CustomerId) -> Vec<Version> {
        let mut versions: BTreeMap<Revision, Version> = BTreeMap::new();
        let bare = |revision| Version { revision, customer: Written::Nothing, dossiers: Vec::new() };
        for (revision, written) in self.customers.get(&customer).into_iter().flatten() {
            let written = written.clone().map_or(Written::Gone, Written::Values);
            versions.entry(*revision).or_insert_with(|| bare(*revision)).customer = written;
        }
        for ((flow, _), dossiers) in self.dossiers.iter().filter(|((_, id), _)| *id == customer) {
            for (revision, dossier) in dossiers {
                versions.entry(*revision).or_insert_with(|| bare(*revision)).dossiers.push((flow.clone(), dossier.clone()));
            }
        }
        versions.into_values().collect()
    }

    fn traces(&self, import: Revision) -> Traces {
        let mut traces = Traces { store: self.name.clone(), import, revision: self.revision, ..Traces::default() };
        for (&id, versions) in &self.customers {
            let encoded: Vec<_> = versions.iter().map(|(at, customer)| (*at, customer.as_ref().map(|one| encode(one).unwrap()))).collect();
            let encoded: Vec<_> = encoded.iter().map(|(at, bytes)| (*at, bytes.as_deref())).collect();
            traces.customers.extend(CustomerTrace::of(id, import, &encoded).unwrap());
        }
        for ((flow, customer), versions) in &self.dossiers {
            if versions.iter().any(|(at, dossier)| *at == import && dossier.is_some()) {
                let now = last(versions).map(|(version, dossier)| DossierHead::of(dossier, version));
                traces.dossiers.push(DossierTrace { flow: flow.clone(), customer: *customer, now });
            }
        }
        traces.dossiers.sort_by(|one, other| (one.customer, &one.flow).cmp(&(other.customer, &other.flow)));
        let added = self.imports.iter().find(|past| past.revision == import).map_or(0, |past| past.added);
        let left = traces.customers.iter().filter(|trace| matches!(trace.wrote, Wrote::Added { .. })).count() as u64;
        let updated: HashSet<_> = self.updated.get(&import).into_iter().flatten().filter(|id| self.erased.contains(id)).collect();
        traces.erased = added.saturating_sub(left) + updated.len() as u64;
        traces
    }

    fn write(
        &mut self,
        founding: &Founding,
        set: &ChangeSet,
        hand: &Hand,
        report: &mut dyn FnMut(CommitStage, u64) -> Result<(), CommitFault>,
    ) -> Result<(), CommitFault> {
        let mut done = 0;
        report(CommitStage::Writing, done)?;
        self.revision = Revision(self.given);
        if self.flows.iter().all(|flow| flow.id != set.flow) {
            self.flows.extend(founding.flows.iter().find(|flow| flow.id == set.flow).cloned());
        }
        for additions in set.additions.chunks(BATCH) {
            for addition in additions {
                let id = CustomerId(self.next_id);
                self.next_id += 1;
                self.put(id, addition.values.clone(), Some(addition.row));
                self.put_dossier(&set.flow, id, Some(addition.dossier.clone()));
            }
            done += additions.len() as u64;
            report(CommitStage::Writing, done)?;
        }
        for updates in set.updates.chunks(BATCH) {
            updates.iter().try_for_each(|update| self.update(&set.flow, update))?;
            done += updates.len() as u64;
            report(CommitStage::Writing, done)?;
        }
        for lessons in set.lessons.chunks(BATCH) {
            for what in lessons.iter().cloned() {
                self.lessons.push(Remembered { what, revision: self.revision, when: hand.when, who: hand.who.clone() });
            }
            report(CommitStage::Writing, done)?;
        }
        self.outcomes.insert(self.revision, set.outcomes.clone());
        self.updated.insert(self.revision, set.updates.iter().map(|update| update.customer).collect());
        self.imports.push(PastImport {
            revision: self.revision,
            when: hand.when,
            who: hand.who.clone(),
            file: set.source.file.clone(),
            added: set.tally.added,
            linked: set.tally.linked,
            updated: set.updates.iter().filter(|update| !update.changes.is_empty()).count() as u64,
            fingerprint: set.source.fingerprint.clone(),
            sheet: set.source.sheet.clone(),
            header_row: set.source.header_row,
            rows: set.tally,
            lessons: set.lessons.iter().map(about).collect::<BTreeSet<_>>().len() as u64,
            flow: set.flow.clone(),
            taken_back: None,
        });
        let changed = set.updates.iter().filter(|update| !update.changes.is_empty()).count() as u64;
        self.journal.push(JournalLine {
            revision: self.revision,
            when: hand.when,
            who: hand.who.clone(),
            deed: Deed::Import,
            tally: AmendmentTally { added: set.tally.added, changed, gone: 0, dossiers: set.tally.added + set.tally.linked },
            flow: Some(set.flow.clone()),
            file: set.source.file.clone(),
        });
        report(CommitStage::Securing, done)
    }

    fn put(&mut self, id: CustomerId, values: Values, row: Option<u32>) {
        self.customers.entry(id).or_default().push((self.revision, Some(Customer { values, row })));
    }

    fn put_dossier(&mut self, flow: &TaskFlowId, id: CustomerId, dossier: Option<Dossier>) {
        let versions = self.dossiers.entry((flow.clone(), id)).or_default();
        versions.retain(|(revision, _)| *revision != self.revision);
        versions.push((self.revision, dossier));
    }

    fn update(&mut self, flow: &TaskFlowId, update: &Update) -> Result<(), CommitFault> {
        let id = update.customer;
        let refuse = |kind| CommitFault::Moved(vec![Moved { row: update.row, kind }]);
        let Some((_, stored)) = self.customers.get(&id).and_then(last) else { return Err(refuse(MovedKind::CustomerGone(id))) };
        if !update.changes.is_empty() {
            let mut values = stored.values.clone();
            if let Some(change) = update.changes.iter().find(|change| values.text(change.field) != change.before) {
                return Err(refuse(MovedKind::CustomerChanged(id, change.field)));
            }
            update.apply_to(&mut values);
            self.put(id, values, Some(update.row));
        }
        if let Some(dossier) = &update.dossier {
            self.put_dossier(flow, id, Some(dossier.clone()));
        }
        Ok(())
    }
}

/// What a lesson is about: of two about the same thing the later one counts.
fn about(lesson: &Lesson) -> String {
    match lesson {
        Lesson::Fix { field, before, .. } => format!("{field:?} {}", before.trim()),
        Lesson::Apart { customer, row } => format!("{customer} {row:?}"),
    }
}
