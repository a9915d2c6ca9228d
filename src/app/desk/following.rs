//! Lists follow a step: the rows that it touched come and go, the others stay where they are.

use super::Desk;
use crate::app::listing::Listing as _;
use crate::app::table::Direction;
use crate::domain::draft::{Bucket, RowIndex, Touched};
use crate::domain::fold::fold;

/// Past so many rows a list is made anew sooner than it is mended row by row.
const FEW: usize = 64;

impl Desk {
    /// Brings the lists up to date after a step. The cursor stays on its row; where that row leaves
    /// the list, on the one that takes its place.
    pub(super) fn follow(&mut self, touched: &Touched) {
        self.recount_reasons(touched);
        if touched.all || touched.rows.len() > FEW {
            self.relist_all();
            return;
        }
        for bucket in [Bucket::OnlyInImport, Bucket::Duplicates, Bucket::Invalid] {
            let wanted = fold(self.table_of(bucket).filter.text());
            for &row in &touched.rows {
                let belongs = self.draft.bucket(row) == Some(bucket) && self.belongs(bucket, row);
                self.list_behind_filter(bucket, row, belongs);
                let listed = belongs && (wanted.is_empty() || self.row_contains(row, &wanted, &mut String::new()));
                self.list_row(bucket, row, listed);
            }
        }
        if touched.store {
            let shown = std::mem::replace(&mut self.tab, Bucket::OnlyInStore);
            self.relist((u16::MAX, u16::MAX));
            self.tab = shown;
        }
    }

    /// The same for the rows that a tab shows without its filter, where those are known.
    fn list_behind_filter(&mut self, bucket: Bucket, row: RowIndex, belongs: bool) {
        let Some(mut all) = self.table_of_mut(bucket).sifting.all.take() else { return };
        let is_sorted = self.table_of(bucket).sort.is_some();
        let place = if is_sorted { all.iter().position(|known| *known == row) } else { all.binary_search(&row).ok() };
        if is_sorted || place.is_some() != belongs {
            if let Some(place) = place {
                all.remove(place);
            }
            if belongs {
                all.insert(self.place_for(bucket, &all, row), row);
            }
        }
        self.table_of_mut(bucket).sifting.all = Some(all);
    }

    /// Puts a row where it belongs in the list of a tab, or takes it out.
    fn list_row(&mut self, bucket: Bucket, row: RowIndex, listed: bool) {
        let table = self.table_of(bucket);
        let place = match table.sort {
            None => table.order.binary_search(&row).ok(),
            Some(_) => table.order.iter().position(|known| *known == row),
        };
        // In the order of the workbook a row never moves.
        if place.is_some() && listed && table.sort.is_none() {
            return;
        }
        let was_current = table.current() == Some(row);
        if let Some(place) = place {
            self.table_of_mut(bucket).take_out(place);
        }
        if listed {
            let place = self.place_for(bucket, &self.table_of(bucket).order, row);
            let table = self.table_of_mut(bucket);
            table.put_in(place, row);
            if was_current {
                table.cursor = place;
                table.top = table.top.min(place);
            }
        }
    }

    /// Where in the list of a tab a row belongs that is not in it.
    fn place_for(&self, bucket: Bucket, order: &[RowIndex], row: RowIndex) -> usize {
        let Some((column, direction)) = self.table_of(bucket).sort else { return order.partition_point(|known| *known < row) };
        let key = (self.sort_key_in(bucket, row, column), row);
        let is_before = |known: &RowIndex| {
            let other = (self.sort_key_in(bucket, *known, column), *known);
            match direction {
                Direction::Ascending => other < key,
                Direction::Descending => other > key,
            }
        };
        order.partition_point(is_before)
    }
}
