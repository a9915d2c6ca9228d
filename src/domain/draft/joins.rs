//! Rows that were joined: two people, one return.

use std::collections::BTreeMap;

use super::RowIndex;

/// Which row is the partner in the return of which.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Joins {
    main: BTreeMap<RowIndex, RowIndex>,
    partner: BTreeMap<RowIndex, RowIndex>,
}

impl Joins {
    /// The row whose return this row is part of.
    pub(super) fn main_of(&self, row: RowIndex) -> Option<RowIndex> {
        self.main.get(&row).copied()
    }

    /// The row that is the partner in the return of this one.
    pub(super) fn partner_of(&self, row: RowIndex) -> Option<RowIndex> {
        self.partner.get(&row).copied()
    }

    /// Makes a row the partner in the return of another, or of none. Another partner of that return
    /// loses it: a return has one.
    pub(super) fn put(&mut self, row: RowIndex, main: Option<RowIndex>) {
        if let Some(before) = self.main.remove(&row) {
            self.partner.remove(&before);
        }
        let Some(main) = main else { return };
        if let Some(other) = self.partner.insert(main, row) {
            self.main.remove(&other);
        }
        self.main.insert(row, main);
    }

    /// Every pair: the partner's row, the row of the return.
    pub(super) fn iter(&self) -> impl Iterator<Item = (RowIndex, RowIndex)> {
        self.main.iter().map(|(partner, main)| (*partner, *main))
    }
}
