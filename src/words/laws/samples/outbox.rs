//! What the phrases about mails are asked.

use jiff::Timestamp;

use super::Say;
use crate::domain::customer::CustomerId;
use crate::domain::email::EmailFault;
use crate::domain::invitation::{Caution, WhyNot};
use crate::domain::language::Language;
use crate::domain::letter::Occasion;
use crate::domain::outbox::{Doubt, Failure, Line, Misstep, State, Tally, Withdrawal};
use crate::domain::questionnaire::QuestionnaireId;

impl Say for fn(&WhyNot) -> String {
    fn say(&self) -> Vec<String> {
        let alone = [
            WhyNot::FlowArchived,
            WhyNot::NoCustomer,
            WhyNot::Unreadable,
            WhyNot::NoDossier,
            WhyNot::Closed,
            WhyNot::Answered,
            WhyNot::Unsure { message: None },
            WhyNot::InOutbox { message: None },
            WhyNot::Sent { when: None },
            WhyNot::FailedBefore,
            WhyNot::NotInvited,
            WhyNot::Past { end: jiff::civil::date(2026, 7, 1) },
            WhyNot::TooSoon { last: Timestamp::UNIX_EPOCH },
            WhyNot::NoQuestionnaire(QuestionnaireId("pit-1999".into())),
            WhyNot::OtherYear(QuestionnaireId("pit-2026".into()), 2026),
            WhyNot::NoAddress,
            WhyNot::DeadlinePast { deadline: jiff::civil::date(2026, 7, 15) },
            WhyNot::Mistyped { domain: "gmial.com".into(), meant: "gmail.com".into() },
            WhyNot::Partner { other: CustomerId(7), name: "Maes An".into() },
            WhyNot::SameAddress { other: CustomerId(7), name: "Maes An".into() },
        ];
        let languages = Language::ALL.map(WhyNot::NotInLanguage);
        let addresses = [EmailFault::Shape, EmailFault::TooLong, EmailFault::Several].map(WhyNot::BadAddress);
        alone.iter().chain(&languages).chain(&addresses).map(self).collect()
    }
}

impl Say for fn(Occasion) -> &'static str {
    fn say(&self) -> Vec<String> {
        Occasion::ALL.map(self).map(str::to_owned).into()
    }
}

impl Say for fn(Line) -> &'static str {
    fn say(&self) -> Vec<String> {
        Line::ALL.map(self).map(str::to_owned).into()
    }
}

impl Say for fn(&State) -> String {
    fn say(&self) -> Vec<String> {
        let (when, reply) = (Timestamp::UNIX_EPOCH, "550 unknown".to_owned());
        let states = [
            State::Queued,
            State::Sending { since: when },
            State::Sent { reply: String::new(), when },
            State::Sent { reply: reply.clone(), when },
            State::Failed { why: Failure::Refused, reply: reply.clone(), when },
            State::Failed { why: Failure::PutOff, reply: reply.clone(), when },
            State::Failed { why: Failure::NoLetter, reply: reply.clone(), when },
            State::Waiting { reply, until: when },
            State::Unsure { why: Doubt::Stopped, since: when },
            State::Unsure { why: Doubt::Forgotten, since: when },
            State::Unsure { why: Doubt::LineLost { detail: "timeout".into() }, since: when },
        ];
        let withdrawn = Withdrawal::ALL.map(|why| State::Withdrawn { why, when });
        states.iter().chain(&withdrawn).map(self).collect()
    }
}

impl Say for fn(&Tally) -> String {
    fn say(&self) -> Vec<String> {
        let all = Tally { queued: 1, sending: 1, sent: 12_345, failed: 2, waiting: 1, unsure: 1, withdrawn: 3 };
        [Tally::default(), all].iter().map(self).collect()
    }
}

impl Say for fn(Misstep) -> &'static str {
    fn say(&self) -> Vec<String> {
        let missteps = [Misstep::Over, Misstep::Undecided, Misstep::Underway, Misstep::NotUnderway, Misstep::NoDoubt];
        missteps.map(self).map(str::to_owned).into()
    }
}

impl Say for fn(Caution) -> &'static str {
    fn say(&self) -> Vec<String> {
        Caution::ALL.map(self).map(str::to_owned).into()
    }
}
