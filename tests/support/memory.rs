//! A store in memory, with the manners of the real one.

use std::collections::{BTreeMap, HashMap};
use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, MutexGuard};

use instroom::domain::amendment::{Amendment, AmendmentTally, Becomes, Conflict, Deed};
use instroom::domain::change_set::{ChangeSet, CommitId, Founding, Hand, Receipt, Update};
use instroom::domain::customer::{Customer, CustomerId, Values};
use instroom::domain::dossier::Dossier;
use instroom::domain::mapping::SavedMapping;
use instroom::domain::memory::{Memory, Remembered};
use instroom::domain::moved::{Moved, MovedKind, moved};
use instroom::domain::record::encode;
use instroom::domain::snapshot::{DossierHead, JournalLine, PastImport, Revision, Snapshot};
use instroom::domain::task_flow::{TaskFlow, TaskFlowId};
use instroom::world::store::{CommitFault, CommitProgress, CommitStage, Store, StoreFault, TokenHolder};

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
    dossiers: BTreeMap<(TaskFlowId, CustomerId), (Revision, Dossier)>,
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
            memory: Memory::default(),
            customers: BTreeMap::new(),
            dossiers: BTreeMap::new(),
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
        snapshot.memory = state.memory.clone();
        for (&id, (version, customer)) in &state.customers {
            snapshot.add_customer(id, *version, &encode(customer).unwrap()).unwrap();
        }
        snapshot.journal = state.journal.iter().rev().cloned().collect();
        for ((flow, id), (version, dossier)) in &state.dossiers {
            snapshot.add_dossier(flow, *id, DossierHead::of(dossier, *version));
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
        Ok(self.state().as_ref().and_then(|state| state.dossiers.get(&(flow.clone(), customer)).map(|(_, dossier)| dossier.clone())))
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
        state.given += 1;
        let mut after = state.clone();
        report(CommitStage::Writing, 0)?;
        after.amend(&self.founding, amendment, hand)?;
        report(CommitStage::Writing, total)?;
        report(CommitStage::Securing, total)?;
        let receipt = Receipt {
            revision: after.revision,
            customers: (state.customers.len() as u64, after.customers.len() as u64),
            when: hand.when,
            repeated: false,
        };
        after.commits.insert(amendment.commit.0.clone(), receipt.clone());
        *state = after;
        Ok(receipt)
    }

    fn dossiers(&self, wanted: &[(TaskFlowId, CustomerId)]) -> Result<Vec<Option<(Revision, Dossier)>>, StoreFault> {
        let held = self.state();
        let one = |key: &(TaskFlowId, CustomerId)| held.as_ref().and_then(|state| state.dossiers.get(key).cloned());
        Ok(wanted.iter().map(one).collect())
    }

    fn dossiers_with_tokens(&self, tokens: &[String]) -> Result<Vec<Option<TokenHolder>>, StoreFault> {
        let held = self.state();
        let all = || held.iter().flat_map(|state| &state.dossiers);
        let of = |token: &String| {
            let found = all().find(|(_, (_, dossier))| !token.is_empty() && dossier.token == *token);
            found.map(|((flow, customer), (version, dossier))| (flow.clone(), *customer, *version, dossier.clone()))
        };
        Ok(tokens.iter().map(of).collect())
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
    fn conflicts(&self, founding: &Founding, amendment: &Amendment) -> Vec<Conflict> {
        if !amendment.store.is_empty() && amendment.store != self.name {
            return vec![Conflict::Store];
        }
        let version = |id: &CustomerId| self.customers.get(id).map(|(version, _)| *version);
        let customers = amendment.customers.iter().filter(|change| version(&change.customer) != Some(change.seen));
        let mut conflicts: Vec<_> = customers.map(|change| Conflict::Customer(change.customer)).collect();
        for change in &amendment.dossiers {
            let seen = self.dossiers.get(&(change.flow.clone(), change.customer)).map(|(version, _)| *version);
            if seen != change.seen || version(&change.customer).is_none() {
                conflicts.push(Conflict::Dossier(change.flow.clone(), change.customer));
            }
        }
        for change in &amendment.flows {
            let known = self.flows.iter().chain(&founding.flows).find(|flow| flow.id == change.becomes.id);
            if known != change.seen.as_ref() {
                conflicts.push(Conflict::Flow(change.becomes.id.clone()));
            }
        }
        conflicts
    }

    fn amend(&mut self, founding: &Founding, amendment: &Amendment, hand: &Hand) -> Result<(), CommitFault> {
        self.revision = Revision(self.given);
        for change in &amendment.flows {
            self.flows.retain(|flow| flow.id != change.becomes.id);
            self.flows.push(change.becomes.clone());
        }
        let into = amendment.dossiers.iter().filter(|change| change.becomes.is_some()).map(|change| &change.flow);
        let into = into.chain(amendment.newcomers.iter().flat_map(|newcomer| newcomer.dossiers.iter().map(|(flow, _)| flow)));
        for flow in into {
            if self.flows.iter().all(|known| known.id != *flow) {
                let offered = founding.flows.iter().find(|known| known.id == *flow);
                self.flows.push(offered.cloned().ok_or_else(|| StoreFault::NoSuchFlow { flow: flow.clone() })?);
            }
        }
        for newcomer in &amendment.newcomers {
            let id = CustomerId(self.next_id);
            self.next_id += 1;
            self.put(id, newcomer.values.clone(), None);
            for (flow, dossier) in &newcomer.dossiers {
                self.dossiers.insert((flow.clone(), id), (self.revision, dossier.clone()));
            }
        }
        for change in &amendment.customers {
            if let Becomes::Values(values) = &change.becomes {
                self.put(change.customer, values.clone(), None);
            } else {
                self.customers.remove(&change.customer);
                self.dossiers.retain(|(_, id), _| *id != change.customer);
            }
        }
        for change in &amendment.dossiers {
            let key = (change.flow.clone(), change.customer);
            match &change.becomes {
                Some(dossier) => self.dossiers.insert(key, (self.revision, dossier.clone())),
                None => self.dossiers.remove(&key),
            };
        }
        if let Deed::TakenBack { import } = amendment.deed {
            self.imports.iter_mut().filter(|past| past.revision == import).for_each(|past| past.taken_back = Some(self.revision));
        }
        let flow = match &amendment.deed {
            Deed::FlowMade(flow)
            | Deed::FlowChanged(flow)
            | Deed::Linked(flow)
            | Deed::Unlinked(flow)
            | Deed::Completed(flow)
            | Deed::Mailed(flow)
            | Deed::Answered(flow)
            | Deed::Closed(flow) => Some(flow.clone()),
            Deed::Import | Deed::TakenBack { .. } | Deed::Added | Deed::Edited | Deed::Removed => None,
        };
        self.journal.push(JournalLine {
            revision: self.revision,
            when: hand.when,
            who: hand.who.clone(),
            deed: amendment.deed.clone(),
            tally: amendment.tally(),
            flow,
            file: String::new(),
        });
        Ok(())
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
                self.dossiers.insert((set.flow.clone(), id), (self.revision, addition.dossier.clone()));
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
        self.customers.insert(id, (self.revision, Customer { values, row }));
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
            self.put(id, values, Some(update.row));
        }
        if let Some(dossier) = &update.dossier {
            self.dossiers.insert((flow.clone(), id), (self.revision, dossier.clone()));
        }
        Ok(())
    }
}
