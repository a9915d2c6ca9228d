//! Files of questionnaires, in Dutch.

use crate::domain::questionnaire::{Expected, FORMAT, Named, Needs, Place, Wrong};
use crate::words::{QuestionnairesWords, plural, sentence};

pub(super) const WORDS: QuestionnairesWords = QuestionnairesWords {
    wrong,
    place,
    too_large: |cap| format!("Het bestand is groter dan {} KiB, en dat is geen vragenlijst.", cap / 1024),
    not_text: "Het bestand is geen tekst in UTF-8.",
    not_a_file: "Het is een toestel, een pipe of een socket, of het ligt buiten de map.",
    too_many: |cap| format!("Er staan meer dan {cap} bestanden in de map; de andere zijn overgeslagen."),
    given_before: |earlier| format!("Dezelfde naam staat in {earlier}, en die geldt."),
    out_of_reach: |detail| format!("Het systeem zegt: {}", sentence(detail)),
    what: |file| format!("De vragenlijst {file} is niet gebruikt."),
    more: |count| plural(count, "ander bestand is ook niet gebruikt.", "andere bestanden zijn ook niet gebruikt."),
    line: |line| format!("Regel {line}"),
    remedy: "Verbeter het bestand of haal het weg. Alle andere zijn wel gebruikt.",
    remedy_folder: "Breng de map in orde. De meegeleverde vragenlijsten zijn wel gebruikt.",
};

fn place(place: &Place) -> String {
    let names = [("", &place.questionnaire), ("rubriek ", &place.section), ("vraag ", &place.question), ("keuze ", &place.choice)];
    let named: Vec<_> = names.into_iter().filter_map(|(what, name)| Some(format!("{what}{}", name.as_ref()?))).collect();
    named.join(", ")
}

fn wrong(wrong: &Wrong) -> String {
    match wrong {
        Wrong::Syntax(message) => format!("dit is geen TOML, zegt de lezer ervan: {}", message.replace('\n', " ")),
        Wrong::Format { found } => format!("het bestand heeft formaat {found}; dit programma leest formaat {FORMAT}"),
        Wrong::UnknownKey { key, known } => format!("`{key}` is hier niet bekend; bekend zijn {}", known.join(", ")),
        Wrong::MissingKey { key } => format!("`{key}` ontbreekt"),
        Wrong::Type { key, expected } => format!("`{key}` moet {} zijn", type_of(*expected)),
        Wrong::Empty { key } => format!("`{key}` is leeg"),
        Wrong::UnknownValue { what, value } => format!("`{value}` is geen {}", named(*what)),
        Wrong::AssessmentYear => "het aanslagjaar moet tussen 2000 en 2099 liggen".to_owned(),
        Wrong::IdShape { id } => {
            format!("de naam `{id}` mag alleen kleine letters en cijfers hebben, woorden verbonden met streepjes, en begint met een letter")
        }
        Wrong::IdYear { id, year } => format!("de naam `{id}` moet eindigen op -{year}, het aanslagjaar"),
        Wrong::DuplicateId { id, first } => format!("de naam `{id}` is al gegeven, op regel {first}"),
        Wrong::DuplicateLanguage { language } => format!("de taal `{}` staat er tweemaal", language.code()),
        Wrong::PhraseMissing { phrase, language } => format!("`{phrase}` ontbreekt in `{}`", language.code()),
        Wrong::PhraseUndeclared { phrase, language } => {
            format!("`{phrase}` staat er in `{}`, maar `languages` noemt die taal niet", language.code())
        }
        Wrong::PhraseUnclean { phrase, language } => {
            format!("`{phrase}` in `{}` heeft witruimte aan de rand of stuurtekens", language.code())
        }
        Wrong::ChoicesMissing => "een vraag van soort `choice` heeft twee keuzes of meer nodig".to_owned(),
        Wrong::ChoicesUnexpected { kind } => format!("een vraag van soort `{kind}` kan geen keuzes hebben"),
        Wrong::IncludesUnknown { id } => format!("er is geen vragenlijst `{id}` om op te nemen"),
        Wrong::IncludesUnusable { id } => format!("`{id}` is niet bruikbaar en kan dus niet opgenomen worden"),
        Wrong::IncludesCircle { ids } => format!("de bestanden nemen elkaar in een kring op: {ids}"),
        Wrong::IncludesYear { id, year } => format!("`{id}` is van aanslagjaar {year}: enkel een van hetzelfde jaar kan opgenomen worden"),
        Wrong::IncludesLanguage { id, language } => format!("`{id}` bestaat niet in `{}`", language.code()),
        Wrong::CodeShape { code } => format!("`{code}` is geen code van de aangifte: vier cijfers, een streepje en twee controlecijfers"),
        Wrong::CodeCheckDigits { code, right } => format!("de controlecijfers van `{code}` kloppen niet: {right} zou juist zijn"),
        Wrong::PrefillKind { prefill, needs } => format!("`{prefill}` kan deze vraag niet invullen: daarvoor is nodig {}", needed(*needs)),
    }
}

const fn type_of(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "een tekst",
        Expected::WholeNumber => "een geheel getal",
        Expected::Texts => "een lijst van teksten",
        Expected::Table => "een tabel met een tekst voor elke taal",
        Expected::Tables => "een lijst van tabellen",
    }
}

const fn named(what: Named) -> &'static str {
    match what {
        Named::Kind => "soort antwoord",
        Named::Prefill => "bekend gegeven",
        Named::Language => "taal",
    }
}

const fn needed(needs: Needs) -> &'static str {
    match needs {
        Needs::Date => "soort `date`",
        Needs::Sexes => "soort `choice` met de keuzes `female` en `male`",
        Needs::Languages => "soort `choice` met de code van elke taal als keuze",
        Needs::Text => "soort `text` of `long-text`",
    }
}
