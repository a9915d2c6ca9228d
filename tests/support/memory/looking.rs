//! What is looked up in the store in memory.

use std::collections::{BTreeMap, HashSet};

use instroom::domain::customer::CustomerId;
use instroom::domain::dossier::Dossier;
use instroom::domain::history::{Version, Written};
use instroom::domain::memory::{Lesson, Memory, Remembered};
use instroom::domain::record::encode;
use instroom::domain::snapshot::{DossierHead, Revision};
use instroom::domain::taking_back::{CustomerTrace, DossierTrace, Traces, Wrote};
use instroom::domain::task_flow::TaskFlowId;

use super::{State, last};

impl State {
    pub(super) fn count(&self) -> u64 {
        self.customers.values().filter(|versions| last(versions).is_some()).count() as u64
    }

    pub(super) fn look_up(&self, flow: &TaskFlowId, customer: CustomerId) -> Option<(Revision, Dossier)> {
        last(self.dossiers.get(&(flow.clone(), customer))?).map(|(version, dossier)| (version, dossier.clone()))
    }

    pub(super) fn version(&self, id: CustomerId) -> Option<Revision> {
        last(self.customers.get(&id)?).map(|(version, _)| version)
    }

    pub(super) fn memory(&self) -> Memory {
        let mut memory = self.mappings.clone();
        let stands = |lesson: &&Remembered<Lesson>| {
            self.imports.iter().any(|import| import.revision == lesson.revision && import.taken_back.is_none())
        };
        self.lessons.iter().filter(stands).for_each(|lesson| memory.learn(lesson.clone()));
        memory
    }

    pub(super) fn versions(&self, customer: CustomerId) -> Vec<Version> {
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

    pub(super) fn traces(&self, import: Revision) -> Traces {
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
}
