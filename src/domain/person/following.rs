//! Dossiers that have not left yet follow what the customer record says.

use super::opening::Unsent;
use crate::domain::customer::Values;
use crate::domain::dossier::{Answer, Dossier, Origin, Status};
use crate::domain::field::Field;
use crate::domain::language::Language;
use crate::domain::questionnaire::{Catalogue, Known, Questionnaire, ToldByNumber, prefill};
use crate::domain::snapshot::Revision;
use crate::domain::task_flow::{TaskFlow, TaskFlowId};

/// A dossier that follows an edit of its customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Following {
    /// The task flow.
    pub flow: TaskFlowId,
    /// The version that was read.
    pub seen: Revision,
    /// How many answers become others, are added or go.
    pub answers: usize,
    /// The dossier from now on.
    pub becomes: Dossier,
}

/// The dossiers among these that follow a customer whose values become others.
#[must_use]
pub fn followed(unsent: &[Unsent], flows: &[TaskFlow], catalogue: &Catalogue, before: &Values, after: &Values) -> Vec<Following> {
    let following = |unsent: &Unsent| {
        let flow = flows.iter().find(|flow| flow.id == unsent.flow)?;
        let questionnaire = catalogue.get(&unsent.dossier.questionnaire)?;
        let becomes = follow(&unsent.dossier, flow, questionnaire, before, after)?;
        let answers = differing(&unsent.dossier.answers, &becomes.answers);
        Some(Following { flow: unsent.flow.clone(), seen: unsent.seen, answers, becomes })
    };
    unsent.iter().filter_map(following).collect()
}

/// What becomes of a dossier when its customer's values become others; none where it stays as it is: also
/// once anything has left the office, and in an archived task flow.
///
/// What was prefilled from the customer record follows it; what a colleague typed and what the customer
/// answered stays. The language follows where the dossier had the customer's, and the default deadline
/// where the kind of income changes.
#[must_use]
pub fn follow(dossier: &Dossier, flow: &TaskFlow, questionnaire: &Questionnaire, before: &Values, after: &Values) -> Option<Dossier> {
    if dossier.status != Status::NotSentYet || flow.open().is_err() {
        return None;
    }
    let mut becomes = dossier.clone();
    becomes.language = language(dossier, questionnaire, before, after);
    let is_specific = after.has_enterprise_number();
    let default = (before.has_enterprise_number() != is_specific && dossier.deadline_origin == Origin::Default)
        .then(|| flow.default_deadline(is_specific));
    becomes.deadline = default.unwrap_or(dossier.deadline);
    let (was, is) = (prefilled(dossier, questionnaire, before), prefilled(&becomes, questionnaire, after));
    becomes.answers = answers(dossier, questionnaire, &was, is);
    (becomes != *dossier).then_some(becomes)
}

fn prefilled(dossier: &Dossier, questionnaire: &Questionnaire, values: &Values) -> Vec<Answer> {
    let nothing = Values::new();
    let known = Known {
        customer: values,
        // No workbook says it: what is prefilled comes from what is stored.
        row: &nothing,
        language: dossier.language,
        deadline: dossier.deadline,
        deadline_origin: dossier.deadline_origin,
        told: ToldByNumber::of(values),
    };
    prefill(questionnaire, &known)
}

fn answers(dossier: &Dossier, questionnaire: &Questionnaire, was: &[Answer], is: Vec<Answer>) -> Vec<Answer> {
    let value =
        |answers: &[Answer], question: &str| answers.iter().find(|answer| answer.question == question).map(|answer| answer.value.clone());
    let mut answers: Vec<Answer> = Vec::with_capacity(dossier.answers.len());
    for question in questionnaire.questions() {
        let held = dossier.answer(&question.id);
        let prefilled = is.iter().find(|answer| answer.question == question.id);
        let stays = value(was, &question.id) == value(&is, &question.id)
            || match held {
                Some(answer) => matches!(answer.origin, Origin::Typed | Origin::Returned),
                // Known before and all the same without an answer: somebody took it away.
                None => value(was, &question.id).is_some(),
            };
        answers.extend(if stays { held } else { prefilled }.cloned());
    }
    // What the questionnaire does not ask any more is not lost.
    let asked = |answer: &Answer| questionnaire.questions().any(|question| question.id == answer.question);
    answers.extend(dossier.answers.iter().filter(|answer| !asked(answer)).cloned());
    answers
}

fn differing(before: &[Answer], after: &[Answer]) -> usize {
    let new = after.iter().filter(|answer| !before.contains(answer)).count();
    let gone = before.iter().filter(|answer| !after.iter().any(|other| other.question == answer.question)).count();
    new + gone
}

/// The customer's own language where that changes and the dossier had the one before, or where nobody
/// had said any; only one in which the questionnaire exists.
fn language(dossier: &Dossier, questionnaire: &Questionnaire, before: &Values, after: &Values) -> Language {
    let spoken = |values: &Values| values.get(Field::Language).and_then(Language::from_word);
    let (was, is) = (spoken(before), spoken(after));
    let had_theirs = was.is_none_or(|was| was == dossier.language);
    is.filter(|is| was != Some(*is) && had_theirs && questionnaire.languages.contains(is)).unwrap_or(dossier.language)
}
