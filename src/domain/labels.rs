//! Labels: the office's own tags in one cell, separated by commas without spaces around them.

use std::borrow::Cow;

use super::tidy::tidy;

/// The labels of a cell in the form in which they are stored: without white space around the commas
/// and without empty or repeated ones. A cell that is so already comes back without a copy.
#[must_use]
pub fn joined(text: &str) -> Cow<'_, str> {
    if is_joined(text) {
        return Cow::Borrowed(text);
    }
    let mut labels: Vec<Cow<'_, str>> = Vec::new();
    for label in text.split(',').map(tidy) {
        if !label.is_empty() && !labels.contains(&label) {
            labels.push(label);
        }
    }
    Cow::Owned(labels.join(","))
}

/// Whether there is white space around a comma.
#[must_use]
pub fn has_spaces(text: &str) -> bool {
    text.split(',').any(|label| super::tidy::trim(label).len() != label.len())
}

fn is_joined(text: &str) -> bool {
    let repeated = |at: usize, label: &str| text.split(',').take(at).any(|earlier| earlier == label);
    text.split(',').enumerate().all(|(at, label)| !label.is_empty() && tidy(label) == label && !repeated(at, label))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn labels_are_joined_without_spaces() {
        assert_eq!(joined("VIP, Gent ,PB  2026"), "VIP,Gent,PB 2026");
        assert_eq!(joined(",VIP,,VIP,Gent,"), "VIP,Gent");
        assert_eq!(joined(" , "), "");
        assert!(matches!(joined("VIP,Gent,PB 2026"), Cow::Borrowed(_)));
    }

    #[test]
    fn only_space_around_a_comma_counts() {
        for (text, spaces) in [("a,b", false), ("a b,c", false), ("a, b", true), ("a\u{a0},b", true), ("a,,b", false)] {
            assert_eq!(has_spaces(text), spaces, "{text}");
        }
    }

    proptest! {
        #[test]
        fn joining_twice_is_joining_once(text in "[ab ,\u{a0}]{0,14}") {
            let once = joined(&text).into_owned();
            prop_assert!(!has_spaces(&once));
            prop_assert!(matches!(joined(&once), Cow::Borrowed(_)) || once.is_empty());
        }
    }
}
