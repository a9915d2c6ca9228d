//! What is known of the outbox, and of a round that goes out.

use crate::app::effect::Job;
use crate::app::fault::Fault;
use crate::app::mailing::{OutboxRead, SendingFar, Sent};

/// Mails that are being sent, or were.
#[derive(Debug, Clone)]
pub struct Round {
    /// Whose answers count.
    pub job: Job,
    /// How far it is; none until the world says so.
    pub far: Option<SendingFar>,
    /// A stop was asked for.
    pub stopping: bool,
    /// What it came to, once it has ended.
    pub ended: Option<Result<Sent, Fault>>,
}

impl Round {
    /// Whether mails are still being sent.
    #[must_use]
    pub const fn goes_on(&self) -> bool {
        self.ended.is_none()
    }

    /// How far it is, or got.
    #[must_use]
    pub fn far(&self) -> SendingFar {
        match &self.ended {
            Some(Ok(sent)) => sent.far,
            Some(Err(_)) | None => self.far.unwrap_or_default(),
        }
    }
}

/// The outbox as it was last read, and the round that this session sends.
#[derive(Debug, Clone, Default)]
pub struct Mails {
    /// The outbox, or why it cannot be read; none as long as nobody knows.
    pub read: Option<Result<Box<OutboxRead>, Fault>>,
    /// The round that is being sent, or was last.
    pub round: Option<Round>,
    /// A decision or withdrawal whose answer is waited for.
    pub(in crate::app) changing: Option<Job>,
}

impl Mails {
    /// Whether this job is a decision or a withdrawal whose answer is waited for.
    #[must_use]
    pub fn is_changed_by(&self, job: Job) -> bool {
        self.changing == Some(job)
    }

    /// Why the outbox cannot be read or put in order, if so.
    #[must_use]
    pub fn trouble(&self) -> Option<&Fault> {
        match self.read.as_ref()? {
            Ok(read) => read.unsettled.as_ref(),
            Err(fault) => Some(fault),
        }
    }

    /// The outbox, where it is known.
    #[must_use]
    pub fn known(&self) -> Option<&OutboxRead> {
        self.read.as_ref()?.as_ref().ok().map(Box::as_ref)
    }

    /// The round that is being sent.
    #[must_use]
    pub fn going(&self) -> Option<&Round> {
        self.round.as_ref().filter(|round| round.goes_on())
    }
}
