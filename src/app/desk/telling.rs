//! What a column tells on the tabs of an import, said once for cells, order and groups.

use crate::app::table::Column;
use crate::domain::field::Field;

/// What a column tells of a row, or of a customer whom no row names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Telling {
    /// The name of either.
    Customer,
    /// A field of either.
    Field(Field),
    /// Something that only rows have.
    Row(OfRow),
    /// Something that only rows have, and that is not known before the row is judged again.
    Judged(Judged),
    /// Something that only customers have whom no row names.
    Stored(OfStored),
}

/// What only rows have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OfRow {
    /// Its number in the workbook.
    Number,
    /// Whether it was looked at.
    Looked,
    /// How surely it is somebody who is stored.
    Certainty,
    /// How many fields are taken from it.
    Taken,
    /// Whether there is a dossier.
    Dossier,
}

/// What judging a row again tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Judged {
    /// How many fields differ from what is stored.
    Differences,
    /// The field that is wrong.
    FindingField,
    /// The value that is wrong.
    FindingValue,
    /// Why it is wrong.
    FindingReason,
}

/// What only customers have whom no row names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OfStored {
    /// Why no row names them.
    Absence,
    /// When an import last changed them.
    LastChange,
    /// Their number.
    Number,
}

/// What a column tells here; none for the columns of other screens.
pub(super) const fn telling(column: Column) -> Option<Telling> {
    Some(match column {
        Column::Customer => Telling::Customer,
        Column::Field(field) => Telling::Field(field),
        Column::Row => Telling::Row(OfRow::Number),
        Column::Looked => Telling::Row(OfRow::Looked),
        Column::Certainty => Telling::Row(OfRow::Certainty),
        Column::Taken => Telling::Row(OfRow::Taken),
        Column::Dossier => Telling::Row(OfRow::Dossier),
        Column::Differences => Telling::Judged(Judged::Differences),
        Column::FindingField => Telling::Judged(Judged::FindingField),
        Column::FindingValue => Telling::Judged(Judged::FindingValue),
        Column::FindingReason => Telling::Judged(Judged::FindingReason),
        Column::Absence => Telling::Stored(OfStored::Absence),
        Column::LastChange => Telling::Stored(OfStored::LastChange),
        Column::CustomerId => Telling::Stored(OfStored::Number),
        Column::Status
        | Column::DaysLeft
        | Column::Since
        | Column::Progress
        | Column::Questionnaire
        | Column::Reminders
        | Column::ChangedBy
        | Column::Message
        | Column::MailState
        | Column::Attempts
        | Column::Answer
        | Column::Round
        | Column::Occasion
        | Column::Told(_)
        | Column::Flow
        | Column::Dossiers
        | Column::Simple
        | Column::Specific => return None,
    })
}
