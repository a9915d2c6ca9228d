//! The last two lines of every screen: what was last said, and the keys that matter most here.

mod keys;
mod standing;
mod tone;

use super::canvas::Canvas;
use crate::app::compare::Sight;
use crate::app::desk::Face;
use crate::app::detail::{TextLine, Tone, clauses, line, width_of, wrap};
use crate::app::keymap::Layer;
use crate::app::notice::Notice;
use crate::app::person::Front;
use crate::app::{Model, Overlay, Screen};

pub(super) fn draw(model: &Model, sight: Option<&Sight>, canvas: &mut Canvas<'_>) {
    let (width, height) = (canvas.width(), canvas.height());
    let message = height.saturating_sub(2);
    canvas.put(0, message, width, "", canvas.look.plain());
    let said = model.notice.as_ref().filter(|_| typed_filter(model).is_none());
    // What was just said is said whole: where it needs more than its line, the keys wait until the next key.
    if let Some(notice) = said
        && let Some(lines) = over_two_lines(model, notice, width)
    {
        let mut lines = lines.iter();
        for y in [message, height.saturating_sub(1)] {
            canvas.put(0, y, width, "", canvas.look.plain());
            if let Some(line) = lines.next() {
                canvas.line(1, y, width.saturating_sub(1), line);
            }
        }
        return;
    }
    // So does the place in the list, where the two have no room beside each other.
    let is_beside = |place: &String| said.is_none_or(|notice| width_of(&told(model, notice)) + width_of(place) + 3 <= usize::from(width));
    let place = place(model, sight);
    let beside = place.as_ref().map_or(0, |place| width_of(place) + 2);
    let place = place.filter(is_beside);
    let width = width.saturating_sub(place.as_ref().map_or(0, |place| u16::try_from(width_of(place)).unwrap_or(0) + 2));
    match (&model.notice, typed_filter(model)) {
        (_, Some((text, cursor))) => {
            let words = model.sight.words();
            let lead = format!(" {} ", words.listing.filter);
            canvas.put(0, message, width, &format!("{lead}{text}"), canvas.look.strong());
            let before: String = text.chars().take(cursor).collect();
            canvas.set_cursor(u16::try_from(width_of(&lead) + width_of(&before)).unwrap_or(0).min(width.saturating_sub(1)), message);
        }
        (Some(notice), None) => {
            let text = format!(" {}", told(model, notice));
            let tone = if tone::is_obstacle(notice) { Tone::Warning } else { Tone::Plain };
            canvas.put(0, message, width, &text, canvas.look.tone(tone));
        }
        (None, None) => {
            let told = model.sight.keyed(model.layer(), &standing::word(model, sight, beside));
            let told = clauses(&told, canvas.unbroken(usize::from(width.saturating_sub(1))));
            canvas.put(0, message, width, &format!(" {told}"), canvas.look.dim());
        }
    }
    if let Some(place) = place {
        canvas.put_right(message, &place, canvas.look.dim());
    }
    // A filter that is typed keeps its line: what is said of it meanwhile stands where the keys are.
    match &model.notice {
        Some(notice @ Notice::PastedInPart(_)) if typed_filter(model).is_some() => {
            canvas.put(0, height.saturating_sub(1), canvas.width(), &format!(" {}", told(model, notice)), canvas.look.tone(Tone::Warning));
        }
        _ => keys::draw(model, canvas, height.saturating_sub(1)),
    }
}

/// What was just said in two lines, where it has no room in one.
fn over_two_lines(model: &Model, notice: &Notice, width: u16) -> Option<Vec<TextLine>> {
    let text = told(model, notice);
    let room = usize::from(width.saturating_sub(1));
    let tone = if tone::is_obstacle(notice) { Tone::Warning } else { Tone::Plain };
    (width_of(&text) > room).then(|| wrap(line(tone, text), room))
}

/// What was just said, with the keys that hold and without a national number: a file may be named after a customer.
fn told(model: &Model, notice: &Notice) -> String {
    model.sight.file(&model.sight.keyed(model.layer(), &model.sight.words().notice(notice)))
}

/// What the line above the keys says.
pub(super) struct Said {
    /// What was just said, if anything.
    pub(super) notice: Option<String>,
    /// What to do here; may be empty.
    pub(super) standing: String,
}

/// The same without a screen.
pub(super) fn said(model: &Model, sight: Option<&Sight>) -> Said {
    let keyed = |text: &str| model.sight.keyed(model.layer(), text);
    let notice = model.notice.as_ref().map(|notice| told(model, notice));
    let beside = place(model, sight).map_or(0, |place| width_of(&place) + 2);
    Said { notice, standing: keyed(&standing::word(model, sight, beside)) }
}

/// What is being typed into a filter, and where the cursor stands.
fn typed_filter(model: &Model) -> Option<(&str, usize)> {
    if model.layer() != Layer::Filtering {
        return None;
    }
    if let Some(Overlay::Person(front)) = &model.overlay {
        let Front::History(history) = front.as_ref() else { return None };
        return Some((history.filter.text(), history.filter.cursor()));
    }
    let filter = match &model.screen {
        Screen::Picker(picker) => &picker.filter,
        Screen::Dossier(binder) => &binder.filter,
        _ => &model.table()?.filter,
    };
    Some((filter.text(), filter.cursor()))
}

/// Where the cursor is in the list.
fn place(model: &Model, sight: Option<&Sight>) -> Option<String> {
    let is_of_list = matches!(
        model.layer(),
        Layer::Tabs
            | Layer::Dossier
            | Layer::Filtering
            | Layer::Zoom
            | Layer::Register
            | Layer::Whole
            | Layer::Flows
            | Layer::Imports
            | Layer::Past
            | Layer::Arrived
            | Layer::Outbox
            | Layer::Posted
            | Layer::Person
            | Layer::Picker
            | Layer::Parcels
            | Layer::Mapping
            | Layer::Compare
    );
    if !is_of_list || model.overlay.is_some() {
        return None;
    }
    if let Some(binder) = model.binder() {
        let at = if binder.listed() == 0 { 0 } else { binder.cursor + 1 };
        return Some((model.sight.words().listing.place)(at, binder.listed()));
    }
    let (cursor, all) = match &model.screen {
        Screen::Person(page) => (page.cursor, page.fields.len()),
        Screen::Picker(picker) => (picker.cursor, picker.order.len()),
        Screen::Desk(desk) => match &desk.face {
            Face::Compare(compare) => (compare.cursor, sight?.comparisons.len()),
            Face::Mapping(mapping) => (mapping.cursor, mapping.columns.len()),
            Face::Tabs | Face::Report(_) => (desk.table().cursor, desk.table().order.len()),
        },
        _ => model.table().map(|table| (table.cursor, table.order.len()))?,
    };
    let place = (model.sight.words().listing.place)(if all == 0 { 0 } else { cursor + 1 }, all);
    // There may be more: how much was looked through.
    let far = model.table().filter(|_| matches!(model.layer(), Layer::Tabs | Layer::Filtering)).and_then(|table| table.sifting.far());
    Some(far.map_or_else(|| place.clone(), |percent| format!("{place}+ {percent}%")))
}
