//! The two sheets of the template: the customers and the explanation.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, Worksheet, XlsxError};

use super::checks;
use crate::domain::field::Field;
use crate::domain::language::Language;
use crate::domain::sheet::column_letters;
use crate::domain::template::guidance::{example, guidance, sheet_words};
use crate::domain::template::{example as example_row_of, headings};

/// Number, counted from 0, of the last row that an .xlsx sheet can have.
const LAST_ROW: u32 = 1_048_575;
/// How a date is shown; Belgian, whatever the computer's own order is.
const DATE: &str = "dd/mm/yyyy";
/// The built-in format of text, `@` (ECMA-376 part 1, 18.8.30): what is typed stays as it was typed.
const TEXT: u8 = 49;

/// Lays out the sheet of customers: name, headings on row 1 that stay in sight, widths, formats for
/// every row, checks and notes. No row of customers yet.
///
/// # Errors
/// What the writer of workbooks says.
pub fn customers(sheet: &mut Worksheet, language: Language) -> Result<(), XlsxError> {
    sheet.set_name(sheet_words(language).customers)?;
    sheet.set_freeze_panes(1, 0)?.set_landscape().set_repeat_rows(0, 0)?;
    sheet.set_row_height(0, 45)?;
    for (column, field) in template_columns() {
        let (Some(heading), Some(words)) = (headings::heading(field, language), guidance(field, language)) else { continue };
        sheet.set_column_width(column, width(field))?;
        sheet.set_column_format(column, &cell_format(field))?;
        let colour = if headings::is_starred(field) { Color::RGB(0x00_1F_4E_78) } else { Color::RGB(0x00_5B_7F_A3) };
        sheet.write_string_with_format(0, column, heading, &heading_format(colour))?;
        if let Some(check) = checks::of(field, language, &words)? {
            sheet.add_data_validation(1, column, LAST_ROW, column, &check)?;
        }
    }
    Ok(())
}

/// Writes the example row below the headings, grey and slanted.
///
/// # Errors
/// What the writer of workbooks says.
pub fn example_row(sheet: &mut Worksheet, language: Language) -> Result<(), XlsxError> {
    for (column, field) in template_columns() {
        let text = example_row_of::value(field, language);
        let format = cell_format(field).set_italic().set_font_color(Color::Gray);
        if text.is_empty() {
            sheet.write_blank(1, column, &format)?;
        } else {
            sheet.write_string_with_format(1, column, text, &format)?;
        }
    }
    Ok(())
}

/// Writes the sheet that explains every column: letter, heading, required or not, what goes in, an
/// example; below that what holds for the whole sheet.
///
/// # Errors
/// What the writer of workbooks says.
pub fn explanation(sheet: &mut Worksheet, language: Language) -> Result<(), XlsxError> {
    let words = sheet_words(language);
    sheet.set_name(words.explanation)?;
    sheet.set_freeze_panes(1, 0)?.set_landscape().set_print_fit_to_pages(1, 0);
    for ((column, width), heading) in (0_u16..).zip([8.0, 36.0, 12.0, 80.0, 30.0]).zip(words.columns) {
        sheet.set_column_width(column, width)?;
        sheet.write_string_with_format(0, column, heading, &heading_format(Color::RGB(0x00_1F_4E_78)))?;
    }
    let wrapped = Format::new().set_num_format_index(TEXT).set_text_wrap().set_align(FormatAlign::Top);
    let mut row = 1;
    for (column, field) in template_columns() {
        let (Some(heading), Some(guidance)) = (headings::heading(field, language), guidance(field, language)) else { continue };
        let required = if headings::is_starred(field) { words.required } else { words.optional };
        let texts = [&column_letters(column), heading, required, guidance.entry, example(field, language)];
        for (at, text) in (0_u16..).zip(texts) {
            sheet.write_string_with_format(row, at, text, &wrapped)?;
        }
        row += 1;
    }
    for note in words.notes {
        row += 1;
        sheet.merge_range(row, 0, row, 4, note, &wrapped)?;
        sheet.set_row_height(row, 32)?;
    }
    Ok(())
}

/// The format in which a column keeps what is typed: text for everything that has leading zeros, a
/// plus or a dash to lose, a date for the deadline.
#[must_use]
pub fn cell_format(field: Field) -> Format {
    match field {
        Field::Mobile
        | Field::NationalNumber
        | Field::HouseNumber
        | Field::Box
        | Field::PostalCode
        | Field::Labels
        | Field::SpouseNationalNumber
        | Field::ClientCode
        | Field::EnterpriseNumber
        | Field::SpouseEnterpriseNumber => Format::new().set_num_format_index(TEXT),
        Field::Deadline => Format::new().set_num_format(DATE),
        Field::Person
        | Field::FirstName
        | Field::LastName
        | Field::Email
        | Field::Street
        | Field::City
        | Field::Country
        | Field::ExtraPb
        | Field::Language
        | Field::Responsible
        | Field::Address
        | Field::Company
        | Field::SendInvitation
        | Field::LoopVariable
        | Field::LoopPlaceholder
        | Field::SpouseFirstName
        | Field::SpouseLastName
        | Field::SpouseEmail
        | Field::SpouseMobile => Format::new(),
    }
}

fn template_columns() -> impl Iterator<Item = (u16, Field)> {
    (0_u16..).zip(Field::TEMPLATE)
}

fn heading_format(colour: Color) -> Format {
    Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::VerticalCenter)
        .set_font_color(Color::White)
        .set_background_color(colour)
        .set_border(FormatBorder::Thin)
}

/// Width in characters.
const fn width(field: Field) -> f64 {
    match field {
        Field::HouseNumber | Field::Box => 9.0,
        Field::Person | Field::PostalCode | Field::ExtraPb => 12.0,
        Field::Email | Field::Responsible => 32.0,
        Field::LastName | Field::Street | Field::City | Field::Labels => 24.0,
        Field::FirstName | Field::Language | Field::Deadline | Field::Country | Field::ClientCode => 16.0,
        _ => 20.0,
    }
}
