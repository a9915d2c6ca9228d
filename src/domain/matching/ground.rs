//! Why a row and a stored customer are held to be the same, and how sure that is.

use serde::{Deserialize, Serialize};

/// How sure it is that a row and a stored customer are the same person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum Certainty {
    /// Might be; a person has to look.
    Unsure,
    /// Most likely; can be settled by a rule.
    Likely,
    /// The same.
    Sure,
}

impl Certainty {
    /// The word in `--json`: `SURE`, `LIKELY`, `UNSURE`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Sure => "SURE",
            Self::Likely => "LIKELY",
            Self::Unsure => "UNSURE",
        }
    }
}

/// Why a row and a stored customer are held to be the same, weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ground {
    /// The row's main filer is the partner of the stored customer, who is not the row's partner.
    Separation,
    /// The row's partner is a stored customer of their own.
    Marriage,
    /// Nearly the same name at the same address.
    NearNameAndAddress,
    /// The same name and birth date, under another national number.
    NameAndBirthDate,
    /// The same e-mail address and name, where one side has no national number.
    EmailAndName,
    /// Main filer and partner have changed places.
    ChangedPlaces,
    /// The same client code under different national numbers: a conflict.
    ClientCodeOtherNumber,
    /// The same client code.
    ClientCode,
    /// The same national number, and the row's partner is another stored customer: a marriage.
    NationalNumberAndMarriage,
    /// The same national number.
    NationalNumber,
}

impl Ground {
    /// Every ground, weakest first.
    pub const ALL: [Self; 10] = [
        Self::Separation,
        Self::Marriage,
        Self::NearNameAndAddress,
        Self::NameAndBirthDate,
        Self::EmailAndName,
        Self::ChangedPlaces,
        Self::ClientCodeOtherNumber,
        Self::ClientCode,
        Self::NationalNumberAndMarriage,
        Self::NationalNumber,
    ];

    /// The word in `--json`, such as `national-number`. Stable.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::NearNameAndAddress => "near-name-and-address",
            Self::NameAndBirthDate => "name-and-birth-date",
            Self::EmailAndName => "email-and-name",
            Self::Separation => "separation",
            Self::Marriage => "marriage",
            Self::ChangedPlaces => "changed-places",
            Self::ClientCodeOtherNumber => "client-code-other-number",
            Self::ClientCode => "client-code",
            Self::NationalNumberAndMarriage => "national-number-and-marriage",
            Self::NationalNumber => "national-number",
        }
    }

    /// How sure the ground makes it.
    #[must_use]
    pub const fn certainty(self) -> Certainty {
        match self {
            Self::NationalNumber | Self::ClientCode => Certainty::Sure,
            Self::EmailAndName => Certainty::Likely,
            Self::NearNameAndAddress
            | Self::NameAndBirthDate
            | Self::Separation
            | Self::Marriage
            | Self::ChangedPlaces
            | Self::ClientCodeOtherNumber
            | Self::NationalNumberAndMarriage => Certainty::Unsure,
        }
    }

    /// How strong the claim of a row on the customer is; equal strengths make both unsure.
    #[must_use]
    pub const fn strength(self) -> u8 {
        match self {
            Self::NationalNumber | Self::NationalNumberAndMarriage => 5,
            Self::ClientCode | Self::ClientCodeOtherNumber => 4,
            Self::ChangedPlaces => 3,
            Self::EmailAndName => 2,
            Self::NameAndBirthDate | Self::NearNameAndAddress | Self::Marriage | Self::Separation => 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grounds_are_listed_weakest_first_and_their_words_are_their_serde_names() {
        assert!(Ground::ALL.is_sorted());
        assert!(Ground::ALL.is_sorted_by_key(|ground| ground.strength()));
        for ground in Ground::ALL {
            assert_eq!(serde_json::to_string(&ground).ok(), Some(format!("\"{}\"", ground.word())));
        }
    }
}
