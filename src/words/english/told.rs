//! The imports that were made, in English.

use crate::app::past::{Fate, ToldColumn};
use crate::words::{ToldWords, enumerated, noun, plural};

pub(super) const WORDS: ToldWords = ToldWords {
    column,
    fate: |fate| match fate {
        Fate::Goes => "goes",
        Fate::ComesBack => "comes back",
        Fate::Stays => "stays",
    },
    no_imports: "Nothing was imported yet.",
    no_rows: "No rows of this import were kept.",
    nothing_left: "Nothing of this import is in the store any more.",
    with_row: |row| format!("together with row {row}"),
    stored_now: "Stored now for",
    not_there: "This customer is no longer there.",
    now: "now",
    then: "will be again",
    by: |who, when| format!("by {who} on {when}"),
    file: "file",
    sheet: "sheet",
    sheet_and_row: |sheet, row| format!("{sheet}, headings on row {row}"),
    dossiers: "new dossiers",
    lessons: "lessons learned",
    changed_since: |changed, wrote| match changed {
        0 => format!("None of the {} changed since.", plural(wrote, "customer it wrote", "customers it wrote")),
        _ => format!("{changed} of the {} changed since, or gone.", plural(wrote, "customer it wrote", "customers it wrote")),
    },
    fingerprint: "fingerprint",
    import: |number, file| format!("Import {number} of {file}"),
    takes_back: |number, file| format!("Taking back import {number} of {file}"),
    took_back: |import, number| format!("Import {import} was taken back, as number {number}"),
    reverses: |customers, values, dossiers| {
        format!(
            "Going: {}, {}. Coming back: {}.",
            plural(customers, "customer", "customers"),
            plural(dossiers, "dossier", "dossiers"),
            plural(values, "value", "values")
        )
    },
    keeps: |customers, values, dossiers| {
        format!(
            "Staying: {}, {}, {}.",
            plural(customers, "customer", "customers"),
            plural(values, "value", "values"),
            plural(dossiers, "dossier", "dossiers")
        )
    },
    gone: |gone, erased| format!("Gone already: {gone}. Removed with their data: {erased}."),
    looking_back: "Looking up the import",
    weighing: "Working out what taking back would do",
    taking_back: "Taking the import back",
    ask_title: "Take the import back",
    ask_text: |import, counts| {
        let (goes, stays) = (counts.customers + counts.dossiers, counts.kept_customers + counts.kept_fields + counts.kept_dossiers);
        let gone = enumerated(&[(counts.customers, ["customer", "customers"]), (counts.dossiers, ["dossier", "dossiers"])], "and");
        let kept = [
            (counts.kept_customers, ["customer", "customers"]),
            (counts.kept_fields, ["value", "values"]),
            (counts.kept_dossiers, ["dossier", "dossiers"]),
        ];
        let mut text = format!("Take import {import} back?");
        if goes > 0 {
            text += &format!(" {gone} {}.", noun(goes, "goes", "go"));
        }
        if counts.fields > 0 {
            let becomes = noun(counts.fields, "becomes what it was", "become what they were");
            text += &format!(" {} {becomes}.", plural(counts.fields, "value", "values"));
        }
        if stays > 0 {
            let used = noun(stays, "was used since and stays", "were used since and stay");
            text += &format!(" {} {used}.", enumerated(&kept, "and"));
        }
        text + " That itself cannot be undone."
    },
    ask_button: "Take back",
    again_button: "Work out again",
    do_imports: "{open}: its rows. {take-back}: take it back. {all-commits}: everything else too.",
    do_rows: "{open}: to the customer. {take-back}: take the import back. {group}: group.",
    do_preview: "Nothing is done yet. {take-back} takes the whole import back; {group} groups.",
    do_receipt: "Done. What stayed stands here with its reason.",
    is_taken_back: "This import was taken back already.",
    no_import: "Only an import can be taken back.",
    nobody_there: "This row belongs to no customer who is still there.",
    file_rows: "rows",
    file_back: "taking-back",
};

pub(super) const fn column(column: ToldColumn) -> &'static str {
    match column {
        ToldColumn::Number => "entry",
        ToldColumn::When => "when",
        ToldColumn::Who => "who",
        ToldColumn::What => "what",
        ToldColumn::Added => "new",
        ToldColumn::Changed => "changed",
        ToldColumn::TakenBack => "taken back",
        ToldColumn::Outcome => "outcome",
        ToldColumn::Reason => "because",
        ToldColumn::Rules => "rules",
        ToldColumn::Fate => "effect",
        ToldColumn::Part => "part",
        ToldColumn::Now => "now",
        ToldColumn::Then => "back to",
        ToldColumn::Emptied => "empty",
        ToldColumn::Unclear => "unclear",
        ToldColumn::Question => "question",
        ToldColumn::Known => "known",
        ToldColumn::Given => "given",
    }
}
