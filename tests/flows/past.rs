//! The imports that were made: looked back on, and taken back.

use instroom::app::past::Page;
use instroom::domain::field::Field;
use instroom::domain::snapshot::Revision;
use instroom::words::ScreenLanguage;
use instroom::world::store::Store as _;
use instroom::world::workbook::Reader;

use crate::support::disk::Disk;
use crate::support::flow::Flow;
use crate::support::office::{SAMPLE, colleague_changes, demo_store};

fn office() -> Flow {
    Flow::over(demo_store(), Disk::new(), Reader::here())
}

/// The sample was imported over the demonstration's store, by the person at the keyboard.
fn imported() -> Flow {
    let mut flow = Flow::open(demo_store(), SAMPLE);
    flow.press("T Enter Q Enter I Right Enter");
    flow
}

#[test]
fn an_import_is_looked_back_on() {
    let mut flow = imported();
    flow.press("q c 5").see("every import, newest first").press("o").see("and everything else that was written").press("o Enter");
    flow.see("what became of its rows").press("b Enter").see("grouped by what became of them").press("Down Down Down Enter");
    flow.see("one group").press("Esc / c l a e s Enter").see("filtered while typing").press("Esc z").see("a line whole").press("z E");
    flow.see("the report again, as a file").press("Down Down Enter Enter").see("written");
    let text = std::fs::read_to_string(flow.disk.path("office/import-3-rows.json")).unwrap();
    assert!(text.contains("\"outcome\": \"added\"") || text.contains("\"outcome\":\"added\""), "{text}");
    flow.press("g g / a Enter Enter").see("from a row to its customer");
    assert!(flow.model.register().is_some(), "{}", flow.screen());
    flow.press("q").see("and back to the rows");
    assert!(matches!(flow.model.past().unwrap().page, Page::Rows), "{}", flow.screen());
    flow.press("q").see("and to the list of imports");
    flow.tell("past-rows");
}

#[test]
fn an_import_is_taken_back_from_the_list() {
    let mut flow = imported();
    let before = flow.store.snapshot().unwrap().customer_count();
    flow.press("q c ( x").see("what taking it back does, before anything is done");
    assert!(matches!(flow.model.past().unwrap().page, Page::TakingBack(_)));
    flow.press("b Enter").see("grouped by what becomes of it").press("Esc j j").see("the pane says more").press("x").see("a safe question");
    flow.press("Enter").see("back: nothing is done");
    assert_eq!(flow.store.snapshot().unwrap().revision, Revision(3));
    flow.press("x Right Enter").see("done, with its receipt");
    let after = flow.store.snapshot().unwrap();
    assert!(after.customer_count() < before, "{} of {before}", after.customer_count());
    assert_eq!(after.imports[0].taken_back, Some(Revision(4)));
    flow.press("x")
        .see("not twice")
        .press("q")
        .see("the list knows it")
        .press("x")
        .see("nor from there")
        .press("k o")
        .see("the taking back itself")
        .press("c")
        .see("its columns");
    flow.tell("past-taking-back");
}

#[test]
fn a_filter_narrows_what_is_seen_and_not_what_is_taken_back() {
    let mut flow = imported();
    flow.press("q c ( x").see("what taking it back does");
    assert!(flow.screen().contains("x takes the whole import back"), "{}", flow.screen());
    flow.press("/ c l a e s Enter x");
    let screen = flow.screen();
    let said = screen.split_whitespace().filter(|word| *word != "│").collect::<Vec<_>>().join(" ");
    assert!(said.contains("customers and") && said.contains("dossiers go."), "the question counts the whole import: {screen}");
}

#[test]
fn what_changed_meanwhile_is_looked_at_again() {
    let mut flow = imported();
    flow.press("x").see("from the report, what taking it back does");
    let added = flow.model.past().unwrap().lines.iter().filter_map(|line| line.customer).max().unwrap();
    colleague_changes(&flow.store, added.0, Field::City, "Ronse");
    flow.press("x Right Enter").see("somebody changed something meanwhile").press("Right Enter").see("worked out again: that stays");
    flow.press("j").see("with its dossier, and why");
    assert_eq!(flow.store.snapshot().unwrap().imports[0].taken_back, None);
    flow.press("x Right Enter").see("taken back but for that").press("q").see("the report it came from").press("q").see("and the start");
    flow.tell("past-conflict");
}

#[test]
fn a_second_thought_after_a_commit_is_told_where_to_go() {
    let mut flow = imported();
    flow.press("Enter u").see("undo never crosses a commit");
    assert_eq!(flow.commits(), 3);
    flow.tell("past-undo-stops");
}

#[test]
fn looking_back_speaks_the_languages_of_the_office() {
    let mut flow = imported();
    flow.press("q c 5");
    for (language, name) in [(ScreenLanguage::Dutch, "in Dutch"), (ScreenLanguage::French, "in French")] {
        flow.speak(language).see(name).press("x").see(name).press("x").see(name).press("Esc").resize(120, 40).see(name);
        flow.resize(60, 15).see(name).resize(80, 24).press("q Enter").see(name).press("q");
    }
    flow.tell("past-languages");
}

#[test]
fn nothing_was_imported_yet() {
    let mut flow = office();
    flow.press("c 5 / z z z Enter").see("nothing fits").press("Esc").see("the demonstration has two");
    flow.tell("past-few");
}
