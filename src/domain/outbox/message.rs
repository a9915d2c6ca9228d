//! A mail in the outbox, and the round that it went into the outbox with.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::state::State;
use crate::domain::customer::CustomerId;
use crate::domain::language::Language;
use crate::domain::letter::Occasion;
use crate::domain::task_flow::TaskFlowId;

/// The number of a message in the outbox. Given once, never reused. Shown and typed as `M00012`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MessageNumber(pub u64);

impl MessageNumber {
    /// Reads a number as it is shown, or its digits alone.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix(['M', 'm']).unwrap_or(text);
        let is_number = !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
        is_number.then(|| digits.parse().ok().map(Self)).flatten()
    }
}

impl std::fmt::Display for MessageNumber {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "M{:05}", self.0)
    }
}

/// The random name of a round, in hexadecimal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RoundId(pub String);

impl std::fmt::Display for RoundId {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// Messages that were queued together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Round {
    /// Its name.
    pub id: RoundId,
    /// Random name of the store whose customers it is about: another store may lie in its place later.
    pub store: String,
    /// The task flow.
    pub flow: TaskFlowId,
    /// What is sent.
    pub occasion: Occasion,
    /// Login name of the person who queued it.
    pub who: String,
    /// When it was queued.
    pub when: Timestamp,
}

/// One mail to one customer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Its number.
    pub id: MessageNumber,
    /// The round it was queued with.
    pub round: RoundId,
    /// The task flow of its dossier.
    pub flow: TaskFlowId,
    /// The customer of its dossier.
    pub customer: CustomerId,
    /// The address it goes to, as it was when it was queued.
    pub to: String,
    /// The language it is written in.
    pub language: Language,
    /// What it is sent for.
    pub occasion: Occasion,
    /// What stands in its header `Message-ID`, without the angle brackets.
    pub message_id: String,
    /// How far it is.
    pub state: State,
    /// How often it was offered to the server.
    pub attempts: u16,
    /// How often something happened to it since it was queued.
    pub turns: u32,
    /// How much of that the dossier in the store shows; none where it shows nothing of it yet.
    pub recorded: Option<u32>,
}

impl Message {
    /// Whether the dossier in the store shows how far the message is.
    #[must_use]
    pub fn is_recorded(&self) -> bool {
        self.recorded == Some(self.turns)
    }
}
