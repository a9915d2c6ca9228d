//! What a person decides: plain data, each with what was before, so that it can be taken back.

use serde::{Deserialize, Serialize};

use super::{RowIndex, RowRuns};
use crate::domain::customer::CustomerId;
use crate::domain::field::Field;
use crate::domain::language::Language;
use crate::domain::questionnaire::QuestionnaireId;
use crate::domain::task_flow::TaskFlowId;

/// Whether a row goes along in the next commit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Mark {
    /// It goes along.
    Selected,
    /// It stays behind.
    Deselected,
}

/// Which side of a duplicate a field is taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Side {
    /// The store keeps what it has.
    Store,
    /// The row's value overwrites it.
    Import,
    /// The store keeps what it has and gets what the row gives beside it: lists only.
    Both,
}

/// Rows of which the mark is for one stored customer: it counts only while the row matches that one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MarkedFor {
    /// The row.
    pub row: RowIndex,
    /// Whom the mark before was for.
    pub from: Option<CustomerId>,
    /// Whom the mark now is for.
    pub to: Option<CustomerId>,
}

/// One field of a row that reads otherwise than in the workbook.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edit {
    /// The row.
    pub row: RowIndex,
    /// The field; the workbook need not have a column for it.
    pub field: Field,
    /// What it was before: as the workbook has it, or as it was typed.
    pub from: Option<Box<str>>,
    /// What it is now. None is as the workbook has it; an empty text clears the field.
    pub to: Option<Box<str>>,
}

/// One field of a duplicate that is taken from another side than before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SideChange {
    /// The row.
    pub row: RowIndex,
    /// The stored customer that the row matched. The side counts only while it does.
    pub customer: CustomerId,
    /// The field.
    pub field: Field,
    /// The side before.
    pub from: Side,
    /// The side now.
    pub to: Side,
    /// What the store held when that was decided: nothing is overwritten unseen.
    pub held: Box<str>,
}

/// A row that was held apart from a stored customer, or no longer is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Parting {
    /// The row.
    pub row: RowIndex,
    /// The customer that it is not.
    pub customer: CustomerId,
    /// Whether they are held apart now; before, they were not, or the other way round.
    pub apart: bool,
}

/// A column that holds another field than before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assignment {
    /// Column, counted from 0.
    pub column: u16,
    /// The field before; none is a column that is not imported.
    pub from: Option<Field>,
    /// The field now.
    pub to: Option<Field>,
}

/// A duplicate that was looked at, or no longer counts as such.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Look {
    /// The row.
    pub row: RowIndex,
    /// The customer beside whom it was looked at before.
    pub from: Option<CustomerId>,
    /// The customer beside whom it was looked at now.
    pub to: Option<CustomerId>,
}

/// One thing decided, with what was before, so that it can be taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Decision {
    /// These rows, which all stood otherwise, are selected or deselected.
    Mark {
        /// The rows.
        rows: RowRuns,
        /// How they stood: marked by a person, or by the default of their bucket.
        from: Option<Mark>,
        /// How they stand now.
        to: Option<Mark>,
        /// Those of them that are duplicates, rows ascending.
        duplicates: Vec<MarkedFor>,
    },
    /// The language of customers whose row names none.
    Language {
        /// Chosen before.
        from: Option<Language>,
        /// Chosen now.
        to: Option<Language>,
    },
    /// The questionnaire of new dossiers.
    Questionnaire {
        /// Chosen before.
        from: Option<QuestionnaireId>,
        /// Chosen now.
        to: Option<QuestionnaireId>,
    },
    /// The task flow.
    Flow {
        /// Chosen before.
        from: Option<TaskFlowId>,
        /// Chosen now.
        to: Option<TaskFlowId>,
    },
    /// Which sides fields of duplicates are taken from.
    Sides(Vec<SideChange>),
    /// Fields that read otherwise than in the workbook.
    Edit(Vec<Edit>),
    /// Columns that hold other fields.
    Map(Vec<Assignment>),
    /// A row and a stored customer are not the same.
    Part(Parting),
    /// The row is the partner in the return of another row, and has none of its own.
    Join {
        /// The partner's row.
        row: RowIndex,
        /// The row whose return it was part of before.
        from: Option<RowIndex>,
        /// The row whose return it is part of now.
        to: Option<RowIndex>,
    },
    /// Duplicates that were looked at.
    Look(Vec<Look>),
}

impl Decision {
    /// The decision that undoes this one.
    #[must_use]
    pub fn inverse(self) -> Self {
        match self {
            Self::Mark { rows, from, to, duplicates } => {
                let duplicates = duplicates.into_iter().map(|one| MarkedFor { from: one.to, to: one.from, ..one }).collect();
                Self::Mark { rows, from: to, to: from, duplicates }
            }
            Self::Language { from, to } => Self::Language { from: to, to: from },
            Self::Questionnaire { from, to } => Self::Questionnaire { from: to, to: from },
            Self::Flow { from, to } => Self::Flow { from: to, to: from },
            Self::Sides(changes) => {
                Self::Sides(changes.into_iter().rev().map(|one| SideChange { from: one.to, to: one.from, ..one }).collect())
            }
            Self::Edit(edits) => Self::Edit(edits.into_iter().rev().map(|one| Edit { from: one.to, to: one.from, ..one }).collect()),
            Self::Map(columns) => {
                Self::Map(columns.into_iter().rev().map(|one| Assignment { from: one.to, to: one.from, ..one }).collect())
            }
            Self::Part(parting) => Self::Part(Parting { apart: !parting.apart, ..parting }),
            Self::Join { row, from, to } => Self::Join { row, from: to, to: from },
            Self::Look(looks) => Self::Look(looks.into_iter().map(|one| Look { from: one.to, to: one.from, ..one }).collect()),
        }
    }

    /// How many rows it is about; 0 for one about the whole import.
    #[must_use]
    pub fn row_count(&self) -> usize {
        match self {
            Self::Mark { rows, .. } => rows.count(),
            Self::Sides(changes) => apart(changes.iter().map(|one| one.row)),
            Self::Edit(edits) => apart(edits.iter().map(|one| one.row)),
            Self::Look(looks) => looks.len(),
            Self::Part(_) | Self::Join { .. } => 1,
            Self::Language { .. } | Self::Questionnaire { .. } | Self::Flow { .. } | Self::Map(_) => 0,
        }
    }
}

/// How many different rows there are.
fn apart(rows: impl Iterator<Item = RowIndex>) -> usize {
    rows.collect::<std::collections::BTreeSet<_>>().len()
}
