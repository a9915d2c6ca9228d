//! The screens as a dialogue on plain lines, for screen readers and for terminals that only print.
//!
//! The same [`Model`] and the same actions: a [`Dialogue`] tells what a person faces, as lines without any sign that a screen
//! reader would spell, and makes messages of what they answer. It says where one is, then only what changed. It draws nothing,
//! waits for nothing and knows no clock; whoever holds the terminal calls it.
//!
//! - `manner`: what kind of place each screen and each box is; a new one does not compile without it
//! - `row`: rows of the lists with many columns
//! - `telling`: what is said of a place, and what changed there
//! - `offer`: what can be done here, by name and key
//! - `answer`: what an answer means; `choosing`: one of many, yes or no; `filling`: where text is typed; `counted`: numbers in them
//! - `elsewhere`: what is not possible here, and where it is
//! - `pressed`: keys that were pressed where a line is answered
//! - `outcome`: what of all that was asked failed and was not done after all
//! - `progress`: how far long work is, at sensible distances

mod answer;
mod choosing;
mod counted;
mod elsewhere;
mod filling;
mod manner;
mod offer;
mod outcome;
mod pressed;
mod progress;
mod row;
mod telling;

use std::collections::HashSet;

use crate::app::action::Action;
use crate::app::keymap::Layer;
use crate::app::{Model, Msg};
use crate::domain::neutral::neutralise;
use crate::view::{Heard, hear};
use manner::Manner;
use progress::Told;
use row::Row;

pub use crate::view::WINDOW;
pub use outcome::{Outcome, Undone};

/// Rows or lines that are listed at once, unless a number is given.
const PAGE: usize = 10;

/// What an answer comes to.
#[derive(Debug, Clone)]
pub enum Reply {
    /// Messages for the model, one after the other. What changed is told afterwards.
    Do(Vec<Msg>),
    /// Lines to be said; nothing changed.
    Say(Vec<String>),
    /// What is being sent is waited for before the next answer.
    Wait,
}

/// A place as it was told last.
#[derive(Debug, Clone)]
struct Place {
    manner: Manner,
    heard: Heard,
}

/// The dialogue: what was told already, so that nothing is told twice.
#[derive(Debug, Clone, Default)]
pub struct Dialogue {
    /// The place as it was told last.
    heard: Option<(Manner, Heard)>,
    /// Places that one left for what stands in front of them, the last one last: coming back, only what changed is told.
    places: Vec<Place>,
    /// It was said how to answer.
    welcomed: bool,
    /// The row that was told last, with its place.
    row: Option<Row>,
    /// The line of a list that was told last.
    line: Option<String>,
    /// What there is to choose from, as it was told last.
    choices: Option<String>,
    /// Where listing goes on.
    listed: Option<usize>,
    /// What the columns of a list are called, as it was told last.
    columns: String,
    /// Lines of the pane that were told already.
    pane: usize,
    /// Where one was told what is possible already.
    known: HashSet<Layer>,
    /// Several actions fitted an answer: their numbers choose one.
    several: Vec<Action>,
    /// Something was answered since the last telling.
    answered: bool,
    /// A new value is taken at once, or the next part of a form asked, if nothing is wrong with it.
    takes_if_right: bool,
    /// What was typed last has something wrong with it.
    refused: bool,
    /// What stood around a text when it was first asked.
    around: Vec<String>,
    /// Several lines are being typed.
    writes: bool,
    progress: Told,
    /// What the guided tour said last.
    tour: Vec<String>,
}

impl Dialogue {
    /// The beginning.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// What was told is told again from the beginning.
    pub fn forget(&mut self) {
        (self.heard, self.row, self.line, self.choices, self.listed) = (None, None, None, None, None);
        self.places.clear();
        self.tour.clear();
    }

    /// What is asked, to be put before the answer: of a form, which part of it.
    #[must_use]
    pub fn prompt(&self, model: &Model) -> String {
        let words = model.sight.words();
        let manner = Manner::of(model);
        let asked = if manner.is_typed() && !filling::is_choice(model) { words.plain.typed } else { words.plain.answer };
        let part = (manner == Manner::Form).then(|| filling::part(model, &hear(model))).flatten();
        let part = part.map_or_else(String::new, |part| format!("{}. ", tidy(&part)));
        format!("{part}{asked}{}", words.colon())
    }

    /// What is still to be done once an answer was taken in.
    pub fn follow_up(&mut self, model: &Model) -> Vec<Msg> {
        let takes = std::mem::take(&mut self.takes_if_right);
        let on = filling::on_if_right(model);
        self.refused = if takes { on.is_none() } else { self.refused };
        on.filter(|_| takes).map(Msg::Act).into_iter().collect()
    }
}

/// A line as it leaves: nothing in it acts on a terminal.
#[must_use]
pub fn tidy(line: &str) -> String {
    neutralise(line).trim().to_owned()
}
