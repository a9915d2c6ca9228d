//! The line or the terminal is gone, or somebody asks for the end, while a commit is being written: the write ends whole, and the program right after it.

use std::path::Path;
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

use super::{checked, folder};
use crate::laws::power_cuts::recorder;
use crate::support::program::instroom;
use crate::support::terminal::Terminal;

/// The program below `strace`, which makes each sync of it slow, as an old drive does: a commit takes seconds then.
const SLOW: &[&str] =
    &["-f", "--seccomp-bpf", "-o", "/dev/null", "-e", "trace=fsync,fdatasync", "-e", "inject=fsync,fdatasync:delay_exit=150000"];

/// The program at the moment at which it writes a commit, and its process.
fn writing(folder: &Path) -> (Terminal, Pid) {
    let arguments =
        [SLOW, &[env!("CARGO_BIN_EXE_instroom"), "customers.xlsx", "--store", "store", "--state", "state", "--lang", "en"]].concat();
    let mut terminal = Terminal::start_other("strace", &arguments, folder, &[]);
    terminal.wait_for("[1 Only in import");
    terminal.type_text("T\r");
    terminal.wait_for("[Dutch]");
    terminal.type_text("Q\r");
    terminal.wait_for("[pit-2026]");
    terminal.type_text("I");
    terminal.wait_for("the sums agree");
    terminal.type_text("\t\r");
    let deadline = Instant::now() + Duration::from_secs(60);
    while !std::fs::read_to_string(folder.join("store/lock")).is_ok_and(|tag| tag.contains("ommitting")) {
        assert!(Instant::now() < deadline, "no commit is written; the screen is\n{}", terminal.text());
        std::thread::sleep(Duration::from_millis(2));
    }
    let traced = std::fs::read_to_string(format!("/proc/{0}/task/{0}/children", terminal.process())).unwrap();
    let process = Pid::from_raw(traced.split_whitespace().next().unwrap().parse().unwrap()).unwrap();
    (terminal, process)
}

#[test]
fn whatever_ends_it_while_a_commit_is_written_lets_the_write_end_whole() {
    if !recorder::is_there() {
        println!("strace is not there, or may not watch: no write was slow enough to be met");
        return;
    }
    let ways: [(&str, Option<Signal>, u32); 3] =
        [("SIGHUP", Some(Signal::HUP), 129), ("SIGTERM", Some(Signal::TERM), 143), ("a closed terminal", None, 129)];
    for (way, signal, code) in ways {
        let folder = folder();
        let (mut terminal, process) = writing(folder.path());
        match signal {
            Some(signal) => kill_process(process, signal).unwrap(),
            None => terminal.hang_up(),
        }
        let asked = Instant::now();
        assert_eq!(terminal.wait_for_end().exit_code(), code, "{way}");
        println!("{way} while a commit is written: over after {:?}", asked.elapsed());
        let answer = instroom(&folder.path().join("store"), &["store", "check"]);
        assert_eq!(answer.code, 0, "{way}: {answer:?}");
        let left = checked(folder.path())["buckets"]["only_in_import"].as_u64().unwrap();
        let drafts = instroom(&folder.path().join("store"), &["drafts", "--state", folder.path().join("state").to_str().unwrap()]);
        // All of it is there, or none and then the draft is.
        assert!(left == 0 || (left > 90 && drafts.out.contains("customers.xlsx")), "{way}: {left} rows are left, {drafts:?}");
    }
}

/// As under `nohup`: no signal tells that the terminal is gone.
#[test]
fn who_ignores_a_hang_up_ends_without_a_terminal_all_the_same() {
    let folder = folder();
    let line = format!("trap '' HUP; exec {} customers.xlsx --store store --lang en", env!("CARGO_BIN_EXE_instroom"));
    let mut terminal = Terminal::start_other("sh", &["-c", &line], folder.path(), &[]);
    terminal.wait_for("[1 Only in import");
    kill_process(Pid::from_raw(terminal.process().try_into().unwrap()).unwrap(), Signal::HUP).unwrap();
    terminal.type_text("?");
    terminal.wait_for("Esc close");
    terminal.hang_up();
    assert_eq!(terminal.wait_for_end().exit_code(), 129);
}
