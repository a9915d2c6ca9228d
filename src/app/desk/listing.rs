//! Which rows a tab shows, and in which order.

use std::sync::Arc;

use super::Desk;
use crate::app::table::{Column, Direction};
use crate::domain::draft::Bucket;
use crate::domain::field::Field;
use crate::domain::fold::{fold, fold_into};

impl Desk {
    /// Lists every tab anew.
    pub(super) fn relist_all(&mut self) {
        let shown = self.tab;
        for bucket in Bucket::ALL {
            self.tab = bucket;
            let top = self.table().top;
            self.relist((u16::MAX, u16::MAX));
            // The list stays where it was as far as it can; `update` brings the cursor into sight.
            let table = self.table_mut();
            table.top = top.min(table.cursor);
        }
        self.tab = shown;
    }

    /// Lists the tab that is shown anew: its items, those that filter and group leave, sorted.
    pub fn relist(&mut self, size: (u16, u16)) {
        let mut items = self.items();
        self.sift(&mut items);
        if self.table().group.is_some() {
            items.retain(|&item| self.belongs(self.tab, item));
        }
        if let Some((column, direction)) = self.table().sort {
            self.sort(&mut items, column, direction);
        }
        let seen = self.seen(size);
        self.table_mut().put(items, seen);
    }

    /// Lists the tab anew after its filter was typed on: what a longer filter leaves is among what
    /// the shorter one left, and in the same order.
    pub fn refilter(&mut self, before: &str, size: (u16, u16)) {
        if before.is_empty() || !fold(self.table().filter.text()).starts_with(&fold(before)) {
            self.relist(size);
            return;
        }
        let mut items = std::mem::take(&mut self.table_mut().order);
        let current = items.get(self.table().cursor).copied();
        self.sift(&mut items);
        let place = current.and_then(|item| items.iter().position(|other| *other == item)).unwrap_or(0);
        let seen = self.seen(size);
        let table = self.table_mut();
        table.order = items;
        table.anchor = None;
        table.go_to(place, seen);
    }

    /// Rows that go along in the next commit although the filter of their tab does not show them.
    #[must_use]
    pub fn hidden_selected(&self) -> usize {
        let of_tab = |bucket: Bucket| {
            let table = self.table_of(bucket);
            if !table.is_narrowed() {
                return 0;
            }
            let all = self.draft.rows_in(bucket).into_iter().filter(|&row| self.draft.is_selected(row)).count();
            all - table.order.iter().filter(|&&row| self.draft.is_selected(row)).count()
        };
        of_tab(Bucket::OnlyInImport) + of_tab(Bucket::Duplicates)
    }

    /// The items of the tab that is shown that hold what is typed, of whatever group.
    pub(super) fn filtered_by_text(&mut self) -> Vec<u32> {
        let mut items = self.items();
        self.sift(&mut items);
        items
    }

    fn items(&self) -> Vec<u32> {
        match self.tab {
            Bucket::OnlyInStore => self.draft.only_in_store(),
            bucket => self.draft.rows_in(bucket),
        }
    }

    /// Leaves the items that hold what is typed.
    fn sift(&mut self, items: &mut Vec<u32>) {
        let wanted = fold(self.table().filter.text());
        if wanted.is_empty() {
            return;
        }
        if self.tab == Bucket::OnlyInStore {
            let texts = self.stored_texts();
            items.retain(|&item| texts.get(item as usize).is_some_and(|text| text.contains(&wanted)));
        } else {
            let mut folded = String::new();
            items.retain(|&row| self.row_contains(row, &wanted, &mut folded));
        }
    }

    /// The row's text is looked through in one piece for the first word; only where that is found,
    /// cell by cell for all of it.
    pub(super) fn row_contains(&self, row: u32, wanted: &str, folded: &mut String) -> bool {
        // Who is part of the return of another row has none in a list: they are found under that row.
        if let Some(partner) = self.draft.partner_row(row)
            && self.row_contains(partner, wanted, &mut String::new())
        {
            return true;
        }
        let first_word = wanted.split(' ').next().unwrap_or(wanted);
        folded.clear();
        fold_into(&self.draft.row_text(row), folded);
        if !folded.contains(first_word) {
            return false;
        }
        let (last, first) = (self.draft.given(row, Field::LastName), self.draft.given(row, Field::FirstName));
        // Both orders of the name: people type either.
        fold(&format!("{last} {first} {last}")).contains(wanted)
            || Field::ALL.iter().any(|field| {
                folded.clear();
                fold_into(self.draft.given(row, *field), folded);
                folded.contains(wanted)
            })
    }

    /// Made once, when the store's tab is first filtered: records are decoded for it.
    fn stored_texts(&mut self) -> Arc<Vec<String>> {
        if let Some(texts) = &self.stored_texts {
            return Arc::clone(texts);
        }
        let snapshot = &self.draft.stock().snapshot;
        let text = |index| {
            let values = snapshot.customer(index).map(|customer| customer.values).unwrap_or_default();
            let mut text = fold(&values.full_name());
            for (_, value) in values.iter() {
                text.push('\u{1f}');
                fold_into(value, &mut text);
            }
            text
        };
        let texts = Arc::new((0..snapshot.customer_count()).map(text).collect::<Vec<_>>());
        self.stored_texts = Some(Arc::clone(&texts));
        texts
    }

    fn sort(&self, items: &mut [u32], column: Column, direction: Direction) {
        items.sort_by_cached_key(|&item| (self.sort_key(self.tab, item, column), item));
        if direction == Direction::Descending {
            items.reverse();
        }
    }

    /// Text by its folded form, numbers by their size, what is empty last.
    pub(super) fn sort_key(&self, tab: Bucket, item: u32, column: Column) -> (bool, u64, String) {
        let number = |number: u64| (false, number, String::new());
        let text = |text: &str| (text.trim().is_empty(), 0, fold(text));
        if tab == Bucket::OnlyInStore {
            return self.stored_sort_key(item, column);
        }
        match column {
            Column::Row => number(u64::from(item)),
            Column::Customer => {
                let name = format!("{} {}", self.draft.given(item, Field::LastName), self.draft.given(item, Field::FirstName));
                text(&name)
            }
            Column::Field(field) => text(self.draft.given(item, field)),
            Column::Looked => number(u64::from(self.draft.is_looked_at(item))),
            Column::Certainty => number(self.draft.ground(item).map_or(0, |ground| u64::from(ground.strength()))),
            Column::Taken => number(self.draft.overwrite_count(item) as u64),
            Column::Dossier => number(u64::from(self.draft.is_selectable(item))),
            Column::Differences | Column::FindingField | Column::FindingValue | Column::FindingReason => {
                let Some(account) = self.draft.account(item) else { return number(0) };
                let finding = account.findings.iter().max_by_key(|finding| finding.severity());
                match (column, finding) {
                    (Column::FindingField, Some(finding)) => number(finding.field as u64),
                    (Column::FindingValue, Some(finding)) => text(&finding.value),
                    (Column::FindingReason, Some(finding)) => text(finding.rule.id()),
                    _ => {
                        let differ = account.comparisons(&self.draft).iter().filter(|one| one.difference.can_be_taken()).count();
                        number(differ as u64)
                    }
                }
            }
            Column::Absence | Column::LastChange | Column::CustomerId => number(0),
        }
    }

    fn stored_sort_key(&self, item: u32, column: Column) -> (bool, u64, String) {
        let snapshot = &self.draft.stock().snapshot;
        let index = item as usize;
        match column {
            Column::Absence => (false, self.absence(item) as u64, String::new()),
            Column::LastChange => (false, snapshot.version(index).0, String::new()),
            Column::CustomerId => (false, snapshot.customer_id(index).map_or(0, |id| id.0), String::new()),
            Column::Customer | Column::Field(_) => {
                let values = snapshot.customer(index).map(|customer| customer.values).unwrap_or_default();
                let text = match column {
                    Column::Field(field) => values.text(field).to_owned(),
                    _ => values.full_name(),
                };
                (text.is_empty(), 0, fold(&text))
            }
            _ => (false, 0, String::new()),
        }
    }
}
