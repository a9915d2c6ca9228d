//! The files of an outbox: made with the modes of the store, no link followed, nothing waited for.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use rustix::fs::OFlags;

use super::fault::OutboxFault;
use crate::world::store::{Access, At as _, StoreFault, access_of};

pub(super) const JOURNAL: &str = "journal";
pub(super) const JOURNAL_NEW: &str = ".journal.new";
pub(super) const LOCK: &str = "lock";
pub(super) const LEASE_FILE: &str = "lease";

/// Longer than a write takes, a rewritten journal of 100,000 messages included.
const PATIENCE: Duration = Duration::from_secs(20);
const RETRY: Duration = Duration::from_millis(5);

/// A place for an outbox. Knows names; holds nothing open.
#[derive(Debug, Clone)]
pub(super) struct Place {
    store: PathBuf,
    outbox: PathBuf,
}

impl Place {
    pub(super) const fn new(store: PathBuf, outbox: PathBuf) -> Self {
        Self { store, outbox }
    }

    pub(super) fn outbox(&self) -> &Path {
        &self.outbox
    }

    pub(super) fn of(&self, file: &str) -> PathBuf {
        self.outbox.join(file)
    }

    /// For whom it is: for whom the store is.
    pub(super) fn access(&self) -> Result<Access, StoreFault> {
        access_of(&self.store)
    }

    /// Whether there is an outbox.
    pub(super) fn exists(&self) -> Result<bool, StoreFault> {
        match fs::symlink_metadata(&self.outbox) {
            Ok(found) if found.is_dir() => fs::exists(self.of(JOURNAL)).at(&self.outbox),
            Ok(_) => Err(StoreFault::NotAStore { path: self.outbox.clone() }),
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => Ok(false),
            Err(error) => Err(StoreFault::from_io(error, &self.outbox)),
        }
    }

    /// Makes the directory where it is missing.
    pub(super) fn make(&self, access: Access) -> Result<(), StoreFault> {
        match fs::symlink_metadata(&self.outbox) {
            Ok(found) if found.is_dir() => return Ok(()),
            Ok(_) => return Err(StoreFault::NotAStore { path: self.outbox.clone() }),
            Err(_) => {}
        }
        fs::DirBuilder::new().recursive(true).mode(0o700).create(&self.store).at(&self.store)?;
        match fs::DirBuilder::new().mode(0o700).create(&self.outbox) {
            // A colleague made it at the same moment.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(()),
            made => made.at(&self.outbox)?,
        }
        access.set_directory(&self.outbox)?;
        self.sync(&self.store)?;
        Ok(())
    }

    /// A file to be read and written, made where it is missing.
    pub(super) fn open(&self, file: &str, access: Access) -> Result<File, StoreFault> {
        let path = self.of(file);
        let new = options().read(true).write(true).create_new(true).mode(access.file_mode()).open(&path);
        match new {
            Ok(made) => {
                // Past the umask: a colleague may have to write it.
                made.set_permissions(fs::Permissions::from_mode(access.file_mode())).at(&path)?;
                self.sync(&self.outbox)?;
                Ok(made)
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                let opened = options().read(true).write(true).open(&path).at(&path)?;
                if opened.metadata().at(&path)?.is_file() { Ok(opened) } else { Err(StoreFault::NotAStore { path }) }
            }
            Err(error) => Err(StoreFault::from_io(error, &path)),
        }
    }

    /// A file that is there, to be looked at.
    pub(super) fn open_existing(&self, file: &str) -> io::Result<File> {
        options().read(true).open(self.of(file))
    }

    /// Makes a directory's entries durable.
    pub(super) fn sync(&self, directory: &Path) -> Result<(), StoreFault> {
        File::open(directory).and_then(|file| file.sync_all()).at(directory)
    }

    /// Takes the lock of the journal for a moment; dropping the file lets go.
    pub(super) fn lock(&self, access: Access) -> Result<File, OutboxFault> {
        self.held(self.open(LOCK, access)?)
    }

    /// The same where nothing can be written; none where there is no lock, since nobody can be at it then.
    pub(super) fn lock_silently(&self) -> Result<Option<File>, OutboxFault> {
        match self.open_existing(LOCK) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            opened => self.held(opened.at(&self.of(LOCK))?).map(Some),
        }
    }

    fn held(&self, file: File) -> Result<File, OutboxFault> {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match file.try_lock() {
                Ok(()) => return Ok(file),
                Err(TryLockError::Error(error)) => return Err(StoreFault::from_io(error, &self.of(LOCK)).into()),
                Err(TryLockError::WouldBlock) if Instant::now() >= deadline => return Err(OutboxFault::Busy),
                Err(TryLockError::WouldBlock) => std::thread::sleep(RETRY),
            }
        }
    }
}

fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY;
    options.custom_flags(i32::try_from(flags.bits()).unwrap_or(0));
    options
}
