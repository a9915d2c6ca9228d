//! Random keys in the register, the dossiers, the past and the mails, with a post that takes, refuses, puts off and drops letters as it
//! comes: nothing breaks, and nobody gets a mail twice.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::ControlFlow;

use instroom::app::key::Key;
use instroom::app::keymap::{KEYMAP, Layer};
use instroom::app::listing::Listing;
use instroom::app::{Msg, Screen};
use instroom::domain::field::Field;
use instroom::domain::outbox::State;
use instroom::world::outbox::KeptOutbox;
use instroom::world::post::Offered;
use instroom::world::sending::Pace as _;
use instroom::world::store::Store as _;

use super::monkey::together;
use crate::generate::random::Random;
use crate::support::flow::Flow;
use crate::support::imports::{Import, flow as season, hand, person};
use crate::support::mail_posts::FakePost;
use crate::support::office::empty_store;
use crate::support::posting_office::PostingOffice;
use crate::support::shared_store::SharedStore;

const KEYS: u64 = 12_000;
const CUSTOMERS: u64 = 14;

const SIZES: [(u16, u16); 8] = [(80, 24), (120, 40), (60, 15), (200, 60), (61, 19), (30, 5), (1, 1), (109, 21)];

/// Keys that belong together: to each screen, and what is done there.
const TOGETHER: [&str; 26] = [
    "Esc Right Enter Esc Esc q q q q q q q q i",
    "Esc Right Enter Esc Esc q q q q q q q q o",
    "Esc Right Enter Esc Esc q q q q q q q q c 1 a t Enter Enter Right Enter",
    "Esc Right Enter Esc Esc q q q q q q q q c 1 a t Down Enter Enter Right Enter",
    "Esc Right Enter Esc Esc q q q q q q q q c 2 R",
    "Esc Right Enter Esc Esc q q q q q q q q c 2 a i",
    "Esc Right Enter Esc Esc q q q q q q q q c 2 j j Enter",
    "Esc Right Enter Esc Esc q q q q q q q q c 2 Enter j j j Enter v r a a k Enter Ctrl+S Right Enter",
    "Esc Right Enter Esc Esc q q q q q q q q c 3 n Enter Right Enter",
    "Esc Right Enter Esc Esc q q q q q q q q c 3 e Enter Right Enter",
    "Esc Right Enter Esc Esc q q q q q q q q c 3 A Right Enter",
    "Esc Right Enter Esc Esc q q q q q q q q c 5 Enter b Enter Enter",
    "Esc Right Enter Esc Esc q q q q q q q q c 5 o j Enter z",
    "Esc Right Enter Esc Esc q q q q q q q q c 5 x",
    "Esc Right Enter Esc Esc q q q q q q q q c 5 x x Right Enter",
    "Esc Right Enter Esc Esc q q q q q q q q c 5 G x x Right Enter",
    "Esc Right Enter Esc Esc q q q q q q q q c 4 I Right Enter",
    "Esc Right Enter Esc Esc q q q q q q q q c 4 S Enter g g d Enter",
    "Esc Right Enter Esc Esc q q q q q q q q c 4 S Enter g g d Down Enter",
    "Esc Right Enter Esc Esc q q q q q q q q c 4 a x Right Enter",
    "Esc Right Enter Esc Esc q q q q q q q q c 4 / k l a n t Enter Space",
    "Esc Right Enter Esc Esc q q q q q q q q c j + Enter Enter j",
    "Esc Right Enter Esc Esc q q q q q q q q c / v a n Enter Space i",
    "Esc Right Enter Esc Esc q q q q q q q q c n",
    "0 9 Enter",
    "( ' Enter",
];

fn keys() -> Vec<Key> {
    let presses = KEYMAP.iter().flat_map(|binding| binding.keys).flat_map(|keys| keys.split(' '));
    presses.map(|name| name.parse().unwrap()).chain("0123456789".chars().map(Key::Char)).collect()
}

/// What comes next: keys that belong together, the very number of mails, or any key.
fn next(random: &mut Random, keys: &[Key], flow: &Flow) -> Vec<Msg> {
    let recipients = flow.model.inviting().map(|inviting| inviting.recipients.len());
    match (random.below(100), recipients) {
        (0..2, _) => {
            let (width, height) = random.one_of(&SIZES);
            vec![Msg::Resize(width, height)]
        }
        (2..4, _) => vec![Msg::Paste("\u{1b}[A\u{202e}12".to_owned())],
        (4..16, _) => together(random.one_of(&TOGETHER)),
        (16..40, Some(count)) => count.to_string().chars().map(Key::Char).chain([Key::Enter]).map(Msg::Key).collect(),
        (40..44, _) => vec![Msg::Key(Key::Char(char::from_u32(u32::try_from(random.below(0x250)).unwrap()).unwrap()))],
        _ => vec![Msg::Key(keys[usize::try_from(random.below(keys.len() as u64)).unwrap()])],
    }
}

/// A post that answers as it comes.
fn post(random: &mut Random) -> FakePost {
    (0..CUSTOMERS).fold(FakePost::default(), |post, customer| {
        let mut answer = || match random.below(10) {
            0 | 1 => Offered::Later { reply: "451 later\u{1b}[2J".into() },
            2 => Offered::Refused { reply: "550 no\u{202e}".into() },
            3 => Offered::Unsure { detail: "the line broke".into() },
            4 => Offered::NotOffered { detail: "535 wrong password".into(), is_for_all: true },
            5 => Offered::NotOffered { detail: "no such address".into(), is_for_all: false },
            _ => Offered::Taken { reply: "250 ok".into() },
        };
        let answers = (0..8).map(|_| answer()).collect();
        post.answering(&format!("klant.{customer}@example.be"), answers)
    })
}

/// Customers from two imports: some of two seasons, some without an address, one address of two, two languages.
fn store() -> SharedStore {
    let store = empty_store();
    let people = |from: u64, to: u64| {
        (from..to).map(|number| {
            let mut values = person(number);
            match number {
                3 => values.set(Field::Email, String::new()),
                4 => values.set(Field::Email, "klant.2@example.be"),
                5 | 9 => values.set(Field::Language, "fr"),
                _ => {}
            }
            values
        })
    };
    for (name, year, from, to) in [("first", 2026, 0, 8), ("second", 2025, 8, 11), ("third", 2026, 11, CUSTOMERS)] {
        let set = Import::new(name, &store.snapshot().unwrap(), season(year)).adding(people(from, to)).passing_over(3).done();
        store.commit(&set, &hand("tom"), &mut |_| ControlFlow::Continue(())).unwrap();
    }
    store
}

/// What has to hold at any moment.
fn judge(flow: &Flow, told: &str) {
    let table = match &flow.model.screen {
        Screen::Register(register) => register.table(),
        Screen::Past(past) => Listing::table(&**past),
        Screen::Inviting(inviting) => {
            let parts = inviting.lots.len();
            assert!(inviting.cursor < parts.max(1), "{told}: line {} of {parts}", inviting.cursor);
            assert!(inviting.at < inviting.recipients.len().max(1), "{told}");
            assert!(inviting.typed.chars().all(|digit| digit.is_ascii_digit()), "{told}: {:?}", inviting.typed);
            return;
        }
        _ => return,
    };
    assert!(table.cursor < table.order.len().max(1), "{told}: {} of {}", table.cursor, table.order.len());
    assert!(table.top <= table.cursor, "{told}: begins at {} behind {}", table.top, table.cursor);
    assert!(table.column < table.shown().count().max(1), "{told}");
}

/// Post and outbox say the same of every mail.
fn judge_mails(office: &PostingOffice, told: &str) {
    let outbox = KeptOutbox::of_store(&office.path().join("store")).read().unwrap();
    let mut taken: BTreeMap<String, u32> = BTreeMap::new();
    for letter in office.post.taken() {
        *taken.entry(letter.message_id.as_str().to_owned()).or_default() += 1;
    }
    assert!(taken.values().all(|count| *count == 1), "{told}: somebody got it twice: {taken:?}");
    for message in outbox.messages() {
        let was_taken = taken.contains_key(&message.message_id);
        match &message.state {
            // A person says of a mail of which nobody knew that it arrived.
            State::Sent { reply, .. } if reply.is_empty() => assert!(!was_taken, "{told}: {}", message.id),
            State::Sent { .. } => assert!(was_taken, "{told}: {} was not taken", message.id),
            state => assert!(!was_taken, "{told}: {} was taken and is {state:?}", message.id),
        }
    }
}

fn play(seed: u64) {
    let mut random = Random::of(seed, 0);
    let office = PostingOffice::new(post(&mut random));
    let mut flow = office.flow(store());
    let keys = keys();
    let mut layers = BTreeSet::new();
    let (mut number, mut held_until, mut stuck) = (0, 0, 0);
    // Each way once, with the number of mails where it is asked for, before chance has its turn.
    let mut ways = TOGETHER.iter();
    while number < KEYS {
        if held_until == 0 && random.below(60) == 0 {
            flow.hold().stopping_after(random.below(3));
            held_until = number + 5 + random.below(30);
        }
        if held_until != 0 && number >= held_until {
            flow.go_on();
            held_until = 0;
        }
        if random.below(300) == 0 {
            // Some hours, or some weeks: mails that were put off are due, and reminders.
            office.time.pause(std::time::Duration::from_secs(3_600 * if random.below(3) == 0 { 24 * 15 } else { 3 }));
        }
        // Pages that ask before they are left hold whoever presses at random.
        let is_held = matches!(flow.model.screen, Screen::Person(_) | Screen::Dossier(_) | Screen::Arrived(_) | Screen::Desk(_));
        stuck = if is_held { stuck + 1 } else { 0 };
        let count = flow.model.inviting().map(|inviting| inviting.recipients.len().to_string());
        let msgs = if let Some(way) = ways.next() {
            let typed = count.into_iter().flat_map(|count| count.chars().map(Key::Char).chain([Key::Enter]).collect::<Vec<_>>());
            typed.map(Msg::Key).chain(together(way)).collect()
        } else if stuck > 60 {
            together("Esc Right Enter Esc Esc q Right Enter Esc q q")
        } else {
            next(&mut random, &keys, &flow)
        };
        for msg in msgs {
            number += 1;
            let told = format!("seed {seed}, message {number}: {msg:?}");
            flow.take_in(msg);
            judge(&flow, &told);
            layers.insert(flow.model.layer());
            if number % 8 == 0 {
                let (_, cursor) = flow.drawn();
                let (width, height) = flow.model.size;
                assert!(cursor.is_none_or(|at| at.x < width && at.y < height), "{told}: {cursor:?}\n{}", flow.screen());
            }
        }
        if random.below(20) == 0 {
            judge_mails(&office, &format!("seed {seed}, message {number}"));
        }
    }
    flow.go_on();
    judge_mails(&office, &format!("seed {seed}, at the end"));
    for layer in [Layer::Inviting, Layer::Sending, Layer::Outbox, Layer::Register, Layer::Dossier] {
        assert!(layers.contains(&layer), "it came to {layer:?}: {layers:?}");
    }
    assert!(!office.post.taken().is_empty(), "and something was sent");
    println!(
        "seed {seed}: {} layers, {} mails taken, {} commits",
        layers.len(),
        office.post.taken().len(),
        flow.store.snapshot().unwrap().journal.len()
    );
}

#[test]
fn random_keys_send_nobody_a_mail_twice_1() {
    play(15);
}

#[test]
fn random_keys_send_nobody_a_mail_twice_2() {
    play(66);
}

#[test]
fn random_keys_send_nobody_a_mail_twice_3() {
    play(777);
}
