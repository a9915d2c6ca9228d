//! An answer, or the deadline of the dossier, that is being typed.

use jiff::civil::Date;

use super::Binder;
use super::reading::{is_masked, masks};
use crate::app::desk::Sight;
use crate::app::key::Key;
use crate::app::text_field::TextField;
use crate::app::text_lines::TextLines;
use crate::domain::answering::{NoAnswer, canonical, shown};
use crate::domain::completion::Matter;
use crate::domain::deadline;
use crate::domain::questionnaire::{AnswerKind, Question};
use crate::domain::tidy::trim;

/// Where it is typed.
#[derive(Debug, Clone)]
pub enum Input {
    /// One line.
    Line(TextField),
    /// Several.
    Lines(TextLines),
}

/// An answer, or the deadline, that is being typed.
#[derive(Debug, Clone)]
pub struct Entry {
    /// The question, or the deadline.
    pub about: Matter,
    /// What is typed.
    pub input: Input,
    /// What was there is masked, and stays as long as nothing is typed over it.
    pub hidden: bool,
    /// What stood there to begin with.
    begun: String,
}

/// What would come of what is typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verdict {
    /// What was there stays.
    Stays,
    /// There would be no answer.
    Cleared,
    /// The deadline would be the task flow's.
    DefaultDeadline(Date),
    /// It would be kept like this.
    Kept(String),
    /// It is no answer.
    Wrong(NoAnswer),
    /// The deadline would be before this assessment year.
    TooEarly(i16),
}

impl Entry {
    /// Opens the answer to a question. None where a number in it is masked that would be seen by that.
    #[must_use]
    pub fn of(binder: &Binder, question: &Question, sight: Sight) -> Option<Self> {
        let answer = binder.dossier().answer(&question.id);
        let text = answer.map_or_else(String::new, |answer| match question.kind {
            AnswerKind::Date | AnswerKind::Amount | AnswerKind::Account => shown(question, &answer.value, binder.dossier().language),
            _ => answer.value.clone(),
        });
        let hidden = answer.is_some_and(|answer| is_masked(question, answer, sight));
        // A number can be typed anew as a whole; a sentence with a number in it cannot.
        if hidden && !masks(question) {
            return None;
        }
        let text = if hidden { String::new() } else { text };
        let input = match question.kind {
            AnswerKind::LongText => Input::Lines(TextLines::with(&text)),
            _ => Input::Line(TextField::with(&text)),
        };
        Some(Self { about: Matter::Answer(question.id.clone()), input, hidden, begun: text })
    }

    /// Opens the deadline.
    #[must_use]
    pub fn of_deadline(binder: &Binder) -> Self {
        let text = binder.dossier().deadline.strftime("%d/%m/%Y").to_string();
        Self { about: Matter::Deadline, input: Input::Line(TextField::with(&text)), hidden: false, begun: text }
    }

    /// What is typed.
    #[must_use]
    pub fn text(&self) -> String {
        match &self.input {
            Input::Line(field) => field.text().to_owned(),
            Input::Lines(lines) => lines.text(),
        }
    }

    /// Whether anything else is typed than what stood there to begin with.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.text() != self.begun
    }

    /// Puts a text in the place of what is typed.
    pub fn put(&mut self, text: &str) {
        self.hidden = false;
        self.input = match self.input {
            Input::Line(_) => Input::Line(TextField::with(text)),
            Input::Lines(_) => Input::Lines(TextLines::with(text)),
        };
    }

    /// Types a key.
    pub fn press(&mut self, key: Key) {
        let changes = matches!(key, Key::Char(_) | Key::Space | Key::Backspace | Key::Delete | Key::Ctrl('u' | 'w'));
        self.hidden &= !changes;
        match &mut self.input {
            Input::Line(field) => {
                field.press(key);
            }
            Input::Lines(lines) => lines.press(key),
        }
    }

    /// Puts pasted text in.
    pub fn paste(&mut self, text: &str) {
        self.hidden = false;
        match &mut self.input {
            Input::Line(field) => field.paste(text),
            Input::Lines(lines) => lines.paste(text),
        }
    }

    /// What would come of it.
    #[must_use]
    pub fn verdict(&self, binder: &Binder) -> Verdict {
        if self.hidden {
            return Verdict::Stays;
        }
        let text = self.text();
        let question = match &self.about {
            Matter::Answer(id) => binder.questionnaire().and_then(|list| list.question(id)),
            _ => return self::deadline(trim(&text), binder),
        };
        match question.map(|question| canonical(question, &text)) {
            Some(Ok(Some(kept))) => Verdict::Kept(kept),
            Some(Ok(None)) => Verdict::Cleared,
            Some(Err(wrong)) => Verdict::Wrong(wrong),
            None => Verdict::Stays,
        }
    }
}

fn deadline(text: &str, binder: &Binder) -> Verdict {
    let year = binder.opened.flow.assessment_year;
    match deadline::parse(text) {
        _ if text.is_empty() => Verdict::DefaultDeadline(binder.default_deadline()),
        None => Verdict::Wrong(NoAnswer::NotADate),
        Some(date) if date.year() < year => Verdict::TooEarly(year),
        Some(date) => Verdict::Kept(date.to_string()),
    }
}
