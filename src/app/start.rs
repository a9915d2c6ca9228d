//! The start screen.

/// What can be begun.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// The draft that was changed last.
    Resume,
    /// Changes of dossiers and customers that were left behind without saving.
    Unsaved,
    /// A new import.
    NewImport,
    /// The stored customers.
    Customers,
    /// Who gets an invitation.
    Invite,
    /// Questionnaires that came back.
    Answers,
    /// The outbox.
    Outbox,
    /// The template.
    Template,
}

impl Entry {
    /// Every entry, in order. What is left to go on with is on offer only where there is something.
    pub const ALL: [Self; 8] =
        [Self::Resume, Self::Unsaved, Self::NewImport, Self::Customers, Self::Invite, Self::Answers, Self::Outbox, Self::Template];
}

/// The start screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Start {
    /// The place of the cursor among the entries that are on offer.
    pub cursor: usize,
}
