//! What `--json` prints, as bytes: exactly one document whatever became of it, no key twice in an object, and nobody's national number in
//! the name of a file.

use std::collections::BTreeSet;
use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::support::place::{Place, some};

/// A document that was read to see whether an object in it has a key twice; a value keeps only the last.
#[derive(Debug)]
struct Whole;

impl<'de> Deserialize<'de> for Whole {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Once)
    }
}

struct Once;

impl<'de> Visitor<'de> for Once {
    type Value = Whole;

    fn expecting(&self, told: &mut fmt::Formatter<'_>) -> fmt::Result {
        told.write_str("JSON")
    }

    fn visit_bool<E: de::Error>(self, _: bool) -> Result<Whole, E> {
        Ok(Whole)
    }

    fn visit_i64<E: de::Error>(self, _: i64) -> Result<Whole, E> {
        Ok(Whole)
    }

    fn visit_u64<E: de::Error>(self, _: u64) -> Result<Whole, E> {
        Ok(Whole)
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<Whole, E> {
        Ok(Whole)
    }

    fn visit_str<E: de::Error>(self, _: &str) -> Result<Whole, E> {
        Ok(Whole)
    }

    fn visit_unit<E: de::Error>(self) -> Result<Whole, E> {
        Ok(Whole)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut values: A) -> Result<Whole, A::Error> {
        while values.next_element::<Whole>()?.is_some() {}
        Ok(Whole)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Whole, A::Error> {
        let mut keys = BTreeSet::new();
        while let Some(key) = entries.next_key::<String>()? {
            entries.next_value::<Whole>()?;
            if !keys.insert(key.clone()) {
                return Err(de::Error::custom(format!("{key} stands twice")));
            }
        }
        Ok(Whole)
    }
}

/// Every command that prints JSON, in an order in which each has something to print: the words, and the exit code.
const LINES: &[(&[&str], i32)] = &[
    (&["check", "85.07.30-033.28.xlsx", "--rows"], 0),
    (&["import", "85.07.30-033.28.xlsx", "--language", "nl", "--questionnaire", "pit-2026"], 64),
    (&["import", "85.07.30-033.28.xlsx", "--language", "nl", "--questionnaire", "pit-2026", "-n"], 0),
    (&["import", "85.07.30-033.28.xlsx", "--language", "nl", "--questionnaire", "pit-2026", "--yes"], 0),
    (&["import", "85.07.30-033.28.xlsx", "--language", "nl", "--questionnaire", "pit-2026", "--yes"], 0),
    (&["import", "85.07.30-033.28.xlsx", "--language", "nl", "--questionnaire", "pit-2026", "-n"], 0),
    (&["customers"], 0),
    (&["history"], 0),
    (&["history", "--customer", "1"], 0),
    (&["flows"], 0),
    (&["flows", "next", "pit-2026", "-n"], 0),
    (&["flows", "next", "pit-2026", "--yes"], 0),
    (&["flows", "link", "pit-2027", "--customer", "1", "-n"], 0),
    (&["invite", "--flow", "pit-2026", "-n"], 0),
    (&["invite", "--flow", "pit-2026", "--remind", "--yes", "0"], 0),
    (&["invite", "--flow", "pit-2026", "--eml", "letters"], 0),
    (&["outbox"], 0),
    (&["outbox", "send", "-n"], 0),
    (&["outbox", "send"], 0),
    (&["drafts"], 0),
    (&["keys"], 0),
    (&["store", "info"], 0),
    (&["store", "check"], 0),
    (&["store", "share", "--group", "0", "-n"], 0),
    (&["store", "backup", "out.jsonl", "-n"], 0),
    (&["store", "backup", "out.jsonl"], 0),
    (&["store", "check", "--backup", "out.jsonl"], 0),
    (&["store", "restore", "out.jsonl", "--into", "old", "-n"], 0),
    (&["store", "restore", "out.jsonl", "--into", "old", "--yes"], 0),
    (&["config", "show"], 0),
    (&["config", "path"], 0),
    (&["config", "check"], 0),
    (&["undo", "1", "-n"], 0),
    (&["undo", "1", "--yes"], 0),
    (&["history"], 0),
    (&["history", "--customer", "1"], 0),
];

/// A place with a workbook that is called after somebody's national number, and what mail is written with.
fn place() -> Place {
    let place = Place::empty();
    place.put("85.07.30-033.28.xlsx", &some(0..3));
    place.put(".config/instroom/config.toml", b"[mail]\nsender = \"info@kantoor.be\"\nhost = \"localhost\"\nsecurity = \"none\"\n");
    place
}

/// The words with the files of the home in the place of their names.
fn at_home<'a>(place: &Place, words: &[&'a str], kept: &'a mut Vec<String>) -> Vec<&'a str> {
    let is_file = |word: &str| word.ends_with(".xlsx") || word.ends_with(".jsonl") || ["letters", "old"].contains(&word);
    kept.extend(words.iter().map(|word| if is_file(word) { place.at(word) } else { (*word).to_owned() }));
    kept.push("--json".to_owned());
    kept.iter().map(String::as_str).collect()
}

#[test]
fn whatever_is_done_json_is_one_document_without_a_key_twice_and_without_a_national_number() {
    let place = place();
    for (words, code) in LINES {
        let mut kept = Vec::new();
        let answer = place.run(&at_home(&place, words, &mut kept));
        assert_eq!(answer.code, *code, "{words:?}: {answer:?}");
        let read = serde_json::from_str::<Whole>(&answer.out);
        assert!(read.is_ok() && answer.out.starts_with("{\n  \"format\": \"instroom-"), "{words:?}: {read:?} of {answer:?}");
        let told = answer.told + &answer.out;
        assert!(!told.contains("033.28") && !told.contains("03328"), "{words:?}: {told}");
    }
}

#[test]
fn a_file_called_after_a_customer_is_told_without_the_number_unless_it_is_asked_for() {
    let place = place();
    let file = place.at("85.07.30-033.28.xlsx");
    let import = ["import", &file, "--language", "nl", "--questionnaire", "pit-2026", "--yes"];
    assert_eq!(place.run(&import).code, 0);
    for words in [
        &["check", &file][..],
        &["history"],
        &["history", "--customer", "1"],
        &["store", "info"],
        &["check", &place.at("85073003328.xlsx")],
    ] {
        let answer = place.run(words);
        let told = answer.told.clone() + &answer.out;
        assert!(!told.contains("033.28") && !told.contains("03328") && told.contains("***"), "{words:?}: {answer:?}");
    }
    assert!(place.run(&["history", "--show-numbers"]).out.contains("85.07.30-033.28.xlsx"));
}

#[test]
fn a_key_that_stands_twice_is_seen() {
    for (text, is_whole) in [
        ("{\"a\": [1, -2, 0.5, null, true, \"x\"], \"b\": {\"a\": {}}}", true),
        ("{\"a\": 1, \"a\": 1}", false),
        ("{\"b\": [{\"a\": 1, \"c\": 2, \"a\": 3}]}", false),
        ("{} {}", false),
        ("", false),
    ] {
        assert_eq!(serde_json::from_str::<Whole>(text).is_ok(), is_whole, "{text}");
    }
}
