//! What was copied, to be taken from the screen where the terminal did not take it.

use super::canvas::Canvas;
use crate::app::Model;
use crate::app::copied::Copied;
use crate::app::geometry;

/// Lines of the box that are neither what was copied nor what this is: the frame, and air.
const AROUND: u16 = 3;

pub(super) fn draw(model: &Model, copied: &Copied, canvas: &mut Canvas<'_>) {
    let words = &model.sight.words().copying;
    let width = geometry::copied_columns(canvas.width());
    let said = Copied::said(model.sight, canvas.unbroken(width));
    let above = u16::try_from(said.len()).unwrap_or(u16::MAX);
    let seen = geometry::copied_rows(canvas.height(), said.len());
    let lines = copied.lines(width);
    // The window may have become larger since it was scrolled.
    let top = copied.top.min(lines.len().saturating_sub(seen));
    let shown = u16::try_from(lines.len().min(seen)).unwrap_or(u16::MAX);
    let part = canvas.middle(canvas.width(), shown.saturating_add(above).saturating_add(AROUND));
    let title = copied.rows.map_or_else(|| words.value.to_owned(), |rows| (words.rows)(rows));
    let last = (top + seen).min(lines.len());
    let foot = if lines.len() > seen { (model.sight.words().listing.place)(last, lines.len()) } else { String::new() };
    canvas.frame(part, &title, &foot);
    let (x, width) = (part.x + 2, part.width.saturating_sub(4));
    canvas.lines(x, (part.y + 1, part.y + 1 + above), width, &said);
    let first = part.y + 2 + above;
    for (y, text) in (first..first + shown).zip(lines.iter().skip(top)) {
        canvas.line(x, y, width, text);
    }
    canvas.set_cursor(x, first);
}
