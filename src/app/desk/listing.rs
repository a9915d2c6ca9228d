//! Which rows a tab shows, and in which order.

use std::sync::Arc;

use super::Desk;
use super::telling::{Judged, OfRow, OfStored, Telling, telling};
use crate::app::listing::{Listing as _, SortKey, by_number, by_text};
use crate::app::table::Column;
use crate::domain::draft::Bucket;
use crate::domain::field::Field;
use crate::domain::fold::holds;
use crate::domain::search_texts::SearchTexts;

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

    /// The row's text is looked through in one piece for the first word; only where that is found,
    /// cell by cell for all of it.
    pub(super) fn row_contains(&self, row: u32, wanted: &str, folded: &mut String) -> bool {
        // Who is part of the return of another row has none in a list: they are found under that row.
        if let Some(partner) = self.draft.partner_row(row)
            && self.row_contains(partner, wanted, &mut String::new())
        {
            return true;
        }
        // Whatever of it is found stands in the row word by word: that is soon seen, and of nearly all rows it is enough.
        let text = self.draft.row_text(row);
        if !wanted.split(' ').all(|word| holds(&text, word, folded)) {
            return false;
        }
        // Several words of one cell stand side by side in the row too.
        let (first_word, are_several) = wanted.split_once(' ').map_or((wanted, false), |(first, _)| (first, true));
        let may_be_in_one = !are_several || holds(&text, wanted, folded);
        let mut is_in = |given: &str| holds(given, first_word, folded) && (!are_several || holds(given, wanted, folded));
        if may_be_in_one && Field::ALL.iter().any(|field| is_in(self.draft.given(row, *field))) {
            return true;
        }
        // Both orders of the name: people type either.
        let (last, first) = (self.draft.given(row, Field::LastName), self.draft.given(row, Field::FirstName));
        let is_named = are_several && (holds(last, first_word, folded) || holds(first, first_word, folded));
        is_named && holds(&format!("{last} {first} {last}"), wanted, folded)
    }

    /// Made once, when the store's tab is first filtered: records are looked through for it.
    pub(super) fn stored_texts(&mut self) -> Arc<SearchTexts> {
        let snapshot = &self.draft.stock().snapshot;
        Arc::clone(self.stored_texts.get_or_insert_with(|| Arc::new(SearchTexts::of(snapshot))))
    }

    /// Text by its folded form, numbers by their size, what is empty last.
    pub(super) fn sort_key_in(&self, tab: Bucket, item: u32, column: Column) -> SortKey<'static> {
        let (number, text) = (by_number, by_text);
        if tab == Bucket::OnlyInStore {
            return self.stored_sort_key(item, column);
        }
        match telling(column) {
            Some(Telling::Customer) => {
                let name = format!("{} {}", self.draft.given(item, Field::LastName), self.draft.given(item, Field::FirstName));
                text(&name)
            }
            Some(Telling::Field(field)) => text(self.draft.given(item, field)),
            Some(Telling::Row(OfRow::Number)) => number(u64::from(item)),
            Some(Telling::Row(OfRow::Looked)) => number(u64::from(self.draft.is_looked_at(item))),
            Some(Telling::Row(OfRow::Certainty)) => number(self.draft.ground(item).map_or(0, |ground| u64::from(ground.strength()))),
            Some(Telling::Row(OfRow::Taken)) => number(self.draft.overwrite_count(item) as u64),
            Some(Telling::Row(OfRow::Dossier)) => number(u64::from(self.draft.is_selectable(item))),
            Some(Telling::Judged(wanted)) => {
                let Some(account) = self.draft.account(item) else { return number(0) };
                let finding = account.findings.iter().max_by_key(|finding| finding.severity());
                match (wanted, finding) {
                    (Judged::FindingField, Some(finding)) => number(finding.field as u64),
                    (Judged::FindingValue, Some(finding)) => text(&finding.value),
                    (Judged::FindingReason, Some(finding)) => text(finding.rule.id()),
                    (Judged::Differences, _) | (_, None) => {
                        let differ = account.comparisons(&self.draft).iter().filter(|one| one.difference.can_be_taken()).count();
                        number(differ as u64)
                    }
                }
            }
            Some(Telling::Stored(_)) | None => number(0),
        }
    }

    fn stored_sort_key(&self, item: u32, column: Column) -> SortKey<'static> {
        let snapshot = &self.draft.stock().snapshot;
        let index = item as usize;
        let values = || snapshot.customer(index).map(|customer| customer.values).unwrap_or_default();
        match telling(column) {
            Some(Telling::Customer) => by_text(&values().full_name()),
            Some(Telling::Field(field)) => by_text(values().text(field)),
            Some(Telling::Stored(OfStored::Absence)) => by_number(self.absence(item) as u64),
            Some(Telling::Stored(OfStored::LastChange)) => by_number(snapshot.version(index).0),
            Some(Telling::Stored(OfStored::Number)) => by_number(snapshot.customer_id(index).map_or(0, |id| id.0)),
            Some(Telling::Row(_) | Telling::Judged(_)) | None => by_number(0),
        }
    }
}
