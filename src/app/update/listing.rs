//! Keys that mean the same in every list.

use super::moving::move_in;
use crate::app::action::Action;
use crate::app::desk::Sight;
use crate::app::effect::Effect;
use crate::app::grouping::Group;
use crate::app::listing::with_list;
use crate::app::listing::{Listing, Marking, pane_inside, pane_lines};
use crate::app::model::Model;
use crate::app::notice::Notice;
use crate::app::table::{Column, Direction};
use crate::domain::draft::Mark;

/// Lines of the pane that one page key scrolls.
const PAGE: isize = 10;

/// Does what an action means in any list; none where it means something else. Gives what is said about it.
pub(super) fn act_on_list<L: Listing>(list: &mut L, action: Action, size: (u16, u16)) -> Option<Option<Notice>> {
    let seen = list.seen(size);
    let before = list.table().current();
    if move_in(list.table_mut(), action, seen) {
        if list.table().current() != before {
            list.showing_mut().pane_top = 0;
        }
        // What was said about the row before stays, as long as only the cursor moves.
        return Some(None);
    }
    let notice = match action {
        Action::Toggle | Action::SelectAll | Action::SelectNone | Action::Invert => mark(list, action, seen),
        Action::Range | Action::ExtendDown | Action::ExtendUp => {
            extend(list, action, seen);
            None
        }
        Action::Filter => {
            list.showing_mut().is_filtering = true;
            None
        }
        Action::Choose => {
            list.showing_mut().is_filtering = false;
            None
        }
        Action::Sort => list.table().current_column().map(|setting| setting.column).map(|column| sort(list, column, size)),
        Action::Narrower => {
            list.table_mut().widen(-2);
            None
        }
        Action::Wider => {
            list.table_mut().widen(2);
            None
        }
        Action::Pane => {
            list.showing_mut().pane ^= true;
            let seen = list.seen(size);
            list.table_mut().go_by(0, seen);
            None
        }
        Action::Zoom => {
            list.showing_mut().zoom ^= true;
            list.showing_mut().pane_top = 0;
            None
        }
        _ => return None,
    };
    Some(notice)
}

fn mark<L: Listing>(list: &mut L, action: Action, seen: usize) -> Option<Notice> {
    let table = list.table();
    let single = action == Action::Toggle && table.anchor.is_none();
    let (items, marking) = match action {
        Action::Toggle => {
            // A range takes the mark that its first row would get.
            let items = table.in_range().to_vec();
            let other = match items.iter().find_map(|&item| list.mark(item)) {
                Some(Mark::Selected) => Mark::Deselected,
                Some(Mark::Deselected) | None => Mark::Selected,
            };
            (items, Marking::As(other))
        }
        Action::SelectAll => (table.order.clone(), Marking::As(Mark::Selected)),
        Action::SelectNone => (table.order.clone(), Marking::As(Mark::Deselected)),
        _ => (table.order.clone(), Marking::Inverted),
    };
    let rows = list.put_marks(&items, marking, single);
    let table = list.table_mut();
    if single {
        table.go_by(1, seen);
    }
    table.anchor = None;
    (!single).then_some(if rows == 0 { Notice::NothingToMark } else { Notice::Marked(rows) })
}

fn extend<L: Listing>(list: &mut L, action: Action, seen: usize) {
    let table = list.table_mut();
    match action {
        Action::Range if table.anchor.is_some() => table.anchor = None,
        Action::Range => table.anchor = Some(table.cursor),
        _ => {
            table.anchor.get_or_insert(table.cursor);
            table.go_by(if action == Action::ExtendDown { 1 } else { -1 }, seen);
        }
    }
}

/// Sorts by a column; the third time leads back to the list's own order.
pub(super) fn sort<L: Listing>(list: &mut L, column: Column, size: (u16, u16)) -> Notice {
    if list.table().sort == Some((column, Direction::Descending)) {
        list.table_mut().sort = None;
        list.relist(size);
        return Notice::Unsorted;
    }
    list.table_mut().sort_by(column);
    list.relist(size);
    Notice::Sorted(column, list.table().sort.is_some_and(|(_, direction)| direction == Direction::Descending))
}

/// Shows one group. The cursor stays on its row where that is in the group, else it goes to the first.
pub(super) fn show_group<L: Listing>(list: &mut L, group: Group, size: (u16, u16)) {
    list.table_mut().group = Some(group);
    relist_from_the_cursor(list, size);
}

/// Lists anew. The cursor stays on its row where that is still listed, else it goes to the first.
pub(super) fn relist_from_the_cursor<L: Listing>(list: &mut L, size: (u16, u16)) {
    let before = list.table().current();
    list.relist(size);
    if list.table().current() != before {
        let seen = list.seen(size);
        list.table_mut().go_to(0, seen);
        list.showing_mut().pane_top = 0;
    }
}

/// Scrolls the pane, no further than its last line.
pub(super) fn scroll_pane<L: Listing>(list: &mut L, by: isize, sight: Sight, size: (u16, u16)) {
    let (width, height) = pane_inside(list.showing(), size);
    let lines = pane_lines(list, sight, width).1.len();
    let showing = list.showing_mut();
    showing.pane_top = showing.pane_top.saturating_add_signed(by).min(lines.saturating_sub(height));
}

impl Model {
    /// Scrolls the pane where the action says so. False where it means something else.
    pub(super) fn scroll(&mut self, action: Action) -> bool {
        let (size, sight) = (self.size, self.sight);
        let zoomed = with_list!(&self.screen, list => list.showing().zoom).unwrap_or(false);
        let by = match action {
            Action::First if zoomed => isize::MIN,
            Action::Last if zoomed => isize::MAX,
            Action::PageDown if zoomed => PAGE,
            Action::PageUp if zoomed => -PAGE,
            Action::PaneDown => 1,
            Action::PaneUp => -1,
            _ => return false,
        };
        with_list!(&mut self.screen, list => scroll_pane(&mut **list, by, sight, size)).is_some()
    }

    /// Whether rows are still looked through for what is typed.
    #[must_use]
    pub fn is_sifting(&self) -> bool {
        with_list!(&self.screen, list => list.table().sifting.far().is_some()).unwrap_or(false)
    }

    /// Whatever is about the rows of a list is about all of them: who does more than look around gets those that are not found yet. The cursor
    /// is not moved by that: what is done is done to the row that was seen under it.
    pub(super) fn sift_before(&mut self, action: Action) {
        with_list!(&mut self.screen, list => list.table_mut().sifting.leave_cursor());
        let looks_around =
            matches!(action, Action::Up | Action::Down | Action::PageUp | Action::PageDown | Action::First | Action::Left | Action::Right)
                || matches!(action, Action::Filter | Action::Choose | Action::Close | Action::Redraw | Action::Suspend);
        if !looks_around && self.is_sifting() {
            let size = self.size;
            with_list!(&mut self.screen, list => list.sift_to_the_end(size));
        }
    }

    /// Begins to type a filter.
    pub(super) fn type_filter(&mut self) -> Vec<Effect> {
        with_list!(&mut self.screen, list => list.showing_mut().is_filtering = true);
        Vec::new()
    }
}
