//! Several lines of typed text.

use tui_textarea::{CursorMove, Input, Key as AreaKey, TextArea};

use super::key::Key;
use crate::domain::answering::LINES;
use crate::domain::neutral::turns_line;

/// Several lines of typed text with a cursor: no longer than an answer can be.
#[derive(Debug, Clone)]
pub struct TextLines {
    area: TextArea<'static>,
}

impl TextLines {
    /// A field that holds this text, the cursor behind it.
    #[must_use]
    pub fn with(text: &str) -> Self {
        let mut area = TextArea::new(text.split('\n').map(str::to_owned).collect());
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self { area }
    }

    /// The text, its lines ended by `\n`.
    #[must_use]
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// The lines.
    #[must_use]
    pub fn lines(&self) -> &[String] {
        self.area.lines()
    }

    /// The line of the cursor, and how many characters of it stand before the cursor.
    #[must_use]
    pub fn cursor(&self) -> (usize, usize) {
        let at = self.area.cursor();
        (at.0, at.1)
    }

    /// How many characters can still be typed, the ends of lines among them.
    fn room(&self) -> usize {
        LINES.saturating_sub(self.area.lines().iter().map(|line| line.chars().count() + 1).sum::<usize>().saturating_sub(1))
    }

    /// Types a key.
    pub fn press(&mut self, key: Key) {
        let input = |key| Input { key, ctrl: false, alt: false, shift: false };
        match key {
            Key::Char(_) | Key::Space | Key::Enter if self.room() == 0 => {}
            Key::Char(character) => {
                self.area.input(input(AreaKey::Char(character)));
            }
            Key::Space => {
                self.area.input(input(AreaKey::Char(' ')));
            }
            Key::Enter => self.area.insert_newline(),
            Key::Backspace => {
                self.area.input(input(AreaKey::Backspace));
            }
            Key::Delete => {
                self.area.input(input(AreaKey::Delete));
            }
            Key::Ctrl('u') => *self = Self::with(""),
            Key::Ctrl('w') => {
                self.area.delete_word();
            }
            _ => self.go(key),
        }
    }

    fn go(&mut self, key: Key) {
        self.area.move_cursor(match key {
            Key::Left => CursorMove::Back,
            Key::Right => CursorMove::Forward,
            Key::Up => CursorMove::Up,
            Key::Down => CursorMove::Down,
            Key::Home => CursorMove::Head,
            Key::End => CursorMove::End,
            Key::PageUp => CursorMove::Top,
            Key::PageDown => CursorMove::Bottom,
            _ => return,
        });
    }

    /// Puts pasted text at the cursor with its lines, as much of it as there is room for; gives how many characters at its end there
    /// was none for. What acts on a terminal or turns the direction of a line is left out.
    #[must_use = "a person has to be told what was left out"]
    pub fn paste(&mut self, text: &str) -> usize {
        let (text, room) = (in_lines(text), self.room());
        self.area.insert_str(text.chars().take(room).collect::<String>());
        text.chars().count().saturating_sub(room)
    }

    /// How many characters of a text there is no room for, behind so many others.
    #[must_use]
    pub fn too_many(&self, others: usize, text: &str) -> usize {
        (others + in_lines(text).chars().count()).saturating_sub(self.room())
    }
}

/// What of a text stands there once it is pasted.
fn in_lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', " ");
    text.chars().filter(|character| *character == '\n' || !(character.is_control() || turns_line(*character))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_typed_pasted_and_cleared() {
        let mut lines = TextLines::with("een\ntwee");
        assert_eq!(lines.cursor(), (1, 4));
        for key in [Key::Enter, Key::Char('d'), Key::Space, Key::Up, Key::Home, Key::Char('É')] {
            lines.press(key);
        }
        assert_eq!(lines.text(), "een\nÉtwee\nd ");
        lines.press(Key::Ctrl('u'));
        assert_eq!(lines.text(), "");
        assert_eq!(lines.paste("a\r\nb\u{202e}\u{1b}[A\tc"), 0);
        assert_eq!(lines.text(), "a\nb[A c");
    }

    #[test]
    fn a_text_stops_where_an_answer_is_full() {
        let mut lines = TextLines::with("");
        assert_eq!(lines.paste(&"é\n".repeat(LINES)), LINES);
        assert_eq!(lines.text().chars().count(), LINES);
        lines.press(Key::Char('x'));
        lines.press(Key::Enter);
        assert_eq!(lines.text().chars().count(), LINES);
    }
}
