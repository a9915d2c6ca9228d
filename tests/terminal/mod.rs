//! The built binary in a real terminal: the whole journey, and every way out.

mod keys;
mod line;
mod mails;
mod manners;
mod signals;
mod storm;
mod torn;
mod tour;

use std::path::Path;
use std::process::Command;

use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

use crate::support::program::instroom;
use crate::support::terminal::Terminal;

/// A folder of its own with the sample workbook in it.
fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sample/customers.xlsx");
    std::fs::copy(sample, folder.path().join("customers.xlsx")).unwrap();
    folder
}

/// What `check --json` says of the sample against the store in the folder.
fn checked(folder: &Path) -> serde_json::Value {
    let mut check = Command::new(env!("CARGO_BIN_EXE_instroom"));
    let output = check.args(["check", "customers.xlsx", "--json", "--store", "store"]).current_dir(folder).output().unwrap();
    serde_json::from_slice(&output.stdout).unwrap()
}

fn opened(folder: &Path) -> Terminal {
    let mut terminal = Terminal::start(&["customers.xlsx", "--store", "store", "--lang", "en"], folder);
    terminal.wait_for("[1 Only in import");
    terminal
}

/// Sends the program a signal.
fn end(terminal: &Terminal, signal: Signal) {
    let process = Pid::from_raw(i32::try_from(terminal.process()).unwrap()).unwrap();
    kill_process(process, signal).unwrap();
}

#[test]
fn the_sample_is_imported_and_its_customers_are_in_the_store() {
    let folder = folder();
    let before = checked(folder.path());
    let new = before["buckets"]["only_in_import"].as_u64().unwrap();
    assert!(new > 90, "{before}");
    assert!(!folder.path().join("store").exists(), "checking creates no store");

    let mut terminal = opened(folder.path());
    terminal.type_text("I");
    terminal.wait_for("Choose a language first");
    terminal.type_text("T\r");
    terminal.wait_for("[Dutch]");
    terminal.type_text("Q\r");
    terminal.wait_for("[pit-2026]");
    terminal.type_text("I");
    terminal.wait_for("the sums agree");
    // The default is the way back.
    terminal.type_text("\r");
    terminal.wait_for("[1 Only in import");
    assert!(!folder.path().join("store").exists(), "nothing was written before the button was pressed");
    terminal.type_text("I");
    terminal.wait_for("the sums agree");
    terminal.type_text("\t\r");
    terminal.wait_for(&format!("Customers: from 0 to {new}."));
    terminal.is_idle();
    terminal.type_text("qq");
    assert_eq!(terminal.wait_for_end().exit_code(), 0);
    assert!(!terminal.is_alternate() && !terminal.hides_cursor(), "the terminal is as it was");

    let after = checked(folder.path());
    assert_eq!(after["buckets"]["only_in_import"], 0);
    assert_eq!(after["buckets"]["duplicates"].as_u64(), Some(new));
    assert_eq!(after["buckets"]["invalid"], before["buckets"]["invalid"]);
}

#[test]
fn nothing_is_sent_while_nothing_happens() {
    let folder = folder();
    let mut terminal = opened(folder.path());
    terminal.is_idle();
    terminal.type_text("j");
    terminal.wait_for("2 of ");
}

#[test]
fn a_window_that_changes_its_size_is_drawn_anew() {
    let folder = folder();
    let mut terminal = opened(folder.path());
    terminal.resize(40, 120);
    terminal.wait_for("rows  EN");
    terminal.resize(8, 40);
    terminal.wait_for("Window too small: 40x8");
    terminal.resize(24, 80);
    terminal.wait_for("[1 Only in import");
    terminal.type_text("qq");
    assert_eq!(terminal.wait_for_end().exit_code(), 0);
}

#[test]
fn the_screen_is_drawn_anew_when_asked() {
    let folder = folder();
    let mut terminal = opened(folder.path());
    terminal.forget();
    terminal.type_text("\u{c}");
    terminal.wait_for("[1 Only in import");
    terminal.wait_for("q back");
}

#[test]
fn a_workbook_comes_in_on_standard_input_and_its_draft_has_a_copy() {
    let folder = folder();
    let mut terminal = Terminal::shell(folder.path());
    terminal.type_text(&format!("cat customers.xlsx | {} - --store store --state state --lang en\r", env!("CARGO_BIN_EXE_instroom")));
    terminal.wait_for("[1 Only in import");
    terminal.type_text(" ");
    terminal.wait_for("saved");
    terminal.type_text("q");
    terminal.wait_for("Resume draft: stdin");
    terminal.type_text("r");
    terminal.wait_for("Going on with the draft");
}

#[test]
fn a_lost_line_leaves_no_process() {
    let folder = folder();
    let mut talk = Terminal::start(&["--plain", "customers.xlsx", "--store", "store", "--state", "talk", "--lang", "en"], folder.path());
    talk.wait_for("Answer: ");
    talk.hang_up();
    assert_eq!(talk.wait_for_end().exit_code(), 129);
    let mut terminal = opened(folder.path());
    terminal.hang_up();
    assert_eq!(terminal.wait_for_end().exit_code(), 129);
}

#[test]
fn the_demonstration_opens_with_something_in_every_tab() {
    let folder = tempfile::tempdir().unwrap();
    let mut terminal = Terminal::start(&["demo", "--lang", "en"], folder.path());
    terminal.wait_for("[1 Only in import");
    let tabs = terminal.text().lines().nth(1).unwrap_or_default().to_owned();
    let counts: Vec<u32> = tabs.split(|sign: char| !sign.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect();
    let [1, new, 2, stored, 3, double, 4, invalid] = counts[..] else { panic!("{tabs}") };
    assert!(new > 0 && stored > 0 && double > 0 && invalid > 0, "{tabs}");
    terminal.type_text("qq");
    assert_eq!(terminal.wait_for_end().exit_code(), 0);
    let mut left = vec![folder.path().to_path_buf()];
    while let Ok(below) = std::fs::read_dir(&left[0]) {
        left = below.map(|entry| entry.unwrap().path()).collect();
        assert_eq!(left.len(), 1, "{left:?}");
    }
    assert_eq!(left, [folder.path().join(".state/instroom/instroom.log")], "the demonstration leaves nothing but the log");
}

#[test]
fn a_decision_is_saved_within_a_moment_and_then_nothing_is_sent() {
    let folder = folder();
    let mut terminal = opened(folder.path());
    terminal.type_text(" ");
    terminal.wait_for("saved ");
    terminal.is_idle();
}

#[test]
fn a_dropped_line_gives_the_draft_back_where_it_was() {
    let folder = folder();
    let mut terminal = opened(folder.path());
    terminal.type_text("4jjj/an\r");
    terminal.wait_for("Filter \"an\"");
    terminal.type_text("T\r");
    terminal.wait_for("[Dutch]");
    let before = terminal.text();
    // Only the signal: a line that is hung up here types a few keys more on its way out.
    end(&terminal, Signal::HUP);
    assert_eq!(terminal.wait_for_end().exit_code(), 129);
    let mut terminal = Terminal::start(&["--store", "store", "--lang", "en"], folder.path());
    terminal.wait_for("Resume draft: customers.xlsx");
    terminal.type_text("r");
    terminal.wait_for("Going on with the draft");
    let rows = |text: &str| text.lines().skip(1).take(12).map(str::to_owned).collect::<Vec<_>>();
    assert_eq!(rows(&terminal.text()), rows(&before), "{before}\n{}", terminal.text());
    terminal.type_text("qq");
    assert_eq!(terminal.wait_for_end().exit_code(), 0);
}

#[test]
fn drafts_are_listed_opened_and_removed_from_the_command_line() {
    let folder = folder();
    let state = folder.path().join("state");
    let drafts = |arguments: &[&str]| {
        let arguments: Vec<&str> = ["drafts"].iter().chain(arguments).copied().chain(["--state", state.to_str().unwrap()]).collect();
        instroom(&folder.path().join("store"), &arguments)
    };
    let kept = || serde_json::from_str::<serde_json::Value>(&drafts(&["--json"]).out).unwrap()["drafts"].take();
    assert_eq!((drafts(&[]).out, kept()), (String::new(), serde_json::json!([])));
    assert!(!state.join("drafts").exists(), "looking creates nothing but the log");
    let mut terminal = Terminal::start(&["customers.xlsx", "--store", "store", "--state", "state", "--lang", "en"], folder.path());
    terminal.wait_for("[1 Only in import");
    terminal.type_text(" ");
    terminal.wait_for("103 selected");
    let listed = kept();
    let id = listed[0]["id"].as_str().unwrap().to_owned();
    assert_eq!((&listed[0]["file"], &listed[0]["rows"], &listed[0]["open_by"]), (&"customers.xlsx".into(), &122.into(), &"els".into()));
    let refused = drafts(&["remove", &id, "--yes"]);
    assert!(refused.code == 75 && refused.told.contains("els has it open"), "{refused:?}");
    end(&terminal, Signal::KILL);
    terminal.wait_for_end();
    let told = drafts(&[]).out;
    assert!(told.starts_with(&id) && told.contains("customers.xlsx") && told.contains("122 rows"), "{told}");
    let mut terminal = Terminal::start(&["drafts", "open", &id, "--store", "store", "--state", "state", "--lang", "en"], folder.path());
    terminal.wait_for("103 selected");
    terminal.type_text("qq");
    assert_eq!(terminal.wait_for_end().exit_code(), 0);
    for unknown in ["../state", "", &"0".repeat(32)] {
        assert_eq!(drafts(&["remove", unknown]).code, 66, "{unknown}");
    }
    let looked = drafts(&["remove", &id]);
    assert!(looked.code == 64 && looked.out.contains("would be thrown away") && kept().as_array().unwrap().len() == 1, "{looked:?}");
    assert_eq!(drafts(&["remove", &id, "--yes"]).code, 0);
    assert_eq!(kept(), serde_json::json!([]));
}
