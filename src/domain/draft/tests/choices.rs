//! What is chosen for the whole import, and what it asks of the rows.

use super::scene::{
    AN, BO, CY, GERMAN, Scene, account, buckets, choose, flow, has_error, numbered, person, questionnaire, rules, selected, stored,
};
use crate::domain::draft::Bucket::{Duplicates, Invalid, OnlyInImport};
use crate::domain::draft::Refusal;
use crate::domain::field::Field;
use crate::domain::finding::Rule;
use crate::domain::language::Language;
use crate::domain::sheet::CellKind;

#[test]
fn the_newest_task_flow_is_chosen_to_begin_with_and_nothing_else() {
    let draft = Scene::new().open();
    assert_eq!(draft.flow().map(|flow| flow.assessment_year), Some(2026));
    assert_eq!((draft.choices().language, &draft.choices().questionnaire), (None, &None));
    let offered: Vec<&str> = draft.questionnaires_on_offer().map(|questionnaire| questionnaire.id.0.as_str()).collect();
    assert_eq!(offered, [GERMAN, "pit-2026", "self-employed-2026"]);
}

#[test]
fn a_language_that_the_questionnaire_has_not_is_its_own_error() {
    let speaking = |word| person("An", "Peeters", "an@example.be", &[(Field::Language, word)]);
    let scene = Scene::new().row(&speaking("Deutsch")).row(&numbered("Bo", BO, "")).row(&{
        let mut dutch = numbered("Cy", CY, "");
        dutch.push((Field::Language, "dutch", CellKind::Text));
        dutch
    });
    let mut draft = scene.open();
    assert_eq!(buckets(&draft), [OnlyInImport; 3], "one questionnaire on offer exists in German");
    choose(&mut draft, Language::Dutch, "pit-2026");
    assert_eq!(buckets(&draft), [Invalid, OnlyInImport, OnlyInImport]);
    assert_eq!(rules(&draft, 0), [(Rule::LanguageNotOffered, None)]);
    choose(&mut draft, Language::French, GERMAN);
    assert_eq!(buckets(&draft), [OnlyInImport, OnlyInImport, Invalid]);
    assert_eq!(rules(&draft, 2), [(Rule::LanguageNotOffered, None)]);
    assert_eq!(account(&draft, 2).findings[0].value, "dutch");
    let last_year = draft.choosing_flow(&flow(2025));
    draft.decide(last_year);
    assert_eq!(buckets(&draft), [Invalid, OnlyInImport, OnlyInImport], "no questionnaire of 2025 exists in German");
    let unknown = Scene::new().row(&speaking("klingon")).open();
    assert_eq!(rules(&unknown, 0), [(Rule::LanguageUnknown, None)]);
}

#[test]
fn a_deadline_lies_in_the_assessment_year_of_the_chosen_flow_or_later() {
    let until = |text, kind| {
        let mut row = numbered("An", AN, "");
        row.push((Field::Deadline, text, kind));
        row
    };
    for (text, kind, valid_2026, valid_2025) in [
        ("15/07/2026", CellKind::Text, true, true),
        ("2025-12-31", CellKind::Date, false, true),
        ("31/12/2024", CellKind::Text, false, false),
        ("0000-01-01", CellKind::Date, false, false),
        ("2027-01-01", CellKind::Text, true, true),
    ] {
        let mut draft = Scene::new().row(&until(text, kind)).open();
        for (year, valid) in [(2026, valid_2026), (2025, valid_2025), (2026, valid_2026)] {
            let step = draft.choosing_flow(&flow(year));
            draft.decide(step);
            assert_eq!(buckets(&draft), [if valid { OnlyInImport } else { Invalid }], "{text} in {year}");
            assert_eq!(has_error(&account(&draft, 0)), !valid, "{text} in {year}");
        }
    }
}

#[test]
fn choosing_a_flow_drops_a_questionnaire_that_it_does_not_offer_in_one_step() {
    let mut draft = Scene::new().row(&numbered("An", AN, "")).chosen();
    assert_eq!(draft.choosing_flow(&flow(2026)).decisions, []);
    let step = draft.choosing_flow(&flow(2025));
    draft.decide(step);
    assert_eq!((draft.choices().flow.clone(), draft.choices().questionnaire.clone()), (Some(flow(2025)), None));
    assert_eq!(draft.refusal(), Some(Refusal::NoQuestionnaire));
    assert!(draft.undo().is_some());
    assert_eq!(draft.choices().flow, Some(flow(2026)));
    assert_eq!(draft.choices().questionnaire, Some(questionnaire("pit-2026")));
    assert_eq!(draft.refusal(), None);
}

#[test]
fn the_flow_says_which_duplicates_have_a_dossier() {
    let mut draft = Scene::new().row(&numbered("An", AN, "")).linked(&stored(&numbered("An", AN, "")), &[2025]).chosen();
    assert_eq!((buckets(&draft), selected(&draft)), (vec![Duplicates], vec![0]));
    let step = draft.choosing_flow(&flow(2025));
    draft.decide(step);
    assert_eq!((buckets(&draft), selected(&draft)), (vec![Duplicates], vec![]));
    assert_eq!(draft.counts().selected, 0);
}

#[test]
fn nothing_is_committed_before_everything_is_chosen() {
    let mut draft = Scene::new().row(&numbered("An", AN, "")).open();
    assert_eq!(draft.refusal(), Some(Refusal::NoLanguage));
    draft.decide(draft.choosing_language(Language::German));
    assert_eq!(draft.refusal(), Some(Refusal::NoQuestionnaire));
    draft.decide(draft.choosing_questionnaire(questionnaire("pit-2026")));
    assert_eq!(draft.refusal(), Some(Refusal::LanguageNotOffered));
    assert_eq!(draft.change_set(super::scene::seed()), Err(Refusal::LanguageNotOffered));
    draft.decide(draft.choosing_language(Language::French));
    assert_eq!(draft.refusal(), None);
    assert_eq!(draft.choosing_language(Language::French).decisions, []);
    assert_eq!(draft.choosing_questionnaire(questionnaire("pit-2026")).decisions, []);
}

#[test]
fn colleagues_are_known_or_warned_about() {
    let led = |by| person("An", "Peeters", "an@example.be", &[(Field::Responsible, by)]);
    let scene = Scene::new().row(&led("Els@Office.be")).row(&led("nobody@office.be"));
    assert_eq!(rules(&scene.clone().colleague("els@office.be").open(), 0), []);
    assert!(rules(&scene.clone().colleague("els@office.be").open(), 1).contains(&(Rule::ResponsibleUnknown, None)));
    assert!(!rules(&scene.open(), 1).contains(&(Rule::ResponsibleUnknown, None)), "no list, nobody unknown");
}
