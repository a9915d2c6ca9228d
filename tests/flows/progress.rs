//! What is seen while something takes its time: what, how far, how long yet, and how it is stopped.

use instroom::app::effect::Stage;
use instroom::words::ScreenLanguage;

use crate::support::flow::Flow;
use crate::support::office::SAMPLE;

#[test]
fn how_long_it_takes_yet_is_said_once_it_means_something() {
    let mut flow = Flow::at_start(&[("customers.xlsx", SAMPLE)]);
    flow.hold().opening("customers.xlsx");
    flow.far(Stage::Reading, 1_000, 120_000).see("too early to say how long");
    flow.far(Stage::Reading, 30_000, 120_000).takes(Some(25)).see("a quarter is read");
    flow.far(Stage::Reading, 90_000, 120_000).takes(Some(10)).speak(ScreenLanguage::Dutch).see("in Dutch");
    flow.far(Stage::Matching, 0, 120_000).takes(None).speak(ScreenLanguage::French).see("the next step, in French");
    flow.far(Stage::Matching, 40_000, 120_000).takes(Some(210)).see("minutes, in French");
    flow.resize(60, 15).see("a small window").press("Ctrl+C").see("a stop was asked for");
    flow.speak(ScreenLanguage::English).resize(80, 24).go_on().see("stopped; nothing is open");
    flow.tell("progress-time-left");
}

#[test]
fn exporting_says_how_far_it_is_and_leaves_nothing_when_it_is_stopped() {
    let mut flow = Flow::sample();
    flow.press("E Enter").hold().press("Enter");
    flow.far(Stage::Exporting, 60, 103).takes(Some(5)).see("rows on their way into the file");
    flow.press("Ctrl+C").see("a stop was asked for").go_on().see("stopped; the tabs are as they were");
    assert!(flow.model.running.is_none());
    assert!(!flow.disk.path("office/customers-new.xlsx").exists(), "nothing was written");
    flow.tell("progress-export");
}

#[test]
fn a_commit_that_is_stopped_before_it_counts_has_written_nothing() {
    let mut flow = Flow::sample();
    let before = flow.commits();
    flow.press("T Enter Q Enter I").hold().press("Right Enter");
    flow.far(Stage::Writing, 40, 103).takes(Some(15)).see("customers on their way into the store").press("Ctrl+C");
    flow.go_on().see("stopped before it counted");
    assert_eq!(flow.commits(), before, "nothing was written");
    flow.press("I Right Enter");
    assert_eq!(flow.commits(), before + 1, "and nothing was lost");
    flow.tell("progress-commit");
}

#[test]
fn what_ends_by_itself_says_so_and_is_not_said_to_be_stopping() {
    let mut flow = Flow::sample();
    flow.press("E Down Down Down Down Enter").hold().press("Enter").see("a corrected copy cannot be stopped").press("Ctrl+C");
    flow.see("and nobody says that it will be").go_on().see("written");
    flow.tell("progress-ends-by-itself");
}

#[test]
fn answers_are_read_file_by_file_and_reading_them_can_be_stopped() {
    let mut flow = Flow::at_start(&[("one.xlsx", SAMPLE), ("two.xlsx", SAMPLE)]);
    flow.press("a").hold().press("Space Space Enter").far(Stage::Answers, 1, 2).see("one of two is read").press("Ctrl+C");
    flow.go_on().see("stopped; nothing was taken over");
    assert!(flow.model.running.is_none());
    flow.tell("progress-answers");
}
