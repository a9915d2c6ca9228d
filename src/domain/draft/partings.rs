//! Rows that were held apart from stored customers: a person said that they are not the same.

use std::collections::BTreeMap;

use super::{Parting, RowIndex};
use crate::domain::customer::CustomerId;

/// Whom each row is not.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Partings(BTreeMap<RowIndex, Vec<CustomerId>>);

impl Partings {
    /// The customers that a row is not.
    pub(super) fn of(&self, row: RowIndex) -> &[CustomerId] {
        if self.0.is_empty() { &[] } else { self.0.get(&row).map_or(&[], Vec::as_slice) }
    }

    pub(super) fn put(&mut self, parting: Parting) {
        let customers = self.0.entry(parting.row).or_default();
        customers.retain(|known| *known != parting.customer);
        if parting.apart {
            customers.push(parting.customer);
            customers.sort_unstable();
        }
        if customers.is_empty() {
            self.0.remove(&parting.row);
        }
    }

    /// Every pair that is held apart.
    pub(super) fn iter(&self) -> impl Iterator<Item = (RowIndex, CustomerId)> {
        self.0.iter().flat_map(|(row, customers)| customers.iter().map(|customer| (*row, *customer)))
    }
}
