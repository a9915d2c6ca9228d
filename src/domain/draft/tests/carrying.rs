//! Decisions taken over to another version of the workbook.

use super::scene::{AN, BO, CY, DI, ED, Scene, choose, numbered, person, stored};
use crate::domain::draft::{Draft, Lost, Mark, RowIndex, Side, Unfit};
use crate::domain::field::Field;
use crate::domain::language::Language;

fn lost(unfit: &[Unfit]) -> Vec<(u32, Lost)> {
    let told = unfit.iter().map(|one| match one {
        Unfit::Lost { number, what, .. } => (*number, *what),
        other => panic!("{other:?}"),
    });
    told.collect()
}

fn decide_edit(draft: &mut Draft, row: RowIndex, field: Field, text: &str) {
    let step = draft.typing(row, field, text);
    draft.decide(step);
}

#[test]
fn rows_that_moved_are_found_again_by_what_stands_in_them() {
    let rows = [numbered("An", AN, ""), numbered("Bo", BO, ""), person("Flor", "Nijs", "flor@example.be", &[])];
    let scene = rows.iter().fold(Scene::new(), |scene, row| scene.row(row));
    let mut old = scene.chosen();
    old.decide(old.marking([0, 2], Mark::Deselected));
    decide_edit(&mut old, 1, Field::City, "Gent");
    // Turned around, with somebody new in front and a gap: whole rows, whatever their numbers.
    let turned = rows.iter().rev().fold(Scene::new().row(&numbered("Cy", CY, "")).gap(3), |scene, row| scene.row(row));
    let mut new = turned.open();
    assert_eq!(new.carry_over(&old), []);
    let selected: Vec<RowIndex> = (0..4).filter(|row| new.is_selected(*row)).collect();
    assert_eq!((selected, new.given(2, Field::City)), (vec![0, 2], "Gent"));
    assert_eq!(new.choices(), old.choices());
    while new.undo().is_some() {}
    assert_eq!(new.edits().count(), 0, "what was taken over can be taken back");
}

#[test]
fn a_row_that_changed_is_found_by_number_code_or_address_and_name() {
    let coded = |city| person("Gil", "Bos", "gil@example.be", &[(Field::ClientCode, "K7"), (Field::City, city)]);
    let named = |city| person("Hed", "Bos", "hed@example.be", &[(Field::City, city)]);
    let mut with_city = numbered("An", AN, "");
    with_city.push((Field::City, "Gent", crate::domain::sheet::CellKind::Text));
    let mut old = Scene::new().row(&numbered("An", AN, "")).row(&coded("Gent")).row(&named("Gent")).chosen();
    old.decide(old.marking(0..3, Mark::Deselected));
    let mut new = Scene::new().row(&named("Aalst")).row(&coded("Aalst")).row(&with_city).open();
    assert_eq!(new.carry_over(&old), []);
    assert!((0..3).all(|row| !new.is_selected(row)));
}

#[test]
fn what_does_not_fit_is_named_by_the_old_row_and_left_as_it_is() {
    let mut old = Scene::new().row(&numbered("An", AN, "")).row(&numbered("Bo", BO, "")).row(&numbered("Cy", CY, "")).chosen();
    decide_edit(&mut old, 0, Field::Email, "an@office.be");
    decide_edit(&mut old, 1, Field::Email, "bo@office.be");
    decide_edit(&mut old, 2, Field::Email, "cy@office.be");
    let an = person("An", "Peeters", "an@elsewhere.be", &[(Field::NationalNumber, AN)]);
    let bo = person("Bo", "Peeters", "bo@office.be", &[(Field::NationalNumber, BO)]);
    let mut new = Scene::new().row(&an).row(&bo).open();
    let unfit = new.carry_over(&old);
    assert_eq!(lost(&unfit), [(2, Lost::Edit(Field::Email)), (4, Lost::Row)]);
    assert!(matches!(unfit[..], [Unfit::Lost { row: Some(0), .. }, Unfit::Lost { row: None, .. }]), "{unfit:?}");
    assert_eq!((new.given(0, Field::Email), new.edits().count()), ("an@elsewhere.be", 0), "Bo's says it already");
}

#[test]
fn two_rows_that_cannot_be_told_apart_are_not_guessed() {
    let twins = |city| person("Jan", "Maes", "jan@example.be", &[(Field::City, city)]);
    let mut old = Scene::new().row(&twins("Gent")).row(&twins("Aalst")).chosen();
    decide_edit(&mut old, 0, Field::City, "Ieper");
    let mut new = Scene::new().row(&twins("Ronse")).row(&twins("Asse")).open();
    assert_eq!(lost(&new.carry_over(&old)), [(2, Lost::Row)]);
    // Alike in every cell, and as many of them: by their order.
    let mut old = Scene::new().row(&twins("Gent")).row(&twins("Gent")).chosen();
    decide_edit(&mut old, 1, Field::City, "Ieper");
    let mut new = Scene::new().row(&numbered("An", AN, "")).row(&twins("Gent")).row(&twins("Gent")).open();
    assert_eq!(new.carry_over(&old), []);
    assert_eq!(new.edits().map(|(row, ..)| row).collect::<Vec<_>>(), [2]);
}

#[test]
fn joins_partings_sides_and_looks_come_along_where_they_fit() {
    let mut changed = numbered("Di", DI, "");
    changed.push((Field::City, "Gent", crate::domain::sheet::CellKind::Text));
    let base = || {
        let like_jan = person("Jan", "Maes", "jan@example.be", &[(Field::City, "Gent")]);
        Scene::new().customer(&stored(&numbered("Di", DI, ""))).customer(&stored(&like_jan))
    };
    let jan = person("Jan", "Maes", "jan@example.be", &[]);
    let mut old = base().row(&numbered("An", AN, BO)).row(&numbered("Bo", BO, "")).row(&changed).row(&jan).open();
    choose(&mut old, Language::Dutch, "pit-2026");
    let pair = old.pairs(0)[0];
    old.decide(old.joining(pair).unwrap());
    old.decide(old.taking(2, [Field::City], Side::Import));
    old.decide(old.accepting(2));
    old.decide(old.holding_apart(3).unwrap());
    let mut new =
        base().row(&jan).row(&changed).row(&numbered("Ed", ED, "")).row(&numbered("Bo", BO, "")).row(&numbered("An", AN, BO)).open();
    assert_eq!(new.carry_over(&old), []);
    assert_eq!(new.joins().collect::<Vec<_>>(), [(3, 4)]);
    assert_eq!((new.side(1, Field::City), new.is_looked_at(1)), (Side::Import, true));
    assert_eq!(new.held_apart(0), old.held_apart(3));
    // Another city in the new workbook was never seen beside the store's.
    let mut moved = numbered("Di", DI, "");
    moved.push((Field::City, "Ieper", crate::domain::sheet::CellKind::Text));
    let mut new = base().row(&moved).open();
    let named = lost(&new.carry_over(&old));
    assert!(named.contains(&(4, Lost::Side(Field::City))) && new.side(0, Field::City) == Side::Store, "{named:?}");
}

#[test]
fn columns_that_were_given_another_field_are_known_again_by_their_headings() {
    let mut old = Scene::new().row(&numbered("An", AN, "")).open();
    let city = old.layout().column_of(Field::City).unwrap();
    old.decide(old.mapping_columns([(city, None)]));
    let mut new = Scene::new().row(&numbered("An", AN, "")).open();
    assert_eq!(new.carry_over(&old), []);
    assert_eq!(new.layout().column_of(Field::City), None);
}
