//! What is said where values are put right, in French.

use super::plural;
use crate::app::replacing::Scope;
use crate::domain::finding::Proof;
use crate::domain::replacement::Unclear;
use crate::domain::sheet::CellKind;
use crate::words::fixing::FixingWords;

pub(super) const WORDS: FixingWords = FixingWords {
    in_the_file: "Fichier",
    cell_kind,
    edited: "Corrigé",
    problem: "Problème",
    new_value: "Nouveau",
    suggestions: "Au choix",
    proof,
    offer_empty: "laisser le champ vide",
    offer_now: "comme c'est maintenant",
    offer_person: "un particulier",
    offer_colleague: "un collègue",
    offer_file: "comme dans le fichier",
    nothing_wrong: "Rien à redire à cette valeur.",
    after_this: "Ensuite",
    goes_to: |tab| format!("la ligne passe dans «\u{a0}{tab}\u{a0}»"),
    stays_in: |tab| format!("la ligne reste dans «\u{a0}{tab}\u{a0}»"),
    invalid_become: |before, after| format!("non valides\u{a0}: de {before} à {after}"),
    rows_become: |before, after| format!("de {before} à {after}"),
    still_wrong: "Reste faux",
    accept: "accepter",
    accept_next: "accepter, suivant",
    show: "montrer",
    foot: "{choose} accepte   {accept-next} accepte, suivant   {close} laisse",
    workbook_unchanged: "Le classeur lui-même n'est pas modifié.",
    new_values_wrong: |values| plural(values, "nouvelle valeur fausse", "nouvelles valeurs fausses"),
    changes_to_come: |values| plural(values, "valeur changerait", "valeurs changeraient"),
    alike_because: |reason, proof| format!("Même erreur\u{a0}: {reason}. La nouvelle valeur\u{a0}: {proof}."),
    replaced_by: |find, with| format!("«\u{a0}{find}\u{a0}» remplacé par «\u{a0}{with}\u{a0}»."),
    repeating: "La dernière valeur saisie, sur ces lignes aussi.",
    proposal_foot: "{choose} reprend tout   {close} rien",
    take_all: "tout",
    replace_in: |field| format!("Chercher et remplacer dans\u{a0}: {field}"),
    find: "Chercher",
    replace_with: "Remplacer par",
    in_rows: "Où",
    scope,
    is_expression: "expression régulière, $1 est un groupe",
    ignores_case: "majuscules et minuscules égales",
    unclear,
    replace_foot: "{next-part} suite   Espace coche   {choose} montre",
};

/// What a cell is in the workbook.
fn cell_kind(kind: CellKind) -> &'static str {
    match kind {
        CellKind::Text => "un texte",
        CellKind::Number => "un nombre",
        CellKind::Date => "une date",
        CellKind::Bool => "vrai ou faux",
        CellKind::Error => "une erreur d'Excel",
    }
}

/// What shows that a suggested value is right.
fn proof(proof: &Proof) -> String {
    match proof {
        Proof::NationalNumber => "passe tous les contrôles d'un numéro de registre national".to_owned(),
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
fn scope(scope: Scope, rows: usize) -> String {
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
        Unclear::Group(at) => format!("La parenthèse en {at} est seule\u{a0}; \\( est le signe lui-même."),
        Unclear::Set(at) => format!("L'ensemble en {at} est incomplet\u{a0}: [abc] ou [a-z]."),
        Unclear::Repetition(at) => format!("En {at}, rien n'est répété\u{a0}; \\* est le signe lui-même."),
        Unclear::Escape(at) => format!("Le \\ en {at} ne dit rien\u{a0}; \\\\ est le signe lui-même."),
        Unclear::NotOnOffer(at) => format!("Ce qui est en {at} n'existe pas ici (look-around)."),
        Unclear::NoSuchGroup(group) => format!("Il n'y a pas de groupe {group} entre parenthèses."),
        Unclear::TooLarge => "Cette expression est trop grande.".to_owned(),
        Unclear::Other(at) => format!("L'expression n'est pas comprise en {at}."),
    }
}
