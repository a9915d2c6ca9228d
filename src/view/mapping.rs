//! Which column is which field: a line for each column, and below it all about the one under the cursor.

use super::canvas::{Canvas, Part};
use super::heard::Role;
use crate::app::Model;
use crate::app::desk::Desk;
use crate::app::detail::{Tone, width_of};
use crate::app::keymap::Layer;
use crate::app::mapping::{Mapped, Mapping, lines, sureness};
use crate::app::update::{mapping_last_top, mapping_pane, mapping_rows};
use crate::domain::mapping::KnownList;
use crate::domain::sheet::column_letters;

/// First line of the columns: title, counts, list, rule and headings stand above.
const FIRST: u16 = 5;
/// Columns of the screen in front of the heading: cursor, sign, letters.
const LEAD: u16 = 7;

pub(super) fn draw(model: &Model, desk: &Desk, mapping: &Mapping, canvas: &mut Canvas<'_>) {
    head(model, desk, mapping, canvas);
    let rows = mapping_rows(model.size, mapping.whole);
    let widths = Widths::of(canvas.width());
    if rows > 0 {
        table(model, mapping, widths, rows, canvas);
    }
    let height = mapping_pane(canvas.height(), mapping.whole);
    if height > 0 {
        let part = Part { x: 0, y: canvas.height().saturating_sub(2 + height), width: canvas.width(), height };
        pane(model, mapping, part, canvas);
    }
}

/// Which workbook, what is read of it, and what is missing or was recognised.
fn head(model: &Model, desk: &Desk, mapping: &Mapping, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let source = desk.draft.source();
    canvas.put(0, 0, canvas.width(), &format!(" {}", words.mapping.title), canvas.look.strong());
    let code = model.sight.language.code().to_uppercase();
    canvas.put_right(0, &code, canvas.look.dim());
    let x = 3 + u16::try_from(width_of(words.mapping.title)).unwrap_or(0);
    let room = canvas.width().saturating_sub(x + 5);
    canvas.cell(x, 0, room, &super::desk::place(model.sight, &source.mark, usize::from(room)), canvas.look.plain());
    let read = mapping.columns.iter().filter(|mapped| mapped.field.is_some()).count();
    let counts = (words.mapping.counts)(read, mapping.columns.len() - read, mapping.to_check());
    canvas.put(0, 1, canvas.width(), &format!(" {counts}"), canvas.look.plain());
    let missing = mapping.missing();
    let (text, tone) = if !missing.is_empty() {
        let names: Vec<&str> = missing.iter().map(|field| (words.field)(*field)).collect();
        ((words.mapping.missing)(&names.join(", ")), Tone::Error)
    } else {
        match &mapping.list {
            Some(KnownList::Saved { name }) => ((words.mapping.known_as)(name), Tone::Good),
            Some(KnownList::AdminPulse) => (words.mapping.known_as_adminpulse.to_owned(), Tone::Good),
            None => (words.mapping.complete.to_owned(), Tone::Good),
        }
    };
    canvas.put(0, 2, canvas.width(), &format!(" {text}"), canvas.look.tone(tone));
    canvas.rule(3);
}

/// How the width is shared out.
#[derive(Debug, Clone, Copy)]
struct Widths {
    heading: u16,
    value: u16,
    field: u16,
    why: u16,
}

/// Columns that the certainty takes.
const SURE: u16 = 6;

impl Widths {
    /// The names of fields have 17 columns; the rest is shared.
    fn of(width: u16) -> Self {
        let field = 17;
        let rest = width.saturating_sub(LEAD + field + SURE + 3);
        // A third, and more where the other two have enough.
        let why = (rest / 3).max(rest.saturating_sub(28).min(20));
        let heading = (rest - why) / 2;
        Self { heading, value: rest - why - heading, field, why }
    }

    const fn value_at(self) -> u16 {
        LEAD + self.heading + 1
    }

    const fn field_at(self) -> u16 {
        self.value_at() + self.value + 1
    }

    const fn sure_at(self) -> u16 {
        self.field_at() + self.field + 1
    }

    const fn why_at(self) -> u16 {
        self.sure_at() + SURE
    }
}

fn table(model: &Model, mapping: &Mapping, widths: Widths, rows: usize, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    canvas.put(0, 4, canvas.width(), "", canvas.look.plain());
    let outside = canvas.put_as(Role::Mute);
    for (x, width, text) in [
        (LEAD, widths.heading, words.mapping.column_heading),
        (widths.value_at(), widths.value, words.mapping.first_value),
        (widths.field_at(), widths.field, words.mapping.mapped_to),
        (widths.sure_at(), SURE, words.mapping.sure),
        (widths.why_at(), widths.why, words.mapping.why),
    ] {
        canvas.put(x, 4, width, text, canvas.look.dim());
    }
    canvas.put_as(Role::Line);
    for (y, (place, mapped)) in (FIRST..).zip(mapping.columns.iter().enumerate().skip(mapping.top).take(rows)) {
        let here = place == mapping.cursor;
        row(model, mapping, mapped, here, y, widths, canvas);
        if here {
            canvas.restyle(0, y, LEAD - 1, canvas.look.current());
            canvas.set_cursor(0, y);
        }
    }
    canvas.put_as(outside);
}

fn row(model: &Model, mapping: &Mapping, mapped: &Mapped, here: bool, y: u16, widths: Widths, canvas: &mut Canvas<'_>) {
    if canvas.is_heard() {
        return said(model, mapping, mapped, here, y, canvas);
    }
    let words = model.sight.words();
    let sign = if mapped.to_check() { "!" } else { " " };
    let lead = format!("{}{sign} {}", if here { ">" } else { " " }, column_letters(mapped.proposal.column));
    canvas.put(0, y, LEAD, &lead, canvas.look.plain());
    if mapped.to_check() {
        canvas.restyle(1, y, 1, canvas.look.tone(Tone::Warning));
    }
    let style = if mapped.field.is_some() { canvas.look.plain() } else { canvas.look.dim() };
    canvas.cell(LEAD, y, widths.heading, &model.sight.text(mapped.proposal.heading.trim()), style);
    let value = mapping.first_value(mapped).map_or_else(String::new, |value| mapped.shown(value, model.sight));
    canvas.cell(widths.value_at(), y, widths.value, &value, style);
    let field = mapped.field.map_or(words.mapping.left_out, |field| (words.field)(field));
    canvas.put(widths.field_at(), y, widths.field, field, style);
    let (sure, why) = sureness(mapped, model.sight);
    canvas.put(widths.sure_at(), y, SURE, &sure, canvas.look.dim());
    canvas.cell(widths.why_at(), y, widths.why, &why, canvas.look.dim());
}

/// The same for whoever hears it: each with its name.
fn said(model: &Model, mapping: &Mapping, mapped: &Mapped, here: bool, y: u16, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let value = mapping.first_value(mapped).map_or_else(String::new, |value| mapped.shown(value, model.sight));
    let field = mapped.field.map_or(words.mapping.left_out, |field| (words.heard.field)(field));
    let (sure, why) = sureness(mapped, model.sight);
    let named = |name: &str, text: &str| if text.is_empty() { String::new() } else { format!("{name}{}{text}", words.colon()) };
    let column = format!("{} {}", words.plain.column.to_lowercase(), column_letters(mapped.proposal.column));
    let parts = [
        if mapped.to_check() { format!("i {column}") } else { column },
        named(words.mapping.column_heading, &model.sight.text(mapped.proposal.heading.trim())),
        named(words.mapping.first_value, &value),
        named(words.mapping.mapped_to, field),
        sure,
        why,
    ];
    for (x, text) in (LEAD..).zip(parts.iter().filter(|text| !text.is_empty())) {
        canvas.put(x, y, 1, text, canvas.look.plain());
    }
    if here {
        canvas.set_cursor(0, y);
    }
}

fn pane(model: &Model, mapping: &Mapping, part: Part, canvas: &mut Canvas<'_>) {
    let room = canvas.unbroken(usize::from(part.width.saturating_sub(4)));
    let outside = canvas.put_as(Role::Pane);
    let (title, lines) = lines(mapping, model.sight, room);
    let words = model.sight.words();
    let last = mapping_last_top(canvas.height(), mapping.whole, lines.len());
    // The window may have become larger since it was scrolled.
    let top = mapping.pane_top.min(last);
    let foot = match last - top {
        _ if canvas.is_heard() => String::new(),
        0 if top == 0 && mapping.whole => model.sight.keyed(Layer::Mapping, words.mapping.back_by_o),
        0 if top == 0 => model.sight.keyed(Layer::Mapping, words.mapping.values_by_o),
        0 if mapping.whole => model.sight.keyed(model.layer(), &format!("{}   {}", words.listing.lines_end, words.mapping.back_by_o)),
        0 => model.sight.keyed(model.layer(), words.listing.lines_end),
        below if mapping.whole => {
            model.sight.keyed(model.layer(), &format!("{}   {}", (words.person.lines_by_j)(below), words.mapping.back_by_o))
        }
        below => model.sight.keyed(Layer::Mapping, &(words.mapping.lines_by_o)(below)),
    };
    canvas.frame(part, &title, &foot);
    for (y, line) in (part.y + 1..part.y + part.height.saturating_sub(1)).zip(lines.iter().skip(top)) {
        canvas.line(part.x + 2, y, part.width.saturating_sub(4), line);
    }
    canvas.put_as(outside);
    if mapping.whole {
        canvas.set_cursor(part.x + 2, part.y + 1);
    }
}
