//! The steps that choose for the whole import, and field by field for a duplicate.

use super::standing::Claim;
use super::{Decision, Draft, RowIndex, Side, Step};
use crate::domain::field::Field;
use crate::domain::language::Language;
use crate::domain::questionnaire::QuestionnaireId;
use crate::domain::task_flow::TaskFlowId;

impl Draft {
    /// The step that chooses the language of customers whose row names none.
    #[must_use]
    pub fn choosing_language(&self, to: Language) -> Step {
        if self.choices.language == Some(to) {
            return Step::default();
        }
        Step(vec![Decision::Language { from: self.choices.language, to: Some(to) }])
    }

    /// The step that chooses the questionnaire.
    #[must_use]
    pub fn choosing_questionnaire(&self, to: QuestionnaireId) -> Step {
        if self.choices.questionnaire.as_ref() == Some(&to) {
            return Step::default();
        }
        Step(vec![Decision::Questionnaire { from: self.choices.questionnaire.clone(), to: Some(to) }])
    }

    /// The step that chooses the task flow; a questionnaire that it does not offer is no longer chosen.
    #[must_use]
    pub fn choosing_flow(&self, to: &TaskFlowId) -> Step {
        if self.choices.flow.as_ref() == Some(to) {
            return Step::default();
        }
        let mut decisions = vec![Decision::Flow { from: self.choices.flow.clone(), to: Some(to.clone()) }];
        let offered = self.stock.snapshot.flow(to).map_or(&[][..], |flow| &flow.questionnaires);
        if let Some(chosen) = self.choices.questionnaire.as_ref().filter(|chosen| !offered.contains(chosen)) {
            decisions.push(Decision::Questionnaire { from: Some(chosen.clone()), to: None });
        }
        Step(decisions)
    }

    /// The step that takes fields of a duplicate from this side. Of rows that are tied on one customer
    /// only one can be written: taking a field of this one lets go of the other.
    #[must_use]
    pub fn taking(&self, row: RowIndex, fields: impl IntoIterator<Item = Field>, to: Side) -> Step {
        let changes = fields.into_iter().filter(|field| self.overwrites.side(row, *field) != to);
        let mut changes: Vec<Decision> =
            changes.map(|field| Decision::Field { row, field, from: self.overwrites.side(row, field), to }).collect();
        if to == Side::Import {
            let tied = self.rows.get(row as usize).filter(|standing| standing.claim == Claim::Tied);
            let rival = tied.and_then(|standing| self.chosen_rival(standing)).filter(|rival| *rival != row);
            if let Some(rival) = rival {
                changes.splice(0..0, self.releasing(rival));
            }
        }
        Step(changes)
    }

    /// Which side a field of a duplicate is taken from.
    #[must_use]
    pub fn side(&self, row: RowIndex, field: Field) -> Side {
        let may_write = self.rows.get(row as usize).is_some_and(|standing| self.may_write(row, standing));
        if may_write { self.overwrites.side(row, field) } else { Side::Store }
    }

    /// How many fields of a duplicate are taken from the import.
    #[must_use]
    pub fn overwrite_count(&self, row: RowIndex) -> usize {
        let fields = self.overwrites.of(row);
        if fields.is_empty() || self.rows.get(row as usize).is_some_and(|standing| self.may_write(row, standing)) {
            fields.len()
        } else {
            0
        }
    }
}
