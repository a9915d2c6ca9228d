//! The invite screen: who gets mail and who does not and why, the very mail of each, and the number that a person
//! types to send them.
//!
//! Everything shown is computed from the store and the outbox as they were read, by
//! [`mailing`]; what is queued is exactly the list that is shown and counted.
//!
//! - `parts`: the lines that the cursor goes over
//! - `whole`: the whole mail as lines; `sending`: what is known of a round that goes out

mod parts;
mod sending;
#[cfg(test)]
mod tests;
mod whole;

use std::collections::{BTreeMap, BTreeSet};

pub use parts::{Lot, Part};
pub use sending::{Mails, Round};
pub use whole::{is_short_of_room, unsettled, whole_mail, whole_view};

use jiff::civil::Date;

use super::effect::{Job, Shared};
use super::fault::Fault;
use super::mailing::{LetterAsked, LetterSeen, OutboxRead};
use crate::domain::invitation::{Failed, Mailing, Recipient, Wanted, mailing};
use crate::domain::language::Language;
use crate::domain::letter::Occasion;
use crate::domain::questionnaire::Catalogue;
use crate::domain::snapshot::Snapshot;

/// Where those who are to get mail were chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Whence {
    /// They were marked in a list.
    Marked,
    /// They are the rows that a filter leaves.
    Narrowed,
    /// The one under the cursor.
    One,
    /// All dossiers of the task flow.
    Season,
    /// All dossiers that an import made.
    Import,
    /// Those of them whose row asked for an invitation.
    Asked,
    /// Those whose last mail was refused.
    Refused,
}

/// What is seen of the mail of the recipient that is looked at.
#[derive(Debug, Clone, PartialEq)]
pub enum Mail {
    /// Nobody gets one.
    None,
    /// It is being made.
    Making(Job),
    /// The very mail.
    Seen(Box<LetterSeen>),
    /// There is none, and why.
    Fault(Fault),
}

/// The invite screen.
#[derive(Debug, Clone)]
pub struct Inviting {
    /// Where those who are to get mail were chosen.
    pub whence: Whence,
    /// What is asked for.
    pub wanted: Wanted,
    /// Who gets mail and who does not, languages not looked at.
    pub mailing: Mailing,
    /// Languages that are left out.
    pub without: BTreeSet<Language>,
    /// Who gets mail: those of the other languages, by name.
    pub recipients: Shared<Vec<Recipient>>,
    /// How many of them have each last day to file, the first day first.
    pub deadlines: BTreeMap<Date, usize>,
    /// The lines that the cursor goes over. Counted once for each choice, since the screen is drawn on every key.
    pub lots: Vec<Lot>,
    /// Whether it was computed by an outbox that was read.
    pub is_read: bool,
    /// Place of the cursor among the parts.
    pub cursor: usize,
    /// The recipient whose mail is looked at.
    pub at: usize,
    /// That mail.
    pub mail: Mail,
    /// The digits typed so far.
    pub typed: String,
    /// The whole mail is looked at, from this line on.
    pub whole: Option<usize>,
}

impl Inviting {
    /// The screen for what is asked for, before anything was computed.
    #[must_use]
    pub fn new(whence: Whence, wanted: Wanted) -> Self {
        let mut inviting = Self {
            whence,
            wanted,
            mailing: Mailing::default(),
            without: BTreeSet::new(),
            recipients: Shared(std::sync::Arc::default()),
            deadlines: BTreeMap::new(),
            lots: Vec::new(),
            is_read: false,
            cursor: 0,
            at: 0,
            mail: Mail::None,
            typed: String::new(),
            whole: None,
        };
        inviting.lots = inviting.counted();
        inviting
    }

    /// Computes who gets mail by the store and the outbox as they are. The recipient that is looked at stays.
    pub fn count(&mut self, snapshot: &Snapshot, read: &OutboxRead, catalogue: &Catalogue) {
        (self.wanted.now, self.wanted.today) = (read.now, read.today);
        self.mailing = mailing(&self.wanted, snapshot, &read.outbox, catalogue);
        self.is_read = true;
        self.sift();
    }

    /// Leaves the languages out that are left out.
    fn sift(&mut self) {
        let looked_at = self.current().map(|recipient| recipient.customer);
        let stays = |recipient: &&Recipient| !self.without.contains(&recipient.language);
        let recipients: Vec<Recipient> = self.mailing.recipients.iter().filter(stays).cloned().collect();
        let place = recipients.iter().position(|recipient| Some(recipient.customer) == looked_at);
        self.at = place.unwrap_or(0);
        self.deadlines.clear();
        recipients.iter().for_each(|recipient| *self.deadlines.entry(recipient.deadline).or_default() += 1);
        self.recipients = Shared(std::sync::Arc::new(recipients));
        self.lots = self.counted();
        self.cursor = self.cursor.min(self.lots.len().saturating_sub(1));
    }

    /// The recipient whose mail is looked at.
    #[must_use]
    pub fn current(&self) -> Option<&Recipient> {
        self.recipients.get(self.at)
    }

    /// Looks at the mail of a recipient so many further, no further than the last.
    pub fn look_by(&mut self, by: isize) {
        self.at = self.at.saturating_add_signed(by).min(self.recipients.len().saturating_sub(1));
    }

    /// The mail that is asked of the world: that of the recipient who is looked at.
    #[must_use]
    pub fn asked(&self) -> Option<Box<LetterAsked>> {
        let recipient = self.current()?.clone();
        Some(Box::new(LetterAsked { flow: self.wanted.flow.clone(), occasion: self.wanted.occasion, recipient }))
    }

    /// Whether the number of mails has been typed.
    #[must_use]
    pub fn is_typed(&self) -> bool {
        !self.recipients.is_empty() && self.typed.parse() == Ok(self.recipients.len())
    }

    /// Changes what the part under the cursor says yes or no to. False where it says neither. Whoever calls
    /// it counts anew.
    pub fn toggle(&mut self) -> bool {
        match self.part() {
            Some(Part::SameAddress) => self.admitted_of_same_address(),
            Some(Part::Admitted) => self.wanted.admitted.clear(),
            Some(Part::Caution(caution)) => _ = self.wanted.despite.insert(caution),
            Some(Part::Despite(caution)) => _ = self.wanted.despite.remove(&caution),
            Some(Part::Refused | Part::Again) => {
                self.wanted.failed = match self.wanted.failed {
                    Failed::LeaveOut => Failed::TryAgain,
                    Failed::TryAgain => Failed::LeaveOut,
                };
            }
            Some(Part::Language(language)) => {
                if !self.without.remove(&language) {
                    self.without.insert(language);
                }
            }
            Some(Part::Reason(_) | Part::Days | Part::End) | None => return false,
        }
        true
    }

    fn admitted_of_same_address(&mut self) {
        let same = |left_out: &&crate::domain::invitation::LeftOut| parts::is_same_address(&left_out.why);
        let admitted: Vec<_> = self.mailing.left_out.iter().filter(same).map(|left_out| left_out.customer).collect();
        self.wanted.admitted.extend(admitted);
    }

    /// Whether reminders are sent.
    #[must_use]
    pub fn reminds(&self) -> bool {
        self.wanted.occasion == Occasion::Reminder
    }
}
