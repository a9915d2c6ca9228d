//! Mobile numbers in international form: `+`, country code, digits.
//!
//! A Belgian mobile number is `+324[5-9]` and seven more digits (numbering plan of the BIPT); a
//! foreign one is only measured by E.164: at most 15 digits, and no country code begins with 0.

use super::finding::Rule;
use super::sheet::CellKind;
use super::tidy::is_blank;

/// Whose numbering plan a mobile number belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MobileOrigin {
    /// Belgium: known to be a mobile number.
    Belgian,
    /// Any other country: only its length is known to be possible.
    Foreign,
}

/// A number in international form, `+` and digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Mobile<'a> {
    text: &'a str,
    origin: MobileOrigin,
}

/// Why a text is no mobile number in international form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub enum MobileFault {
    /// Without the country code, with 00 for the plus, or with the zero of inland calls behind the code.
    #[error("lacks the plus and the country code")]
    CountryCode,
    /// The right digits with spaces, dots, slashes, brackets or "(0)" between.
    #[error("holds spaces or punctuation")]
    Punctuation,
    /// A number cell, which cannot hold a plus or a leading zero.
    #[error("was kept as a number, without plus and zero")]
    NumberCell,
    /// A Belgian number that is no mobile number.
    #[error("is a Belgian number, but no mobile number")]
    NotMobile,
    /// No telephone number.
    #[error("is no telephone number")]
    Shape,
}

impl MobileFault {
    /// The rule that the fault breaks.
    #[must_use]
    pub const fn rule(self) -> Rule {
        match self {
            Self::CountryCode => Rule::MobileCountryCode,
            Self::Punctuation => Rule::MobilePunctuation,
            Self::NumberCell => Rule::MobileNumberCell,
            Self::NotMobile => Rule::MobileNotMobile,
            Self::Shape => Rule::MobileShape,
        }
    }
}

impl<'a> Mobile<'a> {
    /// Reads a number as it has to be written.
    ///
    /// # Errors
    /// The fault as [`diagnose`] names it for a text cell.
    pub fn parse(text: &'a str) -> Result<Self, MobileFault> {
        match text.strip_prefix('+').filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit())).map(origin) {
            Some(Ok(origin)) => Ok(Self { text, origin }),
            _ => Err(diagnose(text, CellKind::Text).0),
        }
    }

    /// The number, `+` and digits.
    #[must_use]
    pub const fn as_str(self) -> &'a str {
        self.text
    }

    /// Whose numbering plan it belongs to.
    #[must_use]
    pub const fn origin(self) -> MobileOrigin {
        self.origin
    }
}

/// What is wrong with a text that is no [`Mobile`], and the repaired number where there is only one
/// that can be meant. For a number cell the text is its digits.
#[must_use]
pub fn diagnose(text: &str, kind: CellKind) -> (MobileFault, Option<String>) {
    let Some(dialled) = Dialled::read(text) else { return (MobileFault::Shape, None) };
    let (international, complete) = match dialled.international() {
        Ok(found) => found,
        Err(fault) => return (fault, None),
    };
    match origin(&international) {
        Err(fault) => (fault, None),
        Ok(_) => {
            let fault = match (kind, complete) {
                (CellKind::Number, _) => MobileFault::NumberCell,
                (_, true) => MobileFault::Punctuation,
                (_, false) => MobileFault::CountryCode,
            };
            (fault, Some(format!("+{international}")))
        }
    }
}

/// The plan that digits behind a plus belong to.
fn origin(digits: &str) -> Result<MobileOrigin, MobileFault> {
    match digits.strip_prefix("32") {
        Some(inland) => belgian(inland).map(|()| MobileOrigin::Belgian),
        None if (7..=15).contains(&digits.len()) && !digits.starts_with('0') => Ok(MobileOrigin::Foreign),
        None => Err(MobileFault::Shape),
    }
}

/// Whether these digits behind +32 are a mobile number.
fn belgian(inland: &str) -> Result<(), MobileFault> {
    match (inland.as_bytes(), inland.len()) {
        ([b'4', b'5'..=b'9', ..], 9) => Ok(()),
        ([b'4', b'5'..=b'9', ..], _) => Err(MobileFault::Shape),
        ([b'1'..=b'9', ..], 8 | 9) => Err(MobileFault::NotMobile),
        _ => Err(MobileFault::Shape),
    }
}

/// The digits of a telephone number as somebody wrote them.
struct Dialled {
    digits: String,
    plus: bool,
}

impl Dialled {
    /// Takes the digits out of a text that holds nothing but them, a leading plus and punctuation.
    fn read(text: &str) -> Option<Self> {
        let mut dialled = Self { digits: String::with_capacity(text.len()), plus: false };
        let mut rest = text.chars();
        while let Some(character) = rest.next() {
            match character {
                '0'..='9' => dialled.digits.push(character),
                '+' if dialled.digits.is_empty() && !dialled.plus => dialled.plus = true,
                '(' if rest.as_str().starts_with("0)") && (dialled.plus || !dialled.digits.is_empty()) => {
                    rest.nth(1);
                }
                '.' | '-' | '/' | '(' | ')' | '\'' | '\u{2010}'..='\u{2015}' | '\u{2212}' => {}
                blank if is_blank(blank) => {}
                _ => return None,
            }
        }
        (!dialled.digits.is_empty()).then_some(dialled)
    }

    /// The digits with their country code, and whether code and plus were there already.
    fn international(self) -> Result<(String, bool), MobileFault> {
        let Self { digits, plus } = self;
        if let Some(rest) = digits.strip_prefix("00") {
            return Ok((without_inland_zero(rest), false));
        }
        if let Some(inland) = digits.strip_prefix('0') {
            return inland_call(inland).map(|digits| (digits, false));
        }
        if plus {
            let international = without_inland_zero(&digits);
            let complete = international == digits;
            return Ok((international, complete));
        }
        match (digits.len(), digits.as_bytes()) {
            (11.., [b'3', b'2', ..]) => Ok((without_inland_zero(&digits), false)),
            (9, [b'4', b'5'..=b'9', ..]) => Ok((format!("32{digits}"), false)),
            (8, [b'1'..=b'9', ..]) => Err(MobileFault::NotMobile),
            (7..=15, _) => Err(MobileFault::CountryCode),
            _ => Err(MobileFault::Shape),
        }
    }
}

/// The international form of a number behind the zero of inland calls: Belgian, or of no country we know.
fn inland_call(inland: &str) -> Result<String, MobileFault> {
    match belgian(inland) {
        Ok(()) => Ok(format!("32{inland}")),
        Err(fault) if inland.starts_with('4') || inland.len() == 8 => Err(fault),
        Err(_) if (7..=14).contains(&inland.len()) => Err(MobileFault::CountryCode),
        Err(fault) => Err(fault),
    }
}

/// `32 0471…` is `32 471…`: the zero of inland calls has no place behind the country code.
fn without_inland_zero(digits: &str) -> String {
    match digits.strip_prefix("320") {
        Some(inland) => format!("32{inland}"),
        None => digits.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn international_form_is_read() {
        for (text, origin) in [
            ("+32471625368", MobileOrigin::Belgian),
            ("+32450000000", MobileOrigin::Belgian),
            ("+32499999999", MobileOrigin::Belgian),
            ("+31612345678", MobileOrigin::Foreign),
            ("+352621123456", MobileOrigin::Foreign),
            ("+6834000", MobileOrigin::Foreign),
            ("+123456789012345", MobileOrigin::Foreign),
        ] {
            assert_eq!(Mobile::parse(text).map(|mobile| (mobile.as_str(), mobile.origin())), Ok((text, origin)), "{text}");
        }
    }

    #[test]
    fn a_number_that_can_only_mean_one_thing_is_repaired() {
        use MobileFault::{CountryCode, Punctuation};
        for (text, fault) in [
            ("0471625368", CountryCode),
            ("0471 62 53 68", CountryCode),
            ("0471/62.53.68", CountryCode),
            ("0471-62\u{a0}53\u{2013}68", CountryCode),
            ("0032471625368", CountryCode),
            ("0032 (0)471 62 53 68", CountryCode),
            ("32471625368", CountryCode),
            ("471625368", CountryCode),
            ("+320471625368", CountryCode),
            ("+0471625368", CountryCode),
            ("(0471) 62 53 68", CountryCode),
            ("+32 471 62 53 68", Punctuation),
            ("+32 (0)471 62 53 68", Punctuation),
            ("+32(0)471625368", Punctuation),
            ("(+32) 471/625368", Punctuation),
            ("+32.471.62.53.68", Punctuation),
        ] {
            assert_eq!(diagnose(text, CellKind::Text), (fault, Some("+32471625368".to_owned())), "{text}");
            assert_eq!(Mobile::parse(text), Err(fault), "{text}");
        }
        assert_eq!(diagnose("+31 6 12 34 56 78", CellKind::Text), (Punctuation, Some("+31612345678".to_owned())));
        assert_eq!(diagnose("0031612345678", CellKind::Text), (CountryCode, Some("+31612345678".to_owned())));
    }

    #[test]
    fn a_number_cell_gets_back_what_it_dropped() {
        for text in ["32471625368", "471625368", "0471625368"] {
            assert_eq!(diagnose(text, CellKind::Number), (MobileFault::NumberCell, Some("+32471625368".to_owned())), "{text}");
        }
        assert_eq!(diagnose("92223344", CellKind::Number), (MobileFault::NotMobile, None));
        assert_eq!(diagnose("612345678", CellKind::Number), (MobileFault::CountryCode, None));
    }

    #[test]
    fn what_cannot_be_repaired_is_told_why() {
        use MobileFault::{CountryCode, NotMobile, Shape};
        for (text, fault) in [
            ("09 222 33 44", NotMobile),
            ("04 222 33 44", NotMobile),
            ("+3292223344", NotMobile),
            ("+32 9 222 33 44", NotMobile),
            ("+3242223344", NotMobile),
            ("+32441234567", NotMobile),
            ("0800 12 345", NotMobile),
            ("0612345678", CountryCode),
            ("612345678", CountryCode),
            ("0471 62 53 6", Shape),
            ("0471 62 53 688", Shape),
            ("+3247162536", Shape),
            ("+324716253680", Shape),
            ("+32", Shape),
            ("+", Shape),
            ("++32471625368", Shape),
            ("32+471625368", Shape),
            ("0471625368 / 0472625368", Shape),
            ("0471625368 (An)", Shape),
            ("geen", Shape),
            ("-", Shape),
            ("123", Shape),
            ("+1234567890123456", Shape),
            ("+049123456789012345", Shape),
            ("４７１６２５３６８", Shape),
        ] {
            assert_eq!(diagnose(text, CellKind::Text), (fault, None), "{text}");
            assert_eq!(Mobile::parse(text), Err(fault), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_proposed_is_accepted(text in "[+0-9 ./()-]{0,20}", number: bool) {
            let kind = if number { CellKind::Number } else { CellKind::Text };
            if let (_, Some(repaired)) = diagnose(&text, kind) {
                prop_assert!(Mobile::parse(&repaired).is_ok(), "{} -> {}", text, repaired);
            }
        }

        #[test]
        fn belgian_mobiles_survive_every_way_of_writing_them(digits in "4[5-9][0-9]{7}", separator in "[ ./-]") {
            let (head, tail) = digits.split_at(3);
            for written in [format!("0{head}{separator}{tail}"), format!("+32 {head}{separator}{tail}"), format!("0032{digits}")] {
                prop_assert_eq!(diagnose(&written, CellKind::Text).1, Some(format!("+32{digits}")));
            }
        }
    }
}
