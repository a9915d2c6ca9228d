//! The four tabs: the rows of a workbook and the customers of the store, side by side.
//!
//! - `columns`: which columns a tab has to begin with
//! - `listing`: which rows a tab shows, and in which order; `following`: after a step
//! - `cells`: what stands in a cell; `places`: where a person is, to be kept

mod cells;
pub(crate) mod columns;
mod following;
mod listing;
mod places;

use std::sync::Arc;

pub use cells::{Absence, Sight};

use super::compare::Compare;
use super::geometry;
use super::keeping::Keeping;
use super::report::Done;
use super::table::Table;
use crate::domain::draft::{Bucket, Draft, Entry, Step};

/// What the desk shows.
#[derive(Debug, Clone)]
pub enum Face {
    /// The four tabs.
    Tabs,
    /// One duplicate, field by field.
    Compare(Compare),
    /// What the last commit wrote.
    Report(Box<Done>),
}

/// A workbook on its way into the store.
#[derive(Debug, Clone)]
pub struct Desk {
    /// The workbook's path, to open it again with another sheet.
    pub path: String,
    /// The rows, the decisions and the store as it was read.
    pub draft: Arc<Draft>,
    /// The tab that is shown.
    pub tab: Bucket,
    tables: [Table; 4],
    /// What is shown.
    pub face: Face,
    /// Whether the detail pane is wanted.
    pub pane: bool,
    /// Whether the detail pane is over the whole screen.
    pub zoom: bool,
    /// First line seen of the detail pane.
    pub pane_top: usize,
    /// Whether the filter is being typed.
    pub is_filtering: bool,
    /// How the draft is kept on disk; none where it is not.
    pub keeping: Option<Keeping>,
    /// Folded texts of the stored customers, made when the store's tab is first filtered.
    stored_texts: Option<Arc<Vec<String>>>,
}

impl Desk {
    /// The desk of a draft, on the first tab.
    #[must_use]
    pub fn new(path: String, draft: Arc<Draft>) -> Self {
        let last_row = draft.row_number(draft.row_count().saturating_sub(1));
        let tables = Bucket::ALL.map(|bucket| Table::new(columns::of(bucket, draft.layout(), last_row)));
        let mut desk = Self {
            path,
            draft,
            tab: Bucket::OnlyInImport,
            tables,
            face: Face::Tabs,
            pane: true,
            zoom: false,
            pane_top: 0,
            is_filtering: false,
            keeping: None,
            stored_texts: None,
        };
        desk.relist_all();
        desk
    }

    /// The table of the tab that is shown.
    #[must_use]
    pub fn table(&self) -> &Table {
        self.table_of(self.tab)
    }

    /// The table of a tab.
    #[must_use]
    pub fn table_of(&self, bucket: Bucket) -> &Table {
        let [first, second, third, fourth] = &self.tables;
        match bucket {
            Bucket::OnlyInImport => first,
            Bucket::OnlyInStore => second,
            Bucket::Duplicates => third,
            Bucket::Invalid => fourth,
        }
    }

    /// The table of the tab that is shown, to change it.
    pub fn table_mut(&mut self) -> &mut Table {
        self.table_of_mut(self.tab)
    }

    fn table_of_mut(&mut self, bucket: Bucket) -> &mut Table {
        let [first, second, third, fourth] = &mut self.tables;
        match bucket {
            Bucket::OnlyInImport => first,
            Bucket::OnlyInStore => second,
            Bucket::Duplicates => third,
            Bucket::Invalid => fourth,
        }
    }

    /// How many rows of the table are seen in a window.
    #[must_use]
    pub fn seen(&self, size: (u16, u16)) -> usize {
        geometry::list_rows(size.0, size.1, self.pane)
    }

    /// Goes to another tab.
    pub fn show(&mut self, tab: Bucket) {
        self.tab = tab;
        self.pane_top = 0;
        self.zoom = false;
    }

    /// The tab so many further, around the corner.
    #[must_use]
    pub fn tab_by(&self, by: usize) -> Bucket {
        let at = Bucket::ALL.iter().position(|bucket| *bucket == self.tab).unwrap_or(0);
        Bucket::ALL.get((at + by) % Bucket::ALL.len()).copied().unwrap_or(self.tab)
    }

    /// Decides; rows that change their bucket change their tab. True where anything was decided.
    pub fn decide(&mut self, step: Step) -> bool {
        if step.is_empty() {
            return false;
        }
        self.note(|_| Entry::Decided(step.clone()));
        let touched = Arc::make_mut(&mut self.draft).decide(step);
        self.follow(&touched);
        true
    }

    /// Takes the last step back. False where there is none.
    pub fn undo(&mut self) -> bool {
        let touched = Arc::make_mut(&mut self.draft).undo();
        self.note_where(touched.is_some());
        touched.inspect(|touched| self.follow(touched)).is_some()
    }

    /// Makes the last step taken back again. False where there is none.
    pub fn redo(&mut self) -> bool {
        let touched = Arc::make_mut(&mut self.draft).redo();
        self.note_where(touched.is_some());
        touched.inspect(|touched| self.follow(touched)).is_some()
    }

    /// Goes to where so many steps are in force.
    pub fn go_to_step(&mut self, in_force: usize) {
        let touched = Arc::make_mut(&mut self.draft).go_to_step(in_force);
        self.note_where(true);
        self.follow(&touched);
    }

    /// Puts an entry down for the draft's journal, where one is kept. It is written before the next frame.
    pub fn note(&mut self, entry: impl FnOnce(&Draft) -> Entry) {
        if let Some(keeping) = &mut self.keeping {
            keeping.waiting.push(entry(&self.draft));
        }
    }

    fn note_where(&mut self, moved: bool) {
        if moved {
            self.note(|draft| Entry::StoodAt(draft.steps_in_force()));
        }
    }

    /// Whether everything decided is, or will be in a moment, on the disk.
    #[must_use]
    pub fn is_kept(&self) -> bool {
        self.keeping.as_ref().is_some_and(|keeping| !keeping.failed)
    }

    /// Changes the draft itself, after which every tab is listed anew.
    pub fn with_draft(&mut self, change: impl FnOnce(&mut Draft)) {
        change(Arc::make_mut(&mut self.draft));
        self.stored_texts = None;
        self.relist_all();
    }
}
