//! The step that holds a row apart from a stored customer.

use super::standing::Standing;
use super::{Decision, Deed, Draft, Parting, RowIndex, Step};
use crate::domain::customer::CustomerId;
use crate::domain::matching::Ground;

/// Why a row cannot be held apart from the customer that it matches.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum NoParting {
    /// It matches nobody.
    #[error("the row matches nobody")]
    MatchesNobody,
    /// Both have one national number, and that is one person: the number has to be put right first.
    #[error("one national number is one person")]
    SameNumber,
}

impl Draft {
    /// The step that says that a row is not the stored customer that it matches. It then matches the
    /// next one, or nobody and is new.
    ///
    /// # Errors
    /// [`NoParting`] where it matches nobody, or surely that very person.
    pub fn holding_apart(&self, row: RowIndex) -> Result<Step, NoParting> {
        let found = self.rows.get(row as usize).and_then(Standing::matched).ok_or(NoParting::MatchesNobody)?;
        if matches!(found.ground, Ground::NationalNumber | Ground::NationalNumberAndMarriage) {
            return Err(NoParting::SameNumber);
        }
        let customer = self.stock.snapshot.customer_id(found.stored as usize).ok_or(NoParting::MatchesNobody)?;
        Ok(Step::new(Deed::HoldApart, vec![Decision::Part(Parting { row, customer, apart: true })]))
    }

    /// The stored customers that a row is held apart from.
    #[must_use]
    pub fn held_apart(&self, row: RowIndex) -> &[CustomerId] {
        self.apart.of(row)
    }

    /// Every row with a customer that it is held apart from, rows ascending.
    pub fn partings(&self) -> impl Iterator<Item = (RowIndex, CustomerId)> {
        self.apart.iter()
    }
}
