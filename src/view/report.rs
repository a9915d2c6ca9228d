//! What the last commit wrote, and what can be done next.

use super::canvas::Canvas;
use super::heard::Role;
use crate::app::Model;
use crate::app::desk::Desk;
use crate::app::detail::{clauses, width_of};
use crate::app::geometry::scrolled;
use crate::app::keymap::Layer;
use crate::app::report::{Done, Next};
use crate::app::summary::{joined, where_any};

/// Lines that everything takes with air between it. In a lower window the air goes, and the two
/// lines that can be missed: what can be done next never does.
const ROOMY: u16 = 21;

/// Lines below everything: what was last said, and the keys.
const FOOT: u16 = 2;

/// Lines that stay for what can be done next, however low the window.
const STEPS: u16 = 2;

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
    let (done_at, counts_at) = if is_roomy { (3, 5) } else { (2, 3) };
    let told = (words.report.done)(tally.added, tally.updated, before, after);
    canvas.put(
        2,
        done_at,
        width.saturating_sub(3),
        &clauses(&told, canvas.unbroken(usize::from(width.saturating_sub(3)))),
        canvas.look.strong(),
    );
    let counted = counts(model, desk, done, (counts_at, is_roomy), canvas);
    let next_at = if is_roomy { 15 } else { counts_at + counted };
    if is_roomy {
        let wanted = tally.invitations_wanted;
        let note = if wanted > 0 { (words.summary.invitations_wanted)(wanted) } else { words.summary.nothing_sent.to_owned() };
        let note = clauses(&note, canvas.unbroken(usize::from(width.saturating_sub(3))));
        canvas.put(2, next_at - 3, width.saturating_sub(3), &note, canvas.look.plain());
        canvas.put(2, next_at - 1, width.saturating_sub(3), words.report.next, canvas.look.dim());
    }
    steps(model, done, next_at, canvas);
}

/// What became of the rows, one line for each count, from line `counts_at` on. Returns how many lines it took.
fn counts(model: &Model, desk: &Desk, done: &Done, (counts_at, is_roomy): (u16, bool), canvas: &mut Canvas<'_>) -> u16 {
    let words = model.sight.words();
    let width = canvas.width();
    let tally = &done.set.tally;
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
    // In a low window what there is none of says nothing, and leaves its line to what can be done next.
    let last = canvas.height().saturating_sub(FOOT + STEPS);
    let room = if is_roomy { lines.len() } else { usize::from(last.saturating_sub(counts_at)) };
    let lines: Vec<_> = lines.into_iter().filter(|(count, ..)| is_roomy || *count > 0).take(room).collect();
    let drawn = u16::try_from(lines.len()).unwrap_or(0);
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
    drawn
}

/// What can be done next, from line `next_at` on: as many steps as there is room for, around the one under the cursor.
fn steps(model: &Model, done: &Done, next_at: u16, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let width = canvas.width();
    let tally = &done.set.tally;
    let next = done.next();
    let seen = usize::from(canvas.height().saturating_sub(next_at + FOOT)).clamp(1, next.len());
    let top = scrolled(0, done.cursor, seen, next.len());
    let left = next.len() - top - seen;
    let outside = canvas.put_as(Role::Line);
    for (y, (place, next)) in (next_at..).zip(next.into_iter().enumerate().skip(top).take(seen)) {
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
        let more = if left > 0 && place + 1 == top + seen { (words.listing.lines_more)(left) } else { String::new() };
        let behind = u16::try_from(width_of(&more)).unwrap_or(0);
        let room = width.saturating_sub(8 + if behind > 0 { behind + 2 } else { 0 });
        let style = if here { canvas.look.current() } else { canvas.look.plain() };
        canvas.put(4, y, 2, if here { ">" } else { " " }, canvas.look.strong());
        canvas.put(6, y, room, &clauses(&text, canvas.unbroken(usize::from(room))), style);
        canvas.put_right(y, &more, canvas.look.dim());
        if here {
            canvas.set_cursor(4, y);
        }
    }
    canvas.put_as(outside);
}
