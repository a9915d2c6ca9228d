//! What was changed in a dossier or on the page of a customer and is not saved: as it is kept on disk, so that a
//! lost line loses none of it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::domain::completion::Matter;
use crate::domain::customer::{CustomerId, Values};
use crate::domain::dossier::Dossier;
use crate::domain::field::Field;
use crate::domain::task_flow::TaskFlowId;

/// What it was changed in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum About {
    /// The dossier of a customer in a task flow.
    Dossier(TaskFlowId, CustomerId),
    /// The page of a stored customer.
    Customer(CustomerId),
    /// The page of somebody who is being added by hand.
    Newcomer,
}

impl About {
    /// Whom it is about; nobody who is stored where somebody is being added.
    #[must_use]
    pub const fn customer(&self) -> Option<CustomerId> {
        match self {
            Self::Dossier(_, customer) | Self::Customer(customer) => Some(*customer),
            Self::Newcomer => None,
        }
    }
}

/// What was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Work {
    /// Of a dossier.
    Dossier {
        /// The dossier as it was stored.
        stored: Box<Dossier>,
        /// The dossier as it reads.
        now: Box<Dossier>,
        /// What was being typed, and about what.
        typing: Option<(Matter, String)>,
    },
    /// Of a customer.
    Page {
        /// What was stored.
        stored: Box<Values>,
        /// The fields with what was typed.
        edits: Vec<(Field, String)>,
    },
}

/// Changes that are not saved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unsaved {
    /// Random name of the store.
    pub store: String,
    /// What they were made in.
    pub about: About,
    /// The changes.
    pub work: Work,
}

/// Changes that were found on disk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// The changes.
    pub unsaved: Unsaved,
    /// When the last of them was made.
    pub when: Timestamp,
}

/// Changes that nobody is making now, as the list of drafts tells of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftBehind {
    /// What they were made in.
    pub about: About,
    /// When the last of them was made.
    pub when: Timestamp,
}
