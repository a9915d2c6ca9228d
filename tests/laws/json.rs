//! `instroom check` and `instroom import` through the built program: what a script can rely on.

use std::collections::BTreeMap;
use std::path::Path;

use instroom::domain::field::Field;
use serde_json::Value;

use crate::support::couples;
use crate::support::office::{SAMPLE, protected_workbook, workbook_of, workbook_of_texts};
use crate::support::place::{Place, some};

impl Place {
    fn is_untouched(&self) -> bool {
        // The log is kept whatever is done.
        let kept = |name: &str| self.home().join(name).exists();
        !self.store().exists() && !kept(".local/share") && !kept(".local/state/instroom/drafts")
    }
}

fn number(value: &Value, name: &str) -> u64 {
    value[name].as_u64().unwrap_or_else(|| panic!("{name} is a number: {value}"))
}

fn sums_agree(judgement: &Value) {
    let buckets = &judgement["buckets"];
    let of = |name| number(buckets, name);
    assert_eq!(number(judgement, "rows"), of("only_in_import") + of("duplicates") + of("invalid") + of("joined"), "{buckets}");
}

#[test]
fn the_judgement_has_its_fields_and_its_sums_agree() {
    let place = Place::empty();
    let sample = place.put("customers.xlsx", SAMPLE);
    let answer = place.run(&["check", &sample, "--json", "--rows"]);
    assert_eq!((answer.code, answer.told.as_str()), (1, ""), "some rows are invalid");
    let judgement: Value = serde_json::from_str(&answer.out).unwrap();
    sums_agree(&judgement);
    assert_eq!(judgement["file"], "customers.xlsx");
    assert_eq!(judgement["fingerprint"].as_str().map(str::len), Some(64));
    assert_eq!((&judgement["sheet"], &judgement["header_row"]), (&"Customers".into(), &1.into()));
    assert_eq!((&judgement["task_flow"], number(&judgement, "skipped_blank")), (&"pit-2026".into(), 1));
    assert!(judgement["skipped_example"].is_u64());
    let findings = judgement["findings"].as_array().unwrap();
    for finding in findings {
        assert!(number(finding, "row") > 1 && finding["field"].is_string() && finding["rule"].as_str().unwrap().contains('.'));
        assert!(["error", "warning"].contains(&finding["severity"].as_str().unwrap()), "{finding}");
        assert!(!finding["message"].as_str().unwrap().is_empty() && finding["value"].is_string(), "{finding}");
        assert!(finding["column"].is_string() || finding["column"].is_null(), "{finding}");
        assert!(finding["suggestion"].is_string() || finding["suggestion"].is_null(), "{finding}");
    }
    let results = judgement["results"].as_array().unwrap();
    assert_eq!(results.len() as u64, number(&judgement, "rows"));
    let mut counted: BTreeMap<&str, u64> = BTreeMap::new();
    for result in results {
        *counted.entry(result["bucket"].as_str().unwrap()).or_default() += 1;
        let has_error = findings.iter().any(|finding| finding["row"] == result["row"] && finding["severity"] == "error");
        assert_eq!(has_error, result["bucket"] == "invalid", "{result}");
    }
    assert_eq!(counted.values().sum::<u64>(), number(&judgement, "rows"));
    assert_eq!(counted.get("invalid").copied(), Some(number(&judgement["buckets"], "invalid")), "{counted:?}");
    assert!(place.is_untouched(), "a look makes no store");
}

#[test]
fn without_rows_there_are_no_results_and_lines_say_the_same() {
    let place = Place::empty();
    let sample = place.put("customers.xlsx", SAMPLE);
    let judgement: Value = serde_json::from_str(&place.run(&["check", &sample, "--json"]).out).unwrap();
    assert!(judgement.get("results").is_none());
    let lines = place.run(&["check", &sample]);
    assert_eq!(lines.code, 1);
    let counts: Vec<u64> = lines.out.lines().skip(1).map_while(|line| line.split_whitespace().next()?.parse().ok()).collect();
    let buckets = ["only_in_import", "only_in_store", "duplicates", "invalid"].map(|name| number(&judgement["buckets"], name));
    assert_eq!(counts, [&buckets[..], &[number(&judgement, "rows")]].concat());
    for finding in judgement["findings"].as_array().unwrap() {
        assert!(lines.out.contains(&format!("[{}]", finding["rule"].as_str().unwrap())));
    }
    assert!(place.is_untouched());
}

#[test]
fn exit_codes_say_what_became_of_it() {
    let place = Place::empty();
    let sound = place.put("sound.xlsx", &some(0..3));
    let headless = place.put("headless.xlsx", &workbook_of_texts(&[("Blad1", &[&["a", "b"]])]));
    let near: &[&[&str]] = &[&["Vornaam", "Achternaam", "E-mail"], &["An", "Maes", "an@maes.be"]];
    let near = place.put("near.xlsx", &workbook_of_texts(&[("Blad1", near)]));
    let protected = place.put("protected.xlsx", &protected_workbook());
    let missing = place.home().join("missing.xlsx");
    let folder = place.home().to_str().unwrap();
    for (code, arguments) in [
        (0, &["check", &sound][..]),
        (0, &["--help"]),
        (0, &["--version"]),
        (64, &["check"]),
        (64, &["check", &sound, "--colour"]),
        (64, &["check", &sound, "--rows"]),
        (66, &["check", &sound, "--task-flow", "pit-1999"]),
        (64, &["import", &sound, "--language", "nl"]),
        (64, &["import", &sound, "--language", "tlh", "--questionnaire", "pit-2026"]),
        (66, &["import", &sound, "--language", "nl", "--questionnaire", "pit-1999", "--yes"]),
        (64, &["demo"]),
        (65, &["check", &headless]),
        (65, &["check", &near]),
        (65, &["import", &near, "--language", "nl", "--questionnaire", "pit-2026", "--yes"]),
        (65, &["check", &protected]),
        (65, &["check", folder]),
        (65, &["check", &sound, "--sheet", "Nowhere"]),
        (66, &["check", missing.to_str().unwrap()]),
        (66, &[missing.to_str().unwrap()]),
    ] {
        let answer = place.run(arguments);
        assert_eq!(answer.code, code, "{arguments:?}: {answer:?}");
        let is_silent = answer.told.is_empty();
        assert_eq!(is_silent, code == 0, "what is wrong goes to standard error: {arguments:?}: {answer:?}");
        assert!(code == 0 || answer.out.is_empty(), "and nothing else to standard output: {answer:?}");
    }
    let told = place.run(&["check", &near]).told;
    assert!(told.contains("Vornaam") && told.contains("first name"), "nobody is there to say that a near heading is one: {told}");
    assert!(place.is_untouched(), "none of this makes a store");
}

#[test]
fn a_store_in_use_is_an_exit_code_of_its_own() {
    let place = Place::empty();
    let sound = place.put("sound.xlsx", &some(0..3));
    let import = ["import", &sound, "--language", "nl", "--questionnaire", "pit-2026", "--yes"];
    assert_eq!(place.run(&import).code, 0);
    let lock = std::fs::File::options().read(true).write(true).open(place.store().join("lock")).unwrap();
    lock.lock().unwrap();
    let answer = place.run(&["check", &sound, "--json"]);
    assert_eq!((answer.code, answer.out.as_str()), (75, ""), "{answer:?}");
    lock.unlock().unwrap();
    assert_eq!(place.run(&["check", &sound, "--json"]).code, 0);
}

#[test]
fn an_import_without_a_screen_is_a_duplicate_afterwards() {
    let place = Place::empty();
    let sample = place.put("customers.xlsx", SAMPLE);
    let before: Value = serde_json::from_str(&place.run(&["check", &sample, "--json"]).out).unwrap();
    let import = ["import", &sample, "--language", "nl", "--questionnaire", "pit-2026"];
    let dry = place.run(&import);
    let looked = place.run(&[&import[..], &["-n"]].concat());
    assert_eq!((dry.code, looked.code, &dry.out), (64, 0, &looked.out), "without --yes nothing is written, and the same is shown");
    assert!(looked.told.is_empty() && looked.out.ends_with("nothing was written.\n") && dry.told.contains("--yes"), "{looked:?}");
    assert!(place.is_untouched());
    let written = place.run(&[&import[..], &["--yes"]].concat());
    assert_eq!((written.code, written.out.as_str()), (0, "1\n"), "{written:?}");
    let answer = place.run(&["check", &sample, "--json", "--rows"]);
    let after: Value = serde_json::from_str(&answer.out).unwrap();
    sums_agree(&after);
    let of = |judgement: &Value, name| number(&judgement["buckets"], name);
    assert_eq!((of(&after, "only_in_import"), of(&after, "only_in_store")), (0, 0));
    assert_eq!(of(&after, "duplicates"), of(&before, "only_in_import"), "every new row is a duplicate now");
    assert_eq!(of(&after, "invalid"), of(&before, "invalid"));
    for result in after["results"].as_array().unwrap().iter().filter(|result| result["bucket"] == "duplicates") {
        // Who has neither national number nor client code is found by e-mail address and name.
        let certainty = if result["grounds"][0] == "email-and-name" { "LIKELY" } else { "SURE" };
        assert_eq!(result["certainty"], certainty, "{result}");
        assert!(result["customer"].is_string() && !result["grounds"].as_array().unwrap().is_empty(), "{result}");
    }
    let again = place.run(&[&import[..], &["--yes"]].concat());
    assert_eq!((again.code, again.out.as_str()), (1, ""), "only invalid rows are left: {again:?}");
    let other = place.run(&["import", &sample, "--language", "nl", "--questionnaire", "pit-2025", "--task-flow", "pit-2025", "--yes"]);
    assert_eq!((other.code, other.out.as_str()), (0, "2\n"), "the other season links them: {other:?}");
    let unchanged: Value = serde_json::from_str(&place.run(&["check", &sample, "--json"]).out).unwrap();
    assert_eq!(unchanged["buckets"], after["buckets"]);
    assert!(Path::new(&sample).exists() && std::fs::read(&sample).unwrap() == SAMPLE, "the workbook is only read");
}

#[test]
fn a_value_that_is_best_left_out_is_suggested_as_empty() {
    let place = Place::empty();
    let own = [(Field::NationalNumber, couples::AN), (Field::SpouseNationalNumber, couples::AN)];
    let path = place.put("own.xlsx", &workbook_of([couples::person("Maes", "An", "an@example.com", &own)]));
    let judgement: Value = serde_json::from_str(&place.run(&["check", &path, "--json"]).out).unwrap();
    let finding = &judgement["findings"][0];
    assert_eq!((&finding["rule"], &finding["suggestion"]), (&"national-number.same-as-partner".into(), &"".into()), "{finding}");
    let lines = place.run(&["check", &path, "--lang", "en"]).out;
    assert!(lines.contains("Suggestion: (empty)"), "{lines}");
}

#[test]
fn stored_customers_are_listed_filtered_and_exported() {
    let place = Place::empty();
    let book = place.put("customers.xlsx", &some(0..12));
    let none = place.run(&["customers", "--json"]);
    assert_eq!(serde_json::from_str::<Value>(&none.out).unwrap()["customers"], Value::Array(Vec::new()));
    assert!(place.is_untouched(), "a look makes no store");
    let import = ["import", &book, "--language", "nl", "--questionnaire", "pit-2026", "--yes"];
    assert_eq!(place.run(&import).code, 0);
    let listed = |arguments: &[&str]| -> Value {
        let answer = place.run(&[&["customers", "--json"], arguments].concat());
        assert_eq!((answer.code, answer.told.as_str()), (0, ""), "{arguments:?}");
        serde_json::from_str(&answer.out).unwrap()
    };
    let all = listed(&[]);
    let people = all["customers"].as_array().unwrap();
    assert_eq!((people.len(), &all["national_numbers"], number(&all, "revision")), (12, &"masked".into(), 1));
    for person in people {
        assert!(person["id"].as_str().unwrap().starts_with('C') && person["values"]["last_name"].is_string(), "{person}");
        assert_eq!((&person["last_change"]["what"], &person["last_change"]["who"]), (&"import".into(), &"els".into()), "{person}");
        let dossier = &person["dossiers"][0];
        assert_eq!((&dossier["task_flow"], &dossier["status"]), (&"pit-2026".into(), &"not_sent_yet".into()), "{person}");
        assert!(dossier["questions"].as_u64().unwrap() >= dossier["answers"].as_u64().unwrap(), "{person}");
        assert!(dossier["deadline_by_default"].is_boolean() && dossier["deadline"].as_str().unwrap().len() == 10, "{person}");
    }
    let language = people[0]["values"]["language"].as_str().unwrap_or("nl");
    let speakers = people.iter().filter(|person| person["values"]["language"] == language).count();
    let count = |arguments: &[&str]| listed(arguments)["customers"].as_array().unwrap().len();
    assert_eq!(count(&["--language", language]), speakers);
    assert_eq!((count(&["--flow", "pit-2026"]), count(&["--flow", "pit-2025"])), (12, 0));
    assert_eq!((count(&["--status", "not_sent_yet"]), count(&["--status", "closed"])), (12, 0));
    let name = people[3]["values"]["last_name"].as_str().unwrap();
    assert!(count(&["--search", &name.to_uppercase()]) >= 1);
    assert_eq!(place.run(&["customers", "--flow", "pit-1999"]).code, 66);
    assert_eq!(place.run(&["customers", "--status", "lost"]).code, 64);
    let table = place.run(&["customers"]);
    assert_eq!(table.out.lines().count(), 13, "{}", table.out);
    let path = place.home().join("out.csv");
    let export = ["export", "--output", path.to_str().unwrap(), "--status", "not_sent_yet"];
    assert_eq!(place.run(&export).code, 0);
    assert_eq!(std::fs::read_to_string(&path).unwrap().lines().count(), 13);
    assert_eq!(place.run(&export).code, 73, "a file that is there is kept");
    assert_eq!(place.run(&["export", "--output", "list.doc"]).code, 64);
}
