//! What becomes of each row, in as few words as a file of a million rows needs.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Misfit;
use crate::domain::change_set::RowOutcome;
use crate::domain::customer::CustomerId;
use crate::domain::draft::RowRuns;

/// What becomes of one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fate {
    /// It becomes a new customer.
    Added,
    /// New, and not selected.
    NotSelected,
    /// Invalid, and not imported.
    Invalid,
    /// It changes this customer, or gives it a dossier.
    Updated(CustomerId),
    /// It equals this customer, of whom nothing changes.
    LeftAlone(CustomerId),
    /// It is part of the return of the row of this number.
    Joined(u32),
}

impl Fate {
    /// The word in `--json`. Stable.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::NotSelected => "not_selected",
            Self::Invalid => "invalid",
            Self::Updated(_) => "updated",
            Self::LeftAlone(_) => "left_alone",
            Self::Joined(_) => "joined",
        }
    }
}

impl From<&RowOutcome> for Fate {
    fn from(outcome: &RowOutcome) -> Self {
        match outcome {
            RowOutcome::Added => Self::Added,
            RowOutcome::Updated(customer) => Self::Updated(*customer),
            RowOutcome::LeftAlone(customer) => Self::LeftAlone(*customer),
            RowOutcome::NotSelected => Self::NotSelected,
            RowOutcome::Invalid(_) => Self::Invalid,
            RowOutcome::Joined(main) => Self::Joined(*main),
        }
    }
}

/// What becomes of each row: row numbers of the workbook, as runs of first and last where nothing else
/// is to be said, else with the customer or the row that they go with.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Outcomes {
    /// Rows that become new customers.
    pub added: RowRuns,
    /// New rows that are left out.
    pub not_selected: RowRuns,
    /// Rows with an error.
    pub invalid: RowRuns,
    /// Rows that change a customer or give it a dossier, each with the customer.
    pub updated: Vec<(u32, CustomerId)>,
    /// Rows that equal a customer of whom nothing changes, each with the customer.
    pub left_alone: Vec<(u32, CustomerId)>,
    /// Rows that are part of the return of another, each with that row.
    pub joined: Vec<(u32, u32)>,
}

impl Outcomes {
    /// The outcomes of a change set.
    #[must_use]
    pub fn of(rows: &[(u32, RowOutcome)]) -> Self {
        let of = |wanted: Fate| rows.iter().filter(|(_, outcome)| Fate::from(outcome) == wanted).map(|(row, _)| *row).collect();
        let mut outcomes =
            Self { added: of(Fate::Added), not_selected: of(Fate::NotSelected), invalid: of(Fate::Invalid), ..Self::default() };
        for (row, outcome) in rows {
            match Fate::from(outcome) {
                Fate::Updated(customer) => outcomes.updated.push((*row, customer)),
                Fate::LeftAlone(customer) => outcomes.left_alone.push((*row, customer)),
                Fate::Joined(main) => outcomes.joined.push((*row, main)),
                Fate::Added | Fate::NotSelected | Fate::Invalid => {}
            }
        }
        outcomes
    }

    /// How many rows are spoken of.
    fn count(&self) -> usize {
        let runs = [&self.added, &self.not_selected, &self.invalid];
        runs.iter().map(|runs| runs.count()).sum::<usize>() + self.updated.len() + self.left_alone.len() + self.joined.len()
    }

    fn fates(&self) -> BTreeMap<u32, Fate> {
        let runs = [(&self.added, Fate::Added), (&self.not_selected, Fate::NotSelected), (&self.invalid, Fate::Invalid)];
        let runs = runs.into_iter().flat_map(|(rows, fate)| rows.iter().map(move |row| (row, fate)));
        let updated = self.updated.iter().map(|(row, customer)| (*row, Fate::Updated(*customer)));
        let left_alone = self.left_alone.iter().map(|(row, customer)| (*row, Fate::LeftAlone(*customer)));
        let joined = self.joined.iter().map(|(row, main)| (*row, Fate::Joined(*main)));
        runs.chain(updated).chain(left_alone).chain(joined).collect()
    }

    /// The rows of which something else becomes now, ascending.
    pub(super) fn differences(&self, now: &[(u32, RowOutcome)]) -> Vec<Misfit> {
        // Runs are written in a few digits and can stand for four thousand million rows: they are
        // spelled out only where they are as many as there are.
        let rows = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        if self.count() != now.len() {
            return vec![Misfit::Rows { planned: rows(self.count()), found: rows(now.len()) }];
        }
        let planned = self.fates();
        let differing = now.iter().map(|(row, outcome)| (*row, planned.get(row).copied(), Fate::from(outcome)));
        let differing = differing.filter(|(_, planned, found)| *planned != Some(*found));
        differing.map(|(row, planned, found)| Misfit::Outcome { row, planned, found }).collect()
    }
}
