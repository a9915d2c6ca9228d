//! The summary before an import: it owns the very value that will be written.

use std::sync::Arc;

use crate::domain::change_set::ChangeSet;

/// What can be pressed on the summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Button {
    /// Back to the tabs; nothing is written.
    Back,
    /// Write it.
    Import,
}

/// The summary before an import.
#[derive(Debug, Clone)]
pub struct Summary {
    /// What will be written.
    pub set: Arc<ChangeSet>,
    /// Rows that go along although the filter of their tab does not show them.
    pub hidden: usize,
    /// The button that Enter presses.
    pub button: Button,
}
