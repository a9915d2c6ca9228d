//! Sheets that lie: places, counts, tables of texts, styles, values (classes 4, 6, 9).

use super::xml::parts;
use super::{ACTING_IN_XML, Case, DAMAGED, TOO_MUCH, Told, books, case, headings, row, sheet};

fn between(name: &str, xml: &str, told: Told) -> Case {
    case(format!("{name}.xlsx"), books::xlsx(&sheet("", xml, ""), None), told)
}

fn strings(name: &str, table: String, rows: &str, told: Told) -> Case {
    case(format!("{name}.xlsx"), books::xlsx(&sheet("", rows, ""), Some(&table)), told)
}

fn styles(name: &str, styles: &str, told: Told) -> Case {
    let sheet = sheet("", "<row><c s='1'><v>46135</v></c><c s='4294967295'><v>1</v></c><c s='x'><v>1</v></c></row>", "");
    case(format!("{name}.xlsx"), parts(&[("xl/styles.xml", styles.into()), ("xl/worksheets/s0.xml", sheet.into_bytes())]), told)
}

/// The same long text in every cell of that many rows.
fn repeated(rows: usize, length: usize) -> Vec<u8> {
    let cells = "<row><c t='s'><v>0</v></c><c t='s'><v>0</v></c><c t='s'><v>0</v></c></row>".repeat(rows);
    books::xlsx(&sheet("", &cells, ""), Some(&format!("<sst><si><t>{}</t></si></sst>", "é".repeat(length))))
}

/// A row of the longest texts in a thousand columns, before any heading.
fn long_headings() -> Vec<u8> {
    let cells = format!("<row>{}</row>", "<c t='s'><v>0</v></c>".repeat(1_024)).repeat(40);
    books::xlsx(&cells, Some(&format!("<sst><si><t>{}</t></si></sst>", "é".repeat(32_767))))
}

/// A row of cells, each of which holds one of the values that dates and numbers break at.
fn numbers() -> String {
    let values =
        ["1e308", "-1e308", "1e-320", "NaN", "inf", "-0", "2958466", "2958465.9999999", "-1", "60", "1e15", "0x1f", "1_000", "१२", ""];
    let cells: String = (0..3).flat_map(|style| values.map(|value| format!("<c s='{style}'><v>{value}</v></c>"))).collect();
    format!("<row>{cells}</row>")
}

pub(super) fn cases() -> Vec<Case> {
    let at = |place: &str| format!("<row><c r='{place}' t='inlineStr'><is><t>far</t></is></c></row>");
    let far = Told::Refused("More rows than are read from .xlsx (1048576).");
    vec![
        between("a cell in the last place", &at("XFD1048576"), Told::Either),
        between("a cell below the last row", &at("A1048577"), far.clone()),
        between("a cell in the last row of all numbers", &at("A4294967295"), far),
        between("a cell beyond all numbers", &at("A4294967296"), DAMAGED),
        between("a cell far to the right", &at("ZZZZZZ2"), Told::Rows(1)),
        between("a column beyond all numbers", &at("ZZZZZZZZZZ2"), DAMAGED),
        between("a cell without a row", &at("A"), DAMAGED),
        between("a cell in row 0", &at("A0"), DAMAGED),
        between("a row that goes back", "<row r='1'><c r='A1'><v>1</v></c></row>", Told::Rows(1)),
        between("a row beyond all numbers", "<row r='99999999999'><c><v>1</v></c></row>", DAMAGED),
        between("one cell ten thousand times", &"<row r='2'><c r='A2'><v>1</v></c></row>".repeat(10_000), Told::Rows(2)),
        case("a dimension that lies.xlsx", books::xlsx(&sheet("<dimension ref='A1:XFD1048576'/>", "", ""), None), Told::Rows(1)),
        case("a dimension of nonsense.xlsx", books::xlsx(&sheet("<dimension ref='::\u{202e}'/>", "", ""), None), Told::Rows(1)),
        case(
            "merged over all.xlsx",
            books::xlsx(&sheet("", "", "<mergeCells count='1'><mergeCell ref='A1:XFD1048576'/></mergeCells>"), None),
            Told::Rows(1),
        ),
        between("a formula as text", "<row><c t='str'><f>HYPERLINK(\"http://x\")</f><v>=cmd|' /C calc'!A0</v></c></row>", Told::Rows(2)),
        between("errors, one of which is new", "<row><c t='e'><v>#SPILL!</v></c><c t='e'><v>#N/A</v></c></row>", Told::Rows(2)),
        between("a cell of no known type", "<row><c t='zz'><v>1</v></c></row>", DAMAGED),
        between("numbers at every edge", &numbers(), Told::Either),
        between("a text that acts on terminals", &row(&[ACTING_IN_XML, ACTING_IN_XML, ACTING_IN_XML]), Told::Rows(2)),
    ]
    .into_iter()
    .chain(of_tables())
    .collect()
}

/// What is wrong with the tables that cells refer to.
fn of_tables() -> Vec<Case> {
    vec![
        strings("no such shared text", "<sst/>".into(), "<row><c t='s'><v>0</v></c></row>", Told::Either),
        strings("a shared text beyond all numbers", "<sst/>".into(), "<row><c t='s'><v>99999999999999999999</v></c></row>", Told::Either),
        strings("a shared text before the first", "<sst/>".into(), "<row><c t='s'><v>-1</v></c></row>", Told::Either),
        strings(
            "counts that lie",
            "<sst count='18446744073709551615' uniqueCount='22906492245'><si><t>a</t></si></sst>".into(),
            "<row><c t='s'><v>0</v></c></row>",
            Told::Rows(2),
        ),
        strings("a table that does not end", "<sst><si><t>a</t></si>".into(), "", DAMAGED),
        strings(
            "a text of 64 MiB",
            format!("<sst><si><t>{}</t></si></sst>", "x".repeat(64 << 20)),
            "<row><c t='s'><v>0</v></c></row>",
            Told::Rows(2),
        ),
        case("one long text in many cells.xlsx", repeated(5_000, 32_767), TOO_MUCH),
        case("one long text in many cells of a head.xlsx", long_headings(), TOO_MUCH),
        case("one long text in some cells.xlsx", repeated(30, 32_767), Told::Rows(31)),
        styles(
            "styles that claim more than there are",
            "<styleSheet><cellXfs count='4294967295'><xf numFmtId='14'/></cellXfs></styleSheet>",
            Told::Either,
        ),
        styles(
            "a format beyond all numbers",
            "<styleSheet><cellXfs><xf numFmtId='0'/><xf numFmtId='99999999999'/></cellXfs></styleSheet>",
            Told::Either,
        ),
        styles(
            "a format of a hundred thousand signs",
            &format!(
                "<styleSheet><numFmts><numFmt numFmtId='170' formatCode='{}'/></numFmts><cellXfs><xf/><xf numFmtId='170'/></cellXfs></styleSheet>",
                "[h]0\"".repeat(20_000)
            ),
            Told::Either,
        ),
        styles(
            "a hundred thousand styles",
            &format!("<styleSheet><cellXfs>{}</cellXfs></styleSheet>", "<xf numFmtId='14'/>".repeat(100_000)),
            Told::Either,
        ),
        case("two thousand sheets.xlsx", sheets(2_000), TOO_MUCH),
        case("every sheet the same part.xlsx", same_part(900), Told::Rows(1)),
    ]
}

fn sheets(count: usize) -> Vec<u8> {
    let names: Vec<String> = (0..count).map(|at| format!("S{at}")).collect();
    let one = headings();
    books::xlsx_of(&names.iter().map(|name| (name.as_str(), one.as_str())).collect::<Vec<_>>(), None)
}

fn same_part(count: usize) -> Vec<u8> {
    let list: String = (0..count).map(|at| format!("<sheet name='S{at}' sheetId='{at}' r:id='r0'/>")).collect();
    parts(&[("xl/workbook.xml", format!("<workbook><sheets>{list}</sheets></workbook>").into_bytes())])
}
