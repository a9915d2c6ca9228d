//! Keys as a person knows them, so that no ring but the loop names the terminal's own.

use std::fmt;
use std::str::FromStr;

/// One key press. Characters are matched as they arrive: Shift is part of the character.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// A character, capitals and AltGr characters included.
    Char(char),
    /// Control with a letter, lower case.
    Ctrl(char),
    /// The space bar.
    Space,
    /// Enter.
    Enter,
    /// Escape.
    Esc,
    /// Tab.
    Tab,
    /// Shift with Tab.
    BackTab,
    /// Backspace.
    Backspace,
    /// Delete.
    Delete,
    /// Insert.
    Insert,
    /// Cursor up.
    Up,
    /// Cursor down.
    Down,
    /// Cursor left.
    Left,
    /// Cursor right.
    Right,
    /// Shift with cursor up.
    ShiftUp,
    /// Shift with cursor down.
    ShiftDown,
    /// Home.
    Home,
    /// End.
    End,
    /// Page up.
    PageUp,
    /// Page down.
    PageDown,
    /// Control with page up.
    CtrlPageUp,
    /// Control with page down.
    CtrlPageDown,
    /// A function key, 1 to 12.
    Function(u8),
}

const NAMED: [(Key, &str); 20] = [
    (Key::Space, "Space"),
    (Key::Enter, "Enter"),
    (Key::Esc, "Esc"),
    (Key::Tab, "Tab"),
    (Key::BackTab, "Shift+Tab"),
    (Key::Backspace, "Backspace"),
    (Key::Delete, "Del"),
    (Key::Insert, "Ins"),
    (Key::Up, "Up"),
    (Key::Down, "Down"),
    (Key::Left, "Left"),
    (Key::Right, "Right"),
    (Key::ShiftUp, "Shift+Up"),
    (Key::ShiftDown, "Shift+Down"),
    (Key::Home, "Home"),
    (Key::End, "End"),
    (Key::PageUp, "PgUp"),
    (Key::PageDown, "PgDn"),
    (Key::CtrlPageUp, "Ctrl+PgUp"),
    (Key::CtrlPageDown, "Ctrl+PgDn"),
];

impl fmt::Display for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some((_, name)) = NAMED.iter().find(|(key, _)| key == self) {
            return formatter.write_str(name);
        }
        match self {
            Self::Char(character) => write!(formatter, "{character}"),
            Self::Ctrl(letter) => write!(formatter, "Ctrl+{}", letter.to_uppercase()),
            Self::Function(number) => write!(formatter, "F{number}"),
            _ => Ok(()),
        }
    }
}

/// No key has this name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no key is called {name:?}")]
pub struct UnknownKey {
    /// The name given.
    pub name: String,
}

impl FromStr for Key {
    type Err = UnknownKey;

    fn from_str(name: &str) -> Result<Self, UnknownKey> {
        let unknown = || UnknownKey { name: name.to_owned() };
        if let Some((key, _)) = NAMED.iter().find(|(_, known)| known.eq_ignore_ascii_case(name)) {
            return Ok(*key);
        }
        let mut characters = name.chars();
        match (characters.next(), characters.next()) {
            (Some(' '), None) => return Ok(Self::Space),
            (Some(character), None) => return Ok(Self::Char(character)),
            _ => {}
        }
        if let Some(letter) = name.strip_prefix("Ctrl+").or_else(|| name.strip_prefix("ctrl+")) {
            let mut letters = letter.chars();
            return match (letters.next(), letters.next()) {
                (Some(letter), None) => Ok(Self::Ctrl(letter.to_ascii_lowercase())),
                _ => Err(unknown()),
            };
        }
        let number = name.strip_prefix(['F', 'f']).and_then(|number| number.parse().ok()).ok_or_else(unknown)?;
        if (1..=12).contains(&number) { Ok(Self::Function(number)) } else { Err(unknown()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_character_key_is_written_and_read_back(character in any::<char>()) {
            prop_assume!(character != ' ');
            let key = Key::Char(character);
            prop_assert_eq!(key.to_string().parse(), Ok(key));
        }
    }

    #[test]
    fn every_named_key_is_written_and_read_back() {
        let more = ['c', 'd'].map(Key::Ctrl).into_iter().chain([1, 12].map(Key::Function));
        for key in NAMED.into_iter().map(|(key, _)| key).chain(more) {
            assert_eq!(key.to_string().parse(), Ok(key));
        }
    }

    #[test]
    fn what_is_no_key_is_refused_by_name() {
        for name in ["", "Ctrl+", "Ctrl+ab", "F13", "F0", "Hyper"] {
            assert_eq!(name.parse::<Key>(), Err(UnknownKey { name: name.to_owned() }));
        }
    }
}
