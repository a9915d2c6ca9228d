//! Who may come in: modes of files and directories, and the umask that sled's own files get.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use rustix::fs::Mode;
use serde::{Deserialize, Serialize};

use super::fault::{At as _, StoreFault};

/// For whom a store is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(in crate::world) enum Access {
    /// The person who made it: directories 0700, files 0600.
    Private,
    /// The colleagues in its group: directories 2770, so that new files belong to the group, files 0660.
    Shared,
}

impl Access {
    pub(in crate::world) const fn file_mode(self) -> u32 {
        match self {
            Self::Private => 0o600,
            Self::Shared => 0o660,
        }
    }

    pub(in crate::world) const fn directory_mode(self) -> u32 {
        match self {
            Self::Private => 0o700,
            Self::Shared => 0o2770,
        }
    }

    const fn mask(self) -> Mode {
        match self {
            Self::Private => Mode::from_raw_mode(0o077),
            Self::Shared => Mode::from_raw_mode(0o007),
        }
    }

    pub(in crate::world) fn set_file(self, path: &Path) -> Result<(), StoreFault> {
        fs::set_permissions(path, fs::Permissions::from_mode(self.file_mode())).at(path)
    }

    pub(in crate::world) fn set_directory(self, path: &Path) -> Result<(), StoreFault> {
        fs::set_permissions(path, fs::Permissions::from_mode(self.directory_mode())).at(path)
    }
}

/// The umask is one for the whole process, so setting and restoring it takes turns.
static TURN: Mutex<()> = Mutex::new(());

/// The process' umask while a store is held: sled makes its files without saying a mode.
/// Dropping it restores the earlier one.
pub(super) struct Umask {
    before: Mode,
    _turn: MutexGuard<'static, ()>,
}

impl Umask {
    pub(super) fn set(access: Access) -> Self {
        // The mutex guards no value that a panic could have left half changed.
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        Self { before: rustix::process::umask(access.mask()), _turn: turn }
    }
}

impl Drop for Umask {
    fn drop(&mut self) {
        rustix::process::umask(self.before);
    }
}
