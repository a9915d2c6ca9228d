//! Workbooks of every format.
//!
//! Bytes that begin as a package or a compound file are taken as they are. Others are what stands in one, since a changed byte
//! of a package is only ever a wrong checksum: parts, each behind a line `=== name`, in the place of those of a good workbook; or
//! the stream of a compound file.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::ops::ControlFlow;

use instroom::domain::sheet::Sheet;
use instroom::world::workbook::{ReadFault, ReadProgress, Reader, Source, Which};

use super::{harmless, made};

/// Rows after which reading is stopped: repeated rows of little are much.
const ENOUGH: u32 = 20_000;

/// How many sheets of a workbook are read whole.
const SHEETS: usize = 3;

/// What stands before the name of a part.
const PART: &[u8] = b"=== ";

pub(super) fn xlsx(bytes: &[u8]) {
    read("x.xlsx", packed(bytes, || made::xlsx("<row r='1'><c r='A1'><v>1</v></c></row>", Some("<sst/>"))), &Reader::here());
}

pub(super) fn ods(bytes: &[u8]) {
    read("x.ods", packed(bytes, || made::ods("<table:table table:name='S'/>")), &Reader::here());
}

pub(super) fn separated(bytes: &[u8]) {
    read("x.csv", bytes.to_vec(), &Reader::here());
}

pub(super) fn xlsb(bytes: &[u8]) {
    foreign("x.xlsb", packed(bytes, made::xlsb));
}

pub(super) fn xls(bytes: &[u8]) {
    foreign("x.xls", if bytes.starts_with(b"\xD0\xCF\x11\xE0") { bytes.to_vec() } else { made::compound("Workbook", bytes) });
}

/// What any bytes are taken for, and their sheets: whatever opens a package or a compound file on the way.
pub(super) fn outline(bytes: &[u8]) {
    if let Ok(source) = Source::from_bytes("x\u{1b}[2J\u{202e}", bytes.to_vec()) {
        harmless(source.name());
        assert_eq!(source.fingerprint().len(), 64);
    }
}

/// Formats that a library reads which is known to panic: only ever in a process of their own. Where there is none to be had, as
/// in a fuzzer, its panics are caught here.
fn foreign(name: &str, bytes: Vec<u8>) {
    match option_env!("CARGO_BIN_EXE_instroom") {
        Some(program) => read(name, bytes, &Reader::with_program(program)),
        None => {
            static QUIET: std::sync::Once = std::sync::Once::new();
            QUIET.call_once(|| {
                let loud = std::panic::take_hook();
                std::panic::set_hook(Box::new(move |panic| {
                    let is_foreign = panic.location().is_some_and(|place| place.file().contains("calamine"));
                    if !is_foreign {
                        loud(panic);
                    }
                }));
            });
            let _ = std::panic::catch_unwind(|| read(name, bytes, &Reader::here()));
        }
    }
}

/// The bytes as a package: as they are, or as parts in the place of those of a good one.
fn packed(bytes: &[u8], good: impl Fn() -> Vec<u8>) -> Vec<u8> {
    if bytes.starts_with(b"PK") {
        return bytes.to_vec();
    }
    let mut parts = parts_of(good());
    let mut rest = bytes;
    while let Some(behind) = rest.strip_prefix(PART) {
        let Some(line) = behind.iter().position(|byte| *byte == b'\n') else { break };
        let (name, content) = (String::from_utf8_lossy(&behind[..line]).into_owned(), &behind[line + 1..]);
        let end = content.windows(PART.len() + 1).position(|window| window[0] == b'\n' && window[1..] == *PART);
        let (content, next) = end.map_or((content, &b""[..]), |end| (&content[..end], &content[end + 1..]));
        parts.insert(name, content.to_vec());
        rest = next;
    }
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    made::package(&parts)
}

fn parts_of(package: Vec<u8>) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(package)).expect("a good package");
    let mut parts = BTreeMap::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part");
        let (name, mut content) = (part.name().expect("a name").to_string(), Vec::new());
        part.read_to_end(&mut content).expect("a sound part");
        parts.insert(name, content);
    }
    parts
}

/// Reads a workbook: its outline, and its first sheets whole, which have to begin as they do there.
fn read(name: &str, bytes: Vec<u8>, reader: &Reader) {
    let Ok(source) = Source::from_bytes(name, bytes) else { return };
    let outline = match reader.outline(&source) {
        Ok(outline) => outline,
        Err(fault) => return told(&fault),
    };
    assert!(!outline.sheets.is_empty() && outline.sheets.len() <= 1_000);
    for (at, sheet) in outline.sheets.iter().enumerate().take(SHEETS) {
        looked_at(&sheet.head);
        let stop = |progress: ReadProgress| if progress.row > ENOUGH { ControlFlow::Break(()) } else { ControlFlow::Continue(()) };
        match reader.read(&source, &Which::At(at), &mut { stop }) {
            Ok(reading) => {
                looked_at(&reading.sheet);
                let rows = sheet.head.row_count().min(reading.sheet.row_count());
                if sheet.fault.is_none() {
                    assert_eq!(sheet.head.row_count(), reading.sheet.row_count().min(40));
                    (0..rows).for_each(|row| assert_eq!(sheet.head.row_text(row), reading.sheet.row_text(row)));
                }
            }
            Err(fault) => told(&fault),
        }
    }
}

fn looked_at(sheet: &Sheet) {
    harmless(sheet.name());
    assert!(sheet.width() <= 1_024 && sheet.row_count() <= 1_048_576);
    let mut before = 0;
    for row in 0..sheet.row_count() {
        let number = sheet.row_number(row);
        assert!(number > before && number <= 1_048_576, "row {number} behind row {before}");
        before = number;
        harmless(sheet.row_text(row));
    }
}

fn told(fault: &ReadFault) {
    harmless(&fault.to_string().replace('\\', ""));
    harmless(match fault {
        ReadFault::Damaged { detail } => detail,
        ReadFault::SameSheetName { name } => name,
        _ => "",
    });
}
