//! `.xls` and `.xlsb`: sectors that loop, records that are too short, places and counts beyond everything (classes 6 and 7).

use super::{Case, DAMAGED, NO_HEADINGS, Told, books, case};

/// A sound compound file with bytes changed.
fn changed(at: usize, bytes: &[u8]) -> Vec<u8> {
    let mut book = books::xls();
    book[at..at + bytes.len()].copy_from_slice(bytes);
    book
}

fn stream(records: &[u8]) -> Vec<u8> {
    books::compound("Workbook", records)
}

/// A sound `.xlsb` with one part of it replaced.
fn with_part(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(books::xlsb())).unwrap();
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).unwrap();
        let (known, mut content) = (part.name().unwrap().to_string(), Vec::new());
        std::io::Read::read_to_end(&mut part, &mut content).unwrap();
        parts.push((known.clone(), if known == name { bytes.to_vec() } else { content }));
    }
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    books::package(&parts)
}

/// The stream that begins a workbook and says that there is a sheet at that place.
fn sheet_at(place: [u8; 4]) -> Vec<u8> {
    [&[0x09, 0x08, 16, 0, 0, 6, 5, 0][..], &[0; 12], &[0x85, 0, 9, 0], &place, &[0, 0, 1, 0, b'S'], &[0x0a, 0, 0, 0]].concat()
}

pub(super) fn cases() -> Vec<Case> {
    let mut cases = vec![
        case("sound.xls", books::xls(), NO_HEADINGS),
        case("sound.xlsb", books::xlsb(), NO_HEADINGS),
        case("a directory that loops.xls", changed(512 + 4, &[1, 0, 0, 0]), Told::Either),
        case("a stream that loops.xls", changed(512 + 8, &[2, 0, 0, 0]), Told::Either),
        case("sectors of 2 to the 255.xls", changed(30, &[0xff, 0]), Told::Either),
        case("sectors of one byte.xls", changed(30, &[0, 0]), Told::Either),
        case("an allocation of all sectors.xls", changed(44, &[0xff; 4]), Told::Either),
        case("more of the allocation that loops.xls", changed(68, &[0, 0, 0, 0, 0xff, 0xff, 0, 0]), Told::Either),
        case("a stream longer than the file.xls", changed(512 * 2 + 128 + 120, &[0xff, 0xff, 0xff, 0x7f]), Told::Either),
        case("a short record of a sheet.xls", stream(&[0x85, 0, 2, 0, 1, 2]), DAMAGED),
        case("a sheet behind the end.xls", stream(&sheet_at([0xff, 0xff, 0xff, 0])), Told::Either),
        case("a sheet that is the beginning.xls", stream(&sheet_at([0; 4])), Told::Either),
        case("a record longer than the stream.xls", stream(&[0xfc, 0, 0xff, 0xff]), Told::Either),
        case(
            "texts by the billion.xls",
            stream(&[&[0x09, 8, 16, 0, 0, 6, 5, 0][..], &[0; 12], &[0xfc, 0, 8, 0], &[0xff; 8]].concat()),
            Told::Either,
        ),
        case(
            "protected.xls",
            stream(&[&[0x09, 8, 16, 0, 0, 6, 5, 0][..], &[0; 12], &[0x2f, 0, 6, 0, 1, 0, 1, 0, 1, 0]].concat()),
            Told::Either,
        ),
        case("noise.xls", stream(&(0..=255).cycle().take(8_000).collect::<Vec<u8>>()), Told::Either),
    ];
    for name in ["xl/workbook.bin", "xl/styles.bin", "xl/sharedStrings.bin", "xl/worksheets/sheet1.bin", "xl/_rels/workbook.bin.rels"] {
        let part = name.rsplit('/').next().unwrap();
        for (what, bytes) in [
            ("nothing", &b""[..]),
            ("a record without an end", &[0x81, 0x01, 0xff, 0xff, 0xff, 0x7f]),
            ("a length of five bytes", &[0x9c, 0x01, 0xff, 0xff, 0xff, 0xff, 0xff]),
            (
                "short records",
                &[0x94, 0x01, 0, 0x91, 0x01, 0, 0, 0, 7, 0, 19, 0, 0x9f, 0x01, 8, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
            ),
            ("noise", &[0xa5; 500]),
        ] {
            cases.push(case(format!("{what} as {part}.xlsb"), with_part(name, bytes), Told::Either));
        }
    }
    cases
}
