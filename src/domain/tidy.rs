//! White space in cells: what a person does not see must not make two values differ.

use std::borrow::Cow;

/// White space, and the marks without width that copying from web pages and mail leaves behind.
#[must_use]
pub fn is_blank(character: char) -> bool {
    character.is_whitespace() || is_invisible(character) || matches!(character, '\u{200c}' | '\u{200d}')
}

/// Marks without width that mean nothing inside a name, a street or a number. The two joiners
/// (U+200C, U+200D) are not among them: inside a name some scripts need them.
const fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}'
    )
}

/// The text without [blank](is_blank) characters at its edges.
#[must_use]
pub fn trim(text: &str) -> &str {
    text.trim_matches(is_blank)
}

/// The text without blanks at its edges, and with every run of white space in it as one plain space.
/// A text that is so already comes back as it is, without a copy.
#[must_use]
pub fn tidy(text: &str) -> Cow<'_, str> {
    let text = trim(text);
    let mut after_space = false;
    let untidy = text.chars().any(|character| {
        let space = character == ' ';
        let doubled = space && after_space;
        after_space = space;
        doubled || is_invisible(character) || (character.is_whitespace() && !space)
    });
    if untidy { Cow::Owned(rebuilt(text)) } else { Cow::Borrowed(text) }
}

fn rebuilt(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    for character in text.chars().filter(|&character| !is_invisible(character)) {
        if !character.is_whitespace() {
            tidied.push(character);
        } else if !tidied.ends_with(' ') {
            tidied.push(' ');
        }
    }
    tidied
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn edges_go_silently() {
        assert_eq!(trim("\u{feff}\u{a0} An \u{200b}\t"), "An");
        assert_eq!(trim("\u{200b}\u{a0}"), "");
        assert_eq!(trim("\u{200d}x\u{200c}"), "x");
    }

    #[test]
    fn white_space_inside_becomes_one_plain_space() {
        assert_eq!(tidy("Van\u{a0}den  Berg"), "Van den Berg");
        assert_eq!(tidy("Van \u{200b} den\tBerg\n"), "Van den Berg");
        assert_eq!(tidy("Van\u{200b}den"), "Vanden");
        assert_eq!(tidy("\u{645}\u{6cc}\u{200c}\u{631}"), "\u{645}\u{6cc}\u{200c}\u{631}");
    }

    #[test]
    fn a_tidy_text_is_not_copied() {
        assert!(matches!(tidy(" Van den Berg "), Cow::Borrowed("Van den Berg")));
        assert!(matches!(tidy("Élise"), Cow::Borrowed("Élise")));
    }

    proptest! {
        #[test]
        fn tidying_twice_is_tidying_once(text in "[ a\u{a0}\u{200b}\u{200d}\t]{0,12}") {
            let once = tidy(&text).into_owned();
            prop_assert!(!once.contains("  "));
            prop_assert_eq!(tidy(&once).into_owned(), once);
        }
    }
}
