//! What can be done where a person is, by name and key.

use super::Dialogue;
use super::manner::Manner;
use crate::app::Model;
use crate::app::action::Action;
use crate::app::keymap::{Bound, Layer};
use crate::domain::fold::fold;

/// What is only for eyes, or said by other words here.
const UNSPOKEN: [Action; 10] = [
    Action::Help,
    Action::Palette,
    Action::Redraw,
    Action::Narrower,
    Action::Wider,
    Action::Pane,
    Action::PaneDown,
    Action::PaneUp,
    Action::PageDown,
    Action::PageUp,
];

/// The words of the dialogue itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Word {
    List,
    Row,
    Find,
    Detail,
    Here,
    Why,
    Wait,
    Cancel,
}

impl Word {
    pub(super) const ALL: [Self; 8] = [Self::List, Self::Row, Self::Find, Self::Detail, Self::Here, Self::Why, Self::Wait, Self::Cancel];

    /// The word in the language of the screen, and what it does.
    pub(super) fn said(self, model: &Model) -> (&'static str, &'static str) {
        let plain = &model.sight.words().plain;
        match self {
            Self::List => (plain.word_list, plain.list_does),
            Self::Row => (plain.word_row, plain.row_does),
            Self::Find => (plain.word_find, plain.find_does),
            Self::Detail => (plain.word_detail, plain.detail_does),
            Self::Here => (plain.word_here, plain.here_does),
            Self::Why => (plain.word_why, plain.why_does),
            Self::Wait => (plain.word_wait, plain.wait_does),
            Self::Cancel => (plain.word_cancel, ""),
        }
    }

    /// The word in English, which holds in every language.
    pub(super) const fn id(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Row => "row",
            Self::Find => "find",
            Self::Detail => "more",
            Self::Here => "here",
            Self::Why => "why",
            Self::Wait => "wait",
            Self::Cancel => "cancel",
        }
    }

    /// The word that was answered, if it is one.
    pub(super) fn of(text: &str, model: &Model) -> Option<Self> {
        let text = fold(text);
        Self::ALL.into_iter().find(|word| fold(word.said(model).0) == text || word.id() == text)
    }
}

/// The rows of the keymap that hold here, each action once.
pub(super) fn bound(model: &Model) -> Vec<&'static Bound> {
    let mut rows: Vec<&Bound> = Vec::new();
    let of_tour = model.sight.keys.rows().iter().filter(|row| row.layer == Layer::Tour && model.tour_key(row.action).is_some());
    for row in model.sight.keys.bindings(model.layer()).chain(of_tour) {
        if rows.iter().all(|known| known.action != row.action) {
            rows.push(row);
        }
    }
    rows
}

/// What an action is called here.
pub(super) fn name(model: &Model, action: Action) -> &'static str {
    model.sight.words().key_does(model.layer(), action)
}

/// The actions that an answer names: by their stable name, by their whole name here, else all whose name holds its words.
pub(super) fn named(model: &Model, answer: &str) -> Vec<Action> {
    let wanted = fold(answer);
    let actions: Vec<Action> = bound(model).into_iter().map(|row| row.action).collect();
    let id = |action: &Action| action.id() == wanted;
    let whole = |action: &Action| fold(name(model, *action)) == wanted || fold((model.sight.words().hint)(*action)) == wanted;
    let part = |action: &Action| {
        let name = fold(name(model, *action));
        wanted.chars().count() > 2 && wanted.split_whitespace().all(|word| name.contains(word))
    };
    let mut found: Vec<Action> = actions.iter().copied().filter(id).collect();
    if found.is_empty() {
        found = actions.iter().copied().filter(whole).collect();
    }
    if found.is_empty() {
        found = actions.into_iter().filter(part).collect();
    }
    found
}

impl Dialogue {
    /// What can be done first of all, said once for each kind of place.
    pub(super) fn first_offers(&mut self, model: &Model) -> Vec<String> {
        let words = model.sight.words();
        if !self.known.insert(model.layer()) {
            return Vec::new();
        }
        let mut rows: Vec<&Bound> = bound(model).into_iter().filter(|row| (1..98).contains(&row.footer)).collect();
        rows.sort_by_key(|row| row.footer);
        rows.retain(|row| !UNSPOKEN.contains(&row.action) && model.obstacle(row.action).is_none());
        let manner = Manner::of(model);
        if manner == Manner::Box {
            // Its buttons have numbers.
            rows.retain(|row| !matches!(row.action, Action::Choose | Action::Left | Action::Right | Action::Up | Action::Down));
        }
        if rows.is_empty() || manner.is_typed() || matches!(manner, Manner::Choice | Manner::Menu) {
            return Vec::new();
        }
        let said = rows.into_iter().map(|row| offered(model, row)).collect::<Vec<_>>().join(". ");
        vec![format!("{}{}{said}.", words.plain.can, words.colon())]
    }

    /// Everything that can be done here, and what the dialogue itself understands.
    pub(super) fn all_offers(&self, model: &Model) -> Vec<String> {
        let words = model.sight.words();
        let manner = Manner::of(model);
        let colon = if manner.takes_text() { ":" } else { "" };
        let mut lines = super::telling::hints(model, manner);
        lines.push(format!("{}{}", words.plain.can, words.colon().trim_end()));
        for row in bound(model).into_iter().filter(|row| !UNSPOKEN.contains(&row.action)) {
            let barred = if model.obstacle(row.action).is_some() { format!(", {}", words.plain.barred) } else { String::new() };
            lines.push(format!("{}{barred}", offered(model, row)));
        }
        lines.push(format!("{}{}", words.plain.words_here, words.colon().trim_end()));
        for word in Word::ALL.into_iter().filter(|word| *word != Word::Cancel) {
            let (name, does) = word.said(model);
            lines.push(format!("{does}{}{colon}{name}", words.colon()));
        }
        lines
    }
}

/// An action with its key, where it has one.
fn offered(model: &Model, row: &Bound) -> String {
    let words = model.sight.words();
    let name = match (model.layer(), row.action) {
        (Layer::Start, Action::Back) => words.front.leave,
        (_, action) => name(model, action),
    };
    let keys = row.keys.first().map_or_else(|| row.action.id().to_owned(), |keys| model.sight.written(keys));
    format!("{name}{}{keys}", words.colon())
}
