//! Rows that hold nothing, or the template's example.

use super::scene::{AN, Scene, buckets, numbered};
use crate::domain::draft::Bucket;
use crate::domain::field::Field;
use crate::domain::language::Language;
use crate::domain::sheet::CellKind;
use crate::domain::template::example;

fn example_row(language: Language) -> Vec<super::scene::Cell> {
    Field::TEMPLATE.into_iter().map(|field| (field, example::value(field, language), CellKind::Text)).collect()
}

#[test]
fn blank_rows_are_skipped_and_counted_and_rows_keep_their_numbers() {
    let blank = [(Field::City, " \u{a0}\u{200b}", CellKind::Text), (Field::Labels, "\t", CellKind::Text)];
    let draft = Scene::new().gap(2).row(&numbered("An", AN, "")).row(&blank).gap(3).row(&numbered("Bo", "", "")).open();
    assert_eq!(draft.skipped_blank(), 6);
    assert_eq!(draft.row_count(), 2);
    assert_eq!([draft.row_number(0), draft.row_number(1)], [4, 9]);
    assert_eq!((draft.row_of_number(9), draft.row_of_number(5), draft.row_of_number(1)), (Some(1), None, None));
    assert_eq!(draft.counts().rows, 2);
}

#[test]
fn one_filled_cell_makes_a_row() {
    let draft = Scene::new().row(&[(Field::City, "x", CellKind::Text)]).open();
    assert_eq!(buckets(&draft), [Bucket::Invalid]);
    assert_eq!(draft.skipped_blank(), 0);
}

#[test]
fn a_sheet_without_rows_is_a_draft_without_rows() {
    let draft = Scene::new().open();
    assert_eq!((draft.row_count(), draft.skipped_blank(), draft.counts().rows), (0, 0, 0));
    assert_eq!(draft.account(0), None);
    assert_eq!((draft.bucket(0), draft.is_selected(0), draft.given(0, Field::Email)), (None, false, ""));
}

#[test]
fn the_example_is_skipped_only_while_it_is_untouched() {
    for language in [Language::Dutch, Language::French, Language::English] {
        let draft = Scene::new().row(&example_row(language)).row(&numbered("An", AN, "")).open();
        assert_eq!((draft.skipped_example(), draft.row_count(), draft.skipped_blank()), (1, 1, 0), "{language:?}");
        for at in 0..Field::TEMPLATE.len() {
            let mut touched = example_row(language);
            touched[at].1 = if touched[at].1.is_empty() { "x" } else { "" };
            let draft = Scene::new().row(&touched).open();
            assert_eq!((draft.skipped_example(), draft.row_count()), (0, 1), "{language:?}, {:?}", touched[at].0);
        }
    }
}
