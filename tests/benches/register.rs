//! What the register costs with a hundred thousand customers: `cargo bench --bench register` (a minute, 600 MiB).
//! Opening it is held against walking everything that sled has; what is typed against a frame.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a measurement that cannot go on should stop loudly")]

#[path = "../support/imports.rs"]
#[expect(dead_code, reason = "the tests use the rest")]
mod imports;

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use instroom::app::Shared;
use instroom::app::desk::Sight;
use instroom::app::grouping::Grouping;
use instroom::app::key::Key;
use instroom::app::listing::Listing as _;
use instroom::app::register::{Gathered, Register, TabKind};
use instroom::app::table::{Column, Direction};
use instroom::domain::draft::Office;
use instroom::domain::field::Field;
use instroom::domain::matching::Stock;
use instroom::domain::questionnaire::built_in;
use instroom::domain::search_texts::SearchTexts;
use instroom::words::ScreenLanguage;
use instroom::world::store::{SledStore, Store as _};

use imports::{Import, flow, founding, hand, person};

const PEOPLE: u64 = 100_000;
const ROUNDS: usize = 5;
const SIZE: (u16, u16) = (120, 40);
/// A frame at 60 in a second.
const FRAME: Duration = Duration::from_millis(16);

fn main() {
    // Among the tests, where it would be in a debug build, there is nothing to measure.
    if std::env::args().any(|argument| argument == "--bench") {
        measure();
    }
}

/// The middle of some rounds.
fn timed<T>(what: &str, mut work: impl FnMut() -> T) -> (T, Duration) {
    let mut times = Vec::new();
    let mut last = None;
    for _ in 0..ROUNDS {
        let started = Instant::now();
        let done = work();
        times.push(started.elapsed());
        last = Some(done);
    }
    times.sort();
    let middle = times[ROUNDS / 2];
    println!("{what}: {:.1} ms (worst {:.1})", middle.as_secs_f64() * 1e3, times[ROUNDS - 1].as_secs_f64() * 1e3);
    (last.expect("there are rounds"), middle)
}

/// Everything that sled has, read once and nothing done with it. What counts is the cache that the store gives it; a large one shows
/// what that costs.
fn walked(directory: &Path, cache: u64) -> u64 {
    let database = sled::Config::new().path(directory.join("sled")).cache_capacity(cache).flush_every_ms(None).open().unwrap();
    let mut bytes = 0;
    for name in database.tree_names() {
        for item in &database.open_tree(name).unwrap() {
            let (key, value) = item.unwrap();
            bytes += (key.len() + value.len()) as u64;
        }
    }
    bytes
}

fn measure() {
    let folder = tempfile::tempdir().unwrap();
    let directory = folder.path().join("store");
    let store = SledStore::new(&directory, founding());
    let set = Import::new("big", &store.snapshot().unwrap(), flow(2026)).adding((0..PEOPLE).map(person)).done();
    store.commit(&set, &hand("els"), &mut |_| ControlFlow::Continue(())).unwrap();
    drop(set);
    timed("walking what sled has, in a cache of 1 GiB", || walked(&directory, 1024 * 1024 * 1024));
    let (bytes, walk) = timed("walking what sled has, in the cache of the store", || walked(&directory, 32 * 1024 * 1024));
    println!("  {} MiB", bytes / 1024 / 1024);
    let (stock, reading) = timed("reading the store", || Arc::new(Stock::new(store.snapshot().unwrap())));
    let (mut register, listing) = timed("opening the register of it", || Register::new(Some(Arc::clone(&stock)), TabKind::Customers));
    let ratio = (reading + listing).as_secs_f64() / walk.as_secs_f64();
    println!("  opening costs {ratio:.2} of walking what sled has");
    let (texts, _) = timed("gathering the texts, in the background", || SearchTexts::of(&stock.snapshot));
    println!("  {} MiB", texts.size() / 1024 / 1024);
    let office = Office {
        catalogue: built_in(),
        colleagues: Vec::new(),
        defaults: instroom::domain::draft::Choices::default(),
        today: jiff::civil::date(2026, 5, 14),
    };
    let gathered = Gathered { stock: Shared(Arc::clone(&stock)), texts: Arc::new(texts), office: Arc::new(office) };
    timed("taking them in", || register.gathered(&gathered));
    let mut worst = Duration::ZERO;
    for typed in ["a", "1", "achternaam 9", "gent", "zzz"] {
        let started = Instant::now();
        register.table_mut().filter = instroom::app::text_field::TextField::default();
        let mut slowest = Duration::ZERO;
        for character in typed.chars() {
            let before = register.table().filter.text().to_owned();
            register.table_mut().filter.press(if character == ' ' { Key::Space } else { Key::Char(character) });
            let key = Instant::now();
            register.refilter(&before, SIZE);
            slowest = slowest.max(key.elapsed());
        }
        println!(
            "typing {typed:?}: slowest key {:.1} ms, {} left, {:.1} ms in all",
            slowest.as_secs_f64() * 1e3,
            register.table().order.len(),
            started.elapsed().as_secs_f64() * 1e3
        );
        worst = worst.max(slowest);
    }
    register.table_mut().filter = instroom::app::text_field::TextField::default();
    for column in [Column::Customer, Column::Status, Column::Field(Field::City), Column::LastChange] {
        register.table_mut().sort = Some((column, Direction::Ascending));
        timed(&format!("sorting by {column:?}"), || register.relist(SIZE));
    }
    register.table_mut().sort = None;
    register.relist(SIZE);
    for by in [Grouping::Label, Grouping::Responsible, Grouping::Status, Grouping::Month] {
        timed(&format!("grouping by {by:?}"), || register.groups(by).len());
    }
    timed("the dossiers by deadline", || register.show(TabKind::Dossiers, SIZE));
    let sight = Sight::first(ScreenLanguage::English);
    let columns: Vec<Column> = register.table().shown().map(|setting| setting.column).collect();
    timed("the cells of 40 rows", || (0..40).map(|item| register.cells(item, &columns, sight).len()).sum::<usize>());
    assert!(ratio < 1.2, "opening costs {ratio:.2} of walking what sled has");
    assert!(worst <= FRAME, "a key takes {worst:?}");
}
