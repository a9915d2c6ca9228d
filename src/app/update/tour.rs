//! Keys of the guided tour, and how it follows what is done.

use crate::app::action::Action;
use crate::app::effect::Effect;
use crate::app::key::Key;
use crate::app::keymap::{Layer, Meaning};
use crate::app::model::Model;

impl Model {
    /// What a key means for the tour, where one is taken. Its layer is asked for its own keys only: those that hold everywhere are
    /// the screens'.
    pub(super) fn of_tour(&self, key: Key) -> Option<Action> {
        self.tour.as_ref()?;
        match self.sight.keys.meaning(Layer::Tour, None, key) {
            Meaning::Act(action @ (Action::TourBack | Action::TourSkip | Action::TourLeave)) => Some(action),
            Meaning::Act(_) | Meaning::Prefix | Meaning::None => None,
        }
    }

    /// The key by which the tour does something on the screen that is shown. None where that key means something else there.
    #[must_use]
    pub fn tour_key(&self, action: Action) -> Option<&str> {
        let key = self.sight.keys.key_of(Layer::Tour, action)?;
        let is_free = |key: Key| self.sight.keys.meaning(self.layer(), None, key) == Meaning::None && self.of_tour(key) == Some(action);
        key.parse().is_ok_and(is_free).then_some(key)
    }

    /// Goes a step back or on, or leaves. Nothing of a tour is kept, so nothing is asked.
    pub(super) fn act_on_tour(&mut self, action: Action) -> Vec<Effect> {
        let Some(tour) = &mut self.tour else { return Vec::new() };
        let has_moved = match action {
            Action::TourLeave => return vec![Effect::Quit],
            Action::TourSkip => tour.skip(),
            _ => tour.go_back(),
        };
        self.notice = None;
        if has_moved { Vec::new() } else { self.nothing_here() }
    }

    /// The tour looks at what there is now, and goes on where its step is done.
    pub(super) fn follow_tour(&mut self) {
        let Some(mut tour) = self.tour.take() else { return };
        tour.follow(self);
        self.tour = Some(tour);
    }
}
