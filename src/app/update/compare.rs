//! Keys of a duplicate, field by field.

use super::steps;
use crate::app::action::Action;
use crate::app::compare::{Compare, Outcome, Sight, ValueEntry, seen};
use crate::app::desk::{Desk, Face};
use crate::app::effect::Effect;
use crate::app::geometry::scrolled;
use crate::app::model::{Model, Overlay};
use crate::app::notice::Notice;
use crate::domain::draft::{Bucket, Comparison, Difference, NoParting, RowIndex, Side, Step};
use crate::domain::field::Field;

impl Model {
    pub(super) fn act_on_compare(&mut self, action: Action) -> Vec<Effect> {
        let (size, eye) = (self.size, self.sight);
        if action == Action::Rule {
            return self.weigh();
        }
        let Some(desk) = self.desk_mut() else { return Vec::new() };
        let Face::Compare(compare) = desk.face.clone() else { return Vec::new() };
        let Some(sight) = compare.sight(&desk.draft) else { return Vec::new() };
        let notice = match action {
            Action::Undo | Action::Redo => go_back_or_forth(desk, compare.row, action, size),
            Action::First => go_to(desk, &compare, 0, &sight, size),
            Action::Last => go_to(desk, &compare, usize::MAX, &sight, size),
            Action::PageDown => go_to(desk, &compare, compare.cursor.saturating_add(seen(size)), &sight, size),
            Action::PageUp => go_to(desk, &compare, compare.cursor.saturating_sub(seen(size)), &sight, size),
            Action::Down => go_to(desk, &compare, compare.cursor + 1, &sight, size),
            Action::Up => go_to(desk, &compare, compare.cursor.saturating_sub(1), &sight, size),
            Action::NextFinding | Action::PreviousFinding => match compare.next_difference(&sight, action == Action::NextFinding) {
                Some(place) => go_to(desk, &compare, place, &sight, size),
                None => Some(Notice::NoMore),
            },
            Action::Open => {
                desk.decide(desk.draft.accepting(compare.row));
                next_unseen(desk, size)
            }
            Action::HoldApart => hold_apart(desk, &compare, size),
            Action::TypeValue => {
                let entry = sight.comparisons.get(compare.cursor).map(|one| ValueEntry::of(compare.row, one, eye));
                self.overlay = entry.map(Overlay::Value);
                None
            }
            Action::PaneDown | Action::PaneUp => {
                let by = if action == Action::PaneDown { 1 } else { -1 };
                let last = Outcome::of(desk, &sight, eye, size).last_top();
                desk.face = Face::Compare(Compare { pane_top: compare.pane_top.min(last).saturating_add_signed(by).min(last), ..compare });
                None
            }
            _ => take(desk, &compare, &sight, action),
        };
        self.notice = notice;
        Vec::new()
    }

    /// Takes the typed value, or says why not.
    pub(super) fn act_on_value(&mut self, action: Action) -> Vec<Effect> {
        let Some(Overlay::Value(entry)) = &self.overlay else { return Vec::new() };
        if action != Action::Choose {
            return Vec::new();
        }
        let entry = entry.clone();
        let Some(step) = self.desk().and_then(|desk| entry.step(&desk.draft)) else {
            self.notice = Some(Notice::ValueRefused);
            return Vec::new();
        };
        self.overlay = None;
        let size = self.size;
        if let Some(desk) = self.desk_mut() {
            desk.decide(step);
            // What differs stands first, so that the field may have another place now.
            let compare = Compare { row: entry.row, cursor: 0, top: 0, pane_top: 0 };
            if let Some(sight) = compare.sight(&desk.draft) {
                let place = sight.comparisons.iter().position(|one| one.field == entry.field).unwrap_or(0);
                go_to(desk, &compare, place, &sight, size);
            }
        }
        Vec::new()
    }
}

fn go_to(desk: &mut Desk, compare: &Compare, place: usize, sight: &Sight, size: (u16, u16)) -> Option<Notice> {
    let cursor = place.min(sight.comparisons.len().saturating_sub(1));
    let top = scrolled(compare.top, cursor, seen(size), sight.comparisons.len());
    desk.face = Face::Compare(Compare { row: compare.row, cursor, top, pane_top: compare.pane_top });
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
        Action::Toggle => desk.draft.taking(row, [current.field], next_side(current)),
        Action::TakeImport => desk.draft.taking(row, [current.field], Side::Import),
        Action::TakeStore => desk.draft.taking(row, [current.field], Side::Store),
        Action::TakeAll => desk.draft.taking(row, every(), Side::Import),
        Action::TakeNone => desk.draft.taking(row, every(), Side::Store),
        Action::FillBlanks => {
            let blank = |one: &&Comparison| one.difference == Difference::OnlyImport;
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

/// Store, import, and for a list to which the row can add: both.
fn next_side(one: &Comparison) -> Side {
    let can_be_both = one.field.is_list() && one.difference == Difference::Differs;
    match one.side {
        Side::Store => Side::Import,
        Side::Import if can_be_both => Side::Both,
        Side::Import | Side::Both => Side::Store,
    }
}

/// Shows a duplicate, its row under the cursor of the list.
fn show(desk: &mut Desk, row: RowIndex, size: (u16, u16)) {
    let seen = desk.seen(size);
    let table = desk.table_mut();
    if let Some(place) = table.order.iter().position(|known| *known == row) {
        table.go_to(place, seen);
    }
    desk.face = Face::Compare(Compare::of(row, &desk.draft));
}

/// To the next duplicate of the list that nobody looked at, from the top again behind the last; back to
/// the list where all were.
fn next_unseen(desk: &mut Desk, size: (u16, u16)) -> Option<Notice> {
    let table = desk.table();
    let (behind, before) = (table.order.iter().skip(table.cursor), table.order.iter().take(table.cursor));
    let next = behind.chain(before).copied().find(|row| !desk.draft.is_looked_at(*row));
    if let Some(row) = next {
        show(desk, row, size);
        return None;
    }
    desk.face = Face::Tabs;
    Some(Notice::AllLookedAt)
}

/// Takes the last step back, or makes it again, and shows the duplicate that it was about.
fn go_back_or_forth(desk: &mut Desk, row: RowIndex, action: Action, size: (u16, u16)) -> Option<Notice> {
    let draft = &desk.draft;
    let at = if action == Action::Undo { draft.steps_in_force().checked_sub(1) } else { Some(draft.steps_in_force()) };
    let about = at.and_then(|at| draft.steps().get(at)).and_then(Step::first_row);
    let notice = match action {
        Action::Undo => steps::undo(desk, size),
        _ => steps::redo(desk, size),
    };
    let is_here = |row: &RowIndex| desk.draft.bucket(*row) == Some(Bucket::Duplicates);
    match about.filter(is_here).or(Some(row).filter(is_here)) {
        Some(shown) if shown != row => show(desk, shown, size),
        // The fields that differ may be others now.
        Some(_) => keep_in_sight(desk, size),
        None => desk.face = Face::Tabs,
    }
    Some(notice)
}

pub(super) fn keep_in_sight(desk: &mut Desk, size: (u16, u16)) {
    let Face::Compare(compare) = desk.face.clone() else { return };
    if let Some(sight) = compare.sight(&desk.draft) {
        go_to(desk, &compare, compare.cursor, &sight, size);
    }
}

/// The row is not this customer: it is new, or the next one that fits.
fn hold_apart(desk: &mut Desk, compare: &Compare, size: (u16, u16)) -> Option<Notice> {
    let step = match desk.draft.holding_apart(compare.row) {
        Ok(step) => step,
        Err(NoParting::SameNumber) => return Some(Notice::SameNumber),
        Err(NoParting::MatchesNobody) => return Some(Notice::NotHere),
    };
    desk.decide(step);
    let bucket = desk.draft.bucket(compare.row)?;
    let number = desk.draft.row_number(compare.row);
    if bucket == Bucket::Duplicates {
        show(desk, compare.row, size);
    } else {
        next_unseen(desk, size);
    }
    Some(Notice::HeldApart(number, bucket))
}
