//! Undo, redo, and the list of steps.

use crate::app::action::Action;
use crate::app::chooser::{Choice, Line};
use crate::app::desk::{Desk, Face, Sight};
use crate::app::effect::Effect;
use crate::app::made::Made;
use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::domain::draft::{Bucket, RowIndex};

impl Model {
    /// One mark after the other, each by its key and the cursor carried on by it, is one step. Whatever
    /// else a person does in between, be it a move, ends it: what follows is a new thought.
    pub(super) fn end_run_of_marks(&mut self, action: Action) {
        if let Some(desk) = self.desk_mut().filter(|_| action != Action::Toggle) {
            desk.marks_go_on = false;
        }
    }

    /// Goes to where so many steps are in force; the lists follow.
    pub(super) fn go_to_step(&mut self, in_force: usize) -> Vec<Effect> {
        let size = self.size;
        let Some(desk) = self.desk_mut() else { return Vec::new() };
        let before = desk.draft.steps_in_force();
        // The step that was taken back, or made again, as the last one.
        let row = first_row(desk, if in_force < before { in_force } else { in_force.saturating_sub(1) });
        desk.go_to_step(in_force);
        let now = desk.draft.steps_in_force();
        let elsewhere = if now == before { None } else { show_row(desk, row, size) };
        self.notice = match now {
            _ if now < before => Some(Notice::StepsTakenBack(before - now, elsewhere)),
            _ if now > before => Some(Notice::StepsMadeAgain(now - before, elsewhere)),
            _ => None,
        };
        Vec::new()
    }

    /// Says that undo stops at what was imported.
    pub(super) fn stay_at_commit(&mut self) -> Vec<Effect> {
        self.notice = Some(Notice::NothingToUndo { committed: true });
        Vec::new()
    }
}

/// Takes the last step back and says what it was.
pub(super) fn undo(desk: &mut Desk, size: (u16, u16)) -> Notice {
    let last = desk.draft.steps_in_force().checked_sub(1);
    let made = last.and_then(|at| made(desk, at));
    let row = last.and_then(|at| first_row(desk, at));
    match made.filter(|_| desk.undo()) {
        Some(made) => Notice::TakenBack(made, show_row(desk, row, size)),
        None => Notice::NothingToUndo { committed: desk.draft.stands_on_commit() },
    }
}

/// Makes the step taken back last again and says what it is.
pub(super) fn redo(desk: &mut Desk, size: (u16, u16)) -> Notice {
    let next = desk.draft.steps_in_force();
    let (made, row) = (made(desk, next), first_row(desk, next));
    match made.filter(|_| desk.redo()) {
        Some(made) => Notice::MadeAgain(made, show_row(desk, row, size)),
        None => Notice::NothingToRedo,
    }
}

fn made(desk: &Desk, at: usize) -> Option<Made> {
    desk.draft.steps().get(at).map(|step| Made::of(step, &desk.draft))
}

/// The row of a step to go to: the one under the cursor where it is about that one too, else its first.
fn first_row(desk: &Desk, at: usize) -> Option<RowIndex> {
    let step = desk.draft.steps().get(at)?;
    let here = if desk.tab == Bucket::OnlyInStore { None } else { desk.table().current() };
    let is_about = |row: &RowIndex| step.decisions.iter().any(|decision| decision.rows().binary_search(row).is_ok());
    here.filter(is_about).or_else(|| step.first_row())
}

/// Puts the cursor on a row, where the tab that is shown lists it; else the tab that does.
fn show_row(desk: &mut Desk, row: Option<RowIndex>, size: (u16, u16)) -> Option<Bucket> {
    // A row that was joined is seen with the row whose return it is part of.
    let row = row.map(|row| desk.draft.main_row(row).unwrap_or(row))?;
    let tab = desk.draft.bucket(row)?;
    if tab != desk.tab {
        return Some(tab);
    }
    if matches!(desk.face, Face::Tabs) {
        let seen = desk.seen(size);
        if let Some(place) = desk.table().order.iter().position(|item| *item == row) {
            desk.table_mut().go_to(place, seen);
            desk.showing.pane_top = 0;
        }
    }
    None
}

/// The steps, the first made at the top: each says what it did and whether it is in force.
pub(super) fn step_lines(desk: &Desk, sight: Sight) -> Vec<Line> {
    let words = sight.words();
    let (committed, in_force) = (desk.draft.steps_committed(), desk.draft.steps_in_force());
    let line = |lead: String, label: String, note: &str, choice| Line { lead, label, note: note.to_owned(), choice };
    let note_of = |at: usize| match at {
        _ if at == in_force => words.steps.here,
        _ if at > in_force => words.steps.taken_back,
        _ => "",
    };
    let mut lines = Vec::new();
    for (at, step) in (1..).zip(desk.draft.steps()) {
        if at == 1 && committed == 0 {
            lines.push(line("0".to_owned(), words.steps.none.to_owned(), note_of(0), Choice::Step(0)));
        }
        let label = (words.steps.made)(&Made::of(step, &desk.draft));
        let imported = at <= committed;
        let choice = if imported { Choice::Imported } else { Choice::Step(at) };
        lines.push(line(at.to_string(), label, if imported { words.steps.imported } else { note_of(at) }, choice));
        if at == committed {
            lines.push(line("=".to_owned(), words.steps.commit.to_owned(), note_of(at), Choice::Step(at)));
        }
    }
    if lines.is_empty() {
        lines.push(line("0".to_owned(), words.steps.none.to_owned(), words.steps.here, Choice::Step(0)));
    }
    lines
}
