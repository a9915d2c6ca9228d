//! Writing an amendment, in the way of every commit: an intent, then its versions, then the one value that
//! makes them visible. What is erased goes after that: `erasing`.

use std::collections::{HashMap, HashSet};
use std::ops::ControlFlow;

use super::copies;
use super::erasing::{erase, note_erased};
use super::fault::{At as _, CommitFault, StoreFault};
use super::layout::{BATCH, Entry, GONE, Head, Intent, customer_key, dossier_key, fingerprint, flow_key, flow_of, pack, split_number};
use super::open::Opened;
use super::reading::{customer_version, dossier_version, entries, flows, stored_flows};
use super::sweep::sweep_commit;
use super::writing::{intend, publish, repeated};
use super::{CommitProgress, CommitStage};
use crate::domain::amendment::{Amendment, Becomes, Conflict, CustomerChange, Deed, DossierChange};
use crate::domain::archive::leaves_archive_alone;
use crate::domain::change_set::{Founding, Hand, Receipt};
use crate::domain::customer::{Customer, CustomerId};
use crate::domain::dossier::Dossier;
use crate::domain::dossier_record;
use crate::domain::record::encode;
use crate::domain::snapshot::Revision;
use crate::domain::task_flow::TaskFlowId;

type Watch<'a> = &'a mut dyn FnMut(CommitProgress) -> ControlFlow<()>;

/// Commits an amendment in a store that is open and held.
pub(super) fn amend(
    open: &Opened,
    founding: &Founding,
    amendment: &Amendment,
    hand: &Hand,
    watch: Watch<'_>,
) -> Result<Receipt, CommitFault> {
    if let Some(receipt) = repeated(open, &amendment.commit)? {
        return Ok(receipt);
    }
    let total = (amendment.newcomers.len() + amendment.customers.len() + amendment.dossiers.len()) as u64;
    let linked = linked(open, amendment)?;
    let mut amending = Amending { open, amendment, number: open.next_number(), next_id: open.head.next_id, done: 0, total, watch, linked };
    amending.report(CommitStage::Comparing)?;
    let conflicts = conflicts(open, founding, amendment, &amending.linked)?;
    if !conflicts.is_empty() {
        return Err(CommitFault::Changed(conflicts));
    }
    leaves_archive_alone(amendment, &flows(open, founding)?)?;
    if let Some(before) = copies::before(amendment) {
        copies::take(open, before)?;
    }
    open.raise_format()?;
    let intent = Intent { number: amending.number, commit: amendment.commit.clone(), swept: false };
    let written = intend(open, &intent).map_err(CommitFault::from).and_then(|()| amending.write(founding, hand));
    let head = match written {
        Ok(head) => head,
        Err(fault) => {
            // Should this fail too, on a full disk or a pulled one, the next opening sweeps.
            let _ = sweep_commit(open, &Intent { swept: true, ..intent });
            return Err(fault);
        }
    };
    publish(open, &head)?;
    // What is erased is gone for everybody by now. Should removing its bytes fail, the next opening does it.
    let _ = erase(open);
    let customers = (open.head.customers, head.customers);
    Ok(Receipt { revision: head.revision, customers, when: hand.when, repeated: false })
}

/// So many customers that go are looked up one by one; for more, one walk over all dossiers is faster.
const FEW: usize = 1_000;

/// The dossiers of each customer that goes, with their versions.
type Linked = HashMap<CustomerId, Vec<(TaskFlowId, Revision)>>;

fn linked(open: &Opened, amendment: &Amendment) -> Result<Linked, StoreFault> {
    let mut linked: Linked =
        amendment.customers.iter().filter(|change| change.goes()).map(|change| (change.customer, Vec::new())).collect();
    if linked.len() <= FEW {
        let flows = if linked.is_empty() { Vec::new() } else { stored_flows(open)? };
        for (&id, dossiers) in &mut linked {
            for flow in &flows {
                dossiers.extend(dossier_version(open, &flow.id, id)?.map(|version| (flow.id.clone(), version)));
            }
        }
        return Ok(linked);
    }
    super::reading::visible(open, &open.trees.dossiers, |key, version, _| {
        let (front, id) = split_number(key)?;
        if let Some(dossiers) = linked.get_mut(&CustomerId(id)) {
            dossiers.push((flow_of(front)?, version));
        }
        Ok(())
    })?;
    Ok(linked)
}

/// What is not in the store as it was looked at, or cannot be together.
fn conflicts(open: &Opened, founding: &Founding, amendment: &Amendment, linked: &Linked) -> Result<Vec<Conflict>, StoreFault> {
    if open.schema.store != amendment.store && !amendment.store.is_empty() {
        return Ok(vec![Conflict::Store]);
    }
    let mut conflicts = Vec::new();
    if let Deed::TakenBack { import } = amendment.deed
        && !can_be_taken_back(open, import)?
    {
        conflicts.push(Conflict::Import(import));
    }
    let mut named = HashSet::new();
    for change in &amendment.customers {
        if !named.insert(change.customer) || customer_version(open, change.customer)? != Some(change.seen) {
            conflicts.push(Conflict::Customer(change.customer));
        }
    }
    let mut named = HashSet::new();
    for change in &amendment.dossiers {
        let (flow, id) = (&change.flow, change.customer);
        let fits = named.insert((flow, id))
            && dossier_version(open, flow, id)? == change.seen
            && customer_version(open, id)?.is_some()
            && (change.becomes.is_none() || !linked.contains_key(&id));
        if !fits {
            conflicts.push(Conflict::Dossier(flow.clone(), id));
        }
    }
    if let Some(looked) = amendment.based_on {
        for change in amendment.customers.iter().filter(|change| change.goes()) {
            let dossiers = linked.get(&change.customer).into_iter().flatten();
            let later = dossiers.filter(|(flow, version)| *version > looked && !named.contains(&(flow, change.customer)));
            conflicts.extend(later.map(|(flow, _)| Conflict::Dossier(flow.clone(), change.customer)));
        }
    }
    let (known, mut named) = (flows(open, founding)?, HashSet::new());
    for change in &amendment.flows {
        let id = &change.becomes.id;
        if !named.insert(id) || known.iter().find(|flow| flow.id == *id) != change.seen.as_ref() {
            conflicts.push(Conflict::Flow(id.clone()));
        }
    }
    Ok(conflicts)
}

/// Whether there is an import of that number which nobody has taken back.
fn can_be_taken_back(open: &Opened, import: Revision) -> Result<bool, StoreFault> {
    let mut is_there = false;
    for entry in entries(open)? {
        if entry.deed == (Deed::TakenBack { import }) {
            return Ok(false);
        }
        is_there |= entry.revision == import && entry.deed == Deed::Import;
    }
    Ok(is_there)
}

/// An amendment being written. Nothing of it is visible.
struct Amending<'a> {
    open: &'a Opened,
    amendment: &'a Amendment,
    number: Revision,
    next_id: u64,
    done: u64,
    total: u64,
    watch: Watch<'a>,
    linked: Linked,
}

impl Amending<'_> {
    fn report(&mut self, stage: CommitStage) -> Result<(), CommitFault> {
        match (self.watch)(CommitProgress { stage, done: self.done, total: self.total }) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(CommitFault::Cancelled),
        }
    }

    fn progress(&mut self, count: usize) -> Result<(), CommitFault> {
        self.done += count as u64;
        self.report(CommitStage::Writing)
    }

    /// Writes all versions and makes them durable. Gives the head that would make them visible.
    fn write(&mut self, founding: &Founding, hand: &Hand) -> Result<Head, CommitFault> {
        self.report(CommitStage::Writing)?;
        let amendment = self.amendment;
        self.flows(founding)?;
        for newcomers in amendment.newcomers.chunks(BATCH) {
            for newcomer in newcomers {
                let id = CustomerId(self.next_id);
                self.next_id += 1;
                self.put_customer(id, &Customer { values: newcomer.values.clone(), row: None })?;
                for (flow, dossier) in &newcomer.dossiers {
                    self.put_dossier(flow, id, Some(dossier))?;
                }
            }
            self.progress(newcomers.len())?;
        }
        for changes in amendment.customers.chunks(BATCH) {
            changes.iter().try_for_each(|change| self.customer(change))?;
            self.progress(changes.len())?;
        }
        for changes in amendment.dossiers.chunks(BATCH) {
            changes
                .iter()
                .try_for_each(|change: &DossierChange| self.put_dossier(&change.flow, change.customer, change.becomes.as_ref()))?;
            self.progress(changes.len())?;
        }
        let erased = amendment.customers.iter().filter(|change| change.becomes == Becomes::Erased);
        note_erased(self.open, self.number, erased.map(|change| change.customer).collect())?;
        let head = self.close(hand)?;
        self.report(CommitStage::Securing)?;
        self.open.secure()?;
        Ok(head)
    }

    /// Task flows that change, and those of the founding that dossiers go into for the first time.
    fn flows(&self, founding: &Founding) -> Result<(), StoreFault> {
        let amendment = self.amendment;
        let path = self.open.place.sled();
        let stored = super::reading::stored_flows(self.open)?;
        let named = |flow: &TaskFlowId| {
            let made = amendment.dossiers.iter().any(|change| change.flow == *flow && change.becomes.is_some());
            made || amendment.newcomers.iter().any(|newcomer| newcomer.dossiers.iter().any(|(into, _)| into == flow))
        };
        let changed = |flow: &TaskFlowId| amendment.flows.iter().any(|change| change.becomes.id == *flow);
        let known = |flow: &TaskFlowId| stored.iter().any(|known| known.id == *flow);
        let offered = founding.flows.iter().filter(|flow| !known(&flow.id) && !changed(&flow.id) && named(&flow.id));
        for flow in amendment.flows.iter().map(|change| &change.becomes).chain(offered.clone()) {
            self.open.trees.flows.insert(flow_key(&flow.id, self.number), pack(flow)?).at(&path)?;
        }
        let into = amendment.dossiers.iter().filter(|change| change.becomes.is_some()).map(|change| &change.flow);
        let into = into.chain(amendment.newcomers.iter().flat_map(|newcomer| newcomer.dossiers.iter().map(|(flow, _)| flow)));
        for flow in into {
            if !known(flow) && !changed(flow) && !founding.flows.iter().any(|offered| offered.id == *flow) {
                return Err(StoreFault::NoSuchFlow { flow: flow.clone() });
            }
        }
        Ok(())
    }

    fn put_customer(&self, id: CustomerId, customer: &Customer) -> Result<(), StoreFault> {
        self.open.trees.customers.insert(customer_key(id, self.number), encode(customer)?).at(&self.open.place.sled())?;
        Ok(())
    }

    fn put_dossier(&self, flow: &TaskFlowId, id: CustomerId, dossier: Option<&Dossier>) -> Result<(), StoreFault> {
        let bytes = dossier.map_or_else(|| Ok(GONE.to_vec()), dossier_record::encode)?;
        self.open.trees.dossiers.insert(dossier_key(flow, id, self.number), bytes).at(&self.open.place.sled())?;
        Ok(())
    }

    fn customer(&self, change: &CustomerChange) -> Result<(), StoreFault> {
        let id = change.customer;
        if let Becomes::Values(values) = &change.becomes {
            return self.put_customer(id, &Customer { values: values.clone(), row: None });
        }
        self.open.trees.customers.insert(customer_key(id, self.number), GONE).at(&self.open.place.sled())?;
        for (flow, _) in self.linked.get(&id).into_iter().flatten() {
            self.put_dossier(flow, id, None)?;
        }
        Ok(())
    }

    /// Writes the entry of the journal.
    fn close(&self, hand: &Hand) -> Result<Head, StoreFault> {
        let path = self.open.place.sled();
        let (amendment, before, trees) = (self.amendment, &self.open.head, &self.open.trees);
        let tally = amendment.tally();
        let customers = before.customers + tally.added - tally.gone;
        let entry = pack(&Entry {
            revision: self.number,
            commit: amendment.commit.clone(),
            who: hand.who.clone(),
            when: hand.when,
            deed: amendment.deed.clone(),
            flow: None,
            source: None,
            tally: None,
            changed: 0,
            amended: tally,
            customers: (before.customers, customers),
            lessons: 0,
            previous: before.journal.clone(),
        })?;
        let journal = fingerprint(&entry);
        trees.journal.insert(self.number.0.to_be_bytes(), entry).at(&path)?;
        trees.commits.insert(&amendment.commit.0, &self.number.0.to_be_bytes()).at(&path)?;
        Ok(Head { revision: self.number, customers, next_id: self.next_id, journal })
    }
}
