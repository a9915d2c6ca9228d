//! `instroom flows` through the built program: what a script can rely on.

use std::path::Path;

use serde_json::Value;

use crate::support::office::SAMPLE;
use crate::support::program::{Answer, instroom};

/// A store with the sample's customers in the season of 2026.
fn filled(folder: &Path) -> std::path::PathBuf {
    let (store, sample) = (folder.join("store"), folder.join("customers.xlsx"));
    std::fs::write(&sample, SAMPLE).unwrap();
    let import = ["import", sample.to_str().unwrap(), "--language", "nl", "--questionnaire", "pit-2026", "--yes"];
    assert_eq!(instroom(&store, &import).code, 0);
    store
}

fn json(answer: &Answer) -> Value {
    serde_json::from_str(&answer.out).unwrap_or_else(|error| panic!("{error}: {answer:?}"))
}

fn flows(store: &Path) -> Value {
    json(&instroom(store, &["flows", "--json"]))["task_flows"].take()
}

#[test]
fn task_flows_are_listed_with_how_far_they_are() {
    let folder = tempfile::tempdir().unwrap();
    let none = instroom(&folder.path().join("store"), &["flows"]);
    assert_eq!(none.code, 0);
    assert!(none.out.contains("pit-2026") && none.out.contains("15/07/2026"), "{none:?}");
    assert!(!folder.path().join("store").exists(), "a look makes no store");
    let store = filled(folder.path());
    let listed = flows(&store);
    let first = &listed[0];
    assert_eq!((&first["id"], &first["assessment_year"], &first["archived"]), (&"pit-2026".into(), &2026.into(), &false.into()));
    assert_eq!((&first["deadline_simple"], &first["deadline_specific"]), (&"2026-07-15".into(), &"2026-10-16".into()));
    assert!(first["dossiers"].as_u64().unwrap() > 0);
    assert_eq!(first["statuses"]["not_sent_yet"], first["dossiers"]);
    assert_eq!(first["statuses"].as_object().unwrap().len(), 7, "every status, also those of nobody");
    assert_eq!((&listed[1]["id"], &listed[1]["dossiers"]), (&"pit-2025".into(), &0.into()));
}

#[test]
fn the_next_season_is_shown_first_written_with_yes_and_refused_twice() {
    let folder = tempfile::tempdir().unwrap();
    let store = filled(folder.path());
    let dry = instroom(&store, &["flows", "next", "pit-2026", "-n"]);
    assert_eq!((dry.code, dry.told.as_str()), (0, ""));
    assert!(dry.out.contains("pit-2027") && dry.out.contains("FPS Finance") && dry.out.contains("2026"), "{dry:?}");
    assert!(dry.out.ends_with("nothing was written.\n"), "{dry:?}");
    let unsaid = instroom(&store, &["flows", "next", "pit-2026"]);
    assert_eq!(unsaid.out, dry.out, "the same is shown without --yes");
    assert_eq!((unsaid.code, flows(&store).as_array().unwrap().len()), (64, 2), "without --yes nothing is written");
    let terms = ["--simple", "16/7/2027", "--specific", "2027-10-18", "--questionnaire", "pit-2026"];
    let made = instroom(&store, &[&["flows", "next", "pit-2026", "--yes"][..], &terms].concat());
    assert_eq!((made.code, made.out.as_str()), (0, "2\n"), "{made:?}");
    let listed = flows(&store);
    assert_eq!((&listed[0]["id"], &listed[0]["deadline_simple"]), (&"pit-2027".into(), &"2027-07-16".into()));
    assert_eq!(listed[0]["questionnaires"], serde_json::json!(["pit-2026"]));
    let again = instroom(&store, &["flows", "next", "pit-2026", "--yes"]);
    assert_eq!((again.code, again.out.as_str()), (64, ""), "{again:?}");
    let unknown = instroom(&store, &["flows", "next", "pit-2206"]);
    assert!(unknown.code == 66 && unknown.told.contains("Did you mean pit-2026?"), "{unknown:?}");
    for wrong in [&["flows", "next", "pit-2027", "--simple", "2027-01-01"][..], &["flows", "next"]] {
        assert_eq!(instroom(&store, wrong).code, 64, "{wrong:?}");
    }
}

#[test]
fn customers_are_linked_by_label_or_name_and_unlinked_again() {
    let folder = tempfile::tempdir().unwrap();
    let store = filled(folder.path());
    let link = ["flows", "link", "pit-2025", "--customer", "C00001", "--customer", "2"];
    let dry = instroom(&store, &[&link[..], &["-n", "--json"]].concat());
    let plan = json(&dry);
    assert_eq!((dry.code, &plan["dossiers"], &plan["number"]), (0, &2.into(), &Value::Null));
    let unknown = instroom(&store, &[&link[..], &["--customer", "C99999", "--yes"]].concat());
    assert!(
        unknown.code == 66 && unknown.told.contains("There is no customer C99999") && unknown.told.contains("Did you mean C00"),
        "{unknown:?}"
    );
    assert_eq!(flows(&store)[1]["dossiers"], 0);
    let written = json(&instroom(&store, &[&link[..], &["--yes", "--json"]].concat()));
    assert_eq!((&written["number"], &flows(&store)[1]["dossiers"]), (&2.into(), &2.into()));
    let again = instroom(&store, &[&link[..], &["--yes"]].concat());
    assert_eq!((again.code, again.out.as_str()), (0, ""), "nothing is left to link: {again:?}");
    let moved = ["flows", "deadline", "pit-2025", "--customer", "1", "--to", "1/9/2025", "--yes"];
    assert_eq!(instroom(&store, &moved).out, "3\n");
    assert!(instroom(&store, &["history"]).out.lines().next().unwrap().contains("deadlines changed in pit-2025"));
    let unlink = ["flows", "unlink", "pit-2025", "--customer", "1", "--customer", "2"];
    let too_many = instroom(&store, &[&unlink[..], &["--also-sent", "2", "--yes"]].concat());
    assert_eq!((too_many.code, &flows(&store)[1]["dossiers"]), (64, &2.into()), "{too_many:?}");
    assert_eq!(instroom(&store, &[&unlink[..], &["--yes"]].concat()).out, "4\n");
    assert_eq!(flows(&store)[1]["dossiers"], 0);
    let nobody = instroom(&store, &["flows", "link", "pit-2025", "--label", "\u{1b}[31mnobody", "--yes"]);
    assert!(nobody.code == 66 && nobody.told.contains("nobody") && !nobody.told.contains('\u{1b}'), "{nobody:?}");
    for wrong in
        [&["flows", "link", "pit-2025"][..], &["flows", "link", "pit-2025", "--customer", "x"], &[&link[..], &["-n", "--yes"]].concat()]
    {
        assert_eq!(instroom(&store, wrong).code, 64, "{wrong:?}");
    }
}

#[test]
fn everybody_with_a_label_is_linked() {
    let folder = tempfile::tempdir().unwrap();
    let store = filled(folder.path());
    let plan = |label: &str| json(&instroom(&store, &["flows", "link", "pit-2025", "--label", label, "-n", "--json"]));
    let all = flows(&store)[0]["dossiers"].as_u64().unwrap();
    let label = first_label(&store);
    let some = plan(&label)["dossiers"].as_u64().unwrap();
    assert!(some > 0 && some < all, "{label}: {some} of {all}");
    assert_eq!(plan(&label.to_uppercase())["dossiers"].as_u64(), Some(some), "labels are compared folded");
}

/// A label that somebody in the store has.
fn first_label(store: &Path) -> String {
    use instroom::domain::change_set::Founding;
    use instroom::domain::field::Field;
    use instroom::world::store::{SledStore, Store as _};
    let snapshot = SledStore::new(store.to_path_buf(), Founding::default()).snapshot().unwrap();
    let mut labels = (0..snapshot.customer_count()).filter_map(|index| {
        let values = snapshot.customer(index).unwrap().values;
        values.get(Field::Labels).map(|labels| labels.split(',').next().unwrap().to_owned())
    });
    labels.next().expect("the sample has labels")
}

#[test]
fn an_archived_task_flow_is_listed_last_and_read_only_until_it_is_taken_back() {
    let folder = tempfile::tempdir().unwrap();
    let store = filled(folder.path());
    let archived = instroom(&store, &["flows", "archive", "pit-2026", "--yes"]);
    assert_eq!(archived.code, 0);
    assert!(archived.told.contains("not sent yet"), "{archived:?}");
    let listed = flows(&store);
    assert_eq!((&listed[1]["id"], &listed[1]["archived"]), (&"pit-2026".into(), &true.into()));
    assert!(instroom(&store, &["flows"]).out.contains("(archived)"));
    let unlink = ["flows", "unlink", "pit-2026", "--customer", "1", "--yes"];
    let refused = instroom(&store, &unlink);
    assert_eq!((refused.code, refused.told.contains("archived")), (64, true), "{refused:?}");
    assert_eq!(instroom(&store, &["flows", "archive", "pit-2026", "--back", "--yes"]).code, 0);
    assert_eq!(instroom(&store, &unlink).code, 0);
}

#[test]
fn another_default_deadline_moves_the_dossiers_that_have_it() {
    let folder = tempfile::tempdir().unwrap();
    let store = filled(folder.path());
    let change = ["flows", "change", "pit-2026", "--simple", "31/7/2026", "--json"];
    let plan = json(&instroom(&store, &[&change[..], &["-n"]].concat()));
    let moved = plan["dossiers"].as_u64().unwrap();
    assert!(moved > 0 && moved < flows(&store)[0]["dossiers"].as_u64().unwrap(), "{plan}");
    let written = json(&instroom(&store, &[&change[..], &["--yes"]].concat()));
    assert_eq!((&written["dossiers"], &written["number"]), (&moved.into(), &2.into()));
    assert_eq!(flows(&store)[0]["deadline_simple"], "2026-07-31");
}
