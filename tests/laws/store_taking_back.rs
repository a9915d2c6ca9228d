//! Taking imports back: what every store gives again, and what it keeps.

use std::collections::BTreeMap;

use instroom::domain::amendment::{Becomes, Conflict, Deed};
use instroom::domain::customer::{CustomerId, Values};
use instroom::domain::dossier::{Dossier, Status};
use instroom::domain::field::Field;
use instroom::domain::history::{Source, dossier_history, field_history};
use instroom::domain::snapshot::Revision;
use instroom::domain::taking_back::{Part, Reverse, Untakable, WhyKept, can_be_taken_back};
use instroom::domain::task_flow::TaskFlowId;
use instroom::world::store::{CommitFault, Store};

use crate::support::amendments::{amend, amendment, becoming, editing, newcomer, progressed, putting, take_back, weigh};
use crate::support::house::{House, add, commit, contract};
use crate::support::imports::{Import, dossier, flow, lesson, person, stored};

contract![
    an_import_taken_back_leaves_what_was_before,
    what_was_worked_on_since_is_kept_with_its_reason,
    an_import_is_taken_back_once,
    who_links_meanwhile_is_not_overrun,
    the_erased_are_counted,
    the_history_names_rows_people_and_takings_back,
    the_rows_of_an_import_are_told_again_with_whom_they_became,
];

pub(super) type Records = (BTreeMap<CustomerId, Values>, BTreeMap<(TaskFlowId, CustomerId), Dossier>);

/// Everything visible, without its versions.
pub(super) fn records(store: &dyn Store) -> Records {
    let snapshot = store.snapshot().unwrap();
    let count = snapshot.customer_count();
    let customers = (0..count).map(|index| (snapshot.customer_id(index).unwrap(), snapshot.customer(index).unwrap().values)).collect();
    let mut dossiers = BTreeMap::new();
    for flow in &snapshot.flows {
        for (id, _) in snapshot.dossiers(&flow.id) {
            dossiers.insert((flow.id.clone(), id), store.dossier(&flow.id, id).unwrap().unwrap());
        }
    }
    (customers, dossiers)
}

/// Two customers of a first season, and an import into the second that adds, changes, links and teaches.
fn office(store: &dyn Store) -> (Records, Revision) {
    add(store, "one", 0..2);
    let before = records(store);
    let seen = store.snapshot().unwrap();
    let import = Import::new("two", &seen, flow(2026))
        .adding([person(10), person(11), person(12)])
        .changing(&seen, 1, &[(Field::City, "Aalst"), (Field::Box, "3")])
        .linking(&seen, 2)
        .learning([lesson(0), lesson(3)]);
    (before, commit(store, &import.done()).revision)
}

fn an_import_taken_back_leaves_what_was_before(house: &dyn House) {
    let store = house.door();
    let (before, import) = office(&*store);
    let taking = take_back(&*store, "back", import);
    assert_eq!((taking.keeps.len(), taking.gone, taking.erased), (0, 0, 0));
    assert_eq!(records(&*store), before);
    let after = store.snapshot().unwrap();
    assert_eq!(after.imports[0].taken_back, Some(after.revision));
    assert_eq!((after.journal[0].deed.clone(), after.journal[0].tally.gone), (Deed::TakenBack { import }, 3));
    assert_eq!((after.memory.fix_count(), after.memory.apart_count()), (0, 0), "its lessons stop counting");
    add(&*store, "three", 10..11);
    let after = store.snapshot().unwrap();
    assert_eq!(after.customer_id(2), Some(CustomerId(6)), "numbers are not given out again");
    // The first one can still be taken back, and takes the links with it.
    take_back(&*store, "the first too", Revision(1));
    assert_eq!(records(&*store).0.len(), 1);
}

fn the_rows_of_an_import_are_told_again_with_whom_they_became(house: &dyn House) {
    let store = house.door();
    assert!(store.outcomes(Revision(1)).unwrap().is_empty(), "there is no store yet");
    let (_, import) = office(&*store);
    let told = store.outcomes(import).unwrap();
    let customers: Vec<_> = told.iter().map(|row| row.customer.map(|id| id.0)).collect();
    assert_eq!(customers, [Some(3), Some(4), Some(5), Some(1), Some(2)], "{told:?}");
    take_back(&*store, "back", import);
    assert_eq!(store.outcomes(import).unwrap(), told, "taking back rewrites no past");
    assert!(store.outcomes(Revision(3)).unwrap().is_empty(), "what is no import has no rows");
    assert!(store.outcomes(Revision(99)).unwrap().is_empty());
}

fn what_was_worked_on_since_is_kept_with_its_reason(house: &dyn House) {
    let store = house.door();
    let (_, import) = office(&*store);
    let seen = store.snapshot().unwrap();
    let mut work = amendment("work", &seen, Deed::Mailed(flow(2026)));
    work.customers = vec![editing(&seen, 1, Field::City, "Ninove"), editing(&seen, 4, Field::City, "Ninove")];
    work.dossiers = vec![progressed(&*store, &seen, &flow(2026), 3, Status::Sent)];
    work.newcomers = vec![newcomer(person(30), Vec::new())];
    let worked = amend(&*store, &work).unwrap().revision;
    let seen = store.snapshot().unwrap();
    commit(&*store, &Import::new("again", &seen, flow(2025)).linking(&seen, 5).done());
    let taking = take_back(&*store, "back", import);
    let kept: Vec<_> = taking.keeps.iter().map(|kept| (kept.customer.0, kept.what.clone(), kept.why.clone())).collect();
    let sent = WhyKept::Progressed(flow(2026), Status::Sent);
    let expected = [
        (1, Part::Field(Field::City), WhyKept::Changed(worked)),
        (3, Part::Customer, sent.clone()),
        (4, Part::Customer, WhyKept::Changed(worked)),
        (5, Part::Customer, WhyKept::Linked(flow(2025))),
        (3, Part::Dossier(flow(2026)), sent),
        (4, Part::Dossier(flow(2026)), WhyKept::WithCustomer(flow(2026))),
    ];
    assert_eq!(kept, expected);
    let after = store.snapshot().unwrap();
    assert_eq!((stored(&after, 1).text(Field::City), stored(&after, 1).text(Field::Box)), ("Ninove", ""));
    let left: Vec<_> = (1..=6).filter(|&id| after.dossier(&flow(2026), CustomerId(id)).is_some()).collect();
    assert_eq!((left, after.customer_count()), (vec![3, 4], 6));
}

fn an_import_is_taken_back_once(house: &dyn House) {
    let store = house.door();
    let (_, import) = office(&*store);
    let [mine, theirs] = ["mine", "theirs"].map(|name| weigh(&*store, name, import));
    let by = amend(&*store, &theirs.amendment).unwrap();
    let Err(CommitFault::Changed(conflicts)) = amend(&*store, &mine.amendment) else { panic!("taken back twice") };
    assert_eq!(conflicts[0], Conflict::Import(import));
    let again = can_be_taken_back(&store.snapshot().unwrap(), import);
    assert_eq!(again, Err(Untakable::Already { import, by: by.revision, when: by.when, who: "jo".into() }));
}

fn who_links_meanwhile_is_not_overrun(house: &dyn House) {
    let store = house.door();
    let (_, import) = office(&*store);
    let taking = weigh(&*store, "back", import);
    let seen = store.snapshot().unwrap();
    let mut linking = amendment("linked meanwhile", &seen, Deed::Linked(flow(2025)));
    linking.dossiers = vec![putting(&seen, &flow(2025), 4, Some(dossier(&person(11))))];
    amend(&*store, &linking).unwrap();
    let Err(CommitFault::Changed(conflicts)) = amend(&*store, &taking.amendment) else { panic!("the link was lost") };
    assert_eq!(conflicts, [Conflict::Dossier(flow(2025), CustomerId(4))]);
    assert_eq!(take_back(&*store, "looked again", import).counts().kept_customers, 1);
}

fn the_erased_are_counted(house: &dyn House) {
    let store = house.door();
    let (_, import) = office(&*store);
    let seen = store.snapshot().unwrap();
    let mut removal = amendment("removal", &seen, Deed::Removed);
    removal.customers = vec![becoming(&seen, 1, Becomes::Erased), becoming(&seen, 3, Becomes::Erased), becoming(&seen, 4, Becomes::Gone)];
    amend(&*store, &removal).unwrap();
    let taking = take_back(&*store, "back", import);
    assert_eq!((taking.erased, taking.gone), (2, 1), "one that it changed and one that it added; one that is gone");
    let reverses =
        [Reverse::Customer(CustomerId(5)), Reverse::Dossier(flow(2026), CustomerId(2)), Reverse::Dossier(flow(2026), CustomerId(5))];
    assert_eq!(taking.reverses, reverses);
    assert_eq!(store.snapshot().unwrap().customer_count(), 1);
}

fn the_history_names_rows_people_and_takings_back(house: &dyn House) {
    let store = house.door();
    let (_, import) = office(&*store);
    let back = take_back(&*store, "back", import);
    let snapshot = store.snapshot().unwrap();
    let stories = field_history(&store.versions(CustomerId(1)).unwrap(), &snapshot.journal);
    let city = stories.iter().find(|story| story.field == Field::City).unwrap();
    let told: Vec<_> = city.steps.iter().map(|step| (step.value.as_str(), step.before.as_str(), &step.occasion.source)).collect();
    let row = |file: &str, row| Source::Import { file: file.into(), row: Some(row) };
    let (two, one) = (row("two.xlsx", 5), row("one.xlsx", 2));
    assert_eq!(told, [("Gent", "Aalst", &Source::TakenBack { import }), ("Aalst", "Gent", &two), ("Gent", "", &one)]);
    let people: Vec<_> = city.steps.iter().map(|step| step.occasion.by.as_ref().unwrap().1.as_str()).collect();
    assert_eq!(people, ["jo", "an", "an"]);
    let dossiers = dossier_history(&store.versions(CustomerId(2)).unwrap(), &snapshot.journal);
    assert_eq!(dossiers.iter().map(|story| story.flow.clone()).collect::<Vec<_>>(), [flow(2026), flow(2026), flow(2025)]);
    assert_eq!(back.counts().dossiers, 4);
}
