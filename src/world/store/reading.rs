//! Reading what is visible.

use serde::Deserialize;

use super::fault::{At as _, StoreFault};
use super::layout::{Entry, customer_key, dossier_key, flow_of, number, split_number, unpack};
use super::open::Opened;
use super::remembering::memory;
use crate::domain::change_set::Founding;
use crate::domain::customer::CustomerId;
use crate::domain::dossier::{Dossier, Status};
use crate::domain::snapshot::{DossierHead, PastImport, Revision, Snapshot};
use crate::domain::task_flow::{TaskFlow, TaskFlowId};

/// What a list needs to know of a dossier; the rest of it is passed over.
#[derive(Deserialize)]
struct StoredHead {
    status: Status,
}

/// Everything visible. The task flows of the founding that the store does not have yet are offered
/// too: the first commit into one writes it.
pub(super) fn snapshot(open: &Opened, founding: &Founding) -> Result<Snapshot, StoreFault> {
    let mut snapshot = Snapshot::of_no_store(flows(open, founding)?);
    snapshot.store.clone_from(&open.schema.store);
    snapshot.revision = open.head.revision;
    snapshot.imports = imports(open)?;
    snapshot.memory = memory(open, &snapshot.imports)?;
    visible(open, &open.trees.customers, |key, version, record| {
        snapshot.add_customer(CustomerId(number(key)?), version, record)?;
        Ok(())
    })?;
    visible(open, &open.trees.dossiers, |key, _, bytes| {
        let (front, customer) = split_number(key)?;
        let StoredHead { status } = unpack(bytes)?;
        snapshot.add_dossier(&flow_of(front)?, CustomerId(customer), DossierHead { status });
        Ok(())
    })?;
    Ok(snapshot)
}

/// Walks the last visible version of everything in a tree: its key without the number of the
/// commit, that number, and the value.
pub(super) fn visible(
    open: &Opened,
    tree: &sled::Tree,
    each: impl FnMut(&[u8], Revision, &[u8]) -> Result<(), StoreFault>,
) -> Result<(), StoreFault> {
    last_of(open, tree, |version| version <= open.head.revision, each)
}

/// As [`visible`], of the versions that count.
pub(super) fn last_of(
    open: &Opened,
    tree: &sled::Tree,
    counts: impl Fn(Revision) -> bool,
    mut each: impl FnMut(&[u8], Revision, &[u8]) -> Result<(), StoreFault>,
) -> Result<(), StoreFault> {
    let path = open.place.sled();
    let mut last: Option<(sled::IVec, sled::IVec)> = None;
    let mut give = |(key, value): (sled::IVec, sled::IVec)| {
        let (front, version) = split_number(&key)?;
        each(front, Revision(version), &value)
    };
    for item in tree {
        let item = item.at(&path)?;
        let (front, version) = split_number(&item.0)?;
        if !counts(Revision(version)) {
            continue;
        }
        if let Some(earlier) = last.take()
            && split_number(&earlier.0)?.0 != front
        {
            give(earlier)?;
        }
        last = Some(item);
    }
    last.map_or(Ok(()), give)
}

/// The task flows of the store, then those it would learn of, newest assessment year first.
pub(super) fn flows(open: &Opened, founding: &Founding) -> Result<Vec<TaskFlow>, StoreFault> {
    let mut flows = stored_flows(open)?;
    let offered: Vec<_> = founding.flows.iter().filter(|flow| flows.iter().all(|known| known.id != flow.id)).cloned().collect();
    flows.extend(offered);
    Ok(newest_first(flows))
}

/// The order of task flows in a snapshot.
pub(super) fn newest_first(mut flows: Vec<TaskFlow>) -> Vec<TaskFlow> {
    flows.sort_by(|one, other| other.assessment_year.cmp(&one.assessment_year).then_with(|| one.id.cmp(&other.id)));
    flows
}

pub(super) fn stored_flows(open: &Opened) -> Result<Vec<TaskFlow>, StoreFault> {
    let mut flows: Vec<TaskFlow> = Vec::new();
    visible(open, &open.trees.flows, |_, _, bytes| {
        flows.push(unpack(bytes)?);
        Ok(())
    })?;
    Ok(flows)
}

fn imports(open: &Opened) -> Result<Vec<PastImport>, StoreFault> {
    let visible = open.trees.journal.range(..=open.head.revision.0.to_be_bytes());
    let entry = |bytes: sled::Result<sled::IVec>| unpack::<Entry>(&bytes.at(&open.place.sled())?);
    let past = |entry: Entry| PastImport {
        revision: entry.revision,
        when: entry.when,
        who: entry.who,
        file: entry.source.file,
        added: entry.tally.added,
        linked: entry.tally.linked,
        updated: entry.changed,
        fingerprint: entry.source.fingerprint,
    };
    visible.values().rev().map(|bytes| entry(bytes).map(past)).collect()
}

/// The last visible version of a customer's record.
pub(super) fn customer(open: &Opened, id: CustomerId) -> Result<Option<sled::IVec>, StoreFault> {
    let versions = customer_key(id, Revision(0))..=customer_key(id, open.head.revision);
    last(open, open.trees.customers.range(versions))
}

/// The last visible version of a dossier.
pub(super) fn dossier(open: &Opened, flow: &TaskFlowId, id: CustomerId) -> Result<Option<Dossier>, StoreFault> {
    let versions = dossier_key(flow, id, Revision(0))..=dossier_key(flow, id, open.head.revision);
    last(open, open.trees.dossiers.range(versions))?.map(|bytes| unpack(&bytes)).transpose()
}

fn last(open: &Opened, mut versions: sled::Iter) -> Result<Option<sled::IVec>, StoreFault> {
    versions.next_back().transpose().at(&open.place.sled()).map(|found| found.map(|(_, value)| value))
}
