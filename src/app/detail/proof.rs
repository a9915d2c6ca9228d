//! Why a national number is right, and what it tells: shown beside the number so that it can be believed.

use crate::app::desk::Sight;
use crate::domain::national_number::{NationalNumber, NationalNumberKind};

/// The check digits, then birth date and sex or why they are not told. The sum itself holds the
/// number, so it is shown only where numbers are.
#[must_use]
pub fn proof(number: &str, sight: Sight) -> Vec<String> {
    let Ok(number) = NationalNumber::parse_stored(number) else { return Vec::new() };
    let words = sight.words();
    let check = number.check();
    let mut lines = Vec::new();
    lines.push(if sight.shows_numbers {
        let two = if check.two_in_front { "2" } else { "" };
        format!("97 - ({two}{:09} mod 97) = {:02}  {}", check.first_nine, check.check_digits, words.detail.check_digits_right)
    } else {
        words.detail.check_digits_right.to_owned()
    });
    let born = match check.birth_date {
        Ok(date) => (words.detail.born)(&date.strftime("%d/%m/%Y").to_string()),
        Err(_) => words.detail.no_birth_date.to_owned(),
    };
    let sex = match check.sex {
        Ok(sex) => (words.sex)(sex).to_owned(),
        Err(_) => words.detail.no_sex.to_owned(),
    };
    let kind = match number.kind() {
        NationalNumberKind::Register => "",
        NationalNumberKind::Bis => "  (BIS)",
    };
    lines.push(format!("{born}, {sex}{kind}"));
    lines
}

/// The same in one line, for a suggestion.
#[must_use]
pub fn short(number: &str, sight: Sight) -> Option<String> {
    let masked = Sight { shows_numbers: false, ..sight };
    let lines = proof(number, masked);
    (!lines.is_empty()).then(|| lines.join(", "))
}
