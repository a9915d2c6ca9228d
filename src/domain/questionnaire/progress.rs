//! How far the answers to a questionnaire are, section by section.

use std::collections::BTreeSet;

use super::{Questionnaire, Section};
use crate::domain::dossier::Answer;

/// How far one section is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SectionProgress {
    /// Place of the section in the questionnaire, counted from 0.
    pub section: usize,
    /// Questions of the section that have an answer.
    pub answered: usize,
    /// Questions of the section.
    pub asked: usize,
}

/// How far each section is, in the order of the questionnaire. An answer of white space alone is none;
/// one to a question that the questionnaire does not ask is not counted, one given twice counts once.
#[must_use]
pub fn progress(questionnaire: &Questionnaire, answers: &[Answer]) -> Vec<SectionProgress> {
    let answered: BTreeSet<&str> =
        answers.iter().filter(|answer| !answer.value.trim().is_empty()).map(|answer| answer.question.as_str()).collect();
    let of = |(section, entries): (usize, &Section)| SectionProgress {
        section,
        answered: entries.questions.iter().filter(|question| answered.contains(question.id.as_str())).count(),
        asked: entries.questions.len(),
    };
    questionnaire.sections.iter().enumerate().map(of).collect()
}

/// Questions answered and asked in all of these sections.
#[must_use]
pub fn in_all(sections: &[SectionProgress]) -> (usize, usize) {
    sections.iter().fold((0, 0), |(answered, asked), section| (answered + section.answered, asked + section.asked))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::dossier::Origin;
    use crate::domain::questionnaire::{QuestionnaireId, built_in};

    fn answer(question: &str, value: &str) -> Answer {
        Answer { question: question.into(), value: value.into(), origin: Origin::Imported }
    }

    #[test]
    fn each_section_counts_its_own_answers_once() {
        let catalogue = built_in();
        let questionnaire = catalogue.get(&QuestionnaireId("pit-2026".into())).unwrap();
        let ids: Vec<_> = questionnaire.sections[1].questions.iter().map(|question| question.id.as_str()).collect();
        let answers = [answer(ids[0], "x"), answer(ids[0], "y"), answer(ids[1], " \u{a0}\n"), answer("asked-nowhere", "x")];
        let progress = progress(questionnaire, &answers);
        assert_eq!(progress.len(), questionnaire.sections.len());
        assert!(progress.iter().enumerate().all(|(index, part)| part.section == index));
        assert_eq!(progress.iter().map(|part| part.answered).sum::<usize>(), 1);
        assert_eq!(progress[1], SectionProgress { section: 1, answered: 1, asked: ids.len() });
        assert_eq!(in_all(&progress), (1, questionnaire.questions().count()));
    }

    #[test]
    fn everything_answered_is_all_that_is_asked() {
        for questionnaire in built_in().iter() {
            let answers: Vec<_> = questionnaire.questions().map(|question| answer(&question.id, "x")).collect();
            let progress = progress(questionnaire, &answers);
            assert!(progress.iter().all(|part| part.answered == part.asked && part.asked > 0));
            let (answered, asked) = in_all(&progress);
            assert_eq!((answered, asked), (answers.len(), answers.len()));
            assert_eq!(in_all(&super::progress(questionnaire, &[])), (0, asked));
        }
    }
}
