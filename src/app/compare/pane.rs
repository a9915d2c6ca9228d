//! The record as it will be, as lines, and how many of them are seen.

use super::Sight;
use crate::app::desk::{Desk, Sight as Eye};
use crate::app::detail::{Tone, fit, width_of};
use crate::app::keymap::Layer;
use crate::domain::draft::Comparison;

/// First line of the fields: title, tabs, rule, whose it is, why and headings stand above.
pub const FIRST: u16 = 6;

/// Lines of the screen that are not fields.
const FRAME_LINES: u16 = 13;

/// The least lines that the pane asks for, with its frame.
const LEAST: u16 = 9;

/// From this height on there is room to say what changes and what stays apart.
const ROOMY: u16 = 30;

/// Width of the words before what changes and what stays.
const HEAD: usize = 12;

/// How many fields are seen.
#[must_use]
pub fn seen(size: (u16, u16)) -> usize {
    usize::from(size.1.saturating_sub(FRAME_LINES)).max(1)
}

/// Where the pane is, and what stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Its first line in the window.
    pub y: u16,
    /// Its lines with its frame; too few for any text where there is no room.
    pub height: u16,
    /// What it says.
    pub lines: Vec<(Tone, String)>,
}

impl Outcome {
    /// Of a duplicate, in a window of that size.
    #[must_use]
    pub fn of(desk: &Desk, sight: &Sight, eye: Eye, size: (u16, u16)) -> Self {
        let (width, height) = size;
        let below = FIRST + u16::try_from(seen(size).min(sight.comparisons.len())).unwrap_or(0);
        let is_roomy = height >= ROOMY;
        let room = usize::from(width.saturating_sub(4));
        let lines = if is_roomy { apart(desk, sight, eye, room) } else { together(sight, eye, room) };
        let wanted = if is_roomy { u16::try_from(lines.len() + 2).unwrap_or(u16::MAX) } else { 0 };
        let wanted = height.saturating_sub(2 + below).min(wanted.max(LEAST));
        Self { y: height.saturating_sub(2 + wanted), height: wanted, lines }
    }

    /// How far it can be scrolled.
    #[must_use]
    pub fn last_top(&self) -> usize {
        self.lines.len().saturating_sub(usize::from(self.height.saturating_sub(2)))
    }
}

/// Every field one behind the other, with a star before those that change.
fn together(sight: &Sight, eye: Eye, room: usize) -> Vec<(Tone, String)> {
    let mut fields: Vec<&Comparison> = sight.comparisons.iter().filter(|one| !one.result().is_empty()).collect();
    fields.sort_by_key(|one| one.field);
    let sign = |one: &Comparison| if one.changes() { "*" } else { "" };
    let texts: Vec<String> = fields.iter().map(|one| format!("{}{}", sign(one), named(one, eye))).collect();
    flowed(&texts, room).into_iter().map(|text| (Tone::Plain, text)).collect()
}

/// What changes, each with what it was; then what stays, and what is never done.
fn apart(desk: &Desk, sight: &Sight, eye: Eye, room: usize) -> Vec<(Tone, String)> {
    let words = eye.words();
    let (changing, staying): (Vec<&Comparison>, Vec<&Comparison>) = sight.comparisons.iter().partition(|one| one.changes());
    let mut lines = Vec::new();
    for (place, one) in changing.iter().enumerate() {
        let name = if place == 0 { words.compare.changes } else { "" };
        let before = if one.store.is_empty() { words.empty_value.to_owned() } else { eye.value(one.field, &one.store) };
        let after = eye.value(one.field, &one.result());
        lines.push((Tone::Chosen, format!("{}*{} {before} -> {after}", fit(name, HEAD), (words.field)(one.field))));
    }
    let texts: Vec<String> = staying.iter().filter(|one| !one.result().is_empty()).map(|one| named(one, eye)).collect();
    for (place, text) in flowed(&texts, room.saturating_sub(HEAD)).into_iter().enumerate() {
        lines.push((Tone::Plain, format!("{}{text}", fit(if place == 0 { words.compare.stays } else { "" }, HEAD))));
    }
    let has_dossier = sight.account.found.as_ref().is_some_and(|found| found.has_dossier);
    lines.push((Tone::Dim, String::new()));
    lines.push((Tone::Dim, words.compare.empty_never.to_owned()));
    let dossier = if has_dossier {
        words.detail.dossier_there
    } else if desk.draft.is_selected(sight.account.row) {
        words.detail.dossier_coming
    } else {
        words.compare.dossier_to_come
    };
    lines.push((Tone::Dim, eye.keyed(Layer::Tabs, dossier)));
    lines
}

/// A field with what it will hold.
fn named(one: &Comparison, eye: Eye) -> String {
    format!("{} {}", (eye.words().field)(one.field), eye.value(one.field, &one.result()))
}

/// Pieces set one behind the other, as many as fit a line, none of them parted.
#[must_use]
pub fn flowed(pieces: &[String], width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if width_of(line) + width_of(piece) + 3 <= width => {
                line.push_str("   ");
                line.push_str(piece);
            }
            _ => lines.push(piece.clone()),
        }
    }
    lines
}
