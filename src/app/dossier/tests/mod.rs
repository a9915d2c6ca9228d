//! Keys of a dossier, on the state that they change.

mod record;
mod saving;

use super::*;
use crate::app::Job;
use crate::app::answer::{Asking, Entry, Place, Verdict};
use crate::app::desk::Sight;
use crate::app::detail::TextLine;
use crate::app::digit_row::Number;
use crate::app::effect::{Effect, Msg, Report};
use crate::app::key::Key;
use crate::app::keymap::Layer;
use crate::app::model::{Model, Overlay, Screen, Setting};
use crate::domain::answering::NoAnswer;
use crate::domain::dossier::{Answer, Aside, Course};
use crate::domain::field::Field;
use crate::domain::questionnaire::{Catalogue, Prefill, QuestionnaireId, built_in};
use crate::domain::returned::NotUnderstood;
use jiff::civil::date;
use std::sync::LazyLock;

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(built_in);

fn sight() -> Sight {
    Sight::first(ScreenLanguage::English)
}

fn opened() -> OpenedDossier {
    let list = CATALOGUE.get(&QuestionnaireId("pit-2026".into())).unwrap().clone();
    let mut short = list.clone();
    short.id = QuestionnaireId("short-2026".into());
    short.sections.truncate(1);
    short.languages = vec![Language::Dutch];
    let flow = TaskFlow::personal_income_tax(2026, vec![list.id.clone(), short.id.clone()]);
    let values: Values =
        [(Field::FirstName, "An"), (Field::LastName, "Maes"), (Field::NationalNumber, "93051822361")].into_iter().collect();
    let answer = |question: &str, value: &str| Answer { question: question.into(), value: value.into(), origin: Origin::Imported };
    let dossier = Dossier {
        questionnaire: list.id.clone(),
        language: Language::Dutch,
        status: Status::NotSentYet,
        deadline: flow.deadline_simple,
        deadline_origin: Origin::Default,
        invitation_wanted: false,
        token: "0123456789abcdef0123456789abcdef".into(),
        answers: vec![answer("first-name", "An"), answer("last-name", "Maes"), answer("national-number", "93051822361")],
        course: Course::default(),
    };
    OpenedDossier {
        store: "store".into(),
        flow,
        customer: CustomerId(1),
        values,
        customer_version: Revision(2),
        version: Revision(3),
        dossier,
        record: Vec::new(),
        questionnaires: vec![list, short],
        left: Ok(None),
    }
}

/// A session with this dossier on screen.
fn session(opened: OpenedDossier) -> Model {
    let setting = Setting { catalogue: Catalogue::default(), ..Setting::for_tests() };
    let (mut model, _) = Model::begin(setting, (120, 40), None);
    let effects = model.open_dossier(opened.flow.id.clone(), opened.customer);
    let [Effect::ReadDossier(job, ..)] = effects.as_slice() else { panic!("{effects:?}") };
    hear(&mut model, Report::DossierRead(*job, Ok(Box::new(opened))));
    assert_eq!(model.layer(), Layer::Dossier);
    model
}

fn hear(model: &mut Model, report: Report) -> Vec<Effect> {
    model.update(Msg::Report(Box::new(report)))
}

fn press(model: &mut Model, keys: &str) -> Vec<Effect> {
    keys.split_whitespace().flat_map(|key| model.update(Msg::Key(key.parse::<Key>().unwrap()))).collect()
}

fn type_text(model: &mut Model, text: &str) {
    for character in text.chars() {
        let key = if character == ' ' { Key::Space } else { Key::Char(character) };
        model.update(Msg::Key(key));
    }
}

fn binder(model: &Model) -> &Binder {
    model.binder().unwrap()
}

/// Puts the cursor on the first question of a kind that says nothing of the dossier itself.
fn go_to_kind(model: &mut Model, kind: AnswerKind) -> String {
    let list = binder(model).questionnaire().unwrap();
    let is_own = |question: &&Question| crate::domain::completion::about_dossier(question).is_none();
    let id = list.questions().filter(is_own).find(|question| question.kind == kind).unwrap().id.clone();
    let Screen::Dossier(binder) = &mut model.screen else { panic!("no dossier is open") };
    binder.go_to_question(&id, sight());
    id
}

fn value<'a>(model: &'a Model, id: &str) -> Option<&'a str> {
    binder(model).dossier().answer(id).map(|answer| answer.value.as_str())
}

fn amended(effects: &[Effect]) -> (Job, Amendment) {
    match effects {
        [Effect::Amend(job, amendment)] => (*job, (**amendment).clone()),
        others => panic!("{others:?}"),
    }
}

fn text(lines: &[TextLine]) -> String {
    lines.iter().map(|line| line.iter().map(|(_, text)| text.as_str()).collect::<String>()).collect::<Vec<_>>().join("\n")
}

#[test]
fn every_kind_of_question_is_answered_in_its_own_editor() {
    for (kind, typed, keys, kept) in [
        (AnswerKind::Text, "De   Wit", "Enter", "De Wit"),
        (AnswerKind::Date, "1/7/26", "Enter", "2026-07-01"),
        (AnswerKind::Amount, "1.234,5", "Enter", "1234.50"),
        (AnswerKind::Number, "03", "Enter", "3"),
        (AnswerKind::LongText, "een", "Enter t w e e Tab", "een\ntwee"),
    ] {
        let mut model = session(opened());
        let id = go_to_kind(&mut model, kind);
        press(&mut model, "Enter Ctrl+U");
        type_text(&mut model, typed);
        press(&mut model, keys);
        assert_eq!(value(&model, &id), Some(kept), "{kind:?}");
        assert_eq!(binder(&model).dossier().answer(&id).unwrap().origin, Origin::Typed);
        press(&mut model, "e Ctrl+U");
        press(&mut model, if kind == AnswerKind::LongText { "F2" } else { "Enter" });
        assert_eq!(value(&model, &id), None, "{kind:?}: emptied");
        press(&mut model, "u");
        assert_eq!(value(&model, &id), Some(kept), "{kind:?}: taken back");
    }
}

#[test]
fn a_question_takes_the_unshifted_row_where_a_number_is_asked() {
    let list = CATALOGUE.get(&QuestionnaireId("pit-2026".into())).unwrap();
    let mut numbers = 0;
    for question in list.questions() {
        let asking = Asking { question: question.clone(), text: String::new(), language: Language::Dutch, place: Place::Dossier };
        let Some(mut entry) = Entry::of(asking, "", sight()) else { panic!("{}", question.id) };
        "&é".chars().for_each(|key| entry.press(Key::Char(key)));
        let is_number = match (question.kind, question.prefill) {
            (AnswerKind::Date | AnswerKind::Amount | AnswerKind::Number | AnswerKind::Account, _) => true,
            (AnswerKind::Text, Some(Prefill::Field(field))) => Number::of(field).is_some(),
            (AnswerKind::Text | AnswerKind::LongText | AnswerKind::YesNo | AnswerKind::Choice, _) => false,
        };
        assert_eq!(entry.text(), if is_number { "12" } else { "&é" }, "{}", question.id);
        numbers += usize::from(is_number && question.kind == AnswerKind::Text);
        entry.put("");
        assert_eq!(entry.paste("&é"), 0);
        assert_eq!(entry.text(), "&é", "{}: what is pasted is what it is", question.id);
    }
    assert!(numbers >= 4, "national and enterprise numbers, and the mobile number: {numbers}");
}

#[test]
fn choices_and_yes_or_no_are_drop_downs_and_one_key_says_it_in_every_language() {
    let mut model = session(opened());
    let id = go_to_kind(&mut model, AnswerKind::Choice);
    press(&mut model, "Enter Down Enter");
    let question = binder(&model).questionnaire().unwrap().question(&id).unwrap();
    assert_eq!(value(&model, &id), Some(question.choices[1].id.as_str()));
    let id = go_to_kind(&mut model, AnswerKind::YesNo);
    for (keys, kept) in [
        ("Enter j", Some("yes")),
        ("Enter n", Some("no")),
        ("Enter o", Some("yes")),
        ("Space", Some("no")),
        ("Space", None),
        ("Space", Some("yes")),
    ] {
        press(&mut model, keys);
        assert_eq!(value(&model, &id), kept, "{keys}");
    }
    press(&mut model, "x");
    assert_eq!(value(&model, &id), None);
    press(&mut model, "x");
    assert_eq!(model.notice, Some(Notice::Dossier(DossierNotice::NothingToClear)));
}

#[test]
fn what_is_no_answer_is_refused_and_stays_typed() {
    let mut model = session(opened());
    let id = go_to_kind(&mut model, AnswerKind::Amount);
    press(&mut model, "Enter");
    type_text(&mut model, "veel");
    let Some(Overlay::Answer(entry)) = &model.overlay else { panic!() };
    assert_eq!(entry.verdict(), Verdict::Wrong(NotUnderstood::NoAnswer(NoAnswer::NotAnAmount)));
    press(&mut model, "Enter");
    assert_eq!((model.layer(), value(&model, &id)), (Layer::Typing, None));
    press(&mut model, "Esc");
    assert!(!binder(&model).completion.is_changed());
}

#[test]
fn a_masked_number_stays_until_it_is_typed_over_and_is_never_shown_for_that() {
    let mut model = session(opened());
    press(&mut model, "j j Enter");
    let Some(Overlay::Answer(entry)) = &model.overlay else { panic!() };
    assert_eq!((entry.text().as_str(), entry.verdict()), ("", Verdict::Stays));
    press(&mut model, "Enter");
    assert_eq!(value(&model, "national-number"), Some("93051822361"));
    press(&mut model, "Enter");
    type_text(&mut model, "85073003328");
    press(&mut model, "Enter");
    let told = text(&binder(&model).told(sight(), 60).1);
    assert!(told.contains("850730*****") && told.contains("930518*****"), "{told}");
    assert!(!told.contains("85073003328") && !told.contains("93051822361"), "{told}");
    press(&mut model, "m e");
    let Some(Overlay::Answer(entry)) = &model.overlay else { panic!() };
    assert_eq!(entry.text(), "85073003328");
}

#[test]
fn a_number_within_a_sentence_is_shown_before_the_sentence_is_edited() {
    let mut read = opened();
    let mut model = session(read.clone());
    let id = go_to_kind(&mut model, AnswerKind::LongText);
    read.dossier.answers.push(Answer { question: id.clone(), value: "Partner is 85.07.30-033.28".into(), origin: Origin::Returned });
    let mut model = session(read);
    go_to_kind(&mut model, AnswerKind::LongText);
    press(&mut model, "e");
    assert_eq!(model.notice, Some(Notice::Dossier(DossierNotice::Masked)));
    press(&mut model, "m e");
    assert_eq!(model.layer(), Layer::Writing);
}

#[test]
fn the_deadline_is_the_task_flows_again_where_it_is_emptied() {
    let mut model = session(opened());
    press(&mut model, "d Enter Ctrl+U");
    type_text(&mut model, "31/12/2025");
    let Some(Overlay::Answer(entry)) = &model.overlay else { panic!() };
    assert_eq!(entry.verdict(), Verdict::TooEarly(2026));
    press(&mut model, "Enter Ctrl+U");
    type_text(&mut model, "1/9/2026");
    press(&mut model, "Enter");
    assert_eq!((binder(&model).dossier().deadline, binder(&model).dossier().deadline_origin), (date(2026, 9, 1), Origin::Typed));
    press(&mut model, "d Enter Ctrl+U Enter");
    assert_eq!((binder(&model).dossier().deadline, binder(&model).dossier().deadline_origin), (date(2026, 7, 15), Origin::Default));
}

#[test]
fn another_questionnaire_shows_what_is_lost_before_it_is_taken() {
    let mut read = opened();
    read.dossier.answers.push(Answer { question: "spouse-national-number".into(), value: "85073003328".into(), origin: Origin::Imported });
    let mut model = session(read);
    press(&mut model, "d");
    type_text(&mut model, "questionnaire");
    press(&mut model, "Enter Down Enter");
    let Some(Overlay::Chooser(chooser)) = &model.overlay else { panic!() };
    assert_eq!(chooser.lines.len(), 2, "to change all the same, and what is lost");
    assert!(chooser.lines[1].note.contains("850730*****"), "{:?}", chooser.lines[1]);
    assert!(!binder(&model).completion.is_changed());
    press(&mut model, "Enter");
    assert_eq!(binder(&model).dossier().questionnaire.0, "short-2026");
    assert!(value(&model, "spouse-national-number").is_none() && value(&model, "first-name") == Some("An"));
    press(&mut model, "u");
    assert!(!binder(&model).completion.is_changed());
}

#[test]
fn a_dossier_in_french_does_not_take_a_questionnaire_that_is_dutch_only() {
    let mut model = session(opened());
    press(&mut model, "d Down Enter");
    type_text(&mut model, "fr");
    press(&mut model, "Enter");
    assert_eq!(binder(&model).dossier().language, Language::French);
    press(&mut model, "d Down Down Enter Down Enter");
    assert_eq!(model.notice, Some(Notice::Dossier(DossierNotice::OtherLanguages("nl".into()))));
}

#[test]
fn a_closed_dossier_is_only_looked_at_until_it_is_open_again() {
    let mut model = session(opened());
    press(&mut model, "d End");
    press(&mut model, "Down Down Down Down Enter Enter");
    assert_eq!(binder(&model).dossier().status, Status::NotSentYet, "the safe button is first");
    press(&mut model, "d Down Down Down Down Enter Right Enter");
    assert!(binder(&model).is_closed());
    press(&mut model, "Enter");
    assert_eq!(model.notice, Some(Notice::Dossier(DossierNotice::Closed)));
    let (_, amendment) = amended(&press(&mut model, "W Enter"));
    assert_eq!(amendment.deed, Deed::Closed(binder(&model).opened.flow.id.clone()));
}

#[test]
fn the_cursor_goes_by_open_questions_sections_and_what_is_typed() {
    let mut model = session(opened());
    press(&mut model, "n");
    let open = binder(&model).current().unwrap().id.clone();
    assert_eq!(value(&model, &open), None);
    press(&mut model, "Tab");
    assert_eq!(binder(&model).section().unwrap().0, 1);
    press(&mut model, "Tab Shift+Tab");
    assert_eq!(binder(&model).section().unwrap().0, 1);
    press(&mut model, "/");
    type_text(&mut model, "1361");
    let listed = binder(&model).listed();
    assert!((1..5).contains(&listed), "{listed}");
    press(&mut model, "Enter s Down Enter");
    assert!(binder(&model).listed() > 10, "a section that the filter hides ends it");
    press(&mut model, "G n");
    assert_eq!(model.notice, Some(Notice::Dossier(DossierNotice::NoneOpen)));
}

#[test]
fn questions_are_read_as_the_customer_does_or_in_the_language_of_the_screen() {
    let mut model = session(opened());
    assert!(text(&binder(&model).told(sight(), 80).1).starts_with("Uw voornaam"));
    press(&mut model, "t");
    assert!(text(&binder(&model).told(sight(), 80).1).starts_with("Your first name"));
}

#[test]
fn a_dossier_whose_questionnaire_is_gone_says_so_and_can_take_another() {
    let mut read = opened();
    read.dossier.questionnaire = QuestionnaireId("gone-2026".into());
    let mut model = session(read);
    assert!(text(&binder(&model).told(sight(), 80).1).contains("gone-2026"));
    press(&mut model, "Enter");
    assert_eq!(model.notice, Some(Notice::Dossier(DossierNotice::NoQuestion)));
    press(&mut model, "n Tab s j k G / a Esc d Down Down Enter Enter");
    assert_eq!(binder(&model).dossier().questionnaire.0, "pit-2026");
    assert_eq!(value(&model, "first-name"), Some("An"));
}

#[test]
fn what_was_meant_as_a_number_is_masked_in_a_text_that_came_back_too() {
    let mut read = opened();
    let aside = |question: &str, text: &str| Aside { question: question.into(), text: text.into() };
    // A digit is missing; beside a question, and where a number, and where an account was asked.
    read.dossier.course.aside = vec![
        aside("C112", "Mijn zoon is 9305182236"),
        aside("spouse-national-number", "93.05.18-223.6"),
        aside("bank-account", "mijn nummer: 9305182236"),
    ];
    let model = session(read);
    let told: Vec<String> = binder(&model).dossier().course.aside.iter().map(|aside| binder(&model).reads_aside(aside, sight())).collect();
    assert_eq!(told, ["Mijn zoon is 93051*****", "**************", "mijn nummer: 93051*****"]);
}
