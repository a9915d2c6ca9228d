//! National numbers and enterprise numbers that are valid, different from each other and nobody's.

use jiff::ToSpan as _;
use jiff::civil::{Date, date};

/// Sex, as the sequence of a national number tells it: odd for men, even for women.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sex {
    Man,
    Woman,
}

impl Sex {
    pub(crate) const fn other(self) -> Self {
        match self {
            Self::Man => Self::Woman,
            Self::Woman => Self::Man,
        }
    }
}

/// Sequences that each birthday has for main filers; sex decides which they are.
const FILER_SLOTS: u64 = 17;
/// Sequences that each birthday has for partners. 17 + 7 are the 24 odd ones from 951 to 997.
const PARTNER_SLOTS: u64 = 7;
/// As many rows as the birthdays from 1940 to 2004 have room for.
const ROOM_OF_USUAL_YEARS: u64 = 2 * FILER_SLOTS * 23_742;

/// Who is born when: gives every index a birthday and a sequence of its own.
pub(crate) struct Register {
    first: Date,
    days: u64,
    seed: u64,
}

/// The national numbers of one return.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Numbers {
    pub(crate) sex: Sex,
    pub(crate) born: Date,
    pub(crate) own: String,
    /// Of the partner, in a joint return: 7 of 17 returns.
    pub(crate) partner: Option<String>,
}

impl Register {
    /// Birthdays for that many rows: of working and retired people, or, for very many rows, of a century.
    pub(crate) fn for_rows(rows: u64, seed: u64) -> Self {
        let (first, last) =
            if rows <= ROOM_OF_USUAL_YEARS { (date(1940, 1, 1), date(2004, 12, 31)) } else { (date(1922, 1, 1), date(2007, 12, 31)) };
        let days = first.until(last).map_or(1, |span| span.get_days().unsigned_abs()).into();
        Self { first, days, seed }
    }

    /// The numbers of the return at that index. No two indexes below the number of rows share one,
    /// be it the filer's or the partner's.
    pub(crate) fn numbers(&self, index: u64, coin: bool) -> Numbers {
        // Each pair of indexes has a man and a woman; the coin, the same for both, says who is first.
        let sex = if index.is_multiple_of(2) == coin { Sex::Man } else { Sex::Woman };
        let key = self.seed ^ (sex as u64);
        let place = scatter(index / 2, self.days * FILER_SLOTS, key);
        let (day, slot) = (place % self.days, place / self.days);
        let born = self.day(day);
        let partner = (slot < PARTNER_SLOTS).then(|| {
            // Each slot has its own difference in age, from about four years younger to four older,
            // so that the partner's place is its own as well.
            let age = self.days + slot * 487 - 1461;
            national_number(self.day((day + age) % self.days), sequence(sex.other(), FILER_SLOTS + slot))
        });
        Numbers { sex, born, own: national_number(born, sequence(sex, slot)), partner }
    }

    fn day(&self, day: u64) -> Date {
        i64::try_from(day).map_or(self.first, |days| self.first.saturating_add(days.days()))
    }
}

/// Sends each number below `size` to another one below `size`, no two to the same one: multiplying by
/// an odd number and folding the upper half in are one to one among the numbers of so many bits, and
/// what lands past the end walks on until it is inside.
fn scatter(number: u64, size: u64, key: u64) -> u64 {
    let bits = u64::BITS - size.leading_zeros();
    let mask = (1 << bits) - 1;
    let mut number = number % size;
    loop {
        for round in 0..3_u64 {
            number = (number.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ key.rotate_right(21 * u32::try_from(round).unwrap_or(0))) & mask;
            number ^= number >> (bits / 2);
        }
        if number < size {
            return number;
        }
    }
}

const fn sequence(sex: Sex, slot: u64) -> u64 {
    match sex {
        Sex::Man => 951 + 2 * slot,
        Sex::Woman => 950 + 2 * slot,
    }
}

/// The number of somebody born on that day, with its check digits.
pub(crate) fn national_number(born: Date, sequence: u64) -> String {
    let nine = format!("{:02}{:02}{:02}{sequence:03}", born.year() % 100, born.month(), born.day());
    let century = if born.year() >= 2000 { 2_000_000_000 } else { 0 };
    let value = century + nine.parse::<u64>().unwrap_or(0);
    format!("{nine}{:02}", 97 - value % 97)
}

/// The enterprise number with these first eight digits, with its check digits.
pub(crate) fn enterprise_number(eight: u64) -> String {
    format!("{eight:08}{:02}", 97 - eight % 97)
}
