//! Les questionnaires revenus, à l'écran, en français.

use super::plural;
use crate::words::ArrivedWords;

pub(super) const WORDS: ArrivedWords = ArrivedWords {
    title: "Réponses reçues",
    choose_files: "Quels questionnaires sont revenus\u{a0}?",
    files: |files, refused| match refused {
        0 => plural(files, "fichier", "fichiers"),
        _ => format!("{}, inutilisables\u{a0}: {refused}", plural(files, "fichier", "fichiers")),
    },
    chosen: |answers, dossiers| {
        format!("Choisi\u{a0}: {} pour {}.", plural(answers, "réponse", "réponses"), plural(dossiers, "dossier", "dossiers"))
    },
    record: |field| format!("chez le client\u{a0}: {field}"),
    record_note: "aussi dans la fiche du client",
    by_hand: "trop incertain\u{a0}: modifiez-le dans la fiche du client",
    partner_name: "nom du partenaire",
    typed: "tapé ici",
    unreadable: "ce fichier est illisible",
    reading: "Lecture des questionnaires",
    writing: "Reprise des réponses",
    left: "Vide\u{a0}: tout reste tel quel.",
    ask_title: "Reprendre les réponses",
    ask_text: |answers, dossiers, customers| {
        format!(
            "Reprendre {} dans {}\u{a0}? Fiches de clients modifiées aussi\u{a0}: {customers}.",
            plural(answers, "réponse", "réponses"),
            plural(dossiers, "dossier", "dossiers")
        )
    },
    ask_button: "Reprendre",
    leave_title: "Rien n'est encore repris",
    leave_text: "Partir sans reprendre les réponses\u{a0}? Les fichiers restent.",
    leave_button: "Partir",
    again_button: "Relire",
    do_files: "{open}\u{a0}: les écarts. {toggle}\u{a0}: ne pas reprendre. {take-over}\u{a0}: reprendre.",
    do_differences: "{toggle} choisit, {select-all} tout, {select-none} rien\u{a0}; {edit} tape la réponse. {back}\u{a0}: retour.",
    do_done: "C'est fait. {back} revient.",
    do_pick: |ticked| format!("{{open}} lit ce qui est coché ({ticked}), ou ce seul fichier."),
    nothing_chosen: "Il n'y a rien à reprendre.",
    no_answer: |why| format!("Ce n'est pas une réponse\u{a0}: {why}."),
};
