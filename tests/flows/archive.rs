//! A season in the archive: its dossiers are looked at, and nothing of them changes.

use instroom::domain::amendment::{Amendment, Deed, FlowChange};
use instroom::domain::change_set::{CommitId, Hand};
use instroom::domain::task_flow::TaskFlow;
use instroom::words::ScreenLanguage;
use instroom::world::store::Store as _;
use instroom::world::workbook::Reader;

use crate::support::disk::Disk;
use crate::support::flow::Flow;
use crate::support::imports::flow as season;
use crate::support::office::{SAMPLE, demo_store};
use crate::support::shared_store::SharedStore;

/// Somebody puts the season of 2026 into the archive, or takes it out.
fn archive(store: &SharedStore, archived: bool) {
    let snapshot = store.snapshot().unwrap();
    let before = snapshot.flow(&season(2026)).unwrap().clone();
    let mut amendment = Amendment::new(CommitId(format!("archive {archived}")), snapshot.store, Deed::FlowChanged(season(2026)));
    amendment.flows.push(FlowChange { becomes: TaskFlow { archived, ..before.clone() }, seen: Some(before) });
    let hand = Hand { who: "tom".into(), when: "2026-05-14T13:00:00Z".parse().unwrap() };
    store.amend(&amendment, &hand, &mut |_| std::ops::ControlFlow::Continue(())).unwrap();
}

fn customer(store: &SharedStore) -> u64 {
    store.snapshot().unwrap().dossiers(&season(2026)).map(|(id, _)| id.0).min().unwrap()
}

#[test]
fn a_dossier_of_the_archive_is_only_looked_at() {
    let store = demo_store();
    archive(&store, true);
    let before = store.snapshot().unwrap();
    let mut flow = Flow::over(store.clone(), Disk::new(), Reader::here());
    flow.open_dossier(customer(&store)).see("it says that it is read only, and how that ends");
    for key in ["Enter", "Space", "x", "W"] {
        flow.press(key).see(&format!("{key} changes nothing, and says why"));
    }
    flow.press("d").see("what the dossier says can be read").press("Down Down Down Enter").see("and not changed").press("d G Enter");
    flow.see("nor is it closed");
    for language in [ScreenLanguage::Dutch, ScreenLanguage::French] {
        flow.speak(language).press("j").see("in another language").press("Enter").see("why not").resize(60, 15).see("small").resize(80, 24);
    }
    assert_eq!(store.snapshot().unwrap(), before);
    flow.tell("archive-dossier");
}

#[test]
fn who_has_a_dossier_open_while_it_is_archived_loses_nothing() {
    let store = demo_store();
    let mut flow = Flow::over(store.clone(), Disk::new(), Reader::here());
    flow.open_dossier(customer(&store)).press("Enter Ctrl+U").type_text("Annemie").press("Enter");
    archive(&store, true);
    flow.press("W Enter").see("it was archived meanwhile").press("Esc");
    archive(&store, false);
    flow.press("W Enter").see("out of the archive, it is saved");
    flow.tell("archive-meanwhile");
}

#[test]
fn nothing_is_sent_linked_or_moved_in_the_archive() {
    let store = demo_store();
    archive(&store, true);
    let mut flow = Flow::over(store.clone(), Disk::new(), Reader::here());
    flow.press("c 3 G Enter").see("its dossiers").press("a t Down Enter").see("unlinking is refused");
    flow.press("Esc i").see("nobody is invited, and why").press("Enter").see("one by one");
    flow.tell("archive-register");
}

#[test]
fn an_import_into_a_season_that_was_archived_meanwhile_writes_nothing() {
    let store = demo_store();
    let mut flow = Flow::open(store.clone(), SAMPLE);
    flow.press("T Enter Q Enter I").see("the summary");
    archive(&store, true);
    let before = store.snapshot().unwrap();
    flow.press("Right Enter").see("somebody archived the season meanwhile");
    assert_eq!(store.snapshot().unwrap(), before);
    flow.tell("archive-import");
}
