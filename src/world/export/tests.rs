//! What was written, read back by other libraries and by our own reader.

use std::io::{Cursor, Read as _};
use std::ops::ControlFlow;
use std::os::unix::fs::PermissionsExt as _;

use calamine::{Data, Reader as _, Xlsx};
use jiff::civil::date;

use super::*;
use crate::domain::draft::Given;
use crate::domain::export::{Cell, Count, Details, Entry, Form, FormRow, Heading, Numbers, Table};
use crate::domain::field::Field;
use crate::domain::language::Language;
use crate::domain::sheet::{CellKind, Sheet};
use crate::domain::workbook::Which;
use crate::world::workbook::{Reader, Source};

/// Texts that a spreadsheet would take for formulas, or that come apart in separated text.
const HOSTILE: [&str; 14] = [
    "=HYPERLINK(\"http://example.com\",\"x\")",
    "=1+1",
    "+32471625368",
    "-2+3",
    "@SUM(A1:A2)",
    " =1+1",
    "'=1+1",
    "'s-Gravenhage",
    "00012399780",
    "a;b \"c\" ; d",
    "Straat 1, 9000 Gent",
    " Maes ",
    "Müller-Çelik 👍",
    "_x0041_",
];

fn heading(key: &'static str, word: &str) -> Heading {
    Heading { key, word: word.to_owned(), is_in_details: false }
}

/// A row for each text; the second has no details, every other two.
fn table<'a>(texts: &'a [&'a str]) -> Box<Table<'a>> {
    let entry = |(place, text): (usize, &&str)| Entry {
        cells: vec![Cell::Number(place as u64 + 2), Cell::text(*text), Cell::Date(date(2026, 10, 16)), Cell::Text("first".into())],
        identity: vec![Cell::Number(place as u64 + 2)],
        details: if place == 1 {
            Vec::new()
        } else {
            ["e-mail", "city"].map(|field| vec![Cell::Named { key: "field", word: field.into() }, Cell::text(*text)]).into()
        },
    };
    Box::new(Table {
        key: "invalid",
        title: "Invalid [1]".into(),
        file: "customers.xlsx".into(),
        sheet: "Customers".into(),
        numbers: Numbers::Masked,
        counts_title: "Counts".into(),
        counts: vec![Count { key: "rows", word: "rows in the file".into(), count: 14 }],
        headings: vec![
            heading("row", "row"),
            heading("name", "last name"),
            heading("deadline", "deadline"),
            Heading { is_in_details: true, ..heading("reason", "reason") },
        ],
        details: Some(Details {
            key: "findings",
            title: "Findings".into(),
            identity: vec![heading("row", "row")],
            headings: vec![heading("field", "field"), heading("value", "value")],
        }),
        row_count: texts.len() as u64,
        rows: Box::new(texts.iter().enumerate().map(entry)),
    })
}

/// Writes into a folder of its own and gives the bytes.
fn written(content: Content<'_>) -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("export");
    write(&path, Path::new("/nowhere"), Existing::Keep, content, &mut |_| ControlFlow::Continue(())).unwrap();
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600, "customers are for their owner alone");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
    std::fs::read(path).unwrap()
}

/// A sheet as our own reader reads it.
fn read(name: &str, bytes: &[u8], at: usize) -> Sheet {
    let source = Source::from_reader(name, bytes).unwrap();
    Reader::here().read(&source, &Which::At(at), &mut |_| ControlFlow::Continue(())).unwrap().sheet
}

fn texts(sheet: &Sheet, column: u16) -> Vec<&str> {
    (1..sheet.row_count()).map(|row| sheet.cell(row, column).map_or("", |cell| cell.text)).collect()
}

/// A part of a package, as text.
fn part(bytes: &[u8], name: &str) -> String {
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    package.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn a_workbook_has_text_as_text_numbers_as_numbers_and_no_formula() {
    let bytes = written(Content::Table(FileFormat::Xlsx, table(&HOSTILE)));
    let mut workbook = Xlsx::new(Cursor::new(bytes.clone())).unwrap();
    assert_eq!(workbook.sheet_names(), ["Invalid  1", "Findings", "Counts"]);
    let range = workbook.worksheet_range("Invalid  1").unwrap();
    for (row, text) in (1..).zip(HOSTILE) {
        assert_eq!(range.get_value((row, 1)), Some(&Data::String(text.into())));
        assert_eq!(range.get_value((row, 0)), Some(&Data::Float(f64::from(row + 1))));
        assert!(matches!(range.get_value((row, 2)), Some(Data::DateTime(day)) if day.to_ymd_hms_milli() == (2026, 10, 16, 0, 0, 0, 0)));
    }
    let findings = workbook.worksheet_range("Findings").unwrap();
    assert_eq!(findings.height(), 1 + (HOSTILE.len() - 1) * 2, "the second row has none");
    assert_eq!(findings.get_value((3, 0)), Some(&Data::Float(4.0)), "which row a finding belongs to");
    assert_eq!(findings.get_value((1, 2)), Some(&Data::String(HOSTILE[0].into())));
    assert_eq!(workbook.worksheet_range("Counts").unwrap().get_value((0, 1)), Some(&Data::Float(14.0)));
    for sheet in 1..=3 {
        let xml = part(&bytes, &format!("xl/worksheets/sheet{sheet}.xml"));
        assert!(!xml.contains("<f>") && !xml.contains("<f ") && !xml.contains("<hyperlink"), "{xml}");
    }
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    assert!(xml.contains("state=\"frozen\"") && xml.contains(&format!("<autoFilter ref=\"A1:D{}\"", HOSTILE.len() + 1)), "{xml}");
    let widths: Vec<f64> =
        xml.split("<col ").skip(1).filter_map(|col| col.split(" width=\"").nth(1)?.split('"').next()?.parse().ok()).collect();
    assert!(widths.len() == 4 && widths[1] > 30.0 && widths[0] < 10.0, "{widths:?}");
}

#[test]
fn our_own_reader_reads_the_workbook_as_it_was() {
    let bytes = written(Content::Table(FileFormat::Xlsx, table(&HOSTILE)));
    let sheet = read("export.xlsx", &bytes, 0);
    assert_eq!(texts(&sheet, 1), HOSTILE);
    assert_eq!(sheet.cell(1, 2).map(|cell| (cell.kind, cell.text)), Some((CellKind::Date, "2026-10-16")));
}

#[test]
fn what_does_not_fit_a_sheet_goes_on_the_next() {
    let folder = tempfile::tempdir().unwrap();
    let mut file = tempfile::tempfile().unwrap();
    xlsx::write_pages(&mut file, folder.path(), *table(&HOSTILE[..7]), &mut |_| ControlFlow::Continue(()), 4).unwrap();
    let mut bytes = Vec::new();
    std::io::Seek::rewind(&mut file).unwrap();
    file.read_to_end(&mut bytes).unwrap();
    let mut workbook = Xlsx::new(Cursor::new(bytes)).unwrap();
    let names = workbook.sheet_names();
    assert_eq!(names, ["Invalid  1", "Invalid  1 2", "Invalid  1 3", "Findings", "Findings 2", "Findings 3", "Findings 4", "Counts"]);
    let heights: Vec<usize> = names.iter().map(|name| workbook.worksheet_range(name).unwrap().height()).collect();
    assert_eq!(heights, [4, 4, 2, 4, 4, 4, 4, 1], "headings on each");
    let last = workbook.worksheet_range("Invalid  1 3").unwrap();
    assert_eq!(last.get_value((0, 1)), Some(&Data::String("last name".into())));
    assert_eq!(last.get_value((1, 1)), Some(&Data::String(HOSTILE[6].into())));
}

#[test]
fn separated_text_is_what_excel_in_belgium_reads() {
    let bytes = written(Content::Table(FileFormat::Separated, table(&["Maes", "a;b \"c\"", "+32471625368", "=1+1", " x"])));
    let lines = [
        "\u{feff}row;last name;deadline;field;value",
        "2;Maes;16/10/2026;e-mail;Maes",
        "2;Maes;16/10/2026;city;Maes",
        "3;\"a;b \"\"c\"\"\";16/10/2026;;",
        "4;'+32471625368;16/10/2026;e-mail;'+32471625368",
        "4;'+32471625368;16/10/2026;city;'+32471625368",
        "5;'=1+1;16/10/2026;e-mail;'=1+1",
        "5;'=1+1;16/10/2026;city;'=1+1",
        "6;\" x\";16/10/2026;e-mail;\" x\"",
        "6;\" x\";16/10/2026;city;\" x\"",
        "",
    ];
    assert_eq!(String::from_utf8(bytes).unwrap(), lines.join("\r\n"));
}

#[test]
fn our_own_reader_reads_separated_text_as_it_was() {
    let bytes = written(Content::Table(FileFormat::Separated, Box::new(Table { details: None, ..*table(&HOSTILE) })));
    let sheet = read("export.csv", &bytes, 0);
    assert_eq!(texts(&sheet, 1), HOSTILE);
    assert_eq!(sheet.cell(0, 3).map(|cell| cell.text), Some("reason"), "without details the column stays");
    let text = String::from_utf8(bytes).unwrap();
    let fields = text.trim_start_matches('\u{feff}').split("\r\n").flat_map(|line| line.split(';'));
    for field in fields {
        let bare = field.trim_start_matches('"').trim_start();
        assert!(!bare.starts_with(['=', '+', '-', '@']), "{field}");
    }
}

#[test]
fn json_has_its_version_its_keys_and_every_row() {
    let bytes = written(Content::Table(FileFormat::Json, table(&HOSTILE)));
    let json: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    assert_eq!((&json["format"], &json["version"]), (&"instroom-table".into(), &1.into()));
    assert_eq!((&json["table"], &json["national_numbers"]), (&"invalid".into(), &"masked".into()));
    assert_eq!(json["counts"], serde_json::json!({"rows": 14}));
    assert_eq!(json["columns"][1], serde_json::json!({"key": "name", "heading": "last name"}));
    assert_eq!(json["details"]["columns"][0]["key"], "field");
    let rows = json["rows"].as_array().unwrap();
    assert_eq!(rows.iter().map(|row| row["name"].as_str().unwrap()).collect::<Vec<_>>(), HOSTILE);
    assert_eq!(rows[0]["row"], 2);
    assert_eq!(rows[0]["deadline"], "2026-10-16");
    assert_eq!(rows[0]["findings"][1], serde_json::json!({"field": "field", "value": HOSTILE[0]}));
    assert_eq!(rows[1]["findings"], serde_json::json!([]));
    let none: serde_json::Value = serde_json::from_slice(&written(Content::Table(FileFormat::Json, table(&[])))).unwrap();
    assert_eq!(none["rows"], serde_json::json!([]));
}

fn given(field: Field, kind: CellKind, text: &str) -> Given {
    Given { field, column: Some(0), kind, text: text.to_owned(), edited: false }
}

/// A row with a cell of every kind.
fn form_row() -> FormRow {
    FormRow {
        given: vec![
            given(Field::FirstName, CellKind::Text, "=1+1"),
            given(Field::LastName, CellKind::Error, "#N/A"),
            given(Field::Email, CellKind::Text, ""),
            given(Field::Mobile, CellKind::Number, "471625368"),
            given(Field::NationalNumber, CellKind::Number, "00012399780"),
            given(Field::PostalCode, CellKind::Number, "9000.5"),
            given(Field::HouseNumber, CellKind::Date, "2026-03-12"),
            given(Field::Box, CellKind::Date, "2026-03-12T10:30:00"),
            given(Field::Labels, CellKind::Bool, "true"),
            given(Field::City, CellKind::Error, "=1+1"),
            given(Field::Street, CellKind::Number, "1e5"),
            given(Field::SendInvitation, CellKind::Text, "maybe"),
        ],
        reasons: "=HYPERLINK(1)\nrow 5".into(),
    }
}

#[test]
fn a_form_keeps_every_cell_of_its_kind_and_the_template_around_it() {
    let form = Form {
        language: Language::Dutch,
        further: vec![Field::SendInvitation],
        row_count: 2,
        rows: Box::new([form_row(), form_row()].into_iter()),
    };
    let bytes = written(Content::Form(form));
    let sheet = read("form.xlsx", &bytes, 0);
    assert_eq!(sheet.row_count(), 3);
    let (fields, row) = (Field::TEMPLATE, form_row());
    for given in row.given.iter().filter(|given| Field::TEMPLATE.contains(&given.field)) {
        let column = u16::try_from(fields.iter().position(|field| *field == given.field).unwrap()).unwrap();
        let cell = sheet.cell(2, column);
        let kept = match given.field {
            // No error and no number that a workbook could show like this: the text stays, as text.
            Field::City | Field::Street => CellKind::Text,
            _ => given.kind,
        };
        assert_eq!(cell.map(|cell| (cell.kind, cell.text)), (!given.text.is_empty()).then_some((kept, given.text.as_str())), "{given:?}");
    }
    assert_eq!(sheet.cell(0, 21).map(|cell| cell.text), Some("Uitnodigingsmail versturen"));
    assert_eq!(sheet.cell(1, 21).map(|cell| cell.text), Some("maybe"));
    assert_eq!(sheet.cell(0, 22).map(|cell| cell.text), Some("Wat er nog fout is (Instroom)"));
    assert_eq!(sheet.cell(1, 22).map(|cell| cell.text), Some("=HYPERLINK(1) row 5"));
    let xml = part(&bytes, "xl/worksheets/sheet1.xml");
    let formulas: Vec<&str> = xml.split("<f>").skip(1).filter_map(|rest| rest.split("</f>").next()).collect();
    assert_eq!(formulas, ["#N/A"; 2], "no formula but the error itself");
    assert!(xml.contains("<dataValidation ") && xml.contains("dutch,french,english"));
    assert_eq!(read("form.xlsx", &bytes, 1).row_count(), 1 + Field::TEMPLATE.len() + 3, "the explanation is there");
}

#[test]
fn a_stop_leaves_nothing_and_progress_is_told() {
    let folder = tempfile::tempdir().unwrap();
    let texts = vec!["Maes"; 1_700];
    for format in [FileFormat::Xlsx, FileFormat::Separated, FileFormat::Json] {
        let path = folder.path().join("export");
        let mut told = Vec::new();
        let mut watch = |done| {
            told.push(done);
            if done >= 1_000 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        let stopped = write(&path, Path::new("/nowhere"), Existing::Keep, Content::Table(format, table(&texts)), &mut watch);
        assert!(matches!(stopped, Err(WriteFault::Stopped)), "{stopped:?}");
        assert_eq!(told, [500, 1_000]);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    }
}

#[test]
fn what_the_system_refuses_is_told_and_never_ends_the_program() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("read-only");
    std::fs::write(&path, "").unwrap();
    let read_only = || File::open(&path).unwrap();
    let mut watch = |_| ControlFlow::Continue(());
    for format in [FileFormat::Xlsx, FileFormat::Separated, FileFormat::Json] {
        let refused = fill(&mut read_only(), folder.path(), Content::Table(format, table(&HOSTILE)), &mut watch);
        assert!(matches!(&refused, Err(Unfinished::Io(error)) if error.to_string().contains("(os error 9)")), "{format:?}: {refused:?}");
    }
    let form = Form { language: Language::French, further: Vec::new(), row_count: 1, rows: Box::new([form_row()].into_iter()) };
    let refused = fill(&mut read_only(), folder.path(), Content::Form(form), &mut watch);
    assert!(matches!(&refused, Err(Unfinished::Io(error)) if error.to_string().contains("(os error 9)")), "{refused:?}");
    let nowhere = fill(&mut read_only(), &folder.path().join("gone"), Content::Table(FileFormat::Xlsx, table(&[])), &mut watch);
    assert!(matches!(&nowhere, Err(Unfinished::Io(_))), "{nowhere:?}");
    let panicked = |words: &str| {
        let words = words.to_owned();
        unpanicked(&mut tempfile::tempfile().unwrap(), |_| std::panic::resume_unwind(Box::new(words)))
    };
    let full = panicked("Couldn't write to xml file: Os { code: 28, kind: StorageFull, message: \"No space left on device\" }");
    assert!(matches!(&full, Err(Unfinished::Io(error)) if error.kind() == std::io::ErrorKind::StorageFull), "{full:?}");
    let other = panicked("index out of bounds");
    assert!(matches!(&other, Err(Unfinished::Content(error)) if error.to_string() == "index out of bounds"), "{other:?}");
}

#[test]
fn the_workbook_itself_is_never_written_by_whatever_name() {
    let folder = tempfile::tempdir().unwrap();
    let original = folder.path().join("customers.xlsx");
    std::fs::write(&original, "the office's").unwrap();
    let link = folder.path().join("link.xlsx");
    std::os::unix::fs::symlink(&original, &link).unwrap();
    for path in [original.clone(), link, folder.path().join("./customers.xlsx")] {
        let content = Content::Table(FileFormat::Xlsx, table(&["Maes"]));
        let fault = write(&path, &original, Existing::Replace, content, &mut |_| ControlFlow::Continue(())).unwrap_err();
        assert!(matches!(fault, WriteFault::Original { .. }), "{fault}");
    }
    assert_eq!(std::fs::read_to_string(&original).unwrap(), "the office's");
}
