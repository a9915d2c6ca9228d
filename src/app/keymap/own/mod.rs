//! The keys that a person chose, `keys.toml`.
//!
//! ```toml
//! import = ["I", "F5"]      # by the name of the action, on every screen that has it; the first key is the one that is shown
//! sort-menu = []            # no key at all
//! [tabs]                    # on this screen alone
//! next-finding = ["n", "g n"]
//! ```
//! `instroom keys` lists screens, actions and keys. Where text is typed a character is text: of keys for every screen only those
//! that are no characters hold there, and where none is left the standard ones do. A file in which anything is wrong changes
//! nothing at all.

mod fault;
mod judge;
mod read;
#[cfg(test)]
mod tests;

pub use fault::{Hindrance, KeysFault, KeysWarning, KeysWrong};

use super::Keymap;

/// What a person chose, and what of it will not come easily.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Own {
    /// The table that holds.
    pub keymap: Keymap,
    /// Keys that not every keyboard or terminal has. They are taken all the same.
    pub warnings: Vec<KeysWarning>,
}

impl Own {
    /// Reads the text of a file.
    ///
    /// # Errors
    /// Everything that is wrong, never nothing: what cannot be read; else what does not go together.
    pub fn parse(text: &str) -> Result<Self, Vec<KeysFault>> {
        let chosen = read::chosen(text)?;
        judge::apply(&chosen)
    }
}
