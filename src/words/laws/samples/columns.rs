//! Columns, and what rows are grouped by.

use crate::app::grouping::Grouping;
use crate::app::past::ToldColumn;
use crate::app::table::Column;
use crate::domain::field::Field;

every! {
    columns_but_fields: Column {
        Column::Field(_) => [Column::Field(Field::Email)],
        Column::Row => [Column::Row],
        Column::Customer => [Column::Customer],
        Column::FindingField => [Column::FindingField],
        Column::FindingValue => [Column::FindingValue],
        Column::FindingReason => [Column::FindingReason],
        Column::Certainty => [Column::Certainty],
        Column::Looked => [Column::Looked],
        Column::Differences => [Column::Differences],
        Column::Taken => [Column::Taken],
        Column::Dossier => [Column::Dossier],
        Column::Absence => [Column::Absence],
        Column::LastChange => [Column::LastChange],
        Column::CustomerId => [Column::CustomerId],
        Column::Status => [Column::Status],
        Column::DaysLeft => [Column::DaysLeft],
        Column::Since => [Column::Since],
        Column::Progress => [Column::Progress],
        Column::Questionnaire => [Column::Questionnaire],
        Column::Reminders => [Column::Reminders],
        Column::ChangedBy => [Column::ChangedBy],
        Column::Flow => [Column::Flow],
        Column::Dossiers => [Column::Dossiers],
        Column::Simple => [Column::Simple],
        Column::Specific => [Column::Specific],
        Column::Told(_) => [
            Column::Told(ToldColumn::Number), Column::Told(ToldColumn::When), Column::Told(ToldColumn::Who), Column::Told(ToldColumn::What), Column::Told(ToldColumn::Added), Column::Told(ToldColumn::Changed), Column::Told(ToldColumn::TakenBack), Column::Told(ToldColumn::Outcome), Column::Told(ToldColumn::Reason), Column::Told(ToldColumn::Rules), Column::Told(ToldColumn::Fate), Column::Told(ToldColumn::Part), Column::Told(ToldColumn::Now), Column::Told(ToldColumn::Then),
            Column::Told(ToldColumn::Emptied),
            Column::Told(ToldColumn::Unclear),
            Column::Told(ToldColumn::Question),
            Column::Told(ToldColumn::Known),
            Column::Told(ToldColumn::Given),
        ],
        Column::Message => [Column::Message],
        Column::MailState => [Column::MailState],
        Column::Attempts => [Column::Attempts],
        Column::Answer => [Column::Answer],
        Column::Round => [Column::Round],
        Column::Occasion => [Column::Occasion],
    }
}

pub(in crate::words::laws) fn all_columns() -> Vec<Column> {
    let others = columns_but_fields().into_iter().filter(|column| !matches!(column, Column::Field(_)));
    Field::ALL.into_iter().map(Column::Field).chain(others).collect()
}

pub(super) fn groupings() -> Vec<Grouping> {
    let named = [
        Grouping::Reason,
        Grouping::Certainty,
        Grouping::Label,
        Grouping::Responsible,
        Grouping::Language,
        Grouping::Status,
        Grouping::Linked,
        Grouping::SelfEmployed,
        Grouping::Month,
        Grouping::Due,
    ];
    named.into_iter().chain(all_columns().into_iter().map(Grouping::Value)).collect()
}
