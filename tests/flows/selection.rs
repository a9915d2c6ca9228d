//! Selecting rows, and seeing other rows of the same tab.

use instroom::app::action::Action;
use instroom::words::{ScreenLanguage, Words};

use crate::support::flow::Flow;

#[test]
fn marks_belong_to_rows() {
    let mut flow = Flow::sample();
    let all = flow.selected_here();
    assert_eq!(all, usize::try_from(flow.draft().counts().only_in_import).unwrap(), "new rows begin selected");
    flow.see("every new row is selected").press("space").see("the first no more, and one down");
    assert_eq!(flow.selected_here(), all - 1);
    flow.press("v j j").see("a range of three").press("space").see("they lost their marks together");
    assert_eq!(flow.selected_here(), all - 4);
    flow.press("Shift+Down Shift+Down").see("a range by Shift").press("Esc").see("dropped, the marks as they were");
    assert_eq!(flow.selected_here(), all - 4);
    flow.press("*").see("turned around");
    assert_eq!(flow.selected_here(), 4);
    flow.press("u u").see("two steps back");
    assert_eq!(flow.selected_here(), all - 1);
    flow.press("U U").see("and made again");
    assert_eq!(flow.selected_here(), 4);
    flow.press("-");
    assert_eq!(flow.selected_here(), 0);
    flow.press("/").type_text("example.net").press("Enter a").see("all that the filter shows, and no others");
    let shown = flow.selected_here();
    assert!(shown > 0 && shown < all, "{shown} of {all}");
    assert_eq!(shown, flow.model.desk().unwrap().table().order.len());
    flow.press("Esc l s s").see("the filter is gone, the rows are sorted, the marks are where they were");
    flow.press("Tab Tab Tab Tab").see("once around the tabs");
    assert_eq!(flow.selected_here(), shown);
    flow.press("2 space").see("stored customers are only looked at");
    flow.press("4 space").see("invalid rows cannot be selected, and it says why");
    flow.press("3 space").see("a duplicate has a mark where it has no dossier yet");
    flow.press("j j space").see("and none where it has one");
    flow.press("Z").see("a key that means nothing");
    flow.tell("selection");
}

#[test]
fn a_filter_narrows_with_every_key() {
    let mut flow = Flow::sample();
    flow.press("/").see("nothing typed yet").type_text("a").see("one letter");
    flow.type_text("lb").see("three").press("Backspace Backspace Backspace").type_text("€€").see("nothing fits");
    flow.press("Esc").see("Esc drops it");
    flow.press("/").type_text("example.net").press("Down Down Enter").see("kept, with the cursor moved while typing");
    flow.press("2").see("each tab has its own").press("/").type_text("ele").see("stored customers by name").press("Enter 1");
    flow.see("the first tab's is still there").press("Esc").see("dropped");
    flow.tell("filter");
}

#[test]
fn columns_are_hidden_widened_and_scrolled() {
    let mut flow = Flow::sample();
    flow.press("c").see("the columns").press("j j space j space").see("two are hidden").press("Enter").see("the rest moved up");
    flow.press("c space j space");
    for _ in 0..30 {
        flow.press_key("j".parse().unwrap());
        flow.press_key("space".parse().unwrap());
    }
    flow.see("the last column stays").press("Esc u").see("one column alone; undo is for decisions");
    let mut flow = Flow::sample();
    flow.press("l > > > >").see("the names are wider").press("< < < < < <").see("and narrower than before");
    flow.press("$").see("the last column").press("h h").see("sideways").press("0").see("the first");
    flow.press("S").see("sort by which?").press("Down Down Enter").see("sorted").press("S Down Down Enter").see("the other way round");
    flow.press("l l s").see("by the current column").press("s s").see("in the order of the workbook again");
    flow.tell("columns-and-sorting");
}

#[test]
fn help_lists_the_keys_and_runs_them() {
    let words = Words::of(ScreenLanguage::English);
    let mut flow = Flow::sample();
    flow.press("?").see("the keys of the tabs").type_text((words.action)(Action::SelectNone)).see("filtered").press("Enter").see("done");
    assert_eq!(flow.selected_here(), 0);
    flow.press("F1").type_text("qqq").see("no such key").press("Enter").see("nothing happened");
    flow.press("I").see("an obstacle").press("?").see("what cannot run is listed all the same").press("Esc");
    flow.press("3 Enter ?").see("the keys of a duplicate");
    flow.tell("help");
}
