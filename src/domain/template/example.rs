//! The example row of the template: an invented person, and knowing it again when nobody replaced it.

use crate::domain::field::Field;
use crate::domain::language::Language;

/// The languages that the template is written in. German falls back to English.
const LANGUAGES: [Language; 3] = [Language::Dutch, Language::French, Language::English];

/// What the template writes in a cell of its example row; empty for a cell that it leaves empty.
///
/// The person is invented: an address under example.com, and national numbers with valid check digits
/// but a sequence from 950 up, which hardly any day of births reaches. The deadline stays empty, since
/// a date would grow old.
#[must_use]
pub const fn value(field: Field, language: Language) -> &'static str {
    let (dutch, french, english) = match field {
        Field::Person => ("person", "person", "person"),
        Field::FirstName => ("Lotte", "Élise", "Emma"),
        Field::LastName => ("Van den Voorbeeld", "de l'Exemple", "Example"),
        Field::Email => ("lotte.voorbeeld@example.com", "elise.exemple@example.com", "emma.example@example.com"),
        Field::Mobile => ("+32450123456", "+32450234567", "+32450345678"),
        Field::NationalNumber => ("85073095873", "91030896449", "00022997244"),
        Field::Street => ("Kerkstraat", "Rue de l'Église", "Rue Neuve"),
        Field::HouseNumber => ("12A", "7", "45"),
        Field::Box => ("0101", "0203", "3"),
        Field::PostalCode => ("9000", "5000", "1000"),
        Field::City => ("Gent", "Namur", "Brussels"),
        Field::Country => ("België", "Belgique", "Belgium"),
        Field::Labels => ("voorbeeld,nieuw", "exemple,nouveau", "example,new"),
        Field::SpouseNationalNumber => ("83021495789", "89110296152", "01051797159"),
        Field::Language => ("dutch", "french", "english"),
        Field::ClientCode => ("K0001", "C0001", "C0001"),
        Field::EnterpriseNumber => ("0990012385", "0990045643", "0990078901"),
        Field::Responsible => ("collega@example.com", "collegue@example.com", "colleague@example.com"),
        Field::ExtraPb
        | Field::SpouseEnterpriseNumber
        | Field::Deadline
        | Field::Address
        | Field::Company
        | Field::SendInvitation
        | Field::LoopVariable
        | Field::LoopPlaceholder
        | Field::SpouseFirstName
        | Field::SpouseLastName
        | Field::SpouseEmail
        | Field::SpouseMobile => ("", "", ""),
    };
    match language {
        Language::Dutch => dutch,
        Language::French => french,
        Language::English | Language::German => english,
    }
}

/// Whether a row is still the example that the template wrote, in any of its languages: the same
/// cells filled, each with exactly that text. One changed letter makes it a customer.
pub fn is_untouched_example<'a>(cells: impl IntoIterator<Item = (Field, &'a str)>) -> bool {
    let mut row = [""; Field::ALL.len()];
    for (field, text) in cells {
        let Some(slot) = Field::ALL.iter().position(|&known| known == field).and_then(|at| row.get_mut(at)) else { return false };
        *slot = text;
    }
    LANGUAGES.into_iter().any(|language| Field::ALL.into_iter().zip(row).all(|(field, text)| text == value(field, language)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(language: Language) -> Vec<(Field, &'static str)> {
        Field::TEMPLATE.into_iter().map(|field| (field, value(field, language))).filter(|(_, text)| !text.is_empty()).collect()
    }

    #[test]
    fn the_example_is_known_in_every_language() {
        for language in Language::ALL {
            assert!(is_untouched_example(row(language)), "{language:?}");
        }
    }

    #[test]
    fn one_changed_dropped_or_added_cell_makes_it_a_customer() {
        for language in LANGUAGES {
            let example = row(language);
            for at in 0..example.len() {
                let mut changed = example.clone();
                changed[at].1 = "x";
                assert!(!is_untouched_example(changed));
                let mut dropped = example.clone();
                dropped.remove(at);
                assert!(!is_untouched_example(dropped));
            }
            for field in [Field::ExtraPb, Field::Deadline, Field::Company] {
                assert!(!is_untouched_example(example.iter().copied().chain([(field, "x")])));
            }
        }
        assert!(!is_untouched_example([]));
        assert!(!is_untouched_example(row(Language::Dutch).into_iter().chain([(Field::Language, "french")])));
    }

    #[test]
    fn its_numbers_are_valid_and_nobodys() {
        for language in LANGUAGES {
            for (field, sex) in [(Field::NationalNumber, 0), (Field::SpouseNationalNumber, 1)] {
                let text = value(field, language);
                let (nine, check) = (text[..9].parse::<u64>().unwrap(), text[9..].parse::<u64>().unwrap());
                let born_2000 = text.starts_with('0');
                assert_eq!(97 - (nine + if born_2000 { 2_000_000_000 } else { 0 }) % 97, check, "{text}");
                assert!((950..=998).contains(&(nine % 1000)) && nine % 2 == sex, "{text}");
            }
            let enterprise = value(Field::EnterpriseNumber, language);
            assert_eq!(97 - enterprise[..8].parse::<u64>().unwrap() % 97, enterprise[8..].parse::<u64>().unwrap());
            for field in [Field::Email, Field::Responsible] {
                assert!(value(field, language).ends_with("@example.com"));
            }
            assert_eq!(Language::from_word(value(Field::Language, language)), Some(language));
        }
    }
}
