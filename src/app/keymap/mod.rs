//! One table for dispatch, footer, help and the README: layer, keys, action.
//!
//! Only keys that are direct or with Shift on Belgian, French and US layouts; control keys are
//! second names, and never those that a terminal, tmux or screen takes (`tests/laws/keymap.rs`).

mod importing;
mod mails;
mod stored;
mod typing;

use super::action::Action;
use super::key::Key;

/// Where keys have a meaning. Which layer is active follows from the model.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Layer {
    /// Every layer in which nothing is typed.
    Everywhere,
    /// The start screen.
    Start,
    /// The file picker.
    Picker,
    /// Something runs that can be stopped.
    Running,
    /// The four tabs.
    Tabs,
    /// A duplicate, field by field.
    Compare,
    /// Which column is which field.
    Mapping,
    /// The detail pane over the whole screen.
    Zoom,
    /// The summary before an import.
    Summary,
    /// The report after an import.
    Report,
    /// A list of columns to show or hide.
    Columns,
    /// The drafts that are kept.
    Drafts,
    /// A box with buttons: a fault or a question.
    Box,
    /// What would be done, to look at first: a rule for duplicates, two rows that are one return.
    Proposal,
    /// Text is typed into a filter above a list: help, drop-downs.
    Choosing,
    /// Text is typed into the filter of a table or of the picker.
    Filtering,
    /// A path, or the value of a field, is typed.
    Typing,
    /// A field of a row is put right.
    Fixing,
    /// Find and replace is filled in.
    Replacing,
    /// Many changes are looked at before they are made.
    Preview,
    /// The page of one customer.
    Person,
    /// Where each value of a customer came from.
    History,
    /// What is stored.
    Register,
    /// The imports that were made.
    Imports,
    /// What became of the rows of an import, or what taking it back does.
    Past,
    /// Which files came back.
    Parcels,
    /// Questionnaires that came back.
    Arrived,
    /// The register's detail pane over the whole screen.
    Whole,
    /// The questionnaire of one customer.
    Dossier,
    /// An answer of several lines is typed.
    Writing,
    /// The register's task flows.
    Flows,
    /// Something about a task flow is filled in, or looked at before it is written.
    Season,
    /// The outbox.
    Outbox,
    /// Who gets mail, and the number that sends it.
    Inviting,
    /// The whole mail of one recipient.
    Mail,
    /// Mails are being sent.
    Sending,
    /// What was copied, to be taken from the screen where the terminal did not take it.
    Copied,
}

impl Layer {
    /// Every layer.
    pub const ALL: [Self; 37] = [
        Self::Everywhere,
        Self::Start,
        Self::Picker,
        Self::Running,
        Self::Tabs,
        Self::Compare,
        Self::Mapping,
        Self::Zoom,
        Self::Summary,
        Self::Report,
        Self::Columns,
        Self::Drafts,
        Self::Box,
        Self::Proposal,
        Self::Choosing,
        Self::Filtering,
        Self::Typing,
        Self::Fixing,
        Self::Replacing,
        Self::Preview,
        Self::Person,
        Self::History,
        Self::Register,
        Self::Imports,
        Self::Past,
        Self::Parcels,
        Self::Arrived,
        Self::Whole,
        Self::Dossier,
        Self::Writing,
        Self::Flows,
        Self::Season,
        Self::Outbox,
        Self::Inviting,
        Self::Mail,
        Self::Sending,
        Self::Copied,
    ];

    /// Whether characters are text here, so that the keys of [`Layer::Everywhere`] do not hold.
    #[must_use]
    pub const fn takes_text(self) -> bool {
        matches!(self, Self::Choosing | Self::Filtering | Self::Typing | Self::Fixing | Self::Replacing | Self::Writing | Self::Season)
    }
}

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
const PARTS: [&[Binding]; 4] = [importing::KEYS, stored::KEYS, mails::KEYS, typing::KEYS];

/// The keymap.
pub const KEYMAP: &[Binding] = &joined::<{ importing::KEYS.len() + stored::KEYS.len() + mails::KEYS.len() + typing::KEYS.len() }>(PARTS);

/// Tables as one.
const fn joined<const ALL: usize>(parts: [&[Binding]; 4]) -> [Binding; ALL] {
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

/// The meaning of a key in a layer, behind the first key of a sequence if one was pressed.
#[must_use]
pub fn meaning(layer: Layer, before: Option<Key>, key: Key) -> Meaning {
    let sequence = match before {
        Some(before) => format!("{before} {key}"),
        None => key.to_string(),
    };
    let mut prefix = false;
    for binding in bindings(layer) {
        for keys in binding.keys {
            if *keys == sequence {
                return Meaning::Act(binding.action);
            }
            prefix |= before.is_none() && keys.split_once(' ').is_some_and(|(first, _)| first == sequence);
        }
    }
    if prefix { Meaning::Prefix } else { Meaning::None }
}

/// The bindings that hold in a layer: its own, then those that hold everywhere.
pub fn bindings(layer: Layer) -> impl Iterator<Item = &'static Binding> {
    let own = KEYMAP.iter().filter(move |binding| binding.layer == layer);
    let everywhere =
        KEYMAP.iter().filter(move |binding| !layer.takes_text() && layer != Layer::Everywhere && binding.layer == Layer::Everywhere);
    own.chain(everywhere)
}
