//! How a row of a later workbook is known again.

use serde::{Deserialize, Serialize};

use crate::domain::matching::MatchKeys;

/// Which person a row is about, as far as the row itself says. Stored, so the variants and their
/// names stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PersonKey {
    /// The national number, as [`MatchKeys::national`] has it.
    National(u64),
    /// E-mail address and name together, as [`MatchKeys::email`] and [`MatchKeys::name`] have them.
    /// Neither says enough alone: families share the one, strangers the other.
    EmailAndName {
        /// The e-mail address.
        email: u64,
        /// The name.
        name: u64,
    },
}

impl PersonKey {
    /// The key of a row: its national number, or else its e-mail address and name. None where a row
    /// tells too little to be known again.
    #[must_use]
    pub const fn of(keys: &MatchKeys) -> Option<Self> {
        match *keys {
            MatchKeys { national: 0, email: 0, .. } | MatchKeys { national: 0, name: 0, .. } => None,
            MatchKeys { national: 0, email, name, .. } => Some(Self::EmailAndName { email, name }),
            MatchKeys { national, .. } => Some(Self::National(national)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::customer::Values;
    use crate::domain::field::Field;

    fn key(values: &[(Field, &str)]) -> Option<PersonKey> {
        PersonKey::of(&MatchKeys::of(&values.iter().copied().collect::<Values>()))
    }

    const NUMBER: (Field, &str) = (Field::NationalNumber, "85073003328");
    const FIRST: (Field, &str) = (Field::FirstName, "Élise");
    const LAST: (Field, &str) = (Field::LastName, "D'Hondt");
    const EMAIL: (Field, &str) = (Field::Email, "Elise@Example.be");

    #[test]
    fn a_national_number_is_enough_whatever_else_changes() {
        assert_eq!(key(&[NUMBER]), Some(PersonKey::National(85_073_003_328)));
        assert_eq!(key(&[NUMBER, FIRST, LAST, EMAIL]), key(&[NUMBER]));
    }

    #[test]
    fn without_one_it_takes_both_e_mail_and_name_however_they_are_written() {
        let plain = key(&[FIRST, LAST, EMAIL]);
        assert!(matches!(plain, Some(PersonKey::EmailAndName { .. })));
        assert_eq!(key(&[(Field::FirstName, "ELISE"), (Field::LastName, "d\u{2019}hondt"), (Field::Email, "elise@example.be")]), plain);
        assert_ne!(key(&[(Field::FirstName, "Anna"), LAST, EMAIL]), plain);
        assert_eq!([key(&[EMAIL]), key(&[FIRST, LAST]), key(&[])], [None; 3]);
    }

    #[test]
    fn the_stored_form_stays_as_it_is() {
        // The hashes too: a lesson of this season has to be found in the next one.
        let stored = serde_json::to_string(&[key(&[NUMBER]), key(&[FIRST, LAST, EMAIL])]).unwrap();
        assert_eq!(stored, r#"[{"national":85073003328},{"email_and_name":{"email":11766411037237082369,"name":686737095727897119}}]"#);
    }
}
