//! Which answers of one season are taken along into the next.
//!
//! What does not change by itself from year to year is taken along: the account number, the mandate, the
//! right one has on one's home. An accountant expects that neither the customer nor the office has to write it
//! again. What belongs to the year is not, however convenient it looks: an amount of last year in this year's
//! return is a wrong return. So an answer is taken along only where
//! - a colleague typed it or the customer returned it, or it was taken along itself before;
//! - the question exists in both questionnaires, with the same id and kind, and nothing else fills it in;
//! - it is a text, a choice or an account. Amounts and numbers are of a year; so are dates, which say when something of the
//!   year happened, yes and no, which say whether it did, and long texts, which tell about it;
//! - the question does not name a year: "Which … did you have in 2025?" asks about 2025.

use crate::domain::answering::adopted;
use crate::domain::dossier::{Answer, Dossier, Origin};
use crate::domain::language::Language;
use crate::domain::questionnaire::{AnswerKind, Question, Questionnaire};

/// The answers of the `last` dossier, asked by `asked` then, that stand as they are in the new one. They are
/// marked as of last season, in the order of the questions.
#[must_use]
pub fn carried(last: &Dossier, asked: &Questionnaire, questionnaire: &Questionnaire, known: &[Answer]) -> Vec<Answer> {
    let open = |question: &&Question| known.iter().all(|answer| answer.question != question.id);
    let questions = questionnaire.questions().filter(|question| is_stable(question)).filter(open);
    questions.filter_map(|question| taken_along(last, asked, question)).collect()
}

fn taken_along(last: &Dossier, asked: &Questionnaire, question: &Question) -> Option<Answer> {
    let answer = last.answer(&question.id)?;
    let before = asked.question(&question.id).filter(|before| is_same_kind(before.kind, question.kind) && is_stable(before))?;
    let is_given = match answer.origin {
        Origin::Typed | Origin::Returned | Origin::LastSeason => true,
        // Taken along into the last dossier itself, before that was told apart; what a field filled in is filled in from the field again.
        Origin::Stored => before.prefill.is_none(),
        Origin::Imported | Origin::Derived | Origin::Default => false,
    };
    let value = adopted(question, &answer.value).filter(|_| is_given)?;
    Some(Answer { question: question.id.clone(), value, origin: Origin::LastSeason })
}

/// An account was a text before there was a kind of its own for it.
fn is_same_kind(before: AnswerKind, now: AnswerKind) -> bool {
    before == now || (before, now) == (AnswerKind::Text, AnswerKind::Account)
}

/// Whether what is answered to a question holds for other years too.
fn is_stable(question: &Question) -> bool {
    let kind_lasts = match question.kind {
        AnswerKind::Text | AnswerKind::Choice | AnswerKind::Account => true,
        AnswerKind::LongText | AnswerKind::YesNo | AnswerKind::Date | AnswerKind::Amount | AnswerKind::Number => false,
    };
    kind_lasts && Language::ALL.into_iter().filter_map(|language| question.text.get(language)).all(|text| !names_a_year(text))
}

/// Whether a number from 1900 to 2099 stands in a text.
fn names_a_year(text: &str) -> bool {
    text.split(|sign: char| !sign.is_ascii_digit())
        .any(|digits| digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::questionnaire::{QuestionnaireId, built_in};

    #[test]
    fn of_the_built_in_checklist_only_lasting_facts_are_stable() {
        let catalogue = built_in();
        let questionnaire = catalogue.get(&QuestionnaireId("pit-2026".to_owned())).unwrap();
        let open = questionnaire.questions().filter(|question| question.prefill.is_none() && is_stable(question));
        let ids: Vec<&str> = open.map(|question| question.id.as_str()).collect();
        assert_eq!(ids, ["bank-account", "mandate", "disability", "child-disability", "own-home", "expenses-method"]);
    }

    #[test]
    fn a_year_is_four_digits_on_their_own() {
        for text in ["in 2025?", "(2024)", "1 januari 1999", "le 01/01/2026"] {
            assert!(names_a_year(text), "{text}");
        }
        for text in ["1 000 000 euro", "66 %", "20 255", "120250", "2 maal 025", "3366-29", ""] {
            assert!(!names_a_year(text), "{text}");
        }
    }
}
