//! What is kept of every row between key presses: a few words each, so that a million rows fit.

use super::Draft;
use super::RowIndex;
use crate::domain::language::Language;
use crate::domain::matching::{Ground, Match, MatchKeys};

/// Where a row, or a stored customer, is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Bucket {
    /// Valid rows that match nobody in the store.
    OnlyInImport,
    /// Stored customers that no row matches.
    OnlyInStore,
    /// Rows that match a stored customer.
    Duplicates,
    /// Rows with at least one error.
    Invalid,
}

impl Bucket {
    /// The buckets in the order of the tabs.
    pub const ALL: [Self; 4] = [Self::OnlyInImport, Self::OnlyInStore, Self::Duplicates, Self::Invalid];

    /// The word in `--json`. Stable.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::OnlyInImport => "only_in_import",
            Self::OnlyInStore => "only_in_store",
            Self::Duplicates => "duplicates",
            Self::Invalid => "invalid",
        }
    }
}

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

/// The heaviest finding among some.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Worst {
    #[default]
    Clean,
    Warning,
    Error,
}

/// What is kept of one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Standing {
    /// Index of the row in the sheet.
    pub(super) at: u32,
    pub(super) keys: MatchKeys,
    /// Language named by the row.
    pub(super) language: Option<Language>,
    /// Year of the deadline named by the row; 0 where none is.
    pub(super) deadline_year: i16,
    /// The heaviest finding of the row's own fields, whatever is chosen for the import.
    pub(super) own: Worst,
    /// The heaviest finding that comes from other rows or from what is chosen.
    pub(super) cross: Worst,
    /// The strongest match, also of an invalid row.
    pub(super) found: Option<Match>,
    /// Another row has the customer that this row matches.
    pub(super) lost: bool,
    /// Another row matches the same customer just as strongly.
    pub(super) tied: bool,
    /// Selected or deselected by a person; else the bucket's default holds.
    pub(super) marked: Option<super::Mark>,
}

impl Standing {
    pub(super) const fn new(at: u32) -> Self {
        Self {
            at,
            keys: MatchKeys { national: 0, partner: 0, code: 0, email: 0, name: 0, address: 0 },
            language: None,
            deadline_year: 0,
            own: Worst::Clean,
            cross: Worst::Clean,
            found: None,
            lost: false,
            tied: false,
            marked: None,
        }
    }

    pub(super) fn worst(&self) -> Worst {
        if self.lost { Worst::Error } else { self.own.max(self.cross) }
    }

    pub(super) fn bucket(&self) -> Bucket {
        if self.worst() == Worst::Error {
            Bucket::Invalid
        } else if self.found.is_some() {
            Bucket::Duplicates
        } else {
            Bucket::OnlyInImport
        }
    }

    /// The ground of the match; a tie makes even a strong one unsure.
    pub(super) fn ground(&self) -> Option<Ground> {
        self.found.map(|found| found.ground)
    }
}

impl Draft {
    /// The bucket of a row.
    #[must_use]
    pub fn bucket(&self, row: RowIndex) -> Bucket {
        self.rows.get(row as usize).map_or(Bucket::Invalid, Standing::bucket)
    }

    /// The rows of a bucket, in the order of the workbook. None for [`Bucket::OnlyInStore`].
    #[must_use]
    pub fn rows_in(&self, bucket: Bucket) -> Vec<RowIndex> {
        (0..).zip(&self.rows).filter(|(_, standing)| standing.bucket() == bucket).map(|(row, _)| row).collect()
    }

    /// Stored customers that no row matches, as indexes into the stock's snapshot.
    #[must_use]
    pub fn only_in_store(&self) -> Vec<u32> {
        (0..).zip(&self.claims.seen).filter(|(_, seen)| !**seen).map(|(stored, _)| stored).collect()
    }

    /// Whether a row has a warning and no error.
    #[must_use]
    pub fn has_warning(&self, row: RowIndex) -> bool {
        self.rows.get(row as usize).is_some_and(|standing| standing.worst() == Worst::Warning)
    }

    /// How many are in each bucket. Kept up to date by every decision, so that asking costs nothing.
    #[must_use]
    pub const fn counts(&self) -> Counts {
        self.counts
    }

    /// Changes what is kept of a row and keeps the counts right.
    pub(super) fn amend(&mut self, row: RowIndex, change: impl FnOnce(&mut Standing)) {
        let Some(mut standing) = self.rows.get(row as usize).copied() else { return };
        self.tally(&standing, Sign::Less);
        change(&mut standing);
        self.tally(&standing, Sign::More);
        if let Some(slot) = self.rows.get_mut(row as usize) {
            *slot = standing;
        }
    }

    /// Counts everything afresh, after a change to many rows.
    pub(super) fn recount(&mut self) {
        let stored = u32::try_from(self.claims.seen.len()).unwrap_or(u32::MAX);
        self.counts = Counts { rows: self.row_count(), only_in_store: stored.saturating_sub(self.claims.seen_count), ..Counts::default() };
        let rows = std::mem::take(&mut self.rows);
        for standing in &rows {
            self.tally(standing, Sign::More);
        }
        self.rows = rows;
    }

    fn tally(&mut self, standing: &Standing, sign: Sign) {
        let selected = self.is_selected_standing(standing);
        let bucket = standing.bucket();
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

/// Which way a row is counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    More,
    Less,
}
