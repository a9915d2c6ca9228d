//! A stored customer as bytes: a version byte, the match keys, the values.
//!
//! The keys stand in front at fixed places, so that building the match index of a store decodes
//! nothing else; the values are decoded when a customer is shown.

use serde::de::{Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize};

use super::customer::{Customer, Values};
use super::field::Field;
use super::matching::MatchKeys;

/// Version of the record format that this program writes. A newer one is refused.
pub const FORMAT: u8 = 1;

/// Bytes that are no record of a format this program knows.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadRecord {
    /// Too short to hold a version and keys.
    #[error("the record is cut short")]
    Short,
    /// Written by a newer program.
    #[error("the record has format {found}; this program reads up to {FORMAT}")]
    Newer {
        /// The version byte found.
        found: u8,
    },
    /// The values are not what the version byte promises.
    #[error("the record's values cannot be read: {0}")]
    Values(String),
}

/// The bytes of a customer.
///
/// # Errors
/// [`BadRecord::Values`] should the values not encode.
pub fn encode(customer: &Customer) -> Result<Vec<u8>, BadRecord> {
    encode_version(&customer.values, customer.row)
}

/// The bytes of a customer with these values, of that row of a workbook.
///
/// # Errors
/// As [`encode`].
pub fn encode_version(values: &Values, row: Option<u32>) -> Result<Vec<u8>, BadRecord> {
    let mut bytes = Vec::with_capacity(1_024);
    bytes.push(FORMAT);
    bytes.extend_from_slice(&MatchKeys::of(values).to_bytes());
    rmp_serde::encode::write_named(&mut bytes, &Version { values, row }).map_err(|error| BadRecord::Values(error.to_string()))?;
    Ok(bytes)
}

/// The shape of [`Customer`], of values that are somebody else's.
#[derive(Serialize)]
struct Version<'a> {
    values: &'a Values,
    row: Option<u32>,
}

/// The match keys of an encoded customer.
///
/// # Errors
/// [`BadRecord`] where the bytes are cut short or newer.
pub fn keys(bytes: &[u8]) -> Result<MatchKeys, BadRecord> {
    check_version(bytes)?;
    bytes
        .get(1..=MatchKeys::BYTES)
        .and_then(|keys| <&[u8; MatchKeys::BYTES]>::try_from(keys).ok())
        .map(MatchKeys::from_bytes)
        .ok_or(BadRecord::Short)
}

/// The customer of an encoded record.
///
/// # Errors
/// [`BadRecord`] where the bytes are cut short, newer or damaged.
pub fn decode(bytes: &[u8]) -> Result<Customer, BadRecord> {
    check_version(bytes)?;
    let values = bytes.get(1 + MatchKeys::BYTES..).ok_or(BadRecord::Short)?;
    rmp_serde::from_slice(values).map_err(|error| BadRecord::Values(error.to_string()))
}

/// The filled fields of an encoded record as they lie in its bytes, in the order of the fields: many times
/// cheaper than [`decode`] where a hundred thousand records are looked through.
///
/// # Errors
/// As [`decode`].
pub fn borrowed(bytes: &[u8]) -> Result<Vec<(Field, &str)>, BadRecord> {
    check_version(bytes)?;
    let values = bytes.get(1 + MatchKeys::BYTES..).ok_or(BadRecord::Short)?;
    let seen: Borrowed<'_> = rmp_serde::from_slice(values).map_err(|error| BadRecord::Values(error.to_string()))?;
    Ok(seen.values.0)
}

/// The shape of [`Customer`], without what is not looked at.
#[derive(Deserialize)]
struct Borrowed<'a> {
    #[serde(borrow)]
    values: Pairs<'a>,
}

/// The pairs of a map, in its order.
struct Pairs<'a>(Vec<(Field, &'a str)>);

impl<'de: 'a, 'a> Deserialize<'de> for Pairs<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Seeing;
        impl<'de> Visitor<'de> for Seeing {
            type Value = Vec<(Field, &'de str)>;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("a map of fields and their values")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
                let mut pairs = Vec::with_capacity(map.size_hint().unwrap_or(0).min(64));
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(pairs)
            }
        }
        deserializer.deserialize_map(Seeing).map(Pairs)
    }
}

fn check_version(bytes: &[u8]) -> Result<(), BadRecord> {
    match bytes.first() {
        None => Err(BadRecord::Short),
        Some(&FORMAT) => Ok(()),
        Some(&found) => Err(BadRecord::Newer { found }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn customer() -> Customer {
        let values = [(Field::FirstName, "An"), (Field::LastName, "Janssens"), (Field::NationalNumber, "85073003328")];
        Customer { values: values.into_iter().collect(), row: Some(2) }
    }

    #[test]
    fn what_was_encoded_is_decoded_and_its_keys_are_in_front() {
        let bytes = encode(&customer()).unwrap();
        assert_eq!(decode(&bytes), Ok(customer()));
        assert_eq!(keys(&bytes), Ok(MatchKeys::of(&customer().values)));
        assert_eq!(bytes[1 + MatchKeys::BYTES..], rmp_serde::to_vec_named(&customer()).unwrap());
        assert_eq!(borrowed(&bytes).unwrap(), customer().values.iter().collect::<Vec<_>>());
    }

    #[test]
    fn newer_and_damaged_records_are_refused_by_name() {
        let mut bytes = encode(&customer()).unwrap();
        assert_eq!(decode(&bytes[..5]), Err(BadRecord::Short));
        assert!(matches!(decode(&bytes[..bytes.len() - 2]), Err(BadRecord::Values(_))));
        bytes[0] = FORMAT + 1;
        assert_eq!(keys(&bytes), Err(BadRecord::Newer { found: FORMAT + 1 }));
        assert_eq!(decode(&[]), Err(BadRecord::Short));
    }
}
