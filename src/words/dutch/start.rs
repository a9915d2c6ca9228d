//! The start screen, in Dutch.

use crate::words::plural;
use crate::words::start::StartWords;

pub(super) const WORDS: StartWords = StartWords {
    tagline: "klanten het seizoen in",
    what_to_do: "Wat wilt u doen?",
    new_import: "Nieuwe import uit een werkmap",
    new_import_note: "kies een bestand en kijk het na; zonder uw akkoord wordt niets bewaard",
    template: "Download het sjabloon",
    template_note: "een lege werkmap met keuzelijsten, een voorbeeld en uitleg",
    store_reading: "De opslag wordt gelezen ...",
    store_none: "Er is nog geen opslag: de eerste import maakt hem aan.",
    store_holds: |customers| format!("In Instroom: {}", plural(customers, "klant", "klanten")),
    last_imports: "Laatste imports",
    import_line: |when, file, who, added, dossiers, updated| {
        format!("  {when}  {file}  {who}   {added} nieuw, {updated} gewijzigd, {}", plural(dossiers, "dossier", "dossiers"))
    },
};
