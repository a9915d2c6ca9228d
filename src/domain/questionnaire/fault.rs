//! What can be wrong with the file of a questionnaire, and where.

use super::form_code::FormCode;
use crate::domain::language::Language;

/// The file of a questionnaire cannot be used: where, and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}{place}{wrong}", line.map(|line| format!("line {line}: ")).unwrap_or_default())]
pub struct QuestionnaireFault {
    /// Line in the file, counted from 1, where it is known.
    pub line: Option<usize>,
    /// The named things around it.
    pub place: Box<Place>,
    /// What is wrong.
    pub wrong: Wrong,
}

/// The named things around a fault, as far as the file names them before it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Place {
    /// Id of the questionnaire.
    pub questionnaire: Option<String>,
    /// Id of the section.
    pub section: Option<String>,
    /// Id of the question.
    pub question: Option<String>,
    /// Id of the choice.
    pub choice: Option<String>,
}

impl std::fmt::Display for Place {
    /// `pit-2026, section family, question sex: `, or nothing.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let names = [("", &self.questionnaire), ("section ", &self.section), ("question ", &self.question), ("choice ", &self.choice)];
        let mut behind = "";
        for (what, name) in names {
            if let Some(name) = name {
                write!(formatter, "{behind}{what}{name}")?;
                behind = ", ";
            }
        }
        if behind.is_empty() { Ok(()) } else { formatter.write_str(": ") }
    }
}

/// What is wrong at a place of the file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// Not TOML, or a key given twice; in the words of the TOML reader.
    #[error("{0}")]
    Syntax(String),
    /// A version of the format that this program does not read.
    #[error("the file has format {found}; this program reads format {}", super::FORMAT)]
    Format {
        /// The version in the file.
        found: String,
    },
    /// A key that the format does not have here.
    #[error("`{key}` is not known here; known are {}", listed(known))]
    UnknownKey {
        /// The key.
        key: String,
        /// The keys that the format has here.
        known: &'static [&'static str],
    },
    /// A key that has to be there.
    #[error("`{key}` is missing")]
    MissingKey {
        /// The key.
        key: &'static str,
    },
    /// A value of another type than the format asks for.
    #[error("`{key}` has to be {expected}")]
    Type {
        /// The key.
        key: &'static str,
        /// What it has to be.
        expected: Expected,
    },
    /// A list of tables or languages that is there and has nothing in it.
    #[error("`{key}` is empty")]
    Empty {
        /// The key.
        key: &'static str,
    },
    /// A value that is none of those that the format knows.
    #[error("`{value}` is no {what}")]
    UnknownValue {
        /// What was expected.
        what: Named,
        /// The value.
        value: String,
    },
    /// An assessment year outside 2000 to 2099.
    #[error("the assessment year has to be from 2000 to 2099")]
    AssessmentYear,
    /// An id with other characters than lower-case letters, digits and single hyphens.
    #[error("the id `{id}` has to be lower-case letters and digits, words joined by hyphens, starting with a letter")]
    IdShape {
        /// The id.
        id: String,
    },
    /// The id of the questionnaire does not end in its assessment year.
    #[error("the id `{id}` has to end in -{year}, its assessment year")]
    IdYear {
        /// The id.
        id: String,
        /// The assessment year.
        year: i16,
    },
    /// An id that was given before.
    #[error("the id `{id}` was given before, on line {first}")]
    DuplicateId {
        /// The id.
        id: String,
        /// Line of the earlier one.
        first: usize,
    },
    /// A language that was given before.
    #[error("the language `{}` is given twice", language.code())]
    DuplicateLanguage {
        /// The language.
        language: Language,
    },
    /// A phrase is not there in a language of the questionnaire.
    #[error("`{phrase}` is missing in `{}`", language.code())]
    PhraseMissing {
        /// The phrase: `title`, `text` or `help`.
        phrase: &'static str,
        /// The language.
        language: Language,
    },
    /// A phrase is there in a language that the questionnaire does not declare.
    #[error("`{phrase}` is given in `{}`, which `languages` does not list", language.code())]
    PhraseUndeclared {
        /// The phrase: `title`, `text` or `help`.
        phrase: &'static str,
        /// The language.
        language: Language,
    },
    /// A phrase with white space at its edges or with line breaks or other control characters.
    #[error("`{phrase}` in `{}` has white space at its edges or control characters", language.code())]
    PhraseUnclean {
        /// The phrase: `title`, `text` or `help`.
        phrase: &'static str,
        /// The language.
        language: Language,
    },
    /// A question of kind `choice` with fewer than two choices.
    #[error("a question of kind `choice` needs two choices or more")]
    ChoicesMissing,
    /// Choices on a question of another kind.
    #[error("a question of kind `{kind}` cannot have choices")]
    ChoicesUnexpected {
        /// The kind of the question.
        kind: &'static str,
    },
    /// The questionnaire to include is not there.
    #[error("there is no questionnaire `{id}` to include")]
    IncludesUnknown {
        /// Its id.
        id: String,
    },
    /// The questionnaire to include has a fault of its own.
    #[error("`{id}` cannot be used, so it cannot be included")]
    IncludesUnusable {
        /// Its id.
        id: String,
    },
    /// Files that include each other.
    #[error("the files include each other in a circle: {ids}")]
    IncludesCircle {
        /// Their ids, the first one last again.
        ids: String,
    },
    /// The questionnaire to include is of another year.
    #[error("`{id}` is of assessment year {year}: only one of the same year can be included")]
    IncludesYear {
        /// Its id.
        id: String,
        /// Its assessment year.
        year: i16,
    },
    /// The questionnaire to include does not exist in a language.
    #[error("`{id}` does not exist in `{}`", language.code())]
    IncludesLanguage {
        /// Its id.
        id: String,
        /// The language.
        language: Language,
    },
    /// Not four digits, a hyphen and two digits.
    #[error("`{code}` is no code of the form: four digits, a hyphen and two check digits")]
    CodeShape {
        /// The text.
        code: String,
    },
    /// A code of the form with other check digits.
    #[error("the check digits of `{code}` are wrong: {right} would be right")]
    CodeCheckDigits {
        /// The text.
        code: String,
        /// The code as it should be written.
        right: FormCode,
    },
    /// What is known beforehand does not fit the kind of the question.
    #[error("`{prefill}` cannot fill this question: it needs {needs}")]
    PrefillKind {
        /// What was to be filled in.
        prefill: &'static str,
        /// The question that it could fill.
        needs: Needs,
    },
}

/// The type of a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Expected {
    /// A text.
    Text,
    /// A whole number.
    WholeNumber,
    /// A list of texts.
    Texts,
    /// A table.
    Table,
    /// A list of tables.
    Tables,
}

impl std::fmt::Display for Expected {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            Self::Text => "a text",
            Self::WholeNumber => "a whole number",
            Self::Texts => "a list of texts",
            Self::Table => "a table with a text for each language",
            Self::Tables => "a list of tables",
        })
    }
}

/// What a value names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Named {
    /// A kind of answer.
    Kind,
    /// What is known beforehand.
    Prefill,
    /// A language.
    Language,
}

impl std::fmt::Display for Named {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            Self::Kind => "kind",
            Self::Prefill => "prefill",
            Self::Language => "language",
        })
    }
}

/// The question that something known beforehand can fill.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Needs {
    /// Kind `date`.
    Date,
    /// Kind `choice` with the choices `female` and `male`.
    Sexes,
    /// Kind `choice` with the code of each language as a choice.
    Languages,
    /// Kind `text` or `long-text`.
    Text,
}

impl std::fmt::Display for Needs {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            Self::Date => "kind `date`",
            Self::Sexes => "kind `choice` with the choices `female` and `male`",
            Self::Languages => "kind `choice` with the code of each language as a choice",
            Self::Text => "kind `text` or `long-text`",
        })
    }
}

fn listed(keys: &[&str]) -> String {
    keys.join(", ")
}
