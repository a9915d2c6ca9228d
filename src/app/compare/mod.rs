//! A duplicate, field by field.
//!
//! - `pane`: the record as it will be, as lines

mod pane;

pub use pane::{FIRST, Outcome, flowed, seen};

use super::desk::Sight as Eye;
use super::text_field::TextField;
use crate::domain::draft::{Account, Bucket, Comparison, Draft, RowIndex, Side, Step};
use crate::domain::field::Field;
use crate::domain::finding::{Finding, Severity};

/// A duplicate that is being looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compare {
    /// The row.
    pub row: RowIndex,
    /// Field under the cursor, as a place in the comparisons.
    pub cursor: usize,
    /// First field seen.
    pub top: usize,
    /// First line seen of the record as it will be.
    pub pane_top: usize,
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
        let mut compare = Self { row, cursor: 0, top: 0, pane_top: 0 };
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

/// Another value for a field of a duplicate, while it is typed.
#[derive(Debug, Clone)]
pub struct ValueEntry {
    /// The row.
    pub row: RowIndex,
    /// The field.
    pub field: Field,
    /// What is typed.
    pub input: TextField,
    /// What stood there to begin with.
    begun: String,
}

/// What a typed value would do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// It would be taken, and read like this.
    Right(String),
    /// The store holds it already.
    AsStored,
    /// Nothing is typed: the store keeps what it has.
    Empty,
    /// These errors would make the row invalid.
    Wrong(Vec<Finding>),
    /// The row would no longer match this customer.
    OtherCustomer,
}

impl ValueEntry {
    /// Begins with what the row gives, or else with what the store holds. A number that is masked is not
    /// shown just because it can be typed over: there it begins empty.
    #[must_use]
    pub fn of(row: RowIndex, comparison: &Comparison, eye: Eye) -> Self {
        let given = if comparison.import.is_empty() { &comparison.store } else { &comparison.import };
        let text = if comparison.field.is_national_number() && !eye.shows_numbers { "" } else { given };
        Self { row, field: comparison.field, input: TextField::with(text), begun: text.to_owned() }
    }

    /// Whether anything else is typed than what stood there to begin with.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.input.text() != self.begun
    }

    /// What the typed value would do. None where the row is gone.
    #[must_use]
    pub fn verdict(&self, draft: &Draft) -> Option<Verdict> {
        let found = draft.account(self.row)?.found?;
        let trial = draft.trying(self.row, self.field, self.input.text())?;
        let value = trial.values.text(self.field);
        Some(match trial.bucket {
            Bucket::Invalid => Verdict::Wrong(trial.findings.into_iter().filter(|finding| finding.severity() == Severity::Error).collect()),
            _ if trial.customer != Some(found.id) => Verdict::OtherCustomer,
            _ if value.is_empty() => Verdict::Empty,
            _ if value == found.values.text(self.field) => Verdict::AsStored,
            _ => Verdict::Right(value.to_owned()),
        })
    }

    /// The step that lets the row read what was typed and takes it; none where that is refused.
    #[must_use]
    pub fn step(&self, draft: &Draft) -> Option<Step> {
        let side = match self.verdict(draft)? {
            Verdict::Right(_) => Side::Import,
            Verdict::AsStored | Verdict::Empty => Side::Store,
            Verdict::Wrong(_) | Verdict::OtherCustomer => return None,
        };
        Some(draft.typing(self.row, self.field, self.input.text()).and(draft.taking(self.row, [self.field], side)))
    }
}
