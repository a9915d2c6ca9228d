//! Keys that arrive in pieces, and what is typed when the line drops.

use std::path::Path;

use rustix::process::Signal;

use super::end;
use crate::support::program::instroom;
use crate::support::terminal::Terminal;

/// A store with customers, made without a screen.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sample/customers.xlsx");
    std::fs::copy(sample, folder.path().join("customers.xlsx")).unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let made = instroom(
        &folder.path().join("store"),
        &["import", &path("customers.xlsx"), "--language", "nl", "--questionnaire", "pit-2026", "--yes"],
    );
    assert!(folder.path().join("store").exists(), "{}{}", made.out, made.told);
    folder
}

fn start(folder: &Path) -> Terminal {
    let mut terminal = Terminal::start(&["--store", "store", "--state", "state", "--lang", "en"], folder);
    terminal.wait_for("customers");
    terminal
}

/// Opens the dossier of the first customer.
fn open_dossier(terminal: &mut Terminal) {
    terminal.type_text("c");
    terminal.wait_for("[1 Customers]");
    terminal.type_text("2");
    terminal.wait_for("[2 Dossiers]");
    terminal.wait_for("Claes Koen");
    terminal.type_text("\r");
    terminal.wait_for("answered");
}

#[test]
fn an_arrow_that_arrives_in_pieces_is_an_arrow() {
    let folder = folder();
    let mut terminal = start(folder.path());
    terminal.type_text("?q");
    terminal.wait_for("/ q");
    terminal.type_text("\u{1b}");
    // The rest comes while the Esc is held back: not joined, it would close the list and be text.
    terminal.type_text("[");
    terminal.type_text("Bu");
    terminal.wait_for("/ qu");
}

#[test]
fn answers_that_were_not_saved_when_the_line_dropped_are_there_again() {
    let folder = folder();
    let mut terminal = start(folder.path());
    open_dossier(&mut terminal);
    terminal.type_text("\rZwz");
    terminal.wait_for("Zwz");
    end(&terminal, Signal::KILL);
    terminal.wait_for_end();
    let mut terminal = start(folder.path());
    open_dossier(&mut terminal);
    terminal.wait_for("not saved");
    terminal.wait_for("Zwz");
}

#[test]
fn what_somebody_else_writes_is_on_screen_without_a_key() {
    let folder = tempfile::tempdir().unwrap();
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/sample/customers.xlsx");
    let store = folder.path().join("store");
    let mut terminal = Terminal::start(&["--store", "store", "--state", "state", "--lang", "en"], folder.path());
    terminal.wait_for("New import");
    terminal.type_text("c");
    terminal.wait_for("[1 Customers]");
    let import = ["import", sample.to_str().unwrap(), "--language", "nl", "--questionnaire", "pit-2026", "--yes"];
    assert_eq!(instroom(&store, &import).code, 0);
    terminal.wait_for("Claes Koen");
}
