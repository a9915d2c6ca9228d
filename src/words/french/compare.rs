//! Duplicates, field by field, in French.

use super::plural;
use crate::domain::draft::SidesRule;
use crate::words::compare::CompareWords;

pub(super) const WORDS: CompareWords = CompareWords {
    title: "Doublon, champ par champ",
    field_heading: "champ",
    in_store: "dans Instroom",
    in_import: "dans le fichier",
    same: "identique",
    empty_keeps: "(vide\u{a0}: inchangé)",
    as_it_will_be: "Le client tel qu'il sera",
    fields_change: |count| format!("{} (*)", plural(count, "champ changera", "champs changeront")),
    only_chosen_written: "Seuls les champs choisis sont écrits. Le vide n'efface rien.",
    looked_at_of: |looked, all| format!("{looked} sur {all} vus"),
    looked_at: "vu",
    no_rule: "à voir par vous-même",
    changes: "Change",
    stays: "Reste",
    dossier_to_come: "Pas encore de dossier dans ce flux de travail\u{a0}: {back}, puis {toggle} sur la ligne en crée un.",
    empty_never: "Une cellule vide du fichier n'efface jamais rien dans Instroom.",
    side: "côté",
    accept: "accepter",
    value_title: |field| format!("Une autre valeur\u{a0}: {field}"),
    value_foot: "{choose} valide   {close} ferme",
    value_right: |value| format!("Correct\u{a0}: {value}"),
    value_as_stored: "C'est déjà dans Instroom\u{a0}: rien ne changera.",
    value_empty: "Vide\u{a0}: Instroom garde ce qu'il a.",
    value_other: "Avec cette valeur, la ligne ne correspondrait plus à ce client.",
    rules_title: "Une règle pour les autres doublons",
    rules_for: |rows| format!("Pour {} encore.", plural(rows, "doublon que personne n'a vu", "doublons que personne n'a vus")),
    rules_unsure: |rows| {
        format!("{}\u{a0}: sans règle, à voir par vous-même.", plural(rows, "autre est INCERTAIN", "autres sont INCERTAINS"))
    },
    rules_replace: "Ce qui y était choisi auparavant, sans être accepté, est remplacé.",
    rule,
    one_by_one: "Continuer un par un",
    rule_does: |fields, customers| format!("{} chez {}", plural(fields, "champ", "champs"), plural(customers, "client", "clients")),
    rule_nothing: "rien n'est écrit",
    apply: "faire",
    other_one: "autre",
};

fn rule(rule: SidesRule) -> &'static str {
    match rule {
        SidesRule::Leave => "Ne rien changer\u{a0}: Instroom garde ce qu'il a",
        SidesRule::FillBlanks => "Remplir seulement ce qui est vide",
        SidesRule::ImportWins => "Prendre ce qui est rempli\u{a0}; ajouter les étiquettes",
    }
}
