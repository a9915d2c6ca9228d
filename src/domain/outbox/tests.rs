//! Any sequence of events keeps what the outbox is for.

use jiff::Timestamp;
use proptest::prelude::*;

use super::*;
use crate::domain::customer::CustomerId;
use crate::domain::dossier::{Course, Dossier, Origin, Status};
use crate::domain::language::Language;
use crate::domain::letter::Occasion;
use crate::domain::questionnaire::QuestionnaireId;
use crate::domain::snapshot::{DossierHead, Revision, Snapshot};
use crate::domain::task_flow::TaskFlowId;

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(1_780_000_000 + second).unwrap()
}

fn round(name: &str, occasion: Occasion) -> Round {
    let flow = TaskFlowId("pit-2026".into());
    Round { id: RoundId(name.into()), store: "store".into(), flow, occasion, who: "els".into(), when: at(0) }
}

fn queued(name: &str, occasion: Occasion, count: u64) -> Entry {
    let message = |customer| NewMessage {
        customer: CustomerId(customer),
        to: format!("klant{customer}@example.be"),
        language: Language::Dutch,
        message_id: format!("{name}.{customer}@office.example"),
    };
    Entry::Queued { round: round(name, occasion), messages: (1..=count).map(message).collect() }
}

fn turned(message: u64, second: i64, event: Event) -> Entry {
    Entry::Turned { message: MessageNumber(message), when: at(second), event }
}

fn taken() -> Event {
    Event::Taken { reply: "250 ok".into() }
}

fn events() -> Vec<Event> {
    vec![
        Event::Offering,
        taken(),
        Event::Refused { reply: "550 no".into() },
        Event::PutOff { reply: "451 later".into(), until: Some(at(900)) },
        Event::PutOff { reply: "451 later".into(), until: None },
        Event::NotOffered,
        Event::LineLost { detail: "no answer".into(), until: at(300) },
        Event::NoLetter { detail: "no questionnaire".into() },
        Event::Doubted(Doubt::Stopped),
        Event::Arrived,
        Event::Again,
        Event::Withdrawn(Withdrawal::ByPerson),
    ]
}

proptest! {
    #[test]
    fn nothing_that_may_have_left_is_offered_again_unless_a_person_says_so(chosen in prop::collection::vec(0_usize..12, 0..60)) {
        let mut outbox = Outbox::of([queued("a", Occasion::Invitation, 1)]).unwrap();
        let mut written = vec![queued("a", Occasion::Invitation, 1)];
        // What the server may have, by what was let through.
        let (mut may_have_it, mut over) = (false, false);
        for (second, choice) in (1..).zip(chosen) {
            let event = events().swap_remove(choice);
            let entry = turned(1, second, event.clone());
            let before = outbox.clone();
            prop_assert_eq!(outbox.accepts(&entry), before.clone().take(entry.clone()));
            match outbox.take(entry.clone()) {
                Err(_) => prop_assert_eq!(&outbox, &before, "what is refused leaves no trace"),
                Ok(()) => {
                    written.push(entry);
                    prop_assert!(!over, "{event:?} after the end");
                    let was_unsure = matches!(before.messages()[0].state, State::Unsure { .. });
                    let hurries = event == Event::Again && matches!(before.messages()[0].state, State::Waiting { .. });
                    prop_assert_eq!(was_unsure, matches!(event, Event::Arrived | Event::Again) && !hurries, "only a person decides");
                    if event == Event::Offering {
                        prop_assert!(!may_have_it);
                    }
                    may_have_it = match event {
                        Event::Taken { .. } | Event::Doubted(_) | Event::Arrived => true,
                        Event::Again => {
                            prop_assert!(!hurries || !may_have_it, "what was put off never left");
                            false
                        }
                        _ => may_have_it,
                    };
                    over = outbox.messages()[0].state.is_over();
                }
            }
        }
        prop_assert_eq!(Outbox::of(written.clone()).unwrap(), outbox.clone(), "the outbox is the sum of its entries");
        let short = Outbox::of([outbox.in_short(|_| true)]).unwrap();
        prop_assert_eq!(short, outbox, "in short it is the same");
    }

    #[test]
    fn a_dossier_follows_its_mails_once_and_never_away_from_its_answers(
        chosen in prop::collection::vec(0_usize..12, 0..30), status in 0_usize..7, occasion in 0_usize..2,
    ) {
        let occasion = Occasion::ALL[occasion];
        let mut outbox = Outbox::of([queued("a", occasion, 1)]).unwrap();
        for (second, choice) in (1..).zip(chosen) {
            let _refused = outbox.take(turned(1, second, events().swap_remove(choice)));
        }
        let message = &outbox.messages()[0];
        let before = dossier(Status::ALL[status]);
        let once = settled(&before, &outbox.rounds()[0], message);
        prop_assert_eq!(&settled(&once, &outbox.rounds()[0], message), &once);
        if matches!(before.status, Status::Answered | Status::Closed) {
            prop_assert_eq!((once.status, once.course.since), (before.status, before.course.since));
        }
        // Lists show what will be written.
        let mut snapshot = Snapshot::of_no_store(Vec::new());
        snapshot.store = "store".into();
        let flow = TaskFlowId("pit-2026".into());
        snapshot.add_dossier(&flow, CustomerId(1), DossierHead::of(&before, Revision(3)));
        let shown = overlaid(snapshot, &outbox);
        prop_assert_eq!(shown.dossier(&flow, CustomerId(1)).unwrap(), &DossierHead::of(&once, Revision(3)));
    }
}

fn dossier(status: Status) -> Dossier {
    Dossier {
        questionnaire: QuestionnaireId("pit-2026".into()),
        language: Language::Dutch,
        status,
        deadline: jiff::civil::date(2026, 7, 15),
        deadline_origin: Origin::Default,
        invitation_wanted: false,
        token: "ab".repeat(16),
        answers: Vec::new(),
        course: Course { since: Some(at(-60)), ..Course::default() },
    }
}

#[test]
fn every_state_says_of_every_event_whether_it_can_be() {
    let reach: [(&str, Vec<Event>); 7] = [
        ("queued", vec![]),
        ("sending", vec![Event::Offering]),
        ("sent", vec![Event::Offering, taken()]),
        ("failed", vec![Event::NoLetter { detail: "x".into() }]),
        ("waiting", vec![Event::Offering, Event::PutOff { reply: "451".into(), until: Some(at(9)) }]),
        ("unsure", vec![Event::Offering, Event::Doubted(Doubt::Stopped)]),
        ("withdrawn", vec![Event::Withdrawn(Withdrawal::ByPerson)]),
    ];
    let mut table = String::new();
    for (word, way) in reach {
        let mut outbox = Outbox::of([queued("a", Occasion::Invitation, 1)]).unwrap();
        way.into_iter().for_each(|event| outbox.take(turned(1, 1, event)).unwrap());
        assert_eq!(outbox.messages()[0].state.word(), word);
        let allowed = events().into_iter().map(|event| if outbox.accepts(&turned(1, 2, event)).is_ok() { 'x' } else { '.' });
        table += &format!("{word:<10}{}\n", allowed.collect::<String>());
    }
    // offering, taken, refused, put off, put off for good, not offered, line lost, no letter, doubted, arrived, again, withdrawn
    let expected = "queued    x......x...x\nsending   .xxxxxxxx...\nsent      ............\nfailed    ............\n\
                    waiting   x......x..xx\nunsure    .........xx.\nwithdrawn ............\n";
    assert_eq!(table, expected);
}

#[test]
fn a_round_is_queued_whole_and_once_and_numbers_are_not_given_twice() {
    let mut outbox = Outbox::of([queued("a", Occasion::Invitation, 3)]).unwrap();
    assert_eq!(outbox.take(queued("a", Occasion::Invitation, 3)), Err(Misfit::RoundTwice(RoundId("a".into()))));
    outbox.take(turned(2, 1, Event::Withdrawn(Withdrawal::ByPerson))).unwrap();
    assert_eq!(outbox.take(turned(9, 1, Event::Offering)), Err(Misfit::NoMessage(MessageNumber(9))));
    let mut short = Outbox::of([outbox.in_short(|_| false)]).unwrap();
    assert_eq!(short.messages().iter().map(|message| message.id.0).collect::<Vec<_>>(), [1, 3], "what is ahead always stays");
    short.take(queued("b", Occasion::Reminder, 1)).unwrap();
    assert_eq!(short.messages().last().unwrap().id, MessageNumber(4));
    assert_eq!(short.tallies().iter().map(Tally::total).collect::<Vec<_>>(), [2, 1]);
    assert_eq!(short.take(outbox.in_short(|_| true)), Err(Misfit::Standing), "a summary comes first");
}

#[test]
fn what_was_recorded_is_not_laid_over_again() {
    let mut outbox = Outbox::of([queued("a", Occasion::Invitation, 2), turned(1, 1, Event::Offering), turned(1, 2, taken())]).unwrap();
    assert_eq!(outbox.unrecorded("store").len(), 2);
    assert_eq!(outbox.unrecorded("another").len(), 0);
    outbox.take(Entry::Recorded { messages: vec![(MessageNumber(1), 2), (MessageNumber(2), 0)] }).unwrap();
    assert_eq!(outbox.unrecorded("store").len(), 0);
    outbox.take(turned(2, 3, Event::Offering)).unwrap();
    assert_eq!(outbox.unrecorded("store").iter().map(|message| message.id.0).collect::<Vec<_>>(), [2]);
    assert!(outbox.take(Entry::Recorded { messages: vec![(MessageNumber(1), 9), (MessageNumber(7), 1)] }).is_err());
    assert_eq!(outbox.message(MessageNumber(1)).unwrap().recorded, Some(2), "nothing of an entry that does not fit counts");
}

#[test]
fn reminders_are_counted_and_change_no_status() {
    let mut outbox = Outbox::of([queued("r", Occasion::Reminder, 1)]).unwrap();
    let sent = Dossier { course: Course { sent: Some(at(-9)), ..dossier(Status::Sent).course }, ..dossier(Status::Sent) };
    assert_eq!(settled(&sent, &outbox.rounds()[0], &outbox.messages()[0]), sent);
    outbox.take(turned(1, 1, Event::Offering)).unwrap();
    outbox.take(turned(1, 5, taken())).unwrap();
    let reminded = settled(&sent, &outbox.rounds()[0], &outbox.messages()[0]);
    assert_eq!((reminded.status, reminded.course.reminders, reminded.course.reminded), (Status::Sent, 1, Some(at(5))));
    let again = settled(&reminded, &outbox.rounds()[0], &outbox.messages()[0]);
    assert_eq!(again.course.reminders, 1);
}

#[test]
fn a_number_is_read_as_it_is_shown() {
    assert_eq!(MessageNumber(12).to_string(), "M00012");
    for text in ["M00012", "m12", "12"] {
        assert_eq!(MessageNumber::parse(text), Some(MessageNumber(12)), "{text}");
    }
    for text in ["", "M", "C00012", "-1", "12 ", "99999999999999999999999"] {
        assert_eq!(MessageNumber::parse(text), None, "{text}");
    }
}

#[test]
fn a_mail_that_was_put_off_each_time_is_told_from_one_that_was_refused() {
    let offered = || Outbox::of([queued("a", Occasion::Invitation, 1), turned(1, 1, Event::Offering)]).unwrap();
    let failed = |event: Event| {
        let mut outbox = offered();
        outbox.take(turned(1, 2, event)).unwrap();
        match outbox.messages()[0].state {
            State::Failed { why, .. } => why,
            ref other => panic!("{other:?}"),
        }
    };
    assert_eq!(failed(Event::PutOff { reply: "452 full".into(), until: None }), Failure::PutOff);
    assert_eq!(failed(Event::Refused { reply: "550".into() }), Failure::Refused);
    assert_eq!(failed(Event::NoLetter { detail: "no address".into() }), Failure::NoLetter);
    let before = r#"{ "failed": { "reply": "550", "when": "2026-05-14T14:02:00Z" } }"#;
    let read: State = serde_json::from_str(before).unwrap();
    assert!(matches!(read, State::Failed { why: Failure::Refused, .. }), "written before the reasons were told apart: {read:?}");
}

#[test]
fn words_of_reasons_differ() {
    let words: std::collections::BTreeSet<&str> = Withdrawal::ALL.map(Withdrawal::word).into();
    assert_eq!(words.len(), Withdrawal::ALL.len());
}

#[test]
fn a_dossier_is_busy_until_it_shows_what_became_of_its_mail() {
    let mut outbox = Outbox::of([queued("a", Occasion::Invitation, 4)]).unwrap();
    let entries = [
        turned(1, 1, Event::Offering),
        turned(1, 2, taken()),
        turned(2, 3, Event::Offering),
        turned(2, 4, Event::Doubted(Doubt::Stopped)),
        turned(3, 5, Event::Withdrawn(Withdrawal::ByPerson)),
    ];
    entries.into_iter().for_each(|entry| outbox.take(entry).unwrap());
    let held = |outbox: &Outbox, store| {
        let mut held: Vec<u64> = busy(outbox, store).into_iter().map(|(_, customer)| customer.0).collect();
        held.sort_unstable();
        held
    };
    assert_eq!(held(&outbox, "store"), [1, 2, 4], "sent, and the dossier says nothing of it yet; unsure; queued");
    outbox.take(Entry::Recorded { messages: vec![(MessageNumber(1), 2), (MessageNumber(2), 2)] }).unwrap();
    assert_eq!(held(&outbox, "store"), [2, 4]);
    assert_eq!(held(&outbox, "another"), [0; 0]);
}
