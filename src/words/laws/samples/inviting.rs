//! What the phrases of the invite screen and of the sending are asked.

use jiff::Timestamp;

use super::Say;
use crate::app::inviting::Whence;
use crate::app::mailing::{MailNotice, MailStage};
use crate::domain::letter::Occasion;
use crate::domain::outbox::Ending;

/// Every notice about mails.
pub(super) fn mail_notices() -> Vec<MailNotice> {
    let notices = vec![
        MailNotice::WrongNumber("46".into(), 64),
        MailNotice::Nobody,
        MailNotice::NotInOrder("The store is damaged.".into()),
        MailNotice::Underway,
        MailNotice::Elsewhere("tom".into(), "14/05 14h02".into()),
        MailNotice::Tested("info@kantoor.be".into()),
        MailNotice::Written(64, "/srv/mails".into()),
        MailNotice::NoAddress,
        MailNotice::NoDays,
        MailNotice::NoDay,
        MailNotice::NothingAhead,
        MailNotice::NothingToWithdraw,
        MailNotice::Changed,
        MailNotice::Ended(1234, 12, 1),
        MailNotice::NoFlow,
    ];
    let _every_variant_has_a_sample = |notice: &MailNotice| match notice {
        MailNotice::WrongNumber(..)
        | MailNotice::Nobody
        | MailNotice::Underway
        | MailNotice::Elsewhere(..)
        | MailNotice::Tested(_)
        | MailNotice::Written(..)
        | MailNotice::NoAddress
        | MailNotice::NoDays
        | MailNotice::NoDay
        | MailNotice::NothingAhead
        | MailNotice::NothingToWithdraw
        | MailNotice::Changed
        | MailNotice::Ended(..)
        | MailNotice::NotInOrder(_)
        | MailNotice::NoFlow => {}
    };
    notices
}

impl Say for fn(&MailNotice) -> String {
    fn say(&self) -> Vec<String> {
        mail_notices().iter().map(self).collect()
    }
}

impl Say for fn(MailStage) -> &'static str {
    fn say(&self) -> Vec<String> {
        MailStage::ALL.map(self).map(str::to_owned).into()
    }
}

impl Say for fn(Occasion, &str) -> String {
    fn say(&self) -> Vec<String> {
        Occasion::ALL.into_iter().map(|occasion| self(occasion, "AY 2026")).collect()
    }
}

impl Say for fn(Whence, usize) -> String {
    fn say(&self) -> Vec<String> {
        let all = [Whence::Marked, Whence::Narrowed, Whence::One, Whence::Season, Whence::Import, Whence::Asked, Whence::Refused];
        all.into_iter().flat_map(|whence| [self(whence, 1), self(whence, 12_345)]).collect()
    }
}

impl Say for fn(u16) -> String {
    fn say(&self) -> Vec<String> {
        vec![self(1), self(14)]
    }
}

impl Say for fn(Option<&str>) -> String {
    fn say(&self) -> Vec<String> {
        vec![self(None), self(Some("01/07/2026"))]
    }
}

impl Say for fn(&str, Option<&str>) -> String {
    fn say(&self) -> Vec<String> {
        vec![self("Peeters <info@kantoor.be>", None), self("Peeters <info@kantoor.be>", Some("pb@kantoor.be"))]
    }
}

impl Say for fn(&str, u16, &str) -> String {
    fn say(&self) -> Vec<String> {
        vec![self("smtp.kantoor.be", 30, "2 min")]
    }
}

impl Say for fn(&str, usize, usize) -> String {
    fn say(&self) -> Vec<String> {
        vec![self("Maes An", 1, 64)]
    }
}

impl Say for fn(&Ending, &str) -> String {
    fn say(&self) -> Vec<String> {
        let detail = || "timeout".to_owned();
        let endings = [
            Ending::Done,
            Ending::Stopped,
            Ending::Waiting { until: Timestamp::UNIX_EPOCH },
            Ending::NotOffered { detail: detail() },
            Ending::NoLetter { detail: detail() },
            Ending::LinesLost { detail: detail() },
            Ending::Doubts { detail: detail() },
        ];
        endings.iter().map(|ending| self(ending, "14/05 14h02")).collect()
    }
}
