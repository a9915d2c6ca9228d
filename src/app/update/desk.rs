//! Keys of the four tabs.

use super::moving::move_in;
use super::steps;
use crate::app::action::Action;
use crate::app::chooser::Question;
use crate::app::compare::Compare;
use crate::app::desk::{Desk, Face};
use crate::app::detail;
use crate::app::effect::{Effect, Shared};
use crate::app::geometry::{self, Pane};
use crate::app::keymap::Layer;
use crate::app::model::{Model, Overlay, Task};
use crate::app::notice::Notice;
use crate::app::table::Direction;
use crate::app::text_field::TextField;
use crate::domain::draft::{Bucket, Mark};

/// Lines of the pane that one page key scrolls.
const PAGE: isize = 10;

impl Model {
    pub(super) fn act_on_desk(&mut self, action: Action) -> Vec<Effect> {
        if let Some(notice) = self.obstacle(action) {
            self.notice = Some(notice);
            return Vec::new();
        }
        match action {
            Action::Language => self.ask(Question::Language),
            Action::Questionnaire => self.ask(Question::Questionnaire),
            Action::TaskFlow => self.ask(Question::TaskFlow),
            Action::SortMenu => self.ask(Question::Sort),
            Action::Group => self.ask(Question::GroupBy),
            Action::Steps => self.ask(Question::Steps),
            Action::SheetAndHeadings => self.ask(Question::SheetAndHeadings),
            Action::MapColumns => self.map_columns(),
            Action::Columns => {
                self.overlay = Some(Overlay::Columns(0));
                Vec::new()
            }
            Action::Import => self.prepare(),
            Action::Export => self.ask_export(),
            Action::Partner => self.show_couple(),
            Action::Rule => self.weigh(),
            Action::Edit | Action::TakeSuggestion | Action::TakeAlike | Action::Replace | Action::Repeat => self.fix(action),
            Action::First if self.layer() == Layer::Zoom => self.scroll_pane(isize::MIN),
            Action::Last if self.layer() == Layer::Zoom => self.scroll_pane(isize::MAX),
            Action::PageDown if self.layer() == Layer::Zoom => self.scroll_pane(PAGE),
            Action::PageUp if self.layer() == Layer::Zoom => self.scroll_pane(-PAGE),
            Action::PaneDown => self.scroll_pane(1),
            Action::PaneUp => self.scroll_pane(-1),
            Action::Undo | Action::Redo => {
                self.act_on_table(action);
                // Where taking back leaves a required field without a column, the columns come first again.
                let lacks = self.desk().is_some_and(|desk| desk.draft.layout().judge().is_err());
                if lacks { self.look_at_columns() } else { Vec::new() }
            }
            _ => {
                self.act_on_table(action);
                Vec::new()
            }
        }
    }

    fn act_on_table(&mut self, action: Action) {
        let size = self.size;
        let Some(desk) = self.desk_mut() else { return };
        let seen = desk.seen(size);
        let before = desk.table().current();
        if move_in(desk.table_mut(), action, seen) {
            if desk.table().current() != before {
                desk.pane_top = 0;
            }
            return;
        }
        let notice = match action {
            Action::NextTab
            | Action::PreviousTab
            | Action::TabOnlyInImport
            | Action::TabOnlyInStore
            | Action::TabDuplicates
            | Action::TabInvalid => {
                go_to_tab(desk, action, size);
                None
            }
            Action::Toggle | Action::SelectAll | Action::SelectNone | Action::Invert => mark(desk, action, seen),
            Action::Range | Action::ExtendDown | Action::ExtendUp => {
                extend(desk, action, seen);
                None
            }
            Action::Filter => {
                desk.is_filtering = true;
                None
            }
            Action::Choose => {
                desk.is_filtering = false;
                None
            }
            Action::Open => {
                open(desk);
                None
            }
            Action::Sort => desk.table().current_column().map(|setting| setting.column).map(|column| sort(desk, column, size)),
            Action::Narrower => {
                desk.table_mut().widen(-2);
                None
            }
            Action::Wider => {
                desk.table_mut().widen(2);
                None
            }
            Action::Pane => {
                desk.pane = !desk.pane;
                let seen = desk.seen(size);
                desk.table_mut().go_by(0, seen);
                None
            }
            Action::Zoom => {
                desk.zoom = !desk.zoom;
                desk.pane_top = 0;
                None
            }
            Action::NextFinding | Action::PreviousFinding => next_to_look_at(desk, action == Action::NextFinding, seen),
            Action::Undo => Some(steps::undo(desk, size)),
            Action::Redo => Some(steps::redo(desk, size)),
            _ => None,
        };
        self.notice = notice;
    }

    /// Computes what a commit would write, in the background: a hundred thousand rows take a moment.
    fn prepare(&mut self) -> Vec<Effect> {
        let seed = self.seed;
        self.seed = seed.next();
        let job = self.run(Task::Prepare);
        let Some(desk) = self.desk() else { return Vec::new() };
        vec![Effect::Prepare(job, Shared(std::sync::Arc::clone(&desk.draft)), seed)]
    }

    /// Scrolls the pane, no further than its last line.
    fn scroll_pane(&mut self, by: isize) -> Vec<Effect> {
        let (size, sight) = (self.size, self.sight);
        let Some(desk) = self.desk_mut() else { return Vec::new() };
        let (width, height) = pane_inside(desk, size);
        let lines = detail::lines(desk, sight, width).1.len();
        desk.pane_top = desk.pane_top.saturating_add_signed(by).min(lines.saturating_sub(height));
        Vec::new()
    }
}

/// Columns and lines inside the frame of the detail pane.
#[must_use]
pub(crate) fn pane_inside(desk: &Desk, size: (u16, u16)) -> (usize, usize) {
    let (width, height) = match geometry::pane(size.0, size.1, desk.pane) {
        _ if desk.zoom => (size.0, size.1.saturating_sub(4)),
        Pane::Hidden => (0, 0),
        Pane::Below(lines) => (size.0, lines),
        Pane::Beside(columns) => (columns, size.1.saturating_sub(6)),
    };
    (usize::from(width.saturating_sub(4)), usize::from(height.saturating_sub(2)))
}

fn go_to_tab(desk: &mut Desk, action: Action, size: (u16, u16)) {
    let tab = match action {
        Action::TabOnlyInImport => Bucket::OnlyInImport,
        Action::TabOnlyInStore => Bucket::OnlyInStore,
        Action::TabDuplicates => Bucket::Duplicates,
        Action::TabInvalid => Bucket::Invalid,
        Action::PreviousTab => desk.tab_by(3),
        _ => desk.tab_by(1),
    };
    desk.show(tab);
    let seen = desk.seen(size);
    desk.table_mut().go_by(0, seen);
}

fn mark(desk: &mut Desk, action: Action, seen: usize) -> Option<Notice> {
    let table = desk.table();
    let draft = &desk.draft;
    let step = match action {
        Action::Toggle => {
            // A range takes the mark that its first row would get.
            let rows = table.in_range();
            let selected = rows.iter().copied().find(|&row| draft.is_selectable(row)).is_some_and(|row| draft.is_selected(row));
            draft.marking(rows.iter().copied(), if selected { Mark::Deselected } else { Mark::Selected })
        }
        Action::SelectAll => draft.marking(table.order.iter().copied(), Mark::Selected),
        Action::SelectNone => draft.marking(table.order.iter().copied(), Mark::Deselected),
        _ => draft.inverting(table.order.iter().copied()),
    };
    let rows = step.row_count();
    let single = action == Action::Toggle && table.anchor.is_none();
    desk.decide(if single && desk.marks_go_on { step.continuing() } else { step });
    desk.marks_go_on = single;
    let table = desk.table_mut();
    if single {
        table.go_by(1, seen);
    }
    table.anchor = None;
    (!single).then_some(if rows == 0 { Notice::NothingToMark } else { Notice::Marked(rows) })
}

fn extend(desk: &mut Desk, action: Action, seen: usize) {
    let table = desk.table_mut();
    match action {
        Action::Range if table.anchor.is_some() => table.anchor = None,
        Action::Range => table.anchor = Some(table.cursor),
        _ => {
            table.anchor.get_or_insert(table.cursor);
            table.go_by(if action == Action::ExtendDown { 1 } else { -1 }, seen);
        }
    }
}

/// A duplicate opens field by field; any other row over the whole screen.
fn open(desk: &mut Desk) {
    let Some(item) = desk.table().current() else { return };
    if desk.tab == Bucket::Duplicates {
        desk.face = Face::Compare(Compare::of(item, &desk.draft));
    } else {
        desk.zoom = true;
        desk.pane_top = 0;
    }
}

pub(super) fn sort(desk: &mut Desk, column: crate::app::table::Column, size: (u16, u16)) -> Notice {
    // The third time leads back to the order of the workbook.
    if desk.table().sort == Some((column, Direction::Descending)) {
        desk.table_mut().sort = None;
        desk.relist(size);
        return Notice::Unsorted;
    }
    desk.table_mut().sort_by(column);
    desk.relist(size);
    Notice::Sorted(column, desk.table().sort.is_some_and(|(_, direction)| direction == Direction::Descending))
}

fn next_to_look_at(desk: &mut Desk, forward: bool, seen: usize) -> Option<Notice> {
    let place = {
        let table = desk.table();
        let worth = |place: &usize| {
            table.order.get(*place).is_some_and(|&item| match desk.tab {
                Bucket::OnlyInStore => desk.is_linked(item),
                Bucket::OnlyInImport => desk.draft.has_warning(item),
                Bucket::Duplicates => desk
                    .draft
                    .account(item)
                    .is_some_and(|account| account.comparisons(&desk.draft).iter().any(|one| one.difference.can_be_taken())),
                Bucket::Invalid => true,
            })
        };
        if forward { (table.cursor + 1..table.order.len()).find(worth) } else { (0..table.cursor).rev().find(worth) }
    };
    let Some(place) = place else { return Some(Notice::NoMore) };
    desk.pane_top = 0;
    desk.table_mut().go_to(place, seen);
    None
}

impl Desk {
    /// Closes a range, else the filter, else the group.
    pub(super) fn close(&mut self, size: (u16, u16)) {
        let was_filtering = std::mem::replace(&mut self.is_filtering, false);
        let table = self.table_mut();
        if !was_filtering && table.anchor.take().is_some() {
            return;
        }
        if !table.filter.text().is_empty() {
            table.filter = TextField::default();
            self.relist(size);
        } else if !was_filtering && table.group.take().is_some() {
            self.relist(size);
        }
    }
}
