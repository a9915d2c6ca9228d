//! An amendment that is killed is there whole or not at all, and who was erased by it is gone after the next opening.

use std::io::{BufRead as _, BufReader};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::{Command, Stdio};

use instroom::domain::amendment::{Amendment, Becomes, Deed};
use instroom::domain::customer::CustomerId;
use instroom::domain::dossier::Status;
use instroom::domain::field::Field;
use instroom::domain::memory::Lesson;
use instroom::domain::snapshot::Snapshot;
use instroom::world::store::{SledStore, Store as _};

use crate::support::amendments::{amendment, becoming, editing, newcomer, progressed};
use crate::support::house::commit;
use crate::support::imports::{Import, flow, founding, hand, person, stored};

const DIRECTORY: &str = "INSTROOM_TEST_AMEND_KILL_DIRECTORY";
const REPORT: &str = "INSTROOM_TEST_AMEND_KILL_REPORT";

const PEOPLE: u64 = 1_200;

/// How many of them go.
const ERASED: u64 = 300;

fn store(directory: &Path) -> SledStore {
    SledStore::new(directory, founding())
}

/// A season with a lesson about each of the first people.
fn fill(store: &SledStore) -> Snapshot {
    let lessons =
        (0..ERASED).map(|n| Lesson::fix(Field::Email, &format!("klant.{n}@exampel.be"), &format!("klant.{n}@example.be")).unwrap());
    let empty = store.snapshot().unwrap();
    commit(store, &Import::new("one", &empty, flow(2025)).adding((0..PEOPLE).map(person)).learning(lessons).done());
    store.snapshot().unwrap()
}

/// Removes people with their data, edits others, sends to the rest, and adds one.
fn change(store: &SledStore, seen: &Snapshot) -> Amendment {
    let mut change = amendment("change", seen, Deed::Removed);
    change.customers = (1..=ERASED).map(|id| becoming(seen, id, Becomes::Erased)).collect();
    change.customers.extend((ERASED + 1..=2 * ERASED).map(|id| editing(seen, id, Field::City, "Aalst")));
    change.dossiers = (ERASED + 1..=ERASED + 3).map(|id| progressed(store, seen, &flow(2025), id, Status::Sent)).collect();
    change.newcomers = vec![newcomer(person(PEOPLE), Vec::new())];
    change
}

/// Runs in a process of its own, to be killed. Where no other test here has started it, there is nothing to do.
#[test]
fn child() {
    let Some(directory) = std::env::var_os(DIRECTORY) else { return };
    let report: Option<u64> = std::env::var(REPORT).ok().map(|number| number.parse().unwrap());
    let store = store(Path::new(&directory));
    let change = change(&store, &store.snapshot().unwrap());
    println!("\nready");
    let mut heard = 0;
    let mut watch = |_| {
        if report == Some(heard) {
            rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::KILL).unwrap();
        }
        heard += 1;
        ControlFlow::Continue(())
    };
    store.amend(&change, &hand("child"), &mut watch).unwrap();
    println!("\ndone");
}

fn command(directory: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "laws::store_amend_kill::child", "--nocapture"]);
    command.env(DIRECTORY, directory).stdout(Stdio::piped()).stderr(Stdio::null());
    command
}

/// Looks at what was left. Whether the amendment is there.
fn look(store: &SledStore, before: &Snapshot) -> bool {
    // The first opening ends what was begun; whatever the check finds after it is there to stay.
    let after = store.snapshot().unwrap();
    assert_eq!(store.check().unwrap().unwrap().troubles, []);
    if after.revision == before.revision {
        assert_eq!(&after, before);
        return false;
    }
    assert_eq!(after.customer_count() as u64, PEOPLE - ERASED + 1);
    assert_eq!(after.dossier_count(&flow(2025)) as u64, PEOPLE - ERASED);
    assert_eq!(after.memory.fix_count(), 0);
    assert_eq!(stored(&after, 2 * ERASED).text(Field::City), "Aalst");
    assert_eq!(after.dossier(&flow(2025), CustomerId(ERASED + 1)).unwrap().about.status, Status::Sent);
    for id in [1, ERASED] {
        assert_eq!(store.versions(CustomerId(id)).unwrap().len(), 1);
    }
    true
}

#[test]
fn a_kill_at_every_report_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let directory = folder.path().join("store");
    let before = fill(&store(&directory));
    let mut killed = 0;
    for report in 0.. {
        let mut child = command(&directory).env(REPORT, report.to_string()).spawn().unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap()).lines();
        let finished = output.any(|line| line.unwrap() == "done");
        assert_eq!(child.wait().unwrap().success(), finished);
        assert_eq!(look(&store(&directory), &before), finished);
        if finished {
            break;
        }
        killed += 1;
    }
    // Comparing, beginning, the newcomer, the customers, the dossiers, securing.
    assert_eq!(killed, 6);
}

#[test]
fn a_kill_at_any_moment_leaves_all_or_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let seed = store(&folder.path().join("seed"));
    fill(&seed);
    for moment in 0..12_u64 {
        let directory = folder.path().join(moment.to_string());
        copy(seed.directory(), &directory);
        let store = store(&directory);
        let before = store.snapshot().unwrap();
        let mut child = command(&directory).spawn().unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap()).lines();
        assert!(output.any(|line| line.unwrap() == "ready"));
        std::thread::sleep(std::time::Duration::from_millis(6 * moment * moment));
        child.kill().unwrap();
        child.wait().unwrap();
        let finished = output.any(|line| line.unwrap() == "done");
        let there = look(&store, &before);
        assert!(there || !finished, "said that it was done");
        let receipt = store.amend(&change_again(&store, &before, there), &hand("again"), &mut |_| ControlFlow::Continue(())).unwrap();
        assert_eq!(receipt.repeated, there);
        assert!(look(&store, &before));
    }
}

/// The same amendment, as whoever does not know what became of it gives it again.
fn change_again(store: &SledStore, before: &Snapshot, there: bool) -> Amendment {
    if there { amendment("change", before, Deed::Removed) } else { change(store, before) }
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}
