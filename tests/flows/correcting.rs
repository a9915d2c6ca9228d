//! The office's own workbook comes back with what was put right.

use crate::support::flow::Flow;

#[test]
fn the_corrected_workbook_has_what_was_put_right_and_remarks_on_the_rest() {
    let mut flow = Flow::sample();
    flow.press("4 F").see("all alike, before it is done").press("Enter").see("their rows are valid now");
    flow.press("E").see("the last line: the office's own workbook").press("PgDn Enter").see("numbers are whole in it, and it says so");
    flow.press("Enter").see("6 presses: F Enter E PgDn Enter Enter").press("Enter");
    flow.press("E PgDn Enter Enter").see("there is one already: back is the default").press("Enter");
    flow.press("E PgDn Enter Ctrl+U")
        .type_text("/srv/office/customers.xlsx")
        .press("Enter")
        .see("the original is never written")
        .press("Enter");
    flow.press("E PgDn Enter Ctrl+U").type_text("/srv/office/copy.csv").press("Enter").see("Excel would not open it").press("Enter");
    let invalid = flow.draft().counts().invalid;
    let counts = flow.draft().counts();
    flow.press("q").opening("customers-corrected.xlsx").see("read again: what was put right is right");
    assert_eq!((flow.draft().counts().invalid, flow.draft().counts().only_in_import), (invalid, counts.only_in_import));
    flow.tell("correcting");
}
