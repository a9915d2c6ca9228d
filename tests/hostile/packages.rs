//! Packages that contradict themselves or unpack to far more than they are (class 3).

use super::{Case, DAMAGED, TOO_MUCH, Told, books, case, headings, row, sound};

/// Where entries of the directory begin.
fn entries(package: &[u8]) -> Vec<usize> {
    (0..package.len()).filter(|&at| package[at..].starts_with(b"PK\x01\x02")).collect()
}

/// The sound workbook with bytes of an entry of the directory changed: that of its sheet.
fn with_entry(at: usize, bytes: &[u8]) -> Vec<u8> {
    let mut package = sound();
    let entry = entries(&package).into_iter().find(|&entry| package[entry + 46..].starts_with(b"xl/worksheets")).unwrap();
    package[entry + at..entry + at + bytes.len()].copy_from_slice(bytes);
    package
}

/// The sound workbook with bytes of the record that ends it changed.
fn with_end(at: usize, bytes: &[u8]) -> Vec<u8> {
    let mut package = sound();
    let end = package.len() - 22;
    package[end + at..end + at + bytes.len()].copy_from_slice(bytes);
    package
}

/// A sheet that is mostly spaces: 64 MiB for each 64 KiB of the file.
fn bomb(mebibytes: usize) -> Vec<u8> {
    books::xlsx(&format!("{}{}{}", headings(), " ".repeat(mebibytes << 20), row(&["An", "Maes", "an@example.com"])), None)
}

fn duplicate(first: &str, second: &str) -> Vec<u8> {
    // Names of the same length: the second is written over where it is told.
    let mut package = books::package(&[("[Content_Types].xml", b"<Types/>"), (first, b"<a/>"), ("xl/WORKBOOK.xyz", b"<b/>")]);
    for at in 0..package.len() - 15 {
        if package[at..].starts_with(b"xl/WORKBOOK.xyz") {
            package[at..at + 15].copy_from_slice(second.as_bytes());
        }
    }
    package
}

fn path_names() -> Vec<u8> {
    let sound = books::xlsx(&format!("{}{}", headings(), row(&["An", "Maes", "an@example.com"])), None);
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(sound)).unwrap();
    let mut parts = vec![("../../../../tmp/escaped.xml".to_owned(), b"x".to_vec()), ("/etc/passwd".to_owned(), b"x".to_vec())];
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let (name, mut bytes) = (part.name().unwrap().to_string(), Vec::new());
        std::io::Read::read_to_end(&mut part, &mut bytes).unwrap();
        parts.push((name, bytes));
    }
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    books::package(&parts)
}

/// Ten thousand parts and one.
fn many_parts() -> Vec<u8> {
    let names: Vec<String> = (0..=10_000).map(|number| format!("xl/{number}")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    books::package(&parts)
}

/// All entries lead to the same bytes: a bomb without any repetition in it.
fn overlapping() -> Vec<u8> {
    let mut package = sound();
    for entry in entries(&package) {
        package[entry + 42..entry + 46].copy_from_slice(&[0; 4]);
    }
    package
}

pub(super) fn cases() -> Vec<Case> {
    let behind = [sound(), b"trailing".to_vec()].concat();
    let before = [b"MZ before it".to_vec(), sound()].concat();
    vec![
        case("checksum that is wrong.xlsx", with_entry(16, &[1, 2, 3, 4]), DAMAGED),
        case("packed size that is wrong.xlsx", with_entry(20, &[7, 0, 0, 0]), DAMAGED),
        case("packed size beyond the file.xlsx", with_entry(20, &[0xff, 0xff, 0xff, 0x7f]), Told::Either),
        case("size that is too small.xlsx", with_entry(24, &[7, 0, 0, 0]), DAMAGED),
        case("size that is too large.xlsx", with_entry(24, &[0xff, 0xff, 0xff, 0x0f]), DAMAGED),
        case("size of more than is read.xlsx", with_entry(24, &[0xfe, 0xff, 0xff, 0xff]), TOO_MUCH),
        case("size that zip64 would have to tell.xlsx", with_entry(24, &[0xff; 4]), TOO_MUCH),
        case("marked as encrypted.xlsx", with_entry(8, &[1, 0]), Told::Refused("This workbook has a password.")),
        case("sizes that follow the data.xlsx", with_entry(8, &[8, 0]), Told::Either),
        case("packed in an unknown way.xlsx", with_entry(10, &[99, 0]), DAMAGED),
        case("place beyond the file.xlsx", with_entry(42, &[0xff, 0xff, 0xff, 0x7f]), DAMAGED),
        case("entries that overlap.xlsx", overlapping(), Told::Either),
        case("no parts claimed.xlsx", with_end(8, &[0, 0, 0, 0]), Told::Either),
        case("more parts claimed than there are.xlsx", with_end(8, &[99, 0, 99, 0]), DAMAGED),
        case("far more parts claimed.xlsx", with_end(8, &[0xff; 4]), TOO_MUCH),
        case("directory beyond the file.xlsx", with_end(16, &[0xff, 0xff, 0xff, 0x7f]), DAMAGED),
        case("directory at the end record.xlsx", with_end(12, &[0, 0, 0, 0]), Told::Either),
        case("comment that is missing.xlsx", with_end(20, &[9, 0]), Told::Refused("The file stops before its end.")),
        case("something behind the end.xlsx", behind, Told::Either),
        case("something before the beginning.xlsx", before, Told::Either),
        case("two parts of one name.xlsx", duplicate("xl/workbook.xml", "xl/workbook.xml"), DAMAGED),
        case("two parts of one name but its case.xlsx", duplicate("xl/Workbook.xml", "xl/workbook.XML"), DAMAGED),
        case("names that lead elsewhere.xlsx", path_names(), Told::Rows(1)),
        case("too many parts.xlsx", many_parts(), TOO_MUCH),
        case("a bomb of 64 MiB that says so.xlsx", bomb(64), Told::Rows(1)),
    ]
}
