//! The summary, in English.

use crate::words::summary::SummaryWords;
use crate::words::{noun, plural};

pub(super) const WORDS: SummaryWords = SummaryWords {
    title: "Summary",
    nothing_written_yet: "nothing written yet",
    default_is_back: "{choose} goes back; the import starts only from its own button.",
    to_add: |count| noun(count, "new customer", "new customers"),
    with_questionnaire: |count| noun(count, "gets a questionnaire", "get a questionnaire"),
    joint: |count| noun(count, "joint return", "joint returns"),
    to_update: |count| noun(count, "known customer", "known customers"),
    to_leave: |count| noun(count, "duplicate left alone", "duplicates left alone"),
    can_follow: |_| "can follow later",
    stay_behind: |count| noun(count, "not imported, it stays in this list", "not imported, they stay in this list"),
    updated_note: |fields, linked| {
        format!("{}, {} changed", plural(linked, "new dossier", "new dossiers"), plural(fields, "field", "fields"))
    },
    sums: |rows, new, double, invalid, agree| {
        let word = if agree { "the sums agree" } else { "THE SUMS DISAGREE" };
        format!("{} = {new} new + {} + {invalid} invalid: {word}", plural(rows, "row", "rows"), plural(double, "duplicate", "duplicates"))
    },
    sums_joined: |rows, new, double, invalid, joined, agree| {
        let word = if agree { "sum agrees" } else { "SUM IS OFF" };
        format!("{rows} = {new} new + {double} double + {invalid} invalid + {joined} joined: {word}")
    },
    invitations_wanted: |count| {
        format!("{} an invitation. Mail leaves only once you type how many.", plural(count, "row asks for", "rows ask for"))
    },
    nothing_sent: "Nothing is sent: every new dossier begins as \"not sent yet\".",
    hidden_by_filter: |rows| format!("{} not shown by the filter.", plural(rows, "of them is", "of them are")),
    rows_joined: |rows| format!("{} joined to another", plural(rows, "row is", "rows are")),
    partners_apart: |rows| format!("{} elsewhere: {{back}}, then {{partner}} joins", plural(rows, "is a partner", "are partners")),
    button_import: |added, known| format!("Import: {added} new, {known} known"),
    scrolls: |lines| format!("{} more: {{down}}", plural(lines, "line", "lines")),
    scrolls_up: "end: {up} goes back",
    further: "further",
};
