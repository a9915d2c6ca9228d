//! The dialogue on plain lines, in Dutch.

use crate::words::plain::PlainWords;
use crate::words::plural;

pub(super) const WORDS: PlainWords = PlainWords {
    this_tab: |tab| format!("hier: {tab}"),
    error: "fout",
    warning: "let op",
    changed: "gewijzigd",
    becomes: "wordt",
    equals: ", dat is",
    and_more: "plus",
    same_as: "komt overeen met",
    hidden_rest: "de rest verborgen",
    by_default: "standaard",
    rule: "regel",
    none: "geen",
    user: |name| format!("U werkt als {name}"),
    selected: "geselecteerd",
    not_selected: "niet geselecteerd",
    chosen: "gekozen",
    in_range: "in het bereik",
    joint: "voor twee",
    welcome: "Antwoord met een woord, de naam van een toets of een nummer; een lege regel kiest. {help} zegt wat er kan, {back} gaat terug of sluit af.",
    answer: "Antwoord",
    typed: "Tekst",
    row_of: |at, all| format!("Rij {at} van {all}"),
    line_of: |at, all| format!("{at} van {all}"),
    column: "Kolom",
    columns: "Kolommen",
    sorted: "hierop gesorteerd",
    can: "Hier kan",
    enter: |does| format!("Een lege regel: {does}."),
    barred: "nu niet",
    more: |word, lines| format!("Nog {lines}: {word}"),
    detail_more: |word, lines| format!("Nog {}: {word}", plural(lines, "regel", "regels")),
    end_of_list: "Dat is het einde van de lijst.",
    nothing_listed: "Hier valt niets op te sommen.",
    no_detail: "Hierover valt niet meer te zeggen.",
    same: "Er is niets veranderd.",
    unknown: |answer, help| format!("\"{answer}\" is hier geen antwoord. {help} zegt wat er kan."),
    way_out: |key| format!("{key} gaat terug of sluit af."),
    key_is_no_text: |cancel| format!("Dat was een toets, geen tekst: er is niets ingevuld. {cancel} ziet ervan af."),
    key_unknown: |down, enter| format!("Dat was een toets van het toetsenbord. Typ haar naam, zoals F7 of {down}, en dan {enter}."),
    word_help: "help",
    all_of: |row| format!("{row}, alles erover."),
    to_rows: "{back} gaat terug naar de rijen.",
    first_back: "Eerst {back}: dat gaat daarheen terug.",
    first_close: "Eerst {close}: dat gaat daarheen terug.",
    others: |count| format!("en nog {count}"),
    more_errors: |count| format!("en nog {}", plural(count, "fout", "fouten")),
    several: "Meer dan één past. Welke bedoelt u?",
    no_row: |all| format!("Die rij is er niet: 1 tot {all}."),
    no_line: |all| format!("Die regel is er niet: 1 tot {all}."),
    no_rows: "Hier zijn geen rijen om naartoe te gaan.",
    nothing_fits: |text| format!("Niets in de lijst past bij \"{text}\"."),
    fits: |text, some, all| format!("{some} van {all} passen bij \"{text}\"."),
    filter_by: "Waarop filteren?",
    no_filter: "Hier valt niets te filteren.",
    all_possible: "Alles wat hier bestaat, kan nu.",
    in_table: "Een nummer gaat naar die rij, behalve waar het hier een toets is.",
    in_menu: "Een nummer doet wat erachter genoemd wordt.",
    in_rows: "Een nummer gaat naar die regel.",
    in_question: "Antwoord met ja of nee, of met het nummer.",
    in_confirmation: "Moet dit weggeschreven worden? Antwoord met ja of nee.",
    name_is_text: |name, cancel| {
        format!(
            "\"{name}\" is de naam van een opdracht, maar hier werd het als tekst genomen. {cancel} laat het veld zoals het was; antwoord daarna {name}."
        )
    },
    yes_is: |yes, no| format!("Ja is: {yes}. Nee is: {no}."),
    still_wrong: |take, cancel| {
        format!(
            "Een lege regel neemt niets wat geweigerd is. Typ iets anders; {take} neemt het zoals het er staat, {cancel} ziet ervan af."
        )
    },
    did_you_mean: |does| format!("Bedoelt u {does}?"),
    in_field: |help, cancel| {
        format!(
            "Typ de tekst op één regel. Een lege regel neemt wat er staat. Achter een dubbele punt doet een woord of nummer iets anders: {help} zegt wat er kan, {cancel} ziet ervan af."
        )
    },
    file_row: |row| format!("rij {row} van het bestand"),
    in_list: |cancel| {
        format!(
            "Typ het nummer, of een deel van de naam om te zoeken. Een lege regel neemt wat het laatst genoemd is, {{close}} of {cancel} ziet ervan af."
        )
    },
    in_form: |cancel, turn, back| {
        format!(
            "Elke regel vult het onderdeel in dat voor de vraag genoemd wordt. Een lege regel laat het zoals het is en gaat verder. Wat aan of uit kan, zet u met ja of nee; waar te kiezen valt, neemt {turn} het volgende. {back} gaat terug naar het vorige onderdeel, {cancel} ziet ervan af."
        )
    },
    in_lines: |cancel| {
        format!(
            "Typ een of meer regels. Een punt alleen op een regel sluit af en bewaart ze. Een dubbele punt met een woord, {cancel}, ziet ervan af."
        )
    },
    in_number: "Typ het getal om te bevestigen.",
    nothing_runs: "Er loopt niets dat gestopt kan worden. {back} gaat terug of sluit af.",
    too_long: |kib| format!("Dat antwoord is langer dan {kib} KiB. Er is niets van overgenomen: geef het in kortere regels."),
    no_room: |over| {
        let over = plural(over, "teken", "tekens");
        format!("Dat antwoord heeft {over} meer dan er plaats voor is. Er is niets van overgenomen.")
    },
    can_stop: "Met Ctrl+C stopt u het.",
    percent: |percent| format!("{percent} procent"),
    sent_of: |sent, all| format!("{sent} van {all} mails verzonden"),
    words_here: "Verder",
    word_list: "lijst",
    list_does: "de volgende rijen of regels",
    word_row: "rij",
    row_does: "naar een rij met haar nummer",
    word_find: "zoek",
    find_does: "filteren op de tekst erachter",
    word_detail: "meer",
    detail_does: "alles over deze",
    word_here: "hier",
    here_does: "waar ben ik, nog eens",
    word_why: "waarom",
    why_does: "waarom iets nu niet kan, met de naam of toets erachter",
    word_wait: "wacht",
    wait_does: "tot alles verzonden is wat onderweg is",
    word_cancel: "annuleer",
    cancel_does: "afzien van wat gevraagd wordt",
    why_nothing: "Het kan nu.",
};
