//! The guided tour, from its first step to the way out.

use instroom::app::tour::{Advice, TourStep};
use instroom::words::ScreenLanguage;

use crate::support::flow::Flow;
use crate::support::guide::{step, walk};

/// Walks the tour as its strip says, and writes down where each line of advice was given first.
fn told(name: &str, language: ScreenLanguage, (width, height): (u16, u16)) {
    let mut flow = Flow::tour();
    flow.speak(language).resize(width, height);
    flow.see("the first step");
    let mut seen = Vec::new();
    walk(&mut flow, &mut |flow, before, advice| {
        if !seen.contains(&(before, advice)) {
            seen.push((before, advice));
            let now = step(flow);
            let caption =
                if now == before { format!("{before:?}: {advice:?} was done") } else { format!("{before:?} is done, {now:?} begins") };
            flow.see(&caption);
        }
    });
    assert!(flow.has_left());
    flow.tell(name);
}

#[test]
fn the_tour_is_walked_in_english() {
    told("tour-english", ScreenLanguage::English, (80, 24));
}

#[test]
fn the_tour_is_walked_in_dutch() {
    told("tour-dutch", ScreenLanguage::Dutch, (80, 24));
}

#[test]
fn the_tour_is_walked_in_french() {
    told("tour-french", ScreenLanguage::French, (80, 24));
}

#[test]
fn the_tour_is_walked_in_a_small_window() {
    told("tour-small", ScreenLanguage::English, (60, 15));
}

#[test]
fn somebody_wanders_off_and_is_led_back() {
    let mut flow = Flow::tour();
    flow.press("F7 F7").see("two steps were left out");
    flow.press("?").see("something else stands in front").press("Esc 3 Enter").see("another screen is shown");
    flow.press("q q")
        .see("the workbook was left")
        .press("r")
        .see("and taken up again")
        .press("F6")
        .see("a step back waits for nothing but the step");
    flow.press("F7 F7 F7 F7 F7 F7 F7 T Enter")
        .see("the language is chosen: the tour goes on")
        .press("F6")
        .see("back at what is done already");
    flow.press("u").see("taken back: the step is to be done again").press("T Enter").see("and is done");
    flow.press("/")
        .type_text("x")
        .press("F7")
        .see("also where text is typed")
        .press("Esc F6 F6 F6")
        .resize(59, 15)
        .see("too small a window");
    flow.resize(120, 40).see("and a large one").press("F9");
    assert!(!flow.has_left() && flow.model.tour.is_none());
    assert_eq!(flow.model.window(), flow.model.size);
    flow.see("the tour is closed, the example is still there").press("Ctrl+L").see("drawn anew, and still said").press("q q");
    assert!(flow.has_left());
    flow.tell("tour-wandering");
}

#[test]
fn what_is_done_another_way_counts() {
    let mut flow = Flow::tour();
    for tab in ["Tab", "Tab", "Tab", "Tab"] {
        flow.press(tab);
    }
    assert_eq!(step(&flow), TourStep::Moving);
    flow.press("4 End Home");
    assert_eq!(step(&flow), TourStep::Reason);
    flow.press("z");
    assert_eq!(step(&flow), TourStep::Alike);
    // The language is chosen before its step comes: when it does, it is done.
    flow.press("Esc T Enter F7 F7 F7 F7 F7");
    assert_eq!(step(&flow), TourStep::Questionnaire);
}

#[test]
fn the_first_and_the_last_step_have_none_beyond_them() {
    let mut flow = Flow::tour();
    assert!(!flow.screen().contains("F6") && flow.screen().contains("F7"), "{}", flow.screen());
    flow.press("F6");
    assert_eq!(step(&flow), TourStep::Tabs);
    for _ in TourStep::ALL {
        flow.press("F7");
    }
    assert_eq!(step(&flow), TourStep::Leave);
    assert_eq!(flow.model.tour.as_ref().unwrap().advice(&flow.model), Advice::Leave);
    assert!(flow.screen().contains("F6") && !flow.screen().contains("F7"), "{}", flow.screen());
}

#[test]
fn a_small_window_says_why_when_it_is_asked() {
    for language in [ScreenLanguage::English, ScreenLanguage::Dutch, ScreenLanguage::French] {
        let mut flow = Flow::tour();
        flow.speak(language).resize(60, 15);
        loop {
            let at = step(&flow);
            let why = (flow.model.sight.words().tour.why)(at);
            let told = |flow: &Flow| flow.screen().split_whitespace().collect::<Vec<_>>().join(" ").contains(&why.replace('\u{a0}', " "));
            assert!(flow.screen().contains("F8"), "{}", flow.screen());
            flow.press("F8");
            assert!(told(&flow), "{at:?}: {}", flow.screen());
            flow.press("F8");
            assert!(!told(&flow), "the room is given back");
            if at.next().is_none() {
                break;
            }
            flow.press("F8 F7");
            assert_eq!(flow.model.size, (60, 12), "the next step begins without it");
        }
        // A window with room says it without being asked.
        flow.resize(80, 24);
        assert!(!flow.screen().contains("F8"), "{}", flow.screen());
    }
}

#[test]
fn without_a_tour_its_keys_do_nothing_and_no_line_is_taken() {
    let mut flow = Flow::sample();
    assert_eq!(flow.model.window(), flow.model.size);
    let before = flow.screen();
    flow.press("F6 F7 F9");
    assert!(!flow.has_left());
    assert_eq!(before.lines().count(), flow.screen().lines().count());
}
