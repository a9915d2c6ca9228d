//! A deed that failed, as data: the words ring says what, why and what to do.

use super::copy_fault::CopyFault;
use super::keeping::OpenBy;
use super::keymap::KeysFault;
use super::mail_fault::MailFault;
use crate::domain::correction::Obstacle;
use crate::domain::field::Field;
use crate::domain::questionnaire::Unused;
use crate::domain::season::Refused;
use crate::domain::workbook::{Excess, Format, LooksLike};

/// Who holds the store.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holding {
    /// Login name.
    pub who: String,
    /// Number of the process.
    pub pid: u32,
    /// Since when, local time.
    pub since: String,
    /// What for.
    pub doing: Doing,
}

/// What a store is held for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// Its customers are read.
    Reading,
    /// An import is written.
    Committing,
    /// Customers, dossiers or task flows are changed.
    Amending,
    /// It is opened to colleagues.
    Sharing,
    /// Its records are verified.
    Checking,
    /// A mapping is saved in it or forgotten.
    Remembering,
    /// A backup of it is written.
    BackingUp,
    /// A backup or a copy is put back.
    PuttingBack,
    /// The mails of its outbox are sent.
    Sending,
}

/// What is lost with a program that was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lost {
    /// What was decided last in an import.
    Choices,
    /// What was changed in a dossier or on a customer's page.
    Changes,
}

impl Fault {
    /// The same of a program that is left: what was not kept is lost now. None where it is about something else.
    #[must_use]
    pub fn at_the_end(&self) -> Option<Self> {
        match self {
            Self::NotKept { why } => Some(Self::Lost { lost: Lost::Choices, why: why.clone() }),
            Self::UnsavedNotKept { why } => Some(Self::Lost { lost: Lost::Changes, why: why.clone() }),
            _ => None,
        }
    }
}

/// Why decisions cannot be written down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unkept {
    /// No room left on the disk.
    DiskFull,
    /// There is no home folder.
    NoPlace,
    /// Nothing may be written there.
    NoPermission(String),
    /// The draft's folder was removed while it was open.
    Removed,
    /// Something else the system said.
    System(String),
}

/// What went wrong in the world. Paths and names are neutralised before they come in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The customer was removed meanwhile.
    CustomerGone {
        /// Its number in the store.
        customer: String,
    },
    /// There is no file of that name.
    NotFound {
        /// The path asked for.
        path: String,
    },
    /// The path is a folder.
    IsFolder {
        /// The path asked for.
        path: String,
    },
    /// The system does not let us read or write there.
    NoPermission {
        /// The path asked for.
        path: String,
    },
    /// The system does not let us write there.
    NoWriting {
        /// The file or folder that was to be written.
        path: String,
    },
    /// Something else stands where a folder was asked for.
    NotAFolder {
        /// What is there.
        path: String,
    },
    /// Neither a file nor a folder: a device, a pipe, a socket.
    NotRegular {
        /// The path asked for.
        path: String,
    },
    /// A file of no bytes.
    EmptyFile {
        /// The path asked for.
        path: String,
    },
    /// More bytes than any list of customers has.
    TooLarge {
        /// The path asked for.
        path: String,
        /// The most that is read, in bytes.
        cap: u64,
    },
    /// The workbook is protected by a password.
    Encrypted,
    /// Some other kind of file.
    NotAWorkbook {
        /// What it looks like.
        looks_like: LooksLike,
    },
    /// The file stops before its end: a copy or download that was broken off.
    CutOff,
    /// The workbook contradicts itself.
    Damaged {
        /// What the reader said.
        detail: String,
    },
    /// The workbook would take more time or memory than an honest one does.
    TooComplex {
        /// Which bound it goes beyond.
        excess: Excess,
    },
    /// A workbook without a sheet that could be read.
    NoSheets,
    /// No sheet of that name.
    NoSuchSheet {
        /// The name asked for.
        name: String,
        /// The names there are.
        seen: Vec<String>,
    },
    /// Two sheets have one name, so that cells could come from the wrong one.
    SameSheetName {
        /// The name.
        name: String,
    },
    /// Text in an encoding that cannot be told.
    UnknownEncoding,
    /// A quotation mark in separated text that is never closed.
    UnclosedQuote {
        /// The line on which it opens, from 1.
        line: u64,
    },
    /// More rows than this format is read to.
    TooManyRows {
        /// The format.
        format: Format,
        /// The most rows that are read.
        cap: u64,
    },
    /// The sheet holds nothing.
    EmptySheet,
    /// No row looks like headings.
    NoHeading {
        /// What stands in the first rows.
        seen: Vec<String>,
    },
    /// Two columns have the same heading.
    TwoColumns {
        /// The field.
        field: Field,
        /// The letters of the columns.
        columns: Vec<String>,
    },
    /// A required column is missing.
    MissingColumn {
        /// The fields without a column.
        fields: Vec<Field>,
        /// The headings that were seen.
        seen: Vec<String>,
    },
    /// Another session holds the store just now.
    StoreInUse {
        /// Who, where that is known.
        holding: Option<Holding>,
    },
    /// Somebody sends what is in the outbox.
    OutboxInUse {
        /// Who, where that is known.
        holding: Option<Holding>,
        /// How many mails were still to be sent, when it was looked.
        left: u64,
    },
    /// The folder holds something that is not a store.
    NotAStore {
        /// The folder.
        path: String,
    },
    /// What is named as the store is a file.
    StoreIsFile {
        /// The file.
        path: String,
    },
    /// The store was written by a newer program.
    StoreNewer {
        /// Format found.
        found: u32,
        /// Newest format that this program knows.
        known: u32,
    },
    /// The store's bytes are damaged.
    StoreDamaged {
        /// What the store said.
        detail: String,
    },
    /// No group of that name on this machine.
    NoSuchGroup {
        /// The name asked for.
        name: String,
    },
    /// No room left on the disk.
    DiskFull,
    /// There is no such folder to write to.
    NoFolder {
        /// The folder.
        path: String,
    },
    /// What was to be written is the name of a folder.
    OutputFolder {
        /// The folder.
        path: String,
    },
    /// What was to be written would lie among what the program keeps for itself.
    OwnFolder {
        /// The file.
        path: String,
    },
    /// The disk can only be read.
    ReadOnly {
        /// The file or folder that was to be written.
        path: String,
    },
    /// A file of that name is there already.
    Exists {
        /// The path.
        path: String,
    },
    /// What is there is no file: a device, a pipe, a socket, or a link that leads nowhere.
    NotReplaced {
        /// The path.
        path: String,
    },
    /// The path is that of the workbook that the rows come from.
    Original {
        /// The path.
        path: String,
    },
    /// The workbook was changed since it was read, and no copy of it as it was is kept.
    OriginalChanged {
        /// The path.
        path: String,
    },
    /// A corrected copy needs this ending, without its dot.
    Ending {
        /// The ending.
        wanted: String,
    },
    /// The workbook cannot be changed without harm.
    CannotKeep {
        /// What stands in the way.
        obstacle: Obstacle,
    },
    /// Nothing of what was asked about a task flow can be done.
    Refused(Refused),
    /// What was to be written was made for something that a colleague has changed since.
    Changed {
        /// How many customers, dossiers or task flows.
        count: u64,
    },
    /// The customer has no dossier in the task flow, or has none any more.
    NoDossier,
    /// The store changed and what was shown no longer fits.
    Moved {
        /// How many rows moved.
        rows: u64,
    },
    /// The file is no plan, or a damaged one.
    PlanUnreadable {
        /// What was found where.
        detail: String,
    },
    /// The plan was written by a newer program.
    PlanNewer {
        /// Version found.
        found: u32,
        /// Newest version that this program knows.
        known: u32,
    },
    /// What was decided is on screen, and not on the disk.
    NotKept {
        /// Why.
        why: Unkept,
    },
    /// What was changed in a dossier or on a page is neither saved nor kept meanwhile.
    UnsavedNotKept {
        /// Why.
        why: Unkept,
    },
    /// The program was left, and what was decided or changed last is lost.
    Lost {
        /// What.
        lost: Lost,
        /// Why.
        why: Unkept,
    },
    /// No draft can be kept of what was opened; nothing is decided yet.
    NoDraft {
        /// Why.
        why: Unkept,
    },
    /// The system names no folder to keep drafts in.
    NoPlaceForDrafts,
    /// There is no such draft.
    NoSuchDraft,
    /// The draft is open elsewhere.
    DraftInUse {
        /// By whom, where that is known.
        by: Option<OpenBy>,
    },
    /// The draft was written by a newer program.
    DraftNewer {
        /// Format found.
        found: u8,
        /// Newest format that this program knows.
        known: u8,
    },
    /// The draft's bytes are damaged.
    DraftDamaged {
        /// What is wrong.
        detail: String,
    },
    /// A questionnaire of the office's own is not used.
    Questionnaire {
        /// The file, and why.
        unused: Box<Unused>,
        /// How many more are not used either.
        more: usize,
    },
    /// The keys that a person chose are not used.
    Keys {
        /// The file.
        path: String,
        /// What is wrong in it, and where. Texts of the file are neutralised before they come in.
        why: Box<KeysFault>,
    },
    /// Something stands in the way of sending mail.
    Mail(MailFault),
    /// Something stands in the way of a backup or a copy of the store.
    Copies(CopyFault),
    /// Standard output takes nothing more.
    Output {
        /// What the system says.
        detail: String,
    },
    /// Something else the system said.
    System {
        /// What was being done, in the system's words.
        detail: String,
    },
}
