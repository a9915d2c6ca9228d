//! Which column is which field, in French.

use super::trade;
use crate::domain::field::Field;
use crate::domain::mapping::{Doubt, Ground};
use crate::domain::sheet::column_letters;
use crate::domain::template::near::Nearness;

/// The names of fields, one behind the other.
pub(super) fn fields(fields: &[Field]) -> String {
    fields.iter().map(|field| trade::field(*field)).collect::<Vec<_>>().join(", ")
}

pub(super) fn ground(ground: &Ground) -> String {
    match ground {
        Ground::Template => "titre d'un modèle".to_owned(),
        Ground::Synonym => "titre connu".to_owned(),
        Ground::Near { known, how: Nearness::Slips(slips) } => {
            format!("proche de \"{known}\", {}", super::plural(*slips, "faute", "fautes"))
        }
        Ground::Near { known, how: Nearness::Qualified | Nearness::AmongOthers } => format!("le titre a \"{known}\""),
        Ground::Values { passing, of } => format!("valeurs\u{a0}: {passing} sur {of}"),
        Ground::Beside { field } => format!("à côté de {}", trade::field(*field)),
        Ground::Elimination => "ce qui reste".to_owned(),
        Ground::Saved { name } => format!("enregistré\u{a0}: {name}"),
        Ground::AdminPulse => "liste d'AdminPulse".to_owned(),
    }
}

pub(super) fn doubt(doubt: Doubt) -> String {
    match doubt {
        Doubt::Taken { field, column } => {
            format!("Ressemble aussi à {}, mais la colonne {} convient mieux.", trade::field(field), column_letters(column))
        }
        Doubt::Rival { column } => {
            format!("La colonne {} ressemble au même champ\u{a0}: vérifiez laquelle des deux c'est.", column_letters(column))
        }
        Doubt::OtherValues { field, passing, of } => {
            format!("Le titre dit {}, mais {passing} valeurs sur {of} seulement en sont.", trade::field(field))
        }
        Doubt::WholeName => "Prénom et nom semblent être dans une cellule\u{a0}: séparez-les d'abord dans le fichier.".to_owned(),
    }
}
