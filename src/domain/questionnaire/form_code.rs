//! Codes of the tax form: four digits and two check digits.

/// A code of the personal income tax form, such as `1361-94`.
///
/// The two digits behind the hyphen are 97 − (code mod 97), as on the forms of FPS Finance
/// (1250-11, 1384-71, 1394-61, 1361-94, 1075-89).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FormCode(u16);

/// Why a text is no code of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BadFormCode {
    /// Not four digits, a hyphen and two digits.
    Shape,
    /// The check digits are others.
    CheckDigits(FormCode),
}

impl FormCode {
    /// Reads `1361-94`.
    pub(super) fn parse(text: &str) -> Result<Self, BadFormCode> {
        let (code, check) = text.split_once('-').ok_or(BadFormCode::Shape)?;
        let digits = |part: &str, length: usize| {
            let right = part.len() == length && part.bytes().all(|byte| byte.is_ascii_digit());
            part.parse::<u16>().ok().filter(|_| right)
        };
        let code = Self(digits(code, 4).ok_or(BadFormCode::Shape)?);
        let check = digits(check, 2).ok_or(BadFormCode::Shape)?;
        if check == code.check_digits() { Ok(code) } else { Err(BadFormCode::CheckDigits(code)) }
    }

    /// The four digits in front.
    #[must_use]
    pub const fn code(self) -> u16 {
        self.0
    }

    /// The two digits behind the hyphen: 1 to 97.
    #[must_use]
    pub const fn check_digits(self) -> u16 {
        97 - self.0 % 97
    }
}

impl std::fmt::Display for FormCode {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "{:04}-{:02}", self.0, self.check_digits())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_codes_of_the_forms_are_read() {
        for text in ["1250-11", "1384-71", "1394-61", "1361-94", "1075-89", "1254-07", "4364-01", "1067-97"] {
            assert_eq!(FormCode::parse(text).map(|code| code.to_string()), Ok(text.to_owned()));
        }
    }

    #[test]
    fn a_wrong_check_names_the_code_and_another_shape_does_not() {
        assert_eq!(FormCode::parse("1361-95"), Err(BadFormCode::CheckDigits(FormCode(1361))));
        assert_eq!(FormCode::parse("1067-00"), Err(BadFormCode::CheckDigits(FormCode(1067))));
        for text in ["", "-", "1361", "136194", "361-94", "1361-4", "1361-094", "+361-94", "1361-+4", "١٣٦١-94", "1361–94", " 1361-94"]
        {
            assert_eq!(FormCode::parse(text), Err(BadFormCode::Shape), "{text}");
        }
    }

    proptest! {
        #[test]
        fn one_wrong_digit_never_passes(code in 0_u16..10_000, at in 0_usize..7, digit in 0_u8..10) {
            let right = FormCode(code).to_string();
            prop_assert_eq!(FormCode::parse(&right), Ok(FormCode(code)));
            let mut bytes = right.clone().into_bytes();
            if bytes[at] != b'-' {
                bytes[at] = b'0' + digit;
            }
            let changed = String::from_utf8(bytes).unwrap();
            prop_assert_eq!(FormCode::parse(&changed).is_ok(), changed == right);
        }
    }
}
