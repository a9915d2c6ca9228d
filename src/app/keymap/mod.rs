//! One table for dispatch, footer, help and the README: layer, keys, action.
//!
//! [`KEYMAP`] is the standard one: only keys that are direct or with Shift on Belgian, French and US layouts; control keys are
//! second names, and never those that a terminal, tmux or screen takes (`tests/laws/keymap.rs`). [`Keymap`] is the one that holds:
//! the standard one with what a person chose in `keys.toml`. Everything on screen asks that one, through
//! [`Sight`](super::desk::Sight).
//!
//! The rooms: `layer` for where keys hold; `importing`, `stored`, `mails`, `typing`, `touring` for the standard keys; `holding` for the table
//! that holds; `own` for what a person chose, and why it cannot be.

mod holding;
mod importing;
mod layer;
mod mails;
mod own;
mod stored;
mod touring;
mod typing;

pub use holding::{Bound, Keymap, Meaning, Whose, shown};
pub use layer::Layer;
pub use own::{Hindrance, KeysFault, KeysWarning, KeysWrong, Own};

use super::action::Action;

/// One row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Binding {
    /// Where it holds.
    pub layer: Layer,
    /// The keys, the one to show first. A sequence is written with a space: `g g`.
    pub keys: &'static [&'static str],
    /// What they do.
    pub action: Action,
    /// Place in the footer, 1 first; 0 keeps it out.
    pub footer: u8,
}

const fn bind(layer: Layer, keys: &'static [&'static str], action: Action, footer: u8) -> Binding {
    Binding { layer, keys, action, footer }
}

/// The parts of the keymap, a room each.
const PARTS: [&[Binding]; 5] = [importing::KEYS, stored::KEYS, mails::KEYS, typing::KEYS, touring::KEYS];

/// How many rows they have together.
const ALL: usize = importing::KEYS.len() + stored::KEYS.len() + mails::KEYS.len() + typing::KEYS.len() + touring::KEYS.len();

/// The keymap.
pub const KEYMAP: &[Binding] = &joined::<ALL>(PARTS);

/// Tables as one.
const fn joined<const ALL: usize>(parts: [&[Binding]; 5]) -> [Binding; ALL] {
    let mut all = [bind(Layer::Everywhere, &[], Action::Help, 0); ALL];
    let (mut part, mut at, mut from) = (0, 0, 0);
    while at < ALL {
        if from == parts[part].len() {
            (part, from) = (part + 1, 0);
        } else {
            all[at] = parts[part][from];
            (at, from) = (at + 1, from + 1);
        }
    }
    all
}

/// What stands in the footer of the tab of invalid rows instead of the keys of the other tabs: there
/// nothing can be selected or imported, and much put right.
pub const FOOTER_OF_INVALID: [Action; 6] =
    [Action::TakeSuggestion, Action::TakeAlike, Action::Edit, Action::NextFinding, Action::Filter, Action::Undo];
