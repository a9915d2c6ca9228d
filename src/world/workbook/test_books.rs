//! Workbooks that no program would make, for the tests of the readers.

use std::io::{Cursor, Write as _};

use zip::write::SimpleFileOptions;

/// A package with these parts.
pub(super) fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// An `.xlsx` of one sheet `S` with these rows in XML, and the shared texts in XML if any.
pub(super) fn xlsx(rows: &str, strings: Option<&str>) -> Vec<u8> {
    xlsx_of(&[("S", rows)], strings)
}

/// An `.xlsx` of these sheets, each with its rows in XML.
pub(super) fn xlsx_of(sheets: &[(&str, &str)], strings: Option<&str>) -> Vec<u8> {
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
pub(super) fn ods(tables: &str) -> Vec<u8> {
    let content = format!(
        "<?xml version='1.0'?><office:document-content><office:automatic-styles>\
         <style:style style:name='hid'><style:table-properties table:display='false'/></style:style>\
         <style:style style:name='vis'><style:table-properties table:display='true'/></style:style>\
         </office:automatic-styles><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    ods_with(&content)
}

/// An `.ods` with this content.
pub(super) fn ods_with(content: &str) -> Vec<u8> {
    package(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", content.as_bytes()),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
    ])
}

/// A compound file ([MS-CFB]) with one stream of at least 4,096 bytes: header, one sector of
/// allocation, one of directory, then the stream, padded with zeros.
pub(super) fn compound(name: &str, stream: &[u8]) -> Vec<u8> {
    const FREE: u32 = 0xffff_ffff;
    const END: u32 = 0xffff_fffe;
    let length = stream.len().max(4_096).next_multiple_of(512);
    let sectors = length / 512;
    let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    bytes.extend([0; 16]);
    for short in [0x3e_u16, 3, 0xfffe, 9, 6, 0, 0, 0] {
        bytes.extend(short.to_le_bytes());
    }
    // Directory sectors, allocation sectors, directory's first, signature, cut-off, small ones, more.
    for long in [0_u32, 1, 1, 0, 4_096, END, 0, END, 0, 0] {
        bytes.extend(long.to_le_bytes());
    }
    bytes.extend([0xff; 108 * 4]);
    bytes.resize(512, 0);
    let mut table = vec![0xffff_fffd_u32, END];
    table.extend((0..sectors).map(|at| if at + 1 == sectors { END } else { u32::try_from(at).unwrap() + 3 }));
    table.resize(128, FREE);
    bytes.extend(table.into_iter().flat_map(u32::to_le_bytes));
    bytes.extend(directory_entry("Root Entry", 5, END, 0));
    bytes.extend(directory_entry(name, 2, 2, u32::try_from(length).unwrap()));
    bytes.extend([0; 256]);
    bytes.extend(stream);
    bytes.resize(512 * 3 + length, 0);
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
