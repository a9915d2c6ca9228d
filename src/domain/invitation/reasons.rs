//! Why somebody gets no mail.

use jiff::Timestamp;
use jiff::civil::Date;

use crate::domain::customer::CustomerId;
use crate::domain::email::EmailFault;
use crate::domain::language::Language;
use crate::domain::outbox::MessageNumber;
use crate::domain::questionnaire::QuestionnaireId;

/// Why somebody gets no mail. The first that holds, in this order.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum WhyNot {
    /// The task flow is archived.
    FlowArchived,
    /// There is no such customer.
    NoCustomer,
    /// What is stored of the customer cannot be read.
    Unreadable,
    /// The customer has no dossier in the task flow: never linked, or removed from it.
    NoDossier,
    /// The dossier is closed.
    Closed,
    /// The customer has answered.
    Answered,
    /// An earlier mail may have left: that has to be decided first.
    Unsure {
        /// The message, where the outbox has it.
        message: Option<MessageNumber>,
    },
    /// A mail is in the outbox already.
    InOutbox {
        /// The message, where the outbox has it.
        message: Option<MessageNumber>,
    },
    /// The invitation was sent already.
    Sent {
        /// When, where that is known.
        when: Option<Timestamp>,
    },
    /// The last mail was refused for good.
    FailedBefore,
    /// No invitation was sent that there could be a reminder of.
    NotInvited,
    /// The last day for reminders is over.
    Past {
        /// The last day.
        end: Date,
    },
    /// The last mail is not long enough ago.
    TooSoon {
        /// When it was sent.
        last: Timestamp,
    },
    /// The dossier's questionnaire is not among those that there are.
    NoQuestionnaire(QuestionnaireId),
    /// The questionnaire is of another assessment year than the task flow: that year.
    OtherYear(QuestionnaireId, i16),
    /// The questionnaire does not exist in the customer's language.
    NotInLanguage(Language),
    /// The customer has no e-mail address.
    NoAddress,
    /// The customer's e-mail address cannot be used.
    BadAddress(EmailFault),
    /// Another recipient has the same address.
    SameAddress {
        /// The other one, who gets the mail.
        other: CustomerId,
        /// Family name, first name.
        name: String,
    },
}

impl WhyNot {
    /// The word in `--json`. Stable.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::FlowArchived => "flow_archived",
            Self::NoCustomer => "no_customer",
            Self::Unreadable => "unreadable",
            Self::NoDossier => "no_dossier",
            Self::Closed => "closed",
            Self::Answered => "answered",
            Self::Unsure { .. } => "unsure",
            Self::InOutbox { .. } => "in_outbox",
            Self::Sent { .. } => "sent",
            Self::FailedBefore => "failed_before",
            Self::NotInvited => "not_invited",
            Self::Past { .. } => "past_end",
            Self::TooSoon { .. } => "too_soon",
            Self::NoQuestionnaire(_) => "no_questionnaire",
            Self::OtherYear(..) => "other_year",
            Self::NotInLanguage(_) => "not_in_language",
            Self::NoAddress => "no_address",
            Self::BadAddress(_) => "bad_address",
            Self::SameAddress { .. } => "same_address",
        }
    }

    /// Its place in the order of the reasons.
    #[must_use]
    pub const fn place(&self) -> u8 {
        match self {
            Self::FlowArchived => 0,
            Self::NoCustomer => 1,
            Self::Unreadable => 2,
            Self::NoDossier => 3,
            Self::Closed => 4,
            Self::Answered => 5,
            Self::Unsure { .. } => 6,
            Self::InOutbox { .. } => 7,
            Self::Sent { .. } => 8,
            Self::FailedBefore => 9,
            Self::NotInvited => 10,
            Self::Past { .. } => 11,
            Self::TooSoon { .. } => 12,
            Self::NoQuestionnaire(_) => 13,
            Self::OtherYear(..) => 14,
            Self::NotInLanguage(_) => 15,
            Self::NoAddress => 16,
            Self::BadAddress(_) => 17,
            Self::SameAddress { .. } => 18,
        }
    }
}
