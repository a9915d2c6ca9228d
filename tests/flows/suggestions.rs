//! Taking what is suggested: for one row, and for all alike after seeing them.

use instroom::app::model::Overlay;
use instroom::domain::draft::Bucket;
use instroom::domain::field::Field;
use instroom::words::ScreenLanguage;

use crate::generate::rows::{Format, Given, Row};
use crate::generate::sample;
use crate::support::flow::Flow;
use crate::support::office::{empty_store, workbook_with_rows};

/// Six rows that lost the leading zeros of their national number, and two with something else.
fn six() -> Flow {
    let born_after_1999 = |index: &u64| sample::customers().customer(*index).text(Field::NationalNumber).starts_with('0');
    let customers: Vec<_> = (0..240).filter(born_after_1999).take(8).map(|index| sample::customers().customer(index)).collect();
    let mut rows: Vec<Row> = customers.iter().map(|customer| Row::of(customer, Format::Second)).collect();
    for (row, customer) in rows.iter_mut().zip(&customers).take(6) {
        row.set(Field::NationalNumber, Given::Number(customer.text(Field::NationalNumber).parse().unwrap()));
    }
    rows[6].text(Field::Mobile, "0032 (0)471 62 53 68");
    rows[7].text(Field::Email, "");
    Flow::open(empty_store(), &workbook_with_rows(rows))
}

#[test]
fn six_rows_without_their_leading_zero() {
    let mut flow = six();
    flow.press("4").see("eight rows cannot be imported, six of them for one reason");
    flow.press("F").see("press 1: the six, before and after, and why they are alike");
    assert_eq!(flow.draft().edits().count(), 0, "nothing is decided by looking");
    flow.press("Enter").see("press 2: all six are new customers, in 2 presses from the tab of invalid rows");
    assert_eq!(flow.draft().rows_in(Bucket::Invalid), [6, 7]);
    flow.press("u").see("u takes back all six at once");
    assert_eq!(flow.draft().counts().invalid, 8);
    flow.press("F Esc").see("Esc takes none").press("F").resize(120, 40).see("in a large window").press("m").see("with the numbers");
    flow.press("m Esc").resize(80, 24);
    assert_eq!(flow.draft().counts().invalid, 8);
    flow.tell("suggestions-alike");
}

#[test]
fn one_suggestion_at_once_and_what_to_do_without() {
    let mut flow = six();
    flow.press("4 f").see("taken at once, and told; the cursor is on the next").press("u").see("and back");
    flow.press("G").see("an empty address").press("f").see("nothing can be suggested, and it says so").press("F").see("nor for more");
    flow.press("k f").see("0032 (0) is understood").press("1 G f").see("nothing is wrong there");
    assert_eq!(flow.draft().edits().collect::<Vec<_>>(), [(6, Field::Mobile, "+32471625368")]);
    flow.tell("suggestions");
}

#[test]
fn alike_in_dutch_and_french() {
    let mut flow = six();
    flow.speak(ScreenLanguage::Dutch).press("4 F").see("Nederlands").press("Esc").speak(ScreenLanguage::French).press("F").see("français");
    flow.press("Enter").see("fait");
    flow.tell("suggestions-nl-fr");
}

#[test]
fn in_a_range_the_suggestion_is_taken_for_its_rows_alone() {
    let mut flow = six();
    flow.press("4 v j j f");
    assert!(matches!(flow.model.overlay, Some(Overlay::Proposal(_))), "they are looked at first: {}", flow.screen());
    flow.press("Enter");
    assert_eq!(flow.draft().rows_in(Bucket::Invalid), [3, 4, 5, 6, 7], "three of the six");
}
