//! `.ods`, read straight from its XML ([ODF 1.3] part 3, chapters 3.7 and 9).
//!
//! Not with calamine: it holds the whole document in memory, lets an unclosed element hang it for
//! ever, and refuses white space between cells. This reader is strict about the XML, streams it,
//! and bounds what is repeated.

use std::collections::HashSet;
use std::io::{BufReader, Cursor};
use std::ops::ControlFlow;

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use zip::read::ZipFile;

use super::book::{Book, Title};
use super::fault::{damaged, excess};
use super::intake::{COLUMN_CAP, Intake, ROW_CAP, SHEET_CAP};
use super::ods_cell::OdsCell;
use super::package::{self, Archive, LARGE_CAP};
use crate::domain::workbook::{Excess, ReadFault, Visibility};

/// The part that holds all sheets.
const CONTENT: &str = "content.xml";

/// An OpenDocument spreadsheet.
pub(super) struct OpenDocument<'b> {
    archive: Archive<'b>,
    titles: Vec<Title>,
}

impl<'b> OpenDocument<'b> {
    /// Checks the content as a whole, down to the last closed element, and lists its sheets.
    pub(super) fn open(bytes: &'b [u8]) -> Result<Self, ReadFault> {
        let mut archive = package::open(bytes)?;
        package::verify(&mut archive, CONTENT, LARGE_CAP)?;
        let mut titles = Vec::new();
        Xml::content(&mut archive)?.tables(&mut |xml, title| {
            if titles.len() >= SHEET_CAP {
                return Err(excess(Excess::Sheets));
            }
            titles.push(title);
            xml.skip()?;
            Ok(ControlFlow::Continue(()))
        })?;
        Ok(Self { archive, titles })
    }
}

impl Book for OpenDocument<'_> {
    fn titles(&self) -> &[Title] {
        &self.titles
    }

    fn cells(&mut self, at: usize, intake: &mut Intake<'_, '_>) -> Result<(), ReadFault> {
        let mut place = 0;
        Xml::content(&mut self.archive)?.tables(&mut |xml, _| {
            if place == at {
                xml.table(intake)?;
                return Ok(ControlFlow::Break(()));
            }
            place += 1;
            xml.skip()?;
            Ok(ControlFlow::Continue(()))
        })
    }

    /// All sheets lie in one part, so all their heads are read in one pass.
    fn outline(&mut self, intake: &mut Intake<'_, '_>) -> Result<(), ReadFault> {
        Xml::content(&mut self.archive)?.tables(&mut |xml, title| {
            intake.begin(&title.name, title.visibility)?;
            let floor = xml.depth;
            if let Err(fault) = xml.table(intake) {
                intake.fail(fault)?;
            }
            xml.leave(floor)?;
            Ok(ControlFlow::Continue(()))
        })
    }
}

/// What comes next in the XML. Elements without content open and close.
pub(super) enum Piece<'x> {
    /// An element opens; the depth counts it.
    Open(BytesStart<'x>),
    /// Text, with entities still as they are.
    Text(quick_xml::events::BytesText<'x>),
    /// An entity or a character by number.
    Reference(quick_xml::events::BytesRef<'x>),
    /// An element has closed: how many are still open.
    Close(usize),
    /// Comments and the like.
    Other,
}

/// A stream of XML that knows how deep it is.
pub(super) struct Xml<'a, 'b> {
    reader: Reader<BufReader<ZipFile<'a, Cursor<&'b [u8]>>>>,
    buffer: Vec<u8>,
    size: u64,
    /// How many elements are open.
    pub(super) depth: usize,
}

/// What is done with a table whose element has just opened; it has to read to behind its end.
type Visit<'v> = dyn FnMut(&mut Xml<'_, '_>, Title) -> Result<ControlFlow<()>, ReadFault> + 'v;

impl<'a, 'b> Xml<'a, 'b> {
    fn content(archive: &'a mut Archive<'b>) -> Result<Self, ReadFault> {
        let place = package::place(archive, CONTENT).ok_or_else(|| damaged("there is no content.xml"))?;
        let part = archive.by_index(place)?;
        let size = part.size();
        let mut reader = Reader::from_reader(BufReader::new(part));
        reader.config_mut().expand_empty_elements = true;
        Ok(Self { reader, buffer: Vec::new(), size, depth: 0 })
    }

    /// The next piece.
    pub(super) fn next(&mut self) -> Result<Piece<'_>, ReadFault> {
        self.buffer.clear();
        match self.reader.read_event_into(&mut self.buffer)? {
            Event::Start(element) => {
                self.depth += 1;
                Ok(Piece::Open(element))
            }
            Event::End(_) => {
                self.depth = self.depth.saturating_sub(1);
                Ok(Piece::Close(self.depth))
            }
            Event::Text(text) => Ok(Piece::Text(text)),
            Event::GeneralRef(reference) => Ok(Piece::Reference(reference)),
            Event::Eof => Err(damaged("an element of content.xml is not closed")),
            _ => Ok(Piece::Other),
        }
    }

    /// Passes over the rest of the element that has opened last.
    pub(super) fn skip(&mut self) -> Result<(), ReadFault> {
        self.leave(self.depth)
    }

    /// Passes over everything until the element of that depth has closed.
    fn leave(&mut self, floor: usize) -> Result<(), ReadFault> {
        while self.depth >= floor {
            self.next()?;
        }
        Ok(())
    }

    /// Calls back for every sheet of the document, in its order.
    fn tables(&mut self, visit: &mut Visit<'_>) -> Result<(), ReadFault> {
        let (mut hidden, mut style) = (HashSet::new(), String::new());
        let mut spreadsheet = None;
        loop {
            let inside = spreadsheet.is_some_and(|floor| self.depth == floor);
            match self.next()? {
                Piece::Open(element) => match element.local_name().as_ref() {
                    "table" if inside => {
                        let style = attribute(&element, "table:style-name")?.unwrap_or_default();
                        let name = attribute(&element, "table:name")?.unwrap_or_default();
                        let visibility = if hidden.contains(&style) { Visibility::Hidden } else { Visibility::Visible };
                        if visit(self, Title { name, visibility })?.is_break() {
                            return Ok(());
                        }
                    }
                    // Tracked changes and links hold tables too, but no sheets.
                    _ if inside => self.skip()?,
                    "spreadsheet" => spreadsheet = Some(self.depth),
                    "style" => style = attribute(&element, "style:name")?.unwrap_or_default(),
                    "table-properties" if attribute(&element, "table:display")?.as_deref() == Some("false") => {
                        hidden.insert(style.clone());
                    }
                    _ => {}
                },
                Piece::Close(0) => return Ok(()),
                _ => {}
            }
        }
    }

    /// Hands in the cells of the table that has just opened; stops early when none are wanted.
    fn table(&mut self, intake: &mut Intake<'_, '_>) -> Result<(), ReadFault> {
        intake.expect(self.size)?;
        let floor = self.depth;
        let mut rows = Rows::default();
        loop {
            match self.next()? {
                Piece::Open(element) => match element.local_name().as_ref() {
                    "table-row" => {
                        let repeated = repeated(&element, "table:number-rows-repeated")?;
                        rows.read(self)?;
                        if rows.hand_in(repeated, intake)?.is_break() {
                            return Ok(());
                        }
                        intake.row(rows.next, self.reader.buffer_position())?;
                    }
                    "table-row-group" | "table-header-rows" | "table-rows" => {}
                    _ => self.skip()?,
                },
                Piece::Close(depth) if depth < floor => return Ok(()),
                _ => {}
            }
        }
    }
}

/// The value of an attribute by its full name.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, ReadFault> {
    let Some(found) = element.try_get_attribute(name)? else { return Ok(None) };
    Ok(Some(found.normalized_value(XmlVersion::Implicit1_0)?.into_owned()))
}

/// How often something is repeated, at least once; more than fits is as much as fits.
pub(super) fn repeated(element: &BytesStart<'_>, name: &str) -> Result<u32, ReadFault> {
    let Some(count) = element.try_get_attribute(name)? else { return Ok(1) };
    let count = count.value.trim();
    if count.is_empty() || !count.bytes().all(|byte| byte.is_ascii_digit()) {
        return Err(damaged(format!("{count:?} repetitions")));
    }
    Ok(count.parse().unwrap_or(u32::MAX).max(1))
}

/// The row that is being read, and where the next one comes.
#[derive(Default)]
struct Rows {
    /// Row, from 0, that the next element of the table describes.
    next: u32,
    /// The filled cells of this one: first column, columns, content.
    cells: Vec<(u32, u32, OdsCell)>,
    /// Up to which column cells beyond the last that is read have been counted.
    counted: u32,
}

impl Rows {
    /// Reads the cells of the row that has just opened.
    fn read(&mut self, xml: &mut Xml<'_, '_>) -> Result<(), ReadFault> {
        self.cells.clear();
        let floor = xml.depth;
        let mut column = 0_u32;
        loop {
            match xml.next()? {
                Piece::Open(element) => match element.local_name().as_ref() {
                    "table-cell" | "covered-table-cell" => {
                        let columns = repeated(&element, "table:number-columns-repeated")?;
                        let mut cell = OdsCell::of(&element)?;
                        cell.read_text(xml)?;
                        if !cell.value().is_empty() {
                            self.cells.push((column, columns, cell));
                        }
                        column = column.saturating_add(columns);
                    }
                    _ => xml.skip()?,
                },
                Piece::Close(depth) if depth < floor => return Ok(()),
                _ => {}
            }
        }
    }

    /// Hands in the row as often as it is repeated.
    fn hand_in(&mut self, repeated: u32, intake: &mut Intake<'_, '_>) -> Result<ControlFlow<()>, ReadFault> {
        let first = self.next;
        self.next = first.saturating_add(repeated);
        if self.cells.is_empty() {
            return Ok(ControlFlow::Continue(()));
        }
        // One row past the last is enough to be refused, however far it is.
        for row in first.min(ROW_CAP)..self.next.clamp(1, ROW_CAP + 1) {
            for (column, columns, cell) in &self.cells {
                let end = column.saturating_add(*columns);
                for column in *column..end.min(COLUMN_CAP) {
                    if intake.cell(row, column, &cell.value())?.is_break() {
                        return Ok(ControlFlow::Break(()));
                    }
                }
                // Each far column is counted once, however many rows have it.
                let far = (*column).max(COLUMN_CAP).max(self.counted)..end.min(16_384);
                for column in far.clone() {
                    let _ = intake.cell(row, column, &cell.value())?;
                }
                self.counted = self.counted.max(far.end);
            }
        }
        Ok(ControlFlow::Continue(()))
    }
}
