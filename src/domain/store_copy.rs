//! Why a store was copied.

/// What a copy was taken before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Before {
    /// An import.
    Import,
    /// Taking an import back.
    Undo,
    /// Anything else that changes customers, dossiers or task flows.
    Change,
    /// Putting an earlier copy back in its place.
    Restore,
}

impl Before {
    /// Every occasion.
    pub const ALL: [Self; 4] = [Self::Import, Self::Undo, Self::Change, Self::Restore];

    /// Its word in the name of a copy and in `--json`. Stable.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Import => "import",
            Self::Undo => "undo",
            Self::Change => "change",
            Self::Restore => "restore",
        }
    }
}
