//! The file of the log: two files of a bounded size, for the owner alone. Several sessions write to it at once: each line is one
//! write at the end, under a lock of the operating system (flock), and whoever finds the file full puts it aside for all.

use std::fs::{DirBuilder, File, OpenOptions, Permissions, TryLockError};
use std::io::{self, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, MetadataExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, TryLockError as TryMutexError};
use std::time::Duration;

use rustix::fs::OFlags;

/// How often a lock is tried for, and the time in between. A session that was stopped in the middle of a line, or a panic in
/// it, holds nobody up.
const TRIES: u32 = 50;
const RETRY: Duration = Duration::from_millis(1);

/// The open log.
#[derive(Debug)]
pub(super) struct Book {
    path: PathBuf,
    most: u64,
    file: Mutex<Option<File>>,
}

impl Book {
    /// Opens the log, and makes it and its folder where they are missing.
    ///
    /// # Errors
    /// What the system says, or that there is something else of that name.
    pub(super) fn open(path: PathBuf, most: u64) -> io::Result<Self> {
        if let Some(directory) = path.parent() {
            DirBuilder::new().recursive(true).mode(0o700).create(directory)?;
        }
        let file = Mutex::new(Some(open(&path)?));
        Ok(Self { path, most, file })
    }

    /// Writes a line. What cannot be written is lost: there is nowhere to say so, and the work goes on.
    pub(super) fn write(&self, line: &str) {
        let Some(mut file) = self.take() else { return };
        let bytes = format!("{line}\n").into_bytes();
        // Whoever put the file aside meanwhile did so under its lock: it is looked again once that is had.
        for _ in 0..TRIES {
            if !file.as_ref().is_some_and(|file| is_at(file, &self.path)) {
                *file = open(&self.path).ok();
            }
            let Some(open) = file.as_ref() else { return };
            let is_locked = lock(open);
            if !is_at(open, &self.path) {
                // Closing it lets go of the lock.
                *file = None;
                continue;
            }
            let length = open.metadata().map_or(0, |found| found.len());
            let is_full = length > 0 && length + bytes.len() as u64 > self.most;
            if is_locked && is_full && std::fs::rename(&self.path, self.previous()).is_ok() {
                *file = None;
                continue;
            }
            if !is_full {
                let _lost = { open }.write_all(&bytes);
            }
            let _dies_with_the_file = open.unlock();
            return;
        }
    }

    fn previous(&self) -> PathBuf {
        let mut name = self.path.clone().into_os_string();
        name.push(".1");
        name.into()
    }

    fn take(&self) -> Option<MutexGuard<'_, Option<File>>> {
        (0..TRIES).find_map(|_| match self.file.try_lock() {
            Ok(file) => Some(file),
            Err(TryMutexError::Poisoned(file)) => Some(file.into_inner()),
            Err(TryMutexError::WouldBlock) => {
                std::thread::sleep(RETRY);
                None
            }
        })
    }
}

/// Opens a log that no link leads to and nobody else can read.
fn open(path: &Path) -> io::Result<File> {
    let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY;
    let mut options = OpenOptions::new();
    options.append(true).create(true).mode(0o600).custom_flags(i32::try_from(flags.bits()).unwrap_or(0));
    let file = options.open(path)?;
    let found = file.metadata()?;
    if !found.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "not a file"));
    }
    if found.permissions().mode() & 0o777 != 0o600 {
        file.set_permissions(Permissions::from_mode(0o600))?;
    }
    Ok(file)
}

/// Whether the open file is the one of that name.
fn is_at(file: &File, path: &Path) -> bool {
    let (open, named) = (file.metadata(), std::fs::symlink_metadata(path));
    matches!((open, named), (Ok(open), Ok(named)) if (open.dev(), open.ino()) == (named.dev(), named.ino()))
}

fn lock(file: &File) -> bool {
    (0..TRIES).any(|_| match file.try_lock() {
        Ok(()) => true,
        Err(TryLockError::WouldBlock) => {
            std::thread::sleep(RETRY);
            false
        }
        Err(TryLockError::Error(_)) => false,
    })
}
