//! `instroom history`, `undo` and `store check` through the built program: what a script can rely on.

use serde_json::Value;

use crate::support::place::Place;
use crate::support::program::instroom;

#[test]
fn the_history_lists_what_was_written_newest_first() {
    let place = Place::with_three("three.xlsx");
    assert_eq!(place.run(&["undo", "1", "--yes"]).out, "2\n");
    let journal = place.json(&["history"]);
    let lines = journal["commits"].as_array().unwrap();
    assert_eq!((&lines[0]["what"], &lines[0]["import"], &lines[0]["number"]), (&"taken_back".into(), &1.into(), &2.into()));
    assert_eq!((&lines[0]["file"], &lines[0]["gone"], &lines[0]["taken_back_by"]), (&Value::Null, &3.into(), &Value::Null));
    assert_eq!((&lines[1]["what"], &lines[1]["file"], &lines[1]["added"]), (&"import".into(), &"three.xlsx".into(), &3.into()));
    assert_eq!((&lines[1]["task_flow"], &lines[1]["taken_back_by"], &lines[1]["who"]), (&"pit-2026".into(), &2.into(), &"els".into()));
    let told = place.run(&["history"]);
    let told: Vec<&str> = told.out.lines().collect();
    assert!(told[0].contains("import 1 taken back") && told[1].contains("three.xlsx") && told[1].ends_with("taken back by 2"), "{told:?}");
}

#[test]
fn the_history_of_a_customer_says_where_each_value_came_from() {
    let place = Place::with_three("three.xlsx");
    let story = place.json(&["history", "--customer", "C00001"]);
    assert_eq!(story["customer"], "C00001");
    let number = story["fields"].as_array().unwrap().iter().find(|field| field["field"] == "national_number").unwrap();
    let step = &number["steps"][0];
    assert!(step["value"].as_str().unwrap().ends_with("*****"), "masked: {step}");
    assert_eq!((&step["before"], &step["source"], &step["file"]), (&"".into(), &"import".into(), &"three.xlsx".into()));
    assert!(step["row"].as_u64().unwrap() > 1 && step["who"] == "els" && step["number"] == 1, "{step}");
    let linked = &story["dossiers"][0];
    assert_eq!((&linked["event"], &linked["task_flow"], &linked["source"]), (&"linked".into(), &"pit-2026".into(), &"import".into()));
    let shown = place.json(&["history", "--customer", "1", "--show-numbers"]);
    assert!(!shown.to_string().contains("*****"));
    let told = place.run(&["history", "--customer", "1"]).out;
    assert!(told.contains("three.xlsx, row ") && told.contains("(empty before)") && told.contains("*****"), "{told}");
    let nobody = place.run(&["history", "--customer", "C00077"]);
    assert_eq!((nobody.code, nobody.out.as_str()), (66, ""), "{nobody:?}");
    assert_eq!(place.run(&["history", "--customer", "Maes"]).code, 64);
}

#[test]
fn taking_back_is_previewed_written_once_and_refused_again() {
    let place = Place::with_three("three.xlsx");
    let look = place.json(&["undo", "1", "-n"]);
    assert_eq!((&look["import"], &look["number"]), (&1.into(), &Value::Null));
    let counts = &look["counts"];
    assert_eq!((&counts["customers_go"], &counts["dossiers_go"], &counts["customers_kept"]), (&3.into(), &3.into(), &0.into()));
    assert_eq!((look["reverses"].as_array().unwrap().len(), look["keeps"].as_array().unwrap().len()), (6, 0));
    let asked = place.run(&["undo", "1"]);
    let dry = place.run(&["undo", "1", "-n"]);
    assert_eq!((asked.code, &asked.out), (64, &dry.out), "without --yes nothing is written, and the same is shown");
    assert!(asked.told.contains("--yes") && dry.code == 0 && dry.told.is_empty(), "{dry:?}");
    assert!(dry.out.contains("       3  new customers go\n") && dry.out.ends_with("nothing was written.\n"), "{dry:?}");
    assert_eq!(place.json(&["history"])["commits"].as_array().unwrap().len(), 1);
    let done = place.json(&["undo", "1", "--yes"]);
    assert_eq!((&done["number"], &done["counts"]), (&2.into(), counts), "what was shown is what was written");
    let again = place.run(&["undo", "1", "--yes"]);
    assert_eq!((again.code, again.out.as_str()), (65, ""));
    assert!(again.told.contains("by els on ") && again.told.contains("number 2"), "{again:?}");
    assert_eq!(place.run(&["undo", "2", "--yes"]).code, 65, "a taking back is no import");
    assert_eq!(place.run(&["undo", "9", "--yes"]).code, 66);
    assert_eq!(place.run(&["undo", "1", "-n", "--yes"]).code, 64);
}

#[test]
fn a_check_says_what_it_went_through_and_found() {
    let place = Place::with_three("three.xlsx");
    let sound = place.run(&["store", "check"]);
    assert_eq!((sound.code, sound.told.as_str()), (0, ""));
    assert!(sound.out.contains("       3  customers\n") && sound.out.ends_with("The store is sound.\n"), "{}", sound.out);
    let answer = place.json(&["store", "check"]);
    assert_eq!(
        (&answer["sound"], &answer["customers"], &answer["dossiers"], &answer["commits"]),
        (&true.into(), &3.into(), &3.into(), &1.into())
    );
    {
        let db = sled::open(place.store().join("sled")).unwrap();
        let dossiers = db.open_tree("dossiers").unwrap();
        let (key, value) = dossiers.first().unwrap().unwrap();
        dossiers.insert(key, &value[..value.len() - 2]).unwrap();
        db.flush().unwrap();
    }
    let broken = place.run(&["store", "check"]);
    assert_eq!(broken.code, 1);
    assert!(broken.out.contains("Dossier of C00001 in pit-2026: ") && broken.out.contains("not sound: 1 trouble."), "{}", broken.out);
    let answer = place.json(&["store", "check"]);
    assert_eq!((&answer["sound"], &answer["troubles"][0]["what"]), (&false.into(), &"dossier".into()));
    let nothing = instroom(&place.home().join("elsewhere"), &["store", "check", "--json"]);
    let answer: Value = serde_json::from_str(&nothing.out).unwrap();
    assert_eq!((nothing.code, &answer["exists"], &answer["customers"]), (0, &false.into(), &0.into()));
}
