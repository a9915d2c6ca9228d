//! The sheet that lists the problems.

use std::io::Write;

use super::plan::Ground;
use super::stop::Stop;
use super::styles::ListFormats;
use super::text;
use crate::domain::correction::{Entry, Problem, Problems};
use crate::domain::sheet::column_letters;

/// The most links of one sheet; Excel takes the rest away and complains.
const LINK_CAP: usize = 65_530;

/// The narrowest and the widest column, in characters.
const WIDTHS: (usize, usize) = (8, 60);

/// The most problems: one row is for the headings.
pub(super) const PROBLEM_CAP: usize = 1_048_575;

/// Writes the part: headings that stay in sight, a filter, links to the cells of the sheet of that name.
pub(super) fn write(into: &mut impl Write, problems: &Problems, formats: ListFormats, ground: &Ground, sheet: &str) -> Result<(), Stop> {
    let rows = problems.rows.get(..problems.rows.len().min(PROBLEM_CAP)).unwrap_or_default();
    let width = problems.headings.len();
    write!(
        into,
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>\
         <sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>\
         <selection pane=\"bottomLeft\"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>"
    )?;
    columns(into, problems, rows)?;
    write!(into, "<sheetData><row r=\"1\">")?;
    for (column, heading) in (0_u16..).zip(&problems.headings) {
        cell(into, 1, column, heading, formats.heading)?;
    }
    write!(into, "</row>")?;
    for (number, problem) in (2_u32..).zip(rows) {
        write!(into, "<row r=\"{number}\">")?;
        for (column, entry) in (0_u16..).zip(problem.entries.iter().take(width)) {
            let leads = column == 0 && links(problem, number);
            match entry {
                Entry::Text(text) => cell(into, number, column, text, if leads { formats.link } else { formats.text })?,
                Entry::Number(value) => {
                    let format = if leads { formats.link } else { formats.number };
                    write!(into, "<c r=\"{}\" s=\"{format}\"><v>{value}</v></c>", text::place(number, column))?;
                }
            }
        }
        write!(into, "</row>")?;
    }
    write!(into, "</sheetData>")?;
    if let Some(range) = filtered(problems) {
        write!(into, "<autoFilter ref=\"{}\"/>", range.replace('$', ""))?;
    }
    hyperlinks(into, rows, ground, sheet)?;
    write!(
        into,
        "<pageMargins left=\"0.5\" right=\"0.5\" top=\"0.5\" bottom=\"0.5\" header=\"0.3\" footer=\"0.3\"/>\
         <pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>"
    )?;
    Ok(())
}

/// The range that is filtered, headings included; none where there are no columns.
pub(super) fn filtered(problems: &Problems) -> Option<String> {
    let last = u16::try_from(problems.headings.len()).ok()?.checked_sub(1)?;
    Some(format!("$A$1:${}${}", column_letters(last), problems.rows.len().min(PROBLEM_CAP) + 1))
}

/// Whether the first entry of the row of that number (from 1) leads to a cell.
pub(super) fn links(problem: &Problem, number: u32) -> bool {
    problem.about.is_some() && usize::try_from(number).is_ok_and(|number| number < LINK_CAP)
}

fn cell(into: &mut impl Write, row: u32, column: u16, said: &str, format: u32) -> Result<(), Stop> {
    let said = text::content(text::cut(said, text::TEXT_CAP));
    let place = text::place(row, column);
    Ok(write!(into, "<c r=\"{place}\" s=\"{format}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{said}</t></is></c>")?)
}

/// Widths of the columns in characters: as wide as what is in them, within reason.
pub(super) fn widths(problems: &Problems, rows: &[Problem]) -> Vec<u32> {
    let mut widths: Vec<usize> = problems.headings.iter().map(|heading| heading.chars().count() + 4).collect();
    for problem in rows {
        for (width, entry) in widths.iter_mut().zip(&problem.entries) {
            let length = match entry {
                Entry::Text(text) => text.chars().take(WIDTHS.1).count(),
                Entry::Number(number) => number.to_string().len(),
            };
            *width = (*width).max(length + 2);
        }
    }
    widths.into_iter().map(|width| u32::try_from(width.clamp(WIDTHS.0, WIDTHS.1)).unwrap_or(0)).collect()
}

fn columns(into: &mut impl Write, problems: &Problems, rows: &[Problem]) -> Result<(), Stop> {
    if problems.headings.is_empty() {
        return Ok(());
    }
    write!(into, "<cols>")?;
    for (number, width) in (1..).zip(widths(problems, rows)) {
        write!(into, "<col min=\"{number}\" max=\"{number}\" width=\"{width}\" customWidth=\"1\"/>")?;
    }
    Ok(write!(into, "</cols>")?)
}

fn hyperlinks(into: &mut impl Write, rows: &[Problem], ground: &Ground, sheet: &str) -> Result<(), Stop> {
    let sheet = text::content(&sheet.replace('\'', "''"));
    let mut led = (2_u32..).zip(rows).filter(|(number, problem)| links(problem, *number)).peekable();
    if led.peek().is_none() {
        return Ok(());
    }
    write!(into, "<hyperlinks>")?;
    for (number, problem) in led {
        let Some((row, spot)) = problem.about else { continue };
        let place = ground.place(row, spot);
        write!(into, "<hyperlink ref=\"A{number}\" location=\"'{sheet}'!{}\"/>", text::place(place.row, place.column))?;
    }
    Ok(write!(into, "</hyperlinks>")?)
}
