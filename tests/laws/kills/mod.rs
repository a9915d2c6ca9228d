//! Kill -9 at random moments of everything that is written: what was said to be done is there, what was not is there whole or not at all,
//! `store check` finds nothing wrong, the draft reopens, and no mail leaves twice.
//!
//! A kill counts as inside a write where the last that the killed process said is that it is writing a commit or a decision, or that a server has a
//! letter whose answer is not written down yet.
//!
//! `INSTROOM_KILLS=300 cargo test --locked --test main laws::kills` makes a long round of it, in which at least a third of the kills have to meet a
//! write. What it said: commit 60 kills, 32 of them inside a write; taking back 60 and 40; customer editing 60 and 39; draft writing 60 and 45;
//! sending 60 and 37; together 300 and 193.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead as _, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc::channel;
use std::time::Duration;

use instroom::app::keeping::{DraftId, Leaving};
use instroom::domain::outbox::State;
use instroom::domain::snapshot::Snapshot;
use instroom::world::store::Store as _;

use crate::generate::random::Random;
use crate::support::imports::stored;
use crate::support::program::instroom;

mod worker;

use worker::{ALIKE, DRAFT, Place, TAKEN_BACK, Work, decided, number_of, tag};

const PLACE: &str = "INSTROOM_TEST_KILLS_PLACE";
const WORK: &str = "INSTROOM_TEST_KILLS_WORK";
const FIRST: &str = "INSTROOM_TEST_KILLS_FIRST";

/// Kills in a short round.
const KILLS: u64 = 10;

/// After so many the office is a new one, so that it stays small.
const IN_ONE_OFFICE: u64 = 20;

/// Runs in a process of its own, to be killed. Where the test below has not started it, there is nothing to do.
#[test]
fn child() {
    let Some(folder) = std::env::var_os(PLACE) else { return };
    let (work, first) = (std::env::var(WORK).unwrap(), std::env::var(FIRST).unwrap());
    Place::below(Path::new(&folder)).work(Work::of_name(&work), first.parse().unwrap());
}

/// An office and what is known of it: what the killed ones said.
struct Office {
    folder: tempfile::TempDir,
    place: Place,
    /// The number of the last commit that is there, by the work that made it.
    there: BTreeMap<Work, u64>,
    /// Mails that a server has.
    mails: BTreeSet<String>,
    unsure: usize,
    steps: u64,
}

impl Office {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::below(folder.path());
        place.found();
        Self { folder, place, there: BTreeMap::new(), mails: BTreeSet::new(), unsure: 0, steps: 0 }
    }

    /// Lets somebody work, and kills it at some moment; gives what it had said.
    fn kill(&self, work: Work, random: &mut Random) -> Vec<String> {
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args(["--exact", "laws::kills::child", "--nocapture"]);
        let first = self.there.get(&work).map_or(0, |last| if work == Work::TakingBack { last / 2 + 1 } else { last + 1 });
        command.env(PLACE, self.folder.path()).env(WORK, work.name()).env(FIRST, first.to_string());
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut output = BufReader::new(child.stdout.take().unwrap());
        let mut heard = String::new();
        while heard.trim() != "ready" {
            heard.clear();
            assert!(output.read_line(&mut heard).unwrap() > 0, "{} ended by itself", work.name());
        }
        // What it says meanwhile is read, so that a full pipe does not stop it.
        let (sender, lines) = channel();
        std::thread::spawn(move || {
            output.lines().map_while(Result::ok).filter(|line| !line.is_empty()).try_for_each(|line| sender.send(line))
        });
        let mut told = Vec::new();
        // At any moment; or at one soon after a write was begun, however little of the time is writing on this machine.
        let soon = if random.percent(50) {
            250_000
        } else {
            let mut begun = 1 + random.below(4);
            while begun > 0 {
                told.push(lines.recv().unwrap_or_else(|_| panic!("{} ended by itself", work.name())));
                begun -= u64::from(told.last().is_some_and(|line| line == "inside"));
            }
            [300, 3_000, 30_000][usize::try_from(random.below(3)).unwrap()]
        };
        std::thread::sleep(Duration::from_micros(random.below(soon)));
        child.kill().unwrap();
        let ended = child.wait().unwrap();
        told.extend(lines);
        assert_eq!(ended.code(), None, "{} ended by itself: {told:?}", work.name());
        told
    }

    /// Holds what is there against what was said.
    fn look(&mut self, work: Work, told: &[String]) {
        let told_last = |word: &str| told.iter().rev().find_map(|line| line.strip_prefix(word)?.trim().parse::<u64>().ok());
        let (begun, done) = (told_last("begin "), told_last("done "));
        let answer = instroom(self.place.store.directory(), &["store", "check"]);
        assert_eq!(answer.code, 0, "{}: {answer:?}", work.name());
        let seen = self.place.store.snapshot().unwrap();
        if work.field().is_some() {
            let before = self.there.get(&work).copied();
            let found = found(&seen, work);
            assert!(found >= done.or(before) && found <= begun.or(before), "{}: {found:?}, {done:?} was done", work.name());
            self.there.extend(found.map(|found| (work, found)));
        }
        for work in Work::ALL.into_iter().filter(|work| work.field().is_some()) {
            assert_eq!(found(&seen, work), self.there.get(&work).copied(), "{}", work.name());
        }
        self.look_at_draft(if work == Work::Deciding { (done, begun) } else { (None, None) });
        self.look_at_mails(told);
    }

    fn look_at_draft(&mut self, (done, begun): (Option<u64>, Option<u64>)) {
        let (drafts, id) = (self.place.drafts(), DraftId::parse(DRAFT).unwrap());
        let entries = drafts.open(&id, &tag()).unwrap().entries;
        let found = entries.len() as u64;
        assert!(found >= done.unwrap_or(self.steps) && found <= begun.unwrap_or(self.steps), "{found} steps, {done:?} were done");
        assert!((0..).zip(&entries).all(|(step, entry)| *entry == decided(step)), "a step is not what was decided");
        self.steps = found;
        drafts.leave(&id, Leaving::Keep).unwrap();
    }

    fn look_at_mails(&mut self, told: &[String]) {
        for mail in told.iter().filter_map(|line| line.strip_prefix("mail ")) {
            assert!(self.mails.insert(mail.to_owned()), "{mail} left twice");
        }
        self.place.outbox.settle("els", std::sync::Arc::new(instroom::world::clock::SystemClock)).unwrap();
        let outbox = self.place.outbox.read().unwrap();
        let mut unsure = 0;
        for message in outbox.messages() {
            let has_it = self.mails.contains(&message.message_id);
            match message.state {
                State::Sent { .. } => assert!(has_it, "{}: sent, and nobody has it", message.id),
                State::Queued => assert!(!has_it, "{}: queued, and somebody has it", message.id),
                State::Unsure { .. } => unsure += 1,
                ref other => panic!("{}: {other:?}", message.id),
            }
        }
        assert!(unsure <= self.unsure + 1, "one kill made {} unsure", unsure - self.unsure);
        self.unsure = unsure;
    }
}

/// The number of the last commit of a work that is there: all customers have it, or none.
fn found(seen: &Snapshot, work: Work) -> Option<u64> {
    let values: BTreeSet<Option<u64>> = (1..=ALIKE).map(|id| number_of(stored(seen, id).text(work.field().unwrap()))).collect();
    assert_eq!(values.len(), 1, "{}: half of a commit: {values:?}", work.name());
    let value = values.into_iter().next().unwrap();
    if work != Work::TakingBack {
        return value;
    }
    let number = |file: &str| file.strip_prefix(TAKEN_BACK)?.strip_suffix(".xlsx")?.parse::<u64>().ok();
    let imports = seen.imports.iter().filter_map(|past| Some((number(&past.file)?, past.taken_back.is_some())));
    let imports: BTreeMap<u64, bool> = imports.collect();
    let last_that_stands = imports.iter().rev().find(|(_, is_taken_back)| !**is_taken_back).map(|(number, _)| *number);
    assert_eq!(value, last_that_stands, "the customers are not as the imports say: {imports:?}");
    imports.last_key_value().map(|(number, is_taken_back)| number + u64::from(*is_taken_back))
}

#[test]
fn kills_at_random_moments_lose_nothing_and_leave_nothing_half() {
    let kills = std::env::var("INSTROOM_KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(KILLS);
    let mut random = Random::of(41, 0);
    let mut tally: BTreeMap<Work, [u64; 2]> = BTreeMap::new();
    let mut office = Office::new();
    for kill in 0..kills {
        if kill % IN_ONE_OFFICE == IN_ONE_OFFICE - 1 {
            office = Office::new();
        }
        let work = Work::ALL[usize::try_from(kill % 5).unwrap()];
        let told = office.kill(work, &mut random);
        office.look(work, &told);
        let [all, inside] = tally.entry(work).or_default();
        *all += 1;
        *inside += u64::from(told.last().is_some_and(|line| line == "inside"));
    }
    let inside: u64 = tally.values().map(|[_, inside]| inside).sum();
    for (work, [all, inside]) in &tally {
        println!("{}: {all} kills, {inside} of them inside a write", work.name());
    }
    println!("{kills} kills, {inside} of them inside a write; nothing lost, nothing half");
    assert!(inside * 3 >= kills, "only {inside} of {kills} kills met a write");
}
