//! The tabs of an import, in English.

use crate::domain::draft::Bucket;
use crate::words::desk::DeskWords;

pub(super) const WORDS: DeskWords = DeskWords {
    title: "Import",
    opened_as: |file, sheet, row| format!("{file}  [{sheet}, headings on row {row}]"),
    flow_label: "Flow",
    language_short: "Language",
    questionnaire_short: "Questions",
    choose: "choose",
    selected: |rows| format!("{rows} selected"),
    by_reason: "By reason ({group}):",
    do_new: "{import} adds the selected customers to the store, after a summary.",
    do_stored: "No row matches these customers. Nothing happens to them.",
    do_duplicates: "{open} shows the differences: choose the fields to overwrite.",
    do_invalid: "{take-suggestion} takes a suggestion, {take-alike} the same for all alike, {edit} edits a field.",
    nothing_in,
    has_dossier: "there",
    no_dossier_yet: "none yet",
    not_in_file: "not in this file",
    not_linked: "not linked to flow",
    partner_of_row: "partner of a row",
    columns: "Columns: {toggle} shows or hides",
};

fn nothing_in(bucket: Bucket) -> &'static str {
    match bucket {
        Bucket::OnlyInImport => "No new customers in this file.",
        Bucket::OnlyInStore => "No stored customer is missing from this file.",
        Bucket::Duplicates => "No row of this file is in the store already.",
        Bucket::Invalid => "No invalid rows.",
    }
}
