//! Records as lines, and back.

use super::line::{Line, Shelf};
use super::plain::Plain;
use crate::world::store::Room;

fn packed(value: &impl serde::Serialize) -> Vec<u8> {
    let mut bytes = vec![1];
    rmp_serde::encode::write_named(&mut bytes, value).unwrap();
    bytes
}

fn through(shelf: Shelf, key: &[u8], value: &[u8]) -> String {
    let text = serde_json::to_string(&Line::of(shelf, key, value).unwrap()).unwrap();
    let line: Line = serde_json::from_str(&text).unwrap();
    assert_eq!(line.record().unwrap(), (shelf, key.to_vec(), value.to_vec()), "{text}");
    text
}

#[test]
fn a_record_comes_back_as_the_bytes_that_it_was_and_is_plain_where_it_can_be() {
    #[derive(serde::Serialize)]
    struct Some {
        zeta: Option<u64>,
        alpha: (i64, bool, Option<String>, u64),
        names: Vec<&'static str>,
    }
    let some = Some { zeta: None, alpha: (-70_000, true, Option::Some("é\u{0}\"\n".into()), u64::MAX), names: vec!["", "x"] };
    let text = through(Shelf::Store(Room::Journal), &7_u64.to_be_bytes(), &packed(&some));
    assert_eq!(
        text,
        r#"{"room":"journal","key":[7],"front":"01","value":{"zeta":null,"alpha":[-70000,true,"é\u0000\"\n",18446744073709551615],"names":["","x"]}}"#
    );
    for value in [i64::MIN, -129, -128, -33, -32, -1, 0, 127, 128, 255, 256, 65_535, 65_536, i64::MAX] {
        assert!(through(Shelf::Store(Room::Settled), b"head", &packed(&value)).contains("value"), "{value}");
    }
    assert!(through(Shelf::Store(Room::Settled), b"head", &packed(&())).ends_with("\"value\":null}"));
}

#[test]
fn what_is_not_plain_stays_bytes() {
    let by_number: std::collections::BTreeMap<u64, u64> = [(1, 2)].into();
    let long_form = [1, 0xcd, 0, 7];
    for value in [&packed(&by_number)[..], &packed(&1.5), &long_form, &[], &[0], &[1], &[1, 0xc1], &[255, 0xc1]] {
        let text = through(Shelf::Outbox, &1_u64.to_be_bytes(), value);
        assert!(!text.contains("value"), "{text}");
    }
    // A number of a commit is no packed value at all.
    assert!(through(Shelf::Store(Room::Commits), "a name".as_bytes(), &9_u64.to_be_bytes()).contains(r#""front":"0000000000000009""#));
}

#[test]
fn keys_of_every_room_come_apart_and_together_again() {
    let numbers =
        |name: &[u8], numbers: &[u64]| numbers.iter().fold(name.to_vec(), |key, number| [key, number.to_be_bytes().to_vec()].concat());
    for (shelf, key) in [
        (Shelf::Store(Room::Customers), numbers(b"", &[7, 3])),
        (Shelf::Store(Room::Dossiers), numbers(b"pit-2026\0", &[7, 3])),
        (Shelf::Store(Room::Flows), numbers(b"pit-2026\0", &[3])),
        (Shelf::Store(Room::Outcomes), numbers(b"", &[3, 0])),
        (Shelf::Store(Room::Lessons), numbers(&[0xab; 16], &[3])),
        (Shelf::Store(Room::Mappings), vec![0xcd; 16]),
    ] {
        through(shelf, &key, &packed(&"x"));
        assert_eq!(Line::of(shelf, &[&key[..], &[1]].concat(), &packed(&"x")), None);
        assert_eq!(
            Line::of(shelf, &key[1..], &packed(&"x"))
                .filter(|_| shelf != Shelf::Store(Room::Dossiers))
                .filter(|_| shelf != Shelf::Store(Room::Flows)),
            None
        );
    }
    assert_eq!(Line::of(Shelf::Store(Room::Settled), &[0xff], &[1]), None, "a name is a text");
}

#[test]
fn a_line_that_was_not_written_is_none() {
    for text in [
        r#"{"room":"journal","key":[7],"front":"01","value":null,"more":1}"#,
        r#"{"room":"journal","key":[7]}"#,
        r#"{"room":"journal","key":[7.5],"front":""}"#,
        "[]",
        "{",
    ] {
        assert!(serde_json::from_str::<Line>(text).is_err(), "{text}");
    }
    for text in [
        r#"{"room":"cellar","key":[7],"front":"01"}"#,
        r#"{"room":"journal","key":[],"front":"01"}"#,
        r#"{"room":"journal","key":["7"],"front":"01"}"#,
        r#"{"room":"journal","key":[-7],"front":"01"}"#,
        r#"{"room":"journal","key":[7],"front":"1"}"#,
        r#"{"room":"journal","key":[7],"front":"0G"}"#,
        r#"{"room":"journal","key":[7],"front":"0A"}"#,
        r#"{"room":"mappings","key":["ab"],"front":"01"}"#,
    ] {
        assert_eq!(serde_json::from_str::<Line>(text).unwrap().record(), None, "{text}");
    }
    assert_eq!(Plain::of(&[0xc1]), None);
}
