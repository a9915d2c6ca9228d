//! Manners: what is set is given back on every way out, nothing is sent that was not asked for, and what is offered is whole.

use std::path::Path;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use rustix::process::Signal;

use super::{end, folder, opened};
use crate::support::terminal::Terminal;

const OPEN: [&str; 5] = ["customers.xlsx", "--store", "store", "--lang", "en"];
const TITLE: &str = "\u{1b}]0;customers.xlsx - Instroom\u{7}";
const ASIDE: &str = "\u{1b}[22;0t";
const BACK: &str = "\u{1b}[23;0t";

fn opened_with(arguments: &[&str], environment: &[(&str, &str)], folder: &Path) -> Terminal {
    let arguments: Vec<&str> = OPEN.into_iter().chain(arguments.iter().copied()).collect();
    let mut terminal = Terminal::start_with(&arguments, folder, environment);
    terminal.wait_for("Only in import");
    terminal
}

/// The terminal has everything again that was its own.
fn is_given_back(terminal: &Terminal) {
    let said = terminal.said();
    let (from, last) = (said.rfind("\u{1b}[?1049h").unwrap(), said.rfind("\u{1b}[?1049l").unwrap());
    assert!(from < last && said.rfind(ASIDE) < said.rfind(BACK) && said.rfind(TITLE) < said.rfind(BACK), "{said:?}");
    assert!(said.rfind("\u{1b}[?2004h") < said.rfind("\u{1b}[?2004l"), "pastes are no brackets any more");
    assert!(!terminal.is_alternate() && !terminal.hides_cursor());
}

#[test]
fn the_title_names_the_workbook_and_is_given_back_on_every_way_out() {
    let folder = folder();
    let mut left = opened(folder.path());
    let mut terminated = opened(folder.path());
    let mut lost = opened(folder.path());
    assert!(left.said().contains(TITLE) && left.said().contains(ASIDE), "{:?}", left.said());
    left.type_text("q");
    left.wait_for("What do you want to do?");
    assert!(left.said().contains("\u{1b}]0;Instroom\u{7}"), "back on the start screen no workbook is open");
    left.type_text("q");
    end(&terminated, Signal::TERM);
    end(&lost, Signal::HUP);
    for (terminal, code) in [(&mut left, 0), (&mut terminated, 143), (&mut lost, 129)] {
        assert_eq!(terminal.wait_for_end().exit_code(), code);
        is_given_back(terminal);
    }
}

#[test]
fn where_a_title_cannot_be_given_back_it_is_left() {
    let folder = folder();
    for environment in [&[("TERM", "screen-256color"), ("STY", "1.office")][..], &[("TERM", "linux")]] {
        let terminal = opened_with(&[], environment, folder.path());
        assert!(!terminal.said().contains("\u{1b}]0;") && !terminal.said().contains(ASIDE), "{environment:?}");
    }
}

#[test]
fn keys_that_come_at_once_are_few_frames_and_bytes() {
    let folder = folder();
    let mut terminal = opened(folder.path());
    while terminal.bytes_within(std::time::Duration::from_secs(1)) > 0 {}
    let before = terminal.came();
    terminal.type_text(&format!("{}{}", "jk".repeat(190), "j".repeat(120)));
    // List and pane have followed.
    terminal.wait_until("the last row", |text| text.contains("104 of 104") && text.contains("Row 123"));
    assert_eq!(terminal.bytes_within(std::time::Duration::from_secs(1)), 0);
    let (bytes, frames) = (terminal.came().0 - before.0, terminal.came().1 - before.1);
    assert!(bytes <= 5 * 1024 && frames <= 3, "{bytes} bytes in {frames} frames for 500 keys");
}

#[test]
fn what_is_copied_is_offered_to_the_terminal_and_through_what_stands_before_it() {
    let bare = |said: &str| {
        let (_, rest) = said.split_once("\u{1b}]52;c;").expect("something is offered");
        let (encoded, _) = rest.split_once('\u{7}').unwrap();
        String::from_utf8(STANDARD.decode(encoded).unwrap()).unwrap()
    };
    let copied = |environment: &[(&str, &str)], keys: &str| {
        // A folder each: a draft comes back where it was left.
        let folder = folder();
        let mut terminal = opened_with(&[], environment, folder.path());
        terminal.type_text(keys);
        terminal.wait_for("for the clipboard");
        terminal.said()
    };
    let name = bare(&copied(&[], "ly"));
    assert!(name.split(' ').count() >= 2, "{name}");
    let rows = bare(&copied(&[], "vjjY"));
    assert!(rows.lines().count() == 4 && rows.contains(&format!("\t{name}\t")) && rows.contains("*****"), "{rows}");
    let said = copied(&[("TMUX", "/tmp/tmux,1,0")], "ly");
    assert_eq!(bare(&said), name);
    assert!(said.contains(&format!("\u{1b}Ptmux;\u{1b}\u{1b}]52;c;{}\u{7}\u{1b}\\", STANDARD.encode(&name))), "{said:?}");
    let said = copied(&[("STY", "1.office"), ("TERM", "screen")], "ly");
    assert!(said.contains("\u{1b}P\u{1b}]52;c;\u{1b}\\\u{1b}P"), "{said:?}");
}

#[test]
fn pasted_rows_become_an_import() {
    let folder = folder();
    let mut terminal = Terminal::start(&["--store", "store", "--state", "state", "--lang", "en"], folder.path());
    terminal.wait_for("What do you want to do?");
    let rows = "Naam\tVoornaam\tE-mail\tTaal\rMaes\tKatrien\tkatrien.maes@example.be\tnl\rDubois\tMarie\tmarie@example.be\tfr\r";
    terminal.type_text(&format!("\u{1b}[200~{rows}\u{1b}[201~"));
    terminal.wait_for("pasted.tsv");
    terminal.wait_for("2 rows");
}

#[test]
fn the_mouse_is_the_terminals_own_unless_asked_for() {
    let folder = folder();
    let terminal = opened(folder.path());
    assert!(!terminal.said().contains("\u{1b}[?1000h") && !terminal.said().contains("\u{1b}[?1006h"));
    let mut terminal = opened_with(&["--mouse"], &[], folder.path());
    assert!(terminal.said().contains("\u{1b}[?1000h"));
    // A click on the fourth row, and one turn of the wheel.
    terminal.type_text("\u{1b}[<0;12;9M\u{1b}[<0;12;9m");
    terminal.wait_for("4 of ");
    terminal.type_text("\u{1b}[<65;12;9M");
    terminal.wait_for("5 of ");
    end(&terminal, Signal::TERM);
    assert_eq!(terminal.wait_for_end().exit_code(), 143);
    assert!(terminal.said().rfind("\u{1b}[?1000h") < terminal.said().rfind("\u{1b}[?1000l"));
}

#[test]
fn colours_and_frames_are_as_they_were_asked_for() {
    let folder = folder();
    let said = |arguments: &[&str], environment: &[(&str, &str)]| {
        let terminal = opened_with(arguments, environment, folder.path());
        // Red, green, yellow, blue, magenta or cyan ink.
        let sets_ink = |numbers: &str| numbers.split(';').any(|number| matches!(number, "31" | "32" | "33" | "34" | "35" | "36"));
        let said = terminal.said();
        let has_colours = said.split("\u{1b}[").any(|rest| rest.split_once('m').is_some_and(|(numbers, _)| sets_ink(numbers)));
        (has_colours, terminal.text().contains('─'))
    };
    assert_eq!(said(&[], &[]), (true, true));
    assert_eq!(said(&["--theme", "mono", "--ascii"], &[]), (false, false));
    assert_eq!(said(&[], &[("NO_COLOR", "1"), ("LC_ALL", "C")]), (false, false));
    assert_eq!(said(&["--theme", "light"], &[("NO_COLOR", "1")]), (true, true), "what was asked for goes before");
    assert_eq!(said(&[], &[("INSTROOM_THEME", "mono")]), (false, true));
}

/// Names the test that runs in a terminal of its own.
const INSIDE: &str = "INSTROOM_TEST_PANICS";

/// A clock whose time is never told: whoever asks panics, on whatever thread.
#[derive(Debug)]
struct Broken;

impl instroom::world::clock::Clock for Broken {
    fn today(&self) -> jiff::civil::Date {
        panic!("the clock is broken")
    }

    fn now(&self) -> jiff::Timestamp {
        panic!("the clock is broken")
    }
}

/// The program as it is, but for its clock. Does nothing unless it was started for it.
#[test]
fn inside_a_terminal_of_its_own_a_clock_breaks() {
    use instroom::app::effect::Opening;
    use instroom::app::model::Setting;
    use instroom::terminal::{self, Manner, Mouse, Way};

    if std::env::var_os(INSIDE).is_none() {
        return;
    }
    terminal::guard_panics(70, || {}).unwrap();
    let store = crate::support::office::empty_store();
    let world = instroom::world::perform::World {
        clock: std::sync::Arc::new(Broken),
        ..crate::support::office::world(&store, instroom::world::workbook::Reader::here())
    };
    let setting = Setting {
        sight: instroom::app::desk::Sight::first(instroom::words::ScreenLanguage::English),
        folder: "/".into(),
        seed: instroom::domain::draft::Seed::new([7; 32]),
        user: "els".into(),
        catalogue: crate::support::office::office().catalogue,
        faults: Vec::new(),
        log: instroom::app::log_place::LogPlace::default(),
        purpose: instroom::app::model::Purpose::Work,
    };
    let opening = Opening { path: "customers.xlsx".into(), ..Opening::default() };
    let manner = Manner { look: crate::support::flow::LOOK, mouse: Mouse::On, way: Way::Screens };
    terminal::run(setting, Some(opening), &world, manner).unwrap();
}

#[test]
fn a_panic_on_any_thread_gives_the_terminal_back_and_is_told() {
    let folder = folder();
    let program = std::env::current_exe().unwrap();
    let test = "terminal::manners::inside_a_terminal_of_its_own_a_clock_breaks";
    let arguments = ["--exact", test, "--nocapture", "--test-threads", "1"];
    let mut terminal = Terminal::start_other(program.to_str().unwrap(), &arguments, folder.path(), &[(INSIDE, "1")]);
    assert_eq!(terminal.wait_for_end().exit_code(), 70);
    let said = terminal.said();
    assert!(said.contains("\u{1b}[?1049h") && said.contains(ASIDE), "it was full screen: {said:?}");
    assert!(said.rfind("\u{1b}[?1049h") < said.rfind("\u{1b}[?1049l") && said.rfind(ASIDE) < said.rfind(BACK), "{said:?}");
    assert!(said.rfind("\u{1b}[?1000h") < said.rfind("\u{1b}[?1000l"), "the mouse too");
    assert!(!terminal.is_alternate() && !terminal.hides_cursor() && terminal.text().contains("the clock is broken"), "{}", terminal.text());
}
