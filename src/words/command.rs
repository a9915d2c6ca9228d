//! What the command line alone says.

use crate::domain::draft::Refusal;

phrases! { CommandWords {
    no_terminal: &'static str,
    no_screen: &'static str,
    instead_of_screen: &'static str,
    nothing_comes_in: &'static str,
    name_a_file: &'static str,
    no_workbook_here: &'static str,
    shared_with: fn(&str, &str) -> String,
    unknown: fn(&str) -> String,
    known: fn(&str) -> String,
    none_of_them: &'static str,
    nearest: fn(&str) -> String,
    no_file_no_command: fn(&str) -> String,
    see_help: &'static str,
    none_stored: &'static str,
    no_format: fn(&str) -> String,
    would: &'static str,
    refused: fn(Refusal) -> &'static str,
    partners_apart: fn(u64) -> String,
    look_at_spelling: &'static str,
    say_again: &'static str,
    say_force: &'static str,
    no_settings: fn(&str) -> String,
    without_settings: &'static str,
    was_removed: fn(&str, &str, &str) -> String,
    nothing_to_import: &'static str,
    say_yes: &'static str,
    written_unsaid: &'static str,
    columns_not_read: fn(&str) -> String,
} }
