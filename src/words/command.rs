//! What the command line alone says.

use crate::domain::draft::Refusal;

/// What a name on the command line names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Thing {
    /// A customer, by the number.
    Customer,
    /// A label that somebody has.
    Label,
    /// The address of a responsible.
    Responsible,
    /// A task flow.
    Flow,
    /// A questionnaire that can be chosen.
    Questionnaire,
    /// A mail in the outbox, by its number.
    Mail,
}

phrases! { CommandWords {
    no_terminal: &'static str,
    presses_need_terminal: &'static str,
    input_is_none: &'static str,
    output_is_none: &'static str,
    neither_is_one: &'static str,
    answers_need_terminal: &'static str,
    plain_instead: &'static str,
    presses_instead: &'static str,
    no_workbook_comes_in: &'static str,
    no_screen: &'static str,
    instead_of_screen: &'static str,
    nothing_comes_in: &'static str,
    name_a_file: &'static str,
    no_workbook_here: &'static str,
    shared_with: fn(&str, &str) -> String,
    would_share: fn(&str, &str) -> String,
    say_share: &'static str,
    unknown: fn(Thing, &str) -> String,
    known: fn(&str) -> String,
    none_of_them: fn(Thing) -> &'static str,
    nearest: fn(&str) -> String,
    no_file_no_command: fn(&str) -> String,
    see_help: &'static str,
    none_stored: &'static str,
    deadline_mark: &'static str,
    no_format: fn(&str) -> String,
    two_formats: fn(&str, &str, &str) -> String,
    would: &'static str,
    refused: fn(Refusal) -> &'static str,
    needed: fn(&str) -> String,
    languages: fn(&str) -> String,
    questionnaires: fn(&str) -> String,
    flows: fn(&str) -> String,
    partners_apart: fn(u64) -> String,
    look_at_spelling: &'static str,
    say_again: &'static str,
    say_force: &'static str,
    no_settings: fn(&str) -> String,
    without_settings: &'static str,
    without_mail: &'static str,
    was_removed: fn(&str, &str, &str) -> String,
    nothing_to_import: &'static str,
    only_invalid: fn(u64, &str) -> String,
    say_yes: &'static str,
    written_unsaid: &'static str,
    columns_not_read: fn(&str) -> String,
} }
