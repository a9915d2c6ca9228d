//! Putting right what came back: the dossier's own editors, on the question under the cursor.

use super::{Arrived, Differs};
use crate::app::answer::{Asking, Entry, Place};
use crate::app::chooser::Chooser;
use crate::app::desk::Sight;
use crate::app::dossier::offered_for;
use crate::app::listing::Listing as _;
use crate::domain::answering::shown;
use crate::domain::neutral::neutralise;
use crate::domain::questionnaire::AnswerKind;
use crate::domain::returned::Outcome;

/// How the answer to a question is put right.
#[derive(Debug, Clone)]
pub enum Editing {
    /// It is typed.
    Typed(Box<Entry>),
    /// It is chosen from a list.
    Chosen(Box<Chooser>),
    /// A number in it is masked that would be seen by that.
    Masked,
}

impl Arrived {
    /// The editor of the answer under the cursor: with what was understood of it, else with what was written.
    #[must_use]
    pub fn editor(&self, sight: Sight) -> Option<Editing> {
        // What the office decides is changed on the dossier's own screen.
        let (question, given) = self.question().filter(|(question, _)| !question.is_told())?;
        let file = self.file()?;
        let matched = file.matched()?;
        let one = matched.compared.questions.iter().find(|one| one.question == question.id)?;
        let understood = match &one.outcome {
            Outcome::New(value) | Outcome::Changed(value) => Some(value.as_str()),
            Outcome::Same | Outcome::StillMasked | Outcome::Emptied | Outcome::RowGone | Outcome::Told(_) => {
                one.known.as_ref().map(|known| known.value.as_str())
            }
            Outcome::NotUnderstood(_) => None,
        };
        let language = matched.language();
        if matches!(question.kind, AnswerKind::Choice | AnswerKind::YesNo) {
            let known = understood.or_else(|| one.known.as_ref().map(|known| known.value.as_str()));
            return Some(Editing::Chosen(Box::new(offered_for(question, given, (language, sight), known))));
        }
        let text = match (understood, question.kind) {
            (Some(value), AnswerKind::Date | AnswerKind::Amount | AnswerKind::Account) => shown(question, value, language),
            (Some(value), _) => value.to_owned(),
            (None, _) => given.to_owned(),
        };
        let asked = neutralise(question.text.get(language).unwrap_or(&question.id)).into_owned();
        let asking = Asking { question: question.clone(), text: asked, language, place: Place::Arrived };
        Some(Entry::of(asking, &text, sight).map_or(Editing::Masked, |entry| Editing::Typed(Box::new(entry))))
    }

    /// Takes what a person typed or chose as the answer to the question under the cursor; none leaves it as it was.
    pub fn type_answer(&mut self, value: Option<String>) {
        let (Some(shown), Some(item), Some(value)) = (self.shown, self.table().current(), value) else { return };
        let Some(file) = self.files.get_mut(shown) else { return };
        let Some(Differs::Question(place)) = file.differs.get(item as usize).cloned() else { return };
        let Ok(matched) = &mut file.arrival.found else { return };
        let Some(one) = matched.compared.questions.get_mut(place) else { return };
        one.outcome = if one.known.is_some() { Outcome::Changed(value) } else { Outcome::New(value) };
        file.typed.insert(one.question.clone());
        file.chosen.insert(one.question.clone());
        file.is_taken = true;
    }
}
