//! How many rows are in each bucket, kept right by every decision so that asking costs nothing.

use super::standing::{Bucket, Counted};
use super::{Draft, RowIndex};

/// How many are in each bucket. `rows = only_in_import + duplicates + invalid + joined`.
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
    /// Rows that are the partner in the return of another row, and in no bucket of their own.
    pub joined: u32,
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

impl Draft {
    /// How many are in each bucket.
    #[must_use]
    pub const fn counts(&self) -> Counts {
        self.counts
    }

    /// Counts everything afresh, after a change to many rows.
    pub(super) fn recount(&mut self) {
        self.counts = Counts::default();
        self.rows.iter_mut().for_each(|standing| standing.counted = None);
        (0..self.row_count()).for_each(|row| self.count(row));
        self.counts.only_in_store = self.claims.unseen_count();
    }

    /// Counts a row as it now stands, and no longer as it was counted before.
    pub(super) fn count(&mut self, row: RowIndex) {
        let Some(standing) = self.rows.get(row as usize) else { return };
        let now = Counted { bucket: standing.bucket(), selected: self.is_selected(row) };
        let Some(standing) = self.rows.get_mut(row as usize) else { return };
        let before = standing.counted.replace(now);
        if before.is_none() {
            self.counts.rows += 1;
        }
        if before != Some(now) {
            before.into_iter().for_each(|before| self.counts.add(before, |count| *count = count.saturating_sub(1)));
            self.counts.add(now, |count| *count += 1);
        }
        self.counts.only_in_store = self.claims.unseen_count();
    }
}

impl Counts {
    fn add(&mut self, counted: Counted, step: impl Fn(&mut u32)) {
        if counted.selected {
            step(&mut self.selected);
        }
        match counted.bucket {
            Some(Bucket::OnlyInImport) => {
                step(&mut self.only_in_import);
                if counted.selected {
                    step(&mut self.selected_new);
                }
            }
            Some(Bucket::Duplicates) => step(&mut self.duplicates),
            Some(Bucket::Invalid) => step(&mut self.invalid),
            Some(Bucket::OnlyInStore) => {}
            None => step(&mut self.joined),
        }
    }
}
