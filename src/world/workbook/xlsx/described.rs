//! What the describing parts of a package say: which sheets there are, and how each style shows a number.
//!
//! calamine reads them, out of packages put together here of nothing but these parts: it makes room for as many
//! shared texts as a table claims, and holds all of them, before it says the name of a sheet.

use std::io::{Cursor, Write as _};

use calamine::{DataRef, Reader as _, Sheet as Listed, SheetType, SheetVisible, Xlsx};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::super::book::{Title, distinct};
use super::super::cells::{Epoch, padding};
use super::super::fault::damaged;
use super::super::package::{self, Archive};
use super::parts::Parts;
use crate::domain::workbook::{ReadFault, Visibility};

/// A sheet that holds one number in each style, which tells what calamine makes of a number in it.
const SPECIMEN: &str = "xl/specimen.xml";

/// The parts that lead to it.
const TO_SPECIMEN: [(&str, &str); 3] = [
    ("_rels/.rels", "<Relationships><Relationship Type='o/relationships/officeDocument' Target='xl/workbook.xml'/></Relationships>"),
    ("xl/_rels/workbook.xml.rels", "<Relationships><Relationship Id='r' Type='o/worksheet' Target='specimen.xml'/></Relationships>"),
    ("xl/workbook.xml", "<workbook><sheets><sheet name='S' r:id='r'/></sheets></workbook>"),
];

/// How a style shows a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// As a number, padded to so many digits (0 for none).
    Number(u8),
    /// As a date or a time of day.
    Moment,
    /// As a length of time.
    Duration,
}

/// How numbers are shown.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Styles {
    shown: Vec<Shown>,
    /// Where serial dates count from.
    pub(super) epoch: Epoch,
}

impl Styles {
    /// How a style shows a number; as it is, where there is no such style.
    pub(super) fn of(&self, style: usize) -> Shown {
        self.shown.get(style).copied().unwrap_or(Shown::Number(0))
    }
}

/// What is known of a workbook before any cell is read.
#[derive(Debug)]
pub(super) struct Described {
    /// The sheets with cells, each with the part that holds it.
    pub(super) sheets: Vec<(Title, String)>,
    /// How numbers are shown.
    pub(super) styles: Styles,
}

/// Reads the describing parts.
///
/// # Errors
/// Damaged, too large unpacked, or two sheets of one name.
pub(super) fn read(archive: &mut Archive<'_>, parts: &Parts) -> Result<Described, ReadFault> {
    let mut describing = Vec::new();
    for name in ["_rels/.rels", &parts.relationships, &parts.workbook] {
        if let Some(bytes) = package::part(archive, name)? {
            describing.push((name, bytes));
        }
    }
    let book = Xlsx::new(Cursor::new(packed(&describing)?))?;
    let listed = book.sheets_metadata();
    if listed.len() != parts.sheets.len() {
        return Err(damaged("the list of sheets contradicts itself"));
    }
    let with_cells = listed.iter().zip(&parts.sheets).filter(|(sheet, _)| sheet.typ == SheetType::WorkSheet);
    let sheets: Vec<(Title, String)> = with_cells.map(|(sheet, part)| (title(sheet), part.clone())).collect();
    distinct(sheets.iter().map(|(title, _)| title))?;
    let epoch = if book.has_1904_epoch() { Epoch::Y1904 } else { Epoch::Y1900 };
    let shown = package::part(archive, &parts.styles)?.map_or(Ok(Vec::new()), shown)?;
    Ok(Described { sheets, styles: Styles { shown, epoch } })
}

/// How each of the styles in that part shows a number.
fn shown(styles: Vec<u8>) -> Result<Vec<Shown>, ReadFault> {
    // Every style is an element `xf`, but not every `xf` is a style of cells: a number too many tells nothing.
    let most = styles.windows(2).filter(|pair| pair == b"xf").count();
    let cells: String = (0..most).map(|style| format!("<c s='{style}'><v>1</v></c>")).collect();
    let specimen = format!("<worksheet><sheetData><row>{cells}</row></sheetData></worksheet>");
    let mut parts: Vec<(&str, Vec<u8>)> = TO_SPECIMEN.iter().map(|(name, text)| (*name, text.as_bytes().to_vec())).collect();
    parts.extend([("xl/styles.xml", styles), (SPECIMEN, specimen.into_bytes())]);
    let mut book = Xlsx::new(Cursor::new(packed(&parts)?))?;
    let mut reader = book.worksheet_cells_reader("S")?;
    let digits: Vec<u8> =
        reader.styles().iter().map(|style| style.number_format.as_ref().map_or(0, |format| padding(&format.format_code))).collect();
    let mut shown = Vec::with_capacity(digits.len());
    for digits in digits {
        let Some(cell) = reader.next_cell()? else { break };
        shown.push(match cell.get_value() {
            DataRef::DateTime(moment) if moment.is_duration() => Shown::Duration,
            DataRef::DateTime(_) => Shown::Moment,
            _ => Shown::Number(digits),
        });
    }
    Ok(shown)
}

/// A package of these parts.
fn packed(parts: &[(&str, Vec<u8>)]) -> Result<Vec<u8>, ReadFault> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in parts {
        writer.start_file(*name, options)?;
        writer.write_all(bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}

/// The title of a sheet that calamine lists.
pub(in super::super) fn title(sheet: &Listed) -> Title {
    let visibility = match sheet.visible {
        SheetVisible::Visible => Visibility::Visible,
        SheetVisible::Hidden | SheetVisible::VeryHidden => Visibility::Hidden,
    };
    Title { name: sheet.name.clone(), visibility }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_style_tells_how_it_shows_a_number() {
        let styles = "<styleSheet><numFmts><numFmt numFmtId='170' formatCode='00000000000'/><numFmt numFmtId='171' formatCode='[h]:mm'/></numFmts>\
                      <cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>\
                      <cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='170'/><xf numFmtId='171'/><xf/></cellXfs></styleSheet>";
        let shown = shown(styles.as_bytes().to_vec()).unwrap();
        assert_eq!(shown, [Shown::Number(0), Shown::Moment, Shown::Number(11), Shown::Duration, Shown::Number(0)]);
        let styles = Styles { shown, epoch: Epoch::Y1900 };
        assert_eq!((styles.of(2), styles.of(5)), (Shown::Number(11), Shown::Number(0)));
    }

    #[test]
    fn styles_that_are_damaged_are_told() {
        assert!(matches!(shown(b"<styleSheet><cellXfs><xf>".to_vec()), Err(ReadFault::Damaged { .. })));
    }
}
