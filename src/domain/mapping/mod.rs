//! Which column is which field, where the headings alone do not say it: proposals, each with its
//! certainty and its ground, and what a field would make of a column.

mod saved;

pub use saved::{SavedColumn, SavedMapping};
