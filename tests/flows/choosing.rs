//! What is chosen for the whole import, and what a row says itself.

use instroom::domain::field::Field;
use instroom::domain::language::Language;
use instroom::world::store::Store as _;

use crate::generate::sample;
use crate::support::flow::Flow;
use crate::support::imports::flow as season;
use crate::support::office::{empty_store, workbook_of};
use instroom::domain::customer::CustomerId;

#[test]
fn dropdowns_are_filtered_and_a_rows_own_language_wins() {
    let mut people: Vec<_> = (0..3).map(|index| sample::customers().customer(index)).collect();
    for (person, language) in people.iter_mut().zip(["fr", "", ""]) {
        person.set(Field::Language, language);
        person.set(Field::Deadline, "");
    }
    let mut flow = Flow::open(empty_store(), &workbook_of(people));
    flow.resize(100, 30);
    flow.see("nothing is chosen but the season").press("W").see("the task flows").press("Esc");
    flow.press("T").see("the languages").type_text("du").see("filtered").press("Ctrl+U").type_text("zz").see("nothing fits");
    flow.press("Enter").see("so nothing is chosen").press("T Enter").see("Dutch is the language where a row names none");
    flow.press("j").see("a row without a language gets it").press("k").see("a row with one keeps its own");
    flow.press("Q").see("the questionnaires of the season").press("Down Esc").see("Esc leaves it as it was");
    flow.press("Q Enter").see("chosen").press("Q").see("the list opens on what is chosen").press("Esc");
    flow.press("u").see("a choice can be taken back").press("U");
    flow.press("I Right Enter").see("imported");
    let languages = (1..=3).map(|id| flow.store.dossier(&season(2026), CustomerId(id)).unwrap().unwrap().language);
    assert_eq!(languages.collect::<Vec<_>>(), [Language::French, Language::Dutch, Language::Dutch]);
    flow.tell("choosing");
}

#[test]
fn a_questionnaire_has_to_exist_in_the_language() {
    let mut flow = Flow::sample();
    flow.press("T").type_text("de").press("Enter").see("German").press("Q Down Enter I").see("is it offered?");
    flow.tell("choosing-not-offered");
}

#[test]
fn the_screen_changes_its_language_at_once() {
    let mut flow = Flow::sample();
    flow.press("4 L").see("the languages of the screen, each in its own words").press("Up Enter").see("French").press("L Up Enter");
    flow.see("Dutch").press("?").see("the help too").press("Esc 1 m").see("numbers are shown").press("z").see("whole").press("z 4 z");
    flow.see("an invalid row with its numbers").press("m").see("and masked again");
    flow.tell("language-and-numbers");
}
