//! Which part of an `.xlsx` package holds which sheet, and where in it the error values stand that
//! calamine does not know. calamine keeps both to itself.

use std::collections::HashMap;
use std::io::BufReader;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};

use super::fault::damaged;
use super::package::{self, Archive};
use crate::domain::workbook::ReadFault;

/// The parts of one workbook.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Parts {
    /// The part that lists the sheets.
    pub(super) workbook: String,
    /// The shared texts, there or not.
    pub(super) strings: String,
    /// The styles, there or not.
    pub(super) styles: String,
    /// The colours, there or not.
    pub(super) theme: String,
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

    let mut targets = HashMap::new();
    each_element(archive, &format!("{folder}_rels/{name}.rels"), "Relationship", |element| {
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
    let (strings, styles, theme) =
        (format!("{folder}sharedStrings.xml"), format!("{folder}styles.xml"), format!("{folder}theme/theme1.xml"));
    Ok(Parts { workbook, strings, styles, theme, sheets })
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

/// An error value that calamine does not know, such as `#SPILL!`: row and column from 0, sign.
pub(super) type OddError = (u32, u32, String);

/// All error values of a sheet that calamine does not know, in the order of the file. calamine
/// names them but not where they stand, and goes on behind them.
///
/// # Errors
/// Damaged, also where cells without a position follow one in its row: there calamine counts wrong.
pub(super) fn odd_errors(archive: &mut Archive<'_>, part: &str) -> Result<Vec<OddError>, ReadFault> {
    let Some(place) = package::place(archive, part) else { return Ok(Vec::new()) };
    let mut reader = quick_xml::Reader::from_reader(BufReader::new(archive.by_index(place)?));
    let config = reader.config_mut();
    config.check_end_names = false;
    config.expand_empty_elements = true;
    let (mut buffer, mut odd) = (Vec::new(), Vec::new());
    let (mut row, mut column, mut is_error, mut in_value, mut odd_in_row) = (0_u32, 0_u32, false, false, false);
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer)? {
            Event::Start(element) => match element.local_name().as_ref() {
                "row" => {
                    odd_in_row = false;
                    if let Some(number) = attribute(&element, "r")? {
                        row = number.parse::<u32>().ok().and_then(|number| number.checked_sub(1)).ok_or_else(|| damaged("row number"))?;
                    }
                }
                "c" => {
                    is_error = attribute(&element, "t")?.as_deref() == Some("e");
                    match attribute(&element, "r")? {
                        Some(place) => (row, column) = position(&place).ok_or_else(|| damaged("cell position"))?,
                        None if odd_in_row => return Err(damaged("a cell without a position behind an unknown error value")),
                        None => {}
                    }
                }
                "v" => in_value = is_error,
                _ => {}
            },
            Event::Text(text) if in_value => {
                in_value = false;
                let sign = text.xml10_content();
                if sign.parse::<calamine::CellErrorType>().is_err() {
                    odd_in_row = true;
                    odd.push((row, column, sign.into_owned()));
                }
            }
            Event::End(element) => match element.local_name().as_ref() {
                "row" => (row, column) = (row.saturating_add(1), 0),
                "c" => column = column.saturating_add(1),
                "sheetData" => return Ok(odd),
                _ => {}
            },
            Event::Eof => return Ok(odd),
            _ => {}
        }
    }
}

/// Row and column, from 0, of a position such as `AB12`.
fn position(place: &str) -> Option<(u32, u32)> {
    let digits = place.find(|sign: char| sign.is_ascii_digit())?;
    let (letters, number) = place.split_at_checked(digits)?;
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let letter = letter.to_ascii_uppercase();
        let value = letter.is_ascii_uppercase().then(|| u32::from(letter - b'A') + 1)?;
        column.checked_mul(26)?.checked_add(value)
    })?;
    Some((number.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::world::workbook::test_books::package;

    #[test]
    fn positions_are_read_and_never_wrap() {
        assert_eq!(position("A1"), Some((0, 0)));
        assert_eq!(position("ab12"), Some((11, 27)));
        assert_eq!(position("XFD1048576"), Some((1_048_575, 16_383)));
        for wrong in ["", "A", "12", "A0", "A4294967296", "AAAAAAAA1", "É1", "A1B"] {
            assert_eq!(position(wrong), None, "{wrong}");
        }
    }

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

    #[test]
    fn unknown_error_values_are_found_where_they_stand() {
        let odd = |rows: &str| {
            let bytes = package(&[("s.xml", format!("<worksheet><sheetData>{rows}</sheetData></worksheet>").as_bytes())]);
            odd_errors(&mut package::open(&bytes).unwrap(), "s.xml")
        };
        let rows = "<row><c t='e'><v>#N/A</v></c><c t='e'><v>#CALC!</v></c></row>\
                    <row r='5'><c r='C5' t='e'><f>A1#</f><v>#SPILL!</v></c><c r='D5' t='str'><v>#SPILL!</v></c></row>";
        assert_eq!(odd(rows), Ok(vec![(0, 1, "#CALC!".to_owned()), (4, 2, "#SPILL!".to_owned())]));
        assert!(odd("<row><c t='e'><v>#CALC!</v></c><c><v>1</v></c></row>").is_err());
    }
}
