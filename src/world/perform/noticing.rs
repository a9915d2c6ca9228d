//! How it is noticed that somebody else has written: by small files that every write changes.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use super::World;
use crate::world::store::Mark;

/// How store and outbox stood at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    store: Option<Mark>,
    outbox: Option<(u64, SystemTime)>,
}

/// How store and outbox stood when everything was in order: as long as they stand so, nothing has to be looked through again. A clone
/// is the same.
#[derive(Debug, Clone, Default)]
pub struct InOrder(Arc<Mutex<Option<Trace>>>);

impl InOrder {
    /// Whether that is known of this moment. Never of a store that does not say when it changes.
    pub(super) fn holds(&self, now: &Trace) -> bool {
        now.store.is_some() && self.0.lock().unwrap_or_else(PoisonError::into_inner).as_ref() == Some(now)
    }

    /// Everything is in order as it stood then.
    pub(super) fn note(&self, then: Trace) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(then);
    }
}

impl World {
    /// How store and outbox stand now. Two looks at files; nothing is opened or held.
    #[must_use]
    pub fn trace(&self) -> Trace {
        Trace { store: self.store.mark(), outbox: self.mailroom().trace() }
    }
}
