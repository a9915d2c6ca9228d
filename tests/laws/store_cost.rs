//! What the store costs, as far as no clock has a say in it. Time and memory are in `tests/benches/{committing,opening}.rs`.

use std::path::Path;

use instroom::domain::dossier_record;
use instroom::domain::field::Field;
use instroom::domain::matching::{MatchKeys, Stock};
use instroom::world::store::{SledStore, Store as _};

use crate::support::house::quietly;
use crate::support::imports::{Import, flow, founding, hand, person, stored};

/// More than go onto one shelf of the store, and no even number of leaves.
const PEOPLE: u64 = 4_321;

fn engine(directory: &Path) -> sled::Db {
    sled::Config::new().path(directory.join("sled")).flush_every_ms(None).open().unwrap()
}

fn filled(directory: &Path, people: u64) -> SledStore {
    let store = SledStore::new(directory, founding());
    let set = Import::new("one", &store.snapshot().unwrap(), flow(2025)).adding((0..people).map(person)).done();
    store.commit(&set, &hand("an"), &mut quietly).unwrap();
    store
}

#[test]
fn records_for_which_room_was_made_are_all_there() {
    let folder = tempfile::tempdir().unwrap();
    let directory = folder.path().join("store");
    let store = filled(&directory, PEOPLE);
    assert_eq!(store.check().unwrap().unwrap().troubles, []);
    // Everybody comes back in a season later, in the order of another workbook: their dossiers stand beside the others.
    let seen = store.snapshot().unwrap();
    let linked = (1..=PEOPLE).rev().fold(Import::new("two", &seen, flow(2026)), |import, id| import.linking(&seen, id)).done();
    store.commit(&linked, &hand("an"), &mut quietly).unwrap();
    let report = store.check().unwrap().unwrap();
    assert_eq!((report.customers, report.dossiers, report.troubles), (PEOPLE, 2 * PEOPLE, vec![]));
    let after = store.snapshot().unwrap();
    for id in 1..=PEOPLE {
        assert_eq!(stored(&after, id), person(id - 1));
    }
    let database = engine(&directory);
    let nothing = |record: sled::Result<(sled::IVec, sled::IVec)>| record.unwrap().1.is_empty();
    assert!(!["customers", "dossiers"].iter().any(|tree| database.open_tree(tree).unwrap().iter().any(nothing)));
}

#[test]
fn opening_a_store_and_finding_somebody_in_it_decodes_nobody() {
    let folder = tempfile::tempdir().unwrap();
    let directory = folder.path().join("store");
    let store = filled(&directory, 40);
    let database = engine(&directory);
    let spoil = |tree: &str, front: fn(&[u8]) -> usize| {
        let tree = database.open_tree(tree).unwrap();
        for record in &tree {
            let (key, mut bytes) = record.map(|(key, bytes)| (key, bytes.to_vec())).unwrap();
            let front = front(&bytes);
            // No value of the encoding begins like this.
            bytes[front..].fill(0xc1);
            tree.insert(key, bytes).unwrap();
        }
    };
    spoil("customers", |_| 1 + MatchKeys::BYTES);
    spoil("dossiers", dossier_record::front);
    drop(database);
    let stock = Stock::new(store.snapshot().unwrap());
    assert_eq!((stock.snapshot.customer_count(), stock.snapshot.dossier_count(&flow(2025)), stock.unsent()), (40, 40, 40));
    for (n, at) in (0..40).zip(0_u32..) {
        let national = person(n).text(Field::NationalNumber).parse().unwrap();
        assert_eq!(stock.with_national(national), [at]);
        assert_eq!(stock.with_code(MatchKeys::of(&person(n)).code), [at]);
    }
    assert!(stock.snapshot.customer(7).is_err(), "one is decoded when it is shown");
}
