//! The fields of duplicates that are taken from another side than the store's.

use std::collections::BTreeMap;

use super::{RowIndex, Side, SideChange};
use crate::domain::customer::CustomerId;
use crate::domain::field::Field;

/// One field that is overwritten, and what the store held when that was decided.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Overwrite {
    pub(super) field: Field,
    pub(super) side: Side,
    pub(super) held: Box<str>,
}

/// The fields of duplicates that are taken from another side than the store's. Each was decided about
/// one row and one customer, and counts for no other pair.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Overwrites(BTreeMap<(RowIndex, CustomerId), Vec<Overwrite>>);

impl Overwrites {
    pub(super) fn of(&self, row: RowIndex, customer: CustomerId) -> &[Overwrite] {
        self.0.get(&(row, customer)).map_or(&[], Vec::as_slice)
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = RowIndex> {
        self.0.keys().map(|(row, _)| *row)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (RowIndex, CustomerId, &Overwrite)> {
        self.0.iter().flat_map(|((row, customer), fields)| fields.iter().map(|field| (*row, *customer, field)))
    }

    pub(super) fn put(&mut self, change: SideChange) {
        let pair = (change.row, change.customer);
        let fields = self.0.entry(pair).or_default();
        fields.retain(|known| known.field != change.field);
        if change.to != Side::Store {
            fields.push(Overwrite { field: change.field, side: change.to, held: change.held });
            fields.sort_unstable_by_key(|known| known.field);
        }
        if fields.is_empty() {
            self.0.remove(&pair);
        }
    }
}
