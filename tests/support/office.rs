//! The office that the tests play: its store, its day, its workbooks.

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::{Arc, LazyLock};

use instroom::domain::change_set::{ChangeSet, Founding, Hand, SourceMark};
use instroom::domain::customer::Values;
use instroom::domain::draft::Office;
use instroom::domain::field::Field;
use instroom::domain::questionnaire::{Catalogue, built_in};
use instroom::domain::settings::Settings;
use instroom::world::clock::Clock;
use instroom::world::config::Configuration;
use instroom::world::demo::{DemoFault, fill};
use instroom::world::drafts::Drafts;
use instroom::world::mailroom::Mail;
use instroom::world::perform::{InOrder, World};
use instroom::world::spent::Spent;
use instroom::world::store::Store as _;
use instroom::world::workbook::Reader;
use jiff::Timestamp;
use jiff::civil::Date;

use super::imports::{Import, flow};
use super::memory::MemoryStore;
use super::shared_store::SharedStore;
use crate::generate::rows::{Format, Row};
use crate::generate::workbook::{Formats, columns, new_workbook, write_row};

/// The sample, as it is in the repository.
pub(crate) const SAMPLE: &[u8] = include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/sample/customers.xlsx"));

/// 14 May 2026, 14:02 UTC, for ever.
#[derive(Debug, Clone, Copy)]
pub(crate) struct StandingClock;

impl Clock for StandingClock {
    fn today(&self) -> Date {
        jiff::civil::date(2026, 5, 14)
    }

    fn now(&self) -> Timestamp {
        "2026-05-14T14:02:00.123456789Z".parse().unwrap()
    }
}

/// Parsing the questionnaires takes longer than most tests do.
static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(built_in);

pub(crate) fn office() -> Office {
    Office {
        catalogue: CATALOGUE.clone(),
        colleagues: Vec::new(),
        defaults: instroom::domain::draft::Choices::default(),
        today: StandingClock.today(),
    }
}

/// A store without a customer.
pub(crate) fn empty_store() -> SharedStore {
    SharedStore::new(MemoryStore::new(Founding::of(&office().catalogue)))
}

/// The demonstration's store, filled on two days of March.
pub(crate) fn demo_store() -> SharedStore {
    let store = empty_store();
    let mut days = ["2026-03-02T09:30:00Z", "2026-03-09T16:45:00Z"].into_iter();
    fill(&office(), &store, |set: &ChangeSet| -> Result<(), DemoFault> {
        let hand = Hand { who: "tom".into(), when: days.next().unwrap().parse().unwrap() };
        // The screens show it, and golden screens are of every run.
        let source = SourceMark { fingerprint: "0123456789abcdef".repeat(4), ..set.source.clone() };
        let set = ChangeSet { source, ..set.clone() };
        store.commit(&set, &hand, &mut |_| ControlFlow::Continue(())).unwrap();
        Ok(())
    })
    .unwrap();
    store
}

/// The world of an office, with els at the keyboard.
pub(crate) fn world(store: &SharedStore, reader: Reader) -> World {
    World {
        reader,
        drafts: Drafts::new(None),
        store: Arc::new(store.clone()),
        clock: Arc::new(StandingClock),
        office: office(),
        // What nobody settles sends nothing; whoever sends has a place of its own.
        mail: Mail::settled(
            Path::new("/nowhere"),
            Configuration { file: "/srv/.config/instroom/config.toml".into(), settings: Settings::default() },
        ),
        user: "els".into(),
        standard_input: None,
        in_order: InOrder::default(),
        spent: Spent::default(),
    }
}

/// The reader that the program has: a process of its own for each workbook.
pub(crate) fn reader_in_process() -> Reader {
    Reader::with_program(env!("CARGO_BIN_EXE_instroom"))
}

/// A workbook of the current template with these customers, from row 2.
pub(crate) fn workbook_of(customers: impl IntoIterator<Item = Values>) -> Vec<u8> {
    workbook_with_rows(customers.into_iter().map(|values| Row::of(&values, Format::Second)))
}

/// A workbook of the current template with these rows, from row 2.
pub(crate) fn workbook_with_rows(rows: impl IntoIterator<Item = Row>) -> Vec<u8> {
    let mut workbook = new_workbook().unwrap();
    let sheet = workbook.add_worksheet();
    sheet.set_name("Customers").unwrap();
    for (column, &field) in (0..).zip(columns(Format::Second)) {
        let heading = instroom::domain::template::headings::heading(field, instroom::domain::language::Language::English);
        sheet.write_string(0, column, heading.unwrap()).unwrap();
    }
    let formats = Formats::new();
    for (number, row) in (1..).zip(rows) {
        write_row(sheet, number, &row, Format::Second, &formats).unwrap();
    }
    workbook.save_to_buffer().unwrap()
}

/// A workbook of texts as they come: sheets with their names and rows.
pub(crate) fn workbook_of_texts(sheets: &[(&str, &[&[&str]])]) -> Vec<u8> {
    let mut workbook = new_workbook().unwrap();
    for (name, rows) in sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(*name).unwrap();
        for (number, row) in (0..).zip(*rows) {
            for (column, text) in (0..).zip(*row).filter(|(_, text)| !text.is_empty()) {
                sheet.write_string(number, column, *text).unwrap();
            }
        }
    }
    workbook.save_to_buffer().unwrap()
}

/// A store that knows these customers since last season.
pub(crate) fn store_with(customers: impl IntoIterator<Item = Values>) -> SharedStore {
    let store = empty_store();
    let set = Import::new("earlier", &store.snapshot().unwrap(), flow(2025)).adding(customers).done();
    let hand = Hand { who: "tom".into(), when: "2026-03-02T09:30:00Z".parse().unwrap() };
    store.commit(&set, &hand, &mut |_| ControlFlow::Continue(())).unwrap();
    store
}

/// A colleague changes one field of a stored customer.
pub(crate) fn colleague_changes(store: &SharedStore, id: u64, field: Field, to: &str) {
    let snapshot = store.snapshot().unwrap();
    let set = Import::new("meanwhile", &snapshot, flow(2025)).changing(&snapshot, id, &[(field, to)]).done();
    let hand = Hand { who: "tom".into(), when: "2026-05-14T14:01:00Z".parse().unwrap() };
    store.commit(&set, &hand, &mut |_| ControlFlow::Continue(())).unwrap();
}

/// A workbook that a password protects.
pub(crate) fn protected_workbook() -> Vec<u8> {
    super::books::compound("EncryptedPackage", b"unreadable")
}

/// A workbook with these rows alone, each known by its mark: numbers stand in it as they were typed.
pub(crate) fn form_of_rows(token: &str, answers: &[(&str, &str)]) -> Vec<u8> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.write_string(0, 0, format!("instroom-{token}")).unwrap();
    sheet.write_string(1, 1, "Vraag").unwrap().write_string(1, 2, "Uw antwoord").unwrap();
    for (row, (question, text)) in (2_u32..).zip(answers) {
        sheet.write_string(row, 2, *text).unwrap().write_string(row, 4, format!("instroom:{question}")).unwrap();
    }
    workbook.save_to_buffer().unwrap()
}
