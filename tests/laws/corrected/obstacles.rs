//! Workbooks that cannot be changed without harm, and foreign bytes.

use std::collections::BTreeMap;

use instroom::domain::correction::{Content, Correction, Manner, Obstacle, Remark, Signature, Spot, Why};
use instroom::domain::sheet::{CellKind, Sheet};
use instroom::world::workbook::corrected::{Original, WriteFault, ending, write_corrected};
use instroom::world::workbook::template::Existing;
use instroom::world::workbook::{ReadFault, Source};
use jiff::civil::date;

use super::scene::{BOOKS, added, at, cells, correct, corrected, part, parts, problems, read, remark, text};
use crate::support::books::package;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const STRICT: &str = "http://purl.oclc.org/ooxml/spreadsheetml/main";

/// A workbook with one sheet `S` of this XML, and these parts besides.
fn book(sheet: &str, more: &[(&str, &str)]) -> Source {
    let of = |name: &str, otherwise: &'static str| more.iter().find(|part| part.0 == name).map_or(otherwise, |part| part.1).to_owned();
    let mut all: BTreeMap<String, String> = BTreeMap::from([
        ("[Content_Types].xml".into(), of("[Content_Types].xml", "<Types/>")),
        (
            "_rels/.rels".into(),
            of(
                "_rels/.rels",
                "<Relationships><Relationship Id='w' Type='o/relationships/officeDocument' Target='xl/workbook.xml'/></Relationships>",
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels".into(),
            of(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id='r0' Type='o/relationships/worksheet' Target='worksheets/s.xml'/></Relationships>",
            ),
        ),
        ("xl/workbook.xml".into(), of("xl/workbook.xml", "<workbook><sheets><sheet name='S' sheetId='7' r:id='r0'/></sheets></workbook>")),
        ("xl/worksheets/s.xml".into(), sheet.to_owned()),
    ]);
    for (name, content) in more {
        all.entry((*name).to_owned()).or_insert_with(|| (*content).to_owned());
    }
    let parts: Vec<(&str, &[u8])> = all.iter().map(|(name, content)| (name.as_str(), content.as_bytes())).collect();
    Source::from_bytes("x.xlsx", package(&parts)).unwrap()
}

/// A sheet with these rows.
fn rows(rows: &str) -> String {
    format!("<worksheet xmlns='{MAIN}'><sheetData>{rows}</sheetData></worksheet>")
}

/// B2 becomes a text, with a remark beside it.
fn change() -> Correction {
    Correction {
        sheet: "S".into(),
        header_row: 1,
        changes: BTreeMap::from([(at(2, 1), text("new"))]),
        remarks: vec![remark(2, Spot::Column(1), "why")],
        ..Correction::default()
    }
}

/// A sheet as it was read: as much as the tests need.
fn sheet() -> Sheet {
    let mut sheet = Sheet::new("S");
    sheet.push(2, 1, CellKind::Text, "old").unwrap();
    sheet
}

#[test]
fn what_cannot_be_changed_without_harm_is_made_anew_and_says_why() {
    let plain = "<row r='2'><c r='B2'><v>1</v></c></row>";
    let cases: Vec<(Source, Obstacle)> = vec![
        (book(&format!("<worksheet xmlns='{STRICT}'><sheetData>{plain}</sheetData></worksheet>"), &[]), Obstacle::Strict),
        (
            book(
                &rows(plain),
                &[(
                    "xl/workbook.xml",
                    "<workbook conformance='strict'><sheets><sheet name='S' sheetId='7' r:id='r0'/></sheets></workbook>",
                )],
            ),
            Obstacle::Strict,
        ),
        (book("<worksheet xmlns='urn:other'><sheetData/></worksheet>", &[]), Obstacle::Unknown),
        // The cell that the others share the formula of, and a formula that fills cells.
        (book(&rows("<row r='2'><c r='B2'><f t='shared' ref='B2:B9' si='0'>A2</f><v>1</v></c></row>"), &[]), Obstacle::SpreadFormula),
        (
            book(
                &rows("<row r='1'><c r='A1'><f t='array' ref='A1:B3'>C1:D3</f><v>1</v></c></row><row r='2'><c r='B2'><v>1</v></c></row>"),
                &[],
            ),
            Obstacle::SpreadFormula,
        ),
        (book(&rows("<row r='3'/><row r='2'><c r='B2'/></row>"), &[]), Obstacle::Disorder),
        (book(&rows("<row r='2'><c r='C2'/><c r='B2'/></row>"), &[]), Obstacle::Disorder),
        (book(&rows("<row r='2'><c r='B3'/></row>"), &[]), Obstacle::Disorder),
        (
            book(
                &rows(plain),
                &[
                    (
                        "xl/worksheets/_rels/s.xml.rels",
                        "<Relationships><Relationship Id='t' Type='o/relationships/table' Target='../tables/t.xml'/></Relationships>",
                    ),
                    ("xl/tables/t.xml", "<table ref='A2:C9'/>"),
                ],
            ),
            Obstacle::TableHeading,
        ),
        (
            book(
                &format!("<worksheet xmlns='{MAIN}'><sheetData>{plain}</sheetData><legacyDrawing r:id='d'/></worksheet>"),
                &[
                    (
                        "xl/worksheets/_rels/s.xml.rels",
                        "<Relationships><Relationship Id='d' Type='o/relationships/vmlDrawing' Target='v.vml'/></Relationships>",
                    ),
                    ("xl/worksheets/v.vml", "no drawing"),
                ],
            ),
            Obstacle::Drawing,
        ),
    ];
    for (source, obstacle) in cases {
        let copy = correct(&source, &sheet(), &change(), "x.xlsx").unwrap();
        assert_eq!(copy.corrected.manner, Manner::Anew(Why::Obstacle(obstacle)), "{}", part(&source, "xl/worksheets/s.xml"));
        assert_eq!(cells(&read(&copy.source, "S")), BTreeMap::from([(at(2, 1), (CellKind::Text, "new".to_owned()))]));
    }
}

#[test]
fn a_formula_that_others_share_stays_where_only_one_of_the_others_gives_way() {
    let shared = "<row r='2'><c r='B2'><f t='shared' si='0'/><v>1</v></c></row>";
    let first = "<row r='1'><c r='B1'><f t='shared' ref='B1:B9' si='0'>A1</f><v>1</v></c></row>";
    let copy = correct(&book(&rows(&format!("{first}{shared}")), &[]), &sheet(), &change(), "x.xlsx").unwrap();
    assert_eq!(copy.corrected.manner, Manner::Kept);
    // A formula for one cell, even as an array, is that cell's own.
    let own = "<row r='2'><c r='B2'><f t='array' ref='B2'>A1</f><v>1</v></c></row>";
    let copy = correct(&book(&rows(own), &[]), &sheet(), &change(), "x.xlsx").unwrap();
    assert_eq!(copy.corrected.manner, Manner::Kept);
}

#[test]
fn the_order_of_formulas_is_left_out_only_where_a_formula_gave_way() {
    let chained = |cell: &str| {
        let rels = "<Relationships><Relationship Id='r0' Type='o/relationships/worksheet' Target='worksheets/s.xml'/>\
                    <Relationship Id='c' Type='o/relationships/calcChain' Target='calcChain.xml'/></Relationships>";
        let types = "<Types><Override PartName='/xl/calcChain.xml' ContentType='c'/></Types>";
        book(
            &rows(&format!("<row r='2'>{cell}</row>")),
            &[("xl/_rels/workbook.xml.rels", rels), ("[Content_Types].xml", types), ("xl/calcChain.xml", "<calcChain/>")],
        )
    };
    for (cell, stays) in [("<c r='B2'><f>A1</f><v>1</v></c>", false), ("<c r='A2'><f>B2</f><v>1</v></c><c r='B2'><v>1</v></c>", true)] {
        let copy = correct(&chained(cell), &sheet(), &change(), "x.xlsx").unwrap();
        assert_eq!(parts(&copy.source).contains_key("xl/calcChain.xml"), stays, "{cell}");
        assert_eq!(part(&copy.source, "xl/_rels/workbook.xml.rels").contains("calcChain"), stays);
        assert_eq!(part(&copy.source, "[Content_Types].xml").contains("calcChain"), stays);
    }
}

#[test]
fn prefixes_places_that_are_not_said_and_missing_parts_are_no_obstacle() {
    let sheet_xml = format!(
        "<x:worksheet xmlns:x='{MAIN}'><x:dimension ref='A1:A2'/><x:cols><x:col min='2' max='2' style='1'/></x:cols><x:sheetData>\
         <x:row><x:c t='str'><x:v>A</x:v></x:c></x:row><x:row spans='1:1'><x:c><x:v>1</x:v></x:c></x:row></x:sheetData>\
         <x:pageMargins/><x:tableParts/></x:worksheet>"
    );
    let correction = Correction { added: vec![added(2)], problems: Some(problems(&[(2, Spot::Row)])), ..change() };
    let copy = correct(&book(&sheet_xml, &[]), &sheet(), &correction, "x.xlsx").unwrap();
    assert_eq!(copy.corrected.manner, Manner::Kept);
    let written = part(&copy.source, "xl/worksheets/s.xml");
    let texts = |place: &str, style: u8, text: &str| {
        format!("<x:c r=\"{place}\" s=\"{style}\" t=\"inlineStr\"><x:is><x:t xml:space=\"preserve\">{text}</x:t></x:is></x:c>")
    };
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let expected = [
        format!(
            "<x:worksheet xmlns:x='{MAIN}'><x:dimension ref=\"A1:C2\"/><x:cols><x:col min='2' max='2' style='1'/></x:cols><x:sheetData>"
        ),
        format!("<x:row><x:c t='str'><x:v>A</x:v></x:c>{}</x:row>", texts("C1", 1, "Klantcode")),
        format!("<x:row><x:c><x:v>1</x:v></x:c>{}{}</x:row></x:sheetData>", texts("B2", 2, "new"), texts("C2", 3, "K-0012")),
        format!("<x:pageMargins/><x:legacyDrawing xmlns:r=\"{office}\" r:id=\"rId1\"/><x:tableParts/></x:worksheet>"),
    ];
    assert_eq!(written, expected.concat());
    assert!(part(&copy.source, "xl/styles1.xml").contains("FFFFF2CC"));
}

#[test]
fn dates_count_as_the_workbook_counts() {
    let from_1904 = "<workbook><workbookPr date1904='1'/><sheets><sheet name='S' sheetId='7' r:id='r0'/></sheets></workbook>";
    let correction = Correction { changes: [(at(2, 1), Content::Date(date(2026, 4, 23)))].into(), ..change() };
    for (more, cell, value) in [
        (&[][..], "<c r='B2'><v>1</v></c>", " s=\"1\"><v>46135</v></c>"),
        (&[("xl/workbook.xml", from_1904)][..], "<c r='B2'><v>1</v></c>", " s=\"1\"><v>44673</v></c>"),
        (&[][..], "<c r='B2' t='d'><v>2026-01-01</v></c>", " s=\"1\" t=\"d\"><v>2026-04-23</v></c>"),
        (&[][..], "<c r='B2' t='str'><v>x</v></c>", " t=\"inlineStr\"><is><t xml:space=\"preserve\">2026-04-23</t></is></c>"),
    ] {
        let copy = correct(&book(&rows(&format!("<row r='2'>{cell}</row>")), more), &sheet(), &correction, "x.xlsx").unwrap();
        assert!(part(&copy.source, "xl/worksheets/s.xml").contains(value), "{cell} {value}");
    }
}

#[test]
fn a_signature_goes_and_is_spoken_of() {
    let rels = "<Relationships><Relationship Id='w' Type='o/relationships/officeDocument' Target='xl/workbook.xml'/>\
                <Relationship Id='s' Type='p/relationships/digital-signature/origin' Target='_xmlsignatures/origin.sigs'/></Relationships>";
    let signed = book(
        &rows("<row r='2'><c r='B2'><v>1</v></c></row>"),
        &[
            ("_rels/.rels", rels),
            ("_xmlsignatures/origin.sigs", ""),
            (
                "_xmlsignatures/_rels/origin.sigs.rels",
                "<Relationships><Relationship Id='a' Type='p/signature' Target='sig1.xml'/></Relationships>",
            ),
            ("_xmlsignatures/sig1.xml", "<Signature/>"),
        ],
    );
    let copy = correct(&signed, &sheet(), &change(), "x.xlsx").unwrap();
    assert_eq!(copy.corrected.signature, Signature::Dropped);
    assert!(parts(&copy.source).keys().all(|name| !name.contains("_xmlsignatures")));
    assert!(!part(&copy.source, "_rels/.rels").contains("signature"));
}

#[test]
fn a_conversation_of_colleagues_is_left_alone() {
    let rels = "<Relationships><Relationship Id='c' Type='o/relationships/comments' Target='c.xml'/>\
                <Relationship Id='d' Type='o/relationships/vmlDrawing' Target='v.vml'/></Relationships>";
    let comments = "<comments><authors><author>tc={0}</author></authors><commentList>\
                    <comment ref='B2' authorId='0'><text><t>[Threaded comment]</t></text></comment></commentList></comments>";
    let source = book(
        &format!(
            "<worksheet xmlns='{MAIN}'><sheetData><row r='2'><c r='B2'><v>1</v></c></row></sheetData><legacyDrawing r:id='d'/></worksheet>"
        ),
        &[("xl/worksheets/_rels/s.xml.rels", rels), ("xl/worksheets/c.xml", comments), ("xl/worksheets/v.vml", "<xml></xml>")],
    );
    let copy = correct(&source, &sheet(), &change(), "x.xlsx").unwrap();
    assert_eq!((copy.corrected.remarks, copy.corrected.remarks_left_out), (0, 1));
    assert_eq!(part(&copy.source, "xl/worksheets/c.xml"), comments);
}

#[test]
fn a_workbook_with_macros_keeps_its_ending_or_is_not_written() {
    let book = BOOKS.into_iter().find(|book| book.file == "macros.xlsm").unwrap();
    let (source, folder) = (book.source(), tempfile::tempdir().unwrap());
    assert_eq!(ending(&source), "xlsm");
    let sheet = read(&source, book.sheet);
    let original = Original { source: &source, sheet: &sheet, path: None };
    let write = |name: &str, correction: &Correction| write_corrected(original, correction, &folder.path().join(name), Existing::Keep);
    assert!(matches!(write("copy.xlsx", &book.changes()), Err(WriteFault::Ending { wanted: "xlsm" })));
    // No sheet of that name: it cannot be kept, and a new workbook would not open under that name.
    let lost = Correction { sheet: "Elders".into(), ..book.changes() };
    assert!(matches!(write("copy.xlsm", &lost), Err(WriteFault::CannotKeep { obstacle: Obstacle::Unknown })));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);
    let copy = corrected(book, &book.changes());
    assert_eq!(parts(&source)["xl/vbaProject.bin"], parts(&copy.source)["xl/vbaProject.bin"]);
}

#[test]
fn the_original_is_never_written() {
    let book = BOOKS[0];
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("klanten.xlsx");
    std::fs::write(&path, book.source().bytes()).unwrap();
    let source = Source::open(&path).unwrap();
    let sheet = read(&source, book.sheet);
    let link = folder.path().join("link.xlsx");
    std::os::unix::fs::symlink(&path, &link).unwrap();
    for target in [&path, &link] {
        let written =
            write_corrected(Original { source: &source, sheet: &sheet, path: Some(&path) }, &book.changes(), target, Existing::Replace);
        assert!(matches!(written, Err(WriteFault::Original { .. })));
    }
    assert_eq!(std::fs::read(&path).unwrap(), source.bytes());
}

#[test]
fn more_remarks_than_excel_can_draw_are_counted() {
    let source = book(&rows("<row r='2'><c r='B2'><v>1</v></c></row>"), &[]);
    let remarks = (0..20_001).map(|row| Remark { row: row + 2, spot: Spot::Column(0), lines: vec!["x".into()] }).collect();
    let copy = correct(&source, &sheet(), &Correction { remarks, ..change() }, "x.xlsx").unwrap();
    assert_eq!((copy.corrected.remarks, copy.corrected.remarks_left_out), (20_000, 1));
}

#[test]
fn foreign_bytes_give_a_copy_or_a_fault() {
    let (mut copies, mut faults) = (0, 0);
    for book in [BOOKS[0], BOOKS[2]] {
        let good = book.source();
        let sheet = read(&good, book.sheet);
        let correction =
            Correction { remarks: vec![remark(4, Spot::Column(2), "x")], problems: Some(problems(&[(4, Spot::Row)])), ..book.changes() };
        for at in (0..good.bytes().len()).step_by(151) {
            let mut bytes = good.bytes().to_vec();
            bytes[at] ^= 0x55;
            let Ok(source) = Source::from_bytes("x.xlsx", bytes) else { continue };
            match correct(&source, &sheet, &correction, "x.xlsx") {
                Ok(_) => copies += 1,
                Err(WriteFault::Read { source: ReadFault::Damaged { .. } | ReadFault::TooComplex { .. } | ReadFault::Encrypted }) => {
                    faults += 1
                }
                Err(WriteFault::Read { source }) => panic!("{at}: {source:?}"),
                Err(fault) => panic!("{at}: {fault:?}"),
            }
        }
    }
    assert!(copies > 10 && faults > 10, "{copies} {faults}");
    // A sheet that is not XML, cut off, or nested without end.
    let deep = "<a>".repeat(200_000);
    for broken in ["<worksheet", "<worksheet><sheetData><row r='2'>", "<worksheet><sheetData></row></sheetData></worksheet>", "", &deep] {
        let written = correct(&book(broken, &[]), &sheet(), &change(), "x.xlsx");
        let is_told = match &written {
            Ok(copy) => matches!(copy.corrected.manner, Manner::Anew(_)),
            Err(fault) => matches!(fault, WriteFault::Read { .. }),
        };
        assert!(is_told, "{}", broken.get(..30).unwrap_or(broken));
    }
}
