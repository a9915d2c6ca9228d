//! Drafts, in French.

use super::{plural, trade};
use crate::app::keeping::Cut;
use crate::domain::draft::{Lost, Unfit};
use crate::words::drafts::DraftsWords;

pub(super) const WORDS: DraftsWords = DraftsWords {
    resume: |file| format!("Reprendre le brouillon\u{a0}: {file}"),
    title: "Brouillons\u{a0}: {choose} ouvre, {throw-away} supprime",
    none: "Aucun brouillon n'est conservé.",
    removed: |file| format!("Le brouillon de {file} est supprimé."),
    say_yes: "Pour le supprimer, ajoutez --yes.",
    would_remove: |file| format!("Le brouillon de {file} serait supprimé, avec sa copie du classeur."),
    note: draft_note,
    open_elsewhere,
    saved: |time| format!("enregistré {time}"),
    not_saved: "NON ENREGISTRÉ",
    go_on: "Continuer le brouillon",
    go_on_old: "Continuer l'ancienne version",
    go_on_old_note: "le brouillon en garde une copie",
    take_over: "Reprendre les choix",
    afresh: "Recommencer",
    afresh_note: "le brouillon reste dans la liste des brouillons",
    cut,
    missing,
    unfit,
    old_row: |number| format!("ancienne ligne {number}"),
    other_rules: "Les règles ont changé entre-temps\u{a0}: revoyez les onglets.",
    other_store: "Le brouillon vient d'une autre base\u{a0}: revoyez les doublons.",
    throw_away_title: "Supprimer le brouillon\u{a0}?",
    throw_away_text: |file| {
        format!("Ce qui a été choisi pour {file} est perdu, avec la copie du classeur. Le classeur et la base restent tels quels.")
    },
    throw_away_button: "Supprimer",
    unsaved_dossier: |name, flow| format!("Dossier de {name}, {flow}"),
    unsaved_page: |name| format!("Fiche de {name}"),
    unsaved_newcomer: "Un client que vous ajoutez",
    unsaved_note: |when| format!("pas enregistré, {when}"),
    unsaved_title: "Supprimer les modifications\u{a0}?",
    unsaved_text: |name| format!("{name}\u{a0}: vos modifications non enregistrées sont perdues. La base reste telle quelle."),
};

/// What a list says behind the name of a draft.
fn draft_note(when: &str, who: &str, rows: u64, invalid: Option<u64>) -> String {
    let rows = plural(rows, "ligne", "lignes");
    match invalid {
        Some(count) => format!("{when} {who} - {rows}, {}", plural(count, "invalide", "invalides")),
        None => format!("{when} {who} - {rows}"),
    }
}

fn open_elsewhere(who: &str, since: &str) -> String {
    if who.is_empty() { "ouvert ailleurs".to_owned() } else { format!("ouvert ailleurs par {who} depuis {since}") }
}

/// What of a journal could not be read.
const fn cut(cut: Cut) -> &'static str {
    match cut {
        Cut::Torn => "Le dernier choix n'était pas écrit en entier et ne compte pas.",
        Cut::Damaged => "Le brouillon est endommagé\u{a0}: la suite est mise de côté.",
    }
}

/// So many decisions were in force once, and are not in the journal.
fn missing(count: u64) -> String {
    format!("{} dans le brouillon. À refaire.", plural(count, "choix manque", "choix manquent"))
}

/// What of a draft no longer fits.
fn unfit(unfit: &Unfit) -> String {
    match unfit {
        Unfit::Overwrite { field, .. } => format!("{}\u{a0}: modifié dans la base, à revoir", trade::field(*field)),
        Unfit::Selection { .. } => "correspond à un autre client, à revoir".to_owned(),
        Unfit::Questionnaire(_) => "ce questionnaire n'existe plus".to_owned(),
        Unfit::Flow(_) => "ce flux n'existe plus".to_owned(),
        Unfit::Column(_) => "plus de colonne avec cet intitulé".to_owned(),
        Unfit::Lost { what, .. } => lost(*what),
    }
}

fn lost(what: Lost) -> String {
    match what {
        Lost::Row => "ligne introuvable, à revoir".to_owned(),
        Lost::Edit(field) => format!("{}\u{a0}: cellule modifiée, à voir", trade::field(field)),
        Lost::Side(field) => format!("{}\u{a0}: modifié, à revoir", trade::field(field)),
        Lost::Selection => "ce choix ne convient plus, à revoir".to_owned(),
        Lost::Join => "ne peut plus être réuni".to_owned(),
        Lost::Look => "autre client, à revoir".to_owned(),
    }
}
