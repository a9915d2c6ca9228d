//! Rounds against a post of every manner, in a time of their own.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex};

use jiff::civil::Date;

use super::*;
use crate::domain::customer::CustomerId;
use crate::domain::language::Language;
use crate::domain::letter::{HeaderText, Letter, Mailbox, MessageId, Occasion};
use crate::domain::outbox::{
    Doubt, Ending, Entry, Event, Message, MessageNumber, NewMessage, Outbox, Round, RoundId, State, TRIES, Withdrawal,
};
use crate::domain::task_flow::TaskFlowId;
use crate::world::clock::Clock;
use crate::world::outbox::{KeptOutbox, LeasedOutbox};
use crate::world::post::{Offered, Post};
use jiff::Timestamp;
use std::num::NonZeroU32;
use std::time::Duration;

/// Time that passes only where somebody waits.
#[derive(Clone)]
struct Time(Arc<Mutex<Timestamp>>);

impl Time {
    fn begun() -> Timestamp {
        "2026-05-14T14:02:00Z".parse().unwrap()
    }

    fn passed(&self) -> Duration {
        Duration::try_from(self.now().duration_since(Self::begun())).unwrap()
    }
}

impl Clock for Time {
    fn today(&self) -> Date {
        jiff::civil::date(2026, 5, 14)
    }

    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }
}

impl Pace for Time {
    fn pause(&self, duration: Duration) {
        let mut now = self.0.lock().unwrap();
        *now = now.checked_add(duration).unwrap();
    }
}

/// Takes letters, except from those for whom it has other answers; each answer is used up.
#[derive(Default)]
struct Counter {
    answers: Mutex<BTreeMap<String, Vec<Offered>>>,
    taken: Mutex<Vec<(String, String)>>,
}

impl Counter {
    fn answering(answers: impl IntoIterator<Item = (u64, Vec<Offered>)>) -> Self {
        let answers = answers.into_iter().map(|(customer, answers)| (address(customer), answers)).collect();
        Self { answers: Mutex::new(answers), taken: Mutex::default() }
    }

    fn taken(&self) -> Vec<String> {
        self.taken.lock().unwrap().iter().map(|(to, _)| to.clone()).collect()
    }
}

impl Post for Counter {
    fn offer(&self, letter: &Letter) -> Offered {
        let to = letter.to.address.as_str().to_owned();
        if let Some(answers) = self.answers.lock().unwrap().get_mut(&to)
            && !answers.is_empty()
        {
            return answers.remove(0);
        }
        self.taken.lock().unwrap().push((to, letter.message_id.as_str().to_owned()));
        Offered::Taken { reply: "250 ok\u{1b}[2J".into() }
    }
}

fn address(customer: u64) -> String {
    format!("klant{customer}@example.be")
}

fn letter() -> Letter {
    Letter {
        from: Mailbox::parse("Kantoor", "office@office.example").unwrap(),
        reply_to: None,
        to: Mailbox::parse("Klant", "somebody.else@example.be").unwrap(),
        message_id: MessageId::parse("another@office.example").unwrap(),
        date: Time::begun(),
        subject: HeaderText::of("Uw aangifte"),
        text: "Dag".into(),
        html: "<p>Dag</p>".into(),
        enclosures: Vec::new(),
    }
}

struct Scene {
    _folder: tempfile::TempDir,
    kept: KeptOutbox,
    time: Time,
}

impl Scene {
    fn of(count: u64) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let kept = KeptOutbox::of_store(Path::new(&folder.path().join("store")));
        let flow = TaskFlowId("pit-2026".into());
        let occasion = Occasion::Invitation;
        let round = Round { id: RoundId("a".into()), store: "store".into(), flow, occasion, who: "els".into(), when: Time::begun() };
        let message = |customer| NewMessage {
            customer: CustomerId(customer),
            to: address(customer),
            language: Language::Dutch,
            message_id: format!("a.{customer}@office.example"),
        };
        kept.open().unwrap().write(vec![Entry::Queued { round, messages: (1..=count).map(message).collect() }]).unwrap();
        Self { _folder: folder, kept, time: Time(Arc::new(Mutex::new(Time::begun()))) }
    }

    fn leased(&self) -> LeasedOutbox {
        self.kept.lease("els", Arc::new(self.time.clone())).unwrap()
    }

    fn terms<'a>(&'a self, post: &'a dyn Post) -> Terms<'a> {
        Terms {
            post,
            compose: &|_, _| Ok(letter()),
            withdrawn: &|_, _| Ok(None),
            pace: &self.time,
            per_minute: NonZeroU32::new(30).unwrap(),
            patience: Duration::from_secs(12 * 3_600),
            stopping: &|| false,
        }
    }

    fn send(&self, post: &dyn Post) -> (Ending, Progress) {
        self.send_on(&self.terms(post))
    }

    fn send_on(&self, terms: &Terms<'_>) -> (Ending, Progress) {
        let mut last = Progress::default();
        let outcome = send(&mut self.leased(), terms, &mut |far| last = far).unwrap();
        (outcome, last)
    }

    fn words(&self) -> Vec<&'static str> {
        self.kept.read().unwrap().messages().iter().map(|message| message.state.word()).collect()
    }

    fn state(&self, number: u64) -> State {
        self.kept.read().unwrap().message(MessageNumber(number)).unwrap().state.clone()
    }
}

/// The line broke before anything of the letter left.
fn line_lost() -> Offered {
    Offered::NotOffered { detail: "no answer came in time".into(), is_for_all: false }
}

fn later() -> Offered {
    Offered::Later { reply: "451 greylisted".into() }
}

#[test]
fn a_round_leaves_at_its_pace_with_the_names_and_addresses_of_the_outbox() {
    let (scene, post) = (Scene::of(4), Counter::default());
    let (outcome, far) = scene.send(&post);
    assert_eq!((outcome, far.sent, far.left), (Ending::Done, 4, 0));
    let expected: Vec<_> = (1..=4).map(|customer| (address(customer), format!("a.{customer}@office.example"))).collect();
    assert_eq!(*post.taken.lock().unwrap(), expected);
    assert_eq!(scene.time.passed(), Duration::from_secs(6), "30 a minute: the fourth leaves after three pauses of 2 s");
    assert!(matches!(scene.state(1), State::Sent { reply, .. } if reply == "250 ok␛[2J"));
    assert_eq!(scene.send(&post).0, Ending::Done);
    assert_eq!(post.taken().len(), 4, "a round that is over sends nothing");
}

#[test]
fn every_answer_has_its_state() {
    let post = Counter::answering([
        (1, vec![Offered::Refused { reply: "550 unknown".into() }]),
        (2, vec![Offered::Unsure { detail: "the line broke".into() }]),
        (3, vec![line_lost()]),
        (4, vec![later(), later()]),
    ]);
    let scene = Scene::of(5);
    let (outcome, far) = scene.send(&post);
    assert_eq!((outcome, far.sent, far.failed, far.unsure, far.put_off), (Ending::Done, 3, 1, 1, 3));
    assert_eq!(scene.words(), ["failed", "unsure", "sent", "sent", "sent"]);
    assert_eq!(
        scene.state(2),
        State::Unsure { why: Doubt::LineLost { detail: "the line broke".into() }, since: Time::begun() + Duration::from_secs(2) }
    );
    assert_eq!(post.taken(), [address(5), address(3), address(4)], "what was put off goes when it is due");
    assert!(scene.time.passed() >= Duration::from_secs(20 * 60), "5 and 15 minutes");
    assert_eq!(scene.kept.read().unwrap().message(MessageNumber(4)).unwrap().attempts, 3);
}

#[test]
fn what_is_put_off_for_ever_fails_and_a_short_patience_leaves_it_for_later() {
    let post = Counter::answering([(1, vec![later(); 20])]);
    let scene = Scene::of(1);
    let impatient = Terms { patience: Duration::from_secs(60), ..scene.terms(&post) };
    let (outcome, far) = scene.send_on(&impatient);
    assert!(matches!(outcome, Ending::Waiting { .. }), "{outcome:?}");
    assert_eq!((far.put_off, far.left), (1, 1));
    assert_eq!(scene.send(&post).0, Ending::Done);
    assert_eq!(scene.words(), ["failed"]);
    assert_eq!(scene.kept.read().unwrap().messages()[0].attempts, TRIES);
}

#[test]
fn what_holds_for_all_stops_the_round_and_costs_nobody_anything() {
    let wrong = Offered::NotOffered { detail: "535 wrong password".into(), is_for_all: true };
    let post = Counter::answering([(2, vec![wrong])]);
    let scene = Scene::of(3);
    let (outcome, far) = scene.send(&post);
    assert_eq!(outcome, Ending::NotOffered { detail: "535 wrong password".into() });
    assert_eq!((far.sent, far.left), (1, 2));
    assert_eq!(scene.words(), ["sent", "queued", "queued"]);
    assert_eq!(scene.kept.read().unwrap().messages()[1].attempts, 0);
    assert_eq!(scene.send(&post).0, Ending::Done);
    assert_eq!(post.taken(), [address(1), address(2), address(3)]);
}

#[test]
fn a_server_that_is_lost_before_each_letter_fails_none_of_them_and_stops_the_round() {
    let post = Counter::answering((1..=6).map(|customer| (customer, vec![line_lost(); 2])));
    let scene = Scene::of(6);
    let (outcome, far) = scene.send(&post);
    assert_eq!(outcome, Ending::LinesLost { detail: "no answer came in time".into() });
    assert_eq!((far.failed, far.put_off, far.left), (0, 3, 6));
    assert_eq!(scene.words(), ["waiting", "waiting", "waiting", "queued", "queued", "queued"]);
    let message = scene.kept.read().unwrap().messages()[0].clone();
    assert_eq!(message.attempts, 0, "nobody saw it");
    assert_eq!(
        message.state,
        State::Waiting { reply: "no answer came in time".into(), until: Time::begun() + Duration::from_secs(5 * 60) }
    );
    let rounds = (0..10).take_while(|_| scene.send(&post).0 != Ending::Done).count();
    assert!(rounds < 10 && scene.words().iter().all(|word| *word == "sent"), "{:?}", scene.words());
}

#[test]
fn a_line_that_is_lost_for_ever_never_makes_a_letter_fail() {
    let post = Counter::answering([(1, vec![line_lost(); 20])]);
    let scene = Scene::of(1);
    let impatient = || Terms { patience: Duration::ZERO, ..scene.terms(&post) };
    let mut waits = Vec::new();
    while let Ending::Waiting { until } = scene.send_on(&impatient()).0 {
        waits.push(until.duration_since(scene.time.now()));
        *scene.time.0.lock().unwrap() = until;
    }
    assert_eq!((scene.words(), waits.len()), (vec!["sent"], 20));
    assert!(waits.is_sorted() && waits.first() < waits.last(), "{waits:?}");
}

#[test]
fn what_is_put_off_can_be_hurried_and_a_clock_that_was_wrong_strands_nothing() {
    let post = Counter::answering([(1, vec![later()]), (2, vec![later()])]);
    let scene = Scene::of(2);
    let impatient = || Terms { patience: Duration::ZERO, ..scene.terms(&post) };
    assert!(matches!(scene.send_on(&impatient()).0, Ending::Waiting { .. }));
    let again = Entry::Turned { message: MessageNumber(1), when: scene.time.now(), event: Event::Again };
    scene.kept.open().unwrap().write(vec![again]).unwrap();
    assert!(matches!(scene.send_on(&impatient()).0, Ending::Waiting { .. }));
    assert_eq!(scene.words(), ["sent", "waiting"]);
    // The clock had jumped ahead when it was put off.
    *scene.time.0.lock().unwrap() = Time::begun() - Duration::from_secs(10 * 365 * 86_400);
    assert_eq!(scene.send_on(&impatient()).0, Ending::Done);
    assert_eq!(scene.words(), ["sent", "sent"]);
}

#[test]
fn a_line_that_breaks_again_and_again_stops_the_round() {
    let broken = |customer| (customer, vec![Offered::Unsure { detail: "the line broke".into() }]);
    let post = Counter::answering((1..=10).map(broken));
    let scene = Scene::of(10);
    assert!(matches!(scene.send(&post).0, Ending::Doubts { .. }));
    assert_eq!(scene.words()[..4], ["unsure", "unsure", "unsure", "queued"]);
    scene.send(&post);
    assert_eq!(scene.words().iter().filter(|word| **word == "unsure").count(), 6, "and none of them is sent by itself");
}

#[test]
fn a_round_can_be_stopped_and_goes_on_where_it_was() {
    let (scene, post) = (Scene::of(5), Counter::default());
    let sent = Cell::new(0);
    let stopping = || sent.get() >= 2;
    let terms = Terms { stopping: &stopping, ..scene.terms(&post) };
    let outcome = send(&mut scene.leased(), &terms, &mut |far| sent.set(far.sent)).unwrap();
    assert_eq!((outcome, post.taken().len()), (Ending::Stopped, 2));
    assert_eq!(scene.send(&post).0, Ending::Done);
    assert_eq!(post.taken(), (1..=5).map(address).collect::<Vec<_>>());
}

#[test]
fn letters_that_cannot_be_made_and_mails_that_are_no_longer_due_do_not_leave() {
    let (scene, post) = (Scene::of(4), Counter::default());
    let compose = |message: &Message, _: &Outbox| match message.customer.0 {
        1 => Err(NoLetter::OfThisOne("no questionnaire".into())),
        4 => Err(NoLetter::OfAny("the store is in use".into())),
        _ => Ok(letter()),
    };
    let withdrawn = |message: &Message, _: &Outbox| Ok((message.customer.0 == 2).then_some(Withdrawal::AddressChanged));
    let (outcome, far) = scene.send_on(&Terms { compose: &compose, withdrawn: &withdrawn, ..scene.terms(&post) });
    assert_eq!(outcome, Ending::NoLetter { detail: "the store is in use".into() });
    assert_eq!((far.sent, far.failed, far.withdrawn), (1, 1, 1));
    assert_eq!(scene.words(), ["failed", "withdrawn", "sent", "queued"]);
}

#[test]
fn a_store_that_a_colleague_holds_is_waited_for_and_after_a_while_the_round_stops() {
    let (scene, post) = (Scene::of(3), Counter::default());
    let asked = Cell::new(0);
    let withdrawn = |message: &Message, _: &Outbox| {
        asked.set(asked.get() + 1);
        // Held for a moment before the second, and for ever before the third.
        match (message.customer.0, asked.get()) {
            (2, ..10) | (3, _) => Err(NoLetter::NotNow("the store is in use by tom".into())),
            _ => Ok(None),
        }
    };
    let (outcome, far) = scene.send_on(&Terms { withdrawn: &withdrawn, ..scene.terms(&post) });
    assert_eq!(outcome, Ending::NoLetter { detail: "the store is in use by tom".into() });
    assert_eq!((far.sent, far.left, scene.words()), (2, 1, vec!["sent", "sent", "queued"]));
    assert!(scene.time.passed() > Duration::from_secs(120), "it was tried for two minutes");
    assert_eq!(scene.send(&post).0, Ending::Done);
    assert_eq!(post.taken(), [1, 2, 3].map(address));
}

#[test]
fn a_colleague_takes_one_back_and_decides_one_while_the_round_goes_on() {
    let scene = Scene::of(3);
    let post = Counter::answering([(1, vec![Offered::Unsure { detail: "lost".into() }])]);
    let colleague = RefCell::new(scene.kept.open().unwrap());
    let turned = |message, event| Entry::Turned { message: MessageNumber(message), when: Time::begun(), event };
    let mut first = true;
    let outcome = send(&mut scene.leased(), &scene.terms(&post), &mut |_| {
        if std::mem::take(&mut first) {
            let events = vec![turned(2, Event::Withdrawn(Withdrawal::ByPerson)), turned(1, Event::Again)];
            colleague.borrow_mut().write(events).unwrap();
        }
    });
    assert_eq!(outcome.unwrap(), Ending::Done);
    assert_eq!(scene.words(), ["sent", "withdrawn", "sent"]);
    assert_eq!(post.taken(), [address(3), address(1)]);
}
