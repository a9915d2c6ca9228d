//! Drafts, in Dutch.

use super::trade;
use crate::app::keeping::Cut;
use crate::domain::draft::{Lost, Unfit};
use crate::words::plural;

/// What a list says behind the name of a draft.
pub(super) fn draft_note(when: &str, who: &str, rows: u64, invalid: Option<u64>) -> String {
    let rows = plural(rows, "rij", "rijen");
    match invalid {
        Some(count) => format!("{when} {who} - {rows}, {count} ongeldig"),
        None => format!("{when} {who} - {rows}"),
    }
}

pub(super) fn open_elsewhere(who: &str, since: &str) -> String {
    if who.is_empty() { "elders geopend".to_owned() } else { format!("elders geopend door {who} sinds {since}") }
}

/// What of a journal could not be read.
pub(super) const fn cut(cut: Cut) -> &'static str {
    match cut {
        Cut::Torn => "De laatste keuze was niet volledig geschreven en telt niet.",
        Cut::Damaged => "Het concept is beschadigd: wat erna kwam, is opzij gezet.",
    }
}

/// So many decisions were in force once, and are not in the journal.
pub(super) fn missing(count: u64) -> String {
    format!("{} in het concept. Kies opnieuw.", plural(count, "keuze ontbreekt", "keuzes ontbreken"))
}

/// What of a draft no longer fits.
pub(super) fn unfit(unfit: &Unfit) -> String {
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
