//! What the four tabs say of themselves as lists.

use super::cells::Signs;
use super::{Desk, Sight};
use crate::app::detail::{self, TextLine};
use crate::app::grouping::Grouping;
use crate::app::listing::{Hearing, Listing, Marking, Showing, Sign, SortKey};
use crate::app::sifting::STRIDE;
use crate::app::table::{Column, Table};
use crate::domain::draft::{Bucket, Mark};

impl Listing for Desk {
    fn table(&self) -> &Table {
        Self::table(self)
    }

    fn table_mut(&mut self) -> &mut Table {
        Self::table_mut(self)
    }

    fn showing(&self) -> &Showing {
        &self.showing
    }

    fn showing_mut(&mut self) -> &mut Showing {
        &mut self.showing
    }

    fn seen(&self, size: (u16, u16)) -> usize {
        Self::seen(self, size)
    }

    fn items(&self) -> Vec<u32> {
        match self.tab {
            Bucket::OnlyInStore => self.draft.only_in_store(),
            bucket => self.draft.rows_in(bucket),
        }
    }

    fn sift(&mut self, items: &mut Vec<u32>, wanted: &str) {
        if self.tab == Bucket::OnlyInStore {
            let found = self.stored_texts().holding(wanted);
            items.retain(|&item| found.has(item));
        } else {
            let mut folded = String::new();
            items.retain(|&row| self.row_contains(row, wanted, &mut folded));
        }
    }

    fn stride(&self) -> usize {
        if self.tab == Bucket::OnlyInStore { usize::MAX } else { STRIDE }
    }

    fn sort_key(&self, item: u32, column: Column) -> SortKey<'_> {
        self.sort_key_in(self.tab, item, column)
    }

    fn groupings(&self) -> Vec<Grouping> {
        self.groupings_here()
    }

    fn commons(&self, item: u32, by: Grouping, hear: Hearing<'_>) {
        self.commons_in(self.tab, item, by, hear);
    }

    fn cells(&self, item: u32, columns: &[Column], sight: Sight) -> Vec<String> {
        self.cells_of(item, columns, Signs::Shown, sight)
    }

    fn bare_cells(&self, item: u32, columns: &[Column], sight: Sight) -> Vec<String> {
        self.cells_of(item, columns, Signs::Left, sight)
    }

    fn mark(&self, item: u32) -> Option<Mark> {
        if self.tab == Bucket::OnlyInStore || !self.draft.is_selectable(item) {
            return None;
        }
        Some(if self.draft.is_selected(item) { Mark::Selected } else { Mark::Deselected })
    }

    fn put_marks(&mut self, items: &[u32], marking: Marking, single: bool) -> usize {
        let step = match marking {
            Marking::As(mark) => self.draft.marking(items.iter().copied(), mark),
            Marking::Inverted => self.draft.inverting(items.iter().copied()),
        };
        let rows = step.row_count();
        self.decide(if single && self.marks_go_on { step.continuing() } else { step });
        self.marks_go_on = single;
        rows
    }

    fn sign(&self, item: u32) -> Sign {
        match self.tab {
            Bucket::OnlyInStore => Sign::None,
            Bucket::Invalid => Sign::Error,
            Bucket::OnlyInImport | Bucket::Duplicates if self.draft.has_warning(item) => Sign::Warning,
            Bucket::OnlyInImport | Bucket::Duplicates => Sign::None,
        }
    }

    fn is_joint(&self, item: u32) -> bool {
        self.tab != Bucket::OnlyInStore && self.draft.partner_row(item).is_some()
    }

    fn told(&self, item: u32, sight: Sight, width: usize) -> (String, Vec<TextLine>) {
        detail::told(self, item, sight, width)
    }

    fn nothing(&self, sight: Sight) -> String {
        (sight.words().desk.nothing_in)(self.tab).to_owned()
    }
}
