//! Steps: what was decided in one go, made and taken back in one go.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::touched::Touched;
use super::{Decision, Draft, RowIndex};
use crate::domain::matching::Stock;

/// What a person did to make a step: what the list of steps says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Deed {
    /// Rows were selected or deselected.
    Mark,
    /// Language, questionnaire or task flow was chosen.
    Choose,
    /// Fields of a duplicate were taken from one side.
    TakeSides,
    /// A value was typed.
    Type,
    /// A suggestion was taken, for one row or for all alike.
    TakeSuggestion,
    /// Text was found and replaced.
    Replace,
    /// Columns were given other fields.
    Map,
    /// A row was held apart from a stored customer.
    HoldApart,
    /// Two rows were joined into one return, or parted again.
    Join,
    /// A rule settled the remaining duplicates.
    ApplyRule,
    /// A duplicate was looked at and accepted as it stands.
    Accept,
}

impl Deed {
    /// Every deed.
    pub const ALL: [Self; 11] = [
        Self::Mark,
        Self::Choose,
        Self::TakeSides,
        Self::Type,
        Self::TakeSuggestion,
        Self::Replace,
        Self::Map,
        Self::HoldApart,
        Self::Join,
        Self::ApplyRule,
        Self::Accept,
    ];
}

/// Decisions that were made in one go and are taken back in one go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// What the person did.
    pub deed: Deed,
    /// What that decides, in order. None means that nothing would change.
    pub decisions: Vec<Decision>,
    /// It goes on with the step before it: a run of marks is taken back as one.
    #[serde(default)]
    pub continues: bool,
}

impl Step {
    /// A step of these decisions.
    #[must_use]
    pub const fn new(deed: Deed, decisions: Vec<Decision>) -> Self {
        Self { deed, decisions, continues: false }
    }

    /// Whether it decides nothing.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.decisions.is_empty()
    }

    /// How many rows it is about; 0 for one about the whole import.
    #[must_use]
    pub fn row_count(&self) -> usize {
        self.decisions.iter().map(Decision::row_count).sum()
    }

    /// The same step with the decisions of another behind its own.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        self.decisions.extend(other.decisions);
        self
    }

    /// The same step, going on with the one before it.
    #[must_use]
    pub const fn continuing(mut self) -> Self {
        self.continues = true;
        self
    }

    /// The first row that it is about.
    #[must_use]
    pub fn first_row(&self) -> Option<RowIndex> {
        self.decisions.iter().find_map(|decision| match decision {
            Decision::Mark { rows, .. } => rows.iter().next(),
            Decision::Sides(changes) => changes.first().map(|one| one.row),
            Decision::Edit(edits) => edits.first().map(|one| one.row),
            Decision::Look(looks) => looks.first().map(|one| one.row),
            Decision::Part(parting) => Some(parting.row),
            Decision::Join { row, .. } => Some(*row),
            Decision::Language { .. } | Decision::Questionnaire { .. } | Decision::Flow { .. } | Decision::Map(_) => None,
        })
    }
}

impl Draft {
    /// Applies a step and remembers it; steps taken back before are forgotten. Tells what it touched.
    pub fn decide(&mut self, step: Step) -> Touched {
        if step.is_empty() {
            return Touched::default();
        }
        self.touched = Touched::default();
        self.apply_all(step.decisions.iter().cloned());
        self.remember(step);
        self.touched()
    }

    /// Puts a step at the end of those in force.
    pub(super) fn remember(&mut self, step: Step) {
        self.steps.truncate(self.in_force);
        let goes_on = step.continues && self.in_force > self.committed;
        match self.steps.last_mut().filter(|last| goes_on && last.deed == step.deed) {
            Some(last) => last.decisions.extend(step.decisions),
            None => self.steps.push(step),
        }
        self.in_force = self.steps.len();
    }

    /// Takes the last step back. None where there is none, or a commit stands before it.
    pub fn undo(&mut self) -> Option<Touched> {
        if self.in_force <= self.committed {
            return None;
        }
        self.touched = Touched::default();
        self.take_back();
        Some(self.touched())
    }

    /// Makes the last step that was taken back again. None where there is none.
    pub fn redo(&mut self) -> Option<Touched> {
        if self.in_force >= self.steps.len() {
            return None;
        }
        self.touched = Touched::default();
        self.make_again();
        Some(self.touched())
    }

    /// Goes to where so many steps are in force: back, or forth again. A commit is not crossed.
    pub fn go_to_step(&mut self, in_force: usize) -> Touched {
        self.touched = Touched::default();
        let wanted = in_force.clamp(self.committed, self.steps.len());
        while self.in_force > wanted {
            self.take_back();
        }
        while self.in_force < wanted {
            self.make_again();
        }
        self.touched()
    }

    fn take_back(&mut self) {
        let step = self.in_force.checked_sub(1).and_then(|at| self.steps.get(at)).cloned();
        if let Some(step) = step {
            self.in_force -= 1;
            self.apply_all(step.decisions.into_iter().rev().map(Decision::inverse));
        }
    }

    fn make_again(&mut self) {
        if let Some(step) = self.steps.get(self.in_force).cloned() {
            self.in_force += 1;
            self.apply_all(step.decisions.into_iter());
        }
    }

    /// Every step that was made, those taken back too: see [`Self::steps_in_force`].
    #[must_use]
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// How many of the steps are in force; those behind were taken back and can come again.
    #[must_use]
    pub const fn steps_in_force(&self) -> usize {
        self.in_force
    }

    /// How many of the steps were committed and are not taken back by undo.
    #[must_use]
    pub const fn steps_committed(&self) -> usize {
        self.committed
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
}
