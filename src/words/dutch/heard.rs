//! Names as they are said aloud, in Dutch.

use crate::app::past::ToldColumn;
use crate::app::table::Column;
use crate::domain::field::Field;
use crate::words::heard::HeardWords;

use super::trade;

pub(super) const WORDS: HeardWords = HeardWords { field, column };

fn field(field: Field) -> &'static str {
    match field {
        Field::NationalNumber => "rijksregisternummer",
        Field::SpouseNationalNumber => "rijksregisternummer van de partner",
        Field::HouseNumber => "huisnummer",
        Field::EnterpriseNumber => "ondernemingsnummer",
        Field::SpouseEnterpriseNumber => "ondernemingsnummer van de partner",
        Field::SpouseFirstName => "voornaam van de partner",
        Field::SpouseLastName => "familienaam van de partner",
        Field::SpouseEmail => "e-mail van de partner",
        Field::SpouseMobile => "gsm van de partner",
        other => trade::field(other),
    }
}

fn column(column: Column) -> &'static str {
    match column {
        Column::Field(of) => field(of),
        Column::Looked => "bekeken",
        Column::Differences => "verschillen",
        Column::Taken => "overgenomen",
        Column::LastChange => "laatste wijziging",
        Column::CustomerId => "klantnummer",
        Column::DaysLeft => "dagen tot de uiterste datum",
        Column::Progress => "beantwoord",
        Column::Reminders => "herinneringen",
        Column::Attempts => "pogingen",
        Column::Message => "nummer van de mail",
        Column::Simple => "eenvoudige inkomsten tot",
        Column::Specific => "specifieke inkomsten tot",
        Column::Told(ToldColumn::Number) => "volgnummer",
        other => trade::column(other),
    }
}
