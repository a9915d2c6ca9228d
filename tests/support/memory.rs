//! A store in memory, with the manners of the real one.

use std::collections::{BTreeMap, HashMap};
use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, MutexGuard};

use instroom::domain::change_set::{ChangeSet, CommitId, Founding, Hand, Receipt, Update};
use instroom::domain::customer::{Customer, CustomerId, Values};
use instroom::domain::dossier::Dossier;
use instroom::domain::mapping::SavedMapping;
use instroom::domain::memory::{Memory, Remembered};
use instroom::domain::moved::{Moved, MovedKind, moved};
use instroom::domain::record::encode;
use instroom::domain::snapshot::{DossierHead, PastImport, Revision, Snapshot};
use instroom::domain::task_flow::{TaskFlow, TaskFlowId};
use instroom::world::store::{CommitFault, CommitProgress, CommitStage, Store, StoreFault};

/// How many records or lessons the real store writes between two reports.
const BATCH: usize = 1_000;

type Watch<'a> = &'a mut dyn FnMut(CommitProgress) -> ControlFlow<()>;

/// A store in memory. A clone is another door to the same store.
#[derive(Debug, Clone)]
pub(crate) struct MemoryStore {
    founding: Founding,
    state: Arc<Mutex<Option<State>>>,
}

#[derive(Debug, Clone)]
struct State {
    name: String,
    revision: Revision,
    /// The last number given out, also to a commit that came to nothing.
    given: u64,
    flows: Vec<TaskFlow>,
    imports: Vec<PastImport>,
    memory: Memory,
    customers: BTreeMap<CustomerId, (Revision, Customer)>,
    dossiers: BTreeMap<(TaskFlowId, CustomerId), Dossier>,
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
            memory: Memory::default(),
            customers: BTreeMap::new(),
            dossiers: BTreeMap::new(),
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
        snapshot.memory = state.memory.clone();
        for (&id, (version, customer)) in &state.customers {
            snapshot.add_customer(id, *version, &encode(customer).unwrap()).unwrap();
        }
        for ((flow, id), dossier) in &state.dossiers {
            snapshot.add_dossier(flow, *id, DossierHead { status: dossier.status });
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
        Ok(self.state().as_ref().and_then(|state| state.dossiers.get(&(flow.clone(), customer)).cloned()))
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
        state.given += 1;
        let mut after = state.clone();
        after.write(&self.founding, set, hand, &mut report)?;
        let receipt = Receipt {
            revision: after.revision,
            customers: (state.customers.len() as u64, after.customers.len() as u64),
            when: hand.when,
            repeated: false,
        };
        after.commits.insert(set.commit.0.clone(), receipt.clone());
        *state = after;
        Ok(receipt)
    }

    fn remember_mapping(&self, mapping: &SavedMapping, hand: &Hand) -> Result<(), StoreFault> {
        let mut held = self.state();
        let state = held.get_or_insert_with(|| self.found());
        let (what, revision) = (mapping.clone(), state.revision);
        state.memory.keep_mapping(Remembered { what, revision, when: hand.when, who: hand.who.clone() });
        Ok(())
    }

    fn forget_mapping(&self, name: &str) -> Result<(), StoreFault> {
        if let Some(state) = &mut *self.state() {
            state.memory.forget_mapping(name);
        }
        Ok(())
    }
}

impl State {
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
                self.put(id, addition.values.clone(), addition.row);
                self.dossiers.insert((set.flow.clone(), id), addition.dossier.clone());
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
                self.memory.learn(Remembered { what, revision: self.revision, when: hand.when, who: hand.who.clone() });
            }
            report(CommitStage::Writing, done)?;
        }
        self.imports.push(PastImport {
            revision: self.revision,
            when: hand.when,
            who: hand.who.clone(),
            file: set.source.file.clone(),
            added: set.tally.added,
            linked: set.tally.linked,
            updated: set.updates.iter().filter(|update| !update.changes.is_empty()).count() as u64,
            fingerprint: set.source.fingerprint.clone(),
        });
        report(CommitStage::Securing, done)
    }

    fn put(&mut self, id: CustomerId, values: Values, row: u32) {
        self.customers.insert(id, (self.revision, Customer { values, row: Some(row) }));
    }

    fn update(&mut self, flow: &TaskFlowId, update: &Update) -> Result<(), CommitFault> {
        let id = update.customer;
        let refuse = |kind| CommitFault::Moved(vec![Moved { row: update.row, kind }]);
        let Some((_, stored)) = self.customers.get(&id) else { return Err(refuse(MovedKind::CustomerGone(id))) };
        if !update.changes.is_empty() {
            let mut values = stored.values.clone();
            if let Some(change) = update.changes.iter().find(|change| values.text(change.field) != change.before) {
                return Err(refuse(MovedKind::CustomerChanged(id, change.field)));
            }
            update.apply_to(&mut values);
            self.put(id, values, update.row);
        }
        if let Some(dossier) = &update.dossier {
            self.dossiers.insert((flow.clone(), id), dossier.clone());
        }
        Ok(())
    }
}
