//! Questionnaires of the office's own beside those that the program brings along.

use super::{Catalogue, Questionnaire, QuestionnaireFault};

/// Why a file of the office's own is not used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// Its content is no questionnaire.
    Content(QuestionnaireFault),
    /// It has more bytes than any questionnaire.
    TooLarge {
        /// The most that are read.
        cap: u64,
    },
    /// It is no text in UTF-8.
    NotText,
    /// It is no regular file, or it lies outside the folder.
    NotAFile,
    /// There are more files in the folder than are read.
    TooMany {
        /// The most that are read.
        cap: usize,
    },
    /// Another file, which comes first by its name, has the same id.
    GivenBefore {
        /// Its name, neutralised.
        earlier: String,
    },
    /// The system could not read it.
    OutOfReach {
        /// What the system says.
        detail: String,
    },
}

/// A file of the office's own that is not used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unused {
    /// Name of the file, or the folder where that cannot be read; neutralised.
    pub file: String,
    /// Why.
    pub why: Why,
}

impl Catalogue {
    /// This catalogue with the office's own: one whose id is here already takes its place, the others come
    /// behind, in their order.
    #[must_use]
    pub fn with_own(self, own: Vec<Questionnaire>) -> Self {
        if own.is_empty() {
            return self;
        }
        let mut all = self.0.to_vec();
        for one in own {
            match all.iter_mut().find(|known| known.id == one.id) {
                Some(known) => *known = one,
                None => all.push(one),
            }
        }
        Self::new(all)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::questionnaire::{QuestionnaireId, built_in};

    #[test]
    fn an_own_questionnaire_takes_the_place_of_the_one_of_its_name_or_comes_behind() {
        let catalogue = built_in();
        let ids = |catalogue: &Catalogue| catalogue.iter().map(|one| one.id.0.clone()).collect::<Vec<_>>();
        let before = ids(&catalogue);
        let mut changed = catalogue.get(&QuestionnaireId("pit-2026".into())).unwrap().clone();
        changed.sections.truncate(1);
        let own = Questionnaire { id: QuestionnaireId("farmers-2026".into()), ..changed.clone() };
        let after = catalogue.with_own(vec![own, changed]);
        assert_eq!(ids(&after), [before, vec!["farmers-2026".to_owned()]].concat());
        assert_eq!(after.get(&QuestionnaireId("pit-2026".into())).unwrap().sections.len(), 1);
        let flows = after.founding_flows();
        let flow = flows.iter().find(|flow| flow.assessment_year == 2026).unwrap();
        assert!(flow.questionnaires.iter().any(|id| id.0 == "farmers-2026"));
    }
}
