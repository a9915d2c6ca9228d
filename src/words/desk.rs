//! The phrases of the desk: the tabs of an import, its choices, and what its rows stand for.

use crate::domain::draft::Bucket;

phrases! { DeskWords {
    title: &'static str,
    opened_as: fn(&str, &str, u32) -> String,
    flow_label: &'static str,
    language_short: &'static str,
    questionnaire_short: &'static str,
    choose: &'static str,
    selected: fn(u32) -> String,
    by_reason: &'static str,
    do_new: &'static str,
    do_stored: &'static str,
    do_duplicates: &'static str,
    do_invalid: &'static str,
    nothing_in: fn(Bucket) -> &'static str,
    has_dossier: &'static str,
    no_dossier_yet: &'static str,
    not_in_file: &'static str,
    not_linked: &'static str,
    partner_of_row: &'static str,
    columns: &'static str,
} }
