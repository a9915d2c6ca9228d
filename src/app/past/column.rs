//! The columns of what is told of the past.

/// A column of the imports, of what became of their rows, and of what taking one back does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
pub enum ToldColumn {
    /// The number of a commit.
    Number,
    /// When it was written.
    When,
    /// Who wrote it.
    Who,
    /// What it was, and of which workbook.
    What,
    /// Customers that it added.
    Added,
    /// Customers of whom it changed a value.
    Changed,
    /// Dossiers that it made for customers who were there, or that it changed.
    Linked,
    /// The commit that took it back.
    TakenBack,
    /// What became of a row.
    Outcome,
    /// Why, in words.
    Reason,
    /// Why, by the stable names of the rules.
    Rules,
    /// Whether something goes, comes back or stays.
    Fate,
    /// What of the customer it is.
    Part,
    /// The value that is stored now.
    Now,
    /// The value that comes back.
    Then,
}

impl ToldColumn {
    /// Every column.
    pub const ALL: [Self; 15] = [
        Self::Number,
        Self::When,
        Self::Who,
        Self::What,
        Self::Added,
        Self::Changed,
        Self::Linked,
        Self::TakenBack,
        Self::Outcome,
        Self::Reason,
        Self::Rules,
        Self::Fate,
        Self::Part,
        Self::Now,
        Self::Then,
    ];

    /// The stable name in an export.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::When => "when",
            Self::Who => "who",
            Self::What => "what",
            Self::Added => "added",
            Self::Changed => "changed",
            Self::Linked => "linked",
            Self::TakenBack => "taken_back",
            Self::Outcome => "outcome",
            Self::Reason => "reason",
            Self::Rules => "rules",
            Self::Fate => "fate",
            Self::Part => "part",
            Self::Now => "now",
            Self::Then => "then",
        }
    }

    /// The width that it begins with, in terminal columns.
    #[must_use]
    pub const fn width(self) -> u16 {
        match self {
            Self::Number => 5,
            Self::When => 16,
            Self::Who => 8,
            Self::What => 26,
            Self::Added | Self::Changed | Self::Linked => 7,
            Self::TakenBack => 14,
            Self::Outcome => 14,
            Self::Reason => 34,
            Self::Rules => 24,
            Self::Fate => 11,
            Self::Part => 18,
            Self::Now | Self::Then => 16,
        }
    }
}
