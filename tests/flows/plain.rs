//! Journeys as a dialogue on plain lines, in the three languages: read each aloud.

use instroom::words::ScreenLanguage;
use instroom::world::workbook::Reader;

use crate::support::disk::Disk;
use crate::support::flow::Flow;
use crate::support::office::demo_store;
use crate::support::talk::Talk;

/// From the four tabs to a report and back: why a row is invalid, a field put right, what is chosen, the import, and undone.
const IMPORT: &[&str] = &[
    "4",
    "more",
    "list 3",
    "row 2",
    "edit",
    "12",
    ":1",
    "row 3",
    "take-suggestion",
    "u",
    "1",
    "list 5",
    "row 3",
    "space",
    "T",
    "2",
    "task-flow",
    "",
    "Q",
    "1",
    "3",
    "Enter",
    "l",
    "row 2",
    "q",
    "I",
    "2",
    "x",
    "more",
    "x",
    "2",
    "q",
];

/// Among the customers: looked for, opened, changed, saved; an import looked back on; who would be invited.
const CUSTOMERS: &[&str] = &[
    "customers",
    "find an",
    "list 3",
    "Enter",
    "z",
    "e",
    "row 3",
    "Enter",
    "Testelaar",
    "",
    "save-customer",
    "kathe@decock.example",
    "save-customer",
    "2",
    "",
    "non",
    "save-customer",
    "yes",
    "4",
    "2",
    "1",
    "i",
    "?",
    "why send",
];

/// What is answered that means nothing here, and how one finds out what does.
const LOST: &[&str] =
    &["nonsense", "?", "99", "row", "row 9999", "why repeat", "find zzzz", "esc", "take", "1", "here", "W", "pit", ":cancel"];

/// In lists: what fits nothing, what leaves them, help there; what words of the dialogue do alone.
const LISTS: &[&str] =
    &["T", "xyz", "help", "q", "T", "Esc", "T", "g", "1", "find", "claes", "find", ":cancel", "why", "why I", "Y", "question", "q"];

/// A form part by part, the season that it makes written by the number of its button, and questions with yes and no.
const SEASON: &[&str] =
    &["customers", "3", "n", "nonsense", "15/07/2027", "", "ja", "non", "no", "yes", "?", "2", "5", "x", "x", "nee", "x", "oui", "q"];

/// In a dossier: a number that is none is refused as everywhere, yes or no in any language, and leaving without saving.
const QUESTIONS: &[&str] = &[
    "customers",
    "row 5",
    "d",
    "3",
    "Enter",
    "93.05.18-223.60",
    "",
    ":cancel",
    "yes",
    "95",
    "Enter",
    "maybe",
    "ja",
    "q",
    "non",
    "q",
    "yes",
];

fn told(name: &str, flow: impl Fn() -> Flow, answers: &[&str]) {
    for language in ScreenLanguage::ALL {
        Talk::of(flow(), language).say(answers).tell(&format!("plain_{name}_{}", language.code()));
    }
}

#[test]
fn an_import_is_talked_through() {
    told("import", Flow::sample, IMPORT);
}

#[test]
fn customers_are_talked_about() {
    told("customers", || Flow::over(demo_store(), Disk::new(), Reader::here()), CUSTOMERS);
}

#[test]
fn lists_are_searched_and_left() {
    told("lists", Flow::sample, LISTS);
}

#[test]
fn a_season_is_filled_in_and_written() {
    told("season", || Flow::over(demo_store(), Disk::new(), Reader::here()), SEASON);
}

#[test]
fn questions_are_answered() {
    told("questions", || Flow::over(demo_store(), Disk::new(), Reader::here()), QUESTIONS);
}

#[test]
fn who_is_lost_is_told_where_they_are() {
    told("lost", Flow::sample, LOST);
}
