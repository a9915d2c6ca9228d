//! The guided tour: its steps in their order, when each is done, and what to press now.
//!
//! A step is done when the model shows it, whichever way somebody went; whoever does something else is told where the tour goes on,
//! and is kept from nothing. Pure, as everything here: the tour looks at the [`Model`] behind every message and holds
//! nothing but its step and what it has [seen](Seen) since that began.
//!
//! - `advice`: what to press now, wherever somebody is
//! - `seen`: what was seen since a step began, and whether it is done

mod advice;
mod seen;
#[cfg(test)]
mod tests;

pub use advice::Advice;
pub use seen::Seen;

use super::desk::{Desk, Face};
use super::model::{Model, Screen};
use crate::domain::draft::{Deed, Step};

/// Whether the strip says why a step is worth it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// Where a window has a line for it.
    WhereThereIsRoom,
    /// Whole, whatever the window: it was asked for.
    Whole,
}

/// The steps of the tour, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TourStep {
    /// The four tabs.
    Tabs,
    /// Through a list.
    Moving,
    /// Why a row is invalid.
    Reason,
    /// A suggestion, for all rows alike.
    Alike,
    /// A step taken back and made again.
    Undo,
    /// A duplicate, field by field.
    Duplicate,
    /// Rows marked as a range.
    Marks,
    /// A list filtered.
    Filter,
    /// The language of customers.
    Language,
    /// The questionnaire.
    Questionnaire,
    /// The summary, and the import.
    Import,
    /// The page of a stored customer.
    Page,
    /// An import taken back.
    TakeBack,
    /// The keys of a screen.
    Help,
    /// The way out.
    Leave,
}

impl TourStep {
    /// Every step, in order.
    pub const ALL: [Self; 15] = [
        Self::Tabs,
        Self::Moving,
        Self::Reason,
        Self::Alike,
        Self::Undo,
        Self::Duplicate,
        Self::Marks,
        Self::Filter,
        Self::Language,
        Self::Questionnaire,
        Self::Import,
        Self::Page,
        Self::TakeBack,
        Self::Help,
        Self::Leave,
    ];

    /// Its number, from 1.
    #[must_use]
    pub const fn number(self) -> usize {
        self as usize + 1
    }

    /// The step behind it; none behind the last.
    #[must_use]
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self.number()).copied()
    }

    /// The step before it; none before the first.
    #[must_use]
    pub fn before(self) -> Option<Self> {
        self.number().checked_sub(2).and_then(|place| Self::ALL.get(place)).copied()
    }
}

/// Whether the tour goes on when a step is done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Pace {
    /// By itself.
    #[default]
    GoesOn,
    /// Somebody went back to a step that is done already: it waits until it was undone, or is left out.
    Waits,
}

/// The tour that somebody takes.
#[derive(Debug, Clone)]
pub struct Tour {
    step: TourStep,
    seen: Seen,
    pace: Pace,
    /// Whether its strip takes as many lines as it needs to say why the step is worth it.
    reason: Reason,
    /// Lines that its strip takes of the window.
    pub(super) lines: u16,
}

impl Default for Tour {
    /// At its first step.
    fn default() -> Self {
        Self { step: TourStep::Tabs, seen: Seen::default(), pace: Pace::GoesOn, reason: Reason::WhereThereIsRoom, lines: 0 }
    }
}

impl Tour {
    /// The step in question.
    #[must_use]
    pub const fn step(&self) -> TourStep {
        self.step
    }

    /// What to press now.
    #[must_use]
    pub fn advice(&self, model: &Model) -> Advice {
        match self.pace {
            Pace::Waits => Advice::DoneAlready,
            Pace::GoesOn => advice::of(self.step, &self.seen, model),
        }
    }

    /// Looks at the model, and goes on as far as it shows that steps are done.
    pub(super) fn follow(&mut self, model: &Model) {
        loop {
            self.seen.look(model);
            match (self.seen.shows(self.step, model), self.pace, self.step.next()) {
                (true, Pace::GoesOn, Some(next)) => self.begin(next),
                (false, Pace::Waits, _) => {
                    self.pace = Pace::GoesOn;
                    return;
                }
                _ => return,
            }
        }
    }

    /// Whether the strip says why, whatever that takes of the window.
    #[must_use]
    pub const fn reason(&self) -> Reason {
        self.reason
    }

    /// Says why although there is little room, or gives the room back.
    pub(super) const fn turn_reason(&mut self) {
        self.reason = match self.reason {
            Reason::WhereThereIsRoom => Reason::Whole,
            Reason::Whole => Reason::WhereThereIsRoom,
        };
    }

    /// Leaves the step out. False where it is the last.
    pub(super) fn skip(&mut self) -> bool {
        self.step.next().map(|next| self.begin(next)).is_some()
    }

    /// Goes back to the step before, which waits where it is done already. False where it is the first.
    pub(super) fn go_back(&mut self) -> bool {
        let before = self.step.before().map(|before| self.begin(before));
        self.pace = Pace::Waits;
        before.is_some()
    }

    fn begin(&mut self, step: TourStep) {
        *self = Self { step, seen: Seen::default(), pace: Pace::GoesOn, reason: Reason::WhereThereIsRoom, lines: self.lines };
    }
}

/// The desk of the workbook, where it is on screen. The page of a customer has one too, which is none of the tour's.
fn desk(model: &Model) -> Option<&Desk> {
    if let Screen::Desk(desk) = &model.screen { Some(desk) } else { None }
}

/// The same, where it shows its tabs.
fn tabs(model: &Model) -> Option<&Desk> {
    desk(model).filter(|desk| matches!(desk.face, Face::Tabs))
}

/// The steps of the draft that are in force.
fn in_force(desk: &Desk) -> &[Step] {
    desk.draft.steps().get(..desk.draft.steps_in_force()).unwrap_or_default()
}

/// Whether a step in force did one of these to that many rows, or more.
fn did(desk: &Desk, deeds: &[Deed], rows: usize) -> bool {
    in_force(desk).iter().any(|step| deeds.contains(&step.deed) && step.row_count() >= rows)
}
