//! The built binary in a real terminal: the whole journey, and every way out.

use std::path::Path;
use std::process::Command;
use std::time::Duration;

use rustix::process::{Pid, Signal, kill_process};
use tempfile::TempDir;

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
    terminal.wait_for(&format!("Customers in the store: 0 -> {new}."));
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
    // Until the last answer has come in; on a busy machine that takes a while.
    while terminal.bytes_within(Duration::from_secs(1)) > 0 {}
    assert_eq!(terminal.bytes_within(Duration::from_secs(3)), 0);
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
fn a_shell_gets_the_terminal_and_gives_it_back() {
    let folder = folder();
    let mut terminal = Terminal::shell(folder.path());
    terminal.type_text(&format!("{} customers.xlsx --store store --lang en\r", env!("CARGO_BIN_EXE_instroom")));
    terminal.wait_for("[1 Only in import");
    terminal.type_text("\u{1a}");
    terminal.wait_for("Stopped");
    assert!(!terminal.is_alternate());
    terminal.forget();
    terminal.type_text("fg\r");
    terminal.wait_for("[1 Only in import");
    terminal.wait_for("q back");
    assert!(terminal.is_alternate());
    terminal.type_text("qq");
    // The prompt behind the program, not the one in front of `fg`: what is typed too early is lost.
    terminal.wait_for("--lang en\nready>");
    terminal.type_text("exit\r");
    assert_eq!(terminal.wait_for_end().exit_code(), 0);
}

#[test]
fn where_there_is_no_shell_the_screen_comes_back() {
    let folder = folder();
    let mut terminal = opened(folder.path());
    terminal.forget();
    terminal.type_text("\u{1a}");
    terminal.wait_for("[1 Only in import");
    terminal.type_text("j");
    terminal.wait_for("2 of ");
}

#[test]
fn a_lost_line_leaves_no_process() {
    let folder = folder();
    let mut terminal = opened(folder.path());
    terminal.hang_up();
    assert_eq!(terminal.wait_for_end().exit_code(), 129);
}

#[test]
fn a_request_to_end_gives_the_terminal_back() {
    let folder = folder();
    let mut terminal = opened(folder.path());
    let process = Pid::from_raw(i32::try_from(terminal.process()).unwrap()).unwrap();
    kill_process(process, Signal::TERM).unwrap();
    assert_eq!(terminal.wait_for_end().exit_code(), 143);
    assert!(!terminal.is_alternate() && !terminal.hides_cursor());
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
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0, "the demonstration leaves nothing");
}
