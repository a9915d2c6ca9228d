//! Two rows that are one return: pointed out, shown side by side, joined by two keys, and parted again.

use instroom::domain::customer::Values;
use instroom::domain::draft::Bucket;
use instroom::domain::field::Field;
use instroom::words::ScreenLanguage;

use crate::support::couples::{AN, BO, CY, DI, ED, HOME, at_home, couple, person, with};
use crate::support::flow::Flow;
use crate::support::office::{empty_store, store_with, workbook_of};

fn open(rows: impl IntoIterator<Item = Values>) -> Flow {
    Flow::open(empty_store(), &workbook_of(rows))
}

fn buckets(flow: &Flow) -> Vec<Option<Bucket>> {
    (0..flow.draft().row_count()).map(|row| flow.draft().bucket(row)).collect()
}

const NEW: Option<Bucket> = Some(Bucket::OnlyInImport);
const INVALID: Option<Bucket> = Some(Bucket::Invalid);

#[test]
fn a_partner_with_a_row_is_joined_by_two_keys() {
    let mut flow = open(couple().into_iter().chain([person("Nieuw", "Nora", "nora@example.com", &[])]));
    flow.see("the second row is the partner of the first: pointed out on both").press("j").see("here too, with the reason");
    flow.press("P").see("side by side (1 key): what the joint return has of the partner, and what it does not keep");
    flow.press("Enter").see("joined (2 keys): one return, the partner's number and name kept");
    assert_eq!((buckets(&flow), flow.draft().counts().joined), (vec![NEW, None, NEW], 1));
    let joint = flow.draft().account(0).unwrap().values;
    assert_eq!((joint.text(Field::SpouseFirstName), joint.text(Field::SpouseEmail)), ("Bo", "bo@example.com"));
    flow.press("z").see("everything about the joint return").press("z / b o Enter").see("whoever looks for the partner finds the return");
    flow.press("Esc P").see("P on it offers to part them").press("Enter").see("two returns again").press("u").see("taken back: joined");
    flow.press("u").see("and everything taken back");
    assert_eq!(buckets(&flow), [NEW; 3]);
    flow.press("G P").see("nobody to join with").press("2 P").see("not among stored customers");
    flow.resize(120, 40).press("1 g g P").see("in the large window").press("Enter").see("joined, in the large window");
    flow.resize(80, 24)
        .press("T Enter Q Enter I")
        .see("the sums of the summary still agree")
        .press("Right Enter")
        .see("and those of the report");
    assert_eq!(flow.commits(), 1);
    flow.press("Esc 3")
        .see("after the import the return is a duplicate of itself")
        .press("Enter")
        .see("with all that it keeps of the partner");
    flow.tell("partners");
}

#[test]
fn the_other_one_can_be_the_main_filer() {
    let mut flow = open(couple());
    flow.press("P").see("An is the main filer").press("l").see("Bo is").press("Enter").see("joined that way");
    assert_eq!(buckets(&flow), [None, NEW]);
    assert_eq!(flow.draft().account(1).unwrap().values.text(Field::SpouseNationalNumber), AN);
    flow.press("u").tell("partners-swapped");
}

#[test]
fn two_who_name_each_other_are_one_pair() {
    let [an, bo] = couple();
    let mut flow = open([an, with(&bo, &[(Field::SpouseNationalNumber, AN)])]);
    flow.see("each names the other").press("P").see("one pair, not two").press("h").see("and the other way round").press("Esc");
    flow.press("j P Enter").see("joined from the second row: the first one is the main filer");
    assert_eq!(buckets(&flow), [NEW, None]);
    flow.tell("partners-each-other");
}

#[test]
fn one_person_is_the_partner_of_two() {
    let [an, bo] = couple();
    let cy = person("Wouters", "Cy", "cy@example.com", &[(Field::NationalNumber, CY), (Field::SpouseNationalNumber, BO)]);
    let mut flow = open([an, bo, cy]);
    flow.press("j").see("Bo stands as the partner in two rows").press("P").see("the first of two pairs").press("Down").see("the second");
    flow.press("Enter").see("joined with Cy; An still names Bo");
    assert_eq!(buckets(&flow), [NEW, None, NEW]);
    flow.press("g g P").see("An still names Bo, who is part of another return").press("u g g n").see("taken back");
    flow.tell("partners-of-two");
}

#[test]
fn a_household_and_a_partner_who_is_oneself() {
    let eva = at_home("Peeters", "Eva", "thuis@example.com", &[(Field::NationalNumber, DI)]);
    let tom = at_home("Smets", "Tom", "thuis@example.com", &[]);
    let own = person("Alleen", "Ed", "ed@example.com", &[(Field::NationalNumber, ED), (Field::SpouseNationalNumber, ED)]);
    let mut flow = open([eva, tom, own]);
    flow.press("j").see("the same address and e-mail: it may be a couple").press("P").see("side by side, with no number for the partner");
    flow.press("l").see("the other way round").press("Enter").see("Tom's return, with Eva as the partner");
    assert_eq!((buckets(&flow), flow.draft().account(1).unwrap().values.text(Field::SpouseNationalNumber)), (vec![None, NEW, INVALID], DI));
    flow.press("4").see("who stands as their own partner is invalid; leaving the number out is the cure");
    flow.speak(ScreenLanguage::Dutch).see("in het Nederlands").speak(ScreenLanguage::French).see("en français");
    flow.tell("partners-household-and-self");
}

#[test]
fn what_would_be_lost_is_refused() {
    let [an, bo] = couple();
    let wrong = with(&bo, &[(Field::Mobile, "12")]);
    let other = with(&bo, &[(Field::SpouseNationalNumber, CY)]);
    let mut flow = open([an.clone(), wrong]);
    flow.press("P").see("the partner's row is invalid: put it right first").press("Enter").see("so Enter joins nothing");
    assert_eq!((buckets(&flow), flow.draft().steps().len()), (vec![NEW, INVALID], 0));
    flow.press("Esc 4 P").see("the same from the invalid row, which cannot be the main filer's partner yet");
    let mut second = open([an, other]);
    second.press("P").see("the partner names somebody else").press("Enter").see("so Enter joins nothing");
    assert!(second.draft().steps().is_empty());
    flow.press("Esc").tell("partners-refused");
    second.tell("partners-refused-other");
}

#[test]
fn a_partner_who_is_a_customer_already_is_a_marriage() {
    let [an, bo] = couple();
    let store = store_with([with(&an, &[(Field::SpouseNationalNumber, "")]), bo.clone()]);
    let mut flow = Flow::open(store, &workbook_of([an, bo]));
    flow.press("3")
        .see("two customers until now; the first names the second as partner")
        .press("P")
        .see("the preview says who is left over");
    flow.press("Enter").see("one return, UNSURE: a marriage").press("2").see("and one customer whom no row matches any more");
    assert_eq!((buckets(&flow), flow.draft().counts().only_in_store), (vec![Some(Bucket::Duplicates), None], 1));
    flow.press("u").tell("partners-marriage");
}

#[test]
fn in_dutch_and_french_too() {
    let mut flow = open(couple());
    flow.speak(ScreenLanguage::Dutch).see("een mogelijke partner").press("P").see("naast elkaar").press("Enter").see("samengevoegd");
    flow.press("P").see("weer scheiden").press("Esc T Enter Q Enter I").see("de som").press("Esc");
    flow.speak(ScreenLanguage::French)
        .press("u u u")
        .see("peut-être le partenaire")
        .press("P")
        .see("côte à côte")
        .press("Enter")
        .see("réunis");
    flow.press("P").see("séparer").resize(120, 40).see("dans la grande fenêtre").tell("partners-nl-fr");
}

#[test]
fn next_season_the_two_rows_are_recognised() {
    // Neither row names the other any more: last season's joint return is what tells.
    let [an, bo] = couple();
    let rows = [with(&an, &[(Field::SpouseNationalNumber, "")]), with(&bo, &[(HOME[0].0, "Molenstraat")])];
    let mut flow = open([an.clone(), bo.clone()]);
    flow.press("P Enter T Enter Q Enter I Right Enter");
    let store = flow.store.clone();
    let mut later = Flow::open(store.clone(), &workbook_of(rows));
    later.see("the partner has a row of their own, and is not selected: somebody has to say so");
    assert_eq!((buckets(&later), later.selected_here()), (vec![Some(Bucket::Duplicates), NEW], 0));
    later.press("P").see("stored as a couple: they can be joined again").press("Enter 3").see("one duplicate, as last season");
    assert_eq!(buckets(&later), [Some(Bucket::Duplicates), None]);
    later.press("Enter").see("nothing of the partner differs");
    // And with the number named in the row again.
    let mut named = Flow::open(store, &workbook_of([an, bo]));
    named
        .press("4")
        .see("named again: the partner's row would be a second dossier")
        .press("P Enter")
        .see("joined: the file has nobody too many");
    assert_eq!(buckets(&named), [Some(Bucket::Duplicates), None]);
    later.tell("partners-next-season");
    named.tell("partners-next-season-named");
}
