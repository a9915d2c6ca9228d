//! Questionnaires that came back: read, looked through, put right, taken over.

use instroom::domain::amendment::{Amendment, Deed};
use instroom::domain::customer::CustomerId;
use instroom::domain::dossier::{Answer, Dossier, Origin, Status};
use instroom::domain::field::Field;
use instroom::domain::questionnaire::built_in;
use instroom::domain::snapshot::Revision;
use instroom::domain::task_flow::TaskFlowId;
use instroom::words::ScreenLanguage;
use instroom::world::store::Store as _;
use instroom::world::workbook::Reader;
use instroom::world::workbook::questionnaire::{About, form_bytes};

use crate::support::amendments::{amend, amendment, putting};
use crate::support::disk::Disk;
use crate::support::flow::Flow;
use crate::support::office::{SAMPLE, demo_store, form_of_rows};
use crate::support::shared_store::SharedStore;

fn flow_id() -> TaskFlowId {
    TaskFlowId("pit-2026".into())
}

fn dossier(store: &SharedStore, customer: CustomerId) -> (Revision, Dossier) {
    store.dossiers(&[(flow_id(), customer)]).unwrap().remove(0).unwrap()
}

/// The first customers with a dossier, ascending.
fn customers(store: &SharedStore) -> Vec<CustomerId> {
    let snapshot = store.snapshot().unwrap();
    let mut found: Vec<CustomerId> = snapshot.dossiers(&flow_id()).map(|(id, _)| id).collect();
    found.sort();
    found
}

/// What a customer would send back, with these answers in the place of what is known.
fn returned(store: &SharedStore, customer: CustomerId, answers: &[(&str, &str)]) -> Vec<u8> {
    let (_, mut dossier) = dossier(store, customer);
    for (question, value) in answers {
        dossier.answers.retain(|known| known.question != *question);
        dossier.answers.push(Answer { question: (*question).into(), value: (*value).into(), origin: Origin::Typed });
    }
    let catalogue = built_in();
    let questionnaire = catalogue.get(&dossier.questionnaire).unwrap();
    form_bytes(questionnaire, &dossier, &About { office: "Kantoor", customer: "Klant", ..About::default() }).unwrap()
}

/// A question of a kind that has no answer yet.
fn open_question(store: &SharedStore, customer: CustomerId, kind: &str) -> String {
    let (_, dossier) = dossier(store, customer);
    let catalogue = built_in();
    let questionnaire = catalogue.get(&dossier.questionnaire).unwrap();
    let free = questionnaire.questions().find(|question| question.kind.key() == kind && dossier.answer(&question.id).is_none());
    free.unwrap().id.clone()
}

/// Two questionnaires that came back and a workbook that is none, in the folder of the office; the sample was imported before,
/// so that there are dossiers.
fn office() -> (Flow, CustomerId, String) {
    let mut flow = Flow::open(demo_store(), SAMPLE);
    flow.press("T Enter Q Enter I Right Enter q");
    let store = flow.store.clone();
    let both = customers(&store);
    let (one, other) = (both[0], both[1]);
    let (amount, house) = (open_question(&store, one, "amount"), open_question(&store, one, "yes-no"));
    let first = returned(&store, one, &[(&amount, "12.50"), (&house, "misschien"), ("email", "nieuw@example.be"), ("mobile", "")]);
    flow.disk.put("office/back-1.xlsx", &first, 20, 9);
    flow.disk.put("office/back-2.xlsx", &returned(&store, other, &[("email", "ander@example.be")]), 19, 9);
    (flow, one, house)
}

#[test]
fn answers_that_came_back_are_taken_over() {
    let (mut flow, customer, house) = office();
    flow.press("a").see("which files came back?").press("space space space").see("three are ticked, one of which is none");
    flow.press("Enter")
        .see("whose they are and how they differ")
        .press("c")
        .see("its columns")
        .press("Esc G")
        .see("why one cannot be used")
        .press("g g j")
        .see("the other");
    flow.press("k");
    let place = flow.model.arrived().unwrap().files.iter().position(|file| file.matched().is_some_and(|one| one.customer == customer));
    for _ in 0..place.unwrap() {
        flow.press("j");
    }
    flow.press("Enter").see("question by question: known and given");
    let typed = flow.model.arrived().unwrap();
    let unclear = typed.file().unwrap().differs.len();
    assert!(unclear >= 4, "{}", flow.screen());
    while flow.model.arrived().unwrap().question().is_none_or(|(question, _)| question.id != house) {
        flow.press("j");
    }
    flow.see("what is no answer")
        .press("e")
        .see("a yes or a no is chosen, what was written beside it")
        .press("j")
        .see("understood and chosen")
        .press("G space")
        .see("the customer's own record too");
    flow.press("q").see("back among the files").press("I").see("a safe question").press("Right Enter").see("taken over");
    let (version, after) = dossier(&flow.store, customer);
    assert_eq!(after.status, Status::Answered);
    assert_eq!(after.answer(&house).map(|answer| (answer.value.as_str(), answer.origin)), Some(("yes", Origin::Typed)));
    assert_eq!(after.answer("email").map(|answer| answer.origin), Some(Origin::Returned));
    let snapshot = flow.store.snapshot().unwrap();
    assert_eq!((snapshot.journal[0].deed.clone(), snapshot.journal[0].revision), (Deed::Answered(flow_id()), version));
    assert_eq!((snapshot.journal[0].tally.changed, snapshot.journal[0].tally.dossiers), (1, 2), "one record, two dossiers, one commit");
    flow.press("q").see("back where it began");
    flow.tell("arrived-taken-over");
}

/// The file of one customer alone, with these answers, and the cursor on the first difference.
fn one_file(answers: &[(&str, &str)]) -> (Flow, CustomerId) {
    let mut flow = Flow::open(demo_store(), SAMPLE);
    flow.press("T Enter Q Enter I Right Enter q");
    let customer = customers(&flow.store)[0];
    let bytes = form_of_rows(&dossier(&flow.store, customer).1.token, answers);
    flow.disk.put("office/back.xlsx", &bytes, 20, 9);
    flow.press("a Enter Enter");
    (flow, customer)
}

/// Goes to the difference at a question.
fn go_to(flow: &mut Flow, question: &str) {
    flow.press("g g");
    for _ in 0..40 {
        if flow.model.arrived().unwrap().question().is_some_and(|(found, _)| found.id == question) {
            return;
        }
        flow.press("j");
    }
    panic!("{question} is no difference\n{}", flow.screen());
}

/// Every kind of answer that was not understood, put right as on the dossier's own screen.
fn put_right(flow: &mut Flow) {
    flow.see("what came back and is no answer");
    go_to(flow, "civil-status");
    flow.press("e").see("a choice is a list").press("Down Enter").see("chosen");
    go_to(flow, "gifts");
    flow.press("e").see("an amount: why it is none").press("Ctrl+U").type_text("500,5").see("how it will be kept").press("Enter");
    go_to(flow, "civil-status-change-date");
    flow.press("e Ctrl+U").type_text("31/2/2025").press("Enter").see("no date").press("Ctrl+U").see("nothing leaves it").press("Enter");
    go_to(flow, "spouse-national-number");
    flow.press("e").see("a number is masked until it is typed anew").type_text("93.05.18-223.60").press("Enter").see("no number");
    flow.press("Backspace").type_text("1").press("Enter").see("a number");
    go_to(flow, "remarks");
    flow.press("e")
        .see("a sentence with a number in it is shown first")
        .press("m e")
        .see("a long answer in its lines")
        .press("Down Down End");
    flow.type_text(" Bedankt!").press("Tab m").see("all put right and chosen");
}

const UNCLEAR: [(&str, &str); 6] = [
    ("civil-status", "getrouwd geweest"),
    ("gifts", "ongeveer 500"),
    ("civil-status-change-date", "ergens in mei"),
    ("spouse-national-number", "93.05.18-223.6"),
    ("remarks", "Onze zoon 85.07.30-033.28:\n- woont alleen\n- werkt"),
    ("single-parent", "weet ik niet"),
];

#[test]
fn what_is_no_answer_is_put_right_with_the_editors_of_the_dossier() {
    let (mut flow, customer) = one_file(&UNCLEAR);
    put_right(&mut flow);
    flow.press("q I Right Enter").see("taken over");
    let (_, after) = dossier(&flow.store, customer);
    let kept = |question: &str| after.answer(question).map(|answer| (answer.value.as_str(), answer.origin));
    assert_eq!(kept("gifts"), Some(("500.50", Origin::Typed)));
    assert_eq!(kept("spouse-national-number"), Some(("93051822361", Origin::Typed)));
    assert_eq!(kept("remarks").map(|(text, _)| text), Some("Onze zoon 85.07.30-033.28:\n- woont alleen\n- werkt Bedankt!"));
    assert!(kept("civil-status").is_some_and(|(_, origin)| origin == Origin::Typed));
    let aside: Vec<&str> = after.course.aside.iter().map(|aside| aside.question.as_str()).collect();
    assert_eq!(aside, ["civil-status-change-date", "single-parent"], "what was left is kept word for word");
    flow.tell("arrived-put-right");
}

#[test]
fn what_is_no_answer_is_put_right_in_dutch_and_in_french() {
    for (language, name) in [(ScreenLanguage::Dutch, "arrived-put-right-nl"), (ScreenLanguage::French, "arrived-put-right-fr")] {
        let (mut flow, _) = one_file(&UNCLEAR);
        flow.speak(language);
        put_right(&mut flow);
        flow.tell(name);
    }
}

#[test]
fn what_was_changed_meanwhile_is_read_again() {
    let (mut flow, customer, _) = office();
    flow.press("a Enter");
    assert!(flow.model.arrived().is_some(), "{}", flow.screen());
    let seen = flow.store.snapshot().unwrap();
    let (_, mut changed) = dossier(&flow.store, customer);
    changed.answers.pop();
    let change = putting(&seen, &flow_id(), customer.0, Some(changed));
    let meanwhile = Amendment { dossiers: vec![change], ..amendment("meanwhile", &seen, Deed::Completed(flow_id())) };
    amend(&flow.store, &meanwhile).unwrap();
    flow.press("I Right Enter").see("somebody completed the dossier meanwhile").press("Right Enter").see("read again");
    flow.press("I Right Enter").see("and taken over");
    assert_eq!(dossier(&flow.store, customer).1.status, Status::Answered);
    flow.tell("arrived-meanwhile");
}

#[test]
fn answers_back_speak_the_languages_of_the_office() {
    let (mut flow, ..) = office();
    flow.press("a");
    for (language, name) in [(ScreenLanguage::Dutch, "in Dutch"), (ScreenLanguage::French, "in French")] {
        flow.speak(language).see(name).press("a Enter").see(name).press("Enter").see(name).resize(120, 40).see(name).resize(60, 15);
        flow.see(name).resize(80, 24).press("I").see(name).press("Esc q q").see(name).press("Right Enter");
    }
    flow.tell("arrived-languages");
}

#[test]
fn nothing_came_back() {
    let mut flow = Flow::over(demo_store(), Disk::new(), Reader::here());
    flow.press("a I").see("an empty folder").press("p").type_text("/srv/office/nowhere.xlsx").press("Enter").see("not there").press("I");
    flow.see("nothing to take over").press("q");
    flow.tell("arrived-nothing");
}

#[test]
fn hostile_texts_that_came_back_harm_nobody() {
    let hostile = [
        ("first-name", "\u{1b}]52;c;aGk=\u{7}\u{1b}[2J"),
        ("last-name", "\u{202e}nav\u{200b}\u{feff}"),
        ("remarks", "een\u{1b}[31m\n\u{9b}twee\n\n=HYPERLINK(\"http://example.com\")\t@x"),
        ("gifts", "\u{0}500\u{8}\u{8}\u{8}"),
        ("house\u{1b}[H", "\u{1b}c"),
        ("city", "👩\u{200d}👧 مرحبا"),
    ];
    let (mut flow, _) = one_file(&hostile);
    flow.see("what was sent shows as what it is").press("G").see("what belongs to no question");
    go_to(&mut flow, "remarks");
    flow.press("z").see("the whole of a long text");
    assert!(!flow.screen().contains(|sign: char| sign.is_control() && sign != '\n'), "{}", flow.screen());
    assert!(!flow.screen().contains(['\u{202e}', '\u{200b}', '\u{feff}']), "{}", flow.screen());
    flow.press("z e").see("and where it is typed over").press("Esc");
    go_to(&mut flow, "gifts");
    flow.press("e").see("an amount that is none").press("Esc q").see("the files").press("I Right Enter q");
    flow.tell("arrived-hostile");
}

#[test]
fn an_address_and_a_partners_name_are_offered_for_the_record() {
    let (mut flow, customer, _) = office();
    let answers = [("address", "Kerkplein 1A, 3000 Leuven"), ("spouse-name", "Jan Van den Berg"), ("email", "vraag mijn zoon")];
    let bytes = returned(&flow.store, customer, &answers);
    for name in ["office/back-1.xlsx", "office/back-2.xlsx"] {
        std::fs::remove_file(flow.disk.path(name)).unwrap();
    }
    flow.disk.put("office/moved.xlsx", &bytes, 21, 9);
    flow.press("a space Enter Enter G").see("for the customer's own record: a name of three words is not taken apart");
    let differs = flow.model.arrived().unwrap().file().unwrap().differs.len();
    flow.press("k").see("an address goes into its fields, all of them together").press("space k k");
    flow.see("what is no e-mail address is for a person to put right").press("j").resize(120, 40).see("the address, wide");
    flow.press("q I Right Enter").see("taken over");
    let snapshot = flow.store.snapshot().unwrap();
    let values = snapshot.customer(snapshot.index_of(customer).unwrap()).unwrap().values;
    let read = [Field::Street, Field::HouseNumber, Field::PostalCode, Field::City].map(|field| values.text(field).to_owned());
    assert_eq!((read.join(" "), differs), ("Kerkplein 1A 3000 Leuven".to_owned(), 6), "{}", flow.screen());
    flow.tell("arrived-record");
}

#[test]
fn two_seasons_of_one_customer_are_taken_over_together() {
    let (mut flow, customer, _) = office();
    let last = TaskFlowId("pit-2025".into());
    let (_, mut dossier) = flow.store.dossiers(&[(last.clone(), customer)]).unwrap().remove(0).unwrap();
    dossier.answers.retain(|known| known.question != "mobile");
    dossier.answers.push(Answer { question: "mobile".into(), value: "0475 12 34 56".into(), origin: Origin::Typed });
    let catalogue = built_in();
    let form = form_bytes(
        catalogue.get(&dossier.questionnaire).unwrap(),
        &dossier,
        &About { office: "Kantoor", customer: "Klant", ..About::default() },
    );
    flow.disk.put("office/back-2.xlsx", &form.unwrap(), 20, 9);
    flow.disk.put("office/back-1.xlsx", &returned(&flow.store, customer, &[("email", "nieuw@example.be")]), 21, 9);
    flow.press("a space space Enter").see("two files of one customer");
    for _ in 0..2 {
        flow.press("Enter G space q j");
    }
    flow.press("I").see("one record changes").press("Right Enter").see("both seasons");
    let snapshot = flow.store.snapshot().unwrap();
    assert_eq!(snapshot.journal[0].deed, Deed::AnsweredSeveral(vec![last, flow_id()]));
    assert_eq!((snapshot.journal[0].tally.changed, snapshot.journal[0].tally.dossiers), (1, 2));
    let values = snapshot.customer(snapshot.index_of(customer).unwrap()).unwrap().values;
    assert_eq!((values.text(Field::Email), values.text(Field::Mobile)), ("nieuw@example.be", "+32475123456"));
    flow.press("q q c 5 o").see("the journal names both");
    flow.tell("arrived-two-seasons");
}

#[test]
fn what_comes_back_for_the_archive_is_not_taken_in() {
    let (mut flow, ..) = office();
    flow.press("c 3");
    while flow.model.register().unwrap().current_flow().is_none_or(|flow| flow.id != flow_id()) {
        flow.press("j");
    }
    flow.press("A Right Enter q a space space Enter")
        .see("its dossier is read only, and what to do")
        .press("I")
        .see("nothing to take over");
    flow.tell("arrived-archive");
}
