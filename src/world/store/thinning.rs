//! Which copies go when there are too many.
//!
//! Those from before imports and taking back, those from before other changes, and those from before a copy was put back each have an
//! allowance of their own, so that none of them pushes out another kind. What is older is told by the number of the last commit: a clock can have
//! been wrong.

use std::cmp::Reverse;
use std::fs;

use super::copies::{GONE, StoreCopy, Wholeness, list, sweep};
use super::copy_name::{Before, CopyName};
use super::durable::sync_path;
use super::fault::{At as _, StoreFault};
use super::place::Place;

/// How many copies from before a copy was put back stay: the one that was just made, and the last of those before it.
const BEFORE_RESTORE: usize = 2;

/// Of small changes one copy stays, so that they never push out what lay before an import.
const BEFORE_CHANGE: usize = 1;

/// Removes copies that are too many, oldest first, but never those that are spared; gives their names. `most` is how many stay from
/// before imports and taking back. What is not whole goes before anything that is.
pub(super) fn thin_out(place: &Place, most: u16, spared: &[CopyName]) -> Result<Vec<CopyName>, StoreFault> {
    let mut copies = list(place)?;
    copies.sort_by_key(|copy| {
        let StoreCopy { name, wholeness, .. } = copy;
        Reverse((spared.contains(name), *wholeness == Wholeness::Whole, name.revision, name.when))
    });
    let mut left = [usize::from(most), BEFORE_CHANGE.min(usize::from(most)), BEFORE_RESTORE];
    let mut gone = Vec::new();
    for StoreCopy { name, .. } in copies {
        let [imports, changes, restores] = &mut left;
        let allowance = match name.before {
            Before::Import | Before::Undo => imports,
            Before::Change => changes,
            Before::Restore => restores,
        };
        if *allowance == 0 && !spared.contains(&name) {
            remove(place, name)?;
            tracing::info!("copy {name} gone to make room");
            gone.push(name);
        }
        *allowance = allowance.saturating_sub(1);
    }
    Ok(gone)
}

/// Removes one copy: it is none any more before its first file goes, after a power cut either.
fn remove(place: &Place, name: CopyName) -> Result<(), StoreFault> {
    let (path, gone) = (place.copy(name), place.copies().join(format!("{name}{GONE}")));
    fs::rename(&path, &gone).at(&path)?;
    sync_path(&place.copies())?;
    fs::remove_dir_all(&gone).at(&gone)
}

/// Removes every copy: somebody who is in them was erased from the store.
pub(super) fn forget(place: &Place) -> Result<(), StoreFault> {
    sweep(place)?;
    let copies = list(place)?;
    copies.into_iter().try_for_each(|copy| remove(place, copy.name))?;
    if place.copies().is_dir() { sync_path(&place.copies()) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::snapshot::Revision;

    fn place() -> (tempfile::TempDir, Place) {
        let folder = tempfile::tempdir().unwrap();
        let place = Place { directory: folder.path().join("store") };
        (folder, place)
    }

    fn put(place: &Place, moment: &str, revision: u64, before: Before) -> CopyName {
        let name = CopyName { when: moment.parse().unwrap(), revision: Revision(revision), before };
        let copy = Place { directory: place.copy(name) };
        fs::create_dir_all(copy.sled()).unwrap();
        for file in [copy.about(), copy.sled().join("db"), copy.sled().join("conf")] {
            fs::write(file, "").unwrap();
        }
        name
    }

    fn names(place: &Place) -> Vec<CopyName> {
        list(place).unwrap().into_iter().map(|copy| copy.name).collect()
    }

    #[test]
    fn small_changes_never_push_out_what_lay_before_an_import() {
        let (_folder, place) = place();
        let import = put(&place, "2026-11-22T10:00:00Z", 1, Before::Import);
        let undo = put(&place, "2026-11-22T11:00:00Z", 2, Before::Undo);
        let changes = [12, 13, 14].map(|hour| put(&place, &format!("2026-11-22T{hour}:00:00Z"), hour, Before::Change));
        fs::create_dir(place.copies().join(format!("{import}.new"))).unwrap();
        assert_eq!(names(&place), [changes[2], changes[1], changes[0], undo, import]);
        assert_eq!(thin_out(&place, 2, &[]).unwrap(), [changes[1], changes[0]]);
        assert_eq!(names(&place), [changes[2], undo, import]);
        assert_eq!(thin_out(&place, 1, &[]).unwrap(), [import]);
        assert_eq!(names(&place), [changes[2], undo]);
        assert_eq!(fs::read_dir(place.copies()).unwrap().count(), 3);
        forget(&place).unwrap();
        assert_eq!((names(&place), fs::read_dir(place.copies()).unwrap().count()), (vec![], 0));
    }

    #[test]
    fn a_clock_that_was_wrong_makes_no_copy_the_newest() {
        let (_folder, place) = place();
        let future = put(&place, "2099-01-01T00:00:00Z", 1, Before::Import);
        let earlier = put(&place, "2026-11-22T10:00:00Z", 2, Before::Import);
        let now = put(&place, "2026-11-22T11:00:00Z", 3, Before::Import);
        assert_eq!(names(&place), [now, earlier, future]);
        assert_eq!(thin_out(&place, 2, &[now]).unwrap(), [future]);
        // Of one number, the moment tells; and what was just taken stays whatever it says.
        let future = put(&place, "2099-01-01T00:00:00Z", 3, Before::Import);
        assert_eq!(names(&place), [future, now, earlier]);
        assert_eq!(thin_out(&place, 1, &[now]).unwrap(), [future, earlier]);
        assert_eq!(names(&place), [now]);
    }

    #[test]
    fn what_is_spared_stays_and_putting_back_pushes_out_nothing_else() {
        let (_folder, place) = place();
        let old = put(&place, "2026-11-20T10:00:00Z", 1, Before::Import);
        let import = put(&place, "2026-11-21T10:00:00Z", 2, Before::Import);
        let restores = [9, 3, 4].map(|revision| put(&place, &format!("2026-11-22T1{revision}:00:00Z"), revision, Before::Restore));
        assert_eq!(thin_out(&place, 1, &[old, restores[1]]).unwrap(), [restores[2], import]);
        assert_eq!(names(&place), [restores[0], restores[1], old]);
    }

    #[test]
    fn what_is_not_whole_goes_first() {
        let (_folder, place) = place();
        let whole = put(&place, "2026-11-20T10:00:00Z", 1, Before::Import);
        let broken = put(&place, "2026-11-21T10:00:00Z", 2, Before::Import);
        fs::remove_file(place.copy(broken).join("store.toml")).unwrap();
        let told: Vec<Wholeness> = list(&place).unwrap().into_iter().map(|copy| copy.wholeness).collect();
        assert_eq!(told, [Wholeness::Broken, Wholeness::Whole]);
        assert_eq!(thin_out(&place, 1, &[]).unwrap(), [broken]);
        assert_eq!(names(&place), [whole]);
    }
}
