//! What the last commit wrote, and what can be done next.

use super::canvas::Canvas;
use super::heard::Role;
use crate::app::Model;
use crate::app::desk::Desk;
use crate::app::detail::{clauses, width_of};
use crate::app::keymap::Layer;
use crate::app::report::{Done, Next};
use crate::app::summary::{joined, where_any};

/// Lines that everything takes with air between it. In a lower window the air goes, and the two
/// lines that can be missed: what can be done next never does.
const ROOMY: u16 = 21;

/// Columns of the names of what is counted.
const NAMES: u16 = 20;

/// From this width on they are a column of their own.
const NAMED: u16 = 80;

pub(super) fn draw(model: &Model, desk: &Desk, done: &Done, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let width = canvas.width();
    let tally = &done.set.tally;
    canvas.put(
        0,
        0,
        width,
        &format!(" {}   {}", words.report.title, model.sight.file(&desk.draft.source().mark.file)),
        canvas.look.strong(),
    );
    canvas.put_right(0, &(words.report.import_number)(done.receipt.revision.0), canvas.look.dim());
    canvas.rule(1);
    let (before, after) = done.receipt.customers;
    let is_roomy = canvas.height() >= ROOMY;
    let (done_at, counts_at, next_at) = if is_roomy { (3, 5, 15) } else { (2, 3, 9) };
    let told = (words.report.done)(tally.added, tally.updated, before, after);
    canvas.put(
        2,
        done_at,
        width.saturating_sub(3),
        &clauses(&told, canvas.unbroken(usize::from(width.saturating_sub(3)))),
        canvas.look.strong(),
    );
    // Where the notes have little room, the task flow has its short name.
    let name = if width < NAMED { words.flow_short } else { words.flow };
    let flow = desk.draft.flow().map_or_else(String::new, |flow| name(flow.assessment_year));
    let lines = [
        (tally.added, words.report.added, (words.report.added_note)(&flow)),
        (tally.updated, words.report.updated, (words.summary.updated_note)(tally.fields, tally.linked)),
        (tally.left_alone, words.report.left_alone, String::new()),
        (tally.not_selected, words.report.not_selected, where_any(tally.not_selected, words.summary.can_follow)),
        (
            tally.invalid,
            words.report.invalid_rows,
            if tally.invalid == 0 { String::new() } else { model.sight.keyed(Layer::Tabs, words.report.can_be_fixed) },
        ),
        (tally.rows, words.report.total, joined(tally, words)),
    ];
    for (y, (count, name, note)) in (counts_at..).zip(lines) {
        canvas.put(2, y, 8, &format!("{count:>7}"), canvas.look.strong());
        let name = name(count);
        let names = if width < NAMED { u16::try_from(width_of(name)).unwrap_or(NAMES) + 1 } else { NAMES };
        canvas.put(11, y, names, name, canvas.look.plain());
        canvas.put(
            12 + names,
            y,
            width.saturating_sub(13 + names),
            &clauses(&note, canvas.unbroken(usize::from(width.saturating_sub(13 + names)))),
            canvas.look.dim(),
        );
    }
    if is_roomy {
        let wanted = tally.invitations_wanted;
        let note = if wanted > 0 { (words.summary.invitations_wanted)(wanted) } else { words.summary.nothing_sent.to_owned() };
        let note = clauses(&note, canvas.unbroken(usize::from(width.saturating_sub(3))));
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
        canvas.put(
            6,
            y,
            width.saturating_sub(8),
            &clauses(&text, canvas.unbroken(usize::from(width.saturating_sub(8)))),
            if here { canvas.look.current() } else { canvas.look.plain() },
        );
        if here {
            canvas.set_cursor(4, y);
        }
    }
    canvas.put_as(outside);
}
