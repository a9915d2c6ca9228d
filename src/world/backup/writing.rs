//! Writing a backup.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::ops::ControlFlow;
use std::path::Path;

use jiff::Timestamp;
use serde::Serialize;
use sha2::{Digest as _, Sha256};

use super::fault::BackupFault;
use super::line::{Line, Shelf};
use super::{FORMAT, Foot, Head, VERSION};
use crate::world::ids::hex;
use crate::world::outbox::KeptOutbox;
use crate::world::store::{Identity, Records, SledStore, StoreFault};
use crate::world::whole_file::{Existing, Readers, Unfinished, WriteFault, write_whole};

/// Hears how many records of how many are done; [`ControlFlow::Break`] stops.
pub(super) type Watch<'a> = &'a mut dyn FnMut(u64, u64) -> ControlFlow<()>;

/// Records between two reports.
const BATCH: u64 = 1_000;

/// Writes a backup of a store as a file for its owner alone, whole or not at all.
///
/// # Errors
/// [`BackupFault`]; what was there before is still there then.
pub fn back_up(store: &SledStore, file: &Path, existing: Existing, when: Timestamp, watch: Watch<'_>) -> Result<Head, BackupFault> {
    let mut written = None;
    let mut refused = None;
    let filled = write_whole(file, existing, Readers::Owner, |file| match write(store, file, when, watch) {
        Ok(head) => {
            written = Some(head);
            Ok(())
        }
        Err(BackupFault::Unwritable(error)) => Err(Unfinished::Io(error)),
        Err(fault) => {
            refused = Some(fault);
            Err(Unfinished::Stopped)
        }
    });
    match (filled, refused, written) {
        (_, Some(fault), _) => Err(fault),
        (Err(fault), None, _) => Err(fault.into()),
        (Ok(()), None, Some(head)) => Ok(head),
        (Ok(()), None, None) => Err(WriteFault::Stopped.into()),
    }
}

/// Puts a backup of a store together in a file without a name, for its owner alone: beside the store, or in the first of the folders for
/// what is thrown away that has room.
///
/// # Errors
/// [`BackupFault`]; [`BackupFault::NoSpool`] where there is room for it nowhere.
pub fn write_aside(store: &SledStore, when: Timestamp, watch: Watch<'_>) -> Result<File, BackupFault> {
    let usual = std::env::temp_dir();
    let mut folders = vec![store.directory().to_owned()];
    folders.extend(store.benches().iter().cloned());
    if !folders.contains(&usual) {
        folders.push(usual);
    }
    let mut last = io::Error::from(io::ErrorKind::NotFound);
    for folder in &folders {
        match tempfile::tempfile_in(folder).map_err(BackupFault::Unwritable).and_then(|mut file| {
            write(store, &mut file, when, watch)?;
            Ok(file)
        }) {
            Err(BackupFault::Unwritable(error)) => last = error,
            ended => return ended,
        }
    }
    Err(BackupFault::NoSpool { folders, source: last })
}

/// Writes a backup of a store, as it is while nobody else can change it.
///
/// # Errors
/// [`BackupFault`]; what came out until then is none.
pub fn write(store: &SledStore, out: &mut dyn Write, when: Timestamp, watch: Watch<'_>) -> Result<Head, BackupFault> {
    let outbox = KeptOutbox::of_store(store.directory());
    let written = store.records(|records| {
        // While the store is held, no dossier can follow a mail that is not in this outbox.
        let sent = outbox.frames()?;
        let head = head(records, sent.len() as u64, when);
        write_lines(records, &sent, &head, out, watch)?;
        Ok(head)
    });
    written.and_then(|head| head.ok_or(BackupFault::NoStore))
}

fn head(records: &Records<'_>, sent: u64, when: Timestamp) -> Head {
    let Identity { store, format, revision } = records.identity();
    let count = |shelf: Shelf| match shelf {
        Shelf::Store(room) => records.count(room),
        Shelf::Outbox => sent,
    };
    Head {
        format: FORMAT.to_owned(),
        version: VERSION,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        written: when,
        store,
        store_format: format,
        revision: revision.0,
        records: Shelf::all().map(|shelf| (shelf.name().to_owned(), count(shelf))).collect(),
    }
}

fn write_lines(records: &Records<'_>, sent: &[Vec<u8>], head: &Head, out: &mut dyn Write, watch: Watch<'_>) -> Result<(), BackupFault> {
    let mut lines = Lines { out: BufWriter::with_capacity(256 * 1024, out), digest: Sha256::new(), written: 0 };
    lines.put(head)?;
    let (mut done, all) = (0, head.all());
    let mut record = |lines: &mut Lines<'_>, shelf: Shelf, key: &[u8], value: &[u8]| {
        let unknown = || StoreFault::damaged(format!("in {} the key {} is not of this format", shelf.name(), hex(key)));
        lines.put(&Line::of(shelf, key, value).ok_or_else(unknown)?)?;
        done += 1;
        if done % BATCH == 0 && watch(done, all).is_break() {
            return Err(WriteFault::Stopped.into());
        }
        Ok::<(), BackupFault>(())
    };
    for shelf in Shelf::all() {
        match shelf {
            Shelf::Store(room) => records.each(room, |key, value| record(&mut lines, shelf, key, value))?,
            Shelf::Outbox => {
                for (number, entry) in (1_u64..).zip(sent) {
                    record(&mut lines, shelf, &number.to_be_bytes(), entry)?;
                }
            }
        }
    }
    lines.close()
}

/// Lines with their digest. What seals a backup takes the place of `out`.
struct Lines<'a> {
    out: BufWriter<&'a mut dyn Write>,
    digest: Sha256,
    written: u64,
}

impl Lines<'_> {
    fn put(&mut self, line: &impl Serialize) -> Result<(), BackupFault> {
        let text = text(line)?;
        self.digest.update(&text);
        self.written += 1;
        self.out.write_all(&text).map_err(BackupFault::Unwritable)
    }

    fn close(mut self) -> Result<(), BackupFault> {
        let foot = Foot { end: FORMAT.to_owned(), lines: self.written, sha256: hex(&self.digest.finalize()) };
        let written = text(&foot).map(|text| self.out.write_all(&text).and_then(|()| self.out.flush()))?;
        written.map_err(BackupFault::Unwritable)
    }
}

fn text(line: &impl Serialize) -> Result<Vec<u8>, BackupFault> {
    let mut text = serde_json::to_vec(line).map_err(|error| StoreFault::damaged(error.to_string()))?;
    text.push(b'\n');
    Ok(text)
}
