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
    /// The questionnaire does not exist in the customer's language.
    NotInLanguage(Language),
    /// The customer has no e-mail address.
    NoAddress,
    /// The customer's e-mail address cannot be used.
    BadAddress(EmailFault),
    /// The questionnaire is of another assessment year than the task flow: that year.
    OtherYear(QuestionnaireId, i16),
    /// The last day to file is over: the letter would ask for something that cannot be done any more.
    DeadlinePast {
        /// That day.
        deadline: Date,
    },
    /// The address looks mistyped.
    Mistyped {
        /// What stands behind the `@`.
        domain: String,
        /// The well-known domain that was most likely meant.
        meant: String,
    },
    /// The other one of a couple has a dossier in the same task flow and gets the mail, got it or has answered: a couple files one return.
    Partner {
        /// The other one.
        other: CustomerId,
        /// Family name, first name.
        name: String,
    },
    /// The address gets, or got, the mail of another customer of the same task flow.
    SameAddress {
        /// The other one.
        other: CustomerId,
        /// Family name, first name.
        name: String,
    },
}

/// A reason to think twice, which a person can set aside for everybody whom it holds for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Caution {
    /// [`WhyNot::OtherYear`].
    OtherYear,
    /// [`WhyNot::DeadlinePast`].
    DeadlinePast,
    /// [`WhyNot::Mistyped`].
    Mistyped,
    /// [`WhyNot::Partner`].
    Partner,
}

impl Caution {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::OtherYear, Self::DeadlinePast, Self::Mistyped, Self::Partner];
}

impl WhyNot {
    /// The caution that it is, if it is one.
    #[must_use]
    pub const fn caution(&self) -> Option<Caution> {
        match self {
            Self::OtherYear(..) => Some(Caution::OtherYear),
            Self::DeadlinePast { .. } => Some(Caution::DeadlinePast),
            Self::Mistyped { .. } => Some(Caution::Mistyped),
            Self::Partner { .. } => Some(Caution::Partner),
            Self::FlowArchived
            | Self::NoCustomer
            | Self::Unreadable
            | Self::NoDossier
            | Self::Closed
            | Self::Answered
            | Self::Unsure { .. }
            | Self::InOutbox { .. }
            | Self::Sent { .. }
            | Self::FailedBefore
            | Self::NotInvited
            | Self::Past { .. }
            | Self::TooSoon { .. }
            | Self::NoQuestionnaire(_)
            | Self::NotInLanguage(_)
            | Self::NoAddress
            | Self::BadAddress(_)
            | Self::SameAddress { .. } => None,
        }
    }

    /// Whether a person can let a single customer in although it holds.
    #[must_use]
    pub const fn can_be_admitted(&self) -> bool {
        self.caution().is_some() || matches!(self, Self::SameAddress { .. })
    }

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
            Self::DeadlinePast { .. } => "deadline_past",
            Self::Mistyped { .. } => "mistyped_address",
            Self::Partner { .. } => "partner",
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
            Self::NotInLanguage(_) => 14,
            Self::NoAddress => 15,
            Self::BadAddress(_) => 16,
            Self::OtherYear(..) => 17,
            Self::DeadlinePast { .. } => 18,
            Self::Mistyped { .. } => 19,
            Self::Partner { .. } => 20,
            Self::SameAddress { .. } => 21,
        }
    }
}
