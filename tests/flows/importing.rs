//! From the tabs into the store.

use instroom::app::effect::Stage;

use crate::support::flow::Flow;
use crate::support::office::{SAMPLE, empty_store};

#[test]
fn an_import_is_refused_shown_written_and_told() {
    let mut flow = Flow::sample();
    flow.press("I").see("refused: no language").press("T Enter I").see("refused: no questionnaire").press("Q Enter");
    flow.press("- 3 - I").see("refused: nobody is selected").press("u 1 u");
    flow.press("1 space space").see("two rows are left out").press("3 l l l s s Enter a Esc").see("and one duplicate is updated");
    flow.hold().press("I").see("the summary is being computed").go_on().see("what would be written").press("Enter").see("back, as it was");
    assert_eq!(flow.model.store.customers(), 31);
    flow.press("I Right").see("the button that writes").press("Left Esc").see("Esc is back too");
    flow.press("I Right").hold().press("Enter").see("written").far(Stage::Writing, 41, 90).see("how far it is");
    flow.press("Esc").far(Stage::Syncing, 90, 90).see("Esc stops nothing").go_on().see("the report");
    let stored = flow.model.store.customers();
    flow.press("j Enter").see("the invalid rows").press("1").see("what was left over").press("u").see("a commit is not taken back by undo");
    flow.press("3").see("what was written is a duplicate now").press("1 a I Right Enter").see("the two that were left over, later");
    assert_eq!(flow.model.store.customers(), stored + 2);
    flow.press("j j j Enter").see("the start screen knows of both imports");
    flow.opening("customers.xlsx").see("rows were left, so that the draft was kept").press("Down Enter");
    flow.see("the same file again, afresh").press("3").see("duplicates without differences");
    let draft = flow.draft();
    assert_eq!(draft.counts().only_in_import, 0);
    flow.press("T Enter Q Enter I").see("nobody left to import but those whom the eye has to judge");
    flow.tell("importing");
}

#[test]
fn a_commit_is_stopped_before_it_writes() {
    let mut flow = Flow::open(empty_store(), SAMPLE);
    flow.press("T Enter Q Enter I Right").hold().press("Enter Ctrl+C").see("a stop was asked for").go_on().see("nothing was written");
    assert_eq!(flow.model.store.customers(), 0);
    flow.press("I").see("the same summary again").press("Right Enter").see("written after all");
    flow.tell("importing-stopped");
}

#[test]
fn leaving_keeps_what_was_decided_and_asks_nothing() {
    let mut flow = Flow::sample();
    flow.press("space q").see("left; the draft is kept");
    assert!(flow.model.desk().is_none() && !flow.has_left());
    flow.press("r u q").see("nothing is decided any more, and nothing is kept").tell("leaving");
}

#[test]
fn a_second_season_links_the_same_customers() {
    let mut flow = Flow::open(empty_store(), SAMPLE);
    flow.press("W Down Enter T Enter").see("last season is chosen").press("Q Enter I").see("a first import").press("Right Enter");
    let before = flow.model.store.customers();
    flow.see("written").press("Enter").press("W Up Enter").see("the other season: everybody can be selected").press("3");
    flow.see("nobody has a dossier there yet").press("a").see("all of them");
    let linked = flow.draft().counts().selected;
    flow.press("I").see("this questionnaire is of the other season").press("Q Enter I").see("links, no changes").press("Right Enter");
    flow.see("linked");
    assert_eq!(flow.model.store.customers(), before, "nobody came in twice");
    let snapshot = instroom::world::store::Store::snapshot(&flow.store).unwrap();
    assert_eq!(snapshot.dossier_count(&crate::support::imports::flow(2026)), usize::try_from(linked).unwrap());
    flow.tell("second-season");
}

/// How many customers the model knows of.
trait Customers {
    fn customers(&self) -> usize;
}

impl Customers for instroom::app::model::Glance {
    fn customers(&self) -> usize {
        match self {
            Self::Known(stock) => stock.snapshot.customer_count(),
            Self::Reading | Self::Fault(_) => panic!("the store is not known: {self:?}"),
        }
    }
}

/// A step of the report that the cursor stands on.
fn marked(flow: &Flow) -> Option<String> {
    flow.screen().lines().find(|line| line.trim_start().starts_with("> ")).map(|line| line.trim().to_owned())
}

#[test]
fn the_cursor_of_the_report_is_seen_in_the_lowest_window() {
    let mut flow = Flow::sample();
    flow.press("T Enter Q Enter I Right Enter").resize(60, 15).see("the report where it has the least room");
    let steps = steps_of(&flow);
    assert!(steps > 5, "{}", flow.screen());
    assert!(flow.screen().contains("more line"), "{}", flow.screen());
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..steps {
        seen.insert(marked(&flow).unwrap_or_else(|| panic!("no cursor\n{}", flow.screen())));
        flow.press("j");
    }
    assert_eq!(seen.len(), steps, "{seen:?}");
    assert!(!flow.screen().contains("more line"), "the last is the last: {}", flow.screen());
    flow.see("the last step").tell("report-in-a-low-window");
}

/// How many steps the report offers.
fn steps_of(flow: &Flow) -> usize {
    match flow.model.desk().map(|desk| &desk.face) {
        Some(instroom::app::desk::Face::Report(done)) => done.next().len(),
        _ => 0,
    }
}

#[test]
fn a_selected_duplicate_is_told_that_the_import_makes_its_dossier() {
    let mut flow = Flow::open(empty_store(), SAMPLE);
    flow.press("W Down Enter T Enter Q Enter I Right Enter Enter W Up Enter 3 - z");
    let before = flow.screen();
    assert!(before.contains("to make one"), "{before}");
    flow.press("z space k z");
    let after = flow.screen();
    assert!(after.contains("the import makes one") && !after.contains("to make one"), "{after}");
}

#[test]
fn where_nothing_is_chosen_nothing_else_is_asked_for() {
    let mut flow = Flow::open(crate::support::office::empty_store(), &crate::support::office::workbook_with_rows(Vec::new()));
    flow.press("I");
    assert!(flow.screen().contains("Nothing to import"), "{}", flow.screen());
}
