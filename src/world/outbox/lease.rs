//! The lease by which one program sends at a time.
//!
//! On one computer a file lock says at once whether the holder is still there: it goes with the process. A holder on
//! another computer is believed until its lease runs out, unless it renews it.

use std::fs::{File, TryLockError};
use std::io::Read as _;
use std::os::unix::fs::FileExt as _;
use std::time::{Duration, Instant};

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::fault::OutboxFault;
use super::place::{LEASE_FILE, Place};
use crate::world::ids::random_hex;
use crate::world::store::{At as _, StoreFault};

/// How long a lease is good for without being renewed. Longer than any server is waited for.
pub const LEASE: Duration = Duration::from_secs(10 * 60);

/// Whoever looks who sends holds the lock for a moment; whoever wants to send waits that long.
const PATIENCE: Duration = Duration::from_millis(300);
const RETRY: Duration = Duration::from_millis(10);

/// More than a name tag takes; what is longer was not written by this program.
const TAG_BYTES: u64 = 4 * 1024;
/// Most characters of a name that are shown.
const NAME_LENGTH: usize = 64;

/// Who sends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sending {
    /// Login name: letters, digits, punctuation and spaces only, at most 64 characters.
    pub who: String,
    /// Number of the process on its computer.
    pub pid: u32,
    /// Name of its computer, as [`Self::who`].
    pub host: String,
    /// Since when.
    pub since: Timestamp,
    /// Until when the lease is good.
    pub until: Timestamp,
}

impl std::fmt::Display for Sending {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { who, pid, host, since, until: _ } = self;
        write!(formatter, "{who} (process {pid} on {host}, since {since})")
    }
}

/// What stands in the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Tag {
    #[serde(flatten)]
    sending: Sending,
    /// Random: whoever finds another one has lost the lease.
    mark: String,
}

/// A lease that is held. Dropping it lets go.
#[derive(Debug)]
pub(super) struct Lease {
    place: Place,
    file: File,
    tag: Tag,
}

impl Lease {
    /// Takes the lease. `left` is how many mails are to be sent: told where somebody else has it.
    pub(super) fn take(place: &Place, who: &str, left: u64, now: Timestamp) -> Result<Self, OutboxFault> {
        let path = place.of(LEASE_FILE);
        let file = place.open(LEASE_FILE, place.access()?)?;
        let deadline = Instant::now() + PATIENCE;
        loop {
            match file.try_lock() {
                Ok(()) => break,
                Err(TryLockError::Error(error)) => return Err(StoreFault::from_io(error, &path).into()),
                Err(TryLockError::WouldBlock) if Instant::now() >= deadline => {
                    return Err(OutboxFault::Sending { by: read(&file).map(|tag| tag.sending), left });
                }
                Err(TryLockError::WouldBlock) => std::thread::sleep(RETRY),
            }
        }
        let host = host();
        // A tag of this computer without a lock on it was left by a program that was killed.
        if let Some(tag) = read(&file).filter(|tag| tag.sending.host != host && tag.sending.until > now) {
            return Err(OutboxFault::Sending { by: Some(tag.sending), left });
        }
        let mark = random_hex(16).at(&path)?;
        let sending = Sending { who: plain(who), pid: std::process::id(), host, since: now, until: later(now) };
        let lease = Self { place: place.clone(), file, tag: Tag { sending, mark } };
        lease.write()?;
        Ok(lease)
    }

    /// Makes sure that it is still held, and good for a while.
    pub(super) fn renew(&mut self, now: Timestamp) -> Result<(), OutboxFault> {
        // Read by its name: the file that is locked may no longer be the one that others look at.
        let found = self.place.open_existing(LEASE_FILE).ok().and_then(|file| read(&file));
        if found.is_none_or(|found| found.mark != self.tag.mark) {
            return Err(OutboxFault::LeaseLost);
        }
        let half = SignedDuration::try_from(LEASE / 2).unwrap_or(SignedDuration::ZERO);
        if self.tag.sending.until.duration_since(now) < half {
            self.tag.sending.until = later(now);
            self.write()?;
        }
        Ok(())
    }

    fn write(&self) -> Result<(), OutboxFault> {
        let path = self.place.of(LEASE_FILE);
        let tag = serde_json::to_vec(&self.tag).map_err(|error| OutboxFault::Damaged { detail: error.to_string() })?;
        self.file.write_all_at(&tag, 0).at(&path)?;
        self.file.set_len(tag.len() as u64).at(&path)?;
        Ok(())
    }
}

impl Drop for Lease {
    fn drop(&mut self) {
        // Only the own tag: somebody else's says that the lease was lost. One that stays runs out.
        if read(&self.file).is_some_and(|found| found.mark == self.tag.mark) {
            let _stays = self.file.set_len(0);
        }
    }
}

/// Who sends now, if somebody does.
pub(super) fn holder(place: &Place, now: Timestamp) -> Option<Sending> {
    let file = place.open_existing(LEASE_FILE).ok()?;
    let tag = read(&file)?;
    let is_locked = matches!(file.try_lock(), Err(TryLockError::WouldBlock));
    (is_locked || tag.sending.host != host() && tag.sending.until > now).then_some(tag.sending)
}

fn later(now: Timestamp) -> Timestamp {
    SignedDuration::try_from(LEASE).ok().and_then(|lease| now.checked_add(lease).ok()).unwrap_or(now)
}

/// The name of this computer.
fn host() -> String {
    plain(&rustix::system::uname().nodename().to_string_lossy())
}

/// The tag in the file, where it is there and whole.
fn read(file: &File) -> Option<Tag> {
    let mut bytes = Vec::new();
    let mut at_start = file;
    std::io::Seek::rewind(&mut at_start).ok()?;
    at_start.take(TAG_BYTES).read_to_end(&mut bytes).ok()?;
    let mut tag: Tag = serde_json::from_slice(&bytes).ok()?;
    (tag.sending.who, tag.sending.host) = (plain(&tag.sending.who), plain(&tag.sending.host));
    Some(tag)
}

/// Whoever may write the file may write anything into it: nothing that steers a terminal or turns the direction of a text
/// gets through.
fn plain(name: &str) -> String {
    let allowed = |character: &char| character.is_alphanumeric() || character.is_ascii_graphic() || *character == ' ';
    name.chars().filter(allowed).take(NAME_LENGTH).collect()
}
