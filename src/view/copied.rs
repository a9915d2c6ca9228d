//! What was copied, to be taken from the screen where the terminal did not take it.

use super::canvas::Canvas;
use crate::app::Model;
use crate::app::copied::Copied;
use crate::app::detail::{Tone, line, wrap};
use crate::app::geometry;

/// Lines of the box that are not what was copied: the frame, two lines what this is, and air.
const AROUND: u16 = 5;

pub(super) fn draw(model: &Model, copied: &Copied, canvas: &mut Canvas<'_>) {
    let words = &model.sight.words().copying;
    let (width, seen) = geometry::copied_inside((canvas.width(), canvas.height()));
    let lines = copied.lines(width);
    // The window may have become larger since it was scrolled.
    let top = copied.top.min(lines.len().saturating_sub(seen));
    let shown = u16::try_from(lines.len().min(seen)).unwrap_or(u16::MAX);
    let part = canvas.middle(canvas.width().saturating_sub(4), shown.saturating_add(AROUND));
    let title = copied.rows.map_or_else(|| words.value.to_owned(), |rows| (words.rows)(rows));
    let last = (top + seen).min(lines.len());
    let foot = if lines.len() > seen { (model.sight.words().listing.place)(last, lines.len()) } else { String::new() };
    canvas.frame(part, &title, &foot);
    let (x, width) = (part.x + 2, part.width.saturating_sub(4));
    let said = wrap(line(Tone::Dim, words.perhaps.to_owned()), usize::from(width));
    for (y, text) in (part.y + 1..part.y + 3).zip(said) {
        canvas.line(x, y, width, &text);
    }
    let first = part.y + 4;
    for (y, text) in (first..first + shown).zip(lines.iter().skip(top)) {
        canvas.line(x, y, width, text);
    }
    canvas.set_cursor(x, first);
}
