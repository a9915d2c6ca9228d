//! How far a message is, and what may happen to it when.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// How far a message is. What servers said is neutralised.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Not offered to the server yet.
    Queued,
    /// Being offered, or it was when the program ended.
    Sending {
        /// Since when.
        since: Timestamp,
    },
    /// The server took it.
    Sent {
        /// What it said; empty where a person said that the mail arrived.
        reply: String,
        /// When.
        when: Timestamp,
    },
    /// It will not be sent any more.
    Failed {
        /// Why not.
        #[serde(default)]
        why: Failure,
        /// What the server said last, or why there is no letter.
        reply: String,
        /// When.
        when: Timestamp,
    },
    /// The server did not want it yet, or was lost before anything of it left.
    Waiting {
        /// What it said, or what was seen.
        reply: String,
        /// When it is offered again.
        until: Timestamp,
    },
    /// It may have left. A person has to say.
    Unsure {
        /// Why nobody knows.
        why: Doubt,
        /// Since when.
        since: Timestamp,
    },
    /// It was taken back before it left.
    Withdrawn {
        /// Why.
        why: Withdrawal,
        /// When.
        when: Timestamp,
    },
}

/// Why a message will not be sent any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Failure {
    /// The server refused it for good. What was written before the reasons were told apart counts as this.
    #[default]
    Refused,
    /// The server put it off each time, until it was offered [often enough](super::TRIES): the same mail may be taken another day.
    PutOff,
    /// No letter can be made of it.
    NoLetter,
}

/// Why nobody knows whether a message has left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// The program ended between offering it and hearing the answer.
    Stopped,
    /// The outbox lost what became of it, and the dossier says that there was a mail.
    Forgotten,
    /// The line broke before the server's answer came.
    LineLost {
        /// What was seen.
        detail: String,
    },
}

/// Why a message was taken back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Withdrawal {
    /// A person did it.
    ByPerson,
    /// The customer is no longer there.
    CustomerGone,
    /// The customer was removed from the task flow.
    Unlinked,
    /// The customer has another address since.
    AddressChanged,
    /// The customer has answered since.
    Answered,
    /// The dossier was closed since.
    Closed,
    /// The task flow was archived since.
    FlowArchived,
    /// Another store lies in the place of the one whose customers were queued.
    OtherStore,
}

impl Withdrawal {
    /// Every reason.
    pub const ALL: [Self; 8] = [
        Self::ByPerson,
        Self::CustomerGone,
        Self::Unlinked,
        Self::AddressChanged,
        Self::Answered,
        Self::Closed,
        Self::FlowArchived,
        Self::OtherStore,
    ];

    /// The word in `--json`. Stable.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::ByPerson => "by_person",
            Self::CustomerGone => "customer_gone",
            Self::Unlinked => "unlinked",
            Self::AddressChanged => "address_changed",
            Self::Answered => "answered",
            Self::Closed => "closed",
            Self::FlowArchived => "flow_archived",
            Self::OtherStore => "other_store",
        }
    }
}

/// Something that happens to a message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Event {
    /// It is about to be offered. Written before the server sees a byte of it.
    Offering,
    /// The server took it.
    Taken {
        /// What it said.
        reply: String,
    },
    /// The server refused it for good.
    Refused {
        /// What it said.
        reply: String,
    },
    /// The server put it off.
    PutOff {
        /// What it said.
        reply: String,
        /// When it is offered again; none where it was offered [often enough](super::TRIES).
        until: Option<Timestamp>,
    },
    /// It did not leave, for a reason that is not its own.
    NotOffered,
    /// The line was lost before anything of it left.
    LineLost {
        /// What was seen.
        detail: String,
        /// When it is offered again.
        until: Timestamp,
    },
    /// No letter can be made of it, or none that could ever leave.
    NoLetter {
        /// Why.
        detail: String,
    },
    /// It may have left.
    Doubted(Doubt),
    /// A person says that it arrived.
    Arrived,
    /// A person says that it is to be sent again, or now rather than when it was put off to.
    Again,
    /// It is taken back.
    Withdrawn(Withdrawal),
}

/// Something that cannot happen to a message as far as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum Misstep {
    /// It was sent, has failed or was taken back: nothing happens to it any more.
    #[error("the message is done with")]
    Over,
    /// It may have left: first a person has to say whether it did.
    #[error("somebody has to say first whether the message left")]
    Undecided,
    /// It is being offered.
    #[error("the message is being sent")]
    Underway,
    /// It is not being offered.
    #[error("the message is not being sent")]
    NotUnderway,
    /// Nobody is unsure whether it left.
    #[error("there is no doubt about the message")]
    NoDoubt,
}

impl State {
    /// What becomes of it.
    ///
    /// # Errors
    /// [`Misstep`] where that cannot happen to it; it stays as it is then.
    pub fn after(&self, event: &Event, when: Timestamp) -> Result<Self, Misstep> {
        match self {
            // A person need not wait for the moment that was set.
            Self::Waiting { .. } if *event == Event::Again => Ok(Self::Queued),
            Self::Queued | Self::Waiting { .. } => before_offering(event, when),
            Self::Sending { .. } => while_offering(event, when),
            Self::Unsure { since, why: doubt } => match event {
                // It left then, if it did.
                Event::Arrived => Ok(Self::Sent { reply: String::new(), when: *since }),
                Event::Again => Ok(Self::Queued),
                // Most likely it was only queued: then nothing ever left.
                Event::Withdrawn(why) if *doubt == Doubt::Forgotten => Ok(Self::Withdrawn { why: *why, when }),
                _ => Err(Misstep::Undecided),
            },
            Self::Sent { .. } | Self::Failed { .. } | Self::Withdrawn { .. } => Err(Misstep::Over),
        }
    }

    /// Whether nothing happens to it any more.
    #[must_use]
    pub const fn is_over(&self) -> bool {
        matches!(self, Self::Sent { .. } | Self::Failed { .. } | Self::Withdrawn { .. })
    }

    /// Whether it is still to be offered.
    #[must_use]
    pub const fn is_ahead(&self) -> bool {
        matches!(self, Self::Queued | Self::Waiting { .. })
    }

    /// Whether a person can take it back: it has not left, as far as anybody knows.
    #[must_use]
    pub const fn can_be_withdrawn(&self) -> bool {
        self.is_ahead() || matches!(self, Self::Unsure { why: Doubt::Forgotten, .. })
    }

    /// The word in `--json`. Stable.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Queued => "queued",
            Self::Sending { .. } => "sending",
            Self::Sent { .. } => "sent",
            Self::Failed { .. } => "failed",
            Self::Waiting { .. } => "waiting",
            Self::Unsure { .. } => "unsure",
            Self::Withdrawn { .. } => "withdrawn",
        }
    }
}

fn failed(why: Failure, reply: &str, when: Timestamp) -> State {
    State::Failed { why, reply: reply.to_owned(), when }
}

fn before_offering(event: &Event, when: Timestamp) -> Result<State, Misstep> {
    match event {
        Event::Offering => Ok(State::Sending { since: when }),
        Event::NoLetter { detail } => Ok(failed(Failure::NoLetter, detail, when)),
        Event::Withdrawn(why) => Ok(State::Withdrawn { why: *why, when }),
        Event::Arrived | Event::Again => Err(Misstep::NoDoubt),
        Event::Taken { .. }
        | Event::Refused { .. }
        | Event::PutOff { .. }
        | Event::NotOffered
        | Event::LineLost { .. }
        | Event::Doubted(_) => Err(Misstep::NotUnderway),
    }
}

fn while_offering(event: &Event, when: Timestamp) -> Result<State, Misstep> {
    match event {
        Event::Taken { reply } => Ok(State::Sent { reply: reply.clone(), when }),
        Event::Refused { reply } => Ok(failed(Failure::Refused, reply, when)),
        Event::PutOff { reply, until: None } => Ok(failed(Failure::PutOff, reply, when)),
        Event::NoLetter { detail } => Ok(failed(Failure::NoLetter, detail, when)),
        Event::PutOff { reply, until: Some(until) } => Ok(State::Waiting { reply: reply.clone(), until: *until }),
        Event::NotOffered => Ok(State::Queued),
        Event::LineLost { detail: reply, until } => Ok(State::Waiting { reply: reply.clone(), until: *until }),
        Event::Doubted(why) => Ok(State::Unsure { why: why.clone(), since: when }),
        Event::Offering | Event::Withdrawn(_) => Err(Misstep::Underway),
        Event::Arrived | Event::Again => Err(Misstep::NoDoubt),
    }
}
