//! A duplicate, field by field.

use super::scene::{AN, AN_BIS, BO, Scene, account, committed, numbered, person, seed, stored};
use crate::domain::change_set::FieldChange;
use crate::domain::draft::{Comparison, Decision, Difference, Draft, Refusal, Side};
use crate::domain::field::Field;

fn comparisons(draft: &Draft) -> Vec<Comparison> {
    account(draft, 0).comparisons(draft)
}

fn difference(field: Field, store: &'static str, import: &'static str) -> Option<Difference> {
    let coded = |value| person("An", "Peeters", "an@example.be", &[(Field::ClientCode, "K1"), (field, value)]);
    let mut known = stored(&coded(store));
    let row = match field {
        Field::Email => person("An", "Peeters", import, &[(Field::ClientCode, "K1")]),
        _ => coded(import),
    };
    known.set(field, store);
    let draft = Scene::new().row(&row).customer(&known).open();
    comparisons(&draft).into_iter().find(|one| one.field == field).map(|one| one.difference)
}

#[test]
fn a_field_is_the_same_on_one_side_or_different() {
    use Difference::{Differs, OnlyImport, OnlyStore, Same};
    for (field, store, import, expected) in [
        (Field::City, "Gent", "Gent", Some(Same)),
        (Field::City, "Gent", "", Some(OnlyStore)),
        (Field::City, "", "Gent", Some(OnlyImport)),
        (Field::City, "", "", None),
        (Field::City, "Gent", "Aalst", Some(Differs)),
        (Field::City, "Gent", "GENT", Some(Differs)),
        (Field::Email, "An@Example.be", "an@example.be", Some(Same)),
        (Field::Responsible, "els@office.be", "Els@Office.be", Some(Same)),
        (Field::Country, "België", "BE", Some(Same)),
        (Field::Country, "België", "Nederland", Some(Differs)),
        (Field::Country, "", "BE", Some(OnlyImport)),
        (Field::Labels, "VIP,Gent", "Gent,VIP", Some(Same)),
        (Field::Labels, "VIP,Gent", "VIP", Some(Differs)),
        (Field::Labels, "VIP", "VIP,Gent", Some(Differs)),
        (Field::Street, "Rue de l'\u{c9}glise", "Rue de l'E\u{301}glise", Some(Same)),
        (Field::Language, "nl", "Nederlands", Some(Same)),
        (Field::Language, "nl", "french", Some(Differs)),
        (Field::NationalNumber, AN, BO, Some(Differs)),
        (Field::NationalNumber, AN_BIS, AN, Some(Differs)),
        (Field::NationalNumber, "", AN, Some(OnlyImport)),
        (Field::Mobile, "+32471625368", "+32471625368", Some(Same)),
        (Field::HouseNumber, "012", "12", Some(Differs)),
        (Field::Deadline, "", "2026-07-15", None),
        (Field::SendInvitation, "", "yes", None),
    ] {
        assert_eq!(difference(field, store, import), expected, "{field:?}: {store} / {import}");
    }
}

#[test]
fn a_match_by_code_or_email_offers_to_replace_the_number() {
    let code = |number| person("An", "Peeters", "an@example.be", &[(Field::ClientCode, "K1"), (Field::NationalNumber, number)]);
    let mut draft = Scene::new().row(&code(AN)).customer(&stored(&code(AN_BIS))).chosen();
    assert_eq!(draft.refusal(), Some(Refusal::Nothing), "a conflict is never written unseen");
    draft.decide(draft.taking(0, [Field::NationalNumber], Side::Import));
    let set = draft.change_set(seed()).unwrap();
    let change = FieldChange { field: Field::NationalNumber, before: AN_BIS.into(), after: AN.into() };
    assert_eq!((set.updates.len(), &set.updates[0].changes), (1, &vec![change]));
    assert_eq!(set.updates[0].dossier, None, "and not selected");
    draft.settle_commit(committed(&draft.stock().snapshot, &set));
    assert_eq!(draft.certainty(0), Some(crate::domain::matching::Certainty::Sure));
}

#[test]
fn sides_are_taken_and_taken_back() {
    let known = person("An", "Peeters", "an@example.be", &[(Field::City, "Gent"), (Field::Street, "Kerkstraat")]);
    let row = person("An", "Peeters", "an@example.be", &[(Field::City, "Aalst"), (Field::Street, "Molenstraat"), (Field::Labels, "VIP")]);
    let mut draft = Scene::new().row(&row).linked(&stored(&known), &[2026]).chosen();
    assert!(comparisons(&draft).iter().all(|one| one.side == Side::Store));
    let step = draft.taking(0, [Field::City, Field::Labels], Side::Import);
    assert!(matches!(&step.decisions[..], [Decision::Sides(changes)] if changes.len() == 2 && step.row_count() == 1), "{step:?}");
    draft.decide(step);
    assert_eq!(draft.taking(0, [Field::City], Side::Import).decisions, []);
    assert_eq!(draft.overwrite_count(0), 2);
    let merged = account(&draft, 0).merged(&draft);
    assert_eq!((merged.text(Field::City), merged.text(Field::Street), merged.text(Field::Labels)), ("Aalst", "Kerkstraat", "VIP"));
    assert_eq!(draft.refusal(), None);
    draft.decide(draft.taking(0, [Field::City, Field::Street, Field::Labels], Side::Store));
    assert_eq!((draft.overwrite_count(0), draft.refusal()), (0, Some(Refusal::Nothing)));
    assert!(draft.undo().is_some());
    assert_eq!(draft.overwrite_count(0), 2);
}

#[test]
fn an_empty_cell_never_empties() {
    let known = person("An", "Peeters", "an@example.be", &[(Field::City, "Gent"), (Field::SpouseNationalNumber, BO)]);
    let mut draft = Scene::new().row(&person("An", "Peeters", "an@example.be", &[])).linked(&stored(&known), &[2026]).chosen();
    draft.decide(draft.taking(0, Field::ALL, Side::Import));
    assert_eq!(account(&draft, 0).merged(&draft), stored(&known));
    assert_eq!(draft.refusal(), Some(Refusal::Nothing), "every field taken, and nothing to write");
    assert_eq!(draft.change_set(seed()), Err(Refusal::Nothing));
}

#[test]
fn nothing_is_overwritten_unseen_when_the_store_changes_under_the_draft() {
    let known = |city: &'static str, street: &'static str| {
        stored(&person("An", "Peeters", "an@example.be", &[(Field::NationalNumber, AN), (Field::City, city), (Field::Street, street)]))
    };
    let row = person("An", "Peeters", "an@example.be", &[(Field::NationalNumber, AN), (Field::City, "Aalst"), (Field::Street, "Markt")]);
    let mut draft = Scene::new().row(&row).customer(&known("Gent", "Kerkstraat")).open();
    draft.decide(draft.taking(0, [Field::City, Field::Street], Side::Import));
    draft.rebase(Scene::new().customer(&known("Brugge", "Kerkstraat")).stock());
    assert_eq!((draft.side(0, Field::City), draft.side(0, Field::Street)), (Side::Store, Side::Import), "Brugge was never seen");
    // Another customer takes the row.
    draft.rebase(Scene::new().customer(&stored(&numbered("Bo", BO, ""))).customer(&known("Brugge", "Kerkstraat")).stock());
    assert_eq!(draft.overwrite_count(0), 0);
    draft.decide(draft.taking(0, [Field::Street], Side::Import));
    draft.rebase(Scene::new().stock());
    assert_eq!(draft.overwrite_count(0), 0, "nobody is left to be overwritten");
}
