//! Rows and texts from the events of a parser of XML: whatever the reader of plain ones leaves.

use std::io::BufRead;

use quick_xml::XmlVersion;
use quick_xml::escape::resolve_xml_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::QName;
use quick_xml::reader::Reader;

use super::super::cells::Value;
use super::super::fault::damaged;
use super::super::intake::Intake;
use super::escapes;
use super::markup::trimmed;
use super::plain::{Cursor, Stop, position, row_number};
use super::values::{Kind, Values};
use crate::domain::workbook::ReadFault;

/// A reader of what follows, which may begin and end in the middle of a document.
fn reader<R: BufRead>(input: R, expands: bool) -> Reader<R> {
    let mut reader = Reader::from_reader(input);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.expand_empty_elements = expands;
    reader
}

/// Goes into an element, telling of those before it; false where it holds nothing.
///
/// # Errors
/// Damaged: there is no such element.
pub(super) fn enter<R: BufRead>(
    input: &mut R,
    wanted: &str,
    mut told: impl FnMut(&BytesStart<'_>) -> Result<(), ReadFault>,
) -> Result<bool, ReadFault> {
    let mut reader = reader(input, false);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer)? {
            Event::Start(element) if element.local_name().as_ref() == wanted => return Ok(true),
            Event::Empty(element) if element.local_name().as_ref() == wanted => return Ok(false),
            Event::Start(element) | Event::Empty(element) => told(&element)?,
            Event::Eof => return Err(damaged(format!("no {wanted}"))),
            _ => {}
        }
    }
}

/// Adds the next text of that element to `all`; false where the element around it ends.
///
/// # Errors
/// Damaged.
pub(super) fn text<R: BufRead>(input: &mut R, element: &str, around: &str, all: &mut String) -> Result<bool, ReadFault> {
    let mut reader = reader(input, true);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer)? {
            Event::Start(start) if start.local_name().as_ref() == element => {
                let closing = start.name().into_inner().to_owned();
                return rich_text(&mut reader, &closing, all).map(|()| true);
            }
            Event::End(end) if end.local_name().as_ref() == around => return Ok(false),
            Event::Eof => return Err(damaged(format!("{around} does not end"))),
            _ => {}
        }
    }
}

/// Reads on to the end of a row or of the sheet.
///
/// # Errors
/// Damaged, and what the intake says.
pub(super) fn row<R: BufRead>(
    input: &mut R,
    cursor: &mut Cursor,
    values: &Values<'_>,
    intake: &mut Intake<'_, '_>,
) -> Result<Stop, ReadFault> {
    let mut reader = reader(input, true);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer)? {
            Event::Start(element) => match element.local_name().as_ref() {
                "row" => {
                    if let Some(number) = attribute(&element, "r")? {
                        cursor.row = row_number(number.as_bytes()).ok_or_else(|| damaged("row number"))?;
                    }
                }
                "c" => {
                    let cell = Cell::begun(&element, cursor)?;
                    if cell.read(&mut reader, values, intake)? {
                        return Ok(Stop::Enough);
                    }
                }
                _ => {}
            },
            Event::End(element) => match element.local_name().as_ref() {
                "row" => {
                    cursor.end_row();
                    return Ok(Stop::Odd);
                }
                "sheetData" => return Ok(Stop::End),
                _ => {}
            },
            Event::Eof => return Err(damaged("the sheet does not end")),
            _ => {}
        }
    }
}

/// A cell that has begun.
struct Cell {
    name: String,
    place: (u32, u32),
    style: usize,
    kind: Kind,
}

impl Cell {
    fn begun(element: &BytesStart<'_>, cursor: &mut Cursor) -> Result<Self, ReadFault> {
        let place = match attribute(element, "r")? {
            Some(place) => Some(position(place.as_bytes()).ok_or_else(|| damaged("cell position"))?),
            None => None,
        };
        let style = attribute(element, "s")?.and_then(|style| style.parse().ok()).unwrap_or(0);
        let kind = attribute(element, "t")?.map_or(Ok(Kind::Number { said: false }), |word| Kind::of(word.as_bytes()))?;
        Ok(Self { name: element.name().into_inner().to_owned(), place: cursor.take(place), style, kind })
    }

    /// Reads on to the end of the cell and hands it in; whether that is enough.
    fn read<R: BufRead>(self, reader: &mut Reader<R>, values: &Values<'_>, intake: &mut Intake<'_, '_>) -> Result<bool, ReadFault> {
        let (mut value, mut inline) = (String::new(), None);
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match reader.read_event_into(&mut buffer)? {
                Event::Start(element) => match element.local_name().as_ref() {
                    "v" => {
                        value.clear();
                        characters(reader, element.name(), &mut value)?;
                    }
                    "is" => {
                        let text: &mut String = inline.insert(String::new());
                        rich_text(reader, element.name().into_inner(), text)?;
                    }
                    // A formula is not calculated anew, and what other programs add is theirs.
                    _ => {
                        reader.read_to_end_into(element.name(), &mut Vec::new())?;
                    }
                },
                Event::End(element) if element.name().into_inner() == self.name => break,
                Event::Eof => return Err(damaged("a cell does not end")),
                _ => {}
            }
        }
        let mut scratch = String::new();
        let value = match &inline {
            Some(text) => Value::Text(text),
            None => values.of(self.kind, self.style, &value, &mut scratch)?,
        };
        let (row, column) = self.place;
        intake.row(row.saturating_add(1), u64::from(row) + 1)?;
        Ok(intake.cell(row, column, &value)?.is_break())
    }
}

/// Adds the text within an element, or within its pieces of one format each, and leaves out how it is pronounced.
fn rich_text<R: BufRead>(reader: &mut Reader<R>, closing: &str, all: &mut String) -> Result<(), ReadFault> {
    let (mut buffer, mut pronounced) = (Vec::new(), false);
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer)? {
            Event::Start(element) => match element.local_name().as_ref() {
                "rPh" => pronounced = true,
                "t" if !pronounced => {
                    let keeps_space = attribute(&element, "xml:space")?.as_deref() == Some("preserve");
                    let mut text = String::new();
                    characters(reader, element.name(), &mut text)?;
                    all.push_str(&escapes::decoded(if keeps_space { &text } else { trimmed(&text) }));
                }
                _ => {}
            },
            Event::End(element) if element.local_name().as_ref() == "rPh" => pronounced = false,
            Event::End(element) if element.name().into_inner() == closing => return Ok(()),
            Event::Eof => return Err(damaged("a text does not end")),
            _ => {}
        }
    }
}

/// Adds the characters within an element, to its end.
fn characters<R: BufRead>(reader: &mut Reader<R>, name: QName<'_>, text: &mut String) -> Result<(), ReadFault> {
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer)? {
            Event::Text(found) => text.push_str(&found.xml10_content()),
            Event::CData(found) => text.push_str(&found.xml10_content()),
            Event::GeneralRef(reference) => text.push_str(&resolved(&reference)?),
            Event::End(end) if end.name() == name => return Ok(()),
            Event::Eof => return Err(damaged("an element does not end")),
            _ => {}
        }
    }
}

/// What a reference such as `&amp;` or `&#233;` stands for.
fn resolved(reference: &BytesRef<'_>) -> Result<String, ReadFault> {
    if let Some(character) = reference.resolve_char_ref()? {
        return Ok(character.to_string());
    }
    let known = resolve_xml_entity(reference.as_ref()).map(str::to_owned);
    known.ok_or_else(|| damaged("a reference that nothing explains"))
}

/// The value of an attribute by its whole name.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, ReadFault> {
    for found in element.attributes().with_checks(false) {
        let found = found?;
        if found.key.into_inner() == name {
            return Ok(Some(found.normalized_value(XmlVersion::Implicit1_0)?.into_owned()));
        }
    }
    Ok(None)
}
