//! A draft: a source plus an ordered list of decisions.
//!
//! What the screens show is derived from sheet, decisions and stock: the rows' standing, the four
//! buckets, the change set. The rooms in the order of the data:
//!
//! - `source`: the workbook as it was opened, and what the draft needs to know of the world
//! - `reading`: one row of cells becomes values and findings
//! - `standing`: what is kept of every row, a few words each
//! - `opening`: from a source to a draft, and a fresh look at the store
//! - `beside`: rows against each other
//! - `claims`: rows against the store: who has a customer that several rows match
//! - `counts`: how many rows are in each bucket
//! - `decision`: what a person decides, applied and taken back; `runs` and `overwrites` hold it
//! - `marking`, `choosing`: the steps that a person can take
//! - `account`: everything there is to say about one row, made when it is shown; `comparison`: its
//!   fields beside those of the stored customer
//! - `dossier`, `seed`, `summary`: the change set

mod account;
mod beside;
mod choosing;
mod claims;
mod comparison;
mod counts;
mod decision;
mod dossier;
mod marking;
mod opening;
mod overwrites;
mod reading;
mod runs;
mod seed;
mod source;
mod standing;
mod summary;

use std::sync::Arc;

pub use account::{Account, Found, Given};
pub use comparison::{Comparison, Difference};
pub use counts::Counts;
pub use decision::{Decision, Mark, Side, Step};
pub use opening::BrokenOff;
pub use runs::{RowRuns, RunsOutOfOrder};
pub use seed::Seed;
pub use source::{Office, Progress, SheetName, Source, Stage, Watch};
pub use standing::Bucket;
pub use summary::Refusal;

use crate::domain::field::Field;
use crate::domain::language::Language;
use crate::domain::matching::Stock;
use crate::domain::questionnaire::{Questionnaire, QuestionnaireId};
use crate::domain::task_flow::{TaskFlow, TaskFlowId};
use beside::RowKeys;
use claims::Claims;
use comparison::compare;
use overwrites::Overwrites;
use reading::Demands;
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
    /// What the choices ask of every row.
    demands: Demands,
    rows: Vec<Standing>,
    skipped_blank: u32,
    skipped_example: u32,
    counts: Counts,
    keys: RowKeys,
    claims: Claims,
    overwrites: Overwrites,
    steps: Vec<Step>,
    /// How many of `steps` are in force; those behind were taken back and can come again.
    in_force: usize,
    /// Steps up to here were committed and are not taken back by undo.
    committed: usize,
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
