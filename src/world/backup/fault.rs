//! What can go wrong with a backup.

use std::io;
use std::path::PathBuf;

use crate::world::outbox::OutboxFault;
use crate::world::store::StoreFault;
use crate::world::whole_file::WriteFault;

/// A backup was not written, or not put back. Nothing is half there.
#[derive(Debug, thiserror::Error)]
pub enum BackupFault {
    /// The file does not begin as a backup does.
    #[error("this is no backup")]
    NoBackup,
    /// A newer program wrote it.
    #[error("the backup has version {found}; this program reads up to {known}")]
    Newer {
        /// Version found.
        found: u32,
        /// Newest version that is read.
        known: u32,
    },
    /// It stops before its end.
    #[error("the backup stops before its end")]
    CutOff,
    /// It is not what was written.
    #[error("line {line}: {detail}")]
    Damaged {
        /// The line, counted from 1.
        line: u64,
        /// What was found.
        detail: String,
    },
    /// It cannot be read.
    #[error("the backup cannot be read")]
    Unreadable(#[source] io::Error),
    /// It cannot be written on.
    #[error("the backup cannot be written")]
    Unwritable(#[source] io::Error),
    /// It can be put together nowhere.
    #[error("the backup cannot be put together")]
    NoSpool {
        /// The folders that were tried.
        folders: Vec<PathBuf>,
        /// What the system said of the last.
        source: io::Error,
    },
    /// Its file cannot be made.
    #[error(transparent)]
    File(#[from] WriteFault),
    /// There is no store to make a backup of.
    #[error("there is no store")]
    NoStore,
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreFault),
    /// The outbox refused.
    #[error(transparent)]
    Outbox(#[from] OutboxFault),
}
