//! The main screens in the smallest window and in a large one.

use instroom::world::workbook::Reader;

use crate::support::disk::Disk;
use crate::support::flow::Flow;
use crate::support::office::{SAMPLE, demo_store, workbook_of_texts};

/// The way through the main screens.
fn through(width: u16, height: u16, name: &str) {
    let mut start = Flow::at_start(&[("customers.xlsx", SAMPLE), ("geen.xlsx", &workbook_of_texts(&[("Leeg", &[&["x"]])]))]);
    start.resize(width, height).see("Where everything begins");
    start.press("n").see("Which workbook");
    start.press("space").see("Looked into");
    let mut desk = Flow::sample();
    desk.resize(width, height).see("New rows");
    desk.press("4").see("Invalid rows");
    desk.press("e").see("A field is put right");
    desk.press("Esc 3").see("Duplicates");
    desk.press("Enter").see("One of them");
    desk.press("q M").see("Which column is what");
    desk.press("q 1 T Enter Q").see("A list to choose from");
    desk.press("Enter I").see("Before anything is written");
    desk.press("Right Enter").see("What was written");
    let mut office = Flow::over(demo_store(), Disk::new(), Reader::here());
    office.resize(width, height).press("c").see("The customers");
    office.press("Enter").see("One of them");
    office.press("q 2").see("The dossiers");
    office.press("Enter").see("One of them");
    office.press("q 3").see("The task flows");
    office.press("4").see("The outbox");
    office.press("5").see("The imports");
    office.press("?").see("The keys");
    office.press("Esc q i").see("Who gets mail");
    let mut story = start;
    story.then(desk).then(office);
    story.tell(name);
}

#[test]
fn the_smallest_window() {
    through(60, 15, "in_60x15");
}

#[test]
fn a_large_window() {
    through(200, 60, "in_200x60");
}
