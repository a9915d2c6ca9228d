//! How a sending ended.

use jiff::Timestamp;

/// How a sending ended. What was seen or said is neutralised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Ending {
    /// Nothing is left to be sent.
    Done,
    /// Somebody stopped it. What is left is queued.
    Stopped,
    /// What is left was put off by the server, longer than it is waited for.
    Waiting {
        /// When the first of it may be offered again.
        until: Timestamp,
    },
    /// No letter can leave now: no connection, no encryption, wrong name or password. What is left is queued.
    NotOffered {
        /// Why.
        detail: String,
    },
    /// No letter can be made now. What is left is queued.
    NoLetter {
        /// Why.
        detail: String,
    },
    /// The line broke before several letters, one after the other. What is left is queued, the last of them put off a little.
    LinesLost {
        /// What was seen last.
        detail: String,
    },
    /// The line broke in the middle of several letters, one after the other. What is left is queued.
    Doubts {
        /// What was seen last.
        detail: String,
    },
}

impl Ending {
    /// The word in `--json`. Stable.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Stopped => "stopped",
            Self::Waiting { .. } => "waiting",
            Self::NotOffered { .. } => "not_offered",
            Self::NoLetter { .. } => "no_letter",
            Self::LinesLost { .. } => "lines_lost",
            Self::Doubts { .. } => "doubts",
        }
    }

    /// Why it was broken off, where it was.
    #[must_use]
    pub fn detail(&self) -> Option<&str> {
        match self {
            Self::NotOffered { detail } | Self::NoLetter { detail } | Self::LinesLost { detail } | Self::Doubts { detail } => Some(detail),
            Self::Done | Self::Stopped | Self::Waiting { .. } => None,
        }
    }
}
