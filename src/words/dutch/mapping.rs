//! Which column is which field, in Dutch.

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
        Ground::Template => "titel van sjabloon".to_owned(),
        Ground::Synonym => "bekende titel".to_owned(),
        Ground::Near { known, how: Nearness::Slips(slips) } => {
            format!("lijkt op \"{known}\", {}", plural(*slips, "tikfout", "tikfouten"))
        }
        Ground::Near { known, how: Nearness::Qualified | Nearness::AmongOthers } => format!("titel bevat \"{known}\""),
        Ground::Values { passing, of } => format!("waarden: {passing} van {of}"),
        Ground::Beside { field } => format!("naast {}", trade::field(*field)),
        Ground::Elimination => "wat overblijft".to_owned(),
        Ground::Saved { name } => format!("bewaard: {name}"),
        Ground::AdminPulse => "lijst van AdminPulse".to_owned(),
    }
}

pub(super) fn doubt(doubt: Doubt) -> String {
    match doubt {
        Doubt::Taken { field, column } => {
            format!("Lijkt ook op {}, maar kolom {} past beter.", trade::field(field), column_letters(column))
        }
        Doubt::Rival { column } => format!("Kolom {} lijkt hetzelfde veld: kijk na welke van de twee het is.", column_letters(column)),
        Doubt::OtherValues { field, passing, of } => {
            format!("De titel zegt {}, maar dat zijn maar {passing} van {of} waarden.", trade::field(field))
        }
        Doubt::WholeName => "Voor- en achternaam lijken in een cel te staan: splits ze eerst in het bestand.".to_owned(),
    }
}
