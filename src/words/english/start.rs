//! The start screen, in English.

use crate::words::plural;
use crate::words::start::StartWords;

pub(super) const WORDS: StartWords = StartWords {
    tagline: "customers into the season",
    what_to_do: "What do you want to do?",
    new_import: "New import from a workbook",
    new_import_note: "choose a file and check it; nothing is written before you say so",
    unsaved: |dossiers, customers| {
        let dossiers = (dossiers > 0 || customers == 0).then(|| plural(dossiers, "dossier", "dossiers"));
        let customers = (customers > 0).then(|| plural(customers, "customer", "customers"));
        format!("Not saved yet: {}", dossiers.into_iter().chain(customers).collect::<Vec<_>>().join(", "))
    },
    unsaved_note: "changes that were left when the program ended: {open} lists them",
    invite: "Invite customers",
    invite_note: "see who gets mail, who does not and why; nothing leaves by itself",
    answers: "Read answers that came back",
    answers_note: "compare questionnaires that were filled in and take over what is right",
    outbox_note: "what was sent, what waits, and what needs a decision",
    template: "Download the template",
    template_note: "an empty workbook with drop-down lists, an example and an explanation",
    store_reading: "The store is being read ...",
    store_none: "There is no store yet: the first import creates it.",
    store_holds: |customers| format!("In the store: {}", plural(customers, "customer", "customers")),
    last_imports: "Last imports",
    import_line: |when, file, who, added, dossiers, updated| {
        format!("  {when}  {file}  {who}   {added} new, {updated} changed, {}", plural(dossiers, "dossier", "dossiers"))
    },
};
