//! Keys of a duplicate, field by field.

use super::steps;
use crate::app::action::Action;
use crate::app::compare::{Compare, Sight};
use crate::app::desk::{Desk, Face};
use crate::app::effect::Effect;
use crate::app::geometry::scrolled;
use crate::app::model::{Model, Notice};
use crate::domain::draft::{Difference, Side, Step};
use crate::domain::field::Field;

/// Lines of the screen that are not fields.
const FRAME_LINES: u16 = 13;

/// How many fields are seen.
#[must_use]
pub(crate) fn seen(size: (u16, u16)) -> usize {
    usize::from(size.1.saturating_sub(FRAME_LINES)).max(1)
}

impl Model {
    pub(super) fn act_on_compare(&mut self, action: Action) -> Vec<Effect> {
        let size = self.size;
        let Some(desk) = self.desk_mut() else { return Vec::new() };
        let Face::Compare(compare) = desk.face.clone() else { return Vec::new() };
        let Some(sight) = compare.sight(&desk.draft) else { return Vec::new() };
        let notice = match action {
            Action::Undo => Some(steps::undo(desk, size)),
            Action::Redo => Some(steps::redo(desk, size)),
            Action::Down => go_to(desk, &compare, compare.cursor + 1, &sight, size),
            Action::Up => go_to(desk, &compare, compare.cursor.saturating_sub(1), &sight, size),
            Action::NextFinding | Action::PreviousFinding => match compare.next_difference(&sight, action == Action::NextFinding) {
                Some(place) => go_to(desk, &compare, place, &sight, size),
                None => Some(Notice::NoMore),
            },
            Action::Open => next_duplicate(desk, size),
            _ => take(desk, &compare, &sight, action),
        };
        self.notice = notice;
        Vec::new()
    }
}

fn go_to(desk: &mut Desk, compare: &Compare, place: usize, sight: &Sight, size: (u16, u16)) -> Option<Notice> {
    let cursor = place.min(sight.comparisons.len().saturating_sub(1));
    let top = scrolled(compare.top, cursor, seen(size), sight.comparisons.len());
    desk.face = Face::Compare(Compare { row: compare.row, cursor, top });
    None
}

/// Takes one field, or many, from one side.
fn take(desk: &mut Desk, compare: &Compare, sight: &Sight, action: Action) -> Option<Notice> {
    let current = sight.comparisons.get(compare.cursor)?;
    let differing = || sight.comparisons.iter().filter(|one| one.difference.can_be_taken());
    let every = || differing().map(|one| one.field).collect::<Vec<Field>>();
    let row = compare.row;
    let step = match action {
        Action::Toggle | Action::TakeImport if !current.difference.can_be_taken() => return Some(Notice::NothingToTake),
        Action::Toggle => {
            let to = if current.side == Side::Store { Side::Import } else { Side::Store };
            desk.draft.taking(row, [current.field], to)
        }
        Action::TakeImport => desk.draft.taking(row, [current.field], Side::Import),
        Action::TakeStore => desk.draft.taking(row, [current.field], Side::Store),
        Action::TakeAll => desk.draft.taking(row, every(), Side::Import),
        Action::TakeNone => desk.draft.taking(row, every(), Side::Store),
        Action::FillBlanks => {
            let blank = |one: &&crate::domain::draft::Comparison| one.difference == Difference::OnlyImport;
            let fields: Vec<Field> = differing().filter(blank).map(|one| one.field).collect();
            let step: Step = desk.draft.taking(row, fields, Side::Import);
            let kept: Vec<Field> = differing().filter(|one| !blank(one)).map(|one| one.field).collect();
            step.and(desk.draft.taking(row, kept, Side::Store))
        }
        _ => return None,
    };
    desk.decide(step);
    None
}

/// To the next duplicate of the list, or back to the list from the last.
fn next_duplicate(desk: &mut Desk, size: (u16, u16)) -> Option<Notice> {
    let seen = desk.seen(size);
    let table = desk.table_mut();
    let before = table.cursor;
    table.go_by(1, seen);
    let next = table.current().filter(|_| table.cursor != before);
    if let Some(row) = next {
        desk.face = Face::Compare(Compare::of(row, &desk.draft));
        return None;
    }
    desk.face = Face::Tabs;
    Some(Notice::NoMore)
}
