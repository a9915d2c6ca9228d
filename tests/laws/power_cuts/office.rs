//! The work that is recorded: a store, its outbox, its backup, a draft and changes that are not saved, one deed behind the other. Before each
//! deed it is said that it begins, and when its call has come back that it is done.

use std::fs;
use std::io::BufReader;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use instroom::app::keeping::{DraftId, OpenBy};
use instroom::app::unsaved::{About, Unsaved, Work};
use instroom::domain::amendment::{Becomes, Deed};
use instroom::domain::change_set::SourceMark;
use instroom::domain::customer::{CustomerId, Values};
use instroom::domain::draft::{self, Decision, Edit, Step};
use instroom::domain::field::Field;
use instroom::domain::language::Language;
use instroom::domain::letter::Occasion;
use instroom::domain::outbox::{Entry, Event, MessageNumber, NewMessage, Round, RoundId};
use instroom::domain::snapshot::{Revision, Snapshot};
use instroom::world::backup::{back_up, put_copy_back, verify};
use instroom::world::drafts::{Drafts, Head};
use instroom::world::outbox::KeptOutbox;
use instroom::world::store::{SledStore, Store as _};
use instroom::world::whole_file::Existing;
use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use crate::support::amendments::{amend, amendment, becoming, editing, newcomer, take_back};
use crate::support::house::commit;
use crate::support::imports::{Import, flow, founding, hand, lesson, mapping, person};

const DRAFT: &str = "0123456789abcdef0123456789abcdef";
const PEOPLE: u64 = 150;

/// The places of an office below a folder.
pub(super) struct Office {
    pub(super) store: SledStore,
    pub(super) outbox: KeptOutbox,
    pub(super) drafts: Drafts,
    backup: PathBuf,
}

fn go_on(_: u64, _: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// What something comes to, short enough to be told.
fn digest(told: &str) -> String {
    Sha256::digest(told).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

fn tag() -> OpenBy {
    OpenBy { who: "els".into(), pid: 7, since: Timestamp::UNIX_EPOCH }
}

fn about() -> About {
    About::Customer(CustomerId(7))
}

/// What is decided in a step of the draft: every third takes more than a page of the disk.
fn decided(step: u32) -> draft::Entry {
    let edit = |row: u32| Edit { row: row + 2, field: Field::City, from: None, to: Some(format!("Gent {step}").into()) };
    let rows = if step % 3 == 2 { 150 } else { 1 };
    draft::Entry::Decided(Step::new(draft::Deed::Type, vec![Decision::Edit((0..rows).map(edit).collect())]))
}

fn unsaved(text: &str) -> Unsaved {
    let work = Work::Page { stored: Box::new(Values::new()), edits: vec![(Field::City, format!("{text:>5000}"))] };
    Unsaved { store: "0f".repeat(16), about: about(), work }
}

/// A draft of that name.
pub(in crate::laws) fn head(name: &str) -> Head {
    Head {
        id: name.into(),
        path: "/srv/klanten.xlsx".into(),
        mark: SourceMark { file: "klanten.xlsx".into(), fingerprint: "f".repeat(64), sheet: "Klanten".into(), header_row: 1 },
        columns: vec![(0, None)],
        store: String::new(),
        revision: Revision(0),
        flow: None,
        language: None,
        questionnaire: None,
        day: jiff::civil::date(2026, 5, 14),
        rules: 1,
        rows: 122,
        who: "els".into(),
        when: Timestamp::UNIX_EPOCH,
    }
}

fn of_snapshot(seen: &Snapshot) -> String {
    let customers = (0..seen.customer_count()).map(|index| (seen.customer_id(index), seen.version(index), seen.customer(index)));
    let flows = seen.flows.iter().map(|flow| (flow.clone(), seen.dossiers(&flow.id).collect::<Vec<_>>()));
    let mappings: Vec<_> = seen.memory.mappings().iter().map(|kept| &kept.what).collect();
    let learned = (seen.memory.fix_count(), seen.memory.apart_count(), seen.memory.unreadable(), mappings);
    digest(&format!("{:?} {:?} {:?} {learned:?}", seen.revision, customers.collect::<Vec<_>>(), flows.collect::<Vec<_>>()))
}

impl Office {
    pub(super) fn below(folder: &Path) -> Self {
        let directory = folder.join("share/instroom/store");
        Self {
            outbox: KeptOutbox::of_store(&directory),
            store: SledStore::new(directory, founding()).keeping(2),
            drafts: Drafts::new(Some(folder.join("state/instroom/drafts"))),
            backup: folder.join("backup"),
        }
    }

    /// How something stands: the store, the outbox or the backup. `Err` where it is not sound.
    pub(super) fn standing(&self, of: &str) -> Result<String, String> {
        let told = |fault: &dyn std::fmt::Display| format!("{of}: {fault}");
        match of {
            "store" => {
                let seen = self.store.snapshot().map_err(|fault| told(&fault))?;
                Ok(of_snapshot(&seen))
            }
            "outbox" => Ok(digest(&format!("{:?}", self.outbox.read().map_err(|fault| told(&fault))?.messages()))),
            _ if !self.backup.exists() => Ok("none".into()),
            _ => {
                let bytes = fs::read(&self.backup).map_err(|fault| told(&fault))?;
                verify(&mut BufReader::new(bytes.as_slice()), &mut go_on).map_err(|fault| told(&fault))?;
                Ok(digest(&String::from_utf8_lossy(&bytes)))
            }
        }
    }

    /// Everything that a check finds wrong, in the store and in its copies.
    pub(super) fn check(&self) -> Result<(), String> {
        let report = self.store.check().map_err(|fault| fault.to_string())?.unwrap_or_default();
        if !report.troubles.is_empty() {
            return Err(format!("{:?}", report.troubles));
        }
        for copy in self.store.copies().map_err(|fault| fault.to_string())? {
            let report = self.store.check_copy(copy.name).map_err(|fault| format!("copy {}: {fault}", copy.name))?;
            if !report.troubles.is_empty() {
                return Err(format!("copy {}: {:?}", copy.name, report.troubles));
            }
        }
        Ok(())
    }

    /// Goes on working as the next program would.
    pub(super) fn goes_on(&self) -> Result<(), String> {
        let seen = self.store.snapshot().map_err(|fault| fault.to_string())?;
        let set = Import::new("afterwards", &seen, flow(2025)).adding([person(9_000)]).done();
        let written = self.store.commit(&set, &hand("an"), &mut |_| ControlFlow::Continue(()));
        written.map_err(|fault| format!("the next commit: {fault}"))?;
        self.outbox.open().map_err(|fault| format!("the next mail: {fault}"))?;
        self.check()
    }

    /// How many steps the draft has, none where there is no draft; each as it was decided.
    pub(super) fn steps_of_draft(&self) -> Result<Option<u32>, String> {
        let id = DraftId::parse(DRAFT).unwrap();
        let stored = match self.drafts.open(&id, &tag()) {
            Err(instroom::world::drafts::DraftFault::Gone) => return Ok(None),
            opened => opened.map_err(|fault| format!("the draft: {fault}"))?,
        };
        let steps = u32::try_from(stored.entries.len()).unwrap();
        let are_whole = stored.source == vec![7; 20_000] && stored.entries == (0..steps).map(decided).collect::<Vec<_>>();
        if are_whole { Ok(Some(steps)) } else { Err("the draft: not what was decided".into()) }
    }

    /// Which state of what is not saved is there.
    pub(super) fn unsaved(&self) -> Result<Option<u32>, String> {
        let found = self.drafts.left_behind(&"0f".repeat(16), &about()).map_err(|fault| format!("not saved: {fault}"))?;
        Ok(found.map(|found| {
            let Work::Page { edits, .. } = found.unsaved.work else { panic!("something else") };
            edits[0].1.trim().parse().unwrap()
        }))
    }

    fn deed(&self, of: &str, deed: impl FnOnce(&Self)) {
        println!("\nbegin {of}");
        deed(self);
        println!("\ndone {of}");
        println!("\nstate {of} {}", self.standing(of).unwrap());
    }

    /// Everything that is recorded.
    pub(super) fn work(&self) {
        ["store", "outbox", "backup"].iter().for_each(|of| println!("\nstate {of} {}", self.standing(of).unwrap()));
        self.bring_in();
        self.decide();
        self.send();
        self.change();
        self.leave_unsaved();
        self.deed("backup", |office| back_up_once(office, 1));
        self.deed("store", |office| drop(take_back(&office.store, "back", Revision(2))));
        self.deed("backup", |office| back_up_once(office, 2));
        self.deed("store", |office| {
            put_copy_back(&office.store, office.store.copies().unwrap()[0].name).unwrap();
        });
        self.deed("store", |office| {
            let seen = office.store.snapshot().unwrap();
            commit(&office.store, &Import::new("last", &seen, flow(2026)).adding((500..520).map(person)).done());
        });
    }

    fn bring_in(&self) {
        self.deed("store", |Self { store, .. }| {
            let set = Import::new("one", &store.snapshot().unwrap(), flow(2025)).adding((0..PEOPLE).map(person));
            commit(store, &set.learning((0..40).map(lesson)).done());
        });
        self.deed("store", |Self { store, .. }| store.remember_mapping(&mapping("ours"), &hand("an")).unwrap());
        self.deed("store", |Self { store, .. }| {
            let seen = store.snapshot().unwrap();
            let import = Import::new("two", &seen, flow(2026)).adding((PEOPLE..PEOPLE + 50).map(person));
            let import = (1..40).fold(import, |import, id| import.changing(&seen, id, &[(Field::HouseNumber, "7bis")]));
            commit(store, &(50..80).fold(import, |import, id| import.linking(&seen, id)).done());
        });
    }

    fn decide(&self) {
        println!("\nbegin draft");
        let id = self.drafts.create(head(DRAFT), &[7; 20_000], &[decided(0)]).unwrap();
        println!("\nsafe draft 1");
        for step in 1..12 {
            println!("\nwrites draft {}", step + 1);
            self.drafts.write(&id, &[decided(step)]).unwrap();
            if step % 4 == 3 {
                assert!(self.drafts.secure().iter().all(|(_, secured)| secured.is_ok()));
                println!("\nsafe draft {}", step + 1);
            }
        }
    }

    fn send(&self) {
        let round = Round {
            id: RoundId("a".into()),
            store: "store".into(),
            flow: flow(2026),
            occasion: Occasion::Invitation,
            who: "els".into(),
            when: Timestamp::UNIX_EPOCH,
        };
        let message = |customer| NewMessage {
            customer: CustomerId(customer),
            to: format!("klant{customer}@example.be"),
            language: Language::Dutch,
            message_id: format!("a.{customer}@office.example"),
        };
        let mut open = self.outbox.open().unwrap();
        self.deed("outbox", |_| open.write(vec![Entry::Queued { round, messages: (1..=60).map(message).collect() }]).unwrap());
        let turned = |message, event| Entry::Turned { message: MessageNumber(message), when: Timestamp::UNIX_EPOCH, event };
        for message in 1..4 {
            self.deed("outbox", |_| open.write(vec![turned(message, Event::Offering)]).unwrap());
            self.deed("outbox", |_| open.write(vec![turned(message, Event::Taken { reply: "250 ok".into() })]).unwrap());
        }
        self.deed("outbox", |_| open.rewrite(|_| true).unwrap());
        self.deed("outbox", |_| open.write(vec![turned(4, Event::Offering)]).unwrap());
    }

    fn change(&self) {
        self.deed("store", |Self { store, .. }| {
            let seen = store.snapshot().unwrap();
            let mut change = amendment("edit", &seen, Deed::Edited);
            change.customers = vec![editing(&seen, 100, Field::City, "Aalst")];
            amend(store, &change).unwrap();
        });
        self.deed("store", |Self { store, .. }| {
            let seen = store.snapshot().unwrap();
            let mut change = amendment("added", &seen, Deed::Added);
            change.newcomers = vec![newcomer(person(400), Vec::new())];
            amend(store, &change).unwrap();
        });
        self.deed("store", |Self { store, .. }| {
            let seen = store.snapshot().unwrap();
            let mut change = amendment("removed", &seen, Deed::Removed);
            change.customers = (1..30).map(|id| becoming(&seen, id, Becomes::Erased)).collect();
            amend(store, &change).unwrap();
        });
    }

    fn leave_unsaved(&self) {
        for state in 1..8_u32 {
            println!("\nwrites unsaved {state}");
            self.drafts.keep_unsaved(&unsaved(&state.to_string()), Timestamp::UNIX_EPOCH, &tag()).unwrap();
            if state % 3 == 1 {
                assert!(self.drafts.secure_unsaved().iter().all(|(_, secured)| secured.is_ok()));
                println!("\nsafe unsaved {state}");
            }
        }
    }
}

fn back_up_once(office: &Office, number: i64) {
    let when = Timestamp::from_second(number).unwrap();
    back_up(&office.store, &office.backup, Existing::Replace, when, &mut go_on).unwrap();
}
