//! Account numbers: IBAN, by ISO 13616.

/// A bank account by its IBAN, without spaces and in capitals: `BE68539007547034`.
///
/// The two digits behind the country make the whole, with these four signs moved to the end and letters counted
/// as 10 to 35, leave 1 when divided by 97. A Belgian one has 16 signs, others 15 to 34.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct AccountNumber(String);

/// The length of a Belgian IBAN (ISO 13616 registry).
const BELGIAN: usize = 16;

impl AccountNumber {
    /// Reads an IBAN as people write it: in groups or not, in capitals or not, with points or hyphens between,
    /// and with the word IBAN in front. None where it is not one, or where a digit was mistyped.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bare: String = text.chars().filter(|sign| !sign.is_whitespace() && !matches!(sign, '.' | '-' | ':')).collect();
        let bare = bare.to_ascii_uppercase();
        let bare = bare.strip_prefix("IBAN").unwrap_or(&bare);
        let (front, rest) = bare.as_bytes().split_first_chunk::<4>()?;
        let [first, second, check @ ..] = front;
        let has_shape = first.is_ascii_uppercase() && second.is_ascii_uppercase() && check.iter().all(u8::is_ascii_digit);
        let is_belgian = bare.starts_with("BE");
        let has_length = if is_belgian { bare.len() == BELGIAN } else { (15..=34).contains(&bare.len()) };
        let has_signs = rest.iter().all(|sign| if is_belgian { sign.is_ascii_digit() } else { sign.is_ascii_alphanumeric() });
        (has_shape && has_length && has_signs && remainder(rest.iter().chain(front)) == 1).then(|| Self(bare.to_owned()))
    }

    /// The number without spaces, as it is kept.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl std::fmt::Display for AccountNumber {
    /// In groups of four, as on a bank card: `BE68 5390 0754 7034`.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (place, sign) in self.0.chars().enumerate() {
            let between = if place > 0 && place % 4 == 0 { " " } else { "" };
            write!(formatter, "{between}{sign}")?;
        }
        Ok(())
    }
}

/// What dividing by 97 leaves, letters counted as 10 to 35 (ISO 7064 mod 97-10).
pub(super) fn remainder<'a>(signs: impl Iterator<Item = &'a u8>) -> u32 {
    signs.fold(0, |sum, sign| match sign {
        b'0'..=b'9' => (sum * 10 + u32::from(sign - b'0')) % 97,
        sign => (sum * 100 + u32::from(sign.to_ascii_uppercase()).saturating_sub(u32::from(b'A')) + 10) % 97,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn accounts_are_read_as_people_write_them_and_shown_in_groups() {
        for text in ["BE68539007547034", "be68 5390 0754 7034", " IBAN: BE68 5390 0754 7034", "BE68-5390-0754-7034", "BE68.5390.0754.7034"]
        {
            let read = AccountNumber::parse(text).unwrap();
            assert_eq!((read.as_str(), read.to_string().as_str()), ("BE68539007547034", "BE68 5390 0754 7034"), "{text}");
        }
        for text in ["NL91ABNA0417164300", "FR14 2004 1010 0505 0001 3M02 606", "DE89370400440532013000", "LU280019400644750000"] {
            assert!(AccountNumber::parse(text).is_some(), "{text}");
        }
    }

    #[test]
    fn what_is_no_account_is_refused() {
        let wrong = [
            "",
            "BE",
            "BE68",
            "539-0075470-34",
            "BE68 5390 0754 7035",
            "BE68 5390 0754 703",
            "BE68 5390 0754 7034 1",
            "68BE539007547034",
            "BE68 539O 0754 7034",
            "geen",
            "BE68 5390 0754 7034 of NL91 ABNA 0417 1643 00",
            "BÉ68539007547034",
        ];
        for text in wrong {
            assert_eq!(AccountNumber::parse(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn one_mistyped_digit_never_passes(at in 2_usize..16, digit in 0_u8..10) {
            let mut bytes = b"BE68539007547034".to_vec();
            let before = bytes[at];
            bytes[at] = b'0' + digit;
            let text = String::from_utf8(bytes).unwrap();
            prop_assert_eq!(AccountNumber::parse(&text).is_some(), before == b'0' + digit);
        }

        #[test]
        fn no_text_makes_it_stumble(text in ".{0,40}") {
            if let Some(read) = AccountNumber::parse(&text) {
                let shown = read.to_string();
                prop_assert_eq!(AccountNumber::parse(&shown), Some(read));
            }
        }
    }
}
