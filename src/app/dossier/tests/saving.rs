//! Writing it, beside colleagues and a full disk.

use super::*;
use crate::app::fault::Fault;
use crate::app::model::Glance;
use crate::domain::change_set::Receipt;
use crate::domain::matching::Stock;
use crate::domain::snapshot::Snapshot;

fn answered(model: &mut Model) -> String {
    let id = go_to_kind(model, AnswerKind::YesNo);
    press(model, "Space");
    id
}

fn receipt() -> Receipt {
    Receipt { revision: Revision(9), customers: (1, 1), when: "2026-05-14T14:02:00Z".parse().unwrap(), repeated: false }
}

fn stock() -> Arc<Stock> {
    Arc::new(Stock::new(Snapshot::default()))
}

#[test]
fn saving_writes_one_amendment_of_the_version_that_was_seen() {
    let mut model = session(opened());
    let id = answered(&mut model);
    assert_eq!(press(&mut model, "W"), [], "a capital letter does not write");
    let (job, amendment) = amended(&press(&mut model, "Enter"));
    assert_eq!(amendment.deed, Deed::Completed(binder(&model).opened.flow.id.clone()));
    let [change] = amendment.dossiers.as_slice() else { panic!() };
    assert_eq!((change.seen, change.customer), (Some(Revision(3)), CustomerId(1)));
    assert_eq!(change.becomes.as_ref().unwrap().answer(&id).unwrap().value, "yes");
    hear(&mut model, Report::Amended(job, Ok((receipt(), stock()))));
    assert_eq!(model.notice, Some(Notice::Dossier(DossierNotice::Saved(1))));
    assert!(matches!(model.store, Glance::Known(_)));
    press(&mut model, "Space");
    let (_, amendment) = amended(&press(&mut model, "W Enter"));
    assert_eq!(amendment.dossiers[0].seen, Some(Revision(9)), "the next one builds on it");
}

#[test]
fn what_could_not_be_written_is_kept_and_tried_again_under_its_name() {
    let mut model = session(opened());
    let id = answered(&mut model);
    let (job, first) = amended(&press(&mut model, "W Enter"));
    hear(&mut model, Report::Amended(job, Err(Fault::DiskFull)));
    assert_eq!(model.layer(), Layer::Box);
    let (job, second) = amended(&press(&mut model, "Right Enter"));
    assert_eq!(first.commit, second.commit, "it may have been written after all");
    hear(&mut model, Report::Amended(job, Err(Fault::DiskFull)));
    press(&mut model, "Esc j");
    assert_eq!(value(&model, &id), Some("yes"));
    go_to_kind(&mut model, AnswerKind::YesNo);
    press(&mut model, "Space");
    let (_, third) = amended(&press(&mut model, "W Enter"));
    assert_ne!(first.commit, third.commit, "something else is another commit");
}

#[test]
fn where_a_colleague_was_first_own_answers_go_on_top_and_those_that_clash_are_listed() {
    let mut model = session(opened());
    let id = answered(&mut model);
    press(&mut model, "g g Enter Ctrl+U A n n a Enter");
    let (job, _) = amended(&press(&mut model, "W Enter"));
    let effects = hear(&mut model, Report::Amended(job, Err(Fault::Changed { count: 1 })));
    let [Effect::ReadDossier(again, ..)] = effects.as_slice() else { panic!("{effects:?}") };
    let mut theirs = opened();
    theirs.version = Revision(5);
    theirs.dossier.answers[0].value = "Annick".into();
    hear(&mut model, Report::DossierRead(*again, Ok(Box::new(theirs))));
    assert_eq!((value(&model, &id), value(&model, "first-name")), (Some("yes"), Some("Annick")));
    let Some(Overlay::Chooser(chooser)) = &model.overlay else { panic!() };
    assert!(chooser.lines.len() == 1 && chooser.lines[0].note.contains("Anna") && chooser.lines[0].note.contains("Annick"));
    press(&mut model, "Enter");
    let Some(Overlay::Answer(entry)) = &model.overlay else { panic!() };
    assert_eq!(entry.text(), "Anna", "what was typed is at hand");
    press(&mut model, "Enter");
    let (_, amendment) = amended(&press(&mut model, "W Enter"));
    assert_eq!(amendment.dossiers[0].seen, Some(Revision(5)));
    assert_eq!(amendment.dossiers[0].becomes.as_ref().unwrap().answer("first-name").unwrap().value, "Anna");
}

#[test]
fn a_dossier_that_is_gone_meanwhile_leaves_what_was_typed_on_screen() {
    let mut model = session(opened());
    let id = answered(&mut model);
    let (job, _) = amended(&press(&mut model, "W Enter"));
    let effects = hear(&mut model, Report::Amended(job, Err(Fault::Changed { count: 1 })));
    let [Effect::ReadDossier(again, ..)] = effects.as_slice() else { panic!("{effects:?}") };
    hear(&mut model, Report::DossierRead(*again, Err(Fault::NoDossier)));
    press(&mut model, "Esc");
    assert_eq!(value(&model, &id), Some("yes"));
}

#[test]
fn leaving_with_changes_asks_and_leads_back_to_where_it_was_opened() {
    let mut model = session(opened());
    answered(&mut model);
    press(&mut model, "q");
    assert!(matches!(model.overlay, Some(Overlay::Ask(..))));
    press(&mut model, "Enter");
    assert_eq!(model.layer(), Layer::Dossier, "the safe button is first");
    press(&mut model, "q Right Enter");
    assert_eq!(model.layer(), Layer::Start);
    let mut model = session(opened());
    press(&mut model, "q");
    assert_eq!(model.layer(), Layer::Start, "nothing changed, nothing asked");
}
