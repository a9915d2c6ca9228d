//! The summary before an import: it owns the very value that will be written.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::desk::{Desk, Sight};
use super::detail::{TextLine, Tone, clauses, fit, line, width_of, wrap};
use super::geometry;
use super::keymap::Layer;
use crate::domain::change_set::{ChangeSet, Tally};
use crate::domain::language::Language;
use crate::words::Words;

/// What can be pressed on the summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Button {
    /// Back to the tabs; nothing is written.
    Back,
    /// Write it.
    Import,
}

/// The summary before an import.
#[derive(Debug, Clone)]
pub struct Summary {
    /// What will be written.
    pub set: Arc<ChangeSet>,
    /// Rows that go along although the filter of their tab does not show them.
    pub hidden: usize,
    /// The button that Enter presses.
    pub button: Button,
    /// First line seen, where not all are.
    pub top: usize,
}

/// A line of the summary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// What is counted, in front of it.
    pub count: Option<u64>,
    /// What it says: behind the count, or over the whole width.
    pub line: TextLine,
    /// Whether it begins where the lines behind the counts do.
    pub is_set_in: bool,
}

/// Columns in front of what is behind a count.
pub const SET_IN: u16 = 11;

/// From this width on the notes stand in a column of their own.
const WIDE: u16 = 80;

/// Columns of the names in front of that column.
const NAMES: usize = 25;

/// Most columns of the name of a questionnaire.
const NAME: usize = 40;

/// From this height on there is air between the parts.
const AIRY: u16 = 20;

impl Summary {
    /// Everything that the summary says, in lines of a window: whether the sums agree first, then what is counted, then what else is to
    /// be known.
    #[must_use]
    pub fn lines(&self, desk: Option<&Desk>, sight: Sight, (width, height): (u16, u16)) -> Vec<Told> {
        let whole = usize::from(width.saturating_sub(3));
        let mut lines = Vec::new();
        let over =
            |tone: Tone, text: String| wrap(line(tone, text), whole).into_iter().map(|line| Told { count: None, line, is_set_in: false });
        let air = || (height >= AIRY).then(|| Told { count: None, line: Vec::new(), is_set_in: false });
        lines.extend(over(if self.agrees() { Tone::Good } else { Tone::Error }, self.sums(sight.words())));
        if self.hidden > 0 {
            lines.extend(over(Tone::Warning, format!("i {}", (sight.words().summary.hidden_by_filter)(self.hidden))));
        }
        lines.extend(air());
        for (count, name, note) in self.counted(desk, sight) {
            let told = if width >= WIDE { in_columns(name, &note, width) } else { behind(name, note, width) };
            let set_in = |(place, line): (usize, TextLine)| Told { count: (place == 0).then_some(count), line, is_set_in: true };
            lines.extend(told.into_iter().enumerate().map(set_in));
        }
        lines.extend(air());
        lines.extend(over(Tone::Plain, self.of_invitations(sight.words())));
        lines
    }

    /// How many lines there are above and below those that are seen.
    #[must_use]
    pub fn last_top(&self, desk: Option<&Desk>, sight: Sight, size: (u16, u16)) -> usize {
        self.lines(desk, sight, size).len().saturating_sub(geometry::summary_rows(size.1))
    }

    /// Whether each row is counted once.
    fn agrees(&self) -> bool {
        let tally = &self.set.tally;
        let (new, double) = new_and_double(tally);
        tally.rows == new + double + tally.invalid + tally.joined
    }

    fn sums(&self, words: &Words) -> String {
        let tally = &self.set.tally;
        let (new, double) = new_and_double(tally);
        match tally.joined {
            0 => (words.summary.sums)(tally.rows, new, double, tally.invalid, self.agrees()),
            joined => (words.summary.sums_joined)(tally.rows, new, double, tally.invalid, joined, self.agrees()),
        }
    }

    fn of_invitations(&self, words: &Words) -> String {
        match self.set.tally.invitations_wanted {
            0 => words.summary.nothing_sent.to_owned(),
            wanted => (words.summary.invitations_wanted)(wanted),
        }
    }

    /// What becomes of the rows: how many, what they are, and what is to be known of them.
    fn counted(&self, desk: Option<&Desk>, sight: Sight) -> Vec<(u64, &'static str, String)> {
        let (words, tally) = (sight.words(), &self.set.tally);
        let flow = desk.and_then(|desk| desk.draft.flow()).map_or_else(String::new, |flow| (words.flow)(flow.assessment_year));
        let questionnaire = desk
            .and_then(|desk| desk.draft.questionnaire())
            .map_or("", |questionnaire| questionnaire.title.get(sight.language.of_customers()).unwrap_or(&questionnaire.id.0));
        // Its year is that of the task flow: its name is enough.
        let questionnaire = clauses(questionnaire, NAME);
        let apart = || sight.keyed(Layer::Tabs, &(words.summary.partners_apart)(tally.partners_apart));
        let added = if tally.partners_apart > 0 { apart() } else { flow };
        let linked = tally.added + tally.linked;
        vec![
            (tally.added, (words.summary.to_add)(tally.added), added),
            (linked, (words.summary.with_questionnaire)(linked), format!("{}   {questionnaire}", self.languages())),
            (tally.joint, (words.summary.joint)(tally.joint), joined(tally, words)),
            (tally.updated, (words.summary.to_update)(tally.updated), (words.summary.updated_note)(tally.fields, tally.linked)),
            (tally.left_alone, (words.summary.to_leave)(tally.left_alone), String::new()),
            (tally.not_selected, (words.report.not_selected)(tally.not_selected), where_any(tally.not_selected, words.summary.can_follow)),
            (tally.invalid, (words.report.invalid_rows)(tally.invalid), where_any(tally.invalid, words.summary.stay_behind)),
        ]
    }

    /// How many dossiers there will be in each language.
    fn languages(&self) -> String {
        let mut counts: BTreeMap<Language, u64> = BTreeMap::new();
        let updated = self.set.updates.iter().filter_map(|update| update.dossier.as_ref());
        for dossier in self.set.additions.iter().map(|addition| &addition.dossier).chain(updated) {
            *counts.entry(dossier.language).or_default() += 1;
        }
        counts.iter().map(|(language, count)| format!("{count} {}", language.code())).collect::<Vec<_>>().join(", ")
    }
}

/// What is said of rows, where there are any.
#[must_use]
pub fn where_any(count: u64, said: fn(u64) -> &'static str) -> String {
    if count == 0 { String::new() } else { said(count).to_owned() }
}

const fn new_and_double(tally: &Tally) -> (u64, u64) {
    (tally.added + tally.not_selected, tally.updated + tally.left_alone)
}

/// How many rows have no line of their own, because they are part of the return of another row.
#[must_use]
pub fn joined(tally: &Tally, words: &Words) -> String {
    if tally.joined == 0 { String::new() } else { (words.summary.rows_joined)(tally.joined) }
}

/// A name with its note in a column of its own.
fn in_columns(name: &str, note: &str, width: u16) -> Vec<TextLine> {
    let room = usize::from(width.saturating_sub(SET_IN + 1)).saturating_sub(NAMES);
    let notes = wrap(line(Tone::Dim, note.trim()), room);
    let name = |place: usize| if place == 0 { fit(name, NAMES) } else { " ".repeat(NAMES) };
    notes.into_iter().enumerate().map(|(place, note)| std::iter::once((Tone::Plain, name(place))).chain(note).collect()).collect()
}

/// A name with its note behind it: in the same line where there is room, else below it.
fn behind(name: &str, note: String, width: u16) -> Vec<TextLine> {
    let room = usize::from(width.saturating_sub(SET_IN + 1));
    let note = note.trim().to_owned();
    if width_of(name) + width_of(&note) + 2 <= room {
        return vec![vec![(Tone::Plain, name.to_owned()), (Tone::Dim, format!("  {note}").trim_end().to_owned())]];
    }
    let below = wrap(line(Tone::Dim, format!("  {note}")), room);
    std::iter::once(line(Tone::Plain, name)).chain(below).collect()
}
