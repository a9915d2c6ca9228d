//! The table of keys that holds: the standard one, with what a person chose.

use std::fmt;
use std::sync::{LazyLock, OnceLock};

use super::{KEYMAP, Layer};
use crate::app::action::Action;
use crate::app::key::Key;
use crate::words::KeyNames;

/// Who chose the keys of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Whose {
    /// They came with the program.
    Standard,
    /// A person chose them.
    Own,
}

/// One row of the table that holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bound {
    /// Where it holds.
    pub layer: Layer,
    /// The keys, the one to show first; none where a person took them away. A sequence is written with a space: `g g`.
    pub keys: Vec<String>,
    /// What they do.
    pub action: Action,
    /// Place in the footer, 1 first; 0 keeps it out.
    pub footer: u8,
    /// Who chose them.
    pub whose: Whose,
}

/// What the keys pressed so far mean in a layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// An action.
    Act(Action),
    /// The beginning of a sequence.
    Prefix,
    /// Nothing.
    None,
}

type Holding = [OnceLock<Vec<usize>>; Layer::ALL.len()];

/// The table of keys that holds.
#[derive(Clone)]
pub struct Keymap {
    rows: Vec<Bound>,
    /// The rows that hold in each layer, by their places: every frame asks for dozens of keys. Those of a layer are looked for when it is first asked of.
    holding: Holding,
}

impl PartialEq for Keymap {
    fn eq(&self, other: &Self) -> bool {
        self.rows == other.rows
    }
}

impl Eq for Keymap {}

fn none_yet() -> Holding {
    std::array::from_fn(|_| OnceLock::new())
}

/// Never changed: it is [`KEYMAP`] in the shape of a table that holds.
static STANDARD: LazyLock<Keymap> = LazyLock::new(|| {
    let row = |binding: &super::Binding| Bound {
        layer: binding.layer,
        keys: binding.keys.iter().map(|keys| (*keys).to_owned()).collect(),
        action: binding.action,
        footer: binding.footer,
        whose: Whose::Standard,
    };
    Keymap { rows: KEYMAP.iter().map(row).collect(), holding: none_yet() }
});

impl Keymap {
    /// The standard keys.
    #[must_use]
    pub fn standard() -> &'static Self {
        &STANDARD
    }

    /// Every row.
    #[must_use]
    pub fn rows(&self) -> &[Bound] {
        &self.rows
    }

    /// The rows that hold in a layer: its own, then those that hold everywhere. What a layer has keys of its own for, it does not
    /// take from everywhere.
    pub fn bindings(&self, layer: Layer) -> impl Iterator<Item = &Bound> {
        let held = Layer::ALL.iter().zip(&self.holding).find(|(known, _)| **known == layer);
        let places = held.map(|(_, places)| places.get_or_init(|| self.places(layer)).as_slice()).unwrap_or_default();
        places.iter().filter_map(|place| self.rows.get(*place))
    }

    fn places(&self, layer: Layer) -> Vec<usize> {
        let own = |row: &Bound| row.layer == layer;
        let shared = !layer.takes_text() && !layer.is_beside() && layer != Layer::Everywhere;
        let everywhere = |row: &Bound| {
            shared && row.layer == Layer::Everywhere && !self.rows.iter().any(|other| own(other) && other.action == row.action)
        };
        let of =
            |holds: &dyn Fn(&Bound) -> bool| self.rows.iter().enumerate().filter(|(_, row)| holds(row)).map(|(place, _)| place).collect();
        let [own, everywhere]: [Vec<usize>; 2] = [of(&own), of(&everywhere)];
        own.into_iter().chain(everywhere).collect()
    }

    /// The meaning of a key in a layer, behind the first key of a sequence if one was pressed.
    #[must_use]
    pub fn meaning(&self, layer: Layer, before: Option<Key>, key: Key) -> Meaning {
        let sequence = match before {
            Some(before) => format!("{before} {key}"),
            None => key.to_string(),
        };
        let mut prefix = false;
        for row in self.bindings(layer) {
            for keys in &row.keys {
                if *keys == sequence {
                    return Meaning::Act(row.action);
                }
                prefix |= before.is_none() && keys.split_once(' ').is_some_and(|(first, _)| first == sequence);
            }
        }
        if prefix { Meaning::Prefix } else { Meaning::None }
    }

    /// The key that an action is shown with: its first in this layer, else in the first layer that has one.
    #[must_use]
    pub fn key_of(&self, layer: Layer, action: Action) -> Option<&str> {
        let first = |row: &'_ Bound| row.action == action && !row.keys.is_empty();
        let here = self.bindings(layer).find(|row| row.action == action);
        let row = here.or_else(|| self.rows.iter().find(|row| first(row)))?;
        row.keys.first().map(String::as_str)
    }

    /// A phrase with the keys that hold, as a language calls them, in the place of the `{action}`s in it. Where an action has no key, its name stays, as
    /// `<action>`: it is what a key is given to. Braces around anything else are left alone.
    #[must_use]
    pub fn fill(&self, layer: Layer, phrase: &str, names: &KeyNames) -> String {
        self.fill_with(layer, phrase, |keys| names.written(keys))
    }

    /// The same, with the keys named in another way.
    #[must_use]
    pub fn fill_with(&self, layer: Layer, phrase: &str, named: impl Fn(&str) -> String) -> String {
        let mut filled = String::with_capacity(phrase.len());
        let mut rest = phrase;
        while let Some((before, behind)) = rest.split_once('{') {
            filled.push_str(before);
            let action = behind.split_once('}').and_then(|(id, after)| Some((Action::from_id(id)?, after)));
            match action {
                Some((action, after)) => {
                    match self.key_of(layer, action) {
                        Some(keys) => filled.push_str(&named(keys)),
                        None => filled.push_str(&format!("<{}>", action.id())),
                    }
                    rest = after;
                }
                None => {
                    filled.push('{');
                    rest = behind;
                }
            }
        }
        filled + rest
    }

    pub(super) fn rows_mut(&mut self) -> &mut Vec<Bound> {
        self.holding = none_yet();
        &mut self.rows
    }
}

/// Keys as files of keys and the command line name them: a sequence of characters is written as it is typed, `gg`.
#[must_use]
pub fn shown(keys: &str) -> String {
    let is_typed = keys.split(' ').all(|key| key.chars().count() == 1);
    if is_typed { keys.split(' ').collect() } else { keys.to_owned() }
}

impl fmt::Debug for Keymap {
    /// The table is long, and whoever looks at a model wants to know what differs in it.
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.debug_list().entries(self.rows.iter().filter(|row| row.whose == Whose::Own)).finish()
    }
}
