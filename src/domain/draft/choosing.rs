//! The steps that choose for the whole import.

use super::{Decision, Deed, Draft, Step};
use crate::domain::language::Language;
use crate::domain::questionnaire::QuestionnaireId;
use crate::domain::task_flow::TaskFlowId;

impl Draft {
    /// The step that chooses the language of customers whose row names none.
    #[must_use]
    pub fn choosing_language(&self, to: Language) -> Step {
        if self.choices.language == Some(to) {
            return Step::new(Deed::Choose, Vec::new());
        }
        Step::new(Deed::Choose, vec![Decision::Language { from: self.choices.language, to: Some(to) }])
    }

    /// The step that chooses the questionnaire.
    #[must_use]
    pub fn choosing_questionnaire(&self, to: QuestionnaireId) -> Step {
        if self.choices.questionnaire.as_ref() == Some(&to) {
            return Step::new(Deed::Choose, Vec::new());
        }
        Step::new(Deed::Choose, vec![Decision::Questionnaire { from: self.choices.questionnaire.clone(), to: Some(to) }])
    }

    /// The step that chooses the task flow; a questionnaire that it does not offer is no longer chosen.
    #[must_use]
    pub fn choosing_flow(&self, to: &TaskFlowId) -> Step {
        if self.choices.flow.as_ref() == Some(to) {
            return Step::new(Deed::Choose, Vec::new());
        }
        let mut decisions = vec![Decision::Flow { from: self.choices.flow.clone(), to: Some(to.clone()) }];
        let offered = self.stock.snapshot.flow(to).map_or(&[][..], |flow| &flow.questionnaires);
        if let Some(chosen) = self.choices.questionnaire.as_ref().filter(|chosen| !offered.contains(chosen)) {
            decisions.push(Decision::Questionnaire { from: Some(chosen.clone()), to: None });
        }
        Step::new(Deed::Choose, decisions)
    }
}
