//! How answers and the dossier's own matters read to a person, national numbers masked unless asked for.

use super::Binder;
use super::record::of_record;
use crate::app::desk::Sight;
use crate::domain::completion::Matter;
use crate::domain::dossier::{Answer, Aside, Dossier, Origin};
use crate::domain::neutral::{neutralise, neutralise_lines};
use crate::domain::questionnaire::Question;

impl Binder {
    /// How an answer to a question reads.
    #[must_use]
    pub fn reads(&self, question: &Question, answer: &Answer, sight: Sight) -> String {
        sight.answer(Some(question), &answer.value, self.language(sight.language))
    }

    /// A text that came back and is no answer, as it reads.
    #[must_use]
    pub fn reads_aside(&self, aside: &Aside, sight: Sight) -> String {
        let question = self.questionnaire().and_then(|list| list.question(&aside.question));
        neutralise_lines(&sight.typed(question, &aside.text)).into_owned()
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
            Matter::Record(question) => match self.offer(question) {
                Some(offer) => (sight.words().arrived.record)(of_record(offer.about, sight)),
                None => self.named(&Matter::Answer(question.clone()), sight),
            },
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
            Matter::Record(question) => self.says_of_record(dossier, question, sight),
            Matter::Answer(id) => {
                let lists = &self.opened.questionnaires;
                let question = self.questionnaire().into_iter().chain(lists).find_map(|list| list.question(id));
                let reads = |answer: &Answer| sight.answer(question, &answer.value, self.language(sight.language));
                dossier.answer(id).map_or_else(|| words.no_answer.to_owned(), reads)
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
