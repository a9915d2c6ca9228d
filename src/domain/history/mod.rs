//! What was kept of one customer, told as a history: where each value came from and what it was before, and
//! what its dossiers went through.
//!
//! The store gives [`Version`]s, the snapshot its journal; nothing else is needed.

use jiff::Timestamp;

use super::amendment::Deed;
use super::customer::Customer;
use super::dossier::Dossier;
use super::snapshot::{JournalLine, Revision};
use super::task_flow::TaskFlowId;

mod dossiers;
mod fields;
mod rows;

pub use dossiers::{DossierEvent, DossierStory, dossier_history};
pub use fields::{FieldStory, Step, field_history};
pub use rows::{RowStory, row_stories};

/// What one commit wrote of a customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Version {
    /// The commit.
    pub revision: Revision,
    /// What it wrote of the customer itself.
    pub customer: Written,
    /// The dossiers that it made or changed, by task flow; none where the customer was unlinked.
    pub dossiers: Vec<(TaskFlowId, Option<Dossier>)>,
}

/// What a commit wrote of a customer itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Written {
    /// Nothing: only dossiers.
    Nothing,
    /// These values, from that row.
    Values(Customer),
    /// That the customer is no longer there.
    Gone,
}

/// Where a version came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Occasion {
    /// The commit.
    pub revision: Revision,
    /// When, and login name of who; none where the journal does not know the commit.
    pub by: Option<(Timestamp, String)>,
    /// What it was.
    pub source: Source,
}

/// By what a value came into the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A row of a workbook.
    Import {
        /// Name of the workbook, neutralised.
        file: String,
        /// Row number in it; none for what an import wrote beside its rows.
        row: Option<u32>,
    },
    /// An import was taken back.
    TakenBack {
        /// The import.
        import: Revision,
    },
    /// The customer's own answer, taken over into the record.
    Returned {
        /// The task flow of the dossier.
        flow: TaskFlowId,
        /// Name of the workbook in which answers of the dossier came back last, neutralised; none where that was not kept.
        file: Option<String>,
    },
    /// Somebody, or the program, changed what was stored.
    Deed(Deed),
    /// The journal does not know the commit.
    Unknown,
}

impl Occasion {
    /// The occasion of a commit, by the journal (newest first, as a snapshot has it).
    fn of(revision: Revision, row: Option<u32>, journal: &[JournalLine]) -> Self {
        let at = journal.binary_search_by(|line| revision.cmp(&line.revision)).ok();
        let Some(line) = at.and_then(|at| journal.get(at)) else { return Self { revision, by: None, source: Source::Unknown } };
        let source = match &line.deed {
            Deed::Import => Source::Import { file: line.file.clone(), row },
            Deed::TakenBack { import } => Source::TakenBack { import: *import },
            deed @ (Deed::Added
            | Deed::Edited
            | Deed::Removed
            | Deed::FlowMade(_)
            | Deed::FlowChanged(_)
            | Deed::Linked(_)
            | Deed::Unlinked(_)
            | Deed::Completed(_)
            | Deed::Mailed(_)
            | Deed::Answered(_)
            | Deed::AnsweredSeveral(_)
            | Deed::Closed(_)
            | Deed::Rescheduled(_)
            | Deed::Reworked(_)) => Source::Deed(deed.clone()),
        };
        Self { revision, by: Some((line.when, line.who.clone())), source }
    }
}

#[cfg(test)]
mod tests;
