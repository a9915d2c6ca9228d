//! The phrases of putting values right: one by one, all that are alike, and find and replace.

use crate::app::replacing::Scope;
use crate::domain::finding::Proof;
use crate::domain::replacement::Unclear;
use crate::domain::sheet::CellKind;

phrases! { FixingWords {
    in_the_file: &'static str,
    cell_kind: fn(CellKind) -> &'static str,
    edited: &'static str,
    problem: &'static str,
    new_value: &'static str,
    suggestions: &'static str,
    proof: fn(&Proof) -> String,
    offer_empty: &'static str,
    offer_now: &'static str,
    offer_person: &'static str,
    offer_colleague: &'static str,
    offer_file: &'static str,
    nothing_wrong: &'static str,
    after_this: &'static str,
    goes_to: fn(&str) -> String,
    stays_in: fn(&str) -> String,
    invalid_become: fn(u64, u64) -> String,
    rows_become: fn(u64, u64) -> String,
    still_wrong: &'static str,
    accept: &'static str,
    accept_next: &'static str,
    show: &'static str,
    foot: &'static str,
    workbook_unchanged: &'static str,
    new_values_wrong: fn(usize) -> String,
    changes_to_come: fn(usize) -> String,
    alike_because: fn(&str, &str) -> String,
    replaced_by: fn(&str, &str) -> String,
    repeating: &'static str,
    proposal_foot: &'static str,
    take_all: &'static str,
    replace_in: fn(&str) -> String,
    find: &'static str,
    replace_with: &'static str,
    in_rows: &'static str,
    scope: fn(Scope, usize) -> String,
    is_expression: &'static str,
    ignores_case: &'static str,
    unclear: fn(&Unclear) -> String,
    replace_foot: &'static str,
} }
