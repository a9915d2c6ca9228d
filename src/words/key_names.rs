//! What keys are called on the screens. Files of keys and the command line name them as [`Key`] does, the same in every language.

use crate::app::key::Key;

phrases! { KeyNames {
    space: &'static str,
    enter: &'static str,
    escape: &'static str,
    tab: &'static str,
    backspace: &'static str,
    delete: &'static str,
    insert: &'static str,
    up: &'static str,
    down: &'static str,
    left: &'static str,
    right: &'static str,
    home: &'static str,
    end: &'static str,
    page_up: &'static str,
    page_down: &'static str,
    shift: &'static str,
    question_mark: &'static str,
    slash: &'static str,
    plus: &'static str,
    minus: &'static str,
    star: &'static str,
    full_stop: &'static str,
    colon: &'static str,
    dollar: &'static str,
} }

impl KeyNames {
    /// What a key is called.
    #[must_use]
    pub fn of(&self, key: Key) -> String {
        let name = match key {
            Key::Space => self.space,
            Key::Enter => self.enter,
            Key::Esc => self.escape,
            Key::Tab => self.tab,
            Key::Backspace => self.backspace,
            Key::Delete => self.delete,
            Key::Insert => self.insert,
            Key::Up => self.up,
            Key::Down => self.down,
            Key::Left => self.left,
            Key::Right => self.right,
            Key::Home => self.home,
            Key::End => self.end,
            Key::PageUp => self.page_up,
            Key::PageDown => self.page_down,
            Key::BackTab => return format!("{}+{}", self.shift, self.tab),
            Key::ShiftUp => return format!("{}+{}", self.shift, self.up),
            Key::ShiftDown => return format!("{}+{}", self.shift, self.down),
            Key::CtrlPageUp => return format!("Ctrl+{}", self.page_up),
            Key::CtrlPageDown => return format!("Ctrl+{}", self.page_down),
            Key::Char(_) | Key::Ctrl(_) | Key::Function(_) => return key.to_string(),
        };
        name.to_owned()
    }

    /// What keys of the table are called, one key or a sequence of two. One of characters is written as it is typed, `gg`.
    #[must_use]
    pub fn written(&self, keys: &str) -> String {
        let named = |name: &str| name.parse().map_or_else(|_| name.to_owned(), |key| self.of(key));
        let is_typed = keys.split(' ').all(|key| key.chars().count() == 1);
        keys.split(' ').map(named).collect::<Vec<_>>().join(if is_typed { "" } else { " " })
    }

    /// What keys of the table are called where they are heard: signs by their names, and what makes a capital is said.
    #[must_use]
    pub fn spoken(&self, keys: &str) -> String {
        let named = |name: &str| name.parse().map_or_else(|_| name.to_owned(), |key| self.of_heard(key));
        keys.split(' ').map(named).collect::<Vec<_>>().join(" ")
    }

    /// What keys of the table are called in a sentence that is heard: signs stay, since the sentence is said with their names.
    #[must_use]
    pub fn heard(&self, keys: &str) -> String {
        let is_sign = keys.parse().is_ok_and(|sign: char| !sign.is_alphanumeric());
        if is_sign { self.written(keys) } else { self.spoken(keys) }
    }

    fn of_heard(&self, key: Key) -> String {
        match key {
            Key::Char(sign) if sign.is_uppercase() => format!("{}+{sign}", self.shift),
            Key::Char(sign) => self.of_sign(sign).map_or_else(|| sign.to_string(), str::to_owned),
            key => self.of(key),
        }
    }

    /// What a sign is called, where many voices leave it out.
    #[must_use]
    pub const fn of_sign(&self, sign: char) -> Option<&'static str> {
        Some(match sign {
            '?' => self.question_mark,
            '/' => self.slash,
            '+' => self.plus,
            '-' => self.minus,
            '*' => self.star,
            '.' => self.full_stop,
            ':' => self.colon,
            '$' => self.dollar,
            _ => return None,
        })
    }
}
