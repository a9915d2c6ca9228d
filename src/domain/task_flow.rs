//! A season's work, such as personal income tax for one assessment year.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::questionnaire::QuestionnaireId;

/// Name of a task flow in the store, such as `pit-2026`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TaskFlowId(pub String);

impl std::fmt::Display for TaskFlowId {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A season's work: what is sent to its customers and until when they can file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskFlow {
    /// Name in the store.
    pub id: TaskFlowId,
    /// The year in which the income of the year before is declared.
    pub assessment_year: i16,
    /// The questionnaires that can be chosen for its dossiers.
    pub questionnaires: Vec<QuestionnaireId>,
    /// Last day to file online for simple income.
    pub deadline_simple: Date,
    /// Last day to file online for specific income: profits, directors, assisting spouses and
    /// foreign professional income.
    pub deadline_specific: Date,
    /// No longer offered for imports.
    #[serde(default)]
    pub archived: bool,
}

impl TaskFlow {
    /// Personal income tax of an assessment year, with the filing dates that FPS Finance
    /// published for 2024 to 2026 (15 July and 16 October, the same in each).
    #[must_use]
    pub fn personal_income_tax(assessment_year: i16, questionnaires: Vec<QuestionnaireId>) -> Self {
        Self {
            id: TaskFlowId(format!("pit-{assessment_year}")),
            assessment_year,
            questionnaires,
            deadline_simple: jiff::civil::date(assessment_year, 7, 15),
            deadline_specific: jiff::civil::date(assessment_year, 10, 16),
            archived: false,
        }
    }

    /// The deadline of a customer for whom the workbook gives none.
    #[must_use]
    pub const fn default_deadline(&self, has_enterprise_number: bool) -> Date {
        if has_enterprise_number { self.deadline_specific } else { self.deadline_simple }
    }
}
