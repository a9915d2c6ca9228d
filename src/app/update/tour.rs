//! Keys of the guided tour, and how it follows what is done.

use crate::app::action::Action;
use crate::app::effect::Effect;
use crate::app::geometry;
use crate::app::key::Key;
use crate::app::keymap::{Layer, Meaning};
use crate::app::model::{Model, Purpose};
use crate::app::notice::Notice;

impl Model {
    /// What a key means for the tour, where one is taken. Its layer is asked for its own keys only: those that hold everywhere are
    /// the screens'.
    pub(super) fn of_tour(&self, key: Key) -> Option<Action> {
        self.tour.as_ref()?;
        match self.sight.keys.meaning(Layer::Tour, None, key) {
            Meaning::Act(action @ (Action::TourBack | Action::TourSkip | Action::TourWhy | Action::TourLeave)) => Some(action),
            Meaning::Act(_) | Meaning::Prefix | Meaning::None => None,
        }
    }

    /// The key by which the tour does something on the screen that is shown. None where that key means something else there.
    #[must_use]
    pub fn tour_key(&self, action: Action) -> Option<&str> {
        let key = self.sight.keys.key_of(Layer::Tour, action)?;
        let is_free = |key: Key| self.sight.keys.meaning(self.layer(), None, key) == Meaning::None && self.of_tour(key) == Some(action);
        (self.can_tour(action) && key.parse().is_ok_and(is_free)).then_some(key)
    }

    /// Whether the tour can do something now: there is a step before or behind this one, or something that is not said yet.
    pub(in crate::app) fn can_tour(&self, action: Action) -> bool {
        let Some(tour) = &self.tour else { return false };
        match action {
            Action::TourBack => tour.step().before().is_some(),
            Action::TourSkip => tour.step().next().is_some(),
            Action::TourWhy => {
                let (width, height) = self.window();
                geometry::strip_is_short_of_room(width, height)
            }
            _ => true,
        }
    }

    /// Goes a step back or on, says why, or ends the tour. Nothing of a tour is kept, so nothing is asked.
    pub(super) fn act_on_tour(&mut self, action: Action) -> Vec<Effect> {
        if !self.can_tour(action) {
            return self.nothing_here();
        }
        let window = self.window();
        let Some(tour) = &mut self.tour else { return Vec::new() };
        self.notice = None;
        match action {
            // What is on the screen stays: only the strip goes. The store is thrown away as that of a demonstration is.
            Action::TourLeave => {
                self.tour = None;
                self.purpose = Purpose::Demonstration;
                self.notice = Some(Notice::TourLeft);
            }
            Action::TourWhy => tour.turn_reason(),
            Action::TourSkip => _ = tour.skip(),
            _ => _ = tour.go_back(),
        }
        self.fit(window);
        Vec::new()
    }

    /// The tour looks at what there is now, and goes on where its step is done.
    pub(super) fn follow_tour(&mut self) {
        let Some(mut tour) = self.tour.take() else { return };
        let (before, lines) = (tour.step(), tour.lines);
        tour.follow(self);
        let has_moved = tour.step() != before;
        self.tour = Some(tour);
        if has_moved && lines > 0 {
            // What was asked of the step before is not asked of this one.
            self.fit(self.window());
            self.keep_cursor_in_sight();
        }
    }
}
