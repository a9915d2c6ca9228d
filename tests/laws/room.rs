//! What is ours to say is said whole: no phrase is cut, on any screen, from the smallest window on, in any language.
//!
//! Values of customers and names of files may be cut where a row has its pane: what is drawn as such is not counted here. Everything else
//! that has not enough room is listed by [`view::clipped`].

use std::collections::BTreeSet;

use instroom::app::tour::Tour;
use instroom::app::{Msg, Screen};
use instroom::view;
use instroom::words::ScreenLanguage;

use super::sizes::screens;
use crate::support::flow::{LOOK, draw, speaking, text_of};

/// The smallest window, a line more, the smallest with a pane, the usual one.
const SIZES: [(u16, u16); 5] = [(60, 15), (60, 16), (60, 24), (80, 20), (80, 24)];

#[test]
fn no_phrase_is_cut() {
    let mut cut = BTreeSet::new();
    for language in [ScreenLanguage::English, ScreenLanguage::Dutch, ScreenLanguage::French] {
        for (name, model) in speaking(language, screens) {
            for tour in [None, Some(Tour::default())] {
                for (width, height) in SIZES {
                    let mut model = model.clone();
                    model.tour.clone_from(&tour);
                    model.update(Msg::Resize(width, height));
                    let strip = if tour.is_some() { ", with the tour" } else { "" };
                    for text in view::clipped(&model, LOOK) {
                        cut.insert((text, language.code(), format!("{width}x{height}{strip}: {name}")));
                    }
                }
            }
        }
    }
    let mut last = String::new();
    let told: Vec<String> = cut
        .into_iter()
        .filter(|(text, code, _)| {
            let one = format!("{code} {text}");
            let is_new = one != last;
            last = one;
            is_new
        })
        .map(|(text, code, place)| format!("{code} {place}: {text}"))
        .collect();
    assert!(told.is_empty(), "{} texts are cut:\n{}", told.len(), told.join("\n"));
}

/// Fewer columns beside a box than these show stray letters of what is beneath.
const STRAY: usize = 12;

#[test]
fn no_box_leaves_a_few_columns_of_the_screen_beneath_beside_it() {
    let mut wrong = BTreeSet::new();
    for (name, model) in screens() {
        for (width, height) in [(60, 15), (73, 20), (80, 24), (90, 24), (100, 30), (108, 30), (120, 40)] {
            let mut model = model.clone();
            model.update(Msg::Resize(width, height));
            // The preview of a workbook stands a column from the edge, below its list.
            if model.overlay.is_none() || matches!(model.screen, Screen::Picker(_)) {
                continue;
            }
            let (buffer, _) = draw(&model);
            for line in text_of(&buffer).lines() {
                let line: Vec<char> = line.chars().collect();
                let left = line.iter().position(|sign| "┌└".contains(*sign));
                let right = line.iter().rposition(|sign| "┐┘".contains(*sign)).map(|at| usize::from(width) - 1 - at);
                if left.is_some_and(|left| (1..STRAY).contains(&left)) || right.is_some_and(|right| (1..STRAY).contains(&right)) {
                    wrong.insert(format!("{width}x{height}: {name}"));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.into_iter().collect::<Vec<_>>().join("\n"));
}
