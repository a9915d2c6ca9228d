//! Everybody who is asked for gets mail or a reason.

use jiff::Timestamp;
use jiff::civil::date;

use super::*;
use crate::domain::customer::{Customer, Values};
use crate::domain::dossier::{Course, Dossier, Origin, Status};
use crate::domain::email::EmailFault;
use crate::domain::field::Field;
use crate::domain::outbox::{Doubt, Entry, Event, MessageNumber, NewMessage, Outbox, Round, RoundId};
use crate::domain::questionnaire::{Catalogue, built_in};
use crate::domain::record;
use crate::domain::snapshot::{DossierHead, Revision, Snapshot};
use crate::domain::task_flow::TaskFlow;

pub(super) fn catalogue() -> Catalogue {
    built_in()
}

pub(super) fn now() -> Timestamp {
    "2026-06-10T09:00:00Z".parse().unwrap()
}

fn days_ago(days: i64) -> Timestamp {
    now().checked_sub(jiff::SignedDuration::from_hours(24 * days)).unwrap()
}

pub(super) fn flow() -> TaskFlowId {
    TaskFlowId("pit-2026".into())
}

pub(super) fn wanted(occasion: Occasion) -> Wanted {
    Wanted::of(flow(), occasion, now(), date(2026, 6, 10))
}

/// A store being filled; ids count from 1.
pub(super) struct Scene(pub(super) Snapshot, u64);

impl Scene {
    pub(super) fn new() -> Self {
        let flow = TaskFlow::personal_income_tax(2026, vec![QuestionnaireId("pit-2026".into())]);
        let mut snapshot = Snapshot::of_no_store(vec![flow]);
        snapshot.store = "store".into();
        Self(snapshot, 0)
    }

    fn customer(&mut self, name: &str, email: &str) -> CustomerId {
        self.customer_with(name, email, &[])
    }

    fn customer_with(&mut self, name: &str, email: &str, more: &[(Field, &str)]) -> CustomerId {
        self.1 += 1;
        let fields = [(Field::LastName, name), (Field::Email, email), (Field::Labels, "VIP,papier")];
        let values: Values = fields.into_iter().chain(more.iter().copied()).collect();
        self.0.add_customer(CustomerId(self.1), Revision(1), &record::encode(&Customer { values, row: None }).unwrap()).unwrap();
        CustomerId(self.1)
    }

    pub(super) fn linked(&mut self, name: &str, email: &str, change: impl FnOnce(&mut Dossier)) -> CustomerId {
        self.linked_with(name, email, &[], change)
    }

    pub(super) fn linked_with(&mut self, name: &str, email: &str, more: &[(Field, &str)], change: impl FnOnce(&mut Dossier)) -> CustomerId {
        let id = self.customer_with(name, email, more);
        let mut dossier = Dossier {
            questionnaire: QuestionnaireId("pit-2026".into()),
            language: Language::Dutch,
            status: Status::NotSentYet,
            deadline: date(2026, 7, 15),
            deadline_origin: Origin::Default,
            invitation_wanted: false,
            token: "ab".repeat(16),
            answers: Vec::new(),
            course: Course::default(),
        };
        change(&mut dossier);
        self.0.add_dossier(&flow(), id, DossierHead::of(&dossier, Revision(1)));
        id
    }

    pub(super) fn mailing(&self, wanted: &Wanted) -> Mailing {
        mailing(wanted, &self.0, &Outbox::default(), &catalogue())
    }
}

pub(super) fn told(mailing: &Mailing) -> (Vec<&str>, Vec<(&str, &WhyNot)>) {
    let left_out = mailing.left_out.iter().map(|left_out| (left_out.name.as_str(), &left_out.why)).collect();
    (mailing.recipients.iter().map(|recipient| recipient.name.as_str()).collect(), left_out)
}

#[test]
fn questions_of_another_year_are_sent_only_where_somebody_says_so() {
    let mut scene = Scene::new();
    scene.linked("Oude", "o@example.be", |dossier| dossier.questionnaire = QuestionnaireId("pit-2025".into()));
    scene.linked("Nieuwe", "n@example.be", |_| {});
    let mailing = scene.mailing(&wanted(Occasion::Invitation));
    let why = WhyNot::OtherYear(QuestionnaireId("pit-2025".into()), 2025);
    assert_eq!(told(&mailing), (vec!["Nieuwe"], vec![("Oude", &why)]));
    let mut all = wanted(Occasion::Invitation);
    all.despite.insert(Caution::OtherYear);
    let mailing = scene.mailing(&all);
    assert_eq!(told(&mailing).0, ["Nieuwe", "Oude"]);
    // The mail speaks of the season, not of the questions' year.
    assert!(mailing.recipients.iter().all(|recipient| recipient.assessment_year == 2026));
}

fn with(status: Status) -> impl FnOnce(&mut Dossier) {
    move |dossier| dossier.status = status
}

#[test]
fn everybody_gets_mail_or_a_reason_of_its_own() {
    let mut scene = Scene::new();
    scene.linked("Zegers", "z@example.be", |_| {});
    scene.linked("Aerts", "a@example.be", |dossier| dossier.language = Language::French);
    scene.linked("Geen", "", |_| {});
    scene.linked("Fout", "x@localhost", |_| {});
    scene.linked("Verzonden", "v@example.be", |dossier| {
        dossier.status = Status::Sent;
        dossier.course.sent = Some(days_ago(3));
    });
    scene.linked("Mislukt", "m@example.be", with(Status::Failed));
    scene.linked("Onzeker", "o@example.be", with(Status::Unsure));
    scene.linked("Wacht", "w@example.be", with(Status::Queued));
    scene.linked("Terug", "t@example.be", with(Status::Answered));
    scene.linked("Klaar", "k@example.be", with(Status::Closed));
    scene.linked("Oud", "oud@example.be", |dossier| dossier.questionnaire = QuestionnaireId("pit-1999".into()));
    scene.linked("Duits", "d@example.be", |dossier| dossier.language = Language::German);
    scene.linked("Zwilling", "Z@Example.be", |_| {});
    scene.customer("Los", "los@example.be");
    let german = catalogue().get(&QuestionnaireId("pit-2026".into())).unwrap().languages.contains(&Language::German);
    assert!(!german, "the scene needs a language in which the questionnaire is not");

    let mailing = scene.mailing(&wanted(Occasion::Invitation));
    let (recipients, left_out) = told(&mailing);
    assert_eq!(recipients, ["Aerts", "Zegers"]);
    assert_eq!(
        left_out,
        [
            ("Duits", &WhyNot::NotInLanguage(Language::German)),
            ("Fout", &WhyNot::BadAddress(EmailFault::Shape)),
            ("Geen", &WhyNot::NoAddress),
            ("Klaar", &WhyNot::Closed),
            ("Mislukt", &WhyNot::FailedBefore),
            ("Onzeker", &WhyNot::Unsure { message: None }),
            ("Oud", &WhyNot::NoQuestionnaire(QuestionnaireId("pit-1999".into()))),
            ("Terug", &WhyNot::Answered),
            ("Verzonden", &WhyNot::Sent { when: Some(days_ago(3)) }),
            ("Wacht", &WhyNot::InOutbox { message: None }),
            ("Zwilling", &WhyNot::SameAddress { other: CustomerId(1), name: "Zegers".into() }),
        ]
    );
    assert_eq!(mailing.by_language(), [(Language::Dutch, 1), (Language::French, 1)]);
    let places: Vec<_> = mailing.by_reason().iter().map(|(why, count)| (why.place(), *count)).collect();
    assert!(places.is_sorted() && places.iter().all(|(_, count)| *count == 1) && places.len() == 11, "{places:?}");
}

#[test]
fn those_who_failed_or_share_an_address_can_be_admitted() {
    let mut scene = Scene::new();
    scene.linked("Mislukt", "m@example.be", with(Status::Failed));
    scene.linked("An", "thuis@example.be", |_| {});
    let other = scene.linked("Bert", "thuis@example.be", |_| {});
    let mut wanted = wanted(Occasion::Invitation);
    assert_eq!(told(&scene.mailing(&wanted)).0, ["An"]);
    wanted.failed = Failed::TryAgain;
    wanted.admitted.insert(other);
    assert_eq!(told(&scene.mailing(&wanted)).0, ["An", "Bert", "Mislukt"]);
}

#[test]
fn choices_narrow_each_other_down() {
    let mut scene = Scene::new();
    let an = scene.linked("An", "an@example.be", |dossier| dossier.invitation_wanted = true);
    scene.linked("Bert", "bert@example.be", |_| {});
    let los = scene.customer("Los", "los@example.be");
    let mut wanted = wanted(Occasion::Invitation);
    wanted.choice.wish = Wish::Invitation;
    assert_eq!(told(&scene.mailing(&wanted)), (vec!["An"], vec![]));
    wanted.choice = Choice { label: Some(" vip ".into()), ..Choice::default() };
    assert_eq!(told(&scene.mailing(&wanted)), (vec!["An", "Bert"], vec![("Los", &WhyNot::NoDossier)]));
    wanted.choice.label = Some("vi".into());
    assert_eq!(scene.mailing(&wanted), Mailing::default(), "a label is a whole one");
    wanted.choice = Choice { customers: Some([an, los, CustomerId(99)].into()), ..Choice::default() };
    let mailing = scene.mailing(&wanted);
    assert_eq!(told(&mailing), (vec!["An"], vec![("", &WhyNot::NoCustomer), ("Los", &WhyNot::NoDossier)]));
    scene.0.flows[0].archived = true;
    assert!(scene.mailing(&wanted).recipients.is_empty());
}

#[test]
fn reminders_go_to_those_who_were_asked_long_enough_ago() {
    let mut scene = Scene::new();
    let mut sent = |name: &str, days: i64, reminded: Option<i64>, deadline| {
        scene.linked(name, &format!("{name}@example.be"), |dossier| {
            dossier.status = Status::Sent;
            dossier.deadline = deadline;
            dossier.course.sent = Some(days_ago(days));
            dossier.course.reminders = u16::from(reminded.is_some());
            dossier.course.reminded = reminded.map(days_ago);
        })
    };
    let july = date(2026, 7, 15);
    sent("Lang", 20, None, july);
    sent("Pas", 13, None, july);
    sent("Net", 14, None, july);
    sent("Herinnerd", 40, Some(5), july);
    sent("Weer", 40, Some(15), july);
    sent("Voorbij", 40, None, date(2026, 6, 9));
    scene.linked("Nieuw", "n@example.be", |_| {});
    let mut wanted = wanted(Occasion::Reminder);
    let mailing = scene.mailing(&wanted);
    assert_eq!(
        mailing.recipients.iter().map(|to| (to.name.as_str(), to.reminder)).collect::<Vec<_>>(),
        [("Lang", 1), ("Net", 1), ("Weer", 2)]
    );
    assert_eq!(
        told(&mailing).1,
        [
            ("Herinnerd", &WhyNot::TooSoon { last: days_ago(5) }),
            ("Nieuw", &WhyNot::NotInvited),
            ("Pas", &WhyNot::TooSoon { last: days_ago(13) }),
            ("Voorbij", &WhyNot::Past { end: date(2026, 6, 9) }),
        ]
    );
    wanted.days = 0;
    wanted.end = Some(date(2026, 6, 10));
    assert_eq!(scene.mailing(&wanted).recipients.len(), 6, "an end that is asked for goes before the deadlines");
}

/// A round of invitations with these messages.
pub(super) fn queued(messages: Vec<NewMessage>) -> Entry {
    let (id, store, occasion) = (RoundId("r".into()), "store".into(), Occasion::Invitation);
    Entry::Queued { round: Round { id, store, flow: flow(), occasion, who: "els".into(), when: now() }, messages }
}

/// What happens to one of them.
pub(super) fn turned(message: u64, event: Event) -> Entry {
    Entry::Turned { message: MessageNumber(message), when: now(), event }
}

#[test]
fn what_the_outbox_knows_counts_before_the_dossier_shows_it() {
    let mut scene = Scene::new();
    let ids: Vec<_> = ["A", "B", "C", "D", "E"].map(|name| scene.linked(name, &format!("{name}@example.be"), |_| {})).into();
    let recipients = scene.mailing(&wanted(Occasion::Invitation)).recipients;
    let messages = queueable(&recipients, |to| format!("{}@office.example", to.customer));
    let offered = |message, event| [turned(message, Event::Offering), turned(message, event)];
    let mut entries = vec![queued(messages)];
    entries.extend(offered(2, Event::Taken { reply: "250".into() }));
    entries.extend(offered(3, Event::Refused { reply: "550".into() }));
    entries.extend(offered(4, Event::Doubted(Doubt::Stopped)));
    entries.push(turned(5, Event::Withdrawn(crate::domain::outbox::Withdrawal::ByPerson)));
    let outbox = Outbox::of(entries).unwrap();
    let mailing = mailing(&wanted(Occasion::Invitation), &scene.0, &outbox, &catalogue());
    assert_eq!(
        told(&mailing),
        (
            vec!["E"],
            vec![
                ("A", &WhyNot::InOutbox { message: Some(MessageNumber(1)) }),
                ("B", &WhyNot::Sent { when: Some(now()) }),
                ("C", &WhyNot::FailedBefore),
                ("D", &WhyNot::Unsure { message: Some(MessageNumber(4)) }),
            ]
        )
    );
    assert_eq!(mailing.recipients[0].customer, ids[4]);
}
