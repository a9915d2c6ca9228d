//! Duplicates: which side a field is taken from, a rule for the rest, and who is somebody else.

use instroom::app::notice::Notice;
use instroom::domain::customer::Values;
use instroom::domain::draft::Bucket;
use instroom::domain::field::Field;
use instroom::words::ScreenLanguage;

use crate::support::couples::{AN, BO, CY, DI, ED, at_home, person, with};
use crate::support::flow::Flow;
use crate::support::office::{store_with, workbook_of};

/// Five customers of the store.
fn stored() -> [Values; 5] {
    [
        at_home(
            "Verbeke",
            "Luc",
            "luc.verbeke@telenet.be",
            &[(Field::NationalNumber, AN), (Field::Mobile, "+32475110000"), (Field::Labels, "Gent,VIP"), (Field::ClientCode, "K1")],
        ),
        person("Maes", "An", "an.maes@example.com", &[(Field::NationalNumber, BO), (Field::City, "Aalst")]),
        person("Claes", "Jan", "jan.claes@example.com", &[(Field::Mobile, "+32475330000")]),
        at_home("Janssens", "Marc", "marc@example.com", &[(Field::Labels, "papier")]),
        person("Wouters", "Eva", "eva@example.com", &[(Field::ClientCode, "K5"), (Field::NationalNumber, CY)]),
    ]
}

/// The same people as this season's workbook has them, and one who is new.
fn rows() -> Vec<Values> {
    let [luc, an, jan, marc, _] = stored();
    vec![
        with(
            &luc,
            &[
                (Field::Email, "luc.verbeke@skynet.be"),
                (Field::Labels, "Gent,PB"),
                (Field::Mobile, ""),
                (Field::EnterpriseNumber, "0403019261"),
            ],
        ),
        with(&an, &[(Field::Mobile, "+32475220000"), (Field::City, "Ninove")]),
        with(&jan, &[(Field::NationalNumber, DI), (Field::Mobile, "+32475330001")]),
        with(&marc, &[(Field::LastName, "Jansens"), (Field::Email, "m.jansens@example.com"), (Field::Labels, "")]),
        person("Peeters", "Tom", "tom@example.com", &[(Field::ClientCode, "K5"), (Field::NationalNumber, ED)]),
        person("Nieuw", "Nora", "nora@example.com", &[]),
    ]
}

fn open() -> Flow {
    Flow::open(store_with(stored()), &workbook_of(rows()))
}

/// What the store would hold in a field of a row's customer.
fn result(flow: &Flow, row: u32, field: Field) -> String {
    flow.draft().account(row).unwrap().merged(flow.draft()).text(field).to_owned()
}

#[test]
fn each_field_comes_from_one_side_from_both_or_is_typed() {
    let mut flow = open();
    flow.press("3").see("five duplicates, none looked at").press("Enter").see("SURE, with why; three fields can be decided");
    flow.press("space").see("the e-mail address of the import").press("space").see("and of the store again");
    flow.press("n space").see("labels of the import").press("space").see("labels of both");
    assert_eq!(result(&flow, 0, Field::Labels), "Gent,VIP,PB");
    flow.press("space").see("and back").press("space space");
    flow.press("b").see("only what the store does not have yet");
    assert_eq!((result(&flow, 0, Field::Labels).as_str(), result(&flow, 0, Field::EnterpriseNumber).as_str()), ("Gent,VIP", "0403019261"));
    flow.press("N N N a").see("all that differ").press("-").see("none");
    flow.press("e")
        .see("another value")
        .press("Ctrl+U")
        .see("no customer without an e-mail address")
        .type_text("luc@skynet")
        .see("not right yet");
    flow.press("Enter").see("a wrong value is refused").type_text(".be").see("right").press("Enter").see("typed and taken in one step");
    assert_eq!((result(&flow, 0, Field::Email).as_str(), flow.draft().given(0, Field::Email)), ("luc@skynet.be", "luc@skynet.be"));
    flow.press("u").see("taken back in one step");
    assert_eq!(flow.draft().given(0, Field::Email), "luc.verbeke@skynet.be");
    flow.press("j e Ctrl+U").see("an empty value empties nothing").press("Enter").see("the store keeps its labels").press("u");
    assert_eq!(result(&flow, 0, Field::Labels), "Gent,VIP");
    flow.press("U u k U U Enter").see("accepted: the next one that was not looked at").press("Esc").see("the tick in the list");
    assert!(flow.draft().is_looked_at(0) && flow.draft().looked_at_count() == 1);
    flow.press("Enter").resize(120, 40).see("in the large window it says what changes and what stays").press("a").see("with all of it");
    flow.press("Enter Enter").see("UNSURE in words").press("Enter Enter").see("every one was looked at");
    assert_eq!(flow.draft().looked_at_count(), 5);
    flow.press("l l s s").see("sorted by the tick").press("u").see("the last tick taken back");
    assert_eq!(flow.draft().looked_at_count(), 4);
    flow.tell("merging");
}

#[test]
fn in_dutch_and_french_too() {
    let mut flow = open();
    flow.speak(ScreenLanguage::Dutch).press("3 Enter").see("Nederlands: veld per veld").press("e").see("een andere waarde");
    flow.press("Esc p").see("een regel voor de rest").press("Down Down Enter").see("toegepast");
    flow.speak(ScreenLanguage::French).press("Esc j j j Enter").see("Français : incertain").press("x").see("quelqu'un d'autre");
    flow.resize(120, 40).see("dans la grande fenêtre").press("e").see("une autre valeur").press("Esc p").see("une règle pour les autres");
    flow.tell("merging-nl-fr");
}

#[test]
fn a_rule_settles_the_rest() {
    let mut flow = open();
    flow.press("3 Enter l Enter")
        .see("one is looked at; for the others there is a rule")
        .hold()
        .press("p")
        .see("it is counted, which takes a moment");
    flow.go_on().see("what each rule would do, and that the unsure ones are left to a person");
    flow.press("Enter").see("one by one is the default and changes nothing");
    assert_eq!(flow.draft().steps().len(), 2);
    flow.press("Esc R").see("from the list, by another key").press("j j").see("fill blanks only").press("Enter").see("applied as one step");
    assert_eq!(result(&flow, 1, Field::Mobile), "+32475220000");
    assert_eq!(result(&flow, 1, Field::City), "Aalst", "what the store has stays");
    assert_eq!(flow.draft().overwrite_count(3), 0, "the unsure one is left alone");
    flow.press("R j j j Enter").see("the import wins");
    assert_eq!((result(&flow, 1, Field::City), result(&flow, 2, Field::Mobile)), ("Ninove".into(), "+32475330001".into()));
    assert_eq!(result(&flow, 0, Field::Email), "luc.verbeke@skynet.be", "and who was looked at stays as it was chosen");
    flow.press("u").see("one step back").press("u").see("and one more");
    assert_eq!((1..5).map(|row| flow.draft().overwrite_count(row)).sum::<usize>(), 0);
    flow.press("R").resize(120, 40).see("in the large window").press("Esc 1 R").see("not among new customers");
    flow.press("3 Enter").press("Enter Enter Enter Enter R").see("nothing is left for a rule").tell("rule-for-the-rest");
}

#[test]
fn a_rule_that_changes_nothing_is_no_step_and_says_so() {
    let mut flow = open();
    flow.press("3 R j Enter");
    assert_eq!((flow.draft().steps().len(), flow.model.notice.clone()), (0, Some(Notice::RuleIdle)));
}

#[test]
fn counting_can_be_stopped() {
    let mut flow = open();
    flow.press("3 Enter").hold().press("p Ctrl+C").go_on().see("nothing was counted");
    assert!(flow.model.overlay.is_none() && flow.model.running.is_none());
    flow.press("p").see("and once more to the end").tell("rule-stopped");
}

#[test]
fn who_is_somebody_else_becomes_new() {
    let mut flow = open();
    flow.press("3 j j j Enter").see("UNSURE: nearly the same name at the same address").press("x").see("not the same customer");
    assert_eq!((flow.draft().bucket(3), flow.draft().held_apart(3).len()), (Some(Bucket::OnlyInImport), 1));
    flow.press("x").see("another one, whose client code is taken: invalid until that is put right");
    assert_eq!(flow.draft().bucket(4), Some(Bucket::Invalid));
    flow.press("Esc 1 g g").see("new now, and it says from whom it was held apart").resize(120, 40).see("in the large window");
    flow.press("4").see("and what is to be done about the code").resize(80, 24).press("u").see("taken back").press("3 u").see("both");
    assert!(flow.draft().held_apart(3).is_empty() && flow.draft().bucket(3) == Some(Bucket::Duplicates));
    flow.press("g g Enter x").see("one national number is one person");
    flow.press("Esc j j j Enter x u").see("taken back on the spot, the duplicate is shown again");
    assert_eq!(flow.draft().bucket(3), Some(Bucket::Duplicates));
    flow.press("U").see("and made again: it is no duplicate any more").tell("not-the-same");
}
