//! Undo and redo: what was taken back is said, and the list goes back to any step.

use instroom::domain::draft::{Deed, Mark};
use instroom::words::ScreenLanguage;

use crate::support::flow::Flow;

#[test]
fn steps_are_taken_back_one_by_one_or_from_the_list() {
    let mut flow = Flow::sample();
    let all = flow.selected_here();
    flow.press("space space space");
    assert_eq!((flow.draft().steps().len(), flow.selected_here()), (1, all - 3), "a run of marks is one step");
    flow.press("j space").see("three marks in a run, and one on its own after a move");
    assert_eq!(flow.draft().steps().len(), 2, "moving ends the run");
    flow.press("u").see("u takes the last one back, says so, and goes to its row (1 press)");
    flow.press("u").see("and the run as a whole");
    assert_eq!(flow.selected_here(), all);
    flow.press("u").see("nothing is left");
    flow.press("U").see("U makes it again");
    flow.press("T Enter Q Enter 3 Enter a Esc").press("1 u").see("what was taken back lies in another tab: the message names it");
    flow.press("g u").see("the list of steps: where we are, and what was taken back");
    flow.press("Up Up Enter").see("Enter goes there: the lists follow");
    assert_eq!((flow.draft().steps_in_force(), flow.draft().steps().len()), (1, 4));
    flow.press("g u Down Down Down Enter").see("and forth again");
    assert_eq!(flow.draft().steps_in_force(), 4);
    flow.press("g u").type_text("language").see("typing finds a step").press("Esc");
    flow.tell("steps");
}

#[test]
fn a_commit_is_not_crossed() {
    let mut flow = Flow::sample();
    flow.press("space T Enter Q Enter I Right Enter Enter");
    assert_eq!(flow.commits(), 3);
    flow.press("u").see("what was imported stays, and what can be done is said");
    flow.press("3 Enter a Esc").press("g u").see("the commit is a line in the list");
    flow.press("Up Up Enter").see("a step above it is not gone back to");
    flow.press("g u Up Enter").see("the line itself is where undo stops");
    assert_eq!(flow.draft().steps_in_force(), flow.draft().steps_committed());
    flow.tell("steps-and-commit");
}

#[test]
fn a_step_taken_back_in_the_tab_that_is_shown_brings_the_cursor_to_its_row() {
    let mut flow = Flow::sample();
    flow.press("j j j space G");
    let marked = flow.model.desk().unwrap().table().order[3];
    flow.press("u");
    let desk = flow.model.desk().unwrap();
    assert_eq!(desk.table().current(), Some(marked));
    flow.press("g g U");
    assert_eq!(flow.model.desk().unwrap().table().current(), Some(marked));
}

#[test]
fn a_run_of_marks_ends_with_whatever_else_is_done() {
    for between in ["j", "k", "Tab Shift+Tab", "? Esc", "v Esc", "u U", "m"] {
        let mut flow = Flow::sample();
        flow.press("space space").press(between).press("space");
        let steps = flow.draft().steps();
        assert_eq!(steps.iter().map(|step| step.deed).collect::<Vec<_>>(), [Deed::Mark, Deed::Mark], "{between}");
        assert_eq!(steps[0].row_count(), 2, "{between}");
    }
    let mut flow = Flow::sample();
    flow.press("space").resize(120, 40).press("space");
    assert_eq!(flow.draft().steps().len(), 1, "a window that changes its size is not something done");
    flow.press("a");
    assert_eq!(flow.draft().steps().len(), 2, "a bulk mark is a step of its own");
    assert_eq!(flow.draft().marking([0, 1], Mark::Selected).row_count(), 0);
}

#[test]
fn steps_in_dutch_and_in_a_large_window() {
    let mut flow = Flow::sample();
    flow.speak(ScreenLanguage::Dutch).resize(120, 40);
    flow.press("space space j space T Enter - u").see("teruggenomen").press("g u").see("de stappen").press("Enter");
    flow.speak(ScreenLanguage::French).press("u").see("annulé").press("g u").see("les étapes");
    flow.tell("steps-large");
}
