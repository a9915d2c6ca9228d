//! The strip of the guided tour: below the screen, in lines of its own, so that it hides nothing.
//!
//! First the step and the keys that go through the tour, then what to press now, then why the step is worth it. In a small window
//! there is no room for the last: what would be cut is left out whole, and a key makes the room.

use super::canvas::Canvas;
use crate::app::Overlay;
use crate::app::action::Action;
use crate::app::detail::{TextLine, Tone, width_of, wrap};
use crate::app::keymap::Layer;
use crate::app::model::Model;
use crate::app::tour::{Tour, TourStep};

/// What stands before what to press now.
const LEAD: &str = " > ";

/// From this width on the progress is told in words.
const IN_WORDS: u16 = 80;

/// Draws the strip into the last lines of the window.
pub(super) fn draw(model: &Model, tour: &Tour, lines: u16, canvas: &mut Canvas<'_>) {
    let top = canvas.height().saturating_sub(lines);
    heading(model, tour, top, canvas);
    let words = &model.sight.words().tour;
    let mut text = set_in(LEAD, advised(model, (words.advice)(tour.advice(model))), canvas.width());
    let why = set_in("   ", vec![(Tone::Plain, (words.why)(tour.step()).to_owned())], canvas.width());
    if text.len() + why.len() < usize::from(lines) {
        text.extend(why);
    }
    let mut text = text.iter();
    for y in top + 1..canvas.height() {
        let width = canvas.width();
        match text.next() {
            Some(line) => canvas.line(0, y, width, line),
            None => canvas.put(0, y, width, "", canvas.look.plain()),
        }
    }
}

/// The strip for whoever hears it: which step this is, what to do now, why. Nothing where there is no tour.
pub(super) fn heard(model: &Model) -> Vec<String> {
    let Some(tour) = &model.tour else { return Vec::new() };
    let (words, step) = (model.sight.words(), tour.step());
    let place = (words.tour.step)(step.number(), TourStep::ALL.len());
    let advice = model.sight.keyed(model.layer(), &answered(model, (words.tour.advice)(tour.advice(model))));
    vec![format!("{place}{}{}.", words.colon(), (words.tour.title)(step)), advice, (words.tour.why)(step).to_owned()]
}

/// A phrase for whoever answers in lines: where the line is a text, what is no text stands behind a colon.
fn answered(model: &Model, phrase: &str) -> String {
    let is_text = model.layer().takes_text() && !matches!(model.overlay, Some(Overlay::Chooser(_)));
    if !is_text {
        return phrase.to_owned();
    }
    let skip = format!("{{{}}}", Action::TourSkip.id());
    phrase.replace("{close}", &format!(":{}", model.sight.words().plain.word_cancel)).replace(&skip, &format!(":{skip}"))
}

/// A phrase with the keys that hold on this screen in it, which stand out.
fn advised(model: &Model, phrase: &str) -> TextLine {
    let mut line = TextLine::new();
    let mut rest = phrase;
    while let Some((before, behind)) = rest.split_once('{') {
        let Some((id, after)) = behind.split_once('}') else { break };
        line.push((Tone::Head, before.to_owned()));
        line.push((Tone::Chosen, model.sight.keyed(model.layer(), &format!("{{{id}}}"))));
        rest = after;
    }
    line.push((Tone::Head, rest.to_owned()));
    line
}

/// A text in lines of the window's width, with a lead before the first of them and as much room before the others.
fn set_in(lead: &str, text: TextLine, width: u16) -> Vec<TextLine> {
    let room = usize::from(width).saturating_sub(width_of(lead) + 1);
    let leads = std::iter::once(lead.to_owned()).chain(std::iter::repeat(" ".repeat(width_of(lead))));
    let led = |(lead, line): (String, TextLine)| std::iter::once((Tone::Head, lead)).chain(line).collect();
    leads.zip(wrap(text, room)).map(led).collect()
}

/// Which step this is, in a rule, and at its right end the keys of the tour. In a narrow window the way back gives way first.
fn heading(model: &Model, tour: &Tour, y: u16, canvas: &mut Canvas<'_>) {
    let words = model.sight.words();
    let (at, all) = (tour.step().number(), TourStep::ALL.len());
    let step = if canvas.width() < IN_WORDS { format!("{at}/{all}") } else { (words.tour.step)(at, all) };
    canvas.rule(y);
    let title = format!(" {step}{}{} ", words.colon(), (words.tour.title)(tour.step()));
    let taken = 1 + canvas.write(1, y, &title, canvas.look.strong());
    // A key that means something else on this screen is none of the tour's there.
    let free = |action: &Action| model.tour_key(*action).is_some();
    let told = |action| format!("{} {}", model.sight.key(Layer::Tour, action), (words.hint)(action));
    let mut keys: Vec<String> =
        [Action::TourBack, Action::TourSkip, Action::TourWhy, Action::TourLeave].into_iter().filter(free).map(told).collect();
    while !keys.is_empty() {
        let text = format!(" {} ", keys.join("  "));
        let width = u16::try_from(width_of(&text)).unwrap_or(u16::MAX).saturating_add(1);
        if taken.saturating_add(width) <= canvas.width() {
            canvas.put(canvas.width() - width, y, width - 1, &text, canvas.look.dim());
            return;
        }
        keys.remove(0);
    }
}
