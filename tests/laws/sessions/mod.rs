//! Several work on one store at once: they read, bring in, edit, take back, queue and send, each in a process of its own, and the built program looks in
//! between. One after the other is killed in the middle. No update is lost, nobody waits for ever, whoever waits is told who holds it, and
//! whoever was killed blocks nobody.
//!
//! `INSTROOM_SESSIONS=60 cargo test --locked --test main laws::sessions` lets two, four and eight of them work for a minute each.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use instroom::domain::field::Field;
use instroom::world::outbox::KeptOutbox;
use instroom::world::store::Store as _;

use crate::support::house::add;
use crate::support::imports::{person, stored};
use crate::support::program::instroom;

mod session;

use session::{COUNTERS, Session, counted, store};

const PLACE: &str = "INSTROOM_TEST_SESSION_PLACE";
const WHO: &str = "INSTROOM_TEST_SESSION_WHO";
const SECONDS: &str = "INSTROOM_TEST_SESSION_SECONDS";

/// Nobody may be without a word for so long.
const PATIENCE: Duration = Duration::from_secs(120);

/// Runs in a process of its own. Where the test below has not started it, there is nothing to do.
#[test]
fn child() {
    let Some(folder) = std::env::var_os(PLACE) else { return };
    let number = |name| std::env::var(name).unwrap().parse().unwrap();
    Session::new(Path::new(&folder), number(WHO)).work(Duration::from_secs(number(SECONDS)));
}

/// Somebody who works, and what it said.
struct Working {
    child: Child,
    lines: Receiver<String>,
    told: Vec<String>,
    heard: Instant,
    is_over: bool,
}

impl Working {
    fn start(folder: &Path, who: u64, seconds: u64) -> Self {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--exact", "laws::sessions::child", "--nocapture"]).env(PLACE, folder);
        command.env(WHO, who.to_string()).env(SECONDS, seconds.to_string());
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::inherit()).spawn().unwrap();
        let output = BufReader::new(child.stdout.take().unwrap());
        let (sender, lines) = channel();
        std::thread::spawn(move || output.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        Self { child, lines, told: Vec::new(), heard: Instant::now(), is_over: false }
    }

    /// Takes in what it said; whether it still works.
    fn listen(&mut self) -> bool {
        let before = self.told.len();
        self.told.extend(self.lines.try_iter().filter(|line| !line.is_empty()));
        if self.told.len() > before {
            self.heard = Instant::now();
        }
        if !self.is_over && self.child.try_wait().unwrap().is_some() {
            self.told.extend(self.lines.iter().filter(|line| !line.is_empty()));
            self.is_over = true;
        }
        !self.is_over
    }

    fn kill(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        self.told.extend(self.lines.iter().filter(|line| !line.is_empty()));
        self.is_over = true;
    }
}

impl Drop for Working {
    fn drop(&mut self) {
        // A test that failed leaves nobody working.
        let _gone = self.child.kill();
    }
}

/// What was said by all: the deeds of a kind that are done for certain, and those that may be, since whoever did them was killed.
#[derive(Default)]
struct Said {
    done: Vec<String>,
    begun: Vec<String>,
}

impl Said {
    fn of(all: &[Working], kind: &str) -> Self {
        let mut said = Self::default();
        for one in all {
            let deeds = |word: &'static str| {
                let deed = move |line: &String| Some(line.strip_prefix(word)?.split_once(' ')?.1.strip_prefix(kind)?.trim().to_owned());
                one.told.iter().filter_map(deed).collect::<Vec<_>>()
            };
            said.done.extend(deeds("done "));
            if one.told.last().is_some_and(|line| line.starts_with("begin ")) {
                said.begun.extend(deeds("begin ").pop().filter(|_| one.told.last().unwrap().contains(kind)));
            }
        }
        said
    }
}

/// Lets so many work for so long; every now and then one is killed and another comes.
fn work(folder: &Path, count: u64, seconds: u64) -> (Vec<Working>, u64, u64) {
    let begun = Instant::now();
    let mut all: Vec<Working> = (0..count).map(|who| Working::start(folder, who, seconds)).collect();
    let (mut killed, mut looked) = (0, 0);
    while all.iter_mut().map(Working::listen).fold(false, |any, works| any | works) {
        if let Some(stuck) = all.iter().position(|one| !one.is_over && one.heard.elapsed() > PATIENCE) {
            let last: Vec<_> = all.iter().map(|one| one.told.last()).collect();
            let tag = std::fs::read_to_string(folder.join("store/lock"));
            panic!("session {stuck} does not get on; the last of each: {last:?}; the lock says {tag:?}");
        }
        // While one is in the middle of something.
        let due = begun.elapsed() > Duration::from_secs(seconds) * (killed + 1) / 4 && killed < 3;
        let busy = all.iter().position(|one| !one.is_over && one.told.last().is_some_and(|line| line.starts_with("begin ")));
        if let Some(one) = busy.filter(|_| due) {
            all[one].kill();
            killed += 1;
            all.push(Working::start(folder, count + u64::from(killed), seconds.saturating_sub(begun.elapsed().as_secs())));
            let answer = instroom(&folder.join("store"), &["customers", "--json"]);
            assert!([0, 75].contains(&answer.code), "{answer:?}");
            looked += 1;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
    (all, killed.into(), looked)
}

#[test]
fn of_several_who_work_at_once_nobody_loses_anything() {
    let long = std::env::var("INSTROOM_SESSIONS").ok().and_then(|seconds| seconds.parse().ok());
    let rounds = long.map_or_else(|| vec![(4, 4)], |seconds| vec![(2, seconds), (4, seconds), (8, seconds)]);
    for (count, seconds) in rounds {
        let folder = tempfile::tempdir().unwrap();
        add(&store(folder.path()), "first", 0..COUNTERS);
        let (all, killed, looked) = work(folder.path(), count, seconds);
        assert!(
            all.iter().filter(|one| one.told.iter().any(|line| line == "over")).count() as u64 + killed == all.len() as u64,
            "one failed"
        );
        let (commits, waits) = judge(folder.path(), &all);
        println!(
            "{count} sessions for {seconds} s: {commits} commits, {waits} waits that say who holds it, {killed} killed, {looked} looks by the program"
        );
    }
}

/// Holds what is there against what was said. How many commits were done, and how many were told who holds the store.
fn judge(folder: &Path, all: &[Working]) -> (u64, usize) {
    let store = store(folder);
    assert_eq!(store.check().unwrap().unwrap().troubles, []);
    let seen = store.snapshot().unwrap();
    let counts = Said::of(all, "count ");
    for id in 1..=COUNTERS {
        let of = |deeds: &[String]| deeds.iter().filter(|deed| **deed == id.to_string()).count() as u64;
        let (done, may_be, found) = (of(&counts.done), of(&counts.begun), counted(&seen, id));
        assert!((done..=done + may_be).contains(&found), "counter {id}: {done} were done, {may_be} may be, and it says {found}");
    }
    let there: BTreeSet<String> = (0..seen.customer_count())
        .map(|index| stored(&seen, seen.customer_id(index).unwrap().0).text(Field::NationalNumber).to_owned())
        .collect();
    let (added, taken) = (Said::of(all, "add "), Said::of(all, "take "));
    for number in &added.done {
        let is_there = there.contains(person(number.parse().unwrap()).text(Field::NationalNumber));
        let may_be_either = taken.begun.contains(number);
        assert!(may_be_either || is_there != taken.done.contains(number), "person {number}: {is_there}");
    }
    let queued = Said::of(all, "queue ");
    let outbox = KeptOutbox::of_store(store.directory()).read().unwrap();
    let messages: BTreeMap<&str, &str> =
        outbox.messages().iter().map(|message| (message.message_id.as_str(), message.state.word())).collect();
    let mut left = BTreeSet::new();
    for mail in all.iter().flat_map(|one| &one.told).filter_map(|line| line.strip_prefix("mail ")) {
        assert!(left.insert(mail), "{mail} left twice");
        assert_ne!(messages[mail], "queued", "{mail} left");
    }
    for round in &queued.done {
        let id = format!("{round}@office.example");
        let state = messages.get(id.as_str()).unwrap_or_else(|| panic!("{id} is lost"));
        assert!(left.contains(id.as_str()) || *state != "sent", "{id}: {state}, and nobody has it");
    }
    let waits = all.iter().flat_map(|one| &one.told).filter(|line| line.starts_with("waits for ") && !line.ends_with("nobody known"));
    ((counts.done.len() + added.done.len() + taken.done.len()) as u64, waits.count())
}
