//! Names as they are said aloud, in French.

use crate::app::past::ToldColumn;
use crate::app::table::Column;
use crate::domain::field::Field;
use crate::words::heard::HeardWords;

use super::trade;

pub(super) const WORDS: HeardWords = HeardWords { field, column };

fn field(field: Field) -> &'static str {
    match field {
        Field::NationalNumber => "numéro de registre national",
        Field::SpouseNationalNumber => "numéro de registre national du partenaire",
        Field::HouseNumber => "numéro de maison",
        Field::EnterpriseNumber => "numéro d'entreprise",
        Field::SpouseEnterpriseNumber => "numéro d'entreprise du partenaire",
        Field::SpouseFirstName => "prénom du partenaire",
        Field::SpouseLastName => "nom du partenaire",
        Field::SpouseEmail => "e-mail du partenaire",
        Field::SpouseMobile => "GSM du partenaire",
        Field::LoopVariable => "variable de boucle",
        other => trade::field(other),
    }
}

fn column(column: Column) -> &'static str {
    match column {
        Column::Field(of) => field(of),
        Column::Looked => "examiné",
        Column::Differences => "différences",
        Column::Taken => "repris",
        Column::LastChange => "dernière modification",
        Column::CustomerId => "numéro de client",
        Column::DaysLeft => "jours jusqu'à la date limite",
        Column::Progress => "réponses données",
        Column::Reminders => "rappels envoyés",
        Column::Answer => "réponse du serveur",
        Column::Message => "numéro de l'e-mail",
        Column::Flow => "flux de travail",
        Column::Simple => "revenus simples jusqu'au",
        Column::Specific => "revenus spécifiques jusqu'au",
        Column::Row => "ligne",
        Column::Told(ToldColumn::Number) => "numéro d'ordre",
        other => trade::column(other),
    }
}
