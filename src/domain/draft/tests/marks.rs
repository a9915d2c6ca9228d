//! Selecting rows, taking it back, and marks that outlive a change of bucket.

use proptest::prelude::*;

use super::scene::{AN, BO, CY, Scene, buckets, choose, flow, numbered, selected, stored};
use crate::domain::draft::Bucket::{Duplicates, Invalid, OnlyInImport};
use crate::domain::draft::{Decision, Deed, Mark, RowRuns, Step};
use crate::domain::field::Field;
use crate::domain::language::Language;
use crate::domain::sheet::CellKind;

fn three() -> Scene {
    Scene::new().row(&numbered("An", AN, "")).row(&numbered("Bo", BO, "")).row(&numbered("Cy", CY, ""))
}

#[test]
fn only_rows_that_stand_otherwise_are_in_the_step() {
    let mut draft = three().open();
    assert_eq!(draft.marking(0..3, Mark::Selected), Step::new(Deed::Mark, Vec::new()), "they all are by default");
    let step = draft.marking([2, 0, 2, 99], Mark::Deselected);
    assert_eq!(
        step.decisions,
        [Decision::Mark { rows: [0, 2].into_iter().collect(), from: None, to: Some(Mark::Deselected), duplicates: Vec::new() }]
    );
    assert_eq!(step.row_count(), 2);
    draft.decide(step);
    assert_eq!(selected(&draft), [1]);
    assert_eq!((draft.counts().selected, draft.counts().selected_new), (1, 1));
    let around = draft.inverting(0..3);
    assert_eq!(around.decisions.len(), 2, "rows are parted by what they had before");
    draft.decide(around);
    assert_eq!(selected(&draft), [0, 2]);
    assert!(draft.undo().is_some() && draft.undo().is_some());
    assert_eq!(selected(&draft), [0, 1, 2]);
    assert_eq!(draft.marking(0..3, Mark::Selected), Step::new(Deed::Mark, Vec::new()), "nothing is left of the marks");
    assert!(draft.undo().is_none());
    assert!(draft.redo().is_some() && draft.redo().is_some());
    assert!(draft.redo().is_none());
    assert_eq!(selected(&draft), [0, 2]);
}

#[test]
fn what_was_taken_back_is_forgotten_by_another_decision_but_not_by_none() {
    let mut draft = three().open();
    draft.decide(draft.marking([0], Mark::Deselected));
    assert!(draft.undo().is_some());
    draft.decide(Step::new(Deed::Mark, Vec::new()));
    assert!(draft.redo().is_some());
    assert!(draft.undo().is_some());
    draft.decide(draft.marking([1], Mark::Deselected));
    assert!(draft.redo().is_none());
    assert_eq!(selected(&draft), [0, 2]);
}

#[test]
fn invalid_rows_and_linked_duplicates_are_not_marked() {
    let mut wrong = numbered("Cy", CY, "");
    wrong.push((Field::Mobile, "1", CellKind::Text));
    let draft = Scene::new()
        .row(&numbered("An", AN, ""))
        .row(&wrong)
        .row(&numbered("Bo", BO, ""))
        .linked(&stored(&numbered("An", AN, "")), &[2026])
        .open();
    assert_eq!(buckets(&draft), [Duplicates, Invalid, OnlyInImport]);
    assert_eq!(
        draft.marking(0..3, Mark::Deselected).decisions,
        [Decision::Mark { rows: [2].into_iter().collect(), from: None, to: Some(Mark::Deselected), duplicates: Vec::new() }]
    );
}

#[test]
fn a_mark_survives_the_buckets_that_its_row_passes_through() {
    let mut row = numbered("An", AN, "");
    row.push((Field::Deadline, "2025-08-01", CellKind::Date));
    let mut draft = Scene::new().row(&row).row(&numbered("Bo", BO, "")).open();
    assert_eq!(buckets(&draft), [Invalid, OnlyInImport]);
    let to = |draft: &mut crate::domain::draft::Draft, year| {
        let step = draft.choosing_flow(&flow(year));
        draft.decide(step);
    };
    to(&mut draft, 2025);
    draft.decide(draft.marking([0], Mark::Deselected));
    to(&mut draft, 2026);
    assert_eq!((buckets(&draft)[0], draft.counts().selected), (Invalid, 1));
    to(&mut draft, 2025);
    assert_eq!(selected(&draft), [1], "still deselected");
    draft.rebase(Scene::new().customer(&stored(&numbered("An", AN, ""))).stock());
    assert_eq!(buckets(&draft), [Duplicates, OnlyInImport]);
    assert_eq!(selected(&draft), [1], "and as a duplicate too");
    assert_eq!(draft.counts().selected, 1);
}

#[test]
fn an_unsure_duplicate_goes_along_once_somebody_selected_it() {
    let mut draft = Scene::new().row(&numbered("Bo", BO, AN)).customer(&stored(&numbered("An", AN, BO))).open();
    choose(&mut draft, Language::Dutch, "pit-2026");
    assert_eq!(selected(&draft), [] as [u32; 0]);
    draft.decide(draft.marking([0], Mark::Selected));
    assert_eq!((draft.counts().selected, draft.counts().selected_new), (1, 0));
}

#[test]
fn runs_that_are_out_of_order_are_refused() {
    let read = |text| serde_json::from_str::<RowRuns>(text);
    assert_eq!(read("[[0,3],[5,5]]").unwrap().iter().collect::<Vec<_>>(), [0, 1, 2, 3, 5]);
    for wrong in ["[[3,0]]", "[[0,3],[2,5]]", "[[0,3],[4,5]]", "[[5,6],[0,1]]", "[[0,4294967295],[1,1]]"] {
        assert!(read(wrong).is_err(), "{wrong}");
    }
    assert_eq!(read("[[0,4294967295]]").unwrap().count(), 1 << 32);
}

proptest! {
    #[test]
    fn runs_hold_exactly_the_rows_that_went_in(rows in prop::collection::vec(prop_oneof![0_u32..40, u32::MAX - 3..=u32::MAX], 0..60)) {
        let runs: RowRuns = rows.iter().copied().collect();
        let mut expected = rows;
        expected.sort_unstable();
        expected.dedup();
        prop_assert_eq!(runs.count(), expected.len());
        prop_assert_eq!(runs.is_empty(), expected.is_empty());
        prop_assert_eq!(runs.iter().collect::<Vec<_>>(), expected);
        let text = serde_json::to_string(&runs).unwrap();
        prop_assert_eq!(serde_json::from_str::<RowRuns>(&text).unwrap(), runs);
    }
}
