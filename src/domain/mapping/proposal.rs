//! What is proposed for a column: a field, how certain that is, and why.

use crate::domain::field::Field;
use crate::domain::template::near::Nearness;

/// How certain a proposal is, from 0 (a guess) to 100 (the heading of a template).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Certainty(u8);

impl Certainty {
    /// The heading of a template.
    pub const WHOLE: Self = Self(100);
    /// From here on a field is proposed; below it is only named among the others.
    pub const FLOOR: Self = Self(30);
    /// From here on a person need not look at the column.
    pub const FIRM: Self = Self(80);

    /// So many in a hundred; more than 100 is 100.
    #[must_use]
    pub const fn of(hundredths: u8) -> Self {
        Self(if hundredths > 100 { 100 } else { hundredths })
    }

    /// In a hundred.
    #[must_use]
    pub const fn hundredths(self) -> u8 {
        self.0
    }

    /// Half as certain.
    #[must_use]
    pub const fn halved(self) -> Self {
        Self(self.0 / 2)
    }

    /// More certain by so much, up to a bound.
    #[must_use]
    pub fn raised(self, by: u8, most: u8) -> Self {
        Self(self.0.saturating_add(by).min(most).max(self.0))
    }
}

/// Why a field is proposed for a column.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Ground {
    /// The heading is that of a template.
    Template,
    /// The heading is a name that offices use.
    Synonym,
    /// The heading is near a known name.
    Near {
        /// The name, letters and digits only.
        known: &'static str,
        /// How near.
        how: Nearness,
    },
    /// The values look like it.
    Values {
        /// How many of the values that were looked at.
        passing: u32,
        /// How many values were looked at.
        of: u32,
    },
    /// The column beside it holds this field, and such columns stand beside each other.
    Beside {
        /// The field of the column beside it.
        field: Field,
    },
    /// Required, and this column is what is left.
    Elimination,
    /// A mapping that the office saved under this name.
    Saved {
        /// Its name.
        name: String,
    },
    /// The headings are those of AdminPulse's migration workbook.
    AdminPulse,
}

/// One field that a column may hold, or that it is to be left out.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Proposal {
    /// The field; none where a known list leaves the column out on purpose.
    pub field: Option<Field>,
    /// How certain.
    pub certainty: Certainty,
    /// Why.
    pub ground: Ground,
}

/// What a person should know before taking a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Doubt {
    /// Another column got the field that this one looks like.
    Taken {
        /// The field.
        field: Field,
        /// The column that got it, counted from 0.
        column: u16,
    },
    /// Another column looks like the same field.
    Rival {
        /// That column, counted from 0.
        column: u16,
    },
    /// Most values are no such thing, whatever the heading says.
    OtherValues {
        /// What the heading says.
        field: Field,
        /// How many of the values that were looked at are.
        passing: u32,
        /// How many values were looked at.
        of: u32,
    },
    /// First and family name seem to stand in one cell, which cannot be told apart.
    WholeName,
}

/// One column of a sheet and what it may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnProposal {
    /// Column, counted from 0.
    pub column: u16,
    /// The heading as it stands in the workbook; empty where there is none.
    pub heading: String,
    /// What is proposed; none where nothing is certain enough.
    pub best: Option<Proposal>,
    /// What a person should know about it.
    pub doubt: Option<Doubt>,
    /// What else it could be, the more certain first.
    pub others: Vec<Proposal>,
}

impl ColumnProposal {
    /// The proposed field.
    #[must_use]
    pub fn field(&self) -> Option<Field> {
        self.best.as_ref()?.field
    }

    /// Whether a person should look at the column: something is proposed that is not firm, or in doubt.
    #[must_use]
    pub fn to_check(&self) -> bool {
        self.doubt.is_some() || self.best.as_ref().is_some_and(|best| best.field.is_some() && best.certainty < Certainty::FIRM)
    }
}

/// A list that was recognised by its headings.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum KnownList {
    /// The office saved it under this name.
    Saved {
        /// The name.
        name: String,
    },
    /// AdminPulse's migration workbook.
    AdminPulse,
}

/// What is proposed for every column of a sheet.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Proposals {
    /// The columns that hold anything, from left to right.
    pub columns: Vec<ColumnProposal>,
    /// The list that was recognised.
    pub list: Option<KnownList>,
}

impl Proposals {
    /// The column for which a field is proposed.
    #[must_use]
    pub fn column_of(&self, field: Field) -> Option<&ColumnProposal> {
        self.columns.iter().find(|column| column.field() == Some(field))
    }
}
