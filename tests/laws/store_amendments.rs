//! What every store has to do with what is changed beside imports, run on each of them.

use std::ops::ControlFlow;

use instroom::domain::amendment::{Amendment, Becomes, Conflict, Deed, FlowChange};
use instroom::domain::change_set::Receipt;
use instroom::domain::customer::CustomerId;
use instroom::domain::dossier::{Dossier, Status};
use instroom::domain::field::Field;
use instroom::domain::history::Written;
use instroom::domain::memory::{Lesson, PersonKey};
use instroom::domain::snapshot::Revision;
use instroom::domain::task_flow::{TaskFlow, TaskFlowId};
use instroom::world::store::{CommitFault, CommitProgress, CommitStage, Store, StoreFault};

use crate::support::amendments::{amend, amendment, becoming, editing, newcomer, progressed, putting, version};
use crate::support::house::{House, add, commit, contract, quietly};
use crate::support::imports::{Import, dossier, flow, hand, person, stored};

contract![
    newcomers_get_the_next_numbers_in_order,
    the_first_customer_by_hand_makes_the_store,
    an_edit_makes_a_version_that_is_of_no_row,
    who_is_gone_takes_the_dossiers_along_and_leaves_a_history,
    who_is_erased_leaves_nothing_but_the_number,
    what_was_learned_of_the_erased_goes_and_the_rest_stays,
    dossiers_are_made_changed_and_taken_away,
    task_flows_are_made_changed_and_archived,
    whatever_changed_meanwhile_is_refused_by_name,
    whatever_cannot_be_together_is_refused,
    a_customer_does_not_go_over_a_dossier_that_nobody_looked_at,
    the_same_name_again_changes_nothing,
    stopping_leaves_no_trace_at_any_moment,
    a_task_flow_nobody_knows_is_refused,
    an_import_after_amendments_goes_through,
    the_journal_tells_every_deed_newest_first,
];

fn refused(store: &dyn Store, amendment: &Amendment) -> Vec<Conflict> {
    let before = store.snapshot().unwrap();
    let fault = amend(store, amendment).unwrap_err();
    assert_eq!(store.snapshot().unwrap(), before);
    match fault {
        CommitFault::Changed(conflicts) => conflicts,
        other => panic!("{other}"),
    }
}

fn newcomers_get_the_next_numbers_in_order(house: &dyn House) {
    let store = house.door();
    add(&*store, "one", 0..2);
    let seen = store.snapshot().unwrap();
    let mut adding = amendment("by hand", &seen, Deed::Added);
    adding.newcomers = vec![
        newcomer(person(10), vec![(flow(2025), dossier(&person(10))), (flow(2026), dossier(&person(10)))]),
        newcomer(person(11), Vec::new()),
    ];
    let receipt = amend(&*store, &adding).unwrap();
    assert_eq!(receipt, Receipt { revision: receipt.revision, customers: (2, 4), when: hand("jo").when, repeated: false });
    let after = store.snapshot().unwrap();
    assert_eq!((stored(&after, 3), stored(&after, 4)), (person(10), person(11)));
    assert_eq!(after.customer(2).unwrap().row, None);
    assert_eq!([2025, 2026].map(|year| after.dossier(&flow(year), CustomerId(3)).is_some()), [true, true]);
    assert!(after.dossier(&flow(2025), CustomerId(4)).is_none());
    add(&*store, "two", 20..21);
    assert_eq!(stored(&store.snapshot().unwrap(), 5), person(20));
}

fn the_first_customer_by_hand_makes_the_store(house: &dyn House) {
    let store = house.door();
    let mut adding = amendment("by hand", &store.snapshot().unwrap(), Deed::Added);
    adding.newcomers = vec![newcomer(person(1), Vec::new())];
    assert_eq!(amend(&*store, &adding).unwrap().customers, (0, 1));
    assert_eq!(stored(&store.snapshot().unwrap(), 1), person(1));
}

fn an_edit_makes_a_version_that_is_of_no_row(house: &dyn House) {
    let store = house.door();
    add(&*store, "one", 0..3);
    let seen = store.snapshot().unwrap();
    let mut edit = amendment("edit", &seen, Deed::Edited);
    edit.customers = vec![editing(&seen, 2, Field::City, "Aalst")];
    let receipt = amend(&*store, &edit).unwrap();
    assert_eq!(receipt.customers, (3, 3));
    let after = store.snapshot().unwrap();
    assert_eq!((stored(&after, 2).text(Field::City), version(&after, 2)), ("Aalst", receipt.revision));
    assert_eq!((version(&after, 1), version(&after, 3)), (Revision(1), Revision(1)));
    assert_eq!(after.dossier(&flow(2025), CustomerId(2)), seen.dossier(&flow(2025), CustomerId(2)));
    let versions = store.versions(CustomerId(2)).unwrap();
    let rows: Vec<_> = versions
        .iter()
        .map(|version| match &version.customer {
            Written::Values(customer) => (version.revision.0, customer.row, version.dossiers.len()),
            Written::Nothing | Written::Gone => panic!("{version:?}"),
        })
        .collect();
    assert_eq!(rows, [(1, Some(3), 1), (receipt.revision.0, None, 0)]);
    assert_eq!(store.versions(CustomerId(99)).unwrap(), []);
}

fn who_is_gone_takes_the_dossiers_along_and_leaves_a_history(house: &dyn House) {
    let store = house.door();
    add(&*store, "one", 0..3);
    let seen = store.snapshot().unwrap();
    commit(&*store, &Import::new("two", &seen, flow(2026)).linking(&seen, 2).linking(&seen, 3).done());
    let seen = store.snapshot().unwrap();
    let mut removal = amendment("gone", &seen, Deed::Removed);
    removal.customers = vec![becoming(&seen, 2, Becomes::Gone)];
    assert_eq!(amend(&*store, &removal).unwrap().customers, (3, 2));
    let after = store.snapshot().unwrap();
    assert_eq!((after.customer_count(), after.index_of(CustomerId(2))), (2, None));
    assert_eq!((after.dossier_count(&flow(2025)), after.dossier_count(&flow(2026))), (2, 1));
    assert_eq!(store.dossier(&flow(2026), CustomerId(2)).unwrap(), None);
    let versions = store.versions(CustomerId(2)).unwrap();
    let last = versions.last().unwrap();
    assert_eq!((last.customer.clone(), &last.dossiers), (Written::Gone, &vec![(flow(2025), None), (flow(2026), None)]));
    assert_eq!(versions.len(), 3);
    let mut again = amendment("again", &after, Deed::Edited);
    again.customers = removal.customers;
    assert_eq!(refused(&*store, &again), [Conflict::Customer(CustomerId(2))]);
}

fn who_is_erased_leaves_nothing_but_the_number(house: &dyn House) {
    let store = house.door();
    add(&*store, "one", 0..3);
    let seen = store.snapshot().unwrap();
    commit(&*store, &Import::new("two", &seen, flow(2026)).linking(&seen, 2).changing(&seen, 3, &[(Field::City, "Aalst")]).done());
    let seen = store.snapshot().unwrap();
    let mut removal = amendment("erased", &seen, Deed::Removed);
    removal.customers = vec![becoming(&seen, 2, Becomes::Erased), becoming(&seen, 3, Becomes::Erased)];
    // A dossier that is named beside its customer goes all the same.
    removal.dossiers = vec![putting(&seen, &flow(2026), 2, None)];
    let receipt = amend(&*store, &removal).unwrap();
    assert_eq!(receipt.customers, (3, 1));
    for id in [2, 3] {
        let versions = store.versions(CustomerId(id)).unwrap();
        assert_eq!(versions.len(), 1);
        assert_eq!((versions[0].revision, &versions[0].customer, versions[0].dossiers.len()), (receipt.revision, &Written::Gone, 0));
    }
    assert_eq!(store.traces(Revision(1)).unwrap().erased, 2);
    assert_eq!(store.traces(Revision(2)).unwrap().erased, 2);
    add(&*store, "three", 1..2);
    assert_eq!(stored(&store.snapshot().unwrap(), 4), person(1), "the same person again is a new customer");
}

fn what_was_learned_of_the_erased_goes_and_the_rest_stays(house: &dyn House) {
    let store = house.door();
    let empty = store.snapshot().unwrap();
    let own = Lesson::fix(Field::Email, "klant.1@exampel.be", "klant.1@example.be").unwrap();
    let other = Lesson::fix(Field::Email, "klant.2@exampel.be", "klant.2@example.be").unwrap();
    let town = Lesson::fix(Field::City, "Gnet", "Gent").unwrap();
    let national = |n: u64| person(n).text(Field::NationalNumber).parse().unwrap();
    let apart = |customer, n| Lesson::Apart { customer: CustomerId(customer), row: PersonKey::National(national(n)) };
    let lessons = [own, other, town, apart(2, 70), apart(1, 1), apart(1, 71)];
    commit(&*store, &Import::new("one", &empty, flow(2025)).adding((0..3).map(person)).learning(lessons).done());
    let seen = store.snapshot().unwrap();
    assert_eq!((seen.memory.fix_count(), seen.memory.apart_count()), (3, 3));
    let mut removal = amendment("erased", &seen, Deed::Removed);
    removal.customers = vec![becoming(&seen, 2, Becomes::Erased)];
    amend(&*store, &removal).unwrap();
    let memory = store.snapshot().unwrap().memory;
    assert_eq!((memory.fix_count(), memory.apart_count(), memory.unreadable()), (2, 1, 0));
    assert!(memory.fix(Field::Email, "klant.1@exampel.be").is_none() && memory.fix(Field::City, "Gnet").is_some());
    house.verify();
    // The rest goes with the next one, and the counts still agree.
    let seen = store.snapshot().unwrap();
    let mut removal = amendment("erased too", &seen, Deed::Removed);
    removal.customers = vec![becoming(&seen, 1, Becomes::Erased), becoming(&seen, 3, Becomes::Erased)];
    amend(&*store, &removal).unwrap();
    let memory = store.snapshot().unwrap().memory;
    assert_eq!((memory.fix_count(), memory.apart_count()), (1, 0));
}

fn dossiers_are_made_changed_and_taken_away(house: &dyn House) {
    let store = house.door();
    add(&*store, "one", 0..4);
    let seen = store.snapshot().unwrap();
    let mut change = amendment("dossiers", &seen, Deed::Linked(flow(2026)));
    let made = Dossier { status: Status::Queued, ..dossier(&person(0)) };
    change.dossiers = vec![
        putting(&seen, &flow(2026), 1, Some(made.clone())),
        progressed(&*store, &seen, &flow(2025), 2, Status::Sent),
        putting(&seen, &flow(2025), 3, None),
    ];
    let receipt = amend(&*store, &change).unwrap();
    let after = store.snapshot().unwrap();
    assert_eq!((after.dossier_count(&flow(2025)), after.dossier_count(&flow(2026))), (3, 1));
    let wanted = [(flow(2026), CustomerId(1)), (flow(2025), CustomerId(3)), (flow(2025), CustomerId(2))];
    let found = store.dossiers(&wanted).unwrap();
    assert_eq!((found[0].clone(), found[1].clone()), (Some((receipt.revision, made)), None));
    assert_eq!(found[2].as_ref().map(|(at, dossier)| (*at, dossier.status)), Some((receipt.revision, Status::Sent)));
    assert_eq!(after.dossier(&flow(2025), CustomerId(2)).unwrap().about.status, Status::Sent);
    assert_eq!((version(&after, 1), version(&after, 4)), (Revision(1), Revision(1)), "the customers were not touched");
    // Linked again where the dossier went.
    let mut again = amendment("again", &after, Deed::Linked(flow(2025)));
    again.dossiers = vec![putting(&after, &flow(2025), 3, Some(dossier(&person(2))))];
    amend(&*store, &again).unwrap();
    assert_eq!(store.snapshot().unwrap().dossier_count(&flow(2025)), 4);
}

fn task_flows_are_made_changed_and_archived(house: &dyn House) {
    let store = house.door();
    add(&*store, "one", 0..1);
    let seen = store.snapshot().unwrap();
    let next = TaskFlow::personal_income_tax(2027, Vec::new());
    let mut making = amendment("made", &seen, Deed::FlowMade(next.id.clone()));
    making.flows = vec![FlowChange { seen: None, becomes: next.clone() }];
    making.dossiers = vec![putting(&seen, &next.id, 1, Some(dossier(&person(0))))];
    amend(&*store, &making).unwrap();
    let after = store.snapshot().unwrap();
    assert_eq!(after.flows.iter().map(|flow| flow.assessment_year).collect::<Vec<_>>(), [2027, 2026, 2025]);
    assert_eq!(after.dossier_count(&next.id), 1);
    let archived = TaskFlow { archived: true, ..next.clone() };
    let mut archiving = amendment("archived", &after, Deed::FlowChanged(next.id.clone()));
    archiving.flows = vec![FlowChange { seen: Some(next.clone()), becomes: archived.clone() }];
    amend(&*store, &archiving).unwrap();
    assert_eq!(store.snapshot().unwrap().flow(&next.id), Some(&archived));
    let mut late = amendment("late", &after, Deed::FlowChanged(next.id.clone()));
    late.flows = archiving.flows;
    assert_eq!(refused(&*store, &late), [Conflict::Flow(next.id.clone())]);
    late.flows = vec![FlowChange { seen: None, becomes: next.clone() }];
    assert_eq!(refused(&*store, &late), [Conflict::Flow(next.id)]);
}

fn whatever_changed_meanwhile_is_refused_by_name(house: &dyn House) {
    let store = house.door();
    add(&*store, "one", 0..4);
    let seen = store.snapshot().unwrap();
    let mut colleague = amendment("colleague", &seen, Deed::Edited);
    colleague.customers = vec![editing(&seen, 1, Field::City, "Aalst"), becoming(&seen, 2, Becomes::Gone)];
    colleague.dossiers = vec![putting(&seen, &flow(2026), 3, Some(dossier(&person(2)))), putting(&seen, &flow(2025), 4, None)];
    let mut mine = amendment("mine", &seen, Deed::Edited);
    mine.customers = vec![editing(&seen, 1, Field::City, "Brugge"), editing(&seen, 2, Field::City, "Brugge")];
    mine.dossiers = vec![
        putting(&seen, &flow(2025), 2, None),
        putting(&seen, &flow(2026), 3, Some(dossier(&person(2)))),
        progressed(&*store, &seen, &flow(2025), 4, Status::Closed),
        putting(&seen, &flow(2025), 3, None),
    ];
    amend(&*store, &colleague).unwrap();
    let conflicts = [
        Conflict::Customer(CustomerId(1)),
        Conflict::Customer(CustomerId(2)),
        Conflict::Dossier(flow(2025), CustomerId(2)),
        Conflict::Dossier(flow(2026), CustomerId(3)),
        Conflict::Dossier(flow(2025), CustomerId(4)),
    ];
    assert_eq!(refused(&*store, &mine), conflicts);
    let elsewhere = Amendment { store: "another".into(), ..mine };
    assert_eq!(refused(&*store, &elsewhere), [Conflict::Store]);
    for import in [Revision(2), Revision(77)] {
        let nothing = amendment("nothing", &seen, Deed::TakenBack { import });
        assert_eq!(refused(&*store, &nothing), [Conflict::Import(import)]);
    }
}

fn whatever_cannot_be_together_is_refused(house: &dyn House) {
    let store = house.door();
    add(&*store, "one", 0..3);
    let seen = store.snapshot().unwrap();
    let mut twice = amendment("twice", &seen, Deed::Removed);
    twice.customers = vec![becoming(&seen, 1, Becomes::Gone), becoming(&seen, 1, Becomes::Erased)];
    assert_eq!(refused(&*store, &twice), [Conflict::Customer(CustomerId(1))]);
    let mut revived = amendment("revived", &seen, Deed::Removed);
    revived.customers = vec![becoming(&seen, 1, Becomes::Gone)];
    revived.dossiers = vec![putting(&seen, &flow(2026), 1, Some(dossier(&person(0))))];
    assert_eq!(refused(&*store, &revived), [Conflict::Dossier(flow(2026), CustomerId(1))]);
    let mut both = amendment("both", &seen, Deed::Unlinked(flow(2025)));
    both.dossiers = vec![putting(&seen, &flow(2025), 2, None), putting(&seen, &flow(2025), 2, None)];
    assert_eq!(refused(&*store, &both), [Conflict::Dossier(flow(2025), CustomerId(2))]);
    let nobody = amendment("nobody", &seen, Deed::Linked(flow(2025)));
    let stray = putting(&seen, &flow(2025), 99, Some(dossier(&person(0))));
    assert_eq!(refused(&*store, &Amendment { dossiers: vec![stray], ..nobody }), [Conflict::Dossier(flow(2025), CustomerId(99))]);
}

fn a_customer_does_not_go_over_a_dossier_that_nobody_looked_at(house: &dyn House) {
    let store = house.door();
    add(&*store, "one", 0..2);
    let seen = store.snapshot().unwrap();
    let mut linking = amendment("linked meanwhile", &seen, Deed::Linked(flow(2026)));
    linking.dossiers = vec![putting(&seen, &flow(2026), 1, Some(dossier(&person(0))))];
    amend(&*store, &linking).unwrap();
    let mut going = amendment("going", &seen, Deed::Removed);
    going.customers = vec![becoming(&seen, 1, Becomes::Gone), becoming(&seen, 2, Becomes::Gone)];
    going.based_on = Some(seen.revision);
    assert_eq!(refused(&*store, &going), [Conflict::Dossier(flow(2026), CustomerId(1))]);
    going.based_on = None;
    assert_eq!(amend(&*store, &going).unwrap().customers, (2, 0), "who removes by name means all of it");
}

fn the_same_name_again_changes_nothing(house: &dyn House) {
    let store = house.door();
    add(&*store, "one", 0..2);
    let seen = store.snapshot().unwrap();
    let mut removal = amendment("once", &seen, Deed::Removed);
    removal.customers = vec![becoming(&seen, 2, Becomes::Erased)];
    removal.newcomers = vec![newcomer(person(5), Vec::new())];
    let first = amend(&*store, &removal).unwrap();
    let before = store.snapshot().unwrap();
    let again = store.amend(&removal, &hand("jo"), &mut |_| panic!("nothing is written, nothing to report")).unwrap();
    assert_eq!(again, Receipt { repeated: true, ..first });
    assert_eq!(store.snapshot().unwrap(), before);
    assert!(store.has_commit(&removal.commit).unwrap());
}

fn stopping_leaves_no_trace_at_any_moment(house: &dyn House) {
    let store = house.door();
    add(&*store, "one", 0..3);
    let before = store.snapshot().unwrap();
    let next = TaskFlow::personal_income_tax(2027, Vec::new());
    let mut change = amendment("change", &before, Deed::Removed);
    change.flows = vec![FlowChange { seen: None, becomes: next.clone() }];
    change.newcomers = vec![newcomer(person(10), vec![(next.id.clone(), dossier(&person(10)))])];
    change.customers = vec![becoming(&before, 1, Becomes::Erased), editing(&before, 2, Field::City, "Aalst")];
    change.dossiers = vec![putting(&before, &flow(2026), 3, Some(dossier(&person(2))))];
    let mut reports = 0;
    loop {
        let (mut heard, mut last) = (0, None);
        let ended = store.amend(&change, &hand("jo"), &mut |progress: CommitProgress| {
            heard += 1;
            last = Some(progress.stage);
            if heard > reports { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        match ended {
            Err(CommitFault::Cancelled) => {
                assert_eq!(store.snapshot().unwrap(), before, "stopped at report {heard}");
                assert_eq!(store.versions(CustomerId(1)).unwrap().len(), 1);
                house.verify();
            }
            Ok(receipt) => {
                assert_eq!((receipt.customers, last), ((3, 3), Some(CommitStage::Securing)));
                break;
            }
            Err(other) => panic!("{other}"),
        }
        reports += 1;
    }
    assert!(reports >= 4, "comparing, beginning, written, securing");
    assert_eq!(store.snapshot().unwrap().dossier_count(&next.id), 1);
}

fn a_task_flow_nobody_knows_is_refused(house: &dyn House) {
    let store = house.door();
    add(&*store, "one", 0..1);
    let before = store.snapshot().unwrap();
    let unknown = TaskFlowId("pit-1999".into());
    let mut linking = amendment("linking", &before, Deed::Linked(unknown.clone()));
    linking.dossiers = vec![putting(&before, &unknown, 1, Some(dossier(&person(0))))];
    match amend(&*store, &linking) {
        Err(CommitFault::Store(StoreFault::NoSuchFlow { flow })) => assert_eq!(flow, unknown),
        other => panic!("{other:?}"),
    }
    assert_eq!(store.snapshot().unwrap(), before);
}

fn an_import_after_amendments_goes_through(house: &dyn House) {
    let store = house.door();
    add(&*store, "one", 0..3);
    let early = store.snapshot().unwrap();
    let mut change = amendment("change", &early, Deed::Edited);
    change.customers = vec![editing(&early, 1, Field::City, "Aalst"), becoming(&early, 2, Becomes::Gone)];
    amend(&*store, &change).unwrap();
    let seen = store.snapshot().unwrap();
    let import = Import::new("two", &seen, flow(2026)).adding([person(1)]).changing(&seen, 1, &[(Field::Box, "3")]).linking(&seen, 3);
    assert_eq!(commit(&*store, &import.done()).customers, (2, 3));
    let after = store.snapshot().unwrap();
    assert_eq!((stored(&after, 1).text(Field::City), stored(&after, 1).text(Field::Box)), ("Aalst", "3"));
    assert_eq!(stored(&after, 4), person(1));
    // One that was made before the removal is held against it.
    let stale = Import::new("three", &early, flow(2026)).linking(&early, 2).done();
    assert!(matches!(store.commit(&stale, &hand("an"), &mut quietly), Err(CommitFault::Moved(_))));
}

fn the_journal_tells_every_deed_newest_first(house: &dyn House) {
    let store = house.door();
    add(&*store, "one", 0..2);
    let seen = store.snapshot().unwrap();
    let mut linking = amendment("linking", &seen, Deed::Linked(flow(2026)));
    linking.dossiers = vec![putting(&seen, &flow(2026), 1, Some(dossier(&person(0))))];
    amend(&*store, &linking).unwrap();
    let mut removal = amendment("removal", &seen, Deed::Removed);
    removal.customers = vec![becoming(&seen, 2, Becomes::Erased)];
    amend(&*store, &removal).unwrap();
    let journal = store.snapshot().unwrap().journal;
    let told: Vec<_> = journal.iter().map(|line| (line.who.as_str(), line.deed.clone(), line.flow.clone(), line.file.as_str())).collect();
    let expected = [
        ("jo", Deed::Removed, None, ""),
        ("jo", Deed::Linked(flow(2026)), Some(flow(2026)), ""),
        ("an", Deed::Import, Some(flow(2025)), "one.xlsx"),
    ];
    assert_eq!(told, expected);
    let tallies: Vec<_> = journal.iter().map(|line| (line.tally.added, line.tally.gone, line.tally.dossiers)).collect();
    assert_eq!(tallies, [(0, 1, 0), (0, 0, 1), (2, 0, 2)]);
    assert_eq!(journal.iter().map(|line| line.revision.0).collect::<Vec<_>>(), [3, 2, 1]);
}
