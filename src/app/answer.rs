//! An answer, or the deadline of a dossier, that is being typed: on the dossier's own screen, and where what came
//! back is put right. Choices and yes or no are chosen from a list instead.

use jiff::civil::Date;

use super::desk::Sight;
use super::digit_row::Number;
use super::key::Key;
use super::text_field::TextField;
use super::text_lines::TextLines;
use crate::domain::answering::{NoAnswer, shown};
use crate::domain::completion::Matter;
use crate::domain::deadline;
use crate::domain::form::asks_national_number;
use crate::domain::language::Language;
use crate::domain::neutral::neutralise_lines;
use crate::domain::questionnaire::{AnswerKind, Prefill, Question};
use crate::domain::returned::{NotUnderstood, typed};
use crate::domain::sheet::CellKind;
use crate::domain::tidy::trim;

/// Where it is typed.
#[derive(Debug, Clone)]
pub enum Input {
    /// One line.
    Line(TextField),
    /// Several.
    Lines(TextLines),
}

/// On which screen it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The dossier: nothing clears the answer.
    Dossier,
    /// What came back: nothing leaves everything as it was.
    Arrived,
}

/// A question that is being answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asking {
    /// The question.
    pub question: Question,
    /// As it is asked.
    pub text: String,
    /// In which language answers read.
    pub language: Language,
    /// On which screen.
    pub place: Place,
}

/// What is being typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// The answer to a question.
    Question(Box<Asking>),
    /// The deadline of the dossier.
    Deadline {
        /// The task flow's, where nothing is typed.
        default: Date,
        /// The assessment year, before which it cannot be.
        year: i16,
    },
}

/// An answer, or the deadline, that is being typed.
#[derive(Debug, Clone)]
pub struct Entry {
    /// What it is about.
    pub about: About,
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
    Wrong(NotUnderstood),
    /// The deadline would be before this assessment year.
    TooEarly(i16),
}

impl About {
    /// What kind of number it has to be, where nothing else can be typed.
    pub(super) fn number(&self) -> Option<Number> {
        match self {
            Self::Deadline { .. } => Some(Number::Parted),
            Self::Question(asking) => match asking.question.kind {
                AnswerKind::Date => Some(Number::Parted),
                AnswerKind::Amount | AnswerKind::Number => Some(Number::Signed),
                AnswerKind::Account => Some(Number::Coded),
                // A line that is also a field of the customer is typed like that field.
                AnswerKind::Text => match asking.question.prefill {
                    Some(Prefill::Field(field)) => Number::of(field),
                    _ => None,
                },
                AnswerKind::LongText | AnswerKind::YesNo | AnswerKind::Choice => None,
            },
        }
    }
}

impl Entry {
    /// Opens the answer to a question with the text that is there. None where a number in it is masked that would
    /// be seen by that.
    #[must_use]
    pub fn of(asking: Asking, text: &str, sight: Sight) -> Option<Self> {
        let asks_number = asks_national_number(&asking.question);
        let hidden = !text.is_empty() && !sight.shows_numbers && (asks_number || sight.text(text) != text);
        // A number can be typed anew as a whole; a sentence with a number in it cannot.
        if hidden && !asks_number {
            return None;
        }
        let text = if hidden { "" } else { text };
        let input = match asking.question.kind {
            AnswerKind::LongText => Input::Lines(TextLines::with(text)),
            _ => Input::Line(TextField::with(text)),
        };
        Some(Self { about: About::Question(Box::new(asking)), input, hidden, begun: text.to_owned() })
    }

    /// Opens the deadline.
    #[must_use]
    pub fn of_deadline(now: Date, default: Date, year: i16) -> Self {
        let text = now.strftime("%d/%m/%Y").to_string();
        Self { about: About::Deadline { default, year }, input: Input::Line(TextField::with(&text)), hidden: false, begun: text }
    }

    /// What is typed.
    #[must_use]
    pub fn text(&self) -> String {
        match &self.input {
            Input::Line(field) => field.text().to_owned(),
            Input::Lines(lines) => lines.text(),
        }
    }

    /// What of a dossier it is about.
    #[must_use]
    pub fn matter(&self) -> Matter {
        match &self.about {
            About::Question(asking) => Matter::Answer(asking.question.id.clone()),
            About::Deadline { .. } => Matter::Deadline,
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
        let number = self.about.number();
        match &mut self.input {
            Input::Line(field) => {
                match number {
                    Some(number) => field.press_number(number, key),
                    None => field.press(key),
                };
            }
            Input::Lines(lines) => lines.press(key),
        }
    }

    /// Puts pasted text in; gives how many characters there was no room for.
    #[must_use = "a person has to be told what was left out"]
    pub fn paste(&mut self, text: &str) -> usize {
        self.hidden = false;
        match &mut self.input {
            Input::Line(field) => field.paste(text),
            Input::Lines(lines) => lines.paste(text),
        }
    }

    /// What would come of it.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        if self.hidden {
            return Verdict::Stays;
        }
        let text = self.text();
        let judged = match &self.about {
            About::Deadline { default, year } => return self::deadline(trim(&text), *default, *year),
            About::Question(asking) => typed(&asking.question, &text, CellKind::Text),
        };
        match judged {
            Ok(Some(kept)) => Verdict::Kept(kept),
            Ok(None) => Verdict::Cleared,
            Err(wrong) => Verdict::Wrong(wrong),
        }
    }
}

fn deadline(text: &str, default: Date, year: i16) -> Verdict {
    match deadline::parse(text) {
        _ if text.is_empty() => Verdict::DefaultDeadline(default),
        None => Verdict::Wrong(NotUnderstood::NoAnswer(NoAnswer::NotADate)),
        Some(date) if date.year() < year => Verdict::TooEarly(year),
        Some(date) => Verdict::Kept(date.to_string()),
    }
}

impl Sight {
    /// How an answer reads to a person, harmless and line by line: national numbers are masked unless asked for. What is kept for a
    /// question that is not asked any more reads as it is kept.
    #[must_use]
    pub fn answer(self, question: Option<&Question>, kept: &str, language: Language) -> String {
        let words = &self.words().dossier;
        let text = match (question, kept) {
            (Some(Question { kind: AnswerKind::YesNo, .. }), "yes") => words.yes.to_owned(),
            (Some(Question { kind: AnswerKind::YesNo, .. }), "no") => words.no.to_owned(),
            (Some(question), kept) => shown(question, &self.typed(Some(question), kept), language),
            (None, kept) => self.typed(None, kept),
        };
        neutralise_lines(&text).into_owned()
    }
}
