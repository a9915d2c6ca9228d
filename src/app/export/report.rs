//! The report after an import: the counts, and one line for each row.

use std::sync::Arc;

use super::view::numbers;
use super::{Caption, heading};
use crate::app::desk::{Desk, Sight};
use crate::app::report::Done;
use crate::app::table::Column;
use crate::domain::change_set::{ChangeSet, RowOutcome, Tally};
use crate::domain::draft::Draft;
use crate::domain::export::{Cell, Count, Entry, Table};
use crate::domain::field::Field;
use crate::domain::finding::Rule;
use crate::words::Words;

/// What became of every row of an import.
#[derive(Debug)]
pub struct Outcomes {
    draft: Arc<Draft>,
    set: Arc<ChangeSet>,
    number: u64,
    sight: Sight,
}

impl Outcomes {
    pub(super) fn of(desk: &Desk, done: &Done, sight: Sight) -> Self {
        Self { draft: Arc::clone(&desk.draft), set: Arc::clone(&done.set), number: done.receipt.revision.0, sight }
    }

    pub(super) fn row_count(&self) -> u64 {
        self.set.outcomes.len() as u64
    }

    pub(super) fn table(&self) -> Table<'_> {
        let words = self.sight.words();
        let caption = |caption: Caption| (words.exports.caption)(caption);
        Table {
            key: "report",
            title: format!("{} {}", caption(Caption::Report), self.number),
            file: self.set.source.file.clone(),
            sheet: self.set.source.sheet.clone(),
            numbers: numbers(self.sight),
            counts_title: caption(Caption::Counts).to_owned(),
            counts: counts(&self.set.tally, words),
            headings: vec![
                heading("row", (words.column)(Column::Row)),
                heading("customer", (words.column)(Column::Customer)),
                heading("outcome", caption(Caption::Outcome)),
                heading("customer_id", (words.column)(Column::CustomerId)),
                heading("reason", caption(Caption::Reason)),
                heading("rules", caption(Caption::Rule)),
            ],
            details: None,
            row_count: self.row_count(),
            rows: Box::new(self.set.outcomes.iter().map(|(row, outcome)| self.entry(*row, outcome))),
        }
    }

    fn entry(&self, number: u32, outcome: &RowOutcome) -> Entry {
        let words = self.sight.words();
        let row = self.draft.row_of_number(number);
        let given = |field| row.map_or("", |row| self.draft.given(row, field).trim());
        let name = format!("{} {}", given(Field::LastName), given(Field::FirstName));
        let (key, caption) = told(outcome);
        let customer = match outcome {
            // Since the import the row equals the customer that it became.
            RowOutcome::Added => row.and_then(|row| self.draft.account(row)).and_then(|account| account.found).map(|found| found.id),
            RowOutcome::Updated(customer) | RowOutcome::LeftAlone(customer) => Some(*customer),
            RowOutcome::NotSelected | RowOutcome::Invalid(_) | RowOutcome::Joined(_) => None,
        };
        let rules: &[String] = if let RowOutcome::Invalid(rules) = outcome { rules } else { &[] };
        let known = |id: &String| Rule::ALL.iter().find(|rule| rule.id() == id);
        let reasons: Vec<&str> = rules.iter().filter_map(known).map(|rule| words.rule(*rule).reason).collect();
        let cells = vec![
            Cell::Number(u64::from(number)),
            Cell::text(self.sight.value(Field::LastName, name.trim())),
            Cell::Named { key, word: (words.exports.caption)(caption).to_owned() },
            customer.map_or(Cell::Empty, |id| Cell::Text(id.to_string())),
            Cell::text(reasons.join(", ")),
            Cell::text(rules.join(", ")),
        ];
        Entry { cells, ..Entry::default() }
    }
}

/// What became of the rows of an import, in numbers.
pub(in crate::app) fn counts(tally: &Tally, words: &Words) -> Vec<Count> {
    let count = |key, word: &str, count| Count { key, word: word.to_owned(), count };
    vec![
        count("rows", (words.report.total)(tally.rows), tally.rows),
        count("added", (words.report.added)(tally.added), tally.added),
        count("updated", (words.report.updated)(tally.updated), tally.updated),
        count("left_alone", (words.report.left_alone)(tally.left_alone), tally.left_alone),
        count("not_selected", (words.report.not_selected)(tally.not_selected), tally.not_selected),
        count("invalid", (words.report.invalid_rows)(tally.invalid), tally.invalid),
        count("joined", (words.exports.caption)(Caption::Joined), tally.joined),
    ]
}

/// What became of a row: the stable name, and what people read.
pub(in crate::app) const fn told(outcome: &RowOutcome) -> (&'static str, Caption) {
    match outcome {
        RowOutcome::Added => ("added", Caption::Added),
        RowOutcome::Updated(_) => ("updated", Caption::Updated),
        RowOutcome::LeftAlone(_) => ("left_alone", Caption::LeftAlone),
        RowOutcome::NotSelected => ("not_selected", Caption::NotSelected),
        RowOutcome::Invalid(_) => ("invalid", Caption::Invalid),
        RowOutcome::Joined(_) => ("joined", Caption::Joined),
    }
}
