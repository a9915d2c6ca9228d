//! The task flow of the year after.

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::Refused;
use crate::domain::questionnaire::{Catalogue, Questionnaire, QuestionnaireId};
use crate::domain::task_flow::{TaskFlow, TaskFlowId};

/// What somebody has to look at before a next season is made.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Remark {
    /// The deadlines are those of the year before, a year later: FPS Finance publishes them each year.
    CheckDeadlines,
    /// There is no questionnaire of the new year; this one is of another, with the form codes of that year.
    OtherYear(QuestionnaireId, i16),
    /// A questionnaire that is neither built in nor in the office's folder any more.
    NotThere(QuestionnaireId),
}

/// The task flow of the assessment year after `last`, open to be corrected before it is made, and what has
/// to be looked at: the deadlines of `last` a year later, the questionnaires of the new year, and those of `last` that
/// have no successor of their name among these. One whose file is gone is not taken along. Its name is that of `last` with the new year, followed by a number
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
    let names: Vec<String> = questionnaires.iter().map(|id| name_of(id, year).to_owned()).collect();
    let has_successor = |id: &&QuestionnaireId| names.iter().any(|name| name == name_of(id, last.assessment_year));
    for id in last.questionnaires.iter().filter(|id| !has_successor(id)) {
        remarks.extend(remark(id, year, catalogue));
        questionnaires.extend(catalogue.get(id).map(|known| known.id.clone()));
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

/// What a questionnaire is called in every year.
fn name_of(id: &QuestionnaireId, year: i16) -> &str {
    id.0.strip_suffix(&format!("-{year}")).unwrap_or(&id.0)
}

/// Questionnaires beside those of a task flow that it may offer too: those of its year, and of the year before what has no
/// successor of its name, such as one of the office's own.
#[must_use]
pub fn offerable(flow: &TaskFlow, catalogue: &Catalogue) -> Vec<QuestionnaireId> {
    let of = |year| catalogue.iter().filter(move |known| known.assessment_year == year).map(|known| &known.id);
    let (this, before) = (flow.assessment_year, flow.assessment_year.saturating_sub(1));
    let names: Vec<&str> = of(this).map(|id| name_of(id, this)).collect();
    let earlier = of(before).filter(|id| !names.contains(&name_of(id, before)));
    of(this).chain(earlier).filter(|id| !flow.questionnaires.contains(id)).cloned().collect()
}

/// The questionnaires of a task flow that are not there any more, to be told before it is changed.
#[must_use]
pub fn not_there(flow: &TaskFlow, catalogue: &Catalogue) -> Vec<Remark> {
    flow.questionnaires.iter().filter(|id| catalogue.get(id).is_none()).cloned().map(Remark::NotThere).collect()
}

/// The assessment year of a questionnaire that is not the task flow's: its questions, dates and codes are of another
/// year. None where they agree.
#[must_use]
pub fn mismatch(flow: &TaskFlow, questionnaire: &Questionnaire) -> Option<i16> {
    Some(questionnaire.assessment_year).filter(|year| *year != flow.assessment_year)
}

/// What has to be said of a questionnaire in a task flow of that year.
fn remark(id: &QuestionnaireId, year: i16, catalogue: &Catalogue) -> Option<Remark> {
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
