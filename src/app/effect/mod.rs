//! What the loop tells the model, and what the model asks of the world: plain data both ways.
//!
//! - `failed`: what of a report failed
//! - `far`: how far something is that takes time
//! - `seen`: what is seen of folders and workbooks

mod failed;
mod far;
mod seen;

use std::sync::Arc;

pub use far::{Far, Stage};
pub use seen::{Entry, Folder, Head, Preview};

use super::action::Action;
use super::arrived::{Parcel, TakingOver};
use super::correction::Correcting;
use super::dossier::OpenedDossier;
use super::export::Export;
use super::fault::Fault;
use super::keeping::{DraftId, KeptDraft, Leaving, Left, Likeness, OpenedDraft, Taking};
use super::key::Key;
use super::mailing::{Decision, LetterAsked, LetterSeen, OutboxRead, Queue, SendingFar, Sent};
use super::past::{Asked, LookedBack};
use super::person::{PersonEffect, PersonReport};
use super::register::Gathered;
use super::unsaved::{About, LeftBehind, Unsaved};
use crate::domain::amendment::Amendment;
use crate::domain::change_set::{ChangeSet, Receipt};
use crate::domain::correction::Corrected;
use crate::domain::customer::CustomerId;
use crate::domain::draft::{Draft, Seed, Weighed};
use crate::domain::invitation::Recipient;
use crate::domain::language::Language;
use crate::domain::letter::Occasion;
use crate::domain::mapping::{Count, Counted, SavedMapping};
use crate::domain::matching::Stock;
use crate::domain::outbox::MessageNumber;
use crate::domain::season::{Planned, Wish};
use crate::domain::snapshot::Revision;
use crate::domain::task_flow::TaskFlowId;

/// A piece of work that was asked for. Answers to jobs that nobody waits for are dropped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Job(pub u64);

/// Something large handed across without a copy. Two are equal when they are the very same.
#[derive(Debug)]
pub struct Shared<T>(pub Arc<T>);

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> PartialEq for Shared<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> std::ops::Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

/// Something happened.
#[derive(Debug, Clone)]
pub enum Msg {
    /// A key was pressed.
    Key(Key),
    /// An action was asked for by its name, where it holds.
    Act(Action),
    /// Text was pasted.
    Paste(String),
    /// The window has this many columns and rows.
    Resize(u16, u16),
    /// The mouse was clicked at this column and row, from 0.
    Click(u16, u16),
    /// The world answers.
    Report(Box<Report>),
    /// Nothing else waits: more rows are looked through for what is typed.
    SiftOn,
}

/// What of a workbook to open; what is not said is found.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Opening {
    /// Path of the workbook.
    pub path: String,
    /// The sheet, if a person chose it.
    pub sheet: Option<String>,
    /// The row of the headings, if a person chose it, from 1.
    pub header_row: Option<u32>,
    /// What it has to do with drafts.
    pub taking: Taking,
    /// Rows that were pasted, where the path is [`PASTED`].
    pub pasted: Option<Arc<str>>,
}

/// The path of rows that were pasted: nothing in any folder is called so.
pub const PASTED: &str = "pasted:";

/// Whether what is opened lies in no folder: standard input, and rows that were pasted.
#[must_use]
pub fn has_no_place(path: &str) -> bool {
    path == "-" || path == PASTED
}

/// Something to be done in the world.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Leave.
    Quit,
    /// To the shell until called back.
    Suspend,
    /// Draw every cell anew.
    Redraw,
    /// Offer a text to the clipboard. Nobody learns whether it was taken.
    Copy(String),
    /// Read the store.
    ReadStore(Job),
    /// Gather what the register needs of a store.
    Gather(Job, Shared<Stock>),
    /// List a folder.
    ListFolder(Job, String),
    /// Look into a workbook without opening it.
    Preview(Job, String),
    /// Complete a path that is being typed.
    Complete(Job, String),
    /// Read a workbook and make a draft of it.
    Open(Job, Opening),
    /// Count what columns would be under a field.
    CountColumns(Job, Shared<Draft>, Vec<Counted>),
    /// Save a mapping for every later import.
    SaveMapping(Job, SavedMapping),
    /// Compute what a commit would write.
    Prepare(Job, Shared<Draft>, Seed),
    /// Count what each rule would do to the duplicates that nobody looked at.
    Weigh(Job, Shared<Draft>),
    /// Write it.
    Commit(Job, Shared<ChangeSet>),
    /// Write what was decided about stored customers, dossiers and task flows.
    Amend(Job, Shared<Amendment>),
    /// Read the dossier of a customer in a task flow.
    ReadDossier(Job, TaskFlowId, CustomerId),
    /// Compute what would be done about task flows and who is in them.
    PlanSeason(Job, Box<Wish>),
    /// Open the page of a customer, or find out what a wish for many comes to.
    Person(Job, PersonEffect),
    /// Read questionnaires that came back, beside what is known.
    ReadAnswers(Job, Vec<String>),
    /// Take over what was chosen of them.
    TakeOver(Job, Shared<TakingOver>),
    /// Look back on an import.
    LookBack(Job, Revision, Asked),
    /// Read the store again and judge the draft by it.
    Refresh(Job),
    /// Write a corrected copy of the workbook.
    Correct {
        /// Whose answer it is.
        job: Job,
        /// Where to.
        path: String,
        /// The path of the workbook, which is never written.
        original: String,
        /// What is put right.
        correcting: Shared<Correcting>,
        /// The kept draft, which has its own copy of the workbook as it was read.
        kept: Option<DraftId>,
        /// Whether a file of that name may be replaced.
        overwrite: bool,
    },
    /// Write the template.
    WriteTemplate {
        /// Whose answer it is.
        job: Job,
        /// Where to.
        path: String,
        /// The language of its headings.
        language: Language,
        /// Whether a file of that name may be replaced.
        overwrite: bool,
    },
    /// Write an export.
    Export {
        /// Whose answer it is.
        job: Job,
        /// Where to.
        path: String,
        /// The workbook that the rows come from, which is never written.
        original: String,
        /// What.
        export: Shared<Export>,
        /// Whether a file of that name may be replaced.
        overwrite: bool,
    },
    /// Write the plan of a draft.
    WritePlan {
        /// Whose answer it is.
        job: Job,
        /// The draft.
        draft: Shared<Draft>,
        /// Path of its workbook.
        workbook: String,
        /// Where to.
        path: String,
        /// Whether a file of that name may be replaced.
        overwrite: bool,
    },
    /// Write entries to the journal of a draft. Done at once and in order, before anything is drawn.
    Journal(DraftId, Vec<crate::domain::draft::Entry>),
    /// Keep changes that are not saved. Done at once, before anything is drawn.
    KeepUnsaved(Box<Unsaved>),
    /// Those changes were saved, or thrown away on purpose.
    DropUnsaved(String, About),
    /// List the drafts.
    ListDrafts,
    /// Throw a draft away.
    RemoveDraft(DraftId),
    /// Let go of a draft that was left.
    LeaveDraft(DraftId, Leaving),
    /// Stop a job, if it is still running.
    Cancel(Job),
    /// Settle what a sender that crashed has left, let the dossiers follow their mails, and read the outbox.
    ReadOutbox(Job),
    /// Make the very mail that a recipient would get.
    ShowLetter(Job, Box<LetterAsked>),
    /// Send that mail to another address, marked as a test. The outbox knows nothing of it.
    TestLetter {
        /// Whose answer it is.
        job: Job,
        /// The mail.
        asked: Box<LetterAsked>,
        /// Where to.
        to: String,
    },
    /// Write the mails of these recipients as .eml files into a folder. Nothing is queued and nothing sent.
    WriteLetters {
        /// Whose answer it is.
        job: Job,
        /// The task flow.
        flow: TaskFlowId,
        /// What they are sent for.
        occasion: Occasion,
        /// Who would get them.
        recipients: Shared<Vec<Recipient>>,
        /// The folder; it is made where it is not there.
        folder: String,
    },
    /// Send what is in the outbox; first, where something is given, queue that. Stopped by [`Effect::Cancel`]
    /// between two mails.
    Send {
        /// Whose answer it is.
        job: Job,
        /// What is queued first; none where a round goes on.
        queue: Option<Box<Queue>>,
    },
    /// Decide what became of a mail that may have left.
    DecideMessage {
        /// Whose answer it is.
        job: Job,
        /// The mail.
        message: MessageNumber,
        /// What a person knows of it.
        decision: Decision,
    },
    /// Take mails back that have not left.
    WithdrawMessages {
        /// Whose answer it is.
        job: Job,
        /// The mails.
        messages: Vec<MessageNumber>,
    },
}

/// The world answers.
#[derive(Debug, Clone)]
pub enum Report {
    /// How far a job is.
    Far(Job, Far),
    /// About how many seconds its stage takes yet; none while that would be a guess.
    Left(Job, Option<u64>),
    /// The store was read.
    Store(Job, Result<Arc<Stock>, Fault>),
    /// What the register needs of a store.
    Gathered(Job, Box<Gathered>),
    /// A folder was listed.
    Folder(Job, Result<Folder, Fault>),
    /// A workbook was looked into.
    Preview(Job, Result<Preview, Fault>),
    /// A typed path was completed; all that it could become.
    Completed(Job, String, Vec<String>),
    /// A workbook became a draft; where it did not, its heads let a person choose.
    Opened(Job, Result<Box<OpenedDraft>, (Fault, Option<Preview>)>),
    /// There is a draft of the workbook already, and nothing was opened.
    DraftFound(Job, Box<KeptDraft>, Likeness),
    /// The drafts that there are.
    Drafts(Result<Vec<KeptDraft>, Fault>),
    /// The draft that was left is let go, and this became of it.
    DraftLeft(DraftId, Left),
    /// The draft that was left is not let go: what was decided in it could not be kept, and is still to be written.
    NotLeft(DraftId, Fault),
    /// Whether a draft is thrown away.
    ThrownAway(DraftId, Result<(), Fault>),
    /// So many entries of a draft are safe, since that moment.
    Saved(DraftId, u64, jiff::Timestamp),
    /// Entries of a draft could not be written, or not be made safe.
    NotKept(DraftId, Fault),
    /// Changes that are not saved could not be kept, or not be thrown away.
    UnsavedNotKept(About, Fault),
    /// Changes that are not saved are kept as they stand, or are thrown away as was wanted.
    UnsavedKept(About),
    /// Such changes that were left behind and that nobody is making now, the latest first.
    LeftBehind(Vec<LeftBehind>),
    /// Columns were counted.
    Counted(Job, Vec<(Counted, Count)>),
    /// The mapping was saved under its name; the store as it is now.
    MappingSaved(Job, Result<(String, Arc<Stock>), Fault>),
    /// The change set is there.
    Prepared(Job, Arc<ChangeSet>),
    /// What each rule would do.
    Weighed(Job, Box<Weighed>),
    /// The commit was written; the store as it is now.
    Committed(Job, Result<(Receipt, Arc<Stock>), Fault>),
    /// What was decided was written; the store as it is now.
    Amended(Job, Result<(Receipt, Arc<Stock>), Fault>),
    /// A dossier was read.
    DossierRead(Job, Result<Box<OpenedDossier>, Fault>),
    /// What would be done about task flows was computed.
    SeasonPlanned(Job, Result<Box<Planned>, Fault>),
    /// A page was opened, or it is known what a wish comes to.
    Person(Job, Result<PersonReport, Fault>),
    /// Questionnaires that came back were read.
    Arrived(Job, Result<Box<Parcel>, Fault>),
    /// What was asked of an import was found.
    LookedBack(Job, Result<Box<LookedBack>, Fault>),
    /// The store was read again.
    Refreshed(Job, Result<Arc<Stock>, Fault>),
    /// The template or an export was written to that path.
    Written(Job, Result<String, Fault>),
    /// The corrected copy was written to that path.
    Corrected(Job, Result<(String, Corrected), Fault>),
    /// A job was stopped before it changed anything.
    Stopped(Job),
    /// The outbox was read, or changed by a decision or a withdrawal, and is so now.
    Outbox(Job, Result<Box<OutboxRead>, Fault>),
    /// The mail that a recipient would get; or why there is none.
    Letter(Job, Result<Box<LetterSeen>, Fault>),
    /// The test mail was taken by the server, for that address.
    Tested(Job, Result<String, Fault>),
    /// So many mails were written into that folder.
    LettersWritten(Job, Result<(u64, String), Fault>),
    /// How far the sending is. The first of these says that the round is queued.
    Sending(Job, SendingFar),
    /// The sending has ended.
    Sent(Job, Result<Sent, Fault>),
}
