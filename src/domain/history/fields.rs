//! The chain of values of each field.

use std::collections::BTreeMap;

use super::{Occasion, Source, Version, Written};
use crate::domain::customer::Values;
use crate::domain::dossier::{Dossier, Settled, Settlement};
use crate::domain::field::Field;
use crate::domain::snapshot::JournalLine;
use crate::domain::task_flow::TaskFlowId;

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
    let mut decided = BTreeMap::new();
    let mut stories: Vec<FieldStory> = Field::ALL.map(|field| FieldStory { field, steps: Vec::new() }).into();
    for version in versions {
        let returned = returned(version, &mut decided);
        let (values, row) = match &version.customer {
            Written::Nothing => continue,
            Written::Values(customer) => (&customer.values, customer.row),
            Written::Gone => (&nothing, None),
        };
        let mut occasion = Occasion::of(version.revision, row, journal);
        occasion.source = returned.unwrap_or(occasion.source);
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

/// The questionnaire whose answers a version took over into the record; none where it did not. `decided` is what the versions
/// before it had decided in each dossier.
fn returned<'a>(version: &'a Version, decided: &mut BTreeMap<&'a TaskFlowId, &'a [Settled]>) -> Option<Source> {
    let mut source = None;
    for (flow, dossier) in &version.dossiers {
        let now = dossier.as_ref().map_or(&[][..], |dossier| &dossier.course.settled);
        let before = decided.insert(flow, now).unwrap_or_default();
        let is_new = |one: &Settled| one.how == Settlement::TakenOver && !before.contains(one);
        let file = |dossier: &Dossier| dossier.course.file.clone();
        if now.iter().any(is_new) {
            source = Some(Source::Returned { flow: flow.clone(), file: dossier.as_ref().and_then(file) });
        }
    }
    source
}
