//! Columns that hold other fields than they were found with.

use super::scene::{AN, BO, Scene, buckets, numbered, rules};
use crate::domain::draft::Bucket::{Invalid, OnlyInImport};
use crate::domain::field::Field;
use crate::domain::finding::Rule;

#[test]
fn what_has_no_column_is_missing_in_every_row() {
    let mut draft = Scene::new().row(&numbered("An", AN, "")).row(&numbered("Bo", BO, "")).open();
    let before = buckets(&draft);
    assert_eq!(before, [OnlyInImport; 2]);
    let columns = [Field::FirstName, Field::Email].map(|field| draft.layout().column_of(field).unwrap());
    let step = draft.mapping_columns(columns.map(|column| (column, None)));
    draft.decide(step);
    assert_eq!(buckets(&draft), [Invalid; 2]);
    assert_eq!(rules(&draft, 0), [(Rule::NameMissing, None), (Rule::EmailMissing, None)]);
    draft.undo();
    assert_eq!(buckets(&draft), before);
    assert_eq!(rules(&draft, 0), []);
}

#[test]
fn a_column_gives_up_its_field_to_the_one_that_takes_it() {
    let mut draft = Scene::new().row(&numbered("An", AN, BO)).open();
    let [own, partner] = [Field::NationalNumber, Field::SpouseNationalNumber].map(|field| draft.layout().column_of(field).unwrap());
    let step = draft.mapping_columns([(own, Some(Field::SpouseNationalNumber)), (partner, Some(Field::NationalNumber))]);
    draft.decide(step);
    assert_eq!(draft.given(0, Field::NationalNumber), BO);
    assert_eq!(draft.given(0, Field::SpouseNationalNumber), AN);
    draft.undo();
    assert_eq!(draft.given(0, Field::NationalNumber), AN);
}
