//! What stands in the way of backups and copies of the store, as data.

use crate::domain::trouble::Trouble;

/// Why nothing was copied, written or put back. Paths and names are neutralised before they come in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CopyFault {
    /// No copy could be taken before a commit, so that it was not made.
    NotCopied {
        /// Why.
        why: Uncopied,
    },
    /// There is no copy of that name.
    NoSuchCopy {
        /// The name.
        name: String,
    },
    /// A store was to be put where there is something already.
    Occupied {
        /// The place.
        path: String,
    },
    /// Where it would be made ready, something lies that the program did not put there.
    InTheWay {
        /// The folder.
        path: String,
    },
    /// A copy is not what was taken.
    CopyDamaged {
        /// Its name.
        name: String,
        /// What was found.
        detail: String,
    },
    /// A backup for standard output could be put together nowhere.
    NoSpool {
        /// The folders that were tried.
        folders: Vec<String>,
        /// What the system said of the last.
        detail: String,
    },
    /// What was to be put back is not whole.
    Unsound {
        /// How much is wrong.
        count: usize,
        /// The first of it.
        first: Box<Trouble>,
    },
    /// The file is no backup.
    NoBackup,
    /// A newer program wrote the backup.
    Newer {
        /// Version found.
        found: u32,
        /// Newest version that this program knows.
        known: u32,
    },
    /// The backup stops before its end.
    CutOff,
    /// The backup is not what was written.
    Damaged {
        /// The line, counted from 1.
        line: u64,
        /// What was found.
        detail: String,
    },
    /// There is no store to make a backup of.
    NoStore,
}

/// Why a store could not be copied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Uncopied {
    /// No room left on the disk.
    DiskFull,
    /// The person may not write there.
    NoPermission(String),
    /// Something else the system said.
    System(String),
}
