//! The questionnaire of one customer: looked at, completed, saved, beside a colleague who does the same.

use std::ops::ControlFlow;

use instroom::domain::amendment::{Amendment, Deed, DossierChange};
use instroom::domain::change_set::{CommitId, Hand};
use instroom::domain::customer::CustomerId;
use instroom::domain::dossier::{Answer, Aside, Dossier, Origin, Status};
use instroom::domain::task_flow::TaskFlowId;
use instroom::words::ScreenLanguage;
use instroom::world::store::Store as _;
use instroom::world::workbook::Reader;

use crate::support::disk::Disk;
use crate::support::flow::Flow;
use crate::support::office::demo_store;
use crate::support::shared_store::SharedStore;

/// A customer of the demonstration with a dossier in the season of 2026.
fn customer() -> u64 {
    let snapshot = demo_store().snapshot().unwrap();
    snapshot.dossiers(&season()).map(|(id, _)| id.0).min().unwrap()
}

fn season() -> TaskFlowId {
    TaskFlowId("pit-2026".into())
}

/// A colleague changes the dossier.
fn colleague(store: &SharedStore, name: &str, change: impl FnOnce(&mut Dossier)) {
    let id = CustomerId(customer());
    let (version, mut dossier) = store.dossiers(&[(season(), id)]).unwrap().remove(0).unwrap();
    change(&mut dossier);
    let mut amendment = Amendment::new(CommitId(name.into()), store.snapshot().unwrap().store, Deed::Completed(season()));
    amendment.dossiers.push(DossierChange { flow: season(), customer: id, seen: Some(version), becomes: Some(dossier) });
    let hand = Hand { who: "tom".into(), when: "2026-05-14T14:01:00Z".parse().unwrap() };
    store.amend(&amendment, &hand, &mut |_| ControlFlow::Continue(())).unwrap();
}

fn set(dossier: &mut Dossier, question: &str, value: &str, origin: Origin) {
    let answer = Answer { question: question.into(), value: value.into(), origin };
    match dossier.answers.iter_mut().find(|known| known.question == question) {
        Some(known) => *known = answer,
        None => dossier.answers.push(answer),
    }
}

fn opened(store: SharedStore) -> Flow {
    let mut flow = Flow::over(store, Disk::new(), Reader::here());
    flow.open_dossier(customer());
    flow
}

/// What a person does with a dossier from beginning to end.
fn complete(flow: &mut Flow) {
    flow.see("the dossier lies open: every question, its answer, and where it came from");
    flow.press("Tab j Enter").see("a choice is a drop-down");
    flow.press("Down Enter").press("g g j j Enter").see("the number is masked, and stays until it is typed over");
    flow.press("Esc / 1 2 5 4 Enter").see("found by a code of the form");
    flow.press("e").type_text("12x").see("no amount: the reason at once");
    flow.press("Ctrl+U").type_text("1.234,5").see("how it will be kept");
    flow.press("Enter Esc").see("changed answers are marked, and not saved yet");
    flow.press("d").see("what the dossier itself says");
    flow.press("Enter Ctrl+U").see("without a deadline the task flow's applies");
    flow.type_text("1/9/2026").press("Enter s").see("the sections with how far each is");
    flow.press("Esc W").see("what will be saved, before it is");
    flow.press("Enter").see("saved");
    flow.press("u q").see("a stored change taken back is a change: leaving asks");
    flow.press("Esc U G").see("the last questions");
}

#[test]
fn a_dossier_is_completed_in_english() {
    let mut flow = opened(demo_store());
    complete(&mut flow);
    flow.tell("dossier_completed_en");
}

#[test]
fn a_dossier_is_completed_in_dutch() {
    let mut flow = opened(demo_store());
    flow.speak(ScreenLanguage::Dutch).resize(120, 40);
    complete(&mut flow);
    flow.tell("dossier_completed_nl");
}

#[test]
fn a_dossier_is_completed_in_french() {
    let mut flow = opened(demo_store());
    flow.speak(ScreenLanguage::French).resize(80, 24);
    complete(&mut flow);
    flow.press("t").see("questions as they are read here").resize(120, 40).see("the same, wide").resize(60, 15).see("and small");
    flow.tell("dossier_completed_fr");
}

#[test]
fn a_remark_of_several_lines_is_written() {
    let mut flow = opened(demo_store());
    flow.press("/").type_text("remarks").press("Enter Esc G k k k k");
    let list = flow.model.binder().unwrap().questionnaire().unwrap();
    let long = list.questions().filter(|question| question.kind == instroom::domain::questionnaire::AnswerKind::LongText).last().unwrap();
    let asked = long.text.get(flow.model.binder().unwrap().language(ScreenLanguage::English)).unwrap().to_owned();
    flow.press("/").type_text(&asked).press("Enter Enter");
    flow.type_text("First line, long enough to be broken at the edge of the box because it goes on and on and on").press("Enter");
    flow.paste("second line\nthird").see("several lines, broken at the edge, Enter makes another");
    flow.press("Tab Esc z").see("the whole of it");
    flow.tell("dossier_remark");
}

#[test]
fn a_colleague_who_was_first_is_not_overwritten() {
    let store = demo_store();
    let mut flow = opened(store.clone());
    flow.press("Enter Ctrl+U").type_text("Annemie").press("Enter j Enter Ctrl+U").type_text("Van den Berg").press("Enter");
    colleague(&store, "meanwhile", |dossier| set(dossier, "first-name", "Annick", Origin::Typed));
    flow.press("W Enter").see("one answer was changed by a colleague as well: it is listed, the other is kept");
    flow.press("Enter").see("what was typed is at hand, in the place of the colleague's");
    flow.press("Esc").see("what is typed is not lost by Esc").press("Right Enter W Enter").see("the other is saved");
    let (_, dossier) = store.dossiers(&[(season(), CustomerId(customer()))]).unwrap().remove(0).unwrap();
    assert_eq!(dossier.answer("first-name").unwrap().value, "Annick");
    assert_eq!(dossier.answer("last-name").unwrap().value, "Van den Berg");
    flow.press("x").press("u").hold().press("k Enter Ctrl+U").type_text("An").press("Enter W Enter").see("while it is written");
    flow.go_on();
    flow.tell("dossier_colleague");
}

#[test]
fn a_sent_dossier_says_so_and_a_closed_one_is_only_looked_at() {
    let store = demo_store();
    colleague(&store, "sent", |dossier| {
        dossier.status = Status::Sent;
        dossier.invitation_wanted = true;
        dossier.course.since = Some("2026-05-12T08:00:00Z".parse().unwrap());
        dossier.course.sent = dossier.course.since;
        set(dossier, "last-name", "De Wit", Origin::Returned);
    });
    let mut flow = opened(store.clone());
    flow.see("the customer has an older version");
    flow.press("d Down Down Down Down Enter").see("closing is asked about");
    flow.press("Right Enter W Enter Enter").see("closed: nothing is changed");
    let (_, dossier) = store.dossiers(&[(season(), CustomerId(customer()))]).unwrap().remove(0).unwrap();
    assert_eq!(dossier.status, Status::Closed);
    assert_eq!(dossier.course.since, Some("2026-05-14T14:02:00.123456789Z".parse().unwrap()), "the world says when");
    flow.press("d Down Down Down Down Enter Right Enter").see("opened again, as far as it was");
    flow.tell("dossier_closed");
}

#[test]
fn hostile_answers_harm_nobody() {
    let store = demo_store();
    colleague(&store, "hostile", |dossier| {
        set(dossier, "first-name", "\u{1b}[31m\u{202e}nA\u{7}\u{0}", Origin::Returned);
        set(dossier, "last-name", &"漢字".repeat(2_000), Origin::Returned);
        set(dossier, "email", "85.07.30-033.28 \u{200b}@x.be\r\nBcc: a@b.be", Origin::Returned);
        set(dossier, "sex", "neither", Origin::Returned);
    });
    let mut flow = opened(store);
    flow.see("signs are shown as signs, numbers are masked");
    flow.press("j z").see("a very long answer, whole").press("z j j j j");
    assert!(!flow.screen().contains("033.28"), "{}", flow.screen());
    flow.press("k Enter").see("an answer that is none of the choices");
    flow.press("Esc g g Enter").see("in the editor too").press("Esc W");
    flow.tell("dossier_hostile");
}

#[test]
fn a_customer_without_a_dossier_has_none_to_open() {
    let store = demo_store();
    let snapshot = store.snapshot().unwrap();
    let without = (0..snapshot.customer_count())
        .filter_map(|index| snapshot.customer_id(index))
        .find(|id| snapshot.dossier(&season(), *id).is_none())
        .unwrap();
    let mut flow = Flow::over(store, Disk::new(), Reader::here());
    flow.open_dossier(without.0).see("there is none, and what to do");
    flow.tell("dossier_none");
}

/// What the customer wrote that is no answer: at its question, in a list, and dealt with.
fn look_at_texts(flow: &mut Flow) {
    flow.see("three texts came back that are no answers");
    flow.press("/").type_text("dons a des").press("Enter");
    flow.see("the question says what was written to it").press("Esc a").see("all of them");
    flow.press("Enter").see("one, whole").press("Enter").see("its question, where it is answered");
    flow.press("Enter Ctrl+U").type_text("500").press("Enter").see("answered: one less");
    flow.press("a Down Enter").see("a text at no question, its number masked");
    flow.press("Enter").see("dealt with: one is left").press("Esc W").see("what is saved");
    flow.press("Enter u u").see("and can be taken back");
}

fn with_texts() -> SharedStore {
    let store = demo_store();
    colleague(&store, "came-back", |dossier| {
        dossier.status = Status::Answered;
        let texts = [
            ("gifts", "ongeveer 500"),
            ("remarks", "Bel mij:\n- 's avonds\n- of in het weekend, want overdag werk ik en dan hoor ik mijn telefoon meestal niet"),
            ("C112", "Mijn zoon is 93.05.18-223.61 \u{1b}[31m en woont bij mij"),
        ];
        let aside = |(question, text): (&str, &str)| Aside { question: question.into(), text: text.into() };
        dossier.course.aside = texts.map(aside).into();
    });
    store
}

#[test]
fn texts_that_are_no_answers_are_shown_and_dealt_with() {
    let store = with_texts();
    let mut flow = opened(store.clone());
    look_at_texts(&mut flow);
    let (_, dossier) = store.dossiers(&[(season(), CustomerId(customer()))]).unwrap().remove(0).unwrap();
    assert_eq!(dossier.course.aside.iter().map(|aside| aside.question.as_str()).collect::<Vec<_>>(), ["remarks"]);
    flow.tell("dossier_texts");
}

#[test]
fn texts_that_are_no_answers_are_shown_in_dutch_and_in_french() {
    let mut flow = opened(with_texts());
    flow.speak(ScreenLanguage::Dutch).see("in Dutch").press("a").see("the list").press("Enter").see("one of them").press("Esc");
    flow.speak(ScreenLanguage::French).resize(80, 24).see("in French").press("a").see("the list").press("Down Enter").see("one of them");
    flow.press("Esc").resize(60, 15).press("a Enter").see("and small");
    flow.tell("dossier_texts_languages");
}
