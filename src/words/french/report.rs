//! The report, in French.

use super::{noun, plural};
use crate::words::report::ReportWords;

pub(super) const WORDS: ReportWords = ReportWords {
    title: "Rapport",
    import_number: |number| format!("importation {number}"),
    done: |added, known, before, after| {
        format!(
            "Terminé. {}, {}. Clients\u{a0}: de {before} à {after}.",
            plural(added, "nouveau", "nouveaux"),
            plural(known, "connu", "connus")
        )
    },
    added: |count| noun(count, "ajouté", "ajoutés"),
    updated: |count| noun(count, "client connu", "clients connus"),
    left_alone: |count| noun(count, "non modifié", "non modifiés"),
    not_selected: |count| noun(count, "non choisi", "non choisis"),
    invalid_rows: |count| noun(count, "ligne invalide", "lignes invalides"),
    total: |count| noun(count, "ligne du fichier", "lignes du fichier"),
    added_note: |flow| format!("{flow}\u{a0}: non envoyé"),
    can_be_fixed: "à corriger\u{a0}: voyez l'onglet {tab-4}",
    next: "Ensuite",
    next_rows: "Revenir aux lignes\u{a0}: le reste s'importe encore",
    next_invalid: "Voir les lignes invalides",
    next_another: "Importer un autre classeur",
    next_start: "Vers l'écran d'accueil",
};
