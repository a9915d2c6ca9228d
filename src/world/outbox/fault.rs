//! What can go wrong with the outbox.

use super::lease::Sending;
use crate::domain::outbox::Misfit;
use crate::world::frame::{FrameFault, VERSION};
use crate::world::store::StoreFault;

/// What went wrong with the outbox.
#[derive(Debug, thiserror::Error)]
pub enum OutboxFault {
    /// Somebody else is sending.
    #[error("the outbox is being sent{}", by.as_ref().map(|by| format!(" by {by}")).unwrap_or_default())]
    Sending {
        /// Who; unknown where they have not said so yet.
        by: Option<Sending>,
        /// How many mails were still to be sent.
        left: u64,
    },
    /// Somebody else took the lease over: this program had not renewed it for too long.
    #[error("somebody else is sending the outbox by now")]
    LeaseLost,
    /// Somebody else is writing, longer than any write takes.
    #[error("the outbox is being written by another program")]
    Busy,
    /// What was to be written does not fit what is in the outbox. Nothing was written.
    #[error(transparent)]
    Misfit(#[from] Misfit),
    /// A newer program wrote it.
    #[error("the outbox has format {found}; this program knows up to {known}")]
    Newer {
        /// Format found.
        found: u8,
        /// Newest format that this program knows.
        known: u8,
    },
    /// Its bytes are not what was written.
    #[error("the outbox is damaged: {detail}")]
    Damaged {
        /// What is wrong, and where.
        detail: String,
    },
    /// The system refused, or the store that it belongs to did.
    #[error(transparent)]
    Store(#[from] StoreFault),
}

impl From<FrameFault> for OutboxFault {
    fn from(fault: FrameFault) -> Self {
        match fault {
            FrameFault::Newer { found } => Self::Newer { found, known: VERSION },
            FrameFault::Damaged(detail) => Self::Damaged { detail },
        }
    }
}
