//! Decisions put into force. What they touch is judged again at once, and nothing else.

use super::{Decision, Draft, Mark, RowIndex};
use crate::domain::customer::CustomerId;

impl Draft {
    /// Applies decisions in order. Rows are judged again once, however many of the decisions call for it.
    pub(super) fn apply_all(&mut self, decisions: impl Iterator<Item = Decision>) {
        let mut judge = false;
        for decision in decisions {
            match decision {
                Decision::Questionnaire { .. } | Decision::Flow { .. } => {
                    self.put(decision);
                    judge = true;
                }
                Decision::Map(_) => {
                    self.put(decision);
                    self.read_again();
                    judge = false;
                }
                Decision::Edit(_) | Decision::Part(_) | Decision::Join { .. } => {
                    let rows = decision.rows();
                    self.rework(&rows, |draft| draft.put(decision));
                }
                Decision::Mark { .. } | Decision::Sides(_) | Decision::Look(_) | Decision::Language { .. } => {
                    let rows = decision.rows();
                    self.amend(&rows, |draft| draft.put(decision));
                }
            }
        }
        if judge {
            self.settle();
        }
    }

    /// Writes down what is decided. What follows from it is brought up to date by whoever calls.
    pub(super) fn put(&mut self, decision: Decision) {
        match decision {
            Decision::Language { to, .. } => self.choices.language = to,
            Decision::Questionnaire { to, .. } => self.choices.questionnaire = to,
            Decision::Flow { to, .. } => self.choices.flow = to,
            Decision::Map(columns) => {
                let layout = std::sync::Arc::make_mut(&mut self.layout);
                columns.iter().for_each(|one| layout.assign(one.column, one.to));
            }
            Decision::Edit(edits) => edits.into_iter().for_each(|edit| self.edits.put(edit.row, edit.field, edit.to)),
            Decision::Part(parting) => self.apart.put(parting),
            Decision::Join { row, to, .. } => self.join(row, to),
            Decision::Mark { rows, to, duplicates, .. } => {
                let mut of = duplicates.iter().peekable();
                for row in rows.iter() {
                    let customer = of.next_if(|one| one.row == row).and_then(|one| one.to);
                    self.mark(row, to, customer);
                }
            }
            Decision::Sides(changes) => changes.into_iter().for_each(|change| self.overwrites.put(change)),
            Decision::Look(looks) => looks.into_iter().for_each(|look| self.looked.put(look.row, look.to)),
        }
    }

    fn mark(&mut self, row: RowIndex, mark: Option<Mark>, customer: Option<CustomerId>) {
        if let Some(standing) = self.rows.get_mut(row as usize) {
            standing.marked = mark;
            self.marked_for.put(row, customer);
        }
    }

    fn join(&mut self, row: RowIndex, main: Option<RowIndex>) {
        self.joins.put(row, main);
        if let Some(standing) = self.rows.get_mut(row as usize) {
            standing.joined = main.is_some();
        }
    }
}

impl Decision {
    /// The rows that it is about, ascending; none where it is about the whole import.
    #[must_use]
    pub fn rows(&self) -> Vec<RowIndex> {
        let mut rows: Vec<RowIndex> = match self {
            Self::Mark { rows, .. } => rows.iter().collect(),
            Self::Sides(changes) => changes.iter().map(|one| one.row).collect(),
            Self::Edit(edits) => edits.iter().map(|one| one.row).collect(),
            Self::Look(looks) => looks.iter().map(|one| one.row).collect(),
            Self::Part(parting) => vec![parting.row],
            Self::Join { row, from, to } => [Some(*row), *from, *to].into_iter().flatten().collect(),
            Self::Language { .. } | Self::Questionnaire { .. } | Self::Flow { .. } | Self::Map(_) => Vec::new(),
        };
        rows.sort_unstable();
        rows.dedup();
        rows
    }
}
