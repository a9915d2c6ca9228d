//! Copies of the whole store beside what is used, each taken by itself before something is written.
//!
//! They lie in `copies/` in the store's own folder: whoever may write the store may write there, also where the folder above is not theirs, and
//! what is shared with a group is shared with its copies. Each is a store folder of its own:
//!
//! | name in `copies/` | what |
//! |---|---|
//! | `2026-11-22T15-17-02Z-12-import/` | a copy, taken at that moment with 12 as the last commit in it, before an import |
//! | anything that ends in `.new` | one that is being taken; what a killed program left of it is swept by the next |
//! | anything that ends in `.gone` | one that is being removed |
//! | a name, a number and `.exchange` | a store that is being put aside for a copy that comes in its place |
//!
//! A copy is taken while the store is open and held, after everything is synced and before anything is written: the
//! engine does nothing then, and its files are complete. They are copied, not linked: sled changes its files in place.

use std::fs;
use std::io;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::copy_name::{Before, CopyName};
use super::durable::{sync_directory, sync_path};
use super::fault::{At as _, StoreFault};
use super::modes::Access;
use super::open::Opened;
use super::place::{OUTBOX, Place};
use super::thinning::thin_out;
use crate::domain::amendment::{Amendment, Deed};
use crate::domain::snapshot::Revision;

const NEW: &str = ".new";
pub(super) const GONE: &str = ".gone";
const EXCHANGE: &str = ".exchange";

/// The file of an outbox that says everything.
const OUTBOX_JOURNAL: &str = "journal";

/// What an amendment is copied before; none for what the outbox knows better: what became of mails.
pub(super) const fn before(amendment: &Amendment) -> Option<Before> {
    match amendment.deed {
        Deed::Import => Some(Before::Import),
        Deed::TakenBack { .. } => Some(Before::Undo),
        Deed::Mailed(_) => None,
        Deed::Added
        | Deed::Edited
        | Deed::Removed
        | Deed::FlowMade(_)
        | Deed::FlowChanged(_)
        | Deed::Linked(_)
        | Deed::Unlinked(_)
        | Deed::Completed(_)
        | Deed::Answered(_)
        | Deed::AnsweredSeveral(_)
        | Deed::Closed(_)
        | Deed::Rescheduled(_)
        | Deed::Reworked(_) => Some(Before::Change),
    }
}

/// A copy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoreCopy {
    /// Its name.
    pub name: CopyName,
    /// What its files take.
    pub bytes: u64,
    /// Whether everything that belongs to it is there.
    pub wholeness: Wholeness,
}

/// Whether everything that belongs to a copy is there. Its records are not looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wholeness {
    /// It has its word and its engine's files.
    Whole,
    /// Something was taken away from it: it cannot be put back.
    Broken,
}

impl Wholeness {
    fn of(copy: &Place) -> Self {
        let files = [copy.about(), copy.sled().join("db"), copy.sled().join("conf")];
        if files.iter().all(|file| file.is_file()) { Self::Whole } else { Self::Broken }
    }
}

/// The copies of a place, newest first: by the number of their last commit, since a clock can have been wrong. What is half taken
/// or half removed is none.
pub(super) fn list(place: &Place) -> Result<Vec<StoreCopy>, StoreFault> {
    let mut copies = Vec::new();
    for (name, path) in entries(place)? {
        if let Ok(name) = name.parse() {
            let bytes = size(&path)?;
            copies.push(StoreCopy { name, bytes, wholeness: Wholeness::of(&Place { directory: path }) });
        }
    }
    copies.sort_by_key(|copy: &StoreCopy| std::cmp::Reverse((copy.name.revision, copy.name.when)));
    Ok(copies)
}

/// The folders in `copies/`, by name.
fn entries(place: &Place) -> Result<Vec<(String, PathBuf)>, StoreFault> {
    let folder = place.copies();
    let listed = match fs::read_dir(&folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        listed => listed.at(&folder)?,
    };
    let mut entries = Vec::new();
    for entry in listed {
        let entry = entry.at(&folder)?;
        if entry.file_type().at(&entry.path())?.is_dir() {
            entries.push((entry.file_name().to_string_lossy().into_owned(), entry.path()));
        }
    }
    Ok(entries)
}

/// What the files of a directory take, its own directories too.
pub(super) fn size(directory: &Path) -> Result<u64, StoreFault> {
    let mut bytes = 0;
    for entry in fs::read_dir(directory).at(directory)? {
        let entry = entry.at(directory)?;
        let about = match entry.metadata() {
            // The engine removes files whenever it likes.
            Err(error) if error.kind() == io::ErrorKind::NotFound => continue,
            about => about.at(&entry.path())?,
        };
        bytes += if about.is_dir() { size(&entry.path())? } else { about.len() };
    }
    Ok(bytes)
}

/// Takes a copy of a store that is open and held, and removes those that are too many.
///
/// # Errors
/// [`StoreFault::NotCopied`]; then nothing may be written.
pub(super) fn take(open: &Opened, before: Before) -> Result<(), StoreFault> {
    // In a store without a commit there is nothing to lose.
    if open.copies == 0 || open.head.revision == Revision(0) {
        return Ok(());
    }
    let place = &open.place;
    let taken = open.secure().and_then(|()| take_of(place, open.access, open.head.revision, before));
    let name = taken.map_err(|why| StoreFault::NotCopied { why: Box::new(why) })?;
    tracing::info!("store copied as {name}");
    // It is only room on the disk: the next one tries again.
    if let Err(fault) = thin_out(place, open.copies, &[name]) {
        tracing::warn!("an old copy of the store stays: {fault}");
    }
    Ok(())
}

fn take_of(place: &Place, access: Access, revision: Revision, before: Before) -> Result<CopyName, StoreFault> {
    let folder = place.copies();
    sweep(place)?;
    let name = free_name(place, revision, before);
    let new = folder.join(format!("{name}{NEW}"));
    let copied = copy_store(place, &new, access).and_then(|()| fs::rename(&new, place.copy(name)).at(&new));
    if let Err(fault) = copied {
        let _swept_next_time = fs::remove_dir_all(&new);
        return Err(fault);
    }
    sync_path(&folder)?;
    sync_path(&place.directory)?;
    Ok(name)
}

/// The name of a copy that is taken now; a second later where another was taken in this one.
pub(super) fn free_name(place: &Place, revision: Revision, before: Before) -> CopyName {
    let now = Timestamp::from_second(Timestamp::now().as_second()).unwrap_or(Timestamp::UNIX_EPOCH);
    let later = (0..).filter_map(|more| now.checked_add(jiff::SignedDuration::from_secs(more)).ok());
    let mut names = later.map(|when| CopyName { when, revision, before });
    names.find(|name| !place.copy(*name).exists()).unwrap_or(CopyName { when: now, revision, before })
}

/// Copies a store's files into a new directory and makes them durable.
fn copy_store(place: &Place, into: &Path, access: Access) -> Result<(), StoreFault> {
    let copy = Place { directory: into.to_owned() };
    copy_around(place, &copy, access)?;
    copy_directory(&place.sled(), &copy.sled(), access)?;
    sync_directory(into)
}

/// Copies what lies around the engine's directory.
pub(super) fn copy_around(place: &Place, copy: &Place, access: Access) -> Result<(), StoreFault> {
    make_directory(&place.copies(), access)?;
    make_directory(&copy.directory, access)?;
    let journal = place.directory.join(OUTBOX).join(OUTBOX_JOURNAL);
    if journal.is_file() {
        let outbox = copy.directory.join(OUTBOX);
        make_directory(&outbox, access)?;
        // It is only ever written behind its end, or replaced by another name: what is there is whole but for a last entry that the
        // outbox cuts off.
        copy_file(&journal, &outbox.join(OUTBOX_JOURNAL), access)?;
    }
    if place.about().is_file() { copy_file(&place.about(), &copy.about(), access) } else { Ok(()) }
}

/// Names a folder so that it is known, whenever this is killed, whether its engine's directory has changed places with that of the
/// store: by the number that the file system gave that directory.
pub(super) fn awaiting_exchange(place: &Place, working: &Place, name: CopyName) -> Result<Place, StoreFault> {
    let inode = inode(&working.sled())?;
    let waiting = Place { directory: place.copies().join(format!("{name}.{inode}{EXCHANGE}")) };
    fs::rename(&working.directory, &waiting.directory).at(&working.directory)?;
    sync_path(&place.copies())?;
    Ok(waiting)
}

/// Makes a copy of what was put aside.
pub(super) fn settle(place: &Place, waiting: &Place, name: CopyName) -> Result<(), StoreFault> {
    sync_directory(&waiting.directory)?;
    fs::rename(&waiting.directory, place.copy(name)).at(&waiting.directory)?;
    sync_path(&place.copies())
}

fn inode(path: &Path) -> Result<u64, StoreFault> {
    use std::os::unix::fs::MetadataExt as _;
    fs::symlink_metadata(path).at(path).map(|about| about.ino())
}

/// The copy that a folder becomes whose engine's directory has changed places; none where it has not.
fn put_aside(name: &str, path: &Path) -> Result<Option<CopyName>, StoreFault> {
    let parts = name.strip_suffix(EXCHANGE).and_then(|front| front.rsplit_once('.'));
    let Some((Ok(name), Ok(before))) = parts.map(|(name, inode)| (name.parse::<CopyName>(), inode.parse::<u64>())) else {
        return Ok(None);
    };
    let sled = path.join("sled");
    if fs::symlink_metadata(&sled).is_err_and(|error| error.kind() == io::ErrorKind::NotFound) {
        // Its removal was broken off: nothing of it is a copy.
        return Ok(None);
    }
    Ok((inode(&sled)? != before).then_some(name))
}

/// Copies what is in a directory, with its directories. What is neither file nor directory is not the store's.
pub(super) fn copy_directory(from: &Path, to: &Path, access: Access) -> Result<(), StoreFault> {
    make_directory(to, access)?;
    for entry in fs::read_dir(from).at(from)? {
        let entry = entry.at(from)?;
        let (path, kind) = (entry.path(), entry.file_type().at(&entry.path())?);
        let target = to.join(entry.file_name());
        if kind.is_dir() {
            copy_directory(&path, &target, access)?;
        } else if kind.is_file() && path.extension().is_none_or(|extension| extension != "generating") {
            copy_file(&path, &target, access)?;
        }
    }
    Ok(())
}

/// On file systems that can share blocks between files nothing is copied but the list of them.
pub(super) fn copy_file(from: &Path, to: &Path, access: Access) -> Result<(), StoreFault> {
    fs::copy(from, to).at(to)?;
    access.set_file(to)
}

fn make_directory(path: &Path, access: Access) -> Result<(), StoreFault> {
    match fs::DirBuilder::new().mode(0o700).create(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && path.is_dir() => Ok(()),
        made => {
            made.at(path)?;
            access.set_directory(path)
        }
    }
}

/// Removes what was half taken or half removed, and keeps what was put aside. The store is held.
pub(super) fn sweep(place: &Place) -> Result<(), StoreFault> {
    for (name, path) in entries(place)? {
        if name.ends_with(EXCHANGE)
            && let Some(name) = put_aside(&name, &path)?
        {
            settle(place, &Place { directory: path }, name)?;
        } else if [NEW, GONE, EXCHANGE].iter().any(|end| name.ends_with(end)) {
            fs::remove_dir_all(&path).at(&path)?;
        }
    }
    Ok(())
}
