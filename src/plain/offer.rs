//! What can be done where a person is, by name and key.

use super::Dialogue;
use super::manner::Manner;
use crate::app::Model;
use crate::app::action::Action;
use crate::app::detail::quoted;
use crate::app::keymap::{Bound, Layer};
use crate::domain::answer_words::{asks_to_leave, yes_or_no};
use crate::domain::fold::fold;
use crate::words::Words;

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

/// The longest that anything is called, in bytes, with room to spare: who answers more means none of it by its name.
pub(super) const LONGEST_NAME: usize = 400;

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
            Self::Cancel => (plain.word_cancel, plain.cancel_does),
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

    /// Whether it does something where a person is.
    fn is_of_use(self, model: &Model) -> bool {
        let manner = Manner::of(model);
        match self {
            Self::List => matches!(manner, Manner::Table | Manner::Menu | Manner::Lines | Manner::Count | Manner::Choice),
            Self::Row => matches!(manner, Manner::Table | Manner::Menu | Manner::Lines | Manner::Count),
            Self::Find => bound(model).iter().any(|row| row.action == Action::Filter),
            Self::Detail => super::choosing::has_detail(model),
            Self::Here => true,
            Self::Why => !barred(model).is_empty(),
            Self::Wait => model.mails.going().is_some(),
            Self::Cancel => manner.takes_text(),
        }
    }

    /// The word that was answered, if it is one.
    pub(super) fn of(text: &str, model: &Model) -> Option<Self> {
        if text.len() > LONGEST_NAME {
            return None;
        }
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
    if answer.len() > LONGEST_NAME {
        return Vec::new();
    }
    let wanted = fold(answer);
    let actions: Vec<Action> = bound(model).into_iter().map(|row| row.action).collect();
    let id = |action: &Action| action.id() == wanted;
    let whole = |action: &Action| fold(name(model, *action)) == wanted || fold((model.sight.words().hint)(*action)) == wanted;
    let part = |action: &Action| {
        let name = fold(name(model, *action));
        // A yes or a no is no part of a name.
        wanted.chars().count() > 2 && yes_or_no(&wanted).is_none() && wanted.split_whitespace().all(|word| name.contains(word))
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

/// The actions here that cannot be done now.
pub(super) fn barred(model: &Model) -> Vec<Action> {
    let actions = bound(model).into_iter().map(|row| row.action).filter(|action| !UNSPOKEN.contains(action));
    actions.filter(|action| model.obstacle(*action).is_some()).collect()
}

/// The action that a key means here, by whichever of its names.
pub(super) fn meant(model: &Model, key: &str) -> Option<Action> {
    bound(model).into_iter().find(|row| row.keys.iter().any(|keys| is_called(model, keys, key))).map(|row| row.action)
}

/// Whether an answer is a key that goes back from the first screen on.
pub(super) fn leaves(model: &Model, answer: &str) -> bool {
    is_key_of(model, answer, &[Action::Back, Action::Close])
}

/// Whether an answer is the key that says what is possible, or its name.
pub(super) fn asks_help(model: &Model, answer: &str) -> bool {
    let word = model.sight.words().plain.word_help;
    let is_word = || [word, Action::Help.id()].iter().any(|known| fold(known) == fold(answer));
    answer.len() <= LONGEST_NAME && (is_key_of(model, answer, &[Action::Help]) || is_word())
}

/// Whether what was answered where text is asked is no text: the keys and words that ask what is possible, or give up. A letter or
/// a digit that somebody chose for them is text there, as it is on the screens.
pub(super) fn is_command(model: &Model, answer: &str) -> bool {
    let mut signs = answer.chars();
    if let (Some(sign), None) = (signs.next(), signs.next())
        && sign.is_alphanumeric()
    {
        return false;
    }
    let mut closing = model.sight.keys.bindings(model.layer()).filter(|row| matches!(row.action, Action::Close | Action::Help));
    asks_help(model, answer)
        || leaves(model, answer)
        || Word::of(answer, model) == Some(Word::Cancel)
        || closing.any(|row| row.keys.iter().any(|keys| is_called(model, keys, answer)))
}

/// That an answer means nothing here, and how to ask what does.
pub(super) fn unknown(model: &Model, answer: &str) -> Vec<String> {
    let plain = &model.sight.words().plain;
    let help = if Manner::of(model).is_typed() { format!(":{}", plain.word_help) } else { "{help}".to_owned() };
    let told = keyed(model, &(plain.unknown)(&quoted(answer).replace(['{', '}'], ""), &help));
    if answer.len() > LONGEST_NAME {
        return vec![told];
    }
    let other = super::elsewhere::behind(model, answer).or_else(|| other_case(model, answer).map(|does| (plain.did_you_mean)(&does)));
    let other = other.or_else(|| asks_to_leave(answer).then(|| way_out(model)));
    std::iter::once(told).chain(other).collect()
}

/// How one leaves: whoever asks for it in words of other programs has to be told the key.
fn way_out(model: &Model) -> String {
    let plain = &model.sight.words().plain;
    if Manner::of(model).takes_text() {
        return (plain.way_out)(&format!(":{}", plain.word_cancel));
    }
    keyed(model, &(plain.way_out)(if model.overlay.is_some() { "{close}" } else { "{back}" }))
}

/// What a letter means in its other case, with that key: which case was typed is not heard.
fn other_case(model: &Model, answer: &str) -> Option<String> {
    let letter: char = answer.parse().ok()?;
    let mut others = letter.to_uppercase().chain(letter.to_lowercase()).filter(|other| *other != letter);
    let (other, words) = (others.next()?.to_string(), model.sight.words());
    let row = bound(model).into_iter().find(|row| row.keys.contains(&other))?;
    Some(format!("{}{}{}", words.key_names.spoken(&other), words.colon(), name(model, row.action)))
}

fn is_key_of(model: &Model, answer: &str, actions: &[Action]) -> bool {
    let mut rows = model.sight.keys.bindings(Layer::Start).filter(|row| actions.contains(&row.action));
    rows.any(|row| row.keys.iter().any(|keys| is_called(model, keys, answer)))
}

/// Whether keys of the table are called so: as they are typed, or by whichever of their names.
pub(super) fn is_called(model: &Model, keys: &str, answer: &str) -> bool {
    let names = &model.sight.words().key_names;
    let named = || [names.written(keys), names.spoken(keys)].iter().any(|name| fold(name) == fold(answer));
    keys == answer || ((2..=LONGEST_NAME).contains(&answer.len()) && answer.chars().nth(1).is_some() && named())
}

/// A phrase with the names of keys in it, signs by their names.
pub(super) fn keyed(model: &Model, phrase: &str) -> String {
    crate::view::aloud(&model.sight.keyed(model.layer(), phrase), model.sight.words())
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
        let said = rows.into_iter().map(|row| offered(model, row)).collect::<Vec<_>>().join(&words.colon().replace(':', ";"));
        vec![format!("{}{}{said}.", words.plain.can, words.colon())]
    }

    /// Everything that can be done here, and what the dialogue itself understands.
    pub(super) fn all_offers(&self, model: &Model) -> Vec<String> {
        let words = model.sight.words();
        let manner = Manner::of(model);
        let colon = if manner.is_typed() { ":" } else { "" };
        let mut lines = super::telling::hints(model, manner);
        lines.extend(numbers(manner, words).map(str::to_owned));
        lines.push(format!("{}{}", words.plain.can, words.colon().trim_end()));
        for row in bound(model).into_iter().filter(|row| !UNSPOKEN.contains(&row.action)) {
            let barred = if model.obstacle(row.action).is_some() { format!(", {}", words.plain.barred) } else { String::new() };
            lines.push(format!("{}{barred}", offered(model, row)));
        }
        lines.push(format!("{}{}", words.plain.words_here, words.colon().trim_end()));
        for word in Word::ALL.into_iter().filter(|word| word.is_of_use(model)) {
            let (name, does) = word.said(model);
            let example = if word == Word::Row { " 17" } else { "" };
            lines.push(format!("{does}{}{colon}{name}{example}", words.colon()));
        }
        lines
    }
}

/// What a number does where it is no key.
const fn numbers(manner: Manner, words: &Words) -> Option<&'static str> {
    match manner {
        Manner::Table => Some(words.plain.in_table),
        Manner::Menu | Manner::Box => Some(words.plain.in_menu),
        Manner::Lines => Some(words.plain.in_rows),
        Manner::Count | Manner::Reading | Manner::Choice | Manner::Field | Manner::Writing | Manner::Form | Manner::Going => None,
    }
}

/// An action with its key, where it has one.
fn offered(model: &Model, row: &Bound) -> String {
    let words = model.sight.words();
    let name = match (model.layer(), row.action) {
        (Layer::Start, Action::Back) => words.front.leave,
        (_, action) => name(model, action),
    };
    let keys = row.keys.first().map_or_else(|| row.action.id().to_owned(), |keys| words.key_names.spoken(keys));
    format!("{name}{}{keys}", words.colon())
}
