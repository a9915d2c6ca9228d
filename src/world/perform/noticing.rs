//! How it is noticed that somebody else has written: by small files that every write changes.

use std::time::SystemTime;

use super::World;
use crate::world::store::Mark;

/// How store and outbox stood at a moment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trace {
    store: Option<Mark>,
    outbox: Option<(u64, SystemTime)>,
}

impl World {
    /// How store and outbox stand now. Two looks at files; nothing is opened or held.
    #[must_use]
    pub fn trace(&self) -> Trace {
        Trace { store: self.store.mark(), outbox: self.mailroom().trace() }
    }
}
