//! Drafts that are kept on disk: what is known of them, and what of the screen is kept beside them.

use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::fault::Fault;
use super::table::{Column, Direction};
use crate::domain::draft::{Bucket, Draft, Entry, Unfit};

/// Name of a kept draft: 128 random bits, as 32 lower-case hexadecimal digits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DraftId(String);

impl DraftId {
    /// The name, if it is one. Nothing else is ever made into a path.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let is_digit = |byte: u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        (text.len() == 32 && text.bytes().all(is_digit)).then(|| Self(text.to_owned()))
    }

    /// The 32 digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Who has a draft open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenBy {
    /// Login name, fit to be shown; empty where it is not known.
    pub who: String,
    /// Number of the process.
    pub pid: u32,
    /// Since when; the beginning of time where it is not known.
    pub since: Timestamp,
}

/// What a list says of a kept draft.
#[derive(Debug, Clone, PartialEq)]
pub struct KeptDraft {
    /// Its name.
    pub id: DraftId,
    /// Name of the workbook, neutralised; the draft's own name where its head cannot be read.
    pub file: String,
    /// Full path of the workbook; `-` for standard input.
    pub path: String,
    /// The sheet.
    pub sheet: String,
    /// Rows that are in a bucket.
    pub rows: u64,
    /// Of them, those that were still invalid when it was last looked at.
    pub invalid: Option<u64>,
    /// Whether anything was decided in it.
    pub is_decided: bool,
    /// When it was last changed.
    pub when: Timestamp,
    /// Who made it.
    pub who: String,
    /// Who has it open now.
    pub open_by: Option<OpenBy>,
    /// Why it cannot be opened.
    pub fault: Option<Box<Fault>>,
}

/// Where a person was in one tab.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TabPlace {
    /// Row number in the workbook, or number of the stored customer; none in an empty list.
    pub at: Option<u64>,
    /// How many rows of the list are seen above it.
    pub above: usize,
    /// The current column.
    pub column: Option<Column>,
    /// What is typed to filter.
    pub filter: String,
    /// The column sorted by, and which way.
    pub sort: Option<(Column, Direction)>,
}

/// Where a person was in a draft, and how the draft stood: what is not a decision, and is kept beside them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Whereabouts {
    /// The tab that was shown.
    pub tab: Bucket,
    /// Whether the detail pane was wanted.
    pub pane: bool,
    /// The tabs, in their order.
    pub tabs: Vec<TabPlace>,
    /// How many rows were invalid.
    pub invalid: u64,
    /// How many steps were in force.
    pub steps: u64,
}

/// What of a journal could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Cut {
    /// The last entry was not written to its end; nothing that was shown as decided is lost by it.
    Torn,
    /// An entry is damaged. What stands behind it is not in force, and was put aside.
    Damaged,
}

/// A draft that was taken up again, or over.
#[derive(Debug, Clone, PartialEq)]
pub struct TakenUp {
    /// Where the person was.
    pub whereabouts: Option<Whereabouts>,
    /// What no longer fits.
    pub unfit: Vec<Unfit>,
    /// What of its journal could not be read.
    pub cut: Option<Cut>,
    /// Steps that were in force when it was last looked at, and are not in its journal.
    pub missing: u64,
    /// The rules have changed since it was made.
    pub other_rules: bool,
    /// It was made beside another store.
    pub other_store: bool,
    /// When it was last changed.
    pub when: Timestamp,
}

/// A workbook that became a draft.
#[derive(Debug, Clone)]
pub struct OpenedDraft {
    /// The draft.
    pub draft: Arc<Draft>,
    /// Path of the workbook.
    pub path: String,
    /// Where it is kept, or why it is not.
    pub kept: Result<DraftId, Fault>,
    /// What is to be said where it was not begun afresh.
    pub taken_up: Option<TakenUp>,
}

/// How a draft stands to the workbook that is being opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Likeness {
    /// Made from the very same bytes.
    Same,
    /// Made from the same file, which has changed since.
    Changed,
}

/// What opening a workbook has to do with drafts.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Taking {
    /// Where there is a draft of the workbook, ask.
    #[default]
    Ask,
    /// Begin afresh, whatever drafts there are.
    Afresh,
    /// Take the decisions of that draft over.
    Over(DraftId),
    /// Go on with that draft, over its own copy of the workbook.
    Up(DraftId),
}

/// What becomes of a draft that is left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Leaving {
    /// It is kept.
    Keep,
    /// What of it can be kept is; that the rest is lost was agreed to.
    Lose,
    /// There is nothing in it to be kept for.
    Remove,
}

/// What became of a draft that was let go.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Left {
    /// All of it is kept.
    Kept,
    /// Not all of it is, as was agreed to.
    Lost,
    /// It is thrown away.
    Removed,
}

/// Whether somebody agreed that what cannot be kept is lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Loss {
    Unasked,
    Agreed,
}

/// How the draft on the desk is being kept.
#[derive(Debug, Clone)]
pub struct Keeping {
    /// Its name.
    pub id: DraftId,
    /// Entries given to be written since it was opened.
    pub given: u64,
    /// How many of them are known to be safe, and since when.
    pub saved: Option<(u64, Timestamp)>,
    /// The last try to write failed.
    pub failed: bool,
    /// Whether its loss was agreed to, while it could not be written.
    pub(super) loss: Loss,
    /// Entries that were not given yet.
    pub(super) waiting: Vec<Entry>,
}

impl Keeping {
    pub(super) const fn new(id: DraftId) -> Self {
        Self { id, given: 0, saved: None, failed: false, loss: Loss::Unasked, waiting: Vec::new() }
    }

    /// When everything decided so far was safe; none while something is not.
    #[must_use]
    pub fn saved(&self) -> Option<Timestamp> {
        self.saved.filter(|(count, _)| *count == self.given && self.waiting.is_empty()).map(|(_, when)| when)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_thirty_two_digits_name_a_draft() {
        assert!(DraftId::parse(&"0f".repeat(16)).is_some());
        for text in ["", "..", "../../etc", &"0F".repeat(16), &"0f".repeat(17), &format!("{}/", "0".repeat(31)), &"é".repeat(16)] {
            assert_eq!(DraftId::parse(text), None, "{text}");
        }
    }
}
