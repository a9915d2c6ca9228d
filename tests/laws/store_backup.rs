//! A backup holds all that a store holds, and nothing but a whole one is ever put back.

use std::fs;
use std::io::BufReader;
use std::ops::ControlFlow;
use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use instroom::domain::amendment::{Becomes, Deed};
use instroom::domain::customer::CustomerId;
use instroom::world::backup::{BackupFault, Head, Restored, back_up, rehearse, restore, verify};
use instroom::world::outbox::KeptOutbox;
use instroom::world::store::{SledStore, Store as _, StoreFault};
use instroom::world::whole_file::Existing;
use proptest::prelude::*;
use sha2::{Digest as _, Sha256};

use super::store_damage::Office;
use super::store_model::{live, runs};
use crate::support::amendments::{amend, amendment, becoming};
use crate::support::imports::{Import, flow, founding, hand, lesson, mapping};

fn on(_: u64, _: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// A backup written at a fixed moment.
fn backup(store: &SledStore, file: &Path) -> Vec<u8> {
    back_up(store, file, Existing::Keep, hand("an").when, &mut on).unwrap();
    fs::read(file).unwrap()
}

fn put_back(bytes: &[u8], target: &Path) -> Result<Restored, BackupFault> {
    restore(&mut BufReader::new(bytes), target, &mut on)
}

fn read(bytes: &[u8]) -> Result<Head, BackupFault> {
    verify(&mut BufReader::new(bytes), &mut on)
}

/// Everything that a store can have: versions, lessons, a mapping, an erased customer, mails.
pub(super) fn full_office() -> Office {
    let office = Office::new();
    let seen = office.store.snapshot().unwrap();
    office.commit(&Import::new("learned", &seen, flow(2026)).learning((0..9).map(lesson)).done());
    office.store.remember_mapping(&mapping("Peeters"), &hand("an")).unwrap();
    let seen = office.store.snapshot().unwrap();
    let mut removal = amendment("erased", &seen, Deed::Removed);
    removal.customers = vec![becoming(&seen, 2, Becomes::Erased), becoming(&seen, 9, Becomes::Gone)];
    amend(&office.store, &removal).unwrap();
    super::outbox_kill::queue(&KeptOutbox::of_store(office.store.directory()), 2);
    office
}

#[test]
fn a_backup_of_what_was_restored_is_the_same_bytes() {
    let (office, folder) = (full_office(), tempfile::tempdir().unwrap());
    let first = folder.path().join("first");
    let bytes = backup(&office.store, &first);
    assert_eq!(fs::metadata(&first).unwrap().permissions().mode() & 0o777, 0o600);
    let head = read(&bytes).unwrap();
    assert_eq!((head.of("outbox"), head.of("mappings"), head.of("journal"), head.revision), (1, 1, 4, 4));
    assert!(head.of("lessons") > 0 && head.of("customers") > 30);
    let target = folder.path().join("new/store");
    let restored = put_back(&bytes, &target).unwrap();
    assert_eq!((restored.report.troubles.as_slice(), restored.waiting, restored.report.customers), (&[][..], 2, 28));
    let again = SledStore::new(&target, founding());
    assert_eq!(backup(&again, &folder.path().join("second")), bytes);
    assert_eq!(again.snapshot().unwrap(), office.store.snapshot().unwrap());
    assert_eq!(KeptOutbox::of_store(&target).read().unwrap(), KeptOutbox::of_store(office.store.directory()).read().unwrap());
    assert_eq!(fs::metadata(&target).unwrap().permissions().mode() & 0o7777, 0o700);
    // It goes on as the store would.
    let seen = again.snapshot().unwrap();
    let number = again.commit(&Import::new("on", &seen, flow(2026)).done(), &hand("an"), &mut |_| ControlFlow::Continue(())).unwrap();
    assert_eq!(number.revision.0, 5);
    assert_eq!(again.check().unwrap().unwrap().troubles, []);
}

#[test]
fn a_backup_is_plain() {
    let (office, folder) = (full_office(), tempfile::tempdir().unwrap());
    let bytes = backup(&office.store, &folder.path().join("b"));
    let plain = |line: &serde_json::Value| line.get("value").is_some();
    for line in bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
        let line: serde_json::Value = serde_json::from_slice(line).unwrap();
        let Some(room) = line.get("room").and_then(serde_json::Value::as_str) else { continue };
        // What is gone is one byte, and a commit's number is its own eight.
        let is_bare = line["front"] == "00" || room == "commits" || line["key"][0] == "forgotten";
        assert_eq!(plain(&line), !is_bare, "{line}");
    }
    let text = String::from_utf8(bytes).unwrap();
    assert!(text.contains(r#""first_name":"Voornaam7""#) && text.contains("verbeterd 1"), "names are there to be read");
    assert!(!text.contains("Voornaam1\""), "of the erased there is nothing");
}

#[test]
fn a_backup_that_is_cut_off_or_changed_anywhere_is_never_put_back() {
    let (office, folder) = (full_office(), tempfile::tempdir().unwrap());
    let bytes = backup(&office.store, &folder.path().join("b"));
    let ends: Vec<usize> = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1).collect();
    for cut in ends.iter().copied().chain(ends.iter().map(|end| end - 1)).chain([1, 40, bytes.len() - 5]).filter(|cut| *cut < bytes.len()) {
        let fault = read(&bytes[..cut]).unwrap_err();
        assert!(matches!(fault, BackupFault::CutOff | BackupFault::NoBackup), "cut at {cut}: {fault}");
    }
    // A byte in every line but the head's time, which the digest alone guards.
    for (number, end) in ends.iter().enumerate() {
        let start = if number == 0 { 0 } else { ends[number - 1] };
        for at in [start, start + (end - start) / 2, end - 2] {
            let mut changed = bytes.clone();
            changed[at] = if changed[at] == b'1' { b'2' } else { b'1' };
            assert!(read(&changed).is_err(), "byte {at} of line {}", number + 1);
        }
    }
    let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
    for number in 1..lines.len() - 1 {
        let mut swapped = lines.clone();
        swapped.swap(number, number.max(2) - 1);
        let swapped = swapped.concat();
        let mut missing = lines.clone();
        missing.remove(number);
        let mut twice = lines.clone();
        twice.insert(number, lines[number]);
        for (what, changed) in [("swapped", swapped), ("missing", missing.concat()), ("twice", twice.concat())] {
            assert!(changed == bytes || read(&changed).is_err(), "line {} {what}", number + 1);
        }
    }
    assert!(matches!(read(&[&bytes[..], b"\n"].concat()), Err(BackupFault::Damaged { .. })));
    for (nothing, target) in [(&b""[..], "1"), (b"{}\n", "2"), (b"PK\x03\x04", "3"), (&bytes[..bytes.len() / 2], "4")] {
        let target = folder.path().join(target);
        assert!(put_back(nothing, &target).is_err());
        assert!(!target.exists(), "nothing half is there");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "and nothing beside it");
}

#[test]
fn newer_backups_are_refused_by_version_and_a_record_that_cannot_be_read_by_line() {
    let (office, folder) = (full_office(), tempfile::tempdir().unwrap());
    let text = String::from_utf8(backup(&office.store, &folder.path().join("b"))).unwrap();
    let newer = text.replacen("\"version\":1", "\"version\":7,\"sealed\":true", 1);
    assert!(matches!(read(newer.as_bytes()), Err(BackupFault::Newer { found: 7, known: 1 })));
    let newer = text.replacen("\"store_format\":2", "\"store_format\":9", 1);
    assert!(matches!(read(newer.as_bytes()), Err(BackupFault::Store(StoreFault::NewerFormat { found: 9, known: 2 }))));
    let newer = text.replacen("\"room\":\"journal\",\"key\":[1],\"front\":\"01\"", "\"room\":\"journal\",\"key\":[1],\"front\":\"02\"", 1);
    assert!(matches!(read(newer.as_bytes()), Err(BackupFault::Store(StoreFault::NewerFormat { found: 2, known: 1 }))));
    let line = 1 + text.lines().position(|line| line.contains("\"room\":\"journal\"")).unwrap() as u64;
    let wrong = text.replacen("\"who\":\"an\"", "\"whom\":\"an\"", 1);
    assert!(matches!(read(wrong.as_bytes()), Err(BackupFault::Damaged { line: found, .. }) if found == line));
}

#[test]
fn a_backup_goes_only_where_nothing_is() {
    let (office, folder) = (full_office(), tempfile::tempdir().unwrap());
    let bytes = backup(&office.store, &folder.path().join("b"));
    let at = |name: &str| folder.path().join(name);
    fs::create_dir_all(at("holiday")).unwrap();
    fs::write(at("holiday/picture.jpg"), "").unwrap();
    fs::create_dir_all(at("mails/outbox")).unwrap();
    fs::write(at("file"), "mine").unwrap();
    for taken in [at("holiday"), at("mails"), at("file"), office.store.directory().to_owned()] {
        assert!(matches!(put_back(&bytes, &taken), Err(BackupFault::Store(StoreFault::Occupied { path })) if path == taken));
    }
    assert_eq!(fs::read(at("file")).unwrap(), b"mine");
    fs::create_dir(at("empty")).unwrap();
    // What was left of a founding and of a restoring that were killed.
    fs::create_dir_all(at("left/sled.new")).unwrap();
    fs::write(at("left/lock"), r#"{"who":"an","pid":7,"since":"2026-11-22T10:00:00Z","doing":"committing"}"#).unwrap();
    fs::create_dir_all(at(".left.restoring/sled")).unwrap();
    fs::write(at(".left.restoring/.instroom-restoring"), "").unwrap();
    for bare in [at("empty"), at("left"), at("made/on/the/way")] {
        put_back(&bytes, &bare).unwrap();
        assert_eq!(SledStore::new(&bare, founding()).check().unwrap().unwrap().troubles, []);
    }
    assert!(!at(".left.restoring").exists() && !at("left/.instroom-restoring").exists());
    // What is not ours is neither used nor removed.
    fs::create_dir(at(".fresh.restoring")).unwrap();
    fs::write(at(".fresh.restoring/letter"), "mine").unwrap();
    let fault = put_back(&bytes, &at("fresh")).unwrap_err();
    assert!(matches!(fault, BackupFault::Store(StoreFault::InTheWay { path }) if path == at(".fresh.restoring")));
    assert_eq!((fs::read(at(".fresh.restoring/letter")).unwrap(), at("fresh").exists()), (b"mine".to_vec(), false));
}

/// A backup of these lines, with the foot that they would have.
fn signed(lines: &[String]) -> Vec<u8> {
    let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
    let digest: String = Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
    let foot = format!("{{\"end\":\"instroom-backup\",\"lines\":{},\"sha256\":\"{digest}\"}}\n", lines.len());
    (text + &foot).into_bytes()
}

#[test]
fn what_a_rehearsal_says_is_what_putting_back_says() {
    let (office, folder) = (full_office(), tempfile::tempdir().unwrap());
    let text = String::from_utf8(backup(&office.store, &folder.path().join("b"))).unwrap();
    let lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let lines = &lines[..lines.len() - 1];
    let rehearsed = |bytes: &[u8]| rehearse(&mut BufReader::new(bytes), &[folder.path().to_owned()], &mut on);
    let sound = signed(lines);
    assert_eq!(sound, text.as_bytes());
    assert_eq!(rehearsed(&sound).unwrap(), put_back(&sound, &folder.path().join("sound")).unwrap());
    let of = |room: &str| lines.iter().position(|line| line.contains(&format!("\"room\":\"{room}\""))).unwrap();
    let with = |at: usize, from: &str, to: &str| {
        let mut changed = lines.to_vec();
        assert!(changed[at].contains(from), "{}", changed[at]);
        changed[at] = changed[at].replacen(from, to, 1);
        changed
    };
    let counting = |changed: &[String], room: &str, by: i64| {
        let head: serde_json::Value = serde_json::from_str(&changed[0]).unwrap();
        let count = head["records"][room].as_i64().unwrap();
        let mut changed = changed.to_vec();
        changed[0] = changed[0].replacen(&format!("\"{room}\":{count}"), &format!("\"{room}\":{}", count + by), 1);
        changed
    };
    let key = |name: &str| lines.iter().position(|line| line.contains(&format!("\"settled\",\"key\":[\"{name}\"]"))).unwrap();
    let without = |at: usize| [&lines[..at], &lines[at + 1..]].concat();
    let cases = [
        ("a room that nobody knows", 1, with(0, "\"outbox\":1", "\"outbox\":1,\"cellar\":0")),
        ("a room that is not counted", 1, with(0, ",\"mappings\":1", "")),
        ("more records than can be counted", 1, with(0, "\"outcomes\":2", "\"outcomes\":18446744073709551615")),
        (
            "an outbox that nobody reads",
            of("outbox") as u64 + 1,
            with(of("outbox"), "\"front\":\"01\",\"value\":{", "\"front\":\"01\",\"value\":{\"x\":{}},\"y\":{"),
        ),
        ("another store", key("schema") as u64 + 1, with(key("schema"), "\"store\":\"", "\"store\":\"f")),
        ("another commit", key("head") as u64 + 1, with(key("head"), "\"revision\":4", "\"revision\":3")),
        ("no word of the store", key("schema") as u64, counting(&without(key("schema")), "settled", -1)),
    ];
    for (what, line, changed) in cases {
        let bytes = signed(&changed);
        let (said, done) = (rehearsed(&bytes).unwrap_err(), put_back(&bytes, &folder.path().join("t")).unwrap_err());
        assert_eq!(said.to_string(), done.to_string(), "{what}");
        assert!(matches!(done, BackupFault::Damaged { line: found, .. } if found == line), "{what}: {done:?}");
    }
    // What only the whole shows: every record can be read, and they do not fit one another.
    let bytes = signed(&with(key("head"), "\"customers\":28", "\"customers\":27"));
    assert!(read(&bytes).is_ok());
    let (said, done) = (rehearsed(&bytes).unwrap_err(), put_back(&bytes, &folder.path().join("t")).unwrap_err());
    assert_eq!(said.to_string(), done.to_string());
    assert!(matches!(done, BackupFault::Store(StoreFault::Unsound { .. })), "{done:?}");
    assert!(!folder.path().join("t").exists());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "a rehearsal leaves nothing");
}

#[test]
fn what_cannot_be_backed_up_leaves_no_file() {
    let (office, folder) = (Office::bare(), tempfile::tempdir().unwrap());
    let file = folder.path().join("b");
    assert!(matches!(back_up(&office.store, &file, Existing::Keep, hand("an").when, &mut on), Err(BackupFault::NoStore)));
    assert!(!file.exists() && !office.store.directory().exists());
    let office = full_office();
    let stop = &mut |_, _| ControlFlow::Break(());
    let seen = office.store.snapshot().unwrap();
    let many = Import::new("many", &seen, flow(2026)).adding((100..1_200).map(crate::support::imports::person)).done();
    office.commit(&many);
    assert!(back_up(&office.store, &file, Existing::Keep, hand("an").when, stop).is_err());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    fs::write(&file, "mine").unwrap();
    assert!(matches!(back_up(&office.store, &file, Existing::Keep, hand("an").when, &mut on), Err(BackupFault::File(_))));
    assert_eq!(fs::read(&file).unwrap(), b"mine");
    back_up(&office.store, &file, Existing::Replace, hand("an").when, &mut on).unwrap();
    let bytes = fs::read(&file).unwrap();
    assert!(restore(&mut BufReader::new(&bytes[..]), &folder.path().join("t"), stop).is_err());
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "a restoring that is stopped leaves nothing");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn whatever_happened_in_a_store_comes_back(runs in runs()) {
        let folder = tempfile::tempdir().unwrap();
        let store = SledStore::new(folder.path().join("store"), founding());
        live(&store, &runs);
        if store.exists().unwrap() {
            let bytes = backup(&store, &folder.path().join("b"));
            let target = folder.path().join("again");
            let restored = put_back(&bytes, &target).unwrap();
            prop_assert_eq!(restored.report.troubles, []);
            let again = SledStore::new(&target, founding());
            let (one, other) = (store.snapshot().unwrap(), again.snapshot().unwrap());
            for id in (1..=one.customer_count() as u64).map(CustomerId) {
                prop_assert_eq!(store.versions(id).unwrap(), again.versions(id).unwrap());
                prop_assert_eq!(store.dossier(&flow(2025), id).unwrap(), again.dossier(&flow(2025), id).unwrap());
            }
            prop_assert_eq!(one, other);
            prop_assert_eq!(backup(&again, &folder.path().join("c")), bytes);
        }
    }
}
