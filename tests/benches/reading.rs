//! What reading a workbook costs, beside calamine's `worksheet_range` of the same file: `cargo bench --bench reading` (Linux;
//! 100,000 rows, some two minutes), and with `INSTROOM_BENCH_MOST=1000000` at a million rows too (some fifteen minutes and
//! 4 GiB). It fails where something costs more than its budget.
//!
//! What is measured is the program as it ships, guards on: `instroom check` reads in a process of its own, judges, matches and
//! sorts into buckets. Processor time is that of both processes, memory what both hold at the same moment, with what they share
//! (the program itself) counted once.
#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on should stop loudly")]

#[path = "../generate/mod.rs"]
#[expect(dead_code, reason = "the generator uses the rest")]
mod generate;

use std::fs;
use std::io::BufReader;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use calamine::{Reader as _, Xlsx, open_workbook};
use generate::rows::Format;
use generate::workbook::{Texts, write_with};

/// How often each side is measured; the least counts, since whatever else the machine does only adds.
const ROUNDS: usize = 5;

/// Argument that makes this program the yardstick: the file to read.
const RANGE: &str = "--worksheet-range";

/// Processor time beside calamine's (row 1), memory beside calamine's (row 2), ten times the rows (row 3), two processors
/// beside one (row 4).
const BUDGETS: Budgets = Budgets { processor: 1.10, memory: 0.55, tenfold: 11.0, second: 1.0 };

struct Budgets {
    processor: f64,
    memory: f64,
    tenfold: f64,
    second: f64,
}

/// What one run took.
#[derive(Debug, Clone, Copy)]
struct Taken {
    processor: Duration,
    wall: Duration,
    /// Bytes at the highest.
    memory: u64,
}

impl Taken {
    fn least(self, other: Self) -> Self {
        Self { processor: self.processor.min(other.processor), wall: self.wall.min(other.wall), memory: self.memory.min(other.memory) }
    }
}

fn main() {
    let told: Vec<String> = std::env::args().collect();
    if let Some(at) = told.iter().position(|argument| argument == RANGE) {
        let mut book: Xlsx<BufReader<fs::File>> = open_workbook(&told[at + 1]).unwrap();
        let name = book.sheet_names()[0].clone();
        let range = book.worksheet_range(&name).unwrap();
        assert!(range.height() > 1);
        return;
    }
    // Among the tests, where it would be in a debug build, there is nothing to measure.
    if !told.iter().any(|argument| argument == "--bench") {
        return;
    }
    let most: u64 = std::env::var("INSTROOM_BENCH_MOST").ok().map_or(100_000, |most| most.parse().unwrap());
    let folder = tempfile::tempdir().unwrap();
    let mut within = true;
    for (texts, word) in [(Texts::Own, "texts in the cells"), (Texts::Shared, "shared texts")] {
        let few = made(folder.path(), texts, 100_000);
        println!("-- {word}");
        let hundred_thousand = beside_calamine(&few, 100_000, &mut within);
        second_processor(&few, &mut within);
        // Shared texts are written from memory: a million rows of them are not made here.
        if most > 100_000 && texts == Texts::Own {
            let many = made(folder.path(), texts, most);
            let all = beside_calamine(&many, most, &mut within);
            #[expect(clippy::cast_precision_loss, reason = "some ten")]
            let budget = BUDGETS.tenfold * most as f64 / 1_000_000.0;
            let ratio = all.processor.as_secs_f64() / hundred_thousand.processor.as_secs_f64();
            within &= told_ratio(&format!("row 3: {most} rows to 100,000, processor"), ratio, budget);
        }
    }
    assert!(within, "something costs more than its budget");
}

fn made(folder: &Path, texts: Texts, rows: u64) -> PathBuf {
    let path = folder.join(format!("{rows}-{texts:?}.xlsx"));
    write_with(texts, &path, rows, rows / 50, 7, Format::Second).unwrap();
    path
}

/// Rows 1 and 2, in turns.
fn beside_calamine(path: &Path, rows: u64, within: &mut bool) -> Taken {
    let rounds = if rows > 100_000 { 1 } else { ROUNDS };
    let (mut ours, mut theirs) = (run(check(path)), run(range(path)));
    for _ in 1..rounds {
        ours = ours.least(run(check(path)));
        theirs = theirs.least(run(range(path)));
    }
    println!("{rows} rows: instroom check {}, worksheet_range {}", shown(ours), shown(theirs));
    *within &= told_ratio("row 1: processor", ours.processor.as_secs_f64() / theirs.processor.as_secs_f64(), BUDGETS.processor);
    #[expect(clippy::cast_precision_loss, reason = "mebibytes")]
    let memory = ours.memory as f64 / theirs.memory as f64;
    *within &= told_ratio("row 2: memory", memory, BUDGETS.memory);
    ours
}

/// Row 4: the same on one processor and on two.
fn second_processor(path: &Path, within: &mut bool) {
    let one = || {
        let mut command = Command::new("taskset");
        command.args(["-c", "0"]).arg(env!("CARGO_BIN_EXE_instroom"));
        quiet(&mut command, path)
    };
    if Command::new("taskset").arg("--version").stdout(Stdio::null()).status().is_err() {
        return println!("row 4: taskset is not here, so that nothing was measured");
    }
    let (mut alone, mut both) = (run(one()), run(check(path)));
    for _ in 1..ROUNDS {
        alone = alone.least(run(one()));
        both = both.least(run(check(path)));
    }
    println!("wall: one processor {:.2} s, two {:.2} s", alone.wall.as_secs_f64(), both.wall.as_secs_f64());
    *within &= told_ratio("row 4: wall with a second processor", both.wall.as_secs_f64() / alone.wall.as_secs_f64(), BUDGETS.second);
}

fn told_ratio(what: &str, ratio: f64, budget: f64) -> bool {
    println!("{what:<48} {ratio:>6.2} ×   budget {budget:.2} ×{}", if ratio <= budget { "" } else { "   TOO MUCH" });
    ratio <= budget
}

fn shown(taken: Taken) -> String {
    format!("{:.2} s, {} MiB", taken.processor.as_secs_f64(), taken.memory >> 20)
}

fn check(path: &Path) -> Command {
    quiet(&mut Command::new(env!("CARGO_BIN_EXE_instroom")), path)
}

/// The command on a workbook, in a home without a store.
fn quiet(command: &mut Command, path: &Path) -> Command {
    let mut made = Command::new(command.get_program());
    made.args(command.get_args()).arg("check").arg(path);
    let home = path.parent().unwrap();
    made.env_clear().env("HOME", home).env("XDG_DATA_HOME", home.join("data")).env("PATH", std::env::var_os("PATH").unwrap_or_default());
    made
}

fn range(path: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.arg(RANGE).arg(path);
    command
}

/// Runs a command to its end.
fn run(mut command: Command) -> Taken {
    let (before, began) = (children(), Instant::now());
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
    let memory = watched(&mut child);
    Taken { wall: began.elapsed(), processor: children() - before, memory }
}

/// Waits for a process, and gives what it and those that it has started held at the same moment, at the highest.
fn watched(child: &mut Child) -> u64 {
    let mut most = 0;
    loop {
        let now = resident(child.id()) + started_by(child.id()).into_iter().map(resident).sum::<u64>();
        most = most.max(now);
        if let Some(status) = child.try_wait().unwrap() {
            // Rows that are wrong are told with this code.
            assert!(status.success() || status.code() == Some(1), "{status}");
            return most;
        }
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Bytes of memory that a process has, with what it shares with others divided among them (proc(5): `Pss`).
fn resident(process: u32) -> u64 {
    let status = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("Pss:")).unwrap_or("0");
    line.trim_matches(|sign: char| !sign.is_ascii_digit()).parse::<u64>().unwrap_or(0) << 10
}

fn started_by(process: u32) -> Vec<u32> {
    let mut started = Vec::new();
    for task in fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten() {
        let children = fs::read_to_string(task.path().join("children")).unwrap_or_default();
        started.extend(children.split_whitespace().filter_map(|id| id.parse::<u32>().ok()));
    }
    started
}

/// Processor time of all processes that have ended under this one (proc(5): `cutime` and `cstime`).
fn children() -> Duration {
    let stat = fs::read_to_string("/proc/self/stat").unwrap();
    let behind = stat.rsplit_once(')').unwrap().1;
    let ticks: u64 = behind.split_whitespace().skip(13).take(2).map(|ticks| ticks.parse::<u64>().unwrap()).sum();
    // A hundred to the second on every Linux.
    Duration::from_millis(10 * ticks)
}
