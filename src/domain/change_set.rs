//! What a commit will write, computed once: the summary shows it and the store writes that very value.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::customer::{CustomerId, Values};
use super::dossier::Dossier;
use super::field::Field;
use super::late::Late;
use super::memory::Lesson;
use super::questionnaire::Catalogue;
use super::snapshot::Revision;
use super::task_flow::{TaskFlow, TaskFlowId};

/// Random name of a commit (128 bits in hexadecimal). Committing the same name again changes nothing.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CommitId(pub String);

/// The workbook that an import was made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceMark {
    /// File name without its folder, neutralised.
    pub file: String,
    /// SHA-256 of the bytes, in hexadecimal.
    pub fingerprint: String,
    /// Name of the sheet, neutralised.
    pub sheet: String,
    /// Row number of the headings, from 1.
    pub header_row: u32,
}

/// A new customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addition {
    /// Row number in the workbook.
    pub row: u32,
    /// What is stored of the customer.
    pub values: Values,
    /// Its dossier in the task flow of the change set.
    pub dossier: Dossier,
}

/// One field of a stored customer that gets another value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldChange {
    /// The field.
    pub field: Field,
    /// What the store holds; empty where it holds nothing.
    pub before: String,
    /// What it will hold. Empty only for what was kept of somebody who is no longer the partner.
    pub after: String,
}

/// A stored customer that gets other values, a dossier, or both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Update {
    /// Row number in the workbook.
    pub row: u32,
    /// The stored customer.
    pub customer: CustomerId,
    /// The version of the customer that was looked at.
    pub seen: Revision,
    /// The values that change, in the order of the templates; may be none.
    pub changes: Vec<FieldChange>,
    /// The dossier it gets in the task flow of the change set, where it has none yet.
    pub dossier: Option<Dossier>,
}

impl Update {
    /// Puts the new values in the place of the old ones.
    pub fn apply_to(&self, values: &mut Values) {
        for change in &self.changes {
            values.set(change.field, change.after.as_str());
        }
    }
}

/// What became of one row, for the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum RowOutcome {
    /// Became a new customer. Its id is found by its version's row.
    Added,
    /// Changed this customer or gave it a dossier.
    Updated(CustomerId),
    /// Equals this customer; nothing was chosen to change.
    LeftAlone(CustomerId),
    /// New, and not selected.
    NotSelected,
    /// Invalid, for these rules.
    Invalid(Vec<String>),
    /// Part of the return of the row of this number.
    Joined(u32),
}

/// The counts of a change set. `rows = (added + not_selected) + (updated + left_alone) + invalid + joined`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tally {
    /// Rows of the workbook that are in a bucket.
    pub rows: u64,
    /// New customers.
    pub added: u64,
    /// New rows left out.
    pub not_selected: u64,
    /// Stored customers that get other values, a dossier, or both.
    pub updated: u64,
    /// Values that change in stored customers.
    pub fields: u64,
    /// Stored customers that get a dossier in this task flow.
    pub linked: u64,
    /// Duplicates that stay as they are.
    pub left_alone: u64,
    /// Rows with an error.
    pub invalid: u64,
    /// Rows that are the partner in the return of another row.
    #[serde(default)]
    pub joined: u64,
    /// New rows that stand as the partner's in another row too: a couple that files together is one row.
    #[serde(default)]
    pub partners_apart: u64,
    /// Rows among the additions and links that ask for an invitation mail.
    pub invitations_wanted: u64,
    /// Joint returns among the additions and the updates.
    pub joint: u64,
}

/// Everything one import will write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeSet {
    /// Name of the commit.
    pub commit: CommitId,
    /// Random name of the store it was computed against; empty where there was none.
    pub store: String,
    /// The store's revision it was computed against.
    pub based_on: Revision,
    /// The workbook.
    pub source: SourceMark,
    /// The task flow of every dossier in it.
    pub flow: TaskFlowId,
    /// New customers, rows ascending.
    pub additions: Vec<Addition>,
    /// Changed customers, rows ascending.
    pub updates: Vec<Update>,
    /// Every row in a bucket, rows ascending.
    pub outcomes: Vec<(u32, RowOutcome)>,
    /// The counts.
    pub tally: Tally,
    /// What was learned on the way, for later imports. Of two about the same thing the later one counts.
    pub lessons: Vec<Lesson>,
}

/// Who commits, and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hand {
    /// Login name of the person.
    pub who: String,
    /// The moment of the commit.
    pub when: Timestamp,
}

/// What a commit left in the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The number of the commit, by which the journal knows it.
    pub revision: Revision,
    /// Customers in the store before and after.
    pub customers: (u64, u64),
    /// The moment it became visible.
    pub when: Timestamp,
    /// The same commit was there already; nothing was written again.
    pub repeated: bool,
}

/// The flows that a new store begins with.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Founding {
    /// Task flows, one for each assessment year with questionnaires.
    pub flows: Late<Vec<TaskFlow>>,
}

impl Founding {
    /// What a store begins with where these questionnaires can be chosen. It is worked out when a store asks.
    #[must_use]
    pub fn of(catalogue: &Catalogue) -> Self {
        let catalogue = catalogue.clone();
        Self { flows: Late::new(move || catalogue.founding_flows()) }
    }
}
