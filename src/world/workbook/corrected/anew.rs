//! A new workbook, for formats that are read but not written: the cells of the one sheet as they
//! were read, with the changes, the remarks and the problems.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Write as _;
use std::path::Path;

use rust_xlsxwriter::{Color, ExcelDateTime, Format, FormatAlign, FormatUnderline, Formula, Note, Url, Workbook, Worksheet, XlsxError};

use super::plan::{Ground, Look, Plan, Target, free_columns};
use super::problems::PROBLEM_CAP;
use super::register::free_name;
use super::remarks::{AUTHOR, REMARK_CAP};
use super::stop::Stop;
use super::styles::CHANGED;
use super::text;
use crate::domain::correction::{Content, Corrected, Correction, Entry, Manner, Place, Problems, Signature, Spot, Why};
use crate::domain::sheet::{CellKind, Sheet};
use crate::world::workbook::fault::damaged;

/// How a date is shown; Belgian, whatever the computer's own order is.
const DATE: &str = "dd/mm/yyyy";
const MOMENT: &str = "dd/mm/yyyy hh:mm:ss";

/// Signs of errors that a formula can be, so that an error stays one.
const ERRORS: [&str; 7] = ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"];

/// More digits than this a number cannot hold.
const DIGITS: usize = 15;

/// The widest column, in characters, and how many rows are measured.
const WIDEST: f64 = 40.0;
const MEASURED: usize = 500;

/// Writes the new workbook into a file.
pub(super) fn write(sheet: &Sheet, correction: &Correction, why: Why, folder: &Path, into: &mut File) -> Result<Corrected, Stop> {
    let added = free_columns(u32::from(sheet.width()), correction)?;
    let plan = Plan::of(correction, &added);
    let ground = Ground { added, first: first_cells(sheet, &plan) };
    let name = free_name(&correction.sheet, &[]);
    let list = correction.problems.as_ref().map(|problems| (problems, free_name(&problems.name, std::slice::from_ref(&name))));

    let mut workbook = Workbook::new();
    workbook.set_tempdir(folder).map_err(foreign)?;
    let cells = workbook.add_worksheet_with_constant_memory().map_err(foreign)?;
    let cells_changed = customers(cells, sheet, correction, &plan, &name).map_err(foreign)?;
    let remarks = ground.remarks(correction);
    let (kept, left_out) = (remarks.len().min(REMARK_CAP), remarks.len().saturating_sub(REMARK_CAP));
    let customers = workbook.worksheet_from_index(0).map_err(foreign)?;
    notes(customers, remarks).map_err(foreign)?;
    if let Some((problems, list)) = &list {
        let cells = workbook.add_worksheet_with_constant_memory().map_err(foreign)?;
        problem_sheet(cells, problems, list, &ground, &name).map_err(foreign)?;
    }
    into.write_all(&workbook.save_to_buffer().map_err(foreign)?)?;
    let listed = list.as_ref().map_or(0, |(problems, _)| problems.rows.len());
    Ok(Corrected {
        manner: Manner::Anew(why),
        cells_changed,
        remarks: kept,
        remarks_left_out: left_out,
        problems: list.map(|(_, name)| name),
        problems_left_out: listed.saturating_sub(PROBLEM_CAP),
        added: ground.added,
        signature: Signature::None,
    })
}

/// What the writer of workbooks says: its input is bounded and named beforehand, so that this is
/// about the disk, if it happens at all.
fn foreign(error: XlsxError) -> Stop {
    match error {
        XlsxError::IoError(error) => Stop::Write(error),
        other => Stop::Read(damaged(other)),
    }
}

fn first_cells(sheet: &Sheet, plan: &Plan) -> BTreeMap<u32, u16> {
    let first = |row: u32| sheet.cells(sheet.index_of(row)?).next().map(|cell| cell.column);
    plan.seek_first.iter().filter_map(|&row| Some((row, first(row)?))).collect()
}

/// What a cell is to be.
enum Filling<'a> {
    /// As it was read.
    Read(CellKind, &'a str),
    /// As the correction says; with the kind that it had.
    Target(&'a Target, Option<CellKind>),
}

fn customers(sheet: &mut Worksheet, read: &Sheet, correction: &Correction, plan: &Plan, name: &str) -> Result<usize, XlsxError> {
    sheet.set_name(name)?;
    if correction.header_row > 0 {
        sheet.set_freeze_panes(correction.header_row, 0)?;
    }
    for (column, width) in widths(read) {
        sheet.set_column_width(column, width)?;
    }
    let mut formats = Formats::new();
    let mut targets = plan.targets.iter().peekable();
    let mut changed = 0;
    for index in 0..=read.row_count() {
        let number = if index < read.row_count() { read.row_number(index) } else { u32::MAX };
        // Row by row, as a workbook in constant memory has to be written.
        let mut cells: BTreeMap<Place, Filling<'_>> = BTreeMap::new();
        while let Some(target) = targets.next_if(|target| target.place.row < number || (target.place.row == number && number != u32::MAX)) {
            cells.insert(target.place, Filling::Target(target, None));
        }
        for cell in read.cells(index) {
            let place = Place { row: number, column: cell.column };
            cells
                .entry(place)
                .and_modify(|filling| {
                    if let Filling::Target(_, was) = filling {
                        *was = Some(cell.kind);
                    }
                })
                .or_insert(Filling::Read(cell.kind, cell.text));
        }
        for (place, filling) in cells {
            let Some(row) = place.row.checked_sub(1) else { continue };
            match filling {
                Filling::Read(kind, text) => cell(sheet, &mut formats, (row, place.column), kind, text)?,
                Filling::Target(target, was) => {
                    let is_new = was.is_none() && target.content == Content::Empty;
                    changed += usize::from(!is_new);
                    corrected(sheet, &formats, (row, place.column), target)?;
                }
            }
        }
    }
    Ok(changed)
}

/// The formats in use.
struct Formats {
    plain: Format,
    date: Format,
    moment: Format,
    changed: Format,
    changed_date: Format,
    padded: BTreeMap<usize, Format>,
}

impl Formats {
    fn new() -> Self {
        let colour = u32::from_str_radix(CHANGED.get(2..).unwrap_or_default(), 16).map_or(Color::Yellow, Color::RGB);
        let changed = Format::new().set_num_format("@").set_background_color(colour);
        Self {
            plain: Format::new(),
            date: Format::new().set_num_format(DATE),
            moment: Format::new().set_num_format(MOMENT),
            changed_date: Format::new().set_num_format(DATE).set_background_color(colour),
            changed,
            padded: BTreeMap::new(),
        }
    }

    fn padded(&mut self, digits: usize) -> &Format {
        self.padded.entry(digits).or_insert_with(|| Format::new().set_num_format("0".repeat(digits)))
    }
}

/// A cell as it was read: what cannot be said again as what it was is said as text.
fn cell(sheet: &mut Worksheet, formats: &mut Formats, (row, column): (u32, u16), kind: CellKind, text: &str) -> Result<(), XlsxError> {
    match kind {
        CellKind::Number => {
            let is_padded = text.len() > 1 && text.starts_with('0') && text.bytes().all(|digit| digit.is_ascii_digit());
            match text.parse::<f64>() {
                Ok(number) if is_padded && text.len() <= DIGITS => {
                    sheet.write_number_with_format(row, column, number, formats.padded(text.len()))?;
                    return Ok(());
                }
                Ok(number) if !is_padded && number.is_finite() && number.to_string() == text => {
                    sheet.write_number(row, column, number)?;
                    return Ok(());
                }
                _ => {}
            }
        }
        CellKind::Date => {
            let format = if text.contains('T') { &formats.moment } else { &formats.date };
            if let Ok(moment) = ExcelDateTime::parse_from_str(text) {
                sheet.write_datetime_with_format(row, column, &moment, format)?;
                return Ok(());
            }
        }
        CellKind::Bool => {
            sheet.write_boolean(row, column, text == "true")?;
            return Ok(());
        }
        CellKind::Error if ERRORS.contains(&text) => {
            sheet.write_formula(row, column, Formula::new(text).set_result(text))?;
            return Ok(());
        }
        CellKind::Error | CellKind::Text => {}
    }
    sheet.write_string_with_format(row, column, text::cut(text, text::TEXT_CAP), &formats.plain)?;
    Ok(())
}

fn corrected(sheet: &mut Worksheet, formats: &Formats, (row, column): (u32, u16), target: &Target) -> Result<(), XlsxError> {
    match (&target.content, target.look) {
        (Content::Empty, _) => sheet.write_blank(row, column, &formats.changed)?,
        (Content::Text(text), Look::Changed | Look::Heading | Look::Added) => {
            sheet.write_string_with_format(row, column, text::cut(text, text::TEXT_CAP), &formats.changed)?
        }
        (Content::Date(day), _) => match ExcelDateTime::parse_from_str(&day.to_string()) {
            Ok(moment) => sheet.write_datetime_with_format(row, column, &moment, &formats.changed_date)?,
            Err(_) => sheet.write_string_with_format(row, column, day.to_string(), &formats.changed)?,
        },
    };
    Ok(())
}

/// As wide as the first rows are, within reason.
fn widths(sheet: &Sheet) -> BTreeMap<u16, f64> {
    let mut widths: BTreeMap<u16, f64> = BTreeMap::new();
    for index in 0..sheet.row_count().min(MEASURED) {
        for cell in sheet.cells(index) {
            let length = u32::try_from(cell.text.chars().take(60).count()).unwrap_or(60);
            let width = widths.entry(cell.column).or_insert(9.0);
            *width = width.max(f64::from(length) + 1.0).min(WIDEST);
        }
    }
    widths
}

fn notes(sheet: &mut Worksheet, remarks: BTreeMap<Place, Vec<&str>>) -> Result<(), XlsxError> {
    for (place, lines) in remarks.into_iter().take(REMARK_CAP) {
        let height = u32::try_from(lines.len()).unwrap_or(u32::MAX).saturating_mul(40).saturating_add(30).min(400);
        let said = format!("{AUTHOR}:\n{}", text::cut(&lines.join("\n"), 2_000));
        let note = Note::new(said).set_author(AUTHOR).add_author_prefix(false).set_width(280).set_height(height);
        if let Some(row) = place.row.checked_sub(1) {
            sheet.insert_note(row, place.column, &note)?;
        }
    }
    Ok(())
}

fn problem_sheet(sheet: &mut Worksheet, problems: &Problems, name: &str, ground: &Ground, customers: &str) -> Result<(), XlsxError> {
    sheet.set_name(name)?.set_freeze_panes(1, 0)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    let dark = Color::RGB(0x00_1F_4E_78);
    let heading =
        Format::new().set_bold().set_font_color(Color::White).set_background_color(dark).set_text_wrap().set_align(FormatAlign::Top);
    let text_format = Format::new().set_num_format("@").set_text_wrap().set_align(FormatAlign::Top);
    let number_format = Format::new().set_align(FormatAlign::Top);
    let link = Format::new().set_font_color(Color::RGB(0x00_05_63_C1)).set_underline(FormatUnderline::Single).set_align(FormatAlign::Top);
    let rows = problems.rows.get(..problems.rows.len().min(PROBLEM_CAP)).unwrap_or_default();
    for (column, (heading_text, width)) in (0_u16..).zip(problems.headings.iter().zip(super::problems::widths(problems, rows))) {
        sheet.set_column_width(column, f64::from(width))?;
        sheet.write_string_with_format(0, column, heading_text, &heading)?;
    }
    for (number, problem) in (1_u32..).zip(rows) {
        for (column, entry) in (0_u16..).zip(problem.entries.iter().take(problems.headings.len())) {
            let about = problem.about.filter(|_| column == 0 && super::problems::links(problem, number + 1));
            match (entry, about) {
                (entry, Some((row, spot))) => {
                    let shown = match entry {
                        Entry::Text(text) => text.clone(),
                        Entry::Number(number) => number.to_string(),
                    };
                    sheet.write_url_with_format(number, column, leading(ground, customers, row, spot, &shown), &link)?;
                    // The link says where to; what is shown stays a number where it is one.
                    if let Entry::Number(value) = entry {
                        sheet.write_number_with_format(number, column, *value, &link)?;
                    }
                }
                (Entry::Text(text), None) => {
                    sheet.write_string_with_format(number, column, text::cut(text, text::TEXT_CAP), &text_format)?;
                }
                (Entry::Number(value), None) => {
                    sheet.write_number_with_format(number, column, *value, &number_format)?;
                }
            }
        }
    }
    if let Some(last) = u16::try_from(problems.headings.len()).ok().and_then(|width| width.checked_sub(1)) {
        sheet.autofilter(0, 0, u32::try_from(rows.len()).unwrap_or(0), last)?;
    }
    Ok(())
}

fn leading(ground: &Ground, sheet: &str, row: u32, spot: Spot, shown: &str) -> Url {
    let place = ground.place(row, spot);
    Url::new(format!("internal:'{}'!{}", sheet.replace('\'', "''"), text::place(place.row, place.column))).set_text(shown)
}
