//! What is said where values are put right, in French.

use super::plural;
use crate::app::replacing::Scope;
use crate::domain::finding::Proof;
use crate::domain::replacement::Unclear;
use crate::domain::sheet::CellKind;

/// What a cell is in the workbook.
pub(super) fn cell_kind(kind: CellKind) -> &'static str {
    match kind {
        CellKind::Text => "un texte",
        CellKind::Number => "un nombre",
        CellKind::Date => "une date",
        CellKind::Bool => "vrai ou faux",
        CellKind::Error => "une erreur d'Excel",
    }
}

/// What shows that a suggested value is right.
pub(super) fn proof(proof: &Proof) -> String {
    match proof {
        Proof::NationalNumber => "passe tous les contrôles d'un numéro national".to_owned(),
        Proof::EnterpriseNumber => "passe tous les contrôles d'un numéro d'entreprise".to_owned(),
        Proof::BelgianMobile => "est un numéro de GSM belge".to_owned(),
        Proof::ForeignMobile => "est un numéro en forme internationale".to_owned(),
        Proof::Address => "est une adresse e-mail".to_owned(),
        Proof::Domain(domain) => format!("{domain} est connu, à une faute de frappe près"),
        Proof::Colleague(address) => format!("{address} est un collègue, à une faute près"),
        Proof::Language(code) => format!("{code} est le code de la langue"),
        Proof::PostalCode => "est un code postal belge".to_owned(),
        Proof::Date => "est une date".to_owned(),
        Proof::SameWords => "les mêmes mots, sans les espaces".to_owned(),
        Proof::LeftOut => "retire ce qui contredit la ligne".to_owned(),
        Proof::Remembered => "corrigé ainsi dans une importation précédente".to_owned(),
    }
}

/// The rows that are gone through.
pub(super) fn scope(scope: Scope, rows: usize) -> String {
    match scope {
        Scope::Range => plural(rows, "ligne de la plage", "lignes de la plage"),
        Scope::Selected => plural(rows, "ligne choisie", "lignes choisies"),
        Scope::Shown => plural(rows, "ligne affichée", "lignes affichées"),
    }
}

/// Why it is not clear what is looked for.
pub(super) fn unclear(unclear: &Unclear) -> String {
    match unclear {
        Unclear::Nothing => "Tapez ce que vous cherchez.".to_owned(),
        Unclear::Group(at) => format!("La parenthèse en {at} est seule\u{a0}; \\( est le signe même."),
        Unclear::Set(at) => format!("L'ensemble en {at} est incomplet\u{a0}: [abc] ou [a-z]."),
        Unclear::Repetition(at) => format!("En {at}, rien n'est répété\u{a0}; \\* est le signe même."),
        Unclear::Escape(at) => format!("Le \\ en {at} ne dit rien\u{a0}; \\\\ est le signe même."),
        Unclear::NotOnOffer(at) => format!("Ce qui est en {at} n'existe pas ici (look-around)."),
        Unclear::NoSuchGroup(group) => format!("Il n'y a pas de groupe {group} entre parenthèses."),
        Unclear::TooLarge => "Cette expression est trop grande.".to_owned(),
        Unclear::Other(at) => format!("L'expression n'est pas comprise en {at}."),
    }
}
