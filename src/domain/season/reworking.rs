//! Dossiers that get another deadline, language or questionnaire.
//!
//! What is filled in beforehand from any of these follows: an answer that says the deadline says the new one.
//! What a colleague typed or the customer returned is never touched.

use jiff::civil::Date;

use super::beginning::Beginning;
use super::changing::judge_deadline;
use super::linking::{offered, values_of};
use super::{Planned, Records, Refused, WhyNot, has_left};
use crate::domain::amendment::DossierChange;
use crate::domain::answering::adopted;
use crate::domain::customer::{CustomerId, Values};
use crate::domain::dossier::{Answer, Dossier, Origin, Status};
use crate::domain::field::Field;
use crate::domain::language::Language;
use crate::domain::questionnaire::{Prefill, Questionnaire, QuestionnaireId};
use crate::domain::task_flow::TaskFlowId;

/// The dossier with another deadline. Without the questionnaire only the deadline itself changes.
#[must_use]
pub fn with_deadline(dossier: &Dossier, deadline: Date, origin: Origin, questionnaire: Option<&Questionnaire>) -> Dossier {
    let mut becomes = Dossier { deadline, deadline_origin: origin, ..dossier.clone() };
    let Some(questionnaire) = questionnaire else { return becomes };
    let before = dossier.deadline.to_string();
    for question in questionnaire.questions().filter(|question| question.prefill == Some(Prefill::Field(Field::Deadline))) {
        // An answer that says the deadline as it was follows, also where that one was set by hand.
        becomes.answers.retain(|answer| answer.question != question.id || answer.value != before);
        put(&mut becomes.answers, Answer { question: question.id.clone(), value: deadline.to_string(), origin });
    }
    questionnaire.put_in_order(&mut becomes.answers);
    becomes
}

/// The dossier in another language of its questionnaire: the answers that say the language, or are written
/// in it, follow.
#[must_use]
pub fn with_language(dossier: &Dossier, language: Language, questionnaire: &Questionnaire, customer: &Values) -> Dossier {
    let mut becomes = Dossier { language, ..dossier.clone() };
    let afresh = afresh(&becomes, questionnaire, customer);
    let follows = |question: &&crate::domain::questionnaire::Question| match question.prefill {
        Some(Prefill::Field(Field::Language) | Prefill::AddressLine) => true,
        Some(Prefill::BirthDate | Prefill::Sex | Prefill::SpouseBirthDate | Prefill::SpouseName | Prefill::Field(_)) | None => false,
    };
    for question in questionnaire.questions().filter(follows) {
        if let Some(answer) = afresh.iter().find(|answer| answer.question == question.id) {
            let origin =
                becomes.answer(&question.id).filter(|before| before.value == answer.value).map_or(answer.origin, |same| same.origin);
            put(&mut becomes.answers, Answer { origin, ..answer.clone() });
        }
    }
    questionnaire.put_in_order(&mut becomes.answers);
    becomes
}

/// The dossier with another questionnaire, and how many given answers find no place in it: answers to
/// questions of the same id stay where they answer them, everything else is filled in afresh.
#[must_use]
pub fn with_questionnaire(dossier: &Dossier, questionnaire: &Questionnaire, customer: &Values) -> (Dossier, u64) {
    let mut becomes = Dossier { questionnaire: questionnaire.id.clone(), ..dossier.clone() };
    becomes.answers = afresh(&becomes, questionnaire, customer);
    let mut lost = 0;
    for answer in &dossier.answers {
        let stays = questionnaire.question(&answer.question).and_then(|question| adopted(question, &answer.value));
        let is_given = matches!(answer.origin, Origin::Typed | Origin::Returned);
        if let Some(value) = stays {
            becomes.answers.retain(|other| other.question != answer.question);
            becomes.answers.push(Answer { value, ..answer.clone() });
        } else if is_given {
            lost += 1;
        }
    }
    questionnaire.put_in_order(&mut becomes.answers);
    (becomes, lost)
}

/// What is known beforehand for a dossier as it now is.
fn afresh(dossier: &Dossier, questionnaire: &Questionnaire, customer: &Values) -> Vec<Answer> {
    let nothing = Values::new();
    let beginning = Beginning {
        questionnaire,
        customer,
        row: &nothing,
        language: dossier.language,
        deadline: (dossier.deadline, dossier.deadline_origin),
        invitation_wanted: dossier.invitation_wanted,
        token: String::new(),
    };
    beginning.dossier().answers
}

/// Puts an answer in the place of the one to the same question, unless somebody gave that one.
fn put(answers: &mut Vec<Answer>, answer: Answer) {
    match answers.iter_mut().find(|there| there.question == answer.question) {
        Some(there) if matches!(there.origin, Origin::Typed | Origin::Returned) => {}
        Some(there) => *there = answer,
        None => answers.push(answer),
    }
}

pub(super) fn deadlines(
    id: &TaskFlowId,
    customers: &[CustomerId],
    to: Option<Date>,
    records: &Records<'_>,
    planned: &mut Planned,
) -> Result<(), Refused> {
    let flow = records.open_flow(id)?;
    if let Some(date) = to {
        judge_deadline(date, flow)?;
    }
    each(id, customers, records, planned, |customer, dossier, tally| {
        if dossier.status == Status::Closed {
            return Err(WhyNot::Closed);
        }
        let (deadline, origin) = match to {
            Some(date) => (date, Origin::Typed),
            None => (flow.default_deadline(values_of(customer, records.snapshot)?.has_enterprise_number()), Origin::Default),
        };
        if (dossier.deadline, dossier.deadline_origin) == (deadline, origin) {
            return Err(WhyNot::AsAskedFor);
        }
        tally.sent += u64::from(has_left(dossier));
        Ok(with_deadline(dossier, deadline, origin, records.catalogue.get(&dossier.questionnaire)))
    });
    Ok(())
}

pub(super) fn languages(
    id: &TaskFlowId,
    customers: &[CustomerId],
    to: Language,
    records: &Records<'_>,
    planned: &mut Planned,
) -> Result<(), Refused> {
    records.open_flow(id)?;
    each(id, customers, records, planned, |customer, dossier, _| {
        unsent(dossier)?;
        if dossier.language == to {
            return Err(WhyNot::AsAskedFor);
        }
        let questionnaire = records.catalogue.get(&dossier.questionnaire).filter(|asked| asked.languages.contains(&to));
        let questionnaire = questionnaire.ok_or(WhyNot::NotInLanguage)?;
        Ok(with_language(dossier, to, questionnaire, &values_of(customer, records.snapshot)?))
    });
    Ok(())
}

pub(super) fn questionnaires(
    id: &TaskFlowId,
    customers: &[CustomerId],
    to: &QuestionnaireId,
    records: &Records<'_>,
    planned: &mut Planned,
) -> Result<(), Refused> {
    let flow = records.open_flow(id)?;
    let questionnaire = offered(to, flow, records)?;
    each(id, customers, records, planned, |customer, dossier, tally| {
        unsent(dossier)?;
        if dossier.questionnaire == *to {
            return Err(WhyNot::AsAskedFor);
        }
        if !questionnaire.languages.contains(&dossier.language) {
            return Err(WhyNot::NotInLanguage);
        }
        let (becomes, lost) = with_questionnaire(dossier, questionnaire, &values_of(customer, records.snapshot)?);
        tally.losing += u64::from(lost > 0);
        tally.lost += lost;
        Ok(becomes)
    });
    Ok(())
}

/// Nothing of it has left.
const fn unsent(dossier: &Dossier) -> Result<(), WhyNot> {
    match dossier.status {
        Status::Closed => Err(WhyNot::Closed),
        _ if has_left(dossier) => Err(WhyNot::Sent),
        _ => Ok(()),
    }
}

/// Each dossier of those customers as `rework` leaves it; none that the outbox has.
fn each(
    flow: &TaskFlowId,
    customers: &[CustomerId],
    records: &Records<'_>,
    planned: &mut Planned,
    rework: impl Fn(CustomerId, &Dossier, &mut super::Tally) -> Result<Dossier, WhyNot>,
) {
    for &customer in customers {
        let Some((seen, dossier)) = records.dossiers.get(flow, customer) else {
            planned.not.push((customer, WhyNot::NoDossier));
            continue;
        };
        let becomes = if records.is_in_outbox(flow, customer, dossier) {
            Err(WhyNot::InOutbox)
        } else {
            rework(customer, dossier, &mut planned.tally)
        };
        match becomes {
            Ok(becomes) => {
                let change = DossierChange { flow: flow.clone(), customer, seen: Some(*seen), becomes: Some(becomes) };
                planned.amendment.dossiers.push(change);
            }
            Err(why) => planned.not.push((customer, why)),
        }
    }
}
