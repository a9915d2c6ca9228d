//! Numbers of a workbook that stand for a row of digits: national numbers, telephone numbers, codes.

use std::borrow::Cow;

/// More digits than any number of the trade has; what a bigger exponent says is not spelt out.
const LONGEST: i64 = 40;

/// The digits of the whole number that a number cell's text stands for: `85073003328`, also written
/// `85073003328.0` or `8.5073003328e10`. Zeros that a format put in front are kept. None for
/// fractions, negative numbers, more than 40 digits, and what is no number.
#[must_use]
pub fn whole_digits(text: &str) -> Option<Cow<'_, str>> {
    if !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(Cow::Borrowed(text));
    }
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i64>().ok()?),
        None => (text, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let mut digits = format!("{whole}{fraction}");
    if whole.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let point = i64::try_from(whole.len()).ok()?.checked_add(exponent).filter(|point| (1..=LONGEST).contains(point))?;
    let point = usize::try_from(point).ok()?;
    if digits.bytes().skip(point).any(|digit| digit != b'0') {
        return None;
    }
    digits.truncate(point);
    while digits.len() < point {
        digits.push('0');
    }
    Some(Cow::Owned(digits))
}

/// Whether a text is a number in scientific notation, such as `8.5073E+10` or, as a Belgian Excel
/// shows it, `8,5073E+10`: what a sheet saved as text keeps of a long number.
#[must_use]
pub fn is_scientific(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once(['e', 'E']) else { return false };
    let all_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = mantissa.split_once(['.', ',']).unwrap_or((mantissa, "0"));
    let exponent = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
    all_digits(whole.strip_prefix('-').unwrap_or(whole)) && all_digits(fraction) && all_digits(exponent)
}

/// The text without decimals that say nothing: `85073003328.0` as some programs write whole numbers.
#[must_use]
pub fn without_decimal_zeros(text: &str) -> &str {
    match text.split_once(['.', ',']) {
        Some((whole, zeros))
            if !zeros.is_empty()
                && zeros.bytes().all(|byte| byte == b'0')
                && !whole.is_empty()
                && whole.bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            whole
        }
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_are_spelt_out() {
        for (text, digits) in [
            ("85073003328", "85073003328"),
            ("85073003328.0", "85073003328"),
            ("8.5073003328e10", "85073003328"),
            ("8.5073003328E+10", "85073003328"),
            ("85073e6", "85073000000"),
            ("850730033280e-1", "85073003328"),
            ("00000000012", "00000000012"),
            ("0", "0"),
        ] {
            assert_eq!(whole_digits(text).as_deref(), Some(digits), "{text}");
        }
    }

    #[test]
    fn what_is_no_whole_number_is_not() {
        for text in
            ["85073003328.5", "-5", "8.5073003328e9", "1e-3", "1e99999999999999999999", "1e41", "NaN", "", "e5", ".5", "true", "1.2.3"]
        {
            assert_eq!(whole_digits(text), None, "{text}");
        }
    }

    #[test]
    fn scientific_notation_is_known_with_point_and_comma() {
        for text in ["8.5073E+10", "8,5073E+10", "8E10", "8.5073e10", "-8.5E-3"] {
            assert!(is_scientific(text), "{text}");
        }
        for text in ["85073003328", "E10", "8.E10", "8E", "8E+", "Emile", "12e straat", "8.5.0E10"] {
            assert!(!is_scientific(text), "{text}");
        }
    }

    #[test]
    fn decimals_that_say_nothing_go() {
        assert_eq!(without_decimal_zeros("4010151164.0"), "4010151164");
        assert_eq!(without_decimal_zeros("4010151164,00"), "4010151164");
        for text in ["85.07.30", "1.5", ".0", "1.", "85.073.000"] {
            assert_eq!(without_decimal_zeros(text), text);
        }
    }
}
