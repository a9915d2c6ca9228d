//! What the command line alone says, in English.

use crate::domain::draft::Refusal;
use crate::words::command::CommandWords;
use crate::words::plural;

pub(super) const WORDS: CommandWords = CommandWords {
    no_terminal: "the screens need a terminal; check, import and template work without one (--help)",
    no_screen: "With --no-input no screen is opened.",
    instead_of_screen: "check, import, plan, customers and the like work without one; instroom --help lists them.",
    nothing_comes_in: "Standard input is a terminal, and with --no-input nobody is waited for.",
    name_a_file: "Name a file instead of -, or send one in: instroom … - < FILE.",
    no_workbook_here: "A workbook is not for a terminal: send it on with > FILE.xlsx, or name a file with -o.",
    shared_with: |store, group| format!("{store} is open to the group {group} now."),
    unknown: |given| format!("There is no {given} here."),
    known: |known| format!("There are: {known}"),
    none_of_them: "There are none of that kind yet.",
    nearest: |near| format!("Did you mean {near}?"),
    no_file_no_command: |word| format!("There is no file {word}, and no command of that name."),
    see_help: "instroom --help lists the commands.",
    none_stored: "No customers yet. To bring some in: instroom import FILE.",
    no_format: |file| format!("{file} does not say in which format: end it in .xlsx, .csv or .json, or say --format."),
    would: "This would be done:",
    refused: |refusal| match refusal {
        Refusal::NoLanguage => "Say the language of customers whose row names none: --language nl, fr, en or de.",
        Refusal::NoQuestionnaire => "Say which questionnaire new dossiers get: --questionnaire NAME.",
        Refusal::NoFlow => "Say which task flow it is: --task-flow NAME.",
        Refusal::FlowArchived => "This task flow is archived: say another with --task-flow.",
        Refusal::LanguageNotOffered => "This questionnaire is not in that language: say another --language or --questionnaire.",
        Refusal::Nothing => "Nothing is left to import: everybody in it is in the store already, or the row is invalid.",
    },
    partners_apart: |rows| format!("{} another row's partner too: open the workbook full screen to join them", plural(rows, "is", "are")),
    look_at_spelling: "Look at the spelling, and from which folder you start.",
    say_again: "Give the same command again: it looks at the store as it is now.",
    say_force: "Name another file, or say --force to replace this one.",
    no_settings: |path| format!("There is no file {path} yet."),
    without_settings: "Going on without the settings: this command needs none of them.",
    was_removed: |id, when, who| format!("{id} was removed with all its data on {when}, by {who}."),
    nothing_to_import: "Nothing to import: no new rows.",
    say_yes: "To write it, say --yes.",
    written_unsaid: "The import itself is written: do not repeat it.",
    columns_not_read: |headings| format!("Not read: {headings}"),
};
