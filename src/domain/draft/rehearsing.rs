//! What a step would come to, found out by taking it and taking it back: exact to the last row, since
//! it is the very thing that would happen, and it costs what the step costs.

use super::{Account, Counts, Decision, Draft, RowIndex, Step};

/// What a step would come to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rehearsal {
    /// How many rows are in each bucket before it.
    pub before: Counts,
    /// How many there would be.
    pub after: Counts,
    /// What there would be to say about the row in question.
    pub account: Option<Account>,
}

impl Draft {
    /// What a step would come to, for a row and for the whole. The draft is as it was afterwards, also
    /// the steps that were taken back and can come again.
    #[must_use]
    pub fn rehearse(&mut self, step: &Step, row: RowIndex) -> Rehearsal {
        let before = self.counts();
        self.apply_all(step.decisions.iter().cloned());
        let (after, account) = (self.counts(), self.account(row));
        self.apply_all(step.decisions.iter().cloned().rev().map(Decision::inverse));
        // No list has to follow what did not happen.
        self.touched();
        Rehearsal { before, after, account }
    }
}
