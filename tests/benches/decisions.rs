//! What decisions cost at a hundred thousand rows: `cargo bench --bench decisions`. Keys go through the
//! model as a person presses them, so that lists follow as they do on screen; only drawing is left out.
//! It fails where something costs more than its budget.
#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on should stop loudly")]

#[path = "../generate/mod.rs"]
#[expect(dead_code, reason = "the generator uses the rest")]
mod generate;

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use generate::customers::Customers;
use generate::faults::Fault;
use generate::rows::{Format, Row};
use generate::workbook::{Formats, columns, new_workbook, write_row};
use instroom::app::desk::Sight;
use instroom::app::effect::{Effect, Opening, Report};
use instroom::app::keeping::{DraftId, OpenedDraft};
use instroom::app::model::Setting;
use instroom::app::{Model, Msg};
use instroom::domain::customer::{Customer, CustomerId};
use instroom::domain::draft::{Bucket, Draft, Entry, Mark, Office, Seed};
use instroom::domain::field::Field;
use instroom::domain::language::Language;
use instroom::domain::matching::Stock;
use instroom::domain::questionnaire::built_in;
use instroom::domain::record::encode;
use instroom::domain::snapshot::{Revision, Snapshot};
use instroom::domain::template::headings::heading;
use instroom::words::ScreenLanguage;
use instroom::world::perform::{Unfamiliar, open_source};
use instroom::world::workbook::Reader;

const ROWS: u32 = 100_000;
/// Rows with the same thing wrong.
const ALIKE: u32 = 5_000;
/// Customers that the store knows.
const STORED: u64 = 20_000;
/// Decisions of the draft that is replayed.
const DECISIONS: u32 = 10_000;
const MILLISECOND: Duration = Duration::from_millis(1);
/// What a bulk decision about the rows that are alike may cost.
const BULK: Duration = Duration::from_millis(100);

fn main() {
    // Among the tests, where it would be in a debug build, there is nothing to measure.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("customers.xlsx");
    write(&path);
    let opening = Opening { path: path.to_str().unwrap().to_owned(), ..Opening::default() };
    let began = Instant::now();
    let source = open_source(&Reader::here(), &opening, Unfamiliar::Refused, &mut |_, _, _| ControlFlow::Continue(())).unwrap();
    let reading = began.elapsed();
    println!("{:<44} {:>10}", "reading the workbook", told(reading));
    let (draft, judging) = timed(|| open(source));
    println!("{:<44} {:>10}", "judging and matching its rows", told(judging));
    let mut within = true;
    within &= replay(&draft, reading);
    let mut model = on_the_desk(draft, opening);
    println!("on the tabs as they open");
    within &= keys(&mut model);
    within &= alike(&mut model, BULK);
    println!("on tabs that are filtered and sorted");
    for tab in ["1", "4"] {
        press(&mut model, &[tab, "/", "e", "Enter", "$", "s"]);
    }
    within &= keys(&mut model);
    press(&mut model, &["1", "Esc", "4", "Esc", "Esc"]);
    println!("on tabs that are sorted");
    // A list of a hundred thousand rows is sorted anew.
    within &= alike(&mut model, 2 * BULK);
    assert!(within, "something costs more than its budget");
}

/// A hundred thousand customers, each twentieth with a mobile number as one says it.
fn write(path: &Path) {
    let customers = Customers::new(u64::from(ROWS) + STORED, 7);
    let mut workbook = new_workbook().unwrap();
    let sheet = workbook.add_worksheet_with_constant_memory().unwrap();
    let formats = Formats::new();
    for (column, &field) in (0..).zip(columns(Format::Second)) {
        sheet.write_string(0, column, heading(field, Language::English).unwrap()).unwrap();
    }
    let mut alike = 0;
    for number in 0..ROWS {
        let mut row = Row::of(&customers.customer(u64::from(number)), Format::Second);
        if number % 10 == 3 && alike < ALIKE && Fault::MobileNational.spoil(&mut row, &mut customers.random(u64::from(number))) {
            alike += 1;
        }
        write_row(sheet, number + 1, &row, Format::Second, &formats).unwrap();
    }
    assert_eq!(alike, ALIKE);
    workbook.save(path).unwrap();
}

/// The draft of that workbook, beside a store that knows others and some of the same.
fn open(source: instroom::domain::draft::Source) -> Draft {
    let catalogue = built_in();
    let mut snapshot = Snapshot::of_no_store(catalogue.founding_flows());
    let customers = Customers::new(u64::from(ROWS) + STORED, 7);
    for id in 1..=STORED {
        let values = customers.customer(u64::from(ROWS) - STORED / 2 + id);
        snapshot.add_customer(CustomerId(id), Revision(1), &encode(&Customer { values, row: None }).unwrap()).unwrap();
    }
    let office = Office {
        catalogue,
        colleagues: Vec::new(),
        defaults: instroom::domain::draft::Choices::default(),
        today: jiff::civil::date(2026, 5, 14),
    };
    Draft::open(Arc::new(source), Arc::new(office), Arc::new(Stock::new(snapshot)), &mut |_| ControlFlow::Continue(())).unwrap()
}

fn on_the_desk(draft: Draft, opening: Opening) -> Model {
    let sight = Sight::first(ScreenLanguage::English);
    let setting = Setting {
        sight,
        folder: "/".into(),
        seed: Seed::new([7; 32]),
        user: "els".into(),
        faults: Vec::new(),
        log: instroom::app::log_place::LogPlace::default(),
        purpose: instroom::app::model::Purpose::Work,
        catalogue: instroom::domain::questionnaire::Catalogue::default(),
    };
    let (mut model, effects) = Model::begin(setting, (120, 40), Some(opening));
    let job = effects.iter().find_map(|effect| if let Effect::Open(job, _) = effect { Some(*job) } else { None }).unwrap();
    let kept = Ok(DraftId::parse(&"0".repeat(32)).unwrap());
    let opened = OpenedDraft { draft: Arc::new(draft), path: "customers.csv".into(), kept, taken_up: None };
    model.update(Msg::Report(Box::new(Report::Opened(job, Ok(Box::new(opened))))));
    model
}

fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let began = Instant::now();
    let done = work();
    (done, began.elapsed())
}

fn told(time: Duration) -> String {
    if time < Duration::from_millis(10) { format!("{} us", time.as_micros()) } else { format!("{} ms", time.as_millis()) }
}

/// Prints a figure beside its budget. False where it is over.
fn judge(what: &str, time: Duration, worst: Duration, budget: Duration) -> bool {
    let within = time <= budget;
    let word = if within { "within" } else { "OVER" };
    println!("{what:<44} {:>10}   worst {:>10}   {word} {}", told(time), told(worst), told(budget));
    within
}

fn press(model: &mut Model, keys: &[&str]) {
    keys.iter().for_each(|key| drop(model.update(Msg::Key(key.parse().unwrap()))));
}

/// Presses keys many times over; the time of the middle one counts, since others work on the machine too.
fn many(model: &mut Model, what: &str, keys: &[&str], again: u32) -> bool {
    let mut times: Vec<Duration> = (0..again).map(|_| timed(|| press(model, keys)).1).collect();
    times.sort_unstable();
    let middle = times.get(times.len() / 2).copied().unwrap_or_default();
    judge(what, middle, times.last().copied().unwrap_or_default(), MILLISECOND)
}

/// One edit, one toggle, their undo, a tab change.
fn keys(model: &mut Model) -> bool {
    let mut within = true;
    press(model, &["4", "g", "g"]);
    let invalid = model.desk().unwrap().draft.counts().invalid;
    within &= many(model, "  take a suggestion", &["f"], 200);
    assert_eq!(model.desk().unwrap().draft.counts().invalid, invalid - 200);
    within &= many(model, "  its undo", &["u"], 200);
    within &= many(model, "  its redo", &["U"], 200);
    press(model, &["u"; 200]);
    within &= many(model, "  open a field", &["e", "Esc"], 200);
    press(model, &["e", "Ctrl+U"]);
    within &= many(model, "  a key typed with live validation", &["0"], 60);
    press(model, &["Esc", "1", "g", "g"]);
    let selected = model.desk().unwrap().draft.counts().selected;
    within &= many(model, "  select or deselect", &["Space"], 200);
    assert_eq!(model.desk().unwrap().draft.counts().selected, selected - 200);
    within &= many(model, "  its undo", &["u"], 200);
    within &= many(model, "  to the next tab", &["Tab"], 200);
    assert_eq!(model.desk().unwrap().draft.counts().selected, selected);
    within
}

/// The same suggestion for five thousand rows.
fn alike(model: &mut Model, budget: Duration) -> bool {
    press(model, &["4", "g", "g"]);
    println!("  all alike, {ALIKE} rows");
    let invalid = model.desk().unwrap().draft.counts().invalid;
    let mut within = true;
    let (mut show, mut take, mut undo) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..7 {
        press(model, &["g", "g"]);
        show.push(timed(|| press(model, &["F"])).1);
        take.push(timed(|| press(model, &["Enter"])).1);
        assert_eq!(model.desk().unwrap().draft.counts().invalid, invalid - ALIKE);
        undo.push(timed(|| press(model, &["u"])).1);
        assert_eq!(model.desk().unwrap().draft.counts().invalid, invalid);
    }
    for (what, times, budget) in
        [("    show them", &mut show, 2 * BULK), ("    take them", &mut take, budget), ("    its undo", &mut undo, budget)]
    {
        times.sort_unstable();
        within &= judge(what, times[times.len() / 2], times[times.len() - 1], budget);
    }
    within
}

/// A draft that was kept is opened again: its decisions must not cost more than its workbook.
fn replay(draft: &Draft, reading: Duration) -> bool {
    let mut worked_on = draft.clone();
    let mut journal = Vec::new();
    for number in 0..DECISIONS {
        let row = number.wrapping_mul(7_919) % ROWS;
        let step = match number % 4 {
            0 => worked_on.marking([row], if worked_on.is_selected(row) { Mark::Deselected } else { Mark::Selected }),
            1 => worked_on.typing(row, Field::City, if number % 8 == 1 { "Oostende" } else { "Namur" }),
            2 => worked_on.typing(row, Field::Email, &format!("klant.{number}@example.be")),
            _ => worked_on.typing(row, Field::ClientCode, &format!("N{number}")),
        };
        worked_on.decide(step.clone());
        journal.push(Entry::Decided(step));
    }
    let mut again = draft.clone();
    let (replayed, time) = timed(|| again.replay(journal));
    assert!(replayed.unfit.is_empty());
    assert_eq!(again.counts(), worked_on.counts());
    assert!(again.counts().of(Bucket::OnlyInImport) > 0);
    judge(&format!("replaying {DECISIONS} decisions"), time, time, reading)
}
