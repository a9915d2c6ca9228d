//! What is said about the files of questionnaires.

use crate::domain::questionnaire::{Place, Wrong};

phrases! { QuestionnairesWords {
    wrong: fn(&Wrong) -> String,
    place: fn(&Place) -> String,
    too_large: fn(u64) -> String,
    not_text: &'static str,
    not_a_file: &'static str,
    too_many: fn(usize) -> String,
    given_before: fn(&str) -> String,
    out_of_reach: fn(&str) -> String,
    what: fn(&str) -> String,
    more: fn(usize) -> String,
    line: fn(usize) -> String,
    remedy: &'static str,
    remedy_folder: &'static str,
} }
