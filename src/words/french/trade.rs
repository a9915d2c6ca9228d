//! The words of the trade in French.

use crate::app::table::Column;
use crate::domain::draft::Bucket;
use crate::domain::field::Field;
use crate::domain::language::Language;
use crate::domain::matching::{Certainty, Ground};
use crate::domain::national_number::Sex;

pub(super) fn field(field: Field) -> &'static str {
    match field {
        Field::Person => "type",
        Field::FirstName => "prénom",
        Field::LastName => "nom",
        Field::Email => "e-mail",
        Field::Mobile => "GSM",
        Field::NationalNumber => "registre national",
        Field::Street => "rue",
        Field::HouseNumber => "numéro",
        Field::Box => "boîte",
        Field::PostalCode => "code postal",
        Field::City => "localité",
        Field::Country => "pays",
        Field::ExtraPb => "extra PB",
        Field::Labels => "étiquettes",
        Field::SpouseNationalNumber => "RN partenaire",
        Field::Language => "langue",
        Field::ClientCode => "code client",
        Field::EnterpriseNumber => "numéro BCE",
        Field::SpouseEnterpriseNumber => "BCE partenaire",
        Field::Deadline => "date limite",
        Field::Responsible => "responsable",
        Field::Address => "adresse",
        Field::Company => "société",
        Field::SendInvitation => "inviter",
        Field::LoopVariable => "variable boucle",
        Field::LoopPlaceholder => "texte de boucle",
        Field::SpouseFirstName => "prénom partenaire",
        Field::SpouseLastName => "nom partenaire",
        Field::SpouseEmail => "e-mail partenaire",
        Field::SpouseMobile => "GSM partenaire",
    }
}

pub(super) fn language(language: Language) -> &'static str {
    match language {
        Language::Dutch => "néerlandais",
        Language::French => "français",
        Language::English => "anglais",
        Language::German => "allemand",
    }
}

pub(super) fn certainty(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Sure => "SÛR",
        Certainty::Likely => "PROBABLE",
        Certainty::Unsure => "INCERTAIN",
    }
}

pub(super) fn ground(ground: Ground) -> &'static str {
    match ground {
        Ground::NationalNumber => "même numéro de registre national",
        Ground::NationalNumberAndMarriage => "même registre national\u{a0}; le partenaire est aussi client\u{a0}: mariage\u{a0}?",
        Ground::ClientCode => "même code client",
        Ground::ClientCodeOtherNumber => "même code client, autre registre national\u{a0}: un conflit",
        Ground::ChangedPlaces => "le déclarant principal et le partenaire ont changé de place",
        Ground::Marriage => "le partenaire de cette ligne est un client existant\u{a0}: un mariage\u{a0}?",
        Ground::Separation => "c'est le partenaire d'un client existant\u{a0}: une séparation\u{a0}?",
        Ground::EmailAndName => "même adresse e-mail et même nom",
        Ground::NameAndBirthDate => "mêmes nom et date de naissance, autre numéro de registre national",
        Ground::NearNameAndAddress => "presque le même nom à la même adresse",
    }
}

pub(super) fn sex(sex: Sex) -> &'static str {
    match sex {
        Sex::Male => "homme",
        Sex::Female => "femme",
    }
}

pub(super) fn bucket(bucket: Bucket) -> &'static str {
    match bucket {
        Bucket::OnlyInImport => "Uniquement dans le fichier",
        Bucket::OnlyInStore => "Uniquement dans Instroom",
        Bucket::Duplicates => "Doublons",
        Bucket::Invalid => "Invalides",
    }
}

/// For windows in which the whole names do not fit.
pub(super) fn bucket_middle(bucket: Bucket) -> &'static str {
    match bucket {
        Bucket::OnlyInImport => "Fichier seul",
        Bucket::OnlyInStore => "Instroom seul",
        Bucket::Duplicates => "Doublons",
        Bucket::Invalid => "Invalides",
    }
}

pub(super) fn bucket_short(bucket: Bucket) -> &'static str {
    match bucket {
        Bucket::OnlyInImport => "Nouv.",
        Bucket::OnlyInStore => "Base",
        Bucket::Duplicates => "Double",
        Bucket::Invalid => "Erreur",
    }
}

pub(super) fn column(column: Column) -> &'static str {
    match column {
        Column::Message => "message",
        Column::MailState => "envoi",
        Column::Attempts => "essais",
        Column::Answer => "rép. serveur",
        Column::Round => "préparé",
        Column::Occasion => "genre",
        Column::Row => "lig.",
        Column::Customer => "client",
        Column::Field(Field::Language) => "lg.",
        Column::Field(Field::NationalNumber) => "registre",
        Column::Field(Field::SpouseNationalNumber) => "RN parten.",
        Column::Field(Field::HouseNumber) => "n°",
        Column::Field(Field::Box) => "bte",
        Column::Field(Field::PostalCode) => "CP",
        Column::Field(Field::ClientCode) => "code",
        Column::Field(Field::EnterpriseNumber) => "n° BCE",
        Column::Field(Field::SpouseEnterpriseNumber) => "BCE part.",
        Column::Field(Field::Deadline) => "limite",
        Column::Field(Field::LoopVariable) => "var. boucle",
        Column::Field(Field::LoopPlaceholder) => "boucle",
        Column::Field(Field::SpouseFirstName) => "prénom p.",
        Column::Field(Field::SpouseLastName) => "nom part.",
        Column::Field(Field::SpouseEmail) => "e-mail part.",
        Column::Field(Field::SpouseMobile) => "GSM part.",
        Column::Field(other) => field(other),
        Column::FindingField => "champ",
        Column::FindingValue => "valeur",
        Column::FindingReason => "raison",
        Column::Looked => "ok",
        Column::Certainty => "ressemblance",
        Column::Differences => "diff.",
        Column::Taken => "pris",
        Column::Dossier => "dossier",
        Column::Absence => "pourquoi",
        Column::LastChange => "dernière",
        Column::CustomerId => "id",
        Column::Status => "statut",
        Column::DaysLeft => "jours",
        Column::Since => "depuis",
        Column::Progress => "rép.",
        Column::Questionnaire => "questionnaire",
        Column::Reminders => "rappels",
        Column::ChangedBy => "modifié par",
        Column::Told(column) => super::told::column(column),
        Column::Flow => "flux",
        Column::Dossiers => "dossiers",
        Column::Simple => "rev. simp.",
        Column::Specific => "rev. spéc.",
    }
}

pub(super) fn bytes(bytes: u64) -> String {
    match bytes {
        0..1024 => format!("{bytes} o"),
        1024..1_048_576 => format!("{} ko", bytes.div_ceil(1024)),
        _ => format!("{},{} Mo", bytes / 1_048_576, bytes % 1_048_576 * 10 / 1_048_576),
    }
}
