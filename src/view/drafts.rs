//! The drafts that are kept, and changes of dossiers and customers that were left behind.

use super::canvas::Canvas;
use super::heard::Role;
use crate::app::Model;
use crate::app::detail::{clauses, width_of};
use crate::app::geometry::scrolled;
use crate::app::update::{Kept, draft_told};

/// Every draft on a line: the workbook, when it was last changed, by whom, and how it stands. Below them what is not saved.
pub(super) fn list(model: &Model, cursor: usize, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let count = model.kept().count();
    let height = u16::try_from(count).unwrap_or(u16::MAX).saturating_add(4).min(canvas.height().saturating_sub(4));
    let part = canvas.middle(100, height);
    canvas.frame(part, &model.sight.keyed(model.layer(), words.drafts.title), "");
    let (x, width) = (part.x + 2, part.width.saturating_sub(4));
    let seen = usize::from(part.height.saturating_sub(4));
    let top = scrolled(0, cursor, seen, count);
    if seen < count {
        canvas.place_in(part, &(words.listing.place)(cursor + 1, count));
    }
    let outside = canvas.put_as(Role::Line);
    for (y, (place, kept)) in (part.y + 2..).zip(model.kept().enumerate().skip(top).take(seen)) {
        let here = place == cursor;
        let style = if here { canvas.look.current() } else { canvas.look.plain() };
        canvas.put(x, y, 2, if here { ">" } else { " " }, canvas.look.strong());
        let (name, note) = match kept {
            Kept::Draft(draft) => (model.sight.file(&draft.file), draft_told(draft, model.sight)),
            Kept::Unsaved(left) => (model.left_in(&left.about), (words.drafts.unsaved_note)(&model.sight.moment(left.when))),
        };
        // The name keeps a third of the line; what is said of the draft has the rest.
        let note = clauses(&note, canvas.unbroken(usize::from(width / 3 * 2)));
        let note_width = u16::try_from(width_of(&note)).unwrap_or(u16::MAX).min(width / 3 * 2);
        let name_width = width.saturating_sub(note_width + 4);
        canvas.cell(x + 2, y, name_width, &name, style);
        canvas.put(x + 4 + name_width, y, note_width, &note, canvas.look.dim());
        if here {
            canvas.set_cursor(x, y);
        }
    }
    canvas.put_as(outside);
}
