//! `instroom answers`, and the questionnaires of an office's own.

use std::collections::BTreeSet;

use instroom::domain::change_set::Founding;
use instroom::domain::customer::CustomerId;
use instroom::domain::dossier::{Answer as Known, Dossier, Origin, Status};
use instroom::domain::questionnaire::{KEYS, QuestionnaireId, Written, built_in, settled};
use instroom::domain::snapshot::Revision;
use instroom::domain::task_flow::TaskFlowId;
use instroom::world::store::{SledStore, Store as _};
use instroom::world::workbook::questionnaire::{About, form_bytes};
use serde_json::{Value, json};

use crate::support::house;
use crate::support::imports::flow;
use crate::support::place::{Place, parsed, some};

impl Place {
    /// A door to the store.
    fn door(&self) -> SledStore {
        let founding = Founding::of(&built_in());
        SledStore::new(self.store(), founding)
    }

    fn dossier(&self, customer: u64) -> (Revision, Dossier) {
        let wanted = [(TaskFlowId("pit-2026".into()), CustomerId(customer))];
        self.door().dossiers(&wanted).unwrap().remove(0).unwrap()
    }

    /// The form of a customer with other answers than are known: what the customer would send back.
    fn returned(&self, name: &str, customer: u64, answers: &[(&str, &str)]) -> String {
        let (_, mut dossier) = self.dossier(customer);
        for (question, value) in answers {
            dossier.answers.retain(|known| known.question != *question);
            dossier.answers.push(Known { question: (*question).into(), value: (*value).into(), origin: Origin::Typed });
        }
        let catalogue = built_in();
        let questionnaire = catalogue.get(&dossier.questionnaire).unwrap();
        self.put(name, &form_bytes(questionnaire, &dossier, &About { office: "Kantoor", customer: "Klant", ..About::default() }).unwrap())
    }
}

/// A question of a kind that has no answer yet.
fn open_question(dossier: &Dossier, kind: &str) -> String {
    let catalogue = built_in();
    let questionnaire = catalogue.get(&dossier.questionnaire).unwrap();
    let free = questionnaire.questions().find(|question| question.kind.key() == kind && dossier.answer(&question.id).is_none());
    free.unwrap().id.clone()
}

#[test]
fn answers_are_shown_then_taken_over_once() {
    let place = Place::with_three("customers.xlsx");
    let (version, before) = place.dossier(1);
    let (amount, house) = (open_question(&before, "amount"), open_question(&before, "yes-no"));
    let file = place.returned("back.xlsx", 1, &[(&amount, "12.50"), (&house, "misschien"), ("email", "nieuw@example.be"), ("mobile", "")]);
    let shown = place.run(&["answers", &file]);
    assert_eq!(shown.code, 64, "{shown:?}");
    for told in ["nieuw@example.be", "not understood", "misschien", "(neither yes nor no)", "12.50", "emptied"] {
        assert!(shown.out.contains(told), "{told}: {shown:?}");
    }
    assert!(shown.out.ends_with("nothing was written.\n") && shown.told.contains("--yes"));
    assert_eq!(place.dossier(1), (version, before.clone()), "looking writes nothing");
    let dry = place.run(&["answers", "-n", &file]);
    assert_eq!((dry.code, &dry.out), (1, &shown.out));
    let taken = place.run(&["answers", "--json", "--yes", &file]);
    let form = &parsed(&taken)["files"][0]["form"];
    let counts = ["new", "changed", "emptied", "not_understood", "taken_over"].map(|name| form[name].clone());
    assert_eq!(counts, [json!(1), json!(1), json!(1), json!(1), json!(true)], "{taken:?}");
    assert_eq!(form["record"][0]["field"], json!("email"));
    assert!(taken.told.contains("2 answers taken over into 1 dossier"), "{taken:?}");
    let (version, after) = place.dossier(1);
    assert_eq!(
        (after.status, after.answer(&amount).map(|one| (one.value.as_str(), one.origin))),
        (Status::Answered, Some(("12.50", Origin::Returned)))
    );
    assert_eq!(after.answer("mobile"), before.answer("mobile"), "emptied keeps what was known");
    assert_eq!(after.course.aside.iter().map(|aside| aside.text.as_str()).collect::<Vec<_>>(), ["misschien"]);
    assert!(after.course.answered.is_some() && after.course.since == after.course.answered);
    let line = place.door().snapshot().unwrap().journal.remove(0);
    assert_eq!((line.deed, line.revision), (instroom::domain::amendment::Deed::Answered(flow(2026)), version));
    // The same file again changes nothing.
    let again = place.run(&["answers", "--yes", &file]);
    assert!(again.told.contains("0 answers taken over into 0 dossiers"), "{again:?}");
    assert_eq!(place.dossier(1), (version, after));
}

#[test]
fn answers_of_two_seasons_are_one_commit_that_names_both() {
    let place = Place::with_three("customers.xlsx");
    let link = ["flows", "link", "pit-2025", "--customer", "1", "--yes"];
    assert_eq!(place.run(&link).code, 0);
    let this = place.returned("this.xlsx", 1, &[("email", "nu@example.be")]);
    let wanted = [(flow(2025), CustomerId(1))];
    let (_, mut last) = place.door().dossiers(&wanted).unwrap().remove(0).unwrap();
    last.answers.retain(|known| known.question != "email");
    last.answers.push(Known { question: "email".into(), value: "toen@example.be".into(), origin: Origin::Typed });
    let catalogue = built_in();
    let form =
        form_bytes(catalogue.get(&last.questionnaire).unwrap(), &last, &About { office: "Kantoor", customer: "Klant", ..About::default() });
    let last = place.put("last.xlsx", &form.unwrap());
    let taken = place.run(&["answers", "--yes", &this, &last]);
    assert_eq!(taken.code, 0, "{taken:?}");
    let told = parsed(&place.run(&["history", "--json"]))["commits"].take();
    assert_eq!((&told[0]["what"], &told[0]["task_flow"], &told[0]["dossiers"]), (&json!("answered"), &Value::Null, &json!(2)));
    assert_eq!(told[0]["task_flows"], json!(["pit-2025", "pit-2026"]));
    assert_eq!(told[1]["task_flows"], json!(["pit-2025"]));
    let read = place.run(&["history"]).out;
    assert!(read.lines().next().unwrap().contains("pit-2025, pit-2026"), "{read}");
    // One file of a season that was archived does not keep the other from being taken over.
    assert_eq!(place.run(&["flows", "archive", "pit-2025", "--yes"]).code, 0);
    let again = place.run(&["answers", "--json", &last]);
    assert_eq!((again.code, &parsed(&again)["files"][0]["refused"]["why"]), (65, &json!("archived")));
}

#[test]
fn a_questionnaire_that_is_gone_from_the_folder_is_named() {
    let place = Place::with_three("customers.xlsx");
    place.put(".config/instroom/questionnaires/farmers.toml", documented().as_bytes());
    let change = ["flows", "change", "pit-2026", "--questionnaire", "pit-2026", "--questionnaire", "farmers-2026", "--yes"];
    assert_eq!(place.run(&change).code, 0);
    std::fs::remove_file(place.home().join(".config/instroom/questionnaires/farmers.toml")).unwrap();
    let listed = parsed(&place.run(&["flows", "--json"]))["task_flows"].take();
    assert_eq!(listed[0]["questionnaires_gone"], json!(["farmers-2026"]));
    assert!(place.run(&["flows"]).out.contains("pit-2026, farmers-2026 (not there)"));
    let link = place.run(&["flows", "link", "pit-2026", "--customer", "1", "--questionnaire", "farmers-2026", "--yes"]);
    assert_eq!((link.code, link.told.contains("neither built in nor in the office's folder")), (64, true), "{link:?}");
    let next = place.run(&["flows", "next", "pit-2026", "-n"]);
    assert!(next.code == 0 && next.out.contains("farmers-2026 is gone"), "{next:?}");
}

#[test]
fn a_file_that_is_not_taken_does_not_stop_the_others() {
    let place = Place::with_three("customers.xlsx");
    let sound = place.returned("a.xlsx", 1, &[("email", "a@example.be")]);
    let same = place.put("b.xlsx", &std::fs::read(&sound).unwrap());
    let other = place.returned("c.xlsx", 1, &[("email", "c@example.be")]);
    let list = place.put("d.xlsx", &some(0..2));
    let text = place.put("e.xlsx", b"%PDF-1.7 no workbook");
    let second = place.returned("f.xlsx", 2, &[("email", "f@example.be")]);
    let missing = place.at("g.xlsx");
    let answer = place.run(&["answers", "--json", "--yes", &sound, &same, &other, &list, &text, &second, &missing]);
    assert_eq!(answer.code, 65, "{answer:?}");
    let all = parsed(&answer);
    let whys: Vec<_> = all["files"].as_array().unwrap().iter().map(|file| file["refused"]["why"].as_str().unwrap_or("taken")).collect();
    assert_eq!(whys, ["taken", "same_file", "same_dossier", "no_form", "unreadable", "taken", "unreadable"]);
    let email = |customer| place.dossier(customer).1.answer("email").unwrap().value.clone();
    assert_eq!((email(1).as_str(), email(2).as_str()), ("a@example.be", "f@example.be"));
    assert_eq!(place.dossier(1).0, place.dossier(2).0, "one amendment for both");
    assert_eq!(place.run(&["answers", &missing]).code, 66);
    let elsewhere = Place::with_three("customers.xlsx");
    assert_eq!(parsed(&elsewhere.run(&["answers", "--json", &sound]))["files"][0]["refused"]["why"], json!("unknown_dossier"));
}

#[test]
fn no_national_number_is_shown_in_full_unless_asked_for() {
    let place = Place::with_three("customers.xlsx");
    let (_, dossier) = place.dossier(1);
    let known = dossier.answer("national-number").unwrap().value.clone();
    let other = if known == "93051822361" { "85073003328" } else { "93051822361" };
    // The form masks what it knows, so the new number is typed into a copy of it as plain text.
    let long = open_question(&dossier, "long-text");
    let file = place.returned("back.xlsx", 1, &[(&long, "bel mij"), ("national-number", other)]);
    for arguments in [vec!["answers", file.as_str()], vec!["answers", "--json", file.as_str()]] {
        let answer = place.run(&arguments);
        assert!(!answer.out.contains(&known) && answer.out.contains("bel mij"), "{answer:?}");
    }
}

#[test]
fn tokens_find_their_dossiers_in_every_store() {
    let inside = Place::with_three("customers.xlsx");
    let store = inside.door();
    let tokens: Vec<String> = [2, 1].into_iter().map(|customer| inside.dossier(customer).1.token).collect();
    let asked = [tokens[0].clone(), String::new(), "f".repeat(32), tokens[1].clone(), tokens[0].clone()];
    let found = store.dossiers_with_tokens(&asked).unwrap();
    let customers: Vec<_> = found.iter().map(|holder| holder.as_ref().map(|(_, customer, ..)| customer.0)).collect();
    assert_eq!(customers, [Some(2), None, None, Some(1), Some(2)]);
    let (_, _, version, dossier) = found[0].clone().unwrap();
    assert_eq!((version, dossier), inside.dossier(2));
    let memory = crate::support::memory::MemoryStore::new(crate::support::imports::founding());
    house::add(&memory, "one", 1..3);
    let of = |year| memory.dossier(&flow(year), CustomerId(2)).unwrap();
    let token = of(2026).or_else(|| of(2025)).unwrap().token;
    let found = memory.dossiers_with_tokens(&[token, String::new()]).unwrap();
    assert!(found[0].is_some() && found[1].is_none());
}

/// The example of the README.
fn documented() -> String {
    let readme = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/README.md")).unwrap();
    let (_, behind) = readme.split_once("<!-- questionnaire:begin -->\n```toml\n").unwrap();
    behind.split_once("```\n<!-- questionnaire:end -->").unwrap().0.to_owned()
}

#[test]
fn the_documented_questionnaire_is_one_and_has_every_key_there_is() {
    let text = documented();
    let (written, built_in) = (Written::parse(&text).unwrap(), built_in());
    let read = settled(&[written], &built_in).swap_remove(0).unwrap();
    let included = built_in.get(&QuestionnaireId("pit-2026".into())).unwrap();
    assert_eq!(read.id.0.as_str(), "farmers-2026");
    // Of its three questions one, about gifts, is asked instead of the included one.
    assert_eq!(read.questions().count(), included.questions().count() + 2);
    let file: toml::Table = text.parse().unwrap();
    let tables = |table: &toml::Table, key: &str| -> Vec<toml::Table> {
        table.get(key).and_then(toml::Value::as_array).into_iter().flatten().map(|item| item.as_table().unwrap().clone()).collect()
    };
    let sections = tables(&file, "section");
    let questions: Vec<_> = sections.iter().flat_map(|section| tables(section, "question")).collect();
    let choices: Vec<_> = questions.iter().flat_map(|question| tables(question, "choices")).collect();
    for (known, there) in KEYS.into_iter().zip([vec![file], sections, questions, choices]) {
        let there: BTreeSet<String> = there.iter().flat_map(|table| table.keys().cloned()).collect();
        assert_eq!(there, known.iter().map(|key| (*key).to_owned()).collect());
    }
}

#[test]
fn an_own_questionnaire_is_used_and_a_wrong_one_named_by_its_line() {
    let place = Place::empty();
    let configured = place.home().join(".config/instroom/questionnaires");
    place.put(".config/instroom/questionnaires/farmers.toml", documented().as_bytes());
    place.put(
        ".config/instroom/questionnaires/wrong.toml",
        documented().replace("farmers-2026", "more-2026").replace("1394-61", "1394-16").as_bytes(),
    );
    assert!(configured.is_dir());
    let workbook = place.put("more.xlsx", &some(5..7));
    let answer =
        place.run(&["import", &workbook, "--language", "nl", "--questionnaire", "farmers-2026", "--task-flow", "pit-2026", "--yes"]);
    for told in ["wrong.toml", "Line 21", "question gifts", "1394-61 would be right", "All others are used."] {
        assert!(answer.told.contains(told), "{told}: {answer:?}");
    }
    assert_eq!(answer.code, 0, "{answer:?}");
    assert_eq!(place.dossier(1).1.questionnaire.0, "farmers-2026");
}
