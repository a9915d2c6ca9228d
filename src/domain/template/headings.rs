//! The headings of both template generations, as they are written.

use crate::domain::field::Field;
use crate::domain::language::Language;

/// The 14 columns of the first template generation, in order.
pub const FIRST_GENERATION: [Field; 14] = [
    Field::FirstName,
    Field::LastName,
    Field::Email,
    Field::Responsible,
    Field::Address,
    Field::Company,
    Field::Person,
    Field::NationalNumber,
    Field::SpouseNationalNumber,
    Field::SendInvitation,
    Field::Labels,
    Field::Mobile,
    Field::LoopVariable,
    Field::LoopPlaceholder,
];

/// Whether the current template marks the column with a star.
///
/// The language has one too, although a row without a language is no finding: the language chosen
/// for the import applies.
#[must_use]
pub const fn is_starred(field: Field) -> bool {
    field.is_required() || matches!(field, Field::Language)
}

/// The heading of a column in the current template (second generation, columns A to U); none for a
/// field that only the first generation has. German falls back to English.
#[must_use]
pub const fn heading(field: Field, language: Language) -> Option<&'static str> {
    let (dutch, french, english) = match field {
        Field::Person => (r#"Persoon ("person")"#, r#"Personne ("person")"#, r#"Person ("person")"#),
        Field::FirstName => ("Voornaam*", "Prénom*", "Firstname*"),
        Field::LastName => ("Achternaam*", "Nom*", "Lastname*"),
        Field::Email => ("E-mail*", "E-mail*", "Email*"),
        Field::Mobile => ("Gsm-nummer", "Numéro de GSM", "Mobile Number"),
        Field::NationalNumber => ("Rijksregisternummer", "Numéro de registre national", "Registration Number"),
        Field::Street => ("straat", "rue", "street"),
        Field::HouseNumber => ("nummer", "numéro", "number"),
        Field::Box => ("bus", "boîte", "box"),
        Field::PostalCode => ("postcode", "code postal", "postal code"),
        Field::City => ("gemeente", "localité", "city"),
        Field::Country => ("land", "pays", "country"),
        Field::ExtraPb => ("Extra PB (blijft leeg)", "Extra PB (reste vide)", "Extra PB (stays empty)"),
        Field::Labels => ("Labels", "Étiquettes", "Labels"),
        Field::SpouseNationalNumber => {
            ("Rijksregisternummer partner", "Numéro de registre national du partenaire", "Spouse Registration Number")
        }
        Field::Language => (
            r#"Taal* ("dutch", "french", "english")"#,
            r#"Langue* ("dutch", "french", "english")"#,
            r#"Language* ("dutch", "french", "english")"#,
        ),
        Field::ClientCode => ("Klantcode", "Code client", "Client code"),
        Field::EnterpriseNumber => ("Ondernemingsnummer", "Numéro d'entreprise", "Enterprise number"),
        Field::SpouseEnterpriseNumber => {
            ("Ondernemingsnummer van de partner", "Numéro d'entreprise du partenaire", "Enterprise number of the partner")
        }
        Field::Deadline => ("Uiterste indieningsdatum", "Date limite de la déclaration", "Declaration deadline"),
        Field::Responsible => ("Hoofdverantwoordelijke (e-mail)", "Responsable principal (e-mail)", "Main responsible (e-mail)"),
        Field::Address
        | Field::Company
        | Field::SendInvitation
        | Field::LoopVariable
        | Field::LoopPlaceholder
        | Field::SpouseFirstName
        | Field::SpouseLastName
        | Field::SpouseEmail
        | Field::SpouseMobile => return None,
    };
    Some(in_language(language, dutch, french, english))
}

/// The heading of a column in the first template generation; none for a field that it lacks.
/// German falls back to English.
#[must_use]
pub const fn first_generation_heading(field: Field, language: Language) -> Option<&'static str> {
    let (dutch, french, english) = match field {
        Field::Responsible => ("Verantwoordelijke (e-mail)", "Responsable (e-mail)", "Responsible (e-mail)"),
        Field::Address => ("Adres", "Adresse", "Address"),
        Field::Company => ("Bedrijf", "Société", "Company"),
        Field::Person => (r#"Type ("Private person")"#, r#"Type ("Private person")"#, r#"Type ("Private person")"#),
        Field::SendInvitation => ("Uitnodigingsmail versturen", "Envoyer le mail d'invitation", "Have to send invitation mail"),
        Field::LoopVariable => ("Loop Variable", "Loop Variable", "Loop Variable"),
        Field::LoopPlaceholder => {
            ("LoopVariable.iteration.placeholder", "LoopVariable.iteration.placeholder", "LoopVariable.iteration.placeholder")
        }
        Field::SpouseFirstName | Field::SpouseLastName | Field::SpouseEmail | Field::SpouseMobile => return None,
        Field::FirstName
        | Field::LastName
        | Field::Email
        | Field::NationalNumber
        | Field::SpouseNationalNumber
        | Field::Labels
        | Field::Mobile => return heading(field, language),
        Field::Street
        | Field::HouseNumber
        | Field::Box
        | Field::PostalCode
        | Field::City
        | Field::Country
        | Field::ExtraPb
        | Field::Language
        | Field::ClientCode
        | Field::EnterpriseNumber
        | Field::SpouseEnterpriseNumber
        | Field::Deadline => return None,
    };
    Some(in_language(language, dutch, french, english))
}

/// The heading of a field that is kept of partners and stands in no template; none for the others.
#[must_use]
pub const fn partner_heading(field: Field, language: Language) -> Option<&'static str> {
    let (dutch, french, english) = match field {
        Field::SpouseFirstName => ("Voornaam partner", "Prénom du partenaire", "Partner first name"),
        Field::SpouseLastName => ("Achternaam partner", "Nom de famille du partenaire", "Partner last name"),
        Field::SpouseEmail => ("E-mail partner", "E-mail du partenaire", "Partner email"),
        Field::SpouseMobile => ("Gsm partner", "GSM du partenaire", "Partner mobile"),
        _ => return None,
    };
    Some(in_language(language, dutch, french, english))
}

const fn in_language(language: Language, dutch: &'static str, french: &'static str, english: &'static str) -> &'static str {
    match language {
        Language::Dutch => dutch,
        Language::French => french,
        Language::English | Language::German => english,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn english_headings_are_those_of_the_platform() {
        let written: Vec<_> = Field::TEMPLATE.iter().filter_map(|&field| heading(field, Language::English)).collect();
        assert_eq!(
            written,
            [
                "Person (\"person\")",
                "Firstname*",
                "Lastname*",
                "Email*",
                "Mobile Number",
                "Registration Number",
                "street",
                "number",
                "box",
                "postal code",
                "city",
                "country",
                "Extra PB (stays empty)",
                "Labels",
                "Spouse Registration Number",
                "Language* (\"dutch\", \"french\", \"english\")",
                "Client code",
                "Enterprise number",
                "Enterprise number of the partner",
                "Declaration deadline",
                "Main responsible (e-mail)",
            ]
        );
    }

    #[test]
    fn exactly_the_starred_columns_bear_a_star() {
        for language in [Language::Dutch, Language::French, Language::English] {
            for field in Field::TEMPLATE {
                assert_eq!(heading(field, language).is_some_and(|heading| heading.contains('*')), is_starred(field), "{field:?}");
            }
        }
    }
}
