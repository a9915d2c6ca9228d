//! What the screens ask of the world about mail, and what it answers: plain data.
//!
//! The store that [`Effect::ReadStore`](super::Effect::ReadStore) answers with has the outbox laid over it, so
//! that every list shows how far mails are. Everything that servers said comes neutralised.

use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::Date;

use super::effect::Shared;
use super::fault::Fault;
use super::mail_fault::MailFault;
use crate::domain::invitation::Recipient;
use crate::domain::letter::{Letter, Occasion};
use crate::domain::outbox::{Ending, Outbox, State, Tally};
use crate::domain::task_flow::TaskFlowId;

/// From whom mail goes out, and how fast, as the office has settled it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Posting {
    /// From whom, as it stands in a header: a name and an address.
    pub sender: String,
    /// The sender's bare address: a test mail is proposed to it.
    pub address: String,
    /// Where answers go, if elsewhere.
    pub reply_to: Option<String>,
    /// The name of the mail server.
    pub host: String,
    /// Most letters a minute.
    pub per_minute: u16,
}

/// Another program that is sending this outbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Elsewhere {
    /// Login name.
    pub who: String,
    /// Since when.
    pub since: Timestamp,
}

/// The outbox, and everything else that has to be known before mail is sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutboxRead {
    /// Rounds and messages.
    pub outbox: Arc<Outbox>,
    /// How far its messages are. Counted once, since screens that show it are drawn on every key.
    pub tally: Tally,
    /// From whom mail goes out; what stands in the way where it cannot.
    pub posting: Result<Posting, MailFault>,
    /// Who is sending it, if another program is.
    pub elsewhere: Option<Elsewhere>,
    /// Why what earlier sessions left could not be put in order, if so: dossiers are behind their mails until it is.
    pub unsettled: Option<Fault>,
    /// The moment of reading.
    pub now: Timestamp,
    /// The day of reading, where the office is.
    pub today: Date,
}

/// The very mail that one recipient would get.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterAsked {
    /// The task flow.
    pub flow: TaskFlowId,
    /// What it is sent for.
    pub occasion: Occasion,
    /// Who would get it.
    pub recipient: Recipient,
}

/// A letter as it can be looked at: what stands in it, and which answers its questionnaire carries filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LetterSeen {
    /// The letter itself. Its enclosures are the very workbooks; their names and sizes are shown.
    pub letter: Letter,
    /// The questions of the enclosed questionnaire that have an answer, each with it, as they stand in the
    /// workbook: national numbers masked.
    pub answers: Vec<(String, String)>,
    /// How many questions the questionnaire asks.
    pub questions: usize,
}

/// What is put into the outbox before the first mail leaves.
#[derive(Debug, Clone, PartialEq)]
pub struct Queue {
    /// The task flow.
    pub flow: TaskFlowId,
    /// What is sent.
    pub occasion: Occasion,
    /// Who gets it: exactly those that were shown and counted.
    pub recipients: Shared<Vec<Recipient>>,
}

/// What a person knows of a mail that may have left.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Decision {
    /// It arrived.
    Arrived,
    /// It did not, and is to be sent again.
    Again,
}

/// How far the sending is, since it was begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SendingFar {
    /// Taken by the server.
    pub sent: u64,
    /// Refused for good, or no letter could be made.
    pub failed: u64,
    /// Put off, by the server or since the line was lost, and waiting for the next try.
    pub waiting: u64,
    /// May have left.
    pub unsure: u64,
    /// Taken back before they left.
    pub withdrawn: u64,
    /// Still to be sent, those put off among them.
    pub left: u64,
    /// Seconds since it was begun.
    pub seconds: u64,
    /// About how many seconds it takes yet, without what the server puts off.
    pub seconds_left: u64,
    /// When the first mail that the server put off is offered again, where nothing else is left.
    pub until: Option<Timestamp>,
}

/// What a sending came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sent {
    /// How it ended.
    pub ending: Ending,
    /// How far it got.
    pub far: SendingFar,
    /// The outbox afterwards.
    pub read: Box<OutboxRead>,
}

/// What is said about mails on the line above the keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MailNotice {
    /// That many was typed, and it is not how many mails there are.
    WrongNumber(String, usize),
    /// Nobody gets mail.
    Nobody,
    /// This session is sending already.
    Underway,
    /// That person is sending since then, in another session.
    Elsewhere(String, String),
    /// The server took the test mail for that address.
    Tested(String),
    /// So many mails lie in that folder.
    Written(u64, String),
    /// What was typed is no e-mail address.
    NoAddress,
    /// What was typed is no number of days.
    NoDays,
    /// What was typed is no day.
    NoDay,
    /// Nothing in the outbox is to be sent.
    NothingAhead,
    /// No mail that was chosen could be withdrawn.
    NothingToWithdraw,
    /// The decision or withdrawal is in the outbox.
    Changed,
    /// The sending in the background has ended: so many were sent, failed, are unsure.
    Ended(u64, u64, u64),
    /// Nobody has a dossier that could get mail here.
    NoFlow,
    /// The outbox cannot be read or put in order, and why.
    NotInOrder(String),
}

/// How far a mail is, in a word. What wants a person first stands first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum MailStage {
    /// It may have left; a person has to say.
    Unsure,
    /// It was refused for good.
    Failed,
    /// The server put it off.
    Waiting,
    /// It was not offered yet.
    Queued,
    /// It is being offered.
    Sending,
    /// The server took it.
    Sent,
    /// It was taken back.
    Withdrawn,
}

impl MailStage {
    /// Every stage, in order.
    pub const ALL: [Self; 7] = [Self::Unsure, Self::Failed, Self::Waiting, Self::Queued, Self::Sending, Self::Sent, Self::Withdrawn];

    /// The stage of a state.
    #[must_use]
    pub const fn of(state: &State) -> Self {
        match state {
            State::Unsure { .. } => Self::Unsure,
            State::Failed { .. } => Self::Failed,
            State::Waiting { .. } => Self::Waiting,
            State::Queued => Self::Queued,
            State::Sending { .. } => Self::Sending,
            State::Sent { .. } => Self::Sent,
            State::Withdrawn { .. } => Self::Withdrawn,
        }
    }
}
