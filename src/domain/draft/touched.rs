//! What a step changed about where rows are listed, so that lists follow without being made anew.

use super::{Draft, RowIndex};

/// The rows that a step moved or changed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Touched {
    /// Rows that may be listed elsewhere, or read otherwise, than before; ascending. Not said where
    /// `all` is.
    pub rows: Vec<RowIndex>,
    /// So much changed that every list is to be made anew.
    pub all: bool,
    /// Other stored customers than before are matched by no row.
    pub store: bool,
}

impl Touched {
    pub(super) fn note(&mut self, row: RowIndex) {
        self.rows.push(row);
    }
}

impl Draft {
    /// What the step touched, sorted.
    pub(super) fn touched(&mut self) -> Touched {
        let mut touched = std::mem::take(&mut self.touched);
        touched.rows.sort_unstable();
        touched.rows.dedup();
        touched
    }
}
