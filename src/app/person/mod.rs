//! The page of one customer: every field that is kept, what is wrong with it, and what saving comes to.
//!
//! The fields are a draft of one row on a desk of its own, so that editors, suggestions, undo and redo are
//! those of an import. Beside the page: what stands in front of it or of a list of customers.
//!
//! - `front`: a removal that has to be typed, a wish for many, and what it comes to
//! - `history`: where each value came from, as lines
//! - `saving`: what saving writes, as a list to look at
//! - `pane`: all about the field under the cursor, and what saving comes to, as lines

mod front;
mod history;
mod pane;
mod saving;

pub use front::{Front, History, Removing, Wishing, many_heads};
pub use history::history_lines;
pub use pane::lines;
pub use saving::to_save;

use std::sync::Arc;

use jiff::Timestamp;

use super::desk::Desk;
use super::fault::Fault;
use super::unsaved::{About, Work};
use crate::domain::customer::CustomerId;
use crate::domain::draft::{Draft, Seed};
use crate::domain::field::Field;
use crate::domain::finding::{Finding, Severity};
use crate::domain::matching::Stock;
use crate::domain::person::{self, Again, Doubt, Many, Part, Person, ROW, Unapplied, Wish};

/// Whose page is to be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// A stored customer's.
    Stored(CustomerId),
    /// An empty one.
    Newcomer,
    /// A stored customer's whom somebody changed meanwhile: the same edits are made again.
    Again(Again),
}

/// Something about customers to be done in the world.
#[derive(Debug, Clone, PartialEq)]
pub enum PersonEffect {
    /// Open a page, over the store as it was read; where that is not said, it is read anew.
    Open(Option<super::effect::Shared<Stock>>, Wanted),
    /// Find out what a wish comes to for many.
    Prepare(super::effect::Shared<Stock>, Vec<CustomerId>, Wish, String, Seed),
    /// Read everything that is kept of a customer.
    History(super::effect::Shared<Stock>, CustomerId),
}

/// What came of it.
#[derive(Debug, Clone)]
pub enum PersonReport {
    /// The page.
    Opened(Box<OpenedPerson>),
    /// What the wish comes to.
    Prepared(Box<Many>),
    /// Where each value came from.
    History(Box<History>),
}

/// A page that was opened.
#[derive(Debug, Clone)]
pub struct OpenedPerson {
    /// Who.
    pub person: Person,
    /// The draft of one row.
    pub draft: Arc<Draft>,
    /// The store, where it was read anew.
    pub stock: Option<Arc<Stock>>,
    /// Edits that could not be made again.
    pub unapplied: Vec<Unapplied>,
    /// When the edits were left behind that are made again; or why such edits cannot be read.
    pub left: Result<Option<(Work, Timestamp)>, Fault>,
}

/// What is being done in the world about customers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PersonTask {
    /// A page is opened.
    Opening,
    /// What is on the page is saved.
    Saving,
    /// A wish for many is found out about.
    Preparing,
    /// A history is read.
    Recalling,
    /// It is written, for so many.
    Changing(usize),
    /// So many are removed.
    Removing(usize),
}

/// What is said about customers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PersonNotice {
    /// The edits were saved, of so many fields.
    Saved(usize),
    /// The newcomer was added.
    Added(String),
    /// So many customers were removed.
    Removed(usize),
    /// So many customers were changed.
    Changed(usize),
    /// Nothing was edited that could be saved.
    NothingToSave,
    /// These fields bar saving.
    Barred(Vec<Field>),
    /// The partner's number was emptied, and so many fields about the partner with it.
    Separated(usize),
    /// Edits of so many fields that were not saved are here again; they were left at that moment.
    TakenUp(usize, String),
    /// Somebody was faster: the edits were made again, but for so many.
    MadeAgain(usize),
    /// What was typed is not what had to be typed.
    NotConfirmed,
    /// Mail for one of them waits in the outbox.
    InTheMail(String),
    /// Nobody among them would change.
    NobodyChanges,
    /// The store has to be read first.
    StoreNotRead,
    /// Nothing is known of the task flow: it is chosen for a newcomer only.
    OnlyNewcomers,
}

/// What is asked about customers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PersonAsk {
    /// Leave the page with edits that are not saved?
    Leave,
    /// Save all the same, though somebody else may be the same person?
    Save(Doubt),
}

/// The page of one customer.
#[derive(Debug, Clone)]
pub struct PersonPage {
    /// Who, and what is stored.
    pub person: Person,
    /// The fields as a draft of one row.
    pub desk: Desk,
    /// The fields as they are listed.
    pub fields: Vec<Field>,
    /// Place of the cursor among them.
    pub cursor: usize,
    /// First line seen of the list.
    pub top: usize,
    /// First line seen of the pane.
    pub pane_top: usize,
    /// Edits that could not be made again after somebody was faster.
    pub unapplied: Vec<Unapplied>,
    /// What of it is kept on disk as not saved.
    pub(super) kept: Option<Work>,
}

/// One line of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Listed {
    /// The name of a part.
    Part(Part),
    /// A field, by its place.
    Field(usize),
}

impl PersonPage {
    /// The page that was opened.
    #[must_use]
    pub fn new(opened: OpenedPerson) -> Self {
        Self {
            person: opened.person,
            desk: Desk::new(String::new(), opened.draft),
            fields: person::fields().collect(),
            cursor: 0,
            top: 0,
            pane_top: 0,
            unapplied: opened.unapplied,
            kept: None,
        }
    }

    /// The draft of one row.
    #[must_use]
    pub fn draft(&self) -> &Draft {
        &self.desk.draft
    }

    /// The field under the cursor.
    #[must_use]
    pub fn field(&self) -> Field {
        self.fields.get(self.cursor).copied().unwrap_or(Field::LastName)
    }

    /// Family name and first name as they now read.
    #[must_use]
    pub fn name(&self) -> String {
        self.draft().account(ROW).map_or_else(String::new, |account| account.values.full_name())
    }

    /// The lines of the list: the parts with their fields.
    #[must_use]
    pub fn listed(&self) -> Vec<Listed> {
        let mut lines = Vec::new();
        let mut part = None;
        for (place, field) in self.fields.iter().enumerate() {
            let of = Part::of(*field);
            if of != part {
                lines.extend(of.map(Listed::Part));
                part = of;
            }
            lines.push(Listed::Field(place));
        }
        lines
    }

    /// What is wrong with a field; errors first.
    #[must_use]
    pub fn findings(&self, field: Field) -> Vec<Finding> {
        let mut findings = self.draft().account(ROW).map(|account| account.findings).unwrap_or_default();
        findings.retain(|finding| finding.field == field);
        findings.sort_by_key(|finding| finding.severity() != Severity::Error);
        findings
    }

    /// Moves the cursor, and the list as little as that asks for.
    pub fn go_to(&mut self, cursor: usize, seen: usize) {
        self.cursor = cursor.min(self.fields.len().saturating_sub(1));
        self.pane_top = 0;
        let lines = self.listed();
        let at = lines.iter().position(|line| *line == Listed::Field(self.cursor)).unwrap_or(0);
        // The name of a part is seen with its first field.
        let from = if at > 0 && matches!(lines.get(at - 1), Some(Listed::Part(_))) { at - 1 } else { at };
        self.top = super::geometry::scrolled(self.top, at, seen, lines.len());
        if from < self.top {
            self.top = from;
        }
    }

    /// The place of the next field with a finding, or of the one before, and round again.
    #[must_use]
    pub fn next_finding(&self, forward: bool) -> Option<usize> {
        let all = self.fields.len();
        let wrong: Vec<Field> = self
            .draft()
            .account(ROW)
            .map(|account| account.findings.into_iter().map(|finding| finding.field).collect())
            .unwrap_or_default();
        (1..=all)
            .map(|by| if forward { (self.cursor + by) % all } else { (self.cursor + all - by) % all })
            .find(|place| self.fields.get(*place).is_some_and(|field| wrong.contains(field)))
    }

    /// What is not saved, as it is kept on disk; nothing where everything is.
    #[must_use]
    pub fn unsaved(&self) -> Option<Work> {
        let edits: Vec<(Field, String)> = self.draft().edits().map(|(_, field, text)| (field, text.to_owned())).collect();
        (!edits.is_empty()).then(|| Work::Page { stored: Box::new(self.person.stored.clone()), edits })
    }

    /// What its edits are kept as.
    #[must_use]
    pub fn kept_as(&self) -> About {
        self.person.id().map_or(About::Newcomer, About::Customer)
    }

    /// Whether anything is edited that is not saved.
    #[must_use]
    pub fn is_edited(&self) -> bool {
        self.person.is_edited(self.draft())
    }
}
