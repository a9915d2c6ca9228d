//! The start screen.

/// What can be begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// The draft that was changed last.
    Resume,
    /// A new import.
    NewImport,
    /// The stored customers.
    Customers,
    /// The template.
    Template,
}

impl Entry {
    /// The entries in order. A draft is on offer only where there is one.
    #[must_use]
    pub const fn all(with_drafts: bool) -> &'static [Self] {
        if with_drafts {
            &[Self::Resume, Self::NewImport, Self::Customers, Self::Template]
        } else {
            &[Self::NewImport, Self::Customers, Self::Template]
        }
    }
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
    pub fn current(self, with_drafts: bool) -> Entry {
        Entry::all(with_drafts).get(self.cursor).copied().unwrap_or(Entry::NewImport)
    }

    /// Moves the cursor.
    pub fn go_by(&mut self, by: isize, with_drafts: bool) {
        self.cursor = self.cursor.saturating_add_signed(by).min(Entry::all(with_drafts).len() - 1);
    }
}
