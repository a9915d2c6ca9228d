//! Numbers in answers.

use crate::app::digit_row::digit;

/// A number, if the text is one.
pub(super) fn number(text: &str) -> Option<usize> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    text.parse().ok().filter(|_| is_number)
}

/// The same where nothing but a number is meant: the unshifted row of a Belgian or French keyboard gives its digits.
pub(super) fn counted(text: &str) -> Option<usize> {
    let digits: Option<String> = text.chars().map(digit).collect();
    number(&digits?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_digits_are_a_number() {
        assert_eq!(
            ["17", "0", "1 7", "+3", "", "à", "99999999999999999999999"].map(number),
            [Some(17), Some(0), None, None, None, None, None]
        );
    }

    #[test]
    fn an_unshifted_row_is_one_where_nothing_else_is_meant() {
        assert_eq!(["&è", "1è", "17", "été", "", "& è"].map(counted), [Some(17), Some(17), Some(17), None, None, None]);
    }
}
