//! Putting a copy back: in the place of the store, which becomes a copy itself, or into a folder of its own.
//!
//! In its own place the outbox stays as it is: what has left has left, whatever the store says. Numbers are not given out
//! twice: the next customer and the next commit get those behind the highest that is known.

use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

use rustix::fs::{Access as Right, CWD, RenameFlags, access};

use super::apart::Apart;
use super::beside::Beside;
use super::check::{Report, check};
use super::copies::{awaiting_exchange, copy_around, copy_directory, copy_file, free_name, list, settle, sweep};
use super::copy_name::{Before, CopyName};
use super::durable::{sync_directory, sync_path};
use super::fault::{At as _, StoreFault};
use super::layout::{HEAD, Head, INTENT, Intent, pack};
use super::lock::{Holder, Lock};
use super::mark;
use super::modes::{Access, Umask};
use super::open::{Opened, open};
use super::place::{About, Ground, Place};
use super::thinning::thin_out;
use crate::domain::change_set::CommitId;
use crate::domain::snapshot::Revision;
use crate::world::ids::random_hex;

/// Where a copy is made ready. What is kept is not touched.
const WORKING: &str = "restoring.new";

/// A copy that was put back in the place of the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PutBack {
    /// What is in the store now.
    pub report: Report,
    /// The copy that the store as it was has become; none where there was none.
    pub kept_as: Option<CopyName>,
    /// Copies that went, since there would have been too many.
    pub gone: Vec<CopyName>,
}

/// Numbers that were given out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in crate::world) struct Given {
    /// The highest number of a customer.
    pub(in crate::world) customer: u64,
    /// The highest number of a commit.
    pub(in crate::world) commit: u64,
}

impl Given {
    fn of(open: &Opened) -> Self {
        Self { customer: open.head.next_id.saturating_sub(1), commit: open.next_number().0.saturating_sub(1) }
    }

    fn and(self, other: Self) -> Self {
        Self { customer: self.customer.max(other.customer), commit: self.commit.max(other.commit) }
    }
}

/// Puts a copy into a folder that has nothing in it.
pub(super) fn put_into(place: &Place, name: CopyName, target: &Path, holder: &Holder) -> Result<Report, StoreFault> {
    let copy = found(place, name)?;
    let beside = Beside::begin(target, holder)?;
    let settled = beside.fill_from(&copy).and_then(|()| beside.settle());
    settled.map_err(|fault| fault.of_copy(&name))
}

/// Puts a copy in the place of the store. `known` are numbers that are known from elsewhere to have been given out: the store
/// itself may be too damaged to say.
pub(super) fn put_back(
    place: &Place,
    name: CopyName,
    most: u16,
    (holder, patience): (&Holder, Duration),
    known: Given,
) -> Result<PutBack, StoreFault> {
    let copy = found(place, name)?;
    let of_copy = about(&copy, name)?;
    let access = match place.look() {
        Ok(Ground::Built(about)) => about.access,
        Ok(Ground::Bare) => of_copy.access,
        // Its engine is gone; what else lies there is of the store whose copy this is.
        Err(StoreFault::NotAStore { .. }) if !place.sled().exists() => of_copy.access,
        Err(fault) => return Err(fault),
    };
    let take = || Lock::take(&place.lock(), access, holder, Instant::now() + patience);
    let mut lock = take()?;
    let mut given = list(place)?.iter().fold(known, |given, copy| given.and(Given { customer: 0, commit: copy.name.revision.0 }));
    let mut revision = None;
    if place.sled().exists() {
        match open(place, access, lock) {
            Ok(opened) => {
                given = given.and(Given::of(&opened));
                revision = Some(opened.head.revision);
                opened.secure()?;
                lock = opened.close();
            }
            // What cannot be opened is kept all the same: somebody may know how to read it.
            Err(fault) => {
                tracing::warn!("a store that cannot be opened is put aside: {fault}");
                lock = take()?;
            }
        }
    }
    sweep(place)?;
    let working = Place { directory: place.copies().join(WORKING) };
    let put = ready(place, &copy, &working, access).and_then(|()| {
        let report = made_ready(&working, access, holder, given).map_err(|fault| fault.of_copy(&name))?;
        let _umask = Umask::set(access);
        mark::change(place)?;
        Ok((report, exchange(place, &working, revision.unwrap_or(Revision(given.commit)))?))
    });
    let (report, kept_as) = put.inspect_err(|_| {
        if let Err(fault) = sweep(place) {
            tracing::warn!("what was made ready stays until the next copy: {fault}");
        }
    })?;
    drop(lock);
    let spared: Vec<CopyName> = kept_as.into_iter().chain([name]).collect();
    let gone = thin_out(place, most.max(1), &spared).unwrap_or_else(|fault| {
        tracing::warn!("an old copy of the store stays: {fault}");
        Vec::new()
    });
    Ok(PutBack { report, kept_as, gone })
}

/// What a copy says of itself.
fn about(copy: &Place, name: CopyName) -> Result<About, StoreFault> {
    match copy.look() {
        Ok(Ground::Built(about)) => Ok(about),
        Ok(Ground::Bare) => Err(StoreFault::damaged("the engine's folder is missing").of_copy(&name)),
        Err(fault) => Err(fault.of_copy(&name)),
    }
}

/// Makes a copy ready in a working folder, with what lies around the store.
fn ready(place: &Place, copy: &Place, working: &Place, access: Access) -> Result<(), StoreFault> {
    copy_around(place, working, access)?;
    if !working.about().exists() {
        copy_file(&copy.about(), &working.about(), access)?;
    }
    copy_directory(&copy.sled(), &working.sled(), access)
}

/// Whether the folders in which a copy changes places with the store can be written.
pub(super) fn could_put_back(place: &Place) -> Result<(), StoreFault> {
    [&place.directory, &place.copies()].into_iter().try_for_each(|folder| access(folder, Right::WRITE_OK | Right::EXEC_OK).at(folder))
}

fn found(place: &Place, name: CopyName) -> Result<Place, StoreFault> {
    let directory = place.copy(name);
    if directory.is_dir() { Ok(Place { directory }) } else { Err(StoreFault::NoSuchCopy { name: name.to_string() }) }
}

/// Looks at everything in it, and writes down which numbers were given out.
fn made_ready(working: &Place, access: Access, holder: &Holder, given: Given) -> Result<Report, StoreFault> {
    let lock = Lock::take(&working.lock(), access, holder, Instant::now())?;
    let opened = open(working, access, lock)?;
    let report = check(&opened)?;
    if let Some(first) = report.troubles.first() {
        return Err(StoreFault::Unsound { count: report.troubles.len(), first: Box::new(first.clone()) });
    }
    let (path, given) = (working.sled(), given.and(Given::of(&opened)));
    let head = Head { next_id: given.customer + 1, ..opened.head.clone() };
    let commit = CommitId(random_hex(16).at(&path)?);
    let intent = Intent { number: Revision(given.commit), commit, swept: true };
    opened.db.insert(HEAD, pack(&head)?).at(&path)?;
    opened.db.insert(INTENT, pack(&intent)?).at(&path)?;
    opened.secure()?;
    drop(opened.close());
    sync_directory(&working.directory)?;
    Ok(report)
}

/// The one step: the engine's directories change places. What was used is kept as a copy, which all but the engine's
/// directory in the working folder was made for.
fn exchange(place: &Place, working: &Place, revision: Revision) -> Result<Option<CopyName>, StoreFault> {
    let used = place.sled();
    if !used.exists() {
        fs::rename(working.about(), place.about()).at(&place.about())?;
        fs::rename(working.sled(), &used).at(&used)?;
        sync_path(&place.directory)?;
        let _swept_next_time = fs::remove_dir_all(&working.directory);
        return Ok(None);
    }
    let name = free_name(place, revision, Before::Restore);
    let waiting = awaiting_exchange(place, working, name)?;
    rustix::fs::renameat_with(CWD, waiting.sled(), CWD, &used, RenameFlags::EXCHANGE).at(&used)?;
    sync_path(&place.directory)?;
    settle(place, &waiting, name)?;
    Ok(Some(name))
}

/// Looks at a copy as a check looks at a store. The engine may write its snapshot anew, nothing else.
pub(super) fn look_at(place: &Place, name: CopyName, holder: &Holder, apart: &Apart) -> Result<Report, StoreFault> {
    let copy = found(place, name)?;
    about(&copy, name)?;
    let checked = apart.enter(&copy, holder, Duration::ZERO).and_then(|opened| opened.map(|opened| check(&opened)).transpose());
    let report = checked.map_err(|fault| fault.of_copy(&name))?;
    report.ok_or_else(|| StoreFault::NoSuchCopy { name: name.to_string() })
}
