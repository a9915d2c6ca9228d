//! From the start screen to a template, and back.

use crate::support::flow::Flow;

#[test]
fn a_template_is_written_and_an_old_one_is_kept_unless_said() {
    let mut flow = Flow::at_start(&[]);
    flow.see("the start screen over an empty store")
        .press("t")
        .see("the template: in which language?")
        .press("Up Enter")
        .see("and where to?")
        .press("Enter")
        .see("it is written");
    let written = std::fs::read(flow.disk.path("office/clients.xlsx")).unwrap();
    flow.press("j j j j j Enter Up Enter Enter").see("there is one already: back is the default").press("Enter").see("nothing happened");
    std::fs::write(flow.disk.path("office/clients.xlsx"), b"mine").unwrap();
    flow.press("t Up Enter Enter Esc").see("Esc is no yes");
    assert_eq!(std::fs::read(flow.disk.path("office/clients.xlsx")).unwrap(), b"mine");
    flow.press("t Up Enter Enter Right Enter").see("replaced, since that was said");
    assert_eq!(std::fs::read(flow.disk.path("office/clients.xlsx")).unwrap(), written);
    flow.press("t Enter Ctrl+U").type_text("/srv/nowhere/klanten.xlsx").press("Enter").see("no such folder").press("Enter");
    flow.press("t Enter Ctrl+U Enter").see("nothing is typed").press("Esc").see("back on the start screen");
    assert!(!flow.has_left());
    assert!(flow.press("q").has_left());
    flow.tell("start-and-template");
}
