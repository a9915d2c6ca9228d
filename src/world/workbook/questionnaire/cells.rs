//! One answer: its cell, and what the cell takes.
//!
//! The checks are for typing, and say what is expected. They can be passed over: who has no better answer than
//! "about 500" is not stopped; what comes back is judged again, and kept for a person where it is no answer.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DataValidationRule, ExcelDateTime, Format, FormatAlign, FormatBorder, Formula,
    Worksheet, XlsxError,
};

use super::kept::list_of;
use super::sheet::RULE;
use crate::domain::answering::shown;
use crate::domain::form::shown_masked;
use crate::domain::form::words::FormWords;
use crate::domain::formula_guard::looks_like_formula;
use crate::domain::language::Language;
use crate::domain::questionnaire::{AnswerKind, Question};
use crate::domain::sheet::column_letters;

/// The built-in format of text, `@` (ECMA-376 part 1, 18.8.30): what is typed stays as it was typed, zeros
/// in front included, and no formula comes of it.
const TEXT: u8 = 49;
/// Belgian, whatever the computer's own order is.
const DATE: &str = "dd/mm/yyyy";
const AMOUNT: &str = "#,##0.00";
const WHOLE: &str = "0";
/// The most characters of a list inside a check (Excel's limit).
const LIST: usize = 255;
/// The ground of a cell to fill in, and the ground and the text of one that only tells.
const OPEN: Color = Color::RGB(0x00_FF_F9_E0);
const TOLD: Color = Color::RGB(0x00_F2_F2_F2);
const TOLD_TEXT: Color = Color::RGB(0x00_59_59_59);
/// More than any answer: twelve digits.
const LARGEST: f64 = 999_999_999_999.99;

/// The look of an answer's cell: yellow and open; grey and locked where it only tells what the office decided.
pub(super) fn format(question: &Question) -> Format {
    let cell = Format::new()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_align(FormatAlign::Left)
        .set_border(FormatBorder::Thin)
        .set_indent(1)
        .set_border_color(RULE);
    let cell = if question.is_told() {
        cell.set_locked().set_background_color(TOLD).set_font_color(TOLD_TEXT)
    } else {
        cell.set_unlocked().set_background_color(OPEN)
    };
    match question.kind {
        AnswerKind::Text | AnswerKind::LongText | AnswerKind::YesNo | AnswerKind::Choice | AnswerKind::Account => {
            cell.set_num_format_index(TEXT)
        }
        AnswerKind::Date => cell.set_num_format(DATE),
        AnswerKind::Amount => cell.set_num_format(AMOUNT),
        AnswerKind::Number => cell.set_num_format(WHOLE),
    }
}

/// A kept answer as the form has it.
enum Filled<'a> {
    Text(std::borrow::Cow<'a, str>),
    Number(f64),
    Date(ExcelDateTime),
}

/// What is not in its own form is written as the text that it is.
fn filled<'a>(question: &'a Question, kept: &'a str, language: Language) -> Filled<'a> {
    let text = || Filled::Text(kept.into());
    match question.kind {
        AnswerKind::Text | AnswerKind::LongText => Filled::Text(shown_masked(question, kept)),
        AnswerKind::YesNo => {
            let words = FormWords::of(language);
            Filled::Text(match kept {
                "yes" => words.yes.into(),
                "no" => words.no.into(),
                other => other.into(),
            })
        }
        AnswerKind::Choice => {
            let choice = question.choices.iter().find(|choice| choice.id == kept);
            Filled::Text(choice.and_then(|choice| choice.text.get(language)).unwrap_or(kept).into())
        }
        AnswerKind::Account => Filled::Text(shown_masked(question, &shown(question, kept, language)).into_owned().into()),
        AnswerKind::Date => date(kept).map_or_else(text, Filled::Date),
        AnswerKind::Amount | AnswerKind::Number => {
            kept.parse::<f64>().ok().filter(|number| number.abs() <= LARGEST).map_or_else(text, Filled::Number)
        }
    }
}

/// A date that workbooks can count: from 1900 on.
fn date(kept: &str) -> Option<ExcelDateTime> {
    let date: jiff::civil::Date = kept.parse().ok()?;
    // Before March 1900 workbooks count a day that there was not.
    if date < jiff::civil::date(1900, 3, 1) {
        return None;
    }
    ExcelDateTime::from_ymd(u16::try_from(date.year()).ok()?, u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?).ok()
}

/// Writes the answer's cell: what is known, or nothing.
pub(super) fn write(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    question: &Question,
    kept: Option<&str>,
    language: Language,
) -> Result<(), XlsxError> {
    let format = format(question);
    match kept.map(|kept| filled(question, kept, language)) {
        None => sheet.write_blank(row, column, &format)?,
        Some(Filled::Date(date)) => sheet.write_datetime_with_format(row, column, &date, &format)?,
        Some(Filled::Number(number)) => sheet.write_number_with_format(row, column, number, &format)?,
        Some(Filled::Text(text)) if looks_like_formula(&text) => {
            // The mark that a person would type in front: also programs that guess leave it text.
            let marked = format.set_quote_prefix().set_num_format_index(TEXT);
            sheet.write_string_with_format(row, column, text, &marked)?
        }
        Some(Filled::Text(text)) => sheet.write_string_with_format(row, column, text, &format)?,
    };
    if let Some(check) = check(question, language)?.filter(|_| !question.is_told()) {
        sheet.add_data_validation(row, column, row, column, &check)?;
    }
    Ok(())
}

fn check(question: &Question, language: Language) -> Result<Option<DataValidation>, XlsxError> {
    let words = FormWords::of(language);
    let Some(entry) = words.entry(question.kind) else { return Ok(None) };
    let check = DataValidation::new();
    let check = match question.kind {
        AnswerKind::Text | AnswerKind::LongText => return Ok(None),
        // Whether the digits are right is judged when it comes back: a check that stops would also stop spaces.
        AnswerKind::Account => {
            return Ok(Some(check.set_input_title(words.note)?.set_input_message(entry)?));
        }
        AnswerKind::YesNo => check.allow_list_strings(&[words.yes, words.no])?,
        AnswerKind::Choice => {
            let texts = choices(question, language);
            if is_inline(&texts) {
                check.allow_list_strings(&texts)?
            } else {
                check.allow_list_formula(Formula::new(format!("={}", list_of(question))))
            }
        }
        AnswerKind::Date => {
            check.allow_date(DataValidationRule::Between(ExcelDateTime::from_ymd(1900, 3, 1)?, ExcelDateTime::from_ymd(2099, 12, 31)?))
        }
        AnswerKind::Amount => check.allow_decimal_number(DataValidationRule::Between(-LARGEST, LARGEST)),
        AnswerKind::Number => check.allow_whole_number(DataValidationRule::Between(i32::MIN + 1, i32::MAX)),
    };
    let check = check.set_input_title(words.note)?.set_input_message(entry)?;
    Ok(Some(check.set_error_title(words.sorry)?.set_error_message(entry)?.set_error_style(DataValidationErrorStyle::Warning)))
}

/// The choices of a question as they read.
pub(super) fn choices(question: &Question, language: Language) -> Vec<&str> {
    question.choices.iter().filter_map(|choice| choice.text.get(language)).collect()
}

/// Whether a list fits inside its check, where commas part the items.
pub(super) fn is_inline(texts: &[&str]) -> bool {
    let length = texts.iter().map(|text| text.chars().count() + 1).sum::<usize>();
    length <= LIST && texts.iter().all(|text| !text.contains([',', '"']))
}

/// A cell that does not move when it is copied: `$D$1`.
pub(super) fn fixed(row: u32, column: u16) -> String {
    format!("${}${}", column_letters(column), row + 1)
}
