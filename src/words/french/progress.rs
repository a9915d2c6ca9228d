//! Work under way, in French.

use crate::words::progress::ProgressWords;

pub(super) const WORDS: ProgressWords = ProgressWords {
    opening: |file| format!("Ouverture de {file}"),
    preparing: "Préparation du résumé",
    weighing: "Calcul de l'effet de chaque règle",
    committing: "Écriture dans Instroom",
    refreshing: "Nouvelle lecture de la base",
    writing_template: "Écriture du modèle",
    writing_plan: "Écriture du plan",
    exporting: "Écriture du fichier",
    can_be_stopped: "{cancel} arrête",
    ends_whole: "tout ou rien\u{a0}: {cancel} avant que ce soit définitif",
    ends_by_itself: "ne peut pas être arrêté, se termine tout seul",
    left: |time| format!("encore environ {time} pour cette étape"),
    beginning: "cela commence ...",
    stage_reading: "Lecture du classeur",
    stage_reading_store: "Lecture de la base",
    stage_judging: "Vérification des lignes",
    stage_matching: "Comparaison avec Instroom",
    stage_weighing: "Comparaison des champs",
    stage_preparing: "Calcul de ce qui sera écrit",
    stage_writing: "Écriture des clients",
    stage_syncing: "Mise en sûreté sur le disque",
    stage_exporting: "Écriture des lignes",
    stage_answers: "Lecture des questionnaires",
    stage_backup: "Lecture de la sauvegarde",
    stage_letters: "Écriture des e-mails",
    stage_sending: "Envoi des e-mails",
    done_of: |done, all| format!("{done} sur {all}"),
};
