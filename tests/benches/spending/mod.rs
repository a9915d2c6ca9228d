//! What a piece of work costs its process: processor time of all its threads, the most memory it had, what it left on
//! the disk; and the same in a process of its own, so that nothing earlier is in the way.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

pub(crate) const MIB: f64 = 1024.0 * 1024.0;

/// The cache that the store gives sled.
pub(crate) const CACHE: u64 = 32 * 1024 * 1024;

/// What some work cost.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cost {
    /// Seconds of processor time, user's and system's, of all threads.
    pub(crate) cpu: f64,
    /// Seconds on a clock.
    pub(crate) wall: f64,
    /// Bytes of memory at the highest, on top of what there was.
    pub(crate) memory: f64,
}

/// Processor time of this process so far, in seconds (proc(5): in steps of a hundredth).
fn cpu() -> f64 {
    let text = fs::read_to_string("/proc/self/stat").unwrap();
    let fields: Vec<&str> = text.rsplit(") ").next().unwrap().split(' ').collect();
    [11, 12].iter().map(|at| fields[*at].parse::<f64>().unwrap()).sum::<f64>() / 100.0
}

/// A line of /proc/self/status, in bytes.
pub(crate) fn status(name: &str) -> f64 {
    let text = fs::read_to_string("/proc/self/status").unwrap();
    let line = text.lines().find_map(|line| line.strip_prefix(name)).unwrap();
    line.trim_matches(|character: char| !character.is_ascii_digit()).parse::<f64>().unwrap() * 1024.0
}

/// Does something, and says what it cost.
pub(crate) fn spent<T>(work: impl FnOnce() -> T) -> (T, Cost) {
    // Resets the high-water mark of this process (proc(5)).
    fs::write("/proc/self/clear_refs", "5").unwrap();
    let (memory, began, since) = (status("VmRSS:"), cpu(), Instant::now());
    let done = work();
    let wall = since.elapsed().as_secs_f64();
    (done, Cost { cpu: cpu() - began, wall, memory: status("VmHWM:") - memory })
}

/// What the files of a folder take.
pub(crate) fn disk(folder: &Path) -> u64 {
    let sizes = fs::read_dir(folder).unwrap().map(|entry| {
        let path = entry.unwrap().path();
        if path.is_dir() { disk(&path) } else { fs::metadata(&path).unwrap().len() }
    });
    sizes.sum()
}

/// Copies a folder with its folders.
pub(crate) fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let target = to.join(path.file_name().unwrap());
        if path.is_dir() {
            copy(&path, &target);
        } else {
            fs::copy(&path, &target).unwrap();
        }
    }
}

/// A part of a bench, which runs in a process of its own, in a folder.
pub(crate) type Part = (&'static str, fn(&Path));

/// Runs the part that this process was started for; else gives a folder for all of them. None where there is nothing left to do: among the
/// tests, where it would be in a debug build, nothing is measured.
pub(crate) fn begun(parts: &[Part]) -> Option<tempfile::TempDir> {
    let told: Vec<String> = std::env::args().collect();
    if !told.iter().any(|argument| argument == "--bench") {
        return None;
    }
    let Some((_, part)) = parts.iter().find(|(name, _)| told.iter().any(|argument| argument == name)) else {
        return Some(tempfile::tempdir().unwrap());
    };
    part(Path::new(told.last().unwrap()));
    None
}

/// Tells the parent a figure.
pub(crate) fn tell(name: &str, figure: f64) {
    println!("figure {name} {figure}");
}

/// The figures of a part of this bench that ran in a process of its own, in that folder.
pub(crate) fn apart(part: &str, folder: &Path) -> BTreeMap<String, f64> {
    let ran = Command::new(std::env::current_exe().unwrap()).args(["--bench", part]).arg(folder).output().unwrap();
    let (told, failed) = (String::from_utf8(ran.stdout).unwrap(), String::from_utf8_lossy(&ran.stderr).into_owned());
    assert!(ran.status.success(), "{part}: {failed}");
    let figures = told.lines().filter_map(|line| line.strip_prefix("figure ")?.split_once(' '));
    figures.map(|(name, figure)| (name.to_owned(), figure.parse().unwrap())).collect()
}

/// The least of each figure.
pub(crate) fn least(best: &mut BTreeMap<String, f64>, figures: BTreeMap<String, f64>) {
    for (name, figure) in figures {
        let known = best.entry(name).or_insert(figure);
        *known = known.min(figure);
    }
}

/// Prints a figure beside its budget. Whether it is within.
pub(crate) fn within(what: &str, figure: f64, budget: f64, unit: &str) -> bool {
    let kept = figure <= budget;
    println!("{what:<76} {figure:>8.2} {unit:<5} budget {budget:>6.2}  {}", if kept { "kept" } else { "OVER" });
    kept
}
