//! What is filled in about a task flow, and what would come of it.

use super::canvas::{Canvas, Part as Area};
use super::heard::Role;
use crate::app::Model;
use crate::app::detail::{Tone, line, width_of, wrap};
use crate::app::geometry::scrolled;
use crate::app::season::{Field, Form, Input, Pick, Preview, Unclear};
use crate::words::Words;

/// Columns that the names of the parts take.
const NAMES: u16 = 26;

/// Columns of the sign before the part that keys go to.
const SIGN: u16 = 2;

/// As many parts are seen in the lowest window.
const LEAST: usize = 6;

pub(super) fn form(model: &Model, form: &Form, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let width = canvas.box_columns(84);
    let inner = canvas.unbroken(usize::from(width.saturating_sub(4)));
    let below = below(model, form, inner);
    let height = u16::try_from(form.parts.len() + below.len()).unwrap_or(u16::MAX).saturating_add(if below.is_empty() { 2 } else { 3 });
    let part = canvas.middle(width, height.min(canvas.height().saturating_sub(3)));
    let title = title(model, form);
    canvas.frame(part, &title, &model.sight.keyed(model.layer(), words.flows.foot));
    let (x, mut y) = (part.x + 2, part.y + 1);
    let last = part.y + part.height.saturating_sub(1);
    let mut before = None;
    // What is filled in is seen in the lowest window, and what has to be looked at there as far as it goes.
    let inside = usize::from(part.height.saturating_sub(2));
    let seen = inside.saturating_sub(if below.is_empty() { 0 } else { below.len() + 1 }).max(inside.min(LEAST));
    let top = scrolled(0, form.here, seen, form.parts.len());
    if seen < form.parts.len() {
        canvas.place_in(part, &(words.listing.place)(form.here + 1, form.parts.len()));
    }
    for (place, one) in form.parts.iter().enumerate().skip(top).take(seen) {
        let here = place == form.here;
        let name = if before == Some(one.field) { "" } else { (words.flows.field)(one.field) };
        before = Some(one.field);
        let name = if canvas.is_heard() { (words.flows.field_whole)(one.field) } else { name };
        // Not by its colour alone.
        canvas.put(x, y, SIGN, if here { ">" } else { "" }, canvas.look.strong());
        canvas.name(x + SIGN, y, NAMES, name, if here { canvas.look.strong() } else { canvas.look.dim() });
        let area = Area { x: x + SIGN + NAMES, y, width: part.width.saturating_sub(SIGN + NAMES + 4), height: 1 };
        input(model, form, &one.input, area, here, canvas);
        y += 1;
    }
    for (y, text) in (y + 1..last).zip(&below) {
        canvas.line(x, y, part.width.saturating_sub(4), text);
    }
}

fn title(model: &Model, form: &Form) -> String {
    let words = model.sight.words();
    let about = match form.customers.len() {
        0 => form.flow().map_or_else(String::new, |flow| model.sight.text(&flow.id.0)),
        customers => (words.flows.customers)(customers as u64),
    };
    format!("{}{}{about}", (words.flows.matter)(form.matter), words.colon())
}

/// What is not clear yet, else what has to be looked at.
fn below(model: &Model, form: &Form, width: usize) -> Vec<crate::app::detail::TextLine> {
    let words = model.sight.words();
    let remarks = || form.remarks.iter().map(|remark| (Tone::Warning, model.sight.text(&(words.flows.remark)(remark))));
    let texts: Vec<(Tone, String)> = match form.wish() {
        Err(Unclear::Nothing(Field::Questionnaire)) if !form.remarks.is_empty() => remarks().collect(),
        Err(unclear) => vec![(Tone::Warning, format!("! {}", (words.flows.unclear)(unclear)))],
        Ok(_) => {
            let remarks = remarks();
            let empty = form.parts.iter().any(|part| part.field == Field::Deadline);
            remarks.chain(empty.then(|| (Tone::Dim, words.flows.empty_is_default.to_owned()))).collect()
        }
    };
    texts.into_iter().flat_map(|(tone, text)| wrap(line(tone, text), width)).collect()
}

fn input(model: &Model, form: &Form, input: &Input, area: Area, here: bool, canvas: &mut Canvas<'_>) {
    let style = if here { canvas.look.current() } else { canvas.look.plain() };
    let text = match input {
        Input::Day(field) => return canvas.field(area.x, area.y, 14, field.text(), field.cursor(), here),
        Input::Tick(id, ticked) => {
            let gone = if form.is_gone(id) { format!("  ({})", model.sight.words().flows.questionnaire_gone) } else { String::new() };
            format!("{} {}{gone}", if *ticked { "[x]" } else { "[ ]" }, model.sight.text(&id.0))
        }
        Input::One(picks, at) => {
            let text = picks.get(*at).map_or_else(|| "-".to_owned(), |pick| told(pick, model.sight.words()));
            if picks.len() > 1 { format!("< {text} >") } else { format!("  {text}") }
        }
    };
    canvas.put(area.x, area.y, area.width, &text, style);
    if here {
        canvas.set_cursor(area.x, area.y);
    }
}

/// How something to choose from reads.
fn told(pick: &Pick, words: &Words) -> String {
    match pick {
        Pick::Flow(_, year) => (words.flow)(*year),
        Pick::Questionnaire(id) => crate::domain::neutral::neutralise(&id.0).into_owned(),
        Pick::Language(language) => (words.language)(*language).to_owned(),
        Pick::TheirOwn => words.flows.their_own.to_owned(),
        Pick::ForAll => words.flows.for_all.to_owned(),
        Pick::Answers(answers) => (words.flows.answers)(*answers).to_owned(),
        Pick::Reach(reach) => (words.flows.reach)(*reach).to_owned(),
    }
}

pub(super) fn preview(model: &Model, preview: &Preview, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let width = canvas.box_columns(84);
    let inner = canvas.unbroken(usize::from(width.saturating_sub(6)));
    let told = words.planned(&preview.planned);
    let is_empty = preview.planned.amendment.is_empty();
    let unsent = model.unsent_in_archive(preview);
    let mut lines: Vec<_> = told.into_iter().flat_map(|text| wrap(line(Tone::Plain, model.sight.text(&text)), inner)).collect();
    lines.extend((unsent > 0).then(|| wrap(line(Tone::Warning, (words.flows.unsent)(unsent)), inner)).into_iter().flatten());
    let queued = model.queued_in_archive(preview);
    lines.extend((queued > 0).then(|| wrap(line(Tone::Warning, (words.flows.queued)(queued)), inner)).into_iter().flatten());
    let number = preview.confirmation();
    lines.extend(number.map(|number| wrap(line(Tone::Warning, (words.flows.type_number)(number)), inner)).into_iter().flatten());
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).saturating_add(if number.is_some() { 7 } else { 5 });
    let part = canvas.middle(width, height.min(canvas.height().saturating_sub(3)));
    canvas.frame(part, words.flows.before_writing, "");
    let (x, buttons) = (part.x + 3, part.y + part.height.saturating_sub(2));
    for (y, text) in (part.y + 2..buttons.saturating_sub(1)).zip(&lines) {
        canvas.line(x, y, part.width.saturating_sub(6), text);
    }
    if number.is_some() {
        let y = buttons.saturating_sub(2);
        canvas.field(x, y, 12, preview.typed.text(), preview.typed.cursor(), true);
        if let Some(number) = preview.other_number() {
            let told = line(Tone::Warning, format!("! {}", (words.flows.other_number)(number)));
            canvas.line(x + 14, y, part.width.saturating_sub(20), &told);
        }
    }
    let mut at = x;
    let can_write = preview.can_write();
    let outside = canvas.put_as(Role::Button);
    for (text, here, can) in [(words.front.button_back, !preview.goes_on, true), (words.flows.button_write, preview.goes_on, can_write)] {
        if is_empty && !here {
            continue;
        }
        if here {
            canvas.write(at, buttons, ">", canvas.look.strong());
            if number.is_none() {
                canvas.set_cursor(at, buttons);
            }
        }
        let style = match (here, can) {
            (true, _) => canvas.look.current(),
            (false, true) => canvas.look.plain(),
            (false, false) => canvas.look.dim(),
        };
        at += u16::try_from(width_of(text)).unwrap_or(0) + 8;
        canvas.write(at - u16::try_from(width_of(text)).unwrap_or(0) - 6, buttons, &format!("[ {text} ]"), style);
    }
    canvas.put_as(outside);
}
