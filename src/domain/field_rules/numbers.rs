//! Judging cells that hold a row of digits.

use std::borrow::Cow;

use jiff::civil::Date;

use super::Judgement;
use crate::domain::enterprise_number::EnterpriseNumber;
use crate::domain::finding::Rule;
use crate::domain::mobile::{Mobile, MobileFault, MobileOrigin, diagnose};
use crate::domain::national_number::NationalNumber;
use crate::domain::number_cell::{is_scientific, whole_digits, without_decimal_zeros};
use crate::domain::sheet::CellKind;
use crate::domain::tidy::{is_blank, tidy};

/// What differs between the numbers with check digits when a cell of them is judged.
struct NumberRules {
    /// How many digits the number has.
    digits: usize,
    /// Fewest digits of a number cell that can be the number without its leading zeros.
    fewest_in_a_number_cell: usize,
    punctuation: Rule,
    leading_zeros: Rule,
    not_digits: Rule,
    /// What digits lost to scientific notation are called.
    scientific: Rule,
    /// Words that may stand in front of the digits, in capitals without punctuation.
    prefixes: &'static [&'static str],
}

const NATIONAL: NumberRules = NumberRules {
    digits: NationalNumber::DIGITS,
    fewest_in_a_number_cell: 1,
    punctuation: Rule::NationalNumberPunctuation,
    leading_zeros: Rule::NationalNumberLeadingZeros,
    not_digits: Rule::NationalNumberNotDigits,
    scientific: Rule::NationalNumberScientific,
    prefixes: &[""],
};

/// An enterprise number in use has at most one zero in front: a number cell of 9 digits has lost it, and
/// one of fewer digits is something else.
const ENTERPRISE: NumberRules = NumberRules {
    digits: EnterpriseNumber::DIGITS,
    fewest_in_a_number_cell: EnterpriseNumber::DIGITS - 1,
    punctuation: Rule::EnterpriseNumberPunctuation,
    leading_zeros: Rule::EnterpriseNumberLeadingZeros,
    not_digits: Rule::EnterpriseNumberNotDigits,
    scientific: Rule::EnterpriseNumberNotDigits,
    prefixes: &["", "BE", "BTW", "BTWBE", "TVA", "TVABE", "VAT", "VATBE", "KBO", "KBOBE", "BCE", "BCEBE", "CBE"],
};

impl<'a> Judgement<'a, '_> {
    pub(super) fn national_number(&mut self, today: Date) -> Option<Cow<'a, str>> {
        self.checked_number(&NATIONAL, |text| NationalNumber::parse(text, today).map(|_| ()).map_err(|fault| fault.rule()))
    }

    pub(super) fn enterprise_number(&mut self) -> Option<Cow<'a, str>> {
        self.checked_number(&ENTERPRISE, |text| EnterpriseNumber::parse(text).map(|_| ()).map_err(|fault| fault.rule()))
    }

    fn checked_number(&mut self, rules: &NumberRules, parse: impl Fn(&str) -> Result<(), Rule>) -> Option<Cow<'a, str>> {
        match self.kind {
            CellKind::Number => self.in_number_cell(rules, parse),
            CellKind::Text => self.in_text_cell(rules, parse),
            CellKind::Date | CellKind::Bool | CellKind::Error => {
                self.find(rules.not_digits);
                None
            }
        }
    }

    /// A number cell drops leading zeros; they are put back only where the result passes every check.
    fn in_number_cell(&mut self, rules: &NumberRules, parse: impl Fn(&str) -> Result<(), Rule>) -> Option<Cow<'a, str>> {
        let Some(digits) = whole_digits(self.text) else {
            self.find(rules.not_digits);
            return None;
        };
        if (rules.fewest_in_a_number_cell..rules.digits).contains(&digits.len()) {
            let padded = format!("{digits:0>width$}", width = rules.digits);
            self.find_form(rules.leading_zeros, padded, parse);
            return None;
        }
        match parse(&digits) {
            Ok(()) => Some(digits),
            Err(rule) => {
                self.find(rule);
                None
            }
        }
    }

    /// A text is never padded: of the numbers that miss a digit, 1 in 100 would pass with a zero.
    fn in_text_cell(&mut self, rules: &NumberRules, parse: impl Fn(&str) -> Result<(), Rule>) -> Option<Cow<'a, str>> {
        let rule = match parse(self.text) {
            Ok(()) => return Some(Cow::Borrowed(self.text)),
            Err(rule) => rule,
        };
        if rule != rules.not_digits {
            self.find(rule);
        } else if is_scientific(self.text) {
            self.find(rules.scientific);
        } else if let Some(digits) = without_punctuation(self.text, rules.prefixes) {
            self.find_form(rules.punctuation, digits, parse);
        } else {
            self.find(rule);
        }
        None
    }

    /// A number in a wrong form: the right form is proposed, or what is wrong beside the form is told too.
    fn find_form(&mut self, form: Rule, digits: String, parse: impl Fn(&str) -> Result<(), Rule>) {
        match parse(&digits) {
            Ok(()) => self.find_curable(form, Some(digits)),
            Err(rule) => {
                self.find(form);
                self.find(rule);
            }
        }
    }

    pub(super) fn mobile(&mut self) -> Option<Cow<'a, str>> {
        let (fault, repaired) = match self.kind {
            CellKind::Text => match Mobile::parse(self.text) {
                Ok(mobile) => {
                    if mobile.origin() == MobileOrigin::Foreign {
                        self.find(Rule::MobileForeign);
                    }
                    return Some(Cow::Borrowed(mobile.as_str()));
                }
                Err(_) => diagnose(self.text, self.kind),
            },
            CellKind::Number => whole_digits(self.text).map_or((MobileFault::Shape, None), |digits| diagnose(&digits, self.kind)),
            CellKind::Date | CellKind::Bool | CellKind::Error => (MobileFault::Shape, None),
        };
        self.find_curable(fault.rule(), repaired);
        None
    }

    /// House numbers, boxes and codes are text; one that came as `12.0` or `1.2e1` is a 12.
    pub(super) fn plain_text(&self) -> Cow<'a, str> {
        self.whole_number().unwrap_or_else(|| tidy(self.text))
    }

    /// The digits of a number cell that holds a whole number.
    pub(super) fn whole_number(&self) -> Option<Cow<'a, str>> {
        if self.kind == CellKind::Number { whole_digits(self.text) } else { None }
    }
}

/// The digits of a number written with punctuation, and perhaps behind one of these words. None where
/// anything else stands in the text, or no digit.
fn without_punctuation(text: &str, prefixes: &[&str]) -> Option<String> {
    let text = without_decimal_zeros(text);
    let (mut letters, mut digits) = (String::new(), String::with_capacity(text.len()));
    for character in text.chars() {
        match character {
            '0'..='9' => digits.push(character),
            letter if letter.is_ascii_alphabetic() && digits.is_empty() => letters.push(letter.to_ascii_uppercase()),
            mark if is_punctuation(mark) => {}
            _ => return None,
        }
    }
    (!digits.is_empty() && prefixes.contains(&letters.as_str())).then_some(digits)
}

/// What people put between the digits, and what exports put around them to keep a cell a text
/// (`'85073003328`, `="85073003328"`).
fn is_punctuation(mark: char) -> bool {
    is_blank(mark)
        || matches!(mark, '.' | '-' | '/' | '_' | ',' | ':' | '\\' | '\'' | '"' | '=' | '\u{2019}' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}
