//! The start screen, in French.

use super::plural;
use crate::words::start::StartWords;

pub(super) const WORDS: StartWords = StartWords {
    tagline: "les clients dans la saison",
    what_to_do: "Que voulez-vous faire\u{a0}?",
    new_import: "Nouvelle importation depuis un classeur",
    new_import_note: "choisissez et vérifiez un fichier\u{a0}; rien n'est écrit sans votre accord",
    template: "Télécharger le modèle",
    template_note: "un classeur vide avec listes déroulantes, un exemple et explications",
    store_reading: "Lecture de la base ...",
    store_none: "Il n'y a pas encore de base\u{a0}: la première importation la crée.",
    store_holds: |customers| format!("Dans Instroom\u{a0}: {}", plural(customers, "client", "clients")),
    last_imports: "Dernières importations",
    import_line: |when, file, who, added, dossiers, updated| {
        format!(
            "  {when}  {file}  {who}   {added} nouv., {}, {}",
            plural(updated, "modifié", "modifiés"),
            plural(dossiers, "dossier", "dossiers")
        )
    },
};
