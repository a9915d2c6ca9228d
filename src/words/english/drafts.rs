//! Drafts, in English.

use super::trade;
use crate::app::keeping::Cut;
use crate::domain::draft::{Lost, Unfit};
use crate::words::drafts::DraftsWords;
use crate::words::plural;

pub(super) const WORDS: DraftsWords = DraftsWords {
    resume: |file| format!("Resume draft: {file}"),
    title: "Drafts: {choose} opens, {throw-away} throws away",
    none: "No drafts are kept.",
    removed: |file| format!("The draft of {file} was thrown away."),
    say_yes: "To throw it away, say --yes.",
    would_remove: |file| format!("The draft of {file} would be thrown away, with its copy of the workbook."),
    note: draft_note,
    open_elsewhere,
    saved: |time| format!("saved {time}"),
    not_saved: "NOT SAVED",
    go_on: "Go on with the draft",
    go_on_old: "Go on with the old version",
    go_on_old_note: "the draft keeps a copy of it",
    take_over: "Take the choices over",
    afresh: "Start afresh",
    afresh_note: "the draft stays in the list of drafts",
    cut,
    missing,
    unfit,
    old_row: |number| format!("old row {number}"),
    other_rules: "The rules have changed meanwhile: look at the tabs again.",
    other_store: "The draft belongs to another store: look at the duplicates.",
    throw_away_title: "Throw the draft away?",
    throw_away_text: |file| {
        format!(
            "What was chosen for {file} is lost, and the copy of the workbook with it. The workbook itself and the store stay as they are."
        )
    },
    throw_away_button: "Throw away",
    unsaved_dossier: |name, flow| format!("Dossier of {name}, {flow}"),
    unsaved_page: |name| format!("Page of {name}"),
    unsaved_newcomer: "A customer you are adding",
    unsaved_note: |when| format!("not saved, {when}"),
    unsaved_title: "Throw the changes away?",
    unsaved_text: |name| format!("{name}: what you changed and did not save is lost. The store stays as it is."),
};

/// What a list says behind the name of a draft.
fn draft_note(when: &str, who: &str, rows: u64, invalid: Option<u64>) -> String {
    let rows = plural(rows, "row", "rows");
    match invalid {
        Some(count) => format!("{when} {who} - {rows}, {count} invalid"),
        None => format!("{when} {who} - {rows}"),
    }
}

fn open_elsewhere(who: &str, since: &str) -> String {
    if who.is_empty() { "open elsewhere".to_owned() } else { format!("open elsewhere, by {who} since {since}") }
}

/// What of a journal could not be read.
const fn cut(cut: Cut) -> &'static str {
    match cut {
        Cut::Torn => "The last choice was not written to its end and does not count.",
        Cut::Damaged => "The draft is damaged: what came after that is put aside.",
    }
}

/// So many decisions were in force once, and are not in the journal.
fn missing(count: u64) -> String {
    format!("{} missing from the draft. Decide again.", plural(count, "choice is", "choices are"))
}

/// What of a draft no longer fits.
fn unfit(unfit: &Unfit) -> String {
    match unfit {
        Unfit::Overwrite { field, .. } => format!("{}: store changed, choose again", trade::field(*field)),
        Unfit::Selection { .. } => "matches somebody else now, choose again".to_owned(),
        Unfit::Questionnaire(_) => "this questionnaire is gone".to_owned(),
        Unfit::Flow(_) => "this task flow is gone".to_owned(),
        Unfit::Column(_) => "no column with this heading any more".to_owned(),
        Unfit::Lost { what, .. } => lost(*what),
    }
}

fn lost(what: Lost) -> String {
    match what {
        Lost::Row => "row not found, choose again".to_owned(),
        Lost::Edit(field) => format!("{}: the cell changed, look", trade::field(field)),
        Lost::Side(field) => format!("{}: changed, choose again", trade::field(field)),
        Lost::Selection => "selection does not fit any more, choose again".to_owned(),
        Lost::Join => "cannot be joined any more".to_owned(),
        Lost::Look => "another customer, look again".to_owned(),
    }
}
