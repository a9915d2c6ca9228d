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
    for line in [&["invite"][..], &["outbox", "send"], &["check", "three.xlsx"]] {
        assert_eq!(place.run(line).code, 78, "{line:?}");
    }
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
