//! Keys under which two descriptions of a person are recognised as the same person.

use crate::domain::customer::Values;
use crate::domain::field::Field;
use crate::domain::fold::fold_into;

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
    /// The address, folded.
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
            address: hash(&[Field::Street, Field::HouseNumber, Field::Box, Field::PostalCode, Field::Address]),
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

    #[test]
    fn keys_survive_their_stored_form() {
        let keys = MatchKeys { national: 85_073_003_328, partner: 2, code: u64::MAX, email: 4, name: 5, address: 6 };
        assert_eq!(MatchKeys::from_bytes(&keys.to_bytes()), keys);
    }
}
