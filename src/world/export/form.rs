//! The template filled with rows to be put right: the cells as the office gave them, each of the
//! kind that it was, and at the right what is wrong with the row.
//!
//! Reading it again finds what was found before: a national number that had lost its zeros in a
//! number cell is a number cell here too. Only what another row had to do with it goes, where that
//! row is not in the form.

use std::fs::File;
use std::path::Path;

use rust_xlsxwriter::{Color, ExcelDateTime, Format, FormatAlign, Formula, Worksheet, XlsxError};

use super::xlsx::{fitting, new_workbook, save, unfinished};
use super::{Pace, Unfinished, Watch};
use crate::domain::draft::Given;
use crate::domain::export::{Form, FormRow};
use crate::domain::field::Field;
use crate::domain::sheet::CellKind;
use crate::domain::template::guidance::sheet_words;
use crate::domain::template::headings::{first_generation_heading, partner_heading};
use crate::world::workbook::template::sheets;

/// Width of the column of reasons, in characters.
const REASONS_WIDTH: f64 = 90.0;

/// The errors that a cell of a workbook can show.
const ERRORS: [&str; 7] = ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"];

pub(super) fn write(file: &mut File, folder: &Path, form: Form<'_>, watch: &mut Watch<'_>) -> Result<(), Unfinished> {
    let mut workbook = new_workbook(folder).map_err(unfinished)?;
    let mut pace = Pace::new(watch);
    let columns = Columns::of(&form);
    let mut sheet = workbook.new_worksheet_with_constant_memory().map_err(unfinished)?;
    sheets::customers(&mut sheet, form.language).and_then(|()| columns.lay_out(&mut sheet, &form)).map_err(unfinished)?;
    for (at, row) in (1_u32..).zip(form.rows) {
        columns.put(&mut sheet, at, &row).map_err(unfinished)?;
        pace.step()?;
    }
    workbook.push_worksheet(sheet);
    sheets::explanation(workbook.add_worksheet(), form.language).map_err(unfinished)?;
    pace.ask()?;
    save(&mut workbook, file)?;
    pace.ask()
}

/// Where which field goes.
struct Columns {
    fields: Vec<Field>,
    reasons: u16,
}

impl Columns {
    fn of(form: &Form<'_>) -> Self {
        let fields: Vec<Field> = Field::TEMPLATE.into_iter().chain(form.further.iter().copied()).collect();
        let reasons = u16::try_from(fields.len()).unwrap_or(u16::MAX);
        Self { fields, reasons }
    }

    /// The columns that the current template does not have.
    fn lay_out(&self, sheet: &mut Worksheet, form: &Form<'_>) -> Result<(), XlsxError> {
        let heading = |colour| {
            Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::VerticalCenter)
                .set_font_color(Color::White)
                .set_background_color(colour)
        };
        for (column, field) in (0_u16..).zip(&self.fields).skip(Field::TEMPLATE.len()) {
            let text =
                first_generation_heading(*field, form.language).or_else(|| partner_heading(*field, form.language)).unwrap_or(field.key());
            sheet.set_column_width(column, 24)?;
            sheet.write_string_with_format(0, column, text, &heading(Color::RGB(0x00_5B_7F_A3)))?;
        }
        sheet.set_column_width(self.reasons, REASONS_WIDTH)?;
        let words = sheet_words(form.language);
        sheet.write_string_with_format(0, self.reasons, words.reasons, &heading(Color::RGB(0x00_9C_2B_2B)))?;
        Ok(())
    }

    fn put(&self, sheet: &mut Worksheet, row: u32, entry: &FormRow) -> Result<(), XlsxError> {
        for (column, field) in (0_u16..).zip(&self.fields) {
            if let Some(given) = entry.given.iter().find(|given| given.field == *field).filter(|given| !given.text.is_empty()) {
                put(sheet, row, column, given)?;
            }
        }
        let wrapped = Format::new().set_text_wrap().set_align(FormatAlign::Top);
        sheet.write_string_with_format(row, self.reasons, fitting(&entry.reasons), &wrapped)?;
        Ok(())
    }
}

/// Writes a cell as the kind that it was. What is no such thing after all becomes text.
fn put(sheet: &mut Worksheet, row: u32, column: u16, given: &Given) -> Result<(), XlsxError> {
    let format = sheets::cell_format(given.field);
    let text = given.text.as_str();
    match given.kind {
        CellKind::Number => {
            if let Some((number, digits)) = number(text) {
                let format = if digits > 0 { Format::new().set_num_format("0".repeat(digits)) } else { format };
                sheet.write_number_with_format(row, column, number, &format)?;
                return Ok(());
            }
        }
        CellKind::Date => {
            if let Ok(moment) = ExcelDateTime::parse_from_str(text) {
                let shown = if text.contains('T') { "dd/mm/yyyy hh:mm:ss" } else { "dd/mm/yyyy" };
                sheet.write_datetime_with_format(row, column, moment, &Format::new().set_num_format(shown))?;
                return Ok(());
            }
        }
        CellKind::Bool => {
            sheet.write_boolean_with_format(row, column, text == "true", &format)?;
            return Ok(());
        }
        CellKind::Error => {
            // The only formula of the workbook: the error itself, as a constant.
            if let Some(sign) = ERRORS.into_iter().find(|sign| *sign == text) {
                sheet.write_formula_with_format(row, column, Formula::new(format!("={sign}")).set_result(sign), &format)?;
                return Ok(());
            }
        }
        CellKind::Text => {}
    }
    sheet.write_string_with_format(row, column, fitting(text), &format)?;
    Ok(())
}

/// The number of a cell, and to how many digits its format padded it (0 for none).
fn number(text: &str) -> Option<(f64, usize)> {
    let number: f64 = text.parse().ok().filter(|number: &f64| number.is_finite())?;
    if number.to_string() == text {
        return Some((number, 0));
    }
    let width = text.len();
    (format!("{number:0width$}") == text).then_some((number, width))
}
