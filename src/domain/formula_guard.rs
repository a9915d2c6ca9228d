//! Text that a spreadsheet would take for a formula, and the apostrophe that keeps it text.
//!
//! A workbook says of every cell what it is, so that text in it stays text. Separated text does not:
//! whatever opens it guesses, and `=HYPERLINK(...)` in a name becomes a formula that somebody else
//! wrote (OWASP, "CSV Injection"). In separated text such a text therefore gets an apostrophe in
//! front, and reading takes one off again.
//!
//! Mobile numbers begin with `+` and get it too, although digits behind a plus do no harm: a
//! spreadsheet makes `+32471625368` a number and drops the plus, and a customer's number would be
//! wrong the next time. With the apostrophe it stays what it is, here and there.

use std::borrow::Cow;

/// What makes a spreadsheet calculate, also in the wide forms that some take for the same.
const SIGNS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// The mark of text.
const MARK: char = '\'';

/// Whether a spreadsheet could take the text for a formula. White space in front does not count:
/// some programs pass over it, and a tab or a line break there is one of the known tricks.
#[must_use]
pub fn looks_like_formula(text: &str) -> bool {
    text.trim_start().starts_with(SIGNS) || text.starts_with(['\t', '\r', '\n'])
}

/// The text as it is written in separated text: with an apostrophe where it would be taken for a
/// formula. A text that has such an apostrophe of its own gets another, so that nothing is lost.
#[must_use]
pub fn guarded(text: &str) -> Cow<'_, str> {
    if looks_like_formula(text.trim_start_matches(MARK)) { Cow::Owned(format!("{MARK}{text}")) } else { Cow::Borrowed(text) }
}

/// The text without the apostrophe that [`guarded`] put in front. Other apostrophes stay: `'s-Gravenhage`.
#[must_use]
pub fn unguarded(text: &str) -> &str {
    match text.strip_prefix(MARK) {
        Some(rest) if looks_like_formula(rest.trim_start_matches(MARK)) => rest,
        Some(_) | None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_calculates_gets_an_apostrophe_and_nothing_else_does() {
        for text in ["=1+1", "+32471625368", "-", "@SUM(A1)", "\t=1", "\r", " =1", "＝1", "'=1", "''+3"] {
            assert_eq!(guarded(text), format!("'{text}"), "{text:?}");
            assert_eq!(unguarded(&guarded(text)), text);
        }
        for text in ["", "Maes", "'s-Gravenhage", "'t Kint", "1-2", "an@example.com", "a=b", "0471/62.53.68", "'"] {
            assert!(matches!(guarded(text), Cow::Borrowed(same) if same == text), "{text:?}");
            assert_eq!(unguarded(text), text);
        }
    }

    proptest! {
        #[test]
        fn every_text_comes_back_and_none_calculates(text in "['=+@ \ta-]{0,6}") {
            let written = guarded(&text).into_owned();
            prop_assert_eq!(unguarded(&written), &text);
            prop_assert!(!looks_like_formula(&written), "{:?}", written);
        }
    }
}
