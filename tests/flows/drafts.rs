//! Drafts: left, killed, taken up again, taken over, thrown away.

use instroom::app::fault::{Fault, Unkept};
use instroom::app::keeping::{OpenBy, Whereabouts};
use instroom::app::model::Overlay;
use instroom::app::{Msg, Report, Screen};
use instroom::domain::draft::{Draft, Step};
use instroom::domain::field::Field;
use instroom::words::ScreenLanguage;

use crate::support::disk::Disk;
use crate::support::flow::Flow;
use crate::support::office::{SAMPLE, colleague_changes, demo_store, empty_store};
use instroom::world::workbook::Reader;

/// Where the person is.
fn place(flow: &Flow) -> Whereabouts {
    flow.model.whereabouts().expect("the draft is kept").1
}

/// Decides something for which the keys are told elsewhere.
fn decide(flow: &mut Flow, step: impl FnOnce(&Draft) -> Step) {
    let Screen::Desk(desk) = &mut flow.model.screen else { panic!("a workbook is open") };
    let step = step(&desk.draft);
    assert!(desk.decide(step));
    let (width, height) = flow.model.size;
    flow.take_in(Msg::Resize(width, height));
}

/// What was decided, in order.
fn decided(flow: &Flow) -> (Vec<Step>, usize) {
    (flow.draft().steps().to_vec(), flow.draft().steps_in_force())
}

#[test]
fn a_killed_draft_comes_back_where_it_was() {
    let mut flow = Flow::sample();
    flow.press("T Enter Q Enter 1 space space j v j j space u U");
    flow.press("3 l l l s s Enter a Esc 4 l l s / ").type_text("e").press("Enter j j");
    flow.see("decided, and not yet safe from a power cut").save().see("a moment later it is");
    let (before, was_at, selected) = (decided(&flow), place(&flow), flow.draft().counts());
    let mut flow = flow.kill_and_start();
    flow.see("the draft is on offer").press("r").see("the same tab, row, filter and order");
    assert_eq!((decided(&flow), place(&flow), flow.draft().counts()), (before, was_at, selected));
    flow.press("Esc 1").see("and the same selection").press("u u").see("what was decided before can be taken back");
    flow.press("q").see("left: it is kept, and nothing is asked").press("n Enter").see("the same workbook: go on, or start afresh?");
    flow.press("Down Enter").see("afresh");
    assert_eq!(flow.draft().steps_in_force(), 0);
    flow.press("q").see("nothing was decided in that one: it is gone, the first is there");
    assert_eq!(flow.model.drafts.len(), 1);
    flow.tell("drafts-resume");
}

#[test]
fn what_was_only_looked_at_is_neither_asked_about_nor_kept() {
    let mut flow = Flow::sample();
    flow.press("4 j j");
    let was_at = place(&flow);
    let mut flow = flow.kill_and_start();
    assert_eq!(flow.model.drafts.len(), 1, "a line dropped right after opening is offered too");
    flow.opening("customers.xlsx");
    assert_eq!(place(&flow), was_at);
    flow.press("1 space u q");
    assert!(flow.model.drafts.is_empty(), "everything was taken back");
}

#[test]
fn a_commit_that_was_killed_is_asked_of_the_store() {
    let mut flow = Flow::sample();
    flow.press("T Enter Q Enter 3 l l l s s Enter a Esc I Right").hold().press("Enter");
    // The world commits, and nobody hears of it.
    flow.work_unheard();
    let mut flow = flow.kill_and_start();
    flow.press("r");
    assert!(flow.draft().stands_on_commit() && !flow.draft().has_uncommitted_steps());
    assert_eq!(flow.draft().counts().only_in_import, 0);
    assert!(flow.model.overlay.is_none(), "that a commit wrote what was chosen is no misfit");
    // Killed before the store had anything: it is not.
    let mut flow = Flow::sample();
    flow.press("T Enter Q Enter I Right").hold().press("Enter");
    let mut flow = flow.kill_and_start();
    flow.press("r");
    assert!(flow.draft().has_uncommitted_steps());
}

const HEADINGS: &str = "First name;Last name;Email;City\n";

fn list(rows: &[&str]) -> Vec<u8> {
    format!("{HEADINGS}{}\n", rows.join("\n")).into_bytes()
}

#[test]
fn a_workbook_that_changed_gets_the_decisions_that_still_fit() {
    let disk = Disk::new();
    let an = "An;Peeters;an@example.be;Gent";
    disk.put(
        "office/lijst.csv",
        &list(&[an, "Bo;Claes;bo@example.be;Aalst", "Cy;Maes;cy@example.be;Ieper", "Di;Wouters;di@example.be;Brugge"]),
        13,
        9,
    );
    let mut flow = Flow::over(empty_store(), disk, Reader::here());
    flow.opening("lijst.csv").press("T Enter space space");
    decide(&mut flow, |draft| draft.typing(0, Field::City, "Gentbrugge"));
    decide(&mut flow, |draft| draft.typing(2, Field::City, "Ypres"));
    decide(&mut flow, |draft| draft.typing(3, Field::City, "Damme"));
    flow.see("An and Bo are left out, three cities are put right").press("q");
    // Bo is gone, Cy says it already, Di moved house, Ed is new.
    let changed = ["Ed;Nijs;ed@example.be;Ronse", an, "Cy;Maes;cy@example.be;Ypres", "Di;Wouters;di@example.be;Knokke"];
    flow.disk.put("office/lijst.csv", &list(&changed), 14, 9);
    flow.opening("lijst.csv").see("the workbook has changed: three ways").press("Enter").see("taken over; what does not fit is listed");
    let draft = flow.draft();
    let cities: Vec<&str> = (0..draft.row_count()).map(|row| draft.given(row, Field::City)).collect();
    assert_eq!(cities, ["Ronse", "Gentbrugge", "Ypres", "Knokke"]);
    let selected: Vec<bool> = (0..draft.row_count()).map(|row| draft.is_selected(row)).collect();
    assert_eq!(selected, [true, false, true, true]);
    flow.press("Esc")
        .see("the rows")
        .press("u")
        .see("each can be taken back")
        .press("U q d")
        .see("what did not fit is still in the old draft");
    flow.press("Esc").opening("lijst.csv").see("the new one is on offer now").press("Esc");
    flow.disk.put("office/lijst.csv", &list(&[an]), 15, 9);
    flow.opening("lijst.csv").press("Down Enter").see("the old version, from the draft's own copy");
    assert_eq!(flow.draft().row_count(), 4);
    flow.tell("drafts-changed-workbook");
}

#[test]
fn what_the_store_holds_otherwise_now_is_listed() {
    let mut flow = Flow::sample();
    flow.press("T Enter Q Enter 3 l l l s s Enter a");
    let row = flow.model.desk().unwrap().table().current().unwrap();
    let account = flow.draft().account(row).unwrap();
    let comparison = account.comparisons(flow.draft()).into_iter().find(|one| one.difference.can_be_taken()).unwrap();
    let other = if comparison.field == Field::Email { "somebody.else@example.com" } else { "anders" };
    flow.press("Esc q");
    colleague_changes(&flow.store, account.found.unwrap().id.0, comparison.field, other);
    flow.press("r").see("one choice no longer fits").press("Enter").see("its row");
    assert_eq!(flow.model.desk().unwrap().table().current(), Some(row));
    flow.tell("drafts-no-longer-fits");
}

#[test]
fn drafts_are_listed_thrown_away_and_open_in_one_place() {
    let disk = Disk::new();
    disk.put("office/customers.xlsx", SAMPLE, 14, 13);
    disk.put("office/lijst.csv", &list(&["An;Peeters;an@example.be;Gent"]), 13, 9);
    let mut flow = Flow::over(demo_store(), disk, Reader::here());
    flow.press("d").see("there is none").opening("lijst.csv").press("space q");
    flow.opening("customers.xlsx").press("space q d").see("two drafts").press("j x").see("throw away: back is the default");
    flow.press("Esc");
    assert!(matches!(flow.model.overlay, Some(Overlay::Drafts(1))), "back in the list, where it was");
    flow.press("x");
    flow.press("Enter d j x Right Enter").see("thrown away").press("Esc");
    assert_eq!(flow.model.drafts.len(), 1);
    let elsewhere = flow.disk.drafts();
    let id = flow.model.drafts[0].id.clone();
    let tom = OpenBy { who: "tom".into(), pid: 4188, since: "2026-05-14T13:40:00Z".parse().unwrap() };
    elsewhere.open(&id, &tom).unwrap();
    flow.press("r")
        .see("tom has it open")
        .press("Enter d x Right Enter")
        .see("and it cannot be thrown away")
        .press("Enter d")
        .see("the list says so");
    drop(elsewhere);
    flow.press("Enter").see("he let go").press("q d x Right Enter");
    assert!(flow.model.drafts.is_empty());
    flow.see("the last one is gone").tell("drafts-list");
}

#[test]
fn a_draft_that_cannot_be_written_says_so_and_is_asked_about() {
    let mut flow = Flow::sample();
    flow.press("space").save();
    let id = flow.model.drafts.first().map_or_else(|| flow.model.whereabouts().unwrap().0.clone(), |draft| draft.id.clone());
    let full = || Msg::Report(Box::new(Report::NotKept(id.clone(), Fault::NotKept { why: Unkept::DiskFull })));
    flow.take_in(full());
    flow.see("on screen, but not kept").press("Enter");
    flow.take_in(full());
    flow.see("said once; the first line goes on saying it").press("q").see("leaving would lose it").press("Enter space").save();
    flow.see("there is room again: all of it is safe").press("q");
    assert!(flow.model.desk().is_none());
    flow.tell("drafts-not-kept");
}

#[test]
fn drafts_in_french_and_in_a_large_window() {
    let mut flow = Flow::sample();
    flow.speak(ScreenLanguage::French).press("T Enter 1 space").save().see("enregistré").press("q").see("conservé");
    flow.opening("customers.xlsx")
        .see("reprendre ou recommencer")
        .press("Esc d")
        .see("la liste")
        .press("x")
        .see("supprimer")
        .press("Esc Esc");
    flow.resize(120, 40).press("d").see("large").press("Esc").press("r").see("repris").tell("drafts-fr-120x40");
}

#[test]
fn where_no_draft_can_be_kept_nothing_is_said_to_be_lost_before_anything_is_decided() {
    let disk = Disk::new();
    disk.put("office/customers.xlsx", SAMPLE, 14, 13);
    let mut flow = Flow::over(demo_store(), disk, Reader::here());
    // A file stands where the folder of the drafts would be.
    let state = flow.disk.path("").ancestors().nth(1).unwrap().join(".state");
    std::fs::create_dir_all(&state).unwrap();
    std::fs::write(state.join("drafts"), b"").unwrap();
    flow.opening("customers.xlsx");
    assert!(matches!(flow.model.overlay, Some(Overlay::Fault(Fault::NoDraft { .. }, ..))), "{:?}", flow.model.overlay);
    flow.press("Enter space q");
    assert!(matches!(flow.model.overlay, Some(Overlay::Ask(..))), "leaving would lose it");
    assert!(flow.model.desk().is_some_and(|desk| desk.draft.has_uncommitted_steps()));
}

#[test]
fn an_import_whose_draft_is_gone_is_left_once_that_is_agreed_to() {
    let mut flow = Flow::sample();
    flow.press("space").save();
    let id = flow.model.whereabouts().unwrap().0.clone();
    let folder = flow.disk.drafts().folder().unwrap().join(id.as_str());
    std::fs::remove_dir_all(folder).unwrap();
    // It is not known yet.
    flow.press("q").see("still in the import, and told why");
    assert!(matches!(flow.model.overlay, Some(Overlay::Fault(Fault::NotKept { why: Unkept::Removed }, ..))), "{:?}", flow.model.overlay);
    assert!(flow.model.desk().is_some_and(|desk| desk.draft.has_uncommitted_steps()));
    flow.press("Enter q").see("leaving would lose it").press("Right Enter").see("left, with no word about a draft that is gone");
    assert!(flow.model.desk().is_none() && flow.model.overlay.is_none(), "{:?}", flow.model.overlay);
    flow.tell("drafts-gone");
}
