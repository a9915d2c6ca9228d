//! What stands in front of a screen: lists, boxes, questions, faults.

use super::paths::{Document, PathEntry};
use crate::app::answer::Entry;
use crate::app::chooser::Chooser;
use crate::app::compare::ValueEntry;
use crate::app::copied::Copied;
use crate::app::couple::Couple;
use crate::app::digit_row::Number;
use crate::app::dossier::DossierAsk;
use crate::app::editor::Editor;
use crate::app::effect::{Opening, Preview};
use crate::app::fault::Fault;
use crate::app::keeping::DraftId;
use crate::app::palette::Palette;
use crate::app::person::{Front, PersonAsk};
use crate::app::proposal::Proposal;
use crate::app::replacing::Replacing;
use crate::app::rules::Rules;
use crate::app::season::{Form, Preview as SeasonPreview};
use crate::app::summary::Summary;
use crate::app::unsaved::About;
use crate::domain::correction::Corrected;
use crate::domain::outbox::MessageNumber;
use crate::domain::snapshot::Revision;
use crate::domain::taking_back::Counts;

/// What a question box asks.
#[derive(Debug, Clone, PartialEq)]
pub enum Ask {
    /// Leave the import, with decisions that are not committed?
    LeaveImport,
    /// Open another sheet, with decisions that are not committed?
    Reopen(Opening),
    /// Replace the file that is there?
    Replace(String, Document),
    /// Something about a dossier?
    Dossier(DossierAsk),
    /// Take so many answers over, into so many dossiers and records of customers?
    TakeOver(u64, u64, u64),
    /// Leave what came back, with nothing taken over?
    LeaveAnswers,
    /// Take the import of that number back, by which so much goes and so much is kept?
    TakeBack(u64, Counts),
    /// Throw a draft away, of the workbook of that name?
    ThrowAway(DraftId, String),
    /// Throw changes away that were left behind, of what is called so?
    DropUnsaved(About, String),
    /// Something about customers?
    Person(PersonAsk),
    /// Send so many mails that are in the outbox?
    SendOutbox(u64),
    /// Take these mails back?
    Withdraw(Vec<MessageNumber>),
    /// Leave the program while mails are being sent?
    LeaveSending,
    /// Leave what is being typed, which is in no field yet?
    LeaveTyped,
}

/// What a fault box offers beside going back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WayOut {
    /// Nothing else.
    None,
    /// Choose the sheet and the row of the headings by hand.
    ChooseHeadings(Preview),
    /// Try to write the same again.
    Commit,
    /// Try to open the same again.
    Open(Opening),
    /// Read the store again and see what moved.
    Refresh,
    /// Try to save the dossier again.
    SaveDossier,
    /// Read again what came back.
    ReadAnswers(Vec<String>),
    /// Look again at what taking the import back does.
    LookBack(Revision),
}

/// What stands in front of the screen; at most one.
#[derive(Debug, Clone)]
pub enum Overlay {
    /// A drop-down list.
    Chooser(Chooser),
    /// Every action by its name.
    Palette(Box<Palette>),
    /// The columns of the tab, to show or hide.
    Columns(usize),
    /// The drafts and what else was left behind, with the place of the cursor.
    Drafts(usize),
    /// A path is typed.
    Path(PathEntry),
    /// The summary before an import.
    Summary(Summary),
    /// A field of a row is put right.
    Editor(Box<Editor>),
    /// Find and replace is filled in.
    Replacing(Box<Replacing>),
    /// Many changes are looked at before they are made.
    Proposal(Box<Proposal>),
    /// A question with a safe default.
    Ask(Ask, bool),
    /// Something failed.
    Fault(Fault, WayOut, bool),
    /// The corrected copy was written to this path; what became of it.
    Corrected(String, Box<Corrected>),
    /// Another value for a field of a duplicate is typed.
    Value(ValueEntry),
    /// An answer of a dossier, or its deadline, is typed.
    Answer(Box<Entry>),
    /// The rules for the duplicates that nobody looked at.
    Rules(Rules),
    /// Two rows that are one return, or may become one.
    Couple(Couple),
    /// Something about a task flow is filled in.
    Season(Box<Form>),
    /// What that would come to, before it is written.
    SeasonPreview(Box<SeasonPreview>),
    /// Something about customers.
    Person(Box<Front>),
    /// What was copied.
    Copied(Copied),
}

impl Overlay {
    /// What kind of number is typed in it, where nothing else can be.
    #[must_use]
    pub fn number(&self) -> Option<Number> {
        match self {
            Self::Path(entry) => entry.purpose.number(),
            Self::Value(entry) => Number::of(entry.field),
            Self::Editor(editor) => Number::of(editor.field),
            Self::Answer(entry) => entry.about.number(),
            Self::Season(form) => form.number(),
            Self::SeasonPreview(preview) => preview.number(),
            Self::Person(front) => front.number(),
            Self::Chooser(_)
            | Self::Palette(_)
            | Self::Columns(_)
            | Self::Drafts(_)
            | Self::Summary(_)
            | Self::Replacing(_)
            | Self::Proposal(_)
            | Self::Ask(..)
            | Self::Fault(..)
            | Self::Corrected(..)
            | Self::Rules(_)
            | Self::Couple(_)
            | Self::Copied(_) => None,
        }
    }
}
