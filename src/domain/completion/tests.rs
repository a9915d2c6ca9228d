use super::*;
use crate::domain::dossier::Course;
use crate::domain::questionnaire::{Catalogue, QuestionnaireId, built_in};
use jiff::civil::date;
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// Parsing the questionnaires takes longer than most tests do.
static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(built_in);

fn catalogue() -> Catalogue {
    CATALOGUE.clone()
}

fn list(catalogue: &Catalogue) -> &Questionnaire {
    catalogue.get(&QuestionnaireId("pit-2026".into())).unwrap()
}

fn answer(question: &str, value: &str) -> Answer {
    Answer { question: question.into(), value: value.into(), origin: Origin::Imported }
}

fn dossier() -> Dossier {
    Dossier {
        questionnaire: QuestionnaireId("pit-2026".into()),
        language: Language::Dutch,
        status: Status::NotSentYet,
        deadline: date(2026, 7, 15),
        deadline_origin: Origin::Default,
        invitation_wanted: false,
        token: "0123456789abcdef0123456789abcdef".into(),
        answers: vec![answer("first-name", "An"), answer("email", "an@maes.be"), answer("deadline", "2026-07-15")],
        course: Course::default(),
    }
}

fn ask<'a>(list: &'a Questionnaire, id: &str) -> &'a Question {
    list.question(id).unwrap()
}

#[test]
fn an_answer_stands_in_the_order_of_the_questions_and_the_same_again_is_no_change() {
    let catalogue = catalogue();
    let list = list(&catalogue);
    let mut completion = Completion::new(dossier());
    assert!(completion.answer(list, ask(list, "last-name"), Some("Maes".into()), Origin::Typed));
    let order: Vec<&str> = completion.now().answers.iter().map(|answer| answer.question.as_str()).collect();
    assert_eq!(order, ["first-name", "last-name", "email", "deadline"]);
    assert!(!completion.answer(list, ask(list, "first-name"), Some("An".into()), Origin::Typed));
    assert_eq!(completion.now().answer("first-name").unwrap().origin, Origin::Imported, "nothing was typed over");
    assert_eq!(completion.changes(), [Matter::Answer("last-name".into())]);
    assert!(completion.answer(list, ask(list, "email"), None, Origin::Typed));
    assert_eq!(completion.changes().len(), 2);
}

#[test]
fn the_question_that_asks_for_the_deadline_says_what_the_dossier_says() {
    let catalogue = catalogue();
    let list = list(&catalogue);
    let mut completion = Completion::new(dossier());
    assert!(completion.deadline(Some(list), date(2026, 10, 16), Origin::Typed));
    assert_eq!(completion.now().answer("deadline").unwrap().value, "2026-10-16");
    assert!(completion.language(Some(list), Language::French));
    assert_eq!(completion.now().answer("language").unwrap().value, "fr");
    assert_eq!(completion.undo(), Some(Matter::Language));
    assert_eq!(completion.undo(), Some(Matter::Deadline));
    assert_eq!(completion.now(), &dossier());
    assert!(!completion.is_changed());
    assert_eq!(completion.redo(), Some(Matter::Deadline));
    assert_eq!(completion.now().deadline_origin, Origin::Typed);
}

#[test]
fn another_list_keeps_the_answers_that_it_asks_for_and_fills_in_what_is_known() {
    let catalogue = catalogue();
    let list = list(&catalogue);
    let mut other = list.clone();
    other.id = QuestionnaireId("short-2026".into());
    other.sections.truncate(1);
    let mut completion = Completion::new(dossier());
    completion.answer(list, ask(list, "spouse-national-number"), Some("93051822361".into()), Origin::Typed);
    assert_eq!(completion.lost_by(&other).iter().map(|answer| answer.question.as_str()).collect::<Vec<_>>(), ["spouse-national-number"]);
    assert!(completion.questionnaire(&other, vec![answer("email", "another@maes.be"), answer("last-name", "Maes")]));
    let now: Vec<(&str, &str)> = completion.now().answers.iter().map(|answer| (answer.question.as_str(), answer.value.as_str())).collect();
    assert_eq!(now, [("first-name", "An"), ("last-name", "Maes"), ("email", "an@maes.be"), ("deadline", "2026-07-15")]);
    completion.undo();
    assert_eq!(completion.now().answer("spouse-national-number").unwrap().value, "93051822361");
}

#[test]
fn a_closed_dossier_opens_again_as_far_as_it_was() {
    let when: jiff::Timestamp = "2026-05-14T14:02:00Z".parse().unwrap();
    for (sent, answered, status) in
        [(None, None, Status::NotSentYet), (Some(when), None, Status::Sent), (Some(when), Some(when), Status::Answered)]
    {
        let course = Course { sent, answered, ..Course::default() };
        let mut completion = Completion::new(Dossier { status: Status::Closed, course, ..dossier() });
        assert!(completion.close(false));
        assert_eq!(completion.now().status, status);
        assert!(completion.close(true));
        assert!(!completion.is_changed());
    }
    let mut failed = Completion::new(Dossier { status: Status::Failed, ..dossier() });
    failed.close(true);
    failed.close(false);
    assert_eq!(failed.now().status, Status::Failed, "closed by mistake, not yet saved");
}

#[test]
fn own_changes_are_made_again_where_nobody_else_changed_the_same() {
    let catalogue = catalogue();
    let list = list(&catalogue);
    let mut completion = Completion::new(dossier());
    let mine = [("first-name", "Anna"), ("last-name", "Maes"), ("mobile", "+32471625368")];
    for (question, value) in mine {
        completion.answer(list, ask(list, question), Some(value.into()), Origin::Typed);
    }
    completion.deadline(Some(list), date(2026, 10, 16), Origin::Typed);
    let mut theirs = dossier();
    theirs.answers[0] = answer("first-name", "Annick");
    theirs.answers.insert(1, answer("last-name", "Maes"));
    theirs.answers[2] = answer("email", "new@maes.be");
    let clashes = completion.rebase(theirs.clone(), std::slice::from_ref(list), &BTreeSet::new());
    assert_eq!(clashes.iter().map(|clash| &clash.about).collect::<Vec<_>>(), [&Matter::Answer("first-name".into())]);
    assert_eq!(clashes[0].answer().unwrap().value, "Anna", "what was typed is not lost");
    assert_eq!(completion.stored(), &theirs);
    let now = completion.now();
    assert_eq!(now.answer("first-name").unwrap().value, "Annick");
    assert_eq!(now.answer("email").unwrap().value, "new@maes.be", "theirs stays");
    assert_eq!(now.answer("mobile").unwrap().value, "+32471625368");
    assert_eq!((now.deadline, &*now.answer("deadline").unwrap().value), (date(2026, 10, 16), "2026-10-16"));
    while completion.undo().is_some() {}
    assert_eq!(completion.now(), &theirs);
}

#[test]
fn an_answer_to_a_question_that_is_no_longer_asked_comes_back() {
    let catalogue = catalogue();
    let list = list(&catalogue);
    let mut other = list.clone();
    other.id = QuestionnaireId("short-2026".into());
    other.sections.truncate(1);
    let mut completion = Completion::new(dossier());
    completion.answer(list, ask(list, "spouse-national-number"), Some("93051822361".into()), Origin::Typed);
    let theirs = Dossier { questionnaire: other.id.clone(), ..dossier() };
    let clashes = completion.rebase(theirs, &[list.clone(), other], &BTreeSet::new());
    assert_eq!(clashes.len(), 1);
    assert!(!completion.is_changed());
}

#[test]
fn what_was_stored_is_what_later_changes_are_held_against() {
    let catalogue = catalogue();
    let list = list(&catalogue);
    let mut completion = Completion::new(dossier());
    completion.answer(list, ask(list, "last-name"), Some("Maes".into()), Origin::Typed);
    completion.saved(completion.now().clone());
    assert!(!completion.is_changed());
    completion.undo();
    assert!(completion.is_changed(), "a stored step taken back is a change again");
    completion.redo();
    assert!(!completion.is_changed());
}

proptest! {
    #[test]
    fn whatever_was_done_taking_all_of_it_back_gives_the_beginning(
        deeds in proptest::collection::vec((0_u8..9, 0_usize..200, "[a-z]{0,4}"), 0..40)
    ) {
        let list = list(&CATALOGUE);
        let mut short = list.clone();
        short.id = QuestionnaireId("short-2026".into());
        short.sections.truncate(2);
        let questions: Vec<&Question> = list.questions().collect();
        let mut completion = Completion::new(dossier());
        for (deed, at, text) in deeds {
            let question = questions[at % questions.len()];
            match deed {
                0..4 => {
                    let asking = if completion.now().questionnaire == short.id { &short } else { list };
                    if asking.question(&question.id).is_some() {
                        completion.answer(asking, question, (!text.is_empty()).then_some(text), Origin::Typed);
                    }
                }
                4 => { completion.deadline(Some(list), date(2026, 1 + (at % 12) as i8, 1), Origin::Typed); }
                5 => { completion.language(Some(list), Language::ALL[at % 3]); }
                6 => { completion.questionnaire(if at % 2 == 0 { list } else { &short }, Vec::new()); }
                7 => { completion.invitation(at % 2 == 0); }
                _ => { if at % 3 == 0 { completion.undo(); } else { completion.close(at % 2 == 0); } }
            }
        }
        let end = completion.now().clone();
        let mut steps = 0;
        while completion.undo().is_some() { steps += 1; }
        prop_assert_eq!(completion.now(), &dossier());
        for _ in 0..steps { completion.redo(); }
        prop_assert_eq!(completion.now(), &end, "made again, all of it is there");
        let theirs = dossier();
        prop_assert!(completion.rebase(theirs, &[list.clone(), short], &BTreeSet::new()).is_empty(), "nobody else changed anything");
    }
}

fn aside(question: &str, text: &str) -> Aside {
    Aside { question: question.into(), text: text.into() }
}

/// A dossier to which these texts came back.
fn with_asides(asides: &[Aside]) -> Dossier {
    Dossier { course: Course { aside: asides.to_vec(), ..Course::default() }, ..dossier() }
}

#[test]
fn an_answer_deals_with_what_came_back_for_its_question_and_taken_back_it_is_there_again() {
    let catalogue = catalogue();
    let list = list(&catalogue);
    let (about, stray) = (aside("gifts", "about 500"), aside("C28", "call me"));
    let mut completion = Completion::new(with_asides(&[about.clone(), stray.clone()]));
    assert!(completion.answer(list, ask(list, "gifts"), Some("500.00".into()), Origin::Typed));
    assert_eq!(completion.now().course.aside, std::slice::from_ref(&stray));
    assert_eq!(completion.changes(), [Matter::Answer("gifts".into())], "no change of its own");
    completion.undo();
    assert_eq!(completion.now().course.aside, [about.clone(), stray.clone()]);
    assert!(!completion.is_changed());
    assert!(completion.deal_with(&stray) && !completion.deal_with(&stray));
    assert_eq!((completion.changes(), completion.now().course.aside.len()), (vec![Matter::Aside], 1));
    // What was dealt with while it was written stays so.
    let written = completion.now().clone();
    completion.deal_with(&about);
    completion.saved(written);
    assert_eq!((completion.changes(), completion.now().course.aside.len()), (vec![Matter::Aside], 0));
}

#[test]
fn beside_a_colleague_each_text_is_dealt_with_by_itself() {
    let catalogue = catalogue();
    let list = list(&catalogue);
    let (about, stray, new) = (aside("gifts", "about 500"), aside("C28", "call me"), aside("C29", "again"));
    let mut completion = Completion::new(with_asides(&[about.clone(), stray.clone()]));
    completion.answer(list, ask(list, "gifts"), Some("500.00".into()), Origin::Typed);
    completion.deal_with(&stray);
    let clashes = completion.rebase(with_asides(&[about, stray, new.clone()]), std::slice::from_ref(list), &BTreeSet::new());
    assert!(clashes.is_empty());
    assert_eq!(completion.now().course.aside, [new]);
    assert_eq!(completion.changes(), [Matter::Answer("gifts".into()), Matter::Aside]);
}

fn returned(value: &str) -> Dossier {
    let mut dossier = dossier();
    dossier.answers[1] = Answer { question: "email".into(), value: value.into(), origin: Origin::Returned };
    dossier
}

#[test]
fn what_is_decided_for_the_record_is_a_change_that_can_be_taken_back() {
    let mut completion = Completion::new(returned("nieuw@maes.be"));
    assert!(!completion.settle("first-name", Settlement::TakenOver), "the customer did not answer that");
    assert!(completion.settle("email", Settlement::TakenOver) && !completion.settle("email", Settlement::TakenOver));
    assert_eq!(completion.changes(), [Matter::Record("email".into())]);
    assert_eq!(completion.now().settlement("email", "nieuw@maes.be"), Some(Settlement::TakenOver));
    assert_eq!(completion.now().settlement("email", "ander@maes.be"), None, "another answer is to be decided about anew");
    assert!(completion.settle("email", Settlement::Dismissed));
    assert_eq!(completion.now().course.settled.len(), 1, "each question once");
    assert_eq!((completion.undo(), completion.undo()), (Some(Matter::Record("email".into())), Some(Matter::Record("email".into()))));
    assert!(!completion.is_changed());
    completion.redo();
    let stored = completion.now().clone();
    completion.saved(stored);
    assert!(completion.changes().is_empty());
    completion.undo();
    assert_eq!(completion.changes(), [Matter::Record("email".into())], "what was stored is taken back: a change");
}

#[test]
fn what_is_decided_for_the_record_stays_where_the_answer_does() {
    let lists: Vec<Questionnaire> = catalogue().iter().cloned().collect();
    let decided = || {
        let mut completion = Completion::new(returned("nieuw@maes.be"));
        completion.settle("email", Settlement::Dismissed);
        completion
    };
    let mut completion = decided();
    let mut theirs = returned("nieuw@maes.be");
    theirs.invitation_wanted = true;
    assert_eq!(completion.rebase(theirs, &lists, &BTreeSet::new()), []);
    assert_eq!(completion.changes(), [Matter::Record("email".into())]);
    let mut completion = decided();
    let clashes = completion.rebase(returned("weer-nieuw@maes.be"), &lists, &BTreeSet::new());
    assert_eq!(clashes.iter().map(|clash| clash.about.clone()).collect::<Vec<_>>(), [Matter::Record("email".into())]);
    assert!(!completion.is_changed(), "nobody decided about that answer");
    let mut completion = decided();
    let moved = BTreeSet::from(["email".to_owned()]);
    assert_eq!(completion.rebase(returned("nieuw@maes.be"), &lists, &moved).len(), 1, "the record says something else than what was seen");
    assert!(!completion.is_changed());
    let mut completion = decided();
    let theirs = decided().now().clone();
    assert_eq!(
        (completion.rebase(theirs, &lists, &BTreeSet::new()), completion.is_changed()),
        (Vec::new(), false),
        "the colleague decided the same"
    );
}

#[test]
fn a_text_that_was_dealt_with_beside_a_cleared_answer_is_a_change_of_its_own() {
    let catalogue = catalogue();
    let list = list(&catalogue);
    let about = aside("gifts", "about 500");
    let gift = Answer { question: "gifts".into(), value: "400.00".into(), origin: Origin::Typed };
    let stored = Dossier { answers: vec![gift], ..with_asides(std::slice::from_ref(&about)) };
    let mut completion = Completion::new(stored.clone());
    assert!(completion.answer(list, ask(list, "gifts"), None, Origin::Typed) && completion.deal_with(&about));
    assert_eq!(completion.changes(), [Matter::Answer("gifts".into()), Matter::Aside]);
    // A colleague changed something else meanwhile: neither is lost.
    let theirs = Dossier { invitation_wanted: !stored.invitation_wanted, ..stored };
    assert!(completion.rebase(theirs, std::slice::from_ref(list), &BTreeSet::new()).is_empty());
    assert_eq!((completion.now().answer("gifts"), completion.now().course.aside.len()), (None, 0));
}
