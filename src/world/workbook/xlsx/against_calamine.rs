//! The cells of sheets written in every way that the format allows, beside what calamine makes of them.

use std::io::Cursor;

use calamine::{Reader as _, Xlsx};
use proptest::prelude::*;

use super::super::book::Book as _;
use super::super::cells::Value;
use super::super::intake::{Collector, Extent, Intake, Step};
use super::super::source::SOURCE_CAP;
use super::super::test_books::package;
use super::Package;
use crate::domain::sheet::Sheet;
use crate::domain::workbook::{Format, ReadFault, Visibility};

/// Styles: as it is, a date, padded, a length of time, text.
const STYLES: &str = "<styleSheet><numFmts><numFmt numFmtId='170' formatCode='00000000000'/><numFmt numFmtId='171' formatCode='[h]:mm'/></numFmts>\
                      <cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='170'/><xf numFmtId='171'/><xf numFmtId='49'/></cellXfs></styleSheet>";

const STRINGS: &str = "<sst count='4' uniqueCount='4'><si><t>Van den Berg</t></si><si><t xml:space=\"preserve\"> spaced &amp; kept </t></si>\
                       <si><r><t>rich </t></r><r><t xml:space='preserve'> text</t></r></si><si><t>_x0041_bc</t></si></sst>";

fn book(sheet: &str) -> Vec<u8> {
    package(&[
        ("_rels/.rels", b"<Relationships><Relationship Type='o/relationships/officeDocument' Target='xl/workbook.xml'/></Relationships>"),
        ("xl/_rels/workbook.xml.rels", b"<Relationships><Relationship Id='r' Type='o/worksheet' Target='s.xml'/></Relationships>"),
        ("xl/workbook.xml", b"<workbook><sheets><sheet name='S' r:id='r'/></sheets></workbook>"),
        ("xl/styles.xml", STYLES.as_bytes()),
        ("xl/sharedStrings.xml", STRINGS.as_bytes()),
        ("xl/s.xml", sheet.as_bytes()),
    ])
}

/// What comes through the intake.
fn taken(fill: impl FnOnce(&mut Intake<'_, '_>) -> Result<(), ReadFault>) -> Result<Sheet, ReadFault> {
    let mut collector = Collector::default();
    let mut outlet = |step: Step<'_>| collector.take(step);
    let mut intake = Intake::new(Format::Xlsx, Extent::Whole, SOURCE_CAP, &mut outlet);
    intake.begin("S", Visibility::Visible)?;
    fill(&mut intake)?;
    Ok(collector.sheets.remove(0).head)
}

fn ours(book: &[u8]) -> Result<Sheet, ReadFault> {
    taken(|intake| Package::open(book)?.cells(0, intake))
}

fn calamines(book: &[u8]) -> Result<Sheet, ReadFault> {
    taken(|intake| {
        let mut book = Xlsx::new(Cursor::new(book))?;
        let mut reader = book.worksheet_cells_reader("S")?;
        while let Some((cell, style)) = reader.next_cell_with_style_id()? {
            let (row, column) = cell.get_position();
            let digits = if style == 2 { 11 } else { 0 };
            let _enough = intake.cell(row, column, &Value::from_cell(cell.get_value(), digits))?;
        }
        Ok(())
    })
}

/// The content of a cell and the attributes that go with it.
fn content() -> impl Strategy<Value = String> {
    let number = prop_oneof![
        any::<u32>().prop_map(|number| number.to_string()),
        any::<f64>().prop_map(|number| number.to_string()),
        (0_u64..1 << 60).prop_map(|number| number.to_string()),
        "-?[0-9]{1,17}(\\.[0-9]{1,9})?([eE][-+]?[0-9]{1,2})?",
        (0_i32..60_000).prop_map(|serial| format!("{serial}.5")),
    ];
    let text = "([ a-zA-Z0-9éß'-]|&amp;|&lt;|&#233;|&#x20AC;|&quot;|_x000D_|_x0041_|_|\\n|\\r\\n|\\t|\u{a0}){0,12}";
    let style = prop_oneof![Just(String::new()), (0..7_u8).prop_map(|style| format!(" s=\"{style}\""))];
    let kind = prop_oneof![
        3 => (number, prop_oneof![Just(""), Just(" t=\"n\"")]).prop_map(|(number, kind)| format!("{kind}><v>{number}</v>")),
        1 => text.prop_map(|text| format!("><v>{text}</v>")).prop_filter("what calamine reads up to the first reference", |text| !text.contains('&') && !text.contains('\r')),
        3 => (0..4_usize).prop_map(|at| format!(" t=\"s\"><v>{at}</v>")),
        2 => text.prop_map(|text| format!(" t=\"str\"><f>A1&amp;\"x\"</f><v>{text}</v>")),
        2 => text.prop_map(|text| format!(" t='str'><f t='shared' ref=\"A1:A2\" si='0'/><v>{text}</v>")),
        3 => text.prop_map(|text| format!(" t=\"inlineStr\"><is><t>{text}</t></is>")),
        2 => text.prop_map(|text| format!(" t=\"inlineStr\"><is><t xml:space=\"preserve\">{text}</t></is>")),
        1 => text.prop_map(|text| format!(" t=\"inlineStr\"><is><r><rPr><b/></rPr><t>{text}</t></r><r><t>x</t></r></is>")),
        1 => text.prop_map(|text| format!(" t=\"inlineStr\"><is>\n<t>{text}</t><rPh sb='0' eb='1'><t>y</t></rPh>\n</is>")),
        1 => text.prop_map(|text| format!(" t='inlineStr'><is><t><![CDATA[{}]]></t></is>", text.replace(['&', '<'], ""))),
        1 => prop_oneof![Just("0"), Just("1"), Just("true")].prop_map(|truth| format!(" t=\"b\"><v>{truth}</v>")),
        1 => prop_oneof![Just("#N/A"), Just("#DIV/0!"), Just("#REF!")].prop_map(|sign| format!(" t=\"e\"><v>{sign}</v>")),
        1 => prop_oneof![Just("2026-04-23"), Just("2026-04-23T10:30:00"), Just("x")].prop_map(|date| format!(" t=\"d\"><v>{date}</v>")),
        1 => Just("><v></v>".to_owned()),
        1 => Just(" t=\"str\"><v/>".to_owned()),
        1 => Just("><!-- a <c> in a comment -->".to_owned()),
    ];
    (style, kind, any::<bool>()).prop_map(|(style, kind, said_last)| match kind.split_once('>') {
        Some((attributes, inside)) if said_last => format!("{attributes}{style}>{inside}"),
        Some((attributes, inside)) => format!("{style}{attributes}>{inside}"),
        None => style,
    })
}

/// Rows of cells, in ways that programs have of writing them.
fn sheet() -> impl Strategy<Value = String> {
    let cell = (content(), 0..8_u8);
    let row = (proptest::collection::vec(cell, 0..8), 0..6_u8, 1..3_u32);
    proptest::collection::vec(row, 0..12).prop_map(|rows| {
        let mut sheet = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<worksheet><dimension ref=\"A1:H9\"/><sheetData>");
        let mut number = 0;
        for (cells, manner, step) in rows {
            number += step;
            match manner {
                0 => sheet.push_str(&format!("\n  <row  r='{number}' >")),
                1 => sheet.push_str(&format!("<row r=\"{number}\" spans=\"1:8\" ht=\"15\" customHeight=\"1\">")),
                2 if step == 1 => sheet.push_str("<row>"),
                3 => sheet.push_str(&format!("<!-- row --><row r=\"{number}\">")),
                _ => sheet.push_str(&format!("<row r=\"{number}\">")),
            }
            for (at, (content, manner)) in cells.into_iter().enumerate() {
                let place = format!("{}{number}", char::from(b'A' + u8::try_from(at).unwrap()));
                sheet.push_str(&match manner {
                    0 => format!("<c{content}</c>"),
                    1 => format!("<c\n r=\"{place}\"{content}</c>\n"),
                    2 => format!("<c r='{place}'{content}</c>"),
                    3 if !content.contains("xml:space") => format!("<c r=\"{place}\"{}", content.split('>').next().unwrap_or("")) + "/>",
                    _ => format!("<c r=\"{place}\"{content}</c>"),
                });
            }
            sheet.push_str(if manner == 0 { "\n</row >" } else { "</row>" });
        }
        sheet + "</sheetData><mergeCells/></worksheet>"
    })
}

proptest! {
    #[test]
    fn every_cell_is_what_calamine_says(sheet in sheet()) {
        let book = book(&sheet);
        prop_assert_eq!(ours(&book), calamines(&book), "{}", sheet);
    }
}

#[test]
fn one_way_of_writing_reads_as_another() {
    let cell = |row: u32, at: u32| match at {
        0 => format!("<c r=\"A{row}\" s=\"2\"><v>{row}</v></c>"),
        1 => format!("<c r=\"B{row}\" t=\"s\"><v>{}</v></c>", row % 4),
        _ => format!("<c r=\"C{row}\" t=\"inlineStr\"><is><t>Müller &amp; {row}</t></is></c>"),
    };
    let rows = |rows: u32| {
        (1..=rows).map(|row| format!("<row r=\"{row}\">{}{}{}</row>", cell(row, 0), cell(row, 1), cell(row, 2))).collect::<String>()
    };
    // More than is in memory at a time.
    let plain = rows(5_000);
    let whole = |rows: &str| format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let expected = ours(&book(&whole(&plain))).unwrap();
    assert_eq!(
        (expected.row_count(), expected.row_text(4_998)),
        (5_000, "00000004999_x0041_bcMüller & 4999".replace("_x0041_", "A").as_str())
    );
    for (manner, otherwise) in [
        ("other quotes", plain.replace('"', "'")),
        ("a line for each cell", plain.replace("<c ", "\n    <c ").replace("</row>", "\n  </row>\n")),
        ("a comment in each row", plain.replace("<c r=\"C", "<!-- c --><c r=\"C")),
        ("spaces in tags", plain.replace("</c>", "</c >").replace("<row ", "<row  ")),
        ("text in pieces", plain.replace("<is><t>", "<is><r><t xml:space=\"preserve\">").replace("</t></is>", "</t></r></is>")),
        ("what other programs add", plain.replace("</c>", "<extLst><ext><v>9</v></ext></extLst></c>")),
    ] {
        assert_ne!(otherwise, plain, "{manner}");
        assert_eq!(ours(&book(&whole(&otherwise))).unwrap(), expected, "{manner}");
    }
    let prefixed = whole(&plain).replace("</", "</x:").replace('<', "<x:").replace("<x:/x:", "</x:");
    assert_eq!(ours(&book(&prefixed)).unwrap(), expected, "names with a prefix");
}
