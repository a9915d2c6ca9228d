//! What an answer means: a key as on the screens, a number, the name of an action, or a word of the dialogue itself.

use super::choosing::{asks_to_write, called, press};
use super::counted::{counted, number};
use super::filling::type_in;
use super::manner::Manner;
use super::offer::{Word, asks_help, barred, bound, is_called, is_command, keyed, leaves, meant, name, named, unknown};
use super::pressed::{Presses, no_key};
use super::row::{page, row};
use super::telling::{choices, hints, numbered, said, texts};
use super::{Dialogue, PAGE, Reply, elsewhere, tidy};
use crate::app::action::Action;
use crate::app::key::Key;
use crate::app::keymap::{Keymap, Layer, Meaning};
use crate::app::notice::Notice;
use crate::app::table::Table;
use crate::app::{Model, Msg, Overlay};
use crate::view::{Role, hear};

/// What stands before a word where text is typed; twice, it is the beginning of a text.
const COLON: char = ':';

/// Whether a key goes through the guided tour.
fn is_of_tour(keys: &Keymap, key: Key) -> bool {
    matches!(keys.meaning(Layer::Tour, None, key), Meaning::Act(_))
}

impl Dialogue {
    /// What an answer comes to. The line is as it was typed, without its end.
    pub fn answer(&mut self, model: &Model, line: &str) -> Reply {
        self.answered = true;
        let manner = Manner::of(model);
        let reply = match Presses::of(line) {
            // A space that says nothing here is an empty line.
            Presses::Keys(keys) if keys == [Key::Space] && self.key(model, "Space").is_none() => self.typed(model, manner, ""),
            Presses::Keys(keys) => self.pressed(model, manner, &keys),
            Presses::Unknown => no_key(model, manner),
            Presses::Text => self.typed(model, manner, line.trim()),
        };
        if let Reply::Say(_) | Reply::Wait = reply {
            self.answered = false;
        }
        match reply {
            Reply::Say(lines) => Reply::Say(lines.iter().map(|line| tidy(line)).collect()),
            reply => reply,
        }
    }

    /// What a line comes to that was typed.
    fn typed(&mut self, model: &Model, manner: Manner, text: &str) -> Reply {
        match text.strip_prefix(COLON) {
            Some(word) if manner.takes_text() && !word.starts_with(COLON) && !word.is_empty() => self.command(model, word.trim()),
            // Twice, it makes a text also of what would be a command.
            Some(escaped) if manner.is_typed() && escaped.starts_with(COLON) => {
                let text = escaped.strip_prefix(COLON).filter(|text| is_command(model, text)).unwrap_or(escaped);
                self.fill_in(model, manner, text)
            }
            None if manner.is_typed() && is_command(model, text) => self.command(model, text),
            _ if manner.is_typed() => self.fill_in(model, manner, text),
            _ if manner == Manner::Choice => self.choose(model, text),
            _ if let Some(reply) = Self::agree(model, text) => reply,
            Some(word) if !word.is_empty() => self.command(model, word.trim()),
            _ => self.command(model, text),
        }
    }

    /// What an answer means that is no text.
    pub(super) fn command(&mut self, model: &Model, text: &str) -> Reply {
        let several = std::mem::take(&mut self.several);
        if asks_to_write(model) && (text.is_empty() || counted(text).is_some()) {
            return Reply::Say(hints(model, Manner::of(model)));
        }
        if text.is_empty() {
            return Reply::Do(vec![Msg::Key(Key::Enter)]);
        }
        // What a key means goes before the digit on it.
        let key = if number(text).is_none() { self.key(model, text) } else { None };
        if let Some(reply) = key {
            return reply;
        }
        if let Some(number) = counted(text) {
            let chosen = number.checked_sub(1).and_then(|at| several.get(at));
            return chosen.map_or_else(|| self.number(model, number, text), |action| Reply::Do(vec![Msg::Act(*action)]));
        }
        let (first, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        if let Some(word) = Word::of(first, model) {
            return self.word(model, word, rest.trim());
        }
        if let Some(reply) = called(model, text) {
            return reply;
        }
        // These hold everywhere, also where the screens have no room for them.
        if asks_help(model, text) {
            return Reply::Say(self.all_offers(model));
        }
        if leaves(model, text) {
            return Reply::Do(vec![Msg::Act(Action::Close)]);
        }
        match named(model, text).as_slice() {
            [] => Reply::Say(unknown(model, text)),
            [Action::Help | Action::Palette] => Reply::Say(self.all_offers(model)),
            [action] => Reply::Do(vec![Msg::Act(*action)]),
            actions => {
                let words = model.sight.words();
                let names = actions.iter().map(|action| name(model, *action));
                let lines = std::iter::once(words.plain.several.to_owned()).chain(numbered(names, words));
                self.several = actions.to_vec();
                Reply::Say(lines.collect())
            }
        }
    }

    /// A key, or two of a sequence, as on the screens; none where the answer is no key that means something here.
    pub(super) fn key(&mut self, model: &Model, text: &str) -> Option<Reply> {
        // A key is called as the screen's language calls it, or as the table of keys does.
        let called = |keys: &&String| text.chars().count() > 1 && is_called(model, keys, text);
        let turning = [Key::Space, Key::Left, Key::Right].map(|key| key.to_string());
        let text = bound(model).into_iter().flat_map(|row| &row.keys).chain(&turning).find(called).map_or(text, String::as_str);
        let mut spaced: Vec<Key> = text.split_whitespace().map(str::parse).collect::<Result<_, _>>().unwrap_or_default();
        let characters: Vec<char> = text.chars().collect();
        if let [first, second] = characters.as_slice()
            && spaced.is_empty()
        {
            spaced = vec![Key::Char(*first), Key::Char(*second)];
        }
        let (keys, layer) = (model.sight.keys, model.layer());
        let meaning = match spaced.as_slice() {
            [key] => keys.meaning(layer, None, *key),
            [first, second] if keys.meaning(layer, None, *first) == Meaning::Prefix => keys.meaning(layer, Some(*first), *second),
            _ => return None,
        };
        match meaning {
            Meaning::Act(Action::Help | Action::Palette) => Some(Reply::Say(self.all_offers(model))),
            Meaning::Act(Action::Redraw) => {
                self.forget();
                Some(Reply::Do(Vec::new()))
            }
            Meaning::Act(_) => Some(Reply::Do(spaced.into_iter().map(Msg::Key).collect())),
            // Keys that tick or turn where text could be typed elsewhere in a form.
            Meaning::None if turns(model) && matches!(spaced.as_slice(), [Key::Space | Key::Left | Key::Right]) => {
                Some(Reply::Do(spaced.into_iter().map(Msg::Key).collect()))
            }
            Meaning::None if model.tour.is_some() && matches!(spaced.as_slice(), [key] if is_of_tour(keys, *key)) => {
                Some(Reply::Do(spaced.into_iter().map(Msg::Key).collect()))
            }
            Meaning::None | Meaning::Prefix => None,
        }
    }

    /// A number: a key where it is one, else one of what is listed.
    fn number(&mut self, model: &Model, number: usize, text: &str) -> Reply {
        let heard = hear(model);
        match Manner::of(model) {
            Manner::Count => {
                // What was typed before is no part of it.
                let is_clean = model.inviting().is_none_or(|inviting| inviting.typed.is_empty());
                let clear = (!is_clean).then_some(Msg::Act(Action::Close));
                let digits = text.chars().map(|digit| Msg::Key(Key::Char(digit))).chain([Msg::Act(Action::Open)]);
                Reply::Do(clear.into_iter().chain(digits).collect())
            }
            Manner::Table => match self.key(model, text) {
                Some(reply) => reply,
                None => Self::go_to_row(model, number),
            },
            Manner::Choice => self.choose_number(model, number),
            Manner::Box => press(model, &heard, number),
            Manner::Menu => step(&here(&heard), number, model, Action::Down, Action::Up, true),
            Manner::Lines => step(&here(&heard), number, model, Action::Down, Action::Up, false),
            Manner::Field => self.offered(model, number),
            Manner::Reading | Manner::Writing | Manner::Form | Manner::Going => Reply::Say(unknown(model, text)),
        }
    }

    /// A value that is offered for a field.
    fn offered(&mut self, model: &Model, number: usize) -> Reply {
        let Some(Overlay::Editor(editor)) = &model.overlay else {
            return Reply::Say(unknown(model, &number.to_string()));
        };
        let all = editor.offers.len();
        match (number.checked_sub(1).filter(|at| *at < all), editor.chosen) {
            (None, _) if all == 0 => Reply::Say(unknown(model, &number.to_string())),
            (None, _) => Reply::Say(vec![(model.sight.words().plain.no_line)(all)]),
            (Some(at), chosen) => {
                // What was typed gives way to the first offer.
                let first = chosen.is_none().then_some(Msg::Act(Action::Down));
                let on = steps(chosen.unwrap_or(0), at, Action::Down, Action::Up);
                Reply::Do(first.into_iter().chain(on).chain([Msg::Act(Action::Choose)]).collect())
            }
        }
    }

    /// To a row of a list with columns.
    fn go_to_row(model: &Model, number: usize) -> Reply {
        let words = model.sight.words();
        let is_row = |table: &&Table| Manner::of(model) == Manner::Table && !table.order.is_empty();
        let Some(table) = model.table().filter(is_row) else {
            return Reply::Say(vec![words.plain.no_rows.to_owned()]);
        };
        let Some(to) = number.checked_sub(1).filter(|to| *to < table.order.len()) else {
            return Reply::Say(vec![(words.plain.no_row)(table.order.len())]);
        };
        let far = to.abs_diff(table.cursor);
        let page = page(model);
        let (turn, go) = if to > table.cursor { (Action::PageDown, Action::Down) } else { (Action::PageUp, Action::Up) };
        let turns = std::iter::repeat_n(Msg::Act(turn), far / page);
        Reply::Do(turns.chain(std::iter::repeat_n(Msg::Act(go), far % page)).collect())
    }

    /// A word of the dialogue itself, with what stands behind it.
    pub(super) fn word(&mut self, model: &Model, word: Word, rest: &str) -> Reply {
        let words = model.sight.words();
        match word {
            Word::List => Reply::Say(self.list(model, counted(rest).unwrap_or(PAGE))),
            Word::Row => match (counted(rest), Manner::of(model)) {
                (Some(number), Manner::Table) => Self::go_to_row(model, number),
                (Some(number), Manner::Lines | Manner::Count | Manner::Menu) => {
                    step(&here(&hear(model)), number, model, Action::Down, Action::Up, false)
                }
                (Some(_), _) => Reply::Say(vec![words.plain.no_rows.to_owned()]),
                (None, _) => Reply::Say(vec![format!("{} 17{}{}", words.plain.word_row, words.colon(), words.plain.row_does)]),
            },
            Word::Find => {
                let filters = model.sight.keys.bindings(model.layer()).any(|row| row.action == Action::Filter);
                if !filters || model.obstacle(Action::Filter).is_some() {
                    return Reply::Say(vec![words.plain.no_filter.to_owned()]);
                }
                // What is looked for is asked.
                if rest.is_empty() {
                    return Reply::Do(vec![Msg::Act(Action::Filter)]);
                }
                type_in(model, Some(Action::Filter), rest, Some(Action::Choose))
            }
            Word::Detail => Reply::Say(self.more(model)),
            Word::Here => {
                self.forget();
                Reply::Do(Vec::new())
            }
            Word::Why => Reply::Say(self.why(model, rest)),
            Word::Wait => Reply::Wait,
            Word::Cancel => Reply::Do(vec![Msg::Act(if model.layer() == Layer::Running { Action::Cancel } else { Action::Close })]),
        }
    }

    /// Why something cannot be done now; of all that cannot, where nothing is named.
    fn why(&mut self, model: &Model, answer: &str) -> Vec<String> {
        let words = model.sight.words();
        let obstacle = |action: Action| {
            model.obstacle(action).map(|notice| match notice {
                // That speaks of a key that was pressed.
                Notice::NotHere => words.palette.nothing_for_it.to_owned(),
                notice => keyed(model, &words.notice(&notice)),
            })
        };
        if answer.is_empty() {
            let barred = barred(model).into_iter().filter_map(|action| Some((action, obstacle(action)?)));
            let mut lines: Vec<String> = barred.map(|(action, why)| format!("{}{}{why}", name(model, action), words.colon())).collect();
            lines.extend(lines.is_empty().then(|| words.plain.all_possible.to_owned()));
            lines.push(format!("{}{}{}", words.plain.word_why, words.colon(), words.plain.why_does));
            return lines;
        }
        let by_key = meant(model, answer).map(|action| vec![action]);
        let why = |action: Action| obstacle(action).unwrap_or_else(|| words.plain.why_nothing.to_owned());
        let actions = by_key.unwrap_or_else(|| named(model, answer));
        let mut lines: Vec<String> =
            actions.into_iter().map(|action| format!("{}{}{}", name(model, action), words.colon(), why(action))).collect();
        if lines.is_empty() {
            lines = elsewhere::everywhere(model, answer);
        }
        if lines.is_empty() {
            lines.extend(unknown(model, answer));
        }
        lines
    }

    /// All about the one where one is, or the next lines of what is being read.
    fn more(&mut self, model: &Model) -> Vec<String> {
        let heard = hear(model);
        if self.pane >= texts(&heard, Role::Pane).count() {
            self.pane = 0;
        }
        let lines = self.more_of_pane(model, &heard);
        if lines.is_empty() { vec![model.sight.words().plain.no_detail.to_owned()] } else { lines }
    }

    /// The next rows or lines, so many.
    fn list(&mut self, model: &Model, count: usize) -> Vec<String> {
        let words = model.sight.words();
        let heard = hear(model);
        let manner = Manner::of(model);
        let (all, first): (Vec<String>, usize) = match (manner, &model.overlay) {
            (Manner::Table, _) => {
                let table = model.table();
                let (all, cursor) = table.map_or((0, 0), |table| (table.order.len(), table.cursor));
                let from = self.listed.take().unwrap_or(cursor);
                let rows = (from..all.min(from.saturating_add(count))).filter_map(|place| row(model, Some(place)));
                let mut lines: Vec<String> = rows.map(|row| said(&row, words)).collect();
                let told = from + lines.len();
                self.listed = (told < all).then_some(told);
                if told < all {
                    lines.push((words.plain.more)(words.plain.word_list, all - told));
                } else {
                    lines.push(words.plain.end_of_list.to_owned());
                }
                return lines;
            }
            (Manner::Choice, Some(Overlay::Chooser(chooser))) => (choices(chooser, words), 0),
            (Manner::Reading | Manner::Box, _) => return self.more(model),
            _ => (lines_of(&heard), 0),
        };
        if all.is_empty() {
            return vec![words.plain.nothing_listed.to_owned()];
        }
        let from = self.listed.take().unwrap_or(first);
        let list = numbered(all.iter().map(String::as_str), words);
        let mut lines: Vec<String> = list.into_iter().skip(from).take(count).collect();
        let told = from + lines.len();
        self.listed = (told < all.len()).then_some(told);
        let word = if manner.is_typed() { format!(":{}", words.plain.word_list) } else { words.plain.word_list.to_owned() };
        lines.push(if told < all.len() { (words.plain.more)(&word, all.len() - told) } else { words.plain.end_of_list.to_owned() });
        lines
    }
}

/// Whether keys that tick or turn go to a part of what is filled in.
fn turns(model: &Model) -> bool {
    model.layer().takes_text() && Manner::of(model) != Manner::Choice
}

/// The lines of a list, each part begun by its heading.
fn lines_of(heard: &crate::view::Heard) -> Vec<String> {
    let mut heading: Option<&str> = None;
    let mut lines = Vec::new();
    for line in &heard.lines {
        match line.role {
            Role::Heading => heading = Some(&line.text),
            Role::Line => lines.push(
                heading.take().map_or_else(|| line.text.clone(), |heading| format!("{heading}. {}", crate::view::capital(&line.text))),
            ),
            _ => {}
        }
    }
    lines
}

/// Which of the lines of a list one is at.
fn here(heard: &crate::view::Heard) -> Vec<bool> {
    heard.of(&[Role::Line]).map(|line| line.here).collect()
}

/// To the line or button of a number, and where it is wanted presses it.
pub(super) fn step(here: &[bool], number: usize, model: &Model, forward: Action, back: Action, presses: bool) -> Reply {
    let Some(to) = number.checked_sub(1).filter(|to| *to < here.len()) else {
        if here.is_empty() {
            let none = || vec![model.sight.words().plain.no_rows.to_owned()];
            return Reply::Say(if presses { unknown(model, &number.to_string()) } else { none() });
        }
        return Reply::Say(vec![(model.sight.words().plain.no_line)(here.len())]);
    };
    let from = here.iter().position(|here| *here).unwrap_or(0);
    let mut messages = steps(from, to, forward, back);
    if presses {
        messages.push(Msg::Key(Key::Enter));
    }
    Reply::Do(messages)
}

/// From one place to another, a step at a time.
pub(super) fn steps(from: usize, to: usize, forward: Action, back: Action) -> Vec<Msg> {
    std::iter::repeat_n(Msg::Act(if to > from { forward } else { back }), to.abs_diff(from)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn steps_lead_both_ways() {
        assert_eq!(steps(2, 4, Action::Down, Action::Up).len(), 2);
        assert!(matches!(steps(4, 3, Action::Down, Action::Up).as_slice(), [Msg::Act(Action::Up)]));
        assert!(steps(3, 3, Action::Down, Action::Up).is_empty());
    }

    #[test]
    fn no_word_of_the_dialogue_is_the_name_of_an_action() {
        for word in Word::ALL {
            assert_eq!(Action::from_id(word.id()).filter(|action| *action != Action::Cancel), None, "{word:?}");
        }
    }
}
