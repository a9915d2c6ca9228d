//! `instroom plan` and `instroom apply`: the same counts as everywhere, and nothing where they differ.

mod spoiled;

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use instroom::app::Overlay;
use instroom::domain::draft::{Draft, Seed};
use instroom::domain::plan::Plan;
use serde_json::{Value, json};

use crate::support::flow::Flow;
use crate::support::office::SAMPLE;
use crate::support::place::{Place, some};
use crate::support::program::{Answer, instroom};

impl Place {
    /// The plan of a workbook, in a file.
    fn plan(&self, workbook: &str, name: &str) -> String {
        let path = self.at(name);
        let answer = self.run(&["plan", workbook, "-o", &path, "--language", "nl", "--questionnaire", "pit-2026"]);
        assert_eq!((answer.code, answer.out.trim_end()), (0, path.as_str()), "{answer:?}");
        path
    }
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
    assert_eq!((&told["fits"], &told["number"]), (&json!(false), &Value::Null));
    told["differs"].as_array().unwrap().iter().map(|one| one["what"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn check_plan_apply_and_the_screen_count_the_same() {
    let place = Place::empty();
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
    assert_eq!((&told["fits"], &told["number"], &told["writes"]), (&json!(true), &Value::Null, &plan["writes"]));
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
    let place = Place::empty();
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
        (66, &["plan", &workbook, "-o", "-", "--language", "nl", "--questionnaire", "pit-1999"]),
        (66, &["plan", &place.at("missing.xlsx"), "-o", "-", "--language", "nl", "--questionnaire", "pit-2026"]),
        (66, &["apply", &place.at("missing.json")]),
        (65, &["apply", &workbook]),
        (65, &["apply", place.home().to_str().unwrap()]),
    ] {
        let answer = place.run(arguments);
        assert_eq!((answer.code, answer.out.as_str()), (code, ""), "{arguments:?}: {answer:?}");
        assert!(!answer.told.is_empty(), "{arguments:?}");
    }
    assert!(!place.store().exists());
}

#[test]
fn a_plan_never_takes_the_place_of_the_workbook_it_is_made_from() {
    let place = Place::empty();
    let workbook = place.put("customers.xlsx", SAMPLE);
    let answer = place.run(&["plan", &workbook, "--force", "-o", &workbook, "--language", "nl", "--questionnaire", "pit-2026"]);
    assert_eq!((answer.code, answer.out.as_str()), (73, ""), "{answer:?}");
    assert_eq!(std::fs::read(&workbook).unwrap(), SAMPLE);
}

#[test]
fn nothing_in_a_name_that_is_refused_acts_on_a_terminal() {
    let place = Place::empty();
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
    let place = Place::empty();
    let workbook = place.put("customers.xlsx", SAMPLE);
    let path = place.plan(&workbook, "plan.json");
    let (folder, none) = (place.home().to_str().unwrap().to_owned(), place.at("none/plan.json"));
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
    let place = Place::empty();
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
        command.env_clear().env("INSTROOM_LANG", "en").env("HOME", place.home()).env("INSTROOM_STORE", place.store());
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
    let place = Place::empty();
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
    let place = Place::empty();
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
    assert_eq!((written.code, &parsed(&written.out)["number"]), (0, &json!(3)), "{written:?}");
    let other = instroom(&place.home().join("other-store"), &["apply", &path, "--json"]);
    assert!(differing(&other).contains(&"store".to_owned()));
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
