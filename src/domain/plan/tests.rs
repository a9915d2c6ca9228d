//! A plan's outcomes and bounds, without a workbook: applying is tested with whole drafts, from outside.

use super::*;
use crate::domain::change_set::RowOutcome;
use crate::domain::customer::CustomerId;

fn rows() -> Vec<(u32, RowOutcome)> {
    let id = CustomerId(4);
    vec![
        (2, RowOutcome::Added),
        (3, RowOutcome::Added),
        (5, RowOutcome::Invalid(vec!["email.missing".to_owned()])),
        (6, RowOutcome::Updated(id)),
        (7, RowOutcome::LeftAlone(id)),
        (8, RowOutcome::NotSelected),
        (9, RowOutcome::Joined(8)),
    ]
}

#[test]
fn outcomes_are_runs_and_pairs_and_differ_by_row() {
    let outcomes = Outcomes::of(&rows());
    let text = serde_json::to_string(&outcomes).unwrap();
    assert_eq!(
        text,
        r#"{"added":[[2,3]],"not_selected":[[8,8]],"invalid":[[5,5]],"updated":[[6,4]],"left_alone":[[7,4]],"joined":[[9,8]]}"#
    );
    assert_eq!(outcomes.differences(&rows()), []);
    let mut now = rows();
    now[1].1 = RowOutcome::LeftAlone(CustomerId(9));
    now[3].1 = RowOutcome::Updated(CustomerId(9));
    let told = outcomes.differences(&now);
    assert_eq!(told.iter().map(Misfit::row).collect::<Vec<_>>(), [Some(3), Some(6)], "{told:?}");
    now.pop();
    assert_eq!(outcomes.differences(&now), [Misfit::Rows { planned: 7, found: 6 }]);
}

#[test]
fn runs_that_stand_for_all_rows_there_can_be_are_not_spelled_out() {
    let outcomes: Outcomes =
        serde_json::from_str(r#"{"added":[[0,4294967294]],"not_selected":[],"invalid":[],"updated":[],"left_alone":[],"joined":[]}"#)
            .unwrap();
    assert_eq!(outcomes.differences(&rows()), [Misfit::Rows { planned: u32::MAX, found: 7 }]);
}

#[test]
fn a_newer_plan_is_newer_whatever_else_it_says() {
    assert_eq!(Plan::from_json(br#"{"plan": 2, "dreams": []}"#), Err(NoPlan::Newer { found: 2 }));
    for text in [&b"{}"[..], b"", b"null", b"[]", br#"{"plan": 0}"#, br#"{"plan": -1}"#, br#"{"plan": 1}"#, b"\xff"] {
        assert!(matches!(Plan::from_json(text), Err(NoPlan::Malformed { .. })), "{text:?}");
    }
}
