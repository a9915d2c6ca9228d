//! One cell as the format writes it.

use std::io::Write;

use quick_xml::XmlVersion;
use quick_xml::events::BytesStart;

use super::plan::Target;
use super::stop::Stop;
use super::text;
use crate::domain::correction::{Content, Obstacle};

/// What a cell was that gives way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cell {
    /// Number of its format.
    pub(super) style: u32,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A number, also one that is shown as a date.
    Number,
    /// A date in ISO 8601.
    IsoDate,
    /// Anything else.
    Other,
}

impl Cell {
    /// Reads a cell's tag.
    pub(super) fn of(tag: &BytesStart<'_>) -> Result<Self, Stop> {
        let kind = match attribute(tag, "t")?.as_deref() {
            None | Some("n") => Kind::Number,
            Some("d") => Kind::IsoDate,
            Some(_) => Kind::Other,
        };
        Ok(Self { style: number(tag, "s")?, kind })
    }
}

/// Writes a cell that holds what the target says.
pub(super) fn write(
    into: &mut impl Write,
    prefix: &str,
    target: &Target,
    style: u32,
    old: Option<&Cell>,
    from_1904: bool,
) -> Result<(), Stop> {
    let name = text::place(target.place.row, target.place.column);
    let begin = format!("<{prefix}c r=\"{name}\" s=\"{style}\"");
    let as_text = |text: &str| {
        let text = text::content(text::cut(text, text::TEXT_CAP));
        format!("{begin} t=\"inlineStr\"><{prefix}is><{prefix}t xml:space=\"preserve\">{text}</{prefix}t></{prefix}is></{prefix}c>")
    };
    let cell = match &target.content {
        Content::Empty => format!("{begin}/>"),
        Content::Text(text) => as_text(text),
        Content::Date(day) => match (old.map(|old| old.kind), text::serial(*day, from_1904)) {
            (Some(Kind::IsoDate), _) => format!("{begin} t=\"d\"><{prefix}v>{day}</{prefix}v></{prefix}c>"),
            (Some(Kind::Number), Some(serial)) => format!("{begin}><{prefix}v>{serial}</{prefix}v></{prefix}c>"),
            // No cell that showed a date before.
            _ => as_text(&day.to_string()),
        },
    };
    Ok(into.write_all(cell.as_bytes())?)
}

/// Column of a cell, counted from 0, behind the last one in its row.
pub(super) fn column(tag: &BytesStart<'_>, row: u32, last: Option<u16>) -> Result<u16, Stop> {
    let next = last.map_or(0, |last| last.saturating_add(1));
    let column = match attribute(tag, "r")? {
        Some(name) => text::parse_place(&name).filter(|&(named, _)| named == row).map(|(_, column)| column),
        None => Some(next),
    };
    // Cells in another row or before the last one: who knows which counts.
    column.filter(|&column| column >= next && column <= text::LAST.1).ok_or_else(|| Obstacle::Disorder.into())
}

/// Value of an attribute by its name as it is written.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>, Stop> {
    for found in tag.attributes().with_checks(false) {
        let found = found?;
        if found.key.as_ref() == name {
            return Ok(Some(found.normalized_value(XmlVersion::Implicit1_0)?.into_owned()));
        }
    }
    Ok(None)
}

/// Value of an attribute with a prefix, whichever that is.
pub(super) fn local_attribute(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>, Stop> {
    for found in tag.attributes().with_checks(false) {
        let found = found?;
        if found.key.as_ref().rsplit_once(':').is_some_and(|(prefix, local)| local == name && prefix != "xmlns") {
            return Ok(Some(found.normalized_value(XmlVersion::Implicit1_0)?.into_owned()));
        }
    }
    Ok(None)
}

/// An attribute as a number; 0 where there is none.
pub(super) fn number(tag: &BytesStart<'_>, name: &str) -> Result<u32, Stop> {
    Ok(attribute(tag, name)?.and_then(|value| value.trim().parse().ok()).unwrap_or(0))
}

/// The tag with another value of an attribute.
pub(super) fn with_attribute<'t>(tag: &BytesStart<'_>, name: &str, value: &str) -> Result<BytesStart<'t>, Stop> {
    rebuilt(tag, |key, old| Some(if key == name { value.to_owned() } else { old }))
}

/// The tag without an attribute.
pub(super) fn without_attribute<'t>(tag: &BytesStart<'_>, name: &str) -> Result<BytesStart<'t>, Stop> {
    rebuilt(tag, |key, old| (key != name).then_some(old))
}

fn rebuilt<'t>(tag: &BytesStart<'_>, mut keep: impl FnMut(&str, String) -> Option<String>) -> Result<BytesStart<'t>, Stop> {
    let mut made = BytesStart::new(tag.name().as_ref().to_owned());
    for found in tag.attributes().with_checks(false) {
        let found = found?;
        let key = found.key.as_ref().to_owned();
        let old = found.normalized_value(XmlVersion::Implicit1_0)?.into_owned();
        if let Some(value) = keep(&key, old) {
            made.push_attribute((key.as_str(), value.as_str()));
        }
    }
    Ok(made)
}
