//! What became of the rows of an import, told again later.

use std::collections::HashMap;

use crate::domain::change_set::RowOutcome;
use crate::domain::customer::CustomerId;

/// What became of one row of an import.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowStory {
    /// Row number in the workbook.
    pub row: u32,
    /// What became of it.
    pub outcome: RowOutcome,
    /// The customer that it became, changed or equals, or whose return it is part of. None for a row that is nobody's,
    /// and for a customer that was removed with its data: then nothing says any more which one it was.
    pub customer: Option<CustomerId>,
}

/// The stories of the rows of an import. `written` are the customers that it wrote, by the row that each came from.
#[must_use]
pub fn row_stories(outcomes: Vec<(u32, RowOutcome)>, mut written: HashMap<u32, CustomerId>) -> Vec<RowStory> {
    for (row, outcome) in &outcomes {
        if let RowOutcome::Updated(customer) | RowOutcome::LeftAlone(customer) = outcome {
            written.insert(*row, *customer);
        }
    }
    let customer = |row: u32, outcome: &RowOutcome| match outcome {
        RowOutcome::Added | RowOutcome::Updated(_) | RowOutcome::LeftAlone(_) => written.get(&row).copied(),
        RowOutcome::Joined(other) => written.get(other).copied(),
        RowOutcome::NotSelected | RowOutcome::Invalid(_) => None,
    };
    outcomes.into_iter().map(|(row, outcome)| RowStory { row, customer: customer(row, &outcome), outcome }).collect()
}
