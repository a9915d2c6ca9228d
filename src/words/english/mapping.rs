//! Which column is which field, in English.

use super::trade;
use crate::domain::field::Field;
use crate::domain::mapping::{Doubt, Ground};
use crate::domain::sheet::column_letters;
use crate::domain::template::near::Nearness;
use crate::words::mapping::MappingWords;
use crate::words::plural;

pub(super) const WORDS: MappingWords = MappingWords {
    title: "Which column is what?",
    counts: |read, out, check| format!("{} read, {out} left out, {check} to check", plural(read, "column", "columns")),
    missing: |fields| format!("No column yet for: {fields}"),
    complete: "Every required field has its column.",
    known_as: |name| format!("Recognised by its headings: \"{name}\", saved by the office."),
    known_as_adminpulse: "Recognised by its headings: AdminPulse's migration workbook.",
    column_heading: "heading",
    first_value: "value",
    mapped_to: "read as",
    sure: "sure",
    why: "why",
    ground,
    doubt,
    left_out: "left out",
    leave_out: "leave this column out",
    in_or_out: "in/out",
    by_you: "your choice",
    no_heading: "(no heading)",
    column_named: |letters| format!("column {letters}"),
    counting: "being counted ...",
    column_filled: |filled, rows| format!("{filled} of {} filled", plural(rows, "row", "rows")),
    column_counts: |filled, rows, valid, invalid| {
        format!("{filled} of {} filled; right: {valid}, invalid: {invalid}", plural(rows, "row", "rows"))
    },
    first_values: "First values",
    wrong_values: "Wrong values",
    could_also_be: "Could also be",
    lines_by_o: |lines| format!("{}: {{see-values}} shows", plural(lines, "more line", "more lines")),
    values_by_o: "{see-values} shows each value and what is wrong with it",
    back_by_o: "{see-values} goes back",
    do_mapping: "{open} chooses a field, {toggle} leaves it out, {go-on} goes on.",
    name: "Save this mapping as",
    name_keys: "{choose} accepts   {close} leaves",
};

/// The names of fields, one behind the other.
pub(super) fn fields(fields: &[Field]) -> String {
    fields.iter().map(|field| trade::field(*field)).collect::<Vec<_>>().join(", ")
}

fn ground(ground: &Ground) -> String {
    match ground {
        Ground::Template => "template heading".to_owned(),
        Ground::Synonym => "known heading".to_owned(),
        Ground::Near { known, how: Nearness::Slips(slips) } => {
            format!("like \"{known}\", {}", plural(*slips, "slip", "slips"))
        }
        Ground::Near { known, how: Nearness::Qualified | Nearness::AmongOthers } => format!("heading has \"{known}\""),
        Ground::Values { passing, of } => format!("values: {passing} of {of}"),
        Ground::Beside { field } => format!("beside {}", trade::field(*field)),
        Ground::Elimination => "what is left".to_owned(),
        Ground::Saved { name } => format!("saved: {name}"),
        Ground::AdminPulse => "list of AdminPulse".to_owned(),
    }
}

fn doubt(doubt: Doubt) -> String {
    match doubt {
        Doubt::Taken { field, column } => {
            format!("It looks like {} too, but column {} fits better.", trade::field(field), column_letters(column))
        }
        Doubt::Rival { column } => format!("Column {} looks like the same field: check which of the two it is.", column_letters(column)),
        Doubt::OtherValues { field, passing, of } => {
            format!("The heading says {}, but only {passing} of {of} values are one.", trade::field(field))
        }
        Doubt::WholeName => "First and last name seem to stand in one cell: split them in the workbook first.".to_owned(),
    }
}
