//! A customer: the values of its fields in the one form in which they are stored and compared.

use serde::de::{Deserializer, MapAccess, Visitor};
use serde::{Deserialize, Serialize, Serializer};

use super::field::Field;

/// The number by which the store knows a customer. Given once, never reused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct CustomerId(pub u64);

impl std::fmt::Display for CustomerId {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "C{:05}", self.0)
    }
}

/// The filled fields of one customer or row, each in its canonical text: digits only for numbers,
/// `+32…` for mobiles, ISO dates, language codes, labels joined by commas without spaces.
///
/// Fields compare, differ, travel and are kept all alike; what a text means is asked of the
/// field's own type (`NationalNumber::parse` and its like). An empty value is no value.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Values(Vec<(Field, Box<str>)>);

impl Values {
    /// No field filled.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// The value of a field, if it is filled.
    #[must_use]
    pub fn get(&self, field: Field) -> Option<&str> {
        let at = self.0.binary_search_by_key(&field, |(known, _)| *known).ok()?;
        self.0.get(at).map(|(_, value)| value.as_ref())
    }

    /// The value of a field, or the empty text.
    #[must_use]
    pub fn text(&self, field: Field) -> &str {
        self.get(field).unwrap_or("")
    }

    /// Sets a field; an empty value clears it.
    pub fn set(&mut self, field: Field, value: impl Into<Box<str>>) {
        let value = value.into();
        match (self.0.binary_search_by_key(&field, |(known, _)| *known), value.is_empty()) {
            (Ok(at), true) => {
                self.0.remove(at);
            }
            (Ok(at), false) => {
                if let Some(slot) = self.0.get_mut(at) {
                    slot.1 = value;
                }
            }
            (Err(_), true) => {}
            (Err(at), false) => self.0.insert(at, (field, value)),
        }
    }

    /// The filled fields in the order of the templates.
    pub fn iter(&self) -> impl Iterator<Item = (Field, &str)> {
        self.0.iter().map(|(field, value)| (*field, value.as_ref()))
    }

    /// Family name, then first name, as lists show and sort them.
    #[must_use]
    pub fn full_name(&self) -> String {
        let (last, first) = (self.text(Field::LastName), self.text(Field::FirstName));
        match (last, first) {
            ("", name) | (name, "") => name.to_owned(),
            (last, first) => format!("{last} {first}"),
        }
    }

    /// Whether the customer or the partner has an enterprise number: their income is held to be specific.
    #[must_use]
    pub fn has_enterprise_number(&self) -> bool {
        self.get(Field::EnterpriseNumber).is_some() || self.get(Field::SpouseEnterpriseNumber).is_some()
    }

    /// Whether no field is filled.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// A map from each filled field to its text, in the order of the fields.
impl Serialize for Values {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.iter())
    }
}

impl<'de> Deserialize<'de> for Values {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Filling;
        impl<'de> Visitor<'de> for Filling {
            type Value = Values;

            fn expecting(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str("a map of fields and their values")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Values, A::Error> {
                let mut values = Values(Vec::with_capacity(map.size_hint().unwrap_or(0).min(Field::ALL.len())));
                while let Some((field, value)) = map.next_entry::<Field, Box<str>>()? {
                    values.set(field, value);
                }
                Ok(values)
            }
        }
        deserializer.deserialize_map(Filling)
    }
}

impl<T: Into<Box<str>>> FromIterator<(Field, T)> for Values {
    fn from_iter<I: IntoIterator<Item = (Field, T)>>(fields: I) -> Self {
        let mut values = Self::new();
        for (field, value) in fields {
            values.set(field, value);
        }
        values
    }
}

/// One version of a stored customer, as one commit left it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Customer {
    /// What is known of the customer.
    pub values: Values,
    /// The row of the workbook that this version came from; none when typed by hand.
    #[serde(default)]
    pub row: Option<u32>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_empty_value_is_no_value() {
        let mut values: Values = [(Field::City, "Gent"), (Field::FirstName, "An"), (Field::Email, "")].into_iter().collect();
        assert_eq!(values.iter().collect::<Vec<_>>(), [(Field::FirstName, "An"), (Field::City, "Gent")]);
        values.set(Field::City, "");
        assert_eq!(values.get(Field::City), None);
        values.set(Field::FirstName, "Ann");
        assert_eq!(values.text(Field::FirstName), "Ann");
    }

    #[test]
    fn values_are_written_as_a_map_in_the_order_of_the_fields_and_read_in_any() {
        let values: Values = [(Field::City, "Gent"), (Field::FirstName, "An")].into_iter().collect();
        let map: std::collections::BTreeMap<Field, String> = values.iter().map(|(field, value)| (field, value.to_owned())).collect();
        let bytes = rmp_serde::to_vec_named(&values).unwrap();
        assert_eq!(bytes, rmp_serde::to_vec_named(&map).unwrap());
        assert_eq!(rmp_serde::from_slice::<Values>(&bytes).unwrap(), values);
        let text = r#"{"city": "Aalst", "first_name": "An", "email": "", "city": "Gent"}"#;
        assert_eq!(serde_json::from_str::<Values>(text).unwrap(), values);
    }

    #[test]
    fn names_read_family_name_first() {
        let mut values: Values = [(Field::LastName, "Van den Berg"), (Field::FirstName, "Piet")].into_iter().collect();
        assert_eq!(values.full_name(), "Van den Berg Piet");
        values.set(Field::FirstName, "");
        assert_eq!(values.full_name(), "Van den Berg");
    }
}
