//! One of several who work on one store: what it does is chosen by its seed. It says what it is about to do and what was done.

use std::ops::ControlFlow;
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, Instant};

use instroom::domain::amendment::{Amendment, Deed};
use instroom::domain::change_set::{CommitId, Receipt};
use instroom::domain::customer::CustomerId;
use instroom::domain::field::Field;
use instroom::domain::language::Language;
use instroom::domain::letter::Occasion;
use instroom::domain::outbox::{Entry, Event, NewMessage, Round, RoundId};
use instroom::domain::snapshot::{Revision, Snapshot};
use instroom::domain::taking_back::taking_back;
use instroom::world::clock::{Clock as _, SystemClock};
use instroom::world::outbox::{KeptOutbox, OutboxFault};
use instroom::world::store::{CommitFault, SledStore, Store as _, StoreFault};

use crate::generate::random::Random;
use crate::support::amendments::{amendment, editing};
use crate::support::imports::{Import, flow, founding, hand, person, stored};

/// Customers whose boxes are counters: each session adds one to whichever it likes.
pub(super) const COUNTERS: u64 = 6;

pub(super) fn store(folder: &Path) -> SledStore {
    SledStore::new(folder.join("store"), founding()).keeping(1)
}

/// A person of this program only, whatever the others add.
fn newcomer(who: u64, number: u64) -> u64 {
    1_000 + who * 100_000 + number
}

/// What a counter says.
pub(super) fn counted(seen: &Snapshot, id: u64) -> u64 {
    stored(seen, id).text(Field::Box).parse().unwrap_or(0)
}

/// One who works.
pub(super) struct Session {
    store: SledStore,
    outbox: KeptOutbox,
    who: u64,
    number: u64,
    random: Random,
}

/// What became of something that was to be written.
enum End {
    Done(Receipt),
    /// Somebody else was faster, or holds the store.
    Refused,
}

impl Session {
    pub(super) fn new(folder: &Path, who: u64) -> Self {
        let store = store(folder).waiting(Duration::from_secs(60));
        let outbox = KeptOutbox::of_store(store.directory());
        Self { store, outbox, who, number: 0, random: Random::of(73, who) }
    }

    /// Works for so long, or until it is killed.
    pub(super) fn work(&mut self, time: Duration) {
        let begun = Instant::now();
        while begun.elapsed() < time {
            self.number += 1;
            match self.random.below(10) {
                0 | 1 => self.read(),
                2 => self.look_in(),
                3 | 4 => drop(self.bring_in()),
                5..=7 => self.count(),
                8 => self.bring_in_and_take_back(),
                _ => self.send(),
            }
        }
        println!("\nover");
    }

    fn say(&self, word: &str, what: impl std::fmt::Display) {
        println!("\n{word} {} {what}", self.number);
    }

    fn read(&self) {
        self.say("begin", "reading");
        let seen = self.store.snapshot().unwrap();
        assert!((1..=COUNTERS).all(|id| counted(&seen, id) < u64::MAX));
    }

    /// Does not wait long, and is told who holds it and since when; looks some times, until somebody does.
    fn look_in(&self) {
        self.say("begin", "looking in");
        // Whoever waits looks again after a while; in between this one must not be at it itself.
        let _somebody = (0..8).any(|_| {
            std::thread::sleep(Duration::from_millis(5));
            self.is_told_who_holds_it()
        });
    }

    fn is_told_who_holds_it(&self) -> bool {
        match self.store.clone().waiting(Duration::ZERO).snapshot() {
            Ok(_) => false,
            Err(StoreFault::InUse { holder: Some(holder) }) => {
                assert!(holder.who.starts_with("session ") || holder.pid > 0, "{holder:?}");
                let waits = jiff::Timestamp::now().duration_since(holder.since).as_secs();
                assert!((-1..120).contains(&waits), "{holder:?}");
                self.say("waits for", format!("{} {:?}", holder.pid, holder.doing));
                true
            }
            // Whoever has just got it has not left its name yet.
            Err(StoreFault::InUse { holder: None }) => {
                self.say("waits for", "nobody known");
                false
            }
            Err(other) => panic!("{other}"),
        }
    }

    fn end(written: Result<Receipt, CommitFault>) -> End {
        match written {
            Ok(receipt) => End::Done(receipt),
            Err(CommitFault::Moved(_) | CommitFault::Changed(_) | CommitFault::Store(StoreFault::InUse { .. })) => End::Refused,
            Err(other) => panic!("{other}"),
        }
    }

    fn amend(&self, change: &Amendment) -> End {
        Self::end(self.store.amend(change, &hand(&format!("session {}", self.who)), &mut |_| ControlFlow::Continue(())))
    }

    fn bring_in(&self) -> Option<(Revision, u64)> {
        let person_number = newcomer(self.who, self.number);
        self.say("begin", format!("add {person_number}"));
        let seen = self.store.snapshot().unwrap();
        let name = format!("session {} {}", self.who, self.number);
        let set = Import::new(&name, &seen, flow(2025)).adding([person(person_number)]).done();
        let hand = hand(&format!("session {}", self.who));
        let End::Done(receipt) = Self::end(self.store.commit(&set, &hand, &mut |_| ControlFlow::Continue(()))) else { return None };
        self.say("done", format!("add {person_number}"));
        Some((receipt.revision, person_number))
    }

    /// Adds one to a counter as it was read: an update that is lost would be missing in the end.
    fn count(&mut self) {
        let id = 1 + self.random.below(COUNTERS);
        self.say("begin", format!("count {id}"));
        let seen = self.store.snapshot().unwrap();
        let mut change = amendment(&format!("count {} {}", self.who, self.number), &seen, Deed::Edited);
        change.customers = vec![editing(&seen, id, Field::Box, &(counted(&seen, id) + 1).to_string())];
        match self.amend(&change) {
            End::Done(_) => self.say("done", format!("count {id}")),
            End::Refused => self.say("refused", format!("count {id}")),
        }
    }

    fn bring_in_and_take_back(&mut self) {
        let Some((import, person_number)) = self.bring_in() else { return };
        self.number += 1;
        self.say("begin", format!("take {person_number}"));
        let (traces, seen) = (self.store.traces(import).unwrap(), self.store.snapshot().unwrap());
        let name = CommitId(format!("back {} {}", self.who, self.number));
        let taking = taking_back(&traces, &seen, name, &|_, _| false).unwrap();
        if let End::Done(_) = self.amend(&taking.amendment) {
            self.say("done", format!("take {person_number}"));
        }
    }

    /// Queues a round of its own, and sends what is queued where nobody else does.
    fn send(&self) {
        let round = format!("{}-{}", self.who, self.number);
        self.say("begin", format!("queue {round}"));
        let message = NewMessage {
            customer: CustomerId(1),
            to: "klant@example.be".into(),
            language: Language::Dutch,
            message_id: format!("{round}@office.example"),
        };
        let queued = Round {
            id: RoundId(round.clone()),
            store: "store".into(),
            flow: flow(2026),
            occasion: Occasion::Invitation,
            who: "els".into(),
            when: SystemClock.now(),
        };
        self.outbox.open().unwrap().write(vec![Entry::Queued { round: queued, messages: vec![message] }]).unwrap();
        self.say("done", format!("queue {round}"));
        let mut leased = match self.outbox.lease(&format!("session {}", self.who), Arc::new(SystemClock)) {
            Ok(leased) => leased,
            Err(OutboxFault::Sending { .. }) => return,
            Err(other) => panic!("{other}"),
        };
        let ahead: Vec<_> = leased.outbox().messages().iter().filter(|message| message.state.word() == "queued").take(5).cloned().collect();
        for message in ahead {
            let turned = |event| vec![Entry::Turned { message: message.id, when: SystemClock.now(), event }];
            leased.open().write(turned(Event::Offering)).unwrap();
            println!("\nmail {}", message.message_id);
            leased.open().write(turned(Event::Taken { reply: "250 ok".into() })).unwrap();
        }
    }
}
