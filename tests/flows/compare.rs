//! A duplicate, field by field.

use crate::support::flow::Flow;

#[test]
fn fields_are_taken_one_by_one_or_all_at_once() {
    let mut flow = Flow::sample();
    flow.press("3 l l l s s").see("the duplicates, those that differ most first").press("Enter").see("both sides, field by field");
    flow.press("n space").see("one field is taken from the import").press("h").see("and left again").press("l").see("and taken again");
    flow.press("a").see("all that differ").press("-").see("none").press("b").see("only what the store does not have");
    flow.press("u").see("undo works here too").press("U");
    flow.press("k space").see("nothing to take where both are the same").press("N").see("no difference before this one");
    flow.resize(120, 40).see("the record as it will be").press("a").see("as it will be with all fields").resize(80, 24);
    flow.press("Enter").see("the next one").press("Esc").see("back in the list, the taken fields are counted");
    flow.press("G Enter Enter").see("behind the last there is none");
    flow.press("u u u u u u u u u u").see("everything taken back");
    flow.tell("compare");
}

#[test]
fn in_the_smallest_window_fields_and_outcome_are_scrolled_and_say_where_one_is() {
    let mut flow = Flow::sample();
    flow.press("3 l l l s s Enter").resize(60, 15);
    assert!(flow.screen().contains("1 of 14"), "{}", flow.screen());
    let before = flow.screen();
    assert!(before.contains("more lines: J scrolls"), "{before}");
    flow.press("J").see("the record as it will be, a line further");
    assert_ne!(flow.screen(), before);
    flow.press("J J J J J J J J J J J J").see("its end");
    assert!(flow.screen().contains("end: K scrolls back"), "{}", flow.screen());
    let end = flow.screen();
    flow.press("K");
    assert_ne!(flow.screen(), end, "no key is lost on the way back");
    flow.press("G").see("the last field");
    assert!(flow.screen().contains("14 of 14"), "{}", flow.screen());
    flow.press("PgUp g g").see("and the first");
    assert!(flow.screen().contains("1 of 14"), "{}", flow.screen());
    flow.tell("compare-scrolled");
}
