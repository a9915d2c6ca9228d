//! Values put right on the spot: typed, or taken from a suggestion.

use super::scene::{AN, BO, CY, Scene, account, buckets, numbered, person, rules, stored};
use crate::domain::draft::Bucket::{Duplicates, Invalid, OnlyInImport};
use crate::domain::draft::{Deed, Draft, Touched};
use crate::domain::field::Field;
use crate::domain::finding::{Proof, Rule};
use crate::domain::matching::Ground;
use crate::domain::sheet::CellKind;

/// Three rows whose number lost its zero, and one whose number has dots in it.
fn faulty() -> Draft {
    let lost = |first, number| {
        let mut cells = numbered(first, "", "");
        cells.push((Field::NationalNumber, number, CellKind::Number));
        cells
    };
    Scene::new()
        .row(&lost("An", "1020300566"))
        .row(&lost("Bo", "12556777"))
        .row(&numbered("Cy", "42.01.22-051.81", ""))
        .row(&lost("Di", "9082428248"))
        .open()
}

fn first_curable(draft: &Draft, row: u32) -> crate::domain::finding::Finding {
    account(draft, row).findings.into_iter().find(|finding| finding.suggestion.is_some()).unwrap()
}

#[test]
fn a_cured_row_moves_at_once_and_what_it_was_comes_back() {
    let mut draft = faulty();
    let touched = draft.decide(draft.typing(2, Field::NationalNumber, CY));
    assert_eq!(buckets(&draft), [Invalid, Invalid, OnlyInImport, Invalid]);
    assert_eq!(touched, Touched { rows: vec![2], all: false, store: false });
    assert_eq!((draft.given(2, Field::NationalNumber), draft.in_workbook(2, Field::NationalNumber)), (CY, "42.01.22-051.81"));
    assert!(account(&draft, 2).given.iter().any(|given| given.field == Field::NationalNumber && given.edited));
    assert!(draft.row_text(2).contains(CY), "and it is found by what it now says");
    draft.undo();
    assert_eq!(draft.given(2, Field::NationalNumber), "42.01.22-051.81");
    assert_eq!(draft.counts().invalid, 4);
}

#[test]
fn what_the_workbook_says_already_is_no_edit_and_a_number_cell_typed_as_text_is_one() {
    let mut draft = faulty();
    assert!(draft.typing(2, Field::NationalNumber, "42.01.22-051.81").is_empty());
    assert!(!draft.typing(0, Field::NationalNumber, "1020300566").is_empty(), "text is never padded, a number cell is");
    draft.decide(draft.typing(2, Field::NationalNumber, CY));
    assert!(draft.typing(2, Field::NationalNumber, CY).is_empty());
    let back = draft.typing(2, Field::NationalNumber, "42.01.22-051.81");
    assert_eq!(back.decisions, draft.restoring(2, Field::NationalNumber).decisions);
    draft.decide(back);
    assert!(!draft.is_edited(2, Field::NationalNumber));
}

#[test]
fn alike_is_the_same_rule_with_the_same_proof() {
    let mut draft = faulty();
    let finding = first_curable(&draft, 0);
    assert_eq!((finding.rule, finding.proof()), (Rule::NationalNumberLeadingZeros, Some(Proof::NationalNumber)));
    let cures = draft.alike(&finding);
    let told: Vec<_> = cures.iter().map(|cure| (cure.row, cure.before.as_str(), cure.after.as_str())).collect();
    assert_eq!(told, [(0, "1020300566", "01020300566"), (1, "12556777", "00012556777"), (3, "9082428248", "09082428248")]);
    draft.decide(draft.curing(Deed::TakeSuggestion, &cures));
    assert_eq!(buckets(&draft), [OnlyInImport, OnlyInImport, Invalid, OnlyInImport]);
    assert_eq!(draft.steps().len(), 1, "one step, taken back as one");
    draft.undo();
    assert_eq!(draft.counts().invalid, 4);
}

#[test]
fn addresses_one_slip_away_are_alike_by_the_domain_they_were_meant_for() {
    let mail = |first, email| person(first, "Maes", email, &[]);
    let draft = Scene::new().row(&mail("An", "an@gmial.com")).row(&mail("Bo", "bo@gmai.com")).row(&mail("Cy", "cy@hotmial.com")).open();
    let rows = |row| draft.alike(&first_curable(&draft, row)).iter().map(|cure| cure.row).collect::<Vec<_>>();
    assert_eq!((rows(0), rows(2)), (vec![0, 1], vec![2]));
}

#[test]
fn a_trial_says_what_would_become_of_the_row_and_changes_nothing() {
    let draft = Scene::new().row(&numbered("An", "12", "")).row(&numbered("Bo", BO, "")).customer(&stored(&numbered("An", AN, ""))).open();
    let tried = |text| draft.trying(0, Field::NationalNumber, text).unwrap();
    assert_eq!(tried(AN).bucket, Duplicates);
    assert_eq!(tried(CY).bucket, OnlyInImport);
    let twice = tried(BO);
    assert_eq!((twice.bucket, twice.findings.len()), (OnlyInImport, 0), "it comes first, so the other row is told");
    assert_eq!(tried("123").of(Field::NationalNumber).map(|finding| finding.rule).collect::<Vec<_>>(), [Rule::NationalNumberLength]);
    let second = draft.trying(1, Field::Email, "an@example.be").unwrap();
    assert_eq!(second.bucket, OnlyInImport);
    assert_eq!(draft.counts().invalid, 1);
    assert!(draft.edits().next().is_none());
}

#[test]
fn an_edit_of_one_row_tells_the_rows_that_share_a_key_with_it() {
    let mut draft = Scene::new().row(&numbered("An", AN, "")).row(&numbered("Bo", BO, "")).row(&numbered("Cy", CY, "")).open();
    draft.decide(draft.typing(0, Field::NationalNumber, BO));
    assert_eq!(buckets(&draft), [OnlyInImport, Invalid, OnlyInImport]);
    assert_eq!(rules(&draft, 1), [(Rule::RowSameNationalNumber, Some(2))]);
    draft.decide(draft.typing(2, Field::SpouseNationalNumber, BO));
    assert_eq!(rules(&draft, 0), [(Rule::RowPartnerElsewhere, Some(4))]);
    draft.undo();
    draft.undo();
    assert_eq!((buckets(&draft), rules(&draft, 0), rules(&draft, 1)), (vec![OnlyInImport; 3], vec![], vec![]));
}

#[test]
fn a_field_without_a_column_can_be_typed() {
    let sheet_without_codes =
        Scene::new().row(&numbered("An", AN, "")).customer(&stored(&person("Zoe", "Wit", "z@example.be", &[(Field::ClientCode, "K7")])));
    let mut draft = sheet_without_codes.open();
    draft.decide(draft.mapping_columns([(16, None)]));
    assert_eq!(draft.layout().column_of(Field::ClientCode), None);
    draft.decide(draft.typing(0, Field::ClientCode, "K7"));
    assert_eq!((draft.bucket(0), draft.ground(0)), (Some(Duplicates), Some(Ground::ClientCode)));
    let given = account(&draft, 0).given;
    assert!(given.iter().any(|cell| cell.field == Field::ClientCode && cell.column.is_none() && cell.text == "K7"));
}

#[test]
fn a_side_and_a_mark_hold_for_the_customer_they_were_chosen_for_only() {
    let other = person("Bo", "Peeters", "bo@example.be", &[(Field::NationalNumber, BO), (Field::City, "Gent")]);
    let mut row = numbered("An", AN, "");
    row.push((Field::City, "Aalst", CellKind::Text));
    let mut draft = Scene::new().row(&row).customer(&stored(&numbered("An", AN, ""))).customer(&stored(&other)).chosen();
    draft.decide(draft.taking(0, [Field::City], crate::domain::draft::Side::Import));
    assert_eq!(draft.overwrite_count(0), 1);
    draft.decide(draft.typing(0, Field::NationalNumber, BO));
    assert_eq!(draft.overwrite_count(0), 0, "the other customer's city was never looked at");
    draft.undo();
    assert_eq!(draft.overwrite_count(0), 1);
}
