//! What an import left in the store, and what became of it since.

use crate::domain::customer::{CustomerId, Values};
use crate::domain::record::{BadRecord, decode};
use crate::domain::snapshot::{DossierHead, Revision};
use crate::domain::task_flow::TaskFlowId;

/// What an import left, as the store has it at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Traces {
    /// Random name of the store.
    pub store: String,
    /// The import.
    pub import: Revision,
    /// The last visible commit.
    pub revision: Revision,
    /// The customers that it wrote, ids ascending.
    pub customers: Vec<CustomerTrace>,
    /// The dossiers that it made, customers ascending.
    pub dossiers: Vec<DossierTrace>,
    /// Customers that it wrote and that were removed with their data since: nothing is known of them any more.
    pub erased: u64,
}

/// A customer that the import wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomerTrace {
    /// The customer.
    pub customer: CustomerId,
    /// The version now; none where the customer is no longer there.
    pub now: Option<Revision>,
    /// What the import did.
    pub wrote: Wrote,
}

/// What an import did with a customer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrote {
    /// Added it.
    Added {
        /// The commits since that gave it other values than the import had, oldest first.
        changed: Vec<Revision>,
    },
    /// Changed values of it.
    Changed {
        /// What was stored before.
        before: Values,
        /// What the import wrote.
        after: Values,
        /// What was written since, oldest first; the last of it is stored now.
        since: Vec<(Revision, Values)>,
    },
}

/// A dossier that the import made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DossierTrace {
    /// The task flow.
    pub flow: TaskFlowId,
    /// The customer.
    pub customer: CustomerId,
    /// What it is now; none where the customer was unlinked or went.
    pub now: Option<DossierHead>,
}

impl CustomerTrace {
    /// What an import left of a customer, by all that is visible of it, oldest first: the commit, and the
    /// record or nothing where the customer went. None where the import did not write it.
    ///
    /// # Errors
    /// [`BadRecord`] where a record that matters cannot be read.
    pub fn of(customer: CustomerId, import: Revision, versions: &[(Revision, Option<&[u8]>)]) -> Result<Option<Self>, BadRecord> {
        let Some(at) = versions.iter().position(|(revision, record)| *revision == import && record.is_some()) else {
            return Ok(None);
        };
        let (earlier, rest) = versions.split_at(at);
        let values = |record: &[u8]| decode(record).map(|customer| customer.values);
        let Some(((_, Some(written)), later)) = rest.split_first() else { return Ok(None) };
        let now = versions.last().and_then(|(revision, record)| record.map(|_| *revision));
        let mut since = Vec::new();
        for (revision, record) in later {
            if let Some(record) = record {
                since.push((*revision, values(record)?));
            }
        }
        let wrote = match earlier.last() {
            Some((_, Some(before))) => Wrote::Changed { before: values(before)?, after: values(written)?, since },
            _ if since.is_empty() => Wrote::Added { changed: Vec::new() },
            _ => {
                let written = values(written)?;
                Wrote::Added { changed: since.into_iter().filter(|(_, values)| *values != written).map(|(revision, _)| revision).collect() }
            }
        };
        Ok(Some(Self { customer, now, wrote }))
    }
}
