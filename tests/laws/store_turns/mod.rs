//! Whatever is done with a store, in whatever order, nothing comes out of joint: imports, edits of one and of several, additions,
//! removals, erasures, links, answers, mails, seasons made and archived, imports taken back.
//!
//! `turn` says what somebody may do, and counts what was really done.

use std::collections::BTreeSet;
use std::ops::ControlFlow;

use instroom::domain::amendment::{Amendment, Deed, FlowChange};
use instroom::domain::change_set::{ChangeSet, CommitId};
use instroom::domain::customer::CustomerId;
use instroom::domain::history::{Version, Written};
use instroom::domain::snapshot::{DossierHead, Revision, Snapshot};
use instroom::domain::taking_back::{Part, TakingBack};
use instroom::domain::task_flow::{TaskFlow, TaskFlowId};
use instroom::world::store::{SledStore, Store};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

use super::store_taking_back::{Records, records};
use crate::support::amendments::{amend, amendment, newcomer, take_back};
use crate::support::imports::{flow, founding, hand, person};
use crate::support::memory::MemoryStore;

mod turn;

use turn::{End, Importing, Told, Turn, Writes, importing, turns};

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

/// The dossiers of the archive.
fn archived(flows: &[TaskFlow], of: &Snapshot) -> Vec<(TaskFlowId, CustomerId, DossierHead)> {
    let archived = flows.iter().filter(|flow| flow.archived);
    archived.flat_map(|flow| of.dossiers(&flow.id).map(|(id, head)| (flow.id.clone(), id, head.clone()))).collect()
}

/// A store on disk and one in memory, in which the same is done.
struct Both {
    disk: SledStore,
    memory: MemoryStore,
    _folder: tempfile::TempDir,
}

impl Both {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { disk: SledStore::new(folder.path().join("store"), founding()), memory: MemoryStore::new(founding()), _folder: folder }
    }

    fn doors(&self) -> [&dyn Store; 2] {
        [&self.disk, &self.memory]
    }

    fn take(&self, turns: &[Turn], named: &str, told: &Told) {
        for (number, turn) in turns.iter().enumerate() {
            let name = format!("{named} {number}");
            let before = self.memory.snapshot().unwrap();
            let ends = self.doors().map(|store| {
                let written = match turn.writes(&name, store, &store.snapshot().unwrap())? {
                    Writes::Import(set) => store.commit(&set, &hand("an"), &mut |_| ControlFlow::Continue(())),
                    Writes::Amendment(amendment) => amend(store, &amendment),
                };
                Some(written.map_err(|fault| fault.to_string()))
            });
            assert_eq!(ends[0], ends[1]);
            let end = match &ends[0] {
                None => End::Nothing,
                Some(Ok(_)) => End::Done,
                Some(Err(why)) if why.ends_with(" is archived") => End::Refused,
                Some(Err(why)) => panic!("{turn:?}: {why}"),
            };
            told.note(turn.kind(), end);
            let [on_disk, in_memory] = self.doors().map(|store| nameless(store.snapshot().unwrap()));
            assert_eq!(on_disk, in_memory, "{turn:?}");
            if !matches!(turn, Turn::Mail { .. } | Turn::Remove { .. }) {
                assert_eq!(archived(&before.flows, &in_memory), archived(&before.flows, &before), "{turn:?}: the archive is read only");
            }
        }
    }

    /// Brings a workbook in, into a season that is taken out of the archive where all are in it.
    fn import(&self, importing: &Importing) -> [(ChangeSet, Revision); 2] {
        self.doors().map(|store| {
            let seen = store.snapshot().unwrap();
            if seen.flows.iter().all(|flow| flow.archived) {
                let mut out = amendment("out of the archive", &seen, Deed::FlowChanged(flow(2026)));
                let before = seen.flow(&flow(2026)).unwrap().clone();
                out.flows = vec![FlowChange { becomes: TaskFlow { archived: false, ..before.clone() }, seen: Some(before) }];
                amend(store, &out).unwrap();
            }
            let set = importing.set("the last", &store.snapshot().unwrap());
            assert!(!set.additions.is_empty());
            let imported = store.commit(&set, &hand("an"), &mut |_| ControlFlow::Continue(())).unwrap();
            (set, imported.revision)
        })
    }
}

/// Holds a law for so many cases, and then that they were no empty ones.
fn hold<S: Strategy>(cases: u32, of: S, law: impl Fn(S::Value, &Told) -> Result<(), TestCaseError>) {
    let told = Told::default();
    let mut runner =
        TestRunner::new(ProptestConfig { cases, failure_persistence: None, max_shrink_iters: 200, ..ProptestConfig::default() });
    if let Err(fault) = runner.run(&of, |case| law(case, &told)) {
        panic!("{fault}");
    }
    told.judge();
}

#[test]
fn whatever_is_done_both_stores_hold_what_a_rebuild_gives() {
    hold(16, turns(), |turns, told| {
        let both = Both::new();
        both.take(&turns, "turn", told);
        let Both { disk, memory, .. } = &both;
        prop_assert_eq!(disk.check().unwrap().unwrap_or_default().troubles, []);
        for id in (1..80).map(CustomerId) {
            prop_assert_eq!(disk.versions(id).unwrap(), memory.versions(id).unwrap());
        }
        for import in disk.snapshot().unwrap().imports.iter().map(|past| past.revision) {
            let [mut on_disk, mut in_memory] = both.doors().map(|store| store.traces(import).unwrap());
            (on_disk.store, in_memory.store) = (String::new(), String::new());
            prop_assert_eq!(on_disk, in_memory);
        }
        let held = records(disk);
        prop_assert_eq!(&rebuilt(disk, 80), &held);
        // Whose a form is that comes back, is found by its token.
        let tokens: Vec<String> = held.1.values().map(|dossier| dossier.token.clone()).collect();
        let found = disk.dossiers_with_tokens(&tokens).unwrap();
        prop_assert!(found.iter().zip(&tokens).all(|(holder, token)| holder.as_ref().is_some_and(|(.., dossier)| dossier.token == *token)));
        Ok(())
    });
}

#[test]
fn an_import_and_its_taking_back_leave_the_earlier_records() {
    hold(16, (turns(), importing(60..90)), |(turns, last), told| {
        let both = Both::new();
        both.take(&turns, "turn", told);
        // Which seasons are archived is no part of the records.
        let befores = both.doors().map(|store| (records(store), store.snapshot().unwrap()));
        let imports = both.import(&last);
        for ((store, (before, seen)), (set, import)) in both.doors().into_iter().zip(befores).zip(imports) {
            let taking = take_back(store, "taken back", import);
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
        prop_assert_eq!(both.disk.check().unwrap().unwrap_or_default().troubles, []);
        Ok(())
    });
}

fn keeps(taking: &TakingBack, customer: CustomerId, what: &Part) -> bool {
    taking.keeps.iter().any(|kept| kept.customer == customer && kept.what == *what)
}

#[test]
fn of_an_import_that_is_taken_back_after_other_work_nothing_is_left_that_is_not_told_as_kept() {
    hold(12, (turns(), importing(60..90), turns()), |(turns, last, mut work), told| {
        let both = Both::new();
        both.take(&turns, "turn", told);
        let befores = both.doors().map(records);
        let imports = both.import(&last);
        let afters = both.doors().map(records);
        work.retain(|turn| !matches!(turn, Turn::TakeBack { .. }));
        both.take(&work, "work", told);
        let sides = both.doors().into_iter().zip(befores).zip(afters).zip(imports);
        for (((store, before), after), (set, import)) in sides {
            let taking = take_back(store, "taken back", import);
            let left = records(store);
            let added: BTreeSet<CustomerId> = after.0.keys().filter(|id| !before.0.contains_key(id)).copied().collect();
            prop_assert_eq!(added.len(), set.additions.len());
            for id in added {
                prop_assert_eq!(left.0.contains_key(&id), keeps(&taking, id, &Part::Customer), "{}", id);
            }
            for (flow, id) in after.1.keys().filter(|key| !before.1.contains_key(key)) {
                let is_kept = keeps(&taking, *id, &Part::Dossier(flow.clone()));
                prop_assert_eq!(left.1.contains_key(&(flow.clone(), *id)), is_kept, "{} {:?}", id, flow);
            }
            for update in &set.updates {
                let Some(values) = left.0.get(&update.customer) else { continue };
                for change in &update.changes {
                    let is_kept = keeps(&taking, update.customer, &Part::Field(change.field));
                    prop_assert!(is_kept || values.text(change.field) == change.before, "{} {:?}", update.customer, change);
                }
            }
        }
        prop_assert_eq!(both.disk.check().unwrap().unwrap_or_default().troubles, []);
        Ok(())
    });
}
