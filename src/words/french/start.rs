//! The start screen, in French.

use super::plural;
use crate::words::start::StartWords;

pub(super) const WORDS: StartWords = StartWords {
    tagline: "de la liste à la campagne fiscale",
    what_to_do: "Que voulez-vous faire\u{a0}?",
    new_import: "Nouvelle importation depuis un classeur",
    new_import_note: "choisissez et vérifiez un fichier\u{a0}; rien n'est écrit sans votre accord",
    unsaved: |dossiers, customers| {
        let dossiers = (dossiers > 0 || customers == 0).then(|| plural(dossiers, "dossier", "dossiers"));
        let customers = (customers > 0).then(|| plural(customers, "client", "clients"));
        format!("Pas encore enregistré\u{a0}: {}", dossiers.into_iter().chain(customers).collect::<Vec<_>>().join(", "))
    },
    unsaved_note: "des modifications restées à l'arrêt du programme\u{a0}: {open} les montre",
    invite: "Inviter les clients",
    invite_note: "voyez qui reçoit un e-mail, qui non et pourquoi\u{a0}; rien ne part seul",
    answers: "Lire les réponses reçues",
    answers_note: "comparez les questionnaires remplis et reprenez ce qui est juste",
    outbox_note: "ce qui est envoyé, ce qui attend et ce que vous devez décider",
    template: "Enregistrer le modèle",
    template_note: "un classeur vide avec listes déroulantes, un exemple et explications",
    store_reading: "Lecture de la base ...",
    store_none: "Il n'y a pas encore de base\u{a0}: la première importation la crée.",
    store_holds: |customers| format!("Dans Instroom\u{a0}: {}", plural(customers, "client", "clients")),
    last_imports: "Dernières importations",
    import_line: |when, file, who, added, dossiers, updated| {
        format!(
            "  {when}  {file}  {who}   {}, {}, {}",
            plural(added, "ajout", "ajouts"),
            plural(updated, "modifié", "modifiés"),
            plural(dossiers, "dossier", "dossiers")
        )
    },
};
