//! A mail to a customer, as data: from whom, to whom, what it says and what it carries.
//!
//! Nothing from a workbook can put a line into the header of a mail: names and subjects are
//! [`HeaderText`], addresses [`Address`], and neither can hold a line break. What a letter says is data:
//! [`wording`]; [`compose`] makes the letter of it.

mod compose;
mod header_text;
mod mailbox;
mod message_id;
mod template;
mod test_mark;
pub mod wording;

pub use compose::{About, Masks, compose};
pub use header_text::HeaderText;
pub use mailbox::{Address, Mailbox};
pub use message_id::MessageId;
pub use template::Placeholder;
pub use wording::{Wording, WordingFault, Wordings};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// What a letter is sent for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Occasion {
    /// The customer is asked for the first time.
    Invitation,
    /// The customer was asked and has not answered yet.
    Reminder,
}

impl Occasion {
    /// Every occasion, in the order in which they come.
    pub const ALL: [Self; 2] = [Self::Invitation, Self::Reminder];

    /// The word for it in files: `invitation`, `reminder`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Invitation => "invitation",
            Self::Reminder => "reminder",
        }
    }
}

/// A file that goes with a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Enclosure {
    /// Name of the file.
    pub name: HeaderText,
    /// Its bytes: an .xlsx workbook.
    pub bytes: Vec<u8>,
}

/// A mail that is ready to leave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The office.
    pub from: Mailbox,
    /// Where answers go, if elsewhere.
    pub reply_to: Option<Mailbox>,
    /// The customer.
    pub to: Mailbox,
    /// Its name, fixed for one dossier and round.
    pub message_id: MessageId,
    /// The moment in the header `Date`.
    pub date: Timestamp,
    /// What it is about.
    pub subject: HeaderText,
    /// What it says, as text.
    pub text: String,
    /// The same in HTML, everything from outside escaped.
    pub html: String,
    /// What it carries.
    pub enclosures: Vec<Enclosure>,
}
