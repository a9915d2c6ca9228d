//! Which column is which field, in Dutch.

use super::trade;
use crate::domain::field::Field;
use crate::domain::mapping::{Doubt, Ground};
use crate::domain::sheet::column_letters;
use crate::domain::template::near::Nearness;
use crate::words::mapping::MappingWords;
use crate::words::plural;

pub(super) const WORDS: MappingWords = MappingWords {
    title: "Welke kolom is wat?",
    counts: |read, out, check| format!("{} gelezen, {out} weggelaten, {check} na te kijken", plural(read, "kolom", "kolommen")),
    missing: |fields| format!("Nog geen kolom voor: {fields}"),
    complete: "Elk verplicht veld heeft zijn kolom.",
    known_as: |name| format!("Herkend aan de koppen: \"{name}\", door het kantoor bewaard."),
    known_as_adminpulse: "Herkend aan de koppen: het migratiebestand van AdminPulse.",
    column_heading: "kop",
    first_value: "waarde",
    mapped_to: "gelezen als",
    sure: "zeker",
    why: "waarom",
    ground,
    doubt,
    left_out: "weggelaten",
    leave_out: "deze kolom weglaten",
    in_or_out: "wel/niet",
    by_you: "uw keuze",
    no_heading: "(geen kop)",
    column_named: |letters| format!("kolom {letters}"),
    counting: "wordt geteld ...",
    column_filled: |filled, rows| format!("{filled} van {} ingevuld", plural(rows, "rij", "rijen")),
    column_counts: |filled, rows, valid, invalid| {
        format!("{filled} van {} ingevuld; juist: {valid}, ongeldig: {invalid}", plural(rows, "rij", "rijen"))
    },
    first_values: "Eerste waarden",
    wrong_values: "Foute waarden",
    could_also_be: "Kan ook zijn",
    lines_by_o: |lines| format!("nog {}: {{see-values}} toont ze", plural(lines, "regel", "regels")),
    values_by_o: "{see-values} toont elke waarde met haar fout",
    back_by_o: "{see-values} gaat terug",
    do_mapping: "{open} kiest een veld, {toggle} laat weg, {go-on} gaat verder.",
    name: "Deze kolomkeuze bewaren als",
    name_keys: "{choose} aanvaarden   {close} verlaten",
};

/// The names of fields, one behind the other.
pub(super) fn fields(fields: &[Field]) -> String {
    fields.iter().map(|field| trade::field(*field)).collect::<Vec<_>>().join(", ")
}

fn ground(ground: &Ground) -> String {
    match ground {
        Ground::Template => "kop van sjabloon".to_owned(),
        Ground::Synonym => "bekende kop".to_owned(),
        Ground::Near { known, how: Nearness::Slips(slips) } => {
            format!("lijkt op \"{known}\", {}", plural(*slips, "tikfout", "tikfouten"))
        }
        Ground::Near { known, how: Nearness::Qualified | Nearness::AmongOthers } => format!("kop bevat \"{known}\""),
        Ground::Values { passing, of } => format!("waarden: {passing} van {of}"),
        Ground::Beside { field } => format!("naast {}", trade::field(*field)),
        Ground::Elimination => "wat overblijft".to_owned(),
        Ground::Saved { name } => format!("bewaard: {name}"),
        Ground::AdminPulse => "lijst van AdminPulse".to_owned(),
    }
}

fn doubt(doubt: Doubt) -> String {
    match doubt {
        Doubt::Taken { field, column } => {
            format!("Lijkt ook op {}, maar kolom {} past beter.", trade::field(field), column_letters(column))
        }
        Doubt::Rival { column } => format!("Kolom {} lijkt hetzelfde veld: kijk na welke van de twee het is.", column_letters(column)),
        Doubt::OtherValues { field, passing, of } => {
            format!("De kop zegt {}, maar slechts {passing} van de {of} waarden zijn er een.", trade::field(field))
        }
        Doubt::WholeName => "Voornaam en familienaam lijken in een cel te staan: splits ze eerst in het bestand.".to_owned(),
    }
}
