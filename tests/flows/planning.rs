//! Saving a plan from the summary.

use std::os::unix::fs::PermissionsExt as _;

use instroom::app::Overlay;
use instroom::domain::plan::Plan;
use instroom::words::ScreenLanguage;

use crate::support::flow::Flow;

#[test]
fn the_summary_can_be_kept_as_a_plan() {
    let mut flow = Flow::sample();
    flow.press("space T Enter Q Enter I").see("the summary").press("P").see("where to? (1 press)");
    flow.press("Esc").see("Esc goes back to the summary").press("P Enter").see("written, and the summary is still there");
    assert!(matches!(flow.model.overlay, Some(Overlay::Summary(_))));
    let path = flow.disk.path("office/customers.plan.json");
    let text = std::fs::read(&path).unwrap();
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    let plan = Plan::from_json(&text).unwrap();
    assert_eq!(plan.steps, flow.draft().steps());
    assert_eq!(plan.workbook.path, "/srv/office/customers.xlsx");
    let Some(Overlay::Summary(summary)) = &flow.model.overlay else { panic!("it came back") };
    assert_eq!(plan.writes, summary.set.tally, "the plan counts what the summary counts");
    std::fs::write(&path, "mine").unwrap();
    flow.press("P Enter").see("a file is there already").press("Enter").see("back is the default");
    assert_eq!(std::fs::read(&path).unwrap(), b"mine");
    flow.press("P Enter Right Enter");
    assert_eq!(std::fs::read(&path).unwrap(), text);
    flow.press("P").press("Ctrl+U").type_text("/srv/nowhere/x.json").press("Enter").see("no such folder").press("Enter").see("the summary");
    assert_eq!(flow.commits(), 2, "nothing was imported");
    flow.speak(ScreenLanguage::Dutch).press("P").see("in het Nederlands").press("Esc Esc");
    assert!(flow.model.overlay.is_none());
    flow.tell("planning");
}
