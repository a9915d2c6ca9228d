//! `instroom plan` and `instroom apply`: the same counts as everywhere, and nothing where they differ.

use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use instroom::app::Overlay;
use instroom::domain::draft::{Draft, Seed};
use instroom::domain::plan::{Misfit, NoPlan, Plan};
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::generate::sample;
use crate::support::flow::Flow;
use crate::support::office::{SAMPLE, workbook_of};
use crate::support::program::{Answer, instroom};

struct Place(tempfile::TempDir);

impl Place {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn store(&self) -> PathBuf {
        self.0.path().join("store")
    }

    fn at(&self, name: &str) -> String {
        self.0.path().join(name).to_str().unwrap().to_owned()
    }

    fn put(&self, name: &str, bytes: &[u8]) -> String {
        std::fs::write(self.at(name), bytes).unwrap();
        self.at(name)
    }

    fn run(&self, arguments: &[&str]) -> Answer {
        instroom(&self.store(), arguments)
    }

    /// The plan of a workbook, in a file.
    fn plan(&self, workbook: &str, name: &str) -> String {
        let path = self.at(name);
        let answer = self.run(&["plan", workbook, "-o", &path, "--language", "nl", "--questionnaire", "pit-2026"]);
        assert_eq!((answer.code, answer.out.trim_end()), (0, path.as_str()), "{answer:?}");
        path
    }
}

fn some(customers: std::ops::Range<u64>) -> Vec<u8> {
    workbook_of(customers.map(|index| sample::customers().customer(index)))
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"))
}

fn read(path: &str) -> Value {
    parsed(&std::fs::read_to_string(path).unwrap())
}

/// What no longer fits, by its word.
fn differing(answer: &Answer) -> Vec<String> {
    assert_eq!(answer.code, 65, "{answer:?}");
    let told = parsed(&answer.out);
    assert_eq!((&told["fits"], &told["revision"]), (&json!(false), &Value::Null));
    told["differs"].as_array().unwrap().iter().map(|one| one["what"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn check_plan_apply_and_the_screen_count_the_same() {
    let place = Place::new();
    let workbook = place.put("customers.xlsx", SAMPLE);
    let check = parsed(&place.run(&["check", &workbook, "--json"]).out);
    let path = place.plan(&workbook, "plan.json");
    let plan = read(&path);
    for bucket in ["only_in_import", "only_in_store", "duplicates", "invalid"] {
        assert_eq!(plan["buckets"][bucket], check["buckets"][bucket], "{bucket}");
    }
    for name in ["file", "fingerprint", "sheet", "header_row", "rows"] {
        assert_eq!(plan["workbook"][name], check[name], "{name}");
    }
    assert_eq!(plan["writes"]["rows"], check["rows"]);
    let dry = place.run(&["apply", &path, "-n", "--json"]);
    assert_eq!(dry.code, 0, "{dry:?}");
    let told = parsed(&dry.out);
    assert_eq!((&told["fits"], &told["revision"], &told["writes"]), (&json!(true), &Value::Null, &plan["writes"]));
    assert!(!place.store().exists(), "a plan and a look at it make no store");
    let mut flow = Flow::open(crate::support::office::empty_store(), SAMPLE);
    flow.press("T Enter Q Enter I");
    let Some(Overlay::Summary(summary)) = &flow.model.overlay else { panic!("{}", flow.screen()) };
    assert_eq!(serde_json::to_value(summary.set.tally).unwrap(), plan["writes"], "the summary says the same");
    let written = place.run(&["apply", &path]);
    assert_eq!((written.code, written.out.as_str()), (0, "1\n"), "{written:?}");
    let after = parsed(&place.run(&["check", &workbook, "--json"]).out);
    assert_eq!(after["buckets"]["duplicates"], plan["writes"]["added"], "what was planned is there");
    let again = place.run(&["apply", &path, "--json"]);
    assert!(differing(&again).contains(&"store".to_owned()), "there was no store then: {again:?}");
}

#[test]
fn a_plan_is_written_whole_for_its_owner_and_replaces_nothing_unasked() {
    let place = Place::new();
    let workbook = place.put("some.xlsx", &some(0..5));
    let path = place.plan(&workbook, "plan.json");
    assert_eq!(std::fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    let text = std::fs::read(&path).unwrap();
    let arguments = ["plan", &workbook, "-o", &path, "--language", "nl", "--questionnaire", "pit-2026"];
    assert_eq!(place.run(&arguments).code, 73, "a file that is there is kept");
    std::fs::write(&path, "mine").unwrap();
    assert_eq!(place.run(&arguments).code, 73);
    assert_eq!(std::fs::read(&path).unwrap(), b"mine");
    assert_eq!(place.run(&[&arguments[..], &["--force"]].concat()).code, 0);
    assert_eq!(std::fs::read(&path).unwrap(), text, "the same workbook and store make the same plan");
    let out = place.run(&["plan", &workbook, "-o", "-", "--language", "nl", "--questionnaire", "pit-2026"]);
    assert_eq!((out.code, out.out.as_bytes()), (0, text.as_slice()));
    assert!(out.told.contains("personal data"), "{out:?}");
    let nowhere = place.at("no/where.json");
    assert_eq!(place.run(&["plan", &workbook, "-o", &nowhere, "--language", "nl", "--questionnaire", "pit-2026"]).code, 73);
    for (code, arguments) in [
        (64, &["plan", &workbook, "-o", "-"][..]),
        (64, &["plan", &workbook]),
        (64, &["plan", &workbook, "-o", "-", "--language", "nl", "--questionnaire", "pit-1999"]),
        (66, &["plan", &place.at("missing.xlsx"), "-o", "-", "--language", "nl", "--questionnaire", "pit-2026"]),
        (66, &["apply", &place.at("missing.json")]),
        (65, &["apply", &workbook]),
        (65, &["apply", place.0.path().to_str().unwrap()]),
    ] {
        let answer = place.run(arguments);
        assert_eq!((answer.code, answer.out.as_str()), (code, ""), "{arguments:?}: {answer:?}");
        assert!(!answer.told.is_empty(), "{arguments:?}");
    }
    assert!(!place.store().exists());
}

#[test]
fn a_plan_never_takes_the_place_of_the_workbook_it_is_made_from() {
    let place = Place::new();
    let workbook = place.put("customers.xlsx", SAMPLE);
    let answer = place.run(&["plan", &workbook, "--force", "-o", &workbook, "--language", "nl", "--questionnaire", "pit-2026"]);
    assert_eq!((answer.code, answer.out.as_str()), (73, ""), "{answer:?}");
    assert_eq!(std::fs::read(&workbook).unwrap(), SAMPLE);
}

#[test]
fn nothing_in_a_name_that_is_refused_acts_on_a_terminal() {
    let place = Place::new();
    let workbook = place.put("customers.xlsx", SAMPLE);
    let path = place.plan(&workbook, "plan.json");
    let mut plan = read(&path);
    plan["workbook"]["sheet"] = json!("\u{1b}[31mX");
    let spoiled = place.put("spoiled.json", plan.to_string().as_bytes());
    let name = "\u{1b}[31mX";
    for arguments in [
        &["check", &workbook, "--sheet", name][..],
        &["check", &workbook, "--task-flow", name],
        &["plan", &workbook, "-o", "-", "--language", "nl", "--questionnaire", name],
        &["apply", &spoiled],
    ] {
        let answer = place.run(arguments);
        assert!(answer.code >= 64, "{answer:?}");
        assert!(answer.told.contains("␛[31mX"), "{answer:?}");
        assert!(!answer.told.contains('\u{1b}') && !answer.out.contains('\u{1b}'), "{answer:?}");
    }
}

#[test]
fn what_cannot_be_written_to_is_named_as_the_output() {
    let place = Place::new();
    let workbook = place.put("customers.xlsx", SAMPLE);
    let path = place.plan(&workbook, "plan.json");
    let (folder, none) = (place.0.path().to_str().unwrap().to_owned(), place.at("none/plan.json"));
    for (output, told) in [(&folder, "is a folder"), (&none, "There is no folder")] {
        for force in [&[][..], &["--force"]] {
            let named = ["plan", &workbook, "-o", output, "--language", "nl", "--questionnaire", "pit-2026"];
            let answer = place.run(&[&named[..], force].concat());
            assert!(answer.code == 73 && answer.told.contains(told) && !answer.told.contains("workbook"), "{answer:?}");
        }
    }
    let mut plan = read(&path);
    plan["workbook"]["path"] = json!("-");
    let answer = place.run(&["apply", &place.put("piped.json", plan.to_string().as_bytes())]);
    assert!(answer.code == 64 && answer.told.contains("give --workbook"), "{answer:?}");
}

#[test]
fn an_output_without_room_is_told_in_a_sentence_and_what_is_written_is_not_denied() {
    let place = Place::new();
    let workbook = place.put("some.xlsx", &some(0..5));
    let path = place.plan(&workbook, "plan.json");
    for (arguments, is_written) in [
        (&["check", &workbook][..], false),
        (&["drafts", "--json"], false),
        (&["plan", &workbook, "-o", "-", "--language", "nl", "--questionnaire", "pit-2026"], false),
        (&["apply", &path, "-n", "--json"], false),
        (&["apply", &path], true),
    ] {
        let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_instroom"));
        command.env_clear().env("INSTROOM_LANG", "en").env("HOME", place.0.path()).env("INSTROOM_STORE", place.store());
        let output = command.args(arguments).stdin(std::process::Stdio::null()).stdout(full).output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(74), "{told}");
        assert!(told.contains("The output could not be written") && !told.contains("panicked") && !told.contains("src/"), "{told}");
        assert_eq!(told.contains("The import itself is written"), is_written, "{told}");
        assert_eq!(place.store().exists(), is_written);
    }
}

#[test]
fn a_workbook_that_changed_or_lies_elsewhere() {
    let place = Place::new();
    let workbook = place.put("some.xlsx", &some(0..5));
    let path = place.plan(&workbook, "plan.json");
    std::fs::rename(&workbook, place.at("moved.xlsx")).unwrap();
    assert_eq!(place.run(&["apply", &path]).code, 66, "it is not where it was");
    let moved = place.run(&["apply", &path, "-n", "--workbook", &place.at("moved.xlsx")]);
    assert_eq!(moved.code, 0, "{moved:?}");
    place.put("some.xlsx", &some(0..6));
    let changed = place.run(&["apply", &path, "--json"]);
    assert_eq!(differing(&changed), ["workbook"]);
    assert!(changed.told.contains("other content"), "{changed:?}");
    assert!(!place.store().exists(), "nothing was written");
}

#[test]
fn a_store_that_changed_is_named_by_row_and_one_that_changed_elsewhere_is_not() {
    let place = Place::new();
    let import = |name: &str, range| {
        let workbook = place.put(name, &some(range));
        let answer = place.run(&["import", &workbook, "--language", "nl", "--questionnaire", "pit-2026", "--yes"]);
        assert_eq!(answer.code, 0, "{answer:?}");
    };
    import("first.xlsx", 0..2);
    let workbook = place.put("some.xlsx", &some(3..8));
    let path = place.plan(&workbook, "plan.json");
    // Somebody imports two of the same people.
    import("other.xlsx", 3..5);
    let answer = place.run(&["apply", &path, "--json"]);
    let told = parsed(&answer.out);
    let words = differing(&answer);
    assert!(words.contains(&"added".to_owned()) && words.contains(&"duplicates".to_owned()), "{words:?}");
    let rows: Vec<&Value> = told["differs"].as_array().unwrap().iter().filter(|one| one["what"] == "outcome").collect();
    assert_eq!(rows.iter().map(|one| one["row"].as_u64().unwrap()).collect::<Vec<_>>(), [2, 3]);
    assert!(rows.iter().all(|one| one["planned"] == "added" && one["found"] == "left_alone"), "{rows:?}");
    assert_eq!(place.run(&["check", &workbook, "--json"]).code, 0);
    // A plan made now fits; what somebody imports of others does not touch it, but for the count of those.
    let path = place.plan(&workbook, "again.json");
    assert_eq!(place.run(&["apply", &path, "-n"]).code, 0);
    let written = place.run(&["apply", &path, "--json"]);
    assert_eq!((written.code, &parsed(&written.out)["revision"]), (0, &json!(3)), "{written:?}");
    let other = instroom(&place.0.path().join("other-store"), &["apply", &path, "--json"]);
    assert!(differing(&other).contains(&"store".to_owned()));
}

#[test]
fn what_is_no_plan_is_refused_in_one_clear_line() {
    let place = Place::new();
    let workbook = place.put("some.xlsx", &some(0..5));
    let plan = read(&place.plan(&workbook, "plan.json"));
    let changed = |change: &dyn Fn(&mut Value)| {
        let mut plan = plan.clone();
        change(&mut plan);
        let path = place.put("changed.json", plan.to_string().as_bytes());
        place.run(&["apply", &path, "--json"])
    };
    for (what, change) in [
        ("version 9", &(|plan: &mut Value| plan["plan"] = json!(9)) as &dyn Fn(&mut Value)),
        ("unknown field", &|plan| plan["mood"] = json!("good")),
        ("unknown field", &|plan| plan["steps"] = json!([{ "deed": "Mark", "decisions": [], "mood": 1 }])),
        ("unknown field", &|plan| plan["steps"] = json!([{ "deed": "Type", "decisions": [{ "Edit": [{ "row": 0, "mood": 1 }] }] }])),
        ("missing field", &|plan| _ = plan.as_object_mut().unwrap().remove("outcomes")),
        ("runs of rows out of order", &|plan| plan["outcomes"]["added"] = json!([[9, 3]])),
        ("unknown variant", &|plan| plan["steps"][0]["deed"] = json!("Wish")),
    ] {
        let answer = changed(change);
        assert_eq!((answer.code, answer.out.as_str()), (65, ""), "{what}: {answer:?}");
        assert!(answer.told.contains(what), "{what}: {answer:?}");
    }
    let mark = |rows: Value| json!([{ "deed": "Mark", "decisions": [{ "Mark": { "rows": rows, "from": null, "to": "Deselected", "duplicates": [] } }] }]);
    for (word, change) in [
        ("steps", &(|plan: &mut Value| plan["steps"] = mark(json!([[0, 4_294_967_294_u32]]))) as &dyn Fn(&mut Value)),
        ("steps", &|plan| plan["steps"] = mark(json!([[5, 5]]))),
        ("steps", &|plan| plan["steps"] = json!([{ "deed": "Join", "decisions": [{ "Join": { "row": 1, "from": null, "to": 1 } }] }])),
        (
            "steps",
            &|plan| plan["steps"] = json!([{ "deed": "Map", "decisions": [{ "Map": [{ "column": 1, "from": null, "to": "last_name" }, { "column": 2, "from": null, "to": "last_name" }] }] }]),
        ),
        ("steps", &|plan| {
            plan["steps"] =
                json!([{ "deed": "Type", "decisions": [{ "Edit": [{ "row": 0, "field": "city", "from": null, "to": "G\u{1b}[2J" }] }] }])
        }),
        ("steps", &|plan| {
            plan["steps"] =
                json!([{ "deed": "Type", "decisions": [{ "Edit": [{ "row": 0, "field": "city", "from": null, "to": "G\u{202e}tneG" }] }] }])
        }),
        ("steps", &|plan| {
            let edit = json!({ "row": 0, "field": "city", "from": null, "to": "Gent" });
            plan["steps"] = json!([{ "deed": "Type", "decisions": [{ "Edit": [edit, edit] }] }]);
        }),
        ("revision", &|plan| plan["store"]["revision"] = json!(7)),
        ("language", &|plan| plan["choices"]["language"] = json!("fr")),
        ("questionnaire", &|plan| plan["choices"]["questionnaire"] = json!("another")),
        ("rows", &|plan| plan["outcomes"]["added"] = json!([[2, 4_294_967_294_u32]])),
        ("rows", &|plan| plan["workbook"]["rows"] = json!(99)),
        ("rules", &|plan| plan["rules"] = json!(99)),
        ("workbook", &|plan| {
            plan["workbook"]["fingerprint"] = json!("0");
            plan["workbook"]["file"] = json!("G\u{1b}[2J");
        }),
        ("sheet", &|plan| plan["store"] = json!({ "id": "", "revision": 0 })),
        ("added", &|plan| plan["writes"]["added"] = json!(99)),
        ("tally", &|plan| plan["writes"]["joint"] = json!(99)),
        ("refused", &|plan| plan["steps"] = json!([])),
    ] {
        let answer = changed(change);
        if word == "sheet" {
            assert_eq!(answer.code, 0, "nothing was changed by that: {answer:?}");
            std::fs::remove_dir_all(place.store()).unwrap();
            continue;
        }
        assert!(differing(&answer).contains(&word.to_owned()), "{word}: {answer:?}");
        assert!(!answer.told.contains('\u{1b}') && !answer.out.contains("\\u001b"), "{answer:?}");
    }
    assert!(!place.store().exists());
}

/// A draft with its plan, and the draft as it was opened.
fn a_plan() -> (Flow, Plan, Draft) {
    let mut flow = Flow::sample();
    let fresh = flow.draft().clone();
    flow.press("space space T Enter Q Enter 3 Enter a Esc 1 - *");
    let plan = instroom::domain::plan::plan_of(flow.draft(), "customers.xlsx").unwrap();
    (flow, plan, fresh)
}

#[test]
fn a_plan_made_again_over_the_same_is_the_same() {
    let (flow, plan, mut fresh) = a_plan();
    assert_eq!(Plan::from_json(&plan.to_json().unwrap()).as_ref(), Ok(&plan), "as a file it is the same");
    let set = plan.apply_to(&mut fresh, Seed::new([7; 32])).unwrap();
    let live = flow.draft().change_set(Seed::new([7; 32])).unwrap();
    assert_eq!((&set.tally, &set.additions, &set.updates, &set.outcomes), (&live.tally, &live.additions, &live.updates, &live.outcomes));
    let again = instroom::domain::plan::plan_of(&fresh, "customers.xlsx").unwrap();
    assert_eq!(again, plan);
}

/// Changes one value somewhere in a JSON text: a number, a text, or a field that goes missing.
fn spoiled(value: &mut Value, place: &mut usize, number: u64) {
    match value {
        Value::Object(fields) => {
            let names: Vec<String> = fields.keys().cloned().collect();
            for name in names {
                if *place == 0 {
                    fields.remove(&name);
                    *place = usize::MAX;
                    return;
                }
                *place -= 1;
                spoiled(&mut fields[&name], place, number);
                if *place == usize::MAX {
                    return;
                }
            }
        }
        Value::Array(values) => {
            for value in values {
                spoiled(value, place, number);
                if *place == usize::MAX {
                    return;
                }
            }
        }
        other => {
            if *place == 0 {
                *other = if other.is_number() { json!(number) } else { json!("x") };
                *place = usize::MAX;
            } else {
                *place -= 1;
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_a_plan_or_a_clear_refusal(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        let is_refused = matches!(Plan::from_json(&bytes), Err(NoPlan::Malformed { .. } | NoPlan::Newer { .. }));
        prop_assert!(is_refused);
    }

    #[test]
    fn a_plan_spoiled_anywhere_never_writes_anything_else(place in 0_usize..400, number in prop_oneof![0_u64..200, any::<u64>()]) {
        thread_local! {
            static MADE: (Flow, Plan, Draft) = a_plan();
        }
        MADE.with(|(_, plan, draft)| {
            let mut value = serde_json::to_value(plan).unwrap();
            spoiled(&mut value, &mut { place }, number);
            let Ok(spoiled) = Plan::from_json(value.to_string().as_bytes()) else { return Ok(()) };
            let whole = plan.apply_to(&mut draft.clone(), Seed::new([7; 32])).unwrap();
            match spoiled.apply_to(&mut draft.clone(), Seed::new([7; 32])) {
                Ok(set) => prop_assert_eq!((set.outcomes, set.tally), (whole.outcomes, whole.tally)),
                Err(misfits) => prop_assert!(!misfits.is_empty() && misfits.iter().all(|one: &Misfit| !one.word().is_empty())),
            }
            Ok(())
        })?;
    }
}

#[test]
fn the_example_of_the_readme_names_the_fields_of_a_plan() {
    let (_, plan, _) = a_plan();
    let readme = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let value = serde_json::to_value(&plan).unwrap();
    let shape = readme.split("`plan` writes").nth(1).expect("the README tells the form of a plan");
    for name in value.as_object().unwrap().keys() {
        assert!(shape.contains(&format!("\"{name}\":")), "{name} is not told");
    }
}
