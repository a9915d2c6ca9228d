//! A duplicate, field by field.

use crate::support::flow::Flow;

#[test]
fn fields_are_taken_one_by_one_or_all_at_once() {
    let mut flow = Flow::sample();
    flow.press("3 l l l s s").see("the duplicates, those that differ most first").press("Enter").see("both sides, field by field");
    flow.press("n space").see("one field is taken from the import").press("h").see("and left again").press("l").see("and taken again");
    flow.press("a").see("all that differ").press("-").see("none").press("b").see("only what the store does not have");
    flow.press("g").press("u").see("undo works here too").press("U");
    flow.press("k space").see("nothing to take where both are the same").press("N").see("no difference before this one");
    flow.resize(120, 40).see("the record as it will be").press("a").see("as it will be with all fields").resize(80, 24);
    flow.press("Enter").see("the next one").press("Esc").see("back in the list, the taken fields are counted");
    flow.press("G Enter Enter").see("behind the last there is none");
    flow.press("u u u u u u u u u u").see("everything taken back");
    flow.tell("compare");
}
