//! Workbooks of the binary formats with as many rows as are wanted.

use super::books::{compound, longs, package, part, record, shorts, wide};

/// An `.xls` with one sheet of these rows of short texts.
pub(crate) fn xls_of(rows: &[Vec<String>]) -> Vec<u8> {
    let begin = |what: u16| record(0x0809, &shorts(&[0x0600, what, 0, 0, 0, 0, 0, 0]));
    let bound = |at: u32| record(0x0085, &[&at.to_le_bytes()[..], &[0, 0, 1, 0, b'S']].concat());
    let globals = |at: u32| [begin(5), record(0x00e0, &[0; 20]), bound(at), record(0x000a, &[])].concat();
    let mut sheet = begin(0x10);
    for (row, texts) in (0_u16..).zip(rows) {
        for (column, text) in (0_u16..).zip(texts) {
            let text = [&u16::try_from(text.len()).unwrap().to_le_bytes()[..], &[0], text.as_bytes()].concat();
            sheet.extend(record(0x0204, &[shorts(&[row, column, 0]), text].concat()));
        }
    }
    sheet.extend(record(0x000a, &[]));
    compound("Workbook", &[globals(u32::try_from(globals(0).len()).unwrap()), sheet].concat())
}

/// An `.xlsb` with one sheet of these rows of texts.
pub(crate) fn xlsb_of(rows: impl Iterator<Item = Vec<String>>) -> Vec<u8> {
    let mut sheet = [part(0x81, &[]), part(0x94, &longs(&[0, 1_048_575, 0, 20])), part(0x91, &[])].concat();
    for (row, texts) in (0_u32..).zip(rows) {
        sheet.extend(part(0x00, &[longs(&[row]), vec![0; 13]].concat()));
        for (column, text) in (0_u32..).zip(texts) {
            sheet.extend(part(0x06, &[longs(&[column, 0]), wide(&text)].concat()));
        }
    }
    sheet.extend([part(0x92, &[]), part(0x82, &[])].concat());
    let bundle = part(0x9c, &[longs(&[0, 1]), wide("r1"), wide("S")].concat());
    let workbook = [part(0x83, &[]), part(0x99, &[0; 12]), part(0x8f, &[]), bundle, part(0x90, &[]), part(0x84, &[])].concat();
    package(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/workbook.bin", &workbook),
        ("xl/_rels/workbook.bin.rels", b"<Relationships><Relationship Id='r1' Target='worksheets/sheet1.bin'/></Relationships>"),
        ("xl/worksheets/sheet1.bin", &sheet),
    ])
}
