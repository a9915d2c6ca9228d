//! The strip of the guided tour has few lines: what it says fits them, in each language.

use unicode_width::UnicodeWidthStr as _;

use super::languages;
use super::samples::advices;
use crate::app::action::Action;
use crate::app::desk::Sight;
use crate::app::detail::{Tone, wrap};
use crate::app::keymap::Layer;
use crate::app::tour::TourStep;

#[test]
fn the_strip_of_the_tour_says_everything_in_its_lines() {
    for (code, words) in languages() {
        let sight = Sight::first(words.screen);
        for advice in advices() {
            // One line of 80 columns, two of 60. The longest name of a key in any layer is what it may become.
            let phrase = (words.tour.advice)(advice);
            for layer in Layer::ALL {
                let told = sight.keyed(layer, phrase);
                assert!(told.width() <= 76, "{code}: {advice:?} in {layer:?}, {} columns: {told}", told.width());
                assert!(wrap(vec![(Tone::Plain, told.clone())], 56).len() <= 2, "{code}: {advice:?}: {told}");
                assert!(
                    !told.contains('<') && !told.contains('{'),
                    "{code}: {advice:?} in {layer:?} names an action without a key: {told}"
                );
            }
        }
        // A key, its name, and what parts it from the next or from the edge.
        let keys = |actions: &[Action]| 1 + actions.iter().map(|action| "F6 ".width() + (words.hint)(*action).width() + 2).sum::<usize>();
        let all = keys(&[Action::TourBack, Action::TourSkip, Action::TourLeave]);
        let most = keys(&[Action::TourWhy, Action::TourLeave]);
        for step in TourStep::ALL {
            let why = wrap(vec![(Tone::Plain, (words.tour.why)(step).to_owned())], 76);
            assert!(why.len() <= 2, "{code}: {step:?} says why in {} lines", why.len());
            let narrow = wrap(vec![(Tone::Plain, (words.tour.why)(step).to_owned())], 56);
            assert!(narrow.len() <= 3, "{code}: {step:?} says why in {} lines of 60 columns", narrow.len());
            let title = (words.tour.title)(step).width() + "─ 15/15 ".width() + words.colon().width();
            assert!(title + most <= 60, "{code}: {step:?} takes {} of 60 columns", title + most);
            let title = title - "15/15".width() + (words.tour.step)(15, 15).width();
            assert!(title + all <= 80, "{code}: {step:?} takes {} of 80 columns", title + all);
        }
    }
}
