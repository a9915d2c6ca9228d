//! Keys under which two descriptions of a person are recognised as the same person.

use jiff::civil::Date;

use crate::domain::customer::Values;
use crate::domain::field::Field;
use crate::domain::fold::{fold, fold_into};
use crate::domain::national_number::NationalNumber;
use crate::domain::postal_code::is_belgian;

/// The keys of one customer or row, as numbers. 0 stands for "not known".
///
/// Numbers of the register are kept as they are; texts are hashed (FNV-1a, stable, since keys are
/// stored) after folding. Equal keys of texts name a candidate, which is then compared in full.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct MatchKeys {
    /// The national number.
    pub national: u64,
    /// The partner's national number.
    pub partner: u64,
    /// The client code, folded.
    pub code: u64,
    /// The e-mail address, folded.
    pub email: u64,
    /// The name, family name first, folded.
    pub name: u64,
    /// Street, house number, box and postal code, folded, however they are punctuated and whether they
    /// stand in one cell or in four. Not known without a street: a town tells nobody apart.
    pub address: u64,
}

impl MatchKeys {
    /// How many bytes [`Self::to_bytes`] gives.
    pub const BYTES: usize = 48;

    /// The keys of these values.
    #[must_use]
    pub fn of(values: &Values) -> Self {
        let number = |field| values.get(field).and_then(|text| text.parse().ok()).unwrap_or(0);
        let hash = |fields: &[Field]| {
            let mut folded = String::new();
            for &field in fields {
                fold_into(values.text(field), &mut folded);
                folded.push('\u{1f}');
            }
            if folded.bytes().all(|byte| byte == 0x1f) { 0 } else { fnv(folded.as_bytes()) }
        };
        Self {
            national: number(Field::NationalNumber),
            partner: number(Field::SpouseNationalNumber),
            code: hash(&[Field::ClientCode]),
            email: hash(&[Field::Email]),
            name: hash(&[Field::LastName, Field::FirstName]),
            address: address(values),
        }
    }

    /// The keys in their stored form: six little-endian numbers.
    #[must_use]
    pub fn to_bytes(self) -> [u8; Self::BYTES] {
        let mut bytes = [0; Self::BYTES];
        let keys = [self.national, self.partner, self.code, self.email, self.name, self.address];
        for (slot, key) in bytes.chunks_exact_mut(8).zip(keys) {
            slot.copy_from_slice(&key.to_le_bytes());
        }
        bytes
    }

    /// The keys of their stored form.
    #[must_use]
    pub fn from_bytes(bytes: &[u8; Self::BYTES]) -> Self {
        let mut keys = bytes.chunks_exact(8).map(|slot| slot.iter().rev().fold(0, |key, &byte| key << 8 | u64::from(byte)));
        let mut next = || keys.next().unwrap_or(0);
        Self { national: next(), partner: next(), code: next(), email: next(), name: next(), address: next() }
    }
}

/// The key under which people of one e-mail address and name are found; 0 where either is not known.
#[must_use]
pub(crate) const fn email_and_name(keys: &MatchKeys) -> u64 {
    if keys.email == 0 || keys.name == 0 { 0 } else { both(keys.email, keys.name) }
}

/// The key under which people who share an address and an e-mail address are found; 0 where either is
/// not known.
#[must_use]
pub(crate) const fn household(keys: &MatchKeys) -> u64 {
    if keys.email == 0 || keys.address == 0 { 0 } else { both(keys.email, keys.address) }
}

/// The key under which people of one name and birth date are found; 0 where either is not known.
#[must_use]
pub(super) fn name_and_birth(keys: &MatchKeys) -> u64 {
    let born = if keys.name == 0 { None } else { birth(keys.national) };
    born.map_or(0, |born| {
        both(keys.name, fnv(&[born.year().to_le_bytes(), [born.month().cast_unsigned(), born.day().cast_unsigned()]].concat()))
    })
}

/// The birth date that a national number tells; none for 0 and where it tells none.
#[must_use]
pub(super) fn birth(number: u64) -> Option<Date> {
    // Birth dates are read off a stored number whatever the day is.
    NationalNumber::of_stored(number).ok()?.birth_date()
}

const fn both(one: u64, other: u64) -> u64 {
    let mixed = one.rotate_left(17) ^ other;
    if mixed == 0 { 1 } else { mixed }
}

/// Words that say that a box follows.
const BOX_WORDS: [&str; 7] = ["bus", "bte", "boite", "box", "bt", "b", "postbus"];

fn address(values: &Values) -> u64 {
    let mut line = String::new();
    let mut add = |text: &str| {
        for word in fold(text).split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty()) {
            line.push_str(word);
            line.push(' ');
        }
    };
    if values.get(Field::Street).is_some() {
        [Field::Street, Field::HouseNumber].iter().for_each(|part| add(values.text(*part)));
        add(without_box_word(&fold(values.text(Field::Box))));
        add(values.text(Field::PostalCode));
    } else {
        add(values.text(Field::Address));
        line = up_to_postal_code(&line);
    }
    if line.is_empty() { 0 } else { fnv(line.as_bytes()) }
}

fn without_box_word(unit: &str) -> &str {
    let known = |word: &&str| unit.strip_prefix(*word).is_some_and(|rest| rest.starts_with([' ', '.', ':']));
    BOX_WORDS.iter().find(|word| known(word)).map_or(unit, |word| unit.get(word.len()..).unwrap_or(unit))
}

/// An address in one cell without the words that say "box", and without the town behind the postal code.
/// Nothing where it begins with the postal code: then there is no street.
fn up_to_postal_code(line: &str) -> String {
    let words: Vec<&str> = line.split(' ').filter(|word| !word.is_empty()).collect();
    let end = words.iter().rposition(|word| is_belgian(word)).map_or(words.len(), |at| if at == 0 { 0 } else { at + 1 });
    // The first word is the street's, whatever it reads like.
    let is_box_word = |at: usize, word: &str| at > 0 && BOX_WORDS.contains(&word);
    let kept = words.iter().take(end).enumerate().filter(|(at, word)| !is_box_word(*at, word));
    kept.flat_map(|(_, word)| [word, " "]).collect()
}

/// FNV-1a, 64 bits, never 0.
fn fnv(bytes: &[u8]) -> u64 {
    let hash = bytes.iter().fold(0xcbf2_9ce4_8422_2325_u64, |hash, &byte| (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3));
    hash.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_fold_what_a_person_calls_the_same() {
        let keys = |last: &str, email: &str| {
            MatchKeys::of(&[(Field::FirstName, "Élise"), (Field::LastName, last), (Field::Email, email)].into_iter().collect())
        };
        assert_eq!(keys("Van den Berg", "A@example.com"), keys("VAN DEN  BERG", "a@Example.com"));
        assert_ne!(keys("Vandenberg", "").name, keys("Van den Berg", "").name);
        assert_eq!(keys("x", "").email, 0);
    }

    fn address_of(fields: &[(Field, &str)]) -> u64 {
        MatchKeys::of(&fields.iter().copied().collect()).address
    }

    #[test]
    fn one_address_has_one_key_however_it_is_written() {
        let parts = |street, number, unit, code| {
            address_of(&[(Field::Street, street), (Field::HouseNumber, number), (Field::Box, unit), (Field::PostalCode, code)])
        };
        let key = parts("Sint-Jansstraat", "12", "3", "9000");
        assert_ne!(key, 0);
        for (street, number, unit, code) in [
            ("SINT JANSSTRAAT", "12", "3", "9000"),
            ("Sint-Jansstraat", "12", "bus 3", "9000"),
            ("Sint-Jansstraat", "12", "Bte. 3", "9000"),
            ("Sint-Jansstraat", "12/3", "", "9000"),
        ] {
            assert_eq!(parts(street, number, unit, code), key, "{street} {number} {unit} {code}");
        }
        for whole in ["Sint Jansstraat 12/3 9000 Gent", "Sint-Jansstraat 12, bus 3 - 9000 GENT (België)", "sint-jansstraat 12 b 3, 9000"] {
            assert_eq!(address_of(&[(Field::Address, whole)]), key, "{whole}");
        }
        for (street, number, unit, code) in
            [("Sint-Jansstraat", "12", "4", "9000"), ("Sint-Jansstraat", "12", "3", "9050"), ("Sint-Jansstraat", "123", "", "9000")]
        {
            assert_ne!(parts(street, number, unit, code), key, "{street} {number} {unit} {code}");
        }
    }

    #[test]
    fn without_a_street_there_is_no_address() {
        assert_eq!(address_of(&[(Field::PostalCode, "9000"), (Field::HouseNumber, "1"), (Field::City, "Gent")]), 0);
        assert_eq!(address_of(&[(Field::Address, " - ")]), 0);
        assert_eq!(address_of(&[(Field::Address, "9000 Gent")]), 0);
    }

    #[test]
    fn a_birth_date_is_read_off_register_and_bis_numbers_alike() {
        let born = jiff::civil::date(1985, 7, 30);
        assert_eq!(birth(85_073_003_328), Some(born));
        assert_eq!(birth(NationalNumber::parse_stored("01020300566").map(|_| 1_020_300_566).unwrap()), Some(jiff::civil::date(2001, 2, 3)));
        assert_eq!(birth(98_472_899_765), Some(jiff::civil::date(1998, 7, 28)), "BIS");
        for tells_nothing in [0, 40_000_095_381, 85_073_003_329, 100_000_000_000 + 85_073_003_328, u64::MAX] {
            assert_eq!(birth(tells_nothing), None, "{tells_nothing}");
        }
    }

    #[test]
    fn keys_survive_their_stored_form() {
        let keys = MatchKeys { national: 85_073_003_328, partner: 2, code: u64::MAX, email: 4, name: 5, address: 6 };
        assert_eq!(MatchKeys::from_bytes(&keys.to_bytes()), keys);
    }
}
