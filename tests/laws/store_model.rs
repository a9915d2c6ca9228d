//! The store on disk and the one in memory do the same, whatever happens in whatever order.

use std::ops::ControlFlow;

use instroom::domain::change_set::{ChangeSet, Receipt};
use instroom::domain::field::Field;
use instroom::domain::memory::Lesson;
use instroom::domain::moved::Moved;
use instroom::domain::snapshot::Snapshot;
use instroom::world::store::{CommitFault, SledStore, Store};
use proptest::prelude::*;

use crate::support::imports::{Import, flow, founding, hand, lesson, mapping, person, stored};
use crate::support::memory::MemoryStore;

/// One import, as somebody may run it.
#[derive(Debug, Clone)]
pub(super) struct Run {
    /// Whose eyes: the snapshot is so many commits old.
    stale: usize,
    season: i16,
    people: Vec<u64>,
    change: Vec<(u64, u8)>,
    link: Vec<u64>,
    /// Learned in it; of a few cells and rows, so that imports contradict each other.
    learn: Vec<u64>,
    /// A mapping that is saved before it, or forgotten.
    mapping: Option<(u8, bool)>,
    /// Stopped at this report.
    stop: Option<u32>,
    /// Committed once more afterwards.
    twice: bool,
}

pub(super) fn runs() -> impl Strategy<Value = Vec<Run>> {
    let people = prop::collection::vec(0_u64..40, 0..5);
    let change = prop::collection::vec((0_u64..40, 0_u8..3), 0..4);
    let link = prop::collection::vec(0_u64..40, 0..4);
    let season = prop_oneof![Just(2025_i16), Just(2026)];
    let learn = prop::collection::vec(0_u64..6, 0..5);
    let memory = (learn, prop::option::of((0_u8..3, any::<bool>())));
    let run = (0_usize..3, season, people, change, link, memory, prop::option::weighted(0.2, 0_u32..7), any::<bool>());
    let run = run.prop_map(|(stale, season, people, change, link, (learn, mapping), stop, twice)| Run {
        stale,
        season,
        people,
        change,
        link,
        learn,
        mapping,
        stop,
        twice,
    });
    prop::collection::vec(run, 1..8)
}

/// The import against what was seen. Customers are taken modulo their number; nobody twice.
fn import(name: &str, seen: &Snapshot, run: &Run) -> ChangeSet {
    let count = seen.customer_count() as u64;
    let mut people = run.people.clone();
    people.sort_unstable();
    people.dedup();
    let mut import = Import::new(name, seen, flow(run.season)).adding(people.into_iter().map(person));
    let mut taken = std::collections::BTreeSet::new();
    for &(id, field) in run.change.iter().filter(|_| count > 0) {
        let id = 1 + id % count;
        let field = [Field::City, Field::ClientCode, Field::Email][usize::from(field)];
        if taken.insert(id) {
            import = import.changing(seen, id, &[(field, name)]);
        }
    }
    for id in run.link.iter().filter(|_| count > 0).map(|id| 1 + id % count) {
        if taken.insert(id) {
            import = import.linking(seen, id);
        }
    }
    let lessons = run.learn.iter().map(|&n| match lesson(n) {
        Lesson::Fix { field, before, .. } => Lesson::Fix { field, before, after: format!("{name}, {n}") },
        apart @ Lesson::Apart { .. } => apart,
    });
    import.learning(lessons).passing_over(3).done()
}

#[derive(Debug, PartialEq)]
enum End {
    Written(Receipt),
    Moved(Vec<Moved>),
    Stopped,
}

fn commit(store: &dyn Store, set: &ChangeSet, stop: Option<u32>) -> End {
    let mut heard = 0;
    let mut watch = |_| {
        heard += 1;
        if stop == Some(heard - 1) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    };
    match store.commit(set, &hand("an"), &mut watch) {
        Ok(receipt) => End::Written(receipt),
        Err(CommitFault::Moved(moved)) => End::Moved(moved),
        Err(CommitFault::Cancelled) => End::Stopped,
        Err(fault @ (CommitFault::Store(_) | CommitFault::Changed(_) | CommitFault::Archived(_))) => panic!("{fault}"),
    }
}

/// The names of stores are random.
fn nameless(snapshot: Snapshot) -> Snapshot {
    let mut snapshot = snapshot;
    snapshot.store = String::new();
    snapshot
}

/// Lets a store live through it, whatever becomes of each.
pub(super) fn live(store: &dyn Store, runs: &[Run]) {
    for (number, run) in runs.iter().enumerate() {
        match run.mapping {
            Some((name, true)) => store.remember_mapping(&mapping(&name.to_string()), &hand(&number.to_string())).unwrap(),
            Some((name, false)) => store.forget_mapping(&name.to_string()).unwrap(),
            None => {}
        }
        let seen = store.snapshot().unwrap();
        let _whatever = commit(store, &import(&format!("import {number}"), &seen, run), run.stop);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn both_stores_end_the_same_way_and_hold_the_same(runs in runs()) {
        let folder = tempfile::tempdir().unwrap();
        let disk = SledStore::new(folder.path().join("store"), founding());
        let memory = MemoryStore::new(founding());
        let stores: [&dyn Store; 2] = [&disk, &memory];
        let mut seen: Vec<[Snapshot; 2]> = vec![stores.map(|store| store.snapshot().unwrap())];
        for (number, run) in runs.iter().enumerate() {
            for store in stores {
                match run.mapping {
                    Some((name, true)) => store.remember_mapping(&mapping(&name.to_string()), &hand(&number.to_string())).unwrap(),
                    Some((name, false)) => store.forget_mapping(&name.to_string()).unwrap(),
                    None => {}
                }
            }
            let eyes = &seen[seen.len().saturating_sub(1 + run.stale)];
            let sets = [0, 1].map(|side| import(&format!("import {number}"), &eyes[side], run));
            let [disk_end, memory_end] = [0, 1].map(|side| commit(stores[side], &sets[side], run.stop));
            prop_assert_eq!(&disk_end, &memory_end);
            if run.twice {
                let [disk_end, memory_end] = [0, 1].map(|side| commit(stores[side], &sets[side], None));
                prop_assert_eq!(disk_end, memory_end);
            }
            let [on_disk, in_memory] = stores.map(|store| store.snapshot().unwrap());
            prop_assert_eq!(nameless(on_disk.clone()), nameless(in_memory.clone()));
            for id in 1..=on_disk.customer_count() as u64 {
                prop_assert!(!stored(&on_disk, id).is_empty());
            }
            seen.push([on_disk, in_memory]);
        }
        prop_assert_eq!(disk.check().unwrap().unwrap_or_default().troubles, []);
    }
}
