//! Nothing that was acknowledged is lost when the power goes.
//!
//! A child works as an office does, below a recorder that sees each of its writes, names and syncs. What was recorded is replayed into the state
//! of a disk after a power cut, at many moments and by three crash models: only what was synced is there; that and everything up to a
//! moment before the cut; that and of every page, length and name any state since its last sync. Then the office is opened as the next program
//! would open it.
//!
//! `INSTROOM_POWER_CUTS=2000 cargo test --locked --test main power_cuts` makes a long round of it.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use crate::generate::random::Random;

mod disk;
mod office;
pub(crate) mod recorder;

use disk::{Disk, Leaves};
use office::Office;
pub(in crate::laws) use office::head as head_named;

const PLACE: &str = "INSTROOM_TEST_POWER_PLACE";

/// Cuts by each model in a short round.
const CUTS: u64 = 40;

/// Runs in a process of its own. Where the test below has not started it, there is nothing to do.
#[test]
fn child() {
    let Some(folder) = std::env::var_os(PLACE) else { return };
    Office::below(Path::new(&folder)).work();
}

/// The last number that was told of something before a cut, or none.
fn number(told: &[&str], of: &str) -> Option<u32> {
    told.iter().rev().find_map(|line| line.strip_prefix(of)?.parse().ok())
}

/// What was told of a whole recording.
struct Truth<'a> {
    disk: &'a Disk,
    /// How store, outbox and backup stood, one deed after the other.
    states: BTreeMap<&'a str, Vec<&'a str>>,
}

impl<'a> Truth<'a> {
    fn of(disk: &'a Disk) -> Self {
        let mut states: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for line in disk.told(disk.events()) {
            if let Some((of, state)) = line.strip_prefix("state ").and_then(|rest| rest.split_once(' ')) {
                states.entry(of).or_default().push(state);
            }
        }
        Self { disk, states }
    }

    /// What is wrong in an office after a cut; nothing where all that was acknowledged is there, and all else whole or not at all.
    fn judge(&self, office: &Office, after: usize, goes_on: bool) -> Result<(), String> {
        let told = self.disk.told(after);
        let count = |line: &str| told.iter().filter(|told| **told == line).count();
        for (of, states) in &self.states {
            let (done, begun) = (count(&format!("done {of}")), count(&format!("begin {of}")));
            let found = office.standing(of)?;
            if !states[done..=begun].contains(&found.as_str()) {
                let known = states.iter().position(|state| *state == found);
                return Err(format!("{of}: {done} deeds were done, {begun} begun, and it is as after {known:?}"));
            }
        }
        office.check()?;
        let (safe, most) = (number(&told, "safe draft "), number(&told, "writes draft "));
        let found = office.steps_of_draft()?;
        if found < safe || found > most.or(safe).or(Some(1)) {
            return Err(format!("the draft: {found:?} of {safe:?} steps that were safe"));
        }
        let safe = number(&told, "safe unsaved ");
        // What was never said to be safe may be damaged; that is said once, and then it is put aside.
        let found = office.unsaved().or_else(|fault| if safe.is_none() { office.unsaved() } else { Err(fault) })?;
        if found < safe || found > number(&told, "writes unsaved ") {
            return Err(format!("not saved: {found:?}, {safe:?} was safe"));
        }
        if goes_on { office.goes_on() } else { Ok(()) }
    }
}

/// A cut somewhere, by one of the models.
fn any_cut(disk: &Disk, model: u64, round: u64) -> (usize, Leaves) {
    let mut random = Random::of(model, round);
    // Some of them while the store is founded, which is soon over.
    let most = if round % 5 == 4 { 70 } else { disk.events() as u64 };
    let after = 1 + usize::try_from(random.below(most)).unwrap();
    let leaves = match model {
        0 => Leaves::Nothing,
        // Seldom is more than some seconds' work not written yet.
        1 => Leaves::AllBefore(after.saturating_sub(usize::try_from(random.below(60)).unwrap())),
        _ => Leaves::Anything(round),
    };
    (after, leaves)
}

#[test]
fn a_power_cut_loses_nothing_that_was_acknowledged() {
    if !recorder::is_there() {
        println!("strace is not there, or may not watch: no power cut was looked at");
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.args(["--exact", "laws::power_cuts::child", "--nocapture"]).env(PLACE, folder.path());
    let disk = recorder::record(&command, folder.path());
    assert_eq!(disk.is_as(folder.path()), Ok(()), "what was recorded is not what was done");
    let truth = Truth::of(&disk);
    let cuts = std::env::var("INSTROOM_POWER_CUTS").ok().and_then(|cuts| cuts.parse().ok()).unwrap_or(CUTS);
    let mut lost = Vec::new();
    for (model, name) in ["synced alone", "all before a moment", "anything since the last sync"].into_iter().enumerate() {
        let before = lost.len();
        for round in 0..cuts {
            let (after, leaves) = any_cut(&disk, model as u64, round);
            let image = place();
            disk.cut(after, leaves, image.path());
            let judged = truth.judge(&Office::below(image.path()), after, round % 8 == 0);
            lost.extend(judged.err().map(|fault| format!("{name}, cut {round} after {after}: {fault}")));
        }
        println!("{name}: {} of {cuts} power cuts left everything that was acknowledged", cuts - (lost.len() - before) as u64);
    }
    let [writes, names, syncs] = disk.counts();
    println!("recorded: {writes} writes, {names} names, {syncs} syncs");
    assert!(lost.is_empty(), "{} power cuts lost something:\n{}", lost.len(), lost[..lost.len().min(20)].join("\n"));
}

/// A folder in memory where there is one: what is looked at is not what is on the disk.
fn place() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap()
}
