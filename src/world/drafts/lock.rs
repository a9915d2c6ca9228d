//! The lock by which a draft is open in one place only, and the name tag that its holder leaves in it.
//!
//! It is the operating system's (flock) and goes with its holder: a killed program blocks nobody.

use std::fs::{File, TryLockError};
use std::io::Write as _;
use std::path::Path;
use std::time::{Duration, Instant};

use super::fault::{At as _, DraftFault};
use super::place;
use crate::app::keeping::OpenBy;

/// A list that looks whether a lock is free holds it for a moment; whoever wants it waits that long.
const PATIENCE: Duration = Duration::from_millis(300);
const RETRY: Duration = Duration::from_millis(10);

/// More than a name tag takes.
const TAG_BYTES: u64 = 4 * 1024;
/// Most characters of a name that are shown.
const NAME_LENGTH: usize = 64;

/// A draft, held. Dropping it lets go.
#[derive(Debug)]
pub(super) struct Lock {
    file: File,
}

impl Lock {
    /// Takes the lock and leaves a tag in it.
    ///
    /// # Errors
    /// [`DraftFault::InUse`] naming the holder, and those of the file.
    pub(super) fn take(path: &Path, tag: &OpenBy) -> Result<Self, DraftFault> {
        let file = place::open(path)?;
        let deadline = Instant::now() + PATIENCE;
        loop {
            match file.try_lock() {
                Ok(()) => break,
                Err(TryLockError::Error(error)) => return Err(error).at(path),
                Err(TryLockError::WouldBlock) if Instant::now() >= deadline => return Err(DraftFault::InUse { by: tag_in(path) }),
                Err(TryLockError::WouldBlock) => std::thread::sleep(RETRY),
            }
        }
        let mut lock = Self { file };
        lock.file.set_len(0).at(path)?;
        let tag = serde_json::to_vec(tag).map_err(|error| DraftFault::damaged(error.to_string()))?;
        // A full disk has no room for a tag. Held is held without one, and throwing away makes room.
        let _untagged = lock.file.write_all(&tag);
        Ok(lock)
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // A tag that stays behind is written over by the next holder, and read by nobody until then.
        let _stays = self.file.set_len(0);
    }
}

/// Whether nobody holds a lock. A lock that is not there is held by nobody.
pub(super) fn is_free(path: &Path) -> bool {
    match place::open_existing(path) {
        Ok(file) => !matches!(file.try_lock(), Err(TryLockError::WouldBlock)),
        Err(_) => true,
    }
}

/// Who holds a lock, if somebody does.
pub(super) fn holder(path: &Path) -> Option<OpenBy> {
    let unknown = OpenBy { who: String::new(), pid: 0, since: jiff::Timestamp::UNIX_EPOCH };
    (!is_free(path)).then(|| tag_in(path).unwrap_or(unknown))
}

/// The tag of the present holder, where it is there and whole.
fn tag_in(path: &Path) -> Option<OpenBy> {
    let mut tag: OpenBy = serde_json::from_slice(&place::bytes(path, TAG_BYTES).ok()?).ok()?;
    // Nothing that steers a terminal or turns the direction of a text gets through.
    tag.who.retain(|character| character.is_alphanumeric() || character.is_ascii_graphic() || character == ' ');
    tag.who = tag.who.chars().take(NAME_LENGTH).collect();
    Some(tag)
}
