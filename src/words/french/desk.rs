//! The tabs of an import, in French.

use super::plural;
use crate::domain::draft::Bucket;
use crate::words::desk::DeskWords;

pub(super) const WORDS: DeskWords = DeskWords {
    title: "Importation",
    opened_as: |file, sheet, row| format!("{file}  [{sheet}, intitulés à la ligne {row}]"),
    flow_label: "Flux",
    language_short: "Langue",
    questionnaire_short: "Questions",
    choose: "choisir",
    selected: |rows| plural(rows, "choisi", "choisis"),
    by_reason: "Par raison ({group})\u{a0}:",
    do_new: "{import} ajoute les clients choisis à Instroom, après un résumé.",
    do_stored: "Aucune ligne ne correspond à ces clients. Rien ne leur arrive.",
    do_duplicates: "{open} montre les différences\u{a0}: choisissez les champs à écraser.",
    do_invalid: "{take-suggestion} reprend une proposition, {take-alike} pour tous les pareils, {edit} corrige.",
    nothing_in,
    has_dossier: "existe",
    no_dossier_yet: "pas encore",
    not_in_file: "pas dans ce fichier",
    not_linked: "hors de ce flux",
    partner_of_row: "partenaire ici",
    columns: "Colonnes\u{a0}: {toggle} affiche ou masque",
};

fn nothing_in(bucket: Bucket) -> &'static str {
    match bucket {
        Bucket::OnlyInImport => "Aucun nouveau client dans ce fichier.",
        Bucket::OnlyInStore => "Aucun client d'Instroom ne manque dans ce fichier.",
        Bucket::Duplicates => "Aucune ligne de ce fichier n'est déjà dans Instroom.",
        Bucket::Invalid => "Aucune ligne invalide.",
    }
}
