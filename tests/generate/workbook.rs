//! Rows to a workbook, one after the other, whatever their number.

use std::path::Path;

use instroom::domain::field::Field;
use instroom::domain::language::Language;
use instroom::domain::template::headings::{FIRST_GENERATION, first_generation_heading, heading};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format as CellFormat, Formula, Workbook, Worksheet, XlsxError};

use super::customers::Customers;
use super::faults::spoil;
use super::rows::{Format, Given, Row};

/// The formats of the cells.
pub(crate) struct Formats {
    text: CellFormat,
    date: CellFormat,
    general: CellFormat,
}

impl Formats {
    pub(crate) fn new() -> Self {
        Self {
            text: CellFormat::new().set_num_format_index(49),
            date: CellFormat::new().set_num_format("dd/mm/yyyy"),
            general: CellFormat::new(),
        }
    }
}

/// The columns of a template.
pub(crate) const fn columns(format: Format) -> &'static [Field] {
    match format {
        Format::First => &FIRST_GENERATION,
        Format::Second => &Field::TEMPLATE,
    }
}

/// A workbook whose creation date is always the same.
pub(crate) fn new_workbook() -> Result<Workbook, XlsxError> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2026, 1, 1)?));
    Ok(workbook)
}

/// Where the texts of cells stand. Readers go different ways through the two, at different prices.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Texts {
    /// In each cell, as programs write that let go of a row once it is written.
    Own,
    /// Once each, in one table that all cells point into, as Excel and LibreOffice write.
    Shared,
}

/// Writes that many customers, `faulty` of them wrong, evenly spread. Rows are on disk as soon as they are written: memory does not grow
/// with their number, but for the table of texts where they are shared, which grows with what differs.
pub(crate) fn write(texts: Texts, path: &Path, rows: u64, faulty: u64, seed: u64, format: Format) -> Result<(), XlsxError> {
    let customers = Customers::new(rows, seed);
    let mut workbook = new_workbook()?;
    let sheet = match texts {
        Texts::Own => workbook.add_worksheet_with_constant_memory()?,
        Texts::Shared => workbook.add_worksheet_with_low_memory()?,
    };
    let formats = Formats::new();
    for (column, &field) in (0_u16..).zip(columns(format)) {
        let heading = match format {
            Format::First => first_generation_heading(field, Language::English),
            Format::Second => heading(field, Language::English),
        };
        sheet.write_string(0, column, heading.unwrap_or_default())?;
    }
    for index in 0..rows {
        let mut row = Row::of(&customers.customer(index), format);
        let (before, after) = (share(faulty, index, rows), share(faulty, index + 1, rows));
        if before != after {
            spoil(&mut row, before, format, &mut customers.random(index));
        }
        write_row(sheet, u32::try_from(index + 1).unwrap_or(u32::MAX), &row, format, &formats)?;
    }
    workbook.save(path)
}

/// How many of `faulty` fall to the first `index` of `rows`.
const fn share(faulty: u64, index: u64, rows: u64) -> u64 {
    faulty * index / rows
}

/// Writes the cells of one row (numbered from 0).
pub(crate) fn write_row(sheet: &mut Worksheet, number: u32, row: &Row, format: Format, formats: &Formats) -> Result<(), XlsxError> {
    for (column, &field) in (0_u16..).zip(columns(format)) {
        match row.get(field) {
            None => continue,
            Some(Given::Text(text)) => sheet.write_string_with_format(number, column, text, &formats.text)?,
            Some(Given::Number(value)) => sheet.write_number_with_format(number, column, *value, &formats.general)?,
            Some(Given::Date(year, month, day)) => {
                sheet.write_datetime_with_format(number, column, ExcelDateTime::from_ymd(*year, *month, *day)?, &formats.date)?
            }
            Some(Given::Error(sign)) => {
                sheet.write_formula_with_format(number, column, Formula::new("=NA()").set_result(*sign), &formats.general)?
            }
        };
    }
    Ok(())
}
