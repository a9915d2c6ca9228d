//! Going about after the import: nothing that was typed is lost, and back leads where one came from.

use std::ops::ControlFlow;

use instroom::app::Screen;
use instroom::app::keymap::Layer;
use instroom::app::register::TabKind;
use instroom::domain::change_set::Hand;
use instroom::domain::customer::CustomerId;
use instroom::domain::draft::Seed;
use instroom::domain::matching::Stock;
use instroom::domain::person::Removal;
use instroom::words::ScreenLanguage;
use instroom::world::store::Store as _;
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

#[test]
fn what_was_left_behind_is_listed_on_the_start_screen() {
    let mut flow = office();
    flow.press("c 2 1 d Enter").type_text("x").press("Enter");
    let mut flow = flow.kill_and_start();
    flow.see("the start screen says that there is something").press("c j e Enter").type_text("y").press("Enter");
    let mut flow = flow.kill_and_start();
    assert_eq!(flow.model.unsaved.len(), 2);
    flow.press("d")
        .see("the dossier and the page")
        .press("j x")
        .see("thrown away?")
        .press("Esc k x")
        .see("the other one")
        .press("Right Enter");
    assert_eq!(flow.model.unsaved.len(), 1);
    flow.see("what is left").press("Enter").see("as it was left");
    assert!(flow.model.person().unwrap().is_edited());
    flow.press("q Right Enter");
    assert!(flow.model.unsaved.is_empty(), "thrown away on purpose");
    flow.see("nothing is left, and nothing is offered").press("d").see("nor opened");
    for language in [ScreenLanguage::Dutch, ScreenLanguage::French] {
        flow.press("c e Enter").type_text("z").press("Enter");
        flow = flow.kill_and_start();
        flow.speak(language).see("in another language").press("Enter").see("the list").press("x").see("thrown away?").press("Right Enter");
        assert!(flow.model.unsaved.is_empty());
    }
    flow.tell("going-about-unsaved");
}

#[test]
fn what_was_left_behind_of_a_customer_goes_with_the_customer() {
    let mut flow = office();
    flow.press("c 2 1 d Enter").type_text("x").press("Enter");
    let mut flow = flow.kill_and_start();
    flow.press("c 2 1");
    let (id, name) = current_customer(&flow);
    flow.press("e Enter").type_text("y").press("Enter");
    let mut flow = flow.kill_and_start();
    assert_eq!(flow.disk.drafts().all_left_behind().len(), 2, "of the dossier and of the page");
    flow.press("c 2 1 x").type_text(&name).press("Enter");
    assert!(flow.store.snapshot().unwrap().index_of(id).is_none());
    assert_eq!(flow.disk.drafts().all_left_behind(), []);
    flow.press("q");
    assert!(flow.model.unsaved.is_empty());
}

#[test]
fn what_was_left_behind_of_a_customer_whom_a_colleague_removed_is_erased() {
    let mut flow = office();
    flow.press("c");
    let (id, _) = current_customer(&flow);
    flow.press("e Enter").type_text("y").press("Enter");
    let snapshot = flow.store.snapshot().unwrap();
    let removal = Removal::of(&Stock::new(snapshot), &[id]);
    let hand = Hand { who: "tom".into(), when: "2026-05-14T13:00:00Z".parse().unwrap() };
    flow.store.amend(&removal.amendment(Seed::new([9; 32])), &hand, &mut |_| ControlFlow::Continue(())).unwrap();
    let flow = flow.kill_and_start();
    assert!(flow.model.unsaved.is_empty());
    assert_eq!(flow.disk.drafts().all_left_behind(), []);
}

fn current_customer(flow: &Flow) -> (CustomerId, String) {
    let register = flow.model.register().unwrap();
    let id = register.customer_of(register.table().current().unwrap()).unwrap();
    let snapshot = flow.store.snapshot().unwrap();
    let customer = snapshot.customer(snapshot.index_of(id).unwrap()).unwrap();
    (id, customer.values.full_name())
}

#[test]
fn esc_asks_before_what_was_typed_in_a_box_is_lost() {
    let mut flow = office();
    flow.press("c 3 e Esc");
    assert_eq!(flow.model.layer(), Layer::Flows, "nothing typed, nothing asked");
    flow.press("e Ctrl+U").type_text("31/7/2026").press("Esc").see("a date that is in no task flow yet");
    assert_eq!(flow.model.layer(), Layer::Box);
    flow.press("Enter").see("typing goes on");
    assert_eq!(flow.model.layer(), Layer::Season);
    flow.press("Enter").see("what it comes to").press("Esc Esc");
    assert_eq!(flow.model.layer(), Layer::Box, "asked about behind what it comes to as well");
    flow.press("Right Enter");
    assert_eq!(flow.model.layer(), Layer::Flows);
    flow.tell("going-about-season-box");
    let mut flow = Flow::sample();
    flow.press("4 r Enter Esc");
    assert_eq!(flow.model.layer(), Layer::Tabs, "nothing typed, nothing asked");
    flow.press("r Enter").type_text("be").press("Ctrl+C").see("what is looked for");
    assert_eq!(flow.model.layer(), Layer::Box);
    flow.press("Esc");
    assert_eq!(flow.model.layer(), Layer::Replacing);
    flow.press("Esc Right Enter");
    assert_eq!(flow.model.layer(), Layer::Tabs);
    flow.tell("going-about-replacing-box");
}
