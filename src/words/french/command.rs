//! What the command line alone says, in French.

use crate::words::command::CommandWords;

pub(super) const WORDS: CommandWords = CommandWords {
    no_terminal: "les écrans demandent un terminal ; check, import et template s'en passent (--help)",
    shared_with: |store, group| format!("{store} est désormais ouvert au groupe {group}."),
    unknown_choice: |given, known| format!("{given} n'existe pas ici ; existent : {known}"),
    nothing_to_import: "Rien à importer : aucune nouvelle ligne.",
    say_yes: "Rien n'a été écrit. Ajoutez --yes pour écrire.",
    written_unsaid: "L'import lui-même est écrit\u{a0}: ne le répétez pas.",
    columns_not_read: |headings| format!("Pas lu\u{a0}: {headings}"),
};
