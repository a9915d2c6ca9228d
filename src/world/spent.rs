//! What a run has spent: rows and customers that were read, time by stage, processor and memory, and what went to the terminal.
//!
//! It is counted always and told to whoever asks. Counting costs a look at the clock where a stage begins and where it ends, never
//! one for each row. Whoever counts is given the account; there is none that everybody can reach.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::ThreadId;
use std::time::{Duration, Instant};

use rustix::time::{ClockId, clock_gettime};

use crate::app::effect::Stage;

/// Where Linux tells how a process stands. Elsewhere nobody learns its memory.
const STATUS: &str = "/proc/self/status";

/// The line of it that tells the most memory that was in use at once, in units of 1,024 bytes.
const PEAK: &str = "VmHWM:";

/// The account of a run. Clones are the same account.
#[derive(Debug, Clone, Default)]
pub struct Spent(Arc<Mutex<Account>>);

#[derive(Debug, Default)]
struct Account {
    tally: Tally,
    /// What each thread is doing, innermost last.
    under_way: HashMap<ThreadId, Vec<UnderWay>>,
}

/// What was spent so far.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// Rows of workbooks that were read and judged: those that a report counts.
    pub rows: u64,
    /// Customers in the store as it was read last; none where it was not read.
    pub customers: Option<u64>,
    /// The time that passed in each stage that there was, as a clock on the wall shows it. A stage that has another inside counts
    /// without that one; stages of two threads count both.
    pub stages: BTreeMap<Stage, Duration>,
    /// The processes that read workbooks, all together; none where there was none, or none told.
    pub readers: Option<Usage>,
    /// What went to the terminal; none where there were no screens.
    pub terminal: Option<OnTerminal>,
}

/// What a process took from the machine.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Usage {
    /// Time of processors, of all threads, in the program and in the system for it.
    pub processor: Duration,
    /// The most memory that was in use at once, in bytes; none where the system does not tell.
    pub peak: Option<u64>,
}

/// What went to the terminal.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OnTerminal {
    /// Frames that had something to send.
    pub frames: u64,
    /// Bytes in all, with those that take the terminal and give it back.
    pub bytes: u64,
}

/// A stage that a thread is in, since it is the innermost.
#[derive(Debug, Clone, Copy)]
struct UnderWay {
    /// None before the first stage is known.
    stage: Option<Stage>,
    since: Instant,
}

impl Usage {
    /// Of this process until now.
    #[must_use]
    pub fn of_this_process() -> Self {
        let time = clock_gettime(ClockId::ProcessCPUTime);
        let (seconds, nanoseconds) = (u64::try_from(time.tv_sec), u32::try_from(time.tv_nsec));
        Self {
            processor: Duration::new(seconds.unwrap_or(0), nanoseconds.unwrap_or(0)),
            peak: std::fs::read_to_string(STATUS).ok().and_then(|status| peak_of(&status)),
        }
    }

    /// With another that ran beside or before it: their time is added, of their memory the larger counts.
    fn with(self, other: Self) -> Self {
        Self { processor: self.processor.saturating_add(other.processor), peak: self.peak.max(other.peak) }
    }
}

/// The most memory as the system tells it, in bytes.
fn peak_of(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix(PEAK))?;
    let units: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    units.checked_mul(1024)
}

impl Spent {
    fn account(&self) -> MutexGuard<'_, Account> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// What was spent so far. Stages that are still under way count until now.
    #[must_use]
    pub fn tally(&self) -> Tally {
        let (mut account, now) = (self.account(), Instant::now());
        let innermost: Vec<UnderWay> = account.under_way.values_mut().filter_map(|stack| settled(stack.last_mut()?, now)).collect();
        innermost.into_iter().for_each(|under_way| account.count(under_way, now));
        account.tally.clone()
    }

    /// Rows of a workbook were read and judged.
    pub fn rows(&self, count: u64) {
        self.account().tally.rows += count;
    }

    /// The store was read, with so many customers in it.
    pub fn customers(&self, count: u64) {
        self.account().tally.customers = Some(count);
    }

    /// A process that read a workbook told what it took.
    pub fn reader(&self, usage: Usage) {
        let readers = &mut self.account().tally.readers;
        *readers = Some(readers.map_or(usage, |others| others.with(usage)));
    }

    /// What the screens have sent to the terminal by now, in all.
    pub fn terminal(&self, sent: OnTerminal) {
        self.account().tally.terminal = Some(sent);
    }

    /// Does a piece of work, all of which is of one stage but for the stages inside it.
    pub fn during<T>(&self, stage: Stage, work: impl FnOnce() -> T) -> T {
        let _going = self.begin(Some(stage));
        work()
    }

    /// Follows a piece of work through its stages, as it tells them. Nothing is counted before the first.
    pub fn follow(&self) -> Going {
        self.begin(None)
    }

    /// A stage of this thread begins, until what is given back goes. The one around it, if any, rests meanwhile.
    fn begin(&self, stage: Option<Stage>) -> Going {
        let (thread, now) = (std::thread::current().id(), Instant::now());
        let mut account = self.account();
        let stack = account.under_way.entry(thread).or_default();
        let depth = stack.len();
        let rests = stack.last_mut().and_then(|around| settled(around, now));
        stack.push(UnderWay { stage, since: now });
        if let Some(rests) = rests {
            account.count(rests, now);
        }
        drop(account);
        Going { spent: self.clone(), thread, depth, stage }
    }
}

/// What was under way until now is counted by whoever calls; it goes on from here.
fn settled(under_way: &mut UnderWay, now: Instant) -> Option<UnderWay> {
    let until_now = *under_way;
    under_way.since = now;
    until_now.stage.map(|_| until_now)
}

impl Account {
    fn count(&mut self, until_now: UnderWay, now: Instant) {
        if let Some(stage) = until_now.stage {
            *self.tally.stages.entry(stage).or_default() += now.saturating_duration_since(until_now.since);
        }
    }
}

/// A piece of work that goes through stages. Ends with its value, on whichever thread that is.
#[derive(Debug)]
#[must_use = "it is counted as long as this is there"]
pub struct Going {
    spent: Spent,
    thread: ThreadId,
    /// How many are around it on its thread.
    depth: usize,
    stage: Option<Stage>,
}

impl Going {
    /// It is in that stage now. Saying so again costs nothing.
    pub fn at(&mut self, stage: Stage) {
        if self.stage.replace(stage) == Some(stage) {
            return;
        }
        let now = Instant::now();
        let mut account = self.spent.account();
        let Some(stack) = account.under_way.get_mut(&self.thread) else { return };
        let is_innermost = stack.len() == self.depth + 1;
        let Some(under_way) = stack.get_mut(self.depth) else { return };
        let before = if is_innermost { settled(under_way, now) } else { None };
        under_way.stage = Some(stage);
        if let Some(before) = before {
            account.count(before, now);
        }
    }
}

impl Drop for Going {
    fn drop(&mut self) {
        let now = Instant::now();
        let mut account = self.spent.account();
        let Some(stack) = account.under_way.get_mut(&self.thread) else { return };
        // What was inside has ended already; where it has not, it ends with this.
        let inside = stack.len() > self.depth;
        let ended = stack.last_mut().filter(|_| inside).and_then(|innermost| settled(innermost, now));
        stack.truncate(self.depth);
        match stack.last_mut() {
            Some(around) => around.since = now,
            None => drop(account.under_way.remove(&self.thread)),
        }
        if let Some(ended) = ended {
            account.count(ended, now);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stages(spent: &Spent) -> Vec<Stage> {
        spent.tally().stages.into_keys().collect()
    }

    /// The account with a clock that is told: what began at `since` counts as if it ended at `now`.
    fn passed(spent: &Spent, stage: Stage) -> Duration {
        spent.tally().stages.get(&stage).copied().unwrap_or_default()
    }

    /// Lets the innermost stage of this thread have begun that much earlier.
    fn let_pass(spent: &Spent, time: Duration) {
        let thread = std::thread::current().id();
        let mut account = spent.account();
        let innermost = account.under_way.get_mut(&thread).and_then(|stack| stack.last_mut()).unwrap();
        innermost.since = innermost.since.checked_sub(time).unwrap();
    }

    const LONG: Duration = Duration::from_secs(1_000);
    const SHORT: Duration = Duration::from_secs(500);

    #[test]
    fn a_stage_inside_another_is_not_counted_twice() {
        let spent = Spent::default();
        spent.during(Stage::Exporting, || {
            let_pass(&spent, LONG);
            spent.during(Stage::ReadingStore, || let_pass(&spent, LONG));
            let_pass(&spent, LONG);
        });
        let (outside, inside) = (passed(&spent, Stage::Exporting), passed(&spent, Stage::ReadingStore));
        assert!(outside >= 2 * LONG && outside < 2 * LONG + SHORT, "{outside:?}");
        assert!(inside >= LONG && inside < LONG + SHORT, "{inside:?}");
    }

    #[test]
    fn work_is_followed_from_stage_to_stage_and_begins_with_none() {
        let spent = Spent::default();
        let mut going = spent.follow();
        let_pass(&spent, LONG);
        assert_eq!(stages(&spent), []);
        going.at(Stage::Judging);
        let_pass(&spent, LONG);
        going.at(Stage::Judging);
        going.at(Stage::Matching);
        assert!(passed(&spent, Stage::Judging) >= LONG && passed(&spent, Stage::Matching) < SHORT);
        let_pass(&spent, LONG);
        assert!(passed(&spent, Stage::Matching) >= LONG, "what is under way counts");
        let told = passed(&spent, Stage::Matching);
        assert!(told < LONG + SHORT, "and only once: {told:?}");
        drop(going);
        assert_eq!(stages(&spent), [Stage::Judging, Stage::Matching]);
        assert!(spent.account().under_way.is_empty());
    }

    #[test]
    fn who_is_told_a_stage_from_inside_another_counts_it_afterwards() {
        let spent = Spent::default();
        let mut outside = spent.follow();
        spent.during(Stage::Writing, || {
            outside.at(Stage::Syncing);
            let_pass(&spent, LONG);
        });
        assert!(passed(&spent, Stage::Writing) >= LONG && passed(&spent, Stage::Syncing) < SHORT);
        let_pass(&spent, LONG);
        drop(outside);
        assert!(passed(&spent, Stage::Syncing) >= LONG);
    }

    #[test]
    fn threads_are_counted_each_for_itself_and_a_panic_ends_what_it_breaks_off() {
        let spent = Spent::default();
        spent.during(Stage::Reading, || {
            let broken = std::thread::scope(|threads| threads.spawn(|| spent.during(Stage::Judging, || panic!("broken"))).join());
            assert!(broken.is_err());
            assert_eq!(spent.account().under_way.len(), 1);
        });
        assert_eq!(stages(&spent), [Stage::Reading, Stage::Judging]);
        assert!(spent.account().under_way.is_empty());
    }

    #[test]
    fn a_going_that_ends_before_what_is_inside_takes_that_with_it() {
        let spent = Spent::default();
        let outside = spent.begin(Some(Stage::Reading));
        let inside = spent.begin(Some(Stage::Judging));
        drop(outside);
        drop(inside);
        assert!(spent.account().under_way.is_empty());
        assert_eq!(stages(&spent), [Stage::Reading, Stage::Judging]);
    }

    #[test]
    fn readers_are_added_up_and_the_most_of_their_memory_counts() {
        let spent = Spent::default();
        for (seconds, peak) in [(1, Some(10)), (2, None), (3, Some(30)), (4, Some(20))] {
            spent.reader(Usage { processor: Duration::from_secs(seconds), peak });
        }
        assert_eq!(spent.tally().readers, Some(Usage { processor: Duration::from_secs(10), peak: Some(30) }));
    }

    #[test]
    fn the_system_tells_what_this_process_takes() {
        assert_eq!(peak_of("Name:\tx\nVmPeak:\t  9 kB\nVmHWM:\t    1234 kB\nVmRSS:\t 1 kB\n"), Some(1234 * 1024));
        for untold in ["", "VmHWM:\t\n", "VmHWM:\t 1 MB\n", "VmHWM:\t -1 kB\n"] {
            assert_eq!(peak_of(untold), None, "{untold}");
        }
        let room = vec![1_u8; 64 << 20];
        let usage = Usage::of_this_process();
        assert!(room.contains(&1) && usage.processor > Duration::ZERO);
        if std::path::Path::new(STATUS).exists() {
            assert!(usage.peak.is_some_and(|peak| peak >= 64 << 20), "{usage:?}");
        }
    }
}
