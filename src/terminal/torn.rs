//! Keys that a slow line tears: an arrow leaves the keyboard as `ESC [ A` and may arrive in two pieces.
//!
//! Read piece by piece, the first would be Esc and the rest letters. So an Esc is held back for a moment, and
//! what follows at the speed of a machine is joined to it again. Nothing here waits: the keyboard's thread
//! does, for as long as [`Rejoiner::patience`] says.

use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};

/// How long an Esc is held back where the terminal stands on the same machine.
const NEAR: Duration = Duration::from_millis(50);
/// How long, where the line may be slow or another program stands between.
const FAR: Duration = Duration::from_millis(150);
/// How long the rest of what is certainly torn is waited for: no hand types `ESC [` that fast.
const CERTAIN: Duration = Duration::from_secs(1);
/// More than any sequence of a key has.
const LONGEST: usize = 16;

/// Whether the pieces of a key may arrive far apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    /// The terminal stands on the same machine.
    Near,
    /// Over SSH, or through a multiplexer.
    Far,
}

impl Line {
    /// The line by what the shell says of it.
    pub(super) fn of_environment() -> Self {
        let is_far = ["SSH_CONNECTION", "SSH_TTY", "TMUX", "STY"].iter().any(|name| std::env::var_os(name).is_some());
        if is_far { Self::Far } else { Self::Near }
    }
}

/// What is held back.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Held {
    Nothing,
    /// An Esc was let go for want of more; its rest may still come.
    EscapeWent,
    /// What came behind an Esc, from its `[` or `O`; empty while there is only the Esc.
    Sequence {
        text: String,
        escape_went: bool,
    },
    /// The text of a torn paste.
    Paste(String),
}

/// Joins what a line tore.
#[derive(Debug)]
pub(super) struct Rejoiner {
    held: Held,
    line: Line,
}

impl Rejoiner {
    pub(super) const fn new(line: Line) -> Self {
        Self { held: Held::Nothing, line }
    }

    /// How long to wait for more before [`Self::give_up`]; none where nothing is held back.
    pub(super) fn patience(&self) -> Option<Duration> {
        match &self.held {
            Held::Nothing | Held::EscapeWent => None,
            Held::Sequence { text, .. } if text.starts_with('[') => Some(CERTAIN),
            Held::Paste(_) => Some(CERTAIN),
            Held::Sequence { .. } => Some(match self.line {
                Line::Near => NEAR,
                Line::Far => FAR,
            }),
        }
    }

    /// Takes an event in; what is certain comes out.
    pub(super) fn take(&mut self, event: Event) -> Vec<Event> {
        match std::mem::replace(&mut self.held, Held::Nothing) {
            Held::Nothing => self.begin(event),
            Held::EscapeWent => match text_of(&event) {
                Some('[') => self.hold(String::from('['), true),
                _ => self.begin(event),
            },
            Held::Sequence { text, escape_went } => self.join(text, escape_went, event),
            Held::Paste(text) => self.paste(text, event),
        }
    }

    /// Nothing more came in time.
    pub(super) fn give_up(&mut self) -> Vec<Event> {
        match std::mem::replace(&mut self.held, Held::Nothing) {
            Held::Nothing | Held::EscapeWent => Vec::new(),
            Held::Sequence { text, escape_went } => {
                if text.is_empty() {
                    self.held = Held::EscapeWent;
                }
                loose(&text, escape_went)
            }
            Held::Paste(text) => vec![Event::Paste(text)],
        }
    }

    fn hold(&mut self, text: String, escape_went: bool) -> Vec<Event> {
        self.held = Held::Sequence { text, escape_went };
        Vec::new()
    }

    fn begin(&mut self, event: Event) -> Vec<Event> {
        if is_escape(&event) { self.hold(String::new(), false) } else { vec![event] }
    }

    fn join(&mut self, mut text: String, escape_went: bool, event: Event) -> Vec<Event> {
        if let Some(character) = text_of(&event) {
            text.push(character);
            match read(&text) {
                Read::Key(code, modifiers) => return vec![Event::Key(KeyEvent::new(code, modifiers))],
                Read::PasteBegins => {
                    self.held = Held::Paste(String::new());
                    return Vec::new();
                }
                Read::Unknown => return Vec::new(),
                Read::Unfinished => return self.hold(text, escape_went),
                Read::Loose => {
                    text.pop();
                }
            }
        }
        let mut events = loose(&text, escape_went);
        events.extend(self.begin(event));
        events
    }

    /// A torn paste goes on until its end, which may be torn as well, or was not understood by whoever read it.
    fn paste(&mut self, mut text: String, event: Event) -> Vec<Event> {
        let end = "\u{1b}[201~";
        let character = match &event {
            Event::Key(key) if key.kind == KeyEventKind::Release => None,
            Event::Key(key) => match key.code {
                KeyCode::Enter => Some('\n'),
                KeyCode::Tab => Some('\t'),
                KeyCode::Esc => Some('\u{1b}'),
                // A line feed arrives as Ctrl+J.
                KeyCode::Char('j') if key.modifiers == KeyModifiers::CONTROL => Some('\n'),
                KeyCode::Char(character) if key.modifiers.difference(KeyModifiers::SHIFT).is_empty() => Some(character),
                _ => None,
            },
            _ => None,
        };
        let Some(character) = character else {
            let mut events = vec![Event::Paste(text)];
            events.extend(self.begin(event));
            return events;
        };
        text.push(character);
        match text.strip_suffix(end) {
            Some(whole) => vec![Event::Paste(whole.to_owned())],
            None => {
                self.held = Held::Paste(text);
                Vec::new()
            }
        }
    }
}

/// What was held back, as it came. A lone `[` does nothing: it is the rest of a key that is not known.
fn loose(text: &str, escape_went: bool) -> Vec<Event> {
    let plain = |code| Event::Key(KeyEvent::new(code, KeyModifiers::NONE));
    let escape = (!escape_went && !text.starts_with('[')).then(|| plain(KeyCode::Esc));
    let rest = if text.starts_with('[') && !(escape_went && text == "[") { "" } else { text };
    escape.into_iter().chain(rest.chars().map(|character| plain(KeyCode::Char(character)))).collect()
}

fn is_escape(event: &Event) -> bool {
    matches!(event, Event::Key(key) if key.code == KeyCode::Esc && key.modifiers.is_empty() && key.kind == KeyEventKind::Press)
}

/// The character of an event that can be a piece of a sequence.
fn text_of(event: &Event) -> Option<char> {
    match event {
        Event::Key(key) if key.kind != KeyEventKind::Release && key.modifiers.difference(KeyModifiers::SHIFT).is_empty() => {
            match key.code {
                KeyCode::Char(character) if character.is_ascii_graphic() => Some(character),
                _ => None,
            }
        }
        _ => None,
    }
}

/// What stands behind an Esc.
enum Read {
    Key(KeyCode, KeyModifiers),
    PasteBegins,
    /// More has to come.
    Unfinished,
    /// A whole sequence of a key that is not known: nobody typed it.
    Unknown,
    /// No sequence: an Esc and then other keys.
    Loose,
}

fn read(text: &str) -> Read {
    let mut rest = text.chars();
    match (rest.next(), rest.as_str()) {
        (Some('[' | 'O'), "") => Read::Unfinished,
        (Some('O'), last) => last.chars().next().and_then(arrow).map_or(Read::Loose, |code| Read::Key(code, KeyModifiers::NONE)),
        (Some('['), rest) => csi(rest),
        _ => Read::Loose,
    }
}

/// What stands behind `ESC [`: numbers with semicolons between, and a last character.
fn csi(text: &str) -> Read {
    let Some(last) = text.chars().last() else { return Read::Unfinished };
    if last.is_ascii_digit() || last == ';' {
        return if text.len() < LONGEST { Read::Unfinished } else { Read::Unknown };
    }
    let numbers = text.strip_suffix(last).unwrap_or_default();
    let mut numbers = numbers.split(';').map(|number| number.parse::<u8>().unwrap_or(0));
    let (first, modifiers) = (numbers.next().unwrap_or(0), modifiers(numbers.next().unwrap_or(0)));
    match (last, first) {
        ('~', 200) => return Read::PasteBegins,
        ('Z', _) => return Read::Key(KeyCode::BackTab, KeyModifiers::SHIFT),
        _ => {}
    }
    let code = if last == '~' { numbered(first) } else { arrow(last) };
    code.map_or(Read::Unknown, |code| Read::Key(code, modifiers))
}

/// The keys with a letter of their own.
const fn arrow(last: char) -> Option<KeyCode> {
    Some(match last {
        'A' => KeyCode::Up,
        'B' => KeyCode::Down,
        'C' => KeyCode::Right,
        'D' => KeyCode::Left,
        'H' => KeyCode::Home,
        'F' => KeyCode::End,
        'P' => KeyCode::F(1),
        'Q' => KeyCode::F(2),
        'R' => KeyCode::F(3),
        'S' => KeyCode::F(4),
        _ => return None,
    })
}

/// The keys with a number.
const fn numbered(number: u8) -> Option<KeyCode> {
    Some(match number {
        1 | 7 => KeyCode::Home,
        2 => KeyCode::Insert,
        3 => KeyCode::Delete,
        4 | 8 => KeyCode::End,
        5 => KeyCode::PageUp,
        6 => KeyCode::PageDown,
        11..=15 => KeyCode::F(number - 10),
        17..=21 => KeyCode::F(number - 11),
        23 | 24 => KeyCode::F(number - 12),
        _ => return None,
    })
}

/// Terminals say which keys are held as one more than a sum: 1 Shift, 2 Alt, 4 Ctrl.
fn modifiers(number: u8) -> KeyModifiers {
    let bits = number.saturating_sub(1);
    let named = [(1, KeyModifiers::SHIFT), (2, KeyModifiers::ALT), (4, KeyModifiers::CONTROL)];
    named.into_iter().filter(|(bit, _)| bits & bit != 0).fold(KeyModifiers::NONE, |all, (_, one)| all | one)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(code: KeyCode) -> Event {
        Event::Key(KeyEvent::new(code, KeyModifiers::NONE))
    }

    /// What comes of pieces that arrive in time; `ESC` stands for the key.
    fn typed(pieces: &str) -> Vec<Event> {
        let mut rejoiner = Rejoiner::new(Line::Far);
        let mut events = Vec::new();
        for character in pieces.chars() {
            events.extend(rejoiner.take(plain(match character {
                '\u{1b}' => KeyCode::Esc,
                '\n' => KeyCode::Enter,
                other => KeyCode::Char(other),
            })));
        }
        events.extend(rejoiner.give_up());
        events
    }

    #[test]
    fn a_torn_key_is_that_key() {
        let keys = [
            ("[A", KeyCode::Up, KeyModifiers::NONE),
            ("OB", KeyCode::Down, KeyModifiers::NONE),
            ("[1;2A", KeyCode::Up, KeyModifiers::SHIFT),
            ("[1;5C", KeyCode::Right, KeyModifiers::CONTROL),
            ("[5;5~", KeyCode::PageUp, KeyModifiers::CONTROL),
            ("[3~", KeyCode::Delete, KeyModifiers::NONE),
            ("[Z", KeyCode::BackTab, KeyModifiers::SHIFT),
            ("OP", KeyCode::F(1), KeyModifiers::NONE),
            ("[24~", KeyCode::F(12), KeyModifiers::NONE),
        ];
        for (rest, code, modifiers) in keys {
            assert_eq!(typed(&format!("\u{1b}{rest}")), [Event::Key(KeyEvent::new(code, modifiers))], "{rest}");
        }
    }

    #[test]
    fn an_escape_and_other_keys_stay_what_they_are() {
        assert_eq!(typed("\u{1b}"), [plain(KeyCode::Esc)]);
        assert_eq!(typed("\u{1b}j"), [plain(KeyCode::Esc), plain(KeyCode::Char('j'))]);
        assert_eq!(typed("\u{1b}Ok"), [plain(KeyCode::Esc), plain(KeyCode::Char('O')), plain(KeyCode::Char('k'))]);
        assert_eq!(typed("\u{1b}\u{1b}[B"), [plain(KeyCode::Esc), plain(KeyCode::Down)]);
        assert_eq!(typed("[A"), [plain(KeyCode::Char('[')), plain(KeyCode::Char('A'))], "without an Esc it is text");
    }

    #[test]
    fn what_is_no_key_does_nothing_at_all() {
        assert_eq!(typed("\u{1b}["), [], "torn off in the middle");
        assert_eq!(typed("\u{1b}[99~"), []);
        assert_eq!(typed("\u{1b}[99~x"), [plain(KeyCode::Char('x'))]);
        assert_eq!(typed("\u{1b}[1;5"), []);
    }

    #[test]
    fn what_comes_after_its_escape_went_is_still_no_text() {
        let mut rejoiner = Rejoiner::new(Line::Near);
        assert!(rejoiner.take(plain(KeyCode::Esc)).is_empty());
        assert_eq!(rejoiner.give_up(), [plain(KeyCode::Esc)]);
        assert!(rejoiner.take(plain(KeyCode::Char('['))).is_empty());
        assert_eq!(rejoiner.take(plain(KeyCode::Char('A'))), [plain(KeyCode::Up)]);
        // A hand that types a bracket after Esc gets it.
        rejoiner.take(plain(KeyCode::Esc));
        rejoiner.give_up();
        rejoiner.take(plain(KeyCode::Char('[')));
        assert_eq!(rejoiner.give_up(), [plain(KeyCode::Char('['))]);
    }

    #[test]
    fn a_torn_paste_is_pasted() {
        assert_eq!(typed("\u{1b}[200~een\ntwee\u{1b}[201~"), [Event::Paste("een\ntwee".into())]);
        assert_eq!(typed("\u{1b}[200~q\u{1b}[A"), [Event::Paste("q\u{1b}[A".into())], "nothing in it is a key");
        assert_eq!(typed("\u{1b}[200~zonder einde"), [Event::Paste("zonder einde".into())]);
    }

    #[test]
    fn an_escape_waits_longer_on_a_slow_line_and_nothing_else_waits() {
        let (mut near, mut far) = (Rejoiner::new(Line::Near), Rejoiner::new(Line::Far));
        assert_eq!((near.patience(), far.patience()), (None, None));
        near.take(plain(KeyCode::Esc));
        far.take(plain(KeyCode::Esc));
        assert!(near.patience() < far.patience());
        assert_eq!(near.take(plain(KeyCode::Char('j'))).len(), 2, "the next key lets it go at once");
        assert_eq!(near.patience(), None);
        let resized = Event::Resize(80, 24);
        assert_eq!(far.take(resized.clone()), [plain(KeyCode::Esc), resized]);
    }
}
