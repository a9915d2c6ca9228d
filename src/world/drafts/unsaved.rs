//! What is changed in a dossier or on a page and not saved yet: one small file each, replaced whole with every change.
//!
//! | file | what |
//! |---|---|
//! | `unsaved/<name>` | the changes as they were when they were made durable last; the name is made of what they are about |
//! | `unsaved/<name>.fresh` | the changes as they stand, where they are not durable yet |
//! | `unsaved/<name>.next` | those that are just being made durable, and take the place of `<name>` then |
//! | `unsaved/<name>.lock` | held while they are being made; says by whom |
//! | `unsaved/<name>.new` | the next state, until it is whole and takes the place of the fresh one |
//! | `unsaved/<name>.aside-N` | bytes that are not what was written |
//!
//! A state takes the place of a durable one only when it is durable itself: a power cut can leave the new name without the bytes.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::PoisonError;

use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use super::fault::{At as _, DraftFault};
use super::lock::{self, Lock};
use super::place::{self, Place};
use super::{Drafts, MOST};
use crate::app::keeping::OpenBy;
use crate::app::unsaved::{About, Found, Unsaved};
use crate::world::frame;

#[cfg(test)]
mod tests;

const FOLDER: &str = "unsaved";

/// How the names of states end that are not durable yet, the latest first.
const UNSAFE: [&str; 2] = [FRESH, NEXT];
const FRESH: &str = "fresh";
const NEXT: &str = "next";

/// Changes that are being made in this program.
#[derive(Debug)]
pub(super) struct Held {
    about: About,
    /// None as long as no disk has taken anything.
    lock: Option<Lock>,
    tag: OpenBy,
    path: PathBuf,
    standing: Standing,
}

/// How far the last state is.
#[derive(Debug)]
enum Standing {
    /// The disk did not take it; these bytes are still to be written.
    Behind(Vec<u8>),
    /// It is written, and not durable.
    Fresh,
    /// It is safe, or nothing was written yet.
    Durable,
}

impl Held {
    /// Puts a state in the place of the one before. What the disk does not take is tried again when it is secured.
    fn put(&mut self, place: &Place, bytes: Vec<u8>) -> Result<(), DraftFault> {
        let written = self.write(place, &bytes);
        self.standing = match &written {
            Ok(()) => Standing::Fresh,
            Err(DraftFault::Io { .. }) => Standing::Behind(bytes),
            Err(_) => Standing::Durable,
        };
        written
    }

    fn write(&mut self, place: &Place, bytes: &[u8]) -> Result<(), DraftFault> {
        place.make()?;
        Place { directory: folder(place) }.make()?;
        if self.lock.is_none() {
            self.lock = Some(Lock::take(&beside(&self.path, "lock"), &self.tag)?);
        }
        let new = beside(&self.path, "new");
        let mut file = place::open(&new)?;
        file.set_len(0).and_then(|()| file.write_all(bytes)).at(&new)?;
        fs::rename(&new, beside(&self.path, FRESH)).at(&self.path)
    }
}

/// The name of what changes are about: 32 hexadecimal digits.
fn name_of(store: &str, about: &About) -> String {
    let told = match about {
        About::Dossier(flow, customer) => format!("dossier\0{store}\0{}\0{}", flow.0, customer.0),
        About::Customer(customer) => format!("customer\0{store}\0{}", customer.0),
        About::Newcomer => format!("newcomer\0{store}"),
    };
    Sha256::digest(told).iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

fn folder(place: &Place) -> PathBuf {
    place.directory.join(FOLDER)
}

fn beside(path: &Path, ending: &str) -> PathBuf {
    path.with_extension(ending)
}

impl Drafts {
    /// Keeps changes as they stand. A killed program does not lose them any more.
    ///
    /// # Errors
    /// [`DraftFault::InUse`] where somebody else is changing the same, and the others.
    pub fn keep_unsaved(&self, unsaved: &Unsaved, when: Timestamp, tag: &OpenBy) -> Result<(), DraftFault> {
        let place = self.place()?;
        let name = name_of(&unsaved.store, &unsaved.about);
        let bytes = frame::pack(&Found { unsaved: unsaved.clone(), when })?;
        let mut all = self.unsaved();
        let path = folder(place).join(&name);
        let about = unsaved.about.clone();
        let new = || Held { about, lock: None, tag: tag.clone(), path, standing: Standing::Durable };
        let written = all.entry(name.clone()).or_insert_with(new).put(place, bytes);
        if matches!(written, Err(DraftFault::InUse { .. })) {
            // They are somebody else's as long as they are being made there.
            all.remove(&name);
        }
        written
    }

    /// The changes were saved, or thrown away on purpose.
    ///
    /// # Errors
    /// [`DraftFault`] where the file cannot be removed.
    pub fn drop_unsaved(&self, store: &str, about: &About) -> Result<(), DraftFault> {
        let name = name_of(store, about);
        let path = folder(self.place()?).join(&name);
        let held = self.unsaved().remove(&name);
        let removed = states(&path).into_iter().try_for_each(|path| match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error).at(&path),
            _ => Ok(()),
        });
        let lock = beside(&path, "lock");
        if held.is_some() || lock::is_free(&lock) {
            // Whoever waits for it makes a new one.
            let _stays = fs::remove_file(lock);
        }
        drop(held);
        removed
    }

    /// Changes that were left behind, where there are any that nobody is making right now.
    ///
    /// # Errors
    /// [`DraftFault`] where they cannot be read. Damaged ones are put aside, so that this is said once.
    pub fn left_behind(&self, store: &str, about: &About) -> Result<Option<Found>, DraftFault> {
        let Ok(place) = self.place() else { return Ok(None) };
        let name = name_of(store, about);
        if self.unsaved().contains_key(&name) {
            return Ok(None);
        }
        read(&folder(place).join(name))
    }

    /// All changes that were left behind, to whichever store, the latest first. What cannot be read is left out; it is said
    /// where it is opened.
    #[must_use]
    pub fn all_left_behind(&self) -> Vec<Found> {
        let Some(entries) = self.place().ok().and_then(|place| fs::read_dir(folder(place)).ok()) else { return Vec::new() };
        let is_state = |path: &PathBuf| path.extension().is_none_or(|ending| UNSAFE.iter().any(|state| ending == *state));
        let paths: HashSet<PathBuf> =
            entries.flatten().map(|entry| entry.path()).filter(is_state).map(|path| path.with_extension("")).collect();
        let free = paths.iter().filter(|path| lock::is_free(&beside(path, "lock")));
        let of_one = |path: &Path| states(path).iter().find_map(|state| frame::only(&place::bytes(state, MOST).ok()?).ok());
        let mut found: Vec<Found> = free.filter_map(|path| of_one(path)).collect();
        found.sort_by(|one, other| other.when.cmp(&one.when).then_with(|| one.unsaved.about.cmp(&other.unsaved.about)));
        found
    }

    /// Erases changes to what is gone for good: also what was put aside, or half written. Where somebody is still
    /// making them, only their lock stays.
    pub fn erase_unsaved(&self, store: &str, gone: impl Iterator<Item = About>) {
        let Some(entries) = self.place().ok().and_then(|place| fs::read_dir(folder(place)).ok()) else { return };
        let names: HashSet<String> = gone.map(|about| name_of(store, &about)).collect();
        let is_of_them = |path: &PathBuf| path.file_stem().and_then(OsStr::to_str).is_some_and(|name| names.contains(name));
        for path in entries.flatten().map(|entry| entry.path()).filter(is_of_them) {
            if path.extension().is_none_or(|ending| ending != "lock") || lock::is_free(&path) {
                // What cannot be erased now is found without its customer when the store is read next.
                let _later = fs::remove_file(&path);
            }
        }
    }

    /// Makes durable what was written, first what could not be written before, and says what became of each.
    pub fn secure_unsaved(&self) -> Vec<(About, Result<(), DraftFault>)> {
        let Ok(place) = self.place() else { return Vec::new() };
        let _alone = self.securing.lock().unwrap_or_else(PoisonError::into_inner);
        let (mut told, mut fresh) = (Vec::new(), Vec::new());
        for held in self.unsaved().values_mut() {
            if let Standing::Behind(bytes) = &mut held.standing {
                let bytes = std::mem::take(bytes);
                if let Err(fault) = held.put(place, bytes) {
                    told.push((held.about.clone(), Err(fault)));
                }
            }
            if matches!(held.standing, Standing::Fresh) {
                held.standing = Standing::Durable;
                // Whoever writes meanwhile writes another file.
                let begun = fs::rename(beside(&held.path, FRESH), beside(&held.path, NEXT)).at(&held.path);
                fresh.push((held.about.clone(), held.path.clone(), begun));
            }
        }
        for (about, path, begun) in fresh {
            let synced = begun.or_else(not_there).and_then(|()| settle(&path));
            if synced.is_err() {
                // What was dropped meanwhile needs no other try.
                let mut all = self.unsaved();
                let Some(held) = all.values_mut().find(|held| held.path == path) else { continue };
                // What was written meanwhile is in line already; what is not there any more cannot be made durable.
                if matches!(held.standing, Standing::Durable) && states(&path).iter().any(|state| state.exists()) {
                    held.standing = Standing::Fresh;
                }
            }
            told.push((about, synced));
        }
        told
    }
}

/// The files that a state may be in, the latest first.
fn states(path: &Path) -> [PathBuf; 3] {
    let [fresh, next] = UNSAFE.map(|ending| beside(path, ending));
    [fresh, next, path.to_owned()]
}

/// What was tried again may have got that far the last time.
fn not_there(fault: DraftFault) -> Result<(), DraftFault> {
    match fault {
        DraftFault::Io { source, .. } if source.kind() == io::ErrorKind::NotFound => Ok(()),
        fault => Err(fault),
    }
}

/// Makes the next state durable; then it takes the place of the durable one.
fn settle(path: &Path) -> Result<(), DraftFault> {
    let next = beside(path, NEXT);
    match fs::File::open(&next).and_then(|file| file.sync_all()).and_then(|()| fs::rename(&next, path)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound && path.exists() => {}
        settled => settled.at(&next)?,
    }
    path.parent().map_or(Ok(()), place::sync)
}

/// The last state that is whole. Nobody was told that one is safe which is not durable: what a power cut left of it is put aside.
fn read(path: &Path) -> Result<Option<Found>, DraftFault> {
    if !lock::is_free(&beside(path, "lock")) {
        return Ok(None);
    }
    let is_there = |path: &PathBuf| !matches!(fs::symlink_metadata(path), Err(error) if error.kind() == io::ErrorKind::NotFound);
    let mut damaged = None;
    for state in states(path).into_iter().filter(is_there) {
        match read_one(path, &state) {
            Ok(found) => return Ok(Some(found)),
            Err(fault @ DraftFault::Damaged { .. }) => damaged = Some(fault),
            Err(fault) => return Err(fault),
        }
    }
    damaged.map_or(Ok(None), Err)
}

/// One state. Bytes that are none are put aside.
fn read_one(path: &Path, state: &Path) -> Result<Found, DraftFault> {
    match frame::only(&place::bytes(state, MOST)?) {
        Ok(found) => Ok(found),
        Err(fault @ frame::FrameFault::Newer { .. }) => Err(fault.into()),
        Err(fault) => {
            let free = (1..).map(|number| beside(path, &format!("aside-{number}"))).find(|aside| !aside.exists());
            if let Some(aside) = free {
                fs::rename(state, &aside).at(&aside)?;
            }
            Err(fault.into())
        }
    }
}
