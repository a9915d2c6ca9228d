//! What a form that came back says beside what is known, and taking it over.
//!
//! [`compare`] sets every question's given text beside the known answer: the same, new, changed, emptied, not
//! understood. Nothing is taken over by itself: [`take_over`] takes what was chosen. A text that is no answer
//! is kept aside in the dossier, word for word.

mod arrival;
mod offering;
mod reading;
mod taking;
#[cfg(test)]
mod tests;

pub use arrival::{Arrival, ArrivalFault, Matched, Refused};
pub use offering::{Offer, change_record, offers, undecided};
pub use reading::{NotUnderstood, typed};
pub use taking::take_over;

use std::collections::HashSet;

use super::dossier::{Answer, Dossier};
use super::fold::fold;
use super::form::{Asked, Given, Returned};
use super::language::Language;
use super::questionnaire::{Question, Questionnaire, QuestionnaireId};

/// What came of one question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// What is given is what is known, also where neither is anything.
    Same,
    /// A masked number came back as it went out: no answer, and no difference.
    StillMasked,
    /// Nothing was known; this is the answer, in the form in which answers are kept.
    New(String),
    /// Something else was known; this is the answer now.
    Changed(String),
    /// An answer was known, and the cell came back empty. The known one stays unless it is chosen.
    Emptied,
    /// The text is no answer to the question.
    NotUnderstood(NotUnderstood),
    /// The question shows what the office decided, and the customer wrote something else: told, and not taken over.
    Told(String),
    /// The question's row is no longer in the workbook; what is known stays.
    RowGone,
}

impl Outcome {
    /// Every outcome's word in `--json`. Stable.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::StillMasked => "still_masked",
            Self::New(_) => "new",
            Self::Changed(_) => "changed",
            Self::Emptied => "emptied",
            Self::NotUnderstood(_) => "not_understood",
            Self::Told(_) => "told",
            Self::RowGone => "row_gone",
        }
    }

    /// Whether it is understood and differs without emptying anything: what is taken over in one go.
    #[must_use]
    pub const fn is_answer(&self) -> bool {
        matches!(self, Self::New(_) | Self::Changed(_))
    }

    /// Whether a person has to know of it.
    #[must_use]
    pub const fn is_difference(&self) -> bool {
        !matches!(self, Self::Same | Self::StillMasked)
    }
}

/// Why the question of a row, or its answer, is not quite certain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Doubt {
    /// The mark of the row is gone: it is known by its number alone.
    ByNumber,
    /// A date of which only the number of days was left.
    CountedDate,
}

/// One question of the questionnaire, what is known and what came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Id of the question.
    pub question: String,
    /// The known answer.
    pub known: Option<Answer>,
    /// What is given, with its cell; none where the row is gone.
    pub given: Option<Given>,
    /// What came of it.
    pub outcome: Outcome,
    /// Why the row may be another question's, or the answer another, if so.
    pub doubt: Option<Doubt>,
    /// The text word for word, where a yes or a no came with more: "ja, bij Revolut".
    pub remark: Option<String>,
}

impl Difference {
    /// Whether a person has to know of it.
    #[must_use]
    pub const fn is_told(&self) -> bool {
        self.outcome.is_difference() || self.remark.is_some()
    }
}

/// A form beside what is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compared {
    /// Every question, in the order of the questionnaire.
    pub questions: Vec<Difference>,
    /// Texts whose question the questionnaire does not ask, or that stand beside or between the questions.
    pub strange: Vec<Given>,
}

/// The form was made of another questionnaire than the dossier's.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the form is of {found}, the dossier of {wanted}")]
pub struct OtherQuestionnaire {
    /// The form's.
    pub found: QuestionnaireId,
    /// The dossier's.
    pub wanted: QuestionnaireId,
}

/// Sets a form beside what its dossier knows.
///
/// # Errors
/// [`OtherQuestionnaire`] where the form says that it was made of another one.
pub fn compare(questionnaire: &Questionnaire, dossier: &Dossier, returned: &Returned) -> Result<Compared, OtherQuestionnaire> {
    if let Some(found) = returned.questionnaire.as_ref().filter(|found| **found != dossier.questionnaire) {
        return Err(OtherQuestionnaire { found: found.clone(), wanted: dossier.questionnaire.clone() });
    }
    let one = |(number, question): (usize, &Question)| difference(question, number, dossier.answer(&question.id), returned);
    let (asked, titles) = (questionnaire.questions().count(), titles(questionnaire));
    let is_strange = |given: &&Given| match &given.asked {
        Asked::Id(id) => questionnaire.question(id).is_none(),
        Asked::Number(number) => *number > asked,
        Asked::Nothing => !titles.contains(&fold(&given.text)),
    };
    let strange = returned.given.iter().filter(is_strange).filter(|given| !given.text.trim().is_empty());
    Ok(Compared { questions: (1..).zip(questionnaire.questions()).map(one).collect(), strange: strange.cloned().collect() })
}

/// The titles of the questionnaire and its sections in every language, folded.
fn titles(questionnaire: &Questionnaire) -> HashSet<String> {
    let titles = std::iter::once(&questionnaire.title).chain(questionnaire.sections.iter().map(|section| &section.title));
    titles.flat_map(|title| Language::ALL.into_iter().filter_map(|language| title.get(language))).map(fold).collect()
}

fn difference(question: &Question, number: usize, known: Option<&Answer>, returned: &Returned) -> Difference {
    let is_marked = |given: &&Given| matches!(&given.asked, Asked::Id(id) if *id == question.id);
    let marked: Vec<&Given> = returned.given.iter().filter(is_marked).collect();
    let numbered = || returned.given.iter().filter(|given| given.asked == Asked::Number(number)).collect();
    let (given, doubt): (Vec<&Given>, _) = if marked.is_empty() { (numbered(), Some(Doubt::ByNumber)) } else { (marked, None) };
    let (given, outcome) = match one_of(question, &given) {
        None => (None, Outcome::RowGone),
        Some(Err(first)) => (Some(first), Outcome::NotUnderstood(NotUnderstood::Twice)),
        Some(Ok(given)) => (Some(given), reading::outcome(question, known, given)),
    };
    let outcome = if outcome == Outcome::RowGone && known.is_none() { Outcome::Same } else { outcome };
    let counted = || given.filter(|given| reading::is_counted(question, given)).map(|_| Doubt::CountedDate);
    let doubt = doubt.filter(|_| given.is_some()).or_else(counted);
    let remark = given.and_then(|given| reading::remark(question, given));
    Difference { question: question.id.clone(), known: known.cloned(), given: given.cloned(), outcome, doubt, remark }
}

/// The row that counts where a row was copied: the filled one. Two that say different things are an error.
fn one_of<'a>(question: &Question, given: &[&'a Given]) -> Option<Result<&'a Given, &'a Given>> {
    let first = given.first()?;
    let mut filled = given.iter().filter(|given| !given.text.trim().is_empty());
    let Some(one) = filled.next() else { return Some(Ok(first)) };
    let same = |other: &&Given| reading::understood(question, other) == reading::understood(question, one);
    Some(if filled.all(same) { Ok(one) } else { Err(one) })
}

impl Compared {
    /// The differences that a person has to know of.
    pub fn differences(&self) -> impl Iterator<Item = &Difference> {
        self.questions.iter().filter(|one| one.is_told())
    }

    /// How many questions came out so.
    #[must_use]
    pub fn count(&self, is: impl Fn(&Outcome) -> bool) -> usize {
        self.questions.iter().filter(|one| is(&one.outcome)).count()
    }

    /// Whether something in the form could not be read: texts that are no answers, and rows of no question.
    #[must_use]
    pub fn is_unclear(&self) -> bool {
        !self.strange.is_empty() || self.questions.iter().any(|one| matches!(one.outcome, Outcome::NotUnderstood(_)))
    }
}
