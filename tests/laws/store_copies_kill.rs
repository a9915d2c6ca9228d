//! A program that is killed while it copies the store, backs it up or puts it back: nothing half is taken for whole.
//!
//! `INSTROOM_COPY_KILLS=100 cargo test --test main store_copies_kill` makes a long round of it.

use std::fs;
use std::io::{BufRead as _, BufReader};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use instroom::domain::field::Field;
use instroom::world::backup::{back_up, put_copy_back, restore, verify};
use instroom::world::store::{SledStore, Store as _};
use instroom::world::whole_file::Existing;

use crate::generate::random::Random;
use crate::support::imports::{Import, flow, founding, hand, person, stored};

const PLACE: &str = "INSTROOM_TEST_COPY_KILL";

fn go_on(_: u64, _: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn store(folder: &Path) -> SledStore {
    SledStore::new(folder.join("store"), founding()).keeping(2)
}

/// Runs in a process of its own until it is killed: writes, copies, backs up, puts back.
#[test]
fn child() {
    let Some(folder) = std::env::var_os(PLACE) else { return };
    let folder = Path::new(&folder);
    let store = store(folder);
    // The one before was killed while it threw this away.
    let _nothing_there = fs::remove_dir_all(folder.join("gone"));
    println!("\nready");
    for round in 0.. {
        let seen = store.snapshot().unwrap();
        let name = format!("{}-{round}", seen.revision.0);
        let house = seen.revision.0.to_string();
        let import =
            (1..=200).fold(Import::new(&name, &seen, flow(2025)), |import, id| import.changing(&seen, id, &[(Field::HouseNumber, &house)]));
        store.commit(&import.done(), &hand("child"), &mut |_| ControlFlow::Continue(())).unwrap();
        let file = folder.join("backup");
        back_up(&store, &file, Existing::Replace, hand("an").when, &mut go_on).unwrap();
        let target = folder.join("restored");
        if target.exists() {
            fs::rename(&target, folder.join("gone")).unwrap();
            fs::remove_dir_all(folder.join("gone")).unwrap();
        }
        restore(&mut BufReader::new(fs::File::open(&file).unwrap()), &target, &mut go_on).unwrap();
        if round % 3 == 2 {
            put_copy_back(&store, store.copies().unwrap()[0].name).unwrap();
        }
        println!("\nround {round}");
    }
}

/// All house numbers are of one commit.
fn is_of_one_commit(store: &SledStore, what: &str) {
    let seen = store.snapshot().unwrap();
    let first = stored(&seen, 1).text(Field::HouseNumber).to_owned();
    assert!((1..=200).all(|id| stored(&seen, id).text(Field::HouseNumber) == first || seen.revision.0 == 1), "{what}: half of a commit");
    assert_eq!(store.check().unwrap().unwrap().troubles, [], "{what}");
}

/// Looks at everything that says that it is whole.
fn look(folder: &Path, what: &str) -> [u32; 3] {
    let store = store(folder);
    is_of_one_commit(&store, what);
    let copies = store.copies().unwrap();
    for copy in &copies {
        let directory = store.directory().join("copies").join(copy.name.to_string());
        is_of_one_commit(&SledStore::new(directory, founding()), what);
    }
    let (file, restored) = (folder.join("backup"), folder.join("restored"));
    if file.exists() {
        verify(&mut BufReader::new(fs::File::open(&file).unwrap()), &mut go_on).unwrap_or_else(|fault| panic!("{what}: {fault}"));
    }
    if restored.exists() {
        is_of_one_commit(&SledStore::new(&restored, founding()), what);
    }
    half(folder)
}

/// Waits for what the child does soon.
fn until(is_so: impl Fn() -> bool) {
    let begun = Instant::now();
    while !is_so() && begun.elapsed() < Duration::from_secs(60) {
        std::thread::sleep(Duration::from_millis(1));
    }
}

/// Of what was under way there may be something, under no name that counts.
fn half(folder: &Path) -> [u32; 3] {
    let listed =
        |directory: &Path| fs::read_dir(directory).into_iter().flatten().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let copies = listed(&folder.join("store/copies")).filter(|name| [".new", ".gone", ".exchange"].iter().any(|end| name.ends_with(end)));
    let beside = |start: &str| listed(folder).filter(|name| name.starts_with(start)).count();
    [copies.count(), beside(".instroom-"), beside(".restored.restoring")].map(|count| u32::try_from(count).unwrap())
}

#[test]
fn a_kill_leaves_no_half_thing_that_is_taken_for_whole() {
    let kills = std::env::var("INSTROOM_COPY_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(6_u64);
    let folder = tempfile::tempdir().unwrap();
    let first = store(folder.path());
    let set = Import::new("first", &first.snapshot().unwrap(), flow(2025)).adding((0..200).map(person)).done();
    first.commit(&set, &hand("an"), &mut |_| ControlFlow::Continue(())).unwrap();
    let (mut random, mut caught) = (Random::of(31, 0), [0; 3]);
    for kill in 0..kills {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--exact", "laws::store_copies_kill::child", "--nocapture"]).env(PLACE, folder.path());
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        let mut heard = String::new();
        let wanted = if kill % 2 == 0 { "ready" } else { "round 2" };
        while heard.trim() != wanted {
            heard.clear();
            assert!(output.read_line(&mut heard).unwrap() > 0, "the child ended by itself");
        }
        // At any moment; or where something is half there, however slow the machine is.
        match kill % 3 {
            0 => std::thread::sleep(Duration::from_micros(random.below(400_000))),
            1 => until(|| half(folder.path())[0] > 0),
            _ => until(|| half(folder.path())[2] > 0),
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let half = look(folder.path(), &format!("kill {kill}"));
        caught.iter_mut().zip(half).for_each(|(caught, half)| *caught += half);
        // A file that is being written has no name before it is whole; between getting one and taking the place of the one before it, it
        // is whole.
        for entry in fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap()) {
            if entry.file_name().to_string_lossy().starts_with(".instroom-") {
                verify(&mut BufReader::new(fs::File::open(entry.path()).unwrap()), &mut go_on).unwrap();
                fs::remove_file(entry.path()).unwrap();
            }
        }
        // The store goes on, and what was half there is swept by what comes next.
        first.snapshot().unwrap();
    }
    let [copies, backups, restorings] = caught;
    println!("{kills} kills: {copies} in a copy, {backups} in a backup, {restorings} in putting one back");
    assert!(copies > 0 && restorings > 0, "no kill met anything half done");
}
