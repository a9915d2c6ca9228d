//! An import that was made: what became of its rows, and taking it back.
//!
//! - `column`: what the columns of it and of the tab of imports show
//! - `line`: one line of the list
//! - `listed`: what the list says of itself; `told`: everything about one line, for the pane
//!
//! What taking back would do is computed once, by the world; the value that is shown here is the one that is written.

mod column;
mod line;
mod listed;
mod told;

use std::sync::Arc;

pub use column::ToldColumn;
pub use line::{About, Fate, Line, lines_of_rows, lines_of_taking_back};
pub(super) use listed::cell;

use super::desk::{Sight, columns};
use super::effect::Shared;
use super::listing::{Listing as _, Showing};
use super::table::{Column, ColumnSetting, Table};
use crate::domain::change_set::Receipt;
use crate::domain::matching::Stock;
use crate::domain::snapshot::{PastImport, Revision};
use crate::domain::taking_back::{Counts, TakingBack, Untakable};

/// What is asked of an import.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// What became of its rows.
    Rows,
    /// What taking it back would do.
    TakingBack,
}

/// What the world found about an import.
#[derive(Debug, Clone)]
pub struct LookedBack {
    /// The store as it was read for it.
    pub stock: Shared<Stock>,
    /// The import.
    pub import: Revision,
    /// What was asked, with its answer.
    pub found: Found,
}

/// The answer to what was asked of an import.
#[derive(Debug, Clone)]
pub enum Found {
    /// What became of its rows.
    Rows(Vec<Line>),
    /// What taking it back would do.
    TakingBack(Arc<TakingBack>, Vec<Line>),
    /// It cannot be taken back.
    Untakable(Untakable),
}

/// What is shown of an import.
#[derive(Debug, Clone)]
pub enum Page {
    /// What became of its rows.
    Rows,
    /// What taking it back would do.
    TakingBack(Arc<TakingBack>),
    /// What was done when it was taken back.
    TakenBack(Arc<TakingBack>, Receipt),
}

/// An import that is looked back on.
#[derive(Debug, Clone)]
pub struct Past {
    /// The import.
    pub import: PastImport,
    /// What is shown of it.
    pub page: Page,
    /// The lines of the list. Shared: an export takes them along.
    pub lines: Arc<Vec<Line>>,
    /// The store that they were made of.
    pub stock: Arc<Stock>,
    /// The counts of taking it back, where that is shown.
    pub counts: Counts,
    table: Table,
    showing: Showing,
}

const ROWS: [Column; 6] = [
    Column::Row,
    Column::Customer,
    Column::Told(ToldColumn::Outcome),
    Column::CustomerId,
    Column::Told(ToldColumn::Reason),
    Column::Told(ToldColumn::Rules),
];

const TAKING_BACK: [Column; 7] = [
    Column::Told(ToldColumn::Fate),
    Column::Customer,
    Column::Told(ToldColumn::Part),
    Column::Told(ToldColumn::Now),
    Column::Told(ToldColumn::Then),
    Column::Told(ToldColumn::Reason),
    Column::CustomerId,
];

impl Past {
    /// What was found about an import. None where the store does not know the import, or
    /// where it cannot be taken back.
    #[must_use]
    pub fn of(looked: LookedBack, size: (u16, u16)) -> Option<Self> {
        let stock = looked.stock.0;
        let import = stock.snapshot.imports.iter().find(|past| past.revision == looked.import)?.clone();
        let (page, lines, columns) = match looked.found {
            Found::Rows(lines) => (Page::Rows, lines, &ROWS[..]),
            Found::TakingBack(taking, lines) => (Page::TakingBack(taking), lines, &TAKING_BACK[..]),
            Found::Untakable(_) => return None,
        };
        let setting = |column: &Column| ColumnSetting {
            column: *column,
            width: columns::width(*column),
            shown: *column != Column::Told(ToldColumn::Rules),
        };
        let table = Table::new(columns.iter().map(setting).collect());
        let counts = match &page {
            Page::TakingBack(taking) | Page::TakenBack(taking, _) => taking.counts(),
            Page::Rows => Counts::default(),
        };
        let mut past = Self { import, page, lines: Arc::new(lines), stock, counts, table, showing: Showing::default() };
        past.relist(size);
        Some(past)
    }

    /// The name that is proposed for a file with the list, without its ending.
    #[must_use]
    pub fn file_stem(&self, sight: Sight) -> String {
        let words = &sight.words().told;
        let name = match self.page {
            Page::Rows => words.file_rows,
            Page::TakingBack(_) | Page::TakenBack(..) => words.file_back,
        };
        format!("import-{}-{name}", self.import.revision.0)
    }

    /// The line of that place.
    #[must_use]
    pub fn line(&self, item: u32) -> Option<&Line> {
        self.lines.get(item as usize)
    }

    /// The line under the cursor.
    #[must_use]
    pub fn current(&self) -> Option<&Line> {
        self.line(self.table.current()?)
    }
}
