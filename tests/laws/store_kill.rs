//! A commit that is killed leaves all of itself or nothing.

use std::io::{BufRead as _, BufReader};
use std::ops::ControlFlow;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use instroom::domain::change_set::ChangeSet;
use instroom::domain::field::Field;
use instroom::domain::snapshot::Snapshot;
use instroom::world::store::{SledStore, Store as _};

use crate::support::imports::{Import, flow, founding, hand, lesson, mapping, person, stored};

const DIRECTORY: &str = "INSTROOM_TEST_KILL_DIRECTORY";
const ROUND: &str = "INSTROOM_TEST_KILL_ROUND";
const REPORT: &str = "INSTROOM_TEST_KILL_REPORT";
const MAPPINGS: &str = "INSTROOM_TEST_KILL_MAPPINGS";

/// New customers in each round.
const PEOPLE: u64 = 1_500;

/// Lessons in each round.
const LESSONS: u64 = 1_200;

/// The import of a round: new customers, a new house number for some of those that are there, and
/// lessons that no other round has.
fn import(snapshot: &Snapshot, round: u64) -> ChangeSet {
    let people = (round * PEOPLE..(round + 1) * PEOPLE).map(person);
    let lessons = (round * LESSONS..(round + 1) * LESSONS).map(lesson);
    let known = u64::try_from(snapshot.customer_count()).unwrap().min(300);
    let house_number = format!("{round}bis");
    (1..=known)
        .fold(Import::new(&round.to_string(), snapshot, flow(2025)).adding(people).learning(lessons), |import, id| {
            import.changing(snapshot, id, &[(Field::HouseNumber, &house_number)])
        })
        .done()
}

fn store(directory: &Path) -> SledStore {
    SledStore::new(directory, founding())
}

/// Runs in a process of its own, to be killed: commits one round, and kills itself at a report
/// where it was told to. Where no other test here has started it, there is nothing to do.
#[test]
fn child() {
    let Some(directory) = std::env::var_os(DIRECTORY) else { return };
    let round = std::env::var(ROUND).unwrap().parse().unwrap();
    let report: Option<u64> = std::env::var(REPORT).ok().map(|number| number.parse().unwrap());
    let store = store(Path::new(&directory));
    let set = import(&store.snapshot().unwrap(), round);
    println!("\nready");
    if std::env::var_os(MAPPINGS).is_some() {
        save_mappings(&store);
    }
    let mut heard = 0;
    let mut watch = |_| {
        if report == Some(heard) {
            rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::KILL).unwrap();
        }
        heard += 1;
        ControlFlow::Continue(())
    };
    store.commit(&set, &hand("child"), &mut watch).unwrap();
    println!("\ndone");
}

/// Saves one mapping after the other, and forgets every third again, until it is killed.
fn save_mappings(store: &SledStore) {
    for number in 0.. {
        store.remember_mapping(&mapping(&number.to_string()), &hand("child")).unwrap();
        if number % 3 == 2 {
            store.forget_mapping(&number.to_string()).unwrap();
        }
        println!("\nsaved {number}");
    }
}

fn child_command(directory: &Path, round: u64) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "laws::store_kill::child", "--nocapture"]);
    command.env(DIRECTORY, directory).env(ROUND, round.to_string()).stdout(Stdio::piped()).stderr(Stdio::null());
    command
}

fn spawn(directory: &Path, round: u64, report: Option<u64>) -> (Child, BufReader<std::process::ChildStdout>) {
    let mut command = child_command(directory, round);
    if let Some(report) = report {
        command.env(REPORT, report.to_string());
    }
    let mut child = command.spawn().unwrap();
    let output = BufReader::new(child.stdout.take().unwrap());
    (child, output)
}

/// Reads up to a line; whether it came.
fn heard(output: &mut impl std::io::BufRead, word: &str) -> bool {
    output.lines().any(|line| line.unwrap() == word)
}

/// Looks at what a killed round left: all of it or nothing, and everything sound. Whether it is there.
fn look(directory: &Path, before: &Snapshot, round: u64) -> bool {
    let store = store(directory);
    let report = store.check().unwrap().unwrap_or_default();
    assert_eq!(report.troubles, [], "round {round}");
    let after = store.snapshot().unwrap();
    if after.revision == before.revision {
        assert_eq!((after.customer_count(), &after.imports), (before.customer_count(), &before.imports));
        assert_eq!(after.memory, before.memory, "round {round}");
        (0..after.customer_count()).for_each(|index| assert_eq!(after.customer(index), before.customer(index)));
        return false;
    }
    assert_eq!(after.customer_count(), before.customer_count() + usize::try_from(PEOPLE).unwrap());
    assert_eq!(after.dossier_count(&flow(2025)), after.customer_count());
    let learned = |snapshot: &Snapshot| (snapshot.memory.fix_count() + snapshot.memory.apart_count()) as u64;
    assert_eq!((learned(&after), after.memory.unreadable()), (learned(before) + LESSONS, 0));
    for id in 1..=u64::try_from(before.customer_count()).unwrap().min(300) {
        assert_eq!(stored(&after, id).text(Field::HouseNumber), format!("{round}bis"));
    }
    true
}

/// Commits the round again, as a person would who does not know what became of it.
fn again(directory: &Path, before: &Snapshot, round: u64, there: bool) -> Snapshot {
    let store = store(directory);
    let receipt = store.commit(&import(before, round), &hand("again"), &mut |_| ControlFlow::Continue(())).unwrap();
    assert_eq!(receipt.repeated, there);
    assert!(look(directory, before, round));
    store.snapshot().unwrap()
}

#[test]
fn a_kill_at_twenty_moments_leaves_all_or_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let (mut whole, mut output) = spawn(&folder.path().join("whole"), 0, None);
    assert!(heard(&mut output, "ready"));
    let started = Instant::now();
    assert!(heard(&mut output, "done") && whole.wait().unwrap().success());
    // About as long as a commit takes. How long it really takes depends on what else the machine does:
    // a round that comes to its end anyway brings the next kill forward.
    let mut length = started.elapsed();

    let mut unfinished = 0;
    let mut round = 0;
    while round < 20 || unfinished < 5 {
        round += 1;
        assert!(round <= 100, "only {unfinished} rounds were killed while they wrote");
        let directory = folder.path().join((round / 5).to_string());
        let before = store(&directory).snapshot().unwrap();
        let (mut child, mut output) = spawn(&directory, round, None);
        assert!(heard(&mut output, "ready"));
        std::thread::sleep(length.mul_f64(f64::from(u32::try_from(round % 20 + 1).unwrap()) / 20.0));
        child.kill().unwrap();
        child.wait().unwrap();
        let finished = heard(&mut output, "done");
        let there = look(&directory, &before, round);
        assert!(there || !finished, "round {round} said that it was done");
        unfinished += u32::from(!finished);
        if finished {
            length = length.mul_f64(0.8);
        }
        if round % 4 == 0 {
            again(&directory, &before, round, there);
        }
    }
}

#[test]
fn a_kill_at_every_report_leaves_nothing_and_its_number_is_not_used_again() {
    let folder = tempfile::tempdir().unwrap();
    let directory = folder.path().join("store");
    let mut before = store(&directory).snapshot().unwrap();
    let mut killed = 0;
    for report in 0.. {
        let (mut child, mut output) = spawn(&directory, 0, Some(report));
        let finished = heard(&mut output, "done");
        assert_eq!(child.wait().unwrap().success(), finished);
        if finished {
            break;
        }
        killed += 1;
        before = store(&directory).snapshot().unwrap();
        assert!(!look(&directory, &before, 0));
    }
    // Comparing, beginning, two batches of additions, two of lessons, securing.
    assert_eq!(killed, 7);
    let after = store(&directory).snapshot().unwrap();
    assert_eq!((after.customer_count() as u64, before.customer_count()), (PEOPLE, 0));
    // The kill at the first report came before a number was taken.
    assert_eq!(after.revision.0, killed);
}

#[test]
fn a_kill_while_the_store_is_founded_leaves_none_or_an_empty_one() {
    let folder = tempfile::tempdir().unwrap();
    for moment in 0..12 {
        let directory = folder.path().join(moment.to_string());
        let nothing = store(&directory).snapshot().unwrap();
        let (mut child, mut output) = spawn(&directory, 0, None);
        assert!(heard(&mut output, "ready"));
        std::thread::sleep(Duration::from_millis(4 * moment));
        child.kill().unwrap();
        child.wait().unwrap();
        let there = look(&directory, &nothing, 0);
        assert_eq!(again(&directory, &nothing, 0, there).customer_count() as u64, PEOPLE);
    }
}

#[test]
fn a_mapping_that_was_said_to_be_saved_survives_a_kill() {
    let folder = tempfile::tempdir().unwrap();
    for moment in 0..6 {
        let directory = folder.path().join(moment.to_string());
        let mut command = child_command(&directory, 0);
        let mut child = command.env(MAPPINGS, "1").spawn().unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        assert!(heard(&mut output, &format!("saved {}", 3 + moment)));
        // Somewhere in the next one.
        std::thread::sleep(Duration::from_millis(moment));
        child.kill().unwrap();
        child.wait().unwrap();
        let said = output.lines().filter_map(|line| line.unwrap().strip_prefix("saved ")?.parse::<u64>().ok()).last().unwrap_or(3 + moment);
        let snapshot = store(&directory).snapshot().unwrap();
        assert_eq!((store(&directory).check().unwrap().unwrap().troubles, snapshot.memory.unreadable()), (vec![], 0));
        for number in 0..=said {
            let saved = snapshot.memory.mappings().iter().find(|known| known.what.name == number.to_string());
            assert_eq!(
                saved.map(|known| &known.what),
                (number % 3 != 2).then(|| mapping(&number.to_string())).as_ref(),
                "{number} of {said}"
            );
        }
        assert!(snapshot.memory.mappings().iter().all(|known| known.what == mapping(&known.what.name)));
    }
}
