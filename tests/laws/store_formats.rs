//! Stores that were written by earlier programs, kept in `tests/stores`.
//!
//! `format-1.zip` was made by the program of the last commit before format 2 (four customers in two imports, of records without course and head),
//! `format-2.zip` by the one that first kept copies.

use std::fs;
use std::io::{BufReader, Cursor};
use std::ops::ControlFlow;
use std::path::Path;

use instroom::domain::amendment::Deed;
use instroom::domain::customer::CustomerId;
use instroom::domain::field::Field;
use instroom::domain::task_flow::TaskFlowId;
use instroom::world::backup::{back_up, restore};
use instroom::world::store::{SledStore, Store as _, StoreFault};
use instroom::world::whole_file::Existing;

use crate::support::amendments::{amend, amendment, editing};
use crate::support::imports::{founding, hand, stored};
use crate::support::place::Place;

/// A store as it was kept.
fn unpacked(name: &str, into: &Path) -> SledStore {
    let kept = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/stores").join(name)).unwrap();
    zip::ZipArchive::new(Cursor::new(kept)).unwrap().extract(into).unwrap();
    SledStore::new(into, founding())
}

fn format_said(store: &SledStore) -> String {
    fs::read_to_string(store.directory().join("store.toml")).unwrap().lines().next().unwrap().to_owned()
}

#[test]
fn a_store_of_format_1_is_read_as_it_is_and_becomes_format_2_with_the_first_change() {
    let folder = tempfile::tempdir().unwrap();
    let store = unpacked("format-1.zip", &folder.path().join("store")).keeping(5);
    let seen = store.snapshot().unwrap();
    assert_eq!((seen.customer_count(), seen.imports.len(), seen.revision.0), (4, 2, 2));
    assert_eq!((stored(&seen, 1).text(Field::LastName), stored(&seen, 4).text(Field::City)), ("Janssens", "Gent"));
    let flow = TaskFlowId("pit-2026".into());
    let dossier = store.dossier(&flow, CustomerId(4)).unwrap().unwrap();
    assert!(dossier.answers.iter().any(|answer| answer.value == "Tim"), "{dossier:?}");
    assert_eq!(store.check().unwrap().unwrap().troubles, []);
    assert_eq!(format_said(&store), "format = 1", "looking changes nothing");
    let mut change = amendment("change", &seen, Deed::Edited);
    change.customers = vec![editing(&seen, 1, Field::City, "Aalst")];
    amend(&store, &change).unwrap();
    assert_eq!((format_said(&store), store.check().unwrap().unwrap().troubles), ("format = 2".to_owned(), vec![]));
    assert_eq!(stored(&store.snapshot().unwrap(), 1).text(Field::City), "Aalst");
    // The way back to the older program.
    let [copy] = &store.copies().unwrap()[..] else { panic!("one copy") };
    let copy = SledStore::new(store.directory().join("copies").join(copy.name.to_string()), founding());
    assert_eq!((format_said(&copy), copy.snapshot().unwrap()), ("format = 1".to_owned(), seen));
}

#[test]
fn a_store_of_format_1_comes_back_from_its_backup() {
    let folder = tempfile::tempdir().unwrap();
    let store = unpacked("format-1.zip", &folder.path().join("store"));
    let (one, other, target) = (folder.path().join("one"), folder.path().join("other"), folder.path().join("again"));
    let write = |store: &SledStore, file: &Path| {
        back_up(store, file, Existing::Keep, hand("an").when, &mut |_, _| ControlFlow::Continue(())).unwrap();
        fs::read(file).unwrap()
    };
    let bytes = write(&store, &one);
    let restored = restore(&mut BufReader::new(&bytes[..]), &target, &mut |_, _| ControlFlow::Continue(())).unwrap();
    assert_eq!((restored.head.store_format, restored.report.customers), (1, 4));
    let again = SledStore::new(&target, founding());
    assert_eq!((format_said(&again), again.snapshot().unwrap()), ("format = 1".to_owned(), store.snapshot().unwrap()));
    assert_eq!(write(&again, &other), bytes);
}

#[test]
fn a_store_of_format_2_is_what_it_was() {
    let folder = tempfile::tempdir().unwrap();
    let store = unpacked("format-2.zip", &folder.path().join("store"));
    let seen = store.snapshot().unwrap();
    assert_eq!((seen.customer_count(), seen.imports.len(), seen.journal.len()), (4, 3, 4));
    assert_eq!(store.check().unwrap().unwrap().troubles, []);
    let kinds: Vec<Deed> = seen.journal.iter().map(|line| line.deed.clone()).collect();
    assert!(kinds.iter().any(|deed| matches!(deed, Deed::TakenBack { .. })), "{kinds:?}");
}

#[test]
fn a_newer_store_is_refused_with_its_format_and_not_touched() {
    let place = Place::with_three("een.xlsx");
    let about = place.store().join("store.toml");
    let text = fs::read_to_string(&about).unwrap().replace("format = 2", "format = 7");
    fs::write(&about, &text).unwrap();
    let store = SledStore::new(place.store(), founding());
    assert!(matches!(store.snapshot(), Err(StoreFault::NewerFormat { found: 7, known: 2 })));
    for arguments in [&["customers"][..], &["store", "info"], &["store", "check"], &["store", "backup", &place.at("b")]] {
        let answer = place.run(arguments);
        assert_eq!(answer.code, 74, "{answer:?}");
        assert!(answer.told.contains("The store has format 7.") && answer.told.contains("up to 2"), "{answer:?}");
    }
    assert_eq!(fs::read_to_string(&about).unwrap(), text);
    assert!(!Path::new(&place.at("b")).exists());
}
