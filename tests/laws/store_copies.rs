//! Before something is written the store is copied, and a copy can be put back.

use std::fs;
use std::ops::ControlFlow;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use instroom::domain::amendment::{Becomes, Deed};
use instroom::domain::customer::CustomerId;
use instroom::domain::field::Field;
use instroom::domain::snapshot::{Revision, Snapshot};
use instroom::domain::store_copy::Before;
use instroom::world::backup::put_copy_back;
use instroom::world::outbox::KeptOutbox;
use instroom::world::store::{CommitFault, CopyName, SledStore, Store as _, StoreFault, Wholeness};

use super::store_backup::full_office;
use super::store_damage::Office;
use crate::support::amendments::{amend, amendment, becoming, editing, weigh};
use crate::support::imports::{Import, flow, founding, hand, person, stored};

fn names(store: &SledStore) -> Vec<CopyName> {
    store.copies().unwrap().into_iter().map(|copy| copy.name).collect()
}

fn add(store: &SledStore, name: &str, number: u64) -> Result<(), CommitFault> {
    let seen = store.snapshot().unwrap();
    let set = Import::new(name, &seen, flow(2025)).adding([person(number)]).done();
    store.commit(&set, &hand("an"), &mut |_| ControlFlow::Continue(())).map(drop)
}

fn edit(store: &SledStore, name: &str, id: u64) -> Result<(), CommitFault> {
    let seen = store.snapshot().unwrap();
    let mut amendment = amendment(name, &seen, Deed::Edited);
    amendment.customers = vec![editing(&seen, id, Field::City, name)];
    amend(store, &amendment).map(drop)
}

/// What a copy holds.
fn inside(store: &SledStore, name: CopyName) -> Snapshot {
    SledStore::new(store.directory().join("copies").join(name.to_string()), founding()).snapshot().unwrap()
}

#[test]
fn every_import_undo_and_change_begins_with_a_copy_of_what_was() {
    let office = Office::bare();
    let store = office.store.clone().keeping(5);
    add(&store, "first", 100).unwrap();
    assert_eq!(names(&store), [], "there was nothing to copy");
    let before = store.snapshot().unwrap();
    add(&store, "second", 101).unwrap();
    let [name] = names(&store)[..] else { panic!("one copy: {:?}", names(&store)) };
    assert_eq!((name.revision, name.before), (Revision(1), Before::Import));
    assert_eq!(inside(&store, name), before);
    assert_eq!(store.check_copy(name).unwrap().troubles, []);
    edit(&store, "Aalst", 1).unwrap();
    edit(&store, "Ninove", 1).unwrap();
    amend(&store, &weigh(&store, "undo", Revision(2)).amendment).unwrap();
    let kinds: Vec<(u64, Before)> = names(&store).iter().map(|name| (name.revision.0, name.before)).collect();
    assert_eq!(kinds, [(4, Before::Undo), (3, Before::Change), (1, Before::Import)], "of small changes the last one stays");
    assert_eq!(stored(&inside(&store, names(&store)[1]), 1).text(Field::City), "Aalst");
    for copy in store.copies().unwrap() {
        assert!(copy.bytes > 1_000);
        assert_eq!(store.check_copy(copy.name).unwrap().troubles, []);
    }
    for (path, mode) in walk(&store.directory().join("copies")) {
        assert_eq!(mode & 0o7777, if path.is_dir() { 0o700 } else { 0o600 }, "{}", path.display());
    }
}

/// Everything below a directory with its mode.
fn walk(directory: &Path) -> Vec<(PathBuf, u32)> {
    let below = fs::read_dir(directory).unwrap().flat_map(|entry| {
        let path = entry.unwrap().path();
        if path.is_dir() { walk(&path) } else { vec![(path.clone(), fs::metadata(&path).unwrap().permissions().mode())] }
    });
    [(directory.to_owned(), fs::metadata(directory).unwrap().permissions().mode())].into_iter().chain(below).collect()
}

#[test]
fn so_many_stay_as_are_asked_for_and_none_where_none_are() {
    let office = Office::new();
    for (most, number) in [(2, 200), (2, 201), (2, 202)] {
        add(&office.store.clone().keeping(most), &number.to_string(), number).unwrap();
    }
    assert_eq!(names(&office.store).iter().map(|name| name.revision.0).collect::<Vec<_>>(), [4, 3]);
    add(&office.store.clone().keeping(0), "none", 203).unwrap();
    assert_eq!(names(&office.store).len(), 2, "what is there is not thrown away by it");
    let repeated = Import::new("202", &office.store.snapshot().unwrap(), flow(2025)).adding([person(202)]).done();
    office.store.clone().keeping(2).commit(&repeated, &hand("an"), &mut |_| ControlFlow::Continue(())).unwrap();
    assert_eq!(names(&office.store).iter().map(|name| name.revision.0).collect::<Vec<_>>(), [4, 3], "a repeated commit writes nothing");
}

#[test]
fn where_no_copy_can_be_taken_nothing_is_written() {
    let office = Office::new();
    let store = office.store.clone().keeping(3);
    let before = store.snapshot().unwrap();
    fs::write(store.directory().join("copies"), "no folder").unwrap();
    for refused in [add(&store, "import", 300), edit(&store, "edit", 1)] {
        assert!(matches!(&refused, Err(CommitFault::Store(StoreFault::NotCopied { .. }))), "{refused:?}");
    }
    assert_eq!((store.snapshot().unwrap(), store.check().unwrap().unwrap().troubles), (before, vec![]));
    add(&store.clone().keeping(0), "without", 300).unwrap();
    fs::remove_file(store.directory().join("copies")).unwrap();
    add(&store, "with", 301).unwrap();
    assert_eq!(names(&store).len(), 1);
}

#[test]
fn what_is_half_taken_or_half_removed_is_no_copy_and_is_swept() {
    let office = Office::new();
    let store = office.store.clone().keeping(3);
    add(&store, "a first", 300).unwrap();
    let [name] = names(&store)[..] else { panic!("one copy") };
    let copies = store.directory().join("copies");
    for half in [format!("{name}.new"), format!("{name}.gone"), "restoring.new".to_owned()] {
        fs::create_dir_all(copies.join(half).join("sled")).unwrap();
    }
    assert_eq!(names(&store), [name]);
    assert!(matches!(store.check_copy("2026-01-01T00-00-00Z-1-import".parse().unwrap()), Err(StoreFault::NoSuchCopy { .. })));
    add(&store, "a second", 301).unwrap();
    assert_eq!((names(&store).len(), fs::read_dir(&copies).unwrap().count()), (2, 2));
}

#[test]
fn the_erased_are_in_no_copy() {
    let office = full_office();
    let store = office.store.clone().keeping(5);
    add(&store, "a first", 300).unwrap();
    edit(&store, "Aalst", 1).unwrap();
    assert_eq!(names(&store).len(), 2);
    let seen = store.snapshot().unwrap();
    let mut removal = amendment("removal", &seen, Deed::Removed);
    removal.customers = vec![becoming(&seen, 7, Becomes::Erased)];
    amend(&store, &removal).unwrap();
    assert_eq!((names(&store), fs::read_dir(store.directory().join("copies")).unwrap().count()), (vec![], 0));
}

#[test]
fn a_copy_in_the_place_of_the_store_is_the_store_as_it_was_and_no_number_is_given_twice() {
    let office = full_office();
    let store = office.store.clone().keeping(5);
    let was = store.snapshot().unwrap();
    let mark = store.mark();
    add(&store, "mistake", 300).unwrap();
    let mistake = store.snapshot().unwrap();
    let [name] = names(&store)[..] else { panic!("one copy") };
    let outbox = KeptOutbox::of_store(store.directory()).read().unwrap();
    let put = put_copy_back(&store, name).unwrap();
    assert_eq!((put.report.troubles.as_slice(), store.check().unwrap().unwrap().troubles), (&[][..], vec![]));
    assert_eq!(store.snapshot().unwrap(), was);
    assert_ne!(store.mark(), mark, "who works by what was read sees that it changed");
    assert_eq!(KeptOutbox::of_store(store.directory()).read().unwrap(), outbox);
    // What was there before is a copy, and comes back as well.
    let aside = put.kept_as.unwrap();
    assert_eq!((aside.revision, aside.before), (mistake.revision, Before::Restore));
    assert_eq!(inside(&store, aside), mistake);
    add(&store, "on", 301).unwrap();
    let now = store.snapshot().unwrap();
    assert!(now.revision > mistake.revision);
    let newest = now.customer_id(now.customer_count() - 1).unwrap();
    assert!(newest > mistake.customer_id(mistake.customer_count() - 1).unwrap(), "{newest}");
    put_copy_back(&store, aside).unwrap();
    assert_eq!(store.snapshot().unwrap(), mistake);
}

#[test]
fn a_copy_goes_into_a_folder_of_its_own_with_its_outbox() {
    let office = full_office();
    let store = office.store.clone().keeping(5);
    let was = store.snapshot().unwrap();
    add(&store, "more", 300).unwrap();
    let [name] = names(&store)[..] else { panic!("one copy") };
    let folder = tempfile::tempdir().unwrap();
    let target = folder.path().join("then");
    assert_eq!(store.put_copy_into(name, &target).unwrap().troubles, []);
    assert_eq!(SledStore::new(&target, founding()).snapshot().unwrap(), was);
    assert_eq!(KeptOutbox::of_store(&target).read().unwrap().messages().len(), 2);
    assert!(matches!(store.put_copy_into(name, &target), Err(StoreFault::Occupied { .. })));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn a_store_that_cannot_be_opened_is_put_aside_and_its_numbers_are_not_given_out() {
    let office = full_office();
    let store = office.store.clone().keeping(5);
    add(&store, "a first", 300).unwrap();
    add(&store, "a second", 301).unwrap();
    let name = names(&store)[0];
    let was = inside(&store, name);
    fs::write(store.directory().join("sled/db"), vec![0x55; 300_000]).unwrap();
    assert!(store.snapshot().is_err());
    let put = put_copy_back(&store, name).unwrap();
    assert!(put.kept_as.is_some());
    assert_eq!(store.snapshot().unwrap(), was);
    // The outbox knows two customers, and the copies how far the commits were.
    add(&store, "a third", 302).unwrap();
    assert!(store.snapshot().unwrap().revision > was.revision);
    // And where the engine's folder is gone altogether.
    fs::remove_dir_all(store.directory().join("sled")).unwrap();
    assert_eq!(put_copy_back(&store, name).unwrap().kept_as, None);
    assert_eq!(store.snapshot().unwrap(), was);
    assert_eq!(store.check().unwrap().unwrap().troubles, []);
}

#[test]
fn a_copy_that_is_not_sound_changes_nothing() {
    let office = full_office();
    let store = office.store.clone().keeping(5);
    add(&store, "a first", 300).unwrap();
    let now = store.snapshot().unwrap();
    let [name] = names(&store)[..] else { panic!("one copy") };
    fs::write(store.directory().join("copies").join(name.to_string()).join("sled/db"), vec![0x55; 300_000]).unwrap();
    let folder = tempfile::tempdir().unwrap();
    assert!(put_copy_back(&store, name).is_err());
    assert!(store.put_copy_into(name, &folder.path().join("then")).is_err());
    assert_eq!((store.snapshot().unwrap(), fs::read_dir(folder.path()).unwrap().count()), (now, 0));
}

#[test]
fn a_damaged_copy_is_told_as_the_copy_and_leaves_nothing_behind() {
    let office = full_office();
    let store = office.store.clone().keeping(5);
    add(&store, "a first", 300).unwrap();
    let [name] = names(&store)[..] else { panic!("one copy") };
    let (copies, folder) = (store.directory().join("copies"), tempfile::tempdir().unwrap());
    let copy = copies.join(name.to_string());
    let now = store.snapshot().unwrap();
    let refused = |what: &str, wholeness: Wholeness| {
        let told = [
            store.check_copy(name).map(drop),
            store.put_copy_into(name, &folder.path().join("then")).map(drop),
            put_copy_back(&store, name).map(drop),
        ];
        for (way, told) in told.into_iter().enumerate() {
            assert!(
                matches!(&told, Err(StoreFault::CopyDamaged { name: found, .. }) if *found == name.to_string()),
                "{what} {way}: {told:?}"
            );
        }
        assert_eq!((fs::read_dir(&copies).unwrap().count(), fs::read_dir(folder.path()).unwrap().count()), (1, 0), "{what}");
        assert_eq!(store.copies().unwrap()[0].wholeness, wholeness, "{what}");
    };
    let bytes = fs::read(copy.join("sled/db")).unwrap();
    fs::write(copy.join("sled/db"), vec![0x55; 300_000]).unwrap();
    refused("a garbled engine", Wholeness::Whole);
    fs::write(copy.join("sled/db"), bytes).unwrap();
    let about = fs::read(copy.join("store.toml")).unwrap();
    fs::write(copy.join("store.toml"), "format =").unwrap();
    refused("a garbled word", Wholeness::Whole);
    fs::remove_file(copy.join("store.toml")).unwrap();
    refused("no word", Wholeness::Broken);
    fs::write(copy.join("store.toml"), about).unwrap();
    fs::remove_file(copy.join("sled/conf")).unwrap();
    refused("half an engine", Wholeness::Broken);
    fs::remove_dir_all(copy.join("sled")).unwrap();
    refused("no engine", Wholeness::Broken);
    assert_eq!(store.snapshot().unwrap(), now);
}

#[test]
fn the_copy_that_is_put_back_stays_a_copy() {
    let office = full_office();
    let store = office.store.clone().keeping(1);
    add(&store, "a first", 300).unwrap();
    let [name] = names(&store)[..] else { panic!("one copy") };
    let put = put_copy_back(&store, name).unwrap();
    assert_eq!(put.gone, []);
    assert_eq!(names(&store), [put.kept_as.unwrap(), name]);
    // Again and again: of what was put aside two stay, and what went is told.
    let second = put_copy_back(&store, name).unwrap();
    assert_eq!(second.gone, []);
    let third = put_copy_back(&store, name).unwrap();
    assert_eq!(third.gone, [second.kept_as.unwrap()], "the one with the last commits stays");
    assert_eq!(names(&store).len(), 3);
    assert!(names(&store).contains(&name) && names(&store).contains(&put.kept_as.unwrap()));
}

/// A kill between the one step and what follows it: by the inode it is known whether the engines have changed places.
#[test]
fn a_kill_around_the_exchange_loses_neither_store() {
    let office = full_office();
    let store = office.store.clone().keeping(5);
    add(&store, "a first", 300).unwrap();
    let [name] = names(&store)[..] else { panic!("one copy") };
    let copies = store.directory().join("copies");
    let aside = "2026-11-22T10-00-00Z-9-restore";
    let lay = |inode: u64| {
        let waiting = copies.join(format!("{aside}.{inode}.exchange"));
        copy_all(&copies.join(name.to_string()), &waiting);
        waiting
    };
    // Before it: what waits is the copy itself, which there is already.
    let waiting = lay(0);
    let inode = fs::metadata(waiting.join("sled")).unwrap().ino();
    fs::rename(&waiting, copies.join(format!("{aside}.{inode}.exchange"))).unwrap();
    add(&store, "a second", 301).unwrap();
    assert!(!names(&store).contains(&aside.parse().unwrap()) && names(&store).len() == 2);
    // A removal that was broken off: nothing of it is a copy, and it stops nobody.
    fs::create_dir(copies.join("2026-11-22T09-00-00Z-8-restore.7.exchange")).unwrap();
    // After it: what waits is the store that was used.
    lay(0);
    add(&store, "a third", 302).unwrap();
    assert!(!copies.join("2026-11-22T09-00-00Z-8-restore.7.exchange").exists());
    assert!(names(&store).contains(&aside.parse().unwrap()));
    assert_eq!(store.check_copy(aside.parse().unwrap()).unwrap().troubles, []);
}

fn copy_all(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() { copy_all(&entry.path(), &target) } else { fs::copy(entry.path(), target).map(drop).unwrap() }
    }
}

#[test]
fn what_is_shared_with_a_group_is_shared_with_its_copies() {
    let office = full_office();
    let store = office.store.clone().keeping(5);
    add(&store, "a first", 300).unwrap();
    let group = fs::metadata(store.directory()).unwrap().gid();
    store.share(&group.to_string()).unwrap();
    add(&store, "a second", 301).unwrap();
    assert_eq!(names(&store).len(), 2);
    for (path, mode) in walk(&store.directory().join("copies")) {
        assert_eq!(mode & 0o7777, if path.is_dir() { 0o2770 } else { 0o660 }, "{}", path.display());
    }
    let standing = store.standing().unwrap().unwrap();
    assert!(standing.group.is_some() && standing.copies.len() == 2);
    assert_eq!(put_copy_back(&store, names(&store)[0]).unwrap().report.troubles, []);
    for (path, mode) in walk(&store.directory().join("sled")) {
        assert_eq!(mode & 0o7777, if path.is_dir() { 0o2770 } else { 0o660 }, "{}", path.display());
    }
    assert!(store.snapshot().unwrap().index_of(CustomerId(1)).is_some());
}
