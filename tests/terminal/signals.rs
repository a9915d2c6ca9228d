//! Signals from outside: what ends the program gives the terminal back first, and so does what stops it.

use std::path::Path;

use rustix::process::{Pid, Signal, kill_process};

use super::{end, folder, opened};
use crate::support::terminal::Terminal;

/// A shell in which the program is a job, and the number of its process.
fn job(line: &str, folder: &Path) -> (Terminal, Pid) {
    let mut terminal = Terminal::shell(folder);
    terminal.type_text(&format!("{line}\r"));
    terminal.wait_for("[1 Only in import");
    let process = youngest(terminal.process());
    (terminal, process)
}

fn instroom() -> String {
    format!("{} customers.xlsx --store store --lang en", env!("CARGO_BIN_EXE_instroom"))
}

/// The process at the end of a line of children.
fn youngest(of: u32) -> Pid {
    let children = std::fs::read_to_string(format!("/proc/{of}/task/{of}/children")).unwrap();
    match children.split_whitespace().next() {
        Some(child) => youngest(child.parse().unwrap()),
        None => Pid::from_raw(i32::try_from(of).unwrap()).unwrap(),
    }
}

/// The shell is there, and waits.
fn is_stopped(terminal: &mut Terminal) {
    terminal.wait_until("the shell", |text| text.contains("Stopped") && text.trim_end().ends_with("ready>"));
}

/// The program was stopped and its shell is there; then it is called back, and left.
fn comes_back(terminal: &mut Terminal) {
    is_stopped(terminal);
    assert!(!terminal.is_alternate() && !terminal.hides_cursor());
    terminal.forget();
    terminal.type_text("fg\r");
    terminal.wait_for("[1 Only in import");
    terminal.wait_for("q back");
    assert!(terminal.is_alternate());
    // It can be done again.
    terminal.type_text("\u{1a}");
    is_stopped(terminal);
    terminal.forget();
    terminal.type_text("fg\r");
    terminal.wait_for("[1 Only in import");
    terminal.type_text("qq");
    // The prompt behind the program, not the one in front of `fg`: what is typed too early is lost.
    terminal.wait_until("the shell", |text| text.trim_end().ends_with("--lang en\nready>"));
    terminal.type_text("exit\r");
    assert_eq!(terminal.wait_for_end().exit_code(), 0);
}

#[test]
fn a_shell_gets_the_terminal_and_gives_it_back() {
    let folder = folder();
    let (mut terminal, _) = job(&instroom(), folder.path());
    terminal.type_text("\u{1a}");
    comes_back(&mut terminal);
}

#[test]
fn a_stop_from_outside_is_a_stop_by_its_key() {
    let folder = folder();
    let (mut terminal, process) = job(&instroom(), folder.path());
    kill_process(process, Signal::TSTP).unwrap();
    comes_back(&mut terminal);
}

/// A shell waits for the script, and would wait for ever if only the program were stopped.
#[test]
fn the_script_that_began_it_is_stopped_with_it() {
    let folder = folder();
    let (mut terminal, _) = job(&format!("sh -c ': ; {}; :'", instroom()), folder.path());
    terminal.type_text("\u{1a}");
    is_stopped(&mut terminal);
    terminal.forget();
    terminal.type_text("fg\r");
    terminal.wait_for("[1 Only in import");
    terminal.type_text("j");
    terminal.wait_for("2 of ");
}

#[test]
fn where_there_is_no_shell_the_screen_comes_back() {
    let folder = folder();
    for from_outside in [false, true] {
        let mut terminal = opened(folder.path());
        terminal.forget();
        if from_outside {
            end(&terminal, Signal::TSTP);
        } else {
            terminal.type_text("\u{1a}");
        }
        terminal.wait_for("[1 Only in import");
        terminal.wait_for("q back");
        terminal.type_text("qq");
        assert_eq!(terminal.wait_for_end().exit_code(), 0);
    }
}

/// As whatever cannot be seen coming: SIGSTOP, and being called back without having been stopped.
#[test]
fn what_was_stopped_without_being_asked_takes_the_terminal_again() {
    let folder = folder();
    let (mut terminal, process) = job(&instroom(), folder.path());
    kill_process(process, Signal::CONT).unwrap();
    kill_process(process, Signal::STOP).unwrap();
    // The shell writes into the screen that it finds. That it was called back and stopped at once is news to it that it need not tell.
    terminal.wait_until("the shell", |text| text.contains("ready>"));
    terminal.type_text("stty sane echo icanon\rfg\r");
    terminal.forget();
    terminal.wait_for("[1 Only in import");
    terminal.wait_for("q back");
    // A line would need Enter.
    terminal.type_text("j");
    terminal.wait_for("2 of ");
    terminal.type_text("qq");
    terminal.wait_until("the shell", |text| text.trim_end().ends_with("--lang en\nready>"));
    let said = terminal.said();
    assert_eq!(
        said.matches("\u{1b}[22;0t").count(),
        said.matches("\u{1b}[23;0t").count(),
        "the title is put aside as often as it is taken back"
    );
}

#[test]
fn whatever_asks_it_to_end_gives_the_terminal_back() {
    let folder = folder();
    for (signal, code) in [(Signal::TERM, 143), (Signal::INT, 130), (Signal::QUIT, 131), (Signal::HUP, 129)] {
        let mut terminal = opened(folder.path());
        end(&terminal, signal);
        assert_eq!(terminal.wait_for_end().exit_code(), code, "{signal:?}");
        assert!(!terminal.is_alternate() && !terminal.hides_cursor(), "{signal:?}");
        assert!(terminal.said().ends_with("\u{1b}[?2004l\u{1b}[?1049l\u{1b}[?25h"), "{:?}", terminal.said());
    }
}

#[test]
fn the_presses_are_left_and_stopped_by_signals_too() {
    let folder = folder();
    for (signal, code) in [(Signal::TERM, 143), (Signal::INT, 130), (Signal::QUIT, 131)] {
        let mut terminal = Terminal::start(&["keys", "--check", "--lang", "en"], folder.path());
        terminal.wait_for("80x24");
        // Nobody would call it back.
        end(&terminal, Signal::TSTP);
        terminal.type_text("x");
        terminal.wait_for("U+0078");
        end(&terminal, signal);
        assert_eq!(terminal.wait_for_end().exit_code(), code, "{signal:?}");
        assert!(terminal.said().ends_with("\u{1b}[?2004l"), "{:?}", terminal.said());
    }
    let mut terminal = Terminal::shell(folder.path());
    terminal.type_text(&format!("{} keys --check --lang en\r", env!("CARGO_BIN_EXE_instroom")));
    terminal.wait_for("80x24");
    kill_process(youngest(terminal.process()), Signal::TSTP).unwrap();
    is_stopped(&mut terminal);
    terminal.type_text("echo cooked $(stty -a | grep -c ' icanon')\r");
    terminal.wait_for("cooked 1");
    terminal.type_text("fg\r");
    terminal.wait_until("the program", |text| text.ends_with("keys --check --lang en"));
    terminal.type_text("y");
    terminal.wait_for("U+0079");
}

/// As a line over which nothing comes any more: the program fills it and waits, and has to end all the same.
#[test]
fn a_terminal_that_nobody_reads_keeps_no_program_alive() {
    let folder = folder();
    let mut terminal = opened(folder.path());
    terminal.stall();
    // Each is a whole screen, and a line holds a few.
    for _ in 0..60 {
        terminal.type_text("\u{c}");
        std::thread::sleep(std::time::Duration::from_millis(20));
    }
    end(&terminal, Signal::TERM);
    assert_eq!(terminal.wait_for_end().exit_code(), 143);
}
