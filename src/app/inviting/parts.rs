//! The lines of the invite screen that the cursor goes over.

use super::Inviting;
use crate::domain::invitation::{Caution, Failed, LeftOut, WhyNot};
use crate::domain::language::Language;

/// A line that the cursor goes over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Reminders: how many days after the last mail.
    Days,
    /// Reminders: the last day.
    End,
    /// Those left out for the reasons at this [place](WhyNot::place).
    Reason(u8),
    /// Those left out by a caution: it can be set aside for all of them.
    Caution(Caution),
    /// Those who get mail because a caution is set aside.
    Despite(Caution),
    /// Those left out because their address gets another customer's mail: they can be admitted.
    SameAddress,
    /// Those admitted one by one, or although their address gets another customer's mail.
    Admitted,
    /// Those left out because their last mail was refused: they can be tried again.
    Refused,
    /// Those whose last mail was refused are tried again.
    Again,
    /// A language that can be left out.
    Language(Language),
}

/// A line, and who belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lot {
    /// The line.
    pub part: Part,
    /// How many customers belong to it.
    pub count: usize,
    /// The first of those who are left out; of a caution each thing that it is about once.
    pub first: Vec<LeftOut>,
}

/// The most that are named behind a line.
const NAMED: usize = 4;

/// Whether it is that another recipient has the same address.
pub(super) const fn is_same_address(why: &WhyNot) -> bool {
    matches!(why, WhyNot::SameAddress { .. })
}

impl Inviting {
    /// The lines, in order, with who belongs to each. Walks over everybody.
    pub(super) fn counted(&self) -> Vec<Lot> {
        self.parts().into_iter().map(|part| self.lot(part)).collect()
    }

    fn lot(&self, part: Part) -> Lot {
        let left_out = self.left_out(part);
        let count = match part {
            Part::Reason(_) | Part::Caution(_) | Part::SameAddress | Part::Refused => left_out.len(),
            Part::Despite(caution) => self.mailing.despite.get(&caution).copied().unwrap_or_default(),
            Part::Admitted => self.wanted.admitted.len(),
            Part::Language(language) => self.mailing.recipients.iter().filter(|recipient| recipient.language == language).count(),
            Part::Days | Part::End | Part::Again => 0,
        };
        let mut first: Vec<LeftOut> = Vec::new();
        for one in left_out {
            if first.len() == NAMED {
                break;
            }
            if one.why.caution().is_none() || first.iter().all(|known| known.why != one.why) {
                first.push(one.clone());
            }
        }
        Lot { part, count, first }
    }

    fn parts(&self) -> Vec<Part> {
        let mut parts = Vec::new();
        if self.reminds() {
            parts.extend([Part::Days, Part::End]);
        }
        parts.extend(self.mailing.by_reason().into_iter().map(|(why, _)| match why {
            why if is_same_address(why) => Part::SameAddress,
            // A reminder is of an invitation that arrived.
            WhyNot::FailedBefore if !self.reminds() => Part::Refused,
            why => why.caution().map_or(Part::Reason(why.place()), Part::Caution),
        }));
        parts.extend(self.wanted.despite.iter().copied().map(Part::Despite));
        if !self.wanted.admitted.is_empty() {
            parts.push(Part::Admitted);
        }
        if self.wanted.failed == Failed::TryAgain {
            parts.push(Part::Again);
        }
        parts.extend(self.mailing.by_language().into_iter().map(|(language, _)| Part::Language(language)));
        parts
    }

    /// The line under the cursor.
    #[must_use]
    pub fn part(&self) -> Option<Part> {
        self.lots.get(self.cursor).map(|lot| lot.part)
    }

    /// Those who are left out for the reason of a line.
    #[must_use]
    pub fn left_out(&self, part: Part) -> Vec<&LeftOut> {
        let belongs = |left_out: &&LeftOut| match part {
            Part::Reason(place) => left_out.why.place() == place,
            Part::SameAddress => is_same_address(&left_out.why),
            Part::Refused => left_out.why == WhyNot::FailedBefore,
            Part::Caution(caution) => left_out.why.caution() == Some(caution),
            Part::Days | Part::End | Part::Admitted | Part::Despite(_) | Part::Again | Part::Language(_) => false,
        };
        self.mailing.left_out.iter().filter(belongs).collect()
    }
}
