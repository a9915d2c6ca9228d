//! Keys that a person chose, and what arrives of each press, in a real terminal.

use std::fs;

use rustix::process::Signal;

use super::{end, folder};
use crate::support::terminal::Terminal;

#[test]
fn keys_of_ones_own_hold_and_the_footer_shows_them() {
    let folder = folder();
    fs::create_dir_all(folder.path().join(".config/instroom")).unwrap();
    fs::write(folder.path().join(".config/instroom/keys.toml"), "import = [\"F5\", \"%\"]\n").unwrap();
    let mut terminal = Terminal::start(&["customers.xlsx", "--store", "store", "--lang", "en"], folder.path());
    terminal.wait_for("F5 import");
    terminal.type_text("%");
    terminal.wait_for("Choose a language first");
    terminal.type_text("qq");
    assert_eq!(terminal.wait_for_end().exit_code(), 0);
}

#[test]
fn keys_that_cannot_be_are_told_and_the_standard_ones_hold() {
    let folder = folder();
    fs::write(folder.path().join("config.toml"), "").unwrap();
    fs::write(folder.path().join("keys.toml"), "[tabs]\nimport = [\"n\"]\n").unwrap();
    let mut terminal = Terminal::start(&["customers.xlsx", "--store", "store", "--lang", "en", "--config", "config.toml"], folder.path());
    terminal.wait_for("is not used: the standard keys hold");
    terminal.wait_for("Line 2: n would be both import and next-finding on the screen");
    terminal.type_text("\r");
    terminal.wait_for("I import");
    terminal.type_text("qq");
    assert_eq!(terminal.wait_for_end().exit_code(), 0);
}

#[test]
fn what_arrives_of_each_press_is_shown_until_q_twice() {
    let folder = folder();
    let mut terminal = Terminal::start(&["keys", "--check", "--lang", "en"], folder.path());
    terminal.wait_for("80x24  256 colours");
    terminal.wait_for("q twice ends");
    terminal.type_text("é");
    terminal.wait_for("é  'é' U+00E9  without modifiers");
    terminal.wait_for("(tab-2): The four tabs");
    terminal.wait_for("where a number is typed: 2");
    terminal.type_text("\u{1b}[1;2A");
    terminal.wait_for("Shift+Up  Up  Shift");
    terminal.type_text("g");
    terminal.wait_for("begins gg");
    terminal.type_text("qq");
    assert_eq!(terminal.wait_for_end().exit_code(), 0);
    assert!(!terminal.is_alternate() && !terminal.hides_cursor(), "the terminal is as it was");
}

#[test]
fn a_signal_gives_the_terminal_back_while_presses_are_shown() {
    let folder = folder();
    let mut terminal = Terminal::shell(folder.path());
    terminal.type_text(&format!("{} keys --check --lang en; echo ended $?\r", env!("CARGO_BIN_EXE_instroom")));
    terminal.wait_for("q twice ends");
    terminal.type_text("\u{1b}x");
    terminal.wait_for("Alt+X  'x' U+0078  Alt");
    terminal.type_text("\u{3}");
    terminal.wait_for("q twice or Ctrl+C twice ends");
    terminal.type_text("\u{3}");
    terminal.wait_for("ended 0");
    terminal.type_text("echo once\r");
    // Typed text is echoed again, and lines end as they should.
    terminal.wait_for("once");
    let mut terminal = Terminal::start(&["keys", "--check", "--lang", "en"], folder.path());
    terminal.wait_for("q twice ends");
    end(&terminal, Signal::TERM);
    assert_eq!(terminal.wait_for_end().exit_code(), 143);
}
