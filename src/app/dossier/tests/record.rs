//! What the customer answered about their own record: shown, taken over, left as it is.

use super::*;
use crate::app::fault::Fault;
use crate::domain::change_set::{FieldChange, Receipt};
use crate::domain::dossier::Settlement;
use crate::domain::matching::Stock;
use crate::domain::snapshot::Snapshot;

/// The customer answered another e-mail address, an address of several fields, and something that is no mobile number.
fn corrected() -> OpenedDossier {
    let mut read = opened();
    let offer = |question: &str, answer: &str, about, before: &str, changes: &[(Field, &str, &str)]| {
        let change =
            |(field, before, after): &(Field, &str, &str)| FieldChange { field: *field, before: (*before).into(), after: (*after).into() };
        Offer {
            question: question.into(),
            answer: answer.into(),
            about,
            before: before.into(),
            after: answer.into(),
            changes: changes.iter().map(change).collect(),
        }
    };
    let address = [(Field::Street, "Molenstraat", "Kerkplein"), (Field::HouseNumber, "12", "1A")];
    read.record = vec![
        offer("email", "nieuw@maes.be", Field::Email, "an@maes.be", &[(Field::Email, "an@maes.be", "nieuw@maes.be")]),
        offer("mobile", "vraag mijn zoon", Field::Mobile, "", &[]),
        offer("address", "Kerkplein 1A", Field::Address, "Molenstraat 12", &address),
    ];
    for (field, value) in [(Field::Email, "an@maes.be"), (Field::Street, "Molenstraat"), (Field::HouseNumber, "12")] {
        read.values.set(field, value);
    }
    for offer in &read.record {
        let answer = Answer { question: offer.question.clone(), value: offer.answer.clone(), origin: Origin::Returned };
        read.dossier.answers.push(answer);
    }
    read
}

fn left(model: &Model) -> Vec<&str> {
    binder(model).undecided().map(|offer| offer.question.as_str()).collect()
}

fn fields(change: &CustomerChange) -> Vec<String> {
    let Becomes::Values(values) = &change.becomes else { panic!("{change:?}") };
    [Field::Email, Field::Street, Field::HouseNumber].map(|field| values.text(field).to_owned()).to_vec()
}

fn save(model: &mut Model) -> Amendment {
    let (job, amendment) = amended(&press(model, "W Enter"));
    let receipt = Receipt { revision: Revision(9), customers: (1, 1), when: "2026-05-14T14:02:00Z".parse().unwrap(), repeated: false };
    hear(model, Report::Amended(job, Ok((receipt, Arc::new(Stock::new(Snapshot::default()))))));
    amendment
}

#[test]
fn what_is_taken_over_goes_into_the_record_with_the_same_saving() {
    let mut model = session(corrected());
    assert_eq!((left(&model), binder(&model).to_look_at()), (vec!["email", "mobile", "address"], 3));
    press(&mut model, "a Enter Enter");
    assert_eq!(left(&model), ["mobile", "address"], "the list of what is left is shown");
    assert!(matches!(model.overlay, Some(Overlay::Chooser(_))));
    press(&mut model, "Down Enter Enter");
    assert_eq!(left(&model), ["mobile"]);
    press(&mut model, "Esc W");
    let Some(Overlay::Chooser(chooser)) = &model.overlay else { panic!() };
    let told: Vec<&str> = chooser.lines.iter().map(|line| line.note.as_str()).collect();
    assert_eq!(told, ["", "an@maes.be -> nieuw@maes.be", "Molenstraat 12 -> Kerkplein 1A"]);
    press(&mut model, "Esc");
    let amendment = save(&mut model);
    assert_eq!(amendment.deed, Deed::Completed(binder(&model).opened.flow.id.clone()));
    let [change] = amendment.customers.as_slice() else { panic!("{amendment:?}") };
    assert_eq!(
        (change.customer, change.seen, fields(change)),
        (CustomerId(1), Revision(2), vec!["nieuw@maes.be".into(), "Kerkplein".into(), "1A".into()])
    );
    let dossier = amendment.dossiers[0].becomes.as_ref().unwrap();
    assert_eq!(dossier.settlement("email", "nieuw@maes.be"), Some(Settlement::TakenOver));
    assert_eq!((model.notice.clone(), left(&model)), (Some(Notice::Dossier(DossierNotice::Saved(2))), vec!["mobile"]));
    press(&mut model, "W");
    assert_eq!(model.notice, Some(Notice::Dossier(DossierNotice::NothingToSave)));
}

#[test]
fn it_is_taken_back_before_saving_and_after() {
    let mut model = session(corrected());
    press(&mut model, "a Enter Enter Esc u");
    assert_eq!(left(&model), ["email", "mobile", "address"]);
    assert!(!binder(&model).completion.is_changed());
    press(&mut model, "U");
    save(&mut model);
    press(&mut model, "u");
    assert_eq!(left(&model), ["email", "mobile", "address"]);
    let amendment = save(&mut model);
    let [change] = amendment.customers.as_slice() else { panic!("{amendment:?}") };
    assert_eq!((change.seen, fields(change)[0].as_str()), (Revision(9), "an@maes.be"), "what was saved a moment ago");
}

#[test]
fn what_is_left_as_it_is_changes_no_record_and_is_not_asked_again() {
    let mut model = session(corrected());
    press(&mut model, "a Down Enter");
    let Some(Overlay::Chooser(chooser)) = &model.overlay else { panic!() };
    assert!(chooser.lines.iter().all(|line| !line.label.contains("Take over")), "it is not sure enough: {:?}", chooser.lines);
    press(&mut model, "Enter Esc");
    let amendment = save(&mut model);
    assert_eq!((amendment.customers.len(), left(&model)), (0, vec!["email", "address"]));
    let stored = amendment.dossiers[0].becomes.as_ref().unwrap();
    assert_eq!(stored.settlement("mobile", "vraag mijn zoon"), Some(Settlement::Dismissed));
}

#[test]
fn what_a_colleague_types_ends_it_and_the_pane_says_what_the_record_says() {
    let mut model = session(corrected());
    let Screen::Dossier(open) = &mut model.screen else { panic!() };
    open.go_to_question("email", sight());
    let told = text(&binder(&model).told(sight(), 60).1);
    assert!(told.contains("an@maes.be") && told.contains("press a"), "{told}");
    press(&mut model, "Enter Ctrl+U");
    type_text(&mut model, "derde@maes.be");
    press(&mut model, "Enter");
    assert_eq!(left(&model), ["mobile", "address"]);
    assert!(save(&mut model).customers.is_empty());
}

#[test]
fn nothing_is_decided_in_a_dossier_that_is_read_only() {
    let mut closed = corrected();
    closed.dossier.status = Status::Closed;
    let mut archived = corrected();
    archived.flow.archived = true;
    for (mut read, why) in [(closed, DossierNotice::Closed), (archived, DossierNotice::Archived)] {
        read.dossier.course.aside.push(Aside { question: "gifts".into(), text: "ongeveer 500".into() });
        let mut model = session(read);
        for keys in ["a Down Enter Enter", "a Enter Down Enter"] {
            press(&mut model, "Esc Esc");
            press(&mut model, keys);
            assert_eq!(model.notice, Some(Notice::Dossier(why.clone())), "{keys}");
            assert!(!binder(&model).completion.is_changed());
        }
    }
}

#[test]
fn what_a_colleague_changed_in_the_record_meanwhile_is_not_written_over() {
    let mut model = session(corrected());
    press(&mut model, "a Enter Enter Down Enter Enter Esc");
    let (job, _) = amended(&press(&mut model, "W Enter"));
    let effects = hear(&mut model, Report::Amended(job, Err(Fault::Changed { count: 1 })));
    let [Effect::ReadDossier(again, ..)] = effects.as_slice() else { panic!("{effects:?}") };
    let mut theirs = corrected();
    theirs.customer_version = Revision(5);
    theirs.values.set(Field::Email, "ander@maes.be");
    theirs.record[0].before = "ander@maes.be".into();
    theirs.record[0].changes[0].before = "ander@maes.be".into();
    hear(&mut model, Report::DossierRead(*again, Ok(Box::new(theirs))));
    let Some(Overlay::Chooser(chooser)) = &model.overlay else { panic!() };
    assert!(chooser.lines.len() == 1 && chooser.lines[0].note.contains("ander@maes.be"), "{:?}", chooser.lines);
    assert_eq!(left(&model), ["email", "mobile"]);
    press(&mut model, "Enter");
    let Some(Overlay::Chooser(chooser)) = &model.overlay else { panic!() };
    assert_eq!(chooser.lines.len(), 6, "what it is now, to be decided anew: {:?}", chooser.lines);
    press(&mut model, "Esc");
    let amendment = save(&mut model);
    assert_eq!(
        (amendment.customers[0].seen, fields(&amendment.customers[0])),
        (Revision(5), vec!["ander@maes.be".into(), "Kerkplein".into(), "1A".into()])
    );
}

#[test]
fn a_national_number_is_masked_there_too() {
    let mut read = corrected();
    let change = FieldChange { field: Field::SpouseNationalNumber, before: String::new(), after: "85073003328".into() };
    read.record[0] = Offer {
        about: Field::SpouseNationalNumber,
        before: String::new(),
        after: change.after.clone(),
        changes: vec![change],
        ..read.record[0].clone()
    };
    let mut model = session(read);
    press(&mut model, "a Enter");
    let Some(Overlay::Chooser(chooser)) = &model.overlay else { panic!() };
    let told: String = chooser.lines.iter().map(|line| format!("{} {}\n", line.label, line.note)).collect();
    assert!(told.contains("850730*****") && !told.contains("85073003328"), "{told}");
}
