//! The four tabs: the rows of a workbook and the customers of the store, side by side.
//!
//! - `columns`: which columns a tab has to begin with; `telling`: what each of them tells here
//! - `listing`: which rows a tab shows, and in which order; `following`: after a step
//! - `groups`: the groups that rows fall into; `reasons`: why rows are invalid, counted
//! - `cells`: what stands in a cell; `places`: where a person is, to be kept
//! - `listed`: what the four tabs say of themselves as [lists](super::listing)
//! - `question`: which finding, and which field, a key is about

mod cells;
pub(crate) mod columns;
mod following;
mod groups;
mod listed;
mod listing;
mod places;
mod question;
mod reasons;
mod telling;

use std::sync::Arc;

pub use cells::{Absence, Nameless, Naming, Sight};
pub use question::listed;

use super::compare::Compare;
use super::geometry;
use super::keeping::Keeping;
use super::listing::Showing;
use super::mapping::Mapping;
use super::report::Done;
use super::table::Table;
use crate::domain::draft::{Bucket, Draft, Entry, Rehearsal, RowIndex, Step};
use crate::domain::search_texts::SearchTexts;
use reasons::Reasons;

/// What the desk shows.
#[derive(Debug, Clone)]
pub enum Face {
    /// The four tabs.
    Tabs,
    /// One duplicate, field by field.
    Compare(Compare),
    /// Which column is which field.
    Mapping(Box<Mapping>),
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
    /// Whether and how its pane is shown.
    pub showing: Showing,
    /// How the draft is kept on disk; none where it is not.
    pub keeping: Option<Keeping>,
    /// Folded texts of the stored customers, made when the store's tab is first filtered.
    stored_texts: Option<Arc<SearchTexts>>,
    /// Why rows are invalid, counted.
    reasons: Reasons,
    /// The last key marked a single row: one more goes on with its step.
    pub marks_go_on: bool,
}

impl Desk {
    /// The desk of a draft, on the first tab.
    #[must_use]
    pub fn new(path: String, draft: Arc<Draft>) -> Self {
        let last_row = draft.row_number(draft.row_count().saturating_sub(1));
        let tables = Bucket::ALL.map(|bucket| Table::new(columns::of(bucket, draft.layout(), last_row)));
        let mut desk = Self { tables, ..Self::unlisted(path, draft, Bucket::OnlyInImport) };
        desk.reasons.recount(&desk.draft);
        desk.relist_all();
        desk
    }

    /// A desk on which nothing is listed: whoever has the rows already can ask it what stands in them.
    #[must_use]
    pub(super) fn unlisted(path: String, draft: Arc<Draft>, tab: Bucket) -> Self {
        Self {
            path,
            draft,
            tab,
            tables: Bucket::ALL.map(|_| Table::new(Vec::new())),
            face: Face::Tabs,
            showing: Showing::default(),
            keeping: None,
            stored_texts: None,
            reasons: Reasons::default(),
            marks_go_on: false,
        }
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
        let rows = geometry::list_rows(size.0, size.1, self.showing.pane);
        if self.tells_reasons(size) { rows.saturating_sub(1) } else { rows }
    }

    /// Whether a line below the list tells why most rows are invalid.
    #[must_use]
    pub fn tells_reasons(&self, size: (u16, u16)) -> bool {
        self.tab == Bucket::Invalid && geometry::has_line_of_groups(size.1)
    }

    /// Goes to another tab.
    pub fn show(&mut self, tab: Bucket) {
        self.tab = tab;
        self.showing.pane_top = 0;
        self.showing.zoom = false;
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

    /// What a step would come to. Nothing changes.
    pub fn rehearse(&mut self, step: &Step, row: RowIndex) -> Rehearsal {
        Arc::make_mut(&mut self.draft).rehearse(step, row)
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
        self.reasons.recount(&self.draft);
        self.relist_all();
    }
}
