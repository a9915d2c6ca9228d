//! The detail pane: below the list, beside it, or over the whole screen.

use super::canvas::{Canvas, Part};
use super::heard::Role;
use crate::app::Model;
use crate::app::detail::TextLine;
use crate::app::keymap::Layer;
use crate::app::listing::{Listing, pane_lines};

/// The first line seen, and what is said of those below.
pub(super) type Seen = (usize, fn(usize) -> String);

/// Draws the pane of the current row into a part of the screen. A list without rows has none.
pub(super) fn draw<L: Listing>(model: &Model, list: &L, part: Part, canvas: &mut Canvas<'_>) {
    if list.table().order.is_empty() {
        return;
    }
    let words = &model.sight.words().listing;
    let (title, lines) = pane_lines(list, model.sight, canvas.unbroken(usize::from(part.width.saturating_sub(4))));
    let below = if list.showing().zoom { model.sight.words().person.lines_by_j } else { words.lines_below };
    framed(model, part, (&title, &lines), (list.showing().pane_top, below), canvas);
}

/// Lines in a frame from the first that is to be seen, and how many there are below.
pub(super) fn framed(model: &Model, part: Part, (title, lines): (&str, &[TextLine]), (top, foot): Seen, canvas: &mut Canvas<'_>) {
    let height = usize::from(part.height.saturating_sub(2));
    let top = top.min(lines.len().saturating_sub(height));
    let below = lines.len().saturating_sub(top + height);
    let foot = match (below, top) {
        (0, 0) => String::new(),
        (0, _) if model.layer() == Layer::History => model.sight.keyed(model.layer(), model.sight.words().listing.lines_up),
        (0, _) => model.sight.keyed(model.layer(), model.sight.words().listing.lines_end),
        (below, _) => model.sight.keyed(model.layer(), &foot(below)),
    };
    let outside = canvas.put_as(Role::Pane);
    canvas.frame(part, title, &foot);
    for (y, line) in (part.y + 1..part.y + part.height.saturating_sub(1)).zip(lines.iter().skip(top)) {
        canvas.line(part.x + 2, y, part.width.saturating_sub(4), line);
    }
    canvas.put_as(outside);
    // Where a list has it, it stays there; what is read alone has it at its first line.
    canvas.set_cursor_at_last(part.x + 2, part.y + 1);
}
