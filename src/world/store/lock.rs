//! The lock by which a store is held, and the name tag that the holder leaves in it.
//!
//! The lock is an advisory one of the operating system (flock) and dies with its holder: a killed
//! program blocks nobody. sled has a lock of its own, but its refusal does not say who it is.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};
use std::os::unix::fs::{OpenOptionsExt as _, PermissionsExt as _};
use std::path::Path;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use rustix::fs::OFlags;
use serde::{Deserialize, Serialize};

use super::fault::{At as _, StoreFault};
use super::modes::Access;

/// Time between two tries for a lock that somebody else holds.
pub(super) const RETRY: Duration = Duration::from_millis(50);

/// More than a name tag takes; what is longer was not written by this program.
const TAG_BYTES: u64 = 4 * 1024;

/// Most characters of a holder's name that are shown.
const NAME_LENGTH: usize = 64;

/// What a store is held for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Deed {
    /// A look at the customers.
    Reading,
    /// An import is being written.
    Committing,
    /// Customers, dossiers or task flows are being changed.
    Amending,
    /// The store is being opened to colleagues.
    Sharing,
    /// Every record is being verified.
    Checking,
    /// A mapping is being saved or forgotten.
    Remembering,
    /// A backup of it is being written.
    BackingUp,
    /// A backup or a copy is being put in its place.
    PuttingBack,
}

/// Who holds a store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holder {
    /// Login name: letters, digits, punctuation and spaces only, at most 64 characters.
    pub who: String,
    /// Number of the process on the computer that has the store.
    pub pid: u32,
    /// Since when.
    pub since: Timestamp,
    /// What for.
    pub doing: Deed,
}

impl std::fmt::Display for Holder {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { who, pid, since, doing: _ } = self;
        write!(formatter, "{who} (process {pid}, since {since})")
    }
}

/// A store, held. Dropping it lets go.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
}

impl Lock {
    /// Takes the lock, trying until `deadline`.
    ///
    /// # Errors
    /// [`StoreFault::InUse`] naming the holder, and those of opening the file.
    pub(super) fn take(path: &Path, access: Access, holder: &Holder, deadline: Instant) -> Result<Self, StoreFault> {
        let lock = Self { file: held(open(path, access)?, path, deadline)? };
        lock.write_tag(holder).at(path)?;
        Ok(lock)
    }

    /// Takes the lock of a store that cannot be written, without a word of who it is; none where there is no lock file, since nobody can
    /// be at such a store.
    ///
    /// # Errors
    /// As [`Self::take`].
    pub(super) fn take_silently(path: &Path, deadline: Instant) -> Result<Option<Self>, StoreFault> {
        match options().read(true).open(path) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
            opened => Ok(Some(Self { file: held(opened.at(path)?, path, deadline)? })),
        }
    }

    fn write_tag(&self, holder: &Holder) -> std::io::Result<()> {
        let tag = serde_json::to_vec(holder)?;
        self.file.set_len(0)?;
        (&self.file).rewind()?;
        (&self.file).write_all(&tag)
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // A tag that stays behind is written over by the next holder, and read by nobody until then.
        let _ = self.file.set_len(0);
    }
}

/// The file, once its lock was got.
fn held(mut file: File, path: &Path, deadline: Instant) -> Result<File, StoreFault> {
    let mut seen = None;
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::Error(error)) => return Err(StoreFault::from_io(error, path)),
            Err(TryLockError::WouldBlock) => {
                seen = read_tag(&mut file).or(seen);
                if Instant::now() >= deadline {
                    return Err(StoreFault::InUse { holder: seen });
                }
                std::thread::sleep(RETRY.min(deadline.saturating_duration_since(Instant::now())));
            }
        }
    }
}

/// A link is not followed: what is locked is written in.
fn options() -> OpenOptions {
    let mut options = OpenOptions::new();
    let flags = OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY;
    options.custom_flags(i32::try_from(flags.bits()).unwrap_or(0));
    options
}

/// Opens the lock file, making it where it is missing. Its mode is set past the umask, since a
/// colleague may have to open it before anything else.
fn open(path: &Path, access: Access) -> Result<File, StoreFault> {
    let new = options().read(true).write(true).create_new(true).mode(access.file_mode()).open(path);
    match new {
        Ok(file) => {
            file.set_permissions(std::fs::Permissions::from_mode(access.file_mode())).at(path)?;
            Ok(file)
        }
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => {
            let file = options().read(true).write(true).open(path).at(path)?;
            if file.metadata().at(path)?.is_file() { Ok(file) } else { Err(StoreFault::NotAStore { path: path.to_owned() }) }
        }
        Err(error) => Err(StoreFault::from_io(error, path)),
    }
}

/// How every name tag begins.
const TAG_BEGINS: &[u8] = b"{\"who\":\"";

/// Whether bytes are a name tag as a program that was killed leaves it, or what a power cut left of one.
pub(super) fn is_begun_tag(bytes: &[u8]) -> bool {
    bytes.len() as u64 <= TAG_BYTES && (bytes.starts_with(TAG_BEGINS) || TAG_BEGINS.starts_with(bytes))
}

/// The tag of the present holder, where it is there and whole.
fn read_tag(file: &mut File) -> Option<Holder> {
    let mut bytes = Vec::new();
    file.rewind().ok()?;
    (&*file).take(TAG_BYTES).read_to_end(&mut bytes).ok()?;
    let mut holder: Holder = serde_json::from_slice(&bytes).ok()?;
    // Whoever may write the file may write anything into it: nothing that steers a terminal or
    // turns the direction of a text gets through.
    holder.who.retain(|character| character.is_alphanumeric() || character.is_ascii_graphic() || character == ' ');
    holder.who = holder.who.chars().take(NAME_LENGTH).collect();
    Some(holder)
}

/// The name under which this process holds a store: the login name, or the number of the user.
pub(super) fn login_name() -> String {
    let named = ["LOGNAME", "USER"].into_iter().find_map(|name| std::env::var(name).ok().filter(|name| !name.is_empty()));
    named.unwrap_or_else(|| format!("user {}", rustix::process::getuid().as_raw()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn holder(who: &str) -> Holder {
        Holder { who: who.into(), pid: 7, since: Timestamp::UNIX_EPOCH, doing: Deed::Committing }
    }

    fn take(path: &Path, who: &str, patience: u64) -> Result<Lock, StoreFault> {
        Lock::take(path, Access::Private, &holder(who), Instant::now() + Duration::from_millis(patience))
    }

    #[test]
    fn the_second_is_told_who_the_first_is_and_gets_in_when_it_lets_go() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        let first = take(&path, "an", 0).unwrap();
        let refused = take(&path, "jo", 120).unwrap_err();
        assert!(matches!(&refused, StoreFault::InUse { holder: Some(by) } if *by == holder("an")), "{refused}");
        std::thread::scope(|scope| {
            let second = scope.spawn(|| take(&path, "jo", 10_000));
            std::thread::sleep(Duration::from_millis(80));
            drop(first);
            assert!(second.join().unwrap().is_ok());
        });
    }

    #[test]
    fn a_tag_that_is_missing_garbled_or_hostile_does_no_harm() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        let _first = take(&path, "an", 0).unwrap();
        for tag in ["", "{", "[]", "\u{1b}]52;c;x\u{7}", &"x".repeat(100_000)] {
            std::fs::write(&path, tag).unwrap();
            assert!(matches!(take(&path, "jo", 0), Err(StoreFault::InUse { holder: None })), "{tag:.20}");
        }
        std::fs::write(&path, serde_json::to_vec(&holder("a\u{1b}[2J\u{202e}n\n")).unwrap()).unwrap();
        assert!(matches!(take(&path, "jo", 0), Err(StoreFault::InUse { holder: Some(by) }) if by.who == "a[2Jn"));
    }

    #[test]
    fn what_a_link_leads_to_is_not_written_in() {
        let folder = tempfile::tempdir().unwrap();
        let (path, mine) = (folder.path().join("lock"), folder.path().join("mine"));
        std::fs::write(&mine, "mine").unwrap();
        std::os::unix::fs::symlink(&mine, &path).unwrap();
        assert!(take(&path, "an", 0).is_err());
        assert_eq!(std::fs::read(&mine).unwrap(), b"mine");
    }

    #[test]
    fn a_store_that_cannot_be_written_is_held_without_a_word() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        assert!(Lock::take_silently(&path, Instant::now()).unwrap().is_none());
        let first = take(&path, "an", 0).unwrap();
        assert!(matches!(Lock::take_silently(&path, Instant::now()), Err(StoreFault::InUse { holder: Some(_) })));
        drop(first);
        let silent = Lock::take_silently(&path, Instant::now()).unwrap();
        assert!(silent.is_some() && take(&path, "jo", 0).is_err());
    }

    #[test]
    fn the_lock_file_is_for_the_person_alone_and_the_tag_goes_with_the_holder() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lock");
        drop(take(&path, "an", 0).unwrap());
        assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        assert_eq!(std::fs::read(&path).unwrap(), b"");
    }
}
