//! What of a report failed.

use super::Report;
use crate::app::fault::Fault;

impl Report {
    /// The fault that it tells of; none where what was asked for is done, or is being done.
    #[must_use]
    pub fn fault(&self) -> Option<&Fault> {
        match self {
            Self::Store(_, Err(fault))
            | Self::Folder(_, Err(fault))
            | Self::Preview(_, Err(fault))
            | Self::Opened(_, Err((fault, _)))
            | Self::Drafts(Err(fault))
            | Self::NotKept(_, fault)
            | Self::NotLeft(_, fault)
            | Self::ThrownAway(_, Err(fault))
            | Self::UnsavedNotKept(_, fault)
            | Self::MappingSaved(_, Err(fault))
            | Self::Committed(_, Err(fault))
            | Self::Amended(_, Err(fault))
            | Self::DossierRead(_, Err(fault))
            | Self::SeasonPlanned(_, Err(fault))
            | Self::Person(_, Err(fault))
            | Self::Arrived(_, Err(fault))
            | Self::LookedBack(_, Err(fault))
            | Self::Refreshed(_, Err(fault))
            | Self::Written(_, Err(fault))
            | Self::Corrected(_, Err(fault))
            | Self::Outbox(_, Err(fault))
            | Self::Letter(_, Err(fault))
            | Self::Tested(_, Err(fault))
            | Self::LettersWritten(_, Err(fault))
            | Self::Sent(_, Err(fault)) => Some(fault),
            Self::Store(_, Ok(_))
            | Self::Folder(_, Ok(_))
            | Self::Preview(_, Ok(_))
            | Self::Opened(_, Ok(_))
            | Self::Drafts(Ok(_))
            | Self::MappingSaved(_, Ok(_))
            | Self::Committed(_, Ok(_))
            | Self::Amended(_, Ok(_))
            | Self::DossierRead(_, Ok(_))
            | Self::SeasonPlanned(_, Ok(_))
            | Self::Person(_, Ok(_))
            | Self::Arrived(_, Ok(_))
            | Self::LookedBack(_, Ok(_))
            | Self::Refreshed(_, Ok(_))
            | Self::Written(_, Ok(_))
            | Self::Corrected(_, Ok(_))
            | Self::Outbox(_, Ok(_))
            | Self::Letter(_, Ok(_))
            | Self::Tested(_, Ok(_))
            | Self::LettersWritten(_, Ok(_))
            | Self::Sent(_, Ok(_))
            | Self::Far(..)
            | Self::Left(..)
            | Self::Gathered(..)
            | Self::Completed(..)
            | Self::DraftFound(..)
            | Self::DraftLeft(..)
            | Self::ThrownAway(_, Ok(()))
            | Self::UnsavedKept(_)
            | Self::Saved(..)
            | Self::LeftBehind(_)
            | Self::Counted(..)
            | Self::Prepared(..)
            | Self::Weighed(..)
            | Self::Stopped(_)
            | Self::Sending(..) => None,
        }
    }
}
