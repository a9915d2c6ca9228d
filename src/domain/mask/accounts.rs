//! International account numbers (IBAN, ISO 13616) in texts, masked for files that travel by mail.

use std::borrow::Cow;

use super::{GAP, sets_off};
use crate::domain::account_number::remainder;

/// Fewest and most signs of an account number, country and check digits included (Norway; the standard).
const FEWEST: usize = 15;
const MOST: usize = 34;
/// Signs that stay at each end: country and check digits, and what people know their account by.
const SEEN: usize = 4;

/// The text with every account number in it masked but for its first and last four signs: `BE68 **** **** 7034`. An account number
/// has right check digits, whatever spaces stand in it. A text without one comes back as it is; masking what is masked changes nothing.
#[must_use]
pub fn mask_accounts(text: &str) -> Cow<'_, str> {
    let mut masked: Option<Vec<u8>> = None;
    let mut from = 0;
    while let Some(places) = (from < text.len()).then(|| next(text, from)).flatten() {
        let bytes = masked.get_or_insert_with(|| text.as_bytes().to_vec());
        let hidden = places.get(SEEN..places.len().saturating_sub(SEEN)).unwrap_or_default();
        for &place in hidden {
            if let Some(byte) = bytes.get_mut(place) {
                *byte = b'*';
            }
        }
        from = places.last().map_or(text.len(), |last| last + 1);
    }
    match masked.map(String::from_utf8) {
        Some(Ok(masked)) => Cow::Owned(masked),
        Some(Err(_)) | None => Cow::Borrowed(text),
    }
}

/// The places of the signs of the first account number that begins at or behind a place.
fn next(text: &str, from: usize) -> Option<Vec<usize>> {
    let bytes = text.as_bytes();
    (from..bytes.len()).find_map(|start| {
        // In the middle of a word no number begins.
        let before = start.checked_sub(1).and_then(|before| bytes.get(before));
        let begins = bytes
            .get(start..start + SEEN)
            .is_some_and(|four| four.iter().take(2).all(u8::is_ascii_alphabetic) && four.iter().skip(2).all(u8::is_ascii_digit));
        if !begins || before.is_some_and(u8::is_ascii_alphanumeric) || ends_a_masked_one(bytes, start) {
            return None;
        }
        longest(text, start)
    })
}

/// Whether what is masked of a number stands right before a place: what is seen there is its end, and begins no other.
fn ends_a_masked_one(bytes: &[u8], start: usize) -> bool {
    let before = bytes.get(..start).unwrap_or_default().iter().rev();
    before.filter(|byte| !matches!(byte, b' ' | b'.' | b'-')).take_while(|byte| **byte == b'*').take(SEEN).count() == SEEN
}

/// The longest run of signs from a place, with what people put between groups, that has right check digits.
fn longest(text: &str, start: usize) -> Option<Vec<usize>> {
    let bytes = text.as_bytes();
    let mut places = Vec::with_capacity(MOST);
    let mut gap = 0;
    for (at, sign) in text.get(start..)?.char_indices() {
        if sign.is_ascii_alphanumeric() && places.len() < MOST {
            places.push(start + at);
            gap = 0;
        } else if sets_off(sign) && gap < GAP {
            gap += 1;
        } else {
            break;
        }
    }
    while places.len() >= FEWEST {
        let ends = places.last().and_then(|last| bytes.get(last + 1)).is_none_or(|byte| !byte.is_ascii_alphanumeric());
        if ends && is_right(bytes, &places) {
            return Some(places);
        }
        places.pop();
    }
    None
}

/// Whether the check digits of the signs at these places are right.
fn is_right(bytes: &[u8], places: &[usize]) -> bool {
    let (head, tail) = places.split_at(SEEN.min(places.len()));
    remainder(tail.iter().chain(head).filter_map(|&place| bytes.get(place))) == 1
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn account_numbers_are_masked_and_nothing_else() {
        for (text, masked) in [
            ("BE68 5390 0754 7034", "BE68 **** **** 7034"),
            ("BE68539007547034", "BE68********7034"),
            ("be68 5390 0754 7034", "be68 **** **** 7034"),
            (
                "Storten op BE68 5390 0754 7034 of op NL91 ABNA 0417 1643 00, graag",
                "Storten op BE68 **** **** 7034 of op NL91 **** **** **43 00, graag",
            ),
            ("BE68 5390 0754 7034 bij de bank", "BE68 **** **** 7034 bij de bank"),
            ("é BE68 5390 0754 7034 é", "é BE68 **** **** 7034 é"),
            ("BE68\u{a0}5390\u{a0}0754\u{202f}7034", "BE68\u{a0}****\u{a0}****\u{202f}7034"),
            ("BE68  5390 / 0754\u{2013}7034", "BE68  **** / ****\u{2013}7034"),
        ] {
            assert_eq!(mask_accounts(text), masked);
        }
        for same in
            ["BE68 5390 0754 7035", "BE68 **** **** 7034", "0475 12 34 56", "ABE68539007547034", "", "BE6", "Nieuwstraat 12 1000 Brussel"]
        {
            assert!(matches!(mask_accounts(same), Cow::Borrowed(_)), "{same}");
        }
    }

    #[test]
    fn the_end_of_a_masked_number_begins_no_other() {
        // The end of the first, read with the second, has right check digits by chance.
        let masked = "VO83********************FB98 NCHFCFOICTF5HBBQW232V3V1";
        assert_eq!(mask_accounts("VO83C1U967TEWH87A9QNYJQ4FB98 NCHFCFOICTF5HBBQW232V3V1"), masked);
        assert_eq!(mask_accounts(masked), masked);
        assert_eq!(mask_accounts("* BE68 5390 0754 7034, **BE68 5390 0754 7034**"), "* BE68 **** **** 7034, **BE68 **** **** 7034**");
    }

    proptest! {
        #[test]
        fn masking_twice_is_masking_once(text in "\\PC{0,40}|([A-Z]{2}[0-9]{2}( ?[0-9A-Z]{4}){3,7} ?){1,3}") {
            let once = mask_accounts(&text).into_owned();
            prop_assert_eq!(mask_accounts(&once).into_owned(), once.clone());
            prop_assert_eq!(once.len(), text.len());
        }
    }
}
