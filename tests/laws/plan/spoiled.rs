//! Plans that are none, or were changed by a hand: refused, and never a write of something else.

use instroom::domain::draft::{Draft, Seed};
use instroom::domain::plan::{Misfit, NoPlan, Plan};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::{a_plan, differing, read};
use crate::support::flow::Flow;
use crate::support::place::{Place, some};

#[test]
fn what_is_no_plan_is_refused_in_one_clear_line() {
    let place = Place::empty();
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
