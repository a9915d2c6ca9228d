//! The questionnaires that the program brings along, and the task flows that a new store begins with.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{Catalogue, Questionnaire, QuestionnaireFault, QuestionnaireId, Written, settled};
use crate::domain::late::Late;
use crate::domain::task_flow::TaskFlow;

macro_rules! asset {
    ($name:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/questionnaires/", $name, ".toml"))
    };
}

/// The newest year first; within a year the one that most customers get.
const FILES: [&str; 4] = [asset!("pit-2026"), asset!("self-employed-2026"), asset!("pit-2025"), asset!("self-employed-2025")];

/// The catalogue of the questionnaires that the program brings along. They are read when it is first asked of; that they can be is
/// held by a test, for they are part of the program.
#[must_use]
pub fn built_in() -> Catalogue {
    Catalogue(Late::new(|| read(&FILES).unwrap_or_default()))
}

/// The questionnaires of these files, in their order; of the first that cannot be used, why.
fn read(files: &[&str]) -> Result<Vec<Questionnaire>, QuestionnaireFault> {
    let written = files.iter().map(|text| Written::parse(text)).collect::<Result<Vec<_>, _>>()?;
    settled(&written, &Catalogue::default()).into_iter().collect()
}

impl Catalogue {
    /// The task flows that a new store begins with: personal income tax for each assessment year that
    /// has questionnaires, the newest first, its questionnaires in the order of the catalogue.
    #[must_use]
    pub fn founding_flows(&self) -> Vec<TaskFlow> {
        let mut years: BTreeMap<Reverse<i16>, Vec<QuestionnaireId>> = BTreeMap::new();
        for questionnaire in self.iter() {
            years.entry(Reverse(questionnaire.assessment_year)).or_default().push(questionnaire.id.clone());
        }
        years.into_iter().map(|(Reverse(year), ids)| TaskFlow::personal_income_tax(year, ids)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_that_the_program_brings_along_can_be_used() {
        assert_eq!(read(&FILES).map(|all| all.len()), Ok(FILES.len()));
        assert_eq!(read(&["format = 7\n"]).map_err(|fault| fault.line), Err(Some(1)));
    }

    #[test]
    fn a_new_store_begins_with_a_flow_for_each_year_newest_first() {
        let flows = built_in().founding_flows();
        let read: Vec<_> =
            flows.iter().map(|flow| (flow.id.0.as_str(), flow.questionnaires.iter().map(|id| id.0.as_str()).collect())).collect();
        let expected: [(&str, Vec<&str>); 2] =
            [("pit-2026", vec!["pit-2026", "self-employed-2026"]), ("pit-2025", vec!["pit-2025", "self-employed-2025"])];
        assert_eq!(read, expected);
        assert_eq!(Catalogue::default().founding_flows(), []);
    }

    #[test]
    fn the_order_of_the_catalogue_does_not_decide_the_order_of_the_years() {
        let mut questionnaires: Vec<_> = built_in().iter().cloned().collect();
        questionnaires.reverse();
        let flows = Catalogue::new(questionnaires).founding_flows();
        assert_eq!(flows.iter().map(|flow| flow.assessment_year).collect::<Vec<_>>(), [2026, 2025]);
        assert_eq!(flows[0].questionnaires[0].0, "self-employed-2026");
    }
}
