//! Offices name workbooks after the customer inside: a national number in the name of a file is masked like any other, wherever the name is told.

use std::collections::BTreeSet;

use instroom::view;
use instroom::words::ScreenLanguage;

use super::masking::{secrets, told};
use crate::support::flow::{Flow, speaking};
use crate::support::office::SAMPLE;
use crate::support::talk::Talk;

/// The number in the names, and the names.
const NUMBER: &str = "85073003328";
const FILES: [&str; 2] = ["maes_85073003328.xlsx", "85_07_30_033_28.xlsx"];

/// From the choice of a workbook to the import, the drafts, the imports and back, by the keys that lead there.
const WALK: &[&str] = &[
    "",
    "n",
    "space",
    "j",
    "k",
    "Enter",
    "z",
    "z M",
    "q 3",
    "4",
    "z",
    "z E",
    "Esc 1",
    "d",
    "Esc T Enter Q Enter I",
    "P",
    "Esc",
    "Right Enter",
    "q",
    "d",
    "x",
    "Esc Esc",
    "c 5",
    "z",
    "z b",
    "Down Enter",
    "Esc o",
    "z",
    "z q 1",
    "H",
    "Esc q q",
];

fn all() -> BTreeSet<String> {
    let mut all = secrets();
    all.insert(NUMBER.to_owned());
    all
}

/// The same with the signs that part a name.
fn bare(text: &str) -> String {
    text.replace('_', "")
}

fn at_start(file: &str) -> Flow {
    let mut flow = Flow::at_start(&[(file, SAMPLE)]);
    flow.resize(200, 60);
    flow
}

#[test]
fn no_screen_tells_a_number_in_the_name_of_a_file() {
    let secrets = all();
    for file in FILES {
        for language in [ScreenLanguage::English, ScreenLanguage::Dutch, ScreenLanguage::French] {
            let mut flow = speaking(language, || at_start(file));
            for keys in WALK {
                let screen = flow.press(keys).screen();
                assert_eq!(told(&bare(&screen), &secrets), [""; 0], "{file}, {keys}\n{screen}");
                let title = view::window_title(&flow.model);
                assert_eq!(told(&bare(&title), &secrets), [""; 0], "{file}, {keys}: {title}");
            }
            assert!(flow.commits() == 1, "the walk went through the import");
        }
    }
}

#[test]
fn they_are_told_when_they_are_asked_for_but_not_in_the_title_of_the_window() {
    for file in FILES {
        let mut flow = at_start(file);
        flow.press("n Enter");
        assert!(flow.model.desk().is_some(), "{}", flow.screen());
        assert!(told(&bare(&flow.screen()), &all()).is_empty());
        assert!(told(&bare(&flow.press("m").screen()), &all()).contains(&NUMBER), "the law can tell: {}", flow.screen());
        assert!(told(&bare(&view::window_title(&flow.model)), &all()).is_empty());
    }
}

#[test]
fn nor_does_the_dialogue_on_plain_lines() {
    let secrets = all();
    for file in FILES {
        let mut talk = Talk::of(Flow::at_start(&[(file, SAMPLE)]), ScreenLanguage::English);
        talk.say(&["new-import", "list 5", "row 1", "Enter", "more", "drafts", "q", "q", "q", "list 9", "here"]);
        assert_eq!(told(&bare(talk.transcript()), &secrets), [""; 0], "{}", talk.transcript());
    }
}
