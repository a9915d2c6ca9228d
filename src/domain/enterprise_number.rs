//! Enterprise numbers of the Crossroads Bank for Enterprises: 10 digits, the last two of them check digits.

use super::finding::Rule;

/// An enterprise number that has passed every rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EnterpriseNumber(u64);

/// Why a text is no enterprise number. The rules are asked in this order; the first broken one is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum EnterpriseNumberFault {
    /// Something else than the digits 0 to 9.
    #[error("holds something else than digits")]
    NotDigits,
    /// Not 10 digits.
    #[error("has not 10 digits")]
    Length,
    /// Begins with another digit than 0 or 1.
    #[error("begins with another digit than 0 or 1")]
    FirstDigit,
    /// The last two are not 97 − (first eight mod 97).
    #[error("has wrong check digits")]
    CheckDigits,
}

impl EnterpriseNumberFault {
    /// The rule that the fault breaks.
    #[must_use]
    pub const fn rule(self) -> Rule {
        match self {
            Self::NotDigits => Rule::EnterpriseNumberNotDigits,
            Self::Length => Rule::EnterpriseNumberLength,
            Self::FirstDigit => Rule::EnterpriseNumberFirstDigit,
            Self::CheckDigits => Rule::EnterpriseNumberCheckDigits,
        }
    }
}

impl EnterpriseNumber {
    /// How many digits an enterprise number has.
    pub const DIGITS: usize = 10;

    /// Reads a number as it has to be written: 10 digits and nothing else.
    ///
    /// # Errors
    /// The first broken rule, in the order of [`EnterpriseNumberFault`].
    pub fn parse(text: &str) -> Result<Self, EnterpriseNumberFault> {
        if text.bytes().any(|byte| !byte.is_ascii_digit()) {
            return Err(EnterpriseNumberFault::NotDigits);
        }
        if text.len() != Self::DIGITS {
            return Err(EnterpriseNumberFault::Length);
        }
        if !text.starts_with(['0', '1']) {
            return Err(EnterpriseNumberFault::FirstDigit);
        }
        let number = text.bytes().fold(0, |number, digit| number * 10 + u64::from(digit - b'0'));
        if 97 - number / 100 % 97 == number % 100 { Ok(Self(number)) } else { Err(EnterpriseNumberFault::CheckDigits) }
    }
}

impl std::fmt::Display for EnterpriseNumber {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{:010}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn real_enterprises_are_let_in() {
        for text in ["0403019261", "0428759497", "0417497106", "0566988259", "1000000021"] {
            assert_eq!(EnterpriseNumber::parse(text).map(|number| number.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn a_wrong_number_is_told_the_very_reason() {
        use EnterpriseNumberFault::{CheckDigits, FirstDigit, Length, NotDigits};
        for (text, fault) in [
            ("0431150351", CheckDigits),
            ("0000000000", CheckDigits),
            ("2000021323", FirstDigit),
            ("403019261", Length),
            ("00403019261", Length),
            ("", Length),
            ("BE0403019261", NotDigits),
            ("0403.019.261", NotDigits),
            ("04030192６1", NotDigits),
        ] {
            assert_eq!(EnterpriseNumber::parse(text), Err(fault), "{text}");
        }
    }

    proptest! {
        #[test]
        fn exactly_one_pair_of_check_digits_fits(first_eight in 0_u64..20_000_000) {
            let fitting: Vec<String> =
                (0..100).map(|check| format!("{first_eight:08}{check:02}")).filter(|text| EnterpriseNumber::parse(text).is_ok()).collect();
            prop_assert_eq!(fitting.len(), 1);
            prop_assert_eq!(&EnterpriseNumber::parse(&fitting[0]).unwrap().to_string(), &fitting[0]);
        }
    }
}
