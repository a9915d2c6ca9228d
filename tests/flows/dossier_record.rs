//! What customers corrected of their own record with the questionnaire: decided about in the dossier, where it was not when the
//! answers came in.

use instroom::domain::amendment::Deed;
use instroom::domain::customer::CustomerId;
use instroom::domain::dossier::Dossier;
use instroom::domain::field::Field;
use instroom::domain::task_flow::TaskFlowId;
use instroom::words::ScreenLanguage;
use instroom::world::store::Store as _;
use instroom::world::workbook::Reader;

use crate::support::amendments::{amend, amendment, editing};
use crate::support::disk::Disk;
use crate::support::flow::Flow;
use crate::support::office::{demo_store, form_of_rows};
use crate::support::shared_store::SharedStore;

fn season() -> TaskFlowId {
    TaskFlowId("pit-2026".into())
}

fn customer(store: &SharedStore) -> CustomerId {
    store.snapshot().unwrap().dossiers(&season()).map(|(id, _)| id).min().unwrap()
}

fn dossier(store: &SharedStore) -> Dossier {
    store.dossiers(&[(season(), customer(store))]).unwrap().remove(0).unwrap().1
}

fn record(store: &SharedStore, field: Field) -> String {
    let snapshot = store.snapshot().unwrap();
    snapshot.customer(snapshot.index_of(customer(store)).unwrap()).unwrap().values.text(field).to_owned()
}

const CORRECTED: [(&str, &str); 5] = [
    ("email", "nieuw.adres@example.be"),
    ("mobile", "vraag mijn zoon"),
    ("address", "Kerkplein 1A, 3000 Leuven"),
    ("spouse-national-number", "93.05.18-223.61"),
    ("gifts", "ongeveer 500"),
];

/// The answers of a form are taken over, and nothing of the record; then the dossier is opened.
fn answered(size: (u16, u16)) -> Flow {
    let store = demo_store();
    let disk = Disk::new();
    disk.put("office/terug.xlsx", &form_of_rows(&dossier(&store).token, &CORRECTED), 20, 9);
    let mut flow = Flow::over(store.clone(), disk, Reader::here());
    flow.resize(size.0, size.1).press("a Enter I Right Enter q").open_dossier(customer(&store).0);
    flow
}

/// What the customer corrected is looked at, taken over and left as it is.
fn decide(flow: &mut Flow) {
    flow.see("the answers came in, and what they say of the record is not decided");
    flow.press("/").type_text("kerkplein").press("Enter").see("the question says what the record says").press("Esc a");
    flow.see("a text that is no answer, and what the record says otherwise");
    flow.press("Down Enter").see("what is stored, what the customer says").press("Enter").see("taken over: one less");
    flow.press("Down Enter").see("what is not sure enough can be left as it is").press("Enter Down Enter");
    flow.see("an address goes into its fields").press("Enter").see("what is left").press("Esc u").see("taken back");
    flow.press("U W").see("what is saved: the dossier and the record together");
}

#[test]
fn what_the_customer_corrected_is_decided_in_the_dossier() {
    let mut flow = answered((80, 24));
    decide(&mut flow);
    flow.press("Enter").see("saved");
    let store = flow.store.clone();
    assert_eq!(record(&store, Field::Email), "nieuw.adres@example.be");
    assert_eq!([Field::Street, Field::HouseNumber, Field::City].map(|field| record(&store, field)).join(" "), "Kerkplein 1A Leuven");
    let snapshot = store.snapshot().unwrap();
    let last = &snapshot.journal[0];
    assert_eq!((&last.deed, last.tally.changed, last.tally.dossiers), (&Deed::Completed(season()), 1, 1), "one commit");
    assert_eq!(dossier(&store).course.file.as_deref(), Some("terug.xlsx"));
    flow.press("a").see("only what is not decided").press("Esc q").open_dossier(customer(&store).0);
    flow.press("a").see("as it was left, after it is opened again").press("Esc q q c");
    let current = |flow: &Flow| flow.model.register().and_then(|register| register.customer_of(register.table().current()?));
    flow.press("/").type_text("Lejeune").press("Enter");
    assert_eq!(current(&flow), Some(customer(&store)), "{}", flow.screen());
    flow.press("H").see("the history says in which file it came back");
    flow.tell("dossier_record");
}

#[test]
fn what_the_customer_corrected_is_decided_in_dutch_and_in_french() {
    let mut flow = answered((120, 40));
    flow.speak(ScreenLanguage::Dutch);
    decide(&mut flow);
    flow.press("Enter").see("bewaard");
    flow.tell("dossier_record_nl");
    let mut flow = answered((80, 24));
    flow.speak(ScreenLanguage::French);
    decide(&mut flow);
    flow.press("Esc").resize(60, 15).press("a Enter").see("et en petit");
    flow.tell("dossier_record_fr");
}

#[test]
fn a_colleague_who_changed_the_record_meanwhile_is_not_written_over() {
    let mut flow = answered((80, 24));
    let store = flow.store.clone();
    flow.press("a Down Enter Enter Esc");
    let seen = store.snapshot().unwrap();
    let mut meanwhile = amendment("meanwhile", &seen, Deed::Edited);
    meanwhile.customers.push(editing(&seen, customer(&store).0, Field::Email, "van.tom@example.be"));
    amend(&store, &meanwhile).unwrap();
    flow.press("W Enter").see("the colleague changed what it was decided about");
    flow.press("Enter").see("to be decided about anew").press("Enter Esc W").see("what is saved now").press("Enter").see("saved");
    assert_eq!(record(&store, Field::Email), "nieuw.adres@example.be");
    flow.tell("dossier_record_colleague");
}

#[test]
fn a_closed_dossier_shows_what_the_customer_corrected_and_changes_nothing() {
    let mut flow = answered((80, 24));
    flow.press("d Down Down Down Down Enter Right Enter W Enter a").see("it is still shown");
    let before = flow.store.snapshot().unwrap();
    flow.press("Down Enter Enter").see("and not taken over, and why");
    assert_eq!(flow.store.snapshot().unwrap(), before);
    flow.tell("dossier_record_closed");
}
