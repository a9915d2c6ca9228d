//! What steps did, in Dutch.

use super::trade;
use crate::app::made::{Chosen, Made, Turn};
use crate::domain::draft::{Bucket, Deed};
use crate::words::plural;
use crate::words::steps::StepsWords;

pub(super) const WORDS: StepsWords = StepsWords {
    made,
    none: "nog niets beslist",
    here: "u bent hier",
    taken_back: "teruggenomen",
    imported: "geïmporteerd",
    commit: "tot hier geïmporteerd: verder terug kan niet",
};

pub(super) fn made(made: &Made) -> String {
    let rows = || made.row.map_or_else(|| plural(made.rows, "rij", "rijen"), |row| format!("rij {row}"));
    match made.deed {
        Deed::Mark => match made.turn {
            Turn::On => format!("{} gekozen", rows()),
            Turn::Off => format!("{} niet meer gekozen", rows()),
            Turn::Both => format!("{} omgekeerd", plural(made.rows, "keuze", "keuzes")),
        },
        Deed::Choose => made.chosen.iter().map(chosen).collect::<Vec<_>>().join(", "),
        Deed::TakeSides => match made.turn {
            Turn::On => format!("{} uit de import", values(made)),
            Turn::Off => format!("{} uit de opslag", values(made)),
            Turn::Both => format!("{} gekozen", values(made)),
        },
        Deed::Type if made.turn == Turn::Off => format!("{} weer zoals in het bestand", values(made)),
        Deed::Type => format!("{} ingetypt", values(made)),
        Deed::TakeSuggestion => format!("{} volgens voorstel", values(made)),
        Deed::Replace => format!("{} vervangen", values(made)),
        Deed::Map => format!("{} een ander veld gegeven", plural(made.values, "kolom", "kolommen")),
        Deed::HoldApart if made.turn == Turn::Off => format!("{} niet meer apart gehouden", rows()),
        Deed::HoldApart => format!("{} apart gehouden: een andere klant", rows()),
        Deed::Join => match made.main {
            Some(main) => format!("{} samengevoegd met rij {main}", rows()),
            None => format!("{} weer apart", rows()),
        },
        Deed::ApplyRule => format!("regel voor de rest: {} van {}", plural(made.values, "veld", "velden"), rows()),
        Deed::Accept => format!("{} nagekeken", rows()),
    }
}

fn values(made: &Made) -> String {
    match (made.field, made.row, made.values) {
        (Some(field), Some(row), 1) => format!("{} rij {row}", trade::field(field)),
        (_, Some(row), count) => format!("{} van rij {row}", plural(count, "waarde", "waarden")),
        (_, None, count) => plural(count, "waarde", "waarden"),
    }
}

fn chosen(chosen: &Chosen) -> String {
    match chosen {
        Chosen::Language(Some(language)) => format!("taal {}", trade::language(*language)),
        Chosen::Language(None) => "geen taal".to_owned(),
        Chosen::Questionnaire(Some(id)) => format!("vragenlijst {id}"),
        Chosen::Questionnaire(None) => "geen vragenlijst".to_owned(),
        Chosen::Flow(Some(id)) => format!("taskflow {id}"),
        Chosen::Flow(None) => "geen taskflow".to_owned(),
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
