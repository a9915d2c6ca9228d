//! A duplicate, field by field: what is chosen stands out, what is left alone is greyed.

use super::canvas::{Canvas, Part};
use super::heard::Role;
use crate::app::Model;
use crate::app::compare::{Compare, FIRST, Outcome, Sight, seen};
use crate::app::desk::Desk;
use crate::app::detail::{Tone, width_of};
use crate::domain::draft::{Comparison, Difference, Side};
use crate::domain::matching::Certainty;

pub(super) fn draw(model: &Model, desk: &Desk, compare: &Compare, sight: &Sight, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let Some(found) = &sight.account.found else { return };
    head(model, desk, canvas);
    super::desk::tabs(model, desk, canvas);
    canvas.rule(2);
    let name = model.sight.name(&sight.account.values.full_name());
    let whose = model.sight.name(&found.values.full_name());
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
    let seen = seen(model.size);
    for (y, (place, one)) in (FIRST..).zip(sight.comparisons.iter().enumerate().skip(compare.top).take(seen)) {
        field(model, one, place == compare.cursor, y, widths, canvas);
        if place == compare.cursor {
            canvas.set_cursor(0, y);
        }
    }
    canvas.put_as(outside);
    result(model, desk, compare, sight, canvas);
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

/// The record as it will be.
fn result(model: &Model, desk: &Desk, compare: &Compare, sight: &Sight, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let outcome = Outcome::of(desk, sight, model.sight, (canvas.width(), canvas.height()));
    if outcome.height < 4 {
        return;
    }
    let changes = sight.comparisons.iter().filter(|one| one.changes()).count();
    let part = Part { x: 0, y: outcome.y, width: canvas.width(), height: outcome.height };
    let outside = canvas.put_as(Role::Pane);
    // The window may have become larger since it was scrolled.
    let top = compare.pane_top.min(outcome.last_top());
    let more = match outcome.last_top() - top {
        _ if canvas.is_heard() => String::new(),
        0 if top == 0 => String::new(),
        0 => model.sight.keyed(model.layer(), words.listing.lines_end),
        below => model.sight.keyed(model.layer(), &(words.person.lines_by_j)(below)),
    };
    let foot = |more: &str| format!("{}   {more}", (words.compare.fields_change)(changes));
    // In a narrow window the key is left to the help.
    let is_whole = width_of(&foot(&more)) + 6 <= usize::from(part.width);
    let more = if is_whole { more } else { (words.listing.lines_more)(outcome.last_top() - top) };
    canvas.frame(part, words.compare.as_it_will_be, &foot(&more));
    for (y, (tone, line)) in (part.y + 1..part.y + part.height - 1).zip(outcome.lines.iter().skip(top)) {
        let line = if canvas.is_heard() { line.replacen('*', "", 1) } else { line.clone() };
        canvas.put(part.x + 2, y, part.width - 4, &line, canvas.look.tone(*tone));
    }
    canvas.put_as(outside);
}
