//! Rows that have something in common, as groups to look at one by one.

use super::desk::Absence;
use super::table::Column;
use crate::domain::field::Field;
use crate::domain::finding::Rule;
use crate::domain::matching::Certainty;

/// By what the rows of a tab are grouped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Grouping {
    /// The rules that a row breaks: each counts.
    Reason,
    /// How sure a match is.
    Certainty,
    /// What stands in a column.
    Value(Column),
    /// The labels of a row: each counts.
    Label,
    /// The responsible.
    Responsible,
    /// The language that a row names.
    Language,
}

impl Grouping {
    /// The field whose text is grouped by, if it is one.
    #[must_use]
    pub const fn field(self) -> Option<Field> {
        match self {
            Self::Value(Column::Field(field)) => Some(field),
            Self::Label => Some(Field::Labels),
            Self::Responsible => Some(Field::Responsible),
            Self::Language => Some(Field::Language),
            // Names are looked up among the family names, as everywhere.
            Self::Value(Column::Customer) => Some(Field::LastName),
            Self::Reason | Self::Certainty | Self::Value(_) => None,
        }
    }
}

/// What the rows of one group have in common.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Common {
    /// They break this rule.
    Rule(Rule),
    /// Their match is this sure.
    Certainty(Certainty),
    /// Their text, folded, so that capitals and accents make no other group; empty where nothing is given.
    Text(Box<str>),
    /// Whether their customer has a dossier in the chosen task flow.
    Dossier(bool),
    /// Why they are only in the store.
    Absence(Absence),
}

/// One group.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Group {
    /// By what it was made.
    pub by: Grouping,
    /// What its rows have in common.
    pub common: Common,
    /// How the first of its rows spells that, where it is a text.
    pub spelling: String,
}
