//! One's own changes held against what somebody else stored meanwhile.

use std::collections::BTreeSet;

use super::{Completion, Matter, Part};
use crate::domain::dossier::{Answer, Aside, Dossier, Settlement};
use crate::domain::questionnaire::Questionnaire;

/// A change of one's own that somebody else was before with another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// What it is about.
    pub about: Matter,
    /// The dossier as one had it.
    pub mine: Box<Dossier>,
}

impl Clash {
    /// The answer that one had given, where the clash is about one.
    #[must_use]
    pub fn answer(&self) -> Option<&Answer> {
        match &self.about {
            Matter::Answer(question) => self.mine.answer(question),
            _ => None,
        }
    }
}

impl Completion {
    /// Goes on from a dossier that somebody else stored. One's own changes are made again where it still holds
    /// what was seen, each as a step; those that are not come back. A change that the other made as well
    /// is neither. `moved` are the questions about which the customer's record does not say any more what was seen.
    pub fn rebase(&mut self, theirs: Dossier, questionnaires: &[Questionnaire], moved: &BTreeSet<String>) -> Vec<Clash> {
        let (base, mine) = (self.base.clone(), self.now.clone());
        let matters = self.changes();
        *self = Self::new(theirs);
        let mut clashes = Vec::new();
        for about in matters {
            if about == Matter::Aside {
                // Each text by itself: what the other left of those that one dealt with goes.
                let dealt_with = |aside: &Aside| base.course.aside.contains(aside) && !mine.course.aside.contains(aside);
                let parts = self.without_aside(dealt_with);
                self.make(about, parts.into_iter().collect());
                continue;
            }
            let (seen, wanted) = (told(&about, &base), told(&about, &mine));
            let stored = told(&about, &self.base);
            if stored == wanted {
                continue;
            }
            let has_moved = matches!(&about, Matter::Record(question) if moved.contains(question));
            if stored == seen && !has_moved && self.take_over(&about, &mine, questionnaires) {
                continue;
            }
            clashes.push(Clash { about, mine: Box::new(mine.clone()) });
        }
        clashes
    }

    /// Makes a change as it was made before. False where it has no place any more.
    fn take_over(&mut self, about: &Matter, mine: &Dossier, questionnaires: &[Questionnaire]) -> bool {
        let of = |dossier: &Dossier| questionnaires.iter().find(|known| known.id == dossier.questionnaire);
        match about {
            Matter::Questionnaire => match of(mine) {
                // What one answered comes behind, answer by answer.
                Some(questionnaire) => self.questionnaire(questionnaire, Vec::new()),
                None => false,
            },
            Matter::Language => {
                let questionnaire = of(&self.now).filter(|questionnaire| questionnaire.languages.contains(&mine.language));
                questionnaire.is_some() && self.make(about.clone(), vec![Part::Language(mine.language)])
            }
            Matter::Deadline => self.make(about.clone(), vec![Part::Deadline(mine.deadline, mine.deadline_origin)]),
            Matter::Invitation => self.invitation(mine.invitation_wanted),
            Matter::Status => self.make(about.clone(), vec![Part::Status(mine.status)]),
            // Made again text by text.
            Matter::Aside => false,
            Matter::Record(question) => {
                let Some(decided) = mine.course.settled.iter().find(|one| one.question == *question) else { return false };
                let still_says = self.base.answer(question).is_some_and(|answer| answer.value == decided.answer);
                let part = self.settled_with(decided.clone());
                still_says && self.make(about.clone(), vec![part])
            }
            Matter::Answer(question) => {
                let Some(questionnaire) = of(&self.now) else { return false };
                let answer = mine.answer(question).cloned();
                let has_place = answer.is_none() || questionnaire.question(question).is_some();
                if self.now.answer(question).map(|answer| &answer.value) == answer.as_ref().map(|answer| &answer.value) {
                    return true;
                }
                let mut parts = vec![];
                if answer.is_some() {
                    parts.extend(self.without_aside(|aside| aside.question == *question && !mine.course.aside.contains(aside)));
                }
                parts.push(self.answer_part(questionnaire, question, answer));
                has_place && self.make(about.clone(), parts)
            }
        }
    }
}

/// What a dossier says about a matter, to be compared.
fn told(about: &Matter, dossier: &Dossier) -> Option<String> {
    match about {
        Matter::Questionnaire => Some(dossier.questionnaire.0.clone()),
        Matter::Language => Some(dossier.language.code().to_owned()),
        Matter::Deadline => Some(dossier.deadline.to_string()),
        Matter::Invitation => Some(dossier.invitation_wanted.to_string()),
        Matter::Status => Some(dossier.status.word().to_owned()),
        Matter::Aside => None,
        Matter::Answer(question) => dossier.answer(question).map(|answer| answer.value.clone()),
        Matter::Record(question) => {
            let decided = dossier.course.settled.iter().find(|one| one.question == *question);
            decided.map(|one| format!("{} {}", one.how == Settlement::TakenOver, one.answer))
        }
    }
}
