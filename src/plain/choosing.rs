//! One of many is chosen: by its number, by its name, or by what it is searched by; and yes or no to a question.

use super::answer::{step, steps};
use super::counted::{counted, number};
use super::filling::type_in;
use super::manner::Manner;
use super::offer::{Word, asks_help, leaves, named};
use super::telling::{hints, texts};
use super::{Dialogue, Reply};
use crate::app::action::Action;
use crate::app::chooser::{Chooser, Question};
use crate::app::detail::quoted;
use crate::app::dossier::Asked;
use crate::app::person::Front;
use crate::app::text_field::TextField;
use crate::app::{Model, Msg, Overlay};
use crate::domain::answer_words::yes_or_no;
use crate::domain::fold::fold;
use crate::view::{Heard, Role, hear};

impl Dialogue {
    /// One of many: its number, its name, what it is searched by, or a word or key that leaves the list.
    pub(super) fn choose(&mut self, model: &Model, text: &str) -> Reply {
        let Some(Overlay::Chooser(chooser)) = &model.overlay else { return self.command(model, text) };
        let shown = chooser.shown();
        if text.is_empty() {
            return if shown.is_empty() { nothing_fits(model, chooser.filter.text()) } else { Reply::Do(vec![Msg::Act(Action::Choose)]) };
        }
        if let Some(number) = number(text).filter(|number| (1..=shown.len()).contains(number)) {
            return self.choose_number(model, number);
        }
        let wanted = fold(text);
        if let Some(at) = shown.iter().position(|line| fold(&line.label) == wanted || fold(&line.lead) == wanted) {
            return self.choose_number(model, at + 1);
        }
        let is_question = chooser.question == Question::Dossier(Asked::YesNo);
        if let Some(at) = is_question.then(|| agreed(model, chooser, text)).flatten() {
            return self.choose_number(model, at + 1);
        }
        if asks_help(model, text) {
            return Reply::Say(self.all_offers(model));
        }
        if leaves(model, text) {
            return Reply::Do(vec![Msg::Act(Action::Close)]);
        }
        let (first, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        if let Some(word) = Word::of(first, model) {
            return self.word(model, word, rest.trim());
        }
        if let Some(reply) = self.key(model, text) {
            return reply;
        }
        // There a letter would be an answer of its own.
        if !is_question && fits(chooser, text) {
            return type_in(model, None, text, None);
        }
        match (named(model, text).as_slice(), counted(text).filter(|number| (1..=shown.len()).contains(number))) {
            ([action], _) => Reply::Do(vec![Msg::Act(*action)]),
            (_, Some(number)) => self.choose_number(model, number),
            _ => nothing_fits(model, text),
        }
    }

    /// The one of a number.
    pub(super) fn choose_number(&mut self, model: &Model, number: usize) -> Reply {
        let Some(Overlay::Chooser(chooser)) = &model.overlay else { return Reply::Say(Vec::new()) };
        let all = chooser.shown().len();
        match number.checked_sub(1).filter(|at| *at < all) {
            Some(at) => {
                let mut messages = steps(chooser.cursor, at, Action::Down, Action::Up);
                messages.push(Msg::Act(Action::Choose));
                Reply::Do(messages)
            }
            None if all == 0 => nothing_fits(model, chooser.filter.text()),
            None => Reply::Say(vec![(model.sight.words().plain.no_line)(all)]),
        }
    }

    /// Yes or no to a question with two buttons, or to one that Enter answers with yes; none where nothing of the kind is asked.
    pub(super) fn agree(model: &Model, text: &str) -> Option<Reply> {
        let is_yes = yes_or_no(text).filter(|_| number(text).is_none() && Manner::of(model) == Manner::Box)?;
        if !asks_yes_or_no(model) {
            // What is no question is left by a no, and done by its own button only.
            return (!is_yes && text.chars().count() > 1).then(|| Reply::Do(vec![Msg::Act(Action::Close)]));
        }
        if matches!(model.overlay, Some(Overlay::Couple(_))) || asks_to_write(model) {
            return Some(Reply::Do(vec![Msg::Act(if is_yes { Action::Choose } else { Action::Close })]));
        }
        // The safe one comes first.
        Some(press(model, &hear(model), if is_yes { 2 } else { 1 }))
    }
}

/// Presses the button of a number.
pub(super) fn press(model: &Model, heard: &Heard, number: usize) -> Reply {
    let buttons: Vec<bool> = heard.of(&[Role::Button]).map(|line| line.here).collect();
    let (forward, back) = match model.overlay {
        // There the arrows go on in what is read.
        Some(Overlay::SeasonPreview(_)) => (Action::NextPart, Action::PreviousPart),
        _ => (Action::Right, Action::Left),
    };
    step(&buttons, number, model, forward, back, true)
}

/// The button, or the line of a menu, that an answer names: by all that it is called, or by what stands before its colon.
pub(super) fn called(model: &Model, text: &str) -> Option<Reply> {
    let (heard, manner, wanted) = (hear(model), Manner::of(model), fold(text));
    let role = match manner {
        Manner::Box => Role::Button,
        Manner::Menu => Role::Line,
        _ => return None,
    };
    let names: Vec<String> = texts(&heard, role).map(fold).collect();
    let short = |name: &str| name.split([':', '.', ';']).next().is_some_and(|short| short.trim() == wanted);
    let whole = names.iter().position(|name| *name == wanted);
    let mut shorts = names.iter().enumerate().filter(|(_, name)| short(name)).map(|(at, _)| at);
    let at = whole.or_else(|| shorts.next().filter(|_| shorts.next().is_none()))?;
    if manner == Manner::Box {
        return Some(press(model, &heard, at + 1));
    }
    let here: Vec<bool> = heard.of(&[Role::Line]).map(|line| line.here).collect();
    Some(step(&here, at + 1, model, Action::Down, Action::Up, true))
}

/// Whether what stands in front is a question that yes or no answers.
pub(super) fn asks_yes_or_no(model: &Model) -> bool {
    match &model.overlay {
        Some(Overlay::Ask(..) | Overlay::Couple(_)) => Manner::of(model) == Manner::Box,
        _ if asks_to_write(model) => true,
        Some(Overlay::Chooser(chooser)) => chooser.question == Question::Dossier(Asked::YesNo),
        _ => false,
    }
}

/// Whether what stands in front was looked at and is written next, without any button: only a yes does that, no number and no
/// empty line that was answered by habit.
pub(super) fn asks_to_write(model: &Model) -> bool {
    match &model.overlay {
        Some(Overlay::Chooser(chooser)) => chooser.is_preview(),
        Some(Overlay::Person(front)) => matches!(**front, Front::Many { .. }),
        _ => false,
    }
}

/// The line that a yes or a no means, in whatever language it is said, or the only one that begins so.
fn agreed(model: &Model, chooser: &Chooser, text: &str) -> Option<usize> {
    let words = &model.sight.words().dossier;
    let wanted = fold(match yes_or_no(text) {
        Some(true) => words.yes,
        Some(false) => words.no,
        None => text,
    });
    chooser.shown().iter().position(|line| fold(&line.label).starts_with(&wanted))
}

/// Whether anything in the whole list would be left by this search.
fn fits(chooser: &Chooser, text: &str) -> bool {
    let searched = Chooser { filter: TextField::with(text), ..chooser.clone() };
    !searched.shown().is_empty()
}

/// That nothing fits, and how to answer.
fn nothing_fits(model: &Model, text: &str) -> Reply {
    let words = model.sight.words();
    let fits = std::iter::once((words.plain.nothing_fits)(&super::tidy(&quoted(text))));
    // Who is asked for a yes or a no searches nothing.
    Reply::Say(fits.chain(hints(model, Manner::Choice)).collect())
}

/// How many of a list the search leaves; nothing where there is none.
pub(super) fn searched(model: &Model, chooser: &Chooser) -> Option<String> {
    let text = chooser.filter.text();
    let said = || (model.sight.words().plain.fits)(&super::tidy(&quoted(text)), chooser.shown().len(), chooser.lines.len());
    (!text.is_empty()).then(said)
}

/// Whether there is anything more to be read of what stands here.
pub(super) fn has_detail(model: &Model) -> bool {
    texts(&hear(model), Role::Pane).next().is_some()
}
