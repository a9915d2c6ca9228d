//! Which column is which field, in French.

use super::plural;
use super::trade;
use crate::domain::field::Field;
use crate::domain::mapping::{Doubt, Ground};
use crate::domain::sheet::column_letters;
use crate::domain::template::near::Nearness;
use crate::words::mapping::MappingWords;

pub(super) const WORDS: MappingWords = MappingWords {
    title: "Que contient chaque colonne\u{a0}?",
    counts: |read, out, check| {
        format!("{}, {}, {check} à vérifier", plural(read, "colonne lue", "colonnes lues"), plural(out, "écartée", "écartées"))
    },
    missing: |fields| format!("Encore sans colonne\u{a0}: {fields}"),
    complete: "Chaque champ obligatoire a sa colonne.",
    known_as: |name| format!("Reconnu à ses intitulés\u{a0}: «\u{a0}{name}\u{a0}», enregistré par le bureau."),
    known_as_adminpulse: "Reconnu à ses intitulés\u{a0}: le fichier de migration d'AdminPulse.",
    column_heading: "intitulé",
    first_value: "valeur",
    mapped_to: "lu comme",
    sure: "sûr",
    why: "pourquoi",
    ground,
    doubt,
    left_out: "écartée",
    leave_out: "ne pas lire cette colonne",
    in_or_out: "oui/non",
    by_you: "votre choix",
    no_heading: "(sans intitulé)",
    column_named: |letters| format!("colonne {letters}"),
    counting: "comptage en cours ...",
    column_filled: |filled, rows| format!("{filled} sur {} avec une valeur", plural(rows, "ligne", "lignes")),
    column_counts: |filled, rows, valid, invalid| {
        format!("{filled} sur {} avec une valeur\u{a0}; juste\u{a0}: {valid}, invalide\u{a0}: {invalid}", plural(rows, "ligne", "lignes"))
    },
    first_values: "Premières valeurs",
    wrong_values: "Valeurs fausses",
    could_also_be: "Peut aussi être",
    lines_by_o: |lines| format!("encore {}\u{a0}: {{see-values}} les montre", plural(lines, "ligne", "lignes")),
    values_by_o: "{see-values} montre chaque valeur et son erreur",
    back_by_o: "{see-values} revient",
    do_mapping: "{open} choisit un champ, {toggle} écarte, {go-on} continue.",
    name: "Enregistrer ce choix de colonnes sous",
    name_keys: "{choose} accepte   {close} quitte",
};

/// The names of fields, one behind the other.
pub(super) fn fields(fields: &[Field]) -> String {
    fields.iter().map(|field| trade::field(*field)).collect::<Vec<_>>().join(", ")
}

fn ground(ground: &Ground) -> String {
    match ground {
        Ground::Template => "intitulé d'un modèle".to_owned(),
        Ground::Synonym => "intitulé connu".to_owned(),
        Ground::Near { known, how: Nearness::Slips(slips) } => {
            format!("proche de «\u{a0}{known}\u{a0}», {}", super::plural(*slips, "faute", "fautes"))
        }
        Ground::Near { known, how: Nearness::Qualified | Nearness::AmongOthers } => format!("«\u{a0}{known}\u{a0}» dans l'intitulé"),
        Ground::Values { passing, of } => format!("valeurs\u{a0}: {passing} sur {of}"),
        Ground::Beside { field } => format!("à côté de {}", trade::field(*field)),
        Ground::Elimination => "ce qui reste".to_owned(),
        Ground::Saved { name } => format!("enregistré\u{a0}: {name}"),
        Ground::AdminPulse => "liste d'AdminPulse".to_owned(),
    }
}

fn doubt(doubt: Doubt) -> String {
    match doubt {
        Doubt::Taken { field, column } => {
            format!("Ressemble aussi à {}, mais la colonne {} convient mieux.", trade::field(field), column_letters(column))
        }
        Doubt::Rival { column } => {
            format!("La colonne {} ressemble au même champ\u{a0}: vérifiez laquelle des deux c'est.", column_letters(column))
        }
        Doubt::OtherValues { field, passing, of } => {
            let so_many = match passing {
                0 => format!("aucune des {of} valeurs n'en est une"),
                1 => format!("1 valeur sur {of} seulement en est une"),
                _ => format!("{passing} valeurs sur {of} seulement en sont"),
            };
            format!("L'intitulé dit {}, mais {so_many}.", trade::field(field))
        }
        Doubt::WholeName => "Prénom et nom semblent être dans une cellule\u{a0}: séparez-les d'abord dans le fichier.".to_owned(),
    }
}
