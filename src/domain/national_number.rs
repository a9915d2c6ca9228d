//! National numbers: 11 digits `YYMMDD SSS CC`, of the national register or BIS.
//!
//! The rules are those of the Royal Decree of 3 April 1984 (register) and of the Crossroads Bank
//! (BIS): check digits 97 − (first nine mod 97), with a 2 in front of the nine for births from 2000
//! on. Libraries refuse real people here (BIS numbers, counters that ran out), hence our own.

use jiff::civil::Date;

use super::finding::Rule;

/// A national number that has passed every rule, whether of the register or BIS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NationalNumber(u64);

/// Why a text is no national number. The rules are asked in this order; the first broken one is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum NationalNumberFault {
    /// Something else than the digits 0 to 9.
    #[error("holds something else than digits")]
    NotDigits,
    /// Not 11 digits.
    #[error("has not 11 digits")]
    Length,
    /// The check digits are those of neither century.
    #[error("has check digits that fit no century")]
    CheckDigits,
    /// A month other than 00–12 (register), 20–32 and 40–52 (BIS).
    #[error("has a month that does not exist")]
    Month,
    /// A day that the month does not have.
    #[error("has a day that its month does not have")]
    Day,
    /// A birth date after today.
    #[error("has a birth date in the future")]
    Future,
    /// Sequence 000 or 999.
    #[error("has a sequence that is never given")]
    Sequence,
}

impl NationalNumberFault {
    /// The rule that the fault breaks.
    #[must_use]
    pub const fn rule(self) -> Rule {
        match self {
            Self::NotDigits => Rule::NationalNumberNotDigits,
            Self::Length => Rule::NationalNumberLength,
            Self::CheckDigits => Rule::NationalNumberCheckDigits,
            Self::Month => Rule::NationalNumberMonth,
            Self::Day => Rule::NationalNumberDay,
            Self::Future => Rule::NationalNumberFuture,
            Self::Sequence => Rule::NationalNumberSequence,
        }
    }
}

/// Who gave the number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NationalNumberKind {
    /// The national register.
    Register,
    /// The Crossroads Bank, for people who are not in the register.
    Bis,
}

/// The sex that a number tells: odd sequences are men, even ones women.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sex {
    /// An odd sequence.
    Male,
    /// An even sequence.
    Female,
}

/// Why a number tells no birth date. Both also occur where a day's sequences ran out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NoBirthDate {
    /// The month is 00 (20, 40 for BIS): only the year is known; the day then only counts on.
    MonthUnknown,
    /// The day is 00: only year and month are known.
    DayUnknown,
}

/// Why a number tells no sex.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NoSex {
    /// A BIS number with 20 added to the month: the sex was not known when it was given.
    BisWithoutSex,
}

/// What a person needs to see that a number is right: `97 − (first nine mod 97) = check digits`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CheckProof {
    /// The first nine digits as a number, to be shown with its leading zeros.
    pub first_nine: u64,
    /// Whether a 2 was put in front of the nine: a birth from 2000 on.
    pub two_in_front: bool,
    /// What is left when the nine (with the 2, if any) are divided by 97: 0 to 96.
    pub remainder: u64,
    /// The check digits, 97 − remainder: 1 to 97, to be shown as two digits.
    pub check_digits: u64,
    /// The birth date, or why there is none to show.
    pub birth_date: Result<Date, NoBirthDate>,
    /// The sex, or why there is none to show.
    pub sex: Result<Sex, NoSex>,
}

impl NationalNumber {
    /// How many digits a national number has.
    pub const DIGITS: usize = 11;

    /// Reads a number as it has to be written: 11 digits and nothing else.
    ///
    /// # Errors
    /// The first broken rule, in the order of [`NationalNumberFault`]. A birth date after `today` is
    /// one; a number without a birth date is never in the future.
    pub fn parse(text: &str, today: Date) -> Result<Self, NationalNumberFault> {
        Self::of_digits(Self::eleven_digits(text)?, today)
    }

    fn of_digits(number: u64, today: Date) -> Result<Self, NationalNumberFault> {
        if !Self::check_digits_fit(number) {
            return Err(NationalNumberFault::CheckDigits);
        }
        let number = Self(number);
        let (month, _) = month_and_issuer(number.written_month()).ok_or(NationalNumberFault::Month)?;
        if month >= 1 && number.day() >= 1 {
            let born = number.calendar_date(month).ok_or(NationalNumberFault::Day)?;
            if born > today {
                return Err(NationalNumberFault::Future);
            }
        }
        match number.sequence() {
            1..=998 => Ok(number),
            _ => Err(NationalNumberFault::Sequence),
        }
    }

    /// Reads a number that was accepted earlier, whatever today's date is: the same rules without
    /// the one about the future.
    ///
    /// # Errors
    /// As [`Self::parse`], never [`NationalNumberFault::Future`].
    pub fn parse_stored(text: &str) -> Result<Self, NationalNumberFault> {
        Self::parse(text, Date::MAX)
    }

    /// The number that was accepted earlier and is kept without its leading zeros.
    ///
    /// # Errors
    /// As [`Self::parse_stored`].
    pub fn of_stored(number: u64) -> Result<Self, NationalNumberFault> {
        if number < 100_000_000_000 { Self::of_digits(number, Date::MAX) } else { Err(NationalNumberFault::Length) }
    }

    /// Whether the last two of 11 digits are the check digits of the first nine in either century.
    /// The two centuries never both fit: 2,000,000,000 is no multiple of 97.
    #[must_use]
    pub const fn check_digits_fit(eleven_digits: u64) -> bool {
        let (first_nine, check) = (eleven_digits / 100, eleven_digits % 100);
        check_digits(first_nine, false) == check || check_digits(first_nine, true) == check
    }

    /// Who gave the number.
    #[must_use]
    pub const fn kind(self) -> NationalNumberKind {
        match self.written_month() {
            0..=12 => NationalNumberKind::Register,
            _ => NationalNumberKind::Bis,
        }
    }

    /// The birth date; none where month or day are 00.
    #[must_use]
    pub fn birth_date(self) -> Option<Date> {
        self.birth().ok()
    }

    /// The sex; none for BIS numbers that were given without one.
    #[must_use]
    pub fn sex(self) -> Option<Sex> {
        self.told_sex().ok()
    }

    /// What shows that the number is right, and what it tells.
    #[must_use]
    pub fn check(self) -> CheckProof {
        let two_in_front = self.two_in_front();
        CheckProof {
            first_nine: self.first_nine(),
            two_in_front,
            remainder: 97 - check_digits(self.first_nine(), two_in_front),
            check_digits: self.0 % 100,
            birth_date: self.birth(),
            sex: self.told_sex(),
        }
    }

    fn eleven_digits(text: &str) -> Result<u64, NationalNumberFault> {
        if text.bytes().any(|byte| !byte.is_ascii_digit()) {
            return Err(NationalNumberFault::NotDigits);
        }
        if text.len() != Self::DIGITS {
            return Err(NationalNumberFault::Length);
        }
        Ok(text.bytes().fold(0, |number, digit| number * 10 + u64::from(digit - b'0')))
    }

    fn birth(self) -> Result<Date, NoBirthDate> {
        match month_and_issuer(self.written_month()) {
            Some((month, _)) if month >= 1 => self.calendar_date(month).ok_or(NoBirthDate::DayUnknown),
            _ => Err(NoBirthDate::MonthUnknown),
        }
    }

    fn told_sex(self) -> Result<Sex, NoSex> {
        match month_and_issuer(self.written_month()) {
            Some((_, Issuer::BisWithoutSex)) => Err(NoSex::BisWithoutSex),
            _ if self.sequence() % 2 == 1 => Ok(Sex::Male),
            _ => Ok(Sex::Female),
        }
    }

    /// The date of year, this month and day, if the calendar has it.
    fn calendar_date(self, month: u64) -> Option<Date> {
        let century = if self.two_in_front() { 2000 } else { 1900 };
        let year = i16::try_from(century + self.0 / 1_000_000_000).ok()?;
        Date::new(year, i8::try_from(month).ok()?, i8::try_from(self.day()).ok()?).ok()
    }

    const fn first_nine(self) -> u64 {
        self.0 / 100
    }

    const fn two_in_front(self) -> bool {
        check_digits(self.first_nine(), false) != self.0 % 100
    }

    const fn written_month(self) -> u64 {
        self.0 / 10_000_000 % 100
    }

    const fn day(self) -> u64 {
        self.0 / 100_000 % 100
    }

    const fn sequence(self) -> u64 {
        self.0 / 100 % 1000
    }
}

impl std::fmt::Display for NationalNumber {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{:011}", self.0)
    }
}

/// What the two digits of the month say beside the month.
#[derive(Clone, Copy)]
enum Issuer {
    Register,
    BisWithoutSex,
    BisWithSex,
}

/// The month (0 where unknown) and who gave the number, from the month as written.
const fn month_and_issuer(written: u64) -> Option<(u64, Issuer)> {
    match written {
        0..=12 => Some((written, Issuer::Register)),
        20..=32 => Some((written - 20, Issuer::BisWithoutSex)),
        40..=52 => Some((written - 40, Issuer::BisWithSex)),
        _ => None,
    }
}

/// The check digits, 1 to 97, of nine digits; with a 2 in front of them for births from 2000 on.
const fn check_digits(first_nine: u64, two_in_front: bool) -> u64 {
    let in_front = if two_in_front { 2_000_000_000 } else { 0 };
    97 - (in_front + first_nine) % 97
}

#[cfg(test)]
mod tests;
