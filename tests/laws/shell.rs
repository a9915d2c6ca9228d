//! The command line as somebody types it, slips and all: what it is told before and behind a command, what there is not,
//! what is broken that it does not need.

use crate::support::place::Place;
use crate::support::program::{ahead, instroom};

#[test]
fn shared_options_stand_before_or_behind_the_command() {
    let place = Place::with_three("three.xlsx");
    let store = place.store();
    let store = store.to_str().unwrap();
    let elsewhere = place.home().join("elsewhere");
    for line in [&["--store", store, "history"][..], &["history", "--store", store], &["--lang", "nl", "--store", store, "history"]] {
        let answer = instroom(&elsewhere, line);
        assert!(answer.code == 0 && answer.out.contains("three.xlsx"), "{line:?}: {answer:?}");
    }
    let dutch = place.run(&["--lang", "nl", "undo", "1", "-n"]);
    assert!(dutch.out.ends_with("Enkel gekeken: er is niets geschreven.\n"), "{dutch:?}");
    let helped = place.run(&["customers", "--help"]).out;
    let at = |text: &str| helped.find(text).unwrap_or_else(|| panic!("{text}: {helped}"));
    assert!(at("--label") < at("--json") && at("--json") < at("Everywhere:") && at("Everywhere:") < at("--store"), "{helped}");
    assert!(at("--store") < at("--state") && at("--config <") < at("--lang <") && at("--lang <") < at("--show-numbers"), "{helped}");
}

#[test]
fn a_slip_in_a_command_is_told_with_the_command_that_is_near() {
    let place = Place::with_three("three.xlsx");
    for line in [&["chekc"][..], &["chekc", "three.xlsx", "--json"], &["--store", "x", "chekc"]] {
        let answer = place.run(line);
        assert!(answer.code == 66 && answer.told.contains("no file chekc") && answer.told.contains("Did you mean check?"), "{answer:?}");
    }
    assert!(place.run(&["--lang", "fr", "chekc", "a"]).told.contains("Vouliez-vous dire check"));
    let hostile = place.run(&["customers", "--status", "a\u{9b}31m\u{202e}b"]);
    assert_eq!(hostile.code, 64);
    assert!(!hostile.told.contains(['\u{9b}', '\u{202e}', '\u{1b}']) && hostile.told.contains("--status does not take"), "{hostile:?}");
}

#[test]
fn what_there_is_not_is_an_error_with_the_nearest_that_there_is() {
    let place = Place::with_three("three.xlsx");
    for line in [
        &["customers", "--label", "nope"][..],
        &["export", "--label", "nope", "-o", "-", "--format", "csv"],
        &["customers", "--responsible", "nope@example.com"],
        &["customers", "--flow", "pit-1999"],
        &["invite", "--label", "nope"],
        &["invite", "--customer", "C9999"],
        &["flows", "link", "pit-2025", "--label", "nope"],
        &["history", "--customer", "C9999"],
    ] {
        let answer = place.run(line);
        assert_eq!((answer.code, answer.out.as_str()), (66, ""), "{line:?}: {answer:?}");
    }
    assert!(place.run(&["invite", "--customer", "C9999"]).told.contains("Did you mean C00003?"));
}

#[test]
fn a_customer_is_found_by_the_number() {
    let place = Place::with_three("three.xlsx");
    for wanted in ["C00002", "c2", "00002"] {
        let found = place.run(&["customers", "--search", wanted, "--json"]);
        let found: serde_json::Value = serde_json::from_str(&found.out).unwrap();
        let ids: Vec<_> = found["customers"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect();
        assert_eq!(ids, ["C00002"], "{wanted}");
    }
}

#[test]
fn an_export_goes_to_standard_output_where_the_format_is_said() {
    let place = Place::with_three("three.xlsx");
    let csv = place.run(&["export", "-o", "-", "--format", "csv"]);
    assert!(csv.code == 0 && csv.told.is_empty() && csv.out.lines().count() == 4, "{csv:?}");
    let unsaid = place.run(&["export", "-o", "-"]);
    assert!(unsaid.code == 64 && unsaid.told.contains("--format"), "{unsaid:?}");
    let there = place.put("there.csv", b"mine");
    let kept = place.run(&["export", "-o", &there]);
    assert!(kept.code == 73 && kept.told.contains("--force"), "{kept:?}");
    assert_eq!(place.run(&["export", "-o", &there, "--force"]).code, 0);
}

#[test]
fn broken_settings_stop_only_what_needs_them() {
    let place = Place::with_three("three.xlsx");
    let settings = place.put(".config/instroom/config.toml", b"[mial]\n");
    for line in [&["customers"][..], &["store", "check"], &["history"], &["flows"], &["outbox"], &["undo", "1", "-n"]] {
        let answer = place.run(line);
        assert!(answer.code == 0 && answer.told.contains(&settings) && answer.told.contains("needs none of them"), "{line:?}: {answer:?}");
    }
    for line in [&["invite"][..], &["outbox", "send"]] {
        assert_eq!(place.run(line).code, 78, "{line:?}");
    }
    let three = place.at("three.xlsx");
    let checked = place.run(&["check", &three]);
    assert!(checked.code == 0 && checked.told.contains("mial") && checked.told.contains("sends no mail"), "{checked:?}");
    place.put(".config/instroom/config.toml", b"[ofice]\n");
    assert_eq!(place.run(&["check", &three]).code, 78, "colleagues are needed");
    std::fs::remove_file(&settings).unwrap();
    let deadline = ["flows", "deadline", "pit-2026", "--customer", "1", "--to", &ahead().to_string(), "--yes"];
    assert_eq!(place.run(&deadline).code, 0);
    let unsettled = place.run(&["invite", "--test", "els@kantoor.be"]);
    let says = |text: &str| unsettled.told.contains(text);
    assert!(unsettled.code == 78 && says("There is no file") && says(&settings) && says("[mail]\n") && says("host = "), "{unsettled:?}");
}

#[test]
fn questionnaires_of_the_office_lie_beside_the_settings_that_are_named() {
    let place = Place::with_three("three.xlsx");
    let settings = place.put("office/config.toml", b"");
    place.put("office/questionnaires/wrong.toml", b"format = 1\n");
    let told = place.run(&["--config", &settings, "flows"]).told;
    assert!(told.contains("wrong.toml"), "{told}");
    assert_eq!(place.run(&["flows"]).told, "");
}

#[test]
fn of_a_customer_who_was_removed_the_history_says_when_and_by_whom() {
    use std::ops::ControlFlow;

    use instroom::domain::amendment::{Amendment, Becomes, CustomerChange, Deed};
    use instroom::domain::change_set::{CommitId, Founding, Hand};
    use instroom::domain::customer::CustomerId;
    use instroom::domain::snapshot::Revision;
    use instroom::world::store::{SledStore, Store as _};

    let place = Place::with_three("three.xlsx");
    let store = SledStore::new(place.store(), Founding::default());
    let gone = CustomerChange { customer: CustomerId(2), seen: Revision(1), becomes: Becomes::Erased };
    let amendment = Amendment { customers: vec![gone], ..Amendment::new(CommitId("gone".into()), String::new(), Deed::Removed) };
    let hand = Hand { who: "tom".into(), when: "2026-05-14T14:02:00Z".parse().unwrap() };
    store.amend(&amendment, &hand, &mut |_| ControlFlow::Continue(())).unwrap();
    let told = place.run(&["history", "--customer", "C00002"]);
    assert!(told.code == 0 && told.out.contains("C00002 was removed") && told.out.contains("by tom."), "{told:?}");
    let json: serde_json::Value = serde_json::from_str(&place.run(&["history", "--customer", "2", "--json"]).out).unwrap();
    assert_eq!((&json["customer"], &json["removed"]["number"], &json["removed"]["who"]), (&"C00002".into(), &2.into(), &"tom".into()));
}

#[test]
fn where_nothing_waits_sending_is_done_without_a_mail_server() {
    let place = Place::with_three("three.xlsx");
    let sent = place.run(&["outbox", "send"]);
    assert!(sent.code == 0 && sent.out.is_empty() && !sent.told.is_empty(), "{sent:?}");
    assert_eq!(place.json(&["outbox", "send"])["outcome"], "done");
}

#[test]
fn a_name_that_there_is_not_is_told_with_what_it_would_be_the_name_of() {
    let place = Place::with_three("three.xlsx");
    let three = place.at("three.xlsx");
    for (line, told) in [
        (&["customers", "--label", "nope"][..], "No customer has the label nope."),
        (&["customers", "--responsible", "x@y.be"], "No customer has x@y.be as responsible."),
        (&["customers", "--flow", "pit-1999"], "No task flow is called pit-1999."),
        (&["check", &three, "--task-flow", "x"], "No task flow is called x."),
        (&["import", &three, "--language", "nl", "--questionnaire", "x"], "No questionnaire here is called x."),
        (&["invite", "--customer", "C9999"], "There is no customer C09999."),
        (&["outbox", "withdraw", "M00099"], "No mail in the outbox has the number M00099."),
    ] {
        let answer = place.run(line);
        assert!(answer.code == 66 && answer.told.contains(told), "{line:?}: {answer:?}");
    }
}

#[test]
fn what_is_missing_for_an_import_is_told_at_once_with_what_there_is() {
    let place = Place::empty();
    let three = place.put("three.xlsx", &crate::support::place::some(0..3));
    let told = place.run(&["import", &three]);
    let says = |text: &str| told.told.contains(text);
    assert!(told.code == 64 && says("--language LANGUAGE --questionnaire NAME"), "{told:?}");
    assert!(says("nl, fr, en, de") && says("pit-2026, self-employed-2026"), "{told:?}");
    let one = place.run(&["import", &three, "--language", "nl"]);
    assert!(one.code == 64 && one.told.contains("pit-2026") && !one.told.contains("--language LANGUAGE"), "{one:?}");
}

#[test]
fn a_variable_is_blamed_by_its_own_name_and_one_set_to_nothing_says_nothing() {
    use crate::support::program::instroom_with;

    let place = Place::with_three("three.xlsx");
    let run = |variables: &[(&str, Option<&str>)], line: &[&str]| instroom_with(&place.store(), variables, line);
    for (name, value) in [("INSTROOM_THEME", "neon"), ("INSTROOM_LOG", "loud"), ("INSTROOM_LANG", "de")] {
        let refused = run(&[(name, Some(value))], &["history"]);
        assert!(refused.code == 64 && refused.told.contains(&format!("{name} does not take {value}")), "{refused:?}");
        assert!(!refused.told.lines().next().unwrap().contains("--"), "the flag was not typed: {refused:?}");
        assert_eq!(run(&[(name, Some(""))], &["history"]).code, 0, "{name}");
    }
    let empty = [("INSTROOM_STORE", Some("")), ("INSTROOM_CONFIG", Some("")), ("INSTROOM_STATE", Some(""))];
    let store = place.store();
    let answer = run(&empty, &["--store", store.to_str().unwrap(), "history"]);
    assert!(answer.code == 0 && answer.out.contains("three.xlsx"), "{answer:?}");
    let shown = run(&empty, &["config", "show"]);
    assert!(shown.code == 0 && shown.out.contains(".local/share/instroom/store"), "{shown:?}");
    assert_eq!(run(&[("INSTROOM_LOG", Some("TRACE"))], &["history"]).code, 0);
    let typed = run(&[("INSTROOM_THEME", Some("dark"))], &["history", "--theme", "neon"]);
    assert!(typed.code == 64 && typed.told.contains("--theme does not take neon"), "{typed:?}");
}

#[test]
fn what_goes_wrong_with_a_place_is_told_as_what_it_is() {
    let place = Place::with_three("three.xlsx");
    let file = place.put("file", b"x");
    for (line, told) in [
        (&["check", "-"][..], "Nothing came in on standard input."),
        (&["--store", &file, "customers"], "is a file, and a store is a folder."),
        (&["--store", "/proc/x/y", "flows", "next", "pit-2026", "--yes"], "There is no folder /proc/x/y."),
        (&["export", "-o", "x.csv", "--format", "json"], "ends in .csv, and --format says json"),
    ] {
        let answer = place.run(line);
        assert!(answer.code != 0 && answer.told.contains(told), "{line:?}: {answer:?}");
    }
}

#[test]
fn opening_a_store_to_a_group_is_asked_for_first() {
    let place = Place::with_three("three.xlsx");
    let asked = place.run(&["store", "share", "--group", "0"]);
    assert!(asked.code == 64 && asked.out.contains("would be opened to the group 0") && asked.told.contains("--yes"), "{asked:?}");
    assert_eq!(place.run(&["store", "share", "--group", "no such group", "-n"]).code, 64);
    assert_eq!(place.json(&["store", "info"])["group"], serde_json::Value::Null, "nothing was done");
}

#[test]
fn the_manual_tells_every_variable_that_is_read_and_every_setting() {
    use instroom::domain::settings::Settings;

    let man = Place::empty().run(&["man"]).out.replace("\\-", "-");
    let section = |name: &str| man.split(&format!(".SH {name}")).nth(1).and_then(|rest| rest.split(".SH ").next()).unwrap().to_owned();
    let settings = section("SETTINGS");
    for key in Settings::keys() {
        assert!(settings.contains(key), "{key}");
    }
    let (environment, mut untold) = (section("ENVIRONMENT"), Vec::new());
    for name in read_names(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src"))) {
        untold.extend((!environment.contains(&name)).then_some(name));
    }
    assert!(untold.is_empty(), "{untold:?}");
}

/// The names of variables that the source reads: those of clap, and texts of capitals in files that read the environment.
fn read_names(folder: &std::path::Path) -> std::collections::BTreeSet<String> {
    let mut names = std::collections::BTreeSet::new();
    for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            names.extend(read_names(&entry));
            continue;
        }
        let text = std::fs::read_to_string(&entry).unwrap();
        let reads = ["env::var", "variable(", "in_environment(", "env = \""].iter().any(|call| text.contains(call));
        let is_name = |text: &&str| text.len() > 2 && text.chars().all(|sign| sign.is_ascii_uppercase() || sign == '_');
        // What an option takes is in capitals too, and what cargo says is read when the program is built.
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//") && !line.contains("CARGO_")).flat_map(|line| {
            let line = line.split("value_name = ").next().unwrap_or(line);
            line.split('"').skip(1).step_by(2)
        });
        names.extend(code.filter(is_name).filter(|_| reads).map(str::to_owned));
    }
    names
}

#[test]
fn completions_offer_words_where_there_are_some_and_files_only_where_a_file_is_taken() {
    let script = Place::empty().run(&["completions", "fish"]).out;
    let line =
        |option: &str| script.lines().find(|line| line.contains(&format!("-l {option} "))).unwrap_or_else(|| panic!("{option}")).to_owned();
    for option in ["log-level", "theme", "frames"] {
        assert!(!line(option).contains("-r -F") && script.contains("trace"), "{}", line(option));
    }
    for option in ["questionnaire", "task-flow", "label", "customer"] {
        assert!(line(option).contains(" -r") && !line(option).contains("-F"), "{}", line(option));
    }
    assert!(line("config").contains("-r -F"), "{}", line("config"));
}
