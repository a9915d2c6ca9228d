//! What every store has to do, run on each of them.

use std::ops::ControlFlow;

use instroom::domain::change_set::{ChangeSet, Receipt};
use instroom::domain::customer::CustomerId;
use instroom::domain::field::Field;
use instroom::domain::moved::{Moved, MovedKind};
use instroom::domain::snapshot::{DossierHead, Revision, Snapshot};
use instroom::domain::task_flow::TaskFlowId;
use instroom::world::store::{CommitFault, CommitProgress, CommitStage, StoreFault};

use crate::support::house::{House, add, commit, contract, quietly};
use crate::support::imports::{Import, dossier, flow, hand, person, stored};

contract![
    looking_at_no_store_makes_none,
    the_first_commit_makes_the_store_and_adds,
    numbers_of_customers_go_on,
    the_second_season_links_dossiers_and_changes_nothing_else,
    an_update_makes_a_version_and_keeps_the_other_fields,
    the_same_commit_again_changes_nothing,
    two_doors_lead_to_one_store,
    a_commit_that_no_longer_fits_writes_nothing,
    a_commit_that_still_fits_goes_through,
    a_customer_that_is_not_there_is_gone,
    a_stale_value_is_found_even_at_the_same_revision,
    stopping_leaves_no_trace_at_any_moment,
    progress_counts_up_to_everything,
    a_task_flow_nobody_knows_is_refused,
    a_commit_of_nothing_is_in_the_journal,
    commits_side_by_side_are_all_there,
];

fn looking_at_no_store_makes_none(house: &dyn House) {
    let store = house.door();
    for _ in 0..2 {
        assert!(!store.exists().unwrap());
        let snapshot = store.snapshot().unwrap();
        assert_eq!((snapshot.store.as_str(), snapshot.revision, snapshot.customer_count()), ("", Revision(0), 0));
        assert_eq!(snapshot.flows.iter().map(|flow| flow.assessment_year).collect::<Vec<_>>(), [2026, 2025]);
        assert_eq!(store.dossier(&flow(2026), CustomerId(1)).unwrap(), None);
    }
}

fn the_first_commit_makes_the_store_and_adds(house: &dyn House) {
    let store = house.door();
    let empty = store.snapshot().unwrap();
    let set = Import::new("first", &empty, flow(2026)).adding((0..3).map(person)).passing_over(4).done();
    let receipt = commit(&*store, &set);
    assert_eq!((receipt.customers, receipt.when, receipt.repeated), ((0, 3), hand("an").when, false));
    assert!(store.exists().unwrap());
    let snapshot = store.snapshot().unwrap();
    assert_eq!(snapshot.revision, receipt.revision);
    assert_eq!(snapshot.store.len(), 32);
    assert_eq!(snapshot.customer_count(), 3);
    for (index, addition) in set.additions.iter().enumerate() {
        let id = CustomerId(index as u64 + 1);
        let customer = snapshot.customer(index).unwrap();
        assert_eq!(snapshot.customer_id(index), Some(id));
        assert_eq!((customer.values, customer.row), (addition.values.clone(), Some(addition.row)));
        assert_eq!(snapshot.version(index), receipt.revision);
        assert_eq!(
            snapshot.dossier(&flow(2026), id),
            Some(&DossierHead::of(&store.dossier(&flow(2026), id).unwrap().unwrap(), snapshot.revision))
        );
        assert_eq!(store.dossier(&flow(2026), id).unwrap().as_ref(), Some(&addition.dossier));
        assert_eq!(store.dossier(&flow(2025), id).unwrap(), None);
    }
    let import = &snapshot.imports[..];
    assert_eq!(import.len(), 1);
    assert_eq!((import[0].who.as_str(), import[0].file.as_str()), ("an", "first.xlsx"));
    assert_eq!((import[0].revision, import[0].added, import[0].updated), (receipt.revision, 3, 0));
}

fn numbers_of_customers_go_on(house: &dyn House) {
    let store = house.door();
    add(&*store, "one", 0..2);
    let receipt = add(&*store, "two", 2..5);
    assert_eq!(receipt.customers, (2, 5));
    let snapshot = store.snapshot().unwrap();
    let ids: Vec<_> = (0..5).filter_map(|index| snapshot.customer_id(index)).map(|id| id.0).collect();
    assert_eq!(ids, [1, 2, 3, 4, 5]);
    assert_eq!(stored(&snapshot, 4), person(3));
    assert_eq!(snapshot.imports.iter().map(|import| import.file.as_str()).collect::<Vec<_>>(), ["two.xlsx", "one.xlsx"]);
}

fn the_second_season_links_dossiers_and_changes_nothing_else(house: &dyn House) {
    let store = house.door();
    let first = add(&*store, "2025", 0..3);
    let before = store.snapshot().unwrap();
    let set = Import::new("2026", &before, flow(2026)).linking(&before, 1).linking(&before, 3).done();
    let receipt = commit(&*store, &set);
    assert_eq!(receipt.customers, (3, 3));
    let after = store.snapshot().unwrap();
    assert_eq!((after.dossier_count(&flow(2025)), after.dossier_count(&flow(2026))), (3, 2));
    assert_eq!(after.dossier(&flow(2026), CustomerId(2)), None);
    assert_eq!(store.dossier(&flow(2026), CustomerId(3)).unwrap(), Some(dossier(&person(2))));
    for index in 0..3 {
        assert_eq!(after.customer(index), before.customer(index));
        assert_eq!(after.version(index), first.revision);
    }
    assert_eq!(after.imports[0].updated, 0, "a dossier is no change of a field");
}

fn an_update_makes_a_version_and_keeps_the_other_fields(house: &dyn House) {
    let store = house.door();
    let first = add(&*store, "one", 0..3);
    let before = store.snapshot().unwrap();
    let changes = [(Field::Email, "new@example.be"), (Field::Box, "0101")];
    let receipt = commit(&*store, &Import::new("two", &before, flow(2025)).changing(&before, 2, &changes).done());
    let after = store.snapshot().unwrap();
    let mut expected = person(1);
    changes.iter().for_each(|&(field, value)| expected.set(field, value));
    let changed = after.customer(1).unwrap();
    assert_eq!((changed.values, changed.row), (expected, Some(2)));
    assert_eq!([0, 1, 2].map(|index| after.version(index)), [first.revision, receipt.revision, first.revision]);
    assert_eq!((stored(&after, 1), stored(&after, 3)), (person(0), person(2)));
    assert_eq!((after.customer_count(), after.imports[0].updated), (3, 1));
    assert_ne!(after.keys(1), before.keys(1));
}

fn the_same_commit_again_changes_nothing(house: &dyn House) {
    let store = house.door();
    let empty = store.snapshot().unwrap();
    let set = Import::new("one", &empty, flow(2025)).adding((0..3).map(person)).done();
    let first = commit(&*store, &set);
    add(&*store, "two", 3..4);
    let before = store.snapshot().unwrap();
    let again = store.commit(&set, &hand("jo"), &mut |_| panic!("nothing is written, nothing to report")).unwrap();
    assert_eq!(again, Receipt { repeated: true, ..first });
    assert_eq!(store.snapshot().unwrap(), before);
}

fn two_doors_lead_to_one_store(house: &dyn House) {
    let (one, other) = (house.door(), house.door());
    add(&*one, "one", 0..2);
    assert_eq!(other.snapshot().unwrap(), one.snapshot().unwrap());
    add(&*other, "two", 2..3);
    assert_eq!(one.snapshot().unwrap().customer_count(), 3);
}

/// What was computed before a colleague's import, and what moved by it.
fn refused(house: &dyn House, set: &ChangeSet) -> Vec<Moved> {
    let store = house.door();
    let before = store.snapshot().unwrap();
    let fault = store.commit(set, &hand("jo"), &mut quietly).unwrap_err();
    assert_eq!(store.snapshot().unwrap(), before);
    match fault {
        CommitFault::Moved(moved) => moved,
        other => panic!("{other}"),
    }
}

fn a_commit_that_no_longer_fits_writes_nothing(house: &dyn House) {
    let store = house.door();
    add(&*store, "one", 0..3);
    let seen = store.snapshot().unwrap();
    let colleague = Import::new("colleague", &seen, flow(2026))
        .adding([person(7)])
        .changing(&seen, 1, &[(Field::City, "Aalst")])
        .linking(&seen, 2)
        .done();
    commit(&*store, &colleague);
    let mine = Import::new("mine", &seen, flow(2026))
        .adding([person(6), person(7)])
        .changing(&seen, 1, &[(Field::City, "Brugge"), (Field::Box, "3")])
        .linking(&seen, 2)
        .linking(&seen, 3)
        .done();
    let expected = [
        (3, MovedKind::NowMatches(CustomerId(4))),
        (4, MovedKind::CustomerChanged(CustomerId(1), Field::City)),
        (5, MovedKind::NowHasDossier(CustomerId(2))),
    ];
    assert_eq!(refused(house, &mine), expected.map(|(row, kind)| Moved { row, kind }));
}

fn a_commit_that_still_fits_goes_through(house: &dyn House) {
    let store = house.door();
    let nothing = store.snapshot().unwrap();
    let early = Import::new("early", &nothing, flow(2025)).adding([person(0)]).done();
    add(&*store, "one", 1..3);
    assert_eq!(commit(&*store, &early).customers, (2, 3));
    let seen = store.snapshot().unwrap();
    commit(&*store, &Import::new("colleague", &seen, flow(2025)).changing(&seen, 1, &[(Field::City, "Aalst")]).done());
    let mine = Import::new("mine", &seen, flow(2026)).changing(&seen, 1, &[(Field::Box, "3")]).linking(&seen, 2).done();
    commit(&*store, &mine);
    let after = store.snapshot().unwrap();
    assert_eq!((stored(&after, 1).text(Field::City), stored(&after, 1).text(Field::Box)), ("Aalst", "3"));
}

fn a_customer_that_is_not_there_is_gone(house: &dyn House) {
    let store = house.door();
    add(&*store, "one", 0..2);
    let seen = store.snapshot().unwrap();
    let mut set = Import::new("two", &seen, flow(2025)).adding([person(9)]).changing(&seen, 2, &[(Field::Box, "3")]).done();
    set.updates[0].customer = CustomerId(77);
    assert_eq!(refused(house, &set), [Moved { row: 3, kind: MovedKind::CustomerGone(CustomerId(77)) }]);
    let elsewhere = ChangeSet { store: "another".into(), ..Import::new("three", &seen, flow(2026)).linking(&seen, 2).done() };
    assert_eq!(refused(house, &elsewhere), [Moved { row: 2, kind: MovedKind::CustomerGone(CustomerId(2)) }]);
}

fn a_stale_value_is_found_even_at_the_same_revision(house: &dyn House) {
    let store = house.door();
    add(&*store, "one", 0..2);
    let seen = store.snapshot().unwrap();
    let mut set = Import::new("two", &seen, flow(2025)).adding([person(9)]).changing(&seen, 2, &[(Field::City, "Aalst")]).done();
    set.updates[0].changes[0].before = "Brugge".into();
    assert_eq!(refused(house, &set), [Moved { row: 3, kind: MovedKind::CustomerChanged(CustomerId(2), Field::City) }]);
}

fn stopping_leaves_no_trace_at_any_moment(house: &dyn House) {
    let store = house.door();
    let first = add(&*store, "one", 0..2);
    let before = store.snapshot().unwrap();
    let set = Import::new("two", &before, flow(2026)).adding((10..2_600).map(person)).linking(&before, 2).done();
    let mut reports = 0;
    loop {
        let mut heard = 0;
        let stopped = store.commit(&set, &hand("an"), &mut |_| {
            heard += 1;
            if heard > reports { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        match stopped {
            Err(CommitFault::Cancelled) => {
                assert_eq!(heard, reports + 1, "nothing is reported after the stop");
                assert_eq!(store.snapshot().unwrap(), before, "stopped at report {heard}");
                house.verify();
            }
            Ok(receipt) => {
                assert_eq!(receipt.customers, (2, 2_592));
                assert!(receipt.revision > first.revision);
                break;
            }
            Err(other) => panic!("{other}"),
        }
        reports += 1;
    }
    // Comparing, beginning, three batches of additions, one of updates, securing.
    assert_eq!(reports, 7);
    let after = store.snapshot().unwrap();
    assert_eq!((after.customer_count(), after.dossier_count(&flow(2026)), after.imports.len()), (2_592, 2_591, 2));
}

fn progress_counts_up_to_everything(house: &dyn House) {
    let store = house.door();
    let empty = store.snapshot().unwrap();
    let set = Import::new("one", &empty, flow(2025)).adding((0..2_001).map(person)).done();
    let mut heard = Vec::new();
    let mut watch = |progress: CommitProgress| {
        heard.push((progress.stage, progress.done, progress.total));
        ControlFlow::Continue(())
    };
    store.commit(&set, &hand("an"), &mut watch).unwrap();
    let writing = [0, 1_000, 2_000, 2_001].map(|done| (CommitStage::Writing, done, 2_001));
    let expected = [&[(CommitStage::Comparing, 0, 2_001)][..], &writing, &[(CommitStage::Securing, 2_001, 2_001)]].concat();
    assert_eq!(heard, expected);
}

fn a_task_flow_nobody_knows_is_refused(house: &dyn House) {
    let store = house.door();
    add(&*store, "one", 0..1);
    let before = store.snapshot().unwrap();
    let unknown = TaskFlowId("pit-1999".into());
    let set = Import::new("two", &before, unknown.clone()).adding([person(5)]).done();
    match store.commit(&set, &hand("an"), &mut quietly) {
        Err(CommitFault::Store(StoreFault::NoSuchFlow { flow })) => assert_eq!(flow, unknown),
        other => panic!("{other:?}"),
    }
    assert_eq!(store.snapshot().unwrap(), before);
}

fn a_commit_of_nothing_is_in_the_journal(house: &dyn House) {
    let store = house.door();
    let empty = store.snapshot().unwrap();
    let receipt = commit(&*store, &Import::new("none", &empty, flow(2025)).passing_over(5).done());
    assert_eq!(receipt.customers, (0, 0));
    let after: Snapshot = store.snapshot().unwrap();
    assert_eq!((after.revision, after.imports.len(), after.customer_count()), (receipt.revision, 1, 0));
}

fn commits_side_by_side_are_all_there(house: &dyn House) {
    std::thread::scope(|scope| {
        for worker in 0..4_u64 {
            let store = house.door();
            scope.spawn(move || {
                for round in 0..3 {
                    let first = 100 * worker + 10 * round;
                    add(&*store, &format!("{worker}-{round}"), first..first + 10);
                }
            });
        }
    });
    let after = house.door().snapshot().unwrap();
    assert_eq!((after.customer_count(), after.imports.len()), (120, 12));
    let numbers: std::collections::BTreeSet<_> = (0..120).map(|index| after.keys(index).national).collect();
    assert_eq!(numbers.len(), 120);
    assert!(after.imports.iter().map(|import| import.revision).is_sorted_by(|one, other| one > other));
}
