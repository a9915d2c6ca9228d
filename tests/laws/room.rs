//! What is ours to say is said whole: no phrase is cut, on any screen, from the smallest window on, in any language.
//!
//! Values of customers and names of files may be cut where a row has its pane: what is drawn as such is not counted here. Everything else
//! that has not enough room is listed by [`view::clipped`].

use std::collections::BTreeSet;

use instroom::app::Msg;
use instroom::app::tour::Tour;
use instroom::view;
use instroom::words::ScreenLanguage;

use super::sizes::screens;
use crate::support::flow::{LOOK, speaking};

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
