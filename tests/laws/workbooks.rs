//! Hostile and broken workbooks, read by the real reading process: whatever they hold, this process
//! gets an answer.

use std::borrow::Cow;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

use instroom::domain::sheet::Sheet;
use instroom::world::workbook::{Follow, Outline, ReadFault, ReadProgress, Reader, Source, Visibility, Which};
use proptest::prelude::*;

use crate::support::books::{BINARY_ROW, compound, ods, ods_with, package, xls, xlsb, xlsx, xlsx_of};

fn reader() -> Reader {
    Reader::with_program(env!("CARGO_BIN_EXE_instroom"))
}

fn outline(book: Vec<u8>) -> Result<Outline, ReadFault> {
    reader().outline(&Source::from_bytes("x", book)?)
}

fn read(book: Vec<u8>, at: usize) -> Result<Sheet, ReadFault> {
    let reading = reader().read(&Source::from_bytes("x", book)?, &Which::At(at), &mut |_| ControlFlow::Continue(()));
    reading.map(|reading| reading.sheet)
}

/// The good workbook of every format that is read in the reading process.
fn good() -> Vec<(&'static str, Vec<u8>)> {
    let row = "<row r='3'><c r='A3' t='str'><v>M&#252;ller</v></c><c r='B3'><v>85073003328</v></c><c r='C3' t='d'><v>2026-04-23</v></c>\
               <c r='D3' t='b'><v>1</v></c></row>";
    let table = |name: &str, style: &str| {
        format!(
            "<table:table table:name='{name}' table:style-name='{style}'><table:table-row table:number-rows-repeated='2'/><table:table-row>\
             <table:table-cell office:value-type='string'><text:p>Müller</text:p></table:table-cell><table:table-cell office:value='85073003328'/>\
             <table:table-cell office:date-value='2026-04-23'/><table:table-cell office:boolean-value='true'/></table:table-row></table:table>"
        )
    };
    vec![
        ("xls", xls()),
        ("xlsb", xlsb()),
        ("xlsx", xlsx_of(&[("Klanten", row), ("Lijsten", row)], None)),
        ("ods", ods(&(table("Klanten", "vis") + &table("Lijsten", "hid")))),
    ]
}

#[test]
fn every_format_comes_through_the_pipe_as_it_is() {
    for (format, book) in good() {
        let outline = outline(book.clone()).unwrap();
        let names: Vec<_> = outline.sheets.iter().map(|sheet| sheet.name.as_str()).collect();
        assert_eq!(names, ["Klanten", "Lijsten"], "{format}");
        if format != "xlsx" {
            assert_eq!(outline.sheets[1].visibility, Visibility::Hidden, "{format}");
        }
        let sheet = read(book.clone(), 1).unwrap();
        assert_eq!(sheet, outline.sheets[1].head, "{format}");
        assert_eq!((sheet.name(), sheet.row_number(0)), ("Lijsten", 3), "{format}");
        assert_eq!(sheet.cells(0).map(|cell| cell.text).collect::<Vec<_>>(), BINARY_ROW, "{format}");
        let missing = ReadFault::NoSuchSheet { name: "3".to_owned(), seen: vec!["Klanten".to_owned(), "Lijsten".to_owned()] };
        assert_eq!(read(book, 2), Err(missing), "{format}");
    }
}

/// Chooses a sheet, and writes down what it saw of it.
#[derive(Default)]
struct Chooser {
    at: Option<usize>,
    stop_at: Option<u32>,
    outline: Option<Outline>,
    /// Rows that were there at each look, and the last one that was called whole.
    looks: Vec<(usize, String)>,
}

impl Follow for Chooser {
    fn choose(&mut self, outline: &Outline) -> Option<usize> {
        self.outline = Some(outline.clone());
        self.at
    }

    fn far(&mut self, progress: ReadProgress, sheet: &Sheet) -> ControlFlow<()> {
        if let Some(whole) = sheet.row_count().checked_sub(2) {
            self.looks.push((whole, sheet.row_text(whole).to_owned()));
        }
        if self.stop_at.is_some_and(|row| progress.row >= row) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

#[test]
fn a_sheet_that_is_chosen_by_its_outline_reads_as_on_its_own() {
    let text = ("csv", b"Naam;Voornaam\nM\xc3\xbcller;An\n".to_vec());
    for (format, book) in good().into_iter().chain([text]) {
        let last = outline(book.clone()).unwrap().sheets.len() - 1;
        let mut chooser = Chooser { at: Some(last), ..Chooser::default() };
        let chosen = reader().chosen(Cow::Owned(Source::from_bytes("x", book.clone()).unwrap()), &mut chooser).unwrap().unwrap();
        assert_eq!(chooser.outline, Some(outline(book.clone()).unwrap()), "{format}");
        assert_eq!(chosen.sheet, read(book.clone(), last).unwrap(), "{format}");
        let none = reader().chosen(Cow::Owned(Source::from_bytes("x", book).unwrap()), &mut Chooser::default());
        assert_eq!(none, Ok(None), "{format}");
    }
    let unreadable = xlsx_of(&[("good", "<row><c><v>1</v></c></row>"), ("bad", "<row><c t='zz'><v>1</v></c></row>")], None);
    let mut chooser = Chooser { at: Some(1), ..Chooser::default() };
    let fault = reader().chosen(Cow::Owned(Source::from_bytes("x", unreadable).unwrap()), &mut chooser).unwrap_err();
    assert!(matches!(fault, ReadFault::Damaged { .. }), "{fault:?}");
}

#[test]
fn a_sheet_is_seen_while_it_grows_and_every_row_but_its_last_is_whole() {
    let rows: String =
        (1..=20_000).map(|row| format!("<row r='{row}'><c r='A{row}'><v>{row}</v></c><c r='B{row}'><v>7</v></c></row>")).collect();
    let source = Source::from_bytes("x", xlsx(&rows, None)).unwrap();
    let mut chooser = Chooser { at: Some(0), ..Chooser::default() };
    assert_eq!(reader().chosen(Cow::Borrowed(&source), &mut chooser).unwrap().unwrap().sheet.row_count(), 20_000);
    assert!(chooser.looks.len() >= 19, "{}", chooser.looks.len());
    for (whole, text) in &chooser.looks {
        assert_eq!(*text, format!("{}7", whole + 1));
    }
    let mut stopping = Chooser { at: Some(0), stop_at: Some(3_000), ..Chooser::default() };
    assert_eq!(reader().chosen(Cow::Borrowed(&source), &mut stopping), Err(ReadFault::Cancelled));
    assert!(stopping.looks.last().is_some_and(|(whole, _)| *whole < 19_000), "{:?}", stopping.looks.last());
}

/// Refuses any answer but that the workbook is broken or too much.
fn damaged_or_complex(book: Vec<u8>) {
    match outline(book) {
        Err(ReadFault::Damaged { .. } | ReadFault::TooComplex { .. } | ReadFault::NoSheets) => {}
        other => panic!("{other:?}"),
    }
}

#[test]
fn workbooks_that_would_end_or_stop_a_process_are_answered() {
    let started = Instant::now();
    // A directory whose chain of sectors loops: the second entry of the table points at itself.
    let mut looping = xls();
    looping[512 + 4..512 + 8].copy_from_slice(&[1, 0, 0, 0]);
    damaged_or_complex(looping);
    // Records that are shorter than they have to be: calamine panics.
    damaged_or_complex(compound("Workbook", &[0x85, 0, 2, 0, 1, 2]));
    // A sheet that begins behind the end of its stream: calamine panics.
    damaged_or_complex(compound("Workbook", &[0x85, 0, 8, 0, 0xff, 0xff, 0xff, 0, 0, 0, 0, 0]));
    // A package whose parts are noise.
    damaged_or_complex(package(&[("xl/workbook.bin", &[0x9c, 0x01, 8, 0, 0, 0, 0, 0, 0, 0, 0])]));
    // What hangs calamine for ever.
    damaged_or_complex(ods_with("<a><office:spreadsheet><table:table table:name='S'>"));
    // A table of texts that claims 549 GB: it is not asked.
    let strings = "<sst uniqueCount='22906492245'><si><t>a</t></si></sst>";
    let shared = outline(xlsx("<row r='1'><c r='A1' t='s'><v>0</v></c></row>", Some(strings))).unwrap();
    assert_eq!(shared.sheets[0].head.row_text(0), "a");
    assert!(started.elapsed() < Duration::from_secs(60), "{:?}", started.elapsed());
}

#[test]
fn stopping_ends_the_process_at_once() {
    let rows: String = (1..=200_000).map(|row| format!("<row r='{row}'><c r='A{row}'><v>{row}</v></c></row>")).collect();
    let source = Source::from_bytes("x", xlsx(&rows, None)).unwrap();
    let mut asked = Vec::new();
    let stopped = reader().read(&source, &Which::At(0), &mut |progress: ReadProgress| {
        asked.push(progress.row);
        if progress.row >= 3_000 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert_eq!(stopped, Err(ReadFault::Cancelled));
    assert!(asked.iter().all(|&row| row <= 4_000), "{asked:?}");
}

#[test]
fn a_program_that_is_not_there_or_says_something_else_is_told() {
    let source = Source::from_bytes("x", xls()).unwrap();
    let read_with = |program: &str| Reader::with_program(program).outline(&source);
    assert!(matches!(read_with("/nonexistent/program"), Err(ReadFault::NoReader { .. })));
    for program in ["/bin/false", "/bin/echo"] {
        let fault = read_with(program).unwrap_err();
        assert!(matches!(fault, ReadFault::Damaged { .. }), "{program}: {fault:?}");
    }
}

#[test]
fn separated_text_needs_no_process() {
    let source = Source::from_bytes("klanten.2026.csv", b"Naam;Voornaam\nM\xfcller;Jan\n".to_vec()).unwrap();
    let reader = Reader::with_program("/nonexistent/program");
    let outline = reader.outline(&source).unwrap();
    assert_eq!((outline.sheets[0].name.as_str(), outline.sheets[0].head.row_count()), ("klanten.2026", 2));
    let reading = reader.read(&source, &Which::At(0), &mut |_| ControlFlow::Continue(())).unwrap();
    assert_eq!(reading.sheet.row_text(1), "MüllerJan");
    let shape = reading.notes.text.unwrap();
    assert_eq!((shape.encoding.as_str(), shape.guessed, shape.separator), ("windows-1252", true, ';'));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    /// Any few bytes changed in a good workbook: an answer, and no cell beyond what can be.
    #[test]
    fn a_changed_workbook_is_read_or_refused(which in 0..4_usize, changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8)) {
        let (_, mut book) = good().remove(which);
        for (at, byte) in changes {
            let at = at.index(book.len());
            book[at] = byte;
        }
        match read(book, 0) {
            Ok(sheet) => prop_assert!(sheet.width() <= 1_024 && (0..sheet.row_count()).all(|row| (1..=1_048_576).contains(&sheet.row_number(row)))),
            Err(fault) => prop_assert!(!matches!(fault, ReadFault::NoReader { .. } | ReadFault::Cancelled | ReadFault::Io { .. }), "{fault:?}"),
        }
    }
}
