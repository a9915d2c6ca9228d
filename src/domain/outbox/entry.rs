//! What is written down in the outbox. Once written, names and meanings stay.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::message::{Message, MessageNumber, Round};
use super::state::Event;
use crate::domain::customer::CustomerId;
use crate::domain::language::Language;

/// A mail that is to be queued. It gets its number by being written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewMessage {
    /// The customer.
    pub customer: CustomerId,
    /// The address.
    pub to: String,
    /// The language it is written in.
    pub language: Language,
    /// What stands in its header `Message-ID`, without the angle brackets.
    pub message_id: String,
}

/// One entry of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Entry {
    /// A whole round was queued: it is in the outbox with all its messages or not at all.
    Queued {
        /// The round.
        round: Round,
        /// Its messages.
        messages: Vec<NewMessage>,
    },
    /// Something happened to a message.
    Turned {
        /// The message.
        message: MessageNumber,
        /// When.
        when: Timestamp,
        /// What.
        event: Event,
    },
    /// The dossiers in the store show now what had become of these messages by then.
    Recorded {
        /// Each message, with how often something had happened to it.
        messages: Vec<(MessageNumber, u32)>,
    },
    /// Dossiers say that they have a mail under way, and the outbox knows none: it was damaged or lost. Nobody knows whether they
    /// left.
    Forgotten {
        /// A round for them, as old as their dossiers say.
        round: Round,
        /// The messages, made anew of what is stored.
        messages: Vec<NewMessage>,
    },
    /// Everything before, in short: the first entry of a journal that was rewritten.
    Standing {
        /// The number of the next message.
        next: u64,
        /// The rounds.
        rounds: Vec<Round>,
        /// The messages.
        messages: Vec<Message>,
    },
}
