//! What a store does with bytes that are not its own, and with people who may not come in.

use std::fs;
use std::ops::ControlFlow;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use instroom::domain::change_set::ChangeSet;
use instroom::domain::field::Field;
use instroom::world::store::check::Trouble;
use instroom::world::store::{CommitFault, CommitProgress, CommitStage, Deed, SledStore, Store, StoreFault};

use crate::support::imports::{Import, flow, founding, hand, lesson, person};

pub(super) struct Office {
    _folder: tempfile::TempDir,
    pub(super) store: SledStore,
}

impl Office {
    /// No store yet.
    pub(super) fn bare() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let store = SledStore::new(folder.path().join("store"), founding()).waiting(Duration::from_millis(100));
        Self { _folder: folder, store }
    }

    /// Thirty customers, of whom one was changed and three are in the second season.
    pub(super) fn new() -> Self {
        let office = Self::bare();
        let empty = office.store.snapshot().unwrap();
        office.commit(&Import::new("one", &empty, flow(2025)).adding((0..30).map(person)).passing_over(3).done());
        let seen = office.store.snapshot().unwrap();
        let second = Import::new("two", &seen, flow(2026)).changing(&seen, 5, &[(Field::City, "Aalst")]);
        office.commit(&(1..4).fold(second, |import, id| import.linking(&seen, id)).done());
        office
    }

    pub(super) fn commit(&self, set: &ChangeSet) {
        self.store.commit(set, &hand("an"), &mut |_| ControlFlow::Continue(())).unwrap();
    }

    fn add(&self, name: &str, number: u64) {
        let seen = self.store.snapshot().unwrap();
        self.commit(&Import::new(name, &seen, flow(2025)).adding([person(number)]).done());
    }

    fn sled(&self) -> PathBuf {
        self.store.directory().join("sled")
    }

    /// Lets a stranger work on the store behind its back.
    pub(super) fn behind(&self, work: impl FnOnce(&sled::Db)) {
        let db = open_sled(&self.sled());
        work(&db);
        db.flush().unwrap();
    }

    pub(super) fn troubles(&self) -> Vec<Trouble> {
        self.store.check().unwrap().unwrap().troubles
    }
}

/// Threads of a store that was just let go may still hold its file for a moment.
fn open_sled(path: &Path) -> sled::Db {
    for _ in 0..100 {
        match sled::Config::new().path(path).flush_every_ms(None).open() {
            Ok(db) => return db,
            Err(sled::Error::Io(_)) => std::thread::sleep(Duration::from_millis(20)),
            Err(other) => panic!("{other}"),
        }
    }
    panic!("sled's lock is not let go");
}

/// Everything below a directory: its name, and its mode where it is asked for.
fn files(directory: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(directory).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(self::files(&path));
        }
        files.push(path);
    }
    files.sort();
    files
}

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().mode() & 0o7777
}

#[test]
fn looking_creates_nothing_on_disk() {
    let office = Office::bare();
    assert_eq!(office.store.snapshot().unwrap().customer_count(), 0);
    assert!(office.store.check().unwrap().is_none());
    assert!(!office.store.directory().exists());
    fs::create_dir(office.store.directory()).unwrap();
    office.store.snapshot().unwrap();
    assert!(files(office.store.directory()).is_empty());
}

#[test]
fn what_is_no_store_is_refused_and_left_as_it_is() {
    let office = Office::bare();
    let directory = office.store.directory();
    let set = Import::new("one", &office.store.snapshot().unwrap(), flow(2025)).adding([person(1)]).done();
    // A database of sled's, but not ours.
    drop(open_sled(directory));
    let before = files(directory);
    assert!(matches!(office.store.snapshot(), Err(StoreFault::NotAStore { path }) if path == directory));
    let refused = office.store.commit(&set, &hand("an"), &mut |_| ControlFlow::Continue(()));
    assert!(matches!(refused, Err(CommitFault::Store(StoreFault::NotAStore { .. }))));
    assert_eq!(files(directory), before);
}

#[test]
fn an_engine_that_lacks_the_schema_or_the_head_is_refused() {
    for key in ["schema", "head"] {
        let office = Office::new();
        office.behind(|db| {
            db.remove(key).unwrap();
        });
        assert!(matches!(office.store.snapshot(), Err(StoreFault::Damaged { .. })), "{key}");
        office.behind(|db| assert!(db.get(key).unwrap().is_none(), "{key} was made up"));
    }
}

#[test]
fn a_stopped_commit_leaves_nothing_on_disk() {
    let office = Office::new();
    let seen = office.store.snapshot().unwrap();
    let set = Import::new("stopped", &seen, flow(2026)).adding((100..110).map(person)).linking(&seen, 9).passing_over(9).done();
    let counts = |office: &Office| {
        let mut counts = Vec::new();
        office.behind(|db| {
            for name in db.tree_names() {
                counts.push((name.clone(), db.open_tree(&name).unwrap().len()));
            }
        });
        counts.retain(|(name, _)| name != b"__sled__default");
        counts
    };
    let before = counts(&office);
    let mut watch = |progress: CommitProgress| match progress.stage {
        CommitStage::Securing => ControlFlow::Break(()),
        CommitStage::Comparing | CommitStage::Writing => ControlFlow::Continue(()),
    };
    assert!(matches!(office.store.commit(&set, &hand("an"), &mut watch), Err(CommitFault::Cancelled)));
    assert_eq!(counts(&office), before);
}

#[test]
fn a_missing_file_of_the_engine_is_damage_not_an_empty_store() {
    for file in ["db", "conf"] {
        let office = Office::new();
        fs::remove_file(office.sled().join(file)).unwrap();
        assert!(matches!(office.store.snapshot(), Err(StoreFault::Damaged { .. })), "{file}");
        assert!(!office.sled().join(file).exists(), "{file}");
    }
}

#[test]
fn newer_formats_are_refused_at_every_level() {
    let newer = |work: &dyn Fn(&Office)| {
        let office = Office::new();
        work(&office);
        office.store.snapshot().unwrap_err()
    };
    let about = newer(&|office| fs::write(office.store.directory().join("store.toml"), "format = 7").unwrap());
    assert!(matches!(about, StoreFault::NewerFormat { found: 7, .. }), "{about}");
    for key in ["schema", "head"] {
        let value = newer(&|office| {
            office.behind(|db| {
                let mut bytes = db.get(key).unwrap().unwrap().to_vec();
                bytes[0] = 9;
                db.insert(key, bytes).unwrap();
            });
        });
        assert!(matches!(value, StoreFault::NewerFormat { found: 9, .. }), "{key}: {value}");
    }
    let record = newer(&|office| {
        office.behind(|db| {
            let customers = db.open_tree("customers").unwrap();
            let (key, mut bytes) = customers.first().unwrap().unwrap();
            bytes[0] = 4;
            customers.insert(key, bytes).unwrap();
        });
    });
    assert!(matches!(record, StoreFault::NewerFormat { found: 4, .. }), "{record}");
}

#[test]
fn an_unfinished_snapshot_of_the_engine_does_no_harm() {
    let office = Office::new();
    let before = office.store.snapshot().unwrap();
    let unfinished = office.sled().join("snap.00000000FFFFFFFF.generating");
    fs::write(&unfinished, "cut sh").unwrap();
    assert_eq!(office.store.snapshot().unwrap(), before);
    assert!(!unfinished.exists());
}

#[test]
fn a_flipped_byte_is_found_or_harms_nothing() {
    let office = Office::new();
    let seen = office.store.snapshot().unwrap();
    office.commit(&Import::new("three", &seen, flow(2025)).learning((0..8).map(lesson)).done());
    let before = office.store.snapshot().unwrap();
    let copy = tempfile::tempdir().unwrap();
    let damaged = SledStore::new(copy.path().join("store"), founding());
    let originals: Vec<_> = files(office.store.directory()).into_iter().filter(|path| path.is_file()).collect();
    let (mut found, mut harmless) = (0, 0);
    for original in originals.iter().filter(|path| path.starts_with(office.sled())) {
        let filled = fs::read(original).unwrap().iter().rposition(|&byte| byte != 0).unwrap_or(0);
        for part in 0..12 {
            fs::create_dir_all(damaged.directory().join("sled/blobs")).unwrap();
            for file in &originals {
                let name = file.strip_prefix(office.store.directory()).unwrap();
                let mut bytes = fs::read(file).unwrap();
                if file == original {
                    let length = bytes.len();
                    bytes[(filled * part / 11).min(length - 1)] ^= 0x10;
                }
                fs::write(damaged.directory().join(name), bytes).unwrap();
            }
            match damaged.snapshot() {
                Ok(snapshot) if snapshot == before => harmless += 1,
                Ok(snapshot) => {
                    // The end of the log may be taken for torn: an earlier state, but a sound one.
                    assert!(snapshot.revision <= before.revision);
                    assert_eq!(damaged.check().unwrap().unwrap().troubles, []);
                    harmless += 1;
                }
                Err(StoreFault::Damaged { .. } | StoreFault::NewerFormat { .. }) => found += 1,
                Err(other) => panic!("{}: {other}", original.display()),
            }
            fs::remove_dir_all(damaged.directory()).unwrap();
        }
    }
    assert!(found > 10 && harmless > 0, "{found} found, {harmless} harmless");
}

#[test]
fn a_check_finds_what_is_wrong() {
    type Work = fn(&sled::Db);
    type Found = fn(&Trouble) -> bool;
    let cases: [(&str, Work, Found); 9] = [
        ("a record cut short", |db| cut(db, "customers"), |trouble| matches!(trouble, Trouble::Record { .. })),
        ("a record with other keys", other_keys, |trouble| matches!(trouble, Trouble::Keys { .. })),
        ("a customer less", |db| drop_first(db, "customers"), |trouble| matches!(trouble, Trouble::Customers { said: 30, found: 29 })),
        (
            "a dossier of nobody",
            |db| drop_first(db, "customers"),
            |trouble| matches!(trouble, Trouble::Dossier { customer, .. } if customer.0 == 1),
        ),
        ("a dossier of no season", |db| drop_first(db, "flows"), |trouble| matches!(trouble, Trouble::Dossier { .. })),
        ("an entry less", |db| drop_first(db, "journal"), |trouble| matches!(trouble, Trouble::Journal { .. })),
        ("an entry rewritten", rewritten_entry, |trouble| matches!(trouble, Trouble::Journal { .. })),
        (
            "outcomes less",
            |db| drop_first(db, "outcomes"),
            |trouble| matches!(trouble, Trouble::Outcomes { revision, .. } if revision.0 == 1),
        ),
        ("a name less", |db| drop_first(db, "commits"), |trouble| matches!(trouble, Trouble::Name { .. })),
    ];
    for (case, work, is_it) in cases {
        let office = Office::new();
        assert_eq!(office.troubles(), [], "before {case}");
        office.behind(work);
        let troubles = office.troubles();
        assert!(troubles.iter().any(is_it), "{case}: {troubles:?}");
    }
}

pub(super) fn drop_first(db: &sled::Db, tree: &str) {
    assert!(db.open_tree(tree).unwrap().pop_min().unwrap().is_some());
}

pub(super) fn cut(db: &sled::Db, tree: &str) {
    let tree = db.open_tree(tree).unwrap();
    let (key, bytes) = tree.first().unwrap().unwrap();
    tree.insert(key, &bytes[..bytes.len() - 1]).unwrap();
}

fn other_keys(db: &sled::Db) {
    let tree = db.open_tree("customers").unwrap();
    let (key, mut bytes) = tree.first().unwrap().unwrap();
    bytes[3] ^= 1;
    tree.insert(key, bytes).unwrap();
}

/// Another person's name of the same length in the first entry.
fn rewritten_entry(db: &sled::Db) {
    let tree = db.open_tree("journal").unwrap();
    let (key, mut bytes) = tree.first().unwrap().unwrap();
    let at = bytes.windows(6).position(|window| window == b"\xa3who\xa2a").unwrap();
    bytes[at + 5] = b'j';
    tree.insert(key, bytes).unwrap();
}

#[test]
fn values_above_the_visible_commit_are_swept_and_never_seen() {
    let office = Office::new();
    let before = office.store.snapshot().unwrap();
    office.behind(|db| {
        let customers = db.open_tree("customers").unwrap();
        let (key, bytes) = customers.first().unwrap().unwrap();
        let mut above = key.to_vec();
        above[15] = 200;
        customers.insert(above, bytes).unwrap();
    });
    // Without an intent nobody looks for them; they are not visible all the same, and a check tells.
    assert_eq!(office.store.snapshot().unwrap(), before);
    assert_eq!(office.troubles(), [Trouble::Above { tree: "customers".into(), count: 1 }]);
}

#[test]
fn a_new_store_is_for_the_person_alone() {
    let office = Office::new();
    assert_eq!(mode(office.store.directory()), 0o700);
    for path in files(office.store.directory()) {
        assert_eq!(mode(&path), if path.is_dir() { 0o700 } else { 0o600 }, "{}", path.display());
    }
}

#[test]
fn a_shared_store_stays_writable_for_the_group() {
    let office = Office::new();
    let group = rustix::process::getgid().as_raw();
    office.store.share(&group.to_string()).unwrap();
    let before = office.store.snapshot().unwrap();
    assert_eq!(before.customer_count(), 30);
    for round in 0..3 {
        office.add(&format!("shared {round}"), 100 + round);
        for path in files(office.store.directory()) {
            assert_eq!(mode(&path), if path.is_dir() { 0o2770 } else { 0o660 }, "{}", path.display());
            assert_eq!(fs::metadata(&path).unwrap().gid(), group);
        }
    }
    assert_eq!(mode(office.store.directory()), 0o2770);
    office.store.share(&group.to_string()).unwrap();
    assert_eq!(office.troubles(), []);
}

#[test]
fn sharing_does_not_follow_links_out_of_the_store() {
    let office = Office::new();
    let outside = tempfile::NamedTempFile::new().unwrap();
    fs::set_permissions(outside.path(), fs::Permissions::from_mode(0o600)).unwrap();
    std::os::unix::fs::symlink(outside.path(), office.sled().join("trap")).unwrap();
    office.store.share(&rustix::process::getgid().as_raw().to_string()).unwrap();
    assert_eq!(mode(outside.path()), 0o600);
}

#[test]
fn sharing_with_nobody_changes_nothing() {
    let office = Office::new();
    assert!(matches!(office.store.share("no such group"), Err(StoreFault::NoSuchGroup { .. })));
    assert_eq!(mode(office.store.directory()), 0o700);
}

#[test]
fn a_store_can_be_shared_before_anything_is_in_it() {
    let office = Office::bare();
    office.store.share(&rustix::process::getgid().as_raw().to_string()).unwrap();
    assert!(office.store.exists().unwrap());
    office.add("first", 1);
    assert_eq!(mode(&office.sled().join("db")), 0o660);
}

#[test]
fn who_holds_the_store_is_named_to_the_next() {
    let office = Office::new();
    let seen = office.store.snapshot().unwrap();
    let set = Import::new("long", &seen, flow(2025)).adding([person(50)]).done();
    let mut asked = 0;
    let mut watch = |_| {
        asked += 1;
        match office.store.snapshot() {
            Err(StoreFault::InUse { holder: Some(holder) }) => {
                assert_eq!((holder.who.as_str(), holder.pid, holder.doing), ("jo", std::process::id(), Deed::Committing));
            }
            other => panic!("{other:?}"),
        }
        ControlFlow::Continue(())
    };
    office.store.commit(&set, &hand("jo"), &mut watch).unwrap();
    assert_eq!(asked, 4);
    assert_eq!(office.store.snapshot().unwrap().customer_count(), 31);
}
