//! The store as a session read it: records still encoded, keys beside them.

mod roll;

use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::amendment::{AmendmentTally, Deed};
use crate::domain::change_set::Tally;
use crate::domain::customer::{Customer, CustomerId};
use crate::domain::dossier::Dossier;
use crate::domain::dossier_record::Head;
use crate::domain::matching::MatchKeys;
use crate::domain::memory::Memory;
use crate::domain::questionnaire::QuestionnaireId;
use crate::domain::record;
use crate::domain::task_flow::{TaskFlow, TaskFlowId};
use roll::Roll;
pub use roll::Rolls;

/// Number of the last visible commit. 0 is a store in which nothing was committed yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Revision(pub u64);

/// What a list needs to know of a dossier without decoding it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DossierHead {
    /// The commit that wrote the dossier as it stands.
    pub version: Revision,
    /// Its list of questions.
    pub questionnaire: Arc<QuestionnaireId>,
    /// Status, language, deadline and dates.
    pub about: Head,
}

impl DossierHead {
    /// What a list needs to know of a dossier as that commit wrote it.
    #[must_use]
    pub fn of(dossier: &Dossier, version: Revision) -> Self {
        Self { version, questionnaire: Arc::new(dossier.questionnaire.clone()), about: Head::of(dossier) }
    }
}

/// One commit, as the journal tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JournalLine {
    /// Its number.
    pub revision: Revision,
    /// When it was written.
    pub when: Timestamp,
    /// Who wrote it.
    pub who: String,
    /// What it was.
    pub deed: Deed,
    /// What changed by it. For an import: additions, updates, none gone, dossiers made.
    pub tally: AmendmentTally,
    /// The task flow it was about, where it was about one; of several the deed names all.
    pub flow: Option<TaskFlowId>,
    /// The import's workbook, neutralised; empty for everything else.
    pub file: String,
}

impl JournalLine {
    /// All task flows that it was about.
    #[must_use]
    pub fn flows(&self) -> &[TaskFlowId] {
        match (self.deed.flows(), &self.flow) {
            ([], Some(flow)) => std::slice::from_ref(flow),
            (flows, _) => flows,
        }
    }
}

/// One past import, as the start screen and the journal show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastImport {
    /// The commit that wrote it.
    pub revision: Revision,
    /// When it was written.
    pub when: Timestamp,
    /// Who ran it.
    pub who: String,
    /// Name of the workbook, neutralised.
    pub file: String,
    /// Customers added.
    pub added: u64,
    /// Dossiers that it made in its task flow, for new customers and for those who were there: what the journal counts too.
    pub dossiers: u64,
    /// Customers of whom a field changed.
    pub updated: u64,
    /// SHA-256 of the workbook's bytes, in hexadecimal.
    pub fingerprint: String,
    /// Name of the sheet, neutralised.
    pub sheet: String,
    /// Row number of the headings, from 1.
    pub header_row: u32,
    /// The counts of its rows.
    pub rows: Tally,
    /// How many lessons it left.
    pub lessons: u64,
    /// The task flow of its dossiers.
    pub flow: TaskFlowId,
    /// The commit that took it back, where one did.
    pub taken_back: Option<Revision>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Slot {
    id: CustomerId,
    /// The commit that wrote this version.
    version: Revision,
    start: usize,
    keys: MatchKeys,
}

/// The customers, task flows and dossiers visible at one revision.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Snapshot {
    /// Random name of the store, in hexadecimal; empty where there is no store yet.
    pub store: String,
    /// The last visible commit.
    pub revision: Revision,
    /// All task flows, newest assessment year first.
    pub flows: Vec<TaskFlow>,
    /// Past imports, newest first.
    pub imports: Vec<PastImport>,
    /// Every commit, newest first.
    pub journal: Vec<JournalLine>,
    /// What earlier imports taught.
    pub memory: Memory,
    /// All dossiers.
    pub rolls: Rolls,
    bytes: Vec<u8>,
    slots: Vec<Slot>,
}

impl Snapshot {
    /// A store that does not exist yet: no customers, the task flows it would begin with.
    #[must_use]
    pub fn of_no_store(flows: Vec<TaskFlow>) -> Self {
        Self { flows, ..Self::default() }
    }

    /// Adds a customer's encoded record; ids ascending.
    ///
    /// # Errors
    /// [`record::BadRecord`] where the bytes are no record.
    pub fn add_customer(&mut self, id: CustomerId, version: Revision, bytes: &[u8]) -> Result<(), record::BadRecord> {
        let keys = record::keys(bytes)?;
        self.slots.push(Slot { id, version, start: self.bytes.len(), keys });
        self.bytes.extend_from_slice(bytes);
        Ok(())
    }

    /// Adds what is known of a dossier, instead of what was known of it; quickest by customer ascending.
    pub fn add_dossier(&mut self, flow: &TaskFlowId, customer: CustomerId, head: DossierHead) {
        self.rolls.add(flow, customer, head);
    }

    /// How many customers there are.
    #[must_use]
    pub fn customer_count(&self) -> usize {
        self.slots.len()
    }

    /// The id of the customer at `index`.
    #[must_use]
    pub fn customer_id(&self, index: usize) -> Option<CustomerId> {
        self.slots.get(index).map(|slot| slot.id)
    }

    /// The commit that wrote the customer at `index` as it stands.
    #[must_use]
    pub fn version(&self, index: usize) -> Revision {
        self.slots.get(index).map_or_else(Revision::default, |slot| slot.version)
    }

    /// Index of a customer.
    #[must_use]
    pub fn index_of(&self, id: CustomerId) -> Option<usize> {
        self.slots.binary_search_by_key(&id, |slot| slot.id).ok()
    }

    /// A snapshot of the customers of these versions alone, without dossiers and memory.
    #[must_use]
    pub fn only(&self, keeps: impl Fn(Revision) -> bool) -> Self {
        let mut few = Self { store: self.store.clone(), revision: self.revision, ..Self::default() };
        for (index, slot) in self.slots.iter().enumerate().filter(|(_, slot)| keeps(slot.version)) {
            let end = self.slots.get(index + 1).map_or(self.bytes.len(), |next| next.start);
            if let Some(bytes) = self.bytes.get(slot.start..end) {
                few.slots.push(Slot { start: few.bytes.len(), ..*slot });
                few.bytes.extend_from_slice(bytes);
            }
        }
        few
    }

    /// The same snapshot without one customer and its dossiers: what the others are to somebody whose
    /// values are being edited.
    #[must_use]
    pub fn without(&self, id: CustomerId) -> Self {
        let mut others = self.clone();
        let Some(at) = others.index_of(id) else { return others };
        let from = others.slots.remove(at).start;
        let to = others.slots.get(at).map_or(others.bytes.len(), |next| next.start);
        others.bytes.drain(from..to);
        for slot in others.slots.iter_mut().skip(at) {
            slot.start -= to - from;
        }
        others.rolls.remove(id);
        others
    }

    /// The match keys of the customer at `index`.
    #[must_use]
    pub fn keys(&self, index: usize) -> MatchKeys {
        self.slots.get(index).map_or_else(MatchKeys::default, |slot| slot.keys)
    }

    /// The match keys of all customers, in their order.
    pub fn all_keys(&self) -> impl Iterator<Item = &MatchKeys> + Clone {
        self.slots.iter().map(|slot| &slot.keys)
    }

    /// The encoded record of the customer at `index`.
    #[must_use]
    pub fn record(&self, index: usize) -> Option<&[u8]> {
        let end = self.slots.get(index + 1).map_or(self.bytes.len(), |slot| slot.start);
        self.slots.get(index).and_then(|slot| self.bytes.get(slot.start..end))
    }

    /// Decodes the customer at `index`.
    ///
    /// # Errors
    /// [`record::BadRecord`] where the store's bytes are damaged.
    pub fn customer(&self, index: usize) -> Result<Customer, record::BadRecord> {
        record::decode(self.record(index).ok_or(record::BadRecord::Short)?)
    }

    /// The dossier of a customer in a task flow, if there is one.
    #[must_use]
    pub fn dossier(&self, flow: &TaskFlowId, customer: CustomerId) -> Option<&DossierHead> {
        self.rolls.of(flow)?.get(customer)
    }

    /// The dossiers of a task flow, ascending by customer.
    pub fn dossiers(&self, flow: &TaskFlowId) -> impl Iterator<Item = (CustomerId, &DossierHead)> {
        self.rolls.of(flow).into_iter().flat_map(Roll::iter)
    }

    /// The commit of that number in the journal.
    #[must_use]
    pub fn journal_line(&self, revision: Revision) -> Option<&JournalLine> {
        // Newest first.
        let at = self.journal.binary_search_by(|line| revision.cmp(&line.revision)).ok()?;
        self.journal.get(at)
    }

    /// How many dossiers a task flow has.
    #[must_use]
    pub fn dossier_count(&self, flow: &TaskFlowId) -> usize {
        self.rolls.of(flow).map_or(0, Roll::len)
    }

    /// The task flow of that name.
    #[must_use]
    pub fn flow(&self, id: &TaskFlowId) -> Option<&TaskFlow> {
        self.flows.iter().find(|flow| flow.id == *id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::field::Field;

    #[test]
    fn the_customers_of_some_versions_are_whole_and_found_by_their_ids() {
        let customer = |name: &str| Customer { values: [(Field::LastName, name)].into_iter().collect(), row: None };
        let mut snapshot = Snapshot::of_no_store(Vec::new());
        for (id, version, name) in [(1, 4, "Aerts"), (3, 6, "Bos"), (4, 5, "Claes"), (9, 6, "De Wit")] {
            snapshot.add_customer(CustomerId(id), Revision(version), &record::encode(&customer(name)).unwrap()).unwrap();
        }
        let newer = snapshot.only(|version| version > Revision(5));
        assert_eq!(newer.customer_count(), 2);
        assert_eq!((newer.index_of(CustomerId(3)), newer.index_of(CustomerId(9)), newer.index_of(CustomerId(4))), (Some(0), Some(1), None));
        assert_eq!(newer.customer(0).as_ref(), Ok(&customer("Bos")));
        assert_eq!(newer.customer(1).as_ref(), Ok(&customer("De Wit")));
        assert_eq!((newer.version(1), newer.keys(1)), (Revision(6), snapshot.keys(3)));
    }

    #[test]
    fn without_a_customer_the_others_are_whole() {
        let customer = |name: &str| Customer { values: [(Field::LastName, name)].into_iter().collect(), row: None };
        let mut snapshot = Snapshot::of_no_store(Vec::new());
        for (id, name) in [(1, "Aerts"), (3, "Bos"), (4, "Claes")] {
            snapshot.add_customer(CustomerId(id), Revision(id), &record::encode(&customer(name)).unwrap()).unwrap();
        }
        for (gone, left) in [(1, [(3, "Bos"), (4, "Claes")]), (3, [(1, "Aerts"), (4, "Claes")]), (4, [(1, "Aerts"), (3, "Bos")])] {
            let others = snapshot.without(CustomerId(gone));
            assert_eq!(others.customer_count(), 2);
            assert_eq!(others.index_of(CustomerId(gone)), None);
            for (at, (id, name)) in left.into_iter().enumerate() {
                assert_eq!(others.customer_id(at), Some(CustomerId(id)));
                assert_eq!(others.customer(at).as_ref(), Ok(&customer(name)));
                assert_eq!(others.version(at), Revision(id));
            }
        }
        assert_eq!(snapshot.without(CustomerId(9)), snapshot);
    }
}
