//! What steps did, in English.

use super::trade;
use crate::app::made::{Chosen, Made, Turn};
use crate::domain::draft::{Bucket, Deed};
use crate::words::plural;
use crate::words::steps::StepsWords;

pub(super) const WORDS: StepsWords = StepsWords {
    made,
    none: "nothing decided yet",
    here: "you are here",
    taken_back: "taken back",
    imported: "imported",
    commit: "imported up to here: undoing stops here",
};

pub(super) fn made(made: &Made) -> String {
    let rows = || made.row.map_or_else(|| plural(made.rows, "row", "rows"), |row| format!("row {row}"));
    match made.deed {
        Deed::Mark => match made.turn {
            Turn::On => format!("{} selected", rows()),
            Turn::Off => format!("{} deselected", rows()),
            Turn::Both => format!("{} turned around", plural(made.rows, "mark", "marks")),
        },
        Deed::Choose => made.chosen.iter().map(chosen).collect::<Vec<_>>().join(", "),
        Deed::TakeSides => match made.turn {
            Turn::On => format!("{} from the import", values(made)),
            Turn::Off => format!("{} from the store", values(made)),
            Turn::Both => format!("{} chosen", values(made)),
        },
        Deed::Type if made.turn == Turn::Off => format!("{} as in the file again", values(made)),
        Deed::Type => format!("{} typed", values(made)),
        Deed::TakeSuggestion => format!("{} cured as suggested", values(made)),
        Deed::Replace => format!("{} replaced", values(made)),
        Deed::Map => format!("{} given another field", plural(made.values, "column", "columns")),
        Deed::HoldApart if made.turn == Turn::Off => format!("{} no longer held apart", rows()),
        Deed::HoldApart => format!("{} held apart: another customer", rows()),
        Deed::Join => match made.main {
            Some(main) => format!("{} joined to row {main}", rows()),
            None => format!("{} on its own again", rows()),
        },
        Deed::ApplyRule => format!("rule for the rest: {} of {}", plural(made.values, "field", "fields"), rows()),
        Deed::Accept => format!("{} looked at", rows()),
    }
}

fn values(made: &Made) -> String {
    match (made.field, made.row, made.values) {
        (Some(field), Some(row), 1) => format!("{} of row {row}", trade::field(field)),
        (_, Some(row), count) => format!("{} of row {row}", plural(count, "value", "values")),
        (_, None, count) => plural(count, "value", "values"),
    }
}

fn chosen(chosen: &Chosen) -> String {
    match chosen {
        Chosen::Language(Some(language)) => format!("language {}", trade::language(*language)),
        Chosen::Language(None) => "no language".to_owned(),
        Chosen::Questionnaire(Some(id)) => format!("questionnaire {id}"),
        Chosen::Questionnaire(None) => "no questionnaire".to_owned(),
        Chosen::Flow(Some(id)) => format!("task flow {id}"),
        Chosen::Flow(None) => "no task flow".to_owned(),
    }
}

/// Where something is that is not shown.
pub(super) fn elsewhere(tab: Option<Bucket>) -> &'static str {
    match tab {
        None => "",
        Some(Bucket::OnlyInImport) => " (tab {tab-1})",
        Some(Bucket::OnlyInStore) => " (tab {tab-2})",
        Some(Bucket::Duplicates) => " (tab {tab-3})",
        Some(Bucket::Invalid) => " (tab {tab-4})",
    }
}
