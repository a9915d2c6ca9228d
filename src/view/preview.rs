//! What would be saved, to look at first: the button that saves it, and what is read below.

use super::canvas::Canvas;
use crate::app::Model;
use crate::app::chooser::{Chooser, FRAME};
use crate::app::detail::{clauses, width_of};

/// Widest that the box is.
const WIDEST: u16 = 72;

pub(super) fn draw(model: &Model, chooser: &Chooser, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let Some((button, read)) = chooser.lines.split_first() else { return };
    let (seen, last) = (chooser.seen(canvas.height()), chooser.last_top(canvas.height()));
    let top = chooser.top.min(last);
    let part = canvas.middle(WIDEST, u16::try_from(seen).unwrap_or(u16::MAX).saturating_add(FRAME));
    let title = model.sight.keyed(model.layer(), (words.question)(chooser.question));
    // Whoever hears it is asked behind it, and answers by a word.
    let title = if canvas.is_heard() { title.split(words.colon().trim_end()).next().unwrap_or(&title).trim_end() } else { &title };
    let foot = match (last, last - top) {
        (0, _) => String::new(),
        (_, 0) => model.sight.keyed(model.layer(), words.listing.lines_up),
        (_, below) => model.sight.keyed(model.layer(), &(words.listing.lines_down)(below)),
    };
    canvas.frame(part, title, if canvas.is_heard() { "" } else { &foot });
    let (x, width) = (part.x + 2, part.width.saturating_sub(4));
    canvas.put(x, part.y + 1, 2, ">", canvas.look.strong());
    canvas.set_cursor(x, part.y + 1);
    let label = model.sight.file(&button.label);
    let label = if canvas.is_heard() { label } else { format!("[ {} ]", clauses(&label, usize::from(width.saturating_sub(6)))) };
    canvas.cell(x + 2, part.y + 1, width.saturating_sub(2), &label, canvas.look.current());
    for (y, row) in (part.y + 3..).zip(read.iter().skip(top).take(seen)) {
        let note = u16::try_from(width_of(&row.note)).unwrap_or(0);
        let room = width.saturating_sub(2 + if note > 0 { note + 2 } else { 0 });
        canvas.cell(x + 2, y, room, &clauses(&model.sight.file(&row.label), canvas.unbroken(usize::from(room))), canvas.look.plain());
        canvas.cell(x + 4 + room, y, note, &row.note, canvas.look.dim());
    }
}
