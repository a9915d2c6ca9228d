//! What each broken rule says to a person: one file for each language.
//!
//! A rule without words does not compile: every language matches every rule.

mod en;
mod fr;
mod nl;

use super::screen_language::ScreenLanguage;
use crate::domain::finding::Rule;

/// What a broken rule says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RuleWords {
    /// The reason for a cell of a table: at most 24 columns.
    pub reason: &'static str,
    /// What is wrong, in one sentence. Where the rule names another row, `{row}` stands for its number.
    pub what: &'static str,
    /// What to do now, in one sentence.
    pub remedy: &'static str,
}

/// The words of a rule in a language of the screen.
#[must_use]
pub const fn rule_words(language: ScreenLanguage, rule: Rule) -> RuleWords {
    match language {
        ScreenLanguage::Dutch => nl::rule_words(rule),
        ScreenLanguage::French => fr::rule_words(rule),
        ScreenLanguage::English => en::rule_words(rule),
    }
}

const fn words(reason: &'static str, what: &'static str, remedy: &'static str) -> RuleWords {
    RuleWords { reason, what, remedy }
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr as _;

    use super::*;
    use crate::domain::finding::Severity;

    fn all() -> impl Iterator<Item = (ScreenLanguage, Rule, RuleWords)> {
        ScreenLanguage::ALL.into_iter().flat_map(|language| Rule::ALL.iter().map(move |&rule| (language, rule, rule_words(language, rule))))
    }

    #[test]
    fn a_reason_fits_its_column_and_a_sentence_is_one() {
        for (language, rule, words) in all() {
            let name = format!("{} {}", language.code(), rule.id());
            assert!((4..=24).contains(&words.reason.width()), "{name}: {} columns", words.reason.width());
            assert!(!words.reason.ends_with('.'), "{name}");
            for sentence in [words.what, words.remedy] {
                assert!(sentence.ends_with('.') && !sentence.contains(". "), "{name}: {sentence}");
                assert!(sentence.starts_with(char::is_uppercase), "{name}: {sentence}");
                assert!((20..=200).contains(&sentence.width()), "{name}: {} columns", sentence.width());
                assert!(!sentence.contains("  ") && sentence.trim() == sentence, "{name}: {sentence}");
            }
        }
    }

    #[test]
    fn exactly_the_rules_between_rows_name_the_other_row() {
        for (language, rule, words) in all() {
            let names_a_row = rule.id().starts_with("row.");
            assert_eq!(words.what.matches("{row}").count(), usize::from(names_a_row), "{} {}", language.code(), rule.id());
            let others = words.what.replace("{row}", "") + words.reason + words.remedy;
            assert!(!others.contains(['{', '}']), "{} {}", language.code(), rule.id());
        }
    }

    #[test]
    fn the_two_texts_that_users_know_are_in_front_of_the_cause() {
        for &rule in Rule::ALL {
            let what = rule_words(ScreenLanguage::English, rule).what;
            let number = rule.id().starts_with("national-number.");
            let mobile = rule.id().starts_with("mobile.") && rule.severity() == Severity::Error;
            assert_eq!(what.starts_with("Enter Valid Registration Number: "), number, "{what}");
            assert_eq!(what.starts_with("Mobile number is invalid or enter mobile number with country code: "), mobile, "{what}");
        }
    }

    #[test]
    fn no_two_rules_say_the_same_is_wrong_and_no_language_says_it_in_anothers_words() {
        let mut said: Vec<&str> = all().map(|(_, _, words)| words.what).collect();
        let count = said.len();
        said.sort_unstable();
        said.dedup();
        assert_eq!(said.len(), count);
    }

    #[test]
    fn reasons_that_stand_in_one_field_differ() {
        for language in ScreenLanguage::ALL {
            for (at, &rule) in Rule::ALL.iter().enumerate() {
                let family = |rule: Rule| rule.id().split_once('.').map(|(family, _)| family);
                for &other in Rule::ALL.iter().skip(at + 1).filter(|&&other| family(other) == family(rule)) {
                    let reason = rule_words(language, rule).reason;
                    assert_ne!(reason, rule_words(language, other).reason, "{} and {}", rule.id(), other.id());
                }
            }
        }
    }
}
