//! The words of the trade in Dutch.

use crate::app::table::Column;
use crate::domain::draft::Bucket;
use crate::domain::field::Field;
use crate::domain::language::Language;
use crate::domain::matching::{Certainty, Ground};
use crate::domain::national_number::Sex;

pub(super) fn field(field: Field) -> &'static str {
    match field {
        Field::Person => "type",
        Field::FirstName => "voornaam",
        Field::LastName => "familienaam",
        Field::Email => "e-mail",
        Field::Mobile => "gsm",
        Field::NationalNumber => "rijksregisternr",
        Field::Street => "straat",
        Field::HouseNumber => "nummer",
        Field::Box => "bus",
        Field::PostalCode => "postcode",
        Field::City => "gemeente",
        Field::Country => "land",
        Field::ExtraPb => "extra PB",
        Field::Labels => "labels",
        Field::SpouseNationalNumber => "RR-nr. partner",
        Field::Language => "taal",
        Field::ClientCode => "klantcode",
        Field::EnterpriseNumber => "KBO-nummer",
        Field::SpouseEnterpriseNumber => "KBO-nr. partner",
        Field::Deadline => "uiterste datum",
        Field::Responsible => "verantwoordelijke",
        Field::Address => "adres",
        Field::Company => "vennootschap",
        Field::SendInvitation => "uitnodigen",
        Field::LoopVariable => "lusvariabele",
        Field::LoopPlaceholder => "lusplaatshouder",
        Field::SpouseFirstName => "voornaam partner",
        Field::SpouseLastName => "familienaam part.",
        Field::SpouseEmail => "e-mail partner",
        Field::SpouseMobile => "gsm partner",
    }
}

pub(super) fn language(language: Language) -> &'static str {
    match language {
        Language::Dutch => "Nederlands",
        Language::French => "Frans",
        Language::English => "Engels",
        Language::German => "Duits",
    }
}

pub(super) fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Sure => "ZEKER",
        Certainty::Likely => "WAARSCHIJNLIJK",
        Certainty::Unsure => "ONZEKER",
    }
}

pub(super) fn ground(ground: Ground) -> &'static str {
    match ground {
        Ground::NationalNumber => "zelfde rijksregisternummer",
        Ground::NationalNumberAndMarriage => "zelfde rijksregisternummer; partner is ook klant: een huwelijk?",
        Ground::ClientCode => "zelfde klantcode",
        Ground::ClientCodeOtherNumber => "zelfde klantcode, maar een ander rijksregisternummer: een conflict",
        Ground::ChangedPlaces => "hoofdaangever en partner zijn van plaats gewisseld",
        Ground::Marriage => "de partner in deze rij is een bestaande klant: een huwelijk?",
        Ground::Separation => "deze persoon is de partner van een bestaande klant: een scheiding?",
        Ground::EmailAndName => "zelfde e-mailadres en naam",
        Ground::NameAndBirthDate => "zelfde naam en geboortedatum, een ander rijksregisternummer",
        Ground::NearNameAndAddress => "bijna dezelfde naam op hetzelfde adres",
    }
}

pub(super) fn sex(sex: Sex) -> &'static str {
    match sex {
        Sex::Male => "man",
        Sex::Female => "vrouw",
    }
}

pub(super) fn bucket(bucket: Bucket) -> &'static str {
    match bucket {
        Bucket::OnlyInImport => "Enkel in import",
        Bucket::OnlyInStore => "Enkel in Instroom",
        Bucket::Duplicates => "Dubbel",
        Bucket::Invalid => "Ongeldig",
    }
}

/// For windows in which the whole names do not fit.
pub(super) fn bucket_middle(bucket: Bucket) -> &'static str {
    match bucket {
        Bucket::OnlyInImport => "Enkel import",
        Bucket::OnlyInStore => "Enkel Instroom",
        Bucket::Duplicates => "Dubbel",
        Bucket::Invalid => "Ongeldig",
    }
}

pub(super) fn bucket_short(bucket: Bucket) -> &'static str {
    match bucket {
        Bucket::OnlyInImport => "Nieuw",
        Bucket::OnlyInStore => "Opslag",
        Bucket::Duplicates => "Dubbel",
        Bucket::Invalid => "Fout",
    }
}

pub(super) fn column(column: Column) -> &'static str {
    match column {
        Column::Message => "mail",
        Column::MailState => "toestand",
        Column::Attempts => "poging",
        Column::Answer => "serverantwoord",
        Column::Round => "klaargezet",
        Column::Occasion => "soort",
        Column::Row => "rij",
        Column::Customer => "klant",
        Column::Field(Field::Language) => "tl.",
        Column::Field(Field::NationalNumber) => "RR-nummer",
        Column::Field(Field::SpouseNationalNumber) => "RR partner",
        Column::Field(Field::HouseNumber) => "nr.",
        Column::Field(Field::PostalCode) => "post",
        Column::Field(Field::EnterpriseNumber) => "KBO-nr.",
        Column::Field(Field::SpouseEnterpriseNumber) => "KBO part.",
        Column::Field(Field::Deadline) => "uiterlijk",
        Column::Field(Field::SendInvitation) => "uitnod.",
        Column::Field(Field::LoopPlaceholder) => "lustekst",
        Column::Field(Field::SpouseFirstName) => "voorn. p.",
        Column::Field(Field::SpouseLastName) => "famil. p.",
        Column::Field(Field::SpouseEmail) => "e-mail partner",
        Column::Field(Field::SpouseMobile) => "gsm partner",
        Column::Field(Field::LoopVariable) => "lusvar.",
        Column::Field(other) => field(other),
        Column::FindingField => "veld",
        Column::FindingValue => "waarde",
        Column::FindingReason => "reden",
        Column::Looked => "ok",
        Column::Certainty => "gelijkenis",
        Column::Differences => "ander",
        Column::Taken => "over",
        Column::Dossier => "dossier",
        Column::Absence => "waarom",
        Column::LastChange => "laatst",
        Column::CustomerId => "id",
        Column::Status => "status",
        Column::DaysLeft => "dagen",
        Column::Since => "sinds",
        Column::Progress => "antw.",
        Column::Questionnaire => "vragenlijst",
        Column::Reminders => "herinn.",
        Column::ChangedBy => "gewijzigd door",
        Column::Told(column) => super::told::column(column),
        Column::Flow => "taskflow",
        Column::Dossiers => "dossiers",
        Column::Simple => "eenvoudig",
        Column::Specific => "specifiek",
    }
}

pub(super) fn bytes(bytes: u64) -> String {
    match bytes {
        0..1024 => format!("{bytes} B"),
        1024..1_048_576 => format!("{} kB", bytes.div_ceil(1024)),
        _ => format!("{},{} MB", bytes / 1_048_576, bytes % 1_048_576 * 10 / 1_048_576),
    }
}
