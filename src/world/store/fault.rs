//! What can go wrong at the door of the store.

use std::io;
use std::path::{Path, PathBuf};

use super::lock::Holder;
use crate::domain::amendment::Conflict;
use crate::domain::archive::Archived;
use crate::domain::moved::Moved;
use crate::domain::record::BadRecord;
use crate::domain::task_flow::TaskFlowId;
use crate::domain::trouble::Trouble;

/// The store could not be opened, read or written.
#[derive(Debug, thiserror::Error)]
pub enum StoreFault {
    /// Somebody else holds the store, longer than was waited for.
    #[error("the store is in use{}", .holder.as_ref().map(|holder| format!(" by {holder}")).unwrap_or_default())]
    InUse {
        /// Who; unknown where the holder has not said so yet, or is another program.
        holder: Option<Holder>,
    },
    /// There is something else in this place.
    #[error("{} is not a store", .path.display())]
    NotAStore {
        /// The directory or file that is in the way.
        path: PathBuf,
    },
    /// Written by a newer program. Nothing was touched.
    #[error("the store has format {found}; this program reads up to {known}")]
    NewerFormat {
        /// The format found.
        found: u32,
        /// The newest format this program reads.
        known: u32,
    },
    /// The store's bytes are not what they were written as. A copy has to be put back.
    #[error("the store is damaged: {detail}")]
    Damaged {
        /// What was found.
        detail: String,
    },
    /// The person may not read or write here.
    #[error("no permission for {}", .path.display())]
    NoPermission {
        /// The directory or file.
        path: PathBuf,
    },
    /// No room left on the disk, or a quota is used up. The store is whole.
    #[error("no room left on the disk of the store")]
    DiskFull,
    /// The file system can only be read.
    #[error("{} is on a file system that is read-only", .path.display())]
    ReadOnly {
        /// The directory or file.
        path: PathBuf,
    },
    /// The task flow of the change set is neither in the store nor among those it begins with.
    #[error("the store has no task flow {flow}")]
    NoSuchFlow {
        /// The task flow asked for.
        flow: TaskFlowId,
    },
    /// No group of that name on this computer.
    #[error("there is no group {name}")]
    NoSuchGroup {
        /// The name asked for.
        name: String,
    },
    /// No copy could be taken before something was to be written, so that nothing was.
    #[error("the store could not be copied")]
    NotCopied {
        /// Why.
        #[source]
        why: Box<StoreFault>,
    },
    /// There is no copy of that name.
    #[error("there is no copy {name}")]
    NoSuchCopy {
        /// The name asked for.
        name: String,
    },
    /// A store was to be put where there is something already.
    #[error("there is something in {}", .path.display())]
    Occupied {
        /// The place.
        path: PathBuf,
    },
    /// Where a store would be made ready, or among what a founding left, lies something that this program did not put there.
    #[error("{} is in the way", .path.display())]
    InTheWay {
        /// The folder.
        path: PathBuf,
    },
    /// A copy is not what was taken. The store is not concerned.
    #[error("the copy {name} is damaged: {detail}")]
    CopyDamaged {
        /// The copy.
        name: String,
        /// What was found.
        detail: String,
    },
    /// What was to be put back is not whole. Nothing was changed.
    #[error("what was to be put back is not sound: {first}")]
    Unsound {
        /// How much is wrong.
        count: usize,
        /// The first of it.
        first: Box<Trouble>,
    },
    /// The operating system refused in another way.
    #[error("{}", .path.display())]
    Io {
        /// The directory or file that it was about.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
}

/// A commit was not made.
#[derive(Debug, thiserror::Error)]
pub enum CommitFault {
    /// The store changed, and these rows no longer fit. Nothing was written.
    #[error("{} rows no longer fit the store", .0.len())]
    Moved(Vec<Moved>),
    /// The store is not as the amendment saw it. Nothing was written.
    #[error("{} things were changed in the store meanwhile", .0.len())]
    Changed(Vec<Conflict>),
    /// It would touch dossiers of the archive, which are read only. Nothing was written.
    #[error(transparent)]
    Archived(#[from] Archived),
    /// The store refused.
    #[error(transparent)]
    Store(#[from] StoreFault),
    /// Stopped by the person. Nothing was written.
    #[error("stopped")]
    Cancelled,
}

impl StoreFault {
    /// The fault behind an error of the operating system.
    pub(in crate::world) fn from_io(error: io::Error, path: &Path) -> Self {
        match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly { path: path.to_owned() },
            io::ErrorKind::PermissionDenied => Self::NoPermission { path: path.to_owned() },
            _ => Self::Io { path: path.to_owned(), source: error },
        }
    }

    /// The fault behind an error of sled.
    pub(super) fn from_sled(error: sled::Error, path: &Path) -> Self {
        match error {
            sled::Error::Io(error) => Self::from_io(error, path),
            sled::Error::Corruption { .. }
            | sled::Error::CollectionNotFound(_)
            | sled::Error::Unsupported(_)
            | sled::Error::ReportableBug(_) => Self::damaged(error.to_string()),
        }
    }

    /// The same fault, of a copy and not of the store.
    pub(super) fn of_copy(self, name: &impl std::fmt::Display) -> Self {
        let damaged = |detail| Self::CopyDamaged { name: name.to_string(), detail };
        match self {
            Self::Damaged { detail } => damaged(detail),
            Self::NotAStore { path } => damaged(format!("{} is no store", path.display())),
            other => other,
        }
    }

    pub(in crate::world) fn damaged(detail: impl Into<String>) -> Self {
        Self::Damaged { detail: detail.into() }
    }
}

impl From<BadRecord> for StoreFault {
    fn from(bad: BadRecord) -> Self {
        match bad {
            BadRecord::Newer { found } => Self::NewerFormat { found: found.into(), known: crate::domain::record::FORMAT.into() },
            BadRecord::Short | BadRecord::Values(_) => Self::damaged(bad.to_string()),
        }
    }
}

/// Names the path in the errors of the operating system.
pub(in crate::world) trait At<T> {
    /// The value, or the fault at `path`.
    fn at(self, path: &Path) -> Result<T, StoreFault>;
}

impl<T> At<T> for io::Result<T> {
    fn at(self, path: &Path) -> Result<T, StoreFault> {
        self.map_err(|error| StoreFault::from_io(error, path))
    }
}

impl<T> At<T> for rustix::io::Result<T> {
    fn at(self, path: &Path) -> Result<T, StoreFault> {
        self.map_err(|error| StoreFault::from_io(error.into(), path))
    }
}

impl<T> At<T> for sled::Result<T> {
    fn at(self, path: &Path) -> Result<T, StoreFault> {
        self.map_err(|error| StoreFault::from_sled(error, path))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn errors_of_the_system_are_told_apart() {
        let path = Path::new("/srv/store");
        let fault = |code| StoreFault::from_sled(sled::Error::Io(io::Error::from_raw_os_error(code)), path);
        assert!(matches!(fault(28), StoreFault::DiskFull), "ENOSPC");
        assert!(matches!(fault(122), StoreFault::DiskFull), "EDQUOT");
        assert!(matches!(fault(30), StoreFault::ReadOnly { path: of } if of == path), "EROFS");
        assert!(matches!(fault(13), StoreFault::NoPermission { path: of } if of == path), "EACCES");
        assert!(matches!(fault(1), StoreFault::NoPermission { .. }), "EPERM");
        assert!(matches!(fault(5), StoreFault::Io { path: of, .. } if of == path), "EIO");
    }

    #[test]
    fn newer_records_are_no_damage() {
        assert!(matches!(StoreFault::from(BadRecord::Newer { found: 9 }), StoreFault::NewerFormat { found: 9, known: 1 }));
        assert!(matches!(StoreFault::from(BadRecord::Short), StoreFault::Damaged { .. }));
    }
}
