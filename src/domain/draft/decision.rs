//! What a person decides: plain data, applied and taken back.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::{Draft, RowIndex, RowRuns};
use crate::domain::field::Field;
use crate::domain::language::Language;
use crate::domain::matching::Stock;
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
}

/// One thing decided, with what was before, so that it can be taken back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Decision {
    /// These rows, which all stood otherwise, are selected or deselected.
    Mark {
        /// The rows.
        rows: RowRuns,
        /// How they stood: marked by a person, or by the default of their bucket.
        from: Option<Mark>,
        /// How they stand now.
        to: Option<Mark>,
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
    /// Which side a field of a duplicate is taken from.
    Field {
        /// The row.
        row: RowIndex,
        /// The field.
        field: Field,
        /// The side before.
        from: Side,
        /// The side now.
        to: Side,
    },
}

impl Decision {
    /// The decision that undoes this one.
    #[must_use]
    pub fn inverse(&self) -> Self {
        match self.clone() {
            Self::Mark { rows, from, to } => Self::Mark { rows, from: to, to: from },
            Self::Language { from, to } => Self::Language { from: to, to: from },
            Self::Questionnaire { from, to } => Self::Questionnaire { from: to, to: from },
            Self::Flow { from, to } => Self::Flow { from: to, to: from },
            Self::Field { row, field, from, to } => Self::Field { row, field, from: to, to: from },
        }
    }
}

/// Decisions that were made in one go and are taken back in one go.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Step(pub Vec<Decision>);

impl Step {
    /// How many rows change their mark.
    #[must_use]
    pub fn row_count(&self) -> usize {
        let rows = |decision: &Decision| match decision {
            Decision::Mark { rows, .. } => rows.count(),
            Decision::Language { .. } | Decision::Questionnaire { .. } | Decision::Flow { .. } | Decision::Field { .. } => 0,
        };
        self.0.iter().map(rows).sum()
    }
}

impl Draft {
    /// Applies a step and remembers it; steps taken back before are forgotten.
    pub fn decide(&mut self, step: Step) {
        if step.0.is_empty() {
            return;
        }
        self.apply_all(step.0.iter().cloned());
        self.steps.truncate(self.in_force);
        self.steps.push(step);
        self.in_force = self.steps.len();
    }

    /// Takes the last step back. False where there is none, or a commit stands before it.
    pub fn undo(&mut self) -> bool {
        if self.in_force <= self.committed {
            return false;
        }
        let Some(step) = self.in_force.checked_sub(1).and_then(|at| self.steps.get(at)).cloned() else { return false };
        self.apply_all(step.0.iter().rev().map(Decision::inverse));
        self.in_force -= 1;
        true
    }

    /// Applies the last step that was taken back again. False where there is none.
    pub fn redo(&mut self) -> bool {
        let Some(step) = self.steps.get(self.in_force).cloned() else { return false };
        self.apply_all(step.0.into_iter());
        self.in_force += 1;
        true
    }

    /// Whether something was decided that no commit has written.
    #[must_use]
    pub const fn has_uncommitted_steps(&self) -> bool {
        self.in_force > self.committed
    }

    /// Whether undo would stop at a commit.
    #[must_use]
    pub const fn stands_on_commit(&self) -> bool {
        self.committed > 0 && self.in_force == self.committed
    }

    /// After a commit: looks at the store afresh, and undo goes no further back than here.
    pub fn settle_commit(&mut self, stock: Arc<Stock>) {
        self.steps.truncate(self.in_force);
        self.committed = self.in_force;
        self.rebase(stock);
    }

    /// Rows are judged again once, however many of the decisions call for it.
    fn apply_all(&mut self, decisions: impl Iterator<Item = Decision>) {
        let mut judge = false;
        for decision in decisions {
            match decision {
                Decision::Mark { rows, to, .. } => {
                    for row in rows.iter() {
                        self.amend(row, |draft| draft.mark(row, to));
                    }
                }
                Decision::Language { to, .. } => self.choices.language = to,
                Decision::Questionnaire { to, .. } => {
                    self.choices.questionnaire = to;
                    judge = true;
                }
                Decision::Flow { to, .. } => {
                    self.choices.flow = to;
                    judge = true;
                }
                Decision::Field { row, field, to, .. } => self.amend(row, |draft| draft.overwrites.put(row, field, to)),
            }
        }
        if judge {
            self.settle();
        }
    }

    fn mark(&mut self, row: RowIndex, mark: Option<Mark>) {
        if let Some(standing) = self.rows.get_mut(row as usize) {
            standing.marked = mark;
        }
    }
}
