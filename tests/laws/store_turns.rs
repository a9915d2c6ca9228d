//! Whatever is done with a store, in whatever order, nothing comes out of joint: imports, edits, additions, removals, erasures,
//! dossiers and mails, seasons made and archived, imports taken back.

use instroom::domain::amendment::{Amendment, Becomes, Deed, FlowChange};
use instroom::domain::archive::Archived;
use instroom::domain::change_set::{ChangeSet, CommitId};
use instroom::domain::customer::CustomerId;
use instroom::domain::dossier::{Dossier, Status};
use instroom::domain::field::Field;
use instroom::domain::history::{Version, Written};
use instroom::domain::snapshot::{Revision, Snapshot};
use instroom::domain::task_flow::TaskFlow;
use instroom::world::store::{CommitFault, SledStore, Store};
use proptest::prelude::*;

use super::store_taking_back::{Records, records};
use crate::support::amendments::{amend, amendment, becoming, editing, newcomer, putting, take_back, weigh};
use crate::support::imports::{Import, dossier, flow, founding, hand, lesson, person, stored};
use crate::support::memory::MemoryStore;

/// One thing that somebody may do.
#[derive(Debug, Clone)]
enum Turn {
    Import { season: i16, people: Vec<u64>, change: Vec<(u64, u8)>, link: Vec<u64>, learn: Vec<u64> },
    Edit { id: u64, field: u8 },
    Add { person: u64, linked: bool },
    Remove { id: u64, erased: bool },
    Dossier { id: u64, season: i16, fate: u8 },
    Mail { id: u64, season: i16, fate: u8 },
    Season { season: i16, fate: u8 },
    TakeBack { import: u64 },
}

fn turns() -> impl Strategy<Value = Vec<Turn>> {
    let season = || prop_oneof![3 => Just(2025_i16), 3 => Just(2026), 1 => Just(2027)];
    let some = |most: usize| prop::collection::vec(0_u64..30, 0..most);
    let import = (season(), some(4), prop::collection::vec((0_u64..30, 0_u8..3), 0..3), some(3), prop::collection::vec(0_u64..9, 0..4))
        .prop_map(|(season, people, change, link, learn)| Turn::Import { season, people, change, link, learn });
    let turn = prop_oneof![
        3 => import,
        1 => (0_u64..30, 0_u8..3).prop_map(|(id, field)| Turn::Edit { id, field }),
        1 => (30_u64..60, any::<bool>()).prop_map(|(person, linked)| Turn::Add { person, linked }),
        1 => (0_u64..30, any::<bool>()).prop_map(|(id, erased)| Turn::Remove { id, erased }),
        2 => (0_u64..30, season(), 0_u8..4).prop_map(|(id, season, fate)| Turn::Dossier { id, season, fate }),
        2 => (0_u64..30, season(), 0_u8..4).prop_map(|(id, season, fate)| Turn::Mail { id, season, fate }),
        2 => (season(), 0_u8..4).prop_map(|(season, fate)| Turn::Season { season, fate }),
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

fn import(name: &str, seen: &Snapshot, turn: &Turn) -> Option<ChangeSet> {
    let Turn::Import { season, people, change, link, learn } = turn else { return None };
    seen.flow(&flow(*season))?;
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
            let (id, flow) = (somebody(seen, id)?, seen.flow(&flow(season))?.id.clone());
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
        Turn::Mail { id, season, fate } => {
            let (id, flow) = (somebody(seen, id)?, flow(season));
            let dossier = store.dossier(&flow, CustomerId(id)).unwrap()?;
            let dossiers = vec![putting(seen, &flow, id, Some(mailed(dossier, fate)))];
            Some(Amendment { dossiers, ..amendment(name, seen, Deed::Mailed(flow)) })
        }
        Turn::Season { season, fate } => {
            let before = seen.flow(&flow(season)).cloned();
            let now = before.clone().unwrap_or_else(|| TaskFlow::personal_income_tax(season, Vec::new()));
            let deed = if before.is_none() { Deed::FlowMade(flow(season)) } else { Deed::FlowChanged(flow(season)) };
            let becomes = match (&before, fate) {
                (None, _) => now,
                (Some(_), 0) => TaskFlow { deadline_simple: jiff::civil::date(season, 8, 31), ..now },
                (Some(_), 1) => TaskFlow { archived: false, ..now },
                (Some(_), _) => TaskFlow { archived: !now.archived, ..now },
            };
            Some(Amendment { flows: vec![FlowChange { seen: before, becomes }], ..amendment(name, seen, deed) })
        }
        Turn::TakeBack { import } => {
            let open: Vec<_> = seen.imports.iter().filter(|past| past.taken_back.is_none()).collect();
            let past = open.get(usize::try_from(import).unwrap().checked_rem(open.len())?)?;
            Some(weigh(store, name, past.revision).amendment)
        }
    }
}

/// A dossier with what became of its mail.
fn mailed(mut dossier: Dossier, fate: u8) -> Dossier {
    let when = Some(jiff::Timestamp::from_second(1_780_000_000).unwrap());
    dossier.course.since = when;
    match fate {
        0 => (dossier.status, dossier.course.sent) = (Status::Sent, when),
        1 => dossier.status = Status::Unsure,
        2 => (dossier.status, dossier.course.refusal) = (Status::Failed, Some("550 no such user".into())),
        _ => (dossier.course.reminders, dossier.course.reminded) = (dossier.course.reminders + 1, when),
    }
    dossier
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
        let is_read_only = |end: &Result<_, String>| end.as_ref().is_err_and(|why| why.ends_with(" is archived"));
        assert!(ends[0].as_ref().is_none_or(|end| end.is_ok() || is_read_only(end)), "{turn:?}: {ends:?}");
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
            let imported = match store.commit(&set, &hand("an"), &mut |_| std::ops::ControlFlow::Continue(())) {
                Ok(imported) => imported,
                Err(CommitFault::Archived(Archived(archived))) => {
                    prop_assert!(seen.flow(&archived).is_some_and(|flow| flow.archived));
                    continue;
                }
                Err(fault) => panic!("{fault}"),
            };
            let taking = take_back(store, "taken back", imported.revision);
            prop_assert_eq!((taking.keeps.len(), taking.gone, taking.erased), (0, 0, 0));
            prop_assert_eq!(records(store), before);
            let after = store.snapshot().unwrap();
            prop_assert_eq!(&after.memory, &seen.memory);
            for index in 0..seen.customer_count() {
                let id = seen.customer_id(index).unwrap();
                // What the import did not touch is byte for byte what it was; what it did says that no row wrote it last.
                if after.version(after.index_of(id).unwrap()) == seen.version(index) {
                    prop_assert_eq!(after.record(after.index_of(id).unwrap()), seen.record(index));
                } else {
                    prop_assert!(set.updates.iter().any(|update| update.customer == id && !update.changes.is_empty()));
                }
            }
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
