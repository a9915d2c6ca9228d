//! Taking imports back: what every store gives again, and that nothing comes out of joint whatever happens before.

use std::collections::BTreeMap;

use instroom::domain::amendment::{Amendment, Becomes, Conflict, Deed};
use instroom::domain::change_set::CommitId;
use instroom::domain::customer::{CustomerId, Values};
use instroom::domain::dossier::{Dossier, Status};
use instroom::domain::field::Field;
use instroom::domain::history::{Source, Version, Written, dossier_history, field_history};
use instroom::domain::snapshot::{Revision, Snapshot};
use instroom::domain::taking_back::{Part, Reverse, Untakable, WhyKept, can_be_taken_back};
use instroom::domain::task_flow::TaskFlowId;
use instroom::world::store::{CommitFault, SledStore, Store};
use proptest::prelude::*;

use crate::support::amendments::{amend, amendment, becoming, editing, newcomer, progressed, putting, take_back, weigh};
use crate::support::house::{House, add, commit, contract};
use crate::support::imports::{Import, dossier, flow, founding, hand, lesson, person, stored};
use crate::support::memory::MemoryStore;

contract![
    an_import_taken_back_leaves_what_was_before,
    what_was_worked_on_since_is_kept_with_its_reason,
    an_import_is_taken_back_once,
    who_links_meanwhile_is_not_overrun,
    the_erased_are_counted,
    the_history_names_rows_people_and_takings_back,
    the_rows_of_an_import_are_told_again_with_whom_they_became,
];

type Records = (BTreeMap<CustomerId, Values>, BTreeMap<(TaskFlowId, CustomerId), Dossier>);

/// Everything visible, without its versions.
fn records(store: &dyn Store) -> Records {
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

/// One thing that somebody may do.
#[derive(Debug, Clone)]
enum Turn {
    Import { season: i16, people: Vec<u64>, change: Vec<(u64, u8)>, link: Vec<u64>, learn: Vec<u64> },
    Edit { id: u64, field: u8 },
    Add { person: u64, linked: bool },
    Remove { id: u64, erased: bool },
    Dossier { id: u64, season: i16, fate: u8 },
    TakeBack { import: u64 },
}

fn turns() -> impl Strategy<Value = Vec<Turn>> {
    let season = || prop_oneof![Just(2025_i16), Just(2026)];
    let some = |most: usize| prop::collection::vec(0_u64..30, 0..most);
    let import = (season(), some(4), prop::collection::vec((0_u64..30, 0_u8..3), 0..3), some(3), prop::collection::vec(0_u64..9, 0..4))
        .prop_map(|(season, people, change, link, learn)| Turn::Import { season, people, change, link, learn });
    let turn = prop_oneof![
        3 => import,
        1 => (0_u64..30, 0_u8..3).prop_map(|(id, field)| Turn::Edit { id, field }),
        1 => (30_u64..60, any::<bool>()).prop_map(|(person, linked)| Turn::Add { person, linked }),
        1 => (0_u64..30, any::<bool>()).prop_map(|(id, erased)| Turn::Remove { id, erased }),
        2 => (0_u64..30, season(), 0_u8..4).prop_map(|(id, season, fate)| Turn::Dossier { id, season, fate }),
        2 => (0_u64..9).prop_map(|import| Turn::TakeBack { import }),
    ];
    prop::collection::vec(turn, 1..14)
}

const FIELDS: [Field; 3] = [Field::City, Field::ClientCode, Field::Email];

/// The customer that a number stands for, of those that are there.
fn somebody(seen: &Snapshot, number: u64) -> Option<u64> {
    let index = usize::try_from(number).unwrap().checked_rem(seen.customer_count())?;
    seen.customer_id(index).map(|id| id.0)
}

fn import(name: &str, seen: &Snapshot, turn: &Turn) -> Option<instroom::domain::change_set::ChangeSet> {
    let Turn::Import { season, people, change, link, learn } = turn else { return None };
    let known: std::collections::BTreeSet<u64> = (0..seen.customer_count()).map(|index| seen.keys(index).national).collect();
    let mut people: Vec<u64> = people.clone();
    people.sort_unstable();
    people.dedup();
    people.retain(|&n| !known.contains(&person(n).text(Field::NationalNumber).parse().unwrap()));
    let mut import =
        Import::new(name, seen, flow(*season)).adding(people.into_iter().map(person)).learning(learn.iter().map(|&n| lesson(n)));
    let mut taken = std::collections::BTreeSet::new();
    for &(id, field) in change {
        if let Some(id) = somebody(seen, id).filter(|id| taken.insert(*id)) {
            import = import.changing(seen, id, &[(FIELDS[usize::from(field)], name)]);
        }
    }
    for &id in link {
        let free = |id: &u64| seen.dossier(&flow(*season), CustomerId(*id)).is_none();
        if let Some(id) = somebody(seen, id).filter(free).filter(|id| taken.insert(*id)) {
            import = import.linking(seen, id);
        }
    }
    Some(import.done())
}

/// What a turn writes beside imports; none where there is nothing to do it with.
fn change(name: &str, store: &dyn Store, seen: &Snapshot, turn: &Turn) -> Option<Amendment> {
    match *turn {
        Turn::Import { .. } => None,
        Turn::Edit { id, field } => {
            let customers = vec![editing(seen, somebody(seen, id)?, FIELDS[usize::from(field)], name)];
            Some(Amendment { customers, ..amendment(name, seen, Deed::Edited) })
        }
        Turn::Add { person: n, linked } => {
            let dossiers = if linked { vec![(flow(2026), dossier(&person(n)))] } else { Vec::new() };
            Some(Amendment { newcomers: vec![newcomer(person(n), dossiers)], ..amendment(name, seen, Deed::Added) })
        }
        Turn::Remove { id, erased } => {
            let becomes = if erased { Becomes::Erased } else { Becomes::Gone };
            Some(Amendment { customers: vec![becoming(seen, somebody(seen, id)?, becomes)], ..amendment(name, seen, Deed::Removed) })
        }
        Turn::Dossier { id, season, fate } => {
            let (id, flow) = (somebody(seen, id)?, flow(season));
            let there = store.dossier(&flow, CustomerId(id)).unwrap();
            let becomes = match (there, fate) {
                (None, _) => Some(dossier(&stored(seen, id))),
                (Some(_), 0) => None,
                (Some(dossier), 1) => Some(Dossier { deadline: jiff::civil::date(2026, 10, 16), ..dossier }),
                (Some(dossier), 2) => Some(Dossier { status: Status::Queued, ..dossier }),
                (Some(dossier), _) => Some(Dossier { status: Status::Answered, ..dossier }),
            };
            let dossiers = vec![putting(seen, &flow, id, becomes)];
            Some(Amendment { dossiers, ..amendment(name, seen, Deed::Completed(flow)) })
        }
        Turn::TakeBack { import } => {
            let open: Vec<_> = seen.imports.iter().filter(|past| past.taken_back.is_none()).collect();
            let past = open.get(usize::try_from(import).unwrap().checked_rem(open.len())?)?;
            Some(weigh(store, name, past.revision).amendment)
        }
    }
}

/// What is visible, built again from everything that is kept of each customer that ever was.
fn rebuilt(store: &dyn Store, most: u64) -> Records {
    let mut records = Records::default();
    for id in (1..=most).map(CustomerId) {
        for Version { customer, dossiers, .. } in store.versions(id).unwrap() {
            match customer {
                Written::Nothing => {}
                Written::Values(customer) => drop(records.0.insert(id, customer.values)),
                Written::Gone => drop(records.0.remove(&id)),
            }
            for (flow, dossier) in dossiers {
                match dossier {
                    Some(dossier) => drop(records.1.insert((flow, id), dossier)),
                    None => drop(records.1.remove(&(flow, id))),
                }
            }
        }
    }
    records
}

fn nameless(mut snapshot: Snapshot) -> Snapshot {
    snapshot.store = String::new();
    snapshot
}

fn take_turns(stores: [&dyn Store; 2], turns: &[Turn]) {
    for (number, turn) in turns.iter().enumerate() {
        let name = format!("turn {number}");
        let ends = stores.map(|store| {
            let seen = store.snapshot().unwrap();
            let end = match (import(&name, &seen, turn), change(&name, store, &seen, turn)) {
                (Some(set), _) => store.commit(&set, &hand("an"), &mut |_| std::ops::ControlFlow::Continue(())),
                (None, Some(amendment)) => amend(store, &amendment),
                (None, None) => return None,
            };
            Some(end.map_err(|fault| fault.to_string()))
        });
        assert_eq!(ends[0], ends[1]);
        assert!(ends[0].as_ref().is_none_or(Result::is_ok), "{turn:?}: {ends:?}");
        let [on_disk, in_memory] = stores.map(|store| nameless(store.snapshot().unwrap()));
        assert_eq!(on_disk, in_memory, "{turn:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_both_stores_hold_what_a_rebuild_gives(turns in turns()) {
        let folder = tempfile::tempdir().unwrap();
        let disk = SledStore::new(folder.path().join("store"), founding());
        let memory = MemoryStore::new(founding());
        take_turns([&disk, &memory], &turns);
        prop_assert_eq!(disk.check().unwrap().unwrap_or_default().troubles, []);
        for id in (1..60).map(CustomerId) {
            prop_assert_eq!(disk.versions(id).unwrap(), memory.versions(id).unwrap());
        }
        for import in (1..=14).map(Revision) {
            let [mut on_disk, mut in_memory] = [&disk as &dyn Store, &memory].map(|store| store.traces(import).unwrap());
            (on_disk.store, in_memory.store) = (String::new(), String::new());
            if disk.snapshot().unwrap().imports.iter().any(|past| past.revision == import) {
                prop_assert_eq!(on_disk, in_memory);
            }
        }
        prop_assert_eq!(rebuilt(&disk, 60), records(&disk));
    }

    #[test]
    fn an_import_and_its_taking_back_leave_the_earlier_records(turns in turns(), last in turns()) {
        let folder = tempfile::tempdir().unwrap();
        let disk = SledStore::new(folder.path().join("store"), founding());
        let memory = MemoryStore::new(founding());
        take_turns([&disk, &memory], &turns);
        let stores: [&dyn Store; 2] = [&disk, &memory];
        for store in stores {
            let before = records(store);
            let seen = store.snapshot().unwrap();
            let Some(set) = last.iter().find_map(|turn| import("the last", &seen, turn)) else { continue };
            let imported = store.commit(&set, &hand("an"), &mut |_| std::ops::ControlFlow::Continue(())).unwrap();
            let taking = take_back(store, "taken back", imported.revision);
            prop_assert_eq!((taking.keeps.len(), taking.gone, taking.erased), (0, 0, 0));
            prop_assert_eq!(records(store), before);
            prop_assert_eq!(&store.snapshot().unwrap().memory, &seen.memory);
            let name = CommitId("after".into());
            let mut adding = Amendment::new(name, seen.store.clone(), Deed::Added);
            adding.newcomers = vec![newcomer(person(99), Vec::new())];
            amend(store, &adding).unwrap();
            let newest = store.snapshot().unwrap();
            let newest = newest.customer_id(newest.customer_count() - 1).unwrap();
            prop_assert!(newest.0 > set.additions.len() as u64 && store.versions(newest).unwrap().len() == 1, "numbers are not reused");
        }
        prop_assert_eq!(disk.check().unwrap().unwrap_or_default().troubles, []);
    }
}
