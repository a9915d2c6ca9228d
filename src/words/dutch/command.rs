//! What the command line alone says, in Dutch.

use crate::domain::draft::Refusal;
use crate::words::command::{CommandWords, Thing};
use crate::words::plural;

pub(super) const WORDS: CommandWords = CommandWords {
    no_terminal: "De schermen hebben een terminal nodig.",
    presses_need_terminal: "Toetsaanslagen kunnen alleen in een terminal getoond worden.",
    input_is_none: "De standaardinvoer is geen terminal.",
    output_is_none: "De standaarduitvoer is geen terminal.",
    neither_is_one: "Noch de standaardinvoer, noch de standaarduitvoer is een terminal.",
    answers_need_terminal: "De werkmap kwam binnen op de standaardinvoer, dus toetsen en antwoorden moeten van een terminal komen, en die is er niet.",
    plain_instead: "--plain werkt zonder, als een dialoog op gewone regels, en de meeste opdrachten ook: instroom --help toont ze.",
    presses_instead: "Start het in een terminal, zonder iets om te leiden. instroom keys toont de toetsen zonder; de meeste opdrachten werken zonder.",
    no_workbook_comes_in: "Er komt geen werkmap binnen: de standaardinvoer is een terminal.",
    no_screen: "Met --no-input gaat er geen scherm open.",
    instead_of_screen: "check, import, plan, customers en dergelijke werken zonder; instroom --help toont ze.",
    nothing_comes_in: "De standaardinvoer is een terminal, en met --no-input wordt op niemand gewacht.",
    name_a_file: "Noem een bestand in plaats van -, of stuur er een in: instroom … - < BESTAND.",
    no_workbook_here: "Een werkmap hoort niet op een terminal: stuur ze door met > BESTAND.xlsx, of noem een bestand met -o.",
    shared_with: |store, group| format!("{store} staat nu open voor de groep {group}."),
    say_share: "Om ze open te stellen: voeg --yes toe.",
    would_share: |store, group| format!("{store} zou opengaan voor de groep {group}."),
    unknown: |thing, given| match thing {
        Thing::Customer => format!("Er is geen klant {given}."),
        Thing::Label => format!("Geen enkele klant heeft het label {given}."),
        Thing::Responsible => format!("Geen enkele klant heeft {given} als verantwoordelijke."),
        Thing::Flow => format!("Geen enkele taskflow heet {given}."),
        Thing::Questionnaire => format!("Geen enkele vragenlijst heet hier {given}."),
        Thing::Mail => format!("Geen enkele mail in de outbox heeft het nummer {given}."),
    },
    known: |known| format!("Wel: {known}"),
    none_of_them: |thing| match thing {
        Thing::Customer => "Er zijn nog geen klanten.",
        Thing::Label => "Nog niemand heeft een label.",
        Thing::Responsible => "Nog niemand heeft een verantwoordelijke.",
        Thing::Flow => "Er zijn nog geen taskflows.",
        Thing::Questionnaire => "Er zijn geen vragenlijsten om uit te kiezen.",
        Thing::Mail => "De outbox bevat nog niets.",
    },
    nearest: |near| format!("Bedoelt u {near}?"),
    no_file_no_command: |word| format!("Er is geen bestand {word}, en ook geen opdracht met die naam."),
    see_help: "instroom --help toont de opdrachten.",
    none_stored: "Nog geen klanten. Om er in te lezen: instroom import BESTAND.",
    deadline_mark: "* de uiterste datum van de taskflow: voor deze klant is geen andere opgegeven.",
    no_format: |file| format!("{file} zegt niet in welk formaat: laat de naam eindigen op .xlsx, .csv of .json, of geef --format."),
    two_formats: |file, ending, format| format!("{file} eindigt op {ending}, en --format zegt {format}: laat een van beide weg."),
    would: "Dit zou gebeuren:",
    refused: |refusal| match refusal {
        Refusal::NoLanguage => "Geef de taal van klanten bij wie de rij er geen noemt: --language nl, fr, en of de.",
        Refusal::NoQuestionnaire => "Geef de vragenlijst van de nieuwe dossiers: --questionnaire NAAM.",
        Refusal::NoFlow => "Geef de taskflow: --task-flow NAAM.",
        Refusal::FlowArchived => "Deze taskflow is gearchiveerd: geef een andere met --task-flow.",
        Refusal::LanguageNotOffered => "Deze vragenlijst bestaat niet in die taal: geef een andere --language of --questionnaire.",
        Refusal::Nothing => "Er valt niets meer te importeren: iedereen staat al in de opslag, of de rij is ongeldig.",
    },
    needed: |options| format!("Geef eerst nog, voor er iets geïmporteerd kan worden: {options}."),
    languages: |known| format!("TAAL, van klanten bij wie de rij er geen noemt: {known}."),
    questionnaires: |known| format!("NAAM, van de vragenlijst van de nieuwe dossiers: {known}."),
    flows: |known| format!("FLOW, van de taskflow waarin geïmporteerd wordt: {known}."),
    partners_apart: |rows| {
        format!("{} ook partner van een andere rij: open de werkmap op het scherm om ze samen te voegen", plural(rows, "is", "zijn"))
    },
    look_at_spelling: "Kijk de spelling na, en vanuit welke map u start.",
    say_again: "Geef dezelfde opdracht opnieuw: ze kijkt naar de opslag zoals die nu is.",
    say_force: "Kies een andere naam, of geef --force om dit bestand te vervangen.",
    no_settings: |path| format!("Er is nog geen bestand {path}."),
    without_settings: "Verder zonder de instellingen: deze opdracht heeft ze niet nodig.",
    without_mail: "Verder zonder: deze opdracht verzendt geen mail.",
    was_removed: |id, when, who| format!("{id} is op {when} door {who} verwijderd, met alle gegevens."),
    nothing_to_import: "Niets te importeren: geen nieuwe rijen.",
    only_invalid: |rows, file| {
        format!("Niets te importeren. {}: instroom check {file} toont ze.", plural(rows, "ongeldige rij", "ongeldige rijen"))
    },
    say_yes: "Om te schrijven: voeg --yes toe.",
    written_unsaid: "De import zelf is geschreven: herhaal hem niet.",
    columns_not_read: |headings| format!("Niet gelezen: {headings}"),
};
