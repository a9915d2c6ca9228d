//! What a draft is made from.

use std::ops::ControlFlow;

use jiff::civil::Date;

use super::Choices;
use crate::domain::change_set::SourceMark;
use crate::domain::questionnaire::Catalogue;
use crate::domain::sheet::Sheet;
use crate::domain::template::layout::Layout;
use crate::domain::workbook::Visibility;

/// A sheet of a workbook, by its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetName {
    /// Name, neutralised.
    pub name: String,
    /// Whether it shows in the workbook.
    pub visibility: Visibility,
}

/// A workbook as it was opened: one sheet of it, and which column is which field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Name, fingerprint, sheet and header row, as the journal will name them.
    pub mark: SourceMark,
    /// The filled rows.
    pub sheet: Sheet,
    /// Which column is which field, and where the headings are.
    pub layout: Layout,
    /// All sheets of the workbook, so that another can be chosen.
    pub sheets: Vec<SheetName>,
    /// Columns that were left out because the sheet is wider than any list of customers.
    pub columns_left_out: u32,
}

/// What a draft needs to know of the office and the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Office {
    /// The questionnaires there are.
    pub catalogue: Catalogue,
    /// Addresses of the colleagues who can be responsible; none means that nobody has listed them.
    pub colleagues: Vec<String>,
    /// What is settled for new dossiers: chosen to begin with, where it is on offer.
    pub defaults: Choices,
    /// The day on which the draft is judged.
    pub today: Date,
}

/// What is being done with the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stage {
    /// Cells become values and findings.
    Judging,
    /// Rows are compared with each other and with the store.
    Matching,
}

/// How far a stage is, in rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Progress {
    /// What is being done.
    pub stage: Stage,
    /// Rows done.
    pub done: u32,
    /// Rows in all.
    pub all: u32,
}

/// Told how far the work is; breaks it off.
pub type Watch<'a> = dyn FnMut(Progress) -> ControlFlow<()> + 'a;
