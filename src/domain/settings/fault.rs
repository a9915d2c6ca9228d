//! What can be wrong with the file of settings, and where.

/// The file cannot be used: where, and why.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}{wrong}", line.map(|line| format!("line {line}: ")).unwrap_or_default())]
pub struct SettingsFault {
    /// In which of the files that were read, counted from the most important, which is 0.
    pub layer: usize,
    /// Line in the file, counted from 1, where it is known.
    pub line: Option<u64>,
    /// What is wrong.
    pub wrong: SettingsWrong,
}

/// What a value has to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ValueKind {
    /// A text.
    Text,
    /// A whole number.
    WholeNumber,
    /// A list of texts.
    Texts,
    /// A table of its own.
    Table,
}

/// Why a value of the right kind is none that can be used.
#[derive(Debug, Clone, PartialEq, Eq, Hash, thiserror::Error)]
pub enum BadValue {
    /// Nothing in it.
    #[error("is empty")]
    Empty,
    /// No e-mail address.
    #[error("is no e-mail address")]
    Address,
    /// No name or address of a server.
    #[error("is no name of a server")]
    Host,
    /// A number outside its bounds.
    #[error("has to be from {least} to {most}")]
    Outside {
        /// The least.
        least: u16,
        /// The most.
        most: u16,
    },
    /// None of the words that there are.
    #[error("has to be one of {}", words.join(", "))]
    NotOneOf {
        /// The words.
        words: Vec<&'static str>,
    },
    /// No text, where one of these words is asked for.
    #[error("has to be one of {}, in quotation marks", words.join(", "))]
    NoWord {
        /// The words.
        words: Vec<&'static str>,
    },
    /// An open line, to another machine.
    #[error("may only be none where host is this machine")]
    OpenLine,
    /// Line breaks or other control characters.
    #[error("holds control characters")]
    Controls,
    /// No folder that is there.
    #[error("is no folder that is there")]
    NoFolder,
    /// The name of nothing that there is: a questionnaire, a task flow.
    #[error("names nothing that there is{}", if known.is_empty() { String::new() } else { format!("; there are {}", known.join(", ")) })]
    NoSuch {
        /// Those that there are.
        known: Vec<String>,
    },
}

/// What is wrong at a place of the file. Keys are whole: `mail.host`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SettingsWrong {
    /// Not TOML, or a key given twice; in the words of the TOML reader.
    #[error("{0}")]
    Syntax(String),
    /// A key that there is not here.
    #[error("`{key}` is not known{}", nearest.as_ref().map(|near| format!("; `{near}` is")).unwrap_or_default())]
    UnknownKey {
        /// The key.
        key: String,
        /// The nearest one that there is.
        nearest: Option<String>,
    },
    /// A key that has to be there.
    #[error("`{key}` is missing")]
    MissingKey {
        /// The key.
        key: &'static str,
    },
    /// A value of another kind.
    #[error("`{key}` has another kind of value: {kind:?} is asked for")]
    Kind {
        /// The key.
        key: &'static str,
        /// What it has to be.
        kind: ValueKind,
    },
    /// A value that cannot be used.
    #[error("`{key}` {why}")]
    Value {
        /// The key.
        key: &'static str,
        /// Why not.
        why: BadValue,
    },
    /// Two keys of which one is too many.
    #[error("`{one}` and `{other}` are both given")]
    Both {
        /// One key.
        one: &'static str,
        /// The other key.
        other: &'static str,
    },
    /// A key that means nothing without another.
    #[error("`{key}` is given without `{needs}`{}", or.map(|or| format!(" or `{or}`")).unwrap_or_default())]
    Alone {
        /// The key.
        key: &'static str,
        /// The key it needs.
        needs: &'static str,
        /// Another that does as well.
        or: Option<&'static str>,
    },
}
