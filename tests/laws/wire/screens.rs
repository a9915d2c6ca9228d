//! The screens of the program, one after the other.

use instroom::terminal::frames::{Follows, Pace};
use instroom::view;

use crate::support::flow::{Flow, LOOK};
use crate::support::wired::Wired;

/// Through lists, panes, boxes and forms, back and forth.
const JOURNEY: &str = "j j j k G g g p j j j j j j j j j j j j j j j j j j j j j j k k k Ctrl+D Ctrl+U p v j j Esc Space Space * - \
                       Tab j j j Enter j Space Esc Tab j j Tab j j J J K e Esc ? Esc / a n Enter j j Esc z z b Esc s s m m l l h \
                       T Esc Q Esc E Esc I Esc u U q q j j Enter j j j Tab Tab Tab q";

fn same(wired: &Wired, flow: &Flow) {
    let (width, height) = flow.model.size;
    wired.is_as_ratatui_draws_it(width, height, |frame| view::draw(&flow.model, LOOK, frame));
}

#[test]
fn every_screen_is_as_ratatui_draws_it() {
    for (width, height) in [(80, 24), (200, 60), (61, 15)] {
        let mut flow = Flow::sample();
        flow.resize(width, height);
        let mut wired = Wired::new(width, height);
        wired.show(&flow);
        same(&wired, &flow);
        for key in JOURNEY.split_whitespace() {
            flow.press(key);
            wired.show(&flow);
            same(&wired, &flow);
        }
    }
}

#[test]
fn a_window_of_another_size_is_drawn_anew() {
    let mut flow = Flow::sample();
    let mut wired = Wired::new(80, 24);
    for (width, height) in [(80, 24), (120, 40), (60, 15), (40, 8), (80, 24)] {
        flow.resize(width, height);
        wired.resize(width, height);
        wired.show(&flow);
        same(&wired, &flow);
    }
    // And where somebody else wrote on it.
    wired.emulator.process(b"\x1b[5;10r\x1b[31mbroadcast message\r\n\n\n");
    wired.forget();
    wired.show(&flow);
    same(&wired, &flow);
}

#[test]
fn while_keys_repeat_the_pane_waits_and_then_everything_is_as_it_should_be() {
    let mut flow = Flow::sample();
    let mut wired = Wired::new(80, 24);
    wired.show(&flow);
    let pane = |wired: &Wired| wired.screen().lines()[14..22].to_vec();
    let before = pane(&wired);
    let frame = |wired: &mut Wired, flow: &Flow, pace| wired.draw(pace, |buffer, stays| view::draw_on(&flow.model, LOOK, buffer, stays)).1;
    for _ in 0..5 {
        assert_eq!(frame(&mut wired, flow.press("j"), Pace::Moving), Follows::AllButPane);
        assert_eq!(pane(&wired), before);
    }
    assert!(wired.screen().lines()[22].contains("6 of "));
    assert_eq!(frame(&mut wired, &flow, Pace::Settled), Follows::All);
    assert_ne!(pane(&wired), before);
    same(&wired, &flow);
    // Whoever scrolls the pane, masks numbers, changes the tab or opens something sees that at once.
    for keys in ["J", "m", "Tab", "?", "Esc"] {
        assert_eq!(frame(&mut wired, flow.press(keys), Pace::Moving), Follows::All, "{keys}");
        same(&wired, &flow);
    }
}
