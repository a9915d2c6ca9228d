//! The terminal's events as messages.

use std::sync::mpsc::Sender;
use std::time::Duration;

use crossterm::event::{Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseButton, MouseEvent, MouseEventKind, poll, read};

use super::Wake;
use super::torn::{Line, Rejoiner};
use crate::app::Msg;
use crate::app::key::Key;

/// More keys than this are shown on the way: whoever types on while the program is busy sees that something moves.
const LONGEST_BURST: usize = 1024;

/// From so many keys at once on there are likely to be more: a line hands them over in pieces.
const MANY: usize = 16;

/// How long the next piece is waited for. No hand types faster.
const NEXT_PIECE: Duration = Duration::from_millis(5);

/// How long it is looked whether there is more. The library does not look at all where it may not wait, and below a millisecond
/// it asks again and again instead of waiting: a single key must not be kept for long.
const GLANCE: Duration = Duration::from_micros(5);

/// Reads events on a thread of its own, until the terminal or the loop is gone.
pub(super) fn listen(sender: Sender<Wake>) {
    std::thread::spawn(move || {
        let mut rejoiner = Rejoiner::new(Line::of_environment());
        while let Ok(mut events) = next(&mut rejoiner) {
            let is_gone = with_burst(&mut rejoiner, &mut events).is_err();
            let burst: Vec<Msg> = events.into_iter().filter_map(msg).collect();
            if (!burst.is_empty() && sender.send(Wake::Burst(burst)).is_err()) || is_gone {
                return;
            }
        }
    });
}

/// Takes in what has come together with an event: keys of one burst are shown in one frame.
fn with_burst(rejoiner: &mut Rejoiner, events: &mut Vec<Event>) -> std::io::Result<()> {
    let patience = |events: &[Event]| if events.len() < MANY { GLANCE } else { NEXT_PIECE };
    while events.len() < LONGEST_BURST && poll(patience(events))? {
        events.extend(rejoiner.take(read()?));
    }
    Ok(())
}

/// What comes next of the terminal, torn keys joined again. Waits for ever where nothing is held back.
pub(super) fn next(rejoiner: &mut Rejoiner) -> std::io::Result<Vec<Event>> {
    match rejoiner.patience() {
        Some(patience) if !poll(patience)? => Ok(rejoiner.give_up()),
        _ => read().map(|event| rejoiner.take(event)),
    }
}

/// What these events of a terminal at the other end of a line mean, torn keys joined again, once nothing more comes.
pub fn told_by(events: impl IntoIterator<Item = Event>) -> Vec<Msg> {
    let mut rejoiner = Rejoiner::new(Line::Far);
    let mut joined: Vec<Event> = events.into_iter().flat_map(|event| rejoiner.take(event)).collect();
    joined.extend(rejoiner.give_up());
    joined.into_iter().filter_map(msg).collect()
}

fn msg(event: Event) -> Option<Msg> {
    match event {
        Event::Key(event) if event.kind != KeyEventKind::Release => key(event).map(Msg::Key),
        Event::Paste(text) => Some(Msg::Paste(text)),
        Event::Resize(width, height) => Some(Msg::Resize(width, height)),
        Event::Mouse(event) => mouse(event),
        Event::FocusGained | Event::FocusLost | Event::Key(_) => None,
    }
}

/// The wheel is the arrow keys, and a click a place on the screen.
fn mouse(event: MouseEvent) -> Option<Msg> {
    match event.kind {
        MouseEventKind::ScrollDown => Some(Msg::Key(Key::Down)),
        MouseEventKind::ScrollUp => Some(Msg::Key(Key::Up)),
        MouseEventKind::Down(MouseButton::Left) => Some(Msg::Click(event.column, event.row)),
        MouseEventKind::Down(_)
        | MouseEventKind::Up(_)
        | MouseEventKind::Drag(_)
        | MouseEventKind::Moved
        | MouseEventKind::ScrollLeft
        | MouseEventKind::ScrollRight => None,
    }
}

/// The key of an event. Shift is part of a character; Ctrl+Alt with a character is AltGr with it.
pub(super) fn key(event: KeyEvent) -> Option<Key> {
    let ctrl = event.modifiers.contains(KeyModifiers::CONTROL);
    let alt = event.modifiers.contains(KeyModifiers::ALT);
    let shift = event.modifiers.contains(KeyModifiers::SHIFT);
    Some(match event.code {
        KeyCode::Char(_) if alt && !ctrl => return None,
        KeyCode::Char(character) if ctrl && !alt => Key::Ctrl(character.to_ascii_lowercase()),
        KeyCode::Char(' ') => Key::Space,
        // The kitty protocol reports a letter with Shift as the small letter and a flag.
        KeyCode::Char(letter) if shift && letter.is_lowercase() => {
            let mut capital = letter.to_uppercase();
            match (capital.next(), capital.next()) {
                (Some(capital), None) => Key::Char(capital),
                _ => Key::Char(letter),
            }
        }
        KeyCode::Char(character) => Key::Char(character),
        KeyCode::Enter => Key::Enter,
        KeyCode::Esc => Key::Esc,
        KeyCode::Tab if shift => Key::BackTab,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Insert => Key::Insert,
        KeyCode::Up if shift => Key::ShiftUp,
        KeyCode::Down if shift => Key::ShiftDown,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp if ctrl => Key::CtrlPageUp,
        KeyCode::PageDown if ctrl => Key::CtrlPageDown,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        KeyCode::F(number) => Key::Function(number),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pressed(code: KeyCode, modifiers: KeyModifiers) -> Option<Key> {
        key(KeyEvent::new(code, modifiers))
    }

    #[test]
    fn shift_is_part_of_the_character_and_altgr_is_no_control() {
        assert_eq!(pressed(KeyCode::Char('I'), KeyModifiers::SHIFT), Some(Key::Char('I')));
        assert_eq!(pressed(KeyCode::Char('i'), KeyModifiers::SHIFT), Some(Key::Char('I')));
        assert_eq!(pressed(KeyCode::Char('1'), KeyModifiers::SHIFT), Some(Key::Char('1')));
        assert_eq!(pressed(KeyCode::Char('@'), KeyModifiers::CONTROL | KeyModifiers::ALT), Some(Key::Char('@')));
        assert_eq!(pressed(KeyCode::Char('C'), KeyModifiers::CONTROL), Some(Key::Ctrl('c')));
        assert_eq!(pressed(KeyCode::Char('x'), KeyModifiers::ALT), None);
        assert_eq!(pressed(KeyCode::Char('é'), KeyModifiers::NONE), Some(Key::Char('é')));
    }

    #[test]
    fn a_released_key_is_no_press() {
        let mut event = KeyEvent::new(KeyCode::Enter, KeyModifiers::NONE);
        assert!(msg(Event::Key(event)).is_some());
        event.kind = KeyEventKind::Release;
        assert!(msg(Event::Key(event)).is_none());
    }
}
