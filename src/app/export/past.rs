//! What is told of an import, as it is shown: what became of its rows, or what taking it back does.

use std::sync::Arc;

use super::report::counts;
use super::view::{key, numbers};
use super::{Caption, heading};
use crate::app::desk::Sight;
use crate::app::listing::Listing as _;
use crate::app::past::{Line, Page, Past, ToldColumn, cell};
use crate::app::table::Column;
use crate::domain::export::{Cell, Entry, Heading, Table};
use crate::domain::snapshot::PastImport;

/// The list as it was when it was asked for. The columns are all of them: names for programs stand beside the words.
#[derive(Debug)]
pub struct PastList {
    import: PastImport,
    name: &'static str,
    title: String,
    lines: Arc<Vec<Line>>,
    items: Vec<u32>,
    columns: Vec<Column>,
    sight: Sight,
}

impl PastList {
    /// What is shown now.
    pub(super) fn shown(past: &Past, sight: Sight) -> Self {
        let words = sight.words();
        let number = past.import.revision.0;
        let (name, title) = match &past.page {
            Page::Rows => ("report", format!("{} {number}", (words.exports.caption)(Caption::Report))),
            Page::TakingBack(_) => ("taking_back", (words.told.takes_back)(number, "")),
            Page::TakenBack(_, receipt) => ("taken_back", (words.told.took_back)(number, receipt.revision.0)),
        };
        let table = past.table();
        let columns = table.columns.iter().map(|setting| setting.column).collect();
        Self { import: past.import.clone(), name, title, lines: Arc::clone(&past.lines), items: table.order.clone(), columns, sight }
    }

    pub(super) fn row_count(&self) -> u64 {
        self.items.len() as u64
    }

    pub(super) fn table(&self) -> Table<'_> {
        let words = self.sight.words();
        Table {
            key: self.name,
            title: self.title.trim().to_owned(),
            file: self.import.file.clone(),
            sheet: self.import.sheet.clone(),
            numbers: numbers(self.sight),
            counts_title: (words.exports.caption)(Caption::Counts).to_owned(),
            counts: counts(&self.import.rows, words),
            headings: self.columns.iter().map(|column| self.heading(*column)).collect(),
            details: None,
            row_count: self.row_count(),
            rows: Box::new(self.items.iter().filter_map(move |item| self.lines.get(*item as usize)).map(|line| self.entry(line))),
        }
    }

    fn heading(&self, column: Column) -> Heading {
        heading(key(column), (self.sight.words().column)(column))
    }

    fn entry(&self, line: &Line) -> Entry {
        let of = |column: &Column| {
            let text = cell(line, *column, self.sight.leaving());
            match (column, line.outcome(), line.fate()) {
                (Column::Row, ..) => text.parse().map_or(Cell::Empty, Cell::Number),
                (Column::Told(ToldColumn::Outcome), Some((key, _)), _) => Cell::Named { key, word: text },
                (Column::Told(ToldColumn::Fate), _, Some(fate)) => Cell::Named { key: fate.word(), word: text },
                _ => Cell::text(text),
            }
        };
        Entry { cells: self.columns.iter().map(of).collect(), ..Entry::default() }
    }
}
