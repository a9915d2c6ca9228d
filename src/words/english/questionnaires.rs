//! Files of questionnaires, in English.

use crate::domain::questionnaire::{Expected, FORMAT, Named, Needs, Place, Wrong};
use crate::words::{QuestionnairesWords, plural, sentence};

pub(super) const WORDS: QuestionnairesWords = QuestionnairesWords {
    wrong,
    place,
    too_large: |cap| format!("The file is larger than {} KiB, which no questionnaire is.", cap / 1024),
    not_text: "The file is not text in UTF-8.",
    not_a_file: "It is a device, a pipe or a socket, or it lies outside the folder.",
    too_many: |cap| format!("More than {cap} files are in the folder; the others are passed over."),
    given_before: |earlier| format!("The same id is in {earlier}, which counts."),
    out_of_reach: |detail| format!("The system says: {}", sentence(detail)),
    what: |file| format!("The questionnaire {file} is not used."),
    more: |count| plural(count, "other file is not used either.", "other files are not used either."),
    line: |line| format!("Line {line}"),
    remedy: "Put the file right or take it away. All others are used.",
    remedy_folder: "Put the folder right. What the program brings along is used.",
};

fn place(place: &Place) -> String {
    let names = [("", &place.questionnaire), ("section ", &place.section), ("question ", &place.question), ("choice ", &place.choice)];
    let named: Vec<_> = names.into_iter().filter_map(|(what, name)| Some(format!("{what}{}", name.as_ref()?))).collect();
    named.join(", ")
}

fn wrong(wrong: &Wrong) -> String {
    match wrong {
        Wrong::Syntax(message) => format!("this is no TOML, says its reader: {}", message.replace('\n', " ")),
        Wrong::Format { found } => format!("the file has format {found}; this program reads format {FORMAT}"),
        Wrong::UnknownKey { key, known } => format!("`{key}` is not known here; known are {}", known.join(", ")),
        Wrong::MissingKey { key } => format!("`{key}` is missing"),
        Wrong::Type { key, expected } => format!("`{key}` has to be {}", type_of(*expected)),
        Wrong::Empty { key } => format!("`{key}` is empty"),
        Wrong::UnknownValue { what, value } => format!("`{value}` is no {}", named(*what)),
        Wrong::AssessmentYear => "the assessment year has to be from 2000 to 2099".to_owned(),
        Wrong::IdShape { id } => {
            format!("the id `{id}` has to be lower-case letters and digits, words joined by hyphens, starting with a letter")
        }
        Wrong::IdYear { id, year } => format!("the id `{id}` has to end in -{year}, its assessment year"),
        Wrong::DuplicateId { id, first } => format!("the id `{id}` was given before, on line {first}"),
        Wrong::DuplicateLanguage { language } => format!("the language `{}` is given twice", language.code()),
        Wrong::PhraseMissing { phrase, language } => format!("`{phrase}` is missing in `{}`", language.code()),
        Wrong::PhraseUndeclared { phrase, language } => {
            format!("`{phrase}` is given in `{}`, which `languages` does not list", language.code())
        }
        Wrong::PhraseUnclean { phrase, language } => {
            format!("`{phrase}` in `{}` has white space at its edges or control characters", language.code())
        }
        Wrong::ChoicesMissing => "a question of kind `choice` needs two choices or more".to_owned(),
        Wrong::ChoicesUnexpected { kind } => format!("a question of kind `{kind}` cannot have choices"),
        Wrong::IncludesUnknown { id } => format!("there is no questionnaire `{id}` to include"),
        Wrong::IncludesUnusable { id } => format!("`{id}` cannot be used, so it cannot be included"),
        Wrong::IncludesCircle { ids } => format!("the files include each other in a circle: {ids}"),
        Wrong::IncludesYear { id, year } => format!("`{id}` is of assessment year {year}: only one of the same year can be included"),
        Wrong::IncludesLanguage { id, language } => format!("`{id}` does not exist in `{}`", language.code()),
        Wrong::CodeShape { code } => format!("`{code}` is no code of the form: four digits, a hyphen and two check digits"),
        Wrong::CodeCheckDigits { code, right } => format!("the check digits of `{code}` are wrong: {right} would be right"),
        Wrong::PrefillKind { prefill, needs } => format!("`{prefill}` cannot fill this question: it needs {}", needed(*needs)),
    }
}

const fn type_of(expected: Expected) -> &'static str {
    match expected {
        Expected::Text => "a text",
        Expected::WholeNumber => "a whole number",
        Expected::Texts => "a list of texts",
        Expected::Table => "a table with a text for each language",
        Expected::Tables => "a list of tables",
    }
}

const fn named(what: Named) -> &'static str {
    match what {
        Named::Kind => "kind of answer",
        Named::Prefill => "known value",
        Named::Language => "language",
    }
}

const fn needed(needs: Needs) -> &'static str {
    match needs {
        Needs::Date => "kind `date`",
        Needs::Sexes => "kind `choice` with the choices `female` and `male`",
        Needs::Languages => "kind `choice` with the code of each language as a choice",
        Needs::Text => "kind `text` or `long-text`",
    }
}
