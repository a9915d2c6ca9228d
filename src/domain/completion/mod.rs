//! Completing a dossier: what is changed of it, taken back and made again, and held against what a colleague wrote.
//!
//! A dossier changes part by part. Putting a [`Part`] in place gives the part that was there, which is its
//! inverse: undo and redo are the same deed. `clash` says what of one's own changes still fits where
//! somebody else changed the dossier meanwhile.

mod clash;
mod parts;
#[cfg(test)]
mod tests;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

pub use clash::Clash;
pub use parts::Part;

use super::answering::adopted;
use super::dossier::{Answer, Aside, Course, Dossier, Origin, Settled, Settlement, Status};
use super::field::Field;
use super::language::Language;
use super::questionnaire::{Prefill, Question, Questionnaire};
use parts::{mirrors, place_of};

/// What of a dossier a change is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Matter {
    /// Which list of questions.
    Questionnaire,
    /// In which language it goes out.
    Language,
    /// The last day to file.
    Deadline,
    /// Whether an invitation mail is wanted.
    Invitation,
    /// Whether it is closed.
    Status,
    /// Texts that came back and are no answers: whether they have been dealt with.
    Aside,
    /// The answer to the question of that name.
    Answer(String),
    /// Whether the customer's own record follows the answer to the question of that name.
    Record(String),
}

/// One thing that a person did: the parts to put back, the one done last first.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Step {
    about: Matter,
    parts: Vec<Part>,
}

/// A dossier that is being completed, with all that was done to it.
#[derive(Debug, Clone)]
pub struct Completion {
    base: Dossier,
    now: Dossier,
    done: Vec<Step>,
    undone: Vec<Step>,
}

impl Completion {
    /// Begins with a dossier as it is stored.
    #[must_use]
    pub fn new(stored: Dossier) -> Self {
        Self { now: stored.clone(), base: stored, done: Vec::new(), undone: Vec::new() }
    }

    /// Goes on with a dossier as it was left: as it was stored then, and as it read. What led there is not known
    /// any more; [`Self::rebase`] makes it steps again.
    #[must_use]
    pub const fn left(stored: Dossier, now: Dossier) -> Self {
        Self { now, base: stored, done: Vec::new(), undone: Vec::new() }
    }

    /// The dossier as it is stored.
    #[must_use]
    pub const fn stored(&self) -> &Dossier {
        &self.base
    }

    /// The dossier as it now reads.
    #[must_use]
    pub const fn now(&self) -> &Dossier {
        &self.now
    }

    /// Whether anything differs from what is stored.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        self.base != self.now
    }

    /// What differs from what is stored: the dossier's own matters, then the answers as they stand now,
    /// then those that were cleared, what was dealt with, and what was decided for the customer's own record.
    #[must_use]
    pub fn changes(&self) -> Vec<Matter> {
        let (base, now) = (&self.base, &self.now);
        let own = [
            (Matter::Questionnaire, base.questionnaire != now.questionnaire),
            (Matter::Language, base.language != now.language),
            (Matter::Deadline, (base.deadline, base.deadline_origin) != (now.deadline, now.deadline_origin)),
            (Matter::Invitation, base.invitation_wanted != now.invitation_wanted),
            (Matter::Status, base.status != now.status),
        ];
        let mut changes: Vec<Matter> = own.into_iter().filter(|(_, differs)| *differs).map(|(matter, _)| matter).collect();
        let differs = |answer: &&Answer| base.answer(&answer.question) != Some(*answer);
        changes.extend(now.answers.iter().filter(differs).map(|answer| Matter::Answer(answer.question.clone())));
        let gone = base.answers.iter().filter(|answer| now.answer(&answer.question).is_none());
        changes.extend(gone.map(|answer| Matter::Answer(answer.question.clone())));
        // A text that went with the answer that was given for it is no change of its own. Clearing an answer takes none along.
        let answered = |aside: &Aside| now.answer(&aside.question).is_some() && changes.contains(&Matter::Answer(aside.question.clone()));
        let dealt_with = base.course.aside.iter().any(|aside| !now.course.aside.contains(aside) && !answered(aside));
        changes.extend(dealt_with.then_some(Matter::Aside));
        changes.extend(decided(base, now).chain(taken_back(base, now)).map(|one| Matter::Record(one.question.clone())));
        changes
    }

    /// Answers a question, or clears its answer. The deadline and the language of the dossier are what
    /// the questions that ask for them say. An answer deals with what came back for its question and was none.
    /// False where nothing changes.
    pub fn answer(&mut self, questionnaire: &Questionnaire, question: &Question, value: Option<String>, origin: Origin) -> bool {
        if self.now.answer(&question.id).map(|answer| &answer.value) == value.as_ref() {
            return false;
        }
        let answer = value.map(|value| Answer { question: question.id.clone(), value, origin });
        let mut parts = vec![];
        if answer.is_some() {
            parts.extend(self.without_aside(|aside| aside.question == question.id));
        }
        parts.push(self.answer_part(questionnaire, &question.id, answer));
        self.make(Matter::Answer(question.id.clone()), parts)
    }

    /// A text that came back and is no answer has been dealt with. False where there is none like it.
    pub fn deal_with(&mut self, aside: &Aside) -> bool {
        let parts = self.without_aside(|one| one == aside);
        self.make(Matter::Aside, parts.into_iter().collect())
    }

    /// Decides whether the customer's own record follows an answer that came back. False where there is no such answer, or it is
    /// decided so already.
    pub fn settle(&mut self, question: &str, how: Settlement) -> bool {
        let returned = self.now.answer(question).filter(|answer| answer.origin == Origin::Returned);
        let Some(answer) = returned.map(|answer| answer.value.clone()) else { return false };
        let part = self.settled_with(Settled { question: question.to_owned(), answer, how });
        self.make(Matter::Record(question.to_owned()), vec![part])
    }

    /// Everything that is decided, with one decision more.
    fn settled_with(&self, one: Settled) -> Part {
        let mut after = self.now.clone();
        after.settle(one);
        Part::Settled(after.course.settled)
    }

    /// The texts that came back without some of them; none where that is all of them.
    fn without_aside(&self, goes: impl Fn(&Aside) -> bool) -> Option<Part> {
        let aside = &self.now.course.aside;
        let left: Vec<Aside> = aside.iter().filter(|one| !goes(one)).cloned().collect();
        (left.len() < aside.len()).then_some(Part::Aside(left))
    }

    /// Sets the deadline.
    pub fn deadline(&mut self, questionnaire: Option<&Questionnaire>, date: Date, origin: Origin) -> bool {
        let mut parts = vec![Part::Deadline(date, origin)];
        parts.extend(self.mirrored(questionnaire, Field::Deadline, &date.to_string(), origin));
        self.make(Matter::Deadline, parts)
    }

    /// Sets the language in which the questionnaire goes out.
    pub fn language(&mut self, questionnaire: Option<&Questionnaire>, language: Language) -> bool {
        let mut parts = vec![Part::Language(language)];
        parts.extend(self.mirrored(questionnaire, Field::Language, language.code(), Origin::Typed));
        self.make(Matter::Language, parts)
    }

    /// Whether an invitation mail is wanted.
    pub fn invitation(&mut self, wanted: bool) -> bool {
        self.make(Matter::Invitation, vec![Part::Invitation(wanted)])
    }

    /// Closes the dossier, or opens it again as far as it was: answered, sent, or not sent yet.
    pub fn close(&mut self, closed: bool) -> bool {
        let course = &self.now.course;
        let reopened = match (self.base.status, course.answered, course.sent) {
            (status, _, _) if status != Status::Closed => status,
            (_, Some(_), _) => Status::Answered,
            (_, None, Some(_)) => Status::Sent,
            (_, None, None) => Status::NotSentYet,
        };
        let status = if closed { Status::Closed } else { reopened };
        self.make(Matter::Status, vec![Part::Status(status)])
    }

    /// Takes another list of questions. Answers to questions that it asks too stay where they are answers to
    /// them; `known` fills in what it asks beside those.
    pub fn questionnaire(&mut self, to: &Questionnaire, known: Vec<Answer>) -> bool {
        let kept: Vec<Answer> = self.now.answers.iter().filter_map(|answer| kept_by(to, answer)).collect();
        let is_new = |answer: &Answer| kept.iter().all(|kept| kept.question != answer.question);
        let mut answers: Vec<Answer> = known.into_iter().filter(is_new).collect();
        answers.extend(kept);
        to.put_in_order(&mut answers);
        self.make(Matter::Questionnaire, vec![Part::Questionnaire(to.id.clone(), answers)])
    }

    /// The answers that another list of questions has no place for.
    #[must_use]
    pub fn lost_by(&self, to: &Questionnaire) -> Vec<&Answer> {
        self.now.answers.iter().filter(|answer| kept_by(to, answer).is_none()).collect()
    }

    /// Takes the last step back, and says what it was about.
    pub fn undo(&mut self) -> Option<Matter> {
        let step = self.done.pop()?;
        let step = self.put(step);
        let about = step.about.clone();
        self.undone.push(step);
        Some(about)
    }

    /// Makes the step again that was taken back last, and says what it is about.
    pub fn redo(&mut self) -> Option<Matter> {
        let step = self.undone.pop()?;
        let step = self.put(step);
        let about = step.about.clone();
        self.done.push(step);
        Some(about)
    }

    /// The dossier was stored like this. Steps can still be taken back.
    pub fn saved(&mut self, stored: Dossier) {
        let Course { aside, settled, .. } = std::mem::take(&mut self.now.course);
        self.now.course = Course { aside, settled, ..stored.course.clone() };
        self.base = stored;
    }

    fn answer_part(&self, questionnaire: &Questionnaire, question: &str, answer: Option<Answer>) -> Part {
        let at = place_of(questionnaire, &self.now.answers, question);
        Part::Answer { question: question.to_owned(), at, answer }
    }

    fn mirrored(&self, questionnaire: Option<&Questionnaire>, field: Field, value: &str, origin: Origin) -> Vec<Part> {
        let Some(questionnaire) = questionnaire else { return Vec::new() };
        let parts = mirrors(questionnaire, field).into_iter().map(|question| {
            let answer = Answer { question: question.to_owned(), value: value.to_owned(), origin };
            self.answer_part(questionnaire, question, Some(answer))
        });
        parts.collect()
    }

    /// Puts parts in place. False where nothing changes by it.
    fn make(&mut self, about: Matter, parts: Vec<Part>) -> bool {
        let before = self.now.clone();
        let step = self.put(Step { about, parts });
        if self.now == before {
            return false;
        }
        self.done.push(step);
        self.undone.clear();
        true
    }

    /// Puts the parts of a step in place; what was there comes back as the step that undoes it.
    fn put(&mut self, step: Step) -> Step {
        let mut parts: Vec<Part> = step.parts.into_iter().map(|part| part.put(&mut self.now)).collect();
        parts.reverse();
        Step { about: step.about, parts }
    }
}

/// What a dossier has decided for the customer's record and another has not.
fn decided<'a>(base: &'a Dossier, now: &'a Dossier) -> impl Iterator<Item = &'a Settled> {
    now.course.settled.iter().filter(|one| !base.course.settled.contains(one))
}

/// What a dossier had decided about a question that another has decided nothing about.
fn taken_back<'a>(base: &'a Dossier, now: &'a Dossier) -> impl Iterator<Item = &'a Settled> {
    base.course.settled.iter().filter(|one| now.course.settled.iter().all(|other| other.question != one.question))
}

/// Whether a question is about the dossier itself, and what of it: answering it changes that.
#[must_use]
pub fn about_dossier(question: &Question) -> Option<Matter> {
    match question.prefill {
        Some(Prefill::Field(Field::Deadline)) => Some(Matter::Deadline),
        Some(Prefill::Field(Field::Language)) => Some(Matter::Language),
        _ => None,
    }
}

/// An answer as another list of questions keeps it; none where it has no place for it.
fn kept_by(questionnaire: &Questionnaire, answer: &Answer) -> Option<Answer> {
    let value = adopted(questionnaire.question(&answer.question)?, &answer.value)?;
    Some(Answer { value, ..answer.clone() })
}
