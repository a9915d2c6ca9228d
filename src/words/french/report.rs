//! The report, in French.

use super::plural;
use crate::words::report::ReportWords;

pub(super) const WORDS: ReportWords = ReportWords {
    title: "Rapport",
    import_number: |number| format!("importation {number}"),
    done: |added, known, before, after| {
        format!(
            "Terminé. {}, {}. Dans Instroom\u{a0}: {before} -> {after}.",
            plural(added, "nouveau", "nouveaux"),
            plural(known, "connu", "connus")
        )
    },
    added: "ajoutés",
    updated: "clients connus",
    left_alone: "non modifiés",
    not_selected: "non choisis",
    invalid_rows: "lignes invalides",
    total: "lignes du fichier",
    added_note: |flow| format!("{flow}\u{a0}: non envoyé"),
    can_be_fixed: "pas importées\u{a0}: l'onglet {tab-4} dit quoi faire",
    next: "Ensuite",
    next_rows: "Revenir aux lignes\u{a0}: ce qui reste peut encore être importé",
    next_invalid: "Voir les lignes invalides",
    next_another: "Importer un autre classeur",
    next_start: "Vers l'écran d'accueil",
};
