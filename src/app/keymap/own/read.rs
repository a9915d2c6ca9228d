//! From the text of the file to the keys that it names.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::fault::{KeysFault, KeysWrong};
use crate::app::action::Action;
use crate::app::key::Key;
use crate::app::keymap::Layer;
use crate::domain::near::nearest;

/// Keys for an action.
pub(super) struct Chosen {
    /// On this screen alone; on every screen that has the action where it names none.
    pub(super) layer: Option<Layer>,
    pub(super) action: Action,
    /// Each of one key or of two.
    pub(super) keys: Vec<Vec<Key>>,
    /// Line in the file.
    pub(super) line: u64,
}

struct Text<'text>(&'text str);

impl Text<'_> {
    fn line(&self, at: usize) -> u64 {
        self.0.bytes().take(at).filter(|&byte| byte == b'\n').count() as u64 + 1
    }
}

/// What the file says, in its order: first for every screen, then for single ones. Everything that cannot be read is told.
pub(super) fn chosen(text: &str) -> Result<Vec<Chosen>, Vec<KeysFault>> {
    let places = Text(text);
    let document = DeTable::parse(text).map_err(|error| {
        let line = error.span().map(|span| places.line(span.start));
        vec![KeysFault { line, wrong: KeysWrong::Syntax(error.message().trim().to_owned()) }]
    })?;
    let (mut all, mut screens, mut faults) = (Vec::new(), Vec::new(), Vec::new());
    for (name, value) in in_order(document.get_ref()) {
        let Some(table) = value.get_ref().as_table() else {
            keep(one(&places, None, name, value), &mut all, &mut faults);
            continue;
        };
        let Some(layer) = Layer::from_id(name.get_ref()) else {
            let nearest = nearest(name.get_ref(), Layer::ALL.into_iter().map(Layer::id), |id| id);
            let wrong = KeysWrong::UnknownScreen { name: name.get_ref().to_string(), nearest };
            faults.push(KeysFault { line: Some(places.line(name.span().start)), wrong });
            continue;
        };
        for (name, value) in in_order(table) {
            keep(one(&places, Some(layer), name, value), &mut screens, &mut faults);
        }
    }
    all.append(&mut screens);
    if faults.is_empty() { Ok(all) } else { Err(faults) }
}

/// Keeps what can be used, and everything that is wrong.
fn keep(read: Result<Chosen, Vec<KeysFault>>, chosen: &mut Vec<Chosen>, faults: &mut Vec<KeysFault>) {
    match read {
        Ok(one) => chosen.push(one),
        Err(wrong) => faults.extend(wrong),
    }
}

type Entry<'t, 'text> = (&'t Spanned<std::borrow::Cow<'text, str>>, &'t Spanned<DeValue<'text>>);

/// A table in the order of the file, so that the first thing that is wrong is told first.
fn in_order<'t, 'text>(table: &'t DeTable<'text>) -> Vec<Entry<'t, 'text>> {
    let mut entries: Vec<Entry<'t, 'text>> = table.iter().collect();
    entries.sort_by_key(|(name, _)| name.span().start);
    entries
}

fn one(places: &Text<'_>, layer: Option<Layer>, name: Name<'_, '_>, value: &Spanned<DeValue<'_>>) -> Result<Chosen, Vec<KeysFault>> {
    let line = places.line(name.span().start);
    let fault = |wrong| vec![KeysFault { line: Some(line), wrong }];
    let unknown = || {
        let nearest = nearest(name.get_ref(), Action::ALL.iter().map(|action| action.id()), |id| id);
        fault(KeysWrong::UnknownAction { name: name.get_ref().to_string(), nearest })
    };
    let action = Action::from_id(name.get_ref()).ok_or_else(unknown)?;
    let list = value.get_ref().as_array().ok_or_else(|| fault(KeysWrong::NotAList { action }))?;
    let (mut keys, mut faults): (Vec<Vec<Key>>, Vec<KeysFault>) = (Vec::new(), Vec::new());
    for item in list {
        let text = item.get_ref().as_str().ok_or(KeysWrong::NotAList { action });
        match text.and_then(|text| sequence(action, text)) {
            Ok(sequence) if keys.contains(&sequence) => {}
            Ok(sequence) => keys.push(sequence),
            Err(wrong) => faults.push(KeysFault { line: Some(places.line(item.span().start)), wrong }),
        }
    }
    if faults.is_empty() { Ok(Chosen { layer, action, keys, line }) } else { Err(faults) }
}

type Name<'t, 'text> = &'t Spanned<std::borrow::Cow<'text, str>>;

/// One key, or two after one another: with a space between, or as they are typed, `gg`.
fn sequence(action: Action, text: &str) -> Result<Vec<Key>, KeysWrong> {
    let unknown = |key: &str| KeysWrong::UnknownKey { action, key: key.to_owned() };
    let mut typed = text.chars();
    let parts: Vec<String> = match (text.parse::<Key>(), typed.next(), typed.next(), typed.next()) {
        (Ok(_), ..) => vec![text.to_owned()],
        (Err(_), Some(one), Some(other), None) if one != ' ' && other != ' ' => vec![one.to_string(), other.to_string()],
        _ => text.split_whitespace().map(str::to_owned).collect(),
    };
    if parts.is_empty() {
        return Err(unknown(text));
    }
    if parts.len() > 2 {
        return Err(KeysWrong::TooLong { action, keys: text.to_owned() });
    }
    let keys = parts.iter().map(|part| {
        let key = part.parse::<Key>().map_err(|_| unknown(part))?;
        arrives(action, key).map(|()| key)
    });
    keys.collect()
}

/// Whether a terminal can send the key as what it is.
fn arrives(action: Action, key: Key) -> Result<(), KeysWrong> {
    let same_as = |other| KeysWrong::SameAs { action, key: key.to_string(), other };
    match key {
        Key::Ctrl('i') => Err(same_as("Tab")),
        Key::Ctrl('m' | 'j') => Err(same_as("Enter")),
        Key::Ctrl('h') => Err(same_as("Backspace")),
        Key::Ctrl('[') => Err(same_as("Esc")),
        Key::Ctrl(letter) if !letter.is_ascii_lowercase() => Err(KeysWrong::UnknownKey { action, key: key.to_string() }),
        Key::Char(character) if character.is_control() || character.is_whitespace() => {
            Err(KeysWrong::UnknownKey { action, key: key.to_string() })
        }
        _ => Ok(()),
    }
}
