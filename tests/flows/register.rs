//! What is stored: looked up, filtered, narrowed, selected and exported.

use instroom::app::register::TabKind;
use instroom::words::ScreenLanguage;

use crate::support::disk::Disk;
use crate::support::flow::Flow;
use crate::support::office::{SAMPLE, demo_store, empty_store};
use instroom::world::store::Store as _;
use instroom::world::workbook::Reader;

fn office() -> Flow {
    Flow::over(demo_store(), Disk::new(), Reader::here())
}

#[test]
fn customers_are_looked_up_and_selected() {
    let mut flow = office();
    flow.see("the start screen leads there").press("c").see("everybody who is stored");
    let all = flow.model.register().unwrap().table().order.len();
    assert_eq!(all, flow.store.snapshot().unwrap().customer_count());
    flow.press("j j").see("the pane tells who it is").press("/").type_text("claes").see("filtered while typing");
    flow.press("Enter space space").see("two are selected").press("Esc").see("the filter is gone, the selection stays");
    assert_eq!(flow.model.register().unwrap().marked_count(), 2);
    flow.press("/").type_text("zzz").press("Enter").see("the selection says that it is hidden");
    flow.press("Esc").press("+").see("narrowed by what?").press("Down Down Enter").see("by language: how many each");
    flow.press("Enter")
        .see("one language")
        .press("+")
        .see("and what else?")
        .press("Enter Enter")
        .see("a label too: both are named above the list");
    let narrow = flow.model.register().unwrap().table().order.len();
    assert!(narrow > 0 && narrow < all, "{narrow} of {all}");
    flow.press("Esc").press("a").see("all are selected").press("*").see("and the other way round").press("S").see("sort by which column?");
    flow.press("Esc l s").see("sorted by number").press("z").see("the pane whole").press("Esc q").see("back at the start");
    flow.tell("register-customers");
}

#[test]
fn dossiers_are_listed_by_deadline() {
    let mut flow = office();
    flow.press("c é").see("the dossiers of the season, by deadline");
    assert_eq!(flow.model.register().unwrap().tab, TabKind::Dossiers);
    flow.press("W").see("another task flow?").press("Up Enter").see("all of them together");
    flow.press("b").see("grouped by the month of the deadline").press("Enter").see("the months").press("Enter").see("one month");
    flow.resize(120, 40).see("with more room the pane stands beside").resize(60, 15).see("the smallest window");
    flow.tell("register-dossiers");
}

#[test]
fn the_register_speaks_the_languages_of_the_office() {
    let mut flow = office();
    flow.press("c");
    for (language, name) in [(ScreenLanguage::Dutch, "in Dutch"), (ScreenLanguage::French, "in French")] {
        flow.speak(language).press("1").see(name).press("2").see(name).resize(120, 40).see(name).resize(80, 24);
    }
    flow.tell("register-languages");
}

#[test]
fn an_empty_store_and_one_that_is_in_use_say_what_to_do() {
    let mut flow = Flow::over(empty_store(), Disk::new(), Reader::here());
    flow.press("c").see("nobody is stored yet").press("2").see("and there is no dossier").press("q");
    flow.hold().press("c").see("known at once, and read again").go_on();
    flow.tell("register-empty");
}

#[test]
fn names_are_prepared_while_the_list_is_there() {
    let mut flow = office();
    flow.hold().press("c").see("the list is there, its names are not yet").press("b").see("what needs them says so");
    let reading = flow.model.register().unwrap().reading.clone();
    assert!(matches!(reading, instroom::app::register::Reading::Texts(..)), "{reading:?}");
    flow.press("/").type_text("claes").see("typed before they are there").go_on().see("and answered when they come");
    flow.tell("register-preparing");
}

#[test]
fn the_list_is_exported_as_it_is_shown() {
    let mut flow = office();
    flow.press("c / c l a e s Enter E")
        .see("as what?")
        .press("Down Enter")
        .see("where to? Numbers are masked")
        .press("Enter")
        .see("written");
    let text = std::fs::read_to_string(flow.disk.path("office/customers.csv")).unwrap();
    let rows = flow.model.register().unwrap().table().order.len();
    assert_eq!(text.lines().count(), rows + 1, "{text}");
    assert!(text.contains("C000") && !text.contains("@@"), "{text}");
    flow.tell("register-export");
}

#[test]
fn the_report_leads_to_the_customers() {
    let mut flow = Flow::open(demo_store(), SAMPLE);
    flow.press("T Enter Q Enter I Right Enter").press("j j j").see("the report offers them").press("Enter").see("and there they are");
    assert!(flow.model.register().is_some(), "{}", flow.screen());
    flow.tell("register-from-report");
}

/// The line with the keys.
fn keys_told(flow: &Flow) -> String {
    flow.screen().lines().rfind(|line| !line.trim().is_empty()).unwrap_or_default().to_owned()
}

#[test]
fn the_footer_of_the_register_names_what_people_come_for() {
    let mut flow = office();
    flow.press("c");
    let few = keys_told(&flow);
    for key in [" e edit", " d dossier", " i invite", "? help"] {
        assert!(few.contains(key), "{key}: {few}");
    }
    let many = keys_told(flow.resize(160, 40));
    assert!(many.contains(" n ") && many.contains(" B ") && many.len() > few.len(), "{many}");
}

#[test]
fn a_customer_shown_in_full_is_no_dead_end() {
    let mut flow = office();
    flow.press("c Enter");
    let told = keys_told(&flow);
    assert!(told.contains("e edit") && told.contains("H history") && !told.contains("j down"), "{told}");
    flow.press("y");
    assert!(flow.clipboard().is_some(), "{}", flow.screen());
    flow.press("Esc e");
    assert!(flow.model.person().is_some(), "{}", flow.screen());
    flow.press("q H");
    assert!(flow.screen().contains("History"), "{}", flow.screen());
    flow.press("Esc d");
    assert!(flow.screen().contains("t links"), "{}", flow.screen());
    flow.press("t");
    assert!(flow.model.overlay.is_some(), "what it says can be done: {}", flow.screen());
    flow.press("Esc z 2 Enter");
    assert!(flow.model.binder().is_some(), "{}", flow.screen());
    flow.press("q z d");
    assert!(flow.model.binder().is_some(), "{}", flow.screen());
    flow.press("q z 5 z");
    assert!(!keys_told(&flow).contains("e edit"), "an import is no customer: {}", flow.screen());
    flow.press("e");
    assert!(flow.model.person().is_none() && flow.model.notice.is_some(), "{}", flow.screen());
}

#[test]
fn what_fits_its_line_leaves_the_keys_where_they_are() {
    let mut flow = office();
    flow.press("c").resize(60, 15);
    let place = flow.screen();
    assert!(place.contains("1 of "), "{place}");
    flow.press("d");
    let screen = flow.screen();
    let said = screen.lines().find(|line| line.contains("No dossier in this task flow")).unwrap_or_else(|| panic!("{screen}"));
    assert!(said.contains("links the customer to it.") && !said.contains("of 31"), "it has room, but not beside the place: {said}");
    assert!(keys_told(&flow).contains("? help"), "{screen}");
}

#[test]
fn the_help_says_whole_what_a_key_does_in_the_smallest_window() {
    for language in ScreenLanguage::ALL {
        let mut flow = office();
        flow.press("c").speak(language).resize(60, 15).press("?");
        let mut shown = std::collections::BTreeSet::new();
        for _ in 0..70 {
            let screen = flow.screen();
            let cut = screen.lines().skip(3).take(9).find(|line| line.trim_end_matches(['│', ' ']).ends_with('>') && !line.contains("  >"));
            assert_eq!(cut, None, "{screen}");
            shown.extend(screen.lines().skip(3).take(9).map(str::to_owned));
            flow.press("Down");
        }
        assert!(shown.len() > 30, "{shown:?}");
    }
}
