//! What the command line alone says, in English.

use crate::words::command::CommandWords;

pub(super) const WORDS: CommandWords = CommandWords {
    no_terminal: "the screens need a terminal; check, import and template work without one (--help)",
    shared_with: |store, group| format!("{store} is open to the group {group} now."),
    unknown_choice: |given, known| format!("there is no {given} here; known are: {known}"),
    nothing_to_import: "Nothing to import: no new rows.",
    say_yes: "Nothing was written. Say --yes to write it.",
    written_unsaid: "The import itself is written: do not repeat it.",
    columns_not_read: |headings| format!("Not read: {headings}"),
};
