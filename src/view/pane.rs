//! The detail pane: below the list, beside it, or over the whole screen.

use super::canvas::{Canvas, Part};
use crate::app::Model;
use crate::app::listing::{Listing, pane_lines};

/// Draws the pane of the current row into a part of the screen.
pub(super) fn draw<L: Listing>(model: &Model, list: &L, part: Part, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let width = part.width.saturating_sub(4);
    let height = usize::from(part.height.saturating_sub(2));
    let (title, lines) = pane_lines(list, model.sight, usize::from(width));
    let top = list.showing().pane_top.min(lines.len().saturating_sub(height));
    let below = lines.len().saturating_sub(top + height);
    let foot = if below > 0 {
        if list.showing().zoom { (words.listing.lines_more)(below) } else { (words.listing.lines_below)(below) }
    } else if top > 0 {
        words.listing.lines_end.to_owned()
    } else {
        String::new()
    };
    canvas.frame(part, &title, &foot);
    for (y, line) in (part.y + 1..part.y + part.height.saturating_sub(1)).zip(lines.iter().skip(top)) {
        canvas.line(part.x + 2, y, width, line);
    }
}
