//! Folding of names and headings, so that what a person calls the same compares the same.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// The key on which names and words are compared: compatibility-decomposed (NFKD), without
/// accents, lower case, runs of white space as one space, none at the edges.
/// `"  D'HONDT\u{a0}Élise "` folds to `"d'hondt elise"`.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_into(text, &mut folded);
    folded
}

/// As [`fold`], behind what `folded` already holds.
pub fn fold_into(text: &str, folded: &mut String) {
    let start = folded.len();
    let mut space = false;
    let mut push = |character: char, folded: &mut String| {
        if character.is_whitespace() {
            space = true;
            return;
        }
        if space && folded.len() > start {
            folded.push(' ');
        }
        space = false;
        folded.push(character);
    };
    if text.is_ascii() {
        for byte in text.bytes() {
            push(char::from(byte.to_ascii_lowercase()), folded);
        }
        return;
    }
    for character in text.chars() {
        // Marks go, and nothing else moves past a character: each may be taken apart on its own, and most need not be.
        if character.is_ascii() {
            push(character.to_ascii_lowercase(), folded);
            continue;
        }
        for part in std::iter::once(character).nfkd().filter(|&part| !is_combining_mark(part)) {
            for lower in part.to_lowercase() {
                match lower {
                    '\u{2019}' | '\u{2018}' | '\u{2bc}' | '\u{b4}' => push('\'', folded),
                    '\u{2010}'..='\u{2015}' => push('-', folded),
                    'ß' => "ss".chars().for_each(|s| push(s, folded)),
                    'ø' => push('o', folded),
                    'æ' => "ae".chars().for_each(|s| push(s, folded)),
                    'œ' => "oe".chars().for_each(|s| push(s, folded)),
                    'ł' => push('l', folded),
                    'đ' => push('d', folded),
                    other => push(other, folded),
                }
            }
        }
    }
}

/// Whether the [`fold`]ed text holds this, which is folded. Nothing is folded for it where that goes without.
#[must_use]
pub fn holds(text: &str, wanted: &str, folded: &mut String) -> bool {
    let (bytes, sought) = (text.as_bytes(), wanted.as_bytes());
    let Some((first, rest)) = sought.split_first() else { return true };
    if text.is_ascii() && !sought.contains(&b' ') {
        let begins = |at: usize| bytes.get(at + 1..at + sought.len()).is_some_and(|behind| behind.eq_ignore_ascii_case(rest));
        return memchr::memchr2_iter(*first, first.to_ascii_uppercase(), bytes).any(begins);
    }
    folded.clear();
    fold_into(text, folded);
    folded.contains(wanted)
}

/// The key by which lists are in order, as Belgian lists of names are: [`fold`]ed, and an apostrophe counts for nothing. `'t Kindt`
/// stands at the T, `D'Hondt` behind `Dhaene`.
#[must_use]
pub fn name_order(text: &str) -> String {
    order_of_folded(&fold(text)).into_owned()
}

/// [`name_order`] of a text that is folded already; without a copy where there is no apostrophe.
#[must_use]
pub fn order_of_folded(folded: &str) -> Cow<'_, str> {
    if folded.contains(APOSTROPHES) { Cow::Owned(folded.replace(APOSTROPHES, "").trim_start().to_owned()) } else { Cow::Borrowed(folded) }
}

/// What stands for an apostrophe in a folded text.
const APOSTROPHES: [char; 2] = ['\'', '`'];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn accents_case_and_spaces_do_not_count() {
        assert_eq!(fold("  D\u{2019}HONDT\u{a0} Élise "), "d'hondt elise");
        assert_eq!(fold("François"), fold("FRANC\u{327}OIS"));
        assert_eq!(fold("Müller"), "muller");
        assert_eq!(fold("Strauß"), "strauss");
        assert_eq!(fold(""), "");
        assert_eq!(fold(" \u{a0} "), "");
    }

    #[test]
    fn an_apostrophe_does_not_count_in_the_order_of_names() {
        let mut names = ["'t Kindt", "Thys", "De Backer", "D\u{2019}Hondt", "Dhaene", "Aerts", "Tack", "O'Neill", "Olbrechts"];
        names.sort_by_cached_key(|name| name_order(name));
        assert_eq!(names, ["Aerts", "De Backer", "Dhaene", "D\u{2019}Hondt", "Olbrechts", "O'Neill", "'t Kindt", "Tack", "Thys"]);
    }

    proptest! {
        #[test]
        fn what_a_text_holds_is_what_its_fold_holds(text in "[a-cA-C éÉß\u{a0}]{0,12}", wanted in "[a-c e]{0,3}") {
            let wanted = fold(&wanted);
            prop_assert_eq!(holds(&text, &wanted, &mut String::new()), fold(&text).contains(&wanted));
        }

        #[test]
        fn characters_fold_alone_as_they_do_together(text in "\\PC{0,20}[a-zéÉ\u{300}-\u{320}\u{327}ẛ각ǅ ]{0,8}") {
            let together: String = text.nfkd().filter(|&character| !is_combining_mark(character)).collect();
            prop_assert_eq!(fold(&text), fold(&together));
        }

        #[test]
        fn folding_twice_is_folding_once(text in "\\PC{0,40}") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
