//! The dossiers of an archived task flow are read only, wherever one comes from.

use instroom::domain::amendment::{Amendment, Becomes, Deed, FlowChange};
use instroom::domain::archive::Archived;
use instroom::domain::dossier::Status;
use instroom::domain::field::Field;
use instroom::domain::snapshot::Snapshot;
use instroom::domain::task_flow::TaskFlow;
use instroom::world::store::{CommitFault, Store};
use serde_json::json;

use crate::support::amendments::{amend, amendment, becoming, editing, newcomer, progressed, putting};
use crate::support::house::{House, add, contract, quietly};
use crate::support::imports::{Import, dossier, flow, hand, person};
use crate::support::place::{Place, parsed, some};

contract![the_archive_takes_nothing_in_and_gives_nothing_out, what_has_happened_is_written_down_all_the_same];

/// Puts the season of 2025 into the archive, or takes it out.
fn archive(store: &dyn Store, name: &str, archived: bool) -> Snapshot {
    let seen = store.snapshot().unwrap();
    let before = seen.flow(&flow(2025)).unwrap().clone();
    let mut change = amendment(name, &seen, Deed::FlowChanged(flow(2025)));
    change.flows = vec![FlowChange { becomes: TaskFlow { archived, ..before.clone() }, seen: Some(before) }];
    amend(store, &change).unwrap();
    store.snapshot().unwrap()
}

fn the_archive_takes_nothing_in_and_gives_nothing_out(house: &dyn House) {
    let store = house.door();
    add(&*store, "one", 0..3);
    let before = store.snapshot().unwrap();
    let mine = Import::new("seen before", &before, flow(2025)).adding([person(7)]).done();
    let seen = archive(&*store, "away", true);
    let theirs = Import::new("seen since", &seen, flow(2025)).changing(&seen, 1, &[(Field::City, "Aalst")]).done();
    for set in [mine, theirs] {
        let refused = store.commit(&set, &hand("an"), &mut quietly);
        assert!(matches!(&refused, Err(CommitFault::Archived(Archived(archived))) if *archived == flow(2025)), "{refused:?}");
    }
    let wishes: Vec<Amendment> = [
        (Deed::Completed(flow(2025)), putting(&seen, &flow(2025), 1, Some(dossier(&person(0))))),
        (Deed::Unlinked(flow(2025)), putting(&seen, &flow(2025), 1, None)),
        (Deed::Closed(flow(2025)), progressed(&*store, &seen, &flow(2025), 1, Status::Closed)),
        (Deed::Answered(flow(2025)), progressed(&*store, &seen, &flow(2025), 1, Status::Answered)),
        (Deed::Edited, putting(&seen, &flow(2025), 1, Some(dossier(&person(0))))),
    ]
    .into_iter()
    .map(|(deed, change)| Amendment { dossiers: vec![change], ..amendment("wish", &seen, deed) })
    .chain([Amendment {
        newcomers: vec![newcomer(person(8), vec![(flow(2025), dossier(&person(8)))])],
        ..amendment("wish", &seen, Deed::Added)
    }])
    .collect();
    for wish in wishes {
        let refused = amend(&*store, &wish);
        assert!(matches!(&refused, Err(CommitFault::Archived(Archived(archived))) if *archived == flow(2025)), "{:?}", wish.deed);
    }
    assert_eq!(store.snapshot().unwrap(), seen, "nothing was written");
    // The customers themselves are not archived.
    let edit = Amendment { customers: vec![editing(&seen, 1, Field::City, "Ninove")], ..amendment("edit", &seen, Deed::Edited) };
    amend(&*store, &edit).unwrap();
    let out = archive(&*store, "out", false);
    let wish = Amendment { dossiers: vec![putting(&out, &flow(2025), 1, None)], ..amendment("at last", &out, Deed::Unlinked(flow(2025))) };
    amend(&*store, &wish).unwrap();
}

fn what_has_happened_is_written_down_all_the_same(house: &dyn House) {
    let store = house.door();
    add(&*store, "one", 0..3);
    let seen = archive(&*store, "away", true);
    let sent = progressed(&*store, &seen, &flow(2025), 1, Status::Sent);
    let mailed = Amendment { dossiers: vec![sent], ..amendment("mailed", &seen, Deed::Mailed(flow(2025))) };
    amend(&*store, &mailed).unwrap();
    let erased = Amendment { customers: vec![becoming(&seen, 2, Becomes::Erased)], ..amendment("erased", &seen, Deed::Removed) };
    amend(&*store, &erased).unwrap();
    let after = store.snapshot().unwrap();
    assert_eq!((after.customer_count(), after.dossier_count(&flow(2025))), (2, 2));
}

impl Place {
    fn archive(&self) {
        assert_eq!(self.run(&["flows", "archive", "pit-2026", "--yes"]).code, 0);
    }
}

#[test]
fn a_plan_that_was_made_before_the_archive_is_refused_with_the_reason() {
    let place = Place::with_three("first.xlsx");
    let (more, plan) = (place.put("more.xlsx", &some(5..8)), place.at("plan.json"));
    assert_eq!(place.run(&["plan", &more, "-o", &plan, "--language", "nl", "--questionnaire", "pit-2026"]).code, 0);
    place.archive();
    let refused = place.run(&["apply", &plan, "--json"]);
    assert_eq!((refused.code, &parsed(&refused)["fits"]), (65, &json!(false)));
    assert!(refused.told.contains("archived"), "{refused:?}");
    assert_eq!(parsed(&refused)["differs"][0]["what"], "refused");
    assert_eq!(place.run(&["flows", "archive", "pit-2026", "--back", "--yes"]).code, 0);
    assert_eq!(place.run(&["apply", &plan]).code, 0, "out of the archive it fits again");
}

#[test]
fn nothing_gets_into_the_archive_from_the_command_line() {
    let place = Place::with_three("first.xlsx");
    let more = place.put("more.xlsx", &some(5..8));
    place.archive();
    for arguments in [
        &["import", &more, "--task-flow", "pit-2026", "--language", "nl", "--questionnaire", "pit-2026", "--yes"][..],
        &["flows", "link", "pit-2026", "--customer", "1", "--yes"],
        &["flows", "unlink", "pit-2026", "--customer", "1", "--yes"],
        &["flows", "deadline", "pit-2026", "--customer", "1", "--to", "1/9/2026", "--yes"],
        &["flows", "change", "pit-2026", "--simple", "31/7/2026", "--yes"],
    ] {
        let refused = place.run(arguments);
        assert_eq!((refused.code, refused.told.contains("archived")), (64, true), "{arguments:?} {refused:?}");
    }
    let nobody = parsed(&place.run(&["invite", "--flow", "pit-2026", "--json"]));
    let whys: Vec<_> = nobody["left_out"].as_array().unwrap().iter().map(|one| one["why"].as_str().unwrap()).collect();
    assert_eq!((nobody["recipients"].as_array().unwrap().len(), whys), (0, vec!["flow_archived"; 3]));
    let kept = place.run(&["undo", "1", "-n", "--json"]);
    let reasons = parsed(&kept)["keeps"].as_array().unwrap().iter().map(|one| one["why"].clone()).collect::<Vec<_>>();
    assert_eq!(reasons, vec![json!("archived"); 6], "three customers with their dossiers: {kept:?}");
    let judged = place.run(&["check", &more, "--task-flow", "pit-2026"]);
    assert_eq!(judged.code, 0, "looking is no change: {judged:?}");
}
