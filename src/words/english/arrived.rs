//! Questionnaires that came back on screen, in English.

use crate::words::{ArrivedWords, plural};

pub(super) const WORDS: ArrivedWords = ArrivedWords {
    title: "Answers back",
    choose_files: "Which questionnaires came back?",
    files: |files, refused| match refused {
        0 => plural(files, "file", "files"),
        _ => format!("{}, unusable: {refused}", plural(files, "file", "files")),
    },
    chosen: |answers, dossiers| {
        format!("Chosen: {} for {}.", plural(answers, "answer", "answers"), plural(dossiers, "dossier", "dossiers"))
    },
    record: |field| format!("of the customer: {field}"),
    record_note: "in the customer's record too",
    by_hand: "not sure enough: change it on the customer's page",
    partner_name: "partner's name",
    typed: "typed here",
    unreadable: "this file cannot be read",
    reading: "Reading the questionnaires",
    writing: "Taking the answers over",
    left: "Empty: everything stays as it is.",
    ask_title: "Take the answers over",
    ask_text: |answers, dossiers, customers| {
        format!(
            "Take {} over into {}? Customers whose record changes with it: {customers}.",
            plural(answers, "answer", "answers"),
            plural(dossiers, "dossier", "dossiers")
        )
    },
    ask_button: "Take over",
    leave_title: "Nothing taken over yet",
    leave_text: "Leave without taking the answers over? The files stay.",
    leave_button: "Leave",
    again_button: "Read again",
    do_files: "{open}: what differs. {toggle}: leave it out. {take-over}: take over.",
    do_differences: "{toggle} chooses, {select-all} all, {select-none} none; {edit} types what was meant. {back}: back.",
    do_done: "Done. {back} goes back.",
    do_pick: |ticked| format!("{{open}} reads what is ticked ({ticked}), or this one file."),
    nothing_chosen: "There is nothing to take over.",
    no_answer: |why| format!("That is no answer: {why}."),
};
