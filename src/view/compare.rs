//! A duplicate, field by field: what is chosen stands out, what is left alone is greyed.

use super::canvas::{Canvas, Part};
use super::heard::Role;
use crate::app::Model;
use crate::app::compare::{Compare, Sight};
use crate::app::desk::Desk;
use crate::app::detail::{Tone, fit, width_of};
use crate::app::keymap::Layer;
use crate::app::update::compare_rows;
use crate::domain::draft::{Comparison, Difference, Side};
use crate::domain::field::Field;
use crate::domain::matching::Certainty;

/// First line of the fields.
const FIRST: u16 = 6;

pub(super) fn draw(model: &Model, desk: &Desk, compare: &Compare, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let Some(sight) = compare.sight(&desk.draft) else { return };
    let Some(found) = &sight.account.found else { return };
    head(model, desk, canvas);
    super::desk::tabs(model, desk, canvas);
    canvas.rule(2);
    let name = model.sight.value(Field::LastName, &sight.account.values.full_name());
    let whose = model.sight.value(Field::LastName, &found.values.full_name());
    let who = format!(" {name}   {}   = {} {whose}", (words.row)(sight.account.number), found.id);
    let (note, tone) = if desk.draft.is_looked_at(sight.account.row) {
        (words.compare.looked_at, Tone::Good)
    } else if found.certainty == Certainty::Unsure {
        (words.compare.no_rule, Tone::Warning)
    } else {
        ("", Tone::Plain)
    };
    let taken = u16::try_from(width_of(note)).unwrap_or(0) + 2;
    canvas.put(0, 3, canvas.width().saturating_sub(taken), &who, canvas.look.strong());
    canvas.put_right(3, note, canvas.look.tone(tone));
    let sure = format!(" {}{}{}", (words.certainty)(found.certainty), words.colon(), (words.ground)(found.ground));
    canvas.put(0, 4, canvas.width(), &sure, canvas.look.plain());
    let widths = Widths::of(canvas.width());
    let outside = canvas.put_as(Role::Mute);
    for (x, width, text) in [
        (4, widths.name, words.compare.field_heading),
        (widths.store_at(), widths.side, words.compare.in_store),
        (widths.import_at(), widths.side, words.compare.in_import),
    ] {
        canvas.put(x, 5, width, text, canvas.look.dim());
    }
    canvas.put_as(Role::Line);
    let seen = compare_rows(model.size);
    for (y, (place, one)) in (FIRST..).zip(sight.comparisons.iter().enumerate().skip(compare.top).take(seen)) {
        field(model, one, place == compare.cursor, y, widths, canvas);
        if place == compare.cursor {
            canvas.set_cursor(0, y);
        }
    }
    canvas.put_as(outside);
    let y = FIRST + u16::try_from(seen.min(sight.comparisons.len())).unwrap_or(0);
    result(model, desk, &sight, y, canvas);
}

/// Where we are: which duplicate of how many, and how many of them were looked at.
fn head(model: &Model, desk: &Desk, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let table = desk.table();
    canvas.put(0, 0, canvas.width(), &format!(" {}", words.compare.title), canvas.look.strong());
    let all = usize::try_from(desk.draft.counts().duplicates).unwrap_or(usize::MAX);
    let looked = (words.compare.looked_at_of)(desk.draft.looked_at_count(), all);
    let place = if canvas.is_heard() { words.plain.row_of } else { words.listing.place };
    let place = place(table.cursor + 1, table.order.len());
    let is_wide = width_of(words.compare.title) + width_of(&looked) + width_of(&place) + 6 < usize::from(canvas.width());
    canvas.put_right(0, &if is_wide { format!("{looked}   {place}") } else { looked }, canvas.look.dim());
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
        (Difference::Same, _) => (format!("    {}", value(&one.store)), format!("  = {}", words.compare.same)),
        (_, Side::Store) if one.is_outdated => (format!("( ) {}", value(&one.store)), format!("(o) {}", words.empty_value)),
        (Difference::OnlyStore, _) => (format!("    {}", value(&one.store)), format!("    {}", words.compare.empty_keeps)),
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
    canvas.name(4, y, widths.name, (words.field)(one.field), name_style);
    // Side by side is nothing to hear: each side is named.
    if canvas.is_heard() {
        let sides = [(words.compare.in_store, widths.store_at(), &store), (words.compare.in_import, widths.import_at(), &import)];
        for (side, x, text) in sides {
            canvas.put(x, y, widths.side, &format!("{side}{}{}", words.colon(), text.trim().trim_start_matches("= ")), canvas.look.plain());
        }
        return;
    }
    let room = usize::from(widths.side);
    let [store, import] = if one.difference == Difference::Differs { differing([store, import], room, SIGN) } else { [store, import] };
    canvas.cell(widths.store_at(), y, widths.side, &store, store_style);
    canvas.cell(widths.import_at(), y, widths.side, &import, import_style);
}

/// Columns of the sign in front of a value.
const SIGN: usize = 4;

/// Two values that differ, each behind a sign of so many characters, in columns that are too narrow for them: each from a little before the place where they begin to differ, so
/// that they are not cut to look the same. `<` says that it begins before that.
pub(super) fn differing(values: [String; 2], room: usize, sign: usize) -> [String; 2] {
    let [one, other] = &values;
    if width_of(one).max(width_of(other)) <= room {
        return values;
    }
    let text = |value: &str| value.chars().skip(sign).collect::<Vec<char>>();
    let (ours, theirs) = (text(one), text(other));
    let same = ours.iter().zip(&theirs).take_while(|(one, other)| one == other).count();
    // A little of what is the same, and no more hidden than is needed for the end to be seen.
    let longest = ours.len().max(theirs.len());
    let hidden = same.saturating_sub(3).min((longest + sign + 1).saturating_sub(room));
    if hidden == 0 {
        return values;
    }
    [(one, ours), (other, theirs)].map(|(value, text)| {
        let lead: String = value.chars().take(sign).collect();
        format!("{lead}<{}", text.into_iter().skip(hidden).collect::<String>())
    })
}

/// From this height on there is room to say what changes and what stays apart.
const ROOMY: u16 = 30;

/// The record as it will be.
fn result(model: &Model, desk: &Desk, sight: &Sight, y: u16, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let is_roomy = canvas.height() >= ROOMY;
    let room = usize::from(canvas.width().saturating_sub(4));
    let lines = if is_roomy { apart(model, desk, sight, room) } else { together(model, sight, room) };
    let wanted = if is_roomy { u16::try_from(lines.len() + 2).unwrap_or(u16::MAX) } else { 0 };
    let height = canvas.height().saturating_sub(2 + y).min(wanted.max(9));
    if height < 4 {
        return;
    }
    let changes = sight.comparisons.iter().filter(|one| one.changes()).count();
    let part = Part { x: 0, y: canvas.height().saturating_sub(2 + height), width: canvas.width(), height };
    let outside = canvas.put_as(Role::Pane);
    let left = lines.len().saturating_sub(usize::from(part.height.saturating_sub(2)));
    let more = if left > 0 && !canvas.is_heard() { format!("   {}", (words.listing.lines_more)(left)) } else { String::new() };
    canvas.frame(part, words.compare.as_it_will_be, &format!("{}{more}", (words.compare.fields_change)(changes)));
    for (y, (tone, line)) in (part.y + 1..part.y + part.height - 1).zip(lines) {
        let line = if canvas.is_heard() { line.replacen('*', "", 1) } else { line };
        canvas.put(part.x + 2, y, part.width - 4, &line, canvas.look.tone(tone));
    }
    canvas.put_as(outside);
}

/// Every field one behind the other, with a star before those that change.
fn together(model: &Model, sight: &Sight, room: usize) -> Vec<(Tone, String)> {
    let mut fields: Vec<&Comparison> = sight.comparisons.iter().filter(|one| !one.result().is_empty()).collect();
    fields.sort_by_key(|one| one.field);
    let sign = |one: &Comparison| if one.changes() { "*" } else { "" };
    let texts: Vec<String> = fields.iter().map(|one| format!("{}{}", sign(one), named(model, one))).collect();
    flowed(&texts, room).into_iter().map(|text| (Tone::Plain, text)).collect()
}

/// What changes, each with what it was; then what stays, and what is never done.
fn apart(model: &Model, desk: &Desk, sight: &Sight, room: usize) -> Vec<(Tone, String)> {
    let words = model.sight.words();
    let (changing, staying): (Vec<&Comparison>, Vec<&Comparison>) = sight.comparisons.iter().partition(|one| one.changes());
    let mut lines = Vec::new();
    for (place, one) in changing.iter().enumerate() {
        let name = if place == 0 { words.compare.changes } else { "" };
        let before = if one.store.is_empty() { words.empty_value.to_owned() } else { model.sight.value(one.field, &one.store) };
        let after = model.sight.value(one.field, &one.result());
        lines.push((Tone::Chosen, format!("{}*{} {before} -> {after}", fit(name, HEAD), (words.field)(one.field))));
    }
    let texts: Vec<String> = staying.iter().filter(|one| !one.result().is_empty()).map(|one| named(model, one)).collect();
    for (place, text) in flowed(&texts, room.saturating_sub(HEAD)).into_iter().enumerate() {
        lines.push((Tone::Plain, format!("{}{text}", fit(if place == 0 { words.compare.stays } else { "" }, HEAD))));
    }
    let has_dossier = sight.account.found.as_ref().is_some_and(|found| found.has_dossier);
    lines.push((Tone::Dim, String::new()));
    lines.push((Tone::Dim, words.compare.empty_never.to_owned()));
    let dossier = if has_dossier {
        words.detail.dossier_there
    } else if desk.draft.is_selected(sight.account.row) {
        words.detail.dossier_coming
    } else {
        words.compare.dossier_to_come
    };
    lines.push((Tone::Dim, model.sight.keyed(Layer::Tabs, dossier)));
    lines
}

/// Width of the words before what changes and what stays.
const HEAD: usize = 12;

/// A field with what it will hold.
fn named(model: &Model, one: &Comparison) -> String {
    format!("{} {}", (model.sight.words().field)(one.field), model.sight.value(one.field, &one.result()))
}

/// Pieces set one behind the other, as many as fit a line, none of them parted.
pub(super) fn flowed(pieces: &[String], width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if width_of(line) + width_of(piece) + 3 <= width => {
                line.push_str("   ");
                line.push_str(piece);
            }
            _ => lines.push(piece.clone()),
        }
    }
    lines
}
