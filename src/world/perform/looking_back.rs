//! Looking back on an import, for the screen.

use std::sync::Arc;

use super::{World, of_outbox, of_store};
use crate::app::Shared;
use crate::app::fault::Fault;
use crate::app::past::{Asked, Found, LookedBack, lines_of_rows, lines_of_taking_back};
use crate::domain::snapshot::Revision;

impl World {
    /// What is asked of an import, with the store as it is now.
    pub(super) fn look_back(&self, import: Revision, asked: Asked) -> Result<Box<LookedBack>, Fault> {
        let stock = self.stock()?;
        let snapshot = &stock.snapshot;
        let found = match asked {
            Asked::Rows => Found::Rows(lines_of_rows(snapshot, self.store.outcomes(import).map_err(of_store)?)),
            Asked::TakingBack => match self.weigh_taking_back(snapshot, import, &self.mailroom().busy(snapshot).map_err(of_outbox)?)? {
                Ok(taking) => {
                    let lines = lines_of_taking_back(snapshot, &taking);
                    Found::TakingBack(Arc::new(taking), lines)
                }
                Err(untakable) => Found::Untakable(untakable),
            },
        };
        Ok(Box::new(LookedBack { stock: Shared(stock), import, found }))
    }
}
