//! Stored customers, edited, added, removed, and where their values came from.

use std::ops::ControlFlow;

use instroom::app::Screen;
use instroom::domain::amendment::{Amendment, Becomes, CustomerChange, Deed};
use instroom::domain::change_set::{CommitId, Hand};
use instroom::domain::customer::{CustomerId, Values};
use instroom::domain::field::Field;
use instroom::domain::language::Language;
use instroom::words::ScreenLanguage;
use instroom::world::store::Store as _;
use instroom::world::workbook::Reader;

use crate::support::disk::Disk;
use crate::support::flow::Flow;
use crate::support::office::{demo_store, workbook_of};
use crate::support::shared_store::SharedStore;

/// The register of the demonstration's customers.
fn register() -> Flow {
    let mut flow = Flow::over(demo_store(), Disk::new(), Reader::here());
    flow.press("c");
    flow
}

/// The customer under the cursor of the register.
fn current(flow: &Flow) -> CustomerId {
    let register = flow.model.register().expect("the register is open");
    register.customer_of(register.table().current().expect("somebody is listed")).expect("a customer")
}

fn stored(flow: &Flow, id: CustomerId) -> Option<Values> {
    let snapshot = flow.store.snapshot().unwrap();
    snapshot.index_of(id).map(|at| snapshot.customer(at).unwrap().values)
}

/// A colleague stores another value.
fn meanwhile(store: &SharedStore, id: CustomerId, field: Field, value: &str) {
    let snapshot = store.snapshot().unwrap();
    let at = snapshot.index_of(id).unwrap();
    let mut values = snapshot.customer(at).unwrap().values;
    values.set(field, value);
    let mut amendment = Amendment::new(CommitId(format!("meanwhile-{field:?}")), snapshot.store.clone(), Deed::Edited);
    amendment.customers.push(CustomerChange { customer: id, seen: snapshot.version(at), becomes: Becomes::Values(values) });
    let hand = Hand { who: "tom".into(), when: "2026-05-14T13:00:00Z".parse().unwrap() };
    store.amend(&amendment, &hand, &mut |_| ControlFlow::Continue(())).unwrap();
}

/// Puts the cursor of the page on a field.
fn on(flow: &mut Flow, field: Field) {
    flow.press_key("Home".parse().unwrap());
    for _ in 0..40 {
        if flow.model.person().expect("a page is open").field() == field {
            return;
        }
        flow.press_key("j".parse().unwrap());
    }
    panic!("there is no {field:?} on the page");
}

/// Types a value into the field under the cursor.
fn edit(flow: &mut Flow, field: Field, text: &str) {
    on(flow, field);
    flow.press("e Ctrl+U").type_text(text).press("Enter");
}

#[test]
fn a_customer_is_edited_and_the_dossier_that_waits_follows() {
    let mut flow = register();
    let id = current(&flow);
    let before = stored(&flow, id).unwrap();
    flow.see("everybody who is stored").press("e").see("every field that is kept of one of them, in its parts");
    on(&mut flow, Field::Email);
    flow.press("e").see("the same editor as for a row of a workbook").press("Ctrl+U").type_text("an@exampel").see("not an address yet");
    flow.type_text(".be").press("Enter").see("edited, and the dossier that has not left yet follows");
    on(&mut flow, Field::Mobile);
    flow.press("e Ctrl+U").type_text("0475 12 34 56").press("Enter").see("wrong: it bars saving");
    flow.press("W").see("and says which").press("f").see("the suggestion is taken").press("u").see("taken back").press("U");
    flow.press("q")
        .see("leaving asks first")
        .press("Enter")
        .press("W")
        .see("what is written, before it is")
        .press("Enter")
        .see("saved, and back in the list");
    let after = stored(&flow, id).unwrap();
    assert_eq!((after.text(Field::Email), after.text(Field::Mobile)), ("an@exampel.be", "+32475123456"));
    let unsent: Vec<_> = flow.store.snapshot().unwrap().flows.iter().map(|flow| (flow.id.clone(), id)).collect();
    for (_, dossier) in flow.store.dossiers(&unsent).unwrap().into_iter().flatten() {
        assert_eq!(dossier.answer("email").map(|answer| answer.value.as_str()), Some("an@exampel.be"));
    }
    flow.press("H")
        .see("where each value came from, and what it was before")
        .press("/")
        .type_text("mail")
        .press("Enter")
        .see("only what has to do with it");
    flow.press("Esc q").press("e");
    for field in [Field::Email, Field::Mobile] {
        edit(&mut flow, field, before.text(field));
    }
    flow.press("W Enter");
    assert_eq!(stored(&flow, id), Some(before), "edited back, it is as it was");
    flow.tell("people-edit");
}

#[test]
fn numbers_are_typed_without_shift_on_a_belgian_keyboard() {
    let mut flow = register();
    let id = current(&flow);
    flow.press("e");
    edit(&mut flow, Field::PostalCode, "çààà");
    edit(&mut flow, Field::HouseNumber, "&éA");
    edit(&mut flow, Field::Mobile, "+\"é'è(&é\"'(§");
    edit(&mut flow, Field::EnterpriseNumber, "à'à\"à&çé§&");
    edit(&mut flow, Field::Labels, "été & co");
    flow.press("W Enter");
    let values = stored(&flow, id).unwrap();
    let fields = [Field::PostalCode, Field::HouseNumber, Field::Mobile, Field::EnterpriseNumber, Field::Labels];
    assert_eq!(fields.map(|field| values.text(field)), ["9000", "12A", "+32475123456", "0403019261", "été & co"]);
    // What is pasted is what it is.
    flow.press("e");
    on(&mut flow, Field::PostalCode);
    flow.press("e Ctrl+U").paste("çààà");
    assert!(flow.screen().contains("çààà"), "{}", flow.screen());
}

#[test]
fn what_a_colleague_stored_meanwhile_is_kept_and_ones_own_edits_are_made_again() {
    let mut flow = register();
    flow.resize(120, 40);
    let id = current(&flow);
    flow.press("e");
    edit(&mut flow, Field::City, "Ledeberg");
    edit(&mut flow, Field::Street, "Kerkstraat");
    meanwhile(&flow.store, id, Field::Street, "Stationsstraat");
    flow.press("W Enter").see("a colleague was faster: one edit is made again, the other is told").press("W Enter").see("saved");
    let after = stored(&flow, id).unwrap();
    assert_eq!((after.text(Field::City), after.text(Field::Street)), ("Ledeberg", "Stationsstraat"));
    flow.tell("people-conflict");
}

#[test]
fn a_separation_empties_all_about_the_partner() {
    let mut flow = register();
    flow.speak(ScreenLanguage::French).resize(120, 40);
    let ids: Vec<CustomerId> = {
        let snapshot = flow.store.snapshot().unwrap();
        let with_partner = |at: &usize| snapshot.customer(*at).unwrap().values.get(Field::SpouseNationalNumber).is_some();
        (0..snapshot.customer_count()).filter(with_partner).filter_map(|at| snapshot.customer_id(at)).collect()
    };
    let id = *ids.first().expect("somebody has a partner");
    while current(&flow) != id {
        flow.press_key("j".parse().unwrap());
    }
    flow.press("e");
    on(&mut flow, Field::SpouseNationalNumber);
    flow.press("e").see("the number is masked").press("Ctrl+U Enter").see("what was known of the partner goes along").press("W Enter");
    assert_eq!(stored(&flow, id).unwrap().get(Field::SpouseNationalNumber), None);
    flow.tell("people-separation");
}

#[test]
fn a_customer_is_added_by_hand_with_a_dossier() {
    let mut flow = register();
    flow.speak(ScreenLanguage::Dutch);
    let count = flow.store.snapshot().unwrap().customer_count();
    let somebody = stored(&flow, current(&flow)).unwrap();
    flow.press("n").see("an empty page; what is required says so");
    for (field, text) in [(Field::LastName, "d'Hondt"), (Field::FirstName, "Élise"), (Field::Email, "elise@example.be")] {
        edit(&mut flow, field, text);
    }
    edit(&mut flow, Field::NationalNumber, somebody.text(Field::NationalNumber));
    flow.press("W").see("that number is somebody else's already").press("u");
    flow.press("Q")
        .see("the questionnaires of the task flow")
        .press("Enter")
        .see("a language is still missing")
        .press("W Enter")
        .press("T Enter");
    flow.see("the dossier that comes with it").press("W").see("everything that is added").press("Enter").see("added");
    let snapshot = flow.store.snapshot().unwrap();
    assert_eq!(snapshot.customer_count(), count + 1);
    let newest = snapshot.customer_id(count).unwrap();
    assert_eq!(snapshot.customer(count).unwrap().values.full_name(), "d'Hondt Élise");
    let heads: Vec<_> = snapshot.flows.iter().filter_map(|flow| snapshot.dossier(&flow.id, newest)).collect();
    assert_eq!(heads.iter().map(|head| head.about.language).collect::<Vec<_>>(), [Language::Dutch]);
    flow.tell("people-add");
}

#[test]
fn a_customer_is_removed_after_the_name_was_typed() {
    let mut flow = register();
    let id = current(&flow);
    let name = stored(&flow, id).unwrap().full_name();
    flow.press("x").see("what goes, what stays, what has to be typed").press("Enter").see("nothing is removed by Enter alone");
    flow.press("Esc");
    assert!(stored(&flow, id).is_some());
    flow.press("x").type_text(&name.to_uppercase()).see("typed").press("Enter").see("gone");
    assert_eq!(stored(&flow, id), None);
    let journal = &flow.store.snapshot().unwrap().journal;
    assert_eq!((&journal[0].deed, journal[0].who.as_str()), (&Deed::Removed, "els"));
    flow.press("Space Space x").see("of several, their number is typed").type_text("é").press("Enter").see("both are gone");
    flow.tell("people-remove");
}

#[test]
fn labels_and_the_colleague_in_charge_are_changed_for_many() {
    let mut flow = register();
    flow.press("Space Space Space B")
        .see("what the selected customers get or lose")
        .press("Enter")
        .type_text("VIP, Gent 2026")
        .see("typed")
        .press("Enter");
    flow.see("before and after, and nothing is written").press("Enter").see("written");
    flow.press("B Down Down Enter").type_text("nobody").press("Enter").see("no address");
    flow.press("Ctrl+U").type_text("tom@office.be").press("Enter").see("the dossiers that wait follow").press("Enter");
    flow.press("B Enter").type_text("VIP").press("Enter").see("nobody changes");
    let snapshot = flow.store.snapshot().unwrap();
    let labelled =
        (0..snapshot.customer_count()).filter(|at| snapshot.customer(*at).unwrap().values.text(Field::Labels).contains("Gent 2026"));
    assert_eq!(labelled.count(), 3);
    flow.tell("people-many");
}

#[test]
fn the_page_in_the_smallest_window_and_in_the_other_languages() {
    let mut flow = register();
    flow.press("e").resize(60, 15).see("the fields alone").speak(ScreenLanguage::French).see("in French");
    flow.speak(ScreenLanguage::Dutch)
        .press("G")
        .see("in Dutch, the last field")
        .press("x")
        .see("what is to be typed is seen here too")
        .press("Esc");
    flow.press("H").see("the history").resize(120, 40).see("wide").press("q q");
    assert!(matches!(flow.model.screen, Screen::Register(_)));
    flow.tell("people-sizes");
}

#[test]
fn a_later_import_shows_what_was_edited_as_what_is_stored() {
    let mut flow = register();
    let id = current(&flow);
    let before = stored(&flow, id).unwrap();
    flow.press("e");
    edit(&mut flow, Field::City, "Ledeberg");
    flow.press("W Enter");
    let import = Flow::open(flow.store.clone(), &workbook_of([before]));
    let found = import.draft().account(0).and_then(|account| account.found).expect("it is a duplicate");
    assert_eq!((found.id, found.values.text(Field::City)), (id, "Ledeberg"));
}

#[test]
fn hostile_text_stays_text_on_the_page_and_in_the_history() {
    let mut flow = register();
    flow.press("e");
    on(&mut flow, Field::City);
    flow.press("e Ctrl+U")
        .paste("\u{1b}[31m\u{202e}tneG\u{7}")
        .press("Enter")
        .see("what acts on a terminal stands there as symbols")
        .press("W")
        .see("in what is saved too")
        .press("Enter");
    let id = current(&flow);
    flow.press("H").see("and in the history").press("q");
    meanwhile(&flow.store, id, Field::LastName, "\u{1b}[2JMaes\u{202e}");
    flow.press("q c x").see("and in what has to be typed").press("Esc").tell("people-hostile");
}

#[test]
fn what_is_saved_is_looked_at_and_enter_saves_it_from_every_line() {
    let mut flow = register();
    let id = current(&flow);
    flow.press("e");
    edit(&mut flow, Field::Email, "an.nieuw@example.be");
    flow.press("W z y");
    let lines = |flow: &Flow| flow.screen().lines().filter(|line| line.contains("->")).count();
    assert!(flow.model.overlay.is_some() && lines(&flow) >= 1, "letters narrow nothing: {}", flow.screen());
    assert!(!flow.screen().contains("/ z"), "{}", flow.screen());
    assert!(flow.screen().contains("> [ ") && !flow.screen().contains("type to filter"), "{}", flow.screen());
    let button = flow.screen().lines().find(|line| line.contains("> [ ")).map(str::to_owned);
    flow.see("the button has the cursor, and what it saves stands below").press("j");
    assert_eq!(flow.screen().lines().find(|line| line.contains("> [ ")).map(str::to_owned), button, "the cursor stays on the button");
    flow.press("Esc");
    for (field, text) in [
        (Field::LastName, "Maes"),
        (Field::FirstName, "An"),
        (Field::Street, "Dorp"),
        (Field::PostalCode, "9000"),
        (Field::Box, "2"),
        (Field::City, "Oord"),
        (Field::HouseNumber, "9"),
    ] {
        edit(&mut flow, field, text);
    }
    flow.press("Home").resize(60, 15);
    flow.press("W").see("what does not fit is said with its key").press("PgDn").see("and scrolled to, the cursor on the button");
    assert!(flow.screen().contains("> [ Save 8 changed fields ]") && flow.screen().contains("scrolls back"), "{}", flow.screen());
    flow.press("Enter");
    assert_eq!(stored(&flow, id).unwrap().text(Field::Email), "an.nieuw@example.be", "{}", flow.screen());
    flow.tell("person-to-save");
}

#[test]
fn a_page_tells_its_place_and_whoever_has_no_name_is_said_to_have_none() {
    let mut flow = register();
    let id = current(&flow);
    for field in [Field::LastName, Field::FirstName] {
        meanwhile(&flow.store, id, field, "");
    }
    flow.press("q c").resize(60, 15).see("nobody's name is a hole in the list");
    while current(&flow) != id {
        flow.press_key("j".parse().unwrap());
    }
    flow.press("y");
    assert_eq!(flow.clipboard(), None, "what says that there is none is nobody's name");
    flow.press("z").see("nor in the title of the pane");
    assert!(flow.screen().contains("(no name)"), "{}", flow.screen());
    flow.press("e").see("nor in that of the page, which says where one is");
    let all = flow.model.person().expect("a page is open").fields.len();
    assert!(flow.screen().contains(&format!("1 of {all}")), "{}", flow.screen());
    flow.press("G");
    assert!(flow.screen().contains(&format!("{all} of {all}")), "{}", flow.screen());
    flow.press("e").see("nor in that of the box in which a field is put right").press("Esc");
    flow.press("H").see("nor in the history").press("q x").see("nor where a removal is typed").press("Esc q");
    flow.press("Esc n").see("somebody new has no name yet, and a place all the same");
    assert!(!flow.screen().contains("(no name)") && flow.screen().contains(&format!("1 of {all}")), "{}", flow.screen());
    flow.tell("people-nameless");
}

#[test]
fn what_would_put_the_typed_text_right_is_offered_on_the_page_too() {
    let mut flow = register();
    flow.press("e");
    on(&mut flow, Field::Mobile);
    flow.press("e Ctrl+U").type_text("0475 66 77 99").see("the number it is is offered").press("Down Enter").see("and taken");
    assert_eq!(flow.model.person().unwrap().draft().given(0, Field::Mobile), "+32475667799");
    flow.tell("person-typed-suggestion");
}
