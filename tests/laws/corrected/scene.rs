//! The workbooks, a correction of them, and the parts of a package.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use instroom::domain::correction::{AddedColumn, Content, Corrected, Correction, Entry, Place, Problem, Problems, Remark, Spot};
use instroom::domain::sheet::{CellKind, Sheet};
use instroom::world::workbook::corrected::{Original, WriteFault, write_corrected};
use instroom::world::workbook::template::Existing;
use instroom::world::workbook::{Reader, Source, Which};
use quick_xml::events::Event;
use tempfile::TempDir;

/// A workbook of `tests/workbooks`, with its sheet of customers and the row of headings.
#[derive(Debug, Clone, Copy)]
pub(super) struct Book {
    pub(super) file: &'static str,
    pub(super) sheet: &'static str,
    pub(super) header_row: u32,
}

pub(super) const BOOKS: [Book; 6] = [
    Book { file: "openpyxl.xlsx", sheet: "Klanten 't Hof", header_row: 3 },
    Book { file: "libreoffice.xlsx", sheet: "Klanten 't Hof", header_row: 3 },
    Book { file: "xlsxwriter.xlsx", sheet: "Klanten", header_row: 3 },
    Book { file: "in-line.xlsx", sheet: "Klanten", header_row: 3 },
    Book { file: "macros.xlsm", sheet: "Klanten", header_row: 3 },
    Book { file: "table.xlsx", sheet: "Klanten", header_row: 1 },
];

pub(super) fn at(row: u32, column: u16) -> Place {
    Place { row, column }
}

pub(super) fn text(text: &str) -> Content {
    Content::Text(text.to_owned())
}

pub(super) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/workbooks")
}

impl Book {
    pub(super) fn source(self) -> Source {
        Source::open(&folder().join(self.file)).unwrap()
    }

    /// Three cells that change, the second of them empty before, and the last one a number.
    pub(super) fn changes(self) -> Correction {
        let first = self.header_row + 1;
        Correction {
            sheet: self.sheet.to_owned(),
            header_row: self.header_row,
            changes: BTreeMap::from([
                (at(first, 1), text("=1+1 & <Janssens> _x0041_ é")),
                (at(first + 2, 3), text("+32475112235")),
                (at(first + 1, 4), text("00012556777")),
            ]),
            ..Correction::default()
        }
    }
}

/// A remark on a cell.
pub(super) fn remark(row: u32, spot: Spot, line: &str) -> Remark {
    Remark { row, spot, lines: vec![line.to_owned(), "Kijk dit na.".to_owned()] }
}

/// A list of problems whose texts look like headings of customers.
pub(super) fn problems(about: &[(u32, Spot)]) -> Problems {
    let line = |&(row, spot): &(u32, Spot)| Problem {
        entries: vec![
            Entry::Number(row),
            Entry::Text("Voornaam".into()),
            Entry::Text("E-mail".into()),
            Entry::Text("=HYPERLINK(\"http://x\")".into()),
            Entry::Text("Naam".into()),
        ],
        about: Some((row, spot)),
    };
    Problems {
        name: "Problemen".into(),
        headings: ["Rij", "Klant", "Veld", "Waarde", "Reden"].map(String::from).to_vec(),
        rows: about.iter().map(line).collect(),
    }
}

/// A column for a field that the workbook has none for.
pub(super) fn added(row: u32) -> AddedColumn {
    AddedColumn { heading: "Klantcode".into(), values: BTreeMap::from([(row, "K-0012".to_owned())]) }
}

/// One sheet of a workbook, or of a copy.
pub(super) fn read(source: &Source, sheet: &str) -> Sheet {
    Reader::here().read(source, &Which::Named(sheet.to_owned()), &mut |_| ControlFlow::Continue(())).unwrap().sheet
}

/// The cells of a sheet by their places.
pub(super) fn cells(sheet: &Sheet) -> BTreeMap<Place, (CellKind, String)> {
    let row = |index: usize| {
        let number = sheet.row_number(index);
        sheet.cells(index).map(move |cell| (at(number, cell.column), (cell.kind, cell.text.to_owned())))
    };
    (0..sheet.row_count()).flat_map(row).collect()
}

/// A copy that was written, in a folder of its own.
pub(super) struct Copy {
    pub(super) corrected: Corrected,
    pub(super) source: Source,
    _folder: TempDir,
}

/// Writes a copy under the name that the original has.
pub(super) fn correct(source: &Source, sheet: &Sheet, correction: &Correction, name: &str) -> Result<Copy, WriteFault> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    let written = write_corrected(Original { source, sheet, path: None }, correction, &path, Existing::Keep);
    let left = std::fs::read_dir(folder.path()).unwrap().count();
    assert_eq!(left, usize::from(written.is_ok()), "nothing but the copy is left");
    Ok(Copy { corrected: written?, source: Source::open(&path).unwrap(), _folder: folder })
}

/// Corrects a workbook.
pub(super) fn corrected(book: Book, correction: &Correction) -> Copy {
    let source = book.source();
    correct(&source, &read(&source, book.sheet), correction, book.file).unwrap()
}

/// The parts of a package, unpacked, with the bytes as they are packed.
pub(super) fn parts(source: &Source) -> BTreeMap<String, (Vec<u8>, Vec<u8>)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(source.bytes())).unwrap();
    let mut parts = BTreeMap::new();
    for place in 0..archive.len() {
        let (mut packed, mut content) = (Vec::new(), Vec::new());
        archive.by_index_raw(place).unwrap().read_to_end(&mut packed).unwrap();
        let mut part = archive.by_index(place).unwrap();
        part.read_to_end(&mut content).unwrap();
        parts.insert(part.name().unwrap().into_owned(), (content, packed));
    }
    parts
}

/// One part as text.
pub(super) fn part(source: &Source, name: &str) -> String {
    let parts = parts(source);
    let found = parts.get(name).unwrap_or_else(|| panic!("{name} among {:?}", parts.keys()));
    String::from_utf8(found.0.clone()).unwrap()
}

/// The pieces of a sheet's XML, without the cells at those places.
pub(super) fn pieces(xml: &str, without: &[&str]) -> Vec<String> {
    let mut reader = quick_xml::Reader::from_str(xml);
    let (mut pieces, mut in_cell) = (Vec::new(), 0);
    loop {
        let event = reader.read_event().unwrap();
        let piece = format!("{event:?}");
        match event {
            Event::Eof => return pieces,
            Event::Start(_) if in_cell > 0 => in_cell += 1,
            Event::End(_) if in_cell > 0 => in_cell -= 1,
            Event::Start(tag) | Event::Empty(tag) if is_cell(&tag, without) => in_cell = usize::from(piece.starts_with("Start")),
            _ if in_cell > 0 => {}
            _ => pieces.push(piece),
        }
    }
}

fn is_cell(tag: &quick_xml::events::BytesStart<'_>, places: &[&str]) -> bool {
    let place = tag.try_get_attribute("r").unwrap();
    tag.name().as_ref() == "c" && place.is_some_and(|place| places.contains(&&*place.value))
}
