//! The parts of a dossier that change, each with its inverse.

use jiff::civil::Date;

use crate::domain::dossier::{Answer, Aside, Dossier, Origin, Settled, Status};
use crate::domain::field::Field;
use crate::domain::language::Language;
use crate::domain::questionnaire::{Prefill, Questionnaire, QuestionnaireId};

/// A part of a dossier as it is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// The answer to a question, or none.
    Answer {
        /// The question.
        question: String,
        /// Its place among the answers, where it is not among them yet.
        at: usize,
        /// The answer.
        answer: Option<Answer>,
    },
    /// The last day to file, and where it came from.
    Deadline(Date, Origin),
    /// The language in which the questionnaire goes out.
    Language(Language),
    /// The list of questions with all answers.
    Questionnaire(QuestionnaireId, Vec<Answer>),
    /// Whether an invitation mail is wanted.
    Invitation(bool),
    /// How far it is.
    Status(Status),
    /// The texts that came back and are no answers.
    Aside(Vec<Aside>),
    /// What was decided about answers of which the customer's own record says otherwise.
    Settled(Vec<Settled>),
}

impl Part {
    /// Puts the part in place, and gives the one that was there.
    #[must_use]
    pub fn put(self, dossier: &mut Dossier) -> Self {
        match self {
            Self::Answer { question, at, answer } => {
                let answers = &mut dossier.answers;
                let place = answers.iter().position(|known| known.question == question);
                let (at, before) = match place {
                    Some(place) => (place, Some(answers.remove(place))),
                    None => (at.min(answers.len()), None),
                };
                if let Some(answer) = answer {
                    answers.insert(at, answer);
                }
                Self::Answer { question, at, answer: before }
            }
            Self::Deadline(date, origin) => {
                let before = std::mem::replace(&mut dossier.deadline, date);
                Self::Deadline(before, std::mem::replace(&mut dossier.deadline_origin, origin))
            }
            Self::Language(language) => Self::Language(std::mem::replace(&mut dossier.language, language)),
            Self::Questionnaire(id, answers) => {
                let before = std::mem::replace(&mut dossier.questionnaire, id);
                Self::Questionnaire(before, std::mem::replace(&mut dossier.answers, answers))
            }
            Self::Invitation(wanted) => Self::Invitation(std::mem::replace(&mut dossier.invitation_wanted, wanted)),
            Self::Status(status) => Self::Status(std::mem::replace(&mut dossier.status, status)),
            Self::Aside(aside) => Self::Aside(std::mem::replace(&mut dossier.course.aside, aside)),
            Self::Settled(settled) => Self::Settled(std::mem::replace(&mut dossier.course.settled, settled)),
        }
    }
}

/// Where the answer to a question stands among others: in the order of the questionnaire.
pub(super) fn place_of(questionnaire: &Questionnaire, answers: &[Answer], question: &str) -> usize {
    let rank = |id: &str| questionnaire.questions().position(|known| known.id == id).unwrap_or(usize::MAX);
    let own = rank(question);
    answers.iter().position(|answer| rank(&answer.question) > own).unwrap_or(answers.len())
}

/// The questions that ask for a matter of the dossier itself.
pub(super) fn mirrors(questionnaire: &Questionnaire, field: Field) -> Vec<&str> {
    let asks = |prefill: Option<Prefill>| prefill == Some(Prefill::Field(field));
    questionnaire.questions().filter(|question| asks(question.prefill)).map(|question| question.id.as_str()).collect()
}
