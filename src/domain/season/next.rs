//! The task flow of the year after.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::Refused;
use crate::domain::questionnaire::{Catalogue, QuestionnaireId};
use crate::domain::task_flow::{TaskFlow, TaskFlowId};

/// What somebody has to look at before a next season is made.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Remark {
    /// The deadlines are those of the year before, a year later: FPS Finance publishes them each year.
    CheckDeadlines,
    /// There is no questionnaire of the new year; this one is of another, with the form codes of that year.
    OtherYear(QuestionnaireId, i16),
    /// A questionnaire that the program no longer has.
    NotThere(QuestionnaireId),
}

/// The task flow of the assessment year after `last`, open to be corrected before it is made, and what has
/// to be looked at: the deadlines of `last` a year later, the questionnaires of the new year or, where the
/// catalogue has none, those of `last`. Its name is that of `last` with the new year, followed by a number
/// where that name is taken.
///
/// # Errors
/// [`Refused::YearExists`] where there is a task flow of that year already, archived or not.
pub fn next_season(last: &TaskFlow, flows: &[TaskFlow], catalogue: &Catalogue) -> Result<(TaskFlow, Vec<Remark>), Refused> {
    let year = last.assessment_year.saturating_add(1);
    if let Some(there) = flows.iter().find(|flow| flow.assessment_year == year) {
        return Err(Refused::YearExists(year, there.id.clone()));
    }
    let mut remarks = vec![Remark::CheckDeadlines];
    let of_year = catalogue.iter().filter(|questionnaire| questionnaire.assessment_year == year);
    let mut questionnaires: Vec<QuestionnaireId> = of_year.map(|questionnaire| questionnaire.id.clone()).collect();
    if questionnaires.is_empty() {
        questionnaires.clone_from(&last.questionnaires);
        remarks.extend(questionnaires.iter().filter_map(|id| remark(id, year, catalogue)));
    }
    let flow = TaskFlow {
        id: free_name(last, year, flows),
        assessment_year: year,
        questionnaires,
        deadline_simple: a_year_later(last.deadline_simple),
        deadline_specific: a_year_later(last.deadline_specific),
        archived: false,
    };
    Ok((flow, remarks))
}

/// What has to be said of a questionnaire in a task flow of that year.
pub(super) fn remark(id: &QuestionnaireId, year: i16, catalogue: &Catalogue) -> Option<Remark> {
    match catalogue.get(id) {
        None => Some(Remark::NotThere(id.clone())),
        Some(questionnaire) if questionnaire.assessment_year != year => Some(Remark::OtherYear(id.clone(), questionnaire.assessment_year)),
        Some(_) => None,
    }
}

/// 29 February becomes 28 February.
fn a_year_later(date: Date) -> Date {
    date.checked_add(1.year()).unwrap_or(date)
}

fn free_name(last: &TaskFlow, year: i16, flows: &[TaskFlow]) -> TaskFlowId {
    let stem = last.id.0.strip_suffix(&format!("-{}", last.assessment_year)).unwrap_or("pit");
    let is_free = |name: &String| flows.iter().all(|flow| flow.id.0 != *name);
    let plain = format!("{stem}-{year}");
    let numbered = (2..).map(|number: u32| format!("{stem}-{year}-{number}"));
    TaskFlowId(std::iter::once(plain.clone()).chain(numbered).find(is_free).unwrap_or(plain))
}
