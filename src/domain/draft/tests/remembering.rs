//! What one import teaches and the next proposes.

use jiff::Timestamp;

use super::scene::{AN, Scene, account, person, seed, stored};
use crate::domain::customer::CustomerId;
use crate::domain::draft::{Deed, Draft, SidesRule};
use crate::domain::field::Field;
use crate::domain::finding::{Proof, Remedy};
use crate::domain::memory::{Lesson, Remembered};
use crate::domain::snapshot::Revision;

const WRONG: &str = "els";
const RIGHT: &str = "els@example.be";

fn row(first: &'static str, responsible: &'static str) -> Vec<super::scene::Cell> {
    person(first, "Maes", if first == "An" { "an@example.be" } else { "bo@example.be" }, &[(Field::Responsible, responsible)])
}

fn remembering(scene: Scene, lessons: Vec<Lesson>) -> Draft {
    let learned = |what| Remembered { what, revision: Revision(1), when: Timestamp::UNIX_EPOCH, who: "tom".to_owned() };
    scene.remembering(lessons.into_iter().map(learned)).chosen()
}

#[test]
fn what_was_put_right_and_written_is_a_lesson() {
    let mut draft = Scene::new().row(&row("An", WRONG)).row(&row("Bo", WRONG)).chosen();
    draft.decide(draft.typing(0, Field::Responsible, RIGHT));
    draft.decide(draft.typing(1, Field::Responsible, "els@"));
    let set = draft.change_set(seed()).unwrap();
    let fix = Lesson::fix(Field::Responsible, WRONG, RIGHT).unwrap();
    assert_eq!(set.lessons, [fix], "the row that is still invalid teaches nothing");
}

#[test]
fn a_lesson_comes_back_as_a_proposal_marked_as_such_and_changes_nothing_by_itself() {
    let scene = Scene::new().row(&row("An", WRONG)).row(&row("Bo", WRONG)).row(&person("Cy", "Wit", "cy@example.be", &[]));
    let mut draft = remembering(scene, vec![Lesson::fix(Field::Responsible, WRONG, RIGHT).unwrap()]);
    assert_eq!((draft.counts().invalid, draft.given(0, Field::Responsible)), (2, WRONG));
    let finding = account(&draft, 0).findings.remove(0);
    let proposed = Remedy::Remembered { value: RIGHT.to_owned(), when: Timestamp::UNIX_EPOCH, who: "tom".to_owned() };
    assert_eq!((&finding.suggestion, finding.proof()), (&Some(proposed), Some(Proof::Remembered)));
    let cures = draft.alike(&finding);
    assert_eq!(cures.iter().map(|cure| cure.row).collect::<Vec<_>>(), [0, 1]);
    draft.decide(draft.curing(Deed::TakeSuggestion, &cures));
    assert_eq!(draft.counts().invalid, 0);
}

#[test]
fn a_lesson_that_would_not_cure_the_row_is_not_proposed() {
    let draft = remembering(Scene::new().row(&row("An", WRONG)), vec![Lesson::fix(Field::Responsible, WRONG, "tom").unwrap()]);
    assert_eq!(account(&draft, 0).findings[0].suggestion, None);
}

#[test]
fn who_was_held_apart_before_is_said_again_and_left_to_a_person() {
    let with = |first, number| person(first, "Peeters", "p@example.be", &[(Field::NationalNumber, number)]);
    let scene = || Scene::new().row(&with("An", "")).customer(&stored(&with("An", AN)));
    let mut first = scene().chosen();
    first.decide(first.holding_apart(0).unwrap());
    let lessons = first.change_set(seed()).unwrap().lessons;
    assert!(matches!(&lessons[..], [Lesson::Apart { customer: CustomerId(1), .. }]), "{lessons:?}");
    let plain = scene().chosen();
    assert_eq!((plain.settling(SidesRule::ImportWins).rows, account(&plain, 0).found.unwrap().held_apart_before), (1, None));
    let again = remembering(scene(), lessons);
    assert_eq!(account(&again, 0).found.unwrap().held_apart_before.unwrap().who, "tom");
    assert_eq!((again.settling(SidesRule::ImportWins).rows, again.settling(SidesRule::ImportWins).unsure), (0, 1));
}

#[test]
fn what_belongs_to_one_person_is_proposed_to_nobody_else() {
    let lesson = || vec![Lesson::fix(Field::Email, "geen", "jan@example.be").unwrap()];
    let other = person("Karel", "Ander", "geen", &[(Field::NationalNumber, AN)]);
    let stranger = remembering(Scene::new().row(&other), lesson());
    assert_eq!(account(&stranger, 0).findings[0].suggestion, None);
    let himself = stored(&person("Karel", "Ander", "jan@example.be", &[(Field::NationalNumber, AN)]));
    let again = remembering(Scene::new().row(&other).customer(&himself), lesson());
    assert_eq!(account(&again, 0).findings[0].proof(), Some(Proof::Remembered), "the store knows him by that address");
}
