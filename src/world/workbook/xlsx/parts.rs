//! Which part of an `.xlsx` package holds which sheet: calamine keeps it to itself.

use std::collections::HashMap;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

use super::super::package::{self, Archive};
use crate::domain::workbook::ReadFault;

/// The parts of one workbook.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Parts {
    /// The part that lists the sheets.
    pub(super) workbook: String,
    /// The part that says where these are.
    pub(super) relationships: String,
    /// The shared texts, there or not.
    pub(super) strings: String,
    /// The styles, there or not.
    pub(super) styles: String,
    /// For each sheet in the workbook's order the part that holds it.
    pub(super) sheets: Vec<String>,
}

/// Follows the package's relationships to the workbook and on to its sheets.
pub(super) fn find(archive: &mut Archive<'_>) -> Result<Parts, ReadFault> {
    let mut workbook = "xl/workbook.xml".to_owned();
    each_element(archive, "_rels/.rels", "Relationship", |element| {
        if attribute(element, "Type")?.is_some_and(|kind| kind.ends_with("/relationships/officeDocument")) {
            workbook = attribute(element, "Target")?.unwrap_or_default().trim_start_matches('/').to_owned();
        }
        Ok(())
    })?;
    let (folder, name) = workbook.rsplit_once('/').map_or(("", workbook.as_str()), |(folder, name)| (folder, name));
    let folder = if folder.is_empty() { String::new() } else { format!("{folder}/") };

    let relationships = format!("{folder}_rels/{name}.rels");
    let mut targets = HashMap::new();
    each_element(archive, &relationships, "Relationship", |element| {
        if let (Some(id), Some(target)) = (attribute(element, "Id")?, attribute(element, "Target")?) {
            let path = target.strip_prefix('/').map_or_else(|| format!("{folder}{target}"), str::to_owned);
            targets.insert(id, path);
        }
        Ok(())
    })?;
    let mut sheets = Vec::new();
    each_element(archive, &workbook, "sheet", |element| {
        let mut path = None;
        for found in element.attributes().with_checks(false) {
            let found = found?;
            if found.key.local_name().as_ref() == "id" {
                path = targets.get(found.normalized_value(XmlVersion::Implicit1_0)?.as_ref()).cloned();
            }
        }
        sheets.push(path.unwrap_or_default());
        Ok(())
    })?;
    let (strings, styles) = (format!("{folder}sharedStrings.xml"), format!("{folder}styles.xml"));
    Ok(Parts { workbook, relationships, strings, styles, sheets })
}

/// Calls back for each element of that local name in a small part; a part that is not there has none.
fn each_element(
    archive: &mut Archive<'_>,
    part: &str,
    wanted: &str,
    mut found: impl FnMut(&BytesStart<'_>) -> Result<(), ReadFault>,
) -> Result<(), ReadFault> {
    let Some(bytes) = package::part(archive, part)? else { return Ok(()) };
    let mut reader = quick_xml::Reader::from_reader(bytes.as_slice());
    reader.config_mut().check_end_names = false;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer)? {
            Event::Start(element) | Event::Empty(element) if element.local_name().as_ref() == wanted => found(&element)?,
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Result<Option<String>, ReadFault> {
    let Some(found) = element.try_get_attribute(name)? else { return Ok(None) };
    Ok(Some(found.normalized_value(XmlVersion::Implicit1_0)?.into_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::workbook::test_books::package;

    #[test]
    fn sheets_are_found_wherever_the_relationships_lead() {
        let bytes = package(&[
            (
                "_rels/.rels",
                b"<Relationships><Relationship Type='x/relationships/officeDocument' Target='/book/main.xml'/></Relationships>",
            ),
            (
                "book/_rels/main.xml.rels",
                b"<Relationships><Relationship Id='a' Target='sheets/1.xml'/><Relationship Id='b' Target='/x/2.xml'/></Relationships>",
            ),
            ("book/main.xml", b"<x:workbook><x:sheets><x:sheet r:id='b'/><x:sheet r:id='a'/><x:sheet r:id='c'/></x:sheets></x:workbook>"),
        ]);
        let parts = find(&mut package::open(&bytes).unwrap()).unwrap();
        assert_eq!(parts.sheets, ["x/2.xml", "book/sheets/1.xml", ""]);
        assert_eq!((parts.workbook.as_str(), parts.strings.as_str()), ("book/main.xml", "book/sharedStrings.xml"));
    }
}
