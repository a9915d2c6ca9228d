//! What the last commit wrote, and what can be done next.

use super::canvas::Canvas;
use super::heard::Role;
use crate::app::Model;
use crate::app::desk::Desk;
use crate::app::keymap::Layer;
use crate::app::report::{Done, Next};

/// Lines that everything takes with air between it. In a lower window the air goes, and the two
/// lines that can be missed: what can be done next never does.
const ROOMY: u16 = 21;

pub(super) fn draw(model: &Model, desk: &Desk, done: &Done, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let width = canvas.width();
    let tally = &done.set.tally;
    canvas.put(0, 0, width, &format!(" {}   {}", words.report.title, desk.draft.source().mark.file), canvas.look.strong());
    canvas.put_right(0, &(words.report.import_number)(done.receipt.revision.0), canvas.look.dim());
    canvas.rule(1);
    let (before, after) = done.receipt.customers;
    let is_roomy = canvas.height() >= ROOMY;
    let (done_at, counts_at, next_at) = if is_roomy { (3, 5, 15) } else { (2, 3, 9) };
    canvas.put(2, done_at, width.saturating_sub(3), &(words.report.done)(tally.added, tally.updated, before, after), canvas.look.strong());
    let flow = desk.draft.flow().map_or_else(String::new, |flow| (words.flow)(flow.assessment_year));
    let lines = [
        (tally.added, words.report.added, (words.report.added_note)(&flow)),
        (tally.updated, words.report.updated, (words.summary.updated_note)(tally.fields, tally.linked)),
        (tally.left_alone, words.report.left_alone, String::new()),
        (tally.not_selected, words.report.not_selected, words.summary.can_follow.to_owned()),
        (tally.invalid, words.report.invalid_rows, model.sight.keyed(Layer::Tabs, words.report.can_be_fixed)),
        (tally.rows, words.report.total, super::summary::joined(tally, words)),
    ];
    for (y, (count, name, note)) in (counts_at..).zip(lines) {
        canvas.put(2, y, 8, &format!("{count:>7}"), canvas.look.strong());
        canvas.put(11, y, 20, name, canvas.look.plain());
        canvas.put(32, y, width.saturating_sub(33), &note, canvas.look.dim());
    }
    if is_roomy {
        let wanted = tally.invitations_wanted;
        let note = if wanted > 0 { (words.summary.invitations_wanted)(wanted) } else { words.summary.nothing_sent.to_owned() };
        canvas.put(2, next_at - 3, width.saturating_sub(3), &note, canvas.look.plain());
        canvas.put(2, next_at - 1, width.saturating_sub(3), words.report.next, canvas.look.dim());
    }
    let outside = canvas.put_as(Role::Line);
    for (y, (place, next)) in (next_at..).zip(done.next().into_iter().enumerate()) {
        let here = place == done.cursor;
        let text = match next {
            Next::Rows => words.report.next_rows.to_owned(),
            Next::Invalid => words.report.next_invalid.to_owned(),
            Next::Invite => (words.inviting.next_invite)(tally.added + tally.linked),
            Next::InviteAsked => (words.inviting.next_asked)(tally.invitations_wanted),
            Next::Customers => words.register.next_customers.to_owned(),
            Next::Another => words.report.next_another.to_owned(),
            Next::Start => words.report.next_start.to_owned(),
        };
        canvas.put(4, y, 2, if here { ">" } else { " " }, canvas.look.strong());
        canvas.put(6, y, width.saturating_sub(8), &text, if here { canvas.look.current() } else { canvas.look.plain() });
        if here {
            canvas.set_cursor(4, y);
        }
    }
    canvas.put_as(outside);
}
