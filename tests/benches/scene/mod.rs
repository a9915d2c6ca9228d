//! What the benches of the screen have in common: a workbook of any size made in memory, the desk with it, and CPU time.

use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::Duration;

use instroom::app::desk::Sight;
use instroom::app::effect::{Effect, Opening, Report};
use instroom::app::keeping::{DraftId, OpenedDraft};
use instroom::app::model::{Purpose, Setting};
use instroom::app::{Model, Msg};
use instroom::domain::change_set::SourceMark;
use instroom::domain::customer::{Customer, CustomerId};
use instroom::domain::draft::{Choices, Draft, Office, Seed, SheetName, Source};
use instroom::domain::language::Language;
use instroom::domain::matching::Stock;
use instroom::domain::questionnaire::built_in;
use instroom::domain::record::encode;
use instroom::domain::sheet::{CellKind, Sheet};
use instroom::domain::snapshot::{Revision, Snapshot};
use instroom::domain::template::headings::heading;
use instroom::domain::template::layout::of_row;
use instroom::domain::workbook::Visibility;
use instroom::words::ScreenLanguage;

use crate::generate::customers::Customers;
use crate::generate::faults::Fault;
use crate::generate::rows::{Format, Given, Row};
use crate::generate::workbook::columns;

/// Customers of the store for each ten rows; half of them have a row.
const STORED: u32 = 2;

/// The draft of a workbook of so many rows, one in fifty with a mobile number as one says it, beside a store that knows others and
/// some of the same. Nothing is read or written.
pub(crate) fn draft(rows: u32) -> Draft {
    let stored = rows / 10 * STORED;
    let customers = Customers::new(u64::from(rows + stored), 7);
    let mut sheet = Sheet::new("Customers");
    for (column, &field) in (0..).zip(columns(Format::Second)) {
        sheet.push(1, column, CellKind::Text, heading(field, Language::English).unwrap()).unwrap();
    }
    for number in 0..rows {
        let mut row = Row::of(&customers.customer(u64::from(number)), Format::Second);
        if number % 50 == 3 {
            Fault::MobileNational.spoil(&mut row, &mut customers.random(u64::from(number)));
        }
        for (column, &field) in (0..).zip(columns(Format::Second)) {
            let (kind, text) = match row.get(field) {
                None => continue,
                Some(Given::Text(text)) => (CellKind::Text, text.clone()),
                Some(Given::Number(number)) => (CellKind::Number, number.to_string()),
                Some(Given::Date(year, month, day)) => (CellKind::Date, format!("{year:04}-{month:02}-{day:02}")),
                Some(Given::Error(sign)) => (CellKind::Error, (*sign).to_owned()),
            };
            sheet.push(number + 2, column, kind, &text).unwrap();
        }
    }
    let catalogue = built_in();
    let mut snapshot = Snapshot::of_no_store(catalogue.founding_flows());
    for id in 1..=u64::from(stored) {
        let values = customers.customer(u64::from(rows - stored / 2) + id);
        snapshot.add_customer(CustomerId(id), Revision(1), &encode(&Customer { values, row: None }).unwrap()).unwrap();
    }
    let layout = of_row(&sheet, 1).unwrap();
    let mark =
        SourceMark { file: "customers.xlsx".into(), fingerprint: "0".repeat(64), sheet: "Customers".into(), header_row: layout.header_row };
    let sheets = vec![SheetName { name: "Customers".into(), visibility: Visibility::Visible }];
    let source = Source { mark, sheet, layout, sheets, columns_left_out: 0 };
    let office = Office { catalogue, colleagues: Vec::new(), defaults: Choices::default(), today: jiff::civil::date(2026, 5, 14) };
    Draft::open(Arc::new(source), Arc::new(office), Arc::new(Stock::new(snapshot)), &mut |_| ControlFlow::Continue(())).unwrap()
}

/// The program with that draft on the desk, in a window of that size.
pub(crate) fn on_the_desk(draft: Draft, size: (u16, u16)) -> Model {
    let setting = Setting {
        sight: Sight::first(ScreenLanguage::English),
        folder: "/".into(),
        seed: Seed::new([7; 32]),
        user: "els".into(),
        faults: Vec::new(),
        log: instroom::app::log_place::LogPlace::default(),
        purpose: Purpose::Work,
        catalogue: built_in(),
    };
    let opening = Opening { path: "customers.xlsx".into(), ..Opening::default() };
    let (mut model, effects) = Model::begin(setting, size, Some(opening));
    let job = effects.iter().find_map(|effect| if let Effect::Open(job, _) = effect { Some(*job) } else { None }).unwrap();
    let kept = Ok(DraftId::parse(&"0".repeat(32)).unwrap());
    let opened = OpenedDraft { draft: Arc::new(draft), path: "customers.xlsx".into(), kept, taken_up: None };
    model.update(Msg::Report(Box::new(Report::Opened(job, Ok(Box::new(opened))))));
    model
}

/// Presses keys; what is asked of the world is dropped.
pub(crate) fn press(model: &mut Model, keys: &[&str]) {
    keys.iter().for_each(|key| drop(model.update(Msg::Key(key.parse().unwrap()))));
}

/// What this thread has computed so far. Others may keep the machine busy: that does not count.
pub(crate) fn computed() -> Duration {
    // Who gives way is counted up to now.
    std::thread::yield_now();
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    Duration::from_nanos(told.split_whitespace().next().unwrap().parse().unwrap())
}

/// What some work computes.
pub(crate) fn timed<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let began = computed();
    let done = work();
    (done, computed() - began)
}

/// A time in a few signs.
pub(crate) fn told(time: Duration) -> String {
    match time.as_micros() {
        0..10 => format!("{:.1} us", time.as_secs_f64() * 1e6),
        10..10_000 => format!("{} us", time.as_micros()),
        _ => format!("{} ms", time.as_millis()),
    }
}
