//! What two rows are as one return, before and after they are joined.

use super::reading::{BROUGHT_ALONG, Reading, read_row};
use super::{Draft, RowIndex};
use crate::domain::customer::Values;
use crate::domain::field::Field;

/// Two rows side by side, and the return that they make.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joint {
    /// What the main filer's row says on its own.
    pub main: Values,
    /// What the partner's row says on its own.
    pub partner: Values,
    /// The joint return.
    pub joined: Values,
    /// What the partner's row says and the joint return does not keep, in the order of the fields.
    pub not_kept: Vec<(Field, String)>,
}

impl Draft {
    /// What two rows are as one return, whether they are joined already or not; none past the last row.
    #[must_use]
    pub fn joint(&self, main: RowIndex, partner: RowIndex) -> Option<Joint> {
        let read = |row: RowIndex| {
            let standing = self.rows.get(row as usize)?;
            Some(read_row(&self.cells(row, standing.at as usize), &self.office, &self.demands).values)
        };
        let (main, partner) = (read(main)?, read(partner)?);
        let mut reading = Reading { values: main.clone(), findings: Vec::new() };
        reading.take_in(&partner);
        let joined = reading.values;
        let lost = |(field, value): &(Field, &str)| field.is_stored() && !is_kept(&joined, *field, value);
        let not_kept = partner.iter().filter(lost).map(|(field, value)| (field, value.to_owned())).collect();
        Some(Joint { main, partner, joined, not_kept })
    }
}

/// Whether a value of the partner's row stands in the joint return: as the partner's own, or because
/// the main filer says the same, as a couple at one address does.
fn is_kept(joined: &Values, field: Field, value: &str) -> bool {
    let other_side = BROUGHT_ALONG.iter().find_map(|(theirs, ours)| match field {
        field if field == *theirs => Some(*ours),
        field if field == *ours => Some(*theirs),
        _ => None,
    });
    let of_both = other_side.is_none() && joined.text(field) == value;
    of_both || other_side.is_some_and(|field| joined.text(field) == value)
}
