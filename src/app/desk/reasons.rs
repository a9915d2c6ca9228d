//! Why rows are invalid, counted: kept right row by row, so that it costs nothing to show.

use super::Desk;
use crate::domain::draft::{Bucket, Draft, RowIndex, Touched};
use crate::domain::finding::{Rule, RuleSet, Severity};

/// How many rows break each rule that makes them invalid.
#[derive(Debug, Clone, Default)]
pub(super) struct Reasons {
    /// What each row was counted for.
    of: Vec<RuleSet>,
    /// By the rule's place in [`Rule::ALL`].
    counts: Vec<u32>,
}

impl Reasons {
    /// Counts everything afresh.
    pub(super) fn recount(&mut self, draft: &Draft) {
        self.of.clear();
        self.of.resize(draft.row_count() as usize, RuleSet::default());
        self.counts.clear();
        self.counts.resize(Rule::ALL.len(), 0);
        (0..draft.row_count()).for_each(|row| self.count(draft, row));
    }

    /// Counts a row as it now stands, and no longer as it was counted before.
    fn count(&mut self, draft: &Draft, row: RowIndex) {
        let now = if draft.bucket(row) == Some(Bucket::Invalid) { draft.rules(row) } else { RuleSet::default() };
        let Some(slot) = self.of.get_mut(row as usize) else { return };
        let before = std::mem::replace(slot, now);
        if before == now {
            return;
        }
        for (rule, count) in Rule::ALL.iter().zip(&mut self.counts) {
            *count = count.saturating_sub(u32::from(before.contains(*rule))) + u32::from(now.contains(*rule));
        }
    }
}

impl Desk {
    /// Brings the counts up to date after a step.
    pub(super) fn recount_reasons(&mut self, touched: &Touched) {
        if touched.all {
            self.reasons.recount(&self.draft);
        } else {
            touched.rows.iter().for_each(|row| self.reasons.count(&self.draft, *row));
        }
    }

    /// The rules that make rows invalid, with how many rows break each; the most broken first.
    #[must_use]
    pub fn reasons(&self) -> Vec<(Rule, u32)> {
        let counted = Rule::ALL.iter().copied().zip(self.reasons.counts.iter().copied());
        let mut reasons: Vec<(Rule, u32)> = counted.filter(|(rule, count)| *count > 0 && rule.severity() == Severity::Error).collect();
        reasons.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        reasons
    }
}
