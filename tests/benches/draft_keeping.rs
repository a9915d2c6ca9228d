//! What keeping a draft costs: `cargo bench --bench draft_keeping [ROWS]`.
//!
//! Each of 10,000 decisions is written to a journal on its own, as the loop does it, and all of them
//! are made again over the workbook, which is what opening the draft costs beside reading it.
//!
//! Measured with 100,000 rows of separated text, the fastest format there is:
//!
//! | what | takes |
//! |---|---|
//! | reading the rows | 55 ms |
//! | opening them as a draft | 305 ms |
//! | making the draft's files, synced, with its copy of 6.4 MB | 21 ms |
//! | writing a decision | 1 µs |
//! | syncing ten thousand | 2 ms |
//! | making ten thousand decisions again | 36 ms |
#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on should stop loudly")]

use std::fmt::Write as _;
use std::sync::Arc;
use std::time::Instant;

use instroom::app::effect::Opening;
use instroom::domain::change_set::{Founding, SourceMark};
use instroom::domain::draft::{Entry, Office};
use instroom::domain::field::Field;
use instroom::domain::questionnaire::built_in;
use instroom::domain::settings::Settings;
use instroom::domain::snapshot::Revision;
use instroom::world::clock::{Clock as _, SystemClock};
use instroom::world::config::Configuration;
use instroom::world::drafts::{Drafts, Head};
use instroom::world::mailroom::Mail;
use instroom::world::perform::{InOrder, World, opened};
use instroom::world::spent::Spent;
use instroom::world::store::SledStore;
use instroom::world::workbook::{Reader, Source, Which};

const DECISIONS: u32 = 10_000;

fn main() {
    let rows: u32 = std::env::args().filter_map(|argument| argument.parse().ok()).next().unwrap_or(100_000);
    let folder = tempfile::tempdir().unwrap();
    let mut text = String::from("First name;Last name;Email;Street;House number;Postal code;City;Language\n");
    for row in 0..rows {
        writeln!(text, "An{row};Peeters{row};an{row}@example.be;Kerkstraat;{};9000;Gent;nl", row % 300 + 1).unwrap();
    }
    let path = folder.path().join("list.csv");
    std::fs::write(&path, &text).unwrap();
    let catalogue = built_in();
    let founding = Founding::of(&catalogue);
    let drafts = Drafts::new(Some(folder.path().join("drafts")));
    let world = World {
        reader: Reader::here(),
        drafts: drafts.clone(),
        store: Arc::new(SledStore::new(folder.path().join("store"), founding)),
        clock: Arc::new(SystemClock),
        office: Office {
            catalogue,
            colleagues: Vec::new(),
            defaults: instroom::domain::draft::Choices::default(),
            today: SystemClock.today(),
        },
        mail: Mail::settled(&folder.path().join("store"), Configuration { file: "config.toml".into(), settings: Settings::default() }),
        user: "bench".into(),
        standard_input: None,
        in_order: InOrder::default(),
        spent: Spent::default(),
    };

    let begun = Instant::now();
    let source = Source::open(&path).unwrap();
    Reader::here().read(&source, &Which::At(0), &mut |_| std::ops::ControlFlow::Continue(())).unwrap();
    println!("reading {rows} rows of text: {:.1?}", begun.elapsed());
    let begun = Instant::now();
    let asked = Opening { path: path.to_string_lossy().into_owned(), ..Opening::default() };
    let untouched = opened(&world, &asked, &mut |_, _, _| std::ops::ControlFlow::Continue(())).unwrap();
    println!("opening them as a draft: {:.1?}", begun.elapsed());

    let mut draft = untouched.clone();
    let mut entries = Vec::new();
    for number in 0..DECISIONS {
        let step = draft.typing(number * (rows / DECISIONS).max(1) % rows, Field::City, &format!("Aalst {number}"));
        entries.push(Entry::Decided(step.clone()));
        draft.decide(step);
    }
    let head = Head {
        id: "0".repeat(32),
        path: path.to_string_lossy().into_owned(),
        mark: SourceMark { file: "list.csv".into(), fingerprint: source.fingerprint().into(), sheet: "list".into(), header_row: 1 },
        columns: Vec::new(),
        store: String::new(),
        revision: Revision(0),
        flow: None,
        language: None,
        questionnaire: None,
        day: SystemClock.today(),
        rules: 1,
        rows: u64::from(rows),
        who: "bench".into(),
        when: SystemClock.now(),
    };
    let begun = Instant::now();
    let id = drafts.create(head, source.bytes(), &[]).unwrap();
    println!("making a draft of {} kB: {:.1?}", source.size() / 1024, begun.elapsed());
    let begun = Instant::now();
    for entry in &entries {
        drafts.write(&id, std::slice::from_ref(entry)).unwrap();
    }
    println!("a decision written: {:.2?} each", begun.elapsed() / DECISIONS);
    let begun = Instant::now();
    assert!(drafts.secure().into_iter().all(|(_, secured)| secured.is_ok()));
    println!("all of them made durable: {:.1?}", begun.elapsed());

    let mut again = untouched.clone();
    let begun = Instant::now();
    again.replay(entries);
    println!("{DECISIONS} decisions made again: {:.1?}", begun.elapsed());
    assert_eq!(again.counts(), draft.counts());
}
