//! Going about after the import: nothing that was typed is lost, and back leads where one came from.

use instroom::app::Screen;
use instroom::app::keymap::Layer;
use instroom::app::register::TabKind;
use instroom::world::workbook::Reader;

use crate::support::disk::Disk;
use crate::support::flow::Flow;
use crate::support::office::demo_store;

fn office() -> Flow {
    Flow::over(demo_store(), Disk::new(), Reader::here())
}

/// What would be lost if back did not lead to the very list.
fn place(flow: &Flow) -> (TabKind, Option<u32>, String, usize, bool) {
    let register = flow.model.register().unwrap();
    let table = register.table();
    (register.tab, table.current(), table.filter.text().to_owned(), register.marked_count(), table.sort.is_some())
}

#[test]
fn back_leads_to_the_very_list_that_was_left() {
    let mut flow = office();
    flow.press("c l s j j space / e Enter j");
    let left = place(&flow);
    assert!(left.3 == 1 && left.4 && left.1.is_some());
    for (keys, away) in [("e", Layer::Person), ("d", Layer::Dossier), ("A", Layer::Parcels)] {
        flow.press(keys);
        assert_eq!(flow.model.layer(), away, "{keys}");
        flow.press("q");
        assert_eq!(place(&flow), left, "{keys}");
    }
    flow.press("Esc i");
    assert_eq!(flow.model.layer(), Layer::Inviting);
    flow.press("q");
    assert_eq!(flow.model.layer(), Layer::Register);
    assert_eq!(flow.model.register().unwrap().marked_count(), 1);
    flow.press("q");
    assert!(matches!(flow.model.screen, Screen::Start(_)));
    assert!(!flow.has_left());
    flow.press("q");
    assert!(flow.has_left(), "from the first screen q leaves");
}

#[test]
fn esc_asks_before_what_was_typed_is_lost() {
    let mut flow = office();
    flow.press("c 2 1 d Enter").type_text("Zwz").press("Esc").see("what was typed is asked about");
    assert_eq!(flow.model.layer(), Layer::Box);
    flow.press("Esc");
    assert_eq!(flow.model.layer(), Layer::Typing, "the safe way leads on typing");
    flow.press("Esc Enter");
    assert_eq!(flow.model.layer(), Layer::Typing);
    flow.press("Esc Right Enter");
    assert_eq!(flow.model.layer(), Layer::Dossier);
    assert!(!flow.model.binder().unwrap().completion.is_changed());
    flow.press("Enter Esc");
    assert_eq!(flow.model.layer(), Layer::Dossier, "nothing typed, nothing asked");
    flow.press("q e Enter").type_text("Zwz").press("Esc");
    assert_eq!(flow.model.layer(), Layer::Box, "on the page of a customer as well");
    flow.tell("going-about-typed");
}

#[test]
fn what_was_not_saved_when_the_program_was_killed_is_there_again() {
    let mut flow = office();
    flow.press("c 2 1 d Enter").type_text("x").press("Enter j Enter").type_text("halfway");
    assert!(flow.model.binder().unwrap().completion.is_changed());
    let mut flow = flow.kill_and_start();
    flow.press("c 2 1 d").see("the change is there again, and so is what was being typed");
    assert_eq!(flow.model.binder().unwrap().changes().len(), 1);
    assert_eq!(flow.model.layer(), Layer::Typing);
    flow.press("Esc Right Enter u");
    assert!(!flow.model.binder().unwrap().completion.is_changed(), "u takes it back");
    flow.press("q e Enter").type_text("y").press("Enter");
    assert!(flow.model.person().unwrap().is_edited());
    let mut flow = flow.kill_and_start();
    flow.press("c 2 1 d");
    assert!(!flow.model.binder().unwrap().completion.is_changed(), "what was taken back does not come again");
    flow.press("q e").see("the page of the customer as it was left");
    assert!(flow.model.person().unwrap().is_edited());
    flow.press("q Right Enter e");
    assert!(!flow.model.person().unwrap().is_edited(), "what was thrown away does not come again");
    flow.tell("going-about-killed");
}

#[test]
fn marks_are_taken_back_and_hidden_ones_are_asked_about() {
    let mut flow = office();
    flow.press("c a");
    let all = flow.model.register().unwrap().marked_count();
    flow.press("u");
    assert_eq!(flow.model.register().unwrap().marked_count(), 0);
    flow.press("U");
    assert_eq!(flow.model.register().unwrap().marked_count(), all);
    flow.press("- space space / z z z Enter x").see("both are hidden: take them?");
    assert_eq!(flow.model.layer(), Layer::Choosing);
    flow.press("Enter").see("both are to be removed");
    assert_eq!(flow.model.layer(), Layer::Typing);
    flow.press("Esc 4");
    assert_eq!(flow.model.register().unwrap().marked_count(), 0, "mails have marks of their own");
    flow.tell("going-about-marks");
}

#[test]
fn the_cursor_follows_from_customers_to_their_dossiers() {
    let mut flow = office();
    flow.press("c 2 j j");
    let customer = |flow: &Flow| {
        let register = flow.model.register().unwrap();
        register.table().current().and_then(|item| register.customer_of(item))
    };
    let here = customer(&flow);
    assert!(here.is_some());
    flow.press("1");
    assert_eq!(customer(&flow), here);
    flow.press("2");
    assert_eq!(customer(&flow), here);
}
