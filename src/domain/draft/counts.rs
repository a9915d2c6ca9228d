//! How many rows are in each bucket, kept right by every decision so that asking costs nothing.

use super::standing::{Bucket, Claim};
use super::{Draft, RowIndex};

/// How many are in each bucket. `rows = only_in_import + duplicates + invalid`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Rows that are in a bucket.
    pub rows: u32,
    /// Valid rows that match nobody in the store.
    pub only_in_import: u32,
    /// Stored customers that no row matches.
    pub only_in_store: u32,
    /// Rows that match a stored customer.
    pub duplicates: u32,
    /// Rows with at least one error.
    pub invalid: u32,
    /// Rows that would be added or linked by a commit now.
    pub selected: u32,
    /// New rows that would be added by a commit now.
    pub selected_new: u32,
}

impl Counts {
    /// How many are in one bucket.
    #[must_use]
    pub const fn of(&self, bucket: Bucket) -> u32 {
        match bucket {
            Bucket::OnlyInImport => self.only_in_import,
            Bucket::OnlyInStore => self.only_in_store,
            Bucket::Duplicates => self.duplicates,
            Bucket::Invalid => self.invalid,
        }
    }
}

/// Which way a row is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    More,
    Less,
}

impl Draft {
    /// How many are in each bucket.
    #[must_use]
    pub const fn counts(&self) -> Counts {
        self.counts
    }

    /// Changes what is decided about a row and keeps the counts right: of rows that are tied with it
    /// too, since only one of them can be selected.
    pub(super) fn amend(&mut self, row: RowIndex, change: impl FnOnce(&mut Self)) {
        let Some(standing) = self.rows.get(row as usize) else { return };
        if standing.claim != Claim::Tied {
            self.tally(row, Sign::Less);
            change(self);
            self.tally(row, Sign::More);
            return;
        }
        let bound = self.rivals(standing).to_vec();
        bound.iter().for_each(|rival| self.tally(*rival, Sign::Less));
        change(self);
        bound.iter().for_each(|rival| self.tally(*rival, Sign::More));
    }

    /// Counts everything afresh, after a change to many rows.
    pub(super) fn recount(&mut self) {
        self.counts = Counts { rows: self.row_count(), only_in_store: self.claims.unseen_count(), ..Counts::default() };
        for row in 0..self.row_count() {
            self.tally(row, Sign::More);
        }
    }

    fn tally(&mut self, row: RowIndex, sign: Sign) {
        let Some(standing) = self.rows.get(row as usize) else { return };
        let (bucket, selected) = (standing.bucket(), self.is_selected(row));
        let step = |count: &mut u32| match sign {
            Sign::More => *count += 1,
            Sign::Less => *count = count.saturating_sub(1),
        };
        if selected {
            step(&mut self.counts.selected);
        }
        match bucket {
            Bucket::OnlyInImport => {
                step(&mut self.counts.only_in_import);
                if selected {
                    step(&mut self.counts.selected_new);
                }
            }
            Bucket::Duplicates => step(&mut self.counts.duplicates),
            Bucket::Invalid => step(&mut self.counts.invalid),
            Bucket::OnlyInStore => {}
        }
    }
}
