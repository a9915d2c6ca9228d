//! Everything about the question under the cursor, as lines.

use super::Binder;
use crate::app::desk::Sight;
use crate::app::detail::{TextLine, Tone, fit, line, wrap};
use crate::app::keymap::Layer;
use crate::domain::completion::{Matter, about_dossier};
use crate::domain::dossier::{Answer, Origin};
use crate::domain::questionnaire::{AnswerKind, Question};

/// Columns that the names of the parts take.
const NAMES: usize = 18;

impl Binder {
    /// The title of the pane and its lines, wrapped to `width`.
    #[must_use]
    pub fn told(&self, sight: Sight, width: usize) -> (String, Vec<TextLine>) {
        let words = &sight.words().dossier;
        if self.questionnaire().is_none() {
            let why = sight.keyed(Layer::Dossier, &(words.no_list)(&self.dossier().questionnaire.0));
            return (String::new(), wrap(line(Tone::Warning, why), width));
        }
        let (Some(question), Some((_, section))) = (self.current(), self.section()) else { return (String::new(), Vec::new()) };
        let language = self.language(sight.language);
        let title = section.title.get(language).unwrap_or(&section.id).to_owned();
        let mut lines = vec![line(Tone::Head, self.asks(question, sight))];
        lines.extend(question.help.get(language).map(|help| line(Tone::Dim, help)));
        lines.push(Vec::new());
        lines.extend(self.told_answer(question, sight));
        lines.extend(self.told_before(question, sight));
        lines.extend(self.told_aside(question, sight));
        lines.extend(self.told_record(question, sight));
        lines.extend(self.remarks(question, sight));
        lines.extend(self.told_choices(question, sight));
        if !question.codes.is_empty() {
            let codes: Vec<String> = question.codes.iter().map(ToString::to_string).collect();
            lines.push(named(words.codes_name, codes.join(", ")));
        }
        lines.push(named(words.kind_name, (words.kind)(question.kind).to_owned()));
        (title, lines.into_iter().flat_map(|line| wrap(line, width)).collect())
    }

    /// The answer with all its lines, and where it came from.
    fn told_answer(&self, question: &Question, sight: Sight) -> Vec<TextLine> {
        let words = &sight.words().dossier;
        let Some(answer) = self.dossier().answer(&question.id) else {
            return vec![named(words.answer_name, words.no_answer.to_owned())];
        };
        let mut lines = in_lines(words.answer_name, &self.reads(question, answer, sight));
        lines.push(named(words.origin_name, (words.origin_note)(answer.origin).to_owned()));
        lines
    }

    /// What is stored, where it is something else.
    fn told_before(&self, question: &Question, sight: Sight) -> Vec<TextLine> {
        let words = &sight.words().dossier;
        let stored = self.completion.stored().answer(&question.id);
        if stored == self.dossier().answer(&question.id) {
            return Vec::new();
        }
        match stored {
            None => vec![named(words.before_name, words.no_answer.to_owned())],
            Some(answer) => {
                let text = format!("{} ({})", self.reads(question, answer, sight), (words.origin)(answer.origin));
                in_lines(words.before_name, &text)
            }
        }
    }

    /// What came back for the question and is no answer to it.
    fn told_aside(&self, question: &Question, sight: Sight) -> Vec<TextLine> {
        let words = &sight.words().dossier;
        let asides = self.dossier().course.aside.iter().filter(|aside| aside.question == question.id);
        let mut lines: Vec<TextLine> = asides.flat_map(|aside| in_lines(words.aside_name, &self.reads_aside(aside, sight))).collect();
        if !lines.is_empty() {
            lines.push(line(Tone::Warning, sight.keyed(Layer::Dossier, words.aside_note)));
        }
        lines
    }

    /// What the customer's own record says otherwise, or will say.
    fn told_record(&self, question: &Question, sight: Sight) -> Vec<TextLine> {
        if self.offer(&question.id).is_none() {
            return Vec::new();
        }
        let words = &sight.words().dossier;
        let name = (words.matter)(&Matter::Record(question.id.clone()));
        let mut lines = in_lines(name, &self.says_of_record(self.dossier(), &question.id, sight));
        lines.extend(
            self.undecided()
                .any(|offer| offer.question == question.id)
                .then(|| line(Tone::Warning, sight.keyed(Layer::Dossier, words.record_note))),
        );
        lines
    }

    /// What else a change here would do, or not.
    fn remarks(&self, question: &Question, sight: Sight) -> Option<TextLine> {
        let words = &sight.words().dossier;
        let answer = self.dossier().answer(&question.id).map(|answer: &Answer| answer.origin);
        let of_customer = || matches!(answer, Some(Origin::Imported | Origin::Stored | Origin::Derived));
        match about_dossier(question) {
            Some(Matter::Deadline) => Some(line(Tone::Dim, words.is_deadline)),
            Some(_) => Some(line(Tone::Dim, words.is_language)),
            None if question.prefill.is_some() && of_customer() => Some(line(Tone::Dim, words.customer_stays)),
            None => None,
        }
    }

    fn told_choices(&self, question: &Question, sight: Sight) -> Vec<TextLine> {
        if question.kind != AnswerKind::Choice {
            return Vec::new();
        }
        let words = &sight.words().dossier;
        let language = self.language(sight.language);
        let chosen = self.dossier().answer(&question.id).map(|answer| answer.value.as_str());
        let lines = question.choices.iter().enumerate().map(|(at, choice)| {
            let name = if at == 0 { words.choices_name } else { "" };
            let mark = if chosen == Some(choice.id.as_str()) { "(o)" } else { "( )" };
            named(name, format!("{mark} {}", choice.text.get(language).unwrap_or(&choice.id)))
        });
        lines.collect()
    }
}

/// A name with its value behind.
fn named(name: &str, value: String) -> TextLine {
    vec![(Tone::Name, fit(name, NAMES)), (Tone::Plain, value)]
}

/// A name with a value of one or more lines behind.
fn in_lines(name: &str, value: &str) -> Vec<TextLine> {
    let lines = value.split('\n').enumerate();
    lines.map(|(at, text)| named(if at == 0 { name } else { "" }, text.to_owned())).collect()
}
