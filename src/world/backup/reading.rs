//! Reading a backup, line by line: every line is one that was written, in its order, and none is missing.

use std::io::{BufRead, Read as _};

use sha2::{Digest as _, Sha256};

use super::fault::BackupFault;
use super::judging::Judging;
use super::line::{Line, Shelf};
use super::writing::Watch;
use super::{FORMAT, Foot, Head, VERSION};
use crate::world::ids::hex;
use crate::world::outbox::OutboxFault;
use crate::world::store::StoreFault;

/// Longer than any line of an honest backup.
const LONGEST: u64 = 64 * 1024 * 1024;

/// Records between two reports.
const BATCH: u64 = 1_000;

/// Reads a whole backup, record by record, and makes nothing of it: what only the whole shows is seen by [`rehearse`](super::rehearse).
///
/// # Errors
/// [`BackupFault`].
pub fn verify(input: &mut dyn BufRead, watch: Watch<'_>) -> Result<Head, BackupFault> {
    let mut lines = Lines::begin(input)?;
    let head = lines.head()?;
    lines.records(&head, |_, _, _| Ok(()), watch)?;
    Ok(head)
}

/// The lines of a backup with their digest. What unseals a backup takes the place of `input`.
pub(super) struct Lines<'a> {
    input: &'a mut dyn BufRead,
    digest: Sha256,
    read: u64,
    line: Vec<u8>,
}

impl<'a> Lines<'a> {
    pub(super) fn begin(input: &'a mut dyn BufRead) -> Result<Self, BackupFault> {
        let mut lines = Self { input, digest: Sha256::new(), read: 0, line: Vec::new() };
        if lines.next()? { Ok(lines) } else { Err(BackupFault::NoBackup) }
    }

    /// The head, which is the line that was just read.
    pub(super) fn head(&mut self) -> Result<Head, BackupFault> {
        /// Read first, since a newer version may say the rest in another way.
        #[derive(serde::Deserialize)]
        struct Kind {
            format: String,
            version: u32,
        }
        let kind: Kind = serde_json::from_slice(&self.line).map_err(|_| BackupFault::NoBackup)?;
        if kind.format != FORMAT {
            return Err(BackupFault::NoBackup);
        }
        if kind.version > VERSION {
            return Err(BackupFault::Newer { found: kind.version, known: VERSION });
        }
        let head: Head = serde_json::from_slice(&self.line).map_err(|error| self.damaged(error.to_string()))?;
        if head.store_format > crate::world::store::STORE_FORMAT {
            return Err(StoreFault::NewerFormat { found: head.store_format, known: crate::world::store::STORE_FORMAT }.into());
        }
        Judging::head(&head).map_err(|detail| self.damaged(detail))?;
        self.digest.update(&self.line);
        Ok(head)
    }

    /// Gives every record that was judged to `take`, up to the foot.
    pub(super) fn records(
        &mut self,
        head: &Head,
        mut take: impl FnMut(Shelf, &[u8], &[u8]) -> Result<(), BackupFault>,
        watch: Watch<'_>,
    ) -> Result<(), BackupFault> {
        let (mut done, all, mut judging) = (0, head.all(), Judging::default());
        for shelf in Shelf::all() {
            let mut before: Option<Vec<u8>> = None;
            for _ in 0..head.of(shelf.name()) {
                let (key, value) = self.record(shelf)?;
                if before.as_ref().is_some_and(|before| *before >= key) {
                    return Err(self.damaged("it stands where another line stood".into()));
                }
                let judged = judging.record(head, shelf, &key, &value).and_then(|()| take(shelf, &key, &value));
                judged.map_err(|fault| self.at_line(fault))?;
                before = Some(key);
                done += 1;
                if done % BATCH == 0 && watch(done, all).is_break() {
                    return Err(crate::world::whole_file::WriteFault::Stopped.into());
                }
            }
            judging.room(shelf).map_err(|detail| self.damaged(detail))?;
        }
        self.foot()
    }

    fn record(&mut self, shelf: Shelf) -> Result<(Vec<u8>, Vec<u8>), BackupFault> {
        if !self.next()? {
            return Err(BackupFault::CutOff);
        }
        let line: Line = serde_json::from_slice(&self.line).map_err(|error| self.damaged(error.to_string()))?;
        let (found, key, value) = line.record().ok_or_else(|| self.damaged("it is no record".into()))?;
        if found != shelf {
            return Err(self.damaged(format!("a record of {} among those of {}", found.name(), shelf.name())));
        }
        self.digest.update(&self.line);
        Ok((key, value))
    }

    fn foot(&mut self) -> Result<(), BackupFault> {
        let lines = self.read;
        if !self.next()? {
            return Err(BackupFault::CutOff);
        }
        let foot: Foot = serde_json::from_slice(&self.line).map_err(|error| self.damaged(error.to_string()))?;
        let said = Foot { end: FORMAT.to_owned(), lines, sha256: hex(&self.digest.finalize_reset()) };
        if foot != said {
            return Err(self.damaged("the digest is not that of the lines before it: something in them was changed".into()));
        }
        if self.next()? { Err(self.damaged("something stands behind the end".into())) } else { Ok(()) }
    }

    /// Reads the next line; false at the end.
    fn next(&mut self) -> Result<bool, BackupFault> {
        self.line.clear();
        let mut input = (&mut *self.input).take(LONGEST);
        let length = input.read_until(b'\n', &mut self.line).map_err(BackupFault::Unreadable)?;
        self.read += u64::from(length > 0);
        match self.line.last() {
            None => Ok(false),
            Some(b'\n') => Ok(true),
            Some(_) if self.read == 1 => Err(BackupFault::NoBackup),
            Some(_) if length as u64 == LONGEST => Err(self.damaged("the line has no end".into())),
            Some(_) => Err(BackupFault::CutOff),
        }
    }

    fn damaged(&self, detail: String) -> BackupFault {
        BackupFault::Damaged { line: self.read, detail }
    }

    /// Says of a fault that it is of the backup, and on which line: that of the record, or the last where only the whole shows it.
    pub(super) fn at_line(&self, fault: BackupFault) -> BackupFault {
        match fault {
            BackupFault::Store(StoreFault::Damaged { detail }) | BackupFault::Outbox(OutboxFault::Damaged { detail }) => {
                self.damaged(detail)
            }
            BackupFault::Outbox(OutboxFault::Misfit(misfit)) => self.damaged(misfit.to_string()),
            other => other,
        }
    }
}
