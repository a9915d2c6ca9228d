//! What is known of all dossiers: by task flow, then by customer.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::DossierHead;
use crate::domain::customer::CustomerId;
use crate::domain::questionnaire::QuestionnaireId;
use crate::domain::task_flow::TaskFlowId;

/// The dossiers of all task flows. Part of a snapshot that can be read beside the rest.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rolls {
    by_flow: BTreeMap<TaskFlowId, Roll>,
    questionnaires: Vec<Arc<QuestionnaireId>>,
}

impl Rolls {
    /// The name of a questionnaire, as all dossiers with that list of questions share it.
    pub fn shared_name(&mut self, questionnaire: &str) -> Arc<QuestionnaireId> {
        if let Some(known) = self.questionnaires.iter().find(|known| known.0 == questionnaire) {
            return Arc::clone(known);
        }
        let name = Arc::new(QuestionnaireId(questionnaire.to_owned()));
        self.questionnaires.push(Arc::clone(&name));
        name
    }

    /// Adds what is known of a dossier, instead of what was known of it; quickest by customer ascending.
    pub fn add(&mut self, flow: &TaskFlowId, customer: CustomerId, mut head: DossierHead) {
        head.questionnaire = self.shared_name(&head.questionnaire.0);
        if let Some(roll) = self.by_flow.get_mut(flow) {
            roll.put(customer, head);
        } else {
            self.by_flow.entry(flow.clone()).or_default().put(customer, head);
        }
    }

    /// Forgets all dossiers of a customer.
    pub(super) fn remove(&mut self, customer: CustomerId) {
        for roll in self.by_flow.values_mut() {
            roll.remove(customer);
        }
    }

    pub(super) fn of(&self, flow: &TaskFlowId) -> Option<&Roll> {
        self.by_flow.get(flow)
    }
}

/// What is known of the dossiers of one task flow, ascending by customer. The ids stand on their own, close
/// together: looking one up among a hundred thousand stays within the processor's cache, and a store, which
/// gives them in this order, is taken in without hashing anything.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Roll {
    customers: Vec<CustomerId>,
    heads: Vec<DossierHead>,
}

impl Roll {
    /// Puts a dossier at its place, instead of the one that the customer has.
    pub(super) fn put(&mut self, customer: CustomerId, head: DossierHead) {
        if self.customers.last().is_none_or(|last| *last < customer) {
            self.customers.push(customer);
            self.heads.push(head);
            return;
        }
        match self.place(customer) {
            Ok(at) => {
                if let Some(known) = self.heads.get_mut(at) {
                    *known = head;
                }
            }
            Err(at) => {
                self.customers.insert(at, customer);
                self.heads.insert(at, head);
            }
        }
    }

    pub(super) fn get(&self, customer: CustomerId) -> Option<&DossierHead> {
        self.place(customer).ok().and_then(|at| self.heads.get(at))
    }

    pub(super) fn remove(&mut self, customer: CustomerId) {
        if let Ok(at) = self.place(customer) {
            self.customers.remove(at);
            self.heads.remove(at);
        }
    }

    pub(super) const fn len(&self) -> usize {
        self.customers.len()
    }

    /// Ascending by customer.
    pub(super) fn iter(&self) -> impl Iterator<Item = (CustomerId, &DossierHead)> {
        self.customers.iter().copied().zip(&self.heads)
    }

    /// Where a customer's dossier is, or would be.
    fn place(&self, customer: CustomerId) -> Result<usize, usize> {
        self.customers.binary_search(&customer)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;
    use crate::domain::dossier::{Dossier, Origin, Status};
    use crate::domain::language::Language;
    use crate::domain::questionnaire::QuestionnaireId;
    use crate::domain::snapshot::Revision;

    fn head(version: u64) -> DossierHead {
        let dossier = Dossier {
            questionnaire: QuestionnaireId("pit-2026".into()),
            language: Language::Dutch,
            status: Status::NotSentYet,
            deadline: jiff::civil::date(2026, 10, 16),
            deadline_origin: Origin::Derived,
            invitation_wanted: false,
            token: String::new(),
            answers: Vec::new(),
            course: Default::default(),
        };
        DossierHead::of(&dossier, Revision(version))
    }

    proptest! {
        /// Against a map, in any order of putting and removing.
        #[test]
        fn a_roll_holds_what_was_put_and_not_removed(steps in prop::collection::vec((0_u64..12, 0_u64..4), 0..60)) {
            let mut roll = Roll::default();
            let mut expected = BTreeMap::new();
            for (id, version) in steps {
                if version == 0 {
                    roll.remove(CustomerId(id));
                    expected.remove(&CustomerId(id));
                } else {
                    let head = head(version);
                    roll.put(CustomerId(id), head.clone());
                    expected.insert(CustomerId(id), head);
                }
                let held: Vec<_> = roll.iter().collect();
                prop_assert_eq!(held, expected.iter().map(|(id, head)| (*id, head)).collect::<Vec<_>>());
                prop_assert_eq!(roll.len(), expected.len());
                for id in (0..13).map(CustomerId) {
                    prop_assert_eq!(roll.get(id), expected.get(&id));
                }
            }
        }
    }
}
