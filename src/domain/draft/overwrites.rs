//! The fields of duplicates that are taken from the import.

use std::collections::BTreeMap;

use super::{RowIndex, Side};
use crate::domain::field::Field;

/// The fields of duplicates that are taken from the import.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Overwrites(BTreeMap<RowIndex, Vec<Field>>);

impl Overwrites {
    pub(super) fn of(&self, row: RowIndex) -> &[Field] {
        self.0.get(&row).map_or(&[], Vec::as_slice)
    }

    pub(super) fn rows(&self) -> impl Iterator<Item = RowIndex> {
        self.0.keys().copied()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (RowIndex, Field)> {
        self.0.iter().flat_map(|(row, fields)| fields.iter().map(|field| (*row, *field)))
    }

    pub(super) fn side(&self, row: RowIndex, field: Field) -> Side {
        if self.of(row).contains(&field) { Side::Import } else { Side::Store }
    }

    pub(super) fn put(&mut self, row: RowIndex, field: Field, side: Side) {
        let fields = self.0.entry(row).or_default();
        fields.retain(|known| *known != field);
        if side == Side::Import {
            fields.push(field);
            fields.sort_unstable();
        }
        if fields.is_empty() {
            self.0.remove(&row);
        }
    }
}
