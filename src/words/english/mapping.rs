//! Which column is which field, in English.

use super::trade;
use crate::domain::field::Field;
use crate::domain::mapping::{Doubt, Ground};
use crate::domain::sheet::column_letters;
use crate::domain::template::near::Nearness;
use crate::words::plural;

/// The names of fields, one behind the other.
pub(super) fn fields(fields: &[Field]) -> String {
    fields.iter().map(|field| trade::field(*field)).collect::<Vec<_>>().join(", ")
}

pub(super) fn ground(ground: &Ground) -> String {
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

pub(super) fn doubt(doubt: Doubt) -> String {
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
