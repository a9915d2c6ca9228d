//! What steps did, in French.

use super::{plural, trade};
use crate::app::made::{Chosen, Made, Turn};
use crate::domain::draft::{Bucket, Deed};
use crate::words::steps::StepsWords;

pub(super) const WORDS: StepsWords = StepsWords {
    made,
    none: "rien n'est encore décidé",
    here: "vous êtes ici",
    taken_back: "annulée",
    imported: "importée",
    commit: "importé jusqu'ici\u{a0}: l'annulation s'arrête",
};

pub(super) fn made(made: &Made) -> String {
    // A participle agrees with its rows.
    let rows = |one: &str, many: &str| match made.row {
        Some(row) => format!("ligne {row} {one}"),
        None => plural(made.rows, &format!("ligne {one}"), &format!("lignes {many}")),
    };
    match made.deed {
        Deed::Mark => match made.turn {
            Turn::On => rows("choisie", "choisies"),
            Turn::Off => rows("laissée", "laissées"),
            Turn::Both => plural(made.rows, "choix inversé", "choix inversés"),
        },
        Deed::Choose => made.chosen.iter().map(chosen).collect::<Vec<_>>().join(", "),
        Deed::TakeSides => match made.turn {
            Turn::On => format!("valeur importée pour {}", values(made)),
            Turn::Off => format!("valeur de la base pour {}", values(made)),
            Turn::Both => format!("choix pour {}", values(made)),
        },
        Deed::Type if made.turn == Turn::Off => format!("valeur du fichier pour {}", values(made)),
        Deed::Type => format!("saisie pour {}", values(made)),
        Deed::TakeSuggestion => format!("proposition pour {}", values(made)),
        Deed::Replace => format!("remplacement pour {}", values(made)),
        Deed::Map => format!("autre champ pour {}", plural(made.values, "colonne", "colonnes")),
        Deed::HoldApart if made.turn == Turn::Off => rows("plus tenue à part", "plus tenues à part"),
        Deed::HoldApart => rows("tenue à part\u{a0}: un autre client", "tenues à part\u{a0}: d'autres clients"),
        Deed::Join => match made.main {
            Some(main) => format!("{} à la ligne {main}", rows("jointe", "jointes")),
            None => rows("de nouveau à part", "de nouveau à part"),
        },
        Deed::ApplyRule => {
            format!("règle pour le reste\u{a0}: {}, {}", plural(made.values, "champ", "champs"), plural(made.rows, "ligne", "lignes"))
        }
        Deed::Accept => rows("vérifiée", "vérifiées"),
    }
}

fn values(made: &Made) -> String {
    match (made.field, made.row, made.values) {
        (Some(field), Some(row), 1) => format!("{}, ligne {row}", trade::field(field)),
        (_, Some(row), count) => format!("{}, ligne {row}", plural(count, "champ", "champs")),
        (_, None, count) => plural(count, "champ", "champs"),
    }
}

fn chosen(chosen: &Chosen) -> String {
    match chosen {
        Chosen::Language(Some(language)) => format!("{} comme langue", trade::language(*language)),
        Chosen::Language(None) => "aucune langue".to_owned(),
        Chosen::Questionnaire(Some(id)) => format!("le questionnaire {id}"),
        Chosen::Questionnaire(None) => "aucun questionnaire".to_owned(),
        Chosen::Flow(Some(id)) => format!("flux {id}"),
        Chosen::Flow(None) => "aucun flux".to_owned(),
    }
}

/// Where something is that is not shown.
pub(super) fn elsewhere(tab: Option<Bucket>) -> &'static str {
    match tab {
        None => "",
        Some(Bucket::OnlyInImport) => " (onglet {tab-1})",
        Some(Bucket::OnlyInStore) => " (onglet {tab-2})",
        Some(Bucket::Duplicates) => " (onglet {tab-3})",
        Some(Bucket::Invalid) => " (onglet {tab-4})",
    }
}
