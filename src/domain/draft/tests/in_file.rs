//! Rows of one file that are the same customer, and partners with a row of their own.

use super::scene::{AN, BO, CY, Scene, buckets, numbered, person, rules, selected, stored};
use crate::domain::draft::Bucket::{Duplicates, Invalid, OnlyInImport};
use crate::domain::draft::{Cure, Deed};
use crate::domain::field::Field;
use crate::domain::finding::Rule;
use crate::domain::matching::Ground;

#[test]
fn the_same_number_twice_is_an_error_in_the_later_row() {
    let draft = Scene::new().row(&numbered("An", AN, "")).row(&numbered("Bo", BO, "")).row(&numbered("Cy", AN, "")).open();
    assert_eq!(buckets(&draft), [OnlyInImport, OnlyInImport, Invalid]);
    assert_eq!(rules(&draft, 2), [(Rule::RowSameNationalNumber, Some(2))]);
    assert_eq!(rules(&draft, 0), []);
}

#[test]
fn every_reason_is_told_and_names_its_own_row() {
    let coded = |first, email, number, code| person(first, "Maes", email, &[(Field::NationalNumber, number), (Field::ClientCode, code)]);
    let draft = Scene::new()
        .row(&coded("An", "an@example.be", AN, "K1"))
        .row(&coded("Bo", "bo@example.be", BO, "K2"))
        .row(&coded("Cy", "cy@example.be", "", "K3"))
        .row(&coded("Cy", "cy@example.be", AN, "k2"))
        .open();
    assert_eq!(
        rules(&draft, 3),
        [(Rule::RowSameEmailAndName, Some(4)), (Rule::RowSameNationalNumber, Some(2)), (Rule::RowSameClientCode, Some(3))]
    );
}

#[test]
fn the_same_code_is_folded() {
    let coded = |first, email, code| person(first, "Maes", email, &[(Field::ClientCode, code)]);
    let draft = Scene::new()
        .row(&coded("An", "an@example.be", "K-7"))
        .row(&coded("Bo", "bo@example.be", "k-7 "))
        .row(&coded("Cy", "cy@example.be", "K7"))
        .open();
    assert_eq!(buckets(&draft), [OnlyInImport, Invalid, OnlyInImport]);
    assert_eq!(rules(&draft, 1), [(Rule::RowSameClientCode, Some(2))]);
}

#[test]
fn email_and_name_are_the_same_customer_unless_two_numbers_differ() {
    let jan = |number| person("Jan", "D'Hondt", "jan@example.be", &[(Field::NationalNumber, number)]);
    let shouted = person("JAN", "d\u{2019}hondt", "Jan@Example.BE", &[]);
    let same = [(Rule::RowSameEmailAndName, Some(2))];
    for (first, second) in [("", ""), (AN, ""), ("", AN)] {
        let draft = Scene::new().row(&jan(first)).row(&jan(second)).open();
        assert_eq!(rules(&draft, 1), same, "{first:?} {second:?}");
        assert_eq!(rules(&draft, 0), []);
    }
    assert_eq!(rules(&Scene::new().row(&jan(AN)).row(&shouted).open(), 1), same);
    let family = Scene::new().row(&jan(CY)).row(&jan(AN)).open();
    assert_eq!(buckets(&family), [OnlyInImport; 2], "father and son");
    let third = Scene::new().row(&jan(CY)).row(&jan(AN)).row(&jan("")).row(&jan(BO)).open();
    assert_eq!(buckets(&third), [OnlyInImport, OnlyInImport, Invalid, Invalid]);
    assert_eq!(rules(&third, 2), same);
    assert_eq!(rules(&third, 3), [(Rule::RowSameEmailAndName, Some(4))], "who has no number may be anybody of that name");
}

#[test]
fn the_same_email_or_the_same_name_alone_is_no_double() {
    let draft = Scene::new()
        .row(&person("An", "Maes", "maes@example.be", &[]))
        .row(&person("Bo", "Maes", "maes@example.be", &[]))
        .row(&person("An", "Maes", "an@example.be", &[]))
        .open();
    assert_eq!(buckets(&draft), [OnlyInImport; 3]);
}

#[test]
fn a_partner_with_a_row_of_their_own_is_warned_about_and_stays_selected() {
    let draft = Scene::new().row(&numbered("Bo", BO, "")).row(&numbered("An", AN, BO)).open();
    assert_eq!(buckets(&draft), [OnlyInImport; 2]);
    assert_eq!(rules(&draft, 0), [(Rule::RowPartnerElsewhere, Some(3))], "wherever that row stands");
    assert_eq!(rules(&draft, 1), []);
    assert!(draft.has_warning(0));
    assert_eq!(selected(&draft), [0, 1]);
    let both = Scene::new().row(&numbered("Bo", BO, AN)).row(&numbered("An", AN, BO)).open();
    assert_eq!(rules(&both, 0), [(Rule::RowPartnerElsewhere, Some(3))]);
    assert_eq!(rules(&both, 1), [(Rule::RowPartnerElsewhere, Some(2))]);
}

#[test]
fn own_and_partners_number_the_same_is_an_error_and_no_partner_elsewhere() {
    let draft = Scene::new().row(&numbered("An", AN, AN)).open();
    assert_eq!(buckets(&draft), [Invalid]);
    assert_eq!(rules(&draft, 0), [(Rule::NationalNumberSameAsPartner, None)]);
}

#[test]
fn a_double_of_a_duplicate_is_invalid_for_the_file_not_for_the_store() {
    let draft = Scene::new().row(&numbered("An", AN, "")).row(&numbered("An", AN, "")).customer(&stored(&numbered("An", AN, ""))).open();
    assert_eq!(buckets(&draft), [Duplicates, Invalid]);
    assert_eq!(rules(&draft, 1), [(Rule::RowSameNationalNumber, Some(2))]);
    assert_eq!(draft.ground(0), Some(Ground::NationalNumber));
}

#[test]
fn a_double_of_an_invalid_row_is_still_told() {
    let mut wrong = numbered("An", AN, "");
    wrong.push((Field::Person, "vennootschap", crate::domain::sheet::CellKind::Text));
    let draft = Scene::new().row(&wrong).row(&numbered("Bo", AN, "")).open();
    assert_eq!(buckets(&draft), [Invalid, Invalid]);
    assert_eq!(rules(&draft, 1), [(Rule::RowSameNationalNumber, Some(2))]);
}

#[test]
fn a_crowd_of_namesakes_with_numbers_of_their_own_costs_no_time_and_is_no_double() {
    // One number a day: all valid, all different, all of one name and address.
    let numbers: Vec<String> = (1..=28)
        .flat_map(|day| (1..=450).map(move |sequence| 800_100_000 + day * 1_000 + sequence))
        .map(|nine: u64| format!("{nine:09}{:02}", 97 - nine % 97))
        .collect();
    let mut scene = Scene::new();
    for number in &numbers {
        scene = scene.row(&person("Jan", "Peeters", "info@office.be", &[(Field::NationalNumber, String::leak(number.clone()))]));
    }
    let draft = scene.open();
    assert_eq!(draft.counts().only_in_import, 12_600);
}

#[test]
fn two_rows_that_get_one_number_at_once_are_told_and_so_is_whoever_had_it_first() {
    let mut draft = Scene::new().row(&numbered("An", AN, "")).row(&numbered("Bo", BO, "")).row(&numbered("Cy", CY, "")).open();
    let cure =
        |row| Cure { row, field: Field::NationalNumber, before: draft.given(row, Field::NationalNumber).to_owned(), after: CY.to_owned() };
    let step = draft.curing(Deed::Replace, &[cure(0), cure(1)]);
    draft.decide(step);
    assert_eq!(buckets(&draft), [OnlyInImport, Invalid, Invalid]);
}
