//! Who gets mail, and who does not and why.
//!
//! Everything is computed from the store as it was read, with the outbox [laid over it](super::outbox::overlaid), so that what a
//! person sees before a round is what is queued. Each dossier that was chosen is either a [`Recipient`] or left
//! out for the first [reason](WhyNot) that holds, in the order of the reasons.
//!
//! A dossier whose mail failed before is left out until somebody asks to try those again: the same address would most
//! likely be refused again, and a mail that fails costs the office's name with mail servers.

mod mailing;
mod others;
mod reasons;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_of_cautions;

pub use mailing::{mailing, queueable};
pub use reasons::{Caution, WhyNot};

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

use super::customer::CustomerId;
use super::language::Language;
use super::letter::Occasion;
use super::questionnaire::QuestionnaireId;
use super::task_flow::TaskFlowId;

/// Days between a mail and the reminder of it, where nothing else is asked.
pub const DAYS: u16 = 14;

/// Which dossiers of a task flow. Conditions narrow each other down; without any, all dossiers are chosen.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// These customers only, whether they have a dossier or not.
    pub customers: Option<BTreeSet<CustomerId>>,
    /// Customers with this label only, whatever its case.
    pub label: Option<String>,
    /// Only dossiers whose row asked for an invitation mail.
    pub wish: Wish,
}

/// What the rows of dossiers asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Wish {
    /// Whatever they asked for.
    #[default]
    Any,
    /// An invitation mail.
    Invitation,
}

/// What becomes of dossiers whose last mail the server refused for good.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Failed {
    /// They are left out.
    #[default]
    LeaveOut,
    /// They are tried again.
    TryAgain,
}

/// What is asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted {
    /// The task flow.
    pub flow: TaskFlowId,
    /// What is sent.
    pub occasion: Occasion,
    /// To whom.
    pub choice: Choice,
    /// What becomes of those whose mail failed before.
    pub failed: Failed,
    /// Customers who get a mail although a caution holds, or although the address gets another customer's.
    pub admitted: BTreeSet<CustomerId>,
    /// Cautions that are set aside for everybody.
    pub despite: BTreeSet<Caution>,
    /// Reminders: at least so many days after the last mail.
    pub days: u16,
    /// Reminders: the last day on which one is sent; each dossier's own deadline where none is given.
    pub end: Option<Date>,
    /// The moment.
    pub now: Timestamp,
    /// The day, where the office is.
    pub today: Date,
}

impl Wanted {
    /// All dossiers of a task flow, at that moment.
    #[must_use]
    pub fn of(flow: TaskFlowId, occasion: Occasion, now: Timestamp, today: Date) -> Self {
        let choice = Choice::default();
        let (admitted, despite) = (BTreeSet::new(), BTreeSet::new());
        Self { flow, occasion, choice, failed: Failed::LeaveOut, admitted, despite, days: DAYS, end: None, now, today }
    }
}

/// A customer who gets mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// The customer.
    pub customer: CustomerId,
    /// Family name, first name.
    pub name: String,
    /// The address.
    pub to: String,
    /// The language of the mail.
    pub language: Language,
    /// The questionnaire that goes with it.
    pub questionnaire: Arc<QuestionnaireId>,
    /// The assessment year of the task flow; the questionnaire's where there is no such task flow.
    pub assessment_year: i16,
    /// Last day to file.
    pub deadline: Date,
    /// Which reminder it is, from 1; 0 for an invitation.
    pub reminder: u16,
}

/// A round that is to be queued: the recipients as a person saw them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRound {
    /// The task flow.
    pub flow: TaskFlowId,
    /// What is sent.
    pub occasion: Occasion,
    /// To whom.
    pub recipients: Vec<Recipient>,
}

/// A customer who gets no mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The customer.
    pub customer: CustomerId,
    /// Family name, first name; empty where there is no such customer.
    pub name: String,
    /// Why.
    pub why: WhyNot,
}

/// Who gets mail and who does not; both by name.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mailing {
    /// Who gets mail.
    pub recipients: Vec<Recipient>,
    /// Who does not.
    pub left_out: Vec<LeftOut>,
    /// How many recipients there are only because a caution is set aside.
    pub despite: BTreeMap<Caution, usize>,
}

impl Mailing {
    /// How many recipients have each last day to file, the first day first.
    #[must_use]
    pub fn by_deadline(&self) -> BTreeMap<Date, usize> {
        let mut counts = BTreeMap::new();
        for recipient in &self.recipients {
            *counts.entry(recipient.deadline).or_default() += 1;
        }
        counts
    }

    /// How many mails there are in each language that there is one in.
    #[must_use]
    pub fn by_language(&self) -> Vec<(Language, usize)> {
        let count = |language| self.recipients.iter().filter(|recipient| recipient.language == language).count();
        Language::ALL.map(|language| (language, count(language))).into_iter().filter(|(_, count)| *count > 0).collect()
    }

    /// How many are left out for each kind of reason that there is, with one reason of that kind; in the order of the
    /// reasons.
    #[must_use]
    pub fn by_reason(&self) -> Vec<(&WhyNot, usize)> {
        let mut counts: Vec<(&WhyNot, usize)> = Vec::new();
        for left_out in &self.left_out {
            match counts.iter_mut().find(|(why, _)| why.word() == left_out.why.word()) {
                Some((_, count)) => *count += 1,
                None => counts.push((&left_out.why, 1)),
            }
        }
        counts.sort_by_key(|(why, _)| why.place());
        counts
    }
}
