//! Workbooks made byte by byte: broken ones that no program makes, and the binary formats that no
//! library writes. The tests inside the library use them too.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;

/// A package with these parts.
pub(crate) fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).expect("a part in memory");
        writer.write_all(bytes).expect("bytes in memory");
    }
    writer.finish().expect("a package in memory").into_inner()
}

/// An `.xlsx` of one sheet `S` with these rows in XML, and the shared texts in XML if any.
pub(crate) fn xlsx(rows: &str, strings: Option<&str>) -> Vec<u8> {
    xlsx_of(&[("S", rows)], strings)
}

/// An `.xlsx` of these sheets, each with its rows in XML.
pub(crate) fn xlsx_of(sheets: &[(&str, &str)], strings: Option<&str>) -> Vec<u8> {
    let mut parts: Vec<(String, String)> = vec![
        ("[Content_Types].xml".into(), "<Types/>".into()),
        (
            "_rels/.rels".into(),
            "<Relationships><Relationship Id='w' Type='o/relationships/officeDocument' Target='xl/workbook.xml'/></Relationships>".into(),
        ),
    ];
    let (mut list, mut rels) = (String::new(), String::new());
    for (at, (name, rows)) in sheets.iter().enumerate() {
        list.push_str(&format!("<sheet name='{name}' sheetId='{at}' r:id='r{at}'/>"));
        rels.push_str(&format!("<Relationship Id='r{at}' Type='o/relationships/worksheet' Target='worksheets/s{at}.xml'/>"));
        let sheet = if rows.starts_with("<worksheet") {
            (*rows).to_owned()
        } else {
            format!("<worksheet><sheetData>{rows}</sheetData></worksheet>")
        };
        parts.push((format!("xl/worksheets/s{at}.xml"), sheet));
    }
    parts.push(("xl/workbook.xml".into(), format!("<workbook><sheets>{list}</sheets></workbook>")));
    parts.push(("xl/_rels/workbook.xml.rels".into(), format!("<Relationships>{rels}</Relationships>")));
    if let Some(strings) = strings {
        parts.push(("xl/sharedStrings.xml".into(), strings.into()));
    }
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, text)| (name.as_str(), text.as_bytes())).collect();
    package(&parts)
}

/// An `.ods` whose spreadsheet holds this XML.
pub(crate) fn ods(tables: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version='1.0'?><office:document-content><office:automatic-styles>\
         <style:style style:name='hid'><style:table-properties table:display='false'/></style:style>\
         <style:style style:name='vis'><style:table-properties table:display='true'/></style:style>\
         </office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    ods_with(&content)
}

/// An `.ods` with this content.
pub(crate) fn ods_with(content: &str) -> Vec<u8> {
    package(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
    ])
}

/// A compound file ([MS-CFB]) with one stream of at least 4,096 bytes: header, sectors of allocation (one for
/// each 64 KiB), one of directory, then the stream, padded with zeros.
pub(crate) fn compound(name: &str, stream: &[u8]) -> Vec<u8> {
    const FREE: u32 = 0xffff_ffff;
    const END: u32 = 0xffff_fffe;
    let length = stream.len().max(4_096).next_multiple_of(512);
    let sectors = u32::try_from(length / 512).unwrap();
    let tables = (1..=109).find(|tables| tables * 128 > sectors + tables).expect("a stream of 7 MB at most");
    let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    bytes.extend([0; 16]);
    for short in [0x3e_u16, 3, 0xfffe, 9, 6, 0, 0, 0] {
        bytes.extend(short.to_le_bytes());
    }
    // Directory sectors, allocation sectors, directory's first, signature, cut-off, small ones, more.
    for long in [0_u32, tables, tables, 0, 4_096, END, 0, END, 0].into_iter().chain(0..tables) {
        bytes.extend(long.to_le_bytes());
    }
    bytes.resize(512, 0xff);
    let mut table = vec![0xffff_fffd_u32; tables as usize];
    table.push(END);
    table.extend((1..=sectors).map(|at| if at == sectors { END } else { tables + at + 1 }));
    table.resize(tables as usize * 128, FREE);
    bytes.extend(table.into_iter().flat_map(u32::to_le_bytes));
    bytes.extend(directory_entry("Root Entry", 5, END, 0));
    bytes.extend(directory_entry(name, 2, tables + 1, u32::try_from(length).unwrap()));
    bytes.extend([0; 256]);
    bytes.extend(stream);
    bytes.resize(512 * (2 + tables as usize) + length, 0);
    bytes
}

fn directory_entry(name: &str, kind: u8, start: u32, length: u32) -> Vec<u8> {
    let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    entry.resize(64, 0);
    entry.extend(u16::try_from((name.len() + 1) * 2).unwrap().to_le_bytes());
    entry.extend([kind, 1]);
    entry.extend([0xff; 8]);
    entry.extend(if kind == 5 { [1, 0, 0, 0] } else { [0xff; 4] });
    entry.resize(116, 0);
    entry.extend(start.to_le_bytes());
    entry.extend(length.to_le_bytes());
    entry.resize(128, 0);
    entry
}

/// A sheet of a binary workbook: one row of text, number, date (serial 46135) and truth.
pub(crate) const BINARY_ROW: [&str; 4] = ["Müller", "85073003328", "2026-04-23", "true"];

/// An `.xls` ([MS-XLS]) with a visible and a hidden sheet, both holding [`BINARY_ROW`] in row 3.
pub(crate) fn xls() -> Vec<u8> {
    let sheet: Vec<u8> = [
        record(0x0809, &shorts(&[0x0600, 0x0010, 0, 0, 0, 0, 0, 0])),
        record(0x0200, &[2, 0, 0, 0, 3, 0, 0, 0, 0, 0, 4, 0, 0, 0]),
        record(0x00fd, &[shorts(&[2, 0, 0]), vec![0; 4]].concat()),
        record(0x0203, &[shorts(&[2, 1, 0]), 85_073_003_328_f64.to_le_bytes().to_vec()].concat()),
        record(0x0203, &[shorts(&[2, 2, 1]), 46_135_f64.to_le_bytes().to_vec()].concat()),
        record(0x0205, &[shorts(&[2, 3, 0]), vec![1, 0]].concat()),
        record(0x000a, &[]),
    ]
    .concat();
    let globals = |first: u32| -> Vec<u8> {
        let bound = |at: u32, hidden: u8, name: &str| {
            let length = u8::try_from(name.len()).unwrap();
            record(0x0085, &[at.to_le_bytes().to_vec(), vec![hidden, 0, length, 0], name.as_bytes().to_vec()].concat())
        };
        let strings = [vec![1, 0, 0, 0, 1, 0, 0, 0, 6, 0, 1], shorts(&BINARY_ROW[0].encode_utf16().collect::<Vec<_>>())].concat();
        [
            record(0x0809, &shorts(&[0x0600, 0x0005, 0, 0, 0, 0, 0, 0])),
            record(0x00e0, &[0; 20]),
            record(0x00e0, &[vec![0, 0, 14], vec![0; 17]].concat()),
            bound(first, 0, "Klanten"),
            bound(first + u32::try_from(sheet.len()).unwrap(), 1, "Lijsten"),
            record(0x00fc, &strings),
            record(0x000a, &[]),
        ]
        .concat()
    };
    let length = u32::try_from(globals(0).len()).unwrap();
    compound("Workbook", &[globals(length), sheet.clone(), sheet].concat())
}

pub(crate) fn record(kind: u16, content: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes()[..], &u16::try_from(content.len()).unwrap().to_le_bytes(), content].concat()
}

pub(crate) fn shorts(values: &[u16]) -> Vec<u8> {
    values.iter().flat_map(|value| value.to_le_bytes()).collect()
}

/// An `.xlsb` ([MS-XLSB]) with a visible and a hidden sheet, both holding [`BINARY_ROW`] in row 3.
pub(crate) fn xlsb() -> Vec<u8> {
    let bundle = |hidden: u32, rel: &str, name: &str| part(0x9c, &[longs(&[hidden, 1]), wide(rel), wide(name)].concat());
    let workbook = [
        part(0x83, &[]),
        part(0x99, &[0; 12]),
        part(0x8f, &[]),
        bundle(0, "r1", "Klanten"),
        bundle(1, "r2", "Lijsten"),
        part(0x90, &[]),
        part(0x84, &[]),
    ]
    .concat();
    let styles =
        [part(0x269, &longs(&[2])), part(0x2f, &[0; 16]), part(0x2f, &[vec![0, 0, 14], vec![0; 13]].concat()), part(0x26a, &[])].concat();
    let strings = [part(0x9f, &longs(&[1, 1])), part(0x13, &[vec![0], wide(BINARY_ROW[0])].concat()), part(0xa0, &[])].concat();
    let sheet = [
        part(0x81, &[]),
        part(0x94, &longs(&[2, 2, 0, 3])),
        part(0x91, &[]),
        part(0x00, &[longs(&[2]), vec![0; 13]].concat()),
        part(0x07, &longs(&[0, 0, 0])),
        part(0x05, &[longs(&[1, 0]), 85_073_003_328_f64.to_le_bytes().to_vec()].concat()),
        part(0x05, &[longs(&[2, 1]), 46_135_f64.to_le_bytes().to_vec()].concat()),
        part(0x04, &[longs(&[3, 0]), vec![1]].concat()),
        part(0x92, &[]),
        part(0x82, &[]),
    ]
    .concat();
    let rels = b"<Relationships><Relationship Id='r1' Target='worksheets/sheet1.bin'/><Relationship Id='r2' Target='worksheets/sheet2.bin'/></Relationships>";
    package(&[
        ("[Content_Types].xml", b"<Types/>"),
        ("xl/workbook.bin", &workbook),
        ("xl/_rels/workbook.bin.rels", rels),
        ("xl/styles.bin", &styles),
        ("xl/sharedStrings.bin", &strings),
        ("xl/worksheets/sheet1.bin", &sheet),
        ("xl/worksheets/sheet2.bin", &sheet),
    ])
}

/// A record of a binary part: kind in one or two bytes, length in seven-bit groups, content.
pub(crate) fn part(kind: u16, content: &[u8]) -> Vec<u8> {
    let low = u8::try_from(kind & 0x7f).unwrap();
    let mut bytes = if kind > 0x7f { vec![low | 0x80, u8::try_from(kind >> 7).unwrap()] } else { vec![low] };
    let mut length = content.len();
    while length > 0x7f {
        bytes.push(u8::try_from(length & 0x7f).unwrap() | 0x80);
        length >>= 7;
    }
    bytes.push(u8::try_from(length).unwrap());
    [bytes, content.to_vec()].concat()
}

pub(crate) fn longs(values: &[u32]) -> Vec<u8> {
    values.iter().flat_map(|value| value.to_le_bytes()).collect()
}

pub(crate) fn wide(text: &str) -> Vec<u8> {
    let units: Vec<u16> = text.encode_utf16().collect();
    [u32::try_from(units.len()).unwrap().to_le_bytes().to_vec(), shorts(&units)].concat()
}
