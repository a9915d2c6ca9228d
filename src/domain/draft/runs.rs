//! Rows as runs of neighbours, so that "all 100,000" is one small value.

use serde::{Deserialize, Serialize};

use super::RowIndex;

/// Rows as runs of neighbours: first and last of each run, ascending and apart.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "Vec<(RowIndex, RowIndex)>", into = "Vec<(RowIndex, RowIndex)>")]
pub struct RowRuns(Vec<(RowIndex, RowIndex)>);

/// Runs that overlap, touch, or end before they begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("runs of rows out of order")]
pub struct RunsOutOfOrder;

impl RowRuns {
    /// The rows, ascending.
    pub fn iter(&self) -> impl Iterator<Item = RowIndex> {
        self.0.iter().flat_map(|&(first, last)| first..=last)
    }

    /// How many rows there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.0.iter().map(|(first, last)| (last - first) as usize + 1).sum()
    }

    /// The last row.
    #[must_use]
    pub fn last(&self) -> Option<RowIndex> {
        self.0.last().map(|(_, last)| *last)
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl FromIterator<RowIndex> for RowRuns {
    fn from_iter<I: IntoIterator<Item = RowIndex>>(rows: I) -> Self {
        let mut rows: Vec<RowIndex> = rows.into_iter().collect();
        rows.sort_unstable();
        rows.dedup();
        let mut runs: Vec<(RowIndex, RowIndex)> = Vec::new();
        for row in rows {
            match runs.last_mut() {
                Some((_, last)) if *last + 1 == row => *last = row,
                _ => runs.push((row, row)),
            }
        }
        Self(runs)
    }
}

impl TryFrom<Vec<(RowIndex, RowIndex)>> for RowRuns {
    type Error = RunsOutOfOrder;

    fn try_from(runs: Vec<(RowIndex, RowIndex)>) -> Result<Self, RunsOutOfOrder> {
        let apart = runs.is_sorted_by(|(_, last), (first, _)| last.checked_add(1).is_some_and(|next| next < *first));
        if apart && runs.iter().all(|(first, last)| first <= last) { Ok(Self(runs)) } else { Err(RunsOutOfOrder) }
    }
}

impl From<RowRuns> for Vec<(RowIndex, RowIndex)> {
    fn from(runs: RowRuns) -> Self {
        runs.0
    }
}
