//! A draft: a source plus an ordered list of decisions.
//!
//! What the screens show is derived from sheet, decisions and stock: the rows' standing, the four
//! buckets, the change set. The rooms in the order of the data:
//!
//! - `source`: the workbook as it was opened, and what the draft needs to know of the world
//! - `reading`: one row of cells becomes values and findings
//! - `standing`: what is kept of every row, a few words each
//! - `settle`: rows against each other and against the stock: cross findings, claims, buckets
//! - `decision`: what a person decides, applied and taken back
//! - `account`: everything there is to say about one row, made when it is shown
//! - `summary`: the change set

mod account;
mod decision;
mod reading;
mod settle;
mod source;
mod standing;
mod summary;

use std::sync::Arc;

pub use account::{Account, Comparison, Difference, Found, Given};
pub use decision::{Decision, Mark, RowRuns, Side, Step};
pub use settle::BrokenOff;
pub use source::{Office, Progress, Source, Stage, Watch};
pub use standing::{Bucket, Counts};
pub use summary::{Refusal, Seed};

use crate::domain::field::Field;
use crate::domain::language::Language;
use crate::domain::matching::{KeyMap, Stock};
use crate::domain::questionnaire::{Questionnaire, QuestionnaireId};
use crate::domain::task_flow::{TaskFlow, TaskFlowId};
use decision::Overwrites;
use standing::Standing;

/// Index of a row in the draft: counted over the rows that are in a bucket, from 0.
pub type RowIndex = u32;

/// What is chosen for the whole import.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choices {
    /// The task flow that gets the dossiers.
    pub flow: Option<TaskFlowId>,
    /// The language of customers whose row names none.
    pub language: Option<Language>,
    /// The questionnaire of the new dossiers.
    pub questionnaire: Option<QuestionnaireId>,
}

/// One workbook on its way into the store.
#[derive(Debug, Clone)]
pub struct Draft {
    source: Arc<Source>,
    office: Arc<Office>,
    stock: Arc<Stock>,
    choices: Choices,
    rows: Vec<Standing>,
    skipped_blank: u32,
    skipped_example: u32,
    counts: Counts,
    keys: RowKeys,
    /// Stored customers that a row of the file equals, by index in the stock.
    claims: Claims,
    overwrites: Overwrites,
    steps: Vec<Step>,
    /// How many of `steps` are in force; those behind were taken back and can come again.
    in_force: usize,
    /// Steps up to here were committed and are not taken back by undo.
    committed: usize,
}

/// Rows findable by the keys that rows are compared on among themselves.
#[derive(Debug, Clone, Default)]
struct RowKeys {
    national: KeyMap,
    partner: KeyMap,
    code: KeyMap,
    email_and_name: KeyMap,
}

/// Who claims which stored customer.
#[derive(Debug, Clone, Default)]
struct Claims {
    /// Rows that claim a customer, by index in the stock plus one.
    by_customer: KeyMap,
    /// Customers that some row of the file equals, valid or not, by index in the stock.
    seen: Vec<bool>,
    /// How many of `seen` are set.
    seen_count: u32,
}

impl Draft {
    /// The workbook.
    #[must_use]
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// What the draft knows of the office.
    #[must_use]
    pub fn office(&self) -> &Office {
        &self.office
    }

    /// The store as the draft sees it.
    #[must_use]
    pub fn stock(&self) -> &Stock {
        &self.stock
    }

    /// What is chosen for the whole import.
    #[must_use]
    pub const fn choices(&self) -> &Choices {
        &self.choices
    }

    /// The chosen task flow.
    #[must_use]
    pub fn flow(&self) -> Option<&TaskFlow> {
        self.stock.snapshot.flow(self.choices.flow.as_ref()?)
    }

    /// The chosen questionnaire.
    #[must_use]
    pub fn questionnaire(&self) -> Option<&Questionnaire> {
        self.office.catalogue.get(self.choices.questionnaire.as_ref()?)
    }

    /// The questionnaires on offer in the chosen task flow, in the flow's order.
    pub fn questionnaires_on_offer(&self) -> impl Iterator<Item = &Questionnaire> {
        self.flow().into_iter().flat_map(|flow| &flow.questionnaires).filter_map(|id| self.office.catalogue.get(id))
    }

    /// How many rows are in a bucket.
    #[must_use]
    pub fn row_count(&self) -> RowIndex {
        RowIndex::try_from(self.rows.len()).unwrap_or(RowIndex::MAX)
    }

    /// Rows between the headings and the last row that hold nothing.
    #[must_use]
    pub const fn skipped_blank(&self) -> u32 {
        self.skipped_blank
    }

    /// Rows that are the template's untouched example.
    #[must_use]
    pub const fn skipped_example(&self) -> u32 {
        self.skipped_example
    }

    /// Row number as the workbook shows it, from 1.
    #[must_use]
    pub fn row_number(&self, row: RowIndex) -> u32 {
        self.rows.get(row as usize).map_or(0, |standing| self.source.sheet.row_number(standing.at as usize))
    }

    /// The row with that number in the workbook, if it is in a bucket.
    #[must_use]
    pub fn row_of_number(&self, number: u32) -> Option<RowIndex> {
        let at = u32::try_from(self.source.sheet.index_of(number)?).ok()?;
        let row = self.rows.binary_search_by_key(&at, |standing| standing.at).ok()?;
        RowIndex::try_from(row).ok()
    }

    /// The text of a field of a row as it was read; empty where nothing is given.
    #[must_use]
    pub fn given(&self, row: RowIndex, field: Field) -> &str {
        let Some(standing) = self.rows.get(row as usize) else { return "" };
        let Some(column) = self.source.layout.column_of(field) else { return "" };
        self.source.sheet.cell(standing.at as usize, column).map_or("", |cell| cell.text)
    }

    /// All cells of a row in one piece, for searching.
    #[must_use]
    pub fn row_text(&self, row: RowIndex) -> &str {
        self.rows.get(row as usize).map_or("", |standing| self.source.sheet.row_text(standing.at as usize))
    }
}

#[cfg(test)]
mod tests;
