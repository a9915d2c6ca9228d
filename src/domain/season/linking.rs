//! Customers that get a dossier in a task flow.

use super::beginning::Beginning;
use super::carried::carried;
use super::{LanguageRule, LastAnswers, Link, Planned, Records, Refused, WhyNot};
use crate::domain::amendment::DossierChange;
use crate::domain::customer::{CustomerId, Values};
use crate::domain::dossier::{Answer, Dossier, Origin};
use crate::domain::field::Field;
use crate::domain::language::Language;
use crate::domain::questionnaire::{Questionnaire, QuestionnaireId};
use crate::domain::snapshot::Snapshot;
use crate::domain::task_flow::{TaskFlow, TaskFlowId};

/// The newest earlier dossier of each customer that would be linked.
pub(super) fn needed(flow: &TaskFlowId, customers: &[CustomerId], snapshot: &Snapshot) -> Vec<(TaskFlowId, CustomerId)> {
    let Some(into) = snapshot.flow(flow) else { return Vec::new() };
    let earlier = earlier_flows(into, snapshot);
    let unlinked = customers.iter().filter(|customer| snapshot.dossier(flow, **customer).is_none());
    unlinked.filter_map(|customer| Some((last_flow(&earlier, *customer, snapshot)?.clone(), *customer))).collect()
}

/// The task flows of earlier years, the newest first.
fn earlier_flows<'a>(into: &TaskFlow, snapshot: &'a Snapshot) -> Vec<&'a TaskFlowId> {
    let mut earlier: Vec<&TaskFlow> = snapshot.flows.iter().filter(|flow| flow.assessment_year < into.assessment_year).collect();
    earlier.sort_by_key(|flow| std::cmp::Reverse(flow.assessment_year));
    earlier.into_iter().map(|flow| &flow.id).collect()
}

fn last_flow<'a>(earlier: &[&'a TaskFlowId], customer: CustomerId, snapshot: &Snapshot) -> Option<&'a TaskFlowId> {
    earlier.iter().copied().find(|flow| snapshot.dossier(flow, customer).is_some())
}

/// The questionnaire of that name, which the task flow has to offer.
pub(super) fn offered<'a>(id: &QuestionnaireId, flow: &TaskFlow, records: &Records<'a>) -> Result<&'a Questionnaire, Refused> {
    if !flow.questionnaires.contains(id) {
        return Err(Refused::NoSuchQuestionnaire(id.clone()));
    }
    records.catalogue.get(id).ok_or_else(|| Refused::QuestionnaireNotThere(id.clone()))
}

pub(super) fn link(
    id: &TaskFlowId,
    customers: &[CustomerId],
    link: &Link,
    records: &Records<'_>,
    planned: &mut Planned,
) -> Result<(), Refused> {
    let flow = records.open_flow(id)?;
    let questionnaire = offered(&link.questionnaire, flow, records)?;
    let chosen = link.language.chosen();
    if !questionnaire.languages.contains(&chosen) {
        return Err(Refused::NotInLanguage(questionnaire.id.clone(), chosen));
    }
    let linking = Linking { flow, questionnaire, link, records, earlier: earlier_flows(flow, records.snapshot) };
    for &customer in customers {
        match linking.dossier(customer, planned) {
            Ok(dossier) => {
                planned.amendment.dossiers.push(DossierChange { flow: id.clone(), customer, seen: None, becomes: Some(dossier) });
            }
            Err(why) => planned.not.push((customer, why)),
        }
    }
    Ok(())
}

/// What all who are linked have in common.
struct Linking<'a> {
    flow: &'a TaskFlow,
    questionnaire: &'a Questionnaire,
    link: &'a Link,
    records: &'a Records<'a>,
    earlier: Vec<&'a TaskFlowId>,
}

impl Linking<'_> {
    fn dossier(&self, customer: CustomerId, planned: &mut Planned) -> Result<Dossier, WhyNot> {
        let snapshot = self.records.snapshot;
        let values = values_of(customer, snapshot)?;
        if snapshot.dossier(&self.flow.id, customer).is_some() {
            return Err(WhyNot::HasDossier);
        }
        let language = self.language(&values);
        let specific = values.has_enterprise_number();
        let nothing = Values::new();
        let beginning = Beginning {
            questionnaire: self.questionnaire,
            customer: &values,
            row: &nothing,
            language: language.unwrap_or(self.link.language.chosen()),
            deadline: (self.flow.default_deadline(specific), Origin::Default),
            invitation_wanted: false,
            token: self.records.seed.token_for(customer),
        };
        let mut dossier = beginning.dossier();
        let carried = self.carried(customer, &dossier.answers);
        let tally = &mut planned.tally;
        tally.own_language += u64::from(language.is_some());
        tally.specific += u64::from(specific);
        tally.carrying += u64::from(!carried.is_empty());
        tally.carried += carried.len() as u64;
        dossier.answers.extend(carried);
        self.questionnaire.put_in_order(&mut dossier.answers);
        Ok(dossier)
    }

    /// The customer's own language where the rule asks for it and the questionnaire exists in it.
    fn language(&self, values: &Values) -> Option<Language> {
        let own = values.get(Field::Language).and_then(Language::from_word);
        let own = own.filter(|language| self.questionnaire.languages.contains(language));
        match self.link.language {
            LanguageRule::TheirOwn { .. } => own,
            LanguageRule::Always(language) => own.filter(|own| *own == language),
        }
    }

    fn carried(&self, customer: CustomerId, known: &[Answer]) -> Vec<Answer> {
        let last = || {
            let flow = last_flow(&self.earlier, customer, self.records.snapshot)?;
            let (_, dossier) = self.records.dossiers.get(flow, customer)?;
            let asked = self.records.catalogue.get(&dossier.questionnaire)?;
            Some(carried(dossier, asked, self.questionnaire, known))
        };
        match self.link.answers {
            LastAnswers::TakenAlong => last().unwrap_or_default(),
            LastAnswers::LeftBehind => Vec::new(),
        }
    }
}

/// What is stored of a customer.
pub(super) fn values_of(customer: CustomerId, snapshot: &Snapshot) -> Result<Values, WhyNot> {
    let index = snapshot.index_of(customer).ok_or(WhyNot::Gone)?;
    snapshot.customer(index).map(|customer| customer.values).map_err(|_| WhyNot::Unreadable)
}
