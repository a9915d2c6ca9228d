//! The sheet out of sight: whose form it is, which question stands in which row, and the lists that do not
//! fit inside a check.

use rust_xlsxwriter::{Worksheet, XlsxError};

use super::cells::{choices, fixed, is_inline};
use super::sheet::{Line, Page};
use crate::domain::form::layout::{FORMAT, KEPT_FORMAT, KEPT_LANGUAGE, KEPT_LISTS, KEPT_QUESTIONNAIRE, KEPT_ROWS, KEPT_SHEET, KEPT_TOKEN};
use crate::domain::questionnaire::Question;

/// The name in the workbook of a question's list, which stands in a column of its own.
pub(super) fn list_of(question: &Question) -> String {
    format!("list_{}", question.id.replace('-', "_"))
}

/// Lays out the sheet; gives the lists by their names, each with its range.
pub(super) fn lay_out(sheet: &mut Worksheet, page: &Page<'_>) -> Result<Vec<(String, String)>, XlsxError> {
    sheet.set_name(KEPT_SHEET)?.set_very_hidden(true).protect();
    let format = FORMAT.to_string();
    let known = [
        (KEPT_FORMAT, format.as_str()),
        (KEPT_TOKEN, &page.dossier.token),
        (KEPT_QUESTIONNAIRE, &page.questionnaire.id.0),
        (KEPT_LANGUAGE, page.language.code()),
    ];
    for (row, (name, value)) in (0_u32..).zip(known) {
        sheet.write_string(row, 0, name)?.write_string(row, 1, value)?;
    }
    let mut names = Vec::new();
    let mut column = KEPT_LISTS;
    for (at, (row, line)) in (KEPT_ROWS..).zip(page.lines().into_iter().filter(|(_, line)| matches!(line, Line::Question { .. }))) {
        let Line::Question { question, .. } = line else { continue };
        sheet.write_string(at, 0, (row + 1).to_string())?.write_string(at, 1, &question.id)?;
        let texts = choices(question, page.language);
        if texts.is_empty() || is_inline(&texts) {
            continue;
        }
        let mut last = 0;
        for (row, text) in (0_u32..).zip(texts) {
            sheet.write_string(row, column, text)?;
            last = row;
        }
        names.push((list_of(question), format!("={KEPT_SHEET}!{}:{}", fixed(0, column), fixed(last, column))));
        column += 1;
    }
    Ok(names)
}
