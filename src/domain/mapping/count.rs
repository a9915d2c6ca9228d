//! What a column would be under a field: counted by the very rules that judge the rows.

use std::ops::ControlFlow;

use crate::domain::field::Field;
use crate::domain::field_rules::{FieldContext, GivenCell, judge};
use crate::domain::finding::{Rule, Severity};
use crate::domain::sheet::{CellKind, Sheet};
use crate::domain::tidy::{is_blank, trim};

/// How many different values are kept to be shown.
const SHOWN: usize = 5;
/// Rows between two looks at whether counting is still wanted.
const STRIDE: usize = 4096;

/// A column under a field. The numbers are rows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Count {
    /// Rows with anything in them.
    pub rows: u32,
    /// Rows that hold a value in this column.
    pub filled: u32,
    /// Values that the field accepts, with a warning or without.
    pub valid: u32,
    /// Rows that the field would put among the invalid ones, those that lack a required value included.
    pub invalid: u32,
    /// The first values, at most five and each once.
    pub values: Vec<Shown>,
    /// The first values that put their rows among the invalid ones, at most five and each once.
    pub wrong: Vec<Shown>,
}

/// A value as it stands in the sheet, and what the field says of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Shown {
    /// The value.
    pub text: String,
    /// The first rule that it breaks, an error before a warning; none where it is right, or under no field.
    pub rule: Option<Rule>,
}

/// A column to be counted, and the field that it would hold; none for a column that is left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Counted {
    /// The column, counted from 0.
    pub column: u16,
    /// The field.
    pub field: Option<Field>,
}

/// Counts columns over all rows under a header row, in one pass. `keep_on` is asked now and then; None where
/// it breaks. The country of a row is not looked at: it decides about warnings only.
pub fn count(
    sheet: &Sheet,
    header_row: u32,
    columns: &[Counted],
    context: &FieldContext<'_>,
    keep_on: &mut dyn FnMut() -> ControlFlow<()>,
) -> Option<Vec<Count>> {
    let mut counts: Vec<Count> = columns.iter().map(|_| Count::default()).collect();
    let first = (0..sheet.row_count()).find(|&at| sheet.row_number(at) > header_row).unwrap_or(sheet.row_count());
    let mut findings = Vec::new();
    for at in first..sheet.row_count() {
        if (at - first).is_multiple_of(STRIDE) && keep_on().is_break() {
            return None;
        }
        if sheet.row_text(at).chars().all(is_blank) {
            continue;
        }
        for (counted, count) in columns.iter().zip(&mut counts) {
            let (text, kind) = sheet.cell(at, counted.column).map_or(("", CellKind::Text), |cell| (cell.text, cell.kind));
            count.rows += 1;
            findings.clear();
            if let Some(field) = counted.field {
                let value = judge(field, GivenCell { text, kind }, context, &mut findings);
                count.valid += u32::from(value.is_some());
            }
            let worst = findings.iter().find(|finding| finding.severity() == Severity::Error).or_else(|| findings.first());
            let is_wrong = worst.is_some_and(|finding| finding.severity() == Severity::Error);
            count.invalid += u32::from(is_wrong);
            if !trim(text).is_empty() {
                count.filled += 1;
                let rule = worst.map(|finding| finding.rule);
                keep(&mut count.values, text, rule);
                if is_wrong {
                    keep(&mut count.wrong, text, rule);
                }
            }
        }
    }
    Some(counts)
}

fn keep(values: &mut Vec<Shown>, text: &str, rule: Option<Rule>) {
    if values.len() < SHOWN && !values.iter().any(|known| known.text == text) {
        values.push(Shown { text: text.to_owned(), rule });
    }
}
