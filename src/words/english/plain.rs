//! The dialogue on plain lines, in English.

use crate::words::plain::PlainWords;
use crate::words::plural;

pub(super) const WORDS: PlainWords = PlainWords {
    this_tab: |tab| format!("here: {tab}"),
    error: "error",
    warning: "warning",
    changed: "changed",
    becomes: "becomes",
    equals: ", that is",
    and_more: "and",
    same_as: "matches",
    hidden_rest: "the rest hidden",
    by_default: "by default",
    rule: "rule",
    none: "none",
    user: |name| format!("You work as {name}"),
    selected: "selected",
    not_selected: "not selected",
    chosen: "chosen",
    in_range: "in the range",
    joint: "for two",
    welcome: "Answer with a word, the name of a key or a number; an empty line chooses. {help} says what is possible, {back} goes back or leaves.",
    answer: "Answer",
    typed: "Text",
    row_of: |at, all| format!("Row {at} of {all}"),
    line_of: |at, all| format!("{at} of {all}"),
    column: "Column",
    columns: "Columns",
    sorted: "sorted by this",
    can: "Possible here",
    enter: |does| format!("An empty line: {does}."),
    barred: "not now",
    more: |word, lines| format!("{} more: {word}", lines),
    detail_more: |word, lines| format!("{}: {word}", plural(lines, "line more", "lines more")),
    end_of_list: "That is the end of the list.",
    nothing_listed: "There is nothing to list here.",
    no_detail: "There is nothing more to tell of this.",
    same: "Nothing has changed.",
    unknown: |answer, help| format!("\"{answer}\" is no answer here. {help} says what is possible."),
    way_out: |key| format!("{key} goes back or leaves."),
    key_is_no_text: |cancel| format!("That was a key, not text: nothing was typed. {cancel} leaves it."),
    key_unknown: |down, enter| format!("That was a key of the keyboard. Type its name, such as F7 or {down}, then {enter}."),
    word_help: "help",
    all_of: |row| format!("{row}, everything about it."),
    to_rows: "{back} goes back to the rows.",
    first_back: "First {back}, which goes back to it.",
    first_close: "First {close}, which goes back to it.",
    others: |count| format!("and {count} more"),
    more_errors: |count| format!("and {}", plural(count, "more error", "more errors")),
    several: "More than one fits. Which one?",
    no_row: |all| format!("There is no such row: 1 to {all}."),
    no_line: |all| format!("There is no such line: 1 to {all}."),
    no_rows: "There are no rows here to go to.",
    nothing_fits: |text| format!("Nothing in the list fits \"{text}\"."),
    fits: |text, some, all| format!("{some} of {all} fit \"{text}\"."),
    filter_by: "Filter by what?",
    no_filter: "There is nothing to filter here.",
    all_possible: "All there is here is possible now.",
    in_table: "A number goes to that row, except where it is a key here.",
    in_menu: "A number does what is named behind it.",
    in_rows: "A number goes to that line.",
    in_question: "Answer yes or no, or with the number.",
    in_confirmation: "Is this to be written? Answer yes or no.",
    name_is_text: |name, cancel| {
        format!(
            "\"{name}\" is the name of something you can do, but here it was taken as text. {cancel} leaves the field as it was; then answer {name}."
        )
    },
    yes_is: |yes, no| format!("Yes means: {yes}. No means: {no}."),
    still_wrong: |take, cancel| {
        format!("An empty line takes nothing that was refused. Type something else; {take} takes it as it stands, {cancel} gives up.")
    },
    did_you_mean: |does| format!("Did you mean {does}?"),
    in_field: |help, cancel| {
        format!(
            "Type the text on one line. An empty line takes what stands there. Behind a colon a word or a number does something else: {help} says what is possible, {cancel} gives up."
        )
    },
    file_row: |row| format!("row {row} of the file"),
    in_list: |cancel| {
        format!(
            "Type its number, or part of its name to search. An empty line takes the one that is named last, {{close}} or {cancel} leaves it."
        )
    },
    in_form: |cancel, turn, back| {
        format!(
            "Each line fills in the part that is named before the question. An empty line leaves it as it is and goes on. What can be on or off is set by yes or no; where there is a choice, {turn} takes the next. {back} goes back to the part before, {cancel} gives up."
        )
    },
    in_lines: |cancel| {
        format!("Type one or more lines. A full stop alone on a line ends and keeps them. A colon with a word, {cancel}, gives up.")
    },
    in_number: "Type the number to confirm.",
    nothing_runs: "Nothing is running that could be stopped. {back} goes back or leaves.",
    too_long: |kib| format!("That answer is longer than {kib} KiB. Nothing of it was taken: give it in shorter lines."),
    no_room: |over| {
        format!("That answer has {} more than there is room for. Nothing of it was taken.", plural(over, "character", "characters"))
    },
    can_stop: "Ctrl+C stops it.",
    percent: |percent| format!("{percent} percent"),
    sent_of: |sent, all| format!("{sent} of {all} mails sent"),
    words_here: "Besides",
    word_list: "list",
    list_does: "the next rows or lines",
    word_row: "row",
    row_does: "go to a row by its number",
    word_find: "find",
    find_does: "filter by the text behind it",
    word_detail: "more",
    detail_does: "everything about this one",
    word_here: "here",
    here_does: "where am I, once more",
    word_why: "why",
    why_does: "why something is not possible now, with its name or key behind it",
    word_wait: "wait",
    wait_does: "until what is being sent has been sent",
    word_cancel: "cancel",
    cancel_does: "give up what is asked here",
    why_nothing: "It is possible now.",
};
