//! The outbox on disk: whole, durable, for the right people, with one sender.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::sync::Mutex;

use jiff::SignedDuration;
use jiff::civil::Date;

use super::*;
use crate::domain::customer::CustomerId;
use crate::domain::language::Language;
use crate::domain::letter::Occasion;
use crate::domain::outbox::{MessageNumber, Misfit, NewMessage, Round, RoundId, Withdrawal};
use crate::domain::task_flow::TaskFlowId;

/// A clock that is set by hand.
struct SetClock(Mutex<Timestamp>);

impl Clock for SetClock {
    fn today(&self) -> Date {
        jiff::civil::date(2026, 5, 14)
    }

    fn now(&self) -> Timestamp {
        *self.0.lock().unwrap()
    }
}

fn clock() -> Arc<SetClock> {
    Arc::new(SetClock(Mutex::new("2026-05-14T14:02:00Z".parse().unwrap())))
}

fn queued(name: &str, count: u64) -> Entry {
    let flow = TaskFlowId("pit-2026".into());
    let round = Round {
        id: RoundId(name.into()),
        store: "store".into(),
        flow,
        occasion: Occasion::Invitation,
        who: "els".into(),
        when: clock().now(),
    };
    let message = |customer| NewMessage {
        customer: CustomerId(customer),
        to: format!("klant{customer}@example.be"),
        language: Language::Dutch,
        message_id: format!("{name}.{customer}@office.example"),
    };
    Entry::Queued { round, messages: (1..=count).map(message).collect() }
}

fn turned(message: u64, event: Event) -> Entry {
    Entry::Turned { message: MessageNumber(message), when: clock().now(), event }
}

fn place() -> (tempfile::TempDir, KeptOutbox) {
    let folder = tempfile::tempdir().unwrap();
    let kept = KeptOutbox::of_store(&folder.path().join("store"));
    (folder, kept)
}

fn words(outbox: &Outbox) -> Vec<&'static str> {
    outbox.messages().iter().map(|message| message.state.word()).collect()
}

#[test]
fn something_else_in_the_place_of_the_journal_is_named_and_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let kept = KeptOutbox::of_store(&folder.path().join("store"));
    kept.open().unwrap();
    let path = kept.directory().join("journal");
    for seed in 0..40_u32 {
        // No frame of such a length is there, whatever the first bytes are.
        let strange: Vec<u8> = (1..20_000_u32).map(|at| (at.wrapping_mul(2_654_435_761).wrapping_add(seed * 7_919) >> 13) as u8).collect();
        std::fs::write(&path, &strange).unwrap();
        assert!(matches!(kept.read(), Err(OutboxFault::Damaged { .. })), "{seed}");
        assert_eq!(std::fs::read(&path).unwrap(), strange, "{seed}");
    }
}

#[test]
fn looking_creates_nothing_and_what_was_written_is_there_for_the_person_alone() {
    let (folder, kept) = place();
    assert_eq!(kept.read().unwrap(), Outbox::default());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    let mut open = kept.open().unwrap();
    open.write(vec![queued("a", 2)]).unwrap();
    open.write(vec![turned(1, Event::Offering), turned(1, Event::Taken { reply: "250".into() })]).unwrap();
    assert_eq!(words(&kept.read().unwrap()), ["sent", "queued"]);
    assert_eq!(kept.read().unwrap(), *open.outbox());
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o7777;
    assert_eq!(mode(kept.directory()), 0o700);
    for file in ["journal", "lock"] {
        assert_eq!(mode(&kept.directory().join(file)), 0o600, "{file}");
    }
}

#[test]
fn a_tail_torn_at_any_byte_loses_the_last_entry_only() {
    let (_folder, kept) = place();
    let mut open = kept.open().unwrap();
    let path = kept.directory().join("journal");
    open.write(vec![queued("a", 2)]).unwrap();
    let round = fs::metadata(&path).unwrap().len();
    open.write(vec![turned(1, Event::Offering)]).unwrap();
    drop(open);
    let whole = fs::read(&path).unwrap();
    for length in 0..whole.len() {
        fs::write(&path, &whole[..length]).unwrap();
        let there = if (length as u64) < round { vec![] } else { vec!["queued", "queued"] };
        assert_eq!(words(&kept.read().unwrap()), there, "{length}");
        assert_eq!(fs::metadata(&path).unwrap().len(), if (length as u64) < round { 0 } else { round }, "the tail is cut off");
    }
    fs::write(&path, [whole.as_slice(), &[0; 4_096]].concat()).unwrap();
    assert_eq!(words(&kept.read().unwrap()), ["sending", "queued"]);
}

#[test]
fn damage_and_newer_entries_are_refused_by_name_and_nothing_is_cut_off() {
    let (_folder, kept) = place();
    let mut open = kept.open().unwrap();
    open.write(vec![queued("a", 2)]).unwrap();
    open.write(vec![turned(1, Event::Offering)]).unwrap();
    let path = kept.directory().join("journal");
    let whole = fs::read(&path).unwrap();
    for at in [0, 4, 9, 40, whole.len() - 3] {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        fs::write(&path, &bytes).unwrap();
        let fault = kept.read().unwrap_err();
        assert!(matches!(&fault, OutboxFault::Damaged { detail } if detail.contains("entry ")), "{at}: {fault}");
        assert_eq!(fs::read(&path).unwrap(), bytes, "{at}");
    }
    let newer = vec![crate::world::frame::VERSION + 1, 0xc0];
    let lead = [2_u32.to_le_bytes(), crc32fast::hash(&newer).to_le_bytes()].concat();
    fs::write(&path, [whole, lead, newer].concat()).unwrap();
    assert!(matches!(kept.read(), Err(OutboxFault::Newer { .. })));
}

#[test]
fn two_who_write_see_each_other_and_what_cannot_be_is_refused() {
    let (_folder, kept) = place();
    let (mut one, mut other) = (kept.open().unwrap(), kept.open().unwrap());
    one.write(vec![queued("a", 2)]).unwrap();
    other.write(vec![turned(1, Event::Withdrawn(Withdrawal::ByPerson))]).unwrap();
    let refused = one.write(vec![turned(1, Event::Offering)]).unwrap_err();
    assert!(matches!(refused, OutboxFault::Misfit(Misfit::Misstep(MessageNumber(1), _))), "{refused}");
    assert!(matches!(other.write(vec![queued("a", 1)]), Err(OutboxFault::Misfit(Misfit::RoundTwice(_)))));
    // Of several, all or none.
    assert!(one.write(vec![turned(2, Event::Offering), turned(2, Event::Offering)]).is_err());
    assert_eq!(words(&kept.read().unwrap()), ["withdrawn", "queued"]);
    one.rewrite(|_| true).unwrap();
    other.write(vec![turned(2, Event::Offering)]).unwrap();
    assert_eq!(words(&kept.read().unwrap()), ["withdrawn", "sending"], "who had the earlier file open writes in the new one");
    assert_eq!(other.entries(), 2);
    other.rewrite(|_| false).unwrap();
    assert_eq!(words(&kept.read().unwrap()), ["sending"]);
}

#[test]
fn one_sends_at_a_time_and_what_a_killed_sender_left_is_unsure() {
    let (_folder, kept) = place();
    let clock = clock();
    kept.open().unwrap().write(vec![queued("a", 2)]).unwrap();
    let mut first = kept.lease("els", clock.clone()).unwrap();
    let refused = kept.lease("jo", clock.clone()).err().unwrap();
    assert!(matches!(&refused, OutboxFault::Sending { by: Some(by), .. } if by.who == "els" && by.pid == std::process::id()), "{refused}");
    assert_eq!(kept.sender(clock.now()).map(|by| by.who), Some("els".into()));
    first.open().write(vec![turned(1, Event::Offering)]).unwrap();
    kept.settle("jo", clock.clone()).unwrap();
    assert_eq!(words(&kept.read().unwrap()), ["sending", "queued"], "its sender is alive");
    drop(first);
    assert_eq!(kept.sender(clock.now()), None);
    kept.settle("jo", clock.clone()).unwrap();
    assert_eq!(words(&kept.read().unwrap()), ["unsure", "queued"]);
}

#[test]
fn a_lease_of_another_computer_is_believed_until_it_runs_out() {
    let (_folder, kept) = place();
    let clock = clock();
    drop(kept.lease("els", clock.clone()).unwrap());
    let until = clock.now() + SignedDuration::from_mins(5);
    let tag = format!(r#"{{"who":"an\u001b[2J","pid":7,"host":"elsewhere","since":"{}","until":"{until}","mark":"00"}}"#, clock.now());
    fs::write(kept.directory().join("lease"), &tag).unwrap();
    let refused = kept.lease("jo", clock.clone()).err().unwrap();
    assert!(matches!(&refused, OutboxFault::Sending { by: Some(by), .. } if by.who == "an[2J" && by.host == "elsewhere"), "{refused}");
    *clock.0.lock().unwrap() = until;
    let mut lease = kept.lease("jo", clock.clone()).unwrap();
    lease.renew().unwrap();
    // Somebody else found it run out.
    fs::write(kept.directory().join("lease"), &tag).unwrap();
    assert!(matches!(lease.renew(), Err(OutboxFault::LeaseLost)));
    drop(lease);
    assert_eq!(fs::read_to_string(kept.directory().join("lease")).unwrap(), tag, "somebody else's tag stays");
    for garbled in ["", "{", "[]", &"x".repeat(100_000)] {
        fs::write(kept.directory().join("lease"), garbled).unwrap();
        drop(kept.lease("jo", clock.clone()).unwrap());
    }
}

#[test]
fn a_lease_is_renewed_while_it_is_used() {
    let (_folder, kept) = place();
    let clock = clock();
    let mut lease = kept.lease("els", clock.clone()).unwrap();
    for _ in 0..10 {
        let later = clock.now() + SignedDuration::from_mins(3);
        *clock.0.lock().unwrap() = later;
        lease.renew().unwrap();
        assert!(kept.sender(later).unwrap().until > later);
    }
}

#[test]
fn a_store_that_is_shared_shares_its_outbox() {
    let (folder, kept) = place();
    let store = folder.path().join("store");
    fs::create_dir_all(store.join("sled")).unwrap();
    fs::write(store.join("store.toml"), "format = 2\naccess = \"shared\"\n").unwrap();
    let mut open = kept.open().unwrap();
    open.write(vec![queued("a", 1)]).unwrap();
    open.rewrite(|_| true).unwrap();
    drop(kept.lease("els", clock()).unwrap());
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o7777;
    assert_eq!(mode(kept.directory()), 0o2770);
    for file in ["journal", "lock", "lease"] {
        assert_eq!(mode(&kept.directory().join(file)), 0o660, "{file}");
    }
}

#[test]
fn links_are_not_followed() {
    let (folder, kept) = place();
    drop(kept.open().unwrap());
    let elsewhere = folder.path().join("elsewhere");
    fs::write(&elsewhere, "kept").unwrap();
    let journal = kept.directory().join("journal");
    fs::remove_file(&journal).unwrap();
    std::os::unix::fs::symlink(&elsewhere, &journal).unwrap();
    assert!(kept.read().is_err());
    assert_eq!(fs::read_to_string(&elsewhere).unwrap(), "kept");
}
