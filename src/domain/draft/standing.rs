//! What is kept of every row between key presses: a few words each, so that a million rows fit.

use super::{Draft, RowIndex};
use crate::domain::finding::{RuleSet, Severity};
use crate::domain::language::Language;
use crate::domain::matching::{Certainty, Ground, Match, MatchKeys};

/// Where a row, or a stored customer, is listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
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

/// The heaviest finding among some.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) enum Worst {
    #[default]
    Clean,
    Warning,
    Error,
}

impl Worst {
    fn of(rules: RuleSet) -> Self {
        match rules.severity() {
            None => Self::Clean,
            Some(Severity::Warning) => Self::Warning,
            Some(Severity::Error) => Self::Error,
        }
    }
}

/// How a row's claim on the stored customer that it matches came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Claim {
    /// No other row matches that customer as strongly.
    #[default]
    Upheld,
    /// Another row matches the customer just as strongly.
    Tied,
    /// Another row has the customer.
    Lost,
    /// Another row has the customer, whose partner this row was: after a separation each has a row.
    Parted,
}

/// What is kept of one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Standing {
    /// Index of the row in the sheet.
    pub(super) at: u32,
    pub(super) keys: MatchKeys,
    /// Language named by the row.
    pub(super) language: Option<Language>,
    /// Year of the deadline named by the row.
    pub(super) deadline_year: Option<i16>,
    /// The rules that the row's own fields break, whatever is chosen for the import.
    pub(super) own: RuleSet,
    /// The heaviest finding that comes from other rows of the file.
    pub(super) beside: Worst,
    /// What is chosen for the import asks for something else than the row says.
    pub(super) unmet: bool,
    /// The strongest match, also of an invalid row.
    pub(super) found: Option<Match>,
    /// What became of the claim on `found`.
    pub(super) claim: Claim,
    /// Selected or deselected by a person; else the bucket's default holds.
    pub(super) marked: Option<super::Mark>,
    /// It is the partner in the return of another row, and in no bucket of its own.
    pub(super) joined: bool,
    /// What it was counted as, so that counts follow a change without being made anew.
    pub(super) counted: Option<Counted>,
}

/// What a row was counted as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Counted {
    pub(super) bucket: Option<Bucket>,
    pub(super) selected: bool,
}

impl Standing {
    /// The heaviest finding before the row is compared with the others on one stored customer.
    pub(super) fn judged(&self) -> Worst {
        if self.unmet { Worst::Error } else { Worst::of(self.own).max(self.beside) }
    }

    pub(super) fn worst(&self) -> Worst {
        let claim = match self.claim {
            Claim::Upheld | Claim::Tied => Worst::Clean,
            Claim::Parted => Worst::Warning,
            Claim::Lost => Worst::Error,
        };
        self.judged().max(claim)
    }

    /// Whether more is to be said of it than what its own fields break.
    pub(super) fn is_more_than_its_fields(&self) -> bool {
        self.unmet || self.beside != Worst::Clean || matches!(self.claim, Claim::Lost | Claim::Parted)
    }

    /// Where it is listed; nowhere, where it is part of the return of another row.
    pub(super) fn bucket(&self) -> Option<Bucket> {
        if self.joined {
            None
        } else if self.worst() == Worst::Error {
            Some(Bucket::Invalid)
        } else if self.matched().is_some() {
            Some(Bucket::Duplicates)
        } else {
            Some(Bucket::OnlyInImport)
        }
    }

    /// The stored customer that the row is held to be; none for one that has parted from it.
    pub(super) fn matched(&self) -> Option<Match> {
        self.found.filter(|_| self.claim != Claim::Parted)
    }

    /// How sure the match is: a tie, or several customers to choose from, makes even a strong one unsure.
    pub(super) fn certainty(&self) -> Option<Certainty> {
        let found = self.matched()?;
        let disputed = self.claim == Claim::Tied || found.is_one_of_several;
        Some(if disputed { Certainty::Unsure } else { found.ground.certainty() })
    }
}

impl Draft {
    /// The bucket of a row; none where it is part of the return of another row.
    #[must_use]
    pub fn bucket(&self, row: RowIndex) -> Option<Bucket> {
        self.rows.get(row as usize).and_then(Standing::bucket)
    }

    /// The rows of a bucket, in the order of the workbook. None for [`Bucket::OnlyInStore`].
    #[must_use]
    pub fn rows_in(&self, bucket: Bucket) -> Vec<RowIndex> {
        (0..).zip(&self.rows).filter(|(_, standing)| standing.bucket() == Some(bucket)).map(|(row, _)| row).collect()
    }

    /// Whether a row has a warning and no error.
    #[must_use]
    pub fn has_warning(&self, row: RowIndex) -> bool {
        self.rows.get(row as usize).is_some_and(|standing| !standing.joined && standing.worst() == Worst::Warning)
    }

    /// How sure the match of a duplicate is.
    #[must_use]
    pub fn certainty(&self, row: RowIndex) -> Option<Certainty> {
        self.rows.get(row as usize).and_then(Standing::certainty)
    }

    /// Why a row and a stored customer are held to be the same.
    #[must_use]
    pub fn ground(&self, row: RowIndex) -> Option<Ground> {
        self.rows.get(row as usize).and_then(Standing::matched).map(|found| found.ground)
    }
}
