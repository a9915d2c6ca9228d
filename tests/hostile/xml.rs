//! XML that explodes, never ends or is no XML, in every part that is read.

use super::{Case, DAMAGED, Told, books, case, headings, row, sheet};

/// Entities that stand for each other ten times, nine deep.
fn laughs(root: &str) -> String {
    let entities: String = (1..=9).map(|at| format!("<!ENTITY l{at} '{}'>", format!("&l{};", at - 1).repeat(10))).collect();
    format!("<?xml version='1.0'?><!DOCTYPE {root} [<!ENTITY l0 'lol'>{entities}]>")
}

/// A sound workbook with this front of its sheet.
fn fronted(front: &str) -> Vec<u8> {
    parts(&[("xl/worksheets/s0.xml", format!("{front}{}", sheet("", "", "")).into_bytes())])
}

/// A sound workbook with these parts in the place of its own.
pub(super) fn parts(others: &[(&str, Vec<u8>)]) -> Vec<u8> {
    let sheet = sheet("", "", "").into_bytes();
    let mut all: Vec<(&str, Vec<u8>)> = vec![
        ("[Content_Types].xml", b"<Types/>".to_vec()),
        (
            "_rels/.rels",
            b"<Relationships><Relationship Id='w' Type='o/relationships/officeDocument' Target='xl/workbook.xml'/></Relationships>"
                .to_vec(),
        ),
        ("xl/workbook.xml", b"<workbook><sheets><sheet name='S' sheetId='1' r:id='r0'/></sheets></workbook>".to_vec()),
        (
            "xl/_rels/workbook.xml.rels",
            b"<Relationships><Relationship Id='r0' Type='o/relationships/worksheet' Target='worksheets/s0.xml'/></Relationships>".to_vec(),
        ),
        ("xl/worksheets/s0.xml", sheet),
    ];
    for (name, bytes) in others {
        all.retain(|(known, _)| known != name);
        all.push((name, bytes.clone()));
    }
    let all: Vec<(&str, &[u8])> = all.iter().map(|(name, bytes)| (*name, bytes.as_slice())).collect();
    books::package(&all)
}

fn utf16(text: &str) -> Vec<u8> {
    std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect()
}

fn in_sheet(name: &str, xml: String, told: Told) -> Case {
    case(format!("{name}.xlsx"), parts(&[("xl/worksheets/s0.xml", xml.into_bytes())]), told)
}

pub(super) fn cases() -> Vec<Case> {
    let deep = 200_000;
    let attributes: String = (0..50_000).map(|at| format!(" a{at}='x'")).collect();
    let between = |xml: &str| sheet("", xml, "");
    let mut cases = vec![
        in_sheet("entities that multiply", format!("{}{}", laughs("worksheet"), between(&row(&["&l9;", "b", "c"]))), DAMAGED),
        in_sheet("an entity of a file", between(&row(&["&file;", "b", "c"])), DAMAGED),
        in_sheet(
            "an entity of a file that is declared",
            format!("<!DOCTYPE x [<!ENTITY file SYSTEM 'file:///etc/passwd'>]>{}", between(&row(&["&file;", "b", "c"]))),
            DAMAGED,
        ),
        in_sheet("elements within elements", format!("<worksheet><sheetData>{}", "<row>".repeat(deep)), DAMAGED),
        in_sheet("elements within a cell", between(&format!("<row><c>{}</c></row>", "<x>".repeat(deep))), DAMAGED),
        in_sheet("ends without beginnings", between(&"</x>".repeat(1_000)), Told::Either),
        in_sheet("an attribute of megabytes", between(&format!("<row a='{}'><c><v>1</v></c></row>", "x".repeat(4 << 20))), Told::Rows(2)),
        in_sheet("attributes by the thousand", between(&format!("<row{attributes}><c><v>1</v></c></row>")), Told::Rows(2)),
        in_sheet("a name of megabytes", between(&format!("<{0}></{0}>", "x".repeat(2 << 20))), Told::Rows(1)),
        in_sheet("a comment that does not end", between("<!-- "), DAMAGED),
        in_sheet("a comment of megabytes", between(&format!("<!--{}-->", "x".repeat(4 << 20))), Told::Rows(1)),
        in_sheet("a section that does not end", between("<row><c t='str'><v><![CDATA["), DAMAGED),
        in_sheet("a section of data", between("<row><c t='str'><v><![CDATA[<b>]]></v></c></row>"), Told::Rows(2)),
        in_sheet("instructions", between("<?php system('id') ?><?xml-stylesheet href='http://example.com'?>"), Told::Rows(1)),
        in_sheet("a document type that does not end", format!("<!DOCTYPE x [ {}", between("")), DAMAGED),
        in_sheet("a reference that is no character", between(&row(&["&#xd800;", "b", "c"])), DAMAGED),
        in_sheet("a reference beyond all characters", between(&row(&["&#x110000;&#99999999999;", "b", "c"])), DAMAGED),
        in_sheet("a reference to nothing", between(&row(&["&nbsp;", "b", "c"])), DAMAGED),
        in_sheet("a lone ampersand", between(&row(&["a & b", "b", "c"])), Told::Either),
        in_sheet("nothing at all", String::new(), DAMAGED),
        in_sheet("no rows", "<worksheet><sheetData/></worksheet>".to_owned(), Told::Either),
        in_sheet("another element", "<chartsheet/>".to_owned(), DAMAGED),
        in_sheet("a sheet that stops", format!("<worksheet><sheetData>{}", headings()), DAMAGED),
        in_sheet("a name space of its own", sheet("", "", "").replace("<", "<x:").replace("<x:/", "</x:"), Told::Rows(1)),
        case("a mark in front.xlsx", fronted("\u{feff}"), Told::Rows(1)),
        case("an unknown encoding.xlsx", fronted("<?xml version='1.0' encoding='KLINGON'?>"), Told::Either),
        case("utf-16.xlsx", parts(&[("xl/worksheets/s0.xml", utf16(&sheet("", "", "")))]), Told::Either),
        case(
            "bytes that are no text.xlsx",
            parts(&[("xl/worksheets/s0.xml", sheet("", "", "").replace("Maes", "M\u{1}s").replace('\u{1}', "\u{fffd}").into_bytes())]),
            Told::Rows(1),
        ),
    ];
    cases.extend(in_other_parts());
    cases
}

/// The same in the parts that describe a workbook.
fn in_other_parts() -> Vec<Case> {
    let (deep, mut cases) = (200_000, Vec::new());
    for part in
        ["[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/sharedStrings.xml"]
    {
        let name = part.replace('/', " of ");
        for (what, bytes) in [
            ("nothing", Vec::new()),
            ("noise", vec![0xff; 3_000]),
            ("elements in elements", "<a>".repeat(deep).into_bytes()),
            ("entities", laughs("a").into_bytes()),
            ("half a tag", b"<sheets><sheet name='".to_vec()),
        ] {
            cases.push(case(format!("{what} as {name}.xlsx"), parts(&[(part, bytes)]), Told::Either));
        }
    }
    cases
}
