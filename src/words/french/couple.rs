//! Couples, in French.

use crate::domain::draft::Bond;
use crate::words::couple::CoupleWords;

pub(super) const WORDS: CoupleWords = CoupleWords {
    title: "Réunir deux lignes en une déclaration",
    joined: "Deux lignes, une déclaration\u{a0}: séparer\u{a0}?",
    main_filer: "déclarant",
    partner: "partenaire",
    bond,
    joint_return: "La déclaration commune",
    not_kept: "Pas gardé de la ligne du partenaire",
    all_kept: "Tout est gardé de la ligne du partenaire.",
    partner_is_stored: |id| format!("i Le partenaire est {id} dans Instroom\u{a0}: ce client reste, sans ligne."),
    pair_place: |at, all| format!("paire {at} sur {all}"),
    enter_joins: "{choose} les réunit\u{a0}; {undo} l'annule.",
    enter_parts: "{choose} rend à chaque ligne sa propre déclaration.",
};

/// Why two rows are held to be one return.
fn bond(bond: Bond) -> &'static str {
    match bond {
        Bond::NamedPartner => "l'un nomme l'autre comme partenaire",
        Bond::StoredCouple => "enregistrés comme couple auparavant",
        Bond::Household => "mêmes adresse et e-mail, aucun ne nomme de partenaire",
    }
}
