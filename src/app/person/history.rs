//! The history of a customer as lines of toned text.

use super::front::History;
use crate::app::desk::Sight;
use crate::app::detail::{TextLine, Tone, line, wrap};
use crate::domain::field::Field;
use crate::domain::fold::fold;
use crate::domain::history::{DossierStory, FieldStory, Occasion, Step};

/// The lines of a history, wrapped to `width`: the fields with their values, the one that counts now first,
/// then what the dossiers went through. Of a filter every word has to stand in the field's name, the value,
/// or where it came from.
#[must_use]
pub fn history_lines(history: &History, sight: Sight, width: usize) -> Vec<TextLine> {
    let words = sight.words();
    let wanted = fold(history.filter.text());
    let mut lines: Vec<TextLine> = Vec::new();
    for story in &history.fields {
        lines.extend(of_field(story, &wanted, sight));
    }
    let dossiers: Vec<TextLine> = history
        .dossiers
        .iter()
        .map(|story| of_dossier(story, sight))
        .filter(|line| fits(&wanted, "", std::slice::from_ref(line)))
        .collect();
    if !dossiers.is_empty() {
        lines.push(line(Tone::Head, words.person.dossiers));
        lines.extend(dossiers);
    }
    if lines.is_empty() {
        lines.push(line(Tone::Dim, words.listing.nothing_fits));
    }
    lines.into_iter().flat_map(|line| wrap(line, width)).collect()
}

fn of_field(story: &FieldStory, wanted: &str, sight: Sight) -> Vec<TextLine> {
    let name = (sight.words().field)(story.field);
    let steps = story.steps.iter().enumerate().map(|(place, step)| of_step(story.field, step, place == 0, sight));
    let steps: Vec<TextLine> = steps.filter(|lines| fits(wanted, name, lines)).flatten().collect();
    if steps.is_empty() {
        return Vec::new();
    }
    std::iter::once(line(Tone::Head, name)).chain(steps).collect()
}

/// A value with what it was before, and below it where it came from.
fn of_step(field: Field, step: &Step, counts: bool, sight: Sight) -> [TextLine; 2] {
    let words = sight.words();
    let shown = |value: &str| if value.is_empty() { words.past.no_value.to_owned() } else { sight.value(field, value) };
    let tone = if counts { Tone::Plain } else { Tone::Dim };
    let mut told = vec![(tone, format!("  {}", shown(&step.value)))];
    if !step.before.is_empty() {
        told.push((Tone::Dim, format!("   {}", (words.past.before)(&shown(&step.before)))));
    }
    [told, line(Tone::Dim, format!("    {}", occasion(&step.occasion, sight)))]
}

fn of_dossier(story: &DossierStory, sight: Sight) -> TextLine {
    let words = sight.words();
    vec![
        (Tone::Plain, format!("  {}  {}", story.flow.0, (words.past.event)(&story.event))),
        (Tone::Dim, format!("   {}", occasion(&story.occasion, sight))),
    ]
}

/// When, by whom, from what: in one line.
pub(super) fn occasion(occasion: &Occasion, sight: Sight) -> String {
    let words = sight.words();
    let source = sight.text(&(words.past.source)(&occasion.source));
    match &occasion.by {
        Some((when, who)) => {
            format!("{}, {}, {source} ({})", sight.moment(*when), sight.text(who), (words.past.commit)(occasion.revision.0))
        }
        None => format!("{source} ({})", (words.past.commit)(occasion.revision.0)),
    }
}

fn fits(wanted: &str, name: &str, lines: &[TextLine]) -> bool {
    let text: String = lines.iter().flatten().map(|(_, text)| text.as_str()).collect();
    let text = fold(&format!("{name} {text}"));
    wanted.split(' ').all(|word| text.contains(word))
}
