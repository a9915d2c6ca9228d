//! The last two lines of every screen: what was last said, and the keys that matter most here.

use super::canvas::Canvas;
use crate::app::action::Action;
use crate::app::desk::Face;
use crate::app::detail::{Tone, width_of};
use crate::app::keymap::{Binding, Layer, bindings};
use crate::app::model::Notice;
use crate::app::{Model, Screen};
use crate::domain::draft::Bucket;

/// The most keys that are shown.
const KEYS: usize = 8;

pub(super) fn draw(model: &Model, canvas: &mut Canvas<'_>) {
    let (width, height) = (canvas.width(), canvas.height());
    let message = height.saturating_sub(2);
    canvas.put(0, message, width, "", canvas.look.plain());
    let place = place(model);
    let width = width.saturating_sub(place.as_ref().map_or(0, |place| u16::try_from(width_of(place)).unwrap_or(0) + 2));
    match (&model.notice, typed_filter(model)) {
        (_, Some((text, cursor))) => {
            let words = model.sight.words();
            let lead = format!(" {} ", words.filter);
            canvas.put(0, message, width, &format!("{lead}{text}"), canvas.look.strong());
            let before: String = text.chars().take(cursor).collect();
            canvas.set_cursor(u16::try_from(width_of(&lead) + width_of(&before)).unwrap_or(0).min(width.saturating_sub(1)), message);
        }
        (Some(notice), None) => {
            let text = format!(" {}", model.sight.words().notice(notice));
            let tone = if is_obstacle(notice) { Tone::Warning } else { Tone::Plain };
            canvas.put(0, message, width, &text, canvas.look.tone(tone));
        }
        (None, None) => canvas.put(0, message, width, &format!(" {}", standing_word(model)), canvas.look.dim()),
    }
    if let Some(place) = place {
        canvas.put_right(message, &place, canvas.look.dim());
    }
    keys(model, canvas, height.saturating_sub(1));
}

/// What is being typed into a filter, and where the cursor stands.
fn typed_filter(model: &Model) -> Option<(&str, usize)> {
    if model.layer() != Layer::Filtering {
        return None;
    }
    let filter = match &model.screen {
        Screen::Picker(picker) => &picker.filter,
        Screen::Desk(desk) => &desk.table().filter,
        Screen::Start(_) => return None,
    };
    Some((filter.text(), filter.cursor()))
}

/// What is said while nothing happens: what to do here.
fn standing_word(model: &Model) -> String {
    let words = model.sight.words();
    match model.layer() {
        Layer::Tabs => {
            let Some(desk) = model.desk() else { return String::new() };
            let filter = desk.table().filter.text();
            if !filter.is_empty() {
                return (words.filtered)(filter, desk.table().order.len());
            }
            match desk.tab {
                Bucket::OnlyInImport => words.do_new,
                Bucket::OnlyInStore => words.do_stored,
                Bucket::Duplicates => words.do_duplicates,
                Bucket::Invalid => words.do_invalid,
            }
            .to_owned()
        }
        Layer::Picker => words.only_read.to_owned(),
        Layer::Compare => compared(model).unwrap_or_else(|| words.only_chosen_written.to_owned()),
        Layer::Summary => words.default_is_back.to_owned(),
        _ => String::new(),
    }
}

/// Both sides of the field under the cursor, uncut where the line is wide enough.
fn compared(model: &Model) -> Option<String> {
    let desk = model.desk()?;
    let Face::Compare(compare) = &desk.face else { return None };
    let sight = compare.sight(&desk.draft)?;
    let one = sight.comparisons.get(compare.cursor).filter(|one| one.difference.can_be_taken())?;
    let words = model.sight.words();
    let value = |text: &str| if text.is_empty() { words.empty_value.to_owned() } else { model.sight.value(one.field, text) };
    Some(format!("{}{}{} -> {}", (words.field)(one.field), words.colon(), value(&one.store), value(&one.import)))
}

/// Where the cursor is in the list.
fn place(model: &Model) -> Option<String> {
    if !matches!(model.layer(), Layer::Tabs | Layer::Filtering | Layer::Zoom) {
        return None;
    }
    let table = model.desk()?.table();
    let at = if table.order.is_empty() { 0 } else { table.cursor + 1 };
    Some((model.sight.words().place)(at, table.order.len()))
}

const fn is_obstacle(notice: &Notice) -> bool {
    match notice {
        Notice::Refused(_)
        | Notice::InvalidRow
        | Notice::HasDossier
        | Notice::OnlyLook
        | Notice::ChooseFlowFirst
        | Notice::NothingToTake
        | Notice::NothingToUndo { .. }
        | Notice::NothingToRedo
        | Notice::NoMore
        | Notice::NoPath
        | Notice::LastColumn
        | Notice::NotHere
        | Notice::NotRead(_)
        | Notice::NothingToMark
        | Notice::NoDrafts
        | Notice::PastedText => true,
        Notice::Demo => false,
        Notice::Undone
        | Notice::Redone
        | Notice::DraftKept
        | Notice::TakenUp(_)
        | Notice::Marked(_)
        | Notice::Numbers(_)
        | Notice::TemplateWritten(_)
        | Notice::Stopped
        | Notice::Stopping
        | Notice::Refreshed
        | Notice::Sorted(..)
        | Notice::Unsorted => false,
    }
}

/// The keys of the layer, most useful first, as many as fit; help and back never give way.
fn keys(model: &Model, canvas: &mut Canvas<'_>, y: u16) {
    let words = model.sight.words();
    let mut shown: Vec<&Binding> = bindings(model.layer()).filter(|binding| binding.footer > 0).collect();
    shown.sort_by_key(|binding| binding.footer);
    // A box with one button needs no other; from the first screen back is out.
    let lone = |binding: &&Binding| binding.action != Action::Right || model.obstacle(Action::Right).is_none();
    shown.retain(lone);
    let hint = |action| match (model.layer(), action) {
        (Layer::Start, Action::Back) => words.leave,
        (Layer::Filtering, Action::Choose) => words.keep,
        (Layer::Filtering, Action::Close) => words.drop,
        _ => (words.hint)(action),
    };
    let text = |binding: &Binding| (binding.keys.first().copied().unwrap_or(""), hint(binding.action));
    let wide = |binding: &Binding| width_of(text(binding).0) + width_of(text(binding).1) + 3;
    let width = usize::from(canvas.width()).saturating_sub(1);
    while shown.len() > KEYS || shown.iter().map(|binding| wide(binding)).sum::<usize>() > width {
        // The least useful key that is not help or back.
        let Some(place) = shown.iter().rposition(|binding| binding.footer < 98) else { break };
        shown.remove(place);
    }
    canvas.put(0, y, canvas.width(), "", canvas.look.plain());
    let mut x = 1;
    for binding in shown {
        let (key, hint) = text(binding);
        let barred = model.obstacle(binding.action).is_some();
        let key_style = if barred { canvas.look.dim() } else { canvas.look.key() };
        let hint_style = if barred { canvas.look.dim() } else { canvas.look.plain() };
        x += canvas.write(x, y, key, key_style) + 1;
        x += canvas.write(x, y, hint, hint_style) + 2;
    }
}
