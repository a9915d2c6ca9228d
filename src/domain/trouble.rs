//! What can be wrong with a store.

use super::change_set::CommitId;
use super::customer::CustomerId;
use super::snapshot::Revision;
use super::task_flow::TaskFlowId;

/// Something in a store that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Trouble {
    /// A version of a customer that cannot be read.
    #[error("customer {customer}, version {}: {detail}", .version.0)]
    Record {
        /// The customer.
        customer: CustomerId,
        /// The commit that wrote it.
        version: Revision,
        /// What is wrong with it.
        detail: String,
    },
    /// A version of a customer whose keys are not those of its values.
    #[error("customer {customer}, version {}: keys and values differ", .version.0)]
    Keys {
        /// The customer.
        customer: CustomerId,
        /// The commit that wrote it.
        version: Revision,
    },
    /// The store says another number of customers than it has.
    #[error("{said} customers are said to be there, {found} are")]
    Customers {
        /// The counter.
        said: u64,
        /// The count.
        found: u64,
    },
    /// The number for the next customer is taken already.
    #[error("customer {customer} has a number that was not given out yet")]
    NextNumber {
        /// The customer.
        customer: CustomerId,
    },
    /// A dossier that cannot be read, or belongs to nothing.
    #[error("dossier of {customer} in {flow}: {detail}")]
    Dossier {
        /// The task flow it is under.
        flow: TaskFlowId,
        /// The customer it is under.
        customer: CustomerId,
        /// What is wrong with it.
        detail: String,
    },
    /// A dossier that says that a mail of its is under way, and the outbox knows none.
    #[error("dossier of {customer} in {flow}: no mail in the outbox")]
    Stranded {
        /// The task flow.
        flow: TaskFlowId,
        /// The customer.
        customer: CustomerId,
    },
    /// The journal is not one unbroken chain up to the visible commit.
    #[error("journal at {}: {detail}", .revision.0)]
    Journal {
        /// Where.
        revision: Revision,
        /// What is wrong.
        detail: String,
    },
    /// The outcomes of the rows, or the customers that came, are not those that the journal counts.
    #[error("commit {}: {detail}", .revision.0)]
    Outcomes {
        /// The commit.
        revision: Revision,
        /// What differs.
        detail: String,
    },
    /// The name of a commit leads to another commit, or to none.
    #[error("commit {} is not found by its name", .commit.0)]
    Name {
        /// The name.
        commit: CommitId,
    },
    /// A lesson that cannot be read, or lessons that are not those that the journal counts.
    #[error("lessons of commit {}: {detail}", .revision.0)]
    Lesson {
        /// The commit.
        revision: Revision,
        /// What is wrong.
        detail: String,
    },
    /// A saved mapping that cannot be read, or cannot be found by its name.
    #[error("a saved mapping: {detail}")]
    Mapping {
        /// What is wrong with it.
        detail: String,
    },
    /// Something was left of a commit that never became visible.
    #[error("{count} values above the visible commit in {tree}")]
    Above {
        /// Where.
        tree: String,
        /// How many.
        count: u64,
    },
}

impl Trouble {
    /// The word in `--json`. Stable.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Record { .. } => "customer_unreadable",
            Self::Keys { .. } => "customer_keys",
            Self::Customers { .. } => "customer_count",
            Self::NextNumber { .. } => "next_number",
            Self::Dossier { .. } => "dossier",
            Self::Stranded { .. } => "dossier_without_mail",
            Self::Journal { .. } => "journal",
            Self::Outcomes { .. } => "outcomes",
            Self::Name { .. } => "commit_name",
            Self::Lesson { .. } => "lesson",
            Self::Mapping { .. } => "mapping",
            Self::Above { .. } => "left_over",
        }
    }
}
