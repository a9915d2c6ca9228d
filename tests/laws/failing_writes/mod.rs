//! A full disk and a failing one, at each write in turn: a sentence and an exit code, a whole store, a kept draft.
//!
//! The calls of the built program fail where `strace` says so, one after the other, without a privilege and without anything in the program that
//! knows of it. Three ways: one call finds no room; from one call on there is none; one call, a sync or a renaming among them, finds a
//! broken disk. It counts the calls of each thread for itself: the Nth of every thread fails.
//!
//! `INSTROOM_FAILING_WRITES=1000 cargo test --locked --test main failing_writes` takes each call up to that one in each way; a short round takes some
//! calls, and of the ways a different one with each deed.

use std::path::Path;
use std::process::{Command, Stdio};

use instroom::domain::change_set::Founding;
use instroom::domain::questionnaire::built_in;
use instroom::world::store::{SledStore, Store as _};

use super::power_cuts::recorder;
use crate::support::place::{Place, some};

mod at_hand;

/// Calls of each way and command in a short round.
const CALLS: usize = 2;

/// A way in which writes fail: the calls, the error, and whether it stays.
#[derive(Clone, Copy)]
struct Way {
    name: &'static str,
    calls: &'static str,
    error: &'static str,
    stays: bool,
}

/// Whatever takes room. Where it stays, words on standard error have to get through: those go by `write`.
const ROOM: &str = "write,pwrite64,writev,copy_file_range,fallocate,mkdir,mkdirat,linkat";
const ROOM_BUT_WORDS: &str = "pwrite64,copy_file_range,fallocate,mkdir,mkdirat,linkat";
const ALL: &str = "write,pwrite64,copy_file_range,mkdir,mkdirat,linkat,fsync,fdatasync,ftruncate,rename,renameat,renameat2";

const WAYS: [Way; 3] = [
    Way { name: "no room for one call", calls: ROOM, error: "ENOSPC", stays: false },
    Way { name: "no room from one call on", calls: ROOM_BUT_WORDS, error: "ENOSPC", stays: true },
    Way { name: "a broken disk for one call", calls: ALL, error: "EIO", stays: false },
];

/// What came of a run.
struct Ran {
    code: Option<i32>,
    told: String,
    /// How many calls failed, and whether one of them was about what is said and not about a file.
    failed: usize,
    was_word: bool,
}

/// Runs a command while the Nth call of each thread fails.
fn run(way: Way, call: usize, command: &Command) -> Ran {
    let log = tempfile::NamedTempFile::new().unwrap();
    let inject = format!("inject={}:error={}:when={call}{}", way.calls, way.error, if way.stays { "+" } else { "" });
    let mut failing = Command::new("strace");
    failing.args(["-f", "--seccomp-bpf", "-y", "-s", "0", "-e", &format!("trace={}", way.calls), "-e", &inject, "-o"]).arg(log.path());
    failing.arg(command.get_program()).args(command.get_args()).stdin(Stdio::null());
    if command.get_envs().len() > 0 {
        failing.env_clear().env("PATH", std::env::var("PATH").unwrap());
        failing.envs(command.get_envs().map(|(name, value)| (name, value.unwrap())));
    }
    let ended = failing.output().unwrap();
    let log = String::from_utf8_lossy(&std::fs::read(log.path()).unwrap()).into_owned();
    let failed: Vec<&str> = log.lines().filter(|line| line.ends_with("(INJECTED)")).collect();
    let is_word = |line: &&&str| line.contains("(1<") || line.contains("(2<");
    Ran {
        code: ended.status.code(),
        told: String::from_utf8_lossy(&ended.stderr).into_owned(),
        was_word: failed.iter().any(|line| is_word(&line)),
        failed: failed.len(),
    }
}

/// The last call that is looked at, where a long round is wanted.
fn long_round() -> Option<usize> {
    std::env::var("INSTROOM_FAILING_WRITES").ok().and_then(|calls| calls.parse().ok())
}

/// The calls that are looked at: each in a long round, and in a short one some, farther and farther apart.
fn calls() -> impl Iterator<Item = usize> {
    let long = long_round();
    std::iter::successors(Some(1), move |call| Some(if long.is_some() { call + 1 } else { call * 7 + 1 })).take(long.unwrap_or(CALLS))
}

/// The ways that are looked at with a deed.
fn ways(deed: usize) -> impl Iterator<Item = Way> {
    WAYS.into_iter().enumerate().filter(move |(number, _)| long_round().is_some() || *number == deed % WAYS.len()).map(|(_, way)| way)
}

fn copy(from: &Path, to: &Path) {
    let copied = Command::new("cp").arg("-a").arg(from).arg(to).status().unwrap();
    assert!(copied.success());
}

fn store(folder: &Path) -> SledStore {
    SledStore::new(folder.join("store"), Founding::of(&built_in()))
}

/// The visible number, once everything in the store was looked at.
fn revision(folder: &Path, what: &str) -> u64 {
    let store = store(folder);
    assert_eq!(store.check().unwrap_or_else(|fault| panic!("{what}: {fault}")).unwrap_or_default().troubles, [], "{what}");
    store.snapshot().unwrap().revision.0
}

/// The program in a home of its own.
fn program(home: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_instroom"));
    command.args(arguments).env("USER", "els").env("INSTROOM_LANG", "en").env("HOME", home).env("INSTROOM_STORE", home.join("store"));
    command.env("XDG_CONFIG_DIRS", home.join("xdg"));
    command
}

/// A command that is run while its writes fail, and what it makes: one more commit, or a file.
struct Deed {
    arguments: &'static [&'static str],
    writes: Option<&'static str>,
}

const DEEDS: [Deed; 4] = [
    Deed { arguments: &["import", "more.xlsx", "--language", "nl", "--questionnaire", "pit-2026", "--yes"], writes: None },
    Deed { arguments: &["undo", "1", "--yes"], writes: None },
    Deed { arguments: &["store", "backup", "backup.jsonl", "--force"], writes: Some("backup.jsonl") },
    Deed { arguments: &["export", "-o", "out.csv", "--force"], writes: Some("out.csv") },
];

#[test]
fn whatever_write_fails_there_is_a_sentence_and_a_whole_store() {
    if !recorder::is_there() {
        println!("strace is not there, or may not watch: no failing write was looked at");
        return;
    }
    let seed = Place::with_three("first.xlsx");
    seed.put("more.xlsx", &some(3..40));
    for (number, deed) in DEEDS.iter().enumerate() {
        let whole = whole_file(seed.home(), deed);
        for way in ways(number) {
            let (mut all, mut refused) = (0, 0);
            for call in calls() {
                let folder = tempfile::tempdir_in("/dev/shm").or_else(|_| tempfile::tempdir()).unwrap();
                let home = folder.path().join("home");
                copy(seed.home(), &home);
                let mut command = program(&home, &[]);
                command.args(
                    deed.arguments
                        .iter()
                        .map(|word| if word.contains('.') { home.join(word).display().to_string() } else { (*word).to_owned() }),
                );
                command.args(["--state".to_owned(), home.join("state").display().to_string()]);
                let what = format!("{} {}: {}, call {call}", deed.arguments[0], deed.arguments[1], way.name);
                let ran = run(way, call, &command);
                if ran.failed == 0 {
                    break;
                }
                all += 1;
                refused += usize::from(ran.code != Some(0));
                judge(&ran, &home, deed, &whole, &what);
            }
            println!(
                "{} {}: {}: {all} calls, {refused} refused in a sentence, the store whole",
                deed.arguments[0], deed.arguments[1], way.name
            );
        }
    }
}

/// The file of a deed as it is where nothing fails.
fn whole_file(seed: &Path, deed: &Deed) -> Option<usize> {
    let folder = tempfile::tempdir().unwrap();
    let home = folder.path().join("home");
    copy(seed, &home);
    let ran = program(&home, deed.arguments).current_dir(&home).output().unwrap();
    assert!(ran.status.success(), "{}", String::from_utf8_lossy(&ran.stderr));
    deed.writes.map(|file| std::fs::read(home.join(file)).unwrap().len())
}

fn judge(ran: &Ran, home: &Path, deed: &Deed, whole: &Option<usize>, what: &str) {
    let code = ran.code.unwrap_or_else(|| panic!("{what}: ended by a signal: {}", ran.told));
    assert!(code != 101 && code != 70 && !ran.told.contains("panicked"), "{what}: {code}: {}", ran.told);
    assert!(code == 0 || !ran.told.trim().is_empty() || ran.was_word, "{what}: {code} without a word");
    let found = revision(home, what);
    match deed.writes {
        None => {
            assert!(found == 2 || (found == 1 || found > 2) && code != 0, "{what}: {code}, and the last commit is {found}: {}", ran.told)
        }
        Some(file) => match std::fs::read(home.join(file)) {
            // A backup says at which moment it was made; that is as long whenever it was.
            Ok(bytes) => assert!(bytes.len().abs_diff(whole.unwrap_or(0)) < 32, "{what}: half a file"),
            Err(_) => assert!(code != 0, "{what}: no file, and nothing is said"),
        },
    }
}
