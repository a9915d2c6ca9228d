//! Taking apart an address that stands in one cell: `Kerkstraat 12A bus 3, 9000 Gent`.
//!
//! An address is taken apart only when every piece is told without doubt. A guess would tear a real
//! address; the cell as a whole is always kept.

use super::postal_code::{is_belgian, is_belgium};

/// The pieces of a Belgian address, as they stand in the cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AddressParts<'a> {
    /// The street.
    pub street: &'a str,
    /// The house number, with its letter: `12A`, `12 bis`, `12-14`.
    pub house_number: &'a str,
    /// The box behind `bus`, `bte`, `boîte`, `box` or `b`.
    pub mailbox: Option<&'a str>,
    /// The postal code: four digits.
    pub postal_code: &'a str,
    /// The city.
    pub city: &'a str,
    /// Belgium's name where it stands behind the city.
    pub country: Option<&'a str>,
}

const BOX_WORDS: [&str; 9] = ["bus", "bte", "boîte", "boite", "box", "b", "bt", "bte.", "b."];

/// A number behind one of these is a year in the name of a street.
const MONTHS: [&str; 24] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

/// Takes a [tidy](super::tidy::tidy) address apart: street, number, box if any, postal code, city, and
/// Belgium if named. None where anything is left over, missing or in doubt.
#[must_use]
pub fn take_apart(address: &str) -> Option<AddressParts<'_>> {
    let (before, postal_code, behind) = at_postal_code(address)?;
    let (city, country) = city_and_country(behind)?;
    let (rest, mailbox) = before_box(before);
    let (street, house_number) = number_in_front(rest).or_else(|| number_behind(rest))?;
    let second_box = street.split(' ').any(|word| word.len() > 2 && is_box_word(word));
    let is_street = street.chars().any(char::is_alphabetic) && !street.contains([',', ';', '|']) && !second_box;
    is_street.then_some(AddressParts { street, house_number, mailbox, postal_code, city, country })
}

/// Splits at the last word that is a postal code, if no digit stands behind it.
fn at_postal_code(address: &str) -> Option<(&str, &str, &str)> {
    let mut end = address.len();
    loop {
        let word_start = address.get(..end)?.rfind([' ', ',']).map_or(0, |at| at + 1);
        let word = address.get(word_start..end)?;
        if let Some(code) = postal_code_of(word) {
            return Some((trim_edge(address.get(..word_start)?), code, trim_edge(address.get(end..)?)));
        }
        if word.bytes().any(|byte| byte.is_ascii_digit()) {
            return None;
        }
        end = word_start.checked_sub(1)?;
    }
}

/// The code in `9000`, `B-9000` or `BE-9000`.
fn postal_code_of(word: &str) -> Option<&str> {
    let code = ["BE-", "B-"].iter().find_map(|country| word.strip_prefix(country)).unwrap_or(word);
    is_belgian(code).then_some(code)
}

/// The city, and Belgium's name where it follows behind a comma, a dash or in brackets.
fn city_and_country(text: &str) -> Option<(&str, Option<&str>)> {
    let (city, country) = match text.split_once(',').or_else(|| text.split_once(" - ")) {
        Some((city, country)) if is_belgium(country) => (trim_edge(city), Some(country.trim())),
        Some(_) => return None,
        None => (text, None),
    };
    // Two capitals and a word behind four digits are a Dutch postal code: "1012 AB Amsterdam".
    let first = city.split(' ').next().unwrap_or("");
    let dutch = first.len() == 2
        && first.len() < city.len()
        && first.bytes().all(|byte| byte.is_ascii_uppercase())
        && !matches!(first, "DE" | "LA" | "LE");
    let is_city = city.chars().next().is_some_and(char::is_alphabetic)
        && city.chars().all(|letter| letter.is_alphabetic() || matches!(letter, ' ' | '-' | '\'' | '\u{2019}' | '(' | ')' | '.' | '/'));
    (is_city && !dutch).then_some((city, country.filter(|country| !country.is_empty())))
}

/// Takes the box away: a box word and one word that is no box word, at the end.
fn before_box(text: &str) -> (&str, Option<&str>) {
    let none = (text, None);
    let Some((head, last)) = text.rsplit_once(' ') else { return none };
    let is_box = |value: &str| {
        (1..=6).contains(&value.len()) && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'/'))
    };
    let Some((before, word)) = head.rsplit_once(' ') else { return none };
    // "Laan b 3": without a house number in front, "b" is no box word but part of a name.
    let behind_number = before.trim_end_matches([',', ' ', '-']).rsplit(' ').next().is_some_and(starts_with_digit)
        || before.rsplit(' ').next().is_some_and(|letter| letter.len() == 1 && before.contains(|c: char| c.is_ascii_digit()));
    if is_box_word(word) && behind_number && is_box(last) { (trim_edge(before), Some(last)) } else { none }
}

fn is_box_word(word: &str) -> bool {
    BOX_WORDS.contains(&word.to_lowercase().as_str())
}

/// `Kerkstraat 12A`, `Rue Haute, 12`, `Kerkstraat 12 A`.
fn number_behind(text: &str) -> Option<(&str, &str)> {
    let (head, last) = text.rsplit_once([' ', ','])?;
    let (street, number) = if is_house_number(last) {
        (head, last)
    } else {
        let (street, number) = head.rsplit_once([' ', ','])?;
        if !is_suffix(last) || !is_house_number(number) || number.bytes().any(|byte| byte.is_ascii_alphabetic()) {
            return None;
        }
        (street, text.get(street.len() + 1..)?)
    };
    let street = trim_edge(street);
    let last_word = street.rsplit(' ').next()?;
    let year = number.len() == 4 && MONTHS.contains(&last_word.to_lowercase().as_str());
    (!is_house_number(last_word) && !year).then_some((street, number))
}

/// `12, Rue Haute`: the number in front is told by its comma.
fn number_in_front(text: &str) -> Option<(&str, &str)> {
    let (number, street) = text.split_once(',')?;
    let street = trim_edge(street);
    (is_house_number(number) && !street.contains(|character: char| character.is_ascii_digit())).then_some((street, number))
}

/// Up to four digits, perhaps a letter or two, `bis` or `ter`; or two such joined by a hyphen, slash or plus.
fn is_house_number(word: &str) -> bool {
    let is_single = |part: &str| {
        let digits = part.bytes().take_while(u8::is_ascii_digit).count();
        (1..=4).contains(&digits) && part.get(digits..).is_some_and(|suffix| suffix.is_empty() || is_suffix(suffix))
    };
    match word.split_once(['-', '/', '+']) {
        Some((from, to)) => is_single(from) && (is_single(to) || is_suffix(to)),
        None => is_single(word),
    }
}

/// What may stand behind the digits of a house number.
fn is_suffix(text: &str) -> bool {
    (1..=2).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphabetic())
        || ["bis", "ter"].iter().any(|word| word.eq_ignore_ascii_case(text))
}

fn starts_with_digit(word: &str) -> bool {
    word.bytes().next().is_some_and(|byte| byte.is_ascii_digit())
}

/// Without the commas, dashes and spaces that separate the pieces.
fn trim_edge(text: &str) -> &str {
    text.trim_matches([' ', ',', '-', '\u{2013}', ';'])
}

#[cfg(test)]
mod tests;
