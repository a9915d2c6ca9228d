use super::*;
use crate::domain::mapping::SavedColumn;
use crate::domain::matching::MatchKeys;

fn remembered<T>(what: T, revision: u64) -> Remembered<T> {
    let when = Timestamp::from_second(1_780_000_000 + i64::try_from(revision).unwrap()).unwrap();
    Remembered { what, revision: Revision(revision), when, who: format!("colleague {revision}") }
}

fn fix(before: &str, after: &str) -> Lesson {
    Lesson::fix(Field::Email, before, after).unwrap()
}

fn row(national: u64) -> PersonKey {
    PersonKey::of(&MatchKeys { national, ..MatchKeys::default() }).unwrap()
}

fn mapping(name: &str) -> SavedMapping {
    let columns = [("naam", Some(Field::LastName)), ("status", None)];
    SavedMapping { name: name.into(), columns: columns.map(|(heading, field)| SavedColumn { heading: heading.into(), field }).into() }
}

fn names(memory: &Memory) -> Vec<&str> {
    memory.mappings().iter().map(|known| known.what.name.as_str()).collect()
}

#[test]
fn a_fix_is_found_by_field_and_text_and_says_where_it_is_from() {
    let mut memory = Memory::default();
    memory.learn(remembered(fix("an@gmial.com", "an@gmail.com"), 3));
    assert_eq!(memory.fix(Field::Email, "an@gmial.com"), Some(&remembered("an@gmail.com".to_owned(), 3)));
    assert_eq!(memory.fix(Field::Email, " an@gmial.com\u{a0}"), memory.fix(Field::Email, "an@gmial.com"));
    assert_eq!(memory.fix(Field::Email, "An@gmial.com"), None, "another text, also where only the case differs");
    assert_eq!(memory.fix(Field::Street, "an@gmial.com"), None);
    assert_eq!((memory.fix_count(), memory.apart_count()), (1, 0));
}

#[test]
fn of_lessons_that_contradict_each_other_the_newest_counts_in_whatever_order_they_come() {
    let lessons = [(2, "two"), (5, "five"), (3, "three")];
    for turn in 0..3 {
        let mut memory = Memory::default();
        for at in 0..3 {
            let (revision, after) = lessons[(turn + at) % 3];
            memory.learn(remembered(fix("x", after), revision));
        }
        assert_eq!(memory.fix(Field::Email, "x"), Some(&remembered("five".to_owned(), 5)));
        assert_eq!(memory.fix_count(), 1);
    }
    let mut memory = Memory::default();
    memory.learn(remembered(fix("x", "first"), 1));
    memory.learn(remembered(fix("x", "then"), 1));
    assert_eq!(memory.fix(Field::Email, "x").map(|known| known.what.as_str()), Some("then"));
}

#[test]
fn there_is_nothing_to_learn_from_some_cells() {
    let none = [("", "an@x.be"), (" \u{a0}", "an@x.be"), ("an@x.be", "an@x.be"), (" an@x.be ", "an@x.be")];
    for (before, after) in none {
        assert_eq!(Lesson::fix(Field::Email, before, after), None, "{before:?}");
    }
    let long = "é".repeat(Lesson::LONGEST);
    assert!(Lesson::fix(Field::Email, &long, "x").is_some() && Lesson::fix(Field::Email, "x", &long).is_some());
    let longer = format!("{long}é");
    assert_eq!(Lesson::fix(Field::Email, &longer, "x"), None);
    assert_eq!(Lesson::fix(Field::Email, "x", &longer), None);
    let cleared = Lesson::Fix { field: Field::Mobile, before: "geen".into(), after: String::new() };
    assert_eq!(Lesson::fix(Field::Mobile, " geen ", " "), Some(cleared));
}

#[test]
fn a_row_is_held_apart_from_one_customer_and_no_other() {
    let mut memory = Memory::default();
    memory.learn(remembered(Lesson::Apart { customer: CustomerId(4), row: row(7) }, 2));
    assert_eq!(memory.apart(CustomerId(4), &row(7)), Some(&remembered(CustomerId(4), 2)));
    assert_eq!(memory.apart(CustomerId(5), &row(7)), None);
    assert_eq!(memory.apart(CustomerId(4), &row(8)), None);
    memory.learn(remembered(Lesson::Apart { customer: CustomerId(4), row: row(7) }, 6));
    assert_eq!(memory.apart(CustomerId(4), &row(7)).map(|known| known.revision), Some(Revision(6)));
    assert_eq!(memory.apart_count(), 1);
}

#[test]
fn mappings_are_newest_first_and_one_of_a_name() {
    let mut memory = Memory::default();
    for (name, revision) in [("b", 2), ("a", 1), ("c", 3)] {
        memory.keep_mapping(remembered(mapping(name), revision));
    }
    assert_eq!(names(&memory), ["c", "b", "a"]);
    let later = SavedMapping { columns: Vec::new(), ..mapping("a") };
    memory.keep_mapping(remembered(later.clone(), 4));
    assert_eq!(names(&memory), ["a", "c", "b"]);
    assert_eq!(memory.mappings()[0].what, later);
    memory.forget_mapping("c");
    memory.forget_mapping("never saved");
    assert_eq!(names(&memory), ["a", "b"]);
}

#[test]
fn mappings_saved_between_the_same_imports_go_by_the_clock() {
    let mut memory = Memory::default();
    for (name, minute) in [("early", 1), ("late", 9), ("noon b", 5), ("noon a", 5)] {
        let saved = remembered(mapping(name), 2);
        let when = saved.when + jiff::SignedDuration::from_mins(minute);
        memory.keep_mapping(Remembered { when, ..saved });
    }
    assert_eq!(names(&memory), ["late", "noon a", "noon b", "early"]);
}

#[test]
fn the_stored_form_of_lessons_stays_as_it_is() {
    let lessons = [fix("a@x", "a@x.be"), Lesson::Apart { customer: CustomerId(4), row: row(7) }];
    let stored = serde_json::to_string(&lessons).unwrap();
    assert_eq!(stored, r#"[{"fix":{"field":"email","before":"a@x","after":"a@x.be"}},{"apart":{"customer":4,"row":{"national":7}}}]"#);
    assert_eq!(serde_json::from_str::<Vec<Lesson>>(&stored).unwrap(), lessons);
}
