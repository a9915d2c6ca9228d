//! No national number is shown in full, anywhere, unless it was asked for.

use std::collections::BTreeSet;

use calamine::Data;
use instroom::domain::field::Field;
use instroom::domain::language::Language;
use instroom::domain::template::headings::heading;
use instroom::words::ScreenLanguage;
use instroom::world::workbook::Reader;

use crate::support::cells;
use crate::support::couples::{AN, BO, couple, with};
use crate::support::disk::Disk;
use crate::support::flow::Flow;
use crate::support::office::{SAMPLE, demo_store, store_with, workbook_of, workbook_of_texts};
use crate::support::program::instroom;

/// Digits of every national number in the sample and in the demonstration's store; also of those
/// that lost their zeros.
pub(super) fn secrets() -> BTreeSet<String> {
    let mut secrets = BTreeSet::new();
    let is_number = |column: usize| Field::TEMPLATE[column].is_national_number();
    for (row, column, cell) in cells(SAMPLE.to_vec()).remove(0).1 {
        let digits: String = cell.to_string().chars().filter(char::is_ascii_digit).collect();
        let is_whole = !matches!(&cell, Data::String(text) if text.contains("E+"));
        if row > 0 && is_number(column) && is_whole && digits.len() >= 9 {
            // What was a number cell is suggested with its zeros.
            secrets.insert(format!("{digits:0>11}"));
            secrets.insert(digits);
        }
    }
    for known in crate::generate::demo_store::stored() {
        secrets.extend(
            [Field::NationalNumber, Field::SpouseNationalNumber].iter().filter_map(|field| known.values.get(*field)).map(str::to_owned),
        );
    }
    assert!(secrets.len() > 100, "{}", secrets.len());
    secrets
}

/// The secrets that a text tells, whatever stands between their digits.
pub(super) fn told<'a>(text: &str, secrets: &'a BTreeSet<String>) -> Vec<&'a str> {
    let mut found = Vec::new();
    for line in text.lines() {
        let bare: String = line.chars().filter(|character| !matches!(character, '.' | '-' | '/' | ' ')).collect();
        found.extend(secrets.iter().map(String::as_str).filter(|secret| bare.contains(secret)));
    }
    found
}

/// Where else values are shown: a duplicate, columns, lists, the editor, changes before they are made.
const ELSEWHERE: &[&str] = &[
    "3 g g Enter",
    "Down Enter",
    "Enter",
    "e",
    "Esc p",
    "Down Down Down Enter",
    "u Esc 1 $",
    "h",
    "h",
    "h",
    "h",
    "h",
    "h",
    "h",
    "h",
    "0",
    "/ 8 5",
    "Esc H",
    "Down",
    "Esc c",
    "Esc S",
    "Esc 1 g g 0 e",
    "Esc 4 g g e",
    "Down",
    "Tab",
    "Up",
    "Esc F",
    "G",
    "Esc f",
    "z",
    "z u n n e",
    "Esc F",
    "Enter",
    "u r n a t Enter",
    "0 Tab 1 Enter",
    "Esc Esc j f",
    "j F Esc",
];

/// Looks everywhere: every tab, row by row with the whole pane, every list that can be opened.
fn walk(flow: &mut Flow, look: &mut dyn FnMut(&Flow)) {
    for tab in ["1", "2", "3", "4"] {
        flow.press(tab).press("g g");
        let rows = flow.model.desk().unwrap().table().order.len();
        for _ in 0..rows {
            look(flow);
            // Where the row may be one return with another: both, side by side.
            flow.press("P");
            look(flow);
            flow.press("Esc");
            flow.press_key("j".parse().unwrap());
        }
    }
    for keys in ELSEWHERE {
        look(flow.press(keys));
    }
    look(flow.press("Esc M"));
    for _ in 0..Field::TEMPLATE.len() {
        look(flow.press("o"));
        look(flow.press("o j"));
    }
    look(flow.press("Enter"));
    look(flow.press("Esc q T Enter Q Enter I"));
    look(flow.press("Right Enter"));
    look(flow.press("Esc 3"));
}

#[test]
fn no_screen_tells_a_national_number() {
    let secrets = secrets();
    let mut flow = Flow::sample();
    flow.resize(200, 60);
    let mut screens = 0;
    walk(&mut flow, &mut |flow| {
        screens += 1;
        let screen = flow.screen();
        assert_eq!(told(&screen, &secrets), [""; 0], "{screen}");
    });
    assert!(screens > 130, "{screens}");
}

#[test]
fn looking_into_a_workbook_tells_none() {
    let secrets = secrets();
    let columns = [Field::FirstName, Field::LastName, Field::Email].map(|field| heading(field, Language::English).unwrap());
    let number = "85073003328";
    let hidden: &[&[&str]] = &[
        &["klanten", number],
        &[columns[0], columns[1], columns[2], "Language", "Labels", "City", "nota"],
        &["An", "Maes", "an@example.com", number, "85.07.30-033.28", number, number],
        &[number, number, number, "nl", "", "", number],
    ];
    let nothing: &[&[&str]] = &[&["Maes", number], &["nota", "85.07.30-033.28"]];
    let files: [(&str, &[u8]); 3] = [
        ("nothing.xlsx", &workbook_of_texts(&[("Blad", nothing)])),
        ("hidden.xlsx", &workbook_of_texts(&[("Klanten", hidden)])),
        ("customers.xlsx", SAMPLE),
    ];
    let mut secrets = secrets;
    secrets.insert(number.to_owned());
    let mut flow = Flow::at_start(&files);
    flow.resize(200, 60);
    let steps = [
        "n space",
        "H",
        "Esc j",
        "H",
        "Esc j",
        "H",
        "Esc Enter",
        "Right Enter",
        "Down Down Enter",
        "Right Enter Esc",
        "k Enter",
        "z",
        "z 4",
        "z",
        "z $",
        "h",
        "h",
        "H",
        "Down",
        "Down Down Enter",
        "Right Enter",
    ];
    for keys in steps {
        flow.press(keys);
        let screen = flow.screen();
        assert_eq!(told(&screen, &secrets), [""; 0], "{keys}\n{screen}");
    }
    assert!(flow.model.desk().is_some());
}

#[test]
fn neither_a_couple_nor_the_typing_of_a_number_tells_one() {
    let [an, bo] = couple();
    let secrets = BTreeSet::from([AN, BO].map(str::to_owned));
    let store = store_with([with(&an, &[(Field::SpouseNationalNumber, "")])]);
    let mut flow = Flow::open(store, &workbook_of([an, bo]));
    flow.resize(200, 60);
    for keys in ["P", "l", "Enter", "z", "z P", "Esc 3", "Enter", "j", "e"] {
        let screen = flow.press(keys).screen();
        assert_eq!(told(&screen, &secrets), [""; 0], "{keys}\n{screen}");
    }
    // Every field can be typed over; a number that is masked is not shown for that.
    for _ in 0..20 {
        let screen = flow.press("Esc j e").screen();
        assert_eq!(told(&screen, &secrets), [""; 0], "{screen}");
    }
    assert!(told(&flow.press("Esc Esc m z").screen(), &secrets).len() > 1, "the law can tell");
}

#[test]
fn no_dossier_tells_one_unless_asked_for() {
    let secrets = secrets();
    for size in [(80, 24), (200, 60)] {
        let mut flow = Flow::over(demo_store(), Disk::new(), Reader::here());
        flow.open_dossier(5).resize(size.0, size.1);
        // Looked at, edited, changed, found, saved.
        for keys in [
            "j j",
            "Enter",
            "Enter",
            "z",
            "z x",
            "W",
            "Esc u",
            "/ 7 8 1 2",
            "Enter Esc Tab j j j j j",
            "Enter",
            "8 5 Enter",
            "z",
            "z W",
            "Enter",
            "d",
        ] {
            let screen = flow.press(keys).screen();
            assert_eq!(told(&screen, &secrets), [""; 0], "{keys}\n{screen}");
        }
        flow.press("Esc g g m");
        assert!(!told(&flow.screen(), &secrets).is_empty(), "the law can tell:\n{}", flow.screen());
    }
}

#[test]
fn they_are_shown_when_asked_for_and_hidden_again() {
    let secrets = secrets();
    let mut flow = Flow::sample();
    flow.press("m");
    assert!(told(&flow.screen(), &secrets).len() >= 5, "the law can tell:\n{}", flow.screen());
    flow.press("z");
    assert!(!told(&flow.screen(), &secrets).is_empty());
    flow.press("m");
    assert_eq!(told(&flow.screen(), &secrets), [""; 0]);
    flow.speak(ScreenLanguage::French).press("z 4 z");
    assert_eq!(told(&flow.screen(), &secrets), [""; 0]);
}

/// What an export in `/srv/office` says, line by line.
fn exported(flow: &Flow, name: &str) -> String {
    let bytes = std::fs::read(flow.disk.path(&format!("office/{name}"))).unwrap();
    if !name.ends_with(".xlsx") {
        return String::from_utf8(bytes).unwrap();
    }
    let texts = cells(bytes).into_iter().flat_map(|(_, filled)| filled).map(|(_, _, cell)| cell.to_string());
    texts.collect::<Vec<_>>().join("\n")
}

#[test]
fn no_export_tells_one_unless_numbers_are_on_the_screen() {
    let secrets = secrets();
    for shows_numbers in [false, true] {
        let mut flow = Flow::sample();
        if shows_numbers {
            flow.press("m");
        }
        for (tab, name) in [("1", "new"), ("2", "only-in-store"), ("3", "duplicates"), ("4", "invalid")] {
            for (line, ending) in [("", "xlsx"), ("Down", "csv"), ("Down Down", "json")] {
                flow.press(tab).press("E").press(line).press("Enter Enter");
                let text = exported(&flow, &format!("customers-{name}.{ending}"));
                assert!(text.len() > 500, "{name}.{ending}: {text}");
                assert_eq!(told(&text, &secrets).is_empty(), !shows_numbers, "{name}.{ending}: {:?}", told(&text, &secrets));
            }
        }
        flow.press("T Enter Q Enter I Right Enter E Enter Enter").press("E Down Enter Enter");
        for name in ["customers-report.xlsx", "customers-report.json"] {
            assert_eq!(told(&exported(&flow, name), &secrets), [""; 0], "a report names nobody by a number");
        }
    }
}

#[test]
fn the_rows_to_put_right_tell_them_and_it_is_said_before() {
    let secrets = secrets();
    let mut flow = Flow::sample();
    flow.press("4 E Down Down Down Enter");
    assert!(flow.screen().contains("National numbers are whole here"), "{}", flow.screen());
    flow.press("Enter");
    assert!(!told(&exported(&flow, "customers-to-correct.xlsx"), &secrets).is_empty());
    assert_eq!(told(&flow.screen(), &secrets), [""; 0]);
}

#[test]
fn no_output_tells_one_unless_asked_for() {
    let secrets = secrets();
    let folder = tempfile::tempdir().unwrap();
    let sample = folder.path().join("customers.xlsx");
    std::fs::write(&sample, SAMPLE).unwrap();
    let (store, sample) = (folder.path().join("store"), sample.to_str().unwrap());
    for arguments in [&["check", sample, "--json", "--rows"][..], &["check", sample], &["check", sample, "--lang", "nl"]] {
        let answer = instroom(&store, arguments);
        assert_eq!(told(&answer.out, &secrets), [""; 0], "{arguments:?}");
        assert_eq!(told(&answer.told, &secrets), [""; 0], "{arguments:?}");
    }
    let shown = instroom(&store, &["check", sample, "--json", "--show-numbers"]);
    assert!(told(&shown.out, &secrets).len() > 5);
}

#[test]
fn the_register_tells_no_national_number() {
    let secrets = secrets();
    let mut flow = Flow::over(demo_store(), Disk::new(), Reader::here());
    flow.resize(300, 60).press("c");
    for tab in ["1", "2"] {
        flow.press(tab).press("g g");
        for _ in 0..flow.model.register().unwrap().table().order.len() {
            assert_eq!(told(&flow.screen(), &secrets), Vec::<&str>::new(), "{}", flow.screen());
            flow.press_key("j".parse().unwrap());
        }
        for keys in ["$", "b", "Down Enter", "Esc +", "Enter", "Esc z", "z / 8 5", "Esc Esc"] {
            flow.press(keys);
            assert_eq!(told(&flow.screen(), &secrets), Vec::<&str>::new(), "{keys}\n{}", flow.screen());
        }
    }
    flow.press("1 m g g");
    let mut seen = false;
    for _ in 0..flow.model.register().unwrap().table().order.len() {
        seen |= !told(&flow.screen(), &secrets).is_empty();
        flow.press_key("j".parse().unwrap());
    }
    assert!(seen, "and tells them when they are asked for");
}

#[test]
fn the_page_of_a_customer_and_the_history_tell_no_national_number() {
    let secrets = secrets();
    let mut flow = Flow::over(demo_store(), Disk::new(), Reader::here());
    flow.press("c").resize(160, 60);
    for _ in 0..12 {
        for keys in ["j e", "G", "Home j j j j Enter", "Esc q H", "G", "Esc x", "Esc"] {
            let screen = flow.press(keys).screen();
            assert_eq!(told(&screen, &secrets), [""; 0], "{keys}\n{screen}");
        }
    }
    assert!(!told(&flow.press("e m").screen(), &secrets).is_empty(), "the law can tell");
}
