//! What every store has to do with what was learned, run on each of them.

use std::ops::ControlFlow;

use instroom::domain::customer::CustomerId;
use instroom::domain::field::Field;
use instroom::domain::memory::{Lesson, Memory, PersonKey, Remembered};
use instroom::domain::snapshot::{Revision, Snapshot};
use instroom::world::store::{CommitFault, Store};

use crate::support::house::{House, add, commit, contract, quietly};
use crate::support::imports::{Import, flow, hand, lesson, mapping, person};

contract![
    looking_and_forgetting_make_no_store,
    what_an_import_taught_comes_back_with_its_import,
    the_same_lesson_again_is_one_of_the_newest_import,
    of_lessons_that_contradict_each_other_the_newest_counts,
    the_same_commit_again_teaches_nothing_more,
    a_commit_that_no_longer_fits_teaches_nothing,
    stopping_leaves_no_lesson_at_any_moment,
    a_mapping_is_saved_replaced_and_forgotten,
    the_first_mapping_makes_the_store,
    a_mapping_moves_no_import,
    lessons_and_mappings_side_by_side_are_all_there,
];

fn memory(house: &dyn House) -> Memory {
    house.door().snapshot().unwrap().memory
}

fn fix(before: &str, after: &str) -> Lesson {
    Lesson::fix(Field::Email, before, after).unwrap()
}

/// What is known of a cell: as what it was put right, in which import, by whom.
fn known(memory: &Memory, before: &str) -> Option<(String, Revision, String)> {
    memory.fix(Field::Email, before).map(|fix| (fix.what.clone(), fix.revision, fix.who.clone()))
}

fn names(memory: &Memory) -> Vec<&str> {
    memory.mappings().iter().map(|known| known.what.name.as_str()).collect()
}

/// An import that adds nobody and teaches this.
fn teach(store: &dyn Store, name: &str, who: &str, lessons: impl IntoIterator<Item = Lesson>) -> Revision {
    let set = Import::new(name, &store.snapshot().unwrap(), flow(2025)).learning(lessons).done();
    store.commit(&set, &hand(who), &mut quietly).unwrap().revision
}

fn looking_and_forgetting_make_no_store(house: &dyn House) {
    let store = house.door();
    store.forget_mapping("never saved").unwrap();
    assert_eq!(memory(house), Memory::default());
    assert!(!store.exists().unwrap());
}

fn what_an_import_taught_comes_back_with_its_import(house: &dyn House) {
    let store = house.door();
    add(&*store, "one", 0..3);
    assert_eq!(memory(house), Memory::default(), "an import that teaches nothing");
    let row = PersonKey::EmailAndName { email: 5, name: u64::MAX };
    let apart = Lesson::Apart { customer: CustomerId(2), row };
    let seen = store.snapshot().unwrap();
    let set = Import::new("two", &seen, flow(2025)).adding([person(7)]).learning([fix("an@gmial.com", "an@gmail.com"), apart]).done();
    let revision = store.commit(&set, &hand("jo"), &mut quietly).unwrap().revision;
    add(&*store, "three", 10..11);
    let memory = memory(house);
    let when = hand("jo").when;
    let fixed = Remembered { what: "an@gmail.com".to_owned(), revision, when, who: "jo".to_owned() };
    assert_eq!(memory.fix(Field::Email, "an@gmial.com"), Some(&fixed));
    assert_eq!(memory.apart(CustomerId(2), &row), Some(&Remembered { what: CustomerId(2), revision, when, who: "jo".to_owned() }));
    assert_eq!((memory.fix_count(), memory.apart_count(), memory.unreadable()), (1, 1, 0));
}

fn the_same_lesson_again_is_one_of_the_newest_import(house: &dyn House) {
    let store = house.door();
    teach(&*store, "one", "an", [lesson(0), lesson(3)]);
    let before = memory(house);
    teach(&*store, "two", "jo", [lesson(3), lesson(0), lesson(0)]);
    let after = memory(house);
    assert_eq!((after.fix_count(), after.apart_count()), (1, 1));
    assert_ne!(after, before);
    let Lesson::Apart { customer, row } = lesson(3) else { panic!("the fourth lesson is a row held apart") };
    assert_eq!(after.apart(customer, &row).unwrap().who, "jo");
}

fn of_lessons_that_contradict_each_other_the_newest_counts(house: &dyn House) {
    let store = house.door();
    teach(&*store, "one", "an", [fix("x", "first"), fix("y", "first")]);
    let two = teach(&*store, "two", "jo", [fix("x", "second"), fix("x", "on second thoughts")]);
    let memory = memory(house);
    assert_eq!(known(&memory, "x"), Some(("on second thoughts".into(), two, "jo".into())));
    assert_eq!(known(&memory, "y").map(|known| (known.0, known.2)), Some(("first".into(), "an".into())));
}

fn the_same_commit_again_teaches_nothing_more(house: &dyn House) {
    let store = house.door();
    let mut set = Import::new("one", &store.snapshot().unwrap(), flow(2025)).learning([fix("x", "once")]).done();
    let first = commit(&*store, &set);
    teach(&*store, "two", "jo", [fix("x", "twice")]);
    let before = memory(house);
    set.lessons.push(fix("z", "smuggled in"));
    assert_eq!(commit(&*store, &set).revision, first.revision);
    assert_eq!(memory(house), before);
}

fn a_commit_that_no_longer_fits_teaches_nothing(house: &dyn House) {
    let store = house.door();
    add(&*store, "one", 0..2);
    let seen = store.snapshot().unwrap();
    let mine = Import::new("mine", &seen, flow(2025)).changing(&seen, 1, &[(Field::City, "Brugge")]).learning([fix("x", "y")]).done();
    commit(&*store, &Import::new("colleague", &seen, flow(2025)).changing(&seen, 1, &[(Field::City, "Aalst")]).done());
    assert!(matches!(store.commit(&mine, &hand("an"), &mut quietly), Err(CommitFault::Moved(_))));
    assert_eq!(memory(house), Memory::default());
}

fn stopping_leaves_no_lesson_at_any_moment(house: &dyn House) {
    let store = house.door();
    teach(&*store, "one", "jo", (0..4).map(lesson));
    let before = store.snapshot().unwrap();
    let set = Import::new("two", &before, flow(2025)).adding([person(0)]).learning((2..2_502).map(lesson)).done();
    let mut reports = 0;
    loop {
        let mut heard = 0;
        let mut watch = |_| {
            heard += 1;
            if heard > reports { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        };
        match store.commit(&set, &hand("an"), &mut watch) {
            Err(CommitFault::Cancelled) => assert_eq!(store.snapshot().unwrap(), before, "stopped at report {reports}"),
            Ok(_) => break,
            Err(other) => panic!("{other}"),
        }
        house.verify();
        reports += 1;
    }
    // Comparing, beginning, one batch of additions, three of lessons, securing.
    assert_eq!(reports, 7);
    let after: Snapshot = store.snapshot().unwrap();
    assert_eq!((after.memory.fix_count() + after.memory.apart_count(), after.customer_count()), (2_502, 1));
}

fn a_mapping_is_saved_replaced_and_forgotten(house: &dyn House) {
    let store = house.door();
    let revision = add(&*store, "one", 0..1).revision;
    store.remember_mapping(&mapping("AdminPulse"), &hand("an")).unwrap();
    store.remember_mapping(&mapping("Oud boekhoudpakket"), &hand("an")).unwrap();
    let mut other = mapping("AdminPulse");
    other.columns.pop();
    store.remember_mapping(&other, &hand("jo")).unwrap();
    let expected = Remembered { what: other, revision, when: hand("jo").when, who: "jo".to_owned() };
    assert_eq!((names(&memory(house)), &memory(house).mappings()[0]), (vec!["AdminPulse", "Oud boekhoudpakket"], &expected));
    add(&*store, "two", 1..2);
    store.remember_mapping(&mapping("Zomer"), &hand("an")).unwrap();
    assert_eq!(names(&memory(house)), ["Zomer", "AdminPulse", "Oud boekhoudpakket"], "newest first");
    for name in ["AdminPulse", "AdminPulse", "adminpulse", "Zomer"] {
        store.forget_mapping(name).unwrap();
    }
    assert_eq!(names(&memory(house)), ["Oud boekhoudpakket"]);
}

fn the_first_mapping_makes_the_store(house: &dyn House) {
    let store = house.door();
    let nothing = store.snapshot().unwrap();
    let prepared = Import::new("one", &nothing, flow(2025)).adding([person(0)]).done();
    store.remember_mapping(&mapping("AdminPulse"), &hand("an")).unwrap();
    assert!(store.exists().unwrap());
    let empty = store.snapshot().unwrap();
    assert_eq!((empty.customer_count(), empty.revision, empty.imports.len()), (0, Revision(0), 0));
    assert_eq!((&empty.flows, names(&empty.memory)), (&nothing.flows, vec!["AdminPulse"]));
    // What was prepared when there was no store goes into the one that the mapping made.
    assert_eq!(commit(&*store, &prepared).customers, (0, 1));
    assert_eq!(names(&memory(house)), ["AdminPulse"]);
}

fn a_mapping_moves_no_import(house: &dyn House) {
    let store = house.door();
    let revision = add(&*store, "one", 0..2).revision;
    let seen = store.snapshot().unwrap();
    let prepared = Import::new("two", &seen, flow(2026)).changing(&seen, 1, &[(Field::City, "Aalst")]).linking(&seen, 2).done();
    store.remember_mapping(&mapping("AdminPulse"), &hand("jo")).unwrap();
    assert_eq!(store.snapshot().unwrap().revision, revision);
    commit(&*store, &prepared);
    store.forget_mapping("AdminPulse").unwrap();
    let after = store.snapshot().unwrap();
    assert_eq!((after.memory, after.imports.len()), (Memory::default(), 2));
}

fn lessons_and_mappings_side_by_side_are_all_there(house: &dyn House) {
    std::thread::scope(|scope| {
        for worker in 0..3_u64 {
            let store = house.door();
            scope.spawn(move || {
                for round in 0..3 {
                    let first = 100 * worker + 10 * round;
                    teach(&*store, &format!("{worker}-{round}"), "an", (first..first + 10).map(lesson));
                    store.remember_mapping(&mapping(&format!("list {worker}-{round}")), &hand("an")).unwrap();
                }
            });
        }
    });
    let memory = memory(house);
    assert_eq!((memory.fix_count() + memory.apart_count(), memory.mappings().len()), (90, 9));
}
