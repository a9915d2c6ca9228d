//! Taking over what was chosen.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::{Compared, Outcome};
use crate::domain::dossier::{Answer, Aside, Dossier, Origin, Status};
use crate::domain::form::{Asked, Given};
use crate::domain::questionnaire::Questionnaire;

/// The dossier with the chosen questions' answers taken over, the customer's own from then on: the new and
/// changed ones, and the emptied ones, whose answers go. What was not understood is kept aside word for
/// word, and so is a remark behind a yes or a no, and what the customer wrote where the office decides; an earlier
/// text aside about a question that is answered now goes. The dossier is answered, since
/// now; a closed one stays closed.
#[must_use]
pub fn take_over(
    questionnaire: &Questionnaire,
    dossier: &Dossier,
    compared: &Compared,
    chosen: &BTreeSet<String>,
    now: Timestamp,
) -> Dossier {
    let mut after = dossier.clone();
    let mut aside: Vec<Aside> = dossier.course.aside.clone();
    for one in &compared.questions {
        match &one.outcome {
            Outcome::New(value) | Outcome::Changed(value) if chosen.contains(&one.question) => {
                let answer = Answer { question: one.question.clone(), value: value.clone(), origin: Origin::Returned };
                match after.answers.iter_mut().find(|known| known.question == one.question) {
                    Some(known) => *known = answer,
                    None => after.answers.push(answer),
                }
                aside.retain(|earlier| earlier.question != one.question);
            }
            Outcome::Emptied if chosen.contains(&one.question) => {
                after.answers.retain(|known| known.question != one.question);
                aside.retain(|earlier| earlier.question != one.question);
            }
            Outcome::NotUnderstood(_) | Outcome::Told(_) => {
                if let Some(given) = &one.given {
                    keep_aside(&mut aside, &one.question, given);
                }
            }
            Outcome::New(_) | Outcome::Changed(_) | Outcome::Emptied | Outcome::Same | Outcome::StillMasked | Outcome::RowGone => {}
        }
        if let (Some(given), true) = (&one.given, one.remark.is_some()) {
            keep_aside(&mut aside, &one.question, given);
        }
    }
    for given in &compared.strange {
        let question = match &given.asked {
            Asked::Id(id) => id.clone(),
            Asked::Number(number) => number.to_string(),
            Asked::Nothing => given.place.to_string(),
        };
        keep_aside(&mut aside, &question, given);
    }
    questionnaire.put_in_order(&mut after.answers);
    after.course.aside = aside;
    if after.status != Status::Closed && after.status != Status::Answered {
        after.status = Status::Answered;
        after.course.since = Some(now);
    }
    if after != *dossier || dossier.course.answered.is_none() {
        after.course.answered = Some(now);
    }
    after
}

/// Keeps a text aside, behind what is there already about its question; the same one not twice.
fn keep_aside(aside: &mut Vec<Aside>, question: &str, given: &Given) {
    let text = given.text.clone();
    if aside.iter().any(|earlier| earlier.question == question && earlier.text == text) {
        return;
    }
    aside.push(Aside { question: question.to_owned(), text });
}
