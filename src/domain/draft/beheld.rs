//! What was said of a row while it matched one stored customer, and holds only while it does.

use std::collections::BTreeMap;

use super::RowIndex;
use crate::domain::customer::CustomerId;

/// The customer beside whom something was said of a row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Beheld(BTreeMap<RowIndex, CustomerId>);

impl Beheld {
    pub(super) fn get(&self, row: RowIndex) -> Option<CustomerId> {
        if self.0.is_empty() { None } else { self.0.get(&row).copied() }
    }

    pub(super) fn put(&mut self, row: RowIndex, customer: Option<CustomerId>) {
        match customer {
            Some(customer) => self.0.insert(row, customer),
            None => self.0.remove(&row),
        };
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (RowIndex, CustomerId)> {
        self.0.iter().map(|(row, customer)| (*row, *customer))
    }
}
