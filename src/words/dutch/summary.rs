//! The summary, in Dutch.

use crate::words::summary::SummaryWords;
use crate::words::{noun, plural};

pub(super) const WORDS: SummaryWords = SummaryWords {
    title: "Overzicht",
    nothing_written_yet: "nog niets geschreven",
    default_is_back: "{choose} gaat terug; de import start enkel via zijn eigen knop.",
    to_add: |count| noun(count, "nieuwe klant", "nieuwe klanten"),
    with_questionnaire: |count| noun(count, "krijgt een vragenlijst", "krijgen een vragenlijst"),
    joint: |count| noun(count, "gezamenlijke aangifte", "gezamenlijke aangiften"),
    to_update: |count| noun(count, "bekende klant", "bekende klanten"),
    to_leave: |_| "dubbele, ongewijzigd",
    can_follow: |count| noun(count, "kan later nog volgen", "kunnen later nog volgen"),
    stay_behind: |count| noun(count, "niet geïmporteerd, blijft in deze lijst", "niet geïmporteerd, blijven in deze lijst"),
    updated_note: |fields, linked| {
        format!("{}, {} anders", plural(linked, "nieuw dossier", "nieuwe dossiers"), plural(fields, "veld", "velden"))
    },
    sums: |rows, new, double, invalid, agree| {
        let word = if agree { "de som klopt" } else { "DE SOM KLOPT NIET" };
        format!("{} = {new} nieuw + {double} dubbel + {invalid} ongeldig: {word}", plural(rows, "rij", "rijen"))
    },
    sums_joined: |rows, new, double, invalid, joined, agree| {
        let word = if agree { "som klopt" } else { "SOM FOUT" };
        format!("{rows} = {new} nieuw + {double} dubbel + {invalid} ongeldig + {joined} samen: {word}")
    },
    invitations_wanted: |count| {
        format!("{} een uitnodiging. Mail vertrekt pas als u het aantal typt.", plural(count, "rij vraagt", "rijen vragen"))
    },
    nothing_sent: "Er wordt niets verzonden: elk nieuw dossier begint als \"niet verzonden\".",
    hidden_by_filter: |rows| format!("{} de filter niet getoond.", plural(rows, "daarvan wordt door", "daarvan worden door")),
    rows_joined: |rows| format!("{} bij een andere", plural(rows, "rij hoort", "rijen horen")),
    partners_apart: |rows| format!("{} elders partner: {{back}}, dan {{partner}} voegt samen", plural(rows, "is", "zijn")),
    button_import: |added, known| format!("Importeer: {added} nieuw, {known} bekend"),
    scrolls: |lines| format!("nog {}: {{down}}", plural(lines, "regel", "regels")),
    scrolls_up: "einde: {up} gaat terug",
    further: "verder",
};
