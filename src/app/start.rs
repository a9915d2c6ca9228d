//! The start screen.

/// What can be begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// A new import.
    NewImport,
    /// The template.
    Template,
}

impl Entry {
    /// Every entry, in order.
    pub const ALL: [Self; 2] = [Self::NewImport, Self::Template];
}

/// The start screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Start {
    /// The entry the cursor is on.
    pub cursor: usize,
}

impl Start {
    /// The entry the cursor is on.
    #[must_use]
    pub fn current(self) -> Entry {
        Entry::ALL.get(self.cursor).copied().unwrap_or(Entry::NewImport)
    }

    /// Moves the cursor.
    pub fn go_by(&mut self, by: isize) {
        self.cursor = self.cursor.saturating_add_signed(by).min(Entry::ALL.len() - 1);
    }
}
