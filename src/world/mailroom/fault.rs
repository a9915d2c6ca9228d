//! What can go wrong in the mailroom.

use crate::world::config::ConfigFault;
use crate::world::outbox::OutboxFault;
use crate::world::sending::ReconcileFault;
use crate::world::store::StoreFault;
use crate::world::whole_file::WriteFault;

/// What went wrong in the mailroom.
#[derive(Debug, thiserror::Error)]
pub enum MailroomFault {
    /// What the office has settled about mail cannot be used. Nothing was queued.
    #[error(transparent)]
    Config(#[from] ConfigFault),
    /// The outbox refused.
    #[error(transparent)]
    Outbox(#[from] OutboxFault),
    /// The store cannot be read.
    #[error(transparent)]
    Store(#[from] StoreFault),
    /// The dossiers cannot follow their mails.
    #[error(transparent)]
    Reconcile(#[from] ReconcileFault),
    /// Between looking and sending somebody changed who gets mail, or sent it. Nothing was queued.
    #[error("{count} of the recipients are not what they were")]
    Moved {
        /// How many recipients.
        count: u64,
    },
    /// No letter can be made.
    #[error("no letter can be made: {detail}")]
    NoLetter {
        /// Why.
        detail: String,
    },
    /// The server did not take a letter that is not in the outbox.
    #[error("the letter was not taken: {detail}")]
    NotTaken {
        /// What was said.
        detail: String,
    },
    /// A folder for letters cannot be made.
    #[error("the folder cannot be made")]
    Folder {
        /// The folder.
        path: std::path::PathBuf,
        /// What the system says.
        source: std::io::Error,
    },
    /// The file of a letter cannot be written.
    #[error(transparent)]
    File(#[from] WriteFault),
    /// The system has no randomness to give.
    #[error("no random name")]
    Name(#[source] std::io::Error),
}
