//! The report, in English.

use crate::words::report::ReportWords;

pub(super) const WORDS: ReportWords = ReportWords {
    title: "Report",
    import_number: |number| format!("import {number}"),
    done: |added, known, before, after| format!("Done. {added} new, {known} known. Customers in the store: {before} -> {after}."),
    added: "added",
    updated: "known customers",
    left_alone: "left alone",
    not_selected: "not selected",
    invalid_rows: "invalid rows",
    total: "rows in the file",
    added_note: |flow| format!("{flow}, status: not sent yet"),
    can_be_fixed: "not imported: tab {tab-4} says what to do",
    next: "Next",
    next_rows: "Back to the rows: what was left over can still be imported",
    next_invalid: "See the invalid rows",
    next_another: "Import another workbook",
    next_start: "To the start screen",
};
