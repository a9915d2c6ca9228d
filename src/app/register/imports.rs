//! The imports, newest first, and at will everything else that was written. An item is a place in the journal.

use super::shelf::Shelf;
use super::tab::Tab;
use crate::app::desk::Sight;
use crate::app::detail::{TextLine, Tone, fit, line};
use crate::app::export;
use crate::app::grouping::{Common, Grouping};
use crate::app::listing::{Hearing, SortKey, by_nothing, by_number, by_text};
use crate::app::past::ToldColumn;
use crate::app::register::customers::setting;
use crate::app::table::{Column, Table};
use crate::domain::amendment::Deed;
use crate::domain::fold::fold;
use crate::domain::snapshot::{JournalLine, PastImport, Revision};

/// The imports.
pub(super) struct Imports;

/// Width of the column with the names, in the pane.
const NAMES: usize = 18;

const COLUMNS: [Column; 9] = [
    Column::Told(ToldColumn::Number),
    Column::Told(ToldColumn::When),
    Column::Told(ToldColumn::Who),
    Column::Told(ToldColumn::What),
    Column::Told(ToldColumn::TakenBack),
    Column::Told(ToldColumn::Added),
    Column::Told(ToldColumn::Changed),
    Column::Dossiers,
    Column::Flow,
];

const GROUPINGS: [Grouping; 3] =
    [Grouping::Value(Column::Told(ToldColumn::Who)), Grouping::Value(Column::Flow), Grouping::Value(Column::Told(ToldColumn::What))];

impl Shelf {
    /// The commit at a place of the list of imports.
    #[must_use]
    pub fn commit(&self, item: u32) -> Option<&JournalLine> {
        self.stock().snapshot.journal.get(item as usize)
    }

    /// What is known of an import.
    #[must_use]
    pub fn import(&self, number: Revision) -> Option<&PastImport> {
        self.stock().snapshot.imports.iter().find(|past| past.revision == number)
    }

    /// How many customers an import wrote, and how many of them are no longer as it wrote them.
    fn changed_since(&self, past: &PastImport) -> (u64, u64) {
        let snapshot = &self.stock().snapshot;
        let left = (0..snapshot.customer_count()).filter(|index| snapshot.version(*index) == past.revision).count() as u64;
        let wrote = past.added + past.updated;
        (wrote, wrote.saturating_sub(left))
    }
}

impl Tab for Imports {
    fn table() -> Table {
        Table::new(COLUMNS.into_iter().map(setting).collect())
    }

    fn items(shelf: &Shelf) -> Vec<u32> {
        let listed = |(_, commit): &(u32, &JournalLine)| shelf.lists_all_commits() || commit.deed == Deed::Import;
        (0..).zip(&shelf.stock().snapshot.journal).filter(listed).map(|(place, _)| place).collect()
    }

    fn customer(_: &Shelf, _: u32) -> Option<u32> {
        None
    }

    fn sift(shelf: &Shelf, items: &mut Vec<u32>, wanted: &str) {
        items.retain(|&item| {
            shelf.commit(item).is_some_and(|commit| {
                let flows: Vec<&str> = commit.flows().iter().map(|flow| flow.0.as_str()).collect();
                fold(&format!("{} {} {} {}", commit.revision.0, commit.who, commit.file, flows.join(" "))).contains(wanted)
            })
        });
    }

    fn sort_key(shelf: &Shelf, item: u32, column: Column) -> SortKey<'_> {
        let Some(commit) = shelf.commit(item) else { return by_nothing() };
        match column {
            Column::Told(ToldColumn::Who) => by_text(&commit.who),
            Column::Told(ToldColumn::What) => by_text(&commit.file),
            Column::Told(ToldColumn::Added) => by_number(commit.tally.added),
            Column::Told(ToldColumn::Changed) => by_number(commit.tally.changed),
            Column::Dossiers => by_number(commit.tally.dossiers),
            Column::Told(ToldColumn::TakenBack) => {
                shelf.import(commit.revision).and_then(|past| past.taken_back).map_or_else(by_nothing, |by| by_number(by.0))
            }
            Column::Flow => commit.flows().first().map_or_else(by_nothing, |flow| by_text(&flow.0)),
            // Numbers grow with time.
            _ => by_number(commit.revision.0),
        }
    }

    fn groupings() -> &'static [Grouping] {
        &GROUPINGS
    }

    fn grouping_of(column: Column) -> Option<Grouping> {
        let by = Grouping::Value(column);
        GROUPINGS.contains(&by).then_some(by)
    }

    fn commons(shelf: &Shelf, item: u32, by: Grouping, hear: Hearing<'_>) {
        let Some(commit) = shelf.commit(item) else { return };
        let text = match by {
            Grouping::Value(Column::Told(ToldColumn::Who)) => commit.who.as_str(),
            Grouping::Value(Column::Told(ToldColumn::What)) => commit.file.as_str(),
            // Answers of several task flows that were taken over together are in the group of each.
            Grouping::Value(Column::Flow) if !commit.flows().is_empty() => {
                return commit.flows().iter().for_each(|flow| hear(Common::Text(fold(&flow.0).into()), &flow.0));
            }
            Grouping::Value(Column::Flow) => "",
            _ => return,
        };
        hear(Common::Text(fold(text).into()), text);
    }

    fn spell(_: &Shelf, _: &mut crate::app::grouping::Group, _: u32) {}

    fn cells(shelf: &Shelf, item: u32, columns: &[Column], sight: Sight) -> Vec<String> {
        let Some(commit) = shelf.commit(item) else { return Vec::new() };
        columns.iter().map(|column| cell(shelf, commit, *column, sight)).collect()
    }

    fn told(shelf: &Shelf, item: u32, sight: Sight) -> (String, Vec<TextLine>) {
        let Some(commit) = shelf.commit(item) else { return (String::new(), Vec::new()) };
        let words = sight.words();
        let title = format!("{}  {}", commit.revision.0, (words.past.deed)(&commit.deed));
        let mut lines = vec![line(Tone::Plain, (words.told.by)(&sight.text(&commit.who), &sight.moment(commit.when)))];
        match shelf.import(commit.revision) {
            Some(past) => lines.extend(import(shelf, past, sight)),
            None => {
                let tally = &commit.tally;
                lines.push(line(Tone::Plain, (words.past.tally)(tally.added, tally.changed, tally.gone, tally.dossiers)));
            }
        }
        (title, lines)
    }

    fn nothing(_: &Shelf, sight: Sight) -> String {
        sight.words().told.no_imports.to_owned()
    }
}

fn cell(shelf: &Shelf, commit: &JournalLine, column: Column, sight: Sight) -> String {
    let words = sight.words();
    let count = |count: u64| if count == 0 { String::new() } else { count.to_string() };
    match column {
        Column::Told(ToldColumn::Number) => commit.revision.0.to_string(),
        Column::Told(ToldColumn::When) => sight.moment(commit.when),
        Column::Told(ToldColumn::Who) => sight.text(&commit.who),
        Column::Told(ToldColumn::What) if commit.deed == Deed::Import => sight.file(&commit.file),
        Column::Told(ToldColumn::What) => (words.past.deed)(&commit.deed),
        Column::Told(ToldColumn::Added) => count(commit.tally.added),
        Column::Told(ToldColumn::Changed) => count(commit.tally.changed),
        Column::Dossiers => count(commit.tally.dossiers),
        Column::Told(ToldColumn::TakenBack) => shelf
            .import(commit.revision)
            .and_then(|past| shelf.stock().snapshot.journal_line(past.taken_back?))
            .map_or_else(String::new, |by| format!("{} {}", by.revision.0, sight.text(&by.who))),
        Column::Flow => {
            let known = |flow| shelf.stock().snapshot.flow(flow).map(|flow| (words.flow_short)(flow.assessment_year));
            let names: Vec<String> = commit.flows().iter().map(|flow| known(flow).unwrap_or_else(|| flow.0.clone())).collect();
            names.join(", ")
        }
        _ => String::new(),
    }
}

/// Everything of an import.
fn import(shelf: &Shelf, past: &PastImport, sight: Sight) -> Vec<TextLine> {
    let (words, told) = (sight.words(), &sight.words().told);
    let named = |name: &str, value: String| vec![(Tone::Name, fit(name, NAMES)), (Tone::Plain, value)];
    let mut lines = Vec::new();
    if let Some(by) = past.taken_back.and_then(|by| shelf.stock().snapshot.journal_line(by)) {
        let text = format!("{}, {}", (words.past.taken_back_by)(by.revision.0), (told.by)(&sight.text(&by.who), &sight.moment(by.when)));
        lines.push(line(Tone::Warning, text));
    }
    lines.push(named(told.file, sight.file(&past.file)));
    lines.push(named(told.sheet, (told.sheet_and_row)(&sight.text(&past.sheet), u64::from(past.header_row))));
    let flow = shelf.stock().snapshot.flow(&past.flow).map_or_else(|| past.flow.0.clone(), |flow| (words.flow)(flow.assessment_year));
    lines.push(named((words.column)(Column::Flow), flow));
    let counts = export::counts(&past.rows, words).into_iter().filter(|count| count.count > 0 || count.key == "rows");
    lines.extend(counts.map(|count| named(&count.word, count.count.to_string())));
    lines.push(named(told.dossiers, past.dossiers.to_string()));
    if past.lessons > 0 {
        lines.push(named(told.lessons, past.lessons.to_string()));
    }
    if past.taken_back.is_none() {
        let (wrote, changed) = shelf.changed_since(past);
        lines.push(line(if changed > 0 { Tone::Warning } else { Tone::Dim }, (told.changed_since)(changed, wrote)));
    }
    lines.push(named(told.fingerprint, past.fingerprint.clone()));
    lines
}
