//! A store that is made beside the place where it is to be, and moves there whole.
//!
//! The folder in which it is made has a file in it that says whose it is: nothing in a folder without it is ever touched.

use std::fs;
use std::io::{self, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};
use std::time::Instant;

use rustix::fs::{Access as Right, access};

use super::check::{Report, check};
use super::copies::{copy_directory, copy_file};
use super::durable::{sync_directory, sync_path};
use super::fault::{At as _, StoreFault};
use super::leftovers::{Leftovers, is_own, left_in};
use super::lock::{Holder, Lock};
use super::modes::Access;
use super::open::open;
use super::place::{About, Ground, OUTBOX, Place};
use super::rooms::Remaking;

/// Says that a folder is one of ours, and what in it.
const MARKER: &str = ".instroom-restoring";
const MARKED: &str =
    "Instroom makes a store ready in this folder. What is left here by a program that was killed is removed by the next.\n";

/// A folder in which a store is being made. It is removed where it does not move to its place.
pub(in crate::world) struct Beside {
    place: Place,
    target: PathBuf,
    lock: Option<Lock>,
    has_moved: bool,
    /// Folders above it that were made for it, the deepest first.
    made: Vec<PathBuf>,
}

impl Beside {
    /// Begins beside a place that has nothing in it, or is not there yet. What a killed program left of an earlier one is
    /// removed.
    ///
    /// # Errors
    /// [`StoreFault::Occupied`] where there is anything; [`StoreFault::InTheWay`] where the folder to make it in is somebody's;
    /// [`StoreFault::InUse`] where somebody else is at it.
    pub(in crate::world) fn begin(target: &Path, holder: &Holder) -> Result<Self, StoreFault> {
        is_bare(target)?;
        let (target, directory) = places(target)?;
        let above = target.parent().unwrap_or_else(|| Path::new("/"));
        let made = above.ancestors().take_while(|above| !above.exists()).map(Path::to_owned).collect();
        Place { directory: above.to_owned() }.make()?;
        match fs::DirBuilder::new().mode(0o700).create(&directory) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            made => made.at(&directory)?,
        }
        is_ours_to_clear(&directory)?;
        Access::Private.set_directory(&directory)?;
        let place = Place { directory };
        // It goes whatever fails from here on, unless somebody else is at it.
        let mut beside = Self { place, target, lock: None, has_moved: false, made };
        mark(&beside.place.directory)?;
        match Lock::take(&beside.place.lock(), Access::Private, holder, Instant::now()) {
            Ok(lock) => beside.lock = Some(lock),
            Err(fault) => {
                beside.has_moved = matches!(fault, StoreFault::InUse { .. });
                return Err(fault);
            }
        }
        beside.clear()?;
        Ok(beside)
    }

    /// The folder.
    pub(in crate::world) fn directory(&self) -> &Path {
        &self.place.directory
    }

    /// Begins to fill it with records.
    pub(in crate::world) fn remake(&self) -> Result<Remaking, StoreFault> {
        Remaking::begin(&self.place)
    }

    /// Fills it with a copy, for the person alone.
    pub(super) fn fill_from(&self, from: &Place) -> Result<(), StoreFault> {
        let Ground::Built(about) = from.look()? else { return Err(StoreFault::damaged("the copy is no store")) };
        copy_directory(&from.sled(), &self.place.sled(), Access::Private)?;
        let outbox = from.directory.join(OUTBOX);
        if outbox.is_dir() {
            copy_directory(&outbox, &self.place.directory.join(OUTBOX), Access::Private)?;
        }
        copy_file(&from.about(), &self.place.about(), Access::Private)?;
        self.place.write_about(About { access: Access::Private, ..about })
    }

    /// Looks at everything in it; then it moves to its place, where nothing may have been put meanwhile.
    ///
    /// # Errors
    /// [`StoreFault::Unsound`] where it is not whole; then nothing is there.
    pub(in crate::world) fn settle(mut self) -> Result<Report, StoreFault> {
        let lock = self.lock.take().ok_or_else(|| StoreFault::damaged("settled twice"))?;
        let opened = open(&self.place, Access::Private, lock)?;
        let report = check(&opened)?;
        opened.secure()?;
        let _lock = opened.close();
        if let Some(first) = report.troubles.first() {
            return Err(StoreFault::Unsound { count: report.troubles.len(), first: Box::new(first.clone()) });
        }
        sync_directory(&self.place.directory)?;
        is_bare(&self.target)?;
        clear_leftovers(&self.target)?;
        fs::rename(&self.place.directory, &self.target).at(&self.target)?;
        self.has_moved = true;
        // Without it there would be no telling whose it is until it has moved; in a store it means nothing.
        let marker = self.target.join(MARKER);
        fs::remove_file(&marker).at(&marker)?;
        sync_path(&self.target)?;
        sync_path(self.target.parent().unwrap_or_else(|| Path::new("/")))?;
        Ok(report)
    }

    /// Removes what is in it but the lock and the word of whose it is.
    fn clear(&self) -> Result<(), StoreFault> {
        for entry in fs::read_dir(&self.place.directory).at(&self.place.directory)? {
            let path = entry.at(&self.place.directory)?.path();
            if path == self.place.lock() || path == self.place.directory.join(MARKER) {
                continue;
            }
            remove(&path).at(&path)?;
        }
        Ok(())
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        if !self.has_moved {
            // What stays is removed by the next.
            let _next_time = fs::remove_dir_all(&self.place.directory);
            // Somebody may have put something there meanwhile: then it stays.
            let _stays = self.made.iter().try_for_each(fs::remove_dir);
        }
    }
}

/// Whether [`Beside::begin`] could begin there. Makes nothing.
///
/// # Errors
/// As it would.
pub(in crate::world) fn could_begin(target: &Path) -> Result<(), StoreFault> {
    is_bare(target)?;
    let (target, directory) = places(target)?;
    if directory.symlink_metadata().is_ok() {
        is_ours_to_clear(&directory)?;
    }
    let above = target.ancestors().skip(1).find(|above| above.symlink_metadata().is_ok()).unwrap_or_else(|| Path::new("/"));
    access(above, Right::WRITE_OK | Right::EXEC_OK).at(above)
}

/// Where the store is to be, and the folder in which it is made.
fn places(target: &Path) -> Result<(PathBuf, PathBuf), StoreFault> {
    let target = whole_path(target)?;
    let name = target.file_name().ok_or_else(|| StoreFault::Occupied { path: target.clone() })?;
    let mut hidden = std::ffi::OsString::from(".");
    hidden.push(name);
    hidden.push(".restoring");
    let directory = target.with_file_name(hidden);
    Ok((target, directory))
}

/// A folder is ours where nothing is in it yet, or our word stands in it: of this person, and no link.
///
/// # Errors
/// [`StoreFault::InTheWay`].
fn is_ours_to_clear(directory: &Path) -> Result<(), StoreFault> {
    let in_the_way = || StoreFault::InTheWay { path: directory.to_owned() };
    let about = fs::symlink_metadata(directory).at(directory)?;
    if !about.is_dir() || !is_own(&about) {
        return Err(in_the_way());
    }
    let is_empty = fs::read_dir(directory).at(directory)?.next().is_none();
    if is_empty || is_marked(directory) { Ok(()) } else { Err(in_the_way()) }
}

fn is_marked(directory: &Path) -> bool {
    let path = directory.join(MARKER);
    let is_file = fs::symlink_metadata(&path).is_ok_and(|about| about.is_file() && is_own(&about));
    // A program can be killed while it writes the word.
    is_file && fs::read_to_string(&path).is_ok_and(|word| MARKED.starts_with(&word))
}

fn mark(directory: &Path) -> Result<(), StoreFault> {
    let path = directory.join(MARKER);
    match fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists && is_marked(directory) => Ok(()),
        made => made.and_then(|mut file| file.write_all(MARKED.as_bytes())).at(&path),
    }
}

/// Whether it is a directory itself, and no link to one.
fn is_directory(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|about| about.is_dir())
}

fn remove(path: &Path) -> io::Result<()> {
    if is_directory(path) { fs::remove_dir_all(path) } else { fs::remove_file(path) }
}

/// A place is bare where there is nothing, an empty folder, or what a founding of this person left that did not get through.
///
/// # Errors
/// [`StoreFault::Occupied`].
fn is_bare(target: &Path) -> Result<(), StoreFault> {
    let place = Place { directory: target.to_owned() };
    let occupied = || StoreFault::Occupied { path: target.to_owned() };
    if target.is_symlink() && !target.exists() {
        return Err(occupied());
    }
    match place.look() {
        Ok(Ground::Bare) if place.copies().exists() || target.join(OUTBOX).exists() => Err(occupied()),
        // An empty lock may be of any program: it is not removed, and where it lies nothing can move.
        Ok(Ground::Bare) if left_in(&place)? < Leftovers::Ours => Err(occupied()),
        Ok(Ground::Bare) => Ok(()),
        Ok(Ground::Built(_)) | Err(StoreFault::NotAStore { .. } | StoreFault::NewerFormat { .. } | StoreFault::Damaged { .. }) => {
            Err(occupied())
        }
        Err(fault) => Err(fault),
    }
}

/// The path without links; of what is not there yet, from the folder that is.
fn whole_path(target: &Path) -> Result<PathBuf, StoreFault> {
    if target.exists() { target.canonicalize().at(target) } else { std::path::absolute(target).at(target) }
}

/// Removes what [`is_bare`] found to be ours.
fn clear_leftovers(target: &Path) -> Result<(), StoreFault> {
    let place = Place { directory: target.to_owned() };
    for path in place.leftovers() {
        match remove(&path) {
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {}
            removed => removed.at(&path)?,
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::PermissionsExt as _;

    fn holder() -> Holder {
        Holder { who: "an".into(), pid: 7, since: jiff::Timestamp::UNIX_EPOCH, doing: super::super::lock::Deed::PuttingBack }
    }

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().permissions().mode() & 0o7777
    }

    #[test]
    fn a_folder_of_somebody_is_neither_cleared_nor_used() {
        let folder = tempfile::tempdir().unwrap();
        let (target, working) = (folder.path().join("store"), folder.path().join(".store.restoring"));
        fs::create_dir(&working).unwrap();
        fs::set_permissions(&working, fs::Permissions::from_mode(0o777)).unwrap();
        for theirs in ["holiday.jpg", "lock", "store.toml", "sled", MARKER] {
            fs::write(working.join(theirs), "theirs").unwrap();
            for begun in [Beside::begin(&target, &holder()).map(drop), could_begin(&target)] {
                assert!(matches!(begun, Err(StoreFault::InTheWay { path }) if path == working), "{theirs}");
            }
            assert_eq!((fs::read(working.join(theirs)).unwrap(), mode(&working)), (b"theirs".to_vec(), 0o777));
            fs::remove_file(working.join(theirs)).unwrap();
        }
        std::os::unix::fs::symlink(folder.path(), working.join(MARKER)).unwrap();
        assert!(matches!(could_begin(&target), Err(StoreFault::InTheWay { .. })));
        fs::remove_file(working.join(MARKER)).unwrap();
        fs::remove_dir(&working).unwrap();
        let elsewhere = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink(elsewhere.path(), &working).unwrap();
        assert!(matches!(Beside::begin(&target, &holder()), Err(StoreFault::InTheWay { .. })));
    }

    #[test]
    fn what_a_killed_program_left_is_cleared_and_closed_to_others() {
        let folder = tempfile::tempdir().unwrap();
        let (target, working) = (folder.path().join("store"), folder.path().join(".store.restoring"));
        for word in ["", "Instroom", MARKED] {
            fs::create_dir(&working).unwrap();
            fs::set_permissions(&working, fs::Permissions::from_mode(0o777)).unwrap();
            fs::write(working.join(MARKER), word).unwrap();
            fs::create_dir_all(working.join("sled/blobs")).unwrap();
            let beside = Beside::begin(&target, &holder()).unwrap();
            assert_eq!(mode(&working), 0o700);
            assert!(!working.join("sled").exists() && matches!(Beside::begin(&target, &holder()), Err(StoreFault::InUse { .. })));
            drop(beside);
            assert!(!working.exists());
        }
        drop(Beside::begin(&folder.path().join("made/on/the/way"), &holder()).unwrap());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "what was made for it goes with it");
    }

    #[test]
    fn what_could_be_anybodys_stays_where_the_store_is_to_be() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("store");
        fs::create_dir(&target).unwrap();
        for (name, bytes) in [("lock", ""), ("lock", "7"), ("mark", "a mark"), ("store.toml", "mine = 1"), ("sled.new", "")] {
            fs::write(target.join(name), bytes).unwrap();
            for begun in [Beside::begin(&target, &holder()).map(drop), could_begin(&target)] {
                assert!(matches!(begun, Err(StoreFault::Occupied { path }) if path == target), "{name} {bytes}");
            }
            assert_eq!(fs::read(target.join(name)).unwrap(), bytes.as_bytes());
            fs::remove_file(target.join(name)).unwrap();
        }
        fs::remove_dir(&target).unwrap();
        std::os::unix::fs::symlink(folder.path().join("nowhere"), &target).unwrap();
        assert!(matches!(could_begin(&target), Err(StoreFault::Occupied { .. })));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }
}
