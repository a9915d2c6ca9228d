//! A draft: a source plus an ordered list of decisions.
//!
//! What the screens show is derived from sheet, decisions and stock: the rows' standing, the four
//! buckets, the change set. The rooms in the order of the data:
//!
//! - `source`: the workbook as it was opened, and what the draft needs to know of the world
//! - `reading`: one row of cells becomes values and findings; `edits` over the cells, `joins` beside them
//! - `standing`: what is kept of every row, a few words each
//! - `beginning`: what is chosen to begin with
//! - `opening`: from a source to a draft, and a fresh look at the store
//! - `beside`: rows against each other
//! - `claims`: rows against the store: who has a customer that several rows match; `partings` are
//!   customers that a row is not
//! - `counts`: how many rows are in each bucket
//! - `decision`: what a person decides; `step`: what was decided in one go, made and taken back;
//!   `applying`, `reworking`: decisions put into force, and what follows from them; `touched`: for whom
//! - `marking`, `choosing`, `siding`, `editing`, `joining`, `parting`, `mapping`: the steps that a person
//!   can take, `joint` what two rows are as one return; `overwrites`, `beheld` and `runs` hold what they decided
//! - `rehearsing`: what a step would come to
//! - `remembering`: what earlier imports taught, and what this one teaches
//! - `replay`: the steps of a draft that was kept, made again; `carrying`: taken over to another version
//!   of the workbook
//! - `account`: everything there is to say about one row, made when it is shown; `comparison`: its
//!   fields beside those of the stored customer
//! - `dossier`, `seed`, `summary`: the change set

mod account;
mod applying;
mod beginning;
mod beheld;
mod beside;
mod carrying;
mod choosing;
mod claims;
mod comparison;
mod counts;
mod decision;
mod dossier;
mod editing;
mod edits;
mod joining;
mod joins;
mod joint;
mod judged;
mod mapping;
mod marking;
mod opening;
mod overwrites;
mod parting;
mod partings;
mod reading;
mod rehearsing;
mod remembering;
mod replay;
mod reworking;
mod runs;
mod seed;
mod siding;
mod source;
mod standing;
mod step;
mod summary;
mod touched;

use std::borrow::Cow;
use std::sync::Arc;

pub use account::{Account, Found, Given};
pub use beginning::Unmet;
pub use carrying::Lost;
pub use comparison::{Comparison, Difference};
pub use counts::Counts;
pub use decision::{Assignment, Decision, Edit, Look, Mark, MarkedFor, Parting, Side, SideChange};
pub use editing::{Cure, Trial};
pub use joining::{Bond, NoJoin, Pair};
pub use joint::Joint;
pub use judged::Judged;
pub use opening::BrokenOff;
pub use parting::NoParting;
pub use rehearsing::Rehearsal;
pub use replay::{Entry, Replayed, Unfit};
pub use runs::{RowRuns, RunsOutOfOrder};
pub use seed::Seed;
pub use siding::{Settled, SidesRule, Weighed};
pub use source::{Office, Progress, SheetName, Source, Stage, Watch};
pub use standing::Bucket;
pub use step::{Deed, Step};
pub use summary::Refusal;
pub use touched::Touched;

use crate::domain::field::Field;
use crate::domain::language::Language;
use crate::domain::matching::Stock;
use crate::domain::questionnaire::{Questionnaire, QuestionnaireId};
use crate::domain::task_flow::{TaskFlow, TaskFlowId};
use crate::domain::template::layout::Layout;
use beheld::Beheld;
use beside::RowKeys;
use claims::Claims;
use comparison::compare;
use edits::Edits;
use joins::Joins;
use overwrites::Overwrites;
use partings::Partings;
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
    /// Which column is which field: as it was found, and as a person has said otherwise.
    layout: Arc<Layout>,
    choices: Choices,
    /// What was chosen when it was opened.
    begun: Choices,
    /// What the choices ask of every row.
    demands: Demands,
    rows: Vec<Standing>,
    skipped_blank: u32,
    skipped_example: u32,
    counts: Counts,
    keys: RowKeys,
    claims: Claims,
    overwrites: Overwrites,
    edits: Edits,
    joins: Joins,
    /// Customers that rows are not.
    apart: Partings,
    /// For whom a row was selected that is a duplicate.
    marked_for: Beheld,
    /// Duplicates that were looked at.
    looked: Beheld,
    touched: Touched,
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

    /// Which column is which field: as it was found, and as a person has said otherwise.
    #[must_use]
    pub fn layout(&self) -> &Layout {
        &self.layout
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

    /// The text of a field of a row as it now reads; empty where nothing is given.
    #[must_use]
    pub fn given(&self, row: RowIndex, field: Field) -> &str {
        self.rows.get(row as usize).map_or("", |standing| self.cells(row, standing.at as usize).of(field).text)
    }

    /// Everything that a row says in one piece, for searching: its cells, and what was typed over them.
    #[must_use]
    pub fn row_text(&self, row: RowIndex) -> Cow<'_, str> {
        let text = self.rows.get(row as usize).map_or("", |standing| self.source.sheet.row_text(standing.at as usize));
        let edits = self.edits.of(row);
        if edits.is_empty() {
            return Cow::Borrowed(text);
        }
        let typed = edits.iter().flat_map(|(_, typed)| ["\u{1f}", typed.as_ref()]);
        Cow::Owned(std::iter::once(text).chain(typed).collect())
    }
}

#[cfg(test)]
mod tests;
