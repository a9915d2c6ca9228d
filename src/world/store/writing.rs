//! Writing a commit: an intent, then its versions, then the one value that makes them visible.
//!
//! The versions go in one by one, in the order of their keys, customers before their dossiers: they need not be atomic
//! together, and nothing is gathered up for it. What is new is [shelved](super::shelving); what changes lies scattered among
//! what is there, and goes in as it comes. `cargo bench --bench committing` holds it against sled's own batches.

use std::ops::ControlFlow;
use std::path::Path;

use super::copies;
use super::copy_name::Before;
use super::fault::{At as _, CommitFault, StoreFault};
use super::layout::{
    BATCH, Entry, HEAD, Head, INTENT, Intent, customer_key, dossier_key, fingerprint, flow_key, number, outcome_key, outcome_parts, pack,
    unpack,
};
use super::mark;
use super::open::Opened;
use super::reading::{customer, snapshot, stored_flows};
use super::remembering::{distinct, keyed, put_lesson};
use super::shelving::{SHELF, shelve};
use super::sweep::sweep_commit;
use super::{CommitProgress, CommitStage};
use crate::domain::amendment::{AmendmentTally, Deed};
use crate::domain::change_set::{Addition, ChangeSet, CommitId, Founding, Hand, Receipt, Update};
use crate::domain::customer::CustomerId;
use crate::domain::dossier::Dossier;
use crate::domain::dossier_record;
use crate::domain::moved::{Moved, MovedKind, moved};
use crate::domain::record::{decode, encode_version};
use crate::domain::snapshot::Revision;
use crate::domain::task_flow::TaskFlow;

type Watch<'a> = &'a mut dyn FnMut(CommitProgress) -> ControlFlow<()>;

/// Commits a change set in a store that is open and held.
pub(super) fn commit(open: &Opened, founding: &Founding, set: &ChangeSet, hand: &Hand, watch: Watch<'_>) -> Result<Receipt, CommitFault> {
    if let Some(receipt) = repeated(open, &set.commit)? {
        return Ok(receipt);
    }
    let mut writing = Writing {
        open,
        set,
        number: open.next_number(),
        next_id: open.head.next_id,
        halves: 0,
        heard: 0,
        total: (set.additions.len() + set.updates.len()) as u64,
        watch,
    };
    writing.report(CommitStage::Comparing)?;
    compare(open, founding, set)?;
    let new_flow = new_flow(open, founding, set)?;
    copies::take(open, Before::Import)?;
    open.raise_format()?;
    let intent = Intent { number: writing.number, commit: set.commit.clone(), swept: false };
    let written = intend(open, &intent).map_err(CommitFault::from).and_then(|()| writing.write(new_flow, hand));
    let head = match written {
        Ok(head) => head,
        Err(fault) => {
            // Should this fail too, on a full disk or a pulled one, the next opening sweeps.
            let _ = sweep_commit(open, &Intent { swept: true, ..intent });
            return Err(fault);
        }
    };
    publish(open, &head)?;
    let customers = (open.head.customers, head.customers);
    Ok(Receipt { revision: head.revision, customers, when: hand.when, repeated: false })
}

/// The receipt of a commit of that name, where it is visible already.
pub(super) fn repeated(open: &Opened, commit: &CommitId) -> Result<Option<Receipt>, StoreFault> {
    let path = open.place.sled();
    let Some(known) = open.trees.commits.get(&commit.0).at(&path)? else { return Ok(None) };
    let Some(entry) = open.trees.journal.get(&known).at(&path)? else {
        return Err(StoreFault::damaged(format!("commit {} is not in the journal", number(&known)?)));
    };
    let Entry { revision, customers, when, .. } = unpack(&entry)?;
    Ok(Some(Receipt { revision, customers, when, repeated: true }))
}

/// Matches again where the store is not as the change set saw it.
fn compare(open: &Opened, founding: &Founding, set: &ChangeSet) -> Result<(), CommitFault> {
    if open.head.revision == set.based_on && open.schema.store == set.store {
        return Ok(());
    }
    let moved = moved(set, &snapshot(open, founding)?);
    if moved.is_empty() { Ok(()) } else { Err(CommitFault::Moved(moved)) }
}

/// The task flow of the set, where the store has to learn of it first. Nobody is brought into the archive.
fn new_flow<'a>(open: &Opened, founding: &'a Founding, set: &ChangeSet) -> Result<Option<&'a TaskFlow>, CommitFault> {
    if let Some(stored) = stored_flows(open)?.iter().find(|flow| flow.id == set.flow) {
        stored.open()?;
        return Ok(None);
    }
    let known = founding.flows.iter().find(|flow| flow.id == set.flow);
    known.map(Some).ok_or_else(|| StoreFault::NoSuchFlow { flow: set.flow.clone() }.into())
}

pub(super) fn intend(open: &Opened, intent: &Intent) -> Result<(), StoreFault> {
    open.db.insert(INTENT, pack(intent)?).at(&open.place.sled())?;
    open.secure()
}

/// The one write that makes a commit visible. Its mark comes first: nobody may see the commit and the old mark.
pub(super) fn publish(open: &Opened, head: &Head) -> Result<(), StoreFault> {
    mark::change(&open.place)?;
    open.db.insert(HEAD, pack(head)?).at(&open.place.sled())?;
    open.secure()
}

/// A commit being written. Nothing of it is visible.
struct Writing<'a> {
    open: &'a Opened,
    set: &'a ChangeSet,
    number: Revision,
    next_id: u64,
    /// Two for everybody who is written: the record, and the dossier or that there is none to write.
    halves: u64,
    /// What was reported last.
    heard: u64,
    total: u64,
    watch: Watch<'a>,
}

impl Writing<'_> {
    fn report(&mut self, stage: CommitStage) -> Result<(), CommitFault> {
        self.heard = self.halves / 2;
        match (self.watch)(CommitProgress { stage, done: self.heard, total: self.total }) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(CommitFault::Cancelled),
        }
    }

    /// Writes all versions and makes them durable. Gives the head that would make them visible.
    fn write(&mut self, new_flow: Option<&TaskFlow>, hand: &Hand) -> Result<Head, CommitFault> {
        let path = self.open.place.sled();
        self.report(CommitStage::Writing)?;
        if let Some(flow) = new_flow {
            self.open.trees.flows.insert(flow_key(&flow.id, self.number), pack(flow)?).at(&path)?;
        }
        self.additions(&path)?;
        self.updates(&path)?;
        let lessons = self.lessons()?;
        let head = self.close(hand, lessons)?;
        self.report(CommitStage::Securing)?;
        self.open.secure()?;
        Ok(head)
    }

    fn wrote(&mut self, halves: u64) -> Result<(), CommitFault> {
        self.halves += halves;
        if self.halves / 2 >= self.heard + BATCH as u64 { self.report(CommitStage::Writing) } else { Ok(()) }
    }

    /// Tells of those that came after the last report.
    fn wrote_all(&mut self) -> Result<(), CommitFault> {
        if self.halves / 2 > self.heard { self.report(CommitStage::Writing) } else { Ok(()) }
    }

    fn additions(&mut self, path: &Path) -> Result<(), CommitFault> {
        let Self { set, open, number, .. } = *self;
        for additions in set.additions.chunks(SHELF) {
            let first = self.next_id;
            self.next_id += additions.len() as u64;
            let id = |at: usize| CustomerId(first + at as u64);
            let key = |at| customer_key(id(at), number);
            let record = |addition: &Addition| Ok(encode_version(&addition.values, Some(addition.row))?);
            shelve(&open.trees.customers, path, (additions, key, record), || self.wrote(1))?;
            let key = |at| dossier_key(&set.flow, id(at), number);
            let record = |addition: &Addition| Ok(dossier_record::encode(&addition.dossier)?);
            shelve(&open.trees.dossiers, path, (additions, key, record), || self.wrote(1))?;
        }
        self.wrote_all()
    }

    /// In the order of the customers, so that neighbours are looked up and written together.
    fn updates(&mut self, path: &Path) -> Result<(), CommitFault> {
        let Self { set, open, number, .. } = *self;
        let mut updates: Vec<&Update> = set.updates.iter().collect();
        updates.sort_by_key(|update| update.customer);
        for updates in updates.chunks(SHELF) {
            for update in updates {
                self.change(update, path)?;
                self.wrote(1 + u64::from(update.dossier.is_none()))?;
            }
            let linked: Vec<(CustomerId, &Dossier)> =
                updates.iter().filter_map(|update| Some((update.customer, update.dossier.as_ref()?))).collect();
            let key = |at: usize| dossier_key(&set.flow, linked.get(at).map_or(CustomerId(0), |(id, _)| *id), number);
            let record = |(_, dossier): &(CustomerId, &Dossier)| Ok(dossier_record::encode(dossier)?);
            shelve(&open.trees.dossiers, path, (&linked, key, record), || self.wrote(1))?;
        }
        self.wrote_all()
    }

    fn change(&self, update: &Update, path: &Path) -> Result<(), CommitFault> {
        let id = update.customer;
        let refuse = |kind| CommitFault::Moved(vec![Moved { row: update.row, kind }]);
        let (_, stored) = customer(self.open, id)?.ok_or_else(|| refuse(MovedKind::CustomerGone(id)))?;
        if update.changes.is_empty() {
            return Ok(());
        }
        let mut values = decode(&stored).map_err(StoreFault::from)?.values;
        // Seen above already where the revision was another. A copy of the store that was put
        // back may have the same revision and other values.
        if let Some(change) = update.changes.iter().find(|change| values.text(change.field) != change.before) {
            return Err(refuse(MovedKind::CustomerChanged(id, change.field)));
        }
        update.apply_to(&mut values);
        let record = encode_version(&values, Some(update.row)).map_err(StoreFault::from)?;
        self.open.trees.customers.insert(customer_key(id, self.number), record).at(path)?;
        Ok(())
    }

    /// Writes what was learned; gives how many lessons that leaves.
    fn lessons(&mut self) -> Result<u64, CommitFault> {
        let lessons = keyed(self.open, &self.set.lessons, self.number);
        for some in lessons.chunks(BATCH) {
            some.iter().try_for_each(|lesson| put_lesson(self.open, lesson))?;
            self.report(CommitStage::Writing)?;
        }
        Ok(distinct(&lessons))
    }

    /// Writes the outcomes and the entry of the journal.
    fn close(&self, hand: &Hand, lessons: u64) -> Result<Head, StoreFault> {
        let path = self.open.place.sled();
        let (set, before, trees) = (self.set, &self.open.head, &self.open.trees);
        for (part, outcomes) in (0..).zip(outcome_parts(&set.outcomes)) {
            trees.outcomes.insert(outcome_key(self.number, part), pack(&outcomes)?).at(&path)?;
        }
        let customers = before.customers + set.additions.len() as u64;
        let entry = pack(&Entry {
            revision: self.number,
            commit: set.commit.clone(),
            who: hand.who.clone(),
            when: hand.when,
            deed: Deed::Import,
            flow: Some(set.flow.clone()),
            source: Some(set.source.clone()),
            tally: Some(set.tally),
            amended: AmendmentTally::default(),
            changed: set.updates.iter().filter(|update| !update.changes.is_empty()).count() as u64,
            customers: (before.customers, customers),
            lessons,
            previous: before.journal.clone(),
        })?;
        let journal = fingerprint(&entry);
        trees.journal.insert(self.number.0.to_be_bytes(), entry).at(&path)?;
        trees.commits.insert(&set.commit.0, &self.number.0.to_be_bytes()).at(&path)?;
        Ok(Head { revision: self.number, customers, next_id: self.next_id, journal })
    }
}
