//! A duplicate, field by field: what is chosen stands out, what is left alone is greyed.

use super::canvas::{Canvas, Part};
use crate::app::Model;
use crate::app::compare::{Compare, Sight};
use crate::app::desk::Desk;
use crate::app::detail::Tone;
use crate::app::update::compare_rows;
use crate::domain::draft::{Comparison, Difference, Side};
use crate::domain::field::Field;

/// First line of the fields.
const FIRST: u16 = 6;

pub(super) fn draw(model: &Model, desk: &Desk, compare: &Compare, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let Some(sight) = compare.sight(&desk.draft) else { return };
    let Some(found) = &sight.account.found else { return };
    let table = desk.table();
    canvas.put(0, 0, canvas.width(), &format!(" {}", words.compare_title), canvas.look.strong());
    canvas.put_right(0, &(words.place)(table.cursor + 1, table.order.len()), canvas.look.dim());
    super::desk::tabs(model, desk, canvas);
    canvas.rule(2);
    let name = model.sight.value(Field::LastName, &sight.account.values.full_name());
    let who = format!(" {}   {}   = {}", name, (words.row)(sight.account.number), found.id);
    canvas.put(0, 3, canvas.width(), &who, canvas.look.strong());
    let sure = format!(" {}{}{}", (words.certainty)(found.certainty), words.colon(), (words.ground)(found.ground));
    canvas.put(0, 4, canvas.width(), &sure, canvas.look.plain());
    let widths = Widths::of(canvas.width());
    for (x, width, text) in [
        (4, widths.name, words.field_heading),
        (widths.store_at(), widths.side, words.in_store),
        (widths.import_at(), widths.side, words.in_import),
    ] {
        canvas.put(x, 5, width, text, canvas.look.dim());
    }
    let seen = compare_rows(model.size);
    for (y, (place, one)) in (FIRST..).zip(sight.comparisons.iter().enumerate().skip(compare.top).take(seen)) {
        field(model, one, place == compare.cursor, y, widths, canvas);
        if place == compare.cursor {
            canvas.set_cursor(0, y);
        }
    }
    let y = FIRST + u16::try_from(seen.min(sight.comparisons.len())).unwrap_or(0);
    result(model, desk, &sight, y, canvas);
}

/// How the width is shared out.
#[derive(Debug, Clone, Copy)]
struct Widths {
    name: u16,
    side: u16,
}

impl Widths {
    const fn of(width: u16) -> Self {
        let name = 20;
        Self { name, side: width.saturating_sub(name + 7) / 2 }
    }

    const fn store_at(self) -> u16 {
        4 + self.name + 1
    }

    const fn import_at(self) -> u16 {
        self.store_at() + self.side + 1
    }
}

fn field(model: &Model, one: &Comparison, here: bool, y: u16, widths: Widths, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let value = |text: &str| if text.is_empty() { words.empty_value.to_owned() } else { model.sight.value(one.field, text) };
    let (store, import) = match (one.difference, one.side) {
        (Difference::Same, _) => (format!("    {}", value(&one.store)), format!("  = {}", words.same)),
        (Difference::OnlyStore, _) => (format!("    {}", value(&one.store)), format!("    {}", words.empty_keeps)),
        (_, Side::Store) => (format!("(o) {}", value(&one.store)), format!("( ) {}", value(&one.import))),
        (_, Side::Import) => (format!("( ) {}", value(&one.store)), format!("(o) {}", value(&one.import))),
        (_, Side::Both) => (format!("(o) {}", value(&one.store)), format!("(o) {}", value(&one.import))),
    };
    let chosen = canvas.look.tone(Tone::Chosen);
    let (store_style, import_style) = match (one.difference.can_be_taken(), one.side) {
        (false, _) => (canvas.look.dim(), canvas.look.dim()),
        (true, Side::Store) => (canvas.look.plain(), canvas.look.dim()),
        (true, Side::Import) => (canvas.look.dim(), chosen),
        (true, Side::Both) => (chosen, chosen),
    };
    let name_style = if here { canvas.look.current() } else { canvas.look.plain() };
    canvas.put(1, y, 2, if here { ">" } else { " " }, canvas.look.strong());
    canvas.put(4, y, widths.name, (words.field)(one.field), name_style);
    canvas.put(widths.store_at(), y, widths.side, &store, store_style);
    canvas.put(widths.import_at(), y, widths.side, &import, import_style);
}

/// The record as it will be.
fn result(model: &Model, desk: &Desk, sight: &Sight, y: u16, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let height = canvas.height().saturating_sub(2 + y);
    if height < 4 {
        return;
    }
    let changes = sight.comparisons.iter().filter(|one| one.side == Side::Import && one.difference.can_be_taken()).count();
    let part = Part { x: 0, y: canvas.height().saturating_sub(2 + height.min(9)), width: canvas.width(), height: height.min(9) };
    canvas.frame(part, words.as_it_will_be, &(words.fields_change)(changes));
    let merged = sight.account.merged(&desk.draft);
    let texts: Vec<String> = merged
        .iter()
        .map(|(field, value)| {
            let taken = desk.draft.side(sight.account.row, field) == Side::Import;
            let sign = if taken { "*" } else { "" };
            format!("{sign}{} {}", (words.field)(field), model.sight.value(field, value))
        })
        .collect();
    let room = usize::from(part.width.saturating_sub(4));
    let lines = flowed(&texts, room);
    for (y, line) in (part.y + 1..part.y + part.height - 1).zip(lines) {
        canvas.put(part.x + 2, y, part.width - 4, &line, canvas.look.plain());
    }
}

/// Pieces set one behind the other, as many as fit a line, none of them parted.
fn flowed(pieces: &[String], width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if crate::app::detail::width_of(line) + crate::app::detail::width_of(piece) + 3 <= width => {
                line.push_str("   ");
                line.push_str(piece);
            }
            _ => lines.push(piece.clone()),
        }
    }
    lines
}
