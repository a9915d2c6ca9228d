//! One line of typed text.

use tui_textarea::{CursorMove, Input, Key as AreaKey, TextArea};

use super::digit_row::{Number, meant};
use super::key::Key;
use crate::domain::neutral::turns_line;
use crate::domain::sheet::LONGEST_TEXT;

/// The longest text that is read as a number, in bytes: with all that can stand beside its digits.
const LONGEST_NUMBER: usize = 400;

/// One line of typed text with a cursor: no longer than a cell of a workbook can hold.
#[derive(Debug, Clone)]
pub struct TextField {
    area: TextArea<'static>,
}

impl Default for TextField {
    fn default() -> Self {
        Self::with("")
    }
}

impl TextField {
    /// A field that holds this text, the cursor behind it.
    #[must_use]
    pub fn with(text: &str) -> Self {
        let mut area = TextArea::new(vec![text.to_owned()]);
        area.move_cursor(CursorMove::End);
        Self { area }
    }

    /// The text.
    #[must_use]
    pub fn text(&self) -> &str {
        self.area.lines().first().map_or("", String::as_str)
    }

    /// How many characters stand before the cursor.
    #[must_use]
    pub fn cursor(&self) -> usize {
        self.area.cursor().1
    }

    /// Types a key. True where the text changed.
    pub fn press(&mut self, key: Key) -> bool {
        let input = |key| Input { key, ctrl: false, alt: false, shift: false };
        match key {
            Key::Char(_) | Key::Space if self.room() == 0 => false,
            Key::Char(character) => self.area.input(input(AreaKey::Char(character))),
            Key::Space => self.area.input(input(AreaKey::Char(' '))),
            Key::Backspace => self.area.input(input(AreaKey::Backspace)),
            Key::Delete => self.area.input(input(AreaKey::Delete)),
            Key::Left | Key::Right | Key::Home | Key::End => {
                self.area.move_cursor(match key {
                    Key::Left => CursorMove::Back,
                    Key::Right => CursorMove::Forward,
                    Key::Home => CursorMove::Head,
                    _ => CursorMove::End,
                });
                false
            }
            Key::Ctrl('u') => {
                let had = !self.text().is_empty();
                *self = Self::default();
                had
            }
            Key::Ctrl('w') => self.area.delete_word(),
            _ => false,
        }
    }

    /// Types a key where only a number can stand: the unshifted row of a Belgian or French keyboard gives digits there.
    pub fn press_number(&mut self, number: Number, key: Key) -> bool {
        let before: String = self.text().chars().take(self.cursor()).collect();
        if number.closes_zero(&before, key) {
            for key in [Key::Backspace, Key::Backspace, Key::Char('('), Key::Char('0'), key] {
                self.press(key);
            }
            return true;
        }
        self.press(meant(number, &before, key))
    }

    /// What a whole text comes to where only a number can stand, as if it were typed sign by sign. What is far too long for a number
    /// is taken as it is.
    #[must_use]
    pub fn as_number(number: Number, text: &str) -> String {
        if text.len() > LONGEST_NUMBER {
            return text.to_owned();
        }
        let mut field = Self::default();
        for sign in text.chars() {
            field.press_number(number, if sign == ' ' { Key::Space } else { Key::Char(sign) });
        }
        field.text().to_owned()
    }

    /// How many characters can still be typed.
    fn room(&self) -> usize {
        LONGEST_TEXT.saturating_sub(self.text().chars().count())
    }

    /// Puts pasted text at the cursor, its line breaks as spaces, as much of it as there is room for; gives how many characters at
    /// its end there was none for. What turns the direction of a line is left out: no plan would take it.
    #[must_use = "a person has to be told what was left out"]
    pub fn paste(&mut self, text: &str) -> usize {
        let room = self.room();
        self.area.insert_str(in_line(text).take(room).collect::<String>());
        in_line(text).count().saturating_sub(room)
    }

    /// How many characters of a text there is no room for, in a field where nothing else stands.
    #[must_use]
    pub fn too_many(text: &str) -> usize {
        in_line(text).count().saturating_sub(LONGEST_TEXT)
    }
}

/// What of a text stands in a line once it is pasted.
fn in_line(text: &str) -> impl Iterator<Item = char> {
    let shown = text.trim().chars().filter(|character| !turns_line(*character));
    shown.map(|character| if character.is_control() { ' ' } else { character })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typing_moves_and_clears_as_people_expect() {
        let mut field = TextField::with("Gent");
        for key in [Key::Home, Key::Char('é'), Key::Space, Key::End, Key::Backspace] {
            field.press(key);
        }
        assert_eq!((field.text(), field.cursor()), ("é Gen", 5));
        assert!(!field.press(Key::Left), "moving is not a change");
        assert!(field.press(Key::Ctrl('u')));
        assert!(!field.press(Key::Ctrl('u')), "nothing left to clear");
        assert_eq!(field.paste("a\nb\u{1b}c "), 0);
        assert_eq!(field.text(), "a b c");
        assert_eq!(field.paste("\u{202e}d\u{2069}"), 0, "what turns a line is missed by nobody");
        assert_eq!(field.text(), "a b cd");
    }

    #[test]
    fn a_number_is_read_whole_as_it_is_typed() {
        for (number, text, read) in [
            (Number::Count, "&è", "17"),
            (Number::Signed, "-&(à,çç", "-150,99"),
            (Number::Signed, "15 août", "15 août"),
            (Number::Parted, "&(/è/éàé§", "15/7/2026"),
        ] {
            assert_eq!(TextField::as_number(number, text), read);
        }
        let long = "é".repeat(LONGEST_NUMBER);
        assert_eq!(TextField::as_number(Number::Count, &long), long);
    }

    #[test]
    fn a_text_stops_where_a_cell_is_full() {
        let mut field = TextField::default();
        assert_eq!(field.paste(&"é".repeat(LONGEST_TEXT - 1)), 0);
        assert!(field.press(Key::Char('x')));
        assert!(!field.press(Key::Char('y')) && !field.press(Key::Space));
        assert_eq!(field.paste(" more "), 4);
        let long = "é".repeat(LONGEST_TEXT);
        assert_eq!((TextField::too_many(&long), TextField::too_many(&format!(" {long}\u{202e}éé"))), (0, 2));
        assert_eq!(field.text().chars().count(), LONGEST_TEXT);
        assert!(field.text().ends_with('x'));
        assert!(field.press(Key::Backspace), "there is room again");
        assert_eq!(field.paste("zz"), 1);
        assert_eq!(field.text().chars().count(), LONGEST_TEXT);
        assert!(field.text().ends_with("éz"));
    }
}
