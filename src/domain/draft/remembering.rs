//! What earlier imports taught: proposals for what is wrong again, and what this import teaches.

use super::standing::Standing;
use super::{Draft, RowIndex};
use crate::domain::customer::CustomerId;
use crate::domain::field::Field;
use crate::domain::finding::{Finding, Remedy, Severity};
use crate::domain::memory::{Lesson, PersonKey, Remembered};

impl Draft {
    /// Proposes for what is wrong what somebody put in its place in an earlier import, where that would
    /// cure it now. What belongs to one person is proposed for that person only. It goes before what the rule itself suggests: a person decided it.
    pub(super) fn remind(&self, row: RowIndex, findings: &mut [Finding]) {
        for finding in findings {
            let given = self.given(row, finding.field);
            let Some(known) = self.stock.snapshot.memory.fix(finding.field, given) else { continue };
            if finding.field.is_of_one_person() && !self.is_stored_as(row, finding.field, &known.what) {
                continue;
            }
            let is_suggested = finding.suggestion.as_ref().is_some_and(|remedy| remedy.value() == known.what);
            if !is_suggested && self.would_be_right(row, finding, &known.what) {
                let Remembered { what, when, who, .. } = known.clone();
                finding.suggestion = Some(Remedy::Remembered { value: what, when, who });
            }
        }
    }

    /// Whether the stored customer that a row matches holds this value: then it is the same person's.
    fn is_stored_as(&self, row: RowIndex, field: Field, value: &str) -> bool {
        let found = self.rows.get(row as usize).and_then(|standing| standing.found);
        let stored = found.and_then(|found| self.stock.snapshot.customer(found.stored as usize).ok());
        stored.is_some_and(|customer| customer.values.text(field) == value)
    }

    /// Whether a field would be free of errors, and of this finding, if it read so.
    fn would_be_right(&self, row: RowIndex, finding: &Finding, text: &str) -> bool {
        let trial = self.trying(row, finding.field, text);
        let is_wrong = |other: &Finding| other.rule == finding.rule || other.severity() == Severity::Error;
        trial.is_some_and(|trial| !trial.of(finding.field).any(is_wrong))
    }

    /// When, and by whom, a row was held apart in an earlier import from the customer that it matches.
    pub(super) fn held_apart_before(&self, standing: &Standing, customer: CustomerId) -> Option<&Remembered<CustomerId>> {
        self.stock.snapshot.memory.apart(customer, &PersonKey::of(&standing.keys)?)
    }

    /// What a commit now would teach: the values that were put right in the rows that it writes, and
    /// whom rows were held apart from.
    pub(super) fn lessons(&self) -> Vec<Lesson> {
        let written = self.edits().filter(|(row, ..)| self.writes(*row));
        let fixes = written.filter_map(|(row, field, after)| Lesson::fix(field, self.in_workbook(row, field), after));
        let apart = self.partings().filter_map(|(row, customer)| {
            let keys = self.rows.get(row as usize)?.keys;
            Some(Lesson::Apart { customer, row: PersonKey::of(&keys)? })
        });
        fixes.chain(apart).collect()
    }
}
