//! What it costs to open a store of a hundred thousand customers and to find anybody in it: `cargo bench --bench opening` (Linux; a
//! minute, 400 MiB of disk). It fails where a budget is passed.
//!
//! Measured is what a session does before it can match a workbook: take the lock, open the engine, read everything visible
//! into a snapshot, close, and build the match index. The yardstick opens sled with a cache of the same size and walks the two
//! trees that hold the customers, `customers` and `dossiers`, touching every key and doing nothing with it: sled has no way to
//! walk keys without reading what lies under them. Who has a dossier, in which status, is part of what is read, so that the
//! dossiers are walked in both. A second yardstick walks `customers` alone.
//!
//! The budget is for the time that a person waits: customers and dossiers are read by a thread each, which the walk has not. Processor
//! time, of all threads, is told beside it: the second thread costs some of what it saves, since what it allocates comes from the
//! system in small pieces. Each runs in processes of its own, in turns; the least of each counts.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a measurement that cannot go on should stop loudly")]

#[path = "../support/imports.rs"]
#[expect(dead_code, reason = "the tests use the rest")]
mod imports;
#[expect(dead_code, reason = "the other benches use the rest")]
mod spending;

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;

use instroom::domain::matching::Stock;
use instroom::world::store::{SledStore, Store as _};

use imports::{Import, flow, founding, hand, person};
use spending::{CACHE, Part, apart, begun, least, spent, tell, within};

const PEOPLE: u64 = 100_000;
const ROUNDS: usize = 5;
/// Bytes of memory for each customer beside the encoded record: its place and match keys, what lists show of a dossier, and its places in the
/// six indexes.
const BESIDE: f64 = 500.0;

const PARTS: [Part; 5] =
    [("prepared", prepared), ("opened", opened), ("walked", walked), ("walked-customers", walked_customers), ("engine", engine)];

fn main() {
    let Some(folder) = begun(&PARTS) else { return };
    let place = folder.path().join("store");
    apart("prepared", &place);
    let mut best: BTreeMap<&str, BTreeMap<String, f64>> = BTreeMap::new();
    for _ in 0..ROUNDS {
        for (name, _) in PARTS.iter().skip(1) {
            least(best.entry(name).or_default(), apart(name, &place));
        }
    }
    let figure = |part: &str, name: &str| best[part][name];
    for (part, figures) in &best {
        println!("{part}: {figures:?}");
    }
    println!();
    let ratio = |of: &str, to: &str| figure("opened", of) / figure(to, of);
    let mut kept = within("opening and indexing 100,000: time until it can be matched, of walking", ratio("wall", "walked"), 1.25, "x");
    println!(
        "  processor time, of walking: {:.2} x; of walking the customers alone: {:.2} x",
        ratio("cpu", "walked"),
        ratio("cpu", "walked-customers")
    );
    let above = figure("opened", "memory") - figure("walked", "memory") - figure("opened", "records");
    kept &= within("  memory for each customer, beside the encoded record and sled's own", above / PEOPLE as f64, BESIDE, "B");
    assert!(kept, "something costs more than its budget");
}

fn prepared(place: &Path) {
    let store = SledStore::new(place, founding());
    let set = Import::new("one", &store.snapshot().unwrap(), flow(2025)).adding((0..PEOPLE).map(person)).done();
    store.commit(&set, &hand("an"), &mut |_| ControlFlow::Continue(())).unwrap();
    // The engine takes stock of its file when it is opened for the first time.
    store.snapshot().unwrap();
}

fn opened(place: &Path) {
    let store = SledStore::new(place, founding());
    let (stock, cost) = spent(|| Stock::new(store.snapshot().unwrap()));
    assert_eq!(stock.snapshot.customer_count() as u64, PEOPLE);
    tell("cpu", cost.cpu);
    tell("wall", cost.wall);
    tell("memory", cost.memory);
    let records = (0..stock.snapshot.customer_count()).map(|at| stock.snapshot.record(at).unwrap().len());
    tell("records", records.sum::<usize>() as f64);
}

fn walk(place: &Path, trees: &[&str]) -> u64 {
    let database = sled::Config::new().path(place.join("sled")).cache_capacity(CACHE).flush_every_ms(None).open().unwrap();
    let mut bytes = 0;
    for name in trees {
        for item in &database.open_tree(name).unwrap() {
            let (key, _) = item.unwrap();
            bytes += key.len() as u64;
        }
    }
    bytes
}

fn walked(place: &Path) {
    let (bytes, cost) = spent(|| walk(place, &["customers", "dossiers"]));
    assert!(bytes > PEOPLE);
    tell("cpu", cost.cpu);
    tell("wall", cost.wall);
    tell("memory", cost.memory);
}

fn walked_customers(place: &Path) {
    let (bytes, cost) = spent(|| walk(place, &["customers"]));
    assert!(bytes > PEOPLE);
    tell("cpu", cost.cpu);
    tell("wall", cost.wall);
}

fn engine(place: &Path) {
    let ((), cost) = spent(|| assert_eq!(walk(place, &[]), 0));
    tell("cpu", cost.cpu);
    tell("wall", cost.wall);
}
