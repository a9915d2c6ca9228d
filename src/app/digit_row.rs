//! Digits by the unshifted row of a Belgian or French keyboard, in fields where only a number can stand.

use super::key::Key;
use crate::domain::field::Field;

/// What else than digits can stand in such a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    /// Nothing that is on that row: a count of mails, of days; an enterprise number, with `BE` before it or not. A hyphen is the 6
    /// of a French keyboard.
    Count,
    /// A sign before it, or a stroke for cents: amounts and numbers that are answers. A hyphen behind a digit is a 6.
    Signed,
    /// Hyphens between its parts: dates and national numbers. A hyphen is a hyphen.
    Parted,
    /// Hyphens, a bracket that begins it, and the `(0)` behind the code of a country: telephone numbers. A hyphen is a hyphen.
    Dialled,
    /// Letters anywhere and hyphens, but none with an accent: postal codes (`SW1A 1AA`, `B-9000`) and accounts (`BE68…`).
    Coded,
    /// Letters and words behind it, a hyphen between two: house numbers (`12A`, `12-14`, `12 à 14`).
    House,
}

impl Number {
    /// Every kind.
    pub const ALL: [Self; 6] = [Self::Count, Self::Signed, Self::Parted, Self::Dialled, Self::Coded, Self::House];

    /// What can stand in a field of a customer; none where it is text, or chosen from a list. Each field is judged here.
    #[must_use]
    pub const fn of(field: Field) -> Option<Self> {
        Some(match field {
            Field::Mobile | Field::SpouseMobile => Self::Dialled,
            Field::NationalNumber | Field::SpouseNationalNumber | Field::Deadline => Self::Parted,
            Field::EnterpriseNumber | Field::SpouseEnterpriseNumber => Self::Count,
            Field::PostalCode => Self::Coded,
            Field::HouseNumber => Self::House,
            // A box is as often a floor in words, `2e étage`; a code of a customer is whatever the office made up.
            Field::Person
            | Field::FirstName
            | Field::LastName
            | Field::Email
            | Field::Street
            | Field::Box
            | Field::City
            | Field::Country
            | Field::ExtraPb
            | Field::Labels
            | Field::Language
            | Field::ClientCode
            | Field::Responsible
            | Field::Address
            | Field::Company
            | Field::SendInvitation
            | Field::LoopVariable
            | Field::LoopPlaceholder
            | Field::SpouseFirstName
            | Field::SpouseLastName
            | Field::SpouseEmail => return None,
        })
    }

    /// Whether a character is what it is, behind what is typed before it.
    fn keeps(self, before: &str, character: char) -> bool {
        let is_hyphen = character == '-';
        // `néant` and `15 août` are answers too.
        let is_worded = before.chars().any(char::is_alphabetic);
        match self {
            Self::Count => false,
            Self::Signed => is_worded || (is_hyphen && !before.ends_with(|sign: char| sign.is_ascii_digit())),
            Self::Parted => is_worded || is_hyphen,
            Self::Dialled => is_worded || is_hyphen || (character == '(' && before.trim().is_empty()),
            Self::Coded => is_hyphen,
            Self::House => is_hyphen || before.contains(|sign: char| !sign.is_ascii_digit() && !matches!(sign, '-' | '/' | '.')),
        }
    }

    /// Whether a key closes a bracket that was taken for the 5 on its key: nothing else comes behind `50` in a telephone number.
    #[must_use]
    pub fn closes_zero(self, before: &str, key: Key) -> bool {
        self == Self::Dialled && key == Key::Char(')') && before.ends_with("50") && !before.contains('(')
    }
}

/// The digit that a key gives: itself, or what stands on its key on the unshifted row of a Belgian or French keyboard.
#[must_use]
pub const fn digit(character: char) -> Option<char> {
    Some(match character {
        '0'..='9' => character,
        '&' => '1',
        'é' => '2',
        '"' => '3',
        '\'' => '4',
        '(' => '5',
        // The Belgian keyboard has the paragraph there, the French a hyphen.
        '§' | '-' => '6',
        'è' => '7',
        '!' | '_' => '8',
        'ç' => '9',
        'à' => '0',
        _ => return None,
    })
}

/// The key that is meant in a field where only a number can stand, behind what is typed before it.
#[must_use]
pub fn meant(number: Number, before: &str, key: Key) -> Key {
    let Key::Char(character) = key else { return key };
    if number.keeps(before, character) { key } else { digit(character).map_or(key, Key::Char) }
}

#[cfg(test)]
mod tests;
