//! The start screen, in Dutch.

use crate::words::plural;
use crate::words::start::StartWords;

pub(super) const WORDS: StartWords = StartWords {
    tagline: "van klantenlijst tot aangifteseizoen",
    what_to_do: "Wat wilt u doen?",
    new_import: "Nieuwe import uit een werkmap",
    new_import_note: "kies een bestand en kijk het na; zonder uw akkoord wordt niets bewaard",
    unsaved: |dossiers, customers| {
        let dossiers = (dossiers > 0 || customers == 0).then(|| plural(dossiers, "dossier", "dossiers"));
        let customers = (customers > 0).then(|| plural(customers, "klant", "klanten"));
        format!("Nog niet bewaard: {}", dossiers.into_iter().chain(customers).collect::<Vec<_>>().join(", "))
    },
    unsaved_note: "wijzigingen die bleven liggen toen Instroom stopte: {open} toont ze",
    invite: "Klanten uitnodigen",
    invite_note: "zie wie mail krijgt, wie niet en waarom; er vertrekt niets vanzelf",
    answers: "Antwoorden inlezen",
    answers_note: "vergelijk ingevulde vragenlijsten en neem over wat klopt",
    outbox_note: "wat verzonden is, wat wacht en waarover u moet beslissen",
    template: "Bewaar het sjabloon",
    template_note: "een lege werkmap met keuzelijsten, een voorbeeld en uitleg",
    store_reading: "De opslag wordt gelezen ...",
    store_none: "Er is nog geen opslag: de eerste import maakt ze aan.",
    store_holds: |customers| format!("In Instroom: {}", plural(customers, "klant", "klanten")),
    last_imports: "Laatste imports",
    import_line: |when, file, who, added, dossiers, updated| {
        format!("  {when}  {file}  {who}   {added} nieuw, {updated} gewijzigd, {}", plural(dossiers, "dossier", "dossiers"))
    },
};
