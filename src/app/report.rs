//! The report after an import.

use std::sync::Arc;

use crate::domain::change_set::{ChangeSet, Receipt};

/// What can be done from the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Next {
    /// Back to the tabs: what was left over can be committed later.
    Rows,
    /// The invalid rows.
    Invalid,
    /// Send an invitation to everybody who got a dossier by the import.
    Invite,
    /// To those of them whose row asked for it.
    InviteAsked,
    /// The stored customers.
    Customers,
    /// Another import.
    Another,
    /// The start screen.
    Start,
}

/// The report after an import.
#[derive(Debug, Clone)]
pub struct Done {
    /// What was written.
    pub set: Arc<ChangeSet>,
    /// Number, moment and counts.
    pub receipt: Receipt,
    /// Line under the cursor.
    pub cursor: usize,
}

impl Done {
    /// What can be done next, in order.
    #[must_use]
    pub fn next(&self) -> Vec<Next> {
        let mut lines = vec![Next::Rows];
        if self.set.tally.invalid > 0 {
            lines.push(Next::Invalid);
        }
        if self.set.tally.added + self.set.tally.linked > 0 {
            lines.push(Next::Invite);
        }
        if self.set.tally.invitations_wanted > 0 {
            lines.push(Next::InviteAsked);
        }
        lines.extend([Next::Customers, Next::Another, Next::Start]);
        lines
    }

    /// The line under the cursor.
    #[must_use]
    pub fn current(&self) -> Next {
        self.next().get(self.cursor).copied().unwrap_or(Next::Rows)
    }
}
