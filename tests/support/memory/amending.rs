//! What an amendment does to the store in memory.

use std::collections::HashSet;

use instroom::domain::amendment::{Amendment, Becomes, Conflict, Deed};
use instroom::domain::change_set::{Founding, Hand};
use instroom::domain::customer::CustomerId;
use instroom::domain::memory::Telling;
use instroom::domain::snapshot::{JournalLine, Revision};
use instroom::domain::task_flow::TaskFlowId;
use instroom::world::store::{CommitFault, StoreFault};

use super::{State, last};

impl State {
    pub(super) fn conflicts(&self, founding: &Founding, amendment: &Amendment) -> Vec<Conflict> {
        if !amendment.store.is_empty() && amendment.store != self.name {
            return vec![Conflict::Store];
        }
        let mut conflicts = Vec::new();
        if let Deed::TakenBack { import } = amendment.deed
            && !self.imports.iter().any(|past| past.revision == import && past.taken_back.is_none())
        {
            conflicts.push(Conflict::Import(import));
        }
        let (mut customers, mut dossiers, mut flows) = (HashSet::new(), HashSet::new(), HashSet::new());
        for change in &amendment.customers {
            if !customers.insert(change.customer) || self.version(change.customer) != Some(change.seen) {
                conflicts.push(Conflict::Customer(change.customer));
            }
        }
        let goes = |id: CustomerId| amendment.customers.iter().any(|change| change.customer == id && change.goes());
        for change in &amendment.dossiers {
            let key = (change.flow.clone(), change.customer);
            let seen = self.look_up(&change.flow, change.customer).map(|(version, _)| version);
            let revives = change.becomes.is_some() && goes(change.customer);
            if !dossiers.insert(key.clone()) || seen != change.seen || self.version(change.customer).is_none() || revives {
                conflicts.push(Conflict::Dossier(key.0, key.1));
            }
        }
        for change in amendment.customers.iter().filter(|change| change.goes()) {
            for (key, versions) in self.dossiers.iter().filter(|((_, id), _)| *id == change.customer) {
                let is_later = last(versions).is_some_and(|(version, _)| amendment.based_on.is_some_and(|looked| version > looked));
                if is_later && !dossiers.contains(key) {
                    conflicts.push(Conflict::Dossier(key.0.clone(), key.1));
                }
            }
        }
        for change in &amendment.flows {
            let known = self.flows.iter().chain(founding.flows.iter()).find(|flow| flow.id == change.becomes.id);
            if !flows.insert(&change.becomes.id) || known != change.seen.as_ref() {
                conflicts.push(Conflict::Flow(change.becomes.id.clone()));
            }
        }
        conflicts
    }

    pub(super) fn amend(&mut self, founding: &Founding, amendment: &Amendment, hand: &Hand) -> Result<(), CommitFault> {
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
                self.put_dossier(flow, id, Some(dossier.clone()));
            }
        }
        for change in &amendment.customers {
            match &change.becomes {
                Becomes::Values(values) => self.put(change.customer, values.clone(), None),
                Becomes::Gone => self.leave(change.customer),
                Becomes::Erased => self.erase(change.customer),
            }
        }
        for change in &amendment.dossiers {
            if !self.erased.contains(&change.customer) {
                self.put_dossier(&change.flow, change.customer, change.becomes.clone());
            }
        }
        if let Deed::TakenBack { import } = amendment.deed {
            self.imports.iter_mut().filter(|past| past.revision == import).for_each(|past| past.taken_back = Some(self.revision));
        }
        self.note(amendment, hand);
        Ok(())
    }

    fn leave(&mut self, id: CustomerId) {
        self.customers.entry(id).or_default().push((self.revision, None));
        let mut flows: Vec<TaskFlowId> = self.dossiers.keys().filter(|(_, of)| *of == id).map(|(flow, _)| flow.clone()).collect();
        flows.retain(|flow| self.look_up(flow, id).is_some());
        flows.iter().for_each(|flow| self.put_dossier(flow, id, None));
    }

    fn erase(&mut self, id: CustomerId) {
        let mut telling = Telling::default();
        for (_, customer) in self.customers.remove(&id).into_iter().flatten() {
            customer.iter().for_each(|customer| telling.add(id, &customer.values));
        }
        self.lessons.retain(|lesson| !telling.tells(&lesson.what));
        self.customers.insert(id, vec![(self.revision, None)]);
        self.dossiers.retain(|(_, of), _| *of != id);
        self.erased.insert(id);
    }

    fn note(&mut self, amendment: &Amendment, hand: &Hand) {
        let flow = match amendment.deed.flows() {
            [flow] => Some(flow.clone()),
            _ => None,
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
    }
}
