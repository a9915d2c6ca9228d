//! What a store does with lessons and mappings that are not as it wrote them, and with a store from
//! before there were any.

use std::collections::BTreeSet;
use std::io::Cursor;
use std::ops::ControlFlow;
use std::time::Duration;

use instroom::domain::customer::CustomerId;
use instroom::domain::field::Field;
use instroom::domain::memory::{Lesson, Memory, PersonKey};
use instroom::domain::snapshot::{Revision, Snapshot};
use instroom::world::store::check::Trouble;
use instroom::world::store::{CommitProgress, CommitStage, SledStore, Store as _};

use super::store_damage::{Office, cut, drop_first};
use crate::support::imports::{Import, flow, founding, hand, lesson, mapping, stored};

/// A store of the first release, which had no memory: two customers came in one import.
const BEFORE_MEMORY: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/store/before-memory.zip"));

/// Thirty customers, eight lessons of a third import, and two mappings.
fn office() -> Office {
    let office = Office::new();
    teach(&office, "three", 0..8);
    for name in ["AdminPulse", "Zomer"] {
        office.store.remember_mapping(&mapping(name), &hand("an")).unwrap();
    }
    office
}

fn teach(office: &Office, name: &str, lessons: std::ops::Range<u64>) {
    let seen = office.store.snapshot().unwrap();
    office.commit(&Import::new(name, &seen, flow(2025)).learning(lessons.map(lesson)).done());
}

/// How much is remembered: lessons, mappings, and what cannot be read.
fn remembered(memory: &Memory) -> (usize, usize, u64) {
    (memory.fix_count() + memory.apart_count(), memory.mappings().len(), memory.unreadable())
}

fn without_memory(mut snapshot: Snapshot) -> Snapshot {
    snapshot.memory = Memory::default();
    snapshot
}

/// Writes something over the first value of a tree.
fn spoil(db: &sled::Db, tree: &str, with: impl Fn(&mut Vec<u8>)) {
    let tree = db.open_tree(tree).unwrap();
    let (key, value) = tree.first().unwrap().unwrap();
    let mut bytes = value.to_vec();
    with(&mut bytes);
    tree.insert(key, bytes).unwrap();
}

#[test]
fn what_cannot_be_read_is_counted_and_costs_nothing_else() {
    type Damage = fn(&mut Vec<u8>);
    let damages: [(&str, Damage); 5] = [
        ("cut short", |bytes| bytes.truncate(bytes.len() - 1)),
        ("empty", Vec::clear),
        ("of a newer program", |bytes| bytes[0] = 9),
        ("another value", |bytes| bytes[1] = 0xc0),
        ("no text", |bytes| bytes.fill(0xff)),
    ];
    for (tree, left) in [("lessons", (7, 2, 1)), ("mappings", (8, 1, 1))] {
        for (damage, spoilt) in damages {
            let office = office();
            let before = office.store.snapshot().unwrap();
            assert_eq!(remembered(&before.memory), (8, 2, 0));
            office.behind(|db| spoil(db, tree, spoilt));
            let after = office.store.snapshot().unwrap();
            assert_eq!(remembered(&after.memory), left, "{tree}, {damage}");
            assert_eq!(without_memory(after), without_memory(before));
            let troubles = office.troubles();
            let told = matches!(
                &troubles[..],
                [Trouble::Lesson { revision: Revision(3), .. }] if tree == "lessons"
            ) || matches!(&troubles[..], [Trouble::Mapping { .. }] if tree == "mappings");
            assert!(told, "{tree}, {damage}: {troubles:?}");
            // Imports go on, and what is learned again is whole again.
            teach(&office, "four", 0..8);
            office.store.remember_mapping(&mapping("AdminPulse"), &hand("an")).unwrap();
            office.store.remember_mapping(&mapping("Zomer"), &hand("an")).unwrap();
            assert_eq!(remembered(&office.store.snapshot().unwrap().memory), (8, 2, 0), "{tree}, {damage}");
        }
    }
}

#[test]
fn a_check_finds_what_is_wrong_with_the_memory() {
    type Work = fn(&sled::Db);
    type Found = fn(&Trouble) -> bool;
    let cases: [(&str, Work, Found); 6] = [
        ("a lesson less", |db| drop_first(db, "lessons"), |trouble| matches!(trouble, Trouble::Lesson { revision: Revision(3), .. })),
        ("a lesson cut short", |db| cut(db, "lessons"), |trouble| matches!(trouble, Trouble::Lesson { revision: Revision(3), .. })),
        (
            "a lesson of another one's place",
            |db| swap(db, "lessons"),
            |trouble| matches!(trouble, Trouble::Lesson { detail, .. } if detail.contains("belongs")),
        ),
        (
            "a lesson of no import",
            |db| {
                let lessons = db.open_tree("lessons").unwrap();
                let (key, value) = lessons.first().unwrap().unwrap();
                lessons.insert([&key[..16], &0_u64.to_be_bytes()].concat(), value).unwrap();
            },
            |trouble| matches!(trouble, Trouble::Lesson { revision: Revision(0), .. }),
        ),
        ("a mapping cut short", |db| cut(db, "mappings"), |trouble| matches!(trouble, Trouble::Mapping { .. })),
        ("a mapping of another name", |db| swap(db, "mappings"), |trouble| matches!(trouble, Trouble::Mapping { .. })),
    ];
    for (case, work, is_it) in cases {
        let office = office();
        assert_eq!(office.troubles(), [], "before {case}");
        office.behind(work);
        let troubles = office.troubles();
        assert!(!troubles.is_empty() && troubles.iter().all(is_it), "{case}: {troubles:?}");
    }
    let report = office().store.check().unwrap().unwrap();
    assert_eq!((report.lessons, report.mappings), (8, 2));
}

/// Lets the first and the last value change places.
fn swap(db: &sled::Db, tree: &str) {
    let tree = db.open_tree(tree).unwrap();
    let ((first, one), (last, other)) = (tree.first().unwrap().unwrap(), tree.last().unwrap().unwrap());
    tree.insert(first, other).unwrap();
    tree.insert(last, one).unwrap();
}

#[test]
fn a_lesson_whose_commit_is_not_in_the_journal_is_not_remembered() {
    let office = office();
    let seen = office.store.snapshot().unwrap();
    // The fourth commit is stopped while it is written, and the fifth goes through.
    let stopped = Import::new("four", &seen, flow(2025)).learning([lesson(9)]).done();
    let mut watch = |progress: CommitProgress| match progress.stage {
        CommitStage::Comparing => ControlFlow::Continue(()),
        CommitStage::Writing | CommitStage::Securing => ControlFlow::Break(()),
    };
    office.store.commit(&stopped, &hand("an"), &mut watch).unwrap_err();
    teach(&office, "five", 20..21);
    let before = office.store.snapshot().unwrap();
    assert_eq!(before.revision, Revision(5));
    // A program from before there were lessons would have left the fourth one's when it swept it.
    office.behind(|db| {
        let lessons = db.open_tree("lessons").unwrap();
        let (key, value) = lessons.first().unwrap().unwrap();
        for version in [4_u64, 6] {
            lessons.insert([&key[..16], &version.to_be_bytes()].concat(), &value).unwrap();
        }
    });
    assert_eq!(office.store.snapshot().unwrap(), before);
    let ghost = Trouble::Lesson { revision: Revision(4), detail: "the journal does not know it".into() };
    assert_eq!(office.troubles(), [ghost, Trouble::Above { tree: "lessons".into(), count: 1 }]);
}

#[test]
fn a_store_from_before_there_was_a_memory_opens_and_learns() {
    let folder = tempfile::tempdir().unwrap();
    zip::ZipArchive::new(Cursor::new(BEFORE_MEMORY)).unwrap().extract(folder.path()).unwrap();
    let store = SledStore::new(folder.path().join("store"), founding()).waiting(Duration::from_secs(10));
    let old = sled::open(folder.path().join("store/sled")).unwrap();
    let trees: BTreeSet<_> = old.tree_names().into_iter().map(|name| String::from_utf8_lossy(&name).into_owned()).collect();
    assert!(trees.contains("customers") && !trees.contains("lessons") && !trees.contains("mappings"), "{trees:?}");
    drop(old);
    let seen = store.snapshot().unwrap();
    assert_eq!((seen.customer_count(), seen.imports.len(), &seen.memory), (2, 1, &Memory::default()));
    assert_eq!(stored(&seen, 1).text(Field::LastName), "Janssens");
    assert_eq!(store.check().unwrap().unwrap().troubles, []);
    let set = Import::new("second", &seen, flow(2025)).learning((0..8).map(lesson)).done();
    store.commit(&set, &hand("an"), &mut |_| ControlFlow::Continue(())).unwrap();
    store.remember_mapping(&mapping("AdminPulse"), &hand("an")).unwrap();
    let report = store.check().unwrap().unwrap();
    assert_eq!((report.commits, report.lessons, report.mappings, report.troubles), (2, 8, 1, vec![]));
    assert_eq!(remembered(&store.snapshot().unwrap().memory), (8, 1, 0));
}

#[test]
fn keys_give_nothing_away_and_differ_from_store_to_store() {
    const NUMBER: u64 = 85_073_003_328;
    let keys = || {
        let office = Office::new();
        let lessons = [
            Lesson::fix(Field::NationalNumber, "85.07.30-033.28x", &NUMBER.to_string()).unwrap(),
            Lesson::fix(Field::LastName, "Jansens", "Janssens").unwrap(),
            Lesson::Apart { customer: CustomerId(3), row: PersonKey::National(NUMBER) },
        ];
        let seen = office.store.snapshot().unwrap();
        office.commit(&Import::new("three", &seen, flow(2025)).learning(lessons).done());
        office.store.remember_mapping(&mapping("Janssens"), &hand("an")).unwrap();
        let mut keys = BTreeSet::new();
        office.behind(|db| {
            for (tree, length) in [("lessons", 24), ("mappings", 16)] {
                for key in db.open_tree(tree).unwrap().iter().keys() {
                    let key = key.unwrap();
                    assert_eq!(key.len(), length, "{tree}");
                    keys.insert(key[..16].to_vec());
                }
            }
        });
        assert_eq!(keys.len(), 4);
        keys
    };
    let (one, other) = (keys(), keys());
    let secrets = [&NUMBER.to_be_bytes()[3..], &NUMBER.to_le_bytes()[..5], b"8507", b"ansen"];
    for secret in secrets {
        let told = one.iter().find(|key| key.windows(secret.len()).any(|window| window == secret));
        assert_eq!(told, None, "{secret:?}");
    }
    assert!(one.is_disjoint(&other), "the same lessons in two stores");
}
