//! Everything about the column under the cursor, as lines of toned text.

use super::{Mapped, Mapping, told};
use crate::app::desk::Sight;
use crate::app::detail::{TextLine, Tone, line, wrap};
use crate::domain::finding::Severity;
use crate::domain::mapping::{Count, Shown};
use crate::domain::sheet::column_letters;

/// The title of the pane and its lines, wrapped to `width`.
#[must_use]
pub fn lines(mapping: &Mapping, sight: Sight, width: usize) -> (String, Vec<TextLine>) {
    let words = sight.words();
    let Some(mapped) = mapping.current() else { return (String::new(), Vec::new()) };
    let heading = mapped.proposal.heading.trim();
    let heading = if heading.is_empty() { words.mapping.no_heading.to_owned() } else { sight.text(heading) };
    let title = format!("{}  {heading}", (words.mapping.column_named)(&column_letters(mapped.proposal.column)));
    let mut lines = vec![taken_for(mapped, sight)];
    lines.extend(mapped.doubt().map(|doubt| line(Tone::Warning, format!("! {}", (words.mapping.doubt)(doubt)))));
    match mapping.count_of(mapped) {
        None => lines.push(line(Tone::Dim, words.mapping.counting)),
        Some(count) => {
            lines.push(counted(mapped, count, sight));
            if mapping.whole {
                lines.extend(each(words.mapping.first_values, &count.values, mapped, sight));
                // What stands there already, with its reason, is not said once more.
                let wrong: Vec<Shown> = count.wrong.iter().filter(|value| !count.values.contains(value)).cloned().collect();
                lines.extend(each(words.mapping.wrong_values, &wrong, mapped, sight));
            } else {
                lines.push(values(mapped, count, sight));
            }
        }
    }
    lines.extend(also(mapped, sight));
    (title, lines.into_iter().flat_map(|line| wrap(line, width)).collect())
}

/// What the column is read as, how sure that is and why.
fn taken_for(mapped: &Mapped, sight: Sight) -> TextLine {
    let words = sight.words();
    let field = mapped.field.map_or(words.mapping.left_out, |field| (words.field)(field));
    let why = match (mapped.reason(), mapped.author) {
        (Some(reason), super::Author::Proposal) => told(reason, sight),
        (None, super::Author::Proposal) => {
            return vec![(Tone::Name, format!("{}{}", words.mapping.mapped_to, words.colon())), (Tone::Plain, field.to_owned())];
        }
        (_, super::Author::Person) => words.mapping.by_you.to_owned(),
    };
    vec![
        (Tone::Name, format!("{}{}", words.mapping.mapped_to, words.colon())),
        (Tone::Plain, field.to_owned()),
        (Tone::Dim, format!("   {why}")),
    ]
}

fn counted(mapped: &Mapped, count: &Count, sight: Sight) -> TextLine {
    let words = sight.words();
    let number = |count: u32| u64::from(count);
    match mapped.field {
        None => line(Tone::Plain, (words.mapping.column_filled)(number(count.filled), number(count.rows))),
        Some(_) => {
            let text = (words.mapping.column_counts)(number(count.filled), number(count.rows), number(count.valid), number(count.invalid));
            line(if count.invalid == 0 { Tone::Good } else { Tone::Error }, text)
        }
    }
}

fn values(mapped: &Mapped, count: &Count, sight: Sight) -> TextLine {
    let words = sight.words();
    let shown: Vec<String> = count.values.iter().map(|value| mapped.shown(value.text.trim(), sight)).collect();
    let shown = if shown.is_empty() { words.empty_value.to_owned() } else { shown.join(" | ") };
    vec![(Tone::Name, format!("{}{}", words.mapping.first_values, words.colon())), (Tone::Plain, shown)]
}

/// Values one below the other, each with what the field says of it.
fn each(title: &str, values: &[Shown], mapped: &Mapped, sight: Sight) -> Vec<TextLine> {
    if values.is_empty() {
        return Vec::new();
    }
    let words = sight.words();
    let told = |value: &Shown| {
        let text = (Tone::Plain, format!("  {}", mapped.shown(value.text.trim(), sight)));
        match value.rule {
            None => vec![text],
            Some(rule) => {
                let tone = if rule.severity() == Severity::Error { Tone::Error } else { Tone::Warning };
                vec![text, (tone, format!("   {}", words.rule(rule).reason))]
            }
        }
    };
    std::iter::once(line(Tone::Name, format!("{title}{}", words.colon().trim_end()))).chain(values.iter().map(told)).collect()
}

/// What else the column could be.
fn also(mapped: &Mapped, sight: Sight) -> Option<TextLine> {
    let words = sight.words();
    let known = mapped.proposal.best.iter().chain(&mapped.proposal.others).filter(|proposal| proposal.field != mapped.field);
    let named: Vec<String> =
        known.filter_map(|proposal| Some(format!("{} {}", (words.field)(proposal.field?), told(proposal, sight)))).collect();
    (!named.is_empty())
        .then(|| vec![(Tone::Name, format!("{}{}", words.mapping.could_also_be, words.colon())), (Tone::Plain, named.join(", "))])
}
