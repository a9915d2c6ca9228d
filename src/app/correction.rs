//! What to put right in a copy of the workbook, in the words of the screen.
//!
//! The office gets its own numbers back in full: the copy is made of its workbook.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::desk::Sight;
use crate::domain::correction::{AddedColumn, Content, Correction, Entry, Place, Problem, Problems, Remark, Spot};
use crate::domain::draft::{Account, Draft, RowIndex};
use crate::domain::field::Field;
use crate::domain::finding::{Finding, Severity};
use crate::domain::template::headings::heading;
use crate::words::Words;

/// A corrected copy to be made, as the draft was when it was asked for.
#[derive(Debug)]
pub struct Correcting {
    draft: Arc<Draft>,
    sight: Sight,
}

impl Correcting {
    /// The corrected copy of a draft's workbook.
    #[must_use]
    pub const fn new(draft: Arc<Draft>, sight: Sight) -> Self {
        Self { draft, sight }
    }

    /// The draft whose workbook it is.
    #[must_use]
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// Everything in which the copy differs. Made where it is written, far from the loop.
    #[must_use]
    pub fn correction(&self) -> Correction {
        correction_of(&self.draft, self.sight)
    }
}

/// Everything in which the corrected copy differs from the workbook of a draft.
#[must_use]
pub fn correction_of(draft: &Draft, sight: Sight) -> Correction {
    let words = sight.words();
    let mark = &draft.source().mark;
    let mut correction = Correction { sheet: mark.sheet.clone(), header_row: mark.header_row, ..Correction::default() };
    let mut added = Added { columns: Vec::new(), fields: Vec::new() };
    for (row, field, text) in draft.edits() {
        put(draft, &mut correction, &mut added, sight, (row, field, text));
    }
    let mut rows = Vec::new();
    for (partner, main) in draft.joins() {
        if let Some(number) = brought_number(draft, main) {
            put(draft, &mut correction, &mut added, sight, (main, Field::SpouseNationalNumber, &number));
        }
        // A workbook has no way to say it: the row stands there as before, and is told apart by a remark.
        let (row, told) = (draft.row_number(partner), (words.exports.part_of_return)(draft.row_number(main)));
        correction.remarks.push(Remark { row, spot: Spot::Row, lines: vec![told.clone()] });
        rows.push(Problem { entries: joined(draft, partner, told, words), about: Some((row, Spot::Row)) });
    }
    for account in (0..draft.row_count()).filter(|row| !draft.rules(*row).is_empty()).filter_map(|row| draft.account(row)) {
        for finding in &account.findings {
            let spot = added.spot(draft, finding.field);
            correction.remarks.push(Remark { row: account.number, spot, lines: told(finding, words) });
            rows.push(Problem { entries: entries(&account, finding, words), about: Some((account.number, spot)) });
        }
    }
    correction.added = added.columns;
    let headings = words.exports.problem_headings.iter().map(|heading| (*heading).to_owned()).collect();
    correction.problems = (!rows.is_empty()).then(|| Problems { name: words.exports.problems.to_owned(), headings, rows });
    correction
}

/// How many cells the corrected copy has otherwise than the workbook.
#[must_use]
pub fn corrected_cells(draft: &Draft) -> usize {
    let brought = draft.joins().filter(|(_, main)| brought_number(draft, *main).is_some()).count();
    draft.edits().count() + brought
}

/// The partner's number that a joined row brought into a return which does not say it itself.
fn brought_number(draft: &Draft, main: RowIndex) -> Option<String> {
    let is_given = !draft.given(main, Field::SpouseNationalNumber).is_empty();
    let account = if is_given { None } else { draft.account(main) };
    account.and_then(|account| account.values.get(Field::SpouseNationalNumber).map(str::to_owned))
}

/// The columns that the workbook lacks, with the field that each is for.
struct Added {
    columns: Vec<AddedColumn>,
    fields: Vec<Field>,
}

impl Added {
    fn spot(&self, draft: &Draft, field: Field) -> Spot {
        match (draft.layout().column_of(field), self.fields.iter().position(|known| *known == field)) {
            (Some(column), _) => Spot::Column(column),
            (None, Some(at)) => Spot::Added(at),
            (None, None) => Spot::Row,
        }
    }

    fn values(&mut self, field: Field, sight: Sight) -> Option<&mut BTreeMap<u32, String>> {
        if !self.fields.contains(&field) {
            let name = heading(field, sight.language.of_customers()).unwrap_or((sight.words().field)(field));
            self.columns.push(AddedColumn { heading: name.to_owned(), values: BTreeMap::new() });
            self.fields.push(field);
        }
        let at = self.fields.iter().position(|known| *known == field)?;
        self.columns.get_mut(at).map(|column| &mut column.values)
    }
}

/// Enters one changed value.
fn put(draft: &Draft, correction: &mut Correction, added: &mut Added, sight: Sight, (row, field, text): (RowIndex, Field, &str)) {
    let number = draft.row_number(row);
    match draft.layout().column_of(field) {
        Some(column) => {
            let sheet = &draft.source().sheet;
            let was = sheet.index_of(number).and_then(|at| sheet.cell(at, column));
            correction.changes.insert(Place { row: number, column }, Content::of(text, was));
        }
        None if text.is_empty() => {}
        None => {
            if let Some(values) = added.values(field, sight) {
                values.insert(number, text.to_owned());
            }
        }
    }
}

/// What is wrong, and what to do.
fn told(finding: &Finding, words: &Words) -> Vec<String> {
    vec![format!("{}{}{}", (words.field)(finding.field), words.colon(), what(finding, words)), cure(finding, words)]
}

fn what(finding: &Finding, words: &Words) -> String {
    words.rule(finding.rule).what.replace("{row}", &other(finding))
}

fn cure(finding: &Finding, words: &Words) -> String {
    match finding.suggestion.as_ref().map(|remedy| remedy.value()) {
        Some("") => format!("{} {}", words.suggestion, words.empty_value),
        Some(value) => format!("{} {value}", words.suggestion),
        None => words.rule(finding.rule).remedy.replace("{row}", &other(finding)),
    }
}

fn other(finding: &Finding) -> String {
    finding.other_row.map_or_else(String::new, |row| row.to_string())
}

/// The line of a row that is part of the return of another.
fn joined(draft: &Draft, partner: RowIndex, told: String, words: &Words) -> Vec<Entry> {
    let name = format!("{} {}", draft.given(partner, Field::LastName), draft.given(partner, Field::FirstName));
    let texts =
        [name.trim().to_owned(), String::new(), String::new(), words.exports.a_warning.to_owned(), told, String::new(), String::new()];
    std::iter::once(Entry::Number(draft.row_number(partner))).chain(texts.into_iter().map(Entry::Text)).collect()
}

/// One line of the sheet of problems, in the order of its headings.
fn entries(account: &Account, finding: &Finding, words: &Words) -> Vec<Entry> {
    let weight = match finding.severity() {
        Severity::Error => words.exports.an_error,
        Severity::Warning => words.exports.a_warning,
    };
    let texts = [
        account.values.full_name(),
        (words.field)(finding.field).to_owned(),
        finding.value.clone(),
        weight.to_owned(),
        what(finding, words),
        cure(finding, words),
        finding.rule.id().to_owned(),
    ];
    std::iter::once(Entry::Number(account.number)).chain(texts.into_iter().map(Entry::Text)).collect()
}
