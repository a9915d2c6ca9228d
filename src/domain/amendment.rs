//! What is written beside imports: customers, dossiers and task flows that change together or not at all.
//!
//! An [import](super::change_set::ChangeSet) is computed from a workbook; an amendment is what a person or the program
//! decides about what is stored already: an edited customer, a new season, answers taken over, a status
//! that came back from the mail server, an import taken back. Every part says which version it was made for;
//! where the store holds another one, nothing is written.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::change_set::CommitId;
use super::customer::{CustomerId, Values};
use super::dossier::Dossier;
use super::snapshot::Revision;
use super::task_flow::{TaskFlow, TaskFlowId};

/// What a commit was, for the journal. Ids only, nothing personal.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deed {
    /// A workbook was brought in.
    #[default]
    Import,
    /// An import was taken back.
    TakenBack {
        /// The import.
        import: Revision,
    },
    /// Customers were added by hand.
    Added,
    /// Values of customers were edited.
    Edited,
    /// Customers were removed with their data.
    Removed,
    /// A task flow was made.
    FlowMade(TaskFlowId),
    /// A task flow was changed: archived, taken out of the archive, other deadlines or questionnaires.
    FlowChanged(TaskFlowId),
    /// Customers were linked to a task flow.
    Linked(TaskFlowId),
    /// Customers were unlinked from a task flow.
    Unlinked(TaskFlowId),
    /// Answers of a dossier were completed or corrected, or what stands beside them.
    Completed(TaskFlowId),
    /// What became of mails was written down.
    Mailed(TaskFlowId),
    /// Questionnaires came back and their answers were taken over.
    Answered(TaskFlowId),
    /// Dossiers were closed, or opened again.
    Closed(TaskFlowId),
    /// Questionnaires of several task flows came back, and their answers were taken over together.
    AnsweredSeveral(Vec<TaskFlowId>),
    /// Dossiers got another deadline.
    Rescheduled(TaskFlowId),
    /// Dossiers got another language or questionnaire.
    Reworked(TaskFlowId),
}

impl Deed {
    /// Answers taken over in those task flows; an edit of customers where it is none.
    #[must_use]
    pub fn answered(flows: BTreeSet<TaskFlowId>) -> Self {
        let mut flows: Vec<TaskFlowId> = flows.into_iter().collect();
        if flows.len() > 1 {
            return Self::AnsweredSeveral(flows);
        }
        flows.pop().map_or(Self::Edited, Self::Answered)
    }

    /// The task flows that it names. An import names its own elsewhere.
    #[must_use]
    pub fn flows(&self) -> &[TaskFlowId] {
        match self {
            Self::FlowMade(flow)
            | Self::FlowChanged(flow)
            | Self::Linked(flow)
            | Self::Unlinked(flow)
            | Self::Completed(flow)
            | Self::Mailed(flow)
            | Self::Answered(flow)
            | Self::Closed(flow)
            | Self::Rescheduled(flow)
            | Self::Reworked(flow) => std::slice::from_ref(flow),
            Self::AnsweredSeveral(flows) => flows,
            Self::Import | Self::TakenBack { .. } | Self::Added | Self::Edited | Self::Removed => &[],
        }
    }
}

/// A customer that was not there before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Newcomer {
    /// What is stored of the customer.
    pub values: Values,
    /// The dossiers that come with it, each in its task flow.
    pub dossiers: Vec<(TaskFlowId, Dossier)>,
}

/// What becomes of a stored customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Becomes {
    /// These are the values now.
    Values(Values),
    /// The customer is no longer there; the versions stay, for the history of those who look back.
    Gone,
    /// The customer and everything that was kept of it goes: every version, every dossier.
    Erased,
}

/// A stored customer that becomes something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerChange {
    /// The customer.
    pub customer: CustomerId,
    /// The version that was looked at.
    pub seen: Revision,
    /// What becomes of it.
    pub becomes: Becomes,
}

impl CustomerChange {
    /// Whether the customer is no longer there afterwards.
    #[must_use]
    pub const fn goes(&self) -> bool {
        match self.becomes {
            Becomes::Values(_) => false,
            Becomes::Gone | Becomes::Erased => true,
        }
    }
}

/// A dossier that is made, changed or taken away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DossierChange {
    /// The task flow.
    pub flow: TaskFlowId,
    /// The customer, who is there.
    pub customer: CustomerId,
    /// The version that was looked at; none where there was no dossier.
    pub seen: Option<Revision>,
    /// The dossier from now on; none where the customer is unlinked.
    pub becomes: Option<Dossier>,
}

/// A task flow that is made or changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FlowChange {
    /// The task flow as it was looked at; none where it is made.
    pub seen: Option<TaskFlow>,
    /// The task flow from now on, of the same name.
    pub becomes: TaskFlow,
}

/// Everything one amendment will write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Amendment {
    /// Name of the commit. Committing the same name again changes nothing.
    pub commit: CommitId,
    /// Random name of the store it was made for; empty where there was none yet.
    pub store: String,
    /// The store's revision that was looked at, where customers go for no other reason than that nothing was
    /// done for them since: such a customer does not go whose dossiers somebody made or changed after it.
    pub based_on: Option<Revision>,
    /// What it is, for the journal.
    pub deed: Deed,
    /// New customers. They get their ids when they are written, in this order.
    pub newcomers: Vec<Newcomer>,
    /// Changed customers; each once.
    pub customers: Vec<CustomerChange>,
    /// Changed dossiers; each once. Those of a customer that goes need not be named: they go along.
    pub dossiers: Vec<DossierChange>,
    /// Changed task flows; each once.
    pub flows: Vec<FlowChange>,
}

impl Amendment {
    /// An amendment that changes nothing yet.
    #[must_use]
    pub const fn new(commit: CommitId, store: String, deed: Deed) -> Self {
        Self { commit, store, based_on: None, deed, newcomers: Vec::new(), customers: Vec::new(), dossiers: Vec::new(), flows: Vec::new() }
    }

    /// Whether nothing would change.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.newcomers.is_empty() && self.customers.is_empty() && self.dossiers.is_empty() && self.flows.is_empty()
    }

    /// What is counted of it.
    #[must_use]
    pub fn tally(&self) -> AmendmentTally {
        let gone = self.customers.iter().filter(|change| change.goes()).count() as u64;
        AmendmentTally {
            added: self.newcomers.len() as u64,
            changed: self.customers.len() as u64 - gone,
            gone,
            dossiers: self.dossiers.len() as u64 + self.newcomers.iter().map(|newcomer| newcomer.dossiers.len() as u64).sum::<u64>(),
        }
    }
}

/// The counts of an amendment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct AmendmentTally {
    /// New customers.
    pub added: u64,
    /// Customers of whom a value changed.
    pub changed: u64,
    /// Customers that are no longer there.
    pub gone: u64,
    /// Dossiers that were made, changed or taken away, beside those that went with their customers.
    pub dossiers: u64,
}

/// Something that is not in the store as it was looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Conflict {
    /// Another store than the one that was read.
    Store,
    /// Somebody has changed this customer since, or it is no longer there. Or it is named twice.
    Customer(CustomerId),
    /// Somebody has made, changed or taken away this dossier since. Or it is named twice, or made for a
    /// customer who goes.
    Dossier(TaskFlowId, CustomerId),
    /// Somebody has made or changed this task flow since. Or it is named twice.
    Flow(TaskFlowId),
    /// Somebody has taken this import back since, or there is none of that number.
    Import(Revision),
}
