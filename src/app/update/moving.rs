//! Moving in a table, the same for all tabs.

use crate::app::action::Action;
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
