//! Text that can stand in one line of a mail, whoever wrote it.

use std::fmt;

use crate::domain::neutral::stripped;

/// One line that can stand in the header of a mail: without line breaks, other control characters or
/// characters that are unseen or turn the direction, without spaces at its edges or several in a row,
/// and no longer than [`HeaderText::LONGEST`]. A name from a workbook becomes one by losing what does not
/// fit, since a customer whose name has a stray tab still gets the mail.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct HeaderText(String);

impl HeaderText {
    /// Most characters; what is longer ends in `…`.
    pub const LONGEST: usize = 200;

    /// The text as it can stand in a header.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let stripped = stripped(text);
        // A name that looks like an encoded word would be read as what it encodes.
        let words = stripped.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        let line = words.trim().replace("=?", "= ?");
        match line.char_indices().nth(Self::LONGEST) {
            None => Self(line),
            Some(_) => Self(line.chars().take(Self::LONGEST - 1).chain(['…']).collect()),
        }
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing is left of it.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<&str> for HeaderText {
    fn from(text: &str) -> Self {
        Self::of(text)
    }
}

impl From<String> for HeaderText {
    fn from(text: String) -> Self {
        Self::of(&text)
    }
}

impl fmt::Display for HeaderText {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn nothing_that_ends_a_line_stays() {
        for (text, line) in [
            ("Van den Berg", "Van den Berg"),
            ("An\r\nBcc: all@example.com", "An Bcc: all@example.com"),
            (" a\u{85}b\u{2028}c\u{2029}d\0e\tf ", "a b c d e f"),
            ("abc\u{202e}fdp.exe\u{200b}", "abcfdp.exe"),
            ("Zoë 👍", "Zoë 👍"),
            ("=?utf-8?q?An?=", "= ?utf-8?q?An?="),
            ("\u{feff}\r\n", ""),
            ("Rappel\u{a0}: vous\u{a0}", "Rappel\u{a0}: vous"),
        ] {
            assert_eq!(HeaderText::of(text).as_str(), line);
        }
    }

    #[test]
    fn what_is_too_long_ends_in_a_sign() {
        let longest = "é".repeat(HeaderText::LONGEST);
        assert_eq!(HeaderText::of(&longest).as_str(), longest);
        let cut = HeaderText::of(&"é".repeat(HeaderText::LONGEST + 1));
        assert_eq!((cut.as_str().chars().count(), cut.as_str().ends_with('…')), (HeaderText::LONGEST, true));
    }

    proptest! {
        #[test]
        fn it_is_always_one_line_and_twice_is_once(text in any::<String>()) {
            let line = HeaderText::of(&text);
            prop_assert!(line.as_str().chars().all(|character| !character.is_control()));
            prop_assert!(line.as_str().chars().count() <= HeaderText::LONGEST);
            prop_assert_eq!(HeaderText::of(line.as_str()), line);
        }
    }
}
