//! Whatever a file holds, there is an answer: within 20 s of the processor and 2 GiB, with an exit code that is documented, and
//! nothing in it that acts on a terminal.

use std::fs::File;
use std::io::{Read as _, Seek as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use instroom::domain::neutral::neutralise_lines;

use crate::hostile::{Case, Told, all};
use crate::support::place::Place;

/// Seconds of the processor, and KiB of address space, that each process has.
const BOUNDS: &str = "ulimit -t 20 && ulimit -v 2097152 && exec \"$@\"";

/// Files that take seconds to read, or to make: they are for long (`INSTROOM_HOSTILE=1`).
const SLOW: [&str; 17] = [
    "rows by columns",
    "one long text in",
    "by rows",
    "often",
    "megabytes",
    "MiB",
    "million",
    "more rows than are read",
    "hundred thousand",
    "two thousand",
    "every sheet the same part",
    "too many parts",
    "elements in elements",
    "elements within elements",
    "for ever",
    "tables within tables",
    "attributes by the thousand",
];

/// Of the others, every so manyth is in a short round: one after the other they are of all kinds.
const SHORT: usize = 3;

/// The files of this round.
fn cases() -> Vec<Case> {
    let is_long = std::env::var_os("INSTROOM_HOSTILE").is_some();
    let mut cases = all();
    assert!(cases.len() > 250, "{}", cases.len());
    if is_long {
        return cases;
    }
    cases.retain(|case| !SLOW.iter().any(|slow| case.name.contains(slow)));
    cases.into_iter().step_by(SHORT).collect()
}

/// What `check` may end with for a file: sound, invalid rows, or that it cannot be read.
const CODES: [i32; 3] = [0, 1, 65];

/// What the program answered.
struct Answer {
    code: Option<i32>,
    out: String,
    told: String,
}

/// Runs the program within the bounds.
fn bounded(home: &Path, arguments: &[&str]) -> Answer {
    // Files, not pipes: nobody has to read both at once.
    let (mut out, mut told) = (tempfile::tempfile().unwrap(), tempfile::tempfile().unwrap());
    let mut command = Command::new("/bin/sh");
    command.args(["-c", BOUNDS, "sh", env!("CARGO_BIN_EXE_instroom")]).args(arguments).stdin(Stdio::null());
    command.env_clear().env("USER", "els").env("INSTROOM_LANG", "en").env("HOME", home).env("XDG_CONFIG_DIRS", home.join("xdg"));
    command.stdout(out.try_clone().unwrap()).stderr(told.try_clone().unwrap());
    let code = command.status().unwrap().code();
    Answer { code, out: read(&mut out), told: read(&mut told) }
}

fn read(file: &mut File) -> String {
    let mut bytes = Vec::new();
    file.rewind().unwrap();
    file.read_to_end(&mut bytes).unwrap();
    String::from_utf8(bytes).expect("whatever is said is text")
}

/// What is wrong with an answer, if anything.
fn wrong(answer: &Answer, codes: &[i32]) -> Option<String> {
    let Some(code) = answer.code else { return Some(format!("ended by a signal: {}", answer.told)) };
    if !codes.contains(&code) {
        return Some(format!("exit code {code}: {}", answer.told));
    }
    for text in [&answer.out, &answer.told] {
        if let Some(line) = text.lines().find(|line| neutralise_lines(line) != *line) {
            return Some(format!("a control character: {line:?}"));
        }
        if text.contains("033.28") {
            return Some(format!("the number of a person: {text}"));
        }
        if text.contains("panicked") || text.contains("RUST_BACKTRACE") {
            return Some(format!("a panic: {text}"));
        }
    }
    None
}

/// What is wrong with how a file is judged, if anything.
fn judged(home: &Path, case: &Case, path: &str) -> Option<String> {
    let told = bounded(home, &["check", path]);
    let json = bounded(home, &["check", path, "--json"]);
    if let Some(wrong) = wrong(&told, &CODES).or_else(|| wrong(&json, &CODES)) {
        return Some(wrong);
    }
    if told.code != json.code {
        return Some(format!("{:?}, and with --json {:?}", told.code, json.code));
    }
    let rows = || serde_json::from_str::<serde_json::Value>(&json.out).ok().and_then(|document| document["rows"].as_u64());
    match &case.told {
        Told::Refused(why) if told.code != Some(65) || !told.told.contains(why) || !told.out.is_empty() => {
            Some(format!("not {why:?} but {:?}: {}", told.code, told.told))
        }
        Told::Rows(count) if rows() != Some(*count) => Some(format!("not {count} rows but {:?}: {}", rows(), told.told)),
        _ if told.code == Some(65) && told.told.lines().count() < 2 => Some(format!("no clear error: {}", told.told)),
        _ => None,
    }
}

#[test]
fn every_hostile_file_is_answered() {
    let place = Place::empty();
    let cases = cases();
    let (next, failed) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    std::thread::scope(|threads| {
        for _ in 0..2 {
            threads.spawn(|| {
                while let Some(case) = cases.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let path = place.put(&case.name, &case.bytes);
                    let wrong = judged(place.home(), case, &path);
                    failed.lock().unwrap().extend(wrong.map(|wrong| format!("{:?}: {wrong}", case.name)));
                    std::fs::remove_file(path).unwrap();
                }
            });
        }
    });
    let failed = failed.into_inner().unwrap();
    println!("{} files", cases.len());
    assert!(failed.is_empty(), "{} of {}:\n{}", failed.len(), cases.len(), failed.join("\n"));
}

#[test]
fn what_is_no_file_is_refused_without_waiting() {
    let place = Place::empty();
    let at = |name: &str| place.at(name);
    let mode = rustix::fs::Mode::from(0o600);
    rustix::fs::mknodat(rustix::fs::CWD, at("pipe.xlsx"), rustix::fs::FileType::Fifo, mode, 0).unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(at("socket.xlsx")).unwrap();
    std::fs::create_dir(at("folder.xlsx")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", at("link.xlsx")).unwrap();
    std::os::unix::fs::symlink(at("circle.xlsx"), at("circle.xlsx")).unwrap();
    File::create(at("sparse.xlsx")).unwrap().set_len(2 << 30).unwrap();
    for (name, told) in [
        ("pipe.xlsx", "is not a file."),
        ("socket.xlsx", "is not a file."),
        ("link.xlsx", "is not a file."),
        ("folder.xlsx", "folder"),
        ("sparse.xlsx", "is too large."),
        ("circle.xlsx", ""),
        ("none.xlsx", ""),
    ] {
        let answer = bounded(place.home(), &["check", &at(name)]);
        assert_eq!(wrong(&answer, &[65, 66, 74]), None, "{name}");
        assert!(answer.told.contains(told), "{name}: {}", answer.told);
    }
    for name in ["/dev/zero", "/dev/tty", "/proc/self/mem", "/proc/self/environ"] {
        assert_eq!(wrong(&bounded(place.home(), &["check", name]), &[65, 66, 74, 77]), None, "{name}");
    }
}

/// Files that are given to other commands: forms that came back, plans, backups. What is no workbook of theirs is refused.
#[test]
fn every_hostile_file_is_answered_by_whatever_else_reads_files() {
    let place = Place::with_three("customers.xlsx");
    let store = place.store();
    let store = store.to_str().unwrap();
    let long = "x".repeat(10 << 20);
    let deep = "[".repeat(200_000);
    let more = [
        ("deep.json", format!("{{\"plan\":1,\"steps\":{deep}")),
        ("long.json", format!("{{\"plan\":1,\"{long}\":1}}")),
        ("number.json", "{\"plan\":1e999}".to_owned()),
        ("acting.json", "{\"plan\":1,\"\u{1b}[2J\u{202e}\":\"\\u001b]52;c;x\\u0007\"}".to_owned()),
        ("head.backup", "{\"format\":\"instroom-backup\",\"version\":1}\n".to_owned()),
        ("newer.backup", "{\"format\":\"instroom-backup\",\"version\":4294967295}\n".to_owned()),
        ("deep.backup", format!("{{\"format\":\"instroom-backup\",\"version\":1,\"x\":{deep}\n")),
        ("line.backup", format!("{{\"format\":\"instroom-backup\",\"version\":1,\"x\":\"{long}")),
        ("lines.backup", "\n".repeat(100_000)),
    ];
    let few = cases()
        .into_iter()
        .filter(|case| case.bytes.len() < 100_000)
        .step_by(if std::env::var_os("INSTROOM_HOSTILE").is_some() { 4 } else { 8 })
        .map(|case| (case.name, case.bytes));
    for (name, bytes) in few.chain(more.map(|(name, text)| (name.to_owned(), text.into_bytes()))) {
        let file = place.put(&name, &bytes);
        let elsewhere = place.at("elsewhere");
        for arguments in [
            &["answers", "-n", &file, "--store", store][..],
            &["apply", &file, "--store", store],
            &["store", "check", "--backup", &file],
            &["store", "restore", &file, "--store", &elsewhere, "--yes"],
        ] {
            let answer = bounded(place.home(), arguments);
            assert_eq!(wrong(&answer, &[65, 66, 74]), None, "{arguments:?}");
            assert!(answer.told.lines().count() >= 1, "{arguments:?}: nothing was said");
        }
        assert!(!Path::new(&elsewhere).exists(), "{name}");
        std::fs::remove_file(file).unwrap();
    }
    assert_eq!(place.run(&["store", "check"]).code, 0);
}

/// Questionnaires and settings of the office that are hostile keep nobody from working, or are named.
#[test]
fn hostile_files_of_the_office_are_named() {
    let deep = format!("a = {}", "[".repeat(100_000));
    let dotted = format!("{} = 1", vec!["a"; 100_000].join("."));
    let tables = "[a.a.a.a.a.a.a.a.a.a]\n".repeat(10_000);
    let acting = "\"\u{202e}\\u001b[2J\" = \"\\u001b]52;c;x\\u0007\"\n".to_owned();
    let own = "format = 1\nid = \"a-2026\"\nincludes = \"a-2026\"\nassessment_year = 2026\nlanguages = [\"nl\"]\ntitle.nl = \"\u{202e}\"\n"
        .to_owned();
    for text in [deep, dotted, tables, acting, own, "\0".to_owned(), "x".repeat(2 << 20)] {
        let place = Place::empty();
        place.put(".config/instroom/questionnaires/a.toml", text.as_bytes());
        let workbook = place.put("customers.csv", b"First name;Last name;Email\nAn;Maes;an@example.com\n");
        let checked = bounded(place.home(), &["check", &workbook]);
        assert_eq!(wrong(&checked, &[0]), None, "as a questionnaire: {:.60}", text);
        assert_eq!(wrong(&bounded(place.home(), &["config", "check"]), &[0, 1, 64, 78]), None, "{:.60}", text);
        place.put(".config/instroom/config.toml", text.as_bytes());
        place.put(".config/instroom/keys.toml", text.as_bytes());
        assert_eq!(wrong(&bounded(place.home(), &["check", &workbook]), &[0, 78]), None, "as settings: {:.60}", text);
    }
}
