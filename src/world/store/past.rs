//! Reading what was: every version of one customer, and what one import left.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use super::fault::{At as _, StoreFault};
use super::layout::{Entry, GONE, customer_key, dossier_key, flow_of, number, outcome_key, split_number, unpack};
use super::open::Opened;
use super::reading::stored_flows;
use crate::domain::change_set::RowOutcome;
use crate::domain::customer::CustomerId;
use crate::domain::dossier_record;
use crate::domain::history::{RowStory, Version, Written, row_stories};
use crate::domain::questionnaire::QuestionnaireId;
use crate::domain::record;
use crate::domain::snapshot::{DossierHead, Revision};
use crate::domain::taking_back::{CustomerTrace, DossierTrace, Traces, Wrote};

/// A version with its value; none where it says that the thing is no longer there.
type Kept = (Revision, Option<sled::IVec>);

fn kept(version: u64, value: sled::IVec) -> Kept {
    (Revision(version), if value == GONE { None } else { Some(value) })
}

/// Everything that is kept of a customer, oldest first.
pub(super) fn versions(open: &Opened, id: CustomerId) -> Result<Vec<Version>, StoreFault> {
    let (path, visible) = (open.place.sled(), open.head.revision);
    let mut versions: BTreeMap<Revision, Version> = BTreeMap::new();
    let bare = |revision| Version { revision, customer: Written::Nothing, dossiers: Vec::new() };
    for item in open.trees.customers.range(customer_key(id, Revision(0))..=customer_key(id, visible)) {
        let (key, value) = item.at(&path)?;
        let (revision, record) = kept(split_number(&key)?.1, value);
        let customer = record.map_or(Ok(Written::Gone), |record| record::decode(&record).map(Written::Values))?;
        versions.entry(revision).or_insert_with(|| bare(revision)).customer = customer;
    }
    for flow in stored_flows(open)? {
        for item in open.trees.dossiers.range(dossier_key(&flow.id, id, Revision(0))..=dossier_key(&flow.id, id, visible)) {
            let (key, value) = item.at(&path)?;
            let (revision, bytes) = kept(split_number(&key)?.1, value);
            let dossier = bytes.map(|bytes| dossier_record::decode(&bytes)).transpose()?;
            versions.entry(revision).or_insert_with(|| bare(revision)).dossiers.push((flow.id.clone(), dossier));
        }
    }
    for version in versions.values_mut() {
        version.dossiers.sort_by(|one, other| one.0.cmp(&other.0));
    }
    Ok(versions.into_values().collect())
}

/// What an import left, by one walk over all versions; only what it wrote is decoded.
pub(super) fn traces(open: &Opened, import: Revision) -> Result<Traces, StoreFault> {
    let mut traces = Traces { store: open.schema.store.clone(), import, revision: open.head.revision, ..Traces::default() };
    let mut erased = HashSet::new();
    grouped(open, &open.trees.customers, |key, versions| {
        let id = CustomerId(number(key)?);
        if let [(_, None)] = versions {
            erased.insert(id);
        }
        if versions.iter().any(|(revision, _)| *revision == import) {
            let versions: Vec<_> = versions.iter().map(|(revision, record)| (*revision, record.as_deref())).collect();
            traces.customers.extend(CustomerTrace::of(id, import, &versions)?);
        }
        Ok(())
    })?;
    grouped(open, &open.trees.dossiers, |key, versions| {
        if versions.iter().any(|(revision, bytes)| *revision == import && bytes.is_some()) {
            let (front, customer) = split_number(key)?;
            let (flow, customer) = (flow_of(front)?, CustomerId(customer));
            let last = versions.last().and_then(|(version, bytes)| bytes.as_ref().map(|bytes| (*version, bytes)));
            let head = |(version, bytes): (Revision, &sled::IVec)| {
                let (about, questionnaire) = dossier_record::head(bytes)?;
                Ok::<_, StoreFault>(DossierHead { version, questionnaire: Arc::new(QuestionnaireId(questionnaire.into_owned())), about })
            };
            traces.dossiers.push(DossierTrace { flow, customer, now: last.map(head).transpose()? });
        }
        Ok(())
    })?;
    traces.dossiers.sort_by(|one, other| (one.customer, &one.flow).cmp(&(other.customer, &other.flow)));
    traces.erased = erased_since(open, &traces, &erased)?;
    Ok(traces)
}

/// How many customers of the import were removed with their data: of those it added the journal has the count, those it changed
/// are named by their rows.
fn erased_since(open: &Opened, traces: &Traces, erased: &HashSet<CustomerId>) -> Result<u64, StoreFault> {
    let path = open.place.sled();
    let Some(entry) = open.trees.journal.get(traces.import.0.to_be_bytes()).at(&path)? else { return Ok(0) };
    let added = unpack::<Entry>(&entry)?.tally.map_or(0, |tally| tally.added);
    let left = traces.customers.iter().filter(|trace| matches!(trace.wrote, Wrote::Added { .. })).count() as u64;
    let mut updated = HashSet::new();
    for part in open.trees.outcomes.range(outcome_key(traces.import, 0)..=outcome_key(traces.import, u64::MAX)).values() {
        for (_, outcome) in unpack::<Vec<(u32, RowOutcome)>>(&part.at(&path)?)? {
            if let RowOutcome::Updated(id) = outcome
                && erased.contains(&id)
            {
                updated.insert(id);
            }
        }
    }
    Ok(added.saturating_sub(left) + updated.len() as u64)
}

/// What became of each row of an import. Who came into the store by it says so in the version that it wrote.
pub(super) fn outcomes(open: &Opened, import: Revision) -> Result<Vec<RowStory>, StoreFault> {
    let path = open.place.sled();
    if import > open.head.revision {
        return Ok(Vec::new());
    }
    let mut rows = Vec::new();
    for part in open.trees.outcomes.range(outcome_key(import, 0)..=outcome_key(import, u64::MAX)).values() {
        rows.extend(unpack::<Vec<(u32, RowOutcome)>>(&part.at(&path)?)?);
    }
    let mut customers: HashMap<u32, CustomerId> = HashMap::new();
    for item in &open.trees.customers {
        let (key, value) = item.at(&path)?;
        let (front, version) = split_number(&key)?;
        if version == import.0
            && value != GONE
            && let Some(row) = record::decode(&value)?.row
        {
            customers.insert(row, CustomerId(number(front)?));
        }
    }
    Ok(row_stories(rows, customers))
}

/// Walks a tree thing by thing: its key without the number of the commit, and its visible versions, oldest first.
fn grouped(open: &Opened, tree: &sled::Tree, mut each: impl FnMut(&[u8], &[Kept]) -> Result<(), StoreFault>) -> Result<(), StoreFault> {
    let path = open.place.sled();
    let (mut front, mut versions): (Vec<u8>, Vec<Kept>) = (Vec::new(), Vec::new());
    for item in tree {
        let (key, value) = item.at(&path)?;
        let (of, version) = split_number(&key)?;
        if version > open.head.revision.0 {
            continue;
        }
        if of != front && !versions.is_empty() {
            each(&front, &versions)?;
            versions.clear();
        }
        if of != front {
            front = of.to_vec();
        }
        versions.push(kept(version, value));
    }
    if versions.is_empty() { Ok(()) } else { each(&front, &versions) }
}
