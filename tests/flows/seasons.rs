//! Task flows: the next season made, customers linked and unlinked, deadlines moved, a season archived.

use instroom::app::register::TabKind;
use instroom::domain::amendment::{Amendment, Deed, DossierChange, FlowChange};
use instroom::domain::change_set::{CommitId, Hand};
use instroom::domain::customer::CustomerId;
use instroom::domain::dossier::{Origin, Status};
use instroom::domain::task_flow::{TaskFlow, TaskFlowId};
use instroom::words::ScreenLanguage;
use instroom::world::store::Store as _;
use instroom::world::workbook::Reader;

use crate::support::disk::Disk;
use crate::support::flow::Flow;
use crate::support::imports::flow;
use crate::support::office::{demo_store, empty_store};

fn office() -> Flow {
    Flow::over(demo_store(), Disk::new(), Reader::here())
}

fn dossiers(story: &Flow, year: i16) -> usize {
    story.store.snapshot().unwrap().dossier_count(&flow(year))
}

#[test]
fn the_next_season_is_filled_in_looked_at_and_made_once() {
    let mut story = office();
    story.press("c \"").see("the task flows, newest first");
    assert_eq!(story.model.register().unwrap().tab, TabKind::Flows);
    story.press("n").see("next season: a year later, with what has to be looked at");
    story.press("Ctrl+U").type_text("16/7").see("a date that is not there yet");
    story.press("Enter").see("nothing happens before it is a date");
    story.type_text("/2027").press("Down Down Down Space Enter").see("what would be written");
    let before = story.store.snapshot().unwrap();
    story.press("Esc").see("back to the box").press("Enter Right Enter").see("it is made, and listed first");
    let after = story.store.snapshot().unwrap();
    let made = after.flow(&TaskFlowId("pit-2027".into())).unwrap();
    assert_eq!((before.flows.len() + 1, made.deadline_simple), (after.flows.len(), jiff::civil::date(2027, 7, 16)));
    assert_eq!(made.questionnaires.len(), 1);
    story.press("j n").see("there is no second one");
    story.press("Enter e").see("deadlines and questionnaires of a season that has dossiers");
    story.press("Ctrl+U").type_text("31/7/2026").press("Enter").see("how many dossiers move along");
    story.press("Right Enter Enter").see("and they have moved");
    let snapshot = story.store.snapshot().unwrap();
    let season = flow(2026);
    let defaults = snapshot.dossiers(&season).filter(|(_, head)| head.about.deadline_origin == Origin::Default);
    let days: std::collections::BTreeSet<_> = defaults.map(|(_, head)| head.about.deadline.to_string()).collect();
    assert!(!days.contains("2026-07-15"), "{days:?}");
    story.tell("seasons-next");
}

#[test]
fn customers_are_linked_and_unlinked_after_a_look_at_what_it_comes_to() {
    let mut story = office();
    story.press("c a t").see("what about everybody?");
    story.press("Enter").see("linked how?");
    let before = dossiers(&story, 2026);
    story.press("Right").see("another task flow has other questionnaires").press("Left Up Right Enter");
    story.see("who gets a dossier, and who not and why");
    let linked = match &story.model.overlay {
        Some(instroom::app::Overlay::SeasonPreview(preview)) => preview.planned.tally.dossiers,
        other => panic!("{other:?}"),
    };
    story.press("Right Enter").see("written");
    assert_eq!(dossiers(&story, 2026) as u64, before as u64 + linked);
    story.press("t Down Enter").see("unlinked how?").press("Enter").see("as nothing was sent, all of them");
    story.press("Right Enter").see("the dossiers are gone");
    assert_eq!(dossiers(&story, 2026), 0);
    story.tell("seasons-linking");
}

#[test]
fn a_deadline_for_a_selection_and_the_default_again() {
    let mut story = office();
    story.press("c é b Down Enter").see("how urgent: in groups");
    story.press("Esc space space t Down Down Enter").see("a deadline for two");
    story.type_text("1/9/2026").press("Enter Right Enter").see("both have it, and no mark of a default");
    story.press("t Down Down Enter Enter").see("empty: back to the default").press("Right Enter").see("marked as default again");
    story.press("t Down Down Down Enter").see("another language for both").press("Right Enter").see("what that comes to");
    story.tell("seasons-deadlines");
}

#[test]
fn the_part_that_keys_go_to_has_a_sign() {
    let mut story = office();
    story.press("c t Down Enter");
    let here = |story: &Flow| story.screen().lines().find(|line| line.starts_with("│ > ") || line.contains(" > ")).map(str::to_owned);
    let (first, ()) = (here(&story), _ = story.press("Down"));
    let second = here(&story);
    assert!(first.is_some() && second.is_some() && first != second, "{first:?} {second:?}");
}

#[test]
fn what_was_sent_is_unlinked_only_with_its_number_typed() {
    let mut story = office();
    let snapshot = story.store.snapshot().unwrap();
    let (customer, _) = snapshot.dossiers(&flow(2026)).min_by_key(|(customer, _)| *customer).unwrap();
    sent(&story, customer);
    story.press("c é t Down Enter Right").see("also what was sent");
    story.press("Enter").see("the number has to be typed");
    story.press("Enter").see("without it, Enter leads back");
    story.press("Enter").type_text("5").see("another number is said to be one").press("Tab").see("which number is wanted").press("Enter");
    assert!(story.model.overlay.is_some(), "what is typed is not lost: {}", story.screen());
    story.see("and it can be mended").press("Backspace");
    story.type_text("&").see("typed without Shift").press("Enter").see("unlinked");
    assert_eq!(story.store.snapshot().unwrap().dossier(&flow(2026), customer), None);
    story.tell("seasons-sent");
}

/// The server took the invitation of a customer's dossier.
fn sent(story: &Flow, customer: CustomerId) {
    let when = "2026-05-13T10:00:00Z".parse().unwrap();
    let read = story.store.dossiers(&[(flow(2026), customer)]).unwrap();
    let (seen, mut dossier) = read[0].clone().unwrap();
    dossier.status = Status::Sent;
    dossier.course.sent = Some(when);
    let store = story.store.snapshot().unwrap().store;
    let mut amendment = Amendment::new(CommitId("sent".into()), store, Deed::Mailed(flow(2026)));
    amendment.dossiers.push(DossierChange { flow: flow(2026), customer, seen: Some(seen), becomes: Some(dossier) });
    let hand = Hand { who: "tom".into(), when };
    story.store.amend(&amendment, &hand, &mut |_| std::ops::ControlFlow::Continue(())).unwrap();
}

#[test]
fn a_season_goes_into_the_archive_and_comes_back() {
    let mut story = office();
    story.press("c 3 A").see("with how many that are not sent yet");
    story.press("Enter").see("the safe button was chosen: nothing happened").press("A Right Enter").see("listed last, as archived");
    assert!(story.store.snapshot().unwrap().flow(&flow(2026)).unwrap().archived);
    story.press("G e").see("an archived one is read only").press("Enter A").see("out again?").press("Right Enter");
    assert!(!story.store.snapshot().unwrap().flow(&flow(2026)).unwrap().archived);
    story.press("g g Enter").see("Enter shows its dossiers");
    story.tell("seasons-archive");
}

#[test]
fn somebody_else_was_faster_and_nothing_is_lost() {
    let mut story = office();
    story.press("c t Enter Enter");
    let customer = story.model.register().unwrap().chosen_customers()[0];
    crate::support::office::colleague_changes(&story.store, customer.0, instroom::domain::field::Field::City, "Aalst");
    let mut other = Flow::over(story.store.clone(), Disk::new(), Reader::here());
    other.press("c t Enter Enter Right Enter");
    story.press("Right Enter").see("somebody linked the same customer meanwhile").press("Enter").see("the box is still there");
    story.press("Enter").see("and says so now");
    story.tell("seasons-conflict");
}

#[test]
fn seasons_speak_the_languages_of_the_office() {
    let mut story = office();
    story.press("c a");
    for (language, name) in [(ScreenLanguage::Dutch, "in Dutch"), (ScreenLanguage::French, "in French")] {
        story.speak(language).press("3").see(name).press("n").see(name).resize(120, 40).see(name).press("Enter").see(name);
        story.press("Esc Esc 1 t").see(name).press("Enter Down").see(name).press("Enter").see(name).resize(80, 24).see(name);
        story.press("Esc Esc t Down Enter").see(name).resize(60, 15).see(name).press("Esc").resize(80, 24);
    }
    story.tell("seasons-languages");
}

#[test]
fn an_empty_store_has_its_seasons_already() {
    let mut story = Flow::over(empty_store(), Disk::new(), Reader::here());
    story.press("c 3").see("the founding task flows").press("A Right Enter").see("archived before the first import");
    assert!(story.store.exists().unwrap());
    story.tell("seasons-founding");
}

#[test]
fn a_questionnaire_whose_file_is_gone_is_named_wherever_it_would_be_used() {
    use instroom::domain::questionnaire::QuestionnaireId;
    let mut story = office();
    let offer = |story: &Flow, name: &str, questionnaires: &[&str]| {
        let snapshot = story.store.snapshot().unwrap();
        let before = snapshot.flow(&flow(2026)).unwrap().clone();
        let questionnaires = questionnaires.iter().map(|id| QuestionnaireId((*id).into())).collect();
        let mut change = Amendment::new(CommitId(name.into()), snapshot.store, Deed::FlowChanged(flow(2026)));
        change.flows.push(FlowChange { becomes: TaskFlow { questionnaires, ..before.clone() }, seen: Some(before) });
        let hand = Hand { who: "tom".into(), when: "2026-05-13T10:00:00Z".parse().unwrap() };
        story.store.amend(&change, &hand, &mut |_| std::ops::ControlFlow::Continue(())).unwrap();
    };
    offer(&story, "two", &["pit-2026", "farmers-2026"]);
    story.press("c 3").see("the season says which of its questionnaires is not there").press("e").see("and so does the box");
    story.press("Esc n").see("the next season does not take it along, and says so").press("Esc q");
    offer(&story, "one", &["farmers-2026"]);
    story.press("c Space t Enter").see("nobody can be linked with it: what to do").press("Enter").see("nothing happens");
    for language in [ScreenLanguage::Dutch, ScreenLanguage::French] {
        story.speak(language).see("in another language");
    }
    story.tell("seasons-gone");
}
