//! A duplicate, field by field.

use crate::domain::draft::{Account, Comparison, Draft, RowIndex};

/// A duplicate that is being looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compare {
    /// The row.
    pub row: RowIndex,
    /// Field under the cursor, as a place in the comparisons.
    pub cursor: usize,
    /// First field seen.
    pub top: usize,
}

/// What is seen of a duplicate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sight {
    /// Everything about the row.
    pub account: Account,
    /// Both sides of every field.
    pub comparisons: Vec<Comparison>,
}

impl Compare {
    /// Looks at a row, the cursor on the first field that differs.
    #[must_use]
    pub fn of(row: RowIndex, draft: &Draft) -> Self {
        let mut compare = Self { row, cursor: 0, top: 0 };
        if let Some(sight) = compare.sight(draft) {
            compare.cursor = sight.comparisons.iter().position(|comparison| comparison.difference.can_be_taken()).unwrap_or(0);
        }
        compare
    }

    /// What is seen, as the draft now stands.
    #[must_use]
    pub fn sight(&self, draft: &Draft) -> Option<Sight> {
        let account = draft.account(self.row)?;
        let mut comparisons = account.comparisons(draft);
        // What can be decided first; what is the same below it.
        comparisons.sort_by_key(|one| (!one.difference.can_be_taken(), one.field));
        Some(Sight { account, comparisons })
    }

    /// The next field that differs, or the one before.
    #[must_use]
    pub fn next_difference(&self, sight: &Sight, forward: bool) -> Option<usize> {
        let differs = |place: &usize| sight.comparisons.get(*place).is_some_and(|comparison| comparison.difference.can_be_taken());
        if forward { (self.cursor + 1..sight.comparisons.len()).find(differs) } else { (0..self.cursor).rev().find(differs) }
    }
}
