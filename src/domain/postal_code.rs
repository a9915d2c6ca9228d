//! Postal codes: four digits in Belgium, whatever is written elsewhere.

use super::fold::fold;
use super::tidy::is_blank;

/// Whether a country cell means Belgium: empty, or its name or code in a language of the templates.
#[must_use]
pub fn is_belgium(country: &str) -> bool {
    const NAMES: [&str; 7] = ["be", "b", "bel", "belgie", "belgium", "belgique", "belgien"];
    let country = country.trim_matches(is_blank);
    let is_name = |country: &str| NAMES.iter().any(|name| name.eq_ignore_ascii_case(country));
    country.is_empty() || is_name(country) || (!country.is_ascii() && is_name(&fold(country)))
}

/// Whether a text is a Belgian postal code: four digits, 1000 to 9999.
#[must_use]
pub fn is_belgian(text: &str) -> bool {
    matches!(text.as_bytes(), [b'1'..=b'9', rest @ ..] if rest.len() == 3 && rest.iter().all(u8::is_ascii_digit))
}

/// The Belgian postal code in `B-9000`, `BE 9000` or `9 000`, if that is all that is written.
#[must_use]
pub fn repaired(text: &str) -> Option<String> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (country, rest) = text.split_at_checked(letters)?;
    let digits: String = rest.chars().filter(|&character| !is_blank(character) && !matches!(character, '-' | '.')).collect();
    let of_belgium = country.is_empty() || country.eq_ignore_ascii_case("b") || country.eq_ignore_ascii_case("be");
    (of_belgium && digits != text && is_belgian(&digits)).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn belgium_is_known_by_its_names() {
        for country in ["", " \u{a0}", "BE", "be", "België", "BELGIË", "Belgique", "belgium", "Belgien", "B"] {
            assert!(is_belgium(country), "{country}");
        }
        for country in ["NL", "Nederland", "Luxembourg", "Belize", "-"] {
            assert!(!is_belgium(country), "{country}");
        }
    }

    #[test]
    fn four_digits_from_1000_on() {
        for code in ["1000", "9000", "9999"] {
            assert!(is_belgian(code), "{code}");
        }
        for code in ["0999", "900", "90000", "B-9000", "900O", "", "９０００", "12é"] {
            assert!(!is_belgian(code), "{code}");
        }
    }

    #[test]
    fn the_sign_of_the_country_is_taken_away() {
        for text in ["B-9000", "BE-9000", "be 9000", "9 000", "9.000", "B9000"] {
            assert_eq!(repaired(text).as_deref(), Some("9000"), "{text}");
        }
        for text in ["9000", "F-9000", "B-0999", "9000 Gent", "", "é9000", "90 00 1"] {
            assert_eq!(repaired(text), None, "{text}");
        }
    }
}
