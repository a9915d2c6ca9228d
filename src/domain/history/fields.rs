//! The chain of values of each field.

use super::{Occasion, Version, Written};
use crate::domain::customer::Values;
use crate::domain::field::Field;
use crate::domain::snapshot::JournalLine;

/// What became of one field. Fields that never held anything have no story.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldStory {
    /// The field.
    pub field: Field,
    /// Its values, the one that counts now first. Never empty.
    pub steps: Vec<Step>,
}

/// A value that a field got.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The value; empty where it was cleared, or went with the customer.
    pub value: String,
    /// What it was before; empty where there was nothing.
    pub before: String,
    /// Where it came from.
    pub occasion: Occasion,
}

/// The story of every field, in the order of the templates. `versions` are the oldest first, as the store gives
/// them; `journal` is the snapshot's, newest first.
#[must_use]
pub fn field_history(versions: &[Version], journal: &[JournalLine]) -> Vec<FieldStory> {
    let nothing = Values::new();
    let mut before = &nothing;
    let mut stories: Vec<FieldStory> = Field::ALL.map(|field| FieldStory { field, steps: Vec::new() }).into();
    for version in versions {
        let (values, row) = match &version.customer {
            Written::Nothing => continue,
            Written::Values(customer) => (&customer.values, customer.row),
            Written::Gone => (&nothing, None),
        };
        let occasion = Occasion::of(version.revision, row, journal);
        for story in &mut stories {
            let (old, new) = (before.text(story.field), values.text(story.field));
            if old != new {
                story.steps.insert(0, Step { value: new.to_owned(), before: old.to_owned(), occasion: occasion.clone() });
            }
        }
        before = values;
    }
    stories.retain(|story| !story.steps.is_empty());
    stories
}
