//! The columns of what is told of the past.

/// A column of the imports, of what became of their rows, of what taking one back does, and of questionnaires that came back.
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
    /// Answers that came back empty.
    Emptied,
    /// Texts that came back and are no answers.
    Unclear,
    /// A question.
    Question,
    /// The answer that is known.
    Known,
    /// The answer that came back.
    Given,
}

impl ToldColumn {
    /// Every column.
    pub const ALL: [Self; 19] = [
        Self::Number,
        Self::When,
        Self::Who,
        Self::What,
        Self::Added,
        Self::Changed,
        Self::TakenBack,
        Self::Outcome,
        Self::Reason,
        Self::Rules,
        Self::Fate,
        Self::Part,
        Self::Now,
        Self::Then,
        Self::Emptied,
        Self::Unclear,
        Self::Question,
        Self::Known,
        Self::Given,
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
            Self::TakenBack => "taken_back",
            Self::Outcome => "outcome",
            Self::Reason => "reason",
            Self::Rules => "rules",
            Self::Fate => "fate",
            Self::Part => "part",
            Self::Now => "now",
            Self::Then => "then",
            Self::Emptied => "emptied",
            Self::Unclear => "unclear",
            Self::Question => "question",
            Self::Known => "known",
            Self::Given => "given",
        }
    }

    /// The width that it begins with, in terminal columns.
    #[must_use]
    pub const fn width(self) -> u16 {
        match self {
            Self::Number => 7,
            Self::When => 16,
            Self::Who => 7,
            Self::What => 20,
            Self::Added | Self::Changed => 8,
            Self::TakenBack => 13,
            Self::Outcome => 14,
            Self::Reason => 34,
            Self::Rules => 24,
            Self::Fate => 12,
            Self::Part => 18,
            Self::Now | Self::Then => 16,
            Self::Emptied => 7,
            Self::Unclear => 9,
            Self::Question => 30,
            Self::Known | Self::Given => 18,
        }
    }
}
