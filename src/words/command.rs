//! What the command line alone says.

phrases! { CommandWords {
    no_terminal: &'static str,
    shared_with: fn(&str, &str) -> String,
    unknown_choice: fn(&str, &str) -> String,
    nothing_to_import: &'static str,
    say_yes: &'static str,
    written_unsaid: &'static str,
    columns_not_read: fn(&str) -> String,
} }
