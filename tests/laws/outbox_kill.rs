//! A sender that is killed while a round goes out to a real mail server: the server's log and the outbox agree on who got it, at most
//! one message per kill is unsure, and nobody gets it twice.
//!
//! The sender is this test program, started again with `INSTROOM_TEST_SENDER` set. `INSTROOM_OUTBOX_KILLS=50
//! INSTROOM_OUTBOX_LETTERS=1000 cargo test --test main outbox_kill` makes a long round of it.

use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZeroU32;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use instroom::domain::customer::CustomerId;
use instroom::domain::language::Language;
use instroom::domain::letter::{Enclosure, HeaderText, Letter, Mailbox, MessageId, Occasion};
use instroom::domain::outbox::{Entry, Event, NewMessage, Outbox, Round, RoundId, State};
use instroom::domain::settings::Security;
use instroom::domain::task_flow::TaskFlowId;
use instroom::world::clock::{Clock as _, SystemClock};
use instroom::world::outbox::{KeptOutbox, OutboxFault};
use instroom::world::post::{Server, Smtp};
use instroom::world::sending::{SystemPace, Terms, send};

use crate::generate::random::Random;
use crate::support::mail_server::{Encryption, MailServer, Manners};

/// Says to a started copy of this program where the outbox is and at which port the server.
const SENDER: &str = "INSTROOM_TEST_SENDER";

fn of_environment(name: &str, otherwise: u64) -> u64 {
    std::env::var(name).ok().and_then(|number| number.parse().ok()).unwrap_or(otherwise)
}

fn letter() -> Letter {
    Letter {
        from: Mailbox::parse("Kantoor", "office@office.example").unwrap(),
        reply_to: None,
        to: Mailbox::parse("Klant", "klant@example.be").unwrap(),
        message_id: MessageId::parse("x@office.example").unwrap(),
        date: SystemClock.now(),
        subject: HeaderText::of("Uw aangifte"),
        text: "Dag".into(),
        html: "<p>Dag</p>".into(),
        // As large as a workbook is, so that a kill meets letters half-way.
        enclosures: vec![Enclosure { name: HeaderText::of("vragenlijst.xlsx"), bytes: vec![7; 20_000] }],
    }
}

/// What the started copy does: sends until it is done, or somebody else does.
fn be_the_sender(told: &str) {
    let (port, store) = told.split_once(' ').unwrap();
    let server = Server {
        host: MailServer::HOST.into(),
        port: port.parse().unwrap(),
        security: Security::Open,
        trusted: None,
        patience: Duration::from_secs(20),
        letters_per_line: 50,
    };
    let post = Smtp::new(server, None).unwrap();
    let mut leased = match KeptOutbox::of_store(Path::new(store)).lease("els", Arc::new(SystemClock)) {
        Ok(leased) => leased,
        Err(OutboxFault::Sending { .. }) => std::process::exit(75),
        Err(fault) => panic!("{fault}"),
    };
    let terms = Terms {
        post: &post,
        compose: &|_, _| Ok(letter()),
        withdrawn: &|_, _| Ok(None),
        pace: &SystemPace,
        per_minute: NonZeroU32::new(60_000).unwrap(),
        patience: Duration::ZERO,
        stopping: &|| false,
    };
    send(&mut leased, &terms, &mut |_| {}).unwrap();
}

fn start(test: &str, server: &MailServer, store: &Path) -> Child {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args([&format!("laws::outbox_kill::{test}"), "--exact"]).env(SENDER, format!("{} {}", server.port(), store.display()));
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap()
}

pub(super) fn queue(kept: &KeptOutbox, count: u64) {
    let flow = TaskFlowId("pit-2026".into());
    let occasion = Occasion::Invitation;
    let round = Round { id: RoundId("a".into()), store: "store".into(), flow, occasion, who: "els".into(), when: SystemClock.now() };
    let message = |customer| NewMessage {
        customer: CustomerId(customer),
        to: format!("klant{customer}@example.be"),
        language: Language::Dutch,
        message_id: format!("a.{customer}@office.example"),
    };
    kept.open().unwrap().write(vec![Entry::Queued { round, messages: (1..=count).map(message).collect() }]).unwrap();
}

fn server() -> MailServer {
    MailServer::start(Manners { encryption: Encryption::Open, ..Manners::default() })
}

/// How often the server took the mail of each message, by its Message-ID.
fn taken(server: &MailServer) -> BTreeMap<String, u32> {
    server.taken().into_iter().fold(BTreeMap::new(), |mut counts, (_, message_id)| {
        *counts.entry(message_id).or_default() += 1;
        counts
    })
}

fn unsure(outbox: &Outbox) -> BTreeSet<&str> {
    let unsure = outbox.messages().iter().filter(|message| matches!(message.state, State::Unsure { .. }));
    unsure.map(|message| message.message_id.as_str()).collect()
}

/// Whether the outbox says of each message what the server's log says. Of the unsure ones nothing is said.
fn agree(outbox: &Outbox, server: &MailServer) {
    let taken = taken(server);
    assert!(taken.values().all(|count| *count == 1), "somebody got it twice");
    for message in outbox.messages() {
        let has_it = taken.contains_key(&message.message_id);
        match message.state {
            State::Sent { .. } => assert!(has_it, "{}: sent, and the server knows nothing of it", message.id),
            State::Queued => assert!(!has_it, "{}: queued, and the server has it", message.id),
            State::Unsure { .. } => {}
            ref other => panic!("{}: {other:?}", message.id),
        }
    }
}

#[test]
fn a_round_whose_sender_is_killed_again_and_again_reaches_everybody_once() {
    if let Ok(told) = std::env::var(SENDER) {
        return be_the_sender(&told);
    }
    let (kills, letters) = (of_environment("INSTROOM_OUTBOX_KILLS", 3), of_environment("INSTROOM_OUTBOX_LETTERS", 60));
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("store");
    let (kept, server) = (KeptOutbox::of_store(&store), server());
    queue(&kept, letters);
    let test = "a_round_whose_sender_is_killed_again_and_again_reaches_everybody_once";
    let mut random = Random::of(11, 0);
    let mut unsure_before = 0;
    for round in 0..kills {
        // Each kill comes while the letters of its part of the round go out.
        let at = usize::try_from(letters * (round + 1) / (kills + 1)).unwrap();
        let mut sender = start(test, &server, &store);
        let deadline = Instant::now() + Duration::from_secs(120);
        while server.taken().len() < at && sender.try_wait().unwrap().is_none() {
            assert!(Instant::now() < deadline, "the sender does not get on");
            std::thread::sleep(Duration::from_millis(1));
        }
        std::thread::sleep(Duration::from_micros(random.below(3_000)));
        sender.kill().unwrap();
        sender.wait().unwrap();
        kept.settle("els", Arc::new(SystemClock)).unwrap();
        let outbox = kept.read().unwrap();
        agree(&outbox, &server);
        let now = unsure(&outbox).len();
        assert!(now <= unsure_before + 1, "one kill made {} unsure", now - unsure_before);
        unsure_before = now;
    }
    assert!(start(test, &server, &store).wait().unwrap().success());
    let outbox = kept.read().unwrap();
    agree(&outbox, &server);
    assert_eq!(outbox.tally(|_| true).ahead(), 0);
    assert_eq!(unsure(&outbox).len(), unsure_before, "what is unsure is not sent by itself");

    // A person looks into the server's log and decides; then everybody has it, once.
    let log = taken(&server);
    let decided = outbox.messages().iter().filter(|message| matches!(message.state, State::Unsure { .. })).map(|message| {
        let event = if log.contains_key(&message.message_id) { Event::Arrived } else { Event::Again };
        Entry::Turned { message: message.id, when: SystemClock.now(), event }
    });
    kept.open().unwrap().write(decided.collect()).unwrap();
    assert!(start(test, &server, &store).wait().unwrap().success());
    agree(&kept.read().unwrap(), &server);
    assert_eq!(taken(&server).len() as u64, letters);
    println!("{kills} kills while {letters} letters went out: {unsure_before} unsure, nobody twice");
}

#[test]
fn of_two_senders_one_is_refused_and_nobody_gets_it_twice() {
    if let Ok(told) = std::env::var(SENDER) {
        return be_the_sender(&told);
    }
    let folder = tempfile::tempdir().unwrap();
    let store = folder.path().join("store");
    let (kept, server) = (KeptOutbox::of_store(&store), server());
    queue(&kept, 40);
    let test = "of_two_senders_one_is_refused_and_nobody_gets_it_twice";
    let mut senders: Vec<Child> = (0..3).map(|_| start(test, &server, &store)).collect();
    let codes: Vec<i32> = senders.iter_mut().map(|sender| sender.wait().unwrap().code().unwrap()).collect();
    assert!(codes.contains(&0) && codes.iter().all(|code| [0, 75].contains(code)), "{codes:?}");
    let outbox = kept.read().unwrap();
    agree(&outbox, &server);
    assert_eq!(outbox.tally(|_| true).sent, 40);
}
