//! The detail pane as lines of toned text: everything about one row or one stored customer.
//!
//! Made here and not in the view, because how far it scrolls depends on how many lines there are.
//!
//! - `row`: a row of the workbook: findings first, then what was understood, then why it is where it is
//! - `stored`: a customer of the store
//! - `proof`: why a national number is right
//! - `wrap`: lines that fit a width

mod proof;
mod row;
mod stored;
mod wrap;

pub use proof::{proof, short as proof_short};
pub use wrap::{clauses, cut, fit, is_even, quoted, width_of, wrap};

use super::desk::{Desk, Sight};
use crate::domain::draft::Bucket;

/// How a piece of text is meant. Colour repeats it; the words say it already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tone {
    /// As it is.
    Plain,
    /// Beside the point: greyed.
    Dim,
    /// The name of a field.
    Name,
    /// A heading.
    Head,
    /// An error.
    Error,
    /// A warning.
    Warning,
    /// Right, or a cure.
    Good,
    /// Chosen to be written.
    Chosen,
}

/// One line: pieces of text with their tones.
pub type TextLine = Vec<(Tone, String)>;

/// A line of one tone.
#[must_use]
pub fn line(tone: Tone, text: impl Into<String>) -> TextLine {
    vec![(tone, text.into())]
}

/// What is told of an item of the desk: a title, and lines that are not wrapped yet.
pub(super) fn told(desk: &Desk, item: u32, sight: Sight, width: usize) -> (String, Vec<TextLine>) {
    match desk.tab {
        Bucket::OnlyInStore => stored::told(desk, item, sight),
        Bucket::OnlyInImport | Bucket::Duplicates | Bucket::Invalid => row::told(desk, item, sight, width),
    }
}
