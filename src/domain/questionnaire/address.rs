//! An address on one line, as Belgians write it.

use crate::domain::customer::Values;
use crate::domain::field::Field;
use crate::domain::fold::fold;
use crate::domain::language::Language;

/// The fields that an address line is made of.
pub(super) const PARTS: [Field; 6] = [Field::Street, Field::HouseNumber, Field::Box, Field::PostalCode, Field::City, Field::Country];

/// Street, number, "bus", "bte" or "box" and the box, postal code, city; the country only where it is not
/// Belgium. An address that the workbook has in one cell is taken as it stands.
/// None where neither street nor city is known.
#[must_use]
pub fn address_line(values: &Values, language: Language) -> Option<String> {
    if values.get(Field::Street).is_none() && values.get(Field::City).is_none() {
        return values.get(Field::Address).map(str::to_owned);
    }
    let unit = values.get(Field::Box).map(|unit| box_words(unit, language)).unwrap_or_default();
    let street = joined(&[values.text(Field::Street), values.text(Field::HouseNumber), &unit], " ");
    let city = joined(&[values.text(Field::PostalCode), values.text(Field::City)], " ");
    let country = values.get(Field::Country).filter(|country| !is_belgium(country)).unwrap_or("");
    Some(joined(&[&street, &city, country], ", "))
}

/// `bus 3`, unless the office wrote the word itself.
fn box_words(unit: &str, language: Language) -> String {
    let written = fold(unit);
    let names = |word: &str| written.strip_prefix(word).is_some_and(|rest| rest.starts_with(|next: char| !next.is_alphabetic()));
    if ["bus", "b", "bte", "boite", "box", "postbus"].into_iter().any(names) {
        return unit.to_owned();
    }
    let word = match language {
        Language::Dutch => "bus",
        Language::French => "bte",
        Language::English | Language::German => "box",
    };
    format!("{word} {unit}")
}

fn is_belgium(country: &str) -> bool {
    matches!(fold(country).as_str(), "be" | "b" | "bel" | "belgie" | "belgique" | "belgium" | "belgien")
}

fn joined(parts: &[&str], between: &str) -> String {
    let filled: Vec<_> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    filled.join(between)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(fields: &[(Field, &str)], language: Language) -> Option<String> {
        address_line(&fields.iter().copied().collect(), language)
    }

    const WHOLE: [(Field, &str); 6] = [
        (Field::Street, "Molenstraat"),
        (Field::HouseNumber, "12A"),
        (Field::Box, "0101"),
        (Field::PostalCode, "9000"),
        (Field::City, "Gent"),
        (Field::Country, "België"),
    ];

    #[test]
    fn a_whole_address_reads_as_on_an_envelope() {
        assert_eq!(line(&WHOLE, Language::Dutch).as_deref(), Some("Molenstraat 12A bus 0101, 9000 Gent"));
        assert_eq!(line(&WHOLE, Language::French).as_deref(), Some("Molenstraat 12A bte 0101, 9000 Gent"));
        assert_eq!(line(&WHOLE, Language::English).as_deref(), Some("Molenstraat 12A box 0101, 9000 Gent"));
    }

    #[test]
    fn what_is_missing_leaves_no_comma_behind() {
        assert_eq!(line(&[(Field::City, "Gent")], Language::Dutch).as_deref(), Some("Gent"));
        assert_eq!(line(&WHOLE[..2], Language::Dutch).as_deref(), Some("Molenstraat 12A"));
        assert_eq!(line(&[(Field::Country, "France"), (Field::PostalCode, "9000")], Language::Dutch), None);
    }

    #[test]
    fn a_foreign_country_is_named_and_a_box_word_is_not_doubled() {
        let abroad = [(Field::Street, "Rue Basse"), (Field::Box, "Bte 4"), (Field::City, "Lille"), (Field::Country, "France")];
        assert_eq!(line(&abroad, Language::Dutch).as_deref(), Some("Rue Basse Bte 4, Lille, France"));
        let boxes = ["b3", "bus3", "boîte 3", "B", "Bis"].map(|unit| box_words(unit, Language::Dutch));
        assert_eq!(boxes, ["b3", "bus3", "boîte 3", "bus B", "bus Bis"]);
    }

    #[test]
    fn an_address_in_one_cell_stands_in_only_where_there_are_no_parts() {
        let whole = (Field::Address, "Kerkplein 1, 3000 Leuven");
        assert_eq!(line(&[whole], Language::Dutch).as_deref(), Some(whole.1));
        assert_eq!(line(&[whole, (Field::City, "Gent")], Language::Dutch).as_deref(), Some("Gent"));
    }
}
