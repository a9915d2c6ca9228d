//! What is done to customers who are named or marked: removing them, giving them something in common; and the
//! keys of what stands in front of them.

use crate::app::action::Action;
use crate::app::chooser::{Choice, Chooser, Line, Question};
use crate::app::effect::{Effect, Shared};
use crate::app::model::{Model, Overlay, Task};
use crate::app::notice::Notice;
use crate::app::person::{Front, PersonEffect, PersonNotice, PersonTask, Removing, Wishing};
use crate::app::text_field::TextField;
use crate::domain::customer::CustomerId;
use crate::domain::person::{Removal, Wish};

/// Lines that a page key scrolls.
const PAGE: isize = 10;

impl Model {
    /// Asks for what has to be typed before these customers are removed.
    pub fn remove_customers(&mut self, customers: &[CustomerId]) -> Vec<Effect> {
        let Some(stock) = self.read_store() else { return Vec::new() };
        let removal = Removal::of(&stock, customers);
        let waiting = removal.in_the_mail().next().map(|leaver| leaver.name.clone());
        match waiting {
            Some(name) => {
                let name = self.sight.text(&name);
                self.say_of_person(PersonNotice::InTheMail(name));
            }
            None if removal.leavers.is_empty() => self.notice = Some(Notice::NoRow),
            None => self.cover(Overlay::Person(Box::new(Front::Removing(Removing { removal, input: TextField::default() })))),
        }
        Vec::new()
    }

    /// Asks what these customers are to get or lose.
    pub fn change_many(&mut self, customers: Vec<CustomerId>) -> Vec<Effect> {
        if customers.is_empty() {
            self.notice = Some(Notice::NoRow);
            return Vec::new();
        }
        let words = self.sight.words();
        let line = |wish: Wish| Line {
            lead: String::new(),
            label: (words.person.wish)(wish).to_owned(),
            note: String::new(),
            choice: Choice::Wish(wish, customers.clone()),
        };
        let lines = Wish::ALL.map(line).to_vec();
        self.cover(Overlay::Chooser(Chooser::new(Question::Wish, lines, None)));
        Vec::new()
    }

    /// Lets a wish be typed.
    pub(super) fn type_wish(&mut self, wish: Wish, customers: Vec<CustomerId>) -> Vec<Effect> {
        let wishing = Wishing { wish, customers, input: TextField::default(), finding: None };
        self.cover(Overlay::Person(Box::new(Front::Wishing(wishing))));
        Vec::new()
    }

    /// Keys of what stands in front: a name or a number, labels, a colleague; and what they come to.
    pub(super) fn act_on_person_front(&mut self, action: Action) -> Vec<Effect> {
        let (size, sight) = (self.size, self.sight);
        let Some(Overlay::Person(front)) = &mut self.overlay else { return Vec::new() };
        match (action, front.as_mut()) {
            (Action::Down, front) => front.scroll(1, sight, size),
            (Action::Up, front) => front.scroll(-1, sight, size),
            (Action::PageDown, front) => front.scroll(PAGE, sight, size),
            (Action::PageUp, front) => front.scroll(-PAGE, sight, size),
            (Action::First, front) => front.scroll(isize::MIN, sight, size),
            (Action::Last, front) => front.scroll(isize::MAX, sight, size),
            (Action::Choose, Front::Removing(_)) => return self.remove_typed(),
            (Action::Choose, Front::Wishing(_)) => return self.prepare_wish(),
            (Action::Choose, Front::Many { .. }) => return self.write_many(),
            (Action::Filter, Front::History(history)) => history.is_filtering = true,
            (Action::Choose, Front::History(history)) => history.is_filtering = false,
            _ => {}
        }
        Vec::new()
    }

    fn remove_typed(&mut self) -> Vec<Effect> {
        let Some(Overlay::Person(front)) = &self.overlay else { return Vec::new() };
        let Front::Removing(removing) = front.as_ref() else { return Vec::new() };
        if !removing.removal.is_confirmed_by(removing.input.text()) {
            self.say_of_person(PersonNotice::NotConfirmed);
            return Vec::new();
        }
        let removal = removing.removal.clone();
        self.overlay = None;
        self.behind.clear();
        let amendment = removal.amendment(self.next_seed());
        self.amend_customers(PersonTask::Removing(removal.leavers.len()), amendment)
    }

    fn prepare_wish(&mut self) -> Vec<Effect> {
        let Some(stock) = self.read_store() else { return Vec::new() };
        let Some(Overlay::Person(front)) = &mut self.overlay else { return Vec::new() };
        let Front::Wishing(wishing) = front.as_mut() else { return Vec::new() };
        let Some(value) = wishing.judge() else { return Vec::new() };
        let (wish, customers) = (wishing.wish, wishing.customers.clone());
        self.overlay = None;
        self.behind.clear();
        let seed = self.next_seed();
        let job = self.run(Task::Person(PersonTask::Preparing));
        vec![Effect::Person(job, PersonEffect::Prepare(Shared(stock), customers, wish, value, seed))]
    }

    fn write_many(&mut self) -> Vec<Effect> {
        let Some(Overlay::Person(front)) = self.overlay.take() else { return Vec::new() };
        let Front::Many { many, .. } = *front else { return Vec::new() };
        self.behind.clear();
        self.amend_customers(PersonTask::Changing(many.changes.len()), many.amendment)
    }
}
