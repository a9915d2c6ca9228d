//! Find and replace, and the last value again: always seen before it is done.

use instroom::app::notice::Notice;
use instroom::domain::field::Field;

use crate::generate::rows::{Format, Row};
use crate::generate::sample;
use crate::support::flow::Flow;
use crate::support::office::{empty_store, workbook_with_rows};

/// Twenty new customers; the first three with a mistyped city, the fourth with names in the wrong order.
fn twenty() -> Flow {
    let mut rows: Vec<Row> = (0..20).map(|index| Row::of(&sample::customers().customer(index), Format::Second)).collect();
    for row in rows.iter_mut().take(3) {
        row.text(Field::City, "Gnt (Gand)");
    }
    rows[3].text(Field::City, "gnt (Gand)");
    rows[4].text(Field::Email, "an@example");
    rows[5].text(Field::Email, "bo@example");
    Flow::open(empty_store(), &workbook_with_rows(rows))
}

fn cities(flow: &Flow) -> Vec<String> {
    (0..5).map(|row| flow.draft().given(row, Field::City).to_owned()).collect()
}

#[test]
fn plain_text_is_found_and_replaced() {
    let mut flow = twenty();
    let before = cities(&flow);
    flow.press("1 r").see("in which field?").type_text("city").press("Enter").see("the box");
    flow.press("Enter").see("nothing to look for yet").type_text("Gnt (").press("Tab").type_text("Gent (").see("typed");
    flow.press("Enter").see("each before and after").press("Esc").see("Esc leads back to the box").press("Tab Tab Tab space");
    flow.see("capitals do not matter now").press("Enter").see("one more is found").press("Enter").see("replaced in one go");
    assert_eq!(cities(&flow)[..4], ["Gent (Gand)", "Gent (Gand)", "Gent (Gand)", "Gent (Gand)"]);
    flow.press("u").see("one u takes all back");
    assert_eq!(cities(&flow), before);
    flow.tell("replacing");
}

#[test]
fn an_expression_has_groups_and_a_wrong_one_is_explained() {
    let mut flow = twenty();
    flow.press("4").resize(120, 40).press("r").see("on the tab of invalid rows the list begins with what is wrong").press("Enter");
    flow.type_text("(.+)@(").press("Tab Tab Tab space").see("a bracket is missing").press("Enter").see("and it stays open");
    flow.press("Tab Tab Backspace")
        .type_text("example$")
        .see("whole now")
        .press("Tab")
        .type_text("$1.$2")
        .press("Enter")
        .see("there is no second group");
    flow.press("Shift+Tab").press("Ctrl+U").type_text("^(.+)@(.+)$").press("Tab Ctrl+U").type_text("$1@$2.be").press("Enter");
    flow.see("two rows would become valid").press("Enter").see("and they are");
    assert_eq!(flow.draft().counts().invalid, 0);
    assert_eq!(flow.draft().given(4, Field::Email), "an@example.be");
    flow.press("u").see("taken back").press("U 1 r").type_text("city").press("Enter").type_text("nowhere").press("Enter");
    flow.see("it stands in none of the rows");
    flow.tell("replacing-expression");
}

#[test]
fn only_the_rows_that_were_chosen() {
    let mut flow = twenty();
    flow.press("1 space v j r").type_text("city").press("Enter").see("a range, the selected rows, or all").type_text("Gnt").press("Tab");
    flow.type_text("Gent").press("Enter").see("the range only").press("Esc Tab").press("Right").see("now the selected rows").press("Enter");
    flow.see("the first row is not selected").press("Enter");
    assert_eq!(cities(&flow)[..3], ["Gnt (Gand)", "Gent (Gand)", "Gent (Gand)"]);
    flow.tell("replacing-chosen-rows");
}

#[test]
fn the_last_value_again() {
    let mut flow = twenty();
    flow.press("1 .").see("nothing was typed yet").press("e").type_text("responsible").press("Enter Ctrl+U").type_text("els@kantoor.be");
    flow.press("Enter j .").see("the same on the next row, at once").press("j v j j .").see("on a range: seen first").press("Enter");
    flow.see("five rows have it");
    let responsible = |flow: &Flow| (0..20).filter(|row| flow.draft().given(*row, Field::Responsible) == "els@kantoor.be").count();
    assert_eq!(responsible(&flow), 5);
    flow.press("u u").see("two steps back");
    assert_eq!(responsible(&flow), 1);
    flow.tell("replacing-repeat");
}

#[test]
fn what_is_replaced_is_changed_not_put_right() {
    let mut flow = twenty();
    flow.press("1 r").type_text("mobile").press("Enter").type_text("4").press("Tab").type_text("x").press("Enter");
    assert!(flow.screen().contains("new values are wrong"), "{}", flow.screen());
    flow.press("Enter");
    assert!(matches!(flow.model.notice, Some(Notice::ChangedMany(_))), "{:?}", flow.model.notice);
}
