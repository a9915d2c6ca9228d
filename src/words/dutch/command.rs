//! What the command line alone says, in Dutch.

use crate::words::command::CommandWords;

pub(super) const WORDS: CommandWords = CommandWords {
    no_terminal: "de schermen hebben een terminal nodig; check, import en template werken zonder (--help)",
    shared_with: |store, group| format!("{store} staat nu open voor de groep {group}."),
    unknown_choice: |given, known| format!("{given} bestaat hier niet; wel: {known}"),
    nothing_to_import: "Niets te importeren: geen nieuwe rijen.",
    say_yes: "Er is niets geschreven. Voeg --yes toe om te schrijven.",
    written_unsaid: "De import zelf is geschreven: herhaal hem niet.",
    columns_not_read: |headings| format!("Niet gelezen: {headings}"),
};
