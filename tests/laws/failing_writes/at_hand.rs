//! The same for what only a person at the screens writes: a change of a customer, a draft's journal, changes that are not saved, the outbox. A child
//! does each deed once and says what came of it.

use std::path::Path;
use std::process::Command;

use instroom::app::keeping::DraftId;
use instroom::app::unsaved::{About, Unsaved, Work};
use instroom::domain::amendment::Deed;
use instroom::domain::customer::{CustomerId, Values};
use instroom::domain::draft::{self, Decision, Step};
use instroom::domain::field::Field;
use instroom::domain::language::Language;
use instroom::domain::outbox::{Entry, Event, MessageNumber};
use instroom::world::drafts::Drafts;
use instroom::world::outbox::KeptOutbox;
use instroom::world::store::{SledStore, Store as _};

use super::{calls, copy, run, ways};
use crate::laws::outbox_kill::queue;
use crate::laws::power_cuts::{head_named, recorder};
use crate::support::amendments::{amend, amendment, editing};
use crate::support::house::add;
use crate::support::imports::{founding, stored};

const PLACE: &str = "INSTROOM_TEST_FAILING_PLACE";
const DEED: &str = "INSTROOM_TEST_FAILING_DEED";
const DRAFT: &str = "00112233445566778899aabbccddeeff";
const OTHER_DRAFT: &str = "ffeeddccbbaa99887766554433221100";
const DEEDS: [&str; 5] = ["edit", "decide", "begin a draft", "leave unsaved", "turn"];

struct Office {
    store: SledStore,
    drafts: Drafts,
    outbox: KeptOutbox,
}

fn office(folder: &Path) -> Office {
    let directory = folder.join("store");
    Office {
        outbox: KeptOutbox::of_store(&directory),
        store: SledStore::new(directory, founding()).keeping(2),
        drafts: Drafts::new(Some(folder.join("state/drafts"))),
    }
}

fn choice(to: Language) -> draft::Entry {
    draft::Entry::Decided(Step::new(draft::Deed::Choose, vec![Decision::Language { from: None, to: Some(to) }]))
}

fn unsaved(text: &str) -> Unsaved {
    let work = Work::Page { stored: Box::new(Values::new()), edits: vec![(Field::City, text.to_owned())] };
    Unsaved { store: "0f".repeat(16), about: About::Customer(CustomerId(7)), work }
}

fn tag() -> instroom::app::keeping::OpenBy {
    instroom::app::keeping::OpenBy { who: "els".into(), pid: 7, since: jiff::Timestamp::UNIX_EPOCH }
}

fn found(folder: &Path) {
    let Office { store, drafts, outbox } = office(folder);
    add(&store, "first", 0..60);
    drafts.create(head_named(DRAFT), b"rows", &[choice(Language::Dutch)]).unwrap();
    drafts.keep_unsaved(&unsaved("Gent"), jiff::Timestamp::UNIX_EPOCH, &tag()).unwrap();
    assert!(drafts.secure_unsaved().iter().all(|(_, secured)| secured.is_ok()));
    queue(&outbox, 3);
}

/// Runs in a process of its own, whose calls fail. What came of the deed is in its exit code, since words are written too: the deed is done
/// or was refused.
#[test]
fn child() {
    let Some(folder) = std::env::var_os(PLACE) else { return };
    let Office { store, drafts, outbox } = office(Path::new(&folder));
    let is_done = match std::env::var(DEED).unwrap().as_str() {
        "edit" => store.snapshot().is_ok_and(|seen| {
            let mut change = amendment("edit", &seen, Deed::Edited);
            change.customers = (1..20).map(|id| editing(&seen, id, Field::City, "Aalst")).collect();
            amend(&store, &change).is_ok()
        }),
        "decide" => {
            let id = DraftId::parse(DRAFT).unwrap();
            let opened = drafts.open(&id, &tag()).map(drop);
            opened.and_then(|()| drafts.write(&id, &[choice(Language::French)])).is_ok()
                && drafts.secure().iter().all(|(_, secured)| secured.is_ok())
        }
        "begin a draft" => drafts.create(head_named(OTHER_DRAFT), b"rows", &[choice(Language::French)]).is_ok(),
        "leave unsaved" => {
            drafts.keep_unsaved(&unsaved("Aalst"), jiff::Timestamp::UNIX_EPOCH, &tag()).is_ok()
                && drafts.secure_unsaved().iter().all(|(_, secured)| secured.is_ok())
        }
        _ => {
            let turned = Entry::Turned { message: MessageNumber(1), when: jiff::Timestamp::UNIX_EPOCH, event: Event::Offering };
            outbox.open().and_then(|mut open| open.write(vec![turned])).is_ok()
        }
    };
    std::process::exit(if is_done { 10 } else { 11 });
}

/// Whether a deed is there, once everything was looked at: whole, or not at all.
fn is_there(folder: &Path, deed: &str, what: &str) -> bool {
    let Office { store, drafts, outbox } = office(folder);
    assert_eq!(store.check().unwrap().unwrap().troubles, [], "{what}");
    let seen = store.snapshot().unwrap();
    let edited = (1..20).filter(|id| stored(&seen, *id).text(Field::City) == "Aalst").count();
    let open = |name: &str| drafts.open(&DraftId::parse(name).unwrap(), &tag());
    let entries = open(DRAFT).unwrap_or_else(|fault| panic!("{what}: {fault}")).entries;
    assert!([&[choice(Language::Dutch)][..], &[choice(Language::Dutch), choice(Language::French)]].contains(&entries.as_slice()), "{what}");
    let left = drafts.left_behind(&"0f".repeat(16), &About::Customer(CustomerId(7))).unwrap().expect("it was safe").unsaved;
    assert!([unsaved("Gent"), unsaved("Aalst")].contains(&left), "{what}");
    let messages = outbox.read().unwrap_or_else(|fault| panic!("{what}: {fault}"));
    assert_eq!(messages.messages().len(), 3, "{what}");
    match deed {
        "edit" => {
            assert!([0, 19].contains(&edited), "{what}: {edited} of 19 customers");
            edited == 19
        }
        "decide" => entries.len() == 2,
        "begin a draft" => open(OTHER_DRAFT).is_ok_and(|stored| stored.entries == [choice(Language::French)]),
        "leave unsaved" => left == unsaved("Aalst"),
        _ => messages.messages()[0].state.word() != "queued",
    }
}

#[test]
fn what_is_done_at_the_screens_is_done_or_refused() {
    if !recorder::is_there() {
        println!("strace is not there, or may not watch: no failing write was looked at");
        return;
    }
    let seed = tempfile::tempdir().unwrap();
    found(seed.path());
    for (number, deed) in DEEDS.into_iter().enumerate() {
        for way in ways(number) {
            let (mut all, mut refused) = (0, 0);
            for call in calls() {
                let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap();
                let home = folder.path().join("home");
                copy(seed.path(), &home);
                let mut command = Command::new(std::env::current_exe().unwrap());
                command.args(["--exact", "laws::failing_writes::at_hand::child", "--nocapture", "--test-threads", "1"]);
                command.env(PLACE, &home).env(DEED, deed);
                let what = format!("{deed}: {}, call {call}", way.name);
                let ran = run(way, call, &command);
                if ran.failed == 0 {
                    break;
                }
                // The words of the test itself may not get through; then nothing was done.
                let is_ours = ran.code != Some(101) || ran.was_word;
                assert!(is_ours && ran.code.is_some(), "{what}: {:?} {}", ran.code, ran.told);
                all += 1;
                refused += usize::from(ran.code == Some(11));
                let there = is_there(&home, deed, &what);
                assert!(there || ran.code != Some(10), "{what}: said to be done, and is not there");
            }
            println!("{deed}: {}: {all} calls, {refused} refused, nothing half, nothing that was safe lost", way.name);
        }
    }
}
