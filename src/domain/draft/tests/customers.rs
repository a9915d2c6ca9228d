//! Rows and the customers of the store: new, duplicate, only in the store.

use super::scene::{AN, AN_BIS, BO, CY, Scene, account, buckets, numbered, person, rules, selected, stored};
use crate::domain::draft::Bucket;
use crate::domain::field::Field;
use crate::domain::finding::Rule;
use crate::domain::matching::{Certainty, Ground};
use crate::domain::sheet::CellKind;

#[test]
fn a_row_that_nobody_equals_is_new_and_selected_also_with_a_warning() {
    let warned = person("Di", "Maes", "di@example.be", &[(Field::PostalCode, "900"), (Field::Mobile, "+31612345678")]);
    let draft = Scene::new().row(&numbered("An", AN, "")).row(&warned).open();
    assert_eq!(buckets(&draft), [Bucket::OnlyInImport; 2]);
    assert_eq!(selected(&draft), [0, 1]);
    assert_eq!((draft.has_warning(0), draft.has_warning(1)), (false, true));
    assert_eq!(rules(&draft, 1), [(Rule::MobileForeign, None), (Rule::PostalCodeShape, None)]);
    assert_eq!(draft.certainty(0), None);
}

#[test]
fn every_ground_puts_a_row_among_the_duplicates_with_its_certainty() {
    let home = [(Field::Street, "Kerkstraat"), (Field::HouseNumber, "12A"), (Field::PostalCode, "9000")];
    let code = |first, email, number| person(first, "Claes", email, &[(Field::ClientCode, "K-7"), (Field::NationalNumber, number)]);
    let cases = [
        (Ground::NationalNumber, Certainty::Sure, numbered("An", AN, ""), numbered("Ann", AN, "")),
        (Ground::ClientCode, Certainty::Sure, code("An", "a@example.be", AN), code("Bo", "b@example.be", "")),
        (Ground::ClientCodeOtherNumber, Certainty::Unsure, code("An", "a@example.be", AN), code("Bo", "b@example.be", BO)),
        (Ground::EmailAndName, Certainty::Likely, numbered("An", AN, ""), numbered("An", "", "")),
        (Ground::EmailAndName, Certainty::Likely, numbered("An", "", ""), numbered("An", AN, "")),
        (
            Ground::NameAndBirthDate,
            Certainty::Unsure,
            numbered("An", AN_BIS, ""),
            person("AN", "peeters", "n@example.be", &[(Field::NationalNumber, AN)]),
        ),
        (
            Ground::NearNameAndAddress,
            Certainty::Unsure,
            person("An", "Janssens", "a@example.be", &home),
            person("An", "Jansens", "b@example.be", &home),
        ),
        (Ground::ChangedPlaces, Certainty::Unsure, numbered("An", AN, BO), numbered("Bo", BO, AN)),
        (Ground::Marriage, Certainty::Unsure, numbered("Bo", BO, ""), numbered("An", AN, BO)),
        (Ground::Separation, Certainty::Unsure, numbered("An", AN, BO), numbered("Bo", BO, "")),
    ];
    for (ground, certainty, known, row) in cases {
        let draft = Scene::new().row(&row).customer(&stored(&known)).open();
        assert_eq!(buckets(&draft), [Bucket::Duplicates], "{ground:?}");
        assert_eq!((draft.ground(0), draft.certainty(0)), (Some(ground), Some(certainty)));
        let found = account(&draft, 0).found.unwrap();
        assert_eq!((found.id.0, found.ground, found.certainty, found.tied), (1, ground, certainty, false));
        assert_eq!(draft.only_in_store(), [] as [u32; 0], "{ground:?}");
        assert_eq!(draft.is_selected(0), certainty == Certainty::Sure, "{ground:?}: what is not sure has to be looked at first");
        assert!(draft.is_selectable(0));
    }
}

#[test]
fn a_marriage_of_two_stored_customers_is_unsure() {
    let (an, bo) = (stored(&numbered("An", AN, "")), stored(&numbered("Bo", BO, "")));
    let draft = Scene::new().row(&numbered("An", AN, BO)).customer(&bo).customer(&an).open();
    assert_eq!(draft.ground(0), Some(Ground::NationalNumberAndMarriage));
    assert_eq!(draft.certainty(0), Some(Certainty::Unsure));
    assert_eq!(account(&draft, 0).found.unwrap().id.0, 2);
    assert_eq!(selected(&draft), [] as [u32; 0]);
    assert_eq!(draft.only_in_store(), [0], "the partner is a customer whom no row is");
}

#[test]
fn the_same_email_under_another_name_is_only_a_hint() {
    let draft = Scene::new()
        .row(&person("Bo", "Maes", "Peeters@Example.be", &[]))
        .row(&person("An", "Peeters", "other@example.be", &[]))
        .customer(&stored(&person("An", "Peeters", "peeters@example.be", &[])))
        .open();
    assert_eq!(buckets(&draft), [Bucket::OnlyInImport; 2]);
    assert_eq!(account(&draft, 0).same_email.as_deref(), Some("Peeters An"));
    assert_eq!(account(&draft, 1).same_email, None);
    assert_eq!(selected(&draft), [0, 1]);
}

#[test]
fn a_namesake_with_another_number_is_new_and_no_hint_at_another_name() {
    let known = stored(&person("Jan", "Peeters", "jan@example.be", &[(Field::NationalNumber, CY)]));
    let draft = Scene::new().row(&person("Jan", "Peeters", "jan@example.be", &[(Field::NationalNumber, AN)])).customer(&known).open();
    assert_eq!(buckets(&draft), [Bucket::OnlyInImport]);
    assert_eq!(account(&draft, 0).same_email, None);
}

#[test]
fn a_likeness_to_several_stored_customers_is_unsure() {
    let one = |number| person("Jan", "Peeters", "jan@example.be", &[(Field::NationalNumber, number)]);
    let draft = Scene::new().row(&one("")).customer(&stored(&one(CY))).customer(&stored(&one(AN))).open();
    assert_eq!(draft.ground(0), Some(Ground::EmailAndName));
    assert_eq!(draft.certainty(0), Some(Certainty::Unsure));
    assert_eq!(draft.only_in_store(), [1]);
}

#[test]
fn an_invalid_row_is_the_customer_all_the_same_and_the_file_does_not_lack_it() {
    let mut row = numbered("An", AN, "");
    row.push((Field::Mobile, "0471625368", CellKind::Text));
    let draft = Scene::new().row(&row).customer(&stored(&numbered("An", AN, ""))).customer(&stored(&numbered("Bo", BO, ""))).open();
    assert_eq!(buckets(&draft), [Bucket::Invalid]);
    assert_eq!(draft.only_in_store(), [1]);
    assert_eq!(draft.counts().only_in_store, 1);
    let found = account(&draft, 0).found.unwrap();
    assert_eq!((found.id.0, found.ground), (1, Ground::NationalNumber));
    assert!(!draft.is_selectable(0));
}

#[test]
fn a_number_that_only_its_writing_spoils_is_recognised() {
    let wrong = |number, kind| vec![(Field::FirstName, "X", CellKind::Text), (Field::NationalNumber, number, kind)];
    let scene = Scene::new()
        .row(&wrong("85.07.30-033.28", CellKind::Text))
        .row(&wrong("1020300566", CellKind::Number))
        .row(&wrong("850730033", CellKind::Text))
        .customer(&stored(&numbered("An", AN, "")))
        .customer(&stored(&numbered("Lou", "01020300566", "")));
    let draft = scene.open();
    assert_eq!(buckets(&draft), [Bucket::Invalid; 3]);
    assert_eq!(draft.only_in_store(), [] as [u32; 0]);
    assert_eq!(account(&draft, 2).found, None, "a text is never padded");
    let twice = scene.row(&numbered("Zoe", AN, "")).open();
    assert_eq!(rules(&twice, 3), [(Rule::RowSameNationalNumber, Some(2))]);
}

#[test]
fn only_in_store_are_those_whom_no_row_is_linked_or_not() {
    let draft = Scene::new()
        .row(&numbered("An", AN, ""))
        .linked(&stored(&numbered("An", AN, "")), &[2026])
        .linked(&stored(&numbered("Bo", BO, "")), &[2026])
        .customer(&stored(&numbered("Cy", CY, "")))
        .open();
    assert_eq!(draft.only_in_store(), [1, 2]);
    assert_eq!(draft.counts().only_in_store, 2);
}

#[test]
fn the_second_season_selects_every_sure_duplicate_without_a_dossier_and_none_with() {
    let scene = |years: &[i16]| {
        Scene::new()
            .row(&numbered("An", AN, ""))
            .row(&person("Bo", "Peeters", "bo@example.be", &[]))
            .linked(&stored(&numbered("An", AN, "")), years)
            .linked(&stored(&person("Bo", "Peeters", "bo@example.be", &[])), years)
            .open()
    };
    let second = scene(&[2025]);
    assert_eq!(buckets(&second), [Bucket::Duplicates; 2]);
    assert_eq!((second.is_selectable(0), second.is_selectable(1)), (true, true));
    assert_eq!(selected(&second), [0], "likely is not sure");
    assert!(!account(&second, 0).found.unwrap().has_dossier);
    let again = scene(&[2025, 2026]);
    assert_eq!((again.is_selectable(0), again.is_selectable(1)), (false, false));
    assert_eq!(selected(&again), [] as [u32; 0]);
    assert!(account(&again, 0).found.unwrap().has_dossier);
}

#[test]
fn an_address_in_one_cell_is_taken_apart_or_kept_whole() {
    let first_template = |address| {
        person("An", "Peeters", "an@example.be", &[(Field::Address, address), (Field::SendInvitation, "no"), (Field::Company, "AP bv")])
    };
    let values = |address| account(&Scene::new().row(&first_template(address)).open(), 0).values;
    let apart = values("Kerkstraat 12A bus 0101, 9000 Gent, België");
    let expected = [
        (Field::Street, "Kerkstraat"),
        (Field::HouseNumber, "12A"),
        (Field::Box, "0101"),
        (Field::PostalCode, "9000"),
        (Field::City, "Gent"),
        (Field::Country, "België"),
        (Field::Address, ""),
        (Field::Company, "AP bv"),
        (Field::SendInvitation, "no"),
    ];
    for (field, text) in expected {
        assert_eq!(apart.text(field), text, "{field:?}");
    }
    let whole = values("Hof ter Linden, Gent");
    assert_eq!((whole.text(Field::Address), whole.get(Field::Street)), ("Hof ter Linden, Gent", None));
    let mut both = first_template("Kerkstraat 12, 9000 Gent");
    both.push((Field::City, "Aalst", CellKind::Text));
    let kept = account(&Scene::new().row(&both).open(), 0).values;
    assert_eq!(
        (kept.text(Field::Address), kept.text(Field::City)),
        ("Kerkstraat 12, 9000 Gent", "Aalst"),
        "what is given apart is not torn"
    );
    let known = stored(&person(
        "Ann",
        "Peters",
        "x@example.be",
        &[(Field::Street, "Kerkstraat"), (Field::HouseNumber, "12A"), (Field::Box, "0101"), (Field::PostalCode, "9000")],
    ));
    let draft = Scene::new().row(&first_template("Kerkstraat 12A bus 0101, 9000 Gent")).customer(&known).open();
    assert_eq!(draft.ground(0), Some(Ground::NearNameAndAddress), "in one cell or in four");
}
