//! What a big commit costs: `cargo bench --bench store_size` (Linux; a hundred thousand customers,
//! three seasons, some minutes and 600 MiB). It fails where one commit takes more memory than that.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a measurement that cannot go on should stop loudly")]

#[path = "../support/imports.rs"]
#[expect(dead_code, reason = "the tests use the rest")]
mod imports;

use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use instroom::domain::amendment::{Amendment, Becomes, CustomerChange, Deed, DossierChange};
use instroom::domain::change_set::{ChangeSet, CommitId};
use instroom::domain::customer::{Customer, CustomerId};
use instroom::domain::dossier::{Dossier, Status};
use instroom::domain::field::Field;
use instroom::domain::memory::Lesson;
use instroom::domain::record::encode;
use instroom::domain::snapshot::Revision;
use instroom::domain::taking_back::taking_back;
use instroom::world::backup::{back_up, put_copy_back, restore};
use instroom::world::store::{SledStore, Store as _};
use instroom::world::whole_file::Existing;

use imports::{Import, flow, founding, hand, lesson, person};

const PEOPLE: u64 = 100_000;
const MIB: u64 = 1024 * 1024;

/// A line of /proc/self/status, in MiB.
fn status(name: &str) -> u64 {
    let text = fs::read_to_string("/proc/self/status").unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix(name)).unwrap();
    line.trim_matches(|character: char| !character.is_ascii_digit()).parse::<u64>().unwrap() / 1024
}

fn disk(directory: &Path) -> u64 {
    let sizes = fs::read_dir(directory).unwrap().map(|entry| {
        let path = entry.unwrap().path();
        if path.is_dir() { disk(&path) } else { fs::metadata(&path).unwrap().len() }
    });
    sizes.sum()
}

/// Does something, and says how long it took and how much memory it had at its highest on top of
/// what there was. Gives that memory in MiB.
fn measured<T>(what: &str, directory: &Path, work: impl FnOnce() -> T) -> (T, u64) {
    // Resets the high-water mark of this process (proc(5)).
    fs::write("/proc/self/clear_refs", "5").unwrap();
    let (before, started) = (status("VmRSS:"), Instant::now());
    let done = work();
    let (taken, memory) = (started.elapsed(), status("VmHWM:").saturating_sub(before));
    println!("{what}: {:.2} s, {memory} MiB on top of {before}, {} MiB on disk", taken.as_secs_f64(), disk(directory) / MIB);
    (done, memory)
}

/// What is measured, each in a process of its own: memory that an earlier one was given and did not give back would hide what a later one
/// takes.
const PARTS: [(&str, fn()); 5] = [
    ("commits", a_commit_of_a_hundred_thousand_customers_stays_small),
    ("lessons", a_hundred_thousand_lessons_are_read_and_asked),
    ("one-batch", one_batch_of_a_hundred_thousand_customers_for_comparison),
    ("amendments", amendments_among_a_hundred_thousand_customers),
    ("copies", copies_and_backups_of_a_hundred_thousand_customers),
];

fn main() {
    let told: Vec<String> = std::env::args().collect();
    // Among the tests, where it would be in a debug build, there is nothing to measure.
    if !told.iter().any(|argument| argument == "--bench") {
        return;
    }
    if let Some((_, measure)) = PARTS.iter().find(|(name, _)| told.iter().any(|argument| argument == name)) {
        return measure();
    }
    for (name, _) in PARTS {
        println!("-- {name}");
        let measured = Command::new(std::env::current_exe().unwrap()).args(["--bench", name]).status().unwrap();
        assert!(measured.success(), "{name}: {measured}");
    }
}

fn a_commit_of_a_hundred_thousand_customers_stays_small() {
    let folder = tempfile::tempdir().unwrap();
    let directory = folder.path().join("store");
    fs::create_dir(&directory).unwrap();
    let store = SledStore::new(&directory, founding());
    let mut quietly = |_| ControlFlow::Continue(());
    let set = Import::new("one", &store.snapshot().unwrap(), flow(2025)).adding((0..PEOPLE).map(person)).done();
    let (_, memory) = measured("first season, all new", &directory, || store.commit(&set, &hand("an"), &mut quietly).unwrap());
    drop(set);
    let (seen, _) = measured("snapshot", &directory, || store.snapshot().unwrap());
    assert_eq!(seen.customer_count() as u64, PEOPLE);
    let second = (1..=PEOPLE).fold(Import::new("two", &seen, flow(2026)), |import, id| import.linking(&seen, id)).done();
    measured("second season, all linked", &directory, || store.commit(&second, &hand("an"), &mut quietly).unwrap());
    drop(second);
    let seen = store.snapshot().unwrap();
    let third =
        (1..=PEOPLE).fold(Import::new("three", &seen, flow(2026)), |import, id| import.changing(&seen, id, &[(Field::City, "Aalst")]));
    let third = third.done();
    measured("one field changed of all", &directory, || store.commit(&third, &hand("an"), &mut quietly).unwrap());
    drop(third);
    measured("snapshot", &directory, || store.snapshot().unwrap());
    let (report, _) = measured("check", &directory, || store.check().unwrap().unwrap());
    assert_eq!(report.troubles, []);
    let stopped = Import::new("four", &store.snapshot().unwrap(), flow(2026)).adding((PEOPLE..2 * PEOPLE).map(person)).done();
    let mut at_the_end = |progress: instroom::world::store::CommitProgress| {
        if progress.done == PEOPLE { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    let (ended, _) = measured("stopped at the end, swept", &directory, || store.commit(&stopped, &hand("an"), &mut at_the_end));
    assert!(ended.is_err());
    assert!(memory < 600, "{memory} MiB for one commit");
}

/// What a season memory costs: the same store read without it and with it, and an answer for each row.
fn a_hundred_thousand_lessons_are_read_and_asked() {
    let folder = tempfile::tempdir().unwrap();
    let directory = folder.path().join("store");
    fs::create_dir(&directory).unwrap();
    let store = SledStore::new(&directory, founding());
    let mut quietly = |_| ControlFlow::Continue(());
    let set = Import::new("one", &store.snapshot().unwrap(), flow(2025)).adding((0..PEOPLE).map(person)).done();
    store.commit(&set, &hand("an"), &mut quietly).unwrap();
    drop(set);
    let (seen, _) = measured("snapshot without lessons", &directory, || store.snapshot().unwrap());
    let taught = Import::new("two", &seen, flow(2025)).learning((0..PEOPLE).map(lesson)).done();
    drop(seen);
    measured("a commit of lessons", &directory, || store.commit(&taught, &hand("an"), &mut quietly).unwrap());
    drop(taught);
    let (seen, _) = measured("snapshot with lessons", &directory, || store.snapshot().unwrap());
    assert_eq!((seen.memory.fix_count() + seen.memory.apart_count()) as u64, PEOPLE);
    let asked: Vec<_> = (0..PEOPLE).map(lesson).collect();
    let (known, _) = measured("an answer for each of as many rows", &directory, || {
        asked
            .iter()
            .filter(|lesson| match lesson {
                Lesson::Fix { field, before, .. } => seen.memory.fix(*field, before).is_some(),
                Lesson::Apart { customer, row } => seen.memory.apart(*customer, row).is_some(),
            })
            .count()
    });
    assert_eq!(known as u64, PEOPLE);
}

/// What the layout is held against: the same customers and dossiers in one atomic batch, in one tree.
fn one_batch_of_a_hundred_thousand_customers_for_comparison() {
    let folder = tempfile::tempdir().unwrap();
    let directory = folder.path().join("sled");
    fs::create_dir(&directory).unwrap();
    let nothing = SledStore::new(folder.path().join("store"), founding()).snapshot().unwrap();
    let set: ChangeSet = Import::new("one", &nothing, flow(2025)).adding((0..PEOPLE).map(person)).done();
    measured("one apply_batch", &directory, || {
        let db = sled::Config::new().path(&directory).flush_every_ms(None).open().unwrap();
        let mut batch = sled::Batch::default();
        for (id, addition) in (1_u64..).zip(&set.additions) {
            let customer = Customer { values: addition.values.clone(), row: Some(addition.row) };
            batch.insert(&[&[0], &id.to_be_bytes()[..]].concat()[..], encode(&customer).unwrap());
            batch.insert(&[&[1], &id.to_be_bytes()[..]].concat()[..], rmp_serde::to_vec_named(&addition.dossier).unwrap());
        }
        db.apply_batch(batch).unwrap();
        db.flush().unwrap();
        for file in ["db", "conf"] {
            fs::File::open(directory.join(file)).unwrap().sync_all().unwrap();
        }
    });
}

/// What a send round, a removal and a taking back cost among a hundred thousand customers with their dossiers.
fn amendments_among_a_hundred_thousand_customers() {
    let folder = tempfile::tempdir().unwrap();
    let directory = folder.path().join("store");
    fs::create_dir(&directory).unwrap();
    let store = SledStore::new(&directory, founding());
    let mut quietly = |_| ControlFlow::Continue(());
    let first = Import::new("one", &store.snapshot().unwrap(), flow(2025)).adding((0..PEOPLE).map(person)).done();
    store.commit(&first, &hand("an"), &mut quietly).unwrap();
    drop(first);
    let seen = store.snapshot().unwrap();
    let wanted: Vec<_> = (1..=PEOPLE).map(|id| (flow(2025), CustomerId(id))).collect();
    let (dossiers, _) = measured("reading all dossiers whole", &directory, || store.dossiers(&wanted).unwrap());
    let mut sent = Amendment::new(CommitId("sent".into()), seen.store.clone(), Deed::Mailed(flow(2025)));
    for ((flow, customer), dossier) in wanted.into_iter().zip(dossiers) {
        let (version, dossier) = dossier.unwrap();
        let becomes = Some(Dossier { status: Status::Sent, ..dossier });
        sent.dossiers.push(DossierChange { flow, customer, seen: Some(version), becomes });
    }
    let (_, memory) = measured("all dossiers sent", &directory, || store.amend(&sent, &hand("an"), &mut quietly).unwrap());
    assert!(memory < 600, "{memory} MiB for one amendment");
    drop(sent);
    for (name, becomes) in [("one of all gone", Becomes::Gone), ("one of all erased", Becomes::Erased)] {
        let seen = store.snapshot().unwrap();
        let mut removal = Amendment::new(CommitId(name.into()), seen.store.clone(), Deed::Removed);
        let id = seen.customer_id(50_000).unwrap();
        removal.customers.push(CustomerChange { customer: id, seen: seen.version(50_000), becomes });
        measured(name, &directory, || store.amend(&removal, &hand("an"), &mut quietly).unwrap());
    }
    measured("the versions of one customer", &directory, || store.versions(CustomerId(7)).unwrap());
    let (traces, _) = measured("the traces of the import", &directory, || store.traces(Revision(1)).unwrap());
    let snapshot = store.snapshot().unwrap();
    let weigh = || taking_back(&traces, &snapshot, CommitId("back".into()), &|_, _| false).unwrap();
    let (taking, _) = measured("weighing it: everything was sent", &directory, weigh);
    assert_eq!(taking.counts().kept_customers, PEOPLE - 2);
    let seen = store.snapshot().unwrap();
    let second = Import::new("two", &seen, flow(2026)).adding((PEOPLE..2 * PEOPLE).map(person)).done();
    let import = store.commit(&second, &hand("an"), &mut quietly).unwrap().revision;
    drop(second);
    let traces = store.traces(import).unwrap();
    let taking = taking_back(&traces, &store.snapshot().unwrap(), CommitId("back".into()), &|_, _| false).unwrap();
    measured("as many customers taken back", &directory, || store.amend(&taking.amendment, &hand("an"), &mut quietly).unwrap());
    let (report, _) = measured("check", &directory, || store.check().unwrap().unwrap());
    assert_eq!((report.customers, report.troubles), (PEOPLE - 2, vec![]));
}

/// What the copy before a write costs, and a backup there and back.
fn copies_and_backups_of_a_hundred_thousand_customers() {
    let folder = tempfile::tempdir().unwrap();
    let directory = folder.path().join("store");
    fs::create_dir(&directory).unwrap();
    let store = SledStore::new(&directory, founding());
    let mut quietly = |_| ControlFlow::Continue(());
    let first = Import::new("one", &store.snapshot().unwrap(), flow(2025)).adding((0..PEOPLE).map(person)).done();
    store.commit(&first, &hand("an"), &mut quietly).unwrap();
    drop(first);
    for (name, copies) in [("one gone, no copy", 0), ("one gone, behind a copy", 5), ("another gone, behind a copy", 5)] {
        let seen = store.snapshot().unwrap();
        let mut removal = Amendment::new(CommitId(name.into()), seen.store.clone(), Deed::Removed);
        let id = seen.customer_id(50_000).unwrap();
        removal.customers.push(CustomerChange { customer: id, seen: seen.version(50_000), becomes: Becomes::Gone });
        measured(name, &directory, || store.clone().keeping(copies).amend(&removal, &hand("an"), &mut quietly).unwrap());
    }
    let (file, target) = (folder.path().join("backup"), folder.path().join("again"));
    let mut on = |_, _| ControlFlow::Continue(());
    measured("a backup", &directory, || back_up(&store, &file, Existing::Keep, hand("an").when, &mut on).unwrap());
    println!("of {} MiB", fs::metadata(&file).unwrap().len() / MIB);
    let mut input = std::io::BufReader::new(fs::File::open(&file).unwrap());
    measured("restoring it", &directory, || restore(&mut input, &target, &mut on).unwrap());
    let copy = store.copies().unwrap()[0].name;
    measured("putting a copy back", &directory, || put_copy_back(&store, copy).unwrap());
}
