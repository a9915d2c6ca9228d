//! Somebody who works until it is killed: brings workbooks in, takes them back, edits customers, decides in a draft, sends mails. What it says on
//! standard output is what it knows by then; a kill loses none of that.

use std::num::NonZeroU32;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use instroom::app::keeping::{DraftId, OpenBy};
use instroom::domain::amendment::Deed;
use instroom::domain::change_set::CommitId;
use instroom::domain::customer::CustomerId;
use instroom::domain::draft::{self, Decision, Edit, Step};
use instroom::domain::field::Field;
use instroom::domain::language::Language;
use instroom::domain::letter::{HeaderText, Letter, Mailbox, MessageId, Occasion};
use instroom::domain::outbox::{Entry, NewMessage, Round, RoundId};
use instroom::domain::snapshot::Snapshot;
use instroom::domain::taking_back::taking_back;
use instroom::world::clock::{Clock as _, SystemClock};
use instroom::world::drafts::Drafts;
use instroom::world::outbox::KeptOutbox;
use instroom::world::post::{Offered, Post};
use instroom::world::sending::{SystemPace, Terms, send};
use instroom::world::store::{CommitProgress, CommitStage, SledStore, Store as _};

use crate::support::amendments::{amendment, editing};
use crate::support::imports::{Import, flow, founding, hand, lesson, person};

/// Customers of whom all get the same in one commit.
pub(super) const ALIKE: u64 = 100;

/// The name of the draft.
pub(super) const DRAFT: &str = "fedcba9876543210fedcba9876543210";

/// What somebody does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Work {
    Commit,
    TakingBack,
    Editing,
    Deciding,
    Sending,
}

impl Work {
    pub(super) const ALL: [Self; 5] = [Self::Commit, Self::TakingBack, Self::Editing, Self::Deciding, Self::Sending];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Commit => "commit",
            Self::TakingBack => "taking back",
            Self::Editing => "customer editing",
            Self::Deciding => "draft writing",
            Self::Sending => "sending",
        }
    }

    /// The field by which the commits of this work are known, where it commits.
    pub(super) const fn field(self) -> Option<Field> {
        match self {
            Self::Commit => Some(Field::HouseNumber),
            Self::TakingBack => Some(Field::City),
            Self::Editing => Some(Field::Street),
            Self::Deciding | Self::Sending => None,
        }
    }

    pub(super) fn of_name(name: &str) -> Self {
        Self::ALL.into_iter().find(|work| work.name() == name).unwrap()
    }
}

/// The places of an office.
pub(super) struct Place {
    pub(super) store: SledStore,
    pub(super) outbox: KeptOutbox,
    folder: PathBuf,
}

impl Place {
    pub(super) fn below(folder: &Path) -> Self {
        let directory = folder.join("store");
        let store = SledStore::new(directory.clone(), founding()).keeping(1).waiting(Duration::from_secs(60));
        Self { outbox: KeptOutbox::of_store(&directory), store, folder: folder.to_owned() }
    }

    pub(super) fn drafts(&self) -> Drafts {
        Drafts::new(Some(self.folder.join("state/drafts")))
    }

    /// What is there before anybody works: customers, a draft, mails.
    pub(super) fn found(&self) {
        let empty = self.store.snapshot().unwrap();
        let set = Import::new("first", &empty, flow(2025)).adding((0..ALIKE).map(person)).done();
        self.store.commit(&set, &hand("an"), &mut |_| ControlFlow::Continue(())).unwrap();
        let drafts = self.drafts();
        drafts.create(crate::laws::power_cuts::head_named(DRAFT), b"rows", &[]).unwrap();
        queue(&self.outbox, 2_000);
    }

    /// Works until the process ends.
    pub(super) fn work(&self, work: Work, first: u64) {
        println!("\nready");
        for number in first.. {
            match work {
                Work::Commit => self.commit(number),
                Work::TakingBack => self.take_back(number),
                Work::Editing => self.edit(number),
                Work::Deciding => self.decide(),
                Work::Sending => return self.send(),
            }
        }
    }

    fn import(&self, name: &str, field: Field, number: u64, adds: std::ops::Range<u64>, seen: &Snapshot) {
        let import = Import::new(name, seen, flow(2025)).adding(adds.map(person));
        let import = (1..=ALIKE).fold(import, |import, id| import.changing(seen, id, &[(field, &value(number))]));
        self.store.commit(&import.learning((0..20).map(lesson)).done(), &hand("an"), &mut watch).unwrap();
    }

    fn commit(&self, number: u64) {
        println!("\nbegin {number}");
        let adds = 1_000 + number * 10..1_010 + number * 10;
        self.import(&format!("commit {number}"), Field::HouseNumber, number, adds, &self.store.snapshot().unwrap());
        println!("\ndone {number}");
    }

    /// An odd number is that of an import, the even one behind it of its taking back.
    fn take_back(&self, number: u64) {
        let number = number * 2 + 1;
        println!("\nbegin {number}");
        let seen = self.store.snapshot().unwrap();
        let adds = 100_000 + number * 10..100_010 + number * 10;
        self.import(&format!("{TAKEN_BACK}{number}"), Field::City, number, adds, &seen);
        println!("\ndone {number}");
        let number = number + 1;
        println!("\nbegin {number}");
        let seen = self.store.snapshot().unwrap();
        let last = seen.imports.iter().map(|past| past.revision).max().unwrap();
        let traces = self.store.traces(last).unwrap();
        let taking = taking_back(&traces, &seen, CommitId(format!("taken back {number}")), &|_, _| false).unwrap();
        self.store.amend(&taking.amendment, &hand("jo"), &mut watch).unwrap();
        println!("\ndone {number}");
    }

    fn edit(&self, number: u64) {
        println!("\nbegin {number}");
        let seen = self.store.snapshot().unwrap();
        let mut change = amendment(&format!("edit {number}"), &seen, Deed::Edited);
        change.customers = (1..=ALIKE).map(|id| editing(&seen, id, Field::Street, &value(number))).collect();
        self.store.amend(&change, &hand("jo"), &mut watch).unwrap();
        println!("\ndone {number}");
    }

    fn decide(&self) {
        let (drafts, id) = (self.drafts(), DraftId::parse(DRAFT).unwrap());
        let known = drafts.open(&id, &tag()).unwrap().entries.len();
        for step in u32::try_from(known).unwrap().. {
            println!("\nbegin {}\ninside", step + 1);
            drafts.write(&id, &[decided(step)]).unwrap();
            println!("\ndone {}", step + 1);
            if step % 8 == 7 {
                assert!(drafts.secure().iter().all(|(_, secured)| secured.is_ok()));
            }
        }
    }

    fn send(&self) {
        let mut leased = self.outbox.lease("els", Arc::new(SystemClock)).unwrap();
        let terms = Terms {
            post: &Told,
            compose: &|_, _| Ok(letter()),
            withdrawn: &|_, _| Ok(None),
            pace: &SystemPace,
            per_minute: NonZeroU32::new(600_000).unwrap(),
            patience: Duration::ZERO,
            stopping: &|| false,
        };
        send(&mut leased, &terms, &mut |far| println!("\ndone {}", far.sent)).unwrap();
        println!("\nall sent");
    }
}

/// What all customers get in the commit of a number.
fn value(number: u64) -> String {
    format!("nr {number}")
}

/// The number by which a value was written, where it was one of these.
pub(super) fn number_of(value: &str) -> Option<u64> {
    value.strip_prefix("nr ")?.parse().ok()
}

/// How the name of a workbook begins that is taken back.
pub(super) const TAKEN_BACK: &str = "to be taken back ";

pub(super) fn tag() -> OpenBy {
    OpenBy { who: "els".into(), pid: 7, since: jiff::Timestamp::UNIX_EPOCH }
}

/// What is decided in a step of the draft: some are large, so that a kill meets their writing.
pub(super) fn decided(step: u32) -> draft::Entry {
    let edit = |row: u32| Edit { row: row + 2, field: Field::City, from: None, to: Some(format!("Gent {step}").into()) };
    let rows = if step % 4 == 3 { 2_000 } else { 1 };
    draft::Entry::Decided(Step::new(draft::Deed::Type, vec![Decision::Edit((0..rows).map(edit).collect())]))
}

/// Says when a commit is written, before it can be seen.
fn watch(far: CommitProgress) -> ControlFlow<()> {
    if far.stage != CommitStage::Comparing {
        println!("\ninside");
    }
    ControlFlow::Continue(())
}

/// A post that takes every letter, and says so where no kill can take it back.
struct Told;

impl Post for Told {
    fn offer(&self, letter: &Letter) -> Offered {
        println!("\nmail {}\ninside", letter.message_id);
        Offered::Taken { reply: "250 ok".into() }
    }
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
        enclosures: Vec::new(),
    }
}

fn queue(outbox: &KeptOutbox, count: u64) {
    let message = |customer| NewMessage {
        customer: CustomerId(customer),
        to: format!("klant{customer}@example.be"),
        language: Language::Dutch,
        message_id: format!("a.{customer}@office.example"),
    };
    let round = Round {
        id: RoundId("a".into()),
        store: "store".into(),
        flow: flow(2026),
        occasion: Occasion::Invitation,
        who: "els".into(),
        when: SystemClock.now(),
    };
    outbox.open().unwrap().write(vec![Entry::Queued { round, messages: (1..=count).map(message).collect() }]).unwrap();
}
