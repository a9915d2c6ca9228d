//! What of a plan no longer fits.

use super::Fate;
use crate::domain::draft::{Draft, Refusal, Unfit};
use crate::domain::field::Field;
use crate::domain::questionnaire::QuestionnaireId;
use crate::domain::task_flow::TaskFlowId;

/// One of the counts of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Count {
    /// Valid rows that match nobody in the store.
    OnlyInImport,
    /// Stored customers that no row matches.
    OnlyInStore,
    /// Rows that match a stored customer.
    Duplicates,
    /// Rows with an error.
    Invalid,
    /// Rows that are part of the return of another row.
    Joined,
    /// New customers.
    Added,
    /// Known customers that change or get a dossier.
    Updated,
    /// Values that change in known customers.
    Fields,
    /// Known customers that get a dossier.
    Linked,
}

impl Count {
    /// Every count.
    pub const ALL: [Self; 9] = [
        Self::OnlyInImport,
        Self::OnlyInStore,
        Self::Duplicates,
        Self::Invalid,
        Self::Joined,
        Self::Added,
        Self::Updated,
        Self::Fields,
        Self::Linked,
    ];

    /// The word in the plan and in `--json`. Stable.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::OnlyInImport => "only_in_import",
            Self::OnlyInStore => "only_in_store",
            Self::Duplicates => "duplicates",
            Self::Invalid => "invalid",
            Self::Joined => "joined",
            Self::Added => "added",
            Self::Updated => "updated",
            Self::Fields => "fields",
            Self::Linked => "linked",
        }
    }
}

/// One of the choices for the whole import.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Choice {
    /// The task flow.
    Flow,
    /// The language of customers whose row names none.
    Language,
    /// The questionnaire.
    Questionnaire,
}

/// Something of a plan that does not fit what is there now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Misfit {
    /// The workbook has other bytes.
    Workbook {
        /// Name of the file that the plan was made from.
        planned: String,
        /// Name of the file that was read now.
        found: String,
    },
    /// Another sheet.
    Sheet {
        /// The plan's.
        planned: String,
        /// The one read now.
        found: String,
    },
    /// Another row of headings.
    HeaderRow {
        /// The plan's, from 1.
        planned: u32,
        /// The one found now.
        found: u32,
    },
    /// Another number of rows.
    Rows {
        /// The plan's.
        planned: u32,
        /// Those there are.
        found: u32,
    },
    /// Another store.
    Store {
        /// The plan's; empty where there was none yet.
        planned: String,
        /// The one there is.
        found: String,
    },
    /// The store is older than the one that the plan was made with: a copy from before.
    Revision {
        /// The plan's last commit.
        planned: u64,
        /// The store's.
        found: u64,
    },
    /// Other rules judge the rows now.
    Rules {
        /// The plan's version.
        planned: u32,
        /// This program's.
        found: u32,
    },
    /// A step is about a row that there is not.
    NoSuchRow {
        /// The step, from 1.
        step: usize,
        /// Index of the row.
        row: u32,
    },
    /// A step decides what cannot be decided.
    BadStep {
        /// The step, from 1.
        step: usize,
    },
    /// The steps are about more rows than any person decides about.
    TooMuch,
    /// The columns cannot hold the fields that the steps give them.
    Columns {
        /// Why not.
        detail: String,
    },
    /// The store no longer holds what was seen when a field was to be overwritten.
    Overwrite {
        /// Row number.
        row: u32,
        /// The field.
        field: Field,
    },
    /// A row that was selected matches another customer now, or nobody.
    Selection {
        /// Row number.
        row: u32,
    },
    /// There is no such questionnaire any more.
    Questionnaire(QuestionnaireId),
    /// There is no such task flow any more.
    Flow(TaskFlowId),
    /// The steps choose otherwise than the plan says.
    Choice(Choice),
    /// Nothing can be committed.
    Refused(Refusal),
    /// A count is another.
    Count {
        /// Which.
        count: Count,
        /// The plan's.
        planned: u64,
        /// The one now.
        found: u64,
    },
    /// Something else becomes of a row.
    Outcome {
        /// Row number.
        row: u32,
        /// What the plan says; none where it does not speak of the row.
        planned: Option<Fate>,
        /// What would become of it now.
        found: Fate,
    },
    /// Invitations or joint returns are counted otherwise.
    Tally,
}

impl Misfit {
    /// The word in `--json`. Stable.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Workbook { .. } => "workbook",
            Self::Sheet { .. } => "sheet",
            Self::HeaderRow { .. } => "header_row",
            Self::Rows { .. } => "rows",
            Self::Store { .. } => "store",
            Self::Revision { .. } => "revision",
            Self::Rules { .. } => "rules",
            Self::NoSuchRow { .. } | Self::BadStep { .. } | Self::TooMuch | Self::Columns { .. } => "steps",
            Self::Overwrite { .. } => "overwrite",
            Self::Selection { .. } => "selection",
            Self::Questionnaire(_) | Self::Choice(Choice::Questionnaire) => "questionnaire",
            Self::Flow(_) | Self::Choice(Choice::Flow) => "task_flow",
            Self::Choice(Choice::Language) => "language",
            Self::Refused(_) => "refused",
            Self::Count { count, .. } => count.word(),
            Self::Outcome { .. } => "outcome",
            Self::Tally => "tally",
        }
    }

    /// The row of the workbook that it is about, if it is about one.
    #[must_use]
    pub const fn row(&self) -> Option<u32> {
        match self {
            Self::Overwrite { row, .. } | Self::Selection { row } | Self::Outcome { row, .. } => Some(*row),
            _ => None,
        }
    }

    /// What replaying said. What taking over to another version of a workbook says is never said of a
    /// plan, which is for the very workbook it was made from.
    pub(super) fn of_unfit(unfit: &Unfit, draft: &Draft) -> Option<Self> {
        match unfit {
            Unfit::Overwrite { row, field } => Some(Self::Overwrite { row: draft.row_number(*row), field: *field }),
            Unfit::Selection { row } => Some(Self::Selection { row: draft.row_number(*row) }),
            Unfit::Questionnaire(id) => Some(Self::Questionnaire(id.clone())),
            Unfit::Flow(id) => Some(Self::Flow(id.clone())),
            Unfit::Column(_) | Unfit::Lost { .. } => None,
        }
    }
}
