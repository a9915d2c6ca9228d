//! The page of one customer, and what stands in front of customers: a removal that has to be typed, what
//! many get, and where the values came from.

use super::canvas::{Canvas, Part};
use super::front::typed;
use super::heard::Role;
use super::pane;
use crate::app::Model;
use crate::app::desk::Sight;
use crate::app::detail::{TextLine, Tone, cut, fit, line, quoted, width_of, wrap};
use crate::app::geometry::{self, Pane};
use crate::app::person::{Front, History, Listed, PersonAsk, PersonPage, Removing, Wishing, history_lines, lines, many_heads};
use crate::domain::field::Field;
use crate::domain::finding::Severity;
use crate::domain::person::{Many, ROW, Removal, Subject};

/// Columns of the name of a field.
const NAMES: usize = 19;

pub(super) fn draw(model: &Model, page: &PersonPage, canvas: &mut Canvas<'_>) {
    head(model, page, canvas);
    let pane = geometry::person_pane(canvas.width(), canvas.height());
    let rows = geometry::person_rows(canvas.width(), canvas.height());
    let width = match pane {
        Pane::Beside(columns) => canvas.width().saturating_sub(columns),
        Pane::Below(_) | Pane::Hidden => canvas.width(),
    };
    list(model, page, width, rows, canvas);
    let part = match pane {
        Pane::Hidden => return,
        Pane::Below(height) => Part { x: 0, y: canvas.height().saturating_sub(2 + height), width: canvas.width(), height },
        Pane::Beside(columns) => Part { x: width, y: 2, width: columns, height: canvas.height().saturating_sub(4) },
    };
    let inner = part.width.saturating_sub(4);
    let (title, lines) = lines(page, model.sight, canvas.unbroken(usize::from(inner)));
    pane::framed(model, part, (&title, &lines), (page.pane_top, model.sight.words().person.lines_by_j), canvas);
}

/// Who it is, and whether anything is not saved yet.
fn head(model: &Model, page: &PersonPage, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let code = model.sight.language.code().to_uppercase();
    let title = if page.person.subject == Subject::Newcomer { words.person.title_new } else { words.person.title };
    let id = page.person.id().map_or_else(String::new, |id| format!("{id}  "));
    // Of somebody new there is no name yet, which is nothing to be told.
    let typed = page.name();
    let name = if page.person.subject == Subject::Newcomer && typed.is_empty() { typed } else { model.sight.name(&typed) };
    let changed = page.person.changes(page.draft()).len();
    let unsaved = if changed > 0 { (words.person.unsaved)(changed) } else { String::new() };
    let right = if unsaved.is_empty() { code } else { format!("{unsaved}   {code}") };
    canvas.title(&format!("{title}   {id}{name}"), &right);
    canvas.rule(1);
}

fn list(model: &Model, page: &PersonPage, width: u16, rows: usize, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let outside = canvas.put_as(Role::Line);
    for (y, listed) in (2_u16..).zip(page.listed().into_iter().skip(page.top).take(rows)) {
        canvas.put_as(if matches!(listed, Listed::Part(_)) { Role::Heading } else { Role::Line });
        match listed {
            Listed::Part(part) => canvas.put(1, y, width.saturating_sub(1), (words.person.part)(part), canvas.look.strong()),
            Listed::Field(place) => {
                let Some(field) = page.fields.get(place) else { continue };
                let here = place == page.cursor;
                let room = canvas.unbroken(usize::from(width));
                canvas.line(0, y, width, &row(model.sight, page, *field, here, room));
                if here {
                    let lead = u16::try_from(NAMES).unwrap_or(0) + 3;
                    canvas.restyle(0, y, lead.min(width), canvas.look.current());
                    canvas.set_cursor(0, y);
                }
            }
        }
    }
    canvas.put_as(outside);
}

/// A field: whether it was edited or is wrong, its name, what it reads now, and why it is wrong.
fn row(sight: Sight, page: &PersonPage, field: Field, here: bool, width: usize) -> TextLine {
    let words = sight.words();
    let draft = page.draft();
    let findings = page.findings(field);
    let worst = findings.first();
    let sign = match worst.map(|finding| finding.severity()) {
        Some(Severity::Error) => "!",
        Some(Severity::Warning) => "i",
        None => " ",
    };
    let edited = draft.is_edited(ROW, field);
    let given = draft.given(ROW, field);
    let value = sight.given(draft, ROW, field, given);
    let (value, tone) = match (value.is_empty(), edited) {
        (true, true) => (words.empty_value.to_owned(), Tone::Chosen),
        (true, false) if field.is_required() => (words.person.required.to_owned(), Tone::Dim),
        (true, false) => (String::new(), Tone::Plain),
        (false, true) => (format!("~{value}"), Tone::Chosen),
        (false, false) => (value, Tone::Plain),
    };
    let lead = format!("{}{sign} {}", if here { ">" } else { " " }, fit((words.field)(field), NAMES));
    let why = worst.map_or("", |finding| words.rule(finding.rule).reason);
    let room = width.saturating_sub(NAMES + 4);
    let left = if why.is_empty() { room } else { room.saturating_sub(width_of(why).min(room / 2) + 2) };
    let why_tone = match worst.map(|finding| finding.severity()) {
        Some(Severity::Error) => Tone::Error,
        Some(Severity::Warning) | None => Tone::Warning,
    };
    let mut told = vec![(Tone::Name, lead), (Tone::Plain, " ".to_owned()), (tone, cut(&value, left))];
    if !why.is_empty() {
        told.push((why_tone, format!("  {why}")));
    }
    told
}

/// Title, text and button of a question about customers.
pub(super) fn asked(model: &Model, ask: &PersonAsk) -> (&'static str, String, &'static str) {
    let words = model.sight.words();
    match ask {
        PersonAsk::Leave => (words.person.leave_title, words.person.leave_text.to_owned(), words.front.leave_button),
        PersonAsk::Save(doubt) => {
            let whom = format!("{} ({})", model.sight.name(&doubt.name), doubt.customer);
            let text = (words.person.save_text)(&whom, (words.ground)(doubt.ground));
            (words.person.save_title, text, words.person.save_button)
        }
    }
}

pub(super) fn front(model: &Model, front: &Front, canvas: &mut Canvas<'_>) {
    match front {
        Front::Removing(removing) => self::removing(model, removing, canvas),
        Front::Wishing(wishing) => self::wishing(model, wishing, canvas),
        Front::Many { many, top } => self::many(model, many, *top, canvas),
        Front::History(history) => self::history(model, history, canvas),
    }
}

/// What goes, what stays, and what has to be typed.
fn removing(model: &Model, removing: &Removing, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let removal = &removing.removal;
    let width = canvas.box_columns(76);
    let inner = canvas.unbroken(usize::from(width.saturating_sub(6)));
    let to_type = model.sight.text(&removal.to_type());
    let mut told = vec![(Tone::Error, (words.person.remove_goes)(removal.leavers.len(), removal.dossiers()))];
    told.push((Tone::Plain, words.person.remove_stays.to_owned()));
    if let Some(names) = partners(model.sight, removal) {
        told.push((Tone::Warning, (words.person.remove_partner)(&names)));
    }
    told.push((Tone::Plain, (words.person.remove_type)(&to_type)));
    let airy = canvas.height() >= 20;
    let mut lines: Vec<TextLine> = Vec::new();
    for (at, (tone, text)) in told.into_iter().enumerate() {
        if airy && at > 0 {
            lines.push(Vec::new());
        }
        lines.extend(wrap(line(tone, text), inner));
    }
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(4).min(canvas.height().saturating_sub(3));
    let part = canvas.middle(width, height);
    let title = match removal.leavers.as_slice() {
        [one] => format!("{}{}{}", words.person.remove_title, words.colon(), model.sight.name(&one.name)),
        _ => words.person.remove_title.to_owned(),
    };
    canvas.frame(part, &cut(&title, inner), &model.sight.keyed(model.layer(), words.person.remove_foot));
    // What has to be typed is seen in the smallest window: what is above it gives way.
    let room = usize::from(part.height.saturating_sub(4));
    let first = lines.len().saturating_sub(room);
    for (y, line) in (part.y + 1..).zip(lines.iter().skip(first)) {
        canvas.line(part.x + 3, y, part.width.saturating_sub(6), line);
    }
    let y = part.y + part.height.saturating_sub(2);
    typed(&removing.input, Part { x: part.x + 3, y, width: part.width.saturating_sub(6), height: 1 }, canvas);
}

/// Customers who keep the number of somebody who goes, by name; the first few.
fn partners(sight: Sight, removal: &Removal) -> Option<String> {
    const NAMED: usize = 3;
    let names: Vec<&str> = removal.leavers.iter().flat_map(|leaver| &leaver.partner_of).map(String::as_str).collect();
    let mut told = names.iter().take(NAMED).map(|name| sight.name(name)).collect::<Vec<_>>().join(", ");
    if names.len() > NAMED {
        told.push_str(&format!(" +{}", names.len() - NAMED));
    }
    (!names.is_empty()).then_some(told)
}

/// What many get or lose is typed.
fn wishing(model: &Model, wishing: &Wishing, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let part = canvas.middle(72, 7);
    let title = format!("{}   {}", (words.person.wish)(wishing.wish), (words.person.customers)(wishing.customers.len()));
    canvas.frame(part, &title, &model.sight.keyed(model.layer(), words.person.wish_foot));
    let inner = part.width.saturating_sub(6);
    typed(&wishing.input, Part { x: part.x + 3, y: part.y + 2, width: inner, height: 1 }, canvas);
    let (text, tone) = match &wishing.finding {
        Some(finding) => (words.rule(finding.rule).what, Tone::Error),
        None => ((words.person.wish_hint)(wishing.wish), Tone::Dim),
    };
    for (y, piece) in (part.y + 4..part.y + 6).zip(wrap(line(tone, text), canvas.unbroken(usize::from(inner)))) {
        canvas.line(part.x + 3, y, inner, &piece);
    }
}

/// Who changes: before and after.
fn many(model: &Model, many: &Many, top: usize, canvas: &mut Canvas<'_>) {
    let (words, sight) = (model.sight.words(), model.sight);
    let part = Part { x: 0, y: 1, width: canvas.width(), height: canvas.height().saturating_sub(3) };
    let value = if many.value.is_empty() { words.empty_value.to_owned() } else { sight.text(&many.value) };
    let title = format!("{}{}{value}", (words.person.wish)(many.wish), words.colon());
    // Whoever hears it is asked behind it, and answers by a word.
    let foot = if canvas.is_heard() { String::new() } else { sight.keyed(model.layer(), words.person.many_foot) };
    canvas.frame(part, &cut(&title, usize::from(part.width.saturating_sub(6))), &foot);
    let inner = part.width.saturating_sub(4);
    let heads = many_heads(many, sight, canvas.unbroken(usize::from(inner)));
    let above = u16::try_from(heads.len()).unwrap_or(u16::MAX);
    let mut y = part.y.saturating_add(1).saturating_add(above);
    canvas.lines(part.x + 2, (part.y + 1, y), inner, &heads);
    y += 1;
    let room = usize::from((part.y + part.height).saturating_sub(y + 1)).min(geometry::proposal_rows(canvas.height(), heads.len()));
    if room < many.changes.len() {
        canvas.place_in(part, &(words.listing.place)((top + room).min(many.changes.len()), many.changes.len()));
    }
    let inner_room = canvas.unbroken(usize::from(inner));
    let name = usize::from(inner) / 3;
    let shown = |text: &str| if text.is_empty() { words.empty_value.to_owned() } else { sight.text(text) };
    let outside = canvas.put_as(Role::Pane);
    for (y, change) in (y..).zip(many.changes.iter().skip(top).take(room)) {
        let who = fit(&sight.name(&change.name), name);
        let told = format!("{} -> {}", shown(&change.before), shown(&change.after));
        let told = cut(&told, inner_room.saturating_sub(name + 2));
        canvas.line(part.x + 2, y, inner, &vec![(Tone::Name, format!("{who}  ")), (Tone::Plain, told)]);
    }
    canvas.set_cursor(part.x + 2, y);
    canvas.put_as(outside);
}

/// Where each value came from.
fn history(model: &Model, history: &History, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let part = Part { x: 0, y: 1, width: canvas.width(), height: canvas.height().saturating_sub(3) };
    let lines = history_lines(history, model.sight, canvas.unbroken(usize::from(part.width.saturating_sub(4))));
    let name = model.sight.name(&history.name);
    let filter = history.filter.text();
    let found = if filter.is_empty() || history.is_filtering { String::new() } else { format!("   / {}", quoted(filter)) };
    let title = format!("{}   {}  {name}{found}", words.person.history_title, history.customer);
    let title = cut(&title, usize::from(part.width.saturating_sub(6)));
    pane::framed(model, part, (&title, &lines), (history.top, words.listing.lines_down), canvas);
}
