//! Who gets mail and who not, and the number that sends it: keys on the state that they change.

use std::sync::{Arc, LazyLock};

use jiff::civil::date;

use super::*;
use crate::app::Model;
use crate::app::action::Action;
use crate::app::effect::{Effect, Msg, Report};
use crate::app::key::Key;
use crate::app::mail_fault::MailFault;
use crate::app::mailing::{Elsewhere, MailNotice, Posting};
use crate::app::model::{Overlay, Screen, Setting};
use crate::app::notice::Notice;
use crate::domain::customer::{Customer, CustomerId, Values};
use crate::domain::dossier::{Course, Dossier, Origin, Status};
use crate::domain::field::Field;
use crate::domain::invitation::{Caution, WhyNot, Wish};
use crate::domain::matching::Stock;
use crate::domain::outbox::{Outbox, Tally};
use crate::domain::questionnaire::{QuestionnaireId, built_in};
use crate::domain::record;
use crate::domain::snapshot::{DossierHead, Revision};
use crate::domain::task_flow::{TaskFlow, TaskFlowId};

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(built_in);

fn flow() -> TaskFlowId {
    TaskFlowId("pit-2026".into())
}

/// Seven customers: 1, 2 and 3 can be invited, 3 in French and wished for; 4 has the address of 1, 5 has none, 6 was sent one, the
/// mail of 7 was refused.
fn stock() -> Arc<Stock> {
    let mut snapshot = Snapshot::of_no_store(vec![TaskFlow::personal_income_tax(2026, vec![QuestionnaireId("pit-2026".into())])]);
    snapshot.store = "store".into();
    let people = [
        ("Aerts", "a@example.be", Status::NotSentYet),
        ("Bauwens", "b@example.be", Status::NotSentYet),
        ("Cools", "c@example.be", Status::NotSentYet),
        ("Daems", "A@example.be", Status::NotSentYet),
        ("Engels", "", Status::NotSentYet),
        ("Fierens", "f@example.be", Status::Sent),
        ("Goris", "g@example.be", Status::Failed),
    ];
    for (id, (name, email, status)) in (1..).zip(people) {
        let values: Values = [(Field::LastName, name), (Field::Email, email)].into_iter().collect();
        let bytes = record::encode(&Customer { values, row: None }).unwrap();
        snapshot.add_customer(CustomerId(id), Revision(1), &bytes).unwrap();
        let dossier = Dossier {
            questionnaire: QuestionnaireId("pit-2026".into()),
            language: if id == 3 { Language::French } else { Language::Dutch },
            status,
            deadline: date(2026, 7, 15),
            deadline_origin: Origin::Default,
            invitation_wanted: id == 3,
            token: "ab".repeat(16),
            answers: Vec::new(),
            course: Course::default(),
        };
        snapshot.add_dossier(&flow(), CustomerId(id), DossierHead::of(&dossier, Revision(1)));
    }
    Arc::new(Stock::new(snapshot))
}

fn read() -> OutboxRead {
    let posting = Posting {
        sender: "Kantoor <info@kantoor.be>".into(),
        address: "info@kantoor.be".into(),
        reply_to: None,
        host: "mail.kantoor.be".into(),
        per_minute: 30,
    };
    let now = "2026-06-10T09:00:00Z".parse().unwrap();
    OutboxRead {
        outbox: Arc::new(Outbox::default()),
        tally: Tally::default(),
        posting: Ok(posting),
        elsewhere: None,
        unsettled: None,
        now,
        today: date(2026, 6, 10),
    }
}

/// A session that knows the store and the outbox.
fn session(read: OutboxRead) -> Model {
    let setting = Setting { catalogue: CATALOGUE.clone(), ..Setting::for_tests() };
    let (mut model, effects) = Model::begin(setting, (80, 24), None);
    answer(&mut model, effects, &read);
    model
}

/// The world answers what is asked about the store and the outbox, until nothing more is asked.
fn answer(model: &mut Model, effects: Vec<Effect>, read: &OutboxRead) -> Vec<Effect> {
    let mut rest = Vec::new();
    for effect in effects {
        let report = match effect {
            Effect::ReadStore(job) => Report::Store(job, Ok(stock())),
            Effect::ReadOutbox(job) => Report::Outbox(job, Ok(Box::new(read.clone()))),
            other => {
                rest.push(other);
                continue;
            }
        };
        let more = model.update(Msg::Report(Box::new(report)));
        rest.extend(answer(model, more, read));
    }
    rest
}

fn press(model: &mut Model, keys: &str) -> Vec<Effect> {
    let mut rest = Vec::new();
    for key in keys.split_whitespace() {
        let effects = model.update(Msg::Key(key.parse::<Key>().unwrap()));
        rest.extend(answer(model, effects, &read()));
    }
    rest
}

fn inviting(model: &Model) -> &Inviting {
    model.inviting().unwrap()
}

fn recipients(model: &Model) -> Vec<u64> {
    inviting(model).recipients.iter().map(|recipient| recipient.customer.0).collect()
}

fn left_out(model: &Model) -> Vec<(u64, &'static str)> {
    let mut left_out: Vec<_> = inviting(model).mailing.left_out.iter().map(|left_out| (left_out.customer.0, left_out.why.word())).collect();
    left_out.sort_unstable();
    left_out
}

/// Puts the cursor on the line that holds of something.
fn go_to(model: &mut Model, part: impl Fn(&Part) -> bool) {
    let at = inviting(model).lots.iter().position(|lot| part(&lot.part)).unwrap();
    press(model, "g g");
    for _ in 0..at {
        press(model, "j");
    }
}

#[test]
fn everybody_of_the_season_gets_mail_or_a_reason() {
    let mut model = session(read());
    press(&mut model, "i");
    assert_eq!(inviting(&model).whence, Whence::Season);
    assert_eq!(recipients(&model), [1, 2, 3]);
    assert_eq!(left_out(&model), [(4, "same_address"), (5, "no_address"), (6, "sent"), (7, "failed_before")]);
    let same = &inviting(&model).mailing.left_out.iter().find(|left_out| left_out.customer.0 == 4).unwrap().why;
    assert!(matches!(same, WhyNot::SameAddress { other: CustomerId(1), .. }));
}

#[test]
fn the_same_address_is_admitted_at_once_or_one_by_one_and_left_out_again() {
    let mut model = session(read());
    press(&mut model, "i");
    go_to(&mut model, |part| *part == Part::SameAddress);
    press(&mut model, "Space");
    assert_eq!(recipients(&model), [1, 2, 3, 4]);
    go_to(&mut model, |part| *part == Part::Admitted);
    press(&mut model, "Space");
    assert_eq!(recipients(&model), [1, 2, 3]);
    go_to(&mut model, |part| *part == Part::SameAddress);
    press(&mut model, "Enter");
    assert!(matches!(model.overlay, Some(Overlay::Chooser(_))), "who they are");
    press(&mut model, "Enter");
    assert_eq!(recipients(&model), [1, 2, 3, 4]);
}

#[test]
fn refused_ones_and_languages_are_taken_in_or_left_out() {
    let mut model = session(read());
    press(&mut model, "i");
    go_to(&mut model, |part| *part == Part::Refused);
    press(&mut model, "Space");
    assert_eq!(recipients(&model), [1, 2, 3, 7]);
    go_to(&mut model, |part| *part == Part::Language(Language::French));
    press(&mut model, "Space");
    assert_eq!(recipients(&model), [1, 2, 7]);
    go_to(&mut model, |part| *part == Part::Language(Language::Dutch));
    press(&mut model, "Space");
    assert_eq!(recipients(&model), [0_u64; 0]);
    assert_eq!(inviting(&model).mail, Mail::None, "there is nobody whose mail could be looked at");
    press(&mut model, "Space");
    assert_eq!(recipients(&model), [1, 2, 7]);
}

#[test]
fn what_has_no_yes_and_no_is_not_toggled() {
    let mut model = session(read());
    press(&mut model, "i");
    go_to(&mut model, |part| matches!(part, Part::Reason(_)));
    press(&mut model, "Space");
    assert_eq!((model.notice.clone(), recipients(&model)), (Some(Notice::NotHere), vec![1, 2, 3]));
}

#[test]
fn only_the_right_number_sends() {
    let mut model = session(read());
    press(&mut model, "i");
    // Without a number Enter opens the line.
    assert!(press(&mut model, "Enter").iter().all(|effect| !matches!(effect, Effect::Send { .. })));
    press(&mut model, "Esc");
    for wrong in ["4", "0", "3 0", "0 0", "9 9 9 9 9 9 9 9 9 9 9 9"] {
        let effects = press(&mut model, &format!("{wrong} Enter"));
        assert!(effects.is_empty(), "{wrong}: {effects:?}");
        assert!(matches!(model.notice, Some(Notice::Mail(MailNotice::WrongNumber(_, 3)))), "{wrong}: {:?}", model.notice);
        assert!(inviting(&model).typed.is_empty(), "{wrong}: it is typed anew");
    }
    let effects = press(&mut model, "4 Backspace \" Enter");
    let [Effect::Send { queue: Some(queue), .. }] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(queue.recipients.iter().map(|recipient| recipient.customer.0).collect::<Vec<_>>(), [1, 2, 3], "those that were shown");
    assert!(matches!(model.screen, Screen::Sending));
}

#[test]
fn a_number_that_was_typed_is_forgotten_when_the_mails_become_others() {
    let mut model = session(read());
    press(&mut model, "i 3");
    go_to(&mut model, |part| *part == Part::SameAddress);
    press(&mut model, "Space");
    assert_eq!(inviting(&model).typed, "", "three is no longer what was meant");
    assert!(press(&mut model, "3 Enter").is_empty());
    assert!(matches!(model.notice, Some(Notice::Mail(MailNotice::WrongNumber(_, 4)))));
}

#[test]
fn where_nobody_gets_mail_no_number_is_typed() {
    let mut model = session(read());
    press(&mut model, "i");
    for language in [Language::Dutch, Language::French] {
        go_to(&mut model, |part| *part == Part::Language(language));
        press(&mut model, "Space");
    }
    assert!(press(&mut model, "0").is_empty());
    assert_eq!(model.notice, Some(Notice::Mail(MailNotice::Nobody)));
    assert_eq!(inviting(&model).typed, "", "a number that is not seen would keep Enter from opening a line");
    for (key, action) in [("t", Action::TestMail), ("D", Action::WriteMails), ("z", Action::Zoom), ("l", Action::Right)] {
        press(&mut model, key);
        let nobody = Some(Notice::Mail(MailNotice::Nobody));
        assert_eq!(
            (&model.notice, model.overlay.is_none(), model.obstacle(action)),
            (&nobody, true, nobody.clone()),
            "{key}: dimmed, and why"
        );
    }
}

#[test]
fn a_selection_a_filter_and_a_row_choose_whom() {
    let chosen = |keys: &str| {
        let mut model = session(read());
        // The texts of the list are asked of the world; a filter of it is typed when they are there.
        press(&mut model, keys);
        let customers = inviting(&model).wanted.choice.customers.clone();
        (inviting(&model).whence, customers.map(|customers| customers.into_iter().map(|customer| customer.0).collect::<Vec<_>>()))
    };
    assert_eq!(chosen("c Space Space i"), (Whence::Marked, Some(vec![1, 2])));
    assert_eq!(chosen("c j j i"), (Whence::One, Some(vec![3])));
    assert_eq!(chosen("c R"), (Whence::Season, None), "a reminder goes to everybody who has not answered");
    assert_eq!(chosen("c j Space R"), (Whence::Marked, Some(vec![2])));
    assert_eq!(chosen("o i"), (Whence::Season, None));
}

#[test]
fn those_who_asked_for_it_are_fewer_than_all() {
    let mut screen = Inviting::new(Whence::Asked, {
        let wanted = Wanted::of(flow(), Occasion::Invitation, read().now, read().today);
        Wanted { choice: crate::domain::invitation::Choice { wish: Wish::Invitation, ..Default::default() }, ..wanted }
    });
    screen.count(&stock().snapshot, &read(), &CATALOGUE);
    assert_eq!(screen.recipients.iter().map(|recipient| recipient.customer.0).collect::<Vec<_>>(), [3]);
    assert!(screen.mailing.left_out.is_empty(), "nobody else was asked for");
}

#[test]
fn what_stands_in_the_way_is_said_and_nothing_is_sent() {
    let tried = |read: OutboxRead| {
        let mut model = session(read.clone());
        let effects = model.update(Msg::Key("i".parse().unwrap()));
        answer(&mut model, effects, &read);
        for key in ["3", "Enter"] {
            let effects = model.update(Msg::Key(key.parse().unwrap()));
            assert!(effects.iter().all(|effect| !matches!(effect, Effect::Send { .. })), "{effects:?}");
        }
        model
    };
    let unsettled = Err(MailFault::NotSettled { path: "/home/els/config.toml".into() });
    assert!(matches!(tried(OutboxRead { posting: unsettled, ..read() }).overlay, Some(Overlay::Fault(..))));
    let elsewhere = Some(Elsewhere { who: "tom".into(), since: read().now });
    let model = tried(OutboxRead { elsewhere, ..read() });
    assert!(matches!(&model.notice, Some(Notice::Mail(MailNotice::Elsewhere(who, _))) if who == "tom"), "{:?}", model.notice);
}

#[test]
fn the_recipient_that_is_looked_at_stays_when_others_come_and_go() {
    let mut model = session(read());
    press(&mut model, "i l l");
    assert_eq!(inviting(&model).current().unwrap().customer, CustomerId(3));
    go_to(&mut model, |part| *part == Part::Refused);
    press(&mut model, "Space");
    assert_eq!(inviting(&model).current().unwrap().customer, CustomerId(3));
    press(&mut model, "l l l h");
    assert_eq!(inviting(&model).current().unwrap().customer, CustomerId(3), "no further than the last");
    go_to(&mut model, |part| *part == Part::Language(Language::French));
    press(&mut model, "Space");
    assert_eq!(inviting(&model).current().unwrap().customer, CustomerId(1), "who is gone is not looked at");
}

#[test]
fn a_day_that_is_past_is_a_line_with_a_tick() {
    let late = OutboxRead { today: date(2026, 11, 22), ..read() };
    let mut model = session(late.clone());
    let press = |model: &mut Model, keys: &str| {
        for key in keys.split_whitespace() {
            let effects = model.update(Msg::Key(key.parse::<Key>().unwrap()));
            answer(model, effects, &late);
        }
    };
    press(&mut model, "i");
    assert_eq!(recipients(&model), [0_u64; 0]);
    let lots = &inviting(&model).lots;
    let at = lots.iter().position(|lot| lot.part == Part::Caution(Caution::DeadlinePast)).unwrap();
    assert_eq!(lots[at].first.len(), 1, "the day is named once");
    assert_eq!(lots[at].count, 4, "also the one of the same address: the first reason counts");
    press(&mut model, &"j ".repeat(at));
    press(&mut model, "Space");
    assert_eq!(recipients(&model), [1, 2, 3]);
    let at = inviting(&model).lots.iter().position(|lot| lot.part == Part::Despite(Caution::DeadlinePast)).unwrap();
    assert_eq!(inviting(&model).mailing.despite.get(&Caution::DeadlinePast), Some(&3), "of those who get mail");
    press(&mut model, "g g");
    press(&mut model, &"j ".repeat(at));
    press(&mut model, "Space");
    assert_eq!(recipients(&model), [0_u64; 0]);
}
