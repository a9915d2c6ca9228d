//! Reading what is visible.

use std::collections::HashMap;
use std::thread;

use super::TokenHolder;
use super::fault::{At as _, StoreFault};
use super::layout::{Entry, GONE, customer_key, dossier_key, flow_of, number, split_number, unpack};
use super::open::Opened;
use super::remembering::memory;
use crate::domain::amendment::{AmendmentTally, Deed};
use crate::domain::change_set::{Founding, Tally};
use crate::domain::customer::CustomerId;
use crate::domain::dossier::Dossier;
use crate::domain::dossier_record;
use crate::domain::snapshot::{DossierHead, JournalLine, PastImport, Revision, Rolls, Snapshot};
use crate::domain::task_flow::{TaskFlow, TaskFlowId};
use crate::world::guarded::guarded;

/// Everything visible. The task flows of the founding that the store does not have yet are offered
/// too: the first commit into one writes it.
pub(super) fn snapshot(open: &Opened, founding: &Founding) -> Result<Snapshot, StoreFault> {
    let mut snapshot = Snapshot::of_no_store(flows(open, founding)?);
    snapshot.store.clone_from(&open.schema.store);
    snapshot.revision = open.head.revision;
    let entries = entries(open)?;
    snapshot.imports = imports(&entries);
    snapshot.journal = entries.into_iter().map(line).collect();
    snapshot.memory = memory(open, &snapshot.imports)?;
    // Customers and dossiers are two trees of about the same size, so each gets a processor of its own.
    thread::scope(|scope| {
        let dossiers = scope.spawn(|| unthrown(|| rolls(open)));
        unthrown(|| {
            visible(open, &open.trees.customers, |key, version, record| {
                snapshot.add_customer(CustomerId(number(key)?), version, record)?;
                Ok(())
            })
        })?;
        snapshot.rolls = dossiers.join().map_err(|_| StoreFault::damaged("reading the dossiers ended in the middle"))??;
        Ok(snapshot)
    })
}

/// Damaged bytes can make the engine panic; that is damage, too.
fn unthrown<T>(read: impl FnOnce() -> Result<T, StoreFault>) -> Result<T, StoreFault> {
    guarded(read).unwrap_or_else(|panicked| Err(StoreFault::damaged(panicked.to_string())))
}

/// What is known of every visible dossier.
fn rolls(open: &Opened) -> Result<Rolls, StoreFault> {
    let mut rolls = Rolls::default();
    // The dossiers of one task flow stand together in the tree: its name is read once for all of them.
    let mut of = (Vec::new(), TaskFlowId(String::new()));
    visible(open, &open.trees.dossiers, |key, version, bytes| {
        let (front, customer) = split_number(key)?;
        if of.0 != front {
            of = (front.to_owned(), flow_of(front)?);
        }
        let (about, questionnaire) = dossier_record::head(bytes)?;
        let head = DossierHead { version, questionnaire: rolls.shared_name(&questionnaire), about };
        rolls.add(&of.1, CustomerId(customer), head);
        Ok(())
    })?;
    Ok(rolls)
}

/// Walks the last visible version of everything in a tree that is still there: its key without the
/// number of the commit, that number, and the value.
pub(super) fn visible(
    open: &Opened,
    tree: &sled::Tree,
    mut each: impl FnMut(&[u8], Revision, &[u8]) -> Result<(), StoreFault>,
) -> Result<(), StoreFault> {
    last_of(
        open,
        tree,
        |version| version <= open.head.revision,
        |key, version, value| if value == GONE { Ok(()) } else { each(key, version, value) },
    )
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

/// The visible entries of the journal, newest first.
pub(super) fn entries(open: &Opened) -> Result<Vec<Entry>, StoreFault> {
    let visible = open.trees.journal.range(..=open.head.revision.0.to_be_bytes());
    visible.values().rev().map(|bytes| unpack(&bytes.at(&open.place.sled())?)).collect()
}

fn imports(entries: &[Entry]) -> Vec<PastImport> {
    let by = |entry: &Entry| if let Deed::TakenBack { import } = entry.deed { Some((import, entry.revision)) } else { None };
    let taken_back: HashMap<Revision, Revision> = entries.iter().filter_map(by).collect();
    let past = |entry: &Entry| {
        let source = entry.source.as_ref()?;
        let tally = entry.tally?;
        Some(PastImport {
            revision: entry.revision,
            when: entry.when,
            who: entry.who.clone(),
            file: source.file.clone(),
            added: tally.added,
            dossiers: tally.added + tally.linked,
            updated: entry.changed,
            fingerprint: source.fingerprint.clone(),
            sheet: source.sheet.clone(),
            header_row: source.header_row,
            rows: tally,
            lessons: entry.lessons,
            flow: entry.flow.clone()?,
            taken_back: taken_back.get(&entry.revision).copied(),
        })
    };
    entries.iter().filter_map(past).collect()
}

fn line(entry: Entry) -> JournalLine {
    let import =
        |tally: Tally| AmendmentTally { added: tally.added, changed: entry.changed, gone: 0, dossiers: tally.added + tally.linked };
    // Of several task flows the deed itself names all.
    let flow = match entry.deed.flows() {
        [] => entry.flow.clone(),
        [flow] => Some(flow.clone()),
        _ => None,
    };
    JournalLine {
        revision: entry.revision,
        when: entry.when,
        who: entry.who,
        deed: entry.deed,
        tally: entry.tally.map_or(entry.amended, import),
        flow,
        file: entry.source.map_or_else(String::new, |source| source.file),
    }
}

/// The last visible version of a customer's record, where the customer is there.
pub(super) fn customer(open: &Opened, id: CustomerId) -> Result<Option<(Revision, sled::IVec)>, StoreFault> {
    let versions = customer_key(id, Revision(0))..=customer_key(id, open.head.revision);
    last(open, open.trees.customers.range(versions))
}

/// The commit that wrote a customer as it stands, where the customer is there.
pub(super) fn customer_version(open: &Opened, id: CustomerId) -> Result<Option<Revision>, StoreFault> {
    Ok(customer(open, id)?.map(|(version, _)| version))
}

/// The last visible version of a dossier, where there is one.
pub(super) fn dossier(open: &Opened, flow: &TaskFlowId, id: CustomerId) -> Result<Option<(Revision, Dossier)>, StoreFault> {
    dossier_bytes(open, flow, id)?.map(|(version, bytes)| Ok((version, dossier_record::decode(&bytes)?))).transpose()
}

/// The commit that wrote a dossier as it stands, where there is one.
pub(super) fn dossier_version(open: &Opened, flow: &TaskFlowId, id: CustomerId) -> Result<Option<Revision>, StoreFault> {
    Ok(dossier_bytes(open, flow, id)?.map(|(version, _)| version))
}

fn dossier_bytes(open: &Opened, flow: &TaskFlowId, id: CustomerId) -> Result<Option<(Revision, sled::IVec)>, StoreFault> {
    last(open, open.trees.dossiers.range(dossier_key(flow, id, Revision(0))..=dossier_key(flow, id, open.head.revision)))
}

/// The visible dossiers with these tokens, in one walk.
pub(super) fn dossiers_with_tokens(open: &Opened, tokens: &[String]) -> Result<Vec<Option<TokenHolder>>, StoreFault> {
    let mut found = vec![None; tokens.len()];
    if tokens.iter().all(String::is_empty) {
        return Ok(found);
    }
    visible(open, &open.trees.dossiers, |key, version, bytes| {
        let dossier = dossier_record::decode(bytes)?;
        for (_, place) in tokens.iter().zip(&mut found).filter(|(token, _)| !token.is_empty() && **token == dossier.token) {
            let (front, customer) = split_number(key)?;
            *place = Some((flow_of(front)?, CustomerId(customer), version, dossier.clone()));
        }
        Ok(())
    })?;
    Ok(found)
}

fn last(open: &Opened, mut versions: sled::Iter) -> Result<Option<(Revision, sled::IVec)>, StoreFault> {
    let Some((key, value)) = versions.next_back().transpose().at(&open.place.sled())? else { return Ok(None) };
    let version = Revision(split_number(&key)?.1);
    Ok((value != GONE).then_some((version, value)))
}
