//! A store that is made beside the place where it is to be, and moves there whole.

use std::fs;
use std::io;
use std::os::unix::fs::DirBuilderExt as _;
use std::path::{Path, PathBuf};
use std::time::Instant;

use super::check::{Report, check};
use super::copies::{copy_directory, copy_file};
use super::durable::{sync_directory, sync_path};
use super::fault::{At as _, StoreFault};
use super::lock::{Holder, Lock};
use super::modes::Access;
use super::open::open;
use super::place::{About, Ground, OUTBOX, Place};
use super::rooms::Remaking;

/// A folder in which a store is being made. It is removed where it does not move to its place.
pub(in crate::world) struct Beside {
    place: Place,
    target: PathBuf,
    lock: Option<Lock>,
}

impl Beside {
    /// Begins beside a place that has nothing in it, or is not there yet. What a killed program left of an earlier one is
    /// removed.
    ///
    /// # Errors
    /// [`StoreFault::Occupied`] where there is anything; [`StoreFault::InUse`] where somebody else is at it.
    pub(in crate::world) fn begin(target: &Path, holder: &Holder) -> Result<Self, StoreFault> {
        is_bare(target)?;
        let target = whole_path(target)?;
        let name = target.file_name().ok_or_else(|| StoreFault::Occupied { path: target.clone() })?;
        let directory = target.with_file_name(format!(".{}.restoring", name.to_string_lossy()));
        let above = target.parent().unwrap_or_else(|| Path::new("/"));
        Place { directory: above.to_owned() }.make()?;
        match fs::DirBuilder::new().mode(0o700).create(&directory) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && is_directory(&directory) => {}
            made => made.at(&directory)?,
        }
        let place = Place { directory };
        let lock = Lock::take(&place.lock(), Access::Private, holder, Instant::now())?;
        let beside = Self { place, target, lock: Some(lock) };
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
        sync_path(self.target.parent().unwrap_or_else(|| Path::new("/")))?;
        Ok(report)
    }

    /// Removes what is in it but the lock.
    fn clear(&self) -> Result<(), StoreFault> {
        for entry in fs::read_dir(&self.place.directory).at(&self.place.directory)? {
            let path = entry.at(&self.place.directory)?.path();
            if path == self.place.lock() {
                continue;
            }
            if is_directory(&path) { fs::remove_dir_all(&path) } else { fs::remove_file(&path) }.at(&path)?;
        }
        Ok(())
    }
}

impl Drop for Beside {
    fn drop(&mut self) {
        // Gone where it moved to its place. What stays is removed by the next.
        let _next_time = fs::remove_dir_all(&self.place.directory);
    }
}

/// Whether it is a directory itself, and no link to one.
fn is_directory(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|about| about.is_dir())
}

/// A place is bare where there is nothing, an empty folder, or what a founding left that did not get through.
///
/// # Errors
/// [`StoreFault::Occupied`].
pub(in crate::world) fn is_bare(target: &Path) -> Result<(), StoreFault> {
    let place = Place { directory: target.to_owned() };
    let occupied = || StoreFault::Occupied { path: target.to_owned() };
    match place.look() {
        Ok(Ground::Bare) if place.copies().exists() || target.join(OUTBOX).exists() => Err(occupied()),
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

fn clear_leftovers(target: &Path) -> Result<(), StoreFault> {
    let place = Place { directory: target.to_owned() };
    for path in place.leftovers() {
        let removed = if is_directory(&path) { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        match removed {
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {}
            removed => removed.at(&path)?,
        }
    }
    Ok(())
}
