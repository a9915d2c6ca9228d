//! A row or a customer seen closely, in English.

use crate::words::detail::DetailWords;
use crate::words::plural;

pub(super) const WORDS: DetailWords = DetailWords {
    row_title: |row, name| format!("Row {row}  {name}"),
    why_partner_of_row: |row| {
        format!(
            "Stands in this file as the partner in row {row}: the return is theirs together. In the store this customer stays as it is."
        )
    },
    remembered: |day, who| format!("as {who} put it right in the import of {day}"),
    held_apart_before: |day, who| format!("In the import of {day} {who} said: not the same customer. Nothing is decided by it now."),
    no_column: "no such column in this file",
    cell: |cell| format!("cell {cell}"),
    why_new: "New: nobody in the store has this national number, client code, e-mail with this name, or name with this birth date.",
    same_email_other_name: |name| {
        format!("i {name} in the store has the same e-mail address. Couples share one; look whether it is somebody else.")
    },
    equals: |id, name| format!("the same as {id} {name}"),
    tied: "i Another row fits this customer just as well; look at both.",
    dossier_there: "Has a dossier in this task flow.",
    dossier_to_come: "No dossier in this task flow yet: select it ({toggle}) to make one.",
    dossier_coming: "No dossier in this task flow yet: the import makes one.",
    no_differences: "No differences.",
    differences: |count| format!("{}, {{open}} chooses:", plural(count, "difference", "differences")),
    not_understood: "not understood",
    not_read: "column not read",
    as_read: |text| format!("read as \"{text}\""),
    by_default: "by default",
    source: |file, sheet, row| format!("{file}, sheet {sheet}, row {row}"),
    check_digits_right: "check digits right",
    born: |date| format!("born {date}"),
    no_birth_date: "birth date not told",
    no_sex: "sex not told",
    why_not_in_file: |flow| format!("Has a dossier in {flow}, but this file lacks this customer."),
    why_not_linked: |flow| format!("Not in this file, and not linked to {flow}."),
    last_imported: |date, file, who| format!("Last imported on {date} from {file} by {who}."),
    may_be_partner: |row, name| format!("i Row {row} {name} may be the partner: {{partner}} shows both side by side."),
    joined_with: |row, name| format!("& One return with row {row} {name}. {{partner}} can part them again."),
    held_apart_from: |id, name| format!("i Held apart from {id} {name}: not the same customer."),
    edited_from: |value| format!("edited; the file says {value}"),
    f_takes: "{take-suggestion} takes it, {take-alike} for all alike",
};
