//! Names as they are said aloud, in English.

use crate::app::past::ToldColumn;
use crate::app::table::Column;
use crate::domain::field::Field;
use crate::words::heard::HeardWords;

use super::trade;

pub(super) const WORDS: HeardWords = HeardWords { field, column };

fn field(field: Field) -> &'static str {
    match field {
        Field::SpouseNationalNumber => "partner's national number",
        Field::HouseNumber => "house number",
        Field::EnterpriseNumber => "enterprise number",
        Field::SpouseEnterpriseNumber => "partner's enterprise number",
        Field::SpouseFirstName => "partner's first name",
        Field::SpouseLastName => "partner's last name",
        Field::SpouseEmail => "partner's e-mail",
        Field::SpouseMobile => "partner's mobile",
        other => trade::field(other),
    }
}

fn column(column: Column) -> &'static str {
    match column {
        Column::Field(of) => field(of),
        Column::Looked => "looked at",
        Column::Differences => "differences",
        Column::Taken => "taken over",
        Column::LastChange => "last change",
        Column::CustomerId => "customer number",
        Column::DaysLeft => "days until the deadline",
        Column::Progress => "answered",
        Column::Reminders => "reminders",
        Column::Message => "number of the mail",
        Column::Flow => "task flow",
        Column::Simple => "simple income until",
        Column::Specific => "specific income until",
        Column::Told(ToldColumn::Number) => "number of the import",
        other => trade::column(other),
    }
}
