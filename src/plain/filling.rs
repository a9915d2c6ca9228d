//! Where text is typed: a line is the text, an empty line takes what stands there, a colon with a word does something else.

use super::manner::Manner;
use super::telling::texts;
use super::{Dialogue, Reply};
use crate::app::action::Action;
use crate::app::key::Key;
use crate::app::replacing::Part;
use crate::app::season::Input;
use crate::app::text_field::TextField;
use crate::app::text_lines::TextLines;
use crate::app::{Model, Msg, Overlay, answer};
use crate::domain::answer_words::yes_or_no;
use crate::domain::deadline;
use crate::domain::replacement::{Case, Wording};
use crate::view::{Heard, Role, hear};

/// What ends several lines.
const END: &str = ".";

/// What kind of part of a form one is at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Text.
    Text,
    /// Something that is ticked or not.
    Tick {
        /// Whether it is.
        on: bool,
    },
    /// One of several.
    Choice,
}

impl Dialogue {
    /// What a line means where text is typed.
    pub(super) fn fill_in(&mut self, model: &Model, manner: Manner, text: &str) -> Reply {
        match manner {
            Manner::Writing => self.write(model, text),
            Manner::Form => self.fill_in_part(model, text),
            _ if text.is_empty() && self.refused && on_if_right(model).is_none() => still_wrong(model),
            _ if text.is_empty() => Reply::Do(vec![Msg::Act(Action::Choose)]),
            _ if matches!(model.overlay, Some(Overlay::Editor(_))) => self.take_if_right(model, text),
            // The way on is chosen once the number is right; what is written is asked for by an empty line.
            _ if matches!(model.overlay, Some(Overlay::SeasonPreview(_))) => type_in(model, None, text, None),
            _ => type_in(model, None, text, Some(Action::Choose)),
        }
    }

    /// Several lines: the first takes the place of what stood there.
    fn write(&mut self, model: &Model, text: &str) -> Reply {
        if text == END || (text.is_empty() && !self.writes) {
            return Reply::Do(vec![Msg::Act(Action::Choose)]);
        }
        if let Some(refused) = self.too_much(model, text) {
            return refused;
        }
        let was_writing = std::mem::replace(&mut self.writes, true);
        let begin = if was_writing { Msg::Key(Key::Enter) } else { Msg::Key(Key::Ctrl('u')) };
        let line = (!text.is_empty()).then(|| Msg::Paste(text.to_owned()));
        Reply::Do(std::iter::once(begin).chain(line).collect())
    }

    /// That there is no room for a line more, or for all of it.
    fn too_much(&self, model: &Model, text: &str) -> Option<Reply> {
        let Some(Overlay::Answer(entry)) = &model.overlay else { return None };
        let answer::Input::Lines(lines) = &entry.input else { return None };
        // The end of the line before it is one sign.
        let over = if self.writes { lines.too_many(1, text) } else { TextLines::with("").too_many(0, text) };
        (over > 0).then(|| no_room(model, over))
    }

    /// A text in the place of what stands in a field, taken if nothing is wrong with it.
    fn take_if_right(&mut self, model: &Model, text: &str) -> Reply {
        let reply = type_in(model, None, text, None);
        self.takes_if_right = matches!(reply, Reply::Do(_));
        reply
    }

    /// One part of a form, and on to the next; behind the last the form is done.
    fn fill_in_part(&mut self, model: &Model, text: &str) -> Reply {
        let Some((kind, is_last)) = here(model) else { return Reply::Do(vec![Msg::Act(Action::Choose)]) };
        let on = if is_last { Action::Choose } else { Action::NextPart };
        match (kind, text.is_empty()) {
            // Nothing goes on behind what was refused: it is told and asked again.
            (Kind::Text, true) if matches!(model.overlay, Some(Overlay::Season(_))) && on_if_right(model).is_none() => {
                Reply::Do(Vec::new())
            }
            (_, true) => Reply::Do(vec![Msg::Act(on)]),
            // A day that is none has to be typed again, before the next part is asked.
            (Kind::Text, false) if matches!(model.overlay, Some(Overlay::Season(_))) => self.take_if_right(model, text),
            (Kind::Text, false) => type_in(model, None, text, Some(on)),
            (Kind::Tick { on: is_on }, false) => match yes_or_no(text) {
                Some(wanted) => Reply::Do((wanted != is_on).then_some(Msg::Key(Key::Space)).into_iter().chain([Msg::Act(on)]).collect()),
                None => self.command(model, text),
            },
            (Kind::Choice, false) => self.command(model, text),
        }
    }
}

/// That what was refused is not taken by an empty line, and how else it is.
fn still_wrong(model: &Model) -> Reply {
    let (heard, words) = (hear(model), model.sight.words());
    let faults = texts(&heard, Role::Text).filter(|text| text.starts_with(words.plain.error)).map(str::to_owned);
    let (take, cancel) = (format!(":{}", words.key_names.enter), format!(":{}", words.plain.word_cancel));
    Reply::Say(faults.chain([(words.plain.still_wrong)(&take, &cancel)]).collect())
}

/// That what was typed and refused is the name of something that can be done, if it is: here it was taken as text.
pub(super) fn name_instead(model: &Model) -> Option<String> {
    let Some(Overlay::Editor(editor)) = &model.overlay else { return None };
    let (name, plain) = (editor.input.text().trim(), &model.sight.words().plain);
    let is_refused = editor.wrong().next().is_some();
    let action = Action::from_id(name).filter(|_| is_refused)?;
    Some((plain.name_is_text)(action.id(), &format!(":{}", plain.word_cancel)))
}

/// The part of a form where one is, and whether it is the last.
fn here(model: &Model) -> Option<(Kind, bool)> {
    match &model.overlay {
        Some(Overlay::Replacing(replacing)) => Some(match replacing.part {
            Part::Find | Part::With => (Kind::Text, false),
            Part::Scope => (Kind::Choice, false),
            Part::Wording => (Kind::Tick { on: replacing.wording == Wording::Expression }, false),
            Part::Case => (Kind::Tick { on: replacing.case == Case::Ignored }, true),
        }),
        Some(Overlay::Season(form)) => {
            let part = form.parts.get(form.here)?;
            let kind = match part.input {
                Input::Day(_) => Kind::Text,
                Input::Tick(_, on) => Kind::Tick { on },
                Input::One(..) => Kind::Choice,
            };
            Some((kind, form.here + 1 == form.parts.len()))
        }
        _ => None,
    }
}

/// Whether the part of a form where one is takes no text.
pub(super) fn is_choice(model: &Model) -> bool {
    matches!(here(model), Some((Kind::Choice | Kind::Tick { .. }, _)))
}

/// The part of a form where one is, as it is told.
pub(super) fn part(model: &Model, heard: &Heard) -> Option<String> {
    here(model)?;
    heard.lines.iter().find(|line| line.here && matches!(line.role, Role::Field | Role::Text)).map(|line| line.text.clone())
}

/// What takes the new value of a field, or goes on to the next part of a form, where nothing is wrong with it.
pub(super) fn on_if_right(model: &Model) -> Option<Action> {
    match &model.overlay {
        Some(Overlay::Editor(editor)) => editor.wrong().next().is_none().then_some(Action::Choose),
        Some(Overlay::Season(form)) => {
            let is_right = match &form.parts.get(form.here)?.input {
                Input::Day(day) => day.text().is_empty() || deadline::parse(day.text()).is_some(),
                Input::Tick(..) | Input::One(..) => true,
            };
            let is_last = form.here + 1 == form.parts.len();
            is_right.then_some(if is_last { Action::Choose } else { Action::NextPart })
        }
        _ => None,
    }
}

/// A text in the place of what stands in a field, between what is done before and behind it: at once, however long, so that what
/// follows from it is made out once. What a field has no room for is refused whole.
pub(super) fn type_in(model: &Model, before: Option<Action>, text: &str, behind: Option<Action>) -> Reply {
    let over = TextField::too_many(text);
    if over > 0 {
        return no_room(model, over);
    }
    // A terminal sends the unshifted row of a keyboard as signs, here as on the screens.
    let text =
        model.overlay.as_ref().and_then(Overlay::number).map_or_else(|| text.to_owned(), |number| TextField::as_number(number, text));
    let typed = [Msg::Key(Key::Ctrl('u')), Msg::Paste(text)];
    Reply::Do(before.map(Msg::Act).into_iter().chain(typed).chain(behind.map(Msg::Act)).collect())
}

fn no_room(model: &Model, over: usize) -> Reply {
    Reply::Say(vec![(model.sight.words().plain.no_room)(over)])
}
