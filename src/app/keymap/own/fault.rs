//! What can be wrong with the keys that a person chose, and where.

use crate::app::action::Action;
use crate::app::keymap::Layer;

/// The file cannot be used: where, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeysFault {
    /// Line in the file, counted from 1, where it is known.
    pub line: Option<u64>,
    /// What is wrong.
    pub wrong: KeysWrong,
}

/// What is wrong at a place of the file. Texts of the file itself are as they stand there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum KeysWrong {
    /// The file itself cannot be read; in the words of the system.
    Unreadable(String),
    /// Not TOML, or a name given twice; in the words of the TOML reader.
    Syntax(String),
    /// There is no such action.
    UnknownAction {
        /// The name.
        name: String,
        /// The nearest one that there is.
        nearest: Option<&'static str>,
    },
    /// There is no such screen.
    UnknownScreen {
        /// The name.
        name: String,
        /// The nearest one that there is.
        nearest: Option<&'static str>,
    },
    /// The action does nothing on that screen.
    NotThere {
        /// The action.
        action: Action,
        /// The screen.
        layer: Layer,
    },
    /// Something else than a list of keys.
    NotAList {
        /// The action.
        action: Action,
    },
    /// No key has that name, or none that ever arrives.
    UnknownKey {
        /// The action.
        action: Action,
        /// The name.
        key: String,
    },
    /// A terminal sends the same for another key.
    SameAs {
        /// The action.
        action: Action,
        /// The key.
        key: String,
        /// The key that arrives.
        other: &'static str,
    },
    /// More than two keys after one another.
    TooLong {
        /// The action.
        action: Action,
        /// The keys.
        keys: String,
    },
    /// The key is text there, or a digit of the number that is typed.
    IsText {
        /// The action.
        action: Action,
        /// The screen.
        layer: Layer,
        /// The key.
        key: String,
    },
    /// One key for two actions.
    Twice {
        /// The screen.
        layer: Layer,
        /// The key.
        keys: String,
        /// One action.
        one: Action,
        /// The other action.
        other: Action,
    },
    /// A key that is the beginning of another one's two.
    Begins {
        /// The screen.
        layer: Layer,
        /// The key.
        key: String,
        /// Its action.
        one: Action,
        /// The two keys.
        longer: String,
        /// Their action.
        other: Action,
    },
    /// Nothing would be left to get out, or to see the keys, by.
    Unbound {
        /// The screen.
        layer: Layer,
        /// The action without a key.
        action: Action,
    },
}

impl KeysFault {
    /// The same with the texts of the file put through this, so that they are fit to be shown.
    #[must_use]
    pub fn with_texts(mut self, fit: impl Fn(&str) -> String) -> Self {
        match &mut self.wrong {
            KeysWrong::Unreadable(text)
            | KeysWrong::Syntax(text)
            | KeysWrong::UnknownAction { name: text, .. }
            | KeysWrong::UnknownScreen { name: text, .. }
            | KeysWrong::UnknownKey { key: text, .. }
            | KeysWrong::SameAs { key: text, .. }
            | KeysWrong::TooLong { keys: text, .. }
            | KeysWrong::IsText { key: text, .. }
            | KeysWrong::Twice { keys: text, .. } => *text = fit(text),
            KeysWrong::Begins { key, longer, .. } => (*key, *longer) = (fit(key), fit(longer)),
            KeysWrong::NotThere { .. } | KeysWrong::NotAList { .. } | KeysWrong::Unbound { .. } => {}
        }
        self
    }
}

/// Why a key will not come easily.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Hindrance {
    /// Belgian and French keyboards have it with `AltGr` only.
    AltGr,
    /// Terminals, tmux, screen or flow control often keep it for themselves.
    Taken,
}

/// A key that not every keyboard or terminal has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeysWarning {
    /// Line in the file, counted from 1.
    pub line: u64,
    /// The action.
    pub action: Action,
    /// The key.
    pub key: String,
    /// Why it will not come easily.
    pub why: Hindrance,
}
