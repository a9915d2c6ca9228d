//! What was last said: one line above the keys.

use super::dossier::DossierNotice;
use super::keymap::Layer;
use super::made::Made;
use super::mailing::MailNotice;
use super::person::PersonNotice;
use crate::domain::draft::{Bucket, Refusal, Unmet};
use crate::domain::field::Field;
use crate::domain::finding::Rule;
use crate::domain::replacement::Unclear;

/// A message on the line above the keys.
#[derive(Debug, Clone, PartialEq)]
pub enum Notice {
    /// Nothing can be committed, and why.
    Refused(Refusal),
    /// The row cannot be marked: it is invalid.
    InvalidRow,
    /// The row cannot be marked: its customer has a dossier in the task flow.
    HasDossier,
    /// Stored customers are only looked at.
    OnlyLook,
    /// The questionnaires depend on the task flow, and none is chosen.
    ChooseFlowFirst,
    /// This field is the same on both sides.
    NothingToTake,
    /// The row of that number was held apart from a stored customer, and is listed there now.
    HeldApart(u32, Bucket),
    /// It cannot be: both have one national number.
    SameNumber,
    /// Every duplicate was looked at.
    AllLookedAt,
    /// No duplicate is left that a rule is for.
    NothingToSettle,
    /// A rule was applied: so many fields, of so many customers, are taken from the import now.
    RuleApplied(usize, usize),
    /// A rule was applied that had nothing to change.
    RuleIdle,
    /// The typed value is wrong, or the row would be another customer's with it.
    ValueRefused,
    /// No other row is the partner's.
    NobodyToJoin,
    /// The partner is part of the return of the row of that number.
    PartnerTaken(u32),
    /// The partner's row of the first number is part of the return of the row of the second.
    Joined(u32, u32),
    /// The row of that number is a return of its own again.
    Parted(u32),
    /// The partner's row of that number is invalid, so that it cannot be joined.
    InvalidPartner(u32),
    /// The row of that number has another partner.
    OtherPartner(u32),
    /// Nothing is left to take back, or a commit stands before it.
    NothingToUndo {
        /// A commit stands before it.
        committed: bool,
    },
    /// Nothing was taken back.
    NothingToRedo,
    /// The last step was taken back; the tab where its first row is, unless that is shown.
    TakenBack(Made, Option<Bucket>),
    /// It was made again.
    MadeAgain(Made, Option<Bucket>),
    /// So many steps were taken back; the tab where the first row of the last is, unless that is shown.
    StepsTakenBack(usize, Option<Bucket>),
    /// So many steps were made again.
    StepsMadeAgain(usize, Option<Bucket>),
    /// The plan was written.
    PlanWritten(String),
    /// No row changed its mark: all were so already, or none is shown.
    NothingToMark,
    /// So many rows changed their mark.
    Marked(usize),
    /// So many marks are again as they were.
    MarksAgain(usize),
    /// The customer has no dossier in the task flow that is shown.
    NoDossierHere,
    /// No row of the tab falls into a group.
    NoGroups,
    /// No such row below or above.
    NoMore,
    /// National numbers are shown from now on, or masked.
    Numbers(bool),
    /// The template was written.
    TemplateWritten(String),
    /// An export was written.
    Exported(String),
    /// There is no row to export.
    NothingToExport,
    /// The job was stopped; nothing changed.
    Stopped,
    /// A stop was asked for.
    Stopping,
    /// The store was read again.
    Refreshed,
    /// Nothing is typed that could be opened.
    NoPath,
    /// Sorted by this column, descending or not.
    Sorted(crate::app::table::Column, bool),
    /// Order of the workbook again.
    Unsorted,
    /// The last column cannot be hidden.
    LastColumn,
    /// This does nothing here.
    NotHere,
    /// So many columns are read in a way that a person should check, by their letters; and the headings of those that nothing is
    /// read from.
    ToCheck(usize, String, Option<String>),
    /// Nothing is written before that number is typed.
    NumberWanted(u64),
    /// The guided tour is over; the example is still there.
    TourLeft,
    /// What was asked for is on another screen.
    Elsewhere(Layer),
    /// There is no row here to put right.
    NoRow,
    /// Nothing is wrong with the row.
    NothingWrong,
    /// This rule suggests nothing that is sure.
    NoSuggestion(Rule),
    /// The value is so already.
    NothingChanges,
    /// Nothing was typed yet that could be done again.
    NothingToRepeat,
    /// What is looked for stands in none of the rows.
    NothingFound,
    /// What is looked for is not clear.
    Unclear(Unclear),
    /// A value was put right: its field, before and after as they may be shown.
    Fixed(Field, String, String),
    /// So many values were put right.
    FixedMany(usize),
    /// So many values were replaced, whether or not they are right now.
    ChangedMany(usize),
    /// Pasted text is no path to a file here.
    PastedText,
    /// These required fields have no column yet.
    NoColumnFor(Vec<Field>),
    /// The field was held by the column with these letters, which is left out now.
    TakenFrom(String),
    /// Nothing is proposed for the column that no other column holds.
    NothingToTakeFor,
    /// No further column has to be checked.
    NothingToCheck,
    /// The columns cannot be saved: no name, or too few headings with a field.
    CannotSave,
    /// The mapping was saved under this name.
    MappingSaved(String),
    /// The rows were read by other columns.
    Mapped,
    /// This is the demonstration.
    Demo,
    /// The import was left, and its draft is kept.
    DraftKept,
    /// A draft was taken up again that was last changed at that moment.
    TakenUp(String),
    /// No draft is kept.
    NoDrafts,
    /// What this needs of the store is not there yet.
    StillReading,
    /// Nothing that came back is chosen.
    NothingToTakeOver,
    /// So many answers were taken over, into so many dossiers.
    TakenOver(u64, u64),
    /// The import was taken back already.
    IsTakenBack,
    /// Taking the import back would reverse nothing: all of it is kept.
    TakenBackInVain,
    /// Only an import can be taken back, or has rows.
    NoImport,
    /// The line is of nobody who is still there.
    NobodyThere,
    /// The store could not be read again: what is shown is as it was.
    NotReadAgain,
    /// Something about a dossier.
    Dossier(DossierNotice),
    /// Something was written as the commit of this number.
    Recorded(u64),
    /// The workbook was opened, and columns with these headings hold no field that is known.
    NotRead(String),
    /// This was chosen to begin with, since it is settled.
    AsSettled(String),
    /// This is settled and cannot be chosen.
    Unmet(Unmet),
    /// Something about customers.
    Person(PersonNotice),
    /// The value under the cursor is empty.
    NothingToCopy,
    /// So many rows are too much for a clipboard.
    TooMuchToCopy(usize),
    /// Of what was pasted, so many characters at the end had no room where text is typed.
    PastedInPart(usize),
    /// What was pasted is too much to be rows of a list.
    PastedTooMuch,
    /// Something about mails.
    Mail(MailNotice),
}
