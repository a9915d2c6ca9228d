//! What reads otherwise than in the workbook.

use std::collections::BTreeMap;

use super::RowIndex;
use crate::domain::field::Field;

/// The texts that were put in the place of the workbook's, by row and field.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Edits(BTreeMap<RowIndex, Vec<(Field, Box<str>)>>);

impl Edits {
    /// The edits of a row, in the order of the fields.
    pub(super) fn of(&self, row: RowIndex) -> &[(Field, Box<str>)] {
        // Most drafts have few edits, and every row asks.
        if self.0.is_empty() { &[] } else { self.0.get(&row).map_or(&[], Vec::as_slice) }
    }

    pub(super) fn get(&self, row: RowIndex, field: Field) -> Option<&str> {
        let edits = self.of(row);
        let at = edits.binary_search_by_key(&field, |(known, _)| *known).ok()?;
        edits.get(at).map(|(_, text)| text.as_ref())
    }

    pub(super) fn put(&mut self, row: RowIndex, field: Field, text: Option<Box<str>>) {
        let edits = self.0.entry(row).or_default();
        edits.retain(|(known, _)| *known != field);
        if let Some(text) = text {
            edits.push((field, text));
            edits.sort_unstable_by_key(|(known, _)| *known);
        }
        if edits.is_empty() {
            self.0.remove(&row);
        }
    }

    /// Every edit: rows ascending, then fields.
    pub(super) fn iter(&self) -> impl Iterator<Item = (RowIndex, Field, &str)> {
        self.0.iter().flat_map(|(row, edits)| edits.iter().map(|(field, text)| (*row, *field, text.as_ref())))
    }
}
