//! Keys that were pressed where a line is answered: a terminal puts into the line what it sends for them.

use super::manner::Manner;
use super::offer::{asks_help, leaves, unknown};
use super::{Dialogue, Reply, filling};
use crate::app::action::Action;
use crate::app::key::Key;
use crate::app::keymap::Meaning;
use crate::app::{Model, Msg};

/// What a terminal sends for a key behind Escape. The longest of those that begin alike comes first.
const SEQUENCES: [(&str, Key); 55] = [
    ("[1;2A", Key::ShiftUp),
    ("[1;2B", Key::ShiftDown),
    ("[5;5~", Key::CtrlPageUp),
    ("[6;5~", Key::CtrlPageDown),
    ("[11~", Key::Function(1)),
    ("[12~", Key::Function(2)),
    ("[13~", Key::Function(3)),
    ("[14~", Key::Function(4)),
    ("[15~", Key::Function(5)),
    ("[17~", Key::Function(6)),
    ("[18~", Key::Function(7)),
    ("[19~", Key::Function(8)),
    ("[20~", Key::Function(9)),
    ("[21~", Key::Function(10)),
    ("[23~", Key::Function(11)),
    ("[24~", Key::Function(12)),
    ("[[A", Key::Function(1)),
    ("[[B", Key::Function(2)),
    ("[[C", Key::Function(3)),
    ("[[D", Key::Function(4)),
    ("[[E", Key::Function(5)),
    ("[1~", Key::Home),
    ("[2~", Key::Insert),
    ("[3~", Key::Delete),
    ("[4~", Key::End),
    ("[5~", Key::PageUp),
    ("[6~", Key::PageDown),
    ("[7~", Key::Home),
    ("[8~", Key::End),
    ("[5^", Key::CtrlPageUp),
    ("[6^", Key::CtrlPageDown),
    ("[A", Key::Up),
    ("[B", Key::Down),
    ("[C", Key::Right),
    ("[D", Key::Left),
    ("[F", Key::End),
    ("[H", Key::Home),
    ("[P", Key::Function(1)),
    ("[Q", Key::Function(2)),
    ("[R", Key::Function(3)),
    ("[S", Key::Function(4)),
    ("[Z", Key::BackTab),
    ("[a", Key::ShiftUp),
    ("[b", Key::ShiftDown),
    ("OA", Key::Up),
    ("OB", Key::Down),
    ("OC", Key::Right),
    ("OD", Key::Left),
    ("OF", Key::End),
    ("OH", Key::Home),
    ("OM", Key::Enter),
    ("OP", Key::Function(1)),
    ("OQ", Key::Function(2)),
    ("OR", Key::Function(3)),
    ("OS", Key::Function(4)),
];

/// What a line is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Presses {
    /// Something that was typed.
    Text,
    /// Keys alone, one after the other.
    Keys(Vec<Key>),
    /// Keys that are not known here, or keys in the middle of what was typed.
    Unknown,
}

impl Presses {
    /// What a line is, as it came. What is pasted from a table has tabs, so that those between words are text.
    pub(super) fn of(line: &str) -> Self {
        if line == " " {
            return Self::Keys(vec![Key::Space]);
        }
        let tabs = !line.is_empty() && line.chars().all(|sign| sign == '\t');
        if !tabs && line.chars().all(|sign| sign == '\t' || !sign.is_control()) {
            return Self::Text;
        }
        let (mut keys, mut rest) = (Vec::new(), line);
        while let Some((key, behind)) = first(rest) {
            keys.push(key);
            rest = behind;
        }
        if rest.is_empty() { Self::Keys(keys) } else { Self::Unknown }
    }
}

/// The first key of what a terminal sent, and what stands behind it.
fn first(text: &str) -> Option<(Key, &str)> {
    if let Some(behind) = text.strip_prefix('\u{1b}') {
        let known = SEQUENCES.iter().find_map(|(sequence, key)| Some((*key, behind.strip_prefix(sequence)?)));
        // Escape itself, perhaps more than once.
        return known.or_else(|| (behind.is_empty() || behind.starts_with('\u{1b}')).then_some((Key::Esc, behind)));
    }
    let sign = text.chars().next()?;
    let key = match sign {
        '\t' => Key::Tab,
        '\u{8}' | '\u{7f}' => Key::Backspace,
        '\u{1}'..='\u{1a}' => Key::Ctrl(char::from(u8::try_from(sign).ok()? + b'a' - 1)),
        _ => return None,
    };
    Some((key, text.get(sign.len_utf8()..)?))
}

impl Dialogue {
    /// What keys come to that were pressed. Where text is asked they are none, and nothing of them is typed.
    pub(super) fn pressed(&mut self, model: &Model, manner: Manner, keys: &[Key]) -> Reply {
        let names: Vec<String> = keys.iter().map(Key::to_string).collect();
        if let [name] = names.as_slice() {
            if asks_help(model, name) {
                return Reply::Say(self.all_offers(model));
            }
            if leaves(model, name) {
                return Reply::Do(vec![Msg::Act(Action::Close)]);
            }
        }
        if manner.is_typed() && !goes_through_form(model, manner, keys) {
            return no_text(model);
        }
        let mut messages = Vec::new();
        for name in &names {
            match self.key(model, name) {
                Some(Reply::Do(more)) => messages.extend(more),
                Some(reply) => return reply,
                None => return Reply::Say(unknown(model, &model.sight.words().key_names.spoken(name))),
            }
        }
        Reply::Do(messages)
    }
}

/// Whether keys go to another part of a form, or tick and turn the one where one is.
fn goes_through_form(model: &Model, manner: Manner, keys: &[Key]) -> bool {
    let (table, layer) = (model.sight.keys, model.layer());
    let goes = |key: &Key| matches!(table.meaning(layer, None, *key), Meaning::Act(Action::NextPart | Action::PreviousPart));
    let turns = |key: &Key| filling::is_choice(model) && matches!(key, Key::Space | Key::Left | Key::Right);
    manner == Manner::Form && keys.iter().all(|key| goes(key) || turns(key))
}

/// That a key is no text, and how to leave.
pub(super) fn no_text(model: &Model) -> Reply {
    let plain = &model.sight.words().plain;
    Reply::Say(vec![(plain.key_is_no_text)(&format!(":{}", plain.word_cancel))])
}

/// That keys are not known, and how to say which.
pub(super) fn no_key(model: &Model, manner: Manner) -> Reply {
    let words = model.sight.words();
    if manner.is_typed() {
        no_text(model)
    } else {
        Reply::Say(vec![(words.plain.key_unknown)(words.key_names.down, words.key_names.enter)])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_sends_for_a_key_is_that_key() {
        for (line, keys) in [
            ("\u{1b}", vec![Key::Esc]),
            ("\u{1b}\u{1b}", vec![Key::Esc, Key::Esc]),
            ("\u{1b}[A", vec![Key::Up]),
            ("\u{1b}[B\u{1b}[B", vec![Key::Down, Key::Down]),
            ("\u{1b}OB", vec![Key::Down]),
            ("\u{1b}[18~", vec![Key::Function(7)]),
            ("\u{1b}OP", vec![Key::Function(1)]),
            ("\u{1b}[[A", vec![Key::Function(1)]),
            ("\u{1b}[Z", vec![Key::BackTab]),
            ("\u{1b}[5~", vec![Key::PageUp]),
            ("\u{1b}[6~", vec![Key::PageDown]),
            ("\u{1b}[6;5~", vec![Key::CtrlPageDown]),
            ("\t", vec![Key::Tab]),
            ("\u{12}", vec![Key::Ctrl('r')]),
            ("\u{7f}", vec![Key::Backspace]),
            (" ", vec![Key::Space]),
        ] {
            assert_eq!(Presses::of(line), Presses::Keys(keys), "{line:?}");
        }
        for line in ["", "An", "  ", "a\tb", "\u{e9}"] {
            assert_eq!(Presses::of(line), Presses::Text, "{line:?}");
        }
        for line in ["An\u{1b}[A", "\u{1b}[31m", "\u{1b}x", "\u{0}", "\u{1b}[A4", "\u{9b}A"] {
            assert_eq!(Presses::of(line), Presses::Unknown, "{line:?}");
        }
    }

    #[test]
    fn no_sequence_is_hidden_by_a_shorter_one() {
        for (at, (sequence, _)) in SEQUENCES.iter().enumerate() {
            assert!(SEQUENCES[..at].iter().all(|(before, _)| !sequence.starts_with(before)), "{sequence:?}");
        }
    }
}
