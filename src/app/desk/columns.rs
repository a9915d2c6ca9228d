//! Which columns a tab has to begin with.

use crate::app::table::{Column, ColumnSetting};
use crate::domain::draft::Bucket;
use crate::domain::field::Field;
use crate::domain::template::layout::Layout;

/// The columns of a tab: those that tell most first, then every other field that the workbook has.
pub(super) fn of(bucket: Bucket, layout: &Layout, last_row: u32) -> Vec<ColumnSetting> {
    use Column::{
        Absence, Certainty, Customer, CustomerId, Differences, Dossier, FindingField, FindingReason, FindingValue, LastChange, Looked, Row,
        Taken,
    };
    let email = Column::Field(Field::Email);
    let number = Column::Field(Field::NationalNumber);
    let language = Column::Field(Field::Language);
    let first = match bucket {
        Bucket::OnlyInImport => vec![Row, Customer, email, number, language],
        Bucket::OnlyInStore => vec![Customer, Absence, LastChange, email, number, CustomerId],
        Bucket::Duplicates => vec![Row, Customer, Looked, Certainty, Differences, Taken, Dossier],
        Bucket::Invalid => vec![Row, Customer, FindingField, FindingReason, FindingValue],
    };
    let in_file = |field: &Field| bucket == Bucket::OnlyInStore || layout.column_of(*field).is_some();
    let worth_a_column = |field: &Field| match bucket {
        Bucket::OnlyInStore => field.is_stored(),
        _ => !field.stays_empty(),
    };
    // The names stand together in the column "customer".
    let fields = Field::ALL.into_iter().filter(|field| !matches!(field, Field::FirstName | Field::LastName));
    let rest = fields.filter(in_file).filter(worth_a_column).map(Column::Field);
    let mut columns = first;
    for column in rest {
        if !columns.contains(&column) {
            columns.push(column);
        }
    }
    // Row numbers are never cut: a million rows have seven digits.
    let digits = u16::try_from(last_row.to_string().len()).unwrap_or(4);
    let width = |column| if column == Row { width(column).max(digits) } else { width(column) };
    columns.into_iter().map(|column| ColumnSetting { column, width: width(column), shown: true }).collect()
}

/// The width that a column begins with, in terminal columns: its heading has to fit.
pub(crate) const fn width(column: Column) -> u16 {
    match column {
        Column::Row => 5,
        Column::Looked => 4,
        Column::Taken => 5,
        Column::Differences => 6,
        Column::Customer => 18,
        Column::FindingField => 15,
        Column::Certainty => 13,
        Column::FindingValue => 14,
        Column::FindingReason => 24,
        Column::Dossier => 12,
        Column::Absence => 20,
        Column::LastChange => 10,
        Column::CustomerId => 7,
        Column::Status => 14,
        Column::DaysLeft => 6,
        Column::Since => 10,
        Column::Progress => 8,
        Column::Questionnaire => 18,
        Column::Reminders => 8,
        Column::ChangedBy => 26,
        Column::Told(column) => column.width(),
        Column::Flow => 9,
        Column::Dossiers => 9,
        Column::Simple | Column::Specific => 11,
        Column::Message => 8,
        Column::MailState => 13,
        Column::Attempts => 7,
        Column::Answer => 40,
        Column::Round => 24,
        Column::Occasion => 12,
        Column::Field(field) => match field {
            Field::Email | Field::Responsible | Field::Address | Field::SpouseEmail => 26,
            Field::NationalNumber | Field::SpouseNationalNumber => 11,
            Field::Box => 4,
            Field::Mobile | Field::SpouseMobile => 13,
            Field::Language | Field::HouseNumber => 5,
            Field::PostalCode => 6,
            Field::EnterpriseNumber | Field::SpouseEnterpriseNumber | Field::Deadline | Field::ClientCode => 10,
            Field::Person | Field::SendInvitation => 8,
            Field::Street | Field::City | Field::Labels | Field::Company => 18,
            Field::Country => 9,
            Field::FirstName
            | Field::LastName
            | Field::SpouseFirstName
            | Field::SpouseLastName
            | Field::ExtraPb
            | Field::LoopVariable
            | Field::LoopPlaceholder => 12,
        },
    }
}
