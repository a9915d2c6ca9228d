//! The tabs of an import, in Dutch.

use crate::domain::draft::Bucket;
use crate::words::desk::DeskWords;

pub(super) const WORDS: DeskWords = DeskWords {
    title: "Klanten importeren",
    opened_as: |file, sheet, row| format!("{file}  [{sheet}, koppen op rij {row}]"),
    flow_label: "Taskflow",
    language_short: "Taal",
    questionnaire_short: "Vragen",
    choose: "kies",
    selected: |rows| format!("{rows} gekozen"),
    by_reason: "Op reden ({group}):",
    do_new: "{import} voegt de gekozen klanten toe aan Instroom, na een overzicht.",
    do_stored: "Geen rij past bij deze klanten. Er gebeurt niets mee.",
    do_duplicates: "{open} toont de verschillen: kies welke velden u overschrijft.",
    do_invalid: "{take-suggestion} neemt een voorstel over, {take-alike} voor alle gelijke, {edit} bewerkt.",
    nothing_in,
    has_dossier: "is er",
    no_dossier_yet: "nog geen",
    not_in_file: "niet in dit bestand",
    not_linked: "niet in taskflow",
    partner_of_row: "partner in een rij",
    columns: "Kolommen: {toggle} toont of verbergt",
};

fn nothing_in(bucket: Bucket) -> &'static str {
    match bucket {
        Bucket::OnlyInImport => "Geen nieuwe klanten in dit bestand.",
        Bucket::OnlyInStore => "Geen klant in Instroom ontbreekt in dit bestand.",
        Bucket::Duplicates => "Geen enkele rij van dit bestand staat al in Instroom.",
        Bucket::Invalid => "Geen ongeldige rijen.",
    }
}
