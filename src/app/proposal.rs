//! Many values that would be put right in one go: shown before and after, then taken all or none.

use super::desk::{Desk, Sight};
use super::detail::{TextLine, Tone, line, wrap};
use super::geometry;
use crate::domain::draft::{Counts, Cure, Deed, Step};
use crate::domain::finding::{Proof, Rule, Severity};
use crate::domain::replacement::Wish;

/// Why these values stand together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// They break the same rule, and the same shows that what is suggested is right.
    Alike(Rule, Proof),
    /// They hold what was looked for.
    Replacing(Wish),
    /// What was typed last, on many rows.
    Repeating,
}

/// Many values that would be put right in one go.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// What the person would have done.
    pub deed: Deed,
    /// Why these.
    pub why: Why,
    /// The values, before and after.
    pub cures: Vec<Cure>,
    /// How many of the new values would be wrong.
    pub wrong: usize,
    /// Where the list begins.
    pub top: usize,
    /// How many rows are in each bucket now.
    pub before: Counts,
    /// How many there would be.
    pub after: Counts,
}

impl Proposal {
    /// Finds out what these values would come to. None where nothing would change.
    #[must_use]
    pub fn of(desk: &mut Desk, deed: Deed, why: Why, cures: Vec<Cure>) -> Option<Self> {
        let row = cures.first()?.row;
        let step = desk.draft.curing(deed, &cures);
        if step.is_empty() {
            return None;
        }
        let rehearsal = desk.rehearse(&step, row);
        let is_wrong = |cure: &&Cure| {
            let trial = desk.draft.trying(cure.row, cure.field, &cure.after);
            trial.is_some_and(|trial| {
                trial.findings.iter().any(|finding| finding.field == cure.field && finding.severity() == Severity::Error)
            })
        };
        let wrong = match why {
            // What is suggested is shown to be right.
            Why::Alike(..) => 0,
            Why::Replacing(_) | Why::Repeating => cures.iter().filter(is_wrong).count(),
        };
        Some(Self { deed, why, cures, wrong, top: 0, before: rehearsal.before, after: rehearsal.after })
    }

    /// What taking them decides.
    #[must_use]
    pub fn step(&self, desk: &Desk) -> Step {
        desk.draft.curing(self.deed, &self.cures)
    }

    /// Why these values stand together, in lines of a width.
    #[must_use]
    pub fn reason(&self, sight: Sight, width: usize) -> Vec<TextLine> {
        let words = sight.words();
        let why = match &self.why {
            Why::Alike(rule, proof) => (words.fixing.alike_because)(words.rule(*rule).reason, &(words.fixing.proof)(proof)),
            Why::Replacing(wish) => (words.fixing.replaced_by)(&sight.text(&wish.find), &sight.text(&wish.with)),
            Why::Repeating => words.fixing.repeating.to_owned(),
        };
        wrap(line(Tone::Plain, why), width)
    }

    /// Scrolls the list, no further than its last line.
    pub fn scroll(&mut self, by: isize, sight: Sight, size: (u16, u16)) {
        let why = self.reason(sight, geometry::proposal_columns(size.0)).len();
        let last = self.cures.len().saturating_sub(geometry::proposal_rows(size.1, why));
        self.top = self.top.saturating_add_signed(by).min(last);
    }

    /// Whether more than one field is put right, so that each line has to say which.
    #[must_use]
    pub fn is_of_many_fields(&self) -> bool {
        self.cures.windows(2).any(|pair| matches!(pair, [one, other] if one.field != other.field))
    }
}
