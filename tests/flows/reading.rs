//! What is seen while a workbook is being read, and stopping it.

use instroom::app::effect::Stage;

use crate::support::flow::Flow;
use crate::support::office::SAMPLE;

#[test]
fn reading_shows_how_far_it_is_and_can_be_stopped() {
    let mut flow = Flow::at_start(&[("customers.xlsx", SAMPLE)]);
    flow.hold().opening("customers.xlsx").see("it begins");
    flow.far(Stage::Reading, 40_000, 0).see("how many rows there are is not known yet");
    flow.far(Stage::Reading, 60_000, 120_000).see("half of them");
    flow.press("j").see("a key that means nothing now");
    flow.press("?").see("help is there all the time").press("Esc");
    flow.far(Stage::Matching, 119_000, 120_000).see("nearly");
    flow.press("Esc").see("Esc stops nothing");
    flow.press("Ctrl+C").see("a stop was asked for");
    flow.go_on().see("stopped; nothing is open");
    assert!(flow.model.desk().is_none());
    flow.hold().opening("customers.xlsx").press("q").see("q while reading asks for a stop too");
    flow.go_on().see("stopped once more");
    assert!(flow.model.desk().is_none() && !flow.has_left());
    flow.hold().opening("customers.xlsx").press("?").go_on().see("help is open when the rows arrive").press("Esc").see("read");
    assert!(flow.model.desk().is_some());
    flow.tell("reading");
}
