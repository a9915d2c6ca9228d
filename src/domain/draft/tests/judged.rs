//! Rows judged while the sheet grows.

use std::ops::ControlFlow;
use std::sync::Arc;

use super::scene::{AN, BO, Scene, buckets, numbered};
use crate::domain::draft::{Draft, Judged, Stage};
use crate::domain::field::Field;
use crate::domain::language::Language;
use crate::domain::sheet::{CellKind, Sheet};
use crate::domain::template::example;

fn scene() -> Scene {
    let example: Vec<_> =
        Field::TEMPLATE.into_iter().map(|field| (field, example::value(field, Language::Dutch), CellKind::Text)).collect();
    let blank = [(Field::City, " ", CellKind::Text)];
    let twice = numbered("An", AN, "");
    Scene::new()
        .row(&example)
        .gap(2)
        .row(&numbered("An", AN, BO))
        .row(&blank)
        .row(&twice)
        .row(&numbered("Bo", "x", ""))
        .gap(1)
        .row(&numbered("Cy", "", ""))
}

#[test]
fn rows_that_were_judged_while_the_sheet_grew_are_as_those_of_the_whole_sheet() {
    let (source, office) = scene().source();
    let (source, office) = (Arc::new(source), Arc::new(office));
    let whole = scene().open();
    assert_eq!((whole.row_count(), whole.skipped_blank(), whole.skipped_example()), (4, 4, 1));
    // Looked at after every cell, after every seventh, and never.
    for every in [1, 7, 1_000_000] {
        let mut judged = Judged::new(Arc::new(source.layout.clone()), Arc::clone(&office));
        let (mut growing, mut cells) = (Sheet::new("Klanten"), 0);
        for at in 0..source.sheet.row_count() {
            for cell in source.sheet.cells(at) {
                growing.push(source.sheet.row_number(at), cell.column, cell.kind, cell.text).unwrap();
                cells += 1;
                if cells % every == 0 {
                    judged.follow(&growing);
                }
            }
        }
        let draft = Draft::open_judged(Arc::clone(&source), judged, scene().stock(), &mut |_| ControlFlow::Continue(())).unwrap();
        assert_eq!(draft.rows, whole.rows, "{every}");
        assert_eq!(buckets(&draft), buckets(&whole), "{every}");
        assert_eq!((draft.skipped_blank(), draft.skipped_example(), draft.counts()), (4, 1, whole.counts()), "{every}");
    }
}

#[test]
fn only_what_was_not_judged_yet_is_judged_in_the_end_and_all_of_it_where_the_columns_have_changed() {
    let (source, office) = scene().source();
    let source = Arc::new(source);
    let judging = |judged: Judged| {
        let mut judging = 0;
        let draft = Draft::open_judged(Arc::clone(&source), judged, scene().stock(), &mut |progress| {
            judging += u32::from(progress.stage == Stage::Judging);
            ControlFlow::Continue(())
        });
        (judging, draft.unwrap().rows)
    };
    let mut judged = Judged::new(Arc::new(source.layout.clone()), Arc::new(office.clone()));
    judged.follow(&source.sheet);
    // The last row begins no stretch of rows of its own.
    let (judging_the_last, rows) = judging(judged);
    assert_eq!((judging_the_last, &rows), (0, &scene().open().rows));
    let mut other = source.layout.clone();
    other.assign(0, None);
    let mut misjudged = Judged::new(Arc::new(other), Arc::new(office));
    misjudged.follow(&source.sheet);
    assert_eq!(judging(misjudged), (1, rows));
}
