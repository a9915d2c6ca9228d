//! The rules for the duplicates that nobody looked at, each with what it would do.

use crate::domain::draft::{SidesRule, Weighed};

/// The rules, counted.
#[derive(Debug, Clone)]
pub struct Rules {
    /// What each would do.
    pub weighed: Box<Weighed>,
    /// Line under the cursor.
    pub cursor: usize,
}

impl Rules {
    /// The lines in order: going on one by one, which does nothing, is first; then the rules.
    pub const LINES: [Option<SidesRule>; 4] = [None, Some(SidesRule::Leave), Some(SidesRule::FillBlanks), Some(SidesRule::ImportWins)];

    /// The cursor on the line that does nothing.
    #[must_use]
    pub const fn of(weighed: Box<Weighed>) -> Self {
        Self { weighed, cursor: 0 }
    }

    /// The rule under the cursor; none goes on one by one.
    #[must_use]
    pub fn current(&self) -> Option<SidesRule> {
        Self::LINES.get(self.cursor).copied().flatten()
    }
}
