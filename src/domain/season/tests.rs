//! Seasons made, customers linked and unlinked, deadlines moved: on a store that is written by hand.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use jiff::civil::date;

use super::*;
use crate::domain::customer::{Customer, Values};
use crate::domain::dossier::{Answer, Course, Origin};
use crate::domain::field::Field;
use crate::domain::questionnaire::{Questionnaire, built_in};
use crate::domain::record::encode;
use crate::domain::snapshot::DossierHead;

mod laws;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(built_in);

fn flow(year: i16) -> TaskFlowId {
    TaskFlowId(format!("pit-{year}"))
}

fn questionnaire(name: &str) -> QuestionnaireId {
    QuestionnaireId(name.to_owned())
}

fn id(number: u64) -> CustomerId {
    CustomerId(number)
}

fn ids(numbers: impl IntoIterator<Item = u64>) -> Vec<CustomerId> {
    numbers.into_iter().map(CustomerId).collect()
}

/// A store with everything whole beside it, to which amendments are applied by hand.
#[derive(Debug, Clone)]
struct Office {
    flows: Vec<TaskFlow>,
    customers: BTreeMap<CustomerId, Values>,
    dossiers: BTreeMap<(TaskFlowId, CustomerId), Dossier>,
    outbox: Vec<CustomerId>,
    catalogue: Catalogue,
    round: u8,
}

impl Office {
    /// Two seasons; so many customers, every third self-employed, every other French-speaking.
    fn of(customers: u64) -> Self {
        let person = |number: u64| -> Values {
            let language = if number.is_multiple_of(2) { "fr" } else { "nl" };
            let mut values: Values =
                [(Field::LastName, format!("Maes {number}")), (Field::Email, format!("maes{number}@example.be"))].into_iter().collect();
            values.set(Field::Language, language);
            if number.is_multiple_of(3) {
                values.set(Field::EnterpriseNumber, "0403019261");
            }
            values
        };
        let customers = (1..=customers).map(|number| (id(number), person(number))).collect();
        let catalogue = CATALOGUE.clone();
        Self { flows: catalogue.founding_flows(), customers, dossiers: BTreeMap::new(), outbox: Vec::new(), catalogue, round: 0 }
    }

    /// The season of 2026 offers this questionnaire too.
    fn offer(&mut self, questionnaire: Questionnaire) {
        let season = self.flows.iter_mut().find(|known| known.id == flow(2026)).unwrap();
        season.questionnaires.push(questionnaire.id.clone());
        self.catalogue = Catalogue::new(CATALOGUE.iter().cloned().chain([questionnaire]).collect());
    }

    fn snapshot(&self) -> Snapshot {
        let mut snapshot = Snapshot::of_no_store(self.flows.clone());
        snapshot.store = "5".repeat(32);
        for (&id, values) in &self.customers {
            snapshot.add_customer(id, Revision(1), &encode(&Customer { values: values.clone(), row: None }).unwrap()).unwrap();
        }
        for ((flow, customer), dossier) in &self.dossiers {
            snapshot.add_dossier(flow, *customer, DossierHead::of(dossier, Revision(1)));
        }
        snapshot
    }

    fn plan(&self, wish: &Wish) -> Result<Planned, Refused> {
        let snapshot = self.snapshot();
        let wanted = needed(wish, &snapshot);
        let read = wanted.into_iter().filter_map(|key| Some((key.clone(), (Revision(1), self.dossiers.get(&key)?.clone()))));
        let dossiers: WholeDossiers = read.collect();
        let in_outbox = |_: &TaskFlowId, customer: CustomerId| self.outbox.contains(&customer);
        let seed = Seed::new([self.round; 32]);
        plan(wish, &Records { snapshot: &snapshot, dossiers: &dossiers, catalogue: &self.catalogue, in_outbox: &in_outbox, seed })
    }

    fn write(&mut self, planned: &Planned) {
        self.round += 1;
        for change in &planned.amendment.flows {
            assert_eq!(self.flows.iter().find(|flow| flow.id == change.becomes.id), change.seen.as_ref());
            self.flows.retain(|flow| flow.id != change.becomes.id);
            self.flows.push(change.becomes.clone());
        }
        for change in &planned.amendment.dossiers {
            let key = (change.flow.clone(), change.customer);
            assert_eq!(self.dossiers.contains_key(&key), change.seen.is_some(), "{key:?}");
            match &change.becomes {
                Some(dossier) => self.dossiers.insert(key, dossier.clone()),
                None => self.dossiers.remove(&key),
            };
        }
    }

    fn does(&mut self, wish: &Wish) -> Planned {
        let planned = self.plan(wish).unwrap();
        self.write(&planned);
        planned
    }

    fn dossier(&self, year: i16, number: u64) -> &Dossier {
        &self.dossiers[&(flow(year), id(number))]
    }

    fn dossier_mut(&mut self, year: i16, number: u64) -> &mut Dossier {
        self.dossiers.get_mut(&(flow(year), id(number))).unwrap()
    }

    fn flow(&self, year: i16) -> TaskFlow {
        self.flows.iter().find(|known| known.id == flow(year)).unwrap().clone()
    }
}

fn link(year: i16, customers: Vec<CustomerId>) -> Wish {
    let questionnaire = questionnaire(&format!("pit-{year}"));
    let language = LanguageRule::TheirOwn { otherwise: Language::English };
    Wish::Link(flow(year), customers, Link { questionnaire, language, answers: LastAnswers::TakenAlong })
}

/// A list that asks hardly anything.
const SHORT: &str = r#"
format = 1
id = "short-2026"
assessment_year = 2026
languages = ["nl", "fr"]
title = { nl = "Kort", fr = "Court" }
[[section]]
id = "all"
title = { nl = "Alles", fr = "Tout" }
[[section.question]]
id = "bank-account"
kind = "account"
text = { nl = "Uw rekening?", fr = "Votre compte ?" }
[[section.question]]
id = "last-name"
kind = "text"
text = { nl = "Uw naam?", fr = "Votre nom ?" }
prefill = "last_name"
"#;

fn answer(question: &str, value: &str, origin: Origin) -> Answer {
    Answer { question: question.to_owned(), value: value.to_owned(), origin }
}

#[test]
fn the_next_season_is_a_year_later_with_what_has_to_be_looked_at() {
    let office = Office::of(0);
    let last = TaskFlow { deadline_specific: date(2024, 2, 29), ..TaskFlow::personal_income_tax(2024, vec![questionnaire("pit-2024")]) };
    let (next, remarks) = next_season(&last, &[], &CATALOGUE).unwrap();
    assert_eq!((next.id.clone(), next.assessment_year, next.archived), (flow(2025), 2025, false));
    assert_eq!((next.deadline_simple, next.deadline_specific), (date(2025, 7, 15), date(2025, 2, 28)));
    assert_eq!(next.questionnaires, ["pit-2025", "self-employed-2025"].map(questionnaire));
    assert_eq!(remarks, [Remark::CheckDeadlines]);
    let (next, remarks) = next_season(&office.flow(2026), &office.flows, &CATALOGUE).unwrap();
    assert_eq!((next.id.clone(), next.questionnaires.len()), (flow(2027), 2));
    assert!(remarks.contains(&Remark::OtherYear(questionnaire("pit-2026"), 2026)), "{remarks:?}");
    let gone = TaskFlow { questionnaires: vec![questionnaire("own-2026")], ..office.flow(2026) };
    let (next, remarks) = next_season(&gone, &office.flows, &CATALOGUE).unwrap();
    assert_eq!(remarks, [Remark::CheckDeadlines, Remark::NotThere(questionnaire("own-2026"))]);
    assert!(next.questionnaires.is_empty(), "what is gone is not taken along");
    assert_eq!(not_there(&gone, &CATALOGUE), [Remark::NotThere(questionnaire("own-2026"))]);
}

#[test]
fn an_own_questionnaire_without_a_successor_stays_in_use_and_can_be_chosen() {
    let mut own = CATALOGUE.get(&questionnaire("pit-2025")).unwrap().clone();
    own.id = questionnaire("farmers-2025");
    let catalogue = CATALOGUE.clone().with_own(vec![own]);
    let last = TaskFlow::personal_income_tax(2025, ["pit-2025", "farmers-2025"].map(questionnaire).into());
    let (next, remarks) = next_season(&last, &[], &catalogue).unwrap();
    assert_eq!(next.questionnaires, ["pit-2026", "self-employed-2026", "farmers-2025"].map(questionnaire));
    assert_eq!(remarks, [Remark::CheckDeadlines, Remark::OtherYear(questionnaire("farmers-2025"), 2025)]);
    let stored = |year, names: &[&str]| TaskFlow::personal_income_tax(year, names.iter().copied().map(questionnaire).collect());
    assert_eq!(offerable(&stored(2025, &["pit-2025"]), &catalogue), ["self-employed-2025", "farmers-2025"].map(questionnaire));
    assert_eq!(offerable(&stored(2026, &["pit-2026"]), &catalogue), ["self-employed-2026", "farmers-2025"].map(questionnaire));
    assert_eq!(offerable(&next, &catalogue), []);
}

#[test]
fn a_season_is_made_once_and_its_name_is_free() {
    let mut office = Office::of(0);
    let (next, _) = next_season(&office.flow(2026), &office.flows, &CATALOGUE).unwrap();
    let planned = office.does(&Wish::Make(next.clone()));
    assert_eq!((planned.amendment.deed, planned.amendment.flows.len()), (Deed::FlowMade(flow(2027)), 1));
    assert_eq!(office.plan(&Wish::Make(next)), Err(Refused::FlowExists(flow(2027))));
    let refused = next_season(&office.flow(2026), &office.flows, &CATALOGUE);
    assert_eq!(refused, Err(Refused::YearExists(2027, flow(2027))));
    let odd = TaskFlow { id: flow(2028), ..TaskFlow::personal_income_tax(1999, Vec::new()) };
    office.flows.push(odd);
    let (next, _) = next_season(&office.flow(2027), &office.flows, &CATALOGUE).unwrap();
    assert_eq!(next.id.0, "pit-2028-2", "a name that is taken gets a number");
}

#[test]
fn a_task_flow_that_makes_no_sense_is_refused() {
    let office = Office::of(0);
    let (next, _) = next_season(&office.flow(2026), &office.flows, &CATALOGUE).unwrap();
    for (wrong, refused) in [
        (TaskFlow { questionnaires: Vec::new(), ..next.clone() }, Refused::NoQuestionnaire),
        (TaskFlow { questionnaires: vec![questionnaire("x-1")], ..next.clone() }, Refused::QuestionnaireNotThere(questionnaire("x-1"))),
        (TaskFlow { deadline_simple: date(2026, 7, 15), ..next.clone() }, Refused::DeadlineOutside(date(2026, 7, 15), 2027)),
        (TaskFlow { deadline_specific: date(2037, 10, 16), ..next }, Refused::DeadlineOutside(date(2037, 10, 16), 2027)),
    ] {
        assert_eq!(office.plan(&Wish::Make(wrong)), Err(refused));
    }
    let unknown = TaskFlow { id: flow(1990), ..office.flow(2026) };
    assert_eq!(office.plan(&Wish::Change(unknown)), Err(Refused::NoSuchFlow(flow(1990))));
}

#[test]
fn who_is_linked_gets_the_dossier_that_an_import_would_make() {
    let mut office = Office::of(3);
    let planned = office.does(&link(2026, ids(1..=4)));
    assert_eq!(planned.amendment.deed, Deed::Linked(flow(2026)));
    assert_eq!(planned.not, [(id(4), WhyNot::Gone)]);
    assert_eq!((planned.tally.dossiers, planned.tally.own_language, planned.tally.specific), (3, 3, 1));
    let dossier = office.dossier(2026, 2);
    assert_eq!((dossier.status, dossier.language, dossier.invitation_wanted), (Status::NotSentYet, Language::French, false));
    assert_eq!((dossier.deadline, dossier.deadline_origin), (date(2026, 7, 15), Origin::Default));
    assert_eq!(office.dossier(2026, 3).deadline, date(2026, 10, 16), "an enterprise number is specific income");
    assert_eq!(dossier.answer("last-name"), Some(&answer("last-name", "Maes 2", Origin::Stored)));
    assert_eq!(dossier.answer("language"), Some(&answer("language", "fr", Origin::Stored)));
    let tokens: std::collections::BTreeSet<&str> = office.dossiers.values().map(|dossier| dossier.token.as_str()).collect();
    assert_eq!(tokens.len(), 3);
    assert!(tokens.iter().all(|token| token.len() == 32));
    assert_eq!(office.plan(&link(2026, ids(1..=3))).unwrap().left_out(), [(WhyNot::HasDossier, 3)]);
}

#[test]
fn one_language_for_all_is_the_language_of_all() {
    let mut office = Office::of(2);
    let how = |language| Link { questionnaire: questionnaire("pit-2026"), language, answers: LastAnswers::LeftBehind };
    let all = Wish::Link(flow(2026), ids(1..=2), how(LanguageRule::Always(Language::Dutch)));
    assert_eq!(office.does(&all).tally.own_language, 1);
    assert!(office.dossiers.values().all(|dossier| dossier.language == Language::Dutch));
    let german = Wish::Link(flow(2026), Vec::new(), how(LanguageRule::TheirOwn { otherwise: Language::German }));
    assert_eq!(office.plan(&german), Err(Refused::NotInLanguage(questionnaire("pit-2026"), Language::German)));
}

#[test]
fn lasting_facts_of_the_season_before_come_along_and_those_of_the_year_do_not() {
    let mut office = Office::of(2);
    office.does(&link(2025, ids(1..=2)));
    office.dossier_mut(2025, 1).answers.extend([
        answer("bank-account", "BE68539007547034", Origin::Typed),
        answer("own-home", "owner", Origin::Returned),
        answer("commuting", "bicycle", Origin::Returned),
        answer("home-professional-use", "20", Origin::Typed),
        answer("disability", "self", Origin::LastSeason),
        answer("mandate", "perhaps", Origin::Returned),
    ]);
    let planned = office.does(&link(2026, ids(1..=2)));
    assert_eq!((planned.tally.carrying, planned.tally.carried), (1, 3));
    let dossier = office.dossier(2026, 1);
    for (question, value) in [("bank-account", "BE68539007547034"), ("own-home", "owner"), ("disability", "self")] {
        assert_eq!(dossier.answer(question), Some(&answer(question, value, Origin::LastSeason)));
    }
    for question in ["commuting", "home-professional-use", "mandate"] {
        assert_eq!(dossier.answer(question), None, "{question}");
    }
    let asked = CATALOGUE.get(&dossier.questionnaire).unwrap();
    let places: Vec<_> = dossier.answers.iter().map(|answer| asked.questions().position(|asked| asked.id == answer.question)).collect();
    assert!(places.is_sorted(), "answers are in the order of the questions");
    let Wish::Link(into, customers, how) = link(2026, ids([1])) else { panic!("a link") };
    office.does(&Wish::Unlink(into.clone(), customers.clone(), Reach::NothingSent));
    let fresh = Wish::Link(into, customers, Link { answers: LastAnswers::LeftBehind, ..how });
    assert_eq!(office.does(&fresh).tally.carried, 0);
    assert_eq!(office.dossier(2026, 1).answer("bank-account"), None);
}

#[test]
fn a_dossier_that_was_sent_is_unlinked_only_expressly_and_one_in_the_outbox_never() {
    let mut office = Office::of(5);
    office.does(&link(2026, ids(1..=4)));
    office.dossier_mut(2026, 2).status = Status::Sent;
    office.dossier_mut(2026, 3).status = Status::Queued;
    office.dossier_mut(2026, 4).answers.push(answer("own-home", "owner", Origin::Typed));
    office.outbox.push(id(1));
    let unlink = |reach| Wish::Unlink(flow(2026), ids(1..=5), reach);
    let planned = office.plan(&unlink(Reach::NothingSent)).unwrap();
    let expected = [(id(1), WhyNot::InOutbox), (id(2), WhyNot::Sent), (id(3), WhyNot::InOutbox), (id(5), WhyNot::NoDossier)];
    assert_eq!(planned.not, expected);
    assert_eq!((planned.tally.dossiers, planned.tally.losing, planned.tally.lost, planned.tally.sent), (1, 1, 1, 0));
    let planned = office.plan(&unlink(Reach::AlsoSent)).unwrap();
    assert_eq!((planned.tally.dossiers, planned.tally.sent), (2, 1));
    assert_eq!(planned.left_out(), [(WhyNot::NoDossier, 1), (WhyNot::InOutbox, 2)]);
    office.outbox.clear();
    *office.dossier_mut(2026, 1) = Dossier { status: Status::Closed, ..office.dossier(2026, 1).clone() };
    assert_eq!(office.plan(&unlink(Reach::NothingSent)).unwrap().not[0], (id(1), WhyNot::Closed));
    let reminded = Course { sent: Some("2026-05-14T14:02:00Z".parse().unwrap()), ..Course::default() };
    *office.dossier_mut(2026, 1) = Dossier { status: Status::Failed, course: reminded, ..office.dossier(2026, 1).clone() };
    assert_eq!(office.plan(&unlink(Reach::NothingSent)).unwrap().not[0], (id(1), WhyNot::Sent), "only the reminder failed");
    *office.dossier_mut(2026, 1) = Dossier { course: Course::default(), ..office.dossier(2026, 1).clone() };
    let refused = office.plan(&Wish::Unlink(flow(2026), ids(1..=1), Reach::AlsoSent)).unwrap();
    assert_eq!((refused.tally.dossiers, refused.tally.sent), (1, 0), "the first invitation was refused: nobody has it");
}

#[test]
fn default_deadlines_follow_the_task_flow_and_others_stay() {
    let mut office = Office::of(5);
    office.does(&link(2026, ids(1..=5)));
    office.does(&Wish::Deadline(flow(2026), ids([2]), Some(date(2026, 9, 1))));
    office.dossier_mut(2026, 4).status = Status::Sent;
    office.outbox.push(id(5));
    let later = TaskFlow { deadline_simple: date(2026, 7, 31), deadline_specific: date(2026, 11, 2), ..office.flow(2026) };
    let planned = office.does(&Wish::Change(later.clone()));
    assert_eq!((planned.amendment.deed.clone(), planned.amendment.flows.len()), (Deed::FlowChanged(flow(2026)), 1));
    assert_eq!((planned.tally.dossiers, planned.tally.specific), (2, 1));
    let deadlines: Vec<_> = (1..=5).map(|number| office.dossier(2026, number).deadline).collect();
    assert_eq!(deadlines, [date(2026, 7, 31), date(2026, 9, 1), date(2026, 11, 2), date(2026, 7, 15), date(2026, 7, 15)]);
    assert_eq!(office.dossier(2026, 1).answer("deadline"), Some(&answer("deadline", "2026-07-31", Origin::Default)));
    assert_eq!(office.dossier(2026, 2).answer("deadline"), Some(&answer("deadline", "2026-09-01", Origin::Typed)));
    let planned = office.does(&Wish::Deadline(flow(2026), ids([2, 1]), None));
    assert_eq!((planned.tally.dossiers, planned.not), (1, vec![(id(1), WhyNot::AsAskedFor)]));
    assert_eq!((office.dossier(2026, 2).deadline, office.dossier(2026, 2).deadline_origin), (date(2026, 7, 31), Origin::Default));
    let only_questionnaires = TaskFlow { questionnaires: vec![questionnaire("pit-2026")], ..later };
    assert_eq!(office.plan(&Wish::Change(only_questionnaires)).unwrap().tally.dossiers, 0);
}

#[test]
fn an_archived_task_flow_is_read_only_until_it_is_taken_out_again() {
    let mut office = Office::of(2);
    office.does(&link(2026, ids([1])));
    let open = office.flow(2026);
    let archived = TaskFlow { archived: true, ..open.clone() };
    office.does(&Wish::Change(archived.clone()));
    for wish in [
        link(2026, ids([2])),
        Wish::Unlink(flow(2026), ids([1]), Reach::AlsoSent),
        Wish::Deadline(flow(2026), ids([1]), None),
        Wish::Language(flow(2026), ids([1]), Language::French),
        Wish::Questionnaire(flow(2026), ids([1]), questionnaire("self-employed-2026")),
        Wish::Change(TaskFlow { deadline_simple: date(2026, 8, 1), ..archived }),
    ] {
        assert_eq!(office.plan(&wish), Err(Refused::Archived(flow(2026))), "{wish:?}");
    }
    office.does(&Wish::Change(open));
    assert_eq!(office.plan(&link(2026, ids([2]))).unwrap().tally.dossiers, 1);
}

#[test]
fn another_language_and_another_questionnaire_take_what_depends_on_them_along() {
    let mut office = Office::of(3);
    office.customers.get_mut(&id(1)).unwrap().set(Field::Street, "Dorpsstraat");
    office.customers.get_mut(&id(1)).unwrap().set(Field::Box, "3");
    office.does(&link(2026, ids(1..=3)));
    // As an account was kept before there was a kind of its own for it.
    let account = answer("bank-account", "BE68 5390 0754 7034", Origin::Returned);
    let lost = [answer("own-home", "owner", Origin::Typed), answer("remarks", "Bel mij", Origin::Returned)];
    office.dossier_mut(2026, 1).answers.extend(lost.into_iter().chain([account]));
    office.dossier_mut(2026, 2).status = Status::Sent;
    let planned = office.does(&Wish::Language(flow(2026), ids(1..=3), Language::French));
    assert_eq!(planned.not, [(id(2), WhyNot::Sent)]);
    let dossier = office.dossier(2026, 1);
    assert_eq!((dossier.language, dossier.answer("language").unwrap().value.as_str()), (Language::French, "fr"));
    assert!(dossier.answer("address").is_none_or(|address| !address.value.contains("bus")), "{dossier:?}");
    let german = Wish::Language(flow(2026), ids([1]), Language::German);
    assert_eq!(office.plan(&german).unwrap().not, [(id(1), WhyNot::NotInLanguage)]);
    let asked = Questionnaire::parse(SHORT).unwrap();
    office.offer(asked.clone());
    let planned = office.does(&Wish::Questionnaire(flow(2026), ids(1..=3), asked.id.clone()));
    assert_eq!((planned.tally.dossiers, planned.tally.losing, planned.tally.lost), (2, 1, 2));
    let dossier = office.dossier(2026, 1);
    assert_eq!(dossier.questionnaire, asked.id);
    let answers = [answer("bank-account", "BE68539007547034", Origin::Returned), answer("last-name", "Maes 1", Origin::Stored)];
    assert_eq!(dossier.answers, answers, "what has a place stays, in the form in which it is kept there");
    let unknown = Wish::Questionnaire(flow(2026), ids([1]), questionnaire("pit-2025"));
    assert_eq!(office.plan(&unknown), Err(Refused::NoSuchQuestionnaire(questionnaire("pit-2025"))));
}
