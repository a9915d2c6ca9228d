//! What lies on disk after an amendment, what a check finds wrong with one, and stores of the first format.

use std::io::Cursor;
use std::time::Duration;

use instroom::domain::amendment::{Becomes, Deed};
use instroom::domain::dossier::Status;
use instroom::domain::field::Field;
use instroom::domain::memory::{Lesson, PersonKey};
use instroom::world::store::check::Trouble;
use instroom::world::store::{SledStore, Store as _, StoreFault};

use super::store_damage::Office;
use crate::support::amendments::{amend, amendment, becoming, editing, putting};
use crate::support::imports::{Import, dossier, flow, founding, lesson, person};

/// A store of the first release: two customers came in one import.
const FIRST_FORMAT: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/store/before-memory.zip"));

fn every_value(office: &Office) -> Vec<(String, Vec<u8>, Vec<u8>)> {
    let mut values = Vec::new();
    office.behind(|db| {
        for name in db.tree_names() {
            for item in &db.open_tree(&name).unwrap() {
                let (key, value) = item.unwrap();
                values.push((String::from_utf8_lossy(&name).into_owned(), key.to_vec(), value.to_vec()));
            }
        }
    });
    values
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

#[test]
fn no_value_of_the_erased_is_left_in_any_tree() {
    let office = Office::new();
    let values = person(2);
    let marks = [Field::NationalNumber, Field::Email, Field::Mobile, Field::ClientCode].map(|field| values.text(field));
    let seen = office.store.snapshot().unwrap();
    let lessons = [
        Lesson::fix(Field::Email, "klant.2@exampel.be", values.text(Field::Email)).unwrap(),
        Lesson::fix(Field::LastName, values.text(Field::NationalNumber), "Peeters").unwrap(),
        Lesson::Apart {
            customer: seen.customer_id(8).unwrap(),
            row: PersonKey::National(values.text(Field::NationalNumber).parse().unwrap()),
        },
        lesson(1),
    ];
    office.commit(&Import::new("three", &seen, flow(2025)).changing(&seen, 3, &[(Field::City, "Aalst")]).learning(lessons).done());
    let found = |office: &Office| every_value(office).iter().filter(|(_, _, value)| marks.iter().any(|mark| holds(value, mark))).count();
    assert!(found(&office) >= 5, "two versions, two dossiers and two lessons");
    let seen = office.store.snapshot().unwrap();
    let mut removal = amendment("removal", &seen, Deed::Removed);
    removal.customers = vec![becoming(&seen, 3, Becomes::Erased)];
    amend(&office.store, &removal).unwrap();
    let left = every_value(&office);
    for (tree, key, value) in &left {
        for mark in marks {
            assert!(!holds(value, mark) && !holds(key, mark), "{mark} in {tree}");
        }
        assert!(tree != "dossiers" || key[key.len() - 16..key.len() - 8] != 3_u64.to_be_bytes());
    }
    assert_eq!(left.iter().filter(|(tree, ..)| tree == "lessons").count(), 1);
    let note = left.iter().find(|(tree, key, _)| tree == "__sled__default" && key == b"erasing");
    assert_eq!(note, None);
    assert_eq!(office.troubles(), []);
}

#[test]
fn the_journal_holds_nothing_personal() {
    let office = Office::new();
    let seen = office.store.snapshot().unwrap();
    let mut change = amendment("change", &seen, Deed::Edited);
    change.customers = vec![editing(&seen, 1, Field::Email, "nieuw@example.be"), becoming(&seen, 2, Becomes::Gone)];
    change.dossiers = vec![putting(&seen, &flow(2026), 5, Some(dossier(&person(4))))];
    amend(&office.store, &change).unwrap();
    let values: Vec<String> =
        [1, 2, 5].into_iter().flat_map(|n| person(n - 1).iter().map(|(_, value)| value.to_owned()).collect::<Vec<_>>()).collect();
    for (_, _, entry) in every_value(&office).into_iter().filter(|(tree, ..)| tree == "journal") {
        for value in values.iter().map(String::as_str).filter(|value| value.len() > 4).chain(["nieuw@example.be"]) {
            assert!(!holds(&entry, value), "{value}");
        }
    }
}

/// Takes a value out of a tree, changes it, and puts it back.
fn spoil(db: &sled::Db, tree: &str, which: impl Fn(&[u8], &[u8]) -> bool, with: impl Fn(&mut Vec<u8>)) {
    let tree = db.open_tree(tree).unwrap();
    let (key, value) = tree.iter().map(Result::unwrap).find(|(key, value)| which(key, value)).expect("such a value");
    let mut bytes = value.to_vec();
    with(&mut bytes);
    tree.insert(key, bytes).unwrap();
}

#[test]
fn a_check_finds_what_is_wrong_after_an_amendment() {
    type Work = fn(&sled::Db);
    type Found = fn(&Trouble) -> bool;
    fn is_gone(_: &[u8], value: &[u8]) -> bool {
        value == [0]
    }
    let cases: [(&str, Work, Found); 6] = [
        (
            "a wrong counter",
            |db| {
                let mut head = db.get("head").unwrap().unwrap().to_vec();
                let at = head.windows(9).position(|window| window == b"customers").unwrap() + 9;
                head[at] += 1;
                db.insert("head", head).unwrap();
            },
            |trouble| matches!(trouble, Trouble::Customers { said: 30, found: 29 }),
        ),
        (
            "a dossier of a customer who is gone",
            |db| {
                let dossiers = db.open_tree("dossiers").unwrap();
                let (key, _) = dossiers.iter().map(Result::unwrap).find(|(_, value)| *value == [0]).unwrap();
                dossiers.remove(key).unwrap();
            },
            |trouble| matches!(trouble, Trouble::Dossier { detail, .. } if detail.contains("no such customer")),
        ),
        (
            "a head that says something else",
            // The status, first behind the version byte.
            |db| spoil(db, "dossiers", |_, value| value.len() > 1, |bytes| bytes[1] = 3),
            |trouble| matches!(trouble, Trouble::Dossier { detail, .. } if detail.contains("head")),
        ),
        (
            "an older version of a dossier that cannot be read",
            |db| spoil(db, "dossiers", |_, value| value.len() > 1, |bytes| bytes.truncate(bytes.len() - 3)),
            |trouble| matches!(trouble, Trouble::Dossier { .. }),
        ),
        (
            "somebody who went and of whom nothing says so",
            |db| {
                let customers = db.open_tree("customers").unwrap();
                let (key, _) = customers.iter().map(Result::unwrap).find(|(key, value)| is_gone(key, value)).unwrap();
                customers.remove(key).unwrap();
            },
            |trouble| matches!(trouble, Trouble::Customers { .. } | Trouble::Outcomes { .. }),
        ),
        (
            "something left of somebody who was erased",
            |db| {
                let customers = db.open_tree("customers").unwrap();
                // The first version of the customer who is gone, as an erasing would have left it: without it.
                let (key, _) = customers.iter().map(Result::unwrap).find(|(key, value)| is_gone(key, value)).unwrap();
                customers.remove([&key[..8], &1_u64.to_be_bytes()].concat()).unwrap();
            },
            |trouble| {
                matches!(trouble, Trouble::Outcomes { .. })
                    || matches!(trouble, Trouble::Dossier { detail, .. } if detail.contains("left of"))
            },
        ),
    ];
    for (case, work, is_it) in cases {
        let office = Office::new();
        let seen = office.store.snapshot().unwrap();
        let mut change = amendment("change", &seen, Deed::Removed);
        change.customers = vec![becoming(&seen, 2, Becomes::Gone)];
        change.dossiers = vec![crate::support::amendments::progressed(&office.store, &seen, &flow(2025), 1, Status::Sent)];
        amend(&office.store, &change).unwrap();
        assert_eq!(office.troubles(), [], "before {case}");
        office.behind(work);
        let troubles = office.troubles();
        assert!(troubles.iter().any(is_it), "{case}: {troubles:?}");
    }
}

#[test]
fn a_store_of_the_first_format_is_only_raised_by_what_is_written() {
    let folder = tempfile::tempdir().unwrap();
    zip::ZipArchive::new(Cursor::new(FIRST_FORMAT)).unwrap().extract(folder.path()).unwrap();
    let directory = folder.path().join("store");
    let store = SledStore::new(&directory, founding()).waiting(Duration::from_secs(10));
    let says = || std::fs::read_to_string(directory.join("store.toml")).unwrap();
    let before = says();
    assert!(before.contains("format = 1"), "{before}");
    let seen = store.snapshot().unwrap();
    let mut stale = amendment("stale", &seen, Deed::Edited);
    stale.customers = vec![editing(&seen, 1, Field::City, "Aalst")];
    stale.customers[0].seen.0 += 7;
    amend(&store, &stale).unwrap_err();
    assert!(store.versions(seen.customer_id(0).unwrap()).unwrap().len() == 1 && store.check().unwrap().unwrap().troubles.is_empty());
    assert_eq!(says(), before, "it was only read, and what was refused is no writing");
    let mut edit = amendment("edit", &seen, Deed::Edited);
    edit.customers = vec![editing(&seen, 1, Field::City, "Aalst"), becoming(&seen, 2, Becomes::Erased)];
    amend(&store, &edit).unwrap();
    assert!(says().contains("format = 2"), "{}", says());
    let after = store.snapshot().unwrap();
    assert_eq!((after.customer_count(), after.journal.len(), store.check().unwrap().unwrap().troubles), (1, 2, vec![]));
    // An import into an older store raises it too: from then on its records are of this format.
    let again = store.traces(after.imports[0].revision).unwrap();
    assert_eq!((again.customers.len(), again.erased), (1, 1));
}

#[test]
fn an_erasing_that_was_cut_short_is_ended_by_the_next_opening() {
    let office = Office::new();
    let seen = office.store.snapshot().unwrap();
    let own = Lesson::fix(Field::Email, "klant.2@exampel.be", "klant.2@example.be").unwrap();
    office.commit(&Import::new("three", &seen, flow(2025)).learning([own, lesson(1)]).done());
    let before: Vec<_> =
        every_value(&office).into_iter().filter(|(tree, ..)| ["customers", "dossiers", "lessons"].contains(&tree.as_str())).collect();
    let seen = office.store.snapshot().unwrap();
    let mut removal = amendment("removal", &seen, Deed::Removed);
    removal.customers = vec![becoming(&seen, 3, Becomes::Erased)];
    let revision = amend(&office.store, &removal).unwrap().revision;
    let after: Vec<_> = every_value(&office).into_iter().filter(|(tree, ..)| tree != "__sled__default").collect();
    // As it lay before its bytes were removed, with the note of what is to go.
    office.behind(|db| {
        let key = before.iter().find(|(tree, _, value)| tree == "lessons" && holds(value, "klant.2@exampel.be")).unwrap().1.clone();
        for (tree, key, value) in &before {
            db.open_tree(tree).unwrap().insert(key.clone(), value.clone()).unwrap();
        }
        db.remove("forgotten").unwrap();
        #[derive(serde::Serialize)]
        struct Note {
            number: u64,
            customers: Vec<u64>,
            lessons: Vec<Vec<u8>>,
        }
        let mut note = vec![1];
        rmp_serde::encode::write_named(&mut note, &Note { number: revision.0, customers: vec![3], lessons: vec![key] }).unwrap();
        db.insert("erasing", note).unwrap();
    });
    assert_eq!(office.store.snapshot().unwrap().customer_count(), 29);
    let ended: Vec<_> = every_value(&office).into_iter().filter(|(tree, ..)| tree != "__sled__default").collect();
    assert_eq!(ended, after);
    assert_eq!(office.troubles(), []);
    // A note of a commit that never became visible takes nobody's data.
    office.behind(|db| {
        let mut note = db.get("head").unwrap().unwrap().to_vec();
        note.truncate(1);
        #[derive(serde::Serialize)]
        struct Note {
            number: u64,
            customers: Vec<u64>,
        }
        rmp_serde::encode::write_named(&mut note, &Note { number: 77, customers: vec![1] }).unwrap();
        db.insert("erasing", note).unwrap();
    });
    let kept = office.store.snapshot();
    assert!(!matches!(kept, Err(StoreFault::Damaged { .. })));
    assert_eq!(kept.unwrap().customer_count(), 29);
    assert_eq!(office.troubles(), []);
}
