//! The summary before an import: that the sums agree, what will be written, and what will not.

use super::canvas::Canvas;
use super::heard::Role;
use crate::app::Model;
use crate::app::geometry;
use crate::app::summary::{Button, SET_IN, Summary};
use crate::words::Words;

/// First line of what it says.
const FIRST: u16 = 2;

pub(super) fn draw(model: &Model, summary: &Summary, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let (width, height) = (canvas.width(), canvas.height());
    for y in 0..height.saturating_sub(2) {
        canvas.put(0, y, width, "", canvas.look.plain());
    }
    canvas.put(0, 0, width, &format!(" {}", words.summary.title), canvas.look.strong());
    canvas.put_right(0, words.summary.nothing_written_yet, canvas.look.dim());
    canvas.rule(1);
    let room = if canvas.is_heard() { (u16::MAX, height) } else { (width, height) };
    let lines = summary.lines(model.desk(), model.sight, room);
    let seen = if canvas.is_heard() { lines.len() } else { geometry::summary_rows(height) };
    // The window may have become larger since it was scrolled.
    let top = summary.top.min(lines.len().saturating_sub(seen));
    let shown = u16::try_from(lines.len().min(seen)).unwrap_or(u16::MAX);
    for (y, told) in (FIRST..).zip(lines.iter().skip(top).take(seen)) {
        if let Some(count) = told.count {
            canvas.put(2, y, 8, &format!("{count:>7}"), canvas.look.strong());
        }
        let x = if told.is_set_in { SET_IN } else { 2 };
        canvas.line(x, y, width.saturating_sub(x + 1), &told.line);
    }
    if lines.len() > seen {
        let below = lines.len().saturating_sub(top + seen);
        let end = || model.sight.keyed(model.layer(), words.summary.scrolls_up);
        let text = if below > 0 { model.sight.keyed(model.layer(), &(words.summary.scrolls)(below)) } else { end() };
        canvas.put_right(1, &format!(" {text} "), canvas.look.dim());
    }
    buttons(summary, words, canvas, (FIRST + shown + 1).min(height.saturating_sub(3)));
}

fn buttons(summary: &Summary, words: &Words, canvas: &mut Canvas<'_>, y: u16) {
    let tally = &summary.set.tally;
    let mut x = 3;
    let outside = canvas.put_as(Role::Button);
    for (button, text) in
        [(Button::Back, words.front.button_back.to_owned()), (Button::Import, (words.summary.button_import)(tally.added, tally.updated))]
    {
        let here = button == summary.button;
        if here {
            canvas.write(x, y, ">", canvas.look.strong());
            canvas.set_cursor(x, y);
        }
        let style = if here { canvas.look.current() } else { canvas.look.plain() };
        x += canvas.write(x + 2, y, &format!("[ {text} ]"), style) + 5;
    }
    canvas.put_as(outside);
}
