//! How loud a message is: it says what was done, or what stands in the way.

use crate::app::dossier::DossierNotice;
use crate::app::mailing::MailNotice;
use crate::app::notice::Notice;
use crate::app::person::PersonNotice;

/// Whether a message says why a key did nothing, or not all that was asked.
pub(super) const fn is_obstacle(notice: &Notice) -> bool {
    match notice {
        Notice::Refused(_)
        | Notice::InvalidRow
        | Notice::HasDossier
        | Notice::OnlyLook
        | Notice::ChooseFlowFirst
        | Notice::NothingToTake
        | Notice::NothingToUndo { .. }
        | Notice::NothingToRedo
        | Notice::NoDossierHere
        | Notice::NoGroups
        | Notice::NoMore
        | Notice::NoPath
        | Notice::LastColumn
        | Notice::NotHere
        | Notice::NumberWanted(_)
        | Notice::Elsewhere(_)
        | Notice::NotRead(_)
        | Notice::Unmet(_)
        | Notice::NothingToMark
        | Notice::NoDrafts
        | Notice::NoColumnFor(_)
        | Notice::NothingToTakeFor
        | Notice::NothingToCheck
        | Notice::CannotSave
        | Notice::NothingToExport
        | Notice::SameNumber
        | Notice::AllLookedAt
        | Notice::NothingToSettle
        | Notice::ValueRefused
        | Notice::NobodyToJoin
        | Notice::PartnerTaken(_)
        | Notice::InvalidPartner(_)
        | Notice::OtherPartner(_)
        | Notice::PastedText
        | Notice::PastedInPart(_)
        | Notice::PastedTooMuch
        | Notice::NothingToCopy
        | Notice::TooMuchToCopy(_)
        | Notice::NoRow
        | Notice::NothingWrong
        | Notice::NoSuggestion(_)
        | Notice::NothingChanges
        | Notice::NothingToRepeat
        | Notice::NothingFound
        | Notice::StillReading
        | Notice::NotReadAgain
        | Notice::IsTakenBack
        | Notice::TakenBackInVain
        | Notice::NothingToTakeOver
        | Notice::NoImport
        | Notice::NobodyThere
        | Notice::Unclear(_) => true,
        Notice::Dossier(notice) => is_obstacle_of_dossier(notice),
        Notice::Mail(notice) => match notice {
            MailNotice::Tested(_) | MailNotice::Written(..) | MailNotice::Changed | MailNotice::Ended(..) => false,
            MailNotice::WrongNumber(..)
            | MailNotice::Nobody
            | MailNotice::Underway
            | MailNotice::Elsewhere(..)
            | MailNotice::NoAddress
            | MailNotice::NoDays
            | MailNotice::NoDay
            | MailNotice::NothingAhead
            | MailNotice::NothingToWithdraw
            | MailNotice::NotInOrder(_)
            | MailNotice::NoFlow => true,
        },
        Notice::Person(said) => match said {
            PersonNotice::NothingToSave
            | PersonNotice::Barred(_)
            | PersonNotice::NotConfirmed
            | PersonNotice::InTheMail(_)
            | PersonNotice::NobodyChanges
            | PersonNotice::StoreNotRead
            | PersonNotice::OnlyNewcomers => true,
            PersonNotice::MadeAgain(lost) => *lost > 0,
            PersonNotice::Saved(_)
            | PersonNotice::Added(_)
            | PersonNotice::Removed(_)
            | PersonNotice::Changed(_)
            | PersonNotice::TakenUp(..)
            | PersonNotice::Separated(_) => false,
        },
        Notice::Demo | Notice::TourLeft | Notice::AsSettled(_) | Notice::TakenFrom(_) | Notice::MappingSaved(_) | Notice::Mapped => false,
        Notice::TakenBack(..)
        | Notice::MadeAgain(..)
        | Notice::StepsTakenBack(..)
        | Notice::StepsMadeAgain(..)
        | Notice::PlanWritten(_)
        | Notice::DraftKept
        | Notice::TakenOver(..)
        | Notice::TakenUp(_)
        | Notice::Marked(_)
        | Notice::MarksAgain(_)
        | Notice::Fixed(..)
        | Notice::FixedMany(_)
        | Notice::ChangedMany(_)
        | Notice::Numbers(_)
        | Notice::TemplateWritten(_)
        | Notice::Exported(_)
        | Notice::Stopped
        | Notice::Recorded(_)
        | Notice::ToCheck(..)
        | Notice::Stopping
        | Notice::Refreshed
        | Notice::HeldApart(..)
        | Notice::RuleApplied(..)
        | Notice::RuleIdle
        | Notice::Joined(..)
        | Notice::Parted(_)
        | Notice::Sorted(..)
        | Notice::Unsorted => false,
    }
}

const fn is_obstacle_of_dossier(notice: &DossierNotice) -> bool {
    match notice {
        DossierNotice::Closed
        | DossierNotice::Archived
        | DossierNotice::NoQuestion
        | DossierNotice::NotYesNo
        | DossierNotice::NothingToClear
        | DossierNotice::NoneOpen
        | DossierNotice::NoneAside
        | DossierNotice::NotTaken
        | DossierNotice::Masked
        | DossierNotice::NothingToSave
        | DossierNotice::OtherLanguages(_)
        | DossierNotice::OnlyOne => true,
        DossierNotice::TakenBack(_)
        | DossierNotice::MadeAgain(_)
        | DossierNotice::Saved(_)
        | DossierNotice::TakenUp(..)
        | DossierNotice::OnTop(_)
        | DossierNotice::Reads(_) => false,
    }
}
