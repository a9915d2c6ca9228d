//! The words of the trade in English.

use crate::app::table::Column;
use crate::domain::draft::Bucket;
use crate::domain::field::Field;
use crate::domain::language::Language;
use crate::domain::matching::{Certainty, Ground};
use crate::domain::national_number::Sex;

pub(super) fn field(field: Field) -> &'static str {
    match field {
        Field::Person => "type",
        Field::FirstName => "first name",
        Field::LastName => "last name",
        Field::Email => "e-mail",
        Field::Mobile => "mobile",
        Field::NationalNumber => "national number",
        Field::Street => "street",
        Field::HouseNumber => "number",
        Field::Box => "box",
        Field::PostalCode => "postal code",
        Field::City => "city",
        Field::Country => "country",
        Field::ExtraPb => "extra PB",
        Field::Labels => "labels",
        Field::SpouseNationalNumber => "partner's number",
        Field::Language => "language",
        Field::ClientCode => "client code",
        Field::EnterpriseNumber => "enterprise nr",
        Field::SpouseEnterpriseNumber => "partner's ent. nr",
        Field::Deadline => "deadline",
        Field::Responsible => "responsible",
        Field::Address => "address",
        Field::Company => "company",
        Field::SendInvitation => "send invitation",
        Field::LoopVariable => "loop variable",
        Field::LoopPlaceholder => "loop placeholder",
        Field::SpouseFirstName => "partner forename",
        Field::SpouseLastName => "partner surname",
        Field::SpouseEmail => "partner e-mail",
        Field::SpouseMobile => "partner mobile",
    }
}

pub(super) fn language(language: Language) -> &'static str {
    match language {
        Language::Dutch => "Dutch",
        Language::French => "French",
        Language::English => "English",
        Language::German => "German",
    }
}

pub(super) fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Sure => "SURE",
        Certainty::Likely => "LIKELY",
        Certainty::Unsure => "UNSURE",
    }
}

pub(super) fn ground(ground: Ground) -> &'static str {
    match ground {
        Ground::NationalNumber => "same national number",
        Ground::NationalNumberAndMarriage => "same national number; the partner is stored too: a marriage?",
        Ground::ClientCode => "same client code",
        Ground::ClientCodeOtherNumber => "same client code, but another national number: a conflict",
        Ground::ChangedPlaces => "main filer and partner have changed places",
        Ground::Marriage => "the partner in this row is a stored customer: a marriage?",
        Ground::Separation => "this person is the partner of a stored customer: a separation?",
        Ground::EmailAndName => "same e-mail address and name",
        Ground::NameAndBirthDate => "same name and birth date, another national number",
        Ground::NearNameAndAddress => "nearly the same name at the same address",
    }
}

pub(super) fn sex(sex: Sex) -> &'static str {
    match sex {
        Sex::Male => "male",
        Sex::Female => "female",
    }
}

pub(super) fn bucket(bucket: Bucket) -> &'static str {
    match bucket {
        Bucket::OnlyInImport => "Only in import",
        Bucket::OnlyInStore => "Only in store",
        Bucket::Duplicates => "Duplicates",
        Bucket::Invalid => "Invalid",
    }
}

/// For windows in which the whole names do not fit.
pub(super) fn bucket_middle(bucket: Bucket) -> &'static str {
    match bucket {
        Bucket::OnlyInImport => "Import only",
        Bucket::OnlyInStore => "Store only",
        Bucket::Duplicates => "Duplicates",
        Bucket::Invalid => "Invalid",
    }
}

pub(super) fn bucket_short(bucket: Bucket) -> &'static str {
    match bucket {
        Bucket::OnlyInImport => "New",
        Bucket::OnlyInStore => "Store",
        Bucket::Duplicates => "Double",
        Bucket::Invalid => "Invalid",
    }
}

pub(super) fn column(column: Column) -> &'static str {
    match column {
        Column::Message => "number",
        Column::MailState => "state",
        Column::Attempts => "tries",
        Column::Answer => "server's answer",
        Column::Round => "queued",
        Column::Occasion => "kind",
        Column::Row => "row",
        Column::Customer => "customer",
        Column::Field(Field::Language) => "lg",
        Column::Field(Field::NationalNumber) => "nation. nr",
        Column::Field(Field::SpouseNationalNumber) => "partner nr",
        Column::Field(Field::HouseNumber) => "nr",
        Column::Field(Field::PostalCode) => "post",
        Column::Field(Field::ClientCode) => "code",
        Column::Field(Field::EnterpriseNumber) => "ent. nr",
        Column::Field(Field::SpouseEnterpriseNumber) => "p. ent nr",
        Column::Field(Field::SendInvitation) => "invite",
        Column::Field(Field::LoopVariable) => "loop var.",
        Column::Field(Field::LoopPlaceholder) => "loop text",
        Column::Field(Field::SpouseFirstName) => "prt. first",
        Column::Field(Field::SpouseLastName) => "prt. last",
        Column::Field(Field::SpouseEmail) => "partner e-mail",
        Column::Field(Field::SpouseMobile) => "prt. mobile",
        Column::Field(other) => field(other),
        Column::FindingField => "field",
        Column::FindingValue => "value",
        Column::FindingReason => "reason",
        Column::Looked => "ok",
        Column::Certainty => "match",
        Column::Differences => "diff",
        Column::Taken => "take",
        Column::Dossier => "dossier",
        Column::Absence => "why",
        Column::LastChange => "last seen",
        Column::CustomerId => "id",
        Column::Status => "status",
        Column::DaysLeft => "days",
        Column::Since => "since",
        Column::Progress => "answers",
        Column::Questionnaire => "questionnaire",
        Column::Reminders => "remind.",
        Column::ChangedBy => "changed by",
        Column::Told(column) => super::told::column(column),
        Column::Flow => "flow",
        Column::Dossiers => "dossiers",
        Column::Simple => "simple",
        Column::Specific => "specific",
    }
}

pub(super) fn bytes(bytes: u64) -> String {
    match bytes {
        0..1024 => format!("{bytes} B"),
        1024..1_048_576 => format!("{} kB", bytes.div_ceil(1024)),
        _ => format!("{}.{} MB", bytes / 1_048_576, bytes % 1_048_576 * 10 / 1_048_576),
    }
}
