//! What is read of workbooks made here, byte by byte or by the library that writes.

use std::ops::ControlFlow;

use super::super::reader::Reader;
use super::super::source::Source;
use super::super::test_books::{package, xlsx, xlsx_of};
use crate::domain::sheet::{CellKind, Sheet};
use crate::domain::workbook::{Outline, ReadFault, ReadProgress, Reading, Visibility, Which};
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};

fn outline(book: Vec<u8>) -> Result<Outline, ReadFault> {
    Reader::here().outline(&Source::from_bytes("x.xlsx", book)?)
}

fn read(book: Vec<u8>) -> Result<Reading, ReadFault> {
    let mut watch = |_: ReadProgress| ControlFlow::Continue(());
    Reader::here().read(&Source::from_bytes("x.xlsx", book)?, &Which::At(0), &mut watch)
}

fn rows(sheet: &Sheet) -> Vec<String> {
    let cell = |cell: crate::domain::sheet::Cell<'_>| format!("{}{:?} {}", cell.column, cell.kind, cell.text);
    (0..sheet.row_count()).map(|row| sheet.cells(row).map(cell).collect::<Vec<_>>().join(" | ")).collect()
}

#[test]
fn every_kind_of_cell_is_read_as_the_office_sees_it() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let date = ExcelDateTime::parse_from_str("2026-07-15").unwrap();
    sheet.write(0, 0, "Naam\u{a0}x \u{1b}[31m").unwrap();
    sheet.write(0, 1, 85_073_003_328_f64).unwrap();
    sheet.write_with_format(0, 2, 12_556_777, &Format::new().set_num_format("00000000000")).unwrap();
    sheet.write_with_format(0, 3, &date, &Format::new().set_num_format("dd/mm/yyyy")).unwrap();
    sheet.write(0, 4, true).unwrap();
    sheet.write(0, 5, Formula::new("1+1").set_result("2")).unwrap();
    sheet.write(0, 6, Formula::new("\"a\"&\"b\"").set_result("ab")).unwrap();
    sheet.write(0, 7, Formula::new("NA()").set_result("#N/A")).unwrap();
    let bold = Format::new().set_bold();
    sheet.write_rich_string(0, 8, &[(&bold, "Van"), (&Format::new(), " den Berg")]).unwrap();
    sheet.write(4, 0, "row five").unwrap();
    let reading = read(book.save_to_buffer().unwrap()).unwrap();
    assert_eq!(
        rows(&reading.sheet),
        [
            "0Text Naam\u{a0}x ␛[31m | 1Number 85073003328 | 2Number 00012556777 | 3Date 2026-07-15 | 4Bool true | \
             5Number 2 | 6Text ab | 7Error #N/A | 8Text Van den Berg",
            "0Text row five"
        ]
    );
    assert_eq!(reading.sheet.row_number(1), 5);
    assert_eq!(reading.notes, crate::domain::workbook::Notes::default());
}

#[test]
fn an_outline_has_every_sheet_with_its_beginning() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Klanten").unwrap();
    let hidden = book.add_worksheet().set_name("Lijsten").unwrap().set_hidden(true);
    for row in 0..100 {
        hidden.write(row, 0, row).unwrap();
    }
    let outline = outline(book.save_to_buffer().unwrap()).unwrap();
    let seen: Vec<_> = outline.sheets.iter().map(|sheet| (sheet.name.as_str(), sheet.visibility, sheet.head.row_count())).collect();
    assert_eq!(seen, [("Klanten", Visibility::Visible, 0), ("Lijsten", Visibility::Hidden, 40)]);
}

#[test]
fn an_error_value_that_is_new_does_not_stop_the_sheet() {
    let row = "<row r='1'><c r='A1' t='e'><f>A9#</f><v>#SPILL!</v></c><c r='B1'><v>1</v></c><c r='C1' t='e'><v>#REF!</v></c>\
               <c r='D1' t='e'><v>#CALC!</v></c></row><row r='2'><c r='A2'><v>2</v></c></row>";
    let reading = read(xlsx(row, None)).unwrap();
    assert_eq!(rows(&reading.sheet), ["0Error #SPILL! | 1Number 1 | 2Error #REF! | 3Error #CALC!", "0Number 2"]);
    assert_eq!(reading.notes.cells_left_out, 0);
}

#[test]
fn claims_and_far_cells_cost_nothing() {
    let sheet = "<worksheet><dimension ref='A1:XFD1048576'/><sheetData><row r='1'><c r='A1'><v>1</v></c></row>\
                 <row r='1048576'><c r='XFD1048576'><v>2</v></c></row></sheetData></worksheet>";
    let reading = read(xlsx(sheet, None)).unwrap();
    assert_eq!((rows(&reading.sheet), reading.notes.columns_left_out), (vec!["0Number 1".to_owned()], 1));
    let far = |place: &str| read(xlsx(&format!("<row><c r='{place}'><v>1</v></c></row>"), None));
    assert!(matches!(far("A1048577"), Err(ReadFault::TooManyRows { cap: 1_048_576, .. })));
    // Positions that would wrap are none.
    for wrong in ["A4294967297", "AAAAAAAAAAAAAAAA1"] {
        assert!(matches!(far(wrong), Err(ReadFault::Damaged { .. })), "{wrong}");
    }
    let strings = |claim: &str| format!("<sst {claim}><si><t>a</t></si></sst>");
    let row = "<row r='1'><c r='A1' t='s'><v>0</v></c></row>";
    assert!(read(xlsx(row, Some(&strings("uniqueCount='2'")))).is_ok());
    // Nothing is made room for before it is there.
    assert!(read(xlsx(row, Some(&strings("uniqueCount='99999999999'")))).is_ok());
}

#[test]
fn a_damaged_sheet_is_told_and_does_not_hide_the_others() {
    let good = "<row r='1'><c r='A1'><v>1</v></c></row>";
    let outline = outline(xlsx_of(&[("bad", "<row r='1'><c r='A1' t='zz'><v>1</v></c></row>"), ("good", good)], None)).unwrap();
    assert!(matches!(outline.sheets[0].fault, Some(ReadFault::Damaged { .. })));
    assert_eq!((outline.sheets[1].fault.clone(), outline.sheets[1].head.row_count()), (None, 1));
    assert!(matches!(read(xlsx("<row r='1'><c r='A1'><v>1</v>", None)), Err(ReadFault::Damaged { .. })));
    assert!(matches!(read(xlsx("<row r='1'><c r='A1' t='s'><v>5</v></c></row>", None)), Err(ReadFault::Damaged { .. })));
}

#[test]
fn a_sheet_whose_checksum_is_wrong_is_damaged() {
    let mut book = xlsx("<row r='1'><c r='A1'><v>1</v></c></row>", None);
    // The name stands behind the 46 bytes of its entry in the directory, the checksum at 16.
    let name = book.windows(20).rposition(|window| window == b"xl/worksheets/s0.xml").unwrap();
    book[name - 46 + 16] ^= 1;
    assert!(matches!(read(book), Err(ReadFault::Damaged { .. })));
}

#[test]
fn workbooks_without_sheets_or_with_one_name_twice_are_refused() {
    let row = "<row r='1'><c r='A1'><v>1</v></c></row>";
    assert_eq!(outline(xlsx_of(&[], None)), Err(ReadFault::NoSheets));
    assert_eq!(outline(xlsx_of(&[("a", row), ("a", row)], None)), Err(ReadFault::SameSheetName { name: "a".to_owned() }));
    assert!(matches!(outline(package(&[("[Content_Types].xml", b"<Types/>")])), Err(ReadFault::Damaged { .. })));
}

#[test]
fn escapes_that_the_format_decodes_are_made_visible() {
    let row = "<row r='1'><c r='A1' t='inlineStr'><is><t>_x001B_]52;c;x_x0007_&#x202e;</t></is></c></row>";
    let book = xlsx_of(&[("a&#27;b", row)], None);
    let outline = outline(book).unwrap();
    assert_eq!(outline.sheets[0].name, "a␛b");
    assert_eq!(rows(&outline.sheets[0].head), ["0Text ␛]52;c;x␇‹U+202E›"]);
}

#[test]
fn dates_count_from_1904_where_the_workbook_says_so() {
    let book = package(&[
        ("_rels/.rels", b"<Relationships><Relationship Type='o/relationships/officeDocument' Target='xl/workbook.xml'/></Relationships>"),
        ("xl/_rels/workbook.xml.rels", b"<Relationships><Relationship Id='r' Type='o/worksheet' Target='s.xml'/></Relationships>"),
        ("xl/workbook.xml", b"<workbook><workbookPr date1904='1'/><sheets><sheet name='S' r:id='r'/></sheets></workbook>"),
        ("xl/styles.xml", b"<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='14'/></cellXfs></styleSheet>"),
        ("xl/s.xml", b"<worksheet><sheetData><row r='1'><c r='A1' s='1'><v>44673</v></c></row></sheetData></worksheet>"),
    ]);
    assert_eq!(rows(&read(book).unwrap().sheet), ["0Date 2026-04-23"]);
}

#[test]
fn progress_is_told_and_breaking_stops() {
    let rows: String = (1..=5_000).map(|row| format!("<row r='{row}'><c r='A{row}'><v>{row}</v></c></row>")).collect();
    let source = Source::from_bytes(
        "x.xlsx",
        xlsx(&format!("<worksheet><dimension ref='A1:A5000'/><sheetData>{rows}</sheetData></worksheet>"), None),
    )
    .unwrap();
    let mut told = Vec::new();
    let reading = Reader::here().read(&source, &Which::At(0), &mut |progress| {
        told.push((progress.done, progress.total));
        ControlFlow::Continue(())
    });
    assert_eq!(reading.unwrap().sheet.row_count(), 5_000);
    assert_eq!(told, [0, 1_000, 2_000, 3_000, 4_000, 5_000].map(|done| (done, Some(5_000))));
    let stopped = Reader::here().read(&source, &Which::At(0), &mut |progress| match progress.row {
        2_000.. => ControlFlow::Break(()),
        _ => ControlFlow::Continue(()),
    });
    assert_eq!(stopped, Err(ReadFault::Cancelled));
}

#[test]
fn kinds_are_those_of_the_sheet() {
    let reading = read(xlsx("<row><c t='str'><v>x</v></c><c t='d'><v>2026-01-02</v></c><c><v>1e3</v></c></row>", None)).unwrap();
    let kinds: Vec<CellKind> = reading.sheet.cells(0).map(|cell| cell.kind).collect();
    assert_eq!(kinds, [CellKind::Text, CellKind::Date, CellKind::Number]);
}
