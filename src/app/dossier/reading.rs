//! How answers and the dossier's own matters read to a person, national numbers masked unless asked for.

use super::Binder;
use crate::app::desk::Sight;
use crate::domain::answering::shown;
use crate::domain::completion::Matter;
use crate::domain::dossier::{Answer, Aside, Dossier, Origin};
use crate::domain::field::Field;
use crate::domain::language::Language;
use crate::domain::neutral::neutralise;
use crate::domain::questionnaire::{AnswerKind, Prefill, Question};

/// Whether a question asks for a national number.
pub(super) fn masks(question: &Question) -> bool {
    matches!(question.prefill, Some(Prefill::Field(field)) if field.is_national_number())
}

impl Binder {
    /// How an answer to a question reads.
    #[must_use]
    pub fn reads(&self, question: &Question, answer: &Answer, sight: Sight) -> String {
        self.reads_in(question, answer, self.language(sight.language), sight)
    }

    /// Made harmless here, line by line: only so are lines broken where they are seen to end.
    fn reads_in(&self, question: &Question, answer: &Answer, language: Language, sight: Sight) -> String {
        let words = &sight.words().dossier;
        let text = match (question.kind, answer.value.as_str()) {
            (AnswerKind::YesNo, "yes") => words.yes.to_owned(),
            (AnswerKind::YesNo, "no") => words.no.to_owned(),
            (_, kept) if masks(question) => match answer.origin {
                // What was typed may be anything: what is no national number is hidden whole.
                Origin::Typed | Origin::Returned | Origin::LastSeason => sight.edited(Field::NationalNumber, kept),
                Origin::Imported | Origin::Derived | Origin::Default | Origin::Stored => sight.value(Field::NationalNumber, kept),
            },
            (_, kept) => shown(question, &sight.typed(Some(question), kept), language),
        };
        text.split('\n').map(neutralise).collect::<Vec<_>>().join("\n")
    }

    /// A text that came back and is no answer, as it reads.
    #[must_use]
    pub fn reads_aside(&self, aside: &Aside, sight: Sight) -> String {
        let question = self.questionnaire().and_then(|list| list.question(&aside.question));
        let text = match question {
            // Whatever it is, it was meant to be a number.
            Some(question) if masks(question) => sight.written_as_number(&aside.text),
            _ => sight.text(&aside.text),
        };
        text.split('\n').map(neutralise).collect::<Vec<_>>().join("\n")
    }

    /// The question that such a text was given to, or where else it stood.
    #[must_use]
    pub fn asked_aside(&self, aside: &Aside, sight: Sight) -> String {
        match self.questionnaire().and_then(|list| list.question(&aside.question)) {
            Some(question) => self.asks(question, sight),
            None => (sight.words().dossier.beside)(&neutralise(&aside.question)),
        }
    }

    /// What a matter is called: the question as it is asked, or a name.
    #[must_use]
    pub fn named(&self, matter: &Matter, sight: Sight) -> String {
        match matter {
            Matter::Answer(id) => {
                let lists = &self.opened.questionnaires;
                let question = self.questionnaire().into_iter().chain(lists).find_map(|list| list.question(id));
                question.map_or_else(|| id.clone(), |question| self.asks(question, sight))
            }
            own => (sight.words().dossier.matter)(own).to_owned(),
        }
    }

    /// A question as it is asked in the language that is read now.
    #[must_use]
    pub fn asks(&self, question: &Question, sight: Sight) -> String {
        question.text.get(self.language(sight.language)).unwrap_or(&question.id).to_owned()
    }

    /// What a dossier says about a matter.
    #[must_use]
    pub fn says(&self, dossier: &Dossier, matter: &Matter, sight: Sight) -> String {
        let words = &sight.words().dossier;
        match matter {
            Matter::Questionnaire => self.title_of(dossier, sight),
            Matter::Language => (sight.words().language)(dossier.language).to_owned(),
            Matter::Deadline => {
                let date = dossier.deadline.strftime("%d/%m/%Y").to_string();
                if dossier.deadline_origin == Origin::Default { (words.by_default)(&date) } else { date }
            }
            Matter::Invitation => if dossier.invitation_wanted { words.wanted } else { words.not_wanted }.to_owned(),
            Matter::Status => (sight.words().register.status)(dossier.status).to_owned(),
            Matter::Aside => (words.asides)(dossier.course.aside.len()),
            Matter::Answer(id) => {
                let lists = &self.opened.questionnaires;
                let question = self.questionnaire().into_iter().chain(lists).find_map(|list| list.question(id));
                match (question, dossier.answer(id)) {
                    (_, None) => words.no_answer.to_owned(),
                    (Some(question), Some(answer)) => self.reads(question, answer, sight),
                    (None, Some(answer)) => neutralise(&sight.typed(None, &answer.value)).into_owned(),
                }
            }
        }
    }

    /// What the list of questions of a dossier is called.
    #[must_use]
    pub fn title_of(&self, dossier: &Dossier, sight: Sight) -> String {
        let list = self.opened.questionnaires.iter().find(|list| list.id == dossier.questionnaire);
        let title = list.and_then(|list| list.title.get(self.language(sight.language)));
        title.unwrap_or(&dossier.questionnaire.0).to_owned()
    }
}
