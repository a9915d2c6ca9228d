//! What can go wrong with a kept draft.

use std::io;
use std::path::{Path, PathBuf};

use crate::app::keeping::OpenBy;
use crate::world::frame::{FrameFault, VERSION};

/// What went wrong with a kept draft.
#[derive(Debug, thiserror::Error)]
pub enum DraftFault {
    /// The system names no folder to keep drafts in.
    #[error("there is no folder to keep drafts in")]
    NoPlace,
    /// There is no draft of that name.
    #[error("there is no such draft")]
    Gone,
    /// It is open elsewhere.
    #[error("the draft is open elsewhere")]
    InUse {
        /// By whom, where that is known.
        by: Option<OpenBy>,
    },
    /// A newer program wrote it.
    #[error("the draft has format {found}; this program knows up to {known}")]
    Newer {
        /// Format found.
        found: u8,
        /// Newest format that this program knows.
        known: u8,
    },
    /// Its bytes are not what was written.
    #[error("the draft is damaged: {detail}")]
    Damaged {
        /// What is wrong with it.
        detail: String,
    },
    /// What the system refused.
    #[error("{}", path.display())]
    Io {
        /// Where.
        path: PathBuf,
        /// What it said.
        source: io::Error,
    },
}

impl DraftFault {
    pub(super) fn damaged(detail: impl Into<String>) -> Self {
        Self::Damaged { detail: detail.into() }
    }
}

impl From<FrameFault> for DraftFault {
    fn from(fault: FrameFault) -> Self {
        match fault {
            FrameFault::Newer { found } => Self::Newer { found, known: VERSION },
            FrameFault::Damaged(detail) => Self::Damaged { detail },
        }
    }
}

/// Says where something failed.
pub(super) trait At<T> {
    fn at(self, path: &Path) -> Result<T, DraftFault>;
}

impl<T> At<T> for io::Result<T> {
    fn at(self, path: &Path) -> Result<T, DraftFault> {
        self.map_err(|source| DraftFault::Io { path: path.to_path_buf(), source })
    }
}
