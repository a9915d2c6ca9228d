//! The report, in English.

use crate::words::noun;
use crate::words::report::ReportWords;

pub(super) const WORDS: ReportWords = ReportWords {
    title: "Report",
    import_number: |number| format!("import {number}"),
    done: |added, known, before, after| format!("Done. {added} new, {known} known. Customers: from {before} to {after}."),
    added: |_| "added",
    updated: |count| noun(count, "known customer", "known customers"),
    left_alone: |_| "left alone",
    not_selected: |_| "not selected",
    invalid_rows: |count| noun(count, "invalid row", "invalid rows"),
    total: |count| noun(count, "row in the file", "rows in the file"),
    added_note: |flow| format!("{flow}, status: not sent yet"),
    can_be_fixed: "to be put right: see tab {tab-4}",
    next: "Next",
    next_rows: "Back to the rows: the others can still be imported",
    next_invalid: "See the invalid rows",
    next_another: "Import another workbook",
    next_start: "To the start screen",
};
