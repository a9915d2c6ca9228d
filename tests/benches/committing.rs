//! What an import costs the store, with a hundred thousand customers: `cargo bench --bench committing` (Linux; some minutes and
//! a gigabyte of disk). It fails where a budget is passed.
//!
//! The path that ships, with all its guards: the lock, the copy before the commit, the intent, the journal, the outcomes of
//! the rows, the lessons, the mark and every sync. What is measured begins when the change set is there and ends when the
//! store is closed again. The yardstick are sled's own batches: the same records under the same keys (those of the trees
//! `customers` and `dossiers`, encoded beforehand), keys ascending, a thousand in a batch, customers and dossiers of
//! these one after the other, in a cache of the same size; no batch is atomic with another. It opens sled, and flushes and syncs it
//! once at the end. For the second import both begin with the same files.
//!
//! Each runs in processes of its own, in turns; the least of each counts. Processor time is that of all threads.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a measurement that cannot go on should stop loudly")]

#[path = "../support/imports.rs"]
#[expect(dead_code, reason = "the tests use the rest")]
mod imports;
mod spending;

use std::collections::BTreeMap;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

use instroom::domain::change_set::ChangeSet;
use instroom::domain::customer::CustomerId;
use instroom::domain::field::Field;
use instroom::domain::snapshot::Snapshot;
use instroom::domain::{dossier_record, record};
use instroom::world::store::{SledStore, Store as _};

use imports::{Import, flow, founding, hand, lesson, person};
use spending::{CACHE, MIB, Part, apart, begun, copy, disk, least, spent, status, tell, within};

const PEOPLE: u64 = 100_000;
/// Of each so many customers one changes, and one comes.
const TENTH: u64 = 10;
/// Records in a batch of the yardstick.
const BATCH: usize = 1_000;
const ROUNDS: usize = 3;
/// Copies that the office keeps where it has settled nothing.
const COPIES: u16 = 5;

const PARTS: [Part; 5] = [
    ("first", first),
    ("first-by-sled", first_by_sled),
    ("second", second),
    ("second-by-sled", second_by_sled),
    ("second-uncopied", second_uncopied),
];

fn main() {
    let Some(folder) = begun(&PARTS) else { return };
    let mut best: BTreeMap<&str, BTreeMap<String, f64>> = BTreeMap::new();
    for round in 0..ROUNDS {
        let begun = folder.path().join("begun");
        for (name, _) in PARTS {
            let place = folder.path().join(name);
            if name.starts_with("second") {
                copy(&begun, &place);
            }
            least(best.entry(name).or_default(), apart(name, &place));
            if name == "first" && round == 0 {
                fs::rename(&place, &begun).unwrap();
            } else {
                fs::remove_dir_all(&place).unwrap();
            }
        }
    }
    let figure = |part: &str, name: &str| best[part][name];
    for (part, figures) in &best {
        println!("{part}: {figures:?}");
    }
    println!();
    let mut kept = true;
    let ratio = |name: &str| figure(name, "cpu") / figure(&format!("{name}-by-sled"), "cpu");
    kept &= within("100,000 new customers: processor time, of sled's batches", ratio("first"), 1.15, "x");
    kept &= within("  memory at the highest, over the rows themselves", figure("first", "memory") / MIB, 200.0, "MiB");
    kept &= within("  disk, of the payload", figure("first", "disk") / figure("first-by-sled", "payload"), 1.8, "x");
    kept &= within("10,000 changed and 10,000 new: processor time, of sled's batches", ratio("second"), 1.2, "x");
    let uncopied = figure("second-uncopied", "cpu") / figure("second-by-sled", "cpu");
    println!("  without the copy before it: {uncopied:.2} x");
    kept &= within("  memory at the highest, over the rows themselves", figure("second", "memory") / MIB, 200.0, "MiB");
    assert!(kept, "something costs more than its budget");
}

fn store(place: &Path) -> SledStore {
    SledStore::new(place, founding()).keeping(COPIES)
}

fn first_import(nothing: &Snapshot) -> ChangeSet {
    Import::new("one", nothing, flow(2025)).adding((0..PEOPLE).map(person)).learning((0..PEOPLE / 100).map(lesson)).done()
}

/// In the order of a workbook, which is not that of the customers' numbers.
fn second_import(seen: &Snapshot) -> ChangeSet {
    let changed = (0..PEOPLE / TENTH).map(|at| 1 + at * 7_919 % (PEOPLE / TENTH) * TENTH);
    let import = Import::new("two", seen, flow(2025)).adding((PEOPLE..PEOPLE + PEOPLE / TENTH).map(person));
    changed.fold(import, |import, id| import.changing(seen, id, &[(Field::City, "Aalst"), (Field::PostalCode, "9300")])).done()
}

fn commit(store: &SledStore, set: &ChangeSet) {
    tell("rows", status("VmRSS:"));
    let (receipt, cost) = spent(|| store.commit(set, &hand("an"), &mut |_| ControlFlow::Continue(())).unwrap());
    assert!(!receipt.repeated);
    tell("cpu", cost.cpu);
    tell("wall", cost.wall);
    tell("memory", cost.memory);
    tell("disk", disk(&store.directory().join("sled")) as f64);
}

fn first(place: &Path) {
    let set = first_import(&store(place).snapshot().unwrap());
    commit(&store(place), &set);
}

fn second(place: &Path) {
    let set = second_import(&store(place).snapshot().unwrap());
    commit(&store(place), &set);
}

fn second_uncopied(place: &Path) {
    let set = second_import(&store(place).snapshot().unwrap());
    commit(&store(place).keeping(0), &set);
}

/// A record and its key.
type Entry = (Vec<u8>, Vec<u8>);

/// The records that an import leaves in `customers` and in `dossiers`, keys ascending.
fn records(set: &ChangeSet, seen: &Snapshot, commit: u64) -> [Vec<Entry>; 2] {
    let number = |number: u64| number.to_be_bytes();
    let customer_key = |id: u64| [number(id), number(commit)].concat();
    let (mut customers, mut dossiers) = (Vec::new(), Vec::new());
    for update in &set.updates {
        let mut values = imports::stored(seen, update.customer.0);
        update.apply_to(&mut values);
        customers.push((customer_key(update.customer.0), record::encode_version(&values, Some(update.row)).unwrap()));
    }
    let newest = seen.customer_count().checked_sub(1).and_then(|last| seen.customer_id(last)).unwrap_or(CustomerId(0));
    for (id, addition) in (newest.0 + 1..).zip(&set.additions) {
        customers.push((customer_key(id), record::encode_version(&addition.values, Some(addition.row)).unwrap()));
        let key = [set.flow.0.as_bytes(), &[0], &number(id), &number(commit)].concat();
        dossiers.push((key, dossier_record::encode(&addition.dossier).unwrap()));
    }
    customers.sort();
    [customers, dossiers]
}

fn by_sled(sled: &Path, [customers, dossiers]: [Vec<Entry>; 2]) {
    let payload: usize = customers.iter().chain(&dossiers).map(|(key, value)| key.len() + value.len()).sum();
    let ((), cost) = spent(|| {
        let database = sled::Config::new().path(sled).cache_capacity(CACHE).flush_every_ms(None).open().unwrap();
        let trees = [database.open_tree("customers").unwrap(), database.open_tree("dossiers").unwrap()];
        for from in (0..customers.len().max(dossiers.len())).step_by(BATCH) {
            for (tree, records) in trees.iter().zip([&customers, &dossiers]) {
                let mut batch = sled::Batch::default();
                for (key, value) in records.iter().skip(from).take(BATCH) {
                    batch.insert(&key[..], &value[..]);
                }
                tree.apply_batch(batch).unwrap();
            }
        }
        database.flush().unwrap();
        for file in ["db", "conf"] {
            fs::File::open(sled.join(file)).unwrap().sync_all().unwrap();
        }
    });
    tell("cpu", cost.cpu);
    tell("wall", cost.wall);
    tell("memory", cost.memory);
    tell("payload", payload as f64);
    tell("disk", disk(sled) as f64);
}

fn first_by_sled(place: &Path) {
    let nothing = Snapshot::default();
    let records = records(&first_import(&nothing), &nothing, 1);
    by_sled(place, records);
}

fn second_by_sled(place: &Path) {
    let seen = store(place).snapshot().unwrap();
    let records = records(&second_import(&seen), &seen, 2);
    by_sled(&place.join("sled"), records);
}
