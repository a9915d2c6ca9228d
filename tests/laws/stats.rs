//! `--stats`: every command takes it, before it or behind it, and what it tells is told behind everything else and true. Standard output
//! and the exit code stay what they are.

use serde_json::Value;

use crate::support::office::SAMPLE;
use crate::support::place::{Place, some};
use crate::support::program::Answer;
use crate::support::terminal::Terminal;

/// Every command without a screen, in an order in which each has something to do: the words, and the exit code.
const LINES: &[(&[&str], i32)] = &[
    (&["template", "-o", "template.xlsx"], 0),
    (&["check", "three.xlsx"], 0),
    (&["check", "nowhere.xlsx"], 66),
    (&["import", "three.xlsx"], 64),
    (&["import", "three.xlsx", "--language", "nl", "--questionnaire", "pit-2026", "--yes"], 0),
    (&["plan", "three.xlsx", "-o", "-"], 64),
    (&["plan", "four.xlsx", "--language", "nl", "--questionnaire", "pit-2026", "-o", "plan.json"], 0),
    (&["apply", "plan.json"], 0),
    (&["answers", "three.xlsx"], 65),
    (&["drafts"], 0),
    (&["flows"], 0),
    (&["flows", "next", "pit-2026", "--yes"], 0),
    (&["customers"], 0),
    (&["export", "-o", "customers.csv"], 0),
    (&["history"], 0),
    (&["history", "--customer", "1"], 0),
    (&["invite", "-n"], 0),
    (&["outbox"], 0),
    (&["outbox", "send"], 0),
    (&["config", "show"], 0),
    (&["keys"], 0),
    (&["store", "info"], 0),
    (&["store", "check"], 0),
    (&["store", "backup", "backup.jsonl"], 0),
    (&["store", "check", "--backup", "backup.jsonl"], 0),
    (&["store", "restore", "backup.jsonl", "--into", "elsewhere", "--yes"], 0),
    (&["undo", "1", "--yes"], 0),
    (&["completions", "bash"], 0),
    (&["man"], 0),
    (&["demo", "--no-input"], 64),
    (&["tutor", "--no-input"], 64),
    (&["--no-input"], 64),
];

/// Ends of the lines that are always told, in their order.
const ALWAYS: [&str; 3] = ["in all", "of processor time", "of memory at most"];

/// A place with a workbook of three customers and one of the fourth.
fn place() -> Place {
    let place = Place::empty();
    place.put("three.xlsx", &some(0..3));
    place.put("four.xlsx", &some(3..4));
    place
}

/// The words with the files of the home in the place of their names.
fn at_home(place: &Place, words: &[&str]) -> Vec<String> {
    let is_file = |word: &str| [".xlsx", ".json", ".jsonl", ".csv"].iter().any(|ending| word.ends_with(ending)) || word == "elsewhere";
    words.iter().map(|word| if is_file(word) { place.at(word) } else { (*word).to_owned() }).collect()
}

fn run(place: &Place, words: &[String], more: &[&str]) -> Answer {
    let words: Vec<&str> = words.iter().map(String::as_str).chain(more.iter().copied()).collect();
    place.run(&words)
}

/// What was told as JSON: the last line.
fn told_as_json(answer: &Answer) -> Value {
    let last = answer.told.lines().next_back().unwrap_or_default();
    serde_json::from_str(last).unwrap_or_else(|error| panic!("{error}: {answer:?}"))
}

/// What a line took; it has `--json` of its own.
fn stats(place: &Place, words: &[&str]) -> Value {
    told_as_json(&run(place, &at_home(place, words), &["--json", "--stats"]))
}

fn stages(stats: &Value) -> Vec<&str> {
    stats["stages"].as_array().unwrap().iter().map(|stage| stage["stage"].as_str().unwrap()).collect()
}

#[test]
fn every_command_takes_it_and_answers_as_without_it() {
    let (with, without) = (place(), place());
    for (words, code) in LINES {
        let asked = run(&with, &at_home(&with, words), &["--stats"]);
        let plain = run(&without, &at_home(&without, words), &[]);
        assert_eq!((asked.code, plain.code), (*code, *code), "{words:?}: {asked:?}\n{plain:?}");
        // What is told of a moment or a folder differs; of both there are as many lines.
        assert_eq!(asked.out.lines().count(), plain.out.lines().count(), "{words:?}: {asked:?}\n{plain:?}");
        let told: Vec<&str> = asked.told.lines().collect();
        let behind = told.get(plain.told.lines().count()..).unwrap_or_else(|| panic!("{words:?}: {asked:?}"));
        let is_figure = |line: &&str| line.starts_with("  ") && line.trim_start().starts_with(|sign: char| sign.is_ascii_digit());
        assert!(behind.iter().all(is_figure), "{words:?}: {asked:?}");
        let ends: Vec<&str> = ALWAYS.into_iter().filter(|end| behind.iter().any(|line| line.ends_with(end))).collect();
        assert_eq!(ends, ALWAYS, "{words:?}: {asked:?}");
        assert!(!plain.told.contains("in all"), "{plain:?}");
    }
    let before = with.run(&["--stats", "history"]);
    assert!(before.told.contains("1  customer in the store") && before.told.contains("Reading the store"), "{before:?}");
}

#[test]
fn no_command_is_left_out_here() {
    let help = Place::empty().run(&["--help"]).out;
    let listed = help.split_once("\nCommands:\n").unwrap().1.split("\n\n").next().unwrap().to_owned();
    let names = listed.lines().filter_map(|line| line.strip_prefix("  ")?.split(' ').next());
    let names: Vec<&str> = names.filter(|name| !name.is_empty() && *name != "help").collect();
    assert!(names.len() > 15, "{help}");
    for name in names {
        assert!(LINES.iter().any(|(words, _)| words.first() == Some(&name)), "{name}");
    }
}

#[test]
fn rows_customers_and_stages_are_those_there_were() {
    let place = place();
    let sample = place.put("customers.xlsx", SAMPLE);
    let check = place.run(&["check", &sample, "--json", "--stats"]);
    let (checked, took): (Value, Value) = (serde_json::from_str(&check.out).unwrap(), told_as_json(&check));
    assert_eq!(took["rows"], checked["rows"], "{took}");
    assert_eq!((&took["format"], &took["version"]), (&"instroom-stats".into(), &1.into()));
    assert_eq!((&took["command"], &took["customers"], &took["terminal"]), (&"check".into(), &0.into(), &Value::Null));
    assert_eq!(stages(&took), ["reading", "reading_store", "judging", "matching"]);

    let import = ["import", "three.xlsx", "--language", "nl", "--questionnaire", "pit-2026", "--yes"];
    let took = stats(&place, &import);
    assert_eq!((&took["rows"], &took["customers"]), (&3.into(), &0.into()), "{took}");
    assert_eq!(stages(&took), ["reading", "reading_store", "judging", "matching", "preparing", "writing", "syncing"]);

    let took = stats(&place, &["customers"]);
    assert_eq!((&took["rows"], &took["customers"], &took["reading_process"]), (&0.into(), &3.into(), &Value::Null), "{took}");
    assert_eq!(stages(&took), ["reading_store", "gathering"]);
    assert_eq!(stages(&stats(&place, &["store", "backup", "backup.jsonl"])), ["exporting"]);
    assert_eq!(stages(&stats(&place, &["undo", "1", "--yes"])), ["reading_store", "matching", "writing", "syncing"]);
    assert_eq!(stages(&stats(&place, &["answers", "three.xlsx"])), ["reading", "reading_store", "answers"]);
}

/// Only what holds on a machine that is busy, and on one that is not.
#[test]
fn time_and_memory_can_be_true() {
    let place = place();
    // Kept in memory whole: more than the program needs for anything else here.
    let long = "x".repeat(30_000);
    let rows: String = (0..1_500).map(|_| format!("An;Maes;{long}\n")).collect();
    let large = rows.len() as u64;
    place.put("large.csv", format!("First name;Last name;Street\n{rows}").as_bytes());
    let (small, large_one) = (stats(&place, &["check", "three.xlsx"]), stats(&place, &["check", "large.csv"]));
    for took in [&small, &large_one] {
        let number = |value: &Value| value.as_f64().unwrap_or_else(|| panic!("{took}"));
        let in_stages: f64 = took["stages"].as_array().unwrap().iter().map(|stage| number(&stage["seconds"])).sum();
        assert!(in_stages > 0.0 && in_stages <= number(&took["seconds"]) + 1e-3, "{took}");
        assert!(number(&took["processor_seconds"]) > 0.0, "{took}");
    }
    let reading = &small["reading_process"];
    assert!(reading["processor_seconds"].as_f64().is_some_and(|seconds| seconds > 0.0), "{small}");
    assert_eq!(large_one["reading_process"], Value::Null, "separated text needs no process of its own");
    if std::path::Path::new("/proc/self/status").exists() {
        let peak = |of: &Value| of["peak_memory"].as_u64().unwrap();
        assert!(peak(&large_one) >= large && peak(&large_one) < 40 * large, "{large_one}");
        assert!(peak(&small) < large && peak(reading) < large && peak(reading) > 100_000, "{small}");
    }
}

#[test]
fn it_is_told_in_the_language_of_the_screen() {
    let place = place();
    for (language, lines) in [
        ("nl", ["3  rijen gelezen", "s  Werkmap lezen", "s  in totaal", "geheugen op zijn hoogst"]),
        ("fr", ["3  lignes lues", "s  Lecture du classeur", "s  en tout", "de mémoire au plus"]),
    ] {
        let answer = place.run(&["check", &place.at("three.xlsx"), "--stats", "--lang", language]);
        assert!(lines.iter().all(|line| answer.told.contains(line)), "{language}: {answer:?}");
        assert!(answer.told.contains("0,"), "{language}: {answer:?}");
    }
}

#[test]
fn of_the_screens_it_tells_the_very_bytes_that_the_terminal_got() {
    let place = place();
    let told = place.at("told");
    let program = env!("CARGO_BIN_EXE_instroom");
    let line = format!("exec '{program}' three.xlsx --store store --lang en --mouse --stats 2>'{told}'");
    let mut terminal = Terminal::start_other("sh", &["-c", &line], place.home(), &[]);
    terminal.wait_for("[1 Only in import");
    for (keys, seen) in [("j", "2 of 3"), ("k", "1 of 3"), ("j", "2 of 3")] {
        terminal.type_text(keys);
        terminal.wait_for(seen);
    }
    terminal.type_text("\u{c}");
    terminal.is_idle();
    terminal.type_text("qq");
    assert_eq!(terminal.wait_for_end().exit_code(), 0);
    let told = std::fs::read_to_string(told).unwrap();
    let figure = |what: &str| -> u64 {
        let line = told.lines().find(|line| line.ends_with(what)).unwrap_or_else(|| panic!("{what}: {told}"));
        line.split_whitespace().next().unwrap().parse().unwrap()
    };
    assert_eq!(figure("bytes to the terminal"), terminal.came().0 as u64, "{told}");
    // One for what opened, one for each key but for those that changed nothing, and no more than two for any.
    assert!((5..20).contains(&figure("frames drawn")), "{told}");
    assert_eq!(figure("rows read"), 3, "{told}");
    assert!(told.contains("Reading the workbook") && told.contains("Checking the rows") && !told.contains("Everything else"), "{told}");
}
