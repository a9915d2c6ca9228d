//! Moving in a table, the same for all tabs; and the cursor kept in sight.

use super::mapping_rows;
use crate::app::action::Action;
use crate::app::desk::Face;
use crate::app::listing::Listing as _;
use crate::app::listing::with_list;
use crate::app::model::Model;
use crate::app::table::Table;

/// Moves the cursor or the current column, where the action is a movement. `seen` rows are a page.
pub(super) fn move_in(table: &mut Table, action: Action, seen: usize) -> bool {
    let page = isize::try_from(seen.max(1)).unwrap_or(isize::MAX);
    match action {
        Action::Down => table.go_by(1, seen),
        Action::Up => table.go_by(-1, seen),
        Action::PageDown => table.go_by(page, seen),
        Action::PageUp => table.go_by(-page, seen),
        Action::First => table.go_to(0, seen),
        Action::Last => table.go_to(usize::MAX, seen),
        Action::Left => table.column_by(-1),
        Action::Right => table.column_by(1),
        Action::FirstColumn => table.column_by(isize::MIN),
        Action::LastColumn => table.column_by(isize::MAX),
        _ => return false,
    }
    true
}

impl Model {
    /// Whatever happened to rows and window, the row under the cursor is seen.
    pub(super) fn keep_cursor_in_sight(&mut self) {
        let size = self.size;
        if let Some(binder) = self.binder_mut() {
            binder.keep_in_sight(size);
        }
        if let Some(desk) = self.desk_mut()
            && let Face::Mapping(mapping) = &mut desk.face
        {
            mapping.go_to(mapping.cursor, mapping_rows(size, mapping.whole));
        }
        with_list!(&mut self.screen, list => {
            let seen = list.seen(size);
            let table = list.table_mut();
            table.go_to(table.cursor, seen);
        });
    }
}
