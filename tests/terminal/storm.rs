//! More at once than anything can follow: sizes of the window, keys, pastes.

use std::time::Duration;

use super::{folder, opened};
use crate::support::terminal::Terminal;

/// The lines of a screen that are the same whatever row the cursor is on, and how many lines there are: by these it can be told for
/// which size it was drawn.
fn measure(text: &str) -> (usize, Vec<&str>, Option<&str>) {
    (text.lines().count(), text.lines().take(5).collect(), text.lines().last())
}

/// A screen as it looks: whether a blank was written or left says nothing.
fn seen(text: &str) -> Vec<&str> {
    text.lines().map(str::trim_end).collect()
}

/// As a person drags the corner of a window and types on, or a tiling desktop makes up its mind.
#[test]
fn a_storm_of_sizes_ends_in_the_screen_of_a_calm_window() {
    let (stormy, calm) = (folder(), folder());
    let mut wanted = opened(calm.path());
    wanted.resize(30, 100);
    while wanted.bytes_within(Duration::from_secs(1)) > 0 {}
    let wanted = wanted.text();
    assert!(wanted.contains("1 of 104"), "{wanted}");
    let mut terminal = opened(stormy.path());
    for step in 0..150 {
        terminal.resize(5 + step * 7 % 50, 30 + step * 11 % 170);
        if step % 9 == 0 {
            terminal.type_text("j");
        }
    }
    terminal.resize(30, 100);
    // In a window that is too small keys do nothing, and they can overtake the size.
    terminal.wait_until("the last size", |text| measure(text) == measure(&wanted));
    terminal.type_text("gg");
    terminal.wait_until("the same screen", |text| seen(text) == seen(&wanted));
}

/// A terminal hands over a thousand bytes at a time; what is behind them must not wait for the next key.
#[test]
fn thousands_of_keys_at_once_are_all_taken() {
    let folder = folder();
    let mut terminal = opened(folder.path());
    terminal.type_text(&format!("{}q", "jk".repeat(4000)));
    terminal.wait_for("What do you want to do?");
}

#[test]
fn a_long_paste_comes_whole() {
    let folder = folder();
    let mut terminal = Terminal::start(&["--store", "store", "--state", "state", "--lang", "en"], folder.path());
    terminal.wait_for("What do you want to do?");
    let rows: String = (1..=900).map(|row| format!("Peeters\tJan\tjan.{row}@example.org\r\n")).collect();
    terminal.type_text(&format!("\u{1b}[200~last name\tfirst name\te-mail\r\n{rows}\u{1b}[201~"));
    terminal.wait_for("900 rows");
}
