//! The four tabs in every language and size.

use instroom::app::keymap::Layer;
use instroom::words::ScreenLanguage;

use crate::support::flow::{Flow, accept};

fn walk(language: ScreenLanguage, width: u16, height: u16) {
    let mut flow = Flow::sample();
    flow.speak(language).resize(width, height);
    flow.see("only in import").press("Tab").see("only in store").press("3").see("duplicates").press("'").see("invalid");
    flow.tell(&format!("tabs-{}-{width}x{height}", language.code()));
}

#[test]
fn tabs_in_dutch() {
    walk(ScreenLanguage::Dutch, 80, 24);
    walk(ScreenLanguage::Dutch, 120, 40);
}

#[test]
fn tabs_in_french() {
    walk(ScreenLanguage::French, 80, 24);
    walk(ScreenLanguage::French, 120, 40);
}

#[test]
fn tabs_in_english() {
    walk(ScreenLanguage::English, 80, 24);
    walk(ScreenLanguage::English, 120, 40);
}

#[test]
fn the_smallest_and_a_large_window() {
    let mut flow = Flow::sample();
    flow.resize(60, 15).see("as small as it goes").press("4").see("invalid rows there");
    flow.resize(200, 60).see("a large one").press("1").see("new rows there");
    flow.resize(59, 15).see("one column too few");
    let selected = flow.selected_here();
    flow.press("j - T Enter");
    assert_eq!((flow.selected_here(), flow.model.layer()), (selected, Layer::Tabs), "nothing is done that cannot be seen");
    flow.resize(60, 14).see("one line too few");
    flow.resize(12, 2).see("a postage stamp");
    flow.resize(80, 24).see("nothing was lost");
    flow.tell("tabs-sizes");
}

#[test]
fn the_styles_of_the_tabs() {
    let mut flow = Flow::sample();
    let mut told = String::new();
    for keys in ["1 space n", "2", "3", "4"] {
        flow.press(keys);
        told.push_str(&format!("## keys: {keys}\n{:#?}\n", flow.drawn().0));
    }
    accept("tabs-styles", &told);
}
