//! What a path is typed for, and what is written to it.

use crate::app::digit_row::Number;
use crate::app::export::ExportKind;
use crate::app::text_field::TextField;
use crate::domain::language::Language;

/// Something that is written to a path of choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Document {
    /// The template, in this language.
    Template(Language),
    /// What the desk shows.
    Export(ExportKind),
    /// The plan of the draft.
    Plan,
}

/// What a typed path is for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PathFor {
    /// A workbook to open.
    Workbook,
    /// Something to write.
    Document(Document),
    /// A questionnaire that came back.
    Answers,
    /// No path: the name of a mapping.
    MappingName,
    /// The folder for mails that are written instead of sent.
    MailFolder,
    /// No path: the address of a test mail.
    TestAddress,
    /// No path: days between a mail and its reminder.
    ReminderDays,
    /// No path: the last day for reminders.
    ReminderEnd,
}

impl PathFor {
    /// Whether what is typed is a path, so that it can be completed.
    #[must_use]
    pub const fn is_path(&self) -> bool {
        match self {
            Self::Workbook | Self::Answers | Self::Document(_) | Self::MailFolder => true,
            Self::MappingName | Self::TestAddress | Self::ReminderDays | Self::ReminderEnd => false,
        }
    }
}

impl PathFor {
    /// What kind of number it has to be, where nothing else can be typed.
    #[must_use]
    pub const fn number(&self) -> Option<Number> {
        match self {
            Self::ReminderDays => Some(Number::Count),
            Self::ReminderEnd => Some(Number::Parted),
            Self::Workbook | Self::Answers | Self::Document(_) | Self::MailFolder | Self::MappingName | Self::TestAddress => None,
        }
    }
}

/// A path, or a name, that is being typed.
#[derive(Debug, Clone)]
pub struct PathEntry {
    /// What it is for.
    pub purpose: PathFor,
    /// The path so far.
    pub field: TextField,
    /// What it could become.
    pub candidates: Vec<String>,
}
