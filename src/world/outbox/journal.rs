//! The journal of the outbox: frames, only ever written behind the last, each durable before it is believed.

use std::fs::{self, File};
use std::io::Read as _;
use std::os::unix::fs::{FileExt as _, MetadataExt as _};

use super::fault::OutboxFault;
use super::place::{JOURNAL, JOURNAL_NEW, Place};
use crate::domain::outbox::{Entry, Message, Outbox};
use crate::world::frame::{Next, VERSION, next, pack, unpack, wrap};
use crate::world::store::At as _;

/// A journal, and what its entries come to.
#[derive(Debug)]
pub(super) struct Journal {
    place: Place,
    file: File,
    outbox: Outbox,
    /// Bytes that are whole entries, all of them taken in.
    good: u64,
    entries: u64,
    mending: Mending,
}

/// What becomes of a last entry that was torn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mending {
    /// It is cut off.
    Cut,
    /// It stays, and counts for nothing: nothing can be written there.
    Leave,
}

impl Journal {
    /// Opens the journal of a place, making it where it is missing.
    pub(super) fn open(place: Place) -> Result<Self, OutboxFault> {
        let access = place.access()?;
        place.make(access)?;
        let _lock = place.lock(access)?;
        let file = place.open(JOURNAL, access)?;
        let mut journal = Self { place, file, outbox: Outbox::default(), good: 0, entries: 0, mending: Mending::Cut };
        journal.catch_up()?;
        Ok(journal)
    }

    /// Opens a journal that cannot be written, only to look at it.
    pub(super) fn look(place: Place) -> Result<Self, OutboxFault> {
        let _lock = place.lock_silently()?;
        let file = place.open_existing(JOURNAL).at(&place.of(JOURNAL))?;
        let mut journal = Self { place, file, outbox: Outbox::default(), good: 0, entries: 0, mending: Mending::Leave };
        journal.catch_up()?;
        Ok(journal)
    }

    pub(super) const fn outbox(&self) -> &Outbox {
        &self.outbox
    }

    pub(super) const fn entries(&self) -> u64 {
        self.entries
    }

    /// Takes in what others wrote.
    pub(super) fn refresh(&mut self) -> Result<(), OutboxFault> {
        let _lock = self.place.lock(self.place.access()?)?;
        self.catch_up()
    }

    /// Every entry as it lies in the file: version and value.
    pub(super) fn frames(&mut self) -> Result<Vec<Vec<u8>>, OutboxFault> {
        let _lock = match self.mending {
            Mending::Cut => Some(self.place.lock(self.place.access()?)?),
            Mending::Leave => self.place.lock_silently()?,
        };
        self.catch_up()?;
        let path = self.place.of(JOURNAL);
        let mut bytes = vec![0; usize::try_from(self.good).unwrap_or(usize::MAX)];
        self.file.read_exact_at(&mut bytes, 0).at(&path)?;
        let (mut rest, mut frames) = (bytes.as_slice(), Vec::new());
        while let Next::Whole(version, value, length) = next(rest) {
            frames.push([&[version], value].concat());
            rest = rest.get(length..).unwrap_or(&[]);
        }
        Ok(frames)
    }

    /// Fills a journal that is empty with entries as they lay in another one.
    pub(super) fn fill(&mut self, frames: &[Vec<u8>]) -> Result<(), OutboxFault> {
        let mut bytes = Vec::new();
        for frame in frames {
            bytes.extend(wrap(frame)?);
        }
        let _lock = self.place.lock(self.place.access()?)?;
        let path = self.place.of(JOURNAL);
        self.file.write_all_at(&bytes, 0).and_then(|()| self.file.sync_all()).at(&path)?;
        self.catch_up()
    }

    /// Writes entries, all of them or none.
    pub(super) fn write(&mut self, entries: Vec<Entry>) -> Result<(), OutboxFault> {
        let _lock = self.place.lock(self.place.access()?)?;
        self.catch_up()?;
        let (mut bytes, count) = (Vec::new(), entries.len() as u64);
        // One entry is the rule, and is asked without a copy of the whole outbox; several have to fit one another.
        let after = match entries.as_slice() {
            [entry] => {
                self.outbox.accepts(entry)?;
                None
            }
            several => {
                let mut after = self.outbox.clone();
                several.iter().try_for_each(|entry| after.take(entry.clone()))?;
                Some(after)
            }
        };
        for entry in &entries {
            bytes.extend(pack(entry)?);
        }
        self.put(&bytes)?;
        match after {
            Some(after) => self.outbox = after,
            None => entries.into_iter().try_for_each(|entry| self.outbox.take(entry))?,
        }
        self.entries += count;
        Ok(())
    }

    /// Writes bytes behind the last whole entry and makes them durable.
    fn put(&mut self, bytes: &[u8]) -> Result<(), OutboxFault> {
        let path = self.place.of(JOURNAL);
        let written = self.file.write_all_at(bytes, self.good).and_then(|()| self.file.sync_data());
        if let Err(error) = written {
            // What was not made durable must not come back: half a round, or a step that was told as not taken.
            let _stays = self.file.set_len(self.good).and_then(|()| self.file.sync_all());
            return Err(error).at(&path).map_err(OutboxFault::from);
        }
        self.good += bytes.len() as u64;
        Ok(())
    }

    /// Writes the journal anew, each message once.
    pub(super) fn rewrite(&mut self, keeps: impl Fn(&Message) -> bool) -> Result<(), OutboxFault> {
        let access = self.place.access()?;
        let _lock = self.place.lock(access)?;
        self.catch_up()?;
        let (new, path) = (self.place.of(JOURNAL_NEW), self.place.of(JOURNAL));
        match fs::remove_file(&new) {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            removed => removed.at(&new)?,
        }
        let short = self.outbox.in_short(keeps);
        let bytes = pack(&short)?;
        let file = self.place.open(JOURNAL_NEW, access)?;
        file.write_all_at(&bytes, 0).at(&new)?;
        file.sync_all().at(&new)?;
        fs::rename(&new, &path).at(&path)?;
        self.place.sync(self.place.outbox())?;
        (self.file, self.good, self.entries) = (file, bytes.len() as u64, 1);
        self.outbox = Outbox::of([short])?;
        Ok(())
    }

    /// Takes in what stands behind the last entry that is known; the lock is held. A tail that was torn is cut off.
    fn catch_up(&mut self) -> Result<(), OutboxFault> {
        let path = self.place.of(JOURNAL);
        let known = self.file.metadata().at(&path)?;
        let there = fs::metadata(&path).at(&path)?;
        let was_rewritten = (known.dev(), known.ino()) != (there.dev(), there.ino());
        if was_rewritten || there.len() < self.good {
            self.file = match self.mending {
                Mending::Cut => self.place.open(JOURNAL, self.place.access()?)?,
                Mending::Leave => self.place.open_existing(JOURNAL).at(&path)?,
            };
            (self.outbox, self.good, self.entries) = (Outbox::default(), 0, 0);
        }
        let length = self.file.metadata().at(&path)?.len();
        if length == self.good {
            return Ok(());
        }
        let mut bytes = Vec::new();
        let mut reader = &self.file;
        std::io::Seek::seek(&mut reader, std::io::SeekFrom::Start(self.good)).at(&path)?;
        reader.read_to_end(&mut bytes).at(&path)?;
        self.take_in(&bytes)
    }

    fn take_in(&mut self, bytes: &[u8]) -> Result<(), OutboxFault> {
        let mut rest = bytes;
        loop {
            match next(rest) {
                Next::End => return Ok(()),
                Next::Whole(version, value, length) => {
                    let entry: Entry = unpack(version, value)?;
                    let number = self.entries + 1;
                    self.outbox.take(entry).map_err(|misfit| damaged(number, &misfit.to_string()))?;
                    self.good += length as u64;
                    self.entries += 1;
                    rest = rest.get(length..).unwrap_or(&[]);
                }
                Next::Broken if is_torn(rest) && self.mending == Mending::Leave => return Ok(()),
                Next::Broken if is_torn(rest) => {
                    let path = self.place.of(JOURNAL);
                    self.file.set_len(self.good).at(&path)?;
                    self.file.sync_all().at(&path)?;
                    return Ok(());
                }
                Next::Broken => return Err(damaged(self.entries + 1, "not what was written")),
            }
        }
    }
}

fn damaged(entry: u64, what: &str) -> OutboxFault {
    OutboxFault::Damaged { detail: format!("entry {entry} of its journal: {what}") }
}

/// The beginnings of the entries that are written, as MessagePack has them behind length, checksum and version: a map of one, and its
/// name.
const BEGINNINGS: [&[u8]; 5] = [b"\x81\xa6queued", b"\x81\xa6turned", b"\x81\xa8recorded", b"\x81\xa9forgotten", b"\x81\xa8standing"];

/// Whether bytes begin as an entry of this program does, as far as they go.
fn begins_as_ours(bytes: &[u8]) -> bool {
    let Some((version, name)) = bytes.get(8..).and_then(<[u8]>::split_first) else { return true };
    *version == VERSION && BEGINNINGS.iter().any(|beginning| beginning.iter().zip(name).all(|(ours, found)| ours == found))
}

/// Whether bytes are a write that was cut short: begun as an entry and shorter than they say they are, with nothing whole behind; or room that was
/// never filled. Anything else that is no entry was one once, or something else lies in the place of the journal.
fn is_torn(bytes: &[u8]) -> bool {
    if bytes.iter().all(|byte| *byte == 0) {
        return true;
    }
    let length = bytes.first_chunk::<4>().map(|length| u32::from_le_bytes(*length) as usize);
    let is_short = length.is_none_or(|length| bytes.len() < length.saturating_add(8));
    is_short && begins_as_ours(bytes) && !(1..bytes.len()).any(|at| matches!(next(bytes.get(at..).unwrap_or(&[])), Next::Whole(..)))
}
