//! The keys of the last line: the most useful ones, as many as fit.

use crate::app::action::Action;
use crate::app::detail::width_of;
use crate::app::keymap::{Bound, FOOTER_OF_INVALID, Layer};
use crate::app::model::PathFor;
use crate::app::person::Front;
use crate::app::{Model, Overlay};
use crate::domain::draft::Bucket;
use crate::view::canvas::Canvas;

/// The most keys that are shown: more than eight are read only where the line is long.
const fn most(width: u16) -> usize {
    match width {
        0..110 => 8,
        110..150 => 10,
        150.. => 12,
    }
}

/// The place of a key in the footer, 0 for none. The tab of invalid rows has keys of its own there.
fn rank(model: &Model, binding: &Bound) -> u8 {
    let on_invalid = model.desk().is_some_and(|desk| desk.tab == Bucket::Invalid);
    if model.layer() != Layer::Tabs || binding.layer != Layer::Tabs || !on_invalid {
        return binding.footer;
    }
    let place = FOOTER_OF_INVALID.iter().position(|action| *action == binding.action);
    place.and_then(|place| u8::try_from(place + 1).ok()).unwrap_or(0)
}

/// What Enter does where something is typed: by the word that the frame has for it.
fn typed(model: &Model) -> &'static str {
    let words = model.sight.words();
    match &model.overlay {
        Some(Overlay::Answer(_) | Overlay::Value(_)) => words.dossier.hint_take,
        Some(Overlay::Path(entry)) => match entry.purpose {
            PathFor::TestAddress | PathFor::ReminderDays | PathFor::ReminderEnd => words.dossier.hint_take,
            PathFor::Workbook | PathFor::Answers | PathFor::Document(_) | PathFor::MailFolder | PathFor::MappingName => words.fixing.accept,
        },
        Some(Overlay::Person(front)) => match **front {
            Front::Removing(_) => (words.hint)(Action::RemoveCustomer),
            Front::Wishing(_) => words.fixing.show,
            Front::Many { .. } | Front::History(_) => (words.hint)(Action::Choose),
        },
        _ => (words.hint)(Action::Choose),
    }
}

/// The keys of the layer, most useful first, as many as fit; help and back never give way.
pub(super) fn draw(model: &Model, canvas: &mut Canvas<'_>, y: u16) {
    let words = model.sight.words();
    let mut shown: Vec<(u8, &Bound)> = model
        .sight
        .keys
        .bindings(model.layer())
        .filter(|binding| !binding.keys.is_empty())
        .map(|binding| (rank(model, binding), binding))
        .collect();
    shown.retain(|(rank, _)| *rank > 0);
    shown.sort_by_key(|(rank, _)| *rank);
    let mut shown: Vec<&Bound> = shown.into_iter().map(|(_, binding)| binding).collect();
    // A box with one button needs no other, a couple of which only the one can be the main filer neither, nor a lone
    // pair. The start screen and a pane in full name what can be done: what there is nothing for is no part of it.
    let lone = |binding: &&Bound| {
        let gives_way = binding.action == Action::Right
            || (binding.layer == Layer::Summary && binding.action == Action::Down)
            || matches!(binding.layer, Layer::Proposal | Layer::Preview | Layer::Start | Layer::Zoom | Layer::Whole | Layer::Posted);
        !gives_way || model.obstacle(binding.action).is_none()
    };
    shown.retain(lone);
    let hint = |action| match (model.layer(), action) {
        (Layer::Start, Action::Back) => words.front.leave,
        (Layer::Filtering, Action::Choose) => words.listing.keep,
        (Layer::Fixing, Action::Choose) => words.fixing.accept,
        (Layer::Fixing, Action::AcceptNext) => words.fixing.accept_next,
        (Layer::Fixing, Action::Close) => words.front.leave,
        (Layer::Fixing, Action::Down) => (words.hint)(Action::Choose),
        (Layer::Replacing, Action::Choose) => words.fixing.show,
        (Layer::Season, Action::Choose) if matches!(model.overlay, Some(Overlay::Season(_))) => words.flows.goes_on,
        (Layer::Preview, Action::Choose) if matches!(model.overlay, Some(Overlay::Chooser(_) | Overlay::Person(_))) => {
            (words.hint)(Action::SaveCustomer)
        }
        (Layer::Preview, Action::Choose) => words.fixing.take_all,
        (Layer::Filtering, Action::Close) => words.listing.drop,
        (Layer::Dossier, Action::Open) => words.dossier.hint_answer,
        (Layer::Typing, Action::Choose) => typed(model),
        (Layer::Writing, Action::Choose) => words.dossier.hint_take,
        (Layer::Mapping, Action::Open) => words.compare.field_heading,
        (Layer::Mapping, Action::Toggle) => words.mapping.in_or_out,
        (Layer::Compare, Action::Open) => words.compare.accept,
        (Layer::Compare, Action::Toggle) => words.compare.side,
        (Layer::Sending, Action::Open) => (words.hint)(Action::TabOutbox),
        (Layer::Inviting, Action::Zoom) => (words.hint)(Action::Preview),
        (Layer::Inviting | Layer::Mail, Action::Left | Action::Right) => words.compare.other_one,
        (Layer::Proposal, Action::Choose) => words.compare.apply,
        (Layer::Proposal, Action::Down) => words.compare.other_one,
        (Layer::Summary, Action::Down) => words.summary.further,
        _ => (words.hint)(action),
    };
    let text = |binding: &Bound| (binding.keys.first().map(|keys| model.sight.written(keys)).unwrap_or_default(), hint(binding.action));
    let wide = |binding: &Bound| width_of(&text(binding).0) + width_of(text(binding).1) + 3;
    let width = usize::from(canvas.width()).saturating_sub(1);
    while shown.len() > most(canvas.width()) || shown.iter().map(|binding| wide(binding)).sum::<usize>() > width {
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
        x += canvas.write(x, y, &key, key_style) + 1;
        x += canvas.write(x, y, hint, hint_style) + 2;
    }
}
