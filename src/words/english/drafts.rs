//! Drafts, in English.

use super::trade;
use crate::app::keeping::Cut;
use crate::domain::draft::{Lost, Unfit};
use crate::words::plural;

/// What a list says behind the name of a draft.
pub(super) fn draft_note(when: &str, who: &str, rows: u64, invalid: Option<u64>) -> String {
    let rows = plural(rows, "row", "rows");
    match invalid {
        Some(count) => format!("{when} {who} - {rows}, {count} invalid"),
        None => format!("{when} {who} - {rows}"),
    }
}

pub(super) fn open_elsewhere(who: &str, since: &str) -> String {
    if who.is_empty() { "open elsewhere".to_owned() } else { format!("open elsewhere, by {who} since {since}") }
}

/// What of a journal could not be read.
pub(super) const fn cut(cut: Cut) -> &'static str {
    match cut {
        Cut::Torn => "The last choice was not written to its end and does not count.",
        Cut::Damaged => "The draft is damaged: what came after that is put aside.",
    }
}

/// So many decisions were in force once, and are not in the journal.
pub(super) fn missing(count: u64) -> String {
    format!("{} missing from the draft. Decide again.", plural(count, "choice is", "choices are"))
}

/// What of a draft no longer fits.
pub(super) fn unfit(unfit: &Unfit) -> String {
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
