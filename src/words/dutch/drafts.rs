//! Drafts, in Dutch.

use super::trade;
use crate::app::keeping::Cut;
use crate::domain::draft::{Lost, Unfit};
use crate::words::drafts::DraftsWords;
use crate::words::plural;

pub(super) const WORDS: DraftsWords = DraftsWords {
    resume: |file| format!("Concept hervatten: {file}"),
    title: "Concepten: {choose} opent, {throw-away} gooit weg",
    none: "Er worden geen concepten bewaard.",
    removed: |file| format!("Het concept van {file} is weggegooid."),
    say_yes: "Om het weg te gooien: voeg --yes toe.",
    would_remove: |file| format!("Het concept van {file} zou weggegooid worden, met zijn kopie van de werkmap."),
    note: draft_note,
    open_elsewhere,
    saved: |time| format!("bewaard {time}"),
    not_saved: "NIET BEWAARD",
    go_on: "Ga verder met het concept",
    go_on_old: "Ga verder met de oude versie",
    go_on_old_note: "het concept houdt daar een kopie van",
    take_over: "Neem de keuzes over",
    afresh: "Begin opnieuw",
    afresh_note: "het concept blijft in de lijst van concepten",
    cut,
    missing,
    unfit,
    old_row: |number| format!("oude rij {number}"),
    other_rules: "De regels zijn intussen gewijzigd: kijk de tabbladen opnieuw na.",
    other_store: "Het concept hoort bij een andere opslag: kijk de dubbele na.",
    throw_away_title: "Het concept weggooien?",
    throw_away_text: |file| {
        format!(
            "Wat voor {file} gekozen is, gaat verloren, met de kopie van de werkmap. De werkmap zelf en de opslag blijven zoals ze zijn."
        )
    },
    throw_away_button: "Gooi weg",
    unsaved_dossier: |name, flow| format!("Dossier van {name}, {flow}"),
    unsaved_page: |name| format!("Fiche van {name}"),
    unsaved_newcomer: "Een klant die u toevoegt",
    unsaved_note: |when| format!("niet bewaard, {when}"),
    unsaved_title: "De wijzigingen weggooien?",
    unsaved_text: |name| format!("{name}: wat u wijzigde en niet bewaarde, gaat verloren. De opslag blijft zoals ze is."),
};

/// What a list says behind the name of a draft.
fn draft_note(when: &str, who: &str, rows: u64, invalid: Option<u64>) -> String {
    let rows = plural(rows, "rij", "rijen");
    match invalid {
        Some(count) => format!("{when} {who} - {rows}, {count} ongeldig"),
        None => format!("{when} {who} - {rows}"),
    }
}

fn open_elsewhere(who: &str, since: &str) -> String {
    if who.is_empty() { "elders geopend".to_owned() } else { format!("elders geopend door {who} sinds {since}") }
}

/// What of a journal could not be read.
const fn cut(cut: Cut) -> &'static str {
    match cut {
        Cut::Torn => "De laatste keuze was niet volledig geschreven en telt niet.",
        Cut::Damaged => "Het concept is beschadigd: wat erna kwam, is opzij gezet.",
    }
}

/// So many decisions were in force once, and are not in the journal.
fn missing(count: u64) -> String {
    format!("{} in het concept. Kies opnieuw.", plural(count, "keuze ontbreekt", "keuzes ontbreken"))
}

/// What of a draft no longer fits.
fn unfit(unfit: &Unfit) -> String {
    match unfit {
        Unfit::Overwrite { field, .. } => format!("{}: anders in Instroom, kies opnieuw", trade::field(*field)),
        Unfit::Selection { .. } => "past nu bij een andere klant, kies opnieuw".to_owned(),
        Unfit::Questionnaire(_) => "deze vragenlijst bestaat niet meer".to_owned(),
        Unfit::Flow(_) => "deze taskflow bestaat niet meer".to_owned(),
        Unfit::Column(_) => "geen kolom met deze kop meer".to_owned(),
        Unfit::Lost { what, .. } => lost(*what),
    }
}

fn lost(what: Lost) -> String {
    match what {
        Lost::Row => "rij niet gevonden, kies opnieuw".to_owned(),
        Lost::Edit(field) => format!("{}: cel gewijzigd, kijk na", trade::field(field)),
        Lost::Side(field) => format!("{}: gewijzigd, kies opnieuw", trade::field(field)),
        Lost::Selection => "selectie past niet meer, kies opnieuw".to_owned(),
        Lost::Join => "kan niet meer samengevoegd worden".to_owned(),
        Lost::Look => "andere klant, bekijk opnieuw".to_owned(),
    }
}
