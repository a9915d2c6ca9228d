//! The language of a customer. The language of the screen is `words`' business.

use serde::{Deserialize, Serialize};

/// A language that a customer can be written to in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Language {
    /// Dutch.
    #[serde(rename = "nl")]
    Dutch,
    /// French.
    #[serde(rename = "fr")]
    French,
    /// English.
    #[serde(rename = "en")]
    English,
    /// German: known in workbooks; a questionnaire may or may not exist in it.
    #[serde(rename = "de")]
    German,
}

impl Language {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Dutch, Self::French, Self::English, Self::German];

    /// ISO 639-1 code: `nl`, `fr`, `en`, `de`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Dutch => "nl",
            Self::French => "fr",
            Self::English => "en",
            Self::German => "de",
        }
    }

    /// The word that the template writes: `dutch`, `french`, `english`, `german`.
    #[must_use]
    pub const fn template_word(self) -> &'static str {
        match self {
            Self::Dutch => "dutch",
            Self::French => "french",
            Self::English => "english",
            Self::German => "german",
        }
    }

    /// The language of a word or code: `dutch`, `nl`, `Nederlands`, `Néerlandais` and so on, in any case.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        let folded = super::fold::fold(word);
        Some(match folded.as_str() {
            "nl" | "nl-be" | "ned" | "dutch" | "nederlands" | "nederlandstalig" | "neerlandais" | "vlaams" | "niederlandisch" => {
                Self::Dutch
            }
            "fr" | "fr-be" | "fra" | "french" | "frans" | "franstalig" | "francais" | "franzosisch" => Self::French,
            "en" | "en-gb" | "eng" | "english" | "engels" | "anglais" | "englisch" => Self::English,
            "de" | "de-be" | "german" | "duits" | "allemand" | "deutsch" => Self::German,
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_all_languages_are_known_in_any_case() {
        for (word, language) in [
            ("dutch", Language::Dutch),
            (" Nederlands ", Language::Dutch),
            ("NÉERLANDAIS", Language::Dutch),
            ("FR", Language::French),
            ("Français", Language::French),
            ("Anglais", Language::English),
            ("deutsch", Language::German),
        ] {
            assert_eq!(Language::from_word(word), Some(language), "{word}");
        }
        assert_eq!(Language::from_word("klingon"), None);
        assert_eq!(Language::from_word(""), None);
    }

    #[test]
    fn codes_and_template_words_are_words_too() {
        for language in Language::ALL {
            assert_eq!(Language::from_word(language.code()), Some(language));
            assert_eq!(Language::from_word(language.template_word()), Some(language));
        }
    }
}
